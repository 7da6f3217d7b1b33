//! From a text to the place in a listing.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Map, Number, Value};

use super::legacy::{self, count};
use super::python::{self, b64decode};
use super::{ENCODED_KEYS, TAKEN};
use crate::resume::{ResumeToken, StartingTokenError};

/// A place in a listing.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub(crate) struct Decoded {
    /// One for each input token, `None` where it is not set.
    pub(crate) tokens: Vec<Option<Value>>,
    /// How many items of the page were taken.
    pub(crate) taken: u64,
}

/// Reads a starting token of an operation whose input tokens have these wire names, as botocore's
/// `PageIterator._parse_starting_token` does.
pub(crate) fn decode(token: &ResumeToken, names: &[&str]) -> Result<Decoded, StartingTokenError> {
    let text = token.as_str();
    if token.is_service() {
        return Ok(service(text, names));
    }
    let base64 = b64decode(text);
    let object: Result<Map<String, Value>, _> = serde_json::from_slice(&base64.bytes);
    match object {
        Ok(object) if base64.whole => position(object, names),
        _ if !begins_as_ours(&base64.bytes, names) => legacy::decode(text, names),
        Err(error) if base64.whole && !error.is_eof() => Err(StartingTokenError::Damaged),
        _ => Err(StartingTokenError::CutOff),
    }
}

fn service(text: &str, names: &[&str]) -> Decoded {
    let mut tokens = vec![None; names.len()];
    if let Some(first) = tokens.first_mut() {
        *first = Some(text.into());
    }
    Decoded { tokens, taken: 0 }
}

/// Whether it begins with `{"` and a whole name of this operation's: then it is no service's own token.
fn begins_as_ours(json: &[u8], names: &[&str]) -> bool {
    names.iter().chain(&[TAKEN]).any(|name| {
        let mut begin = String::from("{");
        python::write_str(&mut begin, name);
        json.starts_with(begin.as_bytes())
    })
}

fn position(mut object: Map<String, Value>, names: &[&str]) -> Result<Decoded, StartingTokenError> {
    let taken = object.remove(TAKEN);
    let encoded = object.remove(ENCODED_KEYS);
    if let Some(key) = object.keys().find(|key| !names.contains(&key.as_str())) {
        return Err(StartingTokenError::unknown_key(key, names));
    }
    if object.is_empty() && !names.is_empty() {
        return Err(StartingTokenError::no_key(names));
    }
    let taken = taken.map_or(Ok(0), |taken| read_taken(&taken))?;
    put_bytes_back(&mut object, encoded.as_ref().unwrap_or(&Value::Null)).ok_or(StartingTokenError::EncodedKeys)?;
    let tokens = names.iter().map(|name| object.remove(*name).filter(|token| !token.is_null())).collect();
    Ok(Decoded { tokens, taken })
}

fn read_taken(taken: &Value) -> Result<u64, StartingTokenError> {
    match taken {
        Value::Null => Ok(0),
        Value::Number(number) => count(read_int(number).ok_or(NOT_AN_INTEGER)?),
        _ => Err(NOT_AN_INTEGER),
    }
}

const NOT_AN_INTEGER: StartingTokenError = StartingTokenError::Taken { reason: "is not an integer" };

/// The number, if it is written as an integer.
fn read_int(number: &Number) -> Option<i128> {
    /// Beyond this all are integers, which `serde_json` reads as floats.
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

/// Turns base64 back into bytes, at the paths that the token names (`TokenDecoder._decode`). `None`: a path leads nowhere.
fn put_bytes_back(object: &mut Map<String, Value>, paths: &Value) -> Option<()> {
    let paths = match paths {
        Value::Null => &[][..],
        paths => paths.as_array()?,
    };
    for path in paths {
        let (first, rest) = path.as_array()?.split_first()?;
        let start = object.get_mut(first.as_str()?)?;
        let value = rest.iter().try_fold(start, step)?;
        *value = read_bytes(value.as_str()?)?;
    }
    Some(())
}

fn step<'a>(value: &'a mut Value, step: &Value) -> Option<&'a mut Value> {
    match value {
        Value::Object(object) => object.get_mut(step.as_str()?),
        Value::Array(array) => array.get_mut(usize::try_from(step.as_u64()?).ok()?),
        _ => None,
    }
}

/// Bytes as `serde` reads them from JSON.
fn read_bytes(base64: &str) -> Option<Value> {
    let base64 = b64decode(base64);
    base64.whole.then(|| base64.bytes.into())
}
