//! The public resume token.

use alloc::string::String;
use core::convert::Infallible;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::botocore::remove_item_count;

/// A position in a list, possibly in the middle of a page.
///
/// Its string form is the `NextToken` of botocore's paginators. A list can be resumed from a token that boto3 or the AWS CLI
/// printed, and vice versa:
///
/// ```
/// use paginated::ResumeToken;
///
/// let token: ResumeToken = "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=".into();
/// assert_eq!(token.to_string(), "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=");
/// ```
///
/// # Accepted strings
///
/// A `ResumeToken` can be created from any string. The string is decoded before the first request is sent, in the
/// same way as in botocore (`PageIterator._parse_starting_token`):
///
/// - Base64 of a JSON object is a position. The object contains the operation's input tokens, page number, offset, or link by
///   their keys in the attribute. If items of the page were yielded, it also contains their number. With page numbers and
///   links, it may contain the page size. With page numbers, it may contain the number of items before the page.
/// - A string joined by `___` is a position in botocore's legacy format. It contains the input tokens, and may end with the
///   number of items. `None` is a token that is not set, also if the string consists of it alone.
/// - Any other string is the service's own token. If the token is a number, the string is parsed. With `next_link`, only base64
///   of a JSON object is accepted, and a string that is marked with [`ResumeToken::service`].
///
/// If the service's own tokens look like one of the first two forms, use [`ResumeToken::service`].
///
/// A token with the keys of another operation, an invalid number of items, and a token of this operation whose end is missing are
/// rejected with a [`StartingTokenError`](crate::StartingTokenError). Botocore raises an unspecific Python exception for some of
/// them, and sends others to the service.
///
/// # Secrets
///
/// A token can be a secret, and is neither encrypted nor signed. [`Display`](fmt::Display), [`as_str`](ResumeToken::as_str), and
/// `Serialize` expose it, and `Debug` does not. The guide describes
/// [what a token contains, and how long it is valid](crate::guide::guarantees#resume-tokens).
///
/// ```
/// # use paginated::ResumeToken;
/// assert_eq!(format!("{:?}", ResumeToken::from("secret")), "ResumeToken(..)");
/// ```
///
/// # Serde
///
/// A token is serialized as the string that it prints:
///
/// ```
/// # use paginated::ResumeToken;
/// let token: ResumeToken = serde_json::from_str(r#""t1___2""#)?;
/// assert_eq!(serde_json::to_string(&token)?, r#""t1___2""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ResumeToken {
    text: String,
    is_service: bool,
}

impl ResumeToken {
    /// Creates a token from the service's own token, which is not decoded as a position. A token of another type than a string is
    /// parsed from it.
    ///
    /// This is required if the service's tokens are base64 of JSON, because such a string is otherwise decoded as a
    /// position. If the operation has several input tokens, the value is sent as the first of them.
    ///
    /// The string form is the service's own token. It does not record that it is one, so call `service` again after
    /// reading it back.
    ///
    /// ```
    /// use paginated::ResumeToken;
    ///
    /// let token = ResumeToken::service("eyJvZmZzZXQiOiAyMH0=");
    /// assert_eq!(token.as_str(), "eyJvZmZzZXQiOiAyMH0=");
    /// assert_ne!(token, ResumeToken::from("eyJvZmZzZXQiOiAyMH0="));
    /// ```
    pub fn service(token: impl Into<String>) -> Self {
        Self { text: token.into(), is_service: true }
    }

    /// Returns the same position without its item count, so that the page is requested again from its first item.
    ///
    /// Use it for jobs that must process each page at least once as a whole. For example, a job that lists and deletes
    /// items changes the list, so the count of the items that were yielded is no longer correct.
    ///
    /// After the last item of a page, the position is the start of the next page, if it is known, and has no item count.
    ///
    /// ```
    /// use paginated::ResumeToken;
    ///
    /// // {"NextToken": "t10", "boto_truncate_amount": 1}
    /// let token = ResumeToken::from("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=");
    /// // {"NextToken": "t10"}
    /// assert_eq!(token.page_start().as_str(), "eyJOZXh0VG9rZW4iOiAidDEwIn0=");
    /// ```
    ///
    /// The service's own tokens are returned unchanged. So are tokens in botocore's legacy format, because the number
    /// of the operation's input tokens is not known here: `a___3` is one token and an item count of 3, or two tokens
    /// without an item count.
    #[must_use]
    pub fn page_start(&self) -> Self {
        let without_count = if self.is_service { None } else { remove_item_count(&self.text) };
        without_count.map_or_else(|| self.clone(), Self::from)
    }

    /// Returns the string form of the token.
    ///
    /// ```
    /// # use paginated::ResumeToken;
    /// assert_eq!(ResumeToken::from("t1___2").as_str(), "t1___2");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns `true` if the token was created by [`ResumeToken::service`].
    pub(crate) fn is_service(&self) -> bool {
        self.is_service
    }
}

impl fmt::Debug for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResumeToken(..)")
    }
}

impl fmt::Display for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl From<String> for ResumeToken {
    fn from(text: String) -> Self {
        Self { text, is_service: false }
    }
}

impl From<&str> for ResumeToken {
    fn from(text: &str) -> Self {
        String::from(text).into()
    }
}

impl From<&String> for ResumeToken {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<&ResumeToken> for ResumeToken {
    fn from(token: &ResumeToken) -> Self {
        token.clone()
    }
}

impl FromStr for ResumeToken {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl Serialize for ResumeToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for ResumeToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn debug_hides_the_token_and_display_prints_it() {
        let token = ResumeToken::service("secret");
        assert_eq!(format!("{token:?} {:#?}", Some(&token)), "ResumeToken(..) Some(\n    ResumeToken(..),\n)");
        assert_eq!(token.to_string(), "secret");
        assert_eq!(token.as_str(), "secret");
    }

    #[test]
    fn a_token_can_be_created_from_any_string_type() {
        let text = "t1".to_string();
        let token = ResumeToken::from("t1");
        assert_eq!(token, ResumeToken::from(&text));
        assert_eq!(Ok(&token), text.parse().as_ref());
        assert_eq!(token, text.into());
        assert_ne!(token, ResumeToken::service("t1"));
    }

    #[test]
    fn serde_represents_a_token_as_a_string() {
        let token: ResumeToken = serde_json::from_str(r#""t\u00f81""#).unwrap();
        assert_eq!(token, "tø1".into());
        assert_eq!(serde_json::to_string(&token).unwrap(), r#""tø1""#);
        assert!(serde_json::from_str::<ResumeToken>("1").is_err());
    }

    #[test]
    fn page_start_returns_a_service_token_unchanged() {
        let token = ResumeToken::service("eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=");
        assert_eq!(token.page_start(), token);
    }

    #[test]
    fn page_start_returns_tokens_in_other_formats_unchanged() {
        for text in ["opaque", "t1___3", "a___b___3"] {
            assert_eq!(ResumeToken::from(text).page_start(), text.into(), "{text}");
        }
    }
}
