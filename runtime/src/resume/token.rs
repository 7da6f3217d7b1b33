//! Where a listing goes on: the token that users keep, and its text, which is botocore's.

use alloc::string::String;
use core::convert::Infallible;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What the compiler says where a resume token is asked for and the type of a token cannot be written.
pub(crate) const NOT_RESUMABLE: &str = "the type of a token of this operation cannot be part of a resume token: give it serde's `Serialize` and `Deserialize`, or name a module that has `serialize` and `deserialize` for it: `token_with = module`";

/// Where a listing goes on, in the middle of a page too.
///
/// It prints as the `NextToken` of botocore's paginators does, so one that boto3 or the AWS CLI printed resumes here, and one
/// that was printed here resumes there:
///
/// ```
/// use paginated::ResumeToken;
///
/// let token: ResumeToken = "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=".into();
/// assert_eq!(token.to_string(), "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=");
/// ```
///
/// # What a text means
///
/// It is read when the listing starts, as botocore reads it (`PageIterator._parse_starting_token`):
///
/// - base64 of a JSON object that holds the operation's input tokens by their wire names, and how many items of the page
///   were taken: that place;
/// - botocore's older form, the tokens and the number joined by `___`, with `None` for a token that is not set: that place;
/// - any other text: the service's own token, which is sent as it is.
///
/// A service whose own tokens look like one of the first two needs [`ResumeToken::service`].
///
/// Where botocore raises what Python happens to raise, or sends what cannot be right, a listing here fails with a
/// [`StartingTokenError`] before anything is sent: for the token of another operation, a number of items that is none, and
/// a token that was cut off in copying (which botocore takes for the service's own).
///
/// # Secrets
///
/// A token can be a secret. `Debug` prints that there is one, never which; [`Display`](fmt::Display) prints it.
///
/// ```
/// # use paginated::ResumeToken;
/// assert_eq!(format!("{:?}", ResumeToken::from("secret")), "ResumeToken(..)");
/// ```
///
/// # Serde
///
/// It is a string there, the same as printed:
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
    service: bool,
}

impl ResumeToken {
    /// A service's own token, which is sent as it is and never decoded.
    ///
    /// A service whose tokens are base64 of JSON needs it, for a plain text of that look is taken for a resume token. An
    /// operation with several tokens takes it for the first of them.
    ///
    /// The printed text is the service's own, and does not say so: wrap it again when it is read back.
    ///
    /// ```
    /// use paginated::ResumeToken;
    ///
    /// let token = ResumeToken::service("eyJvZmZzZXQiOiAyMH0=");
    /// assert_eq!(token.as_str(), "eyJvZmZzZXQiOiAyMH0=");
    /// assert_ne!(token, ResumeToken::from("eyJvZmZzZXQiOiAyMH0="));
    /// ```
    pub fn service(token: impl Into<String>) -> Self {
        Self { text: token.into(), service: true }
    }

    /// The text, as it prints.
    ///
    /// ```
    /// # use paginated::ResumeToken;
    /// assert_eq!(ResumeToken::from("t1___2").as_str(), "t1___2");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a service's own token, from [`ResumeToken::service`].
    pub(crate) fn is_service(&self) -> bool {
        self.service
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
        Self { text, service: false }
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
