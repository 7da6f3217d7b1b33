//! Result keys of lists, sets, strings, and maps, read by limited calls that each resume from the last.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::convert::Infallible;
use std::rc::Rc;

use futures::executor::block_on;
use paginated::{Page, ResultKey, paginated};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

#[derive(Clone, Debug)]
pub struct Listing {
    /// The number of items of each page in its first and its second list.
    page_sizes: Vec<(usize, usize)>,
    /// The `max_items` of each call, repeated from the first after the last.
    max_items: Vec<usize>,
}

pub fn listing() -> impl Strategy<Value = Listing> {
    (vec((0..6_usize, 0..3_usize), 1..7), vec(1..6_usize, 1..6))
        .prop_map(|(page_sizes, max_items)| Listing { page_sizes, max_items })
}

/// The first characters of ranges with one, two, three, and four bytes.
const RANGE_STARTS: [u32; 4] = [0x41, 0xe0, 0x3042, 0x1f600];

/// Returns the character for a number.
fn character(n: u32) -> char {
    char::from_u32(RANGE_STARTS[n as usize % RANGE_STARTS.len()] + n).expect("a character")
}

/// Returns the number of a character.
fn number(character: char) -> u32 {
    let start = RANGE_STARTS.iter().rfind(|start| **start <= character as u32).expect("a character of these ranges");
    character as u32 - start
}

impl Listing {
    pub fn run(&self) -> TestCaseResult {
        vec::check(self)?;
        deque::check(self)?;
        boxed::check(self)?;
        set::check(self)?;
        optional::check(self)?;
        string::check(self)?;
        map::check(self)
    }

    /// Returns the numbers of a page's items.
    fn numbers(&self, page: usize) -> std::ops::Range<u32> {
        let count = |pages: &[(usize, usize)]| pages.iter().map(|(items, _)| u32::try_from(*items).unwrap()).sum();
        count(&self.page_sizes[..page])..count(&self.page_sizes[..=page])
    }
}

/// Defines a listing whose primary result key is a `$list`. `$make` makes it from numbers.
/// `$to_numbers` returns the numbers of a list, and `$item_to_numbers` returns the numbers of an item.
macro_rules! listing_of {
    ($name:ident, $list:ty, $make:expr, $to_numbers:expr, $item_to_numbers:expr) => {
        mod $name {
            use super::*;

            #[derive(Clone)]
            pub struct Input {
                pub next: Option<String>,
                pub listing: Rc<Listing>,
            }

            #[derive(Clone, Debug, Page)]
            pub struct Output {
                pub items: $list,
                pub others: Option<Vec<u32>>,
                pub note: String,
                pub requests: u64,
                pub name: usize,
                pub next: Option<String>,
            }

            #[paginated(
                input_token = "Next", result_key = ["Items", "Others", "Note", "Requests"], non_aggregate_keys = ["Name"]
            )]
            pub async fn list(input: Input) -> Result<Output, Infallible> {
                let Input { next, listing } = input;
                let page: usize = next.map_or(0, |page| page.parse().unwrap());
                let make: fn(std::ops::Range<u32>) -> $list = $make;
                let others = listing.page_sizes[page].1;
                Ok(Output {
                    items: make(listing.numbers(page)),
                    others: (others > 0).then(|| (0..others).map(|n| u32::try_from(10 * page + n).unwrap()).collect()),
                    note: format!("{page};"),
                    requests: 1,
                    name: page,
                    next: (page + 1 < listing.page_sizes.len()).then(|| (page + 1).to_string()),
                })
            }

            /// The joined outputs of several calls.
            #[derive(Debug, Default, PartialEq)]
            struct Joined {
                items: Vec<u32>,
                others: Vec<u32>,
                note: String,
            }

            impl Joined {
                fn add(&mut self, output: Output) {
                    let to_numbers: fn($list) -> Vec<u32> = $to_numbers;
                    self.items.extend(to_numbers(output.items));
                    self.others.extend(output.others.unwrap_or_default());
                    self.note += &output.note;
                }
            }

            pub fn check(listing: &Listing) -> TestCaseResult {
                let input = || Input { next: None, listing: Rc::new(listing.clone()) };
                let full = block_on(list_paginator(input()).full_result()).unwrap();
                prop_assert!(full.resume_token.is_none());
                prop_assert_eq!((full.output.name, full.output.requests), (0, listing.page_sizes.len() as u64));
                let mut expected = Joined::default();
                expected.add(full.output);
                let count: usize = listing.page_sizes.iter().map(|page| page.0).sum();
                prop_assert_eq!(&expected.items, &(0..u32::try_from(count).unwrap()).collect::<Vec<_>>());

                for by_pages in [false, true] {
                    let mut joined = Joined::default();
                    let mut max_items = listing.max_items.iter().cycle();
                    let mut token = None;
                    loop {
                        let mut paginator = list_paginator(input()).max_items(*max_items.next().unwrap());
                        if let Some(token) = token {
                            paginator = paginator.starting_token(token);
                        }
                        if by_pages {
                            let mut pages = paginator.pages();
                            while let Some(page) = block_on(pages.next()) {
                                joined.add(page.unwrap());
                            }
                            token = pages.resume_token();
                        } else {
                            let full = block_on(paginator.full_result()).unwrap();
                            joined.add(full.output);
                            token = full.resume_token;
                        }
                        if token.is_none() {
                            break;
                        }
                    }
                    prop_assert_eq!(&joined, &expected);
                }
                check_items(listing, &expected.items)
            }

            /// Reads items one by one, and resumes after `max_items` of them.
            fn check_items(listing: &Listing, expected: &[u32]) -> TestCaseResult {
                let to_numbers: fn(<$list as ResultKey>::Item) -> Vec<u32> = $item_to_numbers;
                let mut items_read = Vec::new();
                let mut max_items = listing.max_items.iter().cycle();
                let mut items = list_paginator(Input { next: None, listing: Rc::new(listing.clone()) }).items();
                loop {
                    let next_items = block_on(futures::StreamExt::collect::<Vec<_>>(futures::StreamExt::take(
                        &mut items,
                        *max_items.next().unwrap(),
                    )));
                    items_read.extend(next_items.into_iter().flat_map(|item| to_numbers(item.unwrap())));
                    let Some(token) = items.resume_token() else { break };
                    let input = Input { next: None, listing: Rc::new(listing.clone()) };
                    if <$list as ResultKey>::SPLITTABLE {
                        items = list_paginator(input).starting_token(token.to_string()).items();
                    }
                }
                prop_assert_eq!(&items_read, expected);
                Ok(())
            }
        }
    };
}

listing_of!(vec, Vec<u32>, |n| n.collect(), |items| items, |n| vec![n]);
listing_of!(deque, VecDeque<u32>, |n| n.collect(), |items| items.into(), |n| vec![n]);
listing_of!(boxed, Box<[u32]>, |n| n.collect(), |items| items.into(), |n| vec![n]);
listing_of!(set, BTreeSet<u32>, |n| n.collect(), |items| items.into_iter().collect(), |n| vec![n]);
listing_of!(optional, Option<Vec<u32>>, |n| (!n.is_empty()).then(|| n.collect()), Option::unwrap_or_default, |n| vec![
    n
]);
listing_of!(string, String, |n| n.map(character).collect(), |string| string.chars().map(number).collect(), |string| {
    string.chars().map(number).collect()
});
listing_of!(map, BTreeMap<u32, ()>, |n| n.map(|n| (n, ())).collect(), |items| items.into_keys().collect(), |(n, ())| vec![n]);
