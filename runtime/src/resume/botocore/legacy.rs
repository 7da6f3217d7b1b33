//! botocore's older form of a token, `a___b___3`, and a service's own token.

use alloc::vec;
use alloc::vec::Vec;

use serde_json::Value;

use super::decode::Decoded;
use super::python::int;
use crate::resume::StartingTokenError;

/// What `PageIterator._parse_starting_token_deprecated` makes of a text that is not of the newer form.
///
/// Two things differ. A number of items that is negative is an error here. And digits other than ASCII's make no number.
pub(super) fn decode(text: &str, names: &[&str]) -> Result<Decoded, StartingTokenError> {
    let mut parts: Vec<&str> = text.split("___").collect();
    let mut taken = 0;
    if parts.len() == names.len() + 1 {
        match parts.pop().and_then(int) {
            Some(number) => taken = count(number)?,
            None => parts = vec![text],
        }
    }
    if parts.len() > names.len() {
        return Err(StartingTokenError::TooManyParts { parts: parts.len(), tokens: names.len() });
    }
    let mut tokens: Vec<Option<Value>> = parts.into_iter().map(token).collect();
    tokens.resize(names.len(), None);
    Ok(Decoded { tokens, taken })
}

fn token(part: &str) -> Option<Value> {
    (part != "None").then(|| part.into())
}

/// A number of items that a page can have.
pub(super) fn count(number: i128) -> Result<u64, StartingTokenError> {
    let reason = if number < 0 { "is negative" } else { "is larger than any page" };
    let count = isize::try_from(number).ok().and_then(|number| u64::try_from(number).ok());
    count.ok_or(StartingTokenError::Taken { reason })
}
