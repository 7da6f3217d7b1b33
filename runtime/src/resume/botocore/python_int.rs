//! Python's `int`, which botocore applies to item counts and to the members of `PaginationConfig`.

/// Parses an integer of ASCII digits as Python's `int(text)` does.
///
/// A number outside the range of `i128` is clamped.
pub(crate) fn parse_python_int(text: &str) -> Option<i128> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    // Parsing can only fail because the number is too large.
    digits.split('_').all(is_number).then(|| sign * digits.replace('_', "").parse().unwrap_or(i128::MAX))
}
