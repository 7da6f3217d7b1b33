//! Python's `base64.b64decode`, which accepts more than the standard allows.

use alloc::vec::Vec;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The result of [`decode_lenient`].
pub(super) struct LenientBase64 {
    pub(super) bytes: Vec<u8>,
    /// `false` if symbols or padding are missing at the end. Python raises `binascii.Error` then.
    pub(super) complete: bool,
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Decodes base64 as Python does: characters outside the alphabet are skipped, and decoding stops at the padding.
pub(super) fn decode_lenient(encoded: &str) -> LenientBase64 {
    if let Ok(bytes) = LENIENT.decode(encoded) {
        return LenientBase64 { bytes, complete: encoded.len().is_multiple_of(4) };
    }
    let (mut symbols, is_padded) = symbols_before_padding(encoded);
    let complete = is_padded || symbols.len().is_multiple_of(4);
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    // Decoding cannot fail: all symbols are in the alphabet, and no group has a single symbol.
    let bytes = LENIENT.decode(&symbols).unwrap_or_default();
    LenientBase64 { bytes, complete }
}

/// Returns the symbols before the padding, and whether there is complete padding (`binascii.a2b_base64`).
fn symbols_before_padding(encoded: &str) -> (Vec<u8>, bool) {
    let mut symbols = Vec::with_capacity(encoded.len());
    let mut pads = 0;
    for byte in encoded.bytes() {
        match byte {
            b'=' if symbols.len() % 4 >= 2 => {
                pads += 1;
                if symbols.len() % 4 + pads >= 4 {
                    return (symbols, true);
                }
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => {
                pads = 0;
                symbols.push(byte);
            }
            _ => {}
        }
    }
    (symbols, false)
}
