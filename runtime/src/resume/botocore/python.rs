//! What Python's own `json`, `base64` and `int` do, where a resume token needs the same to the byte.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::str::FromStr;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Writes a text as `json.dumps` does: everything but printable ASCII is escaped, in UTF-16 (`ensure_ascii`).
pub(super) fn write_str(to: &mut String, text: &str) {
    to.push('"');
    text.chars().for_each(|c| write_char(to, c));
    to.push('"');
}

fn write_char(to: &mut String, c: char) {
    match c {
        '"' => to.push_str("\\\""),
        '\\' => to.push_str("\\\\"),
        '\n' => to.push_str("\\n"),
        '\r' => to.push_str("\\r"),
        '\t' => to.push_str("\\t"),
        '\u{8}' => to.push_str("\\b"),
        '\u{c}' => to.push_str("\\f"),
        ' '..='~' => to.push(c),
        _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
            // Writing to a text cannot fail.
            let _ = write!(to, "\\u{unit:04x}");
        }),
    }
}

/// `float.__repr__` of an `f32` or `f64`.
pub(super) fn float_repr<T>(value: &T) -> String
where
    T: fmt::Debug + fmt::Display + fmt::LowerExp + FromStr + PartialEq,
{
    let text = shortest(value).replace("inf", "Infinity");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    match exponent.strip_prefix('-') {
        Some(exponent) => format!("{digits}e-{exponent:0>2}"),
        None => format!("{digits}e+{exponent:0>2}"),
    }
}

/// The shortest text that is read as the same number, with an exponent where Python has one.
///
/// Rust's `Debug` is that. But of two such texts that are equally near, Python takes the one with an even last digit, and so
/// does Rust only where it is told the number of digits.
fn shortest<T>(value: &T) -> String
where
    T: fmt::Debug + fmt::Display + fmt::LowerExp + FromStr + PartialEq,
{
    let text = format!("{value:?}");
    let digits = text.split('e').next().unwrap_or_default();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let even = if text.contains('e') { format!("{value:.decimals$e}") } else { format!("{value:.decimals$}") };
    if even.parse::<T>().is_ok_and(|read| read == *value) { even } else { text }
}

/// `int(text)`; a number beyond `i128` becomes the largest of it, or that with a minus.
pub(crate) fn int(text: &str) -> Option<i128> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    // What does not parse then is too large.
    digits.split('_').all(is_number).then(|| sign * digits.replace('_', "").parse().unwrap_or(i128::MAX))
}

/// What [`b64decode`] read.
pub(super) struct Decoded {
    pub(super) bytes: Vec<u8>,
    /// Whether nothing is missing at the end; where it is not, Python raises `binascii.Error`.
    pub(super) whole: bool,
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// `base64.b64decode(text)`: what is not of the alphabet is skipped, and nothing is read after the padding.
pub(super) fn b64decode(text: &str) -> Decoded {
    if let Ok(bytes) = LENIENT.decode(text) {
        return Decoded { bytes, whole: text.len().is_multiple_of(4) };
    }
    let (mut symbols, padded) = symbols(text);
    let whole = padded || symbols.len().is_multiple_of(4);
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    // It cannot fail: all symbols are of the alphabet, and none stands alone.
    let bytes = LENIENT.decode(&symbols).unwrap_or_default();
    Decoded { bytes, whole }
}

/// The symbols before the padding, and whether there was one (`binascii.a2b_base64`).
fn symbols(text: &str) -> (Vec<u8>, bool) {
    let mut symbols = Vec::with_capacity(text.len());
    let mut pads = 0;
    for byte in text.bytes() {
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
