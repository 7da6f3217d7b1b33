//! Everything in one output.

use core::error::Error as StdError;
use core::fmt;
use core::future::poll_fn;
use core::ops::ControlFlow;

use crate::error::{Error, Halted};
use crate::operation::{Listing, PageResult, poll_taken};
use crate::resume::ResumeToken;

/// All pages in one: what [`full_result`](crate::Paginator::full_result) gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullResult<O> {
    /// The last page, with each result key joined over all pages and the non-aggregate keys of the first.
    pub output: O,
    /// Where to go on, if `max_items` cut the listing.
    ///
    /// It is also `None` for an operation whose tokens cannot be written: see `token_with`.
    pub resume_token: Option<ResumeToken>,
}

/// What [`full_result`](crate::Paginator::full_result) gives where a page failed: the error, and what was collected before.
///
/// `?` turns it into the [`Error`] where a function returns that.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullResultError<O, E> {
    /// Why the listing stopped.
    pub error: Error<E>,
    /// The pages before, in one, if there were any.
    pub output: Option<O>,
    /// Where to go on.
    ///
    /// It is `None` for an operation whose tokens cannot be written: see `token_with`.
    pub resume_token: Option<ResumeToken>,
}

impl<O, E> FullResultError<O, E> {
    /// The error alone.
    pub fn into_error(self) -> Error<E> {
        self.error
    }
}

impl<O, E> From<FullResultError<O, E>> for Error<E> {
    fn from(error: FullResultError<O, E>) -> Self {
        error.error
    }
}

impl<O, E: fmt::Debug> fmt::Debug for FullResultError<O, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FullResultError")
            .field("error", &self.error)
            .field("output", &self.output.as_ref().map(|_| format_args!("..")))
            .field("resume_token", &self.resume_token)
            .finish()
    }
}

impl<O, E: fmt::Display> fmt::Display for FullResultError<O, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<O, E: StdError + 'static> StdError for FullResultError<O, E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

/// What a whole listing gives.
pub(crate) type Collected<L> =
    Result<FullResult<<L as Listing>::Output>, FullResultError<<L as Listing>::Output, <L as Listing>::Error>>;

/// A listing being collected: an operation, and its pages so far in one.
pub(crate) struct Collect<L: Listing> {
    pub(crate) operation: L,
    output: Option<L::Output>,
}

impl<L: Listing> Collect<L> {
    pub(crate) fn new(operation: L) -> Self {
        Self { operation, output: None }
    }

    /// Takes in the next page, or the end.
    pub(crate) fn add(&mut self, page: Option<PageResult<L>>) -> ControlFlow<Collected<L>> {
        match page {
            Some(Ok(mut page)) => {
                if let Some(mut so_far) = self.output.take() {
                    self.operation.join(&mut so_far, &mut page);
                }
                self.output = Some(page);
                ControlFlow::Continue(())
            }
            Some(Err(error)) => ControlFlow::Break(Err(self.failed(error))),
            None => ControlFlow::Break(self.finish()),
        }
    }

    fn finish(&mut self) -> Collected<L> {
        let resume_token = self.operation.resume_token(0);
        match self.output.take() {
            Some(output) => Ok(FullResult { output, resume_token }),
            None => Err(self.failed(Error::NothingRead(Halted {
                operation: self.operation.name(),
                key: "max_items",
                pages: 0,
            }))),
        }
    }

    fn failed(&mut self, error: Error<L::Error>) -> FullResultError<L::Output, L::Error> {
        FullResultError { error, output: self.output.take(), resume_token: self.operation.resume_token(0) }
    }
}

pub(crate) async fn collect<L: Listing>(operation: L) -> Collected<L> {
    let mut collect = Collect::new(operation);
    loop {
        let page = poll_fn(|cx| poll_taken(&mut collect.operation, cx)).await;
        if let ControlFlow::Break(collected) = collect.add(page) {
            return collected;
        }
    }
}
