//! Lists, sets, texts and maps, listed by bounded calls that each go on where the one before stopped.

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
    /// How many items each page has under each of its result keys.
    pages: Vec<(usize, usize)>,
    /// `max_items` of each call; then they begin again.
    bounds: Vec<usize>,
}

pub fn listing() -> impl Strategy<Value = Listing> {
    (vec((0..6_usize, 0..3_usize), 1..7), vec(1..6_usize, 1..6)).prop_map(|(pages, bounds)| Listing { pages, bounds })
}

/// Where characters of one, two, three and four bytes begin.
const PLANES: [u32; 4] = [0x41, 0xe0, 0x3042, 0x1f600];

/// The item with this number as a character.
fn character(n: u32) -> char {
    char::from_u32(PLANES[n as usize % PLANES.len()] + n).expect("a character")
}

fn number(character: char) -> u32 {
    let plane = PLANES.iter().rfind(|plane| **plane <= character as u32).expect("one of ours");
    character as u32 - plane
}

impl Listing {
    pub fn run(&self) -> TestCaseResult {
        vec::check(self)?;
        deque::check(self)?;
        boxed::check(self)?;
        set::check(self)?;
        optional::check(self)?;
        text::check(self)?;
        map::check(self)
    }

    /// The numbers of a page's items.
    fn numbers(&self, page: usize) -> std::ops::Range<u32> {
        let count = |pages: &[(usize, usize)]| pages.iter().map(|(items, _)| u32::try_from(*items).unwrap()).sum();
        count(&self.pages[..page])..count(&self.pages[..=page])
    }
}

/// A listing whose primary result key is a `$held`, made of numbers by `$make`; `$each` gives the
/// numbers back, and `$one` those of one item.
macro_rules! held {
    ($name:ident, $held:ty, $make:expr, $each:expr, $one:expr) => {
        mod $name {
            use super::*;

            #[derive(Clone)]
            pub struct Input {
                pub next: Option<usize>,
                pub listing: Rc<Listing>,
            }

            #[derive(Clone, Debug, Page)]
            pub struct Output {
                pub items: $held,
                pub others: Option<Vec<u32>>,
                pub note: String,
                pub asked: u64,
                pub name: usize,
                pub next: Option<usize>,
            }

            #[paginated(
                input_token = "Next", result_key = ["Items", "Others", "Note", "Asked"], non_aggregate_keys = ["Name"]
            )]
            pub async fn list(input: Input) -> Result<Output, Infallible> {
                let Input { next, listing } = input;
                let page = next.unwrap_or(0);
                let make: fn(std::ops::Range<u32>) -> $held = $make;
                let others = listing.pages[page].1;
                Ok(Output {
                    items: make(listing.numbers(page)),
                    others: (others > 0).then(|| (0..others).map(|n| u32::try_from(10 * page + n).unwrap()).collect()),
                    note: format!("{page};"),
                    asked: 1,
                    name: page,
                    next: (page + 1 < listing.pages.len()).then_some(page + 1),
                })
            }

            /// What the outputs of some calls hold together.
            #[derive(Debug, Default, PartialEq)]
            struct Sum {
                items: Vec<u32>,
                others: Vec<u32>,
                note: String,
            }

            impl Sum {
                fn add(&mut self, output: Output) {
                    let each: fn($held) -> Vec<u32> = $each;
                    self.items.extend(each(output.items));
                    self.others.extend(output.others.unwrap_or_default());
                    self.note += &output.note;
                }
            }

            pub fn check(listing: &Listing) -> TestCaseResult {
                let input = || Input { next: None, listing: Rc::new(listing.clone()) };
                let full = block_on(list_paginator(input()).full_result()).unwrap();
                prop_assert!(full.resume_token.is_none());
                prop_assert_eq!((full.output.name, full.output.asked), (0, listing.pages.len() as u64));
                let mut whole = Sum::default();
                whole.add(full.output);
                let count: usize = listing.pages.iter().map(|page| page.0).sum();
                prop_assert_eq!(&whole.items, &(0..u32::try_from(count).unwrap()).collect::<Vec<_>>());

                for by_pages in [false, true] {
                    let mut sum = Sum::default();
                    let mut bounds = listing.bounds.iter().cycle();
                    let mut token = None;
                    loop {
                        let mut paginator = list_paginator(input()).max_items(*bounds.next().unwrap());
                        if let Some(token) = token {
                            paginator = paginator.starting_token(token);
                        }
                        if by_pages {
                            let mut pages = paginator.pages();
                            while let Some(page) = block_on(pages.next()) {
                                sum.add(page.unwrap());
                            }
                            token = pages.resume_token();
                        } else {
                            let full = block_on(paginator.full_result()).unwrap();
                            sum.add(full.output);
                            token = full.resume_token;
                        }
                        if token.is_none() {
                            break;
                        }
                    }
                    prop_assert_eq!(&sum, &whole);
                }
                items(listing, &whole.items)
            }

            /// The items, read one by one and resumed after each call's number of them.
            fn items(listing: &Listing, whole: &[u32]) -> TestCaseResult {
                let one: fn(<$held as ResultKey>::Item) -> Vec<u32> = $one;
                let mut given = Vec::new();
                let mut bounds = listing.bounds.iter().cycle();
                let mut items = list_paginator(Input { next: None, listing: Rc::new(listing.clone()) }).items();
                loop {
                    let taken = block_on(futures::StreamExt::collect::<Vec<_>>(futures::StreamExt::take(
                        &mut items,
                        *bounds.next().unwrap(),
                    )));
                    given.extend(taken.into_iter().flat_map(|item| one(item.unwrap())));
                    let Some(token) = items.resume_token() else { break };
                    let input = Input { next: None, listing: Rc::new(listing.clone()) };
                    if <$held as ResultKey>::DIVISIBLE {
                        items = list_paginator(input).starting_token(token.to_string()).items();
                    }
                }
                prop_assert_eq!(&given, whole);
                Ok(())
            }
        }
    };
}

held!(vec, Vec<u32>, |n| n.collect(), |items| items, |n| vec![n]);
held!(deque, VecDeque<u32>, |n| n.collect(), |items| items.into(), |n| vec![n]);
held!(boxed, Box<[u32]>, |n| n.collect(), |items| items.into(), |n| vec![n]);
held!(set, BTreeSet<u32>, |n| n.collect(), |items| items.into_iter().collect(), |n| vec![n]);
held!(optional, Option<Vec<u32>>, |n| (!n.is_empty()).then(|| n.collect()), Option::unwrap_or_default, |n| vec![n]);
held!(text, String, |n| n.map(character).collect(), |text| text.chars().map(number).collect(), |text| {
    text.chars().map(number).collect()
});
held!(map, BTreeMap<u32, ()>, |n| n.map(|n| (n, ())).collect(), |items| items.into_keys().collect(), |(n, ())| vec![n]);
