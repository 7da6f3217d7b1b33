//! Removes the item count from an encoded token.

use alloc::string::String;
use alloc::vec::Vec;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::TRUNCATE_AMOUNT;
use super::decode::parse_object;
use super::python_base64::decode_lenient;

/// Returns the encoded token without its item count. All other members keep their order and their bytes.
///
/// Returns `None` if `text` is not base64 of a JSON object with an item count.
pub(crate) fn remove_item_count(text: &str) -> Option<String> {
    let base64 = decode_lenient(text);
    let object = parse_object(&base64.bytes).ok()?;
    if !base64.complete || !object.contains_key(TRUNCATE_AMOUNT) {
        return None;
    }
    let json = core::str::from_utf8(&base64.bytes).ok()?.trim();
    let members = split_members(json.strip_prefix('{')?.strip_suffix('}')?);
    let kept: Vec<&str> = members.into_iter().filter(|member| !is_item_count(member)).collect();
    let json = ["{", kept.join(",").trim_start(), "}"].concat();
    Some(STANDARD.encode(json))
}

/// Splits the content of a valid JSON object at the commas between its members.
fn split_members(content: &str) -> Vec<&str> {
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    let is_separator = |c: char| {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            ',' => return depth == 0,
            _ => {}
        }
        false
    };
    content.split(is_separator).collect()
}

/// Returns `true` if the key of a member is [`TRUNCATE_AMOUNT`]. The key may contain escapes.
fn is_item_count(member: &str) -> bool {
    let key = String::deserialize(&mut serde_json::Deserializer::from_str(member));
    key.is_ok_and(|key| key == TRUNCATE_AMOUNT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removed_from(json: &str) -> Option<String> {
        let token = remove_item_count(&STANDARD.encode(json))?;
        Some(String::from_utf8(STANDARD.decode(token).unwrap()).unwrap())
    }

    #[test]
    fn the_item_count_is_removed_and_the_other_bytes_stay() {
        for (json, expected) in [
            (r#"{"NextToken": "t10", "boto_truncate_amount": 1}"#, r#"{"NextToken": "t10"}"#),
            (r#"{"boto_truncate_amount": 1, "NextToken": "t10"}"#, r#"{"NextToken": "t10"}"#),
            (r#"{"B": 1,"boto_truncate_amount":null,"A": 2}"#, r#"{"B": 1,"A": 2}"#),
            (r#"{"boto_truncate_amount": 1}"#, "{}"),
            (
                r#"{"K": "\u00f8ø", "boto_truncate_amount": 1, "boto_encoded_keys": [["K"]]}"#,
                r#"{"K": "\u00f8ø", "boto_encoded_keys": [["K"]]}"#,
            ),
            (" {\n \"A\" : 1.50 ,\n \"boto_truncate_amount\" : 2\n} ", "{\"A\" : 1.50 }"),
        ] {
            assert_eq!(removed_from(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn an_escaped_or_repeated_item_count_is_removed() {
        let json = r#"{"boto_truncate_amount": 1, "A": "a", "boto\u005ftruncate_amount": {"x": [1, 2]}}"#;
        assert_eq!(removed_from(json).unwrap(), r#"{"A": "a"}"#);
    }

    #[test]
    fn commas_in_strings_and_nested_values_do_not_split_members() {
        let kept = r#""A": ",\",\\", "B": {"boto_truncate_amount": 1, "x": [1, {"y": "}]"}]}"#;
        let json = ["{", kept, r#", "boto_truncate_amount": 5}"#].concat();
        assert_eq!(removed_from(&json).unwrap(), ["{", kept, "}"].concat());
    }

    #[test]
    fn an_object_without_an_item_count_has_nothing_to_remove() {
        for json in ["{}", r#"{"NextToken": "boto_truncate_amount"}"#, r#"{"A": {"boto_truncate_amount": 1}}"#] {
            assert_eq!(removed_from(json), None, "{json}");
        }
    }

    #[test]
    fn a_string_that_is_not_a_complete_object_has_nothing_to_remove() {
        for json in [r#"["boto_truncate_amount"]"#, r#"{"boto_truncate_amount": 1"#, r#"{"boto_truncate_amount": 1}}"#]
        {
            assert_eq!(removed_from(json), None, "{json}");
        }
        let unpadded = STANDARD.encode(r#"{"NextToken": "t0", "boto_truncate_amount": 1}"#);
        assert_eq!(remove_item_count(unpadded.trim_end_matches('=')), None);
    }
}
