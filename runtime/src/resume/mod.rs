//! Resume tokens: positions in a list that users can store and resume from.
//!
//! - [`botocore`]: encodes and decodes positions in botocore's token format.
//! - [`error`]: [`StartingTokenError`], the reasons why a starting token is rejected.
//! - [`token`]: [`ResumeToken`], the public type that holds an encoded position or a service's own token.

mod botocore;
mod error;
mod token;

pub(crate) use botocore::{Encoder, TokenSerializer};
pub(crate) use botocore::{decode, parse_python_int};
pub use error::StartingTokenError;
pub use token::ResumeToken;

/// The key, in a resume token, of the number of items on the pages before a numbered page.
pub(crate) const ITEMS_BEFORE: &str = "paginated_items_before";

/// The values of a decoded starting token, from which a `Continuation` restores its position.
pub(crate) struct StoredPosition {
    tokens: alloc::vec::IntoIter<Option<serde_json::Value>>,
    /// The number of items on the pages before a numbered page.
    pub(crate) items_before: Option<u64>,
}

impl StoredPosition {
    pub(crate) fn new(tokens: alloc::vec::Vec<Option<serde_json::Value>>, items_before: Option<u64>) -> Self {
        Self { tokens: tokens.into_iter(), items_before }
    }

    /// Returns the value of the next input token, in the order in which they were encoded. `None` is a token that is not set.
    pub(crate) fn next_token(&mut self) -> Option<serde_json::Value> {
        self.tokens.next().flatten()
    }
}
