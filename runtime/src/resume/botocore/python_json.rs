//! Strings and floats as Python's `json.dumps` writes them.

use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

/// Writes a string literal. Everything except printable ASCII is escaped as UTF-16 (`ensure_ascii`).
pub(super) fn write_string(json: &mut String, value: &str) {
    json.push('"');
    value.chars().for_each(|c| write_char(json, c));
    json.push('"');
}

fn write_char(json: &mut String, c: char) {
    match c {
        '"' => json.push_str("\\\""),
        '\\' => json.push_str("\\\\"),
        '\n' => json.push_str("\\n"),
        '\r' => json.push_str("\\r"),
        '\t' => json.push_str("\\t"),
        '\u{8}' => json.push_str("\\b"),
        '\u{c}' => json.push_str("\\f"),
        ' '..='~' => json.push(c),
        _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
            // Writing to a `String` cannot fail.
            let _ = write!(json, "\\u{unit:04x}");
        }),
    }
}

/// Returns Python's `float.__repr__` of a finite number.
pub(super) fn float_repr(value: f64) -> String {
    let shortest = shortest_repr(value);
    let Some((digits, exponent)) = shortest.split_once('e') else { return shortest };
    match exponent.strip_prefix('-') {
        Some(exponent) => format!("{digits}e-{exponent:0>2}"),
        None => format!("{digits}e+{exponent:0>2}"),
    }
}

/// Returns the shortest decimal representation that parses to the same number, with an exponent where Python writes one.
///
/// Rust's `Debug` finds the shortest representation too. If two of them are equally close to the number, Python
/// chooses the one whose last digit is even. Rust does so only if the format specifies the number of decimals.
fn shortest_repr(value: f64) -> String {
    let shortest = format!("{value:?}");
    let digits = shortest.split('e').next().unwrap_or_default();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half_even = if shortest.contains('e') { format!("{value:.decimals$e}") } else { format!("{value:.decimals$}") };
    if half_even.parse() == Ok(value) { half_even } else { shortest }
}
