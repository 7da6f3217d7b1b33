//! Resume tokens: positions in a list that users can store and resume from.
//!
//! - [`botocore`]: encodes and decodes positions in botocore's token format.
//! - [`error`]: [`StartingTokenError`], the reasons why a starting token is rejected.
//! - [`token`]: [`ResumeToken`], the public type that holds an encoded position or a service's own token.

mod botocore;
mod error;
mod token;

use alloc::vec::{self, Vec};

pub(crate) use botocore::{Encoder, TokenSerializer, decode, parse_python_int};
pub use error::StartingTokenError;
pub use token::ResumeToken;

/// The key, in a resume token, of the number of items on the pages before a numbered page. A page number does not say how many
/// there are. Other paging styles neither write the key nor use its value.
pub(crate) const ITEMS_BEFORE: &str = "paginated_items_before";

/// The values of a decoded starting token, from which a `Continuation` restores its position.
#[cfg_attr(test, derive(Debug))]
pub(crate) struct DecodedToken {
    /// The values of the position, in the order of their names. `None` is a token that is not set.
    values: vec::IntoIter<Option<serde_json::Value>>,
    /// The number of items on the pages before a numbered page.
    pub(crate) items_before: Option<u64>,
    /// The number of items to skip from the position on: the item count of the token.
    pub(crate) skip: usize,
    /// The page size of the list that is resumed, if the token records it.
    pub(crate) page_size: Option<u64>,
    /// True if the token is neither base64 of a JSON object nor marked as the service's own (`ResumeToken::service`). Such an
    /// object may have been forged, so `false` says nothing about its origin.
    pub(crate) is_foreign: bool,
}

impl DecodedToken {
    /// Creates a decoded token that has the values of a position only.
    pub(crate) fn from_values(values: Vec<Option<serde_json::Value>>) -> Self {
        Self { values: values.into_iter(), items_before: None, skip: 0, page_size: None, is_foreign: false }
    }

    /// Takes the next value of the position. Returns `None` if it is a token that is not set.
    pub(crate) fn take_value(&mut self) -> Option<serde_json::Value> {
        self.values.next().flatten()
    }
}
