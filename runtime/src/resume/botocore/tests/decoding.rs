//! What a starting token means.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::recorded::OPERATIONS;
use crate::resume::botocore::decode::Decoded;
use crate::resume::{ResumeToken, StartingTokenError, decode};

const ONE: &[&str] = &["NextToken"];
const TWO: &[&str] = &["KeyMarker", "VersionIdMarker"];

fn of_json(json: &str) -> ResumeToken {
    STANDARD.encode(json).into()
}

fn read(text: impl Into<ResumeToken>, names: &[&str]) -> Result<(Value, u64), StartingTokenError> {
    decode(&text.into(), names).map(|Decoded { tokens, taken }| (json!(tokens), taken))
}

fn fails(text: impl Into<ResumeToken>, names: &[&str]) -> String {
    read(text, names).unwrap_err().to_string()
}

#[test]
fn recorded_tokens() {
    let mut count = 0;
    for (names, tokens) in OPERATIONS {
        for (text, expected) in *tokens {
            let expected = expected.map(|(tokens, taken)| (serde_json::from_str(tokens).unwrap(), taken));
            assert_eq!(read(*text, names).ok(), expected, "{text}");
            count += 1;
        }
    }
    assert_eq!(count, 116);
}

#[test]
fn the_old_form() {
    assert_eq!(read("t1___3", ONE), Ok((json!(["t1"]), 3)));
    assert_eq!(read("None___2", ONE), Ok((json!([null]), 2)));
    assert_eq!(read("None", ONE), Ok((json!([null]), 0)));
    assert_eq!(read("a___None___ +1_0 ", TWO), Ok((json!(["a", null]), 10)));
    assert_eq!(read("___", TWO), Ok((json!(["", ""]), 0)));
    assert_eq!(read("a___2", TWO), Ok((json!(["a", "2"]), 0)));
    assert_eq!(read("a", TWO), Ok((json!(["a", null]), 0)));
    assert_eq!(read("___-0", ONE), Ok((json!([""]), 0)));
}

#[test]
fn a_services_own() {
    for text in ["", "t1___x", "___", "opaque", "a___1__0", "a___1.5", "é😀", "=", "a___"] {
        assert_eq!(read(text, ONE), Ok((json!([text]), 0)), "{text}");
    }
    for json in ["[]", "1", "null", r#""NextToken""#, r#"[{"NextToken": 1}]"#, r#"{"next": 1"#, r#"{"NextTokenX": 1"#] {
        let text = STANDARD.encode(json);
        assert_eq!(read(&text, ONE), Ok((json!([text]), 0)), "{json}");
    }
    assert_eq!(read("x___y___z", TWO), Ok((json!(["x___y___z", null]), 0)));
}

#[test]
fn a_services_own_is_never_decoded() {
    for text in ["", "None", "t1___3", "a___b___c___d", "eyJOZXh0VG9rZW4iOiAidDAifQ==", "eyJNYXJrZXIiOiAiNyJ9"] {
        assert_eq!(read(ResumeToken::service(text), ONE), Ok((json!([text]), 0)));
        assert_eq!(read(ResumeToken::service(text), TWO), Ok((json!([text, null]), 0)));
    }
}

#[test]
fn what_copying_adds_is_skipped() {
    let expected = Ok((json!(["t0"]), 0));
    assert_eq!(read("eyJOZXh0VG9r\nZW4iOi AidDAifQ==\r\n", ONE), expected);
    assert_eq!(read(" \"eyJOZXh0VG9rZW4iOiAidDAifQ==\" # the rest is not read", ONE), expected);
}

