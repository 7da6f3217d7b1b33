//! Encoding and decoding, against what Python and botocore themselves gave.

mod decoding;
mod encoding;
mod recorded;

use alloc::format;
use alloc::string::ToString;

use crate::resume::ResumeToken;

#[test]
fn prints_in_one_place_only() {
    let token = ResumeToken::service("secret");
    assert_eq!(format!("{token:?} {:#?}", Some(&token)), "ResumeToken(..) Some(\n    ResumeToken(..),\n)");
    assert_eq!(token.to_string(), "secret");
    assert_eq!(token.as_str(), "secret");
}

#[test]
fn is_made_of_any_text() {
    let text = "t1".to_string();
    let token = ResumeToken::from("t1");
    assert_eq!(token, ResumeToken::from(&text));
    assert_eq!(Ok(&token), text.parse().as_ref());
    assert_eq!(token, text.into());
    assert_ne!(token, ResumeToken::service("t1"));
}

#[test]
fn is_a_string_in_serde() {
    let token: ResumeToken = serde_json::from_str(r#""t\u00f81""#).unwrap();
    assert_eq!(token, "tø1".into());
    assert_eq!(serde_json::to_string(&token).unwrap(), r#""tø1""#);
    assert!(serde_json::from_str::<ResumeToken>("1").is_err());
}
