//! Decodes a starting token to the values of a position, an item count, and other numbers.

use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Map, Number, Value};

use super::legacy::{decode_legacy, to_item_count};
use super::python_base64::decode_lenient;
use super::python_json::write_string;
use super::{ENCODED_KEYS, TRUNCATE_AMOUNT};
use crate::resume::{DecodedToken, ITEMS_BEFORE, ResumeToken, StartingTokenError};

/// Decodes a starting token as botocore's `PageIterator._parse_starting_token` does.
///
/// `names` are the names of the position's values. `page_size_key` is the name of the page size, if the position depends on it.
/// botocore has neither the page size nor the number of items before a page ([`ITEMS_BEFORE`]). A token may lack them.
pub(crate) fn decode(
    token: &ResumeToken,
    names: &[&str],
    page_size_key: Option<&'static str>,
) -> Result<DecodedToken, StartingTokenError> {
    let text = token.as_str();
    if token.is_service() {
        return Ok(DecodedToken::from_values(first_token(text, names)));
    }
    let base64 = decode_lenient(text);
    match parse_object(&base64.bytes) {
        Ok(object) if base64.complete => decode_object(object, names, page_size_key),
        Err(error) if base64.complete && is_too_deep(&error) => Err(StartingTokenError::Malformed),
        _ if !looks_like_ours(&base64.bytes, names, page_size_key) => {
            let (values, skip) = decode_legacy(text, names)?;
            Ok(DecodedToken { skip, is_foreign: true, ..DecodedToken::from_values(values) })
        }
        Err(error) if base64.complete && !error.is_eof() => Err(StartingTokenError::Malformed),
        _ => Err(StartingTokenError::Truncated),
    }
}

pub(super) fn parse_object(json: &[u8]) -> Result<Map<String, Value>, serde_json::Error> {
    serde_json::from_slice(json)
}

/// Returns whether an object has more levels than `serde_json` reads. `serde_json` has no category for this error, so its text is
/// compared.
fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit exceeded")
}

fn first_token(text: &str, names: &[&str]) -> Vec<Option<Value>> {
    let mut tokens = vec![None; names.len()];
    if let Some(first) = tokens.first_mut() {
        *first = Some(text.into());
    }
    tokens
}

/// Returns `true` if the JSON starts with `{"` and a key of this operation, or is cut off inside of such a key. The service's own
/// tokens usually do not.
fn looks_like_ours(json: &[u8], names: &[&str], page_size_key: Option<&str>) -> bool {
    names.iter().chain(&page_size_key).chain(&[ITEMS_BEFORE, TRUNCATE_AMOUNT]).any(|name| {
        let mut prefix = String::from("{");
        write_string(&mut prefix, name);
        json.starts_with(prefix.as_bytes()) || json.len() > 2 && prefix.as_bytes().starts_with(json)
    })
}

fn decode_object(
    mut object: Map<String, Value>,
    names: &[&str],
    page_size_key: Option<&'static str>,
) -> Result<DecodedToken, StartingTokenError> {
    let item_count = object.remove(TRUNCATE_AMOUNT);
    let encoded_keys = object.remove(ENCODED_KEYS);
    let items_before = object.remove(ITEMS_BEFORE);
    let page_size = page_size_key.map(|key| (key, object.remove(key)));
    if let Some(key) = object.keys().find(|key| !names.contains(&key.as_str())) {
        return Err(StartingTokenError::unknown_key(key, names));
    }
    if object.is_empty() && !names.is_empty() {
        return Err(StartingTokenError::missing_keys(names));
    }
    let skip = item_count.map_or(Ok(0), |value| decode_item_count(&value))?;
    let items_before = decode_extra_number(ITEMS_BEFORE, items_before)?;
    let page_size = page_size.map_or(Ok(None), |(key, value)| decode_extra_number(key, value))?;
    restore_bytes(&mut object, encoded_keys.as_ref().unwrap_or(&Value::Null))
        .ok_or(StartingTokenError::InvalidEncodedKeys)?;
    let values = names.iter().map(|name| object.remove(*name).filter(|token| !token.is_null())).collect();
    Ok(DecodedToken { items_before, skip, page_size, ..DecodedToken::from_values(values) })
}

fn decode_item_count(value: &Value) -> Result<usize, StartingTokenError> {
    const NOT_AN_INTEGER: StartingTokenError = StartingTokenError::InvalidItemCount { reason: "is not an integer" };
    match value {
        Value::Null => Ok(0),
        Value::Number(number) => to_item_count(to_integer(number).ok_or(NOT_AN_INTEGER)?),
        _ => Err(NOT_AN_INTEGER),
    }
}

fn decode_extra_number(key: &'static str, value: Option<Value>) -> Result<Option<u64>, StartingTokenError> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_u64().map(Some).ok_or(StartingTokenError::InvalidNumber { key }),
    }
}

/// Returns the number if it is written as an integer, or is beyond the range of 64 bits. The latter is clamped.
fn to_integer(number: &Number) -> Option<i128> {
    /// `serde_json` reads integers outside the range of `i64` and `u64` as floats. All floats beyond this are integers.
    const LARGE: f64 = 9e18;
    let float = number.as_f64().unwrap_or(f64::INFINITY);
    match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => Some(number.into()),
        (_, Some(number)) => Some(number.into()),
        _ if float >= LARGE => Some(i128::MAX),
        _ if float <= -LARGE => Some(i128::MIN),
        _ => None,
    }
}

/// Replaces the base64 strings at the given paths with the bytes they encode (`TokenDecoder._decode`).
///
/// Returns `None` if `paths` is not a list of paths, each to a base64 string.
fn restore_bytes(object: &mut Map<String, Value>, paths: &Value) -> Option<()> {
    let paths = match paths {
        Value::Null => &[][..],
        paths => paths.as_array()?,
    };
    for path in paths {
        let (first, rest) = path.as_array()?.split_first()?;
        let start = object.get_mut(first.as_str()?)?;
        let value = rest.iter().try_fold(start, follow_segment)?;
        *value = decode_bytes(value.as_str()?)?;
    }
    Some(())
}

fn follow_segment<'a>(value: &'a mut Value, segment: &Value) -> Option<&'a mut Value> {
    match value {
        Value::Object(object) => object.get_mut(segment.as_str()?),
        Value::Array(array) => array.get_mut(usize::try_from(segment.as_u64()?).ok()?),
        _ => None,
    }
}

/// Decodes base64 to an array of numbers, from which serde deserializes bytes.
fn decode_bytes(encoded: &str) -> Option<Value> {
    let base64 = decode_lenient(encoded);
    base64.complete.then(|| base64.bytes.into())
}
