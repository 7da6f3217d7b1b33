//! Converts wire names to Rust field names, in the way of the AWS SDK for Rust.

#[cfg(test)]
mod tests;

/// Words with a case change inside that are not split: `MemoryMiB`, `IpV4Cidr`, `AuthTtL`.
///
/// This is the list of smithy-rs, which generates the AWS SDK for Rust.
const UNSPLIT_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "kib", "mib", "gib", "ttl"];

/// Converts a wire name to snake case. A name without capitals and hyphens is returned unchanged. A `-` becomes `_`.
///
/// The result may be a keyword (`type`). The name must be valid in the grammar of keys: ASCII, and not empty.
pub(super) fn wire_to_field_name(wire: &str) -> String {
    let bytes = wire.as_bytes();
    let mut field = String::with_capacity(wire.len() + 4);
    let mut word_start = 0;
    for (at, c) in wire.char_indices() {
        if matches!(c, '_' | '-') {
            field.push('_');
            word_start = at + 1;
            continue;
        }
        if begins_word(bytes, word_start, at) {
            field.push('_');
            word_start = at;
        }
        field.push(c.to_ascii_lowercase());
    }
    field
}

/// Returns whether a new word begins at the position `at`. `word_start` is the start of the current word.
fn begins_word(bytes: &[u8], word_start: usize, at: usize) -> bool {
    if at == word_start || !bytes[at].is_ascii_uppercase() {
        return false;
    }
    if bytes[at - 1].is_ascii_uppercase() {
        ends_acronym(&bytes[at + 1..])
    } else {
        !inside_unsplit_word(&bytes[word_start..], at - word_start)
    }
}

/// Returns whether a capital that follows a capital begins a new word, as in `DB[P]roxy`. `after` follows the second
/// capital.
fn ends_acronym(after: &[u8]) -> bool {
    match after {
        // A plural, `AC[L]s` and `AR[N]sOnly`; but `IAM[U]ser`.
        [b's', rest @ ..] => rest.first().is_some_and(u8::is_ascii_lowercase),
        // A version: `I[P]v4`, `DynamoD[B]v2`.
        [b'v', next, ..] if next.is_ascii_digit() => false,
        _ => after.first().is_some_and(u8::is_ascii_lowercase),
    }
}

/// Returns whether `text` begins with an unsplit word that is longer than `at`.
fn inside_unsplit_word(text: &[u8], at: usize) -> bool {
    UNSPLIT_WORDS.iter().any(|word| {
        let start = text.get(..word.len());
        at < word.len() && start.is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
    })
}
