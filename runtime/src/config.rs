//! All that a paginator can be told, in one value.

use core::fmt;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::resume::{ResumeToken, int};

/// How much of a listing is wanted, and from where: botocore's `PaginationConfig`.
///
/// With serde its members have the names of the AWS documentation, and a member that is not set is left out. Numbers are
/// read from strings too, as botocore reads them with Python's `int` (`Paginator._extract_paging_params`). Unlike there, a
/// number that is negative or not whole is refused, and so is a name that is none of the three, which there does nothing.
///
/// ```
/// use paginated::PaginationConfig;
///
/// let config: PaginationConfig = serde_json::from_str(r#"{"MaxItems": 500, "PageSize": "50"}"#)?;
/// assert_eq!(config.max_items, Some(500));
/// assert_eq!(config.page_size, Some(50));
/// assert_eq!(config.starting_token, None);
/// assert!(serde_json::from_str::<PaginationConfig>(r#"{"max_items": 500}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ```
/// use paginated::PaginationConfig;
///
/// let config = PaginationConfig {
///     max_items: Some(500),
///     starting_token: Some("t1___3".into()),
///     ..PaginationConfig::default()
/// };
/// assert_eq!(serde_json::to_string(&config)?, r#"{"MaxItems":500,"StartingToken":"t1___3"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PaginationConfig {
    /// The listing ends after so many items.
    #[serde(deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub max_items: Option<usize>,
    /// How many items are asked for per request.
    #[serde(deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub page_size: Option<usize>,
    /// Where the listing goes on.
    ///
    /// One from [`ResumeToken::service`] is written as the service's own text; read from there it is a plain token again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starting_token: Option<ResumeToken>,
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    deserializer.deserialize_any(Number)
}

/// Reads a number of items, which may be absent.
struct Number;

impl<'de> Visitor<'de> for Number {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number that is not negative, or a string of one")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        let number = usize::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?;
        Ok(Some(number))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        let number = usize::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))?;
        Ok(Some(number))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
        let number = int(value).and_then(|number| usize::try_from(number).ok());
        number.map(Some).ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    fn read(json: &str) -> Result<PaginationConfig, serde_json::Error> {
        serde_json::from_str(json)
    }

    fn fails(json: &str) -> alloc::string::String {
        read(json).unwrap_err().to_string()
    }

    #[test]
    fn all_of_it() {
        let config = read(r#"{"MaxItems": 7, "PageSize": 0, "StartingToken": "t1"}"#).unwrap();
        let expected = PaginationConfig { max_items: Some(7), page_size: Some(0), starting_token: Some("t1".into()) };
        assert_eq!(config, expected);
        assert_eq!(serde_json::to_string(&config).unwrap(), r#"{"MaxItems":7,"PageSize":0,"StartingToken":"t1"}"#);
    }

    #[test]
    fn nothing_of_it() {
        let null = r#"{"MaxItems": null, "PageSize": null, "StartingToken": null}"#;
        assert_eq!(read(null).unwrap(), PaginationConfig::default());
        assert_eq!(read("{}").unwrap(), PaginationConfig::default());
        assert_eq!(serde_json::to_string(&PaginationConfig::default()).unwrap(), "{}");
    }

    #[test]
    fn numbers_as_text() {
        for text in ["10", " 10 ", "+10", "1_0", "0010"] {
            assert_eq!(read(&format!(r#"{{"MaxItems": "{text}"}}"#)).unwrap().max_items, Some(10));
        }
        let value = serde_json::json!({"PageSize": "10"});
        assert_eq!(serde_json::from_value::<PaginationConfig>(value).unwrap().page_size, Some(10));
    }

    #[test]
    fn numbers_that_are_none() {
        for value in ["-1", "1.5", "2.0", "true", "[]", "1e30", r#""-1""#, r#""""#, r#""x""#, r#""1.5""#, r#""1__0""#] {
            let error = fails(&format!(r#"{{"PageSize": {value}}}"#));
            assert!(error.contains("expected a whole number that is not negative, or a string of one"), "{error}");
        }
    }

    #[test]
    fn other_names() {
        assert!(fails(r#"{"maxItems": 1}"#).contains("unknown field `maxItems`, expected one of `MaxItems`"));
        assert!(fails(r#"{"MaxItems": 1, "MaxItems": 2}"#).contains("duplicate field `MaxItems`"));
    }

    #[test]
    fn debug_hides_the_token() {
        let config = PaginationConfig { starting_token: Some("secret".into()), ..Default::default() };
        assert!(format!("{config:?}").contains("Some(ResumeToken(..))"));
    }
}
