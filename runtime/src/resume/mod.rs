//! Resume tokens: the position of a listing in a form that users can store.
//!
//! In dependency order:
//!
//! - [`error`]: [`StartingTokenError`], the error for a starting token that is not valid.
//! - [`botocore`]: encodes and decodes botocore's token format, byte for byte.
//! - [`token`]: the public [`ResumeToken`] type, which wraps the encoded string.

mod botocore;
mod error;
mod token;

pub(crate) use botocore::{Encoder, TokenSerializer, decode, int};
pub use error::StartingTokenError;
pub(crate) use token::NOT_RESUMABLE;
pub use token::ResumeToken;
