//! Listings of random pages, and the ways to read them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use futures::executor::block_on;
use paginated::{Error, HasItems, Operation, Page, Paginator, ResumeToken, paginated};
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

#[derive(Clone, Debug, Default)]
pub struct Input {
    pub token: Option<String>,
}

#[derive(Clone, Debug, Page)]
pub struct Output<L> {
    pub items: Option<L>,
    /// A secondary result key.
    pub prefixes: Option<Vec<String>>,
    pub token: Option<String>,
}

/// The pages of a service. Each token is the number of a page.
#[derive(Debug)]
pub struct Listing<L> {
    pub pages: Vec<L>,
    /// The numbers of the requests that fail.
    pub failures: BTreeSet<usize>,
    /// The pages requested since the last call of [`take_requests`](Self::take_requests).
    requests: Mutex<Vec<usize>>,
}

impl<L: Clone> Listing<L> {
    pub fn new(pages: &[L]) -> Arc<Self> {
        Self::with_failures(pages, BTreeSet::new())
    }

    pub fn with_failures(pages: &[L], failures: BTreeSet<usize>) -> Arc<Self> {
        Arc::new(Self { pages: pages.to_vec(), failures, requests: Mutex::default() })
    }

    /// Returns the pages requested since the last call.
    pub fn take_requests(&self) -> Vec<usize> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }

    fn page(&self, number: usize) -> Result<(L, Option<usize>), Throttled> {
        let mut requests = self.requests.lock().unwrap();
        requests.push(number);
        if self.failures.contains(&(requests.len() - 1)) {
            return Err(Throttled);
        }
        Ok((self.pages[number].clone(), Some(number + 1).filter(|next| *next < self.pages.len())))
    }

    fn respond(&self, input: &Input) -> Result<Output<L>, Throttled> {
        let number = input.token.as_ref().map_or(0, |token| token.parse().unwrap());
        let (items, next) = self.page(number)?;
        let prefixes = Some(vec![format!("of page {number}")]);
        Ok(Output { items: Some(items), prefixes, token: next.map(|next| next.to_string()) })
    }
}

#[paginated(input_token = "Token", result_key = ["Items", "Prefixes"])]
pub async fn list(listing: Arc<Listing<Vec<u32>>>, input: Input) -> Result<Output<Vec<u32>>, Throttled> {
    listing.respond(&input)
}

#[paginated(input_token = "Token", result_key = "Items")]
pub async fn read_string(listing: Arc<Listing<String>>, input: Input) -> Result<Output<String>, Throttled> {
    listing.respond(&input)
}

#[paginated(input_token = "Token", result_key = "Items")]
pub async fn read_map(
    listing: Arc<Listing<BTreeMap<u32, u32>>>,
    input: Input,
) -> Result<Output<BTreeMap<u32, u32>>, Throttled> {
    listing.respond(&input)
}

#[derive(Clone, Debug, Default)]
pub struct TwoTokenInput {
    pub key: Option<String>,
    pub version: Option<u64>,
}

#[derive(Clone, Debug, Page)]
pub struct TwoTokenOutput {
    pub items: Vec<u32>,
    pub next_key: Option<String>,
    pub next_version: Option<u64>,
}

/// A listing by two tokens, one of which may be missing.
///
/// The request is borrowed, so the tokens of one page must be cleared for the next.
#[paginated(
    input_token = ["Key", "Version"],
    output_token = ["NextKey", "NextVersion"],
    result_key = "Items"
)]
pub async fn list_by_two_tokens(
    listing: Arc<Listing<Vec<u32>>>,
    input: &TwoTokenInput,
) -> Result<TwoTokenOutput, Throttled> {
    let number = match (&input.key, input.version) {
        (None, None) => 0,
        (Some(key), version) => {
            let number = key.parse().unwrap();
            assert_eq!(version.map(|version| version as usize), (number % 3 != 1).then_some(number));
            number
        }
        (None, Some(number)) => number as usize,
    };
    let (items, next) = listing.page(number)?;
    let next_key = next.filter(|next| next % 3 != 0).map(|next| next.to_string());
    let next_version = next.filter(|next| next % 3 != 1).map(|next| next as u64);
    Ok(TwoTokenOutput { items, next_key, next_version })
}

/// Generates pages of consecutive numbers. Some are empty.
pub fn pages() -> impl Strategy<Value = Vec<Vec<u32>>> {
    prop::collection::vec(0_u32..5, 1..8).prop_map(|sizes| {
        let mut items = 0..;
        sizes.iter().map(|size| items.by_ref().take(*size as usize).collect()).collect()
    })
}

/// A way to read a listing or a part of it.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// `items()` with `max_items`.
    Items,
    /// `items()`, dropped after `max_items` items.
    DroppedItems,
    /// `pages()` with `max_items`.
    Pages,
    /// `full_result()` with `max_items`.
    FullResult,
}

pub const WAYS: [Way; 4] = [Way::Items, Way::DroppedItems, Way::Pages, Way::FullResult];

pub fn way() -> impl Strategy<Value = Way> {
    prop::sample::select(&WAYS[..])
}

/// A part of a listing, and the printed token that resumes after it.
#[derive(Debug)]
pub struct Part<T> {
    pub items: Vec<T>,
    pub token: Option<String>,
    pub error: Option<Error<Throttled>>,
}

/// Reads at most `max_items` of a listing.
pub fn read_part<P, T>(
    paginator: Paginator<P>,
    max_items: Option<usize>,
    way: Way,
    items_of: impl Fn(P::Output) -> Vec<T>,
) -> Part<T>
where
    P: Operation<Item = T, Error = Throttled> + HasItems,
{
    let limited = |paginator: Paginator<P>| match max_items {
        Some(max_items) => paginator.max_items(max_items),
        None => paginator,
    };
    let print = |token: Option<ResumeToken>| token.map(|token| token.to_string());
    let (mut items, mut error) = (Vec::new(), None);
    block_on(async {
        match way {
            Way::Items | Way::DroppedItems => {
                let (mut stream, take) = match way {
                    Way::Items => (limited(paginator).items(), usize::MAX),
                    _ => (paginator.items(), max_items.unwrap_or(usize::MAX)),
                };
                while items.len() < take {
                    match stream.next().await {
                        Some(Ok(item)) => items.push(item),
                        Some(Err(last_error)) => error = Some(last_error),
                        None => break,
                    }
                }
                Part { items, token: print(stream.resume_token()), error }
            }
            Way::Pages => {
                let mut stream = limited(paginator).pages();
                while let Some(page) = stream.next().await {
                    match page {
                        Ok(page) => items.extend(items_of(page)),
                        Err(last_error) => error = Some(last_error),
                    }
                }
                Part { items, token: print(stream.resume_token()), error }
            }
            Way::FullResult => match limited(paginator).full_result().await {
                Ok(full) => Part { items: items_of(full.output), token: print(full.resume_token), error },
                Err(failed) => {
                    items.extend(failed.output.into_iter().flat_map(items_of));
                    let nothing_read = matches!(failed.error, Error::NoPages(_));
                    Part { items, token: print(failed.resume_token), error: (!nothing_read).then_some(failed.error) }
                }
            },
        }
    })
}

/// Sets a printed token as the starting token.
pub fn resume<P: paginated::Operation>(paginator: Paginator<P>, token: Option<String>) -> Paginator<P> {
    match token {
        Some(token) => paginator.starting_token(token),
        None => paginator,
    }
}
