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

/// The tokens of a decoded position, in the order of their names; `None` for a token that is not set.
pub(crate) type StoredTokens = alloc::vec::IntoIter<Option<serde_json::Value>>;
