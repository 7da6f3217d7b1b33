//! [`Error`]: the reasons why a list stops.

use alloc::string::{String, ToString};
use core::convert::Infallible;
use core::error::Error as StdError;
use core::fmt;

#[cfg(feature = "resume")]
use crate::resume::StartingTokenError;

/// The reason why a list stopped.
///
/// An `Error` contains no token of the list, because tokens can be secrets. The operation's own error may contain one. The
/// stream's `resume_token()` returns the position at which to resume. `Error<E>` is `Send`, is `Sync`, and is `'static`, each if
/// `E` is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error<E> {
    /// The request failed. `retry()` requests the same page again, and `resume_token()` still points at it.
    Operation(E),
    /// The service returned the token or link that requested the page, so continuing would request the same page forever.
    ///
    /// The error is returned after the page. If the service means the end of the list (CloudWatch Logs `GetLogEvents`), write
    /// `end_on = "repeated_token"`. A list that is resumed after this error requests the same page again. It yields all items of
    /// that response, because the service may return other items now.
    RepeatedToken(ErrorContext),
    /// The service returned the token or link of an earlier page, so continuing would loop forever.
    ///
    /// The error is returned after a page. If there are `n` pages before the cycle and in it, at most `3 * n` pages are
    /// received. Items of the pages in the cycle may be yielded more than once.
    TokenCycle(ErrorContext),
    /// The flag of `more_results` is true, but the page has no token or link for the next page. Without a flag, a list whose
    /// only token is carried can have this error: no page has had a token, and `end_on` does not end the list.
    ///
    /// The error is returned after the page. A list that is resumed after it requests the page again, and skips its items. A
    /// page without items is returned again.
    MissingToken(ErrorContext),
    /// The response has no data: an `Option` that contains both the items and the token, link, flag, or total is `None`. An
    /// example is `{"data": null, "errors": […]}` in GraphQL. The response ends the list instead if a flag outside of the
    /// `Option` says so, or, with page numbers or offsets, a total. In a list that an empty page ends, an `Option` of a
    /// struct around the items alone is also such an `Option`. If the `Vec` of the items itself is `None`, the page is empty. With
    /// `offset`, an empty page whose `more_results` flag is true has no data either, because the offset cannot advance.
    ///
    /// The page is not yielded. `retry()` requests it again, and `resume_token()` still points at it.
    ///
    /// [`full_result`](crate::Paginator::full_result) also returns this error if two result keys are closures, and each returns
    /// `None` for a page for which the other finds values. No page can then hold the values of both.
    MissingData(ErrorContext),
    /// The next position, or the start of the list, is too large for the request's field.
    ///
    /// The error is returned after the page before, if there is one.
    PositionOverflow(ErrorContext),
    /// The page number or offset in the response (`echo`) is not the requested one: the service ignored the number, or clamped it.
    ///
    /// The page is not yielded. `retry()` requests it again, and `resume_token()` still points at it.
    WrongPosition(ErrorContext),
    /// [`full_result`](crate::Paginator::full_result) cannot join two pages: a key of a map is on both, and one of its values
    /// would be lost. Only lists, sets, and maps can be joined, and structs without generics that contain them and derive
    /// [`Page`](macro@crate::Page).
    ///
    /// The field `output` of the [`FullResultError`](crate::FullResultError) has the pages before, and its resume token points
    /// at the later page.
    DuplicateKey(ErrorContext),
    /// The list has more pages than [`max_pages`](crate::Paginator::max_pages) allows.
    TooManyPages(ErrorContext),
    /// [`full_result`](crate::Paginator::full_result) received no page, because `max_items` is 0.
    NoPages(ErrorContext),
    /// The starting token does not fit this operation. No request was sent.
    #[cfg(feature = "resume")]
    StartingToken(StartingTokenError),
    /// The page size does not fit into the request, or the operation has no `limit_key`. No request was sent.
    PageSize(PageSizeError),
}

/// The operation, the key, and the page at which a list stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorContext {
    /// The name of the operation: of the method, or of the function that is called in `paginate!`. If the call there is another
    /// expression, such as `request.send()`, it is the name of the builder's type, or `paginate` without a builder.
    pub operation: &'static str,
    /// The key of the attribute that the error is about. For a closure, it is the name of the option. In [`Error::DuplicateKey`],
    /// it is the result key that names the map. In [`Error::MissingData`], it may be the beginning of a key: the path of the
    /// `Option` that must not be `None`, or `@` for the page itself. In [`Error::TooManyPages`], it is the key of the position, and
    /// in [`Error::NoPages`], it is `max_items`.
    pub key: &'static str,
    /// The number of pages received.
    pub pages: u64,
}

/// A page size that does not fit into the request, or of an operation without a `limit_key`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageSizeError {
    /// The name of the operation.
    pub operation: &'static str,
    /// The `limit_key`. It is empty if the operation has none.
    pub key: &'static str,
    /// The page size.
    pub page_size: usize,
}

