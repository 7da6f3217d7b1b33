//! [`FullResult`]: all pages in one response.

use core::convert::Infallible;
use core::error::Error as StdError;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use crate::error::{Error, ErrorContext};
#[cfg(doc)]
use crate::operation::StoredTypes;
use crate::operation::{Operation, OptionalResumeToken};
use crate::state::Unyielded;

/// All pages in one response: the result of [`full_result`](crate::Paginator::full_result).
///
/// ```
/// # use paginated::{Error, Page, paginated};
/// # #[derive(Clone, Default)]
/// # struct ListInput { token: Option<String> }
/// # #[derive(Page)]
/// # struct ListOutput { names: Vec<&'static str>, token: Option<String> }
/// # #[paginated(input_token = "Token", result_key = "Names")]
/// # async fn list(input: ListInput) -> Result<ListOutput, std::io::Error> {
/// #     let more = input.token.is_none();
/// #     Ok(ListOutput { names: vec!["a", "b"], token: more.then(|| "t".into()) })
/// # }
/// # futures::executor::block_on(async {
/// let all = list_paginator(ListInput::default()).max_items(3).full_result().await?;
/// assert_eq!(all.output.names, ["a", "b", "a"]);
/// assert!(all.resume_token.is_some());
/// # Ok::<(), Error<std::io::Error>>(())
/// # }).unwrap();
/// ```
///
/// `O` is the response, and `T` is the type of the resume token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullResult<O, T = OptionalResumeToken> {
    /// The last page, with each result key joined over all pages, and with the non-aggregate keys of the first page. If pages
    /// lack a key, see [`non_aggregate_keys`](macro@crate::paginated#results).
    pub output: O,
    /// The position at which to resume, if `max_items` ended the list.
    ///
    /// It is `()` if the operation's tokens are not stored (`token_with = false`), if the only token is carried
    /// (`carried_token`), and without the feature `resume`.
    pub resume_token: T,
}

/// The error of [`full_result`](crate::Paginator::full_result), with the pages received before.
///
/// `?` converts it into an [`Error`] in a function that returns one. `O` is the response, `E` is the client's error, and `T` is the
/// type of the resume token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullResultError<O, E, T = OptionalResumeToken> {
    /// The reason why the list stopped.
    pub error: Error<E>,
    /// The pages before the error in one response, if there were any.
    pub output: Option<O>,
    /// The position after the pages in `output`.
    ///
    /// It is `()` if the operation's tokens are not stored (`token_with = false`), if the only token is carried
    /// (`carried_token`), and without the feature `resume`.
    pub resume_token: T,
}

impl<O, E, T> FullResultError<O, E, T> {
    /// Returns the error alone.
    pub fn into_error(self) -> Error<E> {
        self.error
    }

    /// Converts the error into the type of the operation's own error: see [`Error::flatten`].
    pub fn flatten(self) -> E
    where
        E: From<Error<Infallible>>,
    {
        self.error.flatten()
    }
}

impl<O, E, T> From<FullResultError<O, E, T>> for Error<E> {
    fn from(error: FullResultError<O, E, T>) -> Self {
        error.error
    }
}

impl<O, E: fmt::Debug, T: fmt::Debug> fmt::Debug for FullResultError<O, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FullResultError")
            .field("error", &self.error)
            .field("output", &self.output.as_ref().map(|_| format_args!("..")))
            .field("resume_token", &self.resume_token)
            .finish()
    }
}

impl<O, E: fmt::Display, T> fmt::Display for FullResultError<O, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<O, E: StdError + 'static, T: fmt::Debug> StdError for FullResultError<O, E, T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

/// The result of a whole list.
pub(crate) type FullResultOutcome<O, T> = Result<FullResult<<O as Operation>::Output, T>, FullResultErrorOf<O, T>>;

/// The error of a whole list.
type FullResultErrorOf<O, T> = FullResultError<<O as Operation>::Output, <O as Operation>::Error, T>;

/// The future that joins the pages of a list. It is not an async block, because the type of such a block contains the types of
/// its output and of the error. Neither is one of the [`StoredTypes`].
pub(crate) struct FullResultCollector<O: Operation, T> {
    operation: O,
    /// The pages received so far, in one response.
    output: Option<O::StoredPage>,
    /// Returns the field `resume_token` of the result.
    resume_token: fn(&O, Unyielded) -> T,
    /// True while the future is polled, and after it returned the result or panicked.
    is_terminated: bool,
}

// Nothing is pinned: a request in flight is in a box of its own.
impl<O: Operation, T> Unpin for FullResultCollector<O, T> {}

impl<O: Operation, T> Future for FullResultCollector<O, T> {
    type Output = FullResultOutcome<O, T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        // A panic may have lost pages.
        assert!(!self.is_terminated, "`full_result()` was polled after it returned or panicked");
        self.is_terminated = true;
        let result = self.poll_result(cx);
        self.is_terminated = result.is_ready();
        result
    }
}

impl<O: Operation, T> FullResultCollector<O, T> {
    pub(crate) fn new(operation: O, resume_token: fn(&O, Unyielded) -> T) -> Self {
        Self { operation, output: None, resume_token, is_terminated: false }
    }

    fn poll_result(&mut self, cx: &mut Context<'_>) -> Poll<FullResultOutcome<O, T>> {
        loop {
            match ready!(self.operation.poll_page(cx, None)) {
                Some(Ok(page)) => self.add(page)?,
                Some(Err(error)) => return Poll::Ready(Err(self.failure(error, Unyielded::Items(0)))),
                None => return Poll::Ready(self.finish()),
            }
        }
    }

    /// Joins the pages so far and the next page.
    fn add(&mut self, mut page: O::Output) -> Result<(), FullResultErrorOf<O, T>> {
        if let Some(mut so_far) = self.output.take()
            && let Err(error) = self.operation.join_pages(&mut so_far, &mut page)
        {
            self.output = Some(so_far);
            return Err(self.failure(error, Unyielded::WholePage));
        }
        self.output = Some(page);
        Ok(())
    }

    fn finish(&mut self) -> FullResultOutcome<O, T> {
        if let Some(output) = self.output.take() {
            let resume_token = (self.resume_token)(&self.operation, Unyielded::Items(0));
            return Ok(FullResult { output, resume_token });
        }
        let context = ErrorContext { operation: self.operation.operation_name(), key: "max_items", pages: 0 };
        Err(self.failure(Error::NoPages(context), Unyielded::Items(0)))
    }

    fn failure(&mut self, error: Error<O::Error>, unyielded: Unyielded) -> FullResultErrorOf<O, T> {
        let resume_token = (self.resume_token)(&self.operation, unyielded);
        FullResultError { error, output: self.output.take(), resume_token }
    }
}
