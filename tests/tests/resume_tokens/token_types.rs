//! Tokens that are not strings.

use std::collections::HashMap;

use paginated::{Error, Page, StartingTokenError, paginated};
use paginated_tests::fixture::{ScriptedClient, Throttled, read_all};

use super::{decode, encode};

/// Asserts that each value survives the resume token.
macro_rules! assert_survives {
    ($type:ty: $($value:expr),*) => {{
        #[derive(Clone, Debug, PartialEq)]
        struct Input {
            after: Option<$type>,
        }

        #[derive(Page)]
        struct Output {
            names: Vec<&'static str>,
            rows: Vec<Row>,
        }

        #[derive(Page)]
        struct Row {
            score: $type,
        }

        #[paginated(input_token = "After", output_token = "rows[-1].score", result_key = "Names")]
        async fn list(client: ScriptedClient<Input, Output>, input: Input) -> Result<Output, Throttled> {
            client.respond(input).await
        }

        $({
            let page = |score: Option<$type>| Output {
                names: vec!["a"],
                rows: score.into_iter().map(|score| Row { score }).collect(),
            };
            let client = ScriptedClient::with_pages([page(Some($value)), page(None)]);
            let first = Input { after: None };
            let mut items = list_paginator(client.clone(), first.clone()).items();
            assert_eq!(items.next().await, Some(Ok("a")));
            let token = items.resume_token().map(|token| token.to_string()).unwrap();
            let mut items = list_paginator(client.clone(), first.clone()).starting_token(token).items();
            assert_eq!((items.next().await, items.next().await), (Some(Ok("a")), None));
            let sent = client.requests();
            assert_eq!(format!("{sent:?}"), format!("{:?}", [first, Input { after: Some($value) }]));
        })*
    }};
}

/// A listing by page number, in which 0 is an empty token.
mod integers {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Input {
        page: u64,
    }

    #[derive(Page)]
    struct Output {
        names: Vec<&'static str>,
        next_page: u64,
    }

    #[paginated(input_token = "Page", output_token = "NextPage", result_key = "Names")]
    async fn list(client: ScriptedClient<Input, Output>, input: Input) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    fn client() -> ScriptedClient<Input, Output> {
        let pages = [(vec!["a", "b"], 2), (vec!["c", "d"], 0)];
        ScriptedClient::with_pages(pages.map(|(names, next_page)| Output { names, next_page }))
    }

    #[tokio::test]
    async fn integer_tokens_are_written_as_json_numbers() {
        let client = client();
        let mut items = list_paginator(client.clone(), Input { page: 1 }).max_items(3).items();
        assert_eq!(items.next().await, Some(Ok("a")));
        assert_eq!(decode(items.resume_token()), r#"{"Page": 1, "boto_truncate_amount": 1}"#);
        assert_eq!(read_all(&mut items).await, (vec!["b", "c"], None));
        assert_eq!(decode(items.resume_token()), r#"{"Page": 2, "boto_truncate_amount": 1}"#);
        assert_eq!(client.requests(), [Input { page: 1 }, Input { page: 2 }]);
    }

    #[tokio::test]
    async fn integer_tokens_are_read_from_json_numbers_and_strings() {
        for token in [encode(r#"{"Page": 7}"#), encode(r#"{"Page": "7"}"#), "7".into(), "7___0".into()] {
            let client = client();
            list_paginator(client.clone(), Input { page: 1 }).starting_token(token).max_items(1).items().next().await;
            assert_eq!(client.requests(), [Input { page: 7 }]);
        }
    }

    #[tokio::test]
    async fn a_string_that_is_not_an_integer_in_range_is_rejected() {
        for token in ["x", "-1", "18446744073709551616", "1.5"] {
            let (client, input) = (client(), Input { page: 1 });
            let (items, error) = read_all(list_paginator(client.clone(), input).starting_token(token).items()).await;
            assert_eq!(items.len(), 0, "{token}");
            assert!(matches!(error, Some(Error::StartingToken(StartingTokenError::InvalidToken { .. }))), "{token}");
            assert_eq!(client.requests(), []);
        }
    }
}

/// A listing by integers that do not fit into 64 bits.
mod large_integers {
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Input {
        after: Option<u128>,
        below: Option<i128>,
    }

    #[derive(Page)]
    struct Output {
        names: Vec<&'static str>,
        after: Option<u128>,
        below: Option<i128>,
    }

    #[paginated(input_token = ["After", "Below"], output_token = ["After", "Below"], result_key = "Names")]
    async fn list(client: ScriptedClient<Input, Output>, input: Input) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    #[tokio::test]
    async fn integers_of_128_bits_survive_the_resume_token() {
        for (after, below) in [(u128::MAX, i128::MIN), (1 << 64, -(1 << 63) - 1), (u64::MAX.into(), i64::MIN.into())] {
            let (after, below) = (Some(after), Some(below));
            let page = |after, below| Output { names: vec!["a"], after, below };
            let client = ScriptedClient::with_pages([page(after, below), page(None, None)]);
            let first = Input { after: None, below: None };
            let mut items = list_paginator(client.clone(), first.clone()).items();
            assert_eq!(items.next().await, Some(Ok("a")));
            let token = items.resume_token().map(|token| token.to_string()).unwrap();
            let mut items = list_paginator(client.clone(), first.clone()).starting_token(token).items();
            assert_eq!((items.next().await, items.next().await), (Some(Ok("a")), None));
            assert_eq!(client.requests(), [first, Input { after, below }]);
        }
    }

    #[tokio::test]
    async fn newtypes_of_integers_of_128_bits_survive_the_resume_token() {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        struct Id(u128);

        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        struct Key(i128);

        assert_survives!(Id: Id(u128::MAX), Id(7));
        assert_survives!(Key: Key(i128::MIN), Key(-7));
    }
}

/// A listing by floats, such as the sort values of Elasticsearch.
mod floats {
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Clone, Debug, Serialize, Deserialize)]
    struct Score(f64);

    impl PartialEq for Score {
        fn eq(&self, other: &Self) -> bool {
            self.0.total_cmp(&other.0).is_eq()
        }
    }

    /// Reading such a float with two roundings results in another one.
    #[tokio::test]
    async fn a_float_of_17_digits_survives_the_resume_token() {
        assert_survives!(f64: 15.826554546980597);
    }

    /// JSON has no such numbers. PostgreSQL sorts them last, so they are the last keys of a list.
    #[tokio::test]
    async fn a_float_that_is_not_finite_survives_the_resume_token() {
        assert_survives!(f64: f64::INFINITY, f64::NEG_INFINITY, f64::NAN);
        assert_survives!(f32: f32::INFINITY, f32::NEG_INFINITY, f32::NAN);
        assert_survives!(Score: Score(f64::INFINITY), Score(f64::NEG_INFINITY), Score(f64::NAN));
    }
}

/// A listing by maps whose values do not implement serde's traits, as the AWS SDK for Rust has for DynamoDB.
mod maps {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    enum Value {
        Text(String),
        Number(String),
        Bytes(Vec<u8>),
    }

