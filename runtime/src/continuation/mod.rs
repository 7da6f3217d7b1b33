//! How a list continues: the trait [`Continuation`], with one file for each paging style.

mod next_link;
mod offset;
mod page_number;
#[cfg(test)]
mod tests;
mod token;
mod token_type;

use alloc::vec::Vec;

#[cfg(feature = "resume")]
use crate::resume::{DecodedToken, Encoder, StartingTokenError};
use crate::state::ExpectedElements;

pub(crate) use next_link::NextLink;
pub use next_link::{LinkArg, NextResult};
pub(crate) use offset::Offset;
pub(crate) use page_number::PageNumber;
pub use token::TokenReader;
pub(crate) use token::{MoreTokens, TokenKeys, TokenSet, Tokens};
pub(crate) use token_type::{EmptyValue, TokenFunctions, TokenType};

/// A paging style: how a page leads to the position of the next one, and how a position is written into a request. Each of its
/// implementations has a variant in the macro's `PagingStyle`.
///
/// An implementation describes a list and does not store its progress. The [`ListState`](crate::state::ListState) stores positions.
///
/// No implementation has a bound that relates two type parameters. [`StoredTypes`](crate::operation::StoredTypes) explains why
/// rustc could not prove such a bound.
#[cfg_attr(not(feature = "resume"), allow(dead_code, reason = "resume tokens use every item"))]
pub(crate) trait Continuation {
    /// The request.
    type Request;

    /// The page.
    type Page;

    /// The known position of a page: a token, several tokens, a page number, an offset, or a link. Elsewhere, a position is an
    /// `Option` of this type.
    ///
    /// `None` is the position at which the caller's request starts the list, in three cases: the request has no position, its
    /// position cannot be read (in a builder, or behind a closure), or its position is the number `start`. For `None`, page numbers
    /// and offsets write `start`. Tokens and links write nothing, so a token of the caller that cannot be read remains in the
    /// request. A position other than `None` can also be that of the first page: see [`is_first`](Self::is_first).
    type Position;

    /// True if a position is another part of the list when the page size changes. Examples are page 2, and a link that contains the
    /// page size. If it is true, resume tokens record the page size.
    const DEPENDS_ON_PAGE_SIZE: bool = false;

    /// True if a starting token must have the format of a resume token, or be marked as the service's own
    /// (`ResumeToken::service`). Any other string is refused, because it may be a link to any host by mistake. This does not
    /// prevent a forged resume token, so `next_method` must check the host.
    const REFUSES_FOREIGN_TOKENS: bool = false;

    /// True if [`predict`](Self::predict) may return positions, so that several pages can be requested ahead.
    const IS_PREDICTABLE: bool = false;

    /// Returns whether `position` can be that of the service's first page: it is `None`, or consists only of values that name no
    /// later page, which are carried tokens, and empty strings that the caller put into the request. (`None` can also be the position
    /// of a later page, if the caller's request has a position that cannot be read.)
    fn is_first(&self, position: Option<&Self::Position>) -> bool {
        position.is_none()
    }

    /// Returns the position that the caller put into the request; `None` if the request has none, or if it cannot be read.
    fn initial(&self, request: &mut Self::Request) -> Option<Self::Position>;

    /// Writes a position into a request. For `None`, it writes the number of the first page or item, or nothing if the style has no
    /// numbers. Returns `false` if the position does not fit into the request's field.
    fn write(&self, request: &mut Self::Request, position: Option<&Self::Position>) -> bool;

    /// Removes the position of the caller from the request, because the list starts at the first page instead. A position that
    /// cannot be read is kept, because a list that begins at it has the position `None`. A style in which each request has a
    /// position needs no reset.
    fn reset(&self, _request: &mut Self::Request) {}

    /// Returns the position of the next page. It is `None` if `page` has no such position: `page` is the last one, unless the
    /// flag `more_results` is true or the only token is carried. The page must not be changed before, because a token may be a field
    /// of an item.
    ///
    /// # Errors
    ///
    /// The reason why the next page has no position, although there may be another page.
    fn next(
        &self,
        page: &mut Self::Page,
        context: PageContext<'_, Self::Position>,
    ) -> Result<Option<Self::Position>, NoPosition>;

    /// Returns the position of the page after the one at `position`, before that page is received. Returns `None` if only the page
    /// itself has it.
    fn predict(&self, _position: &Self::Position, _expected: ExpectedElements) -> Option<Self::Position> {
        None
    }

    /// Returns whether two positions are the same. If a later page has the position of an earlier one, the list repeats. Returns
    /// `false` if the only token is carried, because it may repeat.
    fn is_same(&self, position: &Self::Position, other: &Self::Position) -> bool;

    /// Returns whether the only token is carried. The flag `more_results` or the option `end_on` then decides whether a page is
    /// the last one, and the service does not return a page twice.
    fn has_only_carried_token(&self) -> bool {
        false
    }

    /// Returns whether a page at `position` is after the last page of a list of size `total`.
    fn is_past_total(&self, _position: Option<&Self::Position>, _total: Total) -> bool {
        false
    }

    /// Returns the page number or offset that a request for `position` has, which is compared with that of the response (`echo`).
    /// Returns `None` if the position is not a number.
    fn number(&self, _position: Option<&Self::Position>) -> Option<u64> {
        None
    }

    /// Adds the names of the keys of the values in a position.
    fn add_names(&self, names: &mut Vec<&'static str>);

    /// Writes a position into a resume token.
    ///
    /// # Errors
    ///
    /// The error of the token's own `Serialize`.
    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&Self::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error>;

    /// Reads a position from a resume token; `None` is the position at which the caller's request starts the list.
    ///
    /// # Errors
    ///
    /// The reason why a value cannot be read, such as a value that is not of the type of its key.
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<Self::Position>, StartingTokenError>;
}

/// The values other than the page itself from which [`Continuation::next`] finds the next position.
#[derive(Debug)]
pub(crate) struct PageContext<'a, P> {
    /// The position of the page.
    pub(crate) position: Option<&'a P>,
    /// The number of elements in the page's list, before it is trimmed.
    pub(crate) elements: usize,
    /// The number of items or pages in the whole list, as last reported.
    pub(crate) total: Option<Total>,
    /// The flag named by `more_results`, or the value that [`Description::read`](crate::description::Description::read) assumes if
    /// the page lacks it.
    pub(crate) more_results: Option<bool>,
}

/// The size of the whole list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Total {
    Items(u64),
    Pages(u64),
}

/// The reason why the next page has no position, although there may be another page.
#[derive(Debug)]
pub(crate) enum NoPosition {
    /// The position would be larger than the largest number.
    Overflow,
    /// The page has no elements, but its flag says that there are more pages. The next offset would be the same as this one.
    Stuck,
}

/// Reads a number from a resume token. It is a string if the starting token is the service's own number.
#[cfg(feature = "resume")]
fn decode_number(stored: &mut DecodedToken, name: &'static str) -> Result<Option<u64>, StartingTokenError> {
    match stored.take_value() {
        None => Ok(None),
        Some(value) => value
            .as_u64()
            .or_else(|| value.as_str()?.parse().ok())
            .map(Some)
            .ok_or(StartingTokenError::InvalidToken { key: name }),
    }
}
