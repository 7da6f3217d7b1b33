//! botocore's legacy token format, `a___b___3`, and the service's own tokens.

use alloc::vec;
use alloc::vec::Vec;

use serde_json::Value;

use super::python_int::parse_python_int;
use crate::resume::StartingTokenError;

/// Decodes a string that is not base64 of a JSON object to input tokens and an item count
/// (`PageIterator._parse_starting_token_deprecated`).
///
/// Unlike in botocore, a count that is negative or too large is an error, and only ASCII digits form a number.
pub(super) fn decode_legacy(text: &str, names: &[&str]) -> Result<(Vec<Option<Value>>, usize), StartingTokenError> {
    let mut parts: Vec<&str> = text.split("___").collect();
    let mut item_count = 0;
    if parts.len() == names.len() + 1 {
        match parts.pop().and_then(parse_python_int) {
            Some(number) => item_count = to_item_count(number)?,
            None => parts = vec![text],
        }
    }
    if parts.len() > names.len() {
        return Err(StartingTokenError::TooManyParts { parts: parts.len(), tokens: names.len() });
    }
    let mut tokens: Vec<Option<Value>> = parts.into_iter().map(|part| (part != "None").then(|| part.into())).collect();
    tokens.resize(names.len(), None);
    Ok((tokens, item_count))
}

/// Converts a number to the item count of a page, which is at most `isize::MAX`.
pub(super) fn to_item_count(number: i128) -> Result<usize, StartingTokenError> {
    let reason = if number < 0 { "is negative" } else { "is too large" };
    let count = isize::try_from(number).ok().and_then(|number| usize::try_from(number).ok());
    count.ok_or(StartingTokenError::InvalidItemCount { reason })
}
