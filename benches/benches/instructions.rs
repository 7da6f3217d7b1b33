//! Runs one listing where callgrind counts it.

use std::env;

use paginated_benches::listings::{self, Means};
use paginated_benches::service::{Pages, Row, Service, Session};

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, row, pages, rows, means] = &arguments[..] else { return };
    let (pages, rows) = (pages.parse().expect("pages"), rows.parse().expect("rows"));
    match row.as_str() {
        "u64" => one::<u64>(Pages::Ready, pages, rows, means),
        "session" => one::<Session>(Pages::Ready, pages, rows, means),
        "json" => one::<Session>(Pages::Json, pages, rows, means),
        other => panic!("no such row: {other}"),
    }
}

fn one<T: Row>(from: Pages, pages: u64, rows: u64, name: &str) {
    let service = Box::leak(Box::new(Service::<T>::new(from, pages, rows)));
    let means = listings::all::<T>().into_iter().find(|means| means.name == name).expect("a means");
    assert_eq!(counted_by_callgrind(&means, service), pages * rows);
}

#[inline(never)]
fn counted_by_callgrind<T: Row>(means: &Means<T>, service: &'static Service<T>) -> u64 {
    (means.run)(service)
}