#[test]
fn keys_that_are_missing_or_null() {
    assert_eq!(read(of_json(r#"{"VersionIdMarker": "v"}"#), TWO), Ok((json!([null, "v"]), 0)));
    let json = r#"{"KeyMarker":null,"VersionIdMarker":{"a":[1]},"boto_truncate_amount":null,"boto_encoded_keys":null}"#;
    assert_eq!(read(of_json(json), TWO), Ok((json!([null, {"a": [1]}]), 0)));
    let none = "the starting token has none of this operation's keys (`KeyMarker`, `VersionIdMarker`)";
    assert_eq!(fails(of_json("{}"), TWO), none);
    assert_eq!(fails(of_json(r#"{"boto_truncate_amount": 1}"#), TWO), none);
    assert_eq!(read(of_json(r#"{"boto_truncate_amount": 1}"#), &[]), Ok((json!([]), 1)));
}

#[test]
fn another_operations() {
    let expected = "the starting token has a key that this operation has not, `Marker` (it has `NextToken`): \
                    a token of another operation, or the service's own, which `ResumeToken::service` is for";
    assert_eq!(fails(of_json(r#"{"Marker": "secret"}"#), ONE), expected);
    assert_eq!(
        fails(of_json(r#"{"NextToken": "secret", "Marker": "secret", "boto_truncate_amount": -1}"#), ONE),
        expected
    );
    let unnamed = expected.replace(", `Marker`", "");
    assert_eq!(fails(of_json(r#"{"some secret": 1}"#), ONE), unnamed);
    assert_eq!(fails(of_json(&format!(r#"{{"{}": 1}}"#, "k".repeat(65))), ONE), unnamed);
}

#[test]
fn numbers_of_items() {
    let taken = |taken: &str| read(of_json(&format!(r#"{{"NextToken": "t", "boto_truncate_amount": {taken}}}"#)), ONE);
    assert_eq!(taken("1000000000"), Ok((json!(["t"]), 1_000_000_000)));
    assert_eq!(taken(&isize::MAX.to_string()).unwrap().1, u64::try_from(isize::MAX).unwrap());
    let fails = |reason, values: &[&str]| {
        for value in values {
            assert_eq!(taken(value), Err(StartingTokenError::Taken { reason }), "{value}");
        }
    };
    fails("is negative", &["-1", "-9223372036854775808", "-1e30", "-99999999999999999999"]);
    fails("is not an integer", &["1.5", "-0.5", "2.0", "1e3", r#""2""#, "true", "[]", "{}"]);
    fails("is larger than any page", &["18446744073709551615", "18446744073709551616", "9223372036854775808", "1e300"]);
    // No float at all, which depends on the features of `serde_json`.
    assert!(taken("1e400").is_err());
}

#[test]
fn numbers_of_items_in_the_old_form() {
    let expected = "the starting token's number of items taken (`boto_truncate_amount`) is negative";
    assert_eq!(fails("t1___-1", ONE), expected);
    let huge = "9".repeat(5_000);
    for number in ["18446744073709551615", "99999999999999999999", &huge] {
        assert!(fails(format!("t1___{number}"), ONE).ends_with("is larger than any page"));
        assert!(fails(format!("t1___-{number}"), ONE).ends_with("is negative"));
    }
}

#[test]
fn too_many_parts() {
    let expected = "the starting token has 5 parts (split by `___`), and the operation 1 at most";
    assert_eq!(fails("a___b___c___d___1", ONE), expected);
    assert_eq!(fails("a___b___c", ONE), expected.replace('5', "3"));
    assert_eq!(fails("a", &[]), "the starting token has 1 parts (split by `___`), and the operation 0 at most");
}

#[test]
fn bytes_that_are_not_there() {
    for paths in [
        "1",
        "{}",
        "[1]",
        "[[]]",
        "[[0]]",
        r#"["NextToken"]"#,
        r#"[["Other"]]"#,
        r#"[["NextToken"]]"#,
        r#"[["NextToken", "b", 0]]"#,
        r#"[["NextToken", "l", "0"]]"#,
        r#"[["NextToken", "l", -1]]"#,
        r#"[["NextToken", "l", 2]]"#,
        r#"[["NextToken", "l", 0], ["NextToken", "l", 0]]"#,
        r#"[["NextToken", "l", 1]]"#,
        r#"[["boto_encoded_keys"]]"#,
    ] {
        let json = format!(r#"{{"NextToken": {{"l": ["YQ==", "Y"], "b": "x"}}, "boto_encoded_keys": {paths}}}"#);
        assert_eq!(read(of_json(&json), ONE), Err(StartingTokenError::EncodedKeys), "{paths}");
    }
}

/// A text of which no part is a whole token, and from how many characters on it is known for one of ours.
fn assert_cut_off_everywhere(text: &str, names: &[&str], known_from: usize) {
    for length in 0..text.len() {
        let result = read(&text[..length], names);
        if length < known_from {
            assert!(result.is_ok(), "{length}");
        } else {
            assert_eq!(result, Err(StartingTokenError::CutOff), "{length}");
        }
    }
    assert!(read(text, names).is_ok());
}

#[test]
fn cut_off_at_every_length() {
    assert_cut_off_everywhere("eyJOZXh0VG9rZW4iOiAidDAifQ==", ONE, 16);
    assert_cut_off_everywhere("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=", ONE, 16);
    let json = r#"{"KeyMarker": "t\u00f8ken 7/=+", "VersionIdMarker": null, "boto_truncate_amount": 1}"#;
    assert_cut_off_everywhere(of_json(json).as_str(), TWO, 16);
    assert_cut_off_everywhere(of_json(r#"{"boto_truncate_amount": 1, "KeyMarker": "t"}"#).as_str(), TWO, 31);
}

#[test]
fn damaged() {
    let expected = "the starting token is damaged: it begins as one, and is no JSON object";
    assert_eq!(fails(of_json(r#"{"NextToken": t0}"#), ONE), expected);
    assert_eq!(fails(of_json(r#"{"NextToken": "t0"}}"#), ONE), expected);
    assert_eq!(fails(of_json(r#"{"NextToken": NaN}"#), ONE), expected);
    assert_eq!(fails(STANDARD.encode(b"{\"NextToken\": \"\xff\"}"), ONE), expected);
    assert_eq!(fails("eyJOZXh0VG9rZW4iOiAidDAifQ", ONE), "the starting token was cut off: its end is missing");
}

/// The fastest of some runs: others may use the machine as well.
fn timed<T>(run: impl Fn() -> T) -> T {
    let once = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    let (time, result) = (0..5).map(|_| once()).min_by_key(|(time, _)| *time).unwrap();
    let limit = if cfg!(debug_assertions) { 500 } else { 50 };
    assert!(time < Duration::from_millis(limit), "{time:?}");
    result
}

#[test]
fn large_tokens() {
    let text = "x".repeat(1_000_000);
    let token = of_json(&format!(r#"{{"NextToken": "{text}"}}"#));
    assert_eq!(timed(|| read(token.clone(), ONE)), Ok((json!([text]), 0)));
    let cut = &token.as_str()[..1_000_001];
    assert_eq!(timed(|| read(cut, ONE)), Err(StartingTokenError::CutOff));
    assert_eq!(timed(|| read(&text, ONE)), Ok((json!([text]), 0)));
    let underscores = "_".repeat(1_000_000);
    assert!(timed(|| read(&underscores, ONE)).is_err());
}

#[test]
fn deep_tokens() {
    let deep = |open: &str, close: &str| {
        let json = format!(r#"{{"NextToken": {}{}}}"#, open.repeat(10_000), close.repeat(10_000));
        timed(|| read(of_json(&json), ONE))
    };
    assert_eq!(deep("[", "]"), Err(StartingTokenError::Damaged));
    assert_eq!(deep(r#"{"a": "#, "}"), Err(StartingTokenError::Damaged));
    assert_eq!(deep("[", ""), Err(StartingTokenError::Damaged));
    let text = STANDARD.encode("[".repeat(10_000));
    assert_eq!(timed(|| read(&text, ONE)), Ok((json!([text]), 0)));
}

/// What is base64 of no text, where it begins as ours and where not.
#[test]
fn invalid_utf8() {
    let bytes = vec![0xff; 1_000_000];
    let ours = STANDARD.encode([br#"{"NextToken": ""#, &bytes[..], br#""}"#].concat());
    assert_eq!(timed(|| read(&ours, ONE)), Err(StartingTokenError::Damaged));
    let other = STANDARD.encode(bytes);
    assert_eq!(timed(|| read(&other, ONE)), Ok((json!([other]), 0)));
}

/// A row of numbers that look random.
fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn no_text_panics() {
    let whole = "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=".as_bytes();
    let mut seed = 42;
    for round in 0..20_000u32 {
        let bytes: Vec<u8> = (0..random(&mut seed) % 64).map(|_| random(&mut seed).to_le_bytes()[0]).collect();
        let mut copy = whole.to_vec();
        let place = usize::try_from(random(&mut seed)).unwrap_or(0) % copy.len();
        copy.splice(place..(place + 2).min(whole.len()), bytes.iter().copied().take(3));
        for bytes in [bytes, copy, vec![round.to_le_bytes()[0]; 3]] {
            let text = String::from_utf8_lossy(&bytes);
            let _ = read(&*text, ONE);
            let _ = read(STANDARD.encode(&bytes), TWO);
        }
    }
}

#[test]
fn no_error_prints_the_token() {
    let names = &["NextToken", "Other"];
    for json in [
        r#"{"Marker": "secret"}"#,
        r#"{"secret secret": 1}"#,
        r#"{"NextToken": "secret", "boto_truncate_amount": "secret"}"#,
        r#"{"NextToken": "secret", "boto_encoded_keys": [["secret"]]}"#,
        r#"{"NextToken": "secret"#,
        r#"{"NextToken": secret}"#,
    ] {
        let error = read(of_json(json), names).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
    }
    let error = read("secret___secret___secret___1", ONE).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
}
