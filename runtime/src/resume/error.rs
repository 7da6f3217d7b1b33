//! Reasons why a starting token is rejected.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::botocore::TRUNCATE_AMOUNT;

/// A starting token that is not valid for the operation.
///
/// No request was sent. The error does not contain the token, because tokens can be secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartingTokenError {
    /// The token starts like a token of this operation, but characters are missing, usually at its end.
    Truncated,
    /// The token starts like a token of this operation, but is not a JSON object.
    Malformed,
    /// The token contains a key that tokens of this operation do not have.
    ///
    /// It belongs to another operation, or it is the service's own token, which must be passed as
    /// [`ResumeToken::service`](crate::ResumeToken::service).
    #[non_exhaustive]
    UnknownKey {
        /// The unknown key, or `None` if the key does not look like a name and could be a secret.
        key: Option<Box<str>>,
        /// The keys of the operation's position (its input tokens, page number, offset, or link), quoted and separated by commas.
        known: Box<str>,
    },
    /// The token contains none of the keys of the operation's position.
    #[non_exhaustive]
    MissingKeys {
        /// The keys of the operation's position (its input tokens, page number, offset, or link), quoted and separated by commas.
        known: Box<str>,
    },
    /// The number of items that were yielded is invalid.
    #[non_exhaustive]
    InvalidItemCount {
        /// The reason, as the end of a sentence: "is negative".
        reason: &'static str,
    },
    /// The key `boto_encoded_keys` contains the paths of the values that are bytes, and does not match the values.
    InvalidEncodedKeys,
    /// The token has the legacy format, joined by `___`, and has more parts than the values of the operation's position and an
    /// item count.
    #[non_exhaustive]
    TooManyParts {
        /// The number of parts in the token.
        parts: usize,
        /// The number of values in the operation's position.
        tokens: usize,
    },
    /// The value of the position (an input token, a page number, an offset, or a link) cannot be converted to its type.
    #[non_exhaustive]
    InvalidToken {
        /// The key of the value, as in the attribute.
        key: &'static str,
    },
    /// The tokens of the operation are not stored (`token_with = false`), so no starting token contains one.
    UnstoredTokens,
    /// The page size, or the number of items before the page, is not an integer of at least 0.
    #[non_exhaustive]
    InvalidNumber {
        /// The key.
        key: &'static str,
    },
    /// The page size differs from the one that the token records, so the position of the token means another page.
    #[non_exhaustive]
    PageSize {
        /// The page size of the token.
        expected: u64,
        /// The page size of the paginator or the request.
        found: u64,
    },
    /// The token does not have the format of a resume token, and could be a link to another host. A link that is known to be safe
    /// must be passed as [`ResumeToken::service`](crate::ResumeToken::service).
    ForeignLink,
}

impl StartingTokenError {
    pub(super) fn unknown_key(key: &str, names: &[&str]) -> Self {
        // A key that does not look like a name may be a secret of the service.
        let is_name =
            key.len() <= 64 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-$".contains(&byte));
        Self::UnknownKey { key: is_name.then(|| key.into()), known: quoted_list(names) }
    }

    pub(super) fn missing_keys(names: &[&str]) -> Self {
        Self::MissingKeys { known: quoted_list(names) }
    }
}

fn quoted_list(names: &[&str]) -> Box<str> {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ").into()
}

impl fmt::Display for StartingTokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("truncated starting token: its end is missing"),
            Self::Malformed => f.write_str("malformed starting token: not a JSON object"),
            Self::UnknownKey { key, known } => fmt_unknown_key(f, key.as_deref(), known),
            Self::MissingKeys { known } => {
                write!(f, "missing keys in starting token: expected at least one of {known}")
            }
            Self::InvalidItemCount { reason } => {
                write!(f, "invalid item count in starting token: `{TRUNCATE_AMOUNT}` {reason}")
            }
            Self::InvalidEncodedKeys => {
                f.write_str("malformed starting token: `boto_encoded_keys` does not match the values")
            }
            Self::TooManyParts { parts, tokens } => {
                write!(f, "too many parts in starting token: found {parts} separated by `___`, ")?;
                write!(f, "expected at most {tokens} and an item count")
            }
            Self::InvalidToken { key } => {
                write!(
                    f,
                    "invalid value of `{key}` in starting token: it cannot be converted to the type of the position"
                )
            }
            Self::UnstoredTokens => f.write_str(
                "the list cannot begin at a starting token, because its tokens are not stored (`token_with = false`)",
            ),
            Self::InvalidNumber { key } => {
                write!(f, "invalid value of `{key}` in starting token: expected an integer of at least 0")
            }
            Self::PageSize { expected, found } => {
                write!(
                    f,
                    "the starting token is of a list with pages of {expected} items, and the page size is {found}; "
                )?;
                write!(f, "help: use the page size {expected}, or none")
            }
            Self::ForeignLink => f.write_str(
                "the starting token is not a resume token; help: if it is a link of the service, pass \
                 `ResumeToken::service(link)`",
            ),
        }
    }
}

fn fmt_unknown_key(f: &mut fmt::Formatter<'_>, key: Option<&str>, known: &str) -> fmt::Result {
    f.write_str("unknown key")?;
    if let Some(key) = key {
        write!(f, " `{key}`")?;
    }
    f.write_str(" in starting token")?;
    if !known.is_empty() {
        write!(f, ", expected {known}")?;
    }
    f.write_str("; help: if it is the service's own token, pass `ResumeToken::service(token)`")
}

impl Error for StartingTokenError {}
