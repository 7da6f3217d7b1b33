//! The listings that are measured: what their pages hold, how many rows each, and where they come from.

use crate::listings::{self, Means};
use crate::service::{Pages, Row, Service, Session};

/// A listing of pages of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub title: &'static str,
    pub rows: u64,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Integers,
    Sessions,
    Json,
}

const fn case(title: &'static str, kind: Kind, rows: u64) -> Case {
    Case { title, rows, kind }
}

/// All of them.
pub const CASES: [Case; 5] = [
    case("1,000 integers", Kind::Integers, 1000),
    case("10 integers", Kind::Integers, 10),
    case("1 integer", Kind::Integers, 1),
    case("100 sessions", Kind::Sessions, 100),
    case("100 sessions of JSON", Kind::Json, 100),
];

/// The names of all means, each with what it is measured against.
pub fn means() -> Vec<(&'static str, &'static str)> {
    listings::all::<u64>().iter().map(|means| (means.name, means.against)).collect()
}

/// What is done with a listing; it does not know what the rows are.
pub trait Measure {
    /// Measures one listing by the means of this name, which `list` runs from the beginning to the end.
    fn measure(&mut self, name: &'static str, list: &dyn Fn());
}

impl Case {
    /// Measures a listing of `pages` pages by each of the `chosen` means, in the order of [`means`].
    pub fn each(self, pages: u64, chosen: &[&str], measure: &mut impl Measure) {
        match self.kind {
            Kind::Integers => self.each_of::<u64>(Pages::Ready, pages, chosen, measure),
            Kind::Sessions => self.each_of::<Session>(Pages::Ready, pages, chosen, measure),
            Kind::Json => self.each_of::<Session>(Pages::Json, pages, chosen, measure),
        }
    }

    fn each_of<T: Row>(self, from: Pages, pages: u64, chosen: &[&str], measure: &mut impl Measure) {
        let service: &Service<T> = Box::leak(Box::new(Service::new(from, pages, self.rows)));
        let chosen = listings::all::<T>().into_iter().filter(|Means { name, .. }| chosen.contains(name));
        for means in chosen {
            measure.measure(means.name, &|| {
                assert_eq!(means.measured(service), service.weight(), "{} left rows out", means.name);
            });
        }
    }
}
