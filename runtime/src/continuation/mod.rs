//! How a list continues: one trait, and one file for each paging style.

mod codec;
mod offset;
mod token;

use alloc::vec::Vec;

#[cfg(feature = "resume")]
use crate::resume::{Encoder, StoredTokens};

pub(crate) use codec::{Codec, TokenProbe};
#[cfg(feature = "resume")]
pub use codec::{SerdeToken, TextToken};
pub(crate) use token::OutputToken;
pub(crate) use token::{RequestToken, Token};

/// The way from one page of a list to the next. `R` is the request, `O` the page.
///
/// There is one implementation for each paging style. An implementation describes a list and keeps nothing of the progress
/// of one: positions are kept by the [`Cursor`](crate::state::Cursor).
pub trait Continuation<R, O> {
    /// The position of a page: a token, several tokens, an offset.
    type Position;

    /// Returns the position in a request as the caller made it; `None` if it has none, or if it cannot be read.
    fn initial(&self, request: &mut R) -> Option<Self::Position>;

    /// Puts a position into a request, or clears it. Returns `false` if the request's field cannot hold it.
    fn apply(&self, request: &mut R, position: Option<&Self::Position>) -> bool;

    /// Prepares the first request, which has no position and is otherwise sent as the caller made it. Returns `false` if the
    /// request's field cannot hold the start of the list.
    fn prepare_first(&self, _request: &mut R) -> bool {
        true
    }

    /// Makes a request one for the first page. A position that cannot be read stays: it may be the caller's own.
    fn reset(&self, request: &mut R);

    /// Returns the position of the next page; `None` if the page has none.
    ///
    /// `current` is the position of the page, and `received` the number of its items. The page is as it was received.
    fn next(&self, page: &mut O, current: Option<&Self::Position>, received: usize) -> Option<Self::Position>;

    /// Returns whether a page at `position` after a page at `earlier` means that the service repeats itself.
    fn is_same(&self, position: &Self::Position, earlier: &Self::Position) -> bool;

    /// Adds the wire names of the values in a position.
    fn add_names(&self, names: &mut Vec<&'static str>);

    /// Writes a position into a resume token.
    ///
    /// # Errors
    ///
    /// The error of the token's own `Serialize`.
    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&Self::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error>;

    /// Reads a position from a resume token; `None` is the first page.
    ///
    /// # Errors
    ///
    /// The wire name of the value that is not of its type.
    #[cfg(feature = "resume")]
    fn decode(&self, values: &mut StoredTokens) -> Result<Option<Self::Position>, &'static str>;
}

/// No paging style: there is one page. It ends the list of an operation's tokens.
impl<R, O> Continuation<R, O> for () {
    type Position = ();
    fn initial(&self, _: &mut R) -> Option<()> {
        None
    }
    fn apply(&self, _: &mut R, _: Option<&()>) -> bool {
        true
    }
    fn reset(&self, _: &mut R) {}
    fn next(&self, _: &mut O, _: Option<&()>, _: usize) -> Option<()> {
        None
    }
    fn is_same(&self, (): &(), (): &()) -> bool {
        true
    }
    fn add_names(&self, _: &mut Vec<&'static str>) {}
    #[cfg(feature = "resume")]
    fn encode(&self, _: Option<&()>, _: &mut Encoder) -> Result<(), serde_json::Error> {
        Ok(())
    }
    #[cfg(feature = "resume")]
    fn decode(&self, _: &mut StoredTokens) -> Result<Option<()>, &'static str> {
        Ok(None)
    }
}
