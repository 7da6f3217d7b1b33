//! [`PaginationConfig`]: the page size, the item limit, and the starting token of a list as one value.

#[cfg(feature = "resume")]
use crate::resume::ResumeToken;
#[cfg(feature = "resume")]
use serde::{Deserialize, Serialize};

/// The page size, the item limit, and the starting token of a list, for [`Paginator::config`](crate::Paginator::config). It
/// corresponds to botocore's `PaginationConfig`. End a struct expression with `..PaginationConfig::default()`, because features
/// add fields.
///
/// # Serde
///
/// Serde's traits are implemented if the feature `resume` is enabled. When serialized, the fields have the names of the AWS
/// documentation, and a field that is not set is omitted. When deserialized, a number can also be a string, which is parsed like
/// Python's `int`, as in botocore (`Paginator._extract_paging_params`). Unlike in botocore, a negative number, one with a decimal
/// point or an exponent, and an unknown field are errors. Deserialization needs a self-describing format, such as JSON.
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
///     // The token `t1` and three items to skip, in botocore's legacy format.
///     starting_token: Some("t1___3".into()),
///     ..PaginationConfig::default()
/// };
/// assert_eq!(serde_json::to_string(&config)?, r#"{"MaxItems":500,"StartingToken":"t1___3"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "resume", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "resume", serde(rename_all = "PascalCase", deny_unknown_fields, default))]
pub struct PaginationConfig {
    /// The maximum number of items to yield.
    #[cfg_attr(
        feature = "resume",
        serde(deserialize_with = "count::deserialize", skip_serializing_if = "Option::is_none")
    )]
    pub max_items: Option<usize>,
    /// The number of items to request per page.
    #[cfg_attr(
        feature = "resume",
        serde(deserialize_with = "count::deserialize", skip_serializing_if = "Option::is_none")
    )]
    pub page_size: Option<usize>,
    /// The position at which the list starts.
    ///
    /// A token from [`ResumeToken::service`] is serialized as a plain string. After deserialization, it is decoded like any other
    /// string.
    #[cfg(feature = "resume")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starting_token: Option<ResumeToken>,
}

/// Deserializes a number of items from a number or a string.
#[cfg(feature = "resume")]
mod count {
    use core::fmt;

    use serde::Deserializer;
    use serde::de::{self, Unexpected, Visitor};

    use crate::resume::parse_python_int;

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_any(CountVisitor)
    }

    /// Visits a number of items, which may be absent.
    struct CountVisitor;

    impl<'de> Visitor<'de> for CountVisitor {
        type Value = Option<usize>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an integer of at least 0, or a string that contains one")
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
            let count = usize::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?;
            Ok(Some(count))
        }

        fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
            let count = usize::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))?;
            Ok(Some(count))
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
            let count = parse_python_int(value).and_then(|number| usize::try_from(number).ok());
            count.map(Some).ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
        }
    }
}

#[cfg(all(test, feature = "resume"))]
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
    fn all_members_are_read_and_written() {
        let config = read(r#"{"MaxItems": 7, "PageSize": 0, "StartingToken": "t1"}"#).unwrap();
        let expected = PaginationConfig { max_items: Some(7), page_size: Some(0), starting_token: Some("t1".into()) };
        assert_eq!(config, expected);
        assert_eq!(serde_json::to_string(&config).unwrap(), r#"{"MaxItems":7,"PageSize":0,"StartingToken":"t1"}"#);
    }

    #[test]
    fn null_and_absent_members_are_not_set() {
        let null = r#"{"MaxItems": null, "PageSize": null, "StartingToken": null}"#;
        assert_eq!(read(null).unwrap(), PaginationConfig::default());
        assert_eq!(read("{}").unwrap(), PaginationConfig::default());
        assert_eq!(serde_json::to_string(&PaginationConfig::default()).unwrap(), "{}");
    }

    #[test]
    fn a_string_is_parsed_as_a_python_int() {
        for text in ["10", " 10 ", "+10", "1_0", "0010"] {
            assert_eq!(read(&format!(r#"{{"MaxItems": "{text}"}}"#)).unwrap().max_items, Some(10));
        }
        let value = serde_json::json!({"PageSize": "10"});
        assert_eq!(serde_json::from_value::<PaginationConfig>(value).unwrap().page_size, Some(10));
    }

    #[test]
    fn a_value_that_is_not_a_count_is_an_error() {
        for value in ["-1", "1.5", "2.0", "true", "[]", "1e30", r#""-1""#, r#""""#, r#""x""#, r#""1.5""#, r#""1__0""#] {
            let error = fails(&format!(r#"{{"PageSize": {value}}}"#));
            assert!(error.contains("expected an integer of at least 0, or a string that contains one"), "{error}");
        }
    }

    #[test]
    fn unknown_and_repeated_members_are_errors() {
        assert!(fails(r#"{"maxItems": 1}"#).contains("unknown field `maxItems`, expected one of `MaxItems`"));
        assert!(fails(r#"{"MaxItems": 1, "MaxItems": 2}"#).contains("duplicate field `MaxItems`"));
    }

    #[test]
    fn debug_hides_the_starting_token() {
        let config = PaginationConfig { starting_token: Some("secret".into()), ..Default::default() };
        assert!(format!("{config:?}").contains("Some(ResumeToken(..))"));
    }
}
