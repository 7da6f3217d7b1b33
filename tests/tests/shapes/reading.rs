//! Reads async and blocking lists alike.

use futures::executor::block_on;
use paginated::{Async, Blocking, Error, HasItems, HasPageSize, Items, Operation, Pages, Paginator};

use super::service::{Failure, fail_request};

/// The items of a page.
pub trait Contents {
    fn contents(self) -> Vec<u32>;
}

impl Contents for Vec<u32> {
    fn contents(self) -> Vec<u32> {
        self
    }
}

/// An open list.
pub trait Open {
    type Yielded;
    fn read(&mut self) -> Option<Result<Self::Yielded, Error<Failure>>>;
    fn token(&self) -> Option<String>;
    fn again(&mut self);
}

/// A paginator, async or blocking.
pub trait List: Sized {
    fn with_page_size(self, size: usize) -> Self;
    fn with_max_items(self, items: usize) -> Self;
    fn with_starting_token(self, token: String) -> Self;
    fn open_items(self) -> impl Open<Yielded = u32>;
    fn open_pages(self) -> impl Open<Yielded = Vec<u32>>;
    fn read_full(self) -> Vec<u32>;
}

macro_rules! implement_for_modes {
    ($($mode:ty, $wait:path;)*) => { $(
        impl<O: Operation<Item = u32, Error = Failure> + HasItems> Open for Items<O, $mode> {
            type Yielded = u32;
            fn read(&mut self) -> Option<Result<u32, Error<Failure>>> {
                $wait(self.next())
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
            fn again(&mut self) {
                self.retry();
            }
        }

        impl<O: Operation<Item = u32, Error = Failure, Output: Contents>> Open for Pages<O, $mode> {
            type Yielded = Vec<u32>;
            fn read(&mut self) -> Option<Result<Vec<u32>, Error<Failure>>> {
                $wait(self.next()).map(|page| page.map(Contents::contents))
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
            fn again(&mut self) {
                self.retry();
            }
        }

        impl<O> List for Paginator<O, $mode>
        where
            O: Operation<Item = u32, Error = Failure, Output: Contents> + HasItems + HasPageSize,
        {
            fn with_page_size(self, size: usize) -> Self {
                self.page_size(size)
            }
            fn with_max_items(self, items: usize) -> Self {
                self.max_items(items)
            }
            fn with_starting_token(self, token: String) -> Self {
                self.starting_token(token)
            }
            fn open_items(self) -> impl Open<Yielded = u32> {
                self.items()
            }
            fn open_pages(self) -> impl Open<Yielded = Vec<u32>> {
                self.pages()
            }
            fn read_full(self) -> Vec<u32> {
                $wait(self.full_result()).map(|full| full.output.contents()).expect("no request fails")
            }
        }
    )* };
}

implement_for_modes! {
    Async, block_on;
    Blocking, std::convert::identity;
}

/// Returns what a list yields, and its resume token at the end.
pub fn cut<L: Open>(mut list: L) -> (Vec<L::Yielded>, Option<String>) {
    let mut yielded = Vec::new();
    while let Some(next) = list.read() {
        yielded.push(next.expect("no request fails"));
    }
    (yielded, list.token())
}

pub fn collect<L: Open>(list: L) -> Vec<L::Yielded> {
    cut(list).0
}

pub fn full<L: List>(list: L) -> Vec<u32> {
    list.read_full()
}

/// Reads a list of which the request with this number fails, and retries it.
pub fn retry<L: Open>(mut list: L, failing: usize) -> Vec<L::Yielded> {
    fail_request(Some(failing));
    let mut yielded = Vec::new();
    let mut errors = 0;
    while let Some(next) = list.read().or_else(|| {
        list.again();
        list.read()
    }) {
        match next {
            Ok(next) => yielded.push(next),
            Err(Error::Operation(Failure)) => errors += 1,
            Err(error) => panic!("{error:?}"),
        }
    }
    // A short list does not send that many requests.
    fail_request(None);
    assert!(errors <= 1);
    yielded
}
