//! The measured listings, which differ in the kind and the number of rows per page.

use crate::listings::{self, Implementation};
use crate::service::{PageSource, Row, Service, Session};

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

pub const CASES: [Case; 5] = [
    case("1,000 integers", Kind::Integers, 1000),
    case("10 integers", Kind::Integers, 10),
    case("1 integer", Kind::Integers, 1),
    case("100 sessions", Kind::Sessions, 100),
    case("100 sessions of JSON", Kind::Json, 100),
];

/// Returns the names of all implementations, each with the name of its baseline.
pub fn implementations() -> Vec<(&'static str, &'static str)> {
    listings::all::<u64>().iter().map(|implementation| (implementation.name, implementation.baseline)).collect()
}

/// A measurement of listings, independent of the type of the rows.
pub trait Measure {
    /// Measures the implementation `name`. `list` runs one complete listing.
    fn measure(&mut self, name: &'static str, list: &dyn Fn());
}

impl Case {
    /// Measures a listing of `pages` pages by each of the `selected` implementations, in the order of [`implementations`].
    pub fn measure_each(self, pages: u64, selected: &[&str], measure: &mut impl Measure) {
        match self.kind {
            Kind::Integers => self.measure_rows::<u64>(PageSource::Memory, pages, selected, measure),
            Kind::Sessions => self.measure_rows::<Session>(PageSource::Memory, pages, selected, measure),
            Kind::Json => self.measure_rows::<Session>(PageSource::Json, pages, selected, measure),
        }
    }

    fn measure_rows<T: Row>(self, source: PageSource, pages: u64, selected: &[&str], measure: &mut impl Measure) {
        let service: &Service<T> = Box::leak(Box::new(Service::new(source, pages, self.rows)));
        let selected = listings::all::<T>().into_iter().filter(|Implementation { name, .. }| selected.contains(name));
        for implementation in selected {
            measure.measure(implementation.name, &|| {
                let weight = implementation.run_measured(service);
                assert_eq!(weight, service.total_weight(), "{} skipped rows", implementation.name);
            });
        }
    }
}
