//! Resume tokens: positions in a list that users can store and resume from.
//!
//! - [`botocore`]: encodes and decodes positions in botocore's token format.
//! - [`error`]: [`StartingTokenError`], the reasons why a starting token is rejected.
//! - [`token`]: [`ResumeToken`], the public type that holds an encoded position or a service's own token.

mod botocore;
mod error;
mod token;

pub(crate) use botocore::{Encoder, TokenSerializer, decode, parse_python_int};
pub use error::StartingTokenError;
pub use token::ResumeToken;

/// The compile error if a resume token is requested and the type of a token cannot be stored.
pub(crate) const NOT_RESUMABLE: &str = "this operation has a token whose type cannot be stored in a resume token\n\
    help: implement `Serialize` and `Deserialize` for the type, or name a module that contains functions \
    `serialize` and `deserialize`: `token_with = module`";
