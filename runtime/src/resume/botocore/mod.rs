//! botocore's token format: base64 of a JSON object, and the legacy format `a___b___3`.
//!
//! - [`encode`] and [`serializer`] write a position as Python's `json.dumps` does, except for numbers that `serde_json`
//!   cannot hold.
//! - [`decode`](mod@decode) and [`legacy`] read a position as botocore does, except for documented errors and for values that
//!   `serde_json` cannot hold.
//! - [`page_start`] removes the item count from an encoded position.
//! - [`python_base64`], [`python_int`], and [`python_json`] reproduce functions of Python's standard library.

mod decode;
mod encode;
mod legacy;
mod page_start;
mod python_base64;
mod python_int;
mod python_json;
mod serializer;
#[cfg(test)]
mod tests;

pub(crate) use decode::decode;
pub(crate) use encode::Encoder;
pub(crate) use page_start::remove_item_count;
pub(crate) use python_int::parse_python_int;
pub(crate) use serializer::TokenSerializer;

/// The key of the item count, which is the number of items to skip on resume (`PageIterator._truncate_response`).
pub(crate) const TRUNCATE_AMOUNT: &str = "boto_truncate_amount";
/// The key of the paths of values that are bytes (`TokenEncoder.encode`).
const ENCODED_KEYS: &str = "boto_encoded_keys";
