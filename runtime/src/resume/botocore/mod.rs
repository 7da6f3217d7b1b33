//! botocore's format for resume tokens.

mod decode;
mod encode;
mod legacy;
mod python;
mod serializer;
#[cfg(test)]
mod tests;

pub(crate) use decode::decode;
pub(crate) use encode::Encoder;
pub(crate) use python::int;
pub(crate) use serializer::TokenSerializer;

/// The keys that botocore adds to the input tokens (`TokenEncoder.encode`, `PageIterator._truncate_response`).
pub(super) const TAKEN: &str = "boto_truncate_amount";
const ENCODED_KEYS: &str = "boto_encoded_keys";