impl<E> Error<E> {
    /// Returns whether the request itself failed.
    pub fn is_operation(&self) -> bool {
        matches!(self, Self::Operation(_))
    }

    /// Returns the operation's own error, or `None` for any other error.
    pub fn as_operation(&self) -> Option<&E> {
        match self {
            Self::Operation(error) => Some(error),
            _ => None,
        }
    }

    /// Converts the error into the operation's own error. Returns `None` for any other error.
    pub fn into_operation(self) -> Option<E> {
        match self {
            Self::Operation(error) => Some(error),
            _ => None,
        }
    }

    /// Converts the error into the type of the operation's own error.
    ///
    /// `anyhow::Error`, `Box<dyn Error>`, and `String` do not implement `std::error::Error`, so an `Error` that contains one of
    /// them does not implement it either. The operator `?` therefore does not convert it. Call `.map_err(Error::flatten)?`
    /// instead. It returns the operation's own error unchanged. Any other error becomes an `Error<Infallible>`, which `From`
    /// converts.
    ///
    /// ```
    /// use paginated::{Error, Items, Operation};
    ///
    /// type BoxError = Box<dyn std::error::Error + Send + Sync>;
    ///
    /// async fn count<O: Operation<Error = BoxError>>(mut items: Items<O>) -> Result<usize, BoxError> {
    ///     let mut count = 0;
    ///     while items.try_next().await.map_err(Error::flatten)?.is_some() {
    ///         count += 1;
    ///     }
    ///     Ok(count)
    /// }
    /// ```
    ///
    /// An error type of your own needs `From<Error<Infallible>>`. A type of another crate that does not implement it, such as the
    /// `SdkError` of the AWS SDK, cannot be returned: match `Error::Operation(error)` instead.
    pub fn flatten(self) -> E
    where
        E: From<Error<Infallible>>,
    {
        E::from(match self {
            Self::Operation(error) => return error,
            Self::RepeatedToken(context) => Error::RepeatedToken(context),
            Self::TokenCycle(context) => Error::TokenCycle(context),
            Self::MissingToken(context) => Error::MissingToken(context),
            Self::MissingData(context) => Error::MissingData(context),
            Self::PositionOverflow(context) => Error::PositionOverflow(context),
            Self::WrongPosition(context) => Error::WrongPosition(context),
            Self::DuplicateKey(context) => Error::DuplicateKey(context),
            Self::TooManyPages(context) => Error::TooManyPages(context),
            Self::NoPages(context) => Error::NoPages(context),
            #[cfg(feature = "resume")]
            Self::StartingToken(error) => Error::StartingToken(error),
            Self::PageSize(error) => Error::PageSize(error),
        })
    }
}

/// Lets [`Error::flatten`] return a `String`.
#[diagnostic::do_not_recommend]
impl From<Error<Infallible>> for String {
    fn from(error: Error<Infallible>) -> Self {
        error.to_string()
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (context, problem) = match self {
            Self::Operation(error) => return error.fmt(f),
            #[cfg(feature = "resume")]
            Self::StartingToken(error) => return error.fmt(f),
            Self::PageSize(error) => return error.fmt(f),
            Self::RepeatedToken(context) => (context, "the service returned the token that requested the page"),
            Self::TokenCycle(context) => (context, "the service returned a token that it had returned before"),
            Self::MissingToken(context) => (context, "there are more pages, but there is no token"),
            Self::MissingData(context) => (context, "the response has no data"),
            Self::PositionOverflow(context) => (context, "the next position does not fit into the request"),
            Self::WrongPosition(context) => (context, "the service returned another page than the requested one"),
            Self::DuplicateKey(context) => (context, "a key of a map is on two pages, and its values cannot be joined"),
            Self::TooManyPages(context) => (context, "there are more pages than `max_pages` allows"),
            Self::NoPages(context) => (context, "there is no page to return, because `max_items` is 0"),
        };
        let ErrorContext { operation, key, pages } = context;
        let s = if *pages == 1 { "" } else { "s" };
        write!(f, "`{operation}` stopped after {pages} page{s} at `{key}`: {problem}")
    }
}

impl fmt::Display for PageSizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, key, page_size } = self;
        if key.is_empty() {
            return write!(f, "`{operation}` was not called: it has no `limit_key` for a page size of {page_size}");
        }
        write!(f, "`{operation}` was not called: a page size of {page_size} does not fit into `{key}`")
    }
}

impl StdError for PageSizeError {}

impl<E: StdError + 'static> StdError for Error<E> {
    /// Returns the operation's own error, or the error of the starting token or the page size.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Operation(error) => Some(error),
            #[cfg(feature = "resume")]
            Self::StartingToken(error) => Some(error),
            Self::PageSize(error) => Some(error),
            _ => None,
        }
    }
}