    type Key = HashMap<String, Value>;

    #[derive(Clone, Debug, PartialEq)]
    struct Input {
        exclusive_start_key: Option<Key>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        last_evaluated_key: Option<Key>,
    }

    /// The serde functions for `token_with`. They write keys as botocore does.
    mod keys {
        use std::collections::BTreeMap;

        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        use super::{Key, Value};

        #[derive(Serialize, Deserialize)]
        enum WireValue {
            S(String),
            N(String),
            B(#[serde(serialize_with = "bytes")] Vec<u8>),
        }

        fn bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
            to.serialize_bytes(bytes)
        }

        pub(super) fn serialize<S: Serializer>(key: &Key, to: S) -> Result<S::Ok, S::Error> {
            let entries = key.iter().map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => WireValue::S(text.clone()),
                    Value::Number(number) => WireValue::N(number.clone()),
                    Value::Bytes(bytes) => WireValue::B(bytes.clone()),
                };
                (name, value)
            });
            entries.collect::<BTreeMap<_, _>>().serialize(to)
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Key, D::Error> {
            let entries = BTreeMap::<String, WireValue>::deserialize(from)?.into_iter().map(|(name, value)| {
                let value = match value {
                    WireValue::S(text) => Value::Text(text),
                    WireValue::N(number) => Value::Number(number),
                    WireValue::B(bytes) => Value::Bytes(bytes),
                };
                (name, value)
            });
            Ok(entries.collect())
        }
    }

    #[paginated(
        input_token = "ExclusiveStartKey",
        output_token = "LastEvaluatedKey",
        result_key = "Items",
        token_with = keys
    )]
    async fn query(client: ScriptedClient<Input, Output>, input: Input) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    fn key() -> Key {
        let (text, number) = (Value::Text("k\u{f8}".into()), Value::Number("7".into()));
        HashMap::from([("t".into(), text), ("n".into(), number), ("b".into(), Value::Bytes(vec![0, 255]))])
    }

    fn pages() -> [Output; 2] {
        [
            Output { items: vec![1, 2], last_evaluated_key: Some(key()) },
            // An empty map is an empty token.
            Output { items: vec![3, 4], last_evaluated_key: Some(Key::new()) },
        ]
    }

    #[tokio::test]
    async fn a_token_with_custom_serde_functions_survives_the_resume_token() {
        let client = ScriptedClient::with_pages(pages());
        let mut items = query_paginator(client.clone(), Input { exclusive_start_key: None }).max_items(3).items();
        assert_eq!(read_all(&mut items).await, (vec![1, 2, 3], None));
        let token = items.resume_token().unwrap();
        let expected = r#"{"ExclusiveStartKey": {"b": {"B": "AP8="}, "n": {"N": "7"}, "t": {"S": "k\u00f8"}}, "#
            .to_owned()
            + r#""boto_truncate_amount": 1, "boto_encoded_keys": [["ExclusiveStartKey", "b", "B"]]}"#;
        assert_eq!(decode(Some(token.clone())), expected);

        let client = ScriptedClient::with_pages(pages().into_iter().skip(1));
        let resumed = query_paginator(client.clone(), Input { exclusive_start_key: None });
        let mut items = resumed.starting_token(token.to_string()).items();
        assert_eq!(read_all(&mut items).await, (vec![4], None));
        assert_eq!(items.resume_token(), None);
        assert_eq!(client.requests(), [Input { exclusive_start_key: Some(key()) }]);
    }

    #[tokio::test]
    async fn a_token_that_custom_serde_functions_cannot_read_is_rejected() {
        for token in [r#"{"ExclusiveStartKey": {"b": 1}}"#, r#"{"ExclusiveStartKey": "t"}"#] {
            let client = ScriptedClient::with_pages([]);
            let paginator = query_paginator(client.clone(), Input { exclusive_start_key: None });
            let (_, error) = read_all(paginator.starting_token(encode(token)).items()).await;
            assert!(matches!(error, Some(Error::StartingToken(_))), "{error:?}");
            assert_eq!(client.requests(), []);
        }
    }
}
