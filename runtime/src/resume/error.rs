//! What can be wrong with a starting token.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::botocore::TAKEN;

/// A starting token that cannot be one of the operation's. Nothing was sent.
///
/// It holds no token: tokens can be secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartingTokenError {
    /// It begins as one of this operation's, and its end is missing.
    CutOff,
    /// It begins as one of this operation's, and goes on as no token does.
    Damaged,
    /// It has a key that no token of this operation has: it is another operation's, or the service's own, which
    /// [`ResumeToken::service`](crate::ResumeToken::service) is for.
    #[non_exhaustive]
    UnknownKey {
        /// The key; `None` where it looks like no name.
        key: Option<Box<str>>,
        /// The keys that a token of this operation has.
        known: Box<str>,
    },
    /// It has none of the keys that a token of this operation has.
    #[non_exhaustive]
    NoKey {
        /// The keys that a token of this operation has.
        known: Box<str>,
    },
    /// The number of items taken is none.
    #[non_exhaustive]
    Taken {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// What it says of values that are bytes does not fit them.
    EncodedKeys,
    /// It has the old form, joined by `___`, and more tokens than the operation.
    #[non_exhaustive]
    TooManyParts {
        /// How many parts it has.
        parts: usize,
        /// How many tokens the operation has.
        tokens: usize,
    },
    /// A token in it is not of that token's type.
    #[non_exhaustive]
    TokenType {
        /// The token's wire name.
        key: &'static str,
    },
}

impl StartingTokenError {
    /// The token of this name is not of its type.
    pub(crate) fn token_type(key: &'static str) -> Self {
        Self::TokenType { key }
    }

    pub(super) fn unknown_key(key: &str, names: &[&str]) -> Self {
        // A name is no secret; whatever else a service put there may be.
        let is_name =
            key.len() <= 64 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-$".contains(&byte));
        Self::UnknownKey { key: is_name.then(|| key.into()), known: list(names) }
    }

    pub(super) fn no_key(names: &[&str]) -> Self {
        Self::NoKey { known: list(names) }
    }
}

fn list(names: &[&str]) -> Box<str> {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ").into()
}

impl fmt::Display for StartingTokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff => f.write_str("the starting token was cut off: its end is missing"),
            Self::Damaged => f.write_str("the starting token is damaged: it begins as one, and is no JSON object"),
            Self::UnknownKey { key, known } => unknown_key(f, key.as_deref(), known),
            Self::NoKey { known } => write!(f, "the starting token has none of this operation's keys ({known})"),
            Self::Taken { reason } => write!(f, "the starting token's number of items taken (`{TAKEN}`) {reason}"),
            Self::EncodedKeys => f.write_str("the starting token is damaged: the bytes in it are not where it says"),
            Self::TooManyParts { parts, tokens } => {
                write!(f, "the starting token has {parts} parts (split by `___`), and the operation {tokens} at most")
            }
            Self::TokenType { key } => write!(f, "the starting token cannot be read: its `{key}` is of another type"),
        }
    }
}

fn unknown_key(f: &mut fmt::Formatter<'_>, key: Option<&str>, known: &str) -> fmt::Result {
    f.write_str("the starting token has a key that this operation has not")?;
    if let Some(key) = key {
        write!(f, ", `{key}`")?;
    }
    write!(f, " (it has {known}): a token of another operation, or the service's own")?;
    f.write_str(", which `ResumeToken::service` is for")
}

impl Error for StartingTokenError {}
