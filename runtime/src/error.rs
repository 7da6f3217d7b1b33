//! What can go wrong in a listing.

use core::error::Error as StdError;
use core::fmt;

use crate::resume::StartingTokenError;

/// Why a listing stopped.
///
/// It holds no token: tokens can be secrets. Where the listing can go on, the stream's `resume_token()` says where.
///
/// It is `Send`, `Sync` and `'static` where the operation's own error is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error<E> {
    /// The request failed. `retry()` asks for the same page again; `resume_token()` still points at it.
    Operation(E),
    /// The page brought the token that had asked for it: going on would ask for the same page for ever.
    ///
    /// It comes after the page was given. Where the service means the end by it (CloudWatch Logs `GetLogEvents`), write
    /// `repeated_token = "stop"`.
    RepeatedToken(Halted),
    /// The page brought a token that had come before: going on would go round in a circle.
    ///
    /// It comes after the page was given, within three times as many pages as lie before and in the circle.
    TokenCycle(Halted),
    /// The flag named by `more_results` says that there is another page, but the page has no token that says where.
    ///
    /// It comes after the page was given.
    MoreWithoutToken(Halted),
    /// As many pages were read as [`max_pages`](crate::Paginator::max_pages) allows, and there are more.
    MaxPages(Halted),
    /// [`full_result`](crate::Paginator::full_result) read no page, for `max_items` is 0, so there is no output to give.
    NothingRead(Halted),
    /// The starting token cannot be one of this operation's. Nothing was sent.
    StartingToken(StartingTokenError),
    /// The page size does not fit into the request. Nothing was sent.
    PageSize(PageSizeError),
}

/// Where a listing halted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Halted {
    /// The operation.
    pub operation: &'static str,
    /// The key of the attribute that brought it about, by its wire name.
    pub key: &'static str,
    /// How many pages were read.
    pub pages: u64,
}

/// A page size that does not fit into the request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageSizeError {
    /// The operation.
    pub operation: &'static str,
    /// The `limit_key`.
    pub key: &'static str,
    /// The page size.
    pub page_size: usize,
}

impl<E> Error<E> {
    /// Whether the request itself failed, so that `retry()` may help.
    pub fn is_operation(&self) -> bool {
        matches!(self, Self::Operation(_))
    }

    /// The operation's own error.
    pub fn as_operation(&self) -> Option<&E> {
        match self {
            Self::Operation(error) => Some(error),
            _ => None,
        }
    }

    /// The operation's own error.
    pub fn into_operation(self) -> Option<E> {
        match self {
            Self::Operation(error) => Some(error),
            _ => None,
        }
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operation(error) => error.fmt(f),
            Self::RepeatedToken(at) => write!(f, "{at} the same token was received twice in a row"),
            Self::TokenCycle(at) => write!(f, "{at} a token came back that had been received before"),
            Self::MoreWithoutToken(at) => write!(f, "{at} the service says that there is more, and gives no token"),
            Self::MaxPages(at) => write!(f, "{at} there are more pages than were allowed"),
            Self::NothingRead(at) => write!(f, "{at} no page was to be read, so there is no output"),
            Self::StartingToken(error) => error.fmt(f),
            Self::PageSize(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for Halted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, key, pages } = self;
        let s = if *pages == 1 { "" } else { "s" };
        write!(f, "`{operation}` stopped after {pages} page{s} at `{key}`:")
    }
}

impl fmt::Display for PageSizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, key, page_size } = self;
        write!(f, "`{operation}` cannot be sent: a page size of {page_size} does not fit into `{key}`")
    }
}

impl StdError for PageSizeError {}

impl<E: StdError + 'static> StdError for Error<E> {
    /// The operation's own error, as it was; or what is wrong with the starting token or the page size.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Operation(error) => Some(error),
            Self::StartingToken(error) => Some(error),
            Self::PageSize(error) => Some(error),
            _ => None,
        }
    }
}
