//! Starting tokens and resume tokens, through a paginator: what is refused before anything is sent, and tokens of any type.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use paginated::{Error, Page, ResumeToken, StartingTokenError, paginated};
use paginated_tests::fixture::{Client, ListInput, ListOutput, ScriptedClient, Throttled, page, read_all};

fn printed(json: &str) -> String {
    STANDARD.encode(json)
}

fn json(token: Option<ResumeToken>) -> String {
    String::from_utf8(STANDARD.decode(token.expect("there is more").as_str()).unwrap()).unwrap()
}

/// All items, and the error if there was one.
macro_rules! all {
    ($items:expr) => {{
        let items = &mut $items;
        let (mut given, mut error) = (Vec::new(), None);
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => given.push(item),
                Err(stopped) => error = Some(stopped),
            }
        }
        (given, error)
    }};
}

mod bad_input {
    use super::*;

    /// What each way says of a starting token that cannot be: always the same, at the first poll, and nothing is sent.
    async fn refused(token: impl Into<ResumeToken>) -> StartingTokenError {
        let token = token.into();
        let client = Client::new([]);
        let paginator = || client.list_paginator(ListInput::default()).starting_token(token.clone());
        let (mut items, mut pages) = (paginator().items(), paginator().pages());
        let errors = [
            items.next().await.unwrap().unwrap_err(),
            pages.next().await.unwrap().unwrap_err(),
            paginator().max_items(0).items().next().await.unwrap().unwrap_err(),
            paginator().full_result().await.unwrap_err().error,
        ];
        items.retry();
        pages.retry();
        assert!(items.next().await.is_none() && pages.next().await.is_none());
        assert_eq!(items.resume_token(), Some(token));
        assert_eq!(client.requests(), []);
        let errors = errors.map(|error| match error {
            Error::StartingToken(error) => error,
            error => panic!("{error:?}"),
        });
        assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
        errors.into_iter().next().unwrap()
    }

    #[tokio::test]
    async fn of_another_operation() {
        let error = refused(printed(r#"{"Marker": "m", "boto_truncate_amount": 2}"#)).await.to_string();
        assert!(error.contains("`Marker`") && error.contains("`Token`"), "{error}");
        assert!(error.contains("`ResumeToken::client`"), "{error}");
        assert!(matches!(refused(printed("{}")).await, StartingTokenError::NoKey { .. }));
    }

    #[tokio::test]
    async fn with_a_count_that_is_none() {
        let counts = ["-1", "1.5", "2.0", "1e3", "18446744073709551616", "99999999999999999999999", "true", "\"2\""];
        for count in counts {
            let token = printed(&format!(r#"{{"Token": "t", "boto_truncate_amount": {count}}}"#));
            assert!(matches!(refused(token).await, StartingTokenError::Taken { .. }), "{count}");
        }
        for count in ["-1", "99999999999999999999999"] {
            assert!(matches!(refused(format!("t___{count}")).await, StartingTokenError::Taken { .. }), "{count}");
        }
    }

    #[tokio::test]
    async fn with_a_token_of_another_type() {
        for token in ["5", "true", "[]", r#"{"a": 1}"#, "1.5"] {
            let error = refused(printed(&format!(r#"{{"Token": {token}}}"#))).await;
            assert!(error.to_string().contains("`Token`"), "{error}");
            assert!(matches!(error, StartingTokenError::TokenType { .. }), "{token}");
        }
    }

    #[tokio::test]
    async fn cut_off_in_copying() {
        let whole = printed(r#"{"Token": "t0000000", "boto_truncate_amount": 1}"#);
        for length in 14..whole.len() {
            assert_eq!(refused(&whole[..length]).await, StartingTokenError::CutOff, "{length}");
        }
        assert_eq!(refused(printed(r#"{"Token": "t"}}"#)).await, StartingTokenError::Damaged);
    }

    #[tokio::test]
    async fn of_too_many_parts() {
        assert!(matches!(refused("a___b___3").await, StartingTokenError::TooManyParts { parts: 3, tokens: 1, .. }));
    }

    /// Any text at all is an error or a token, and never a panic.
    #[tokio::test]
    async fn whatever_it_is() {
        let garbage =
            ["", " ", "=", "====", "\0", "\u{1f600}", "e30", "bnVsbA==", "W10=", "___", "______", "None", "None___"];
        for text in garbage.map(String::from).into_iter().chain([printed("null"), "x".repeat(1 << 16)]) {
            let client = Client::new([page([1], None)]);
            let (given, error) = all!(client.list_paginator(ListInput::default()).starting_token(&text).items());
            assert_eq!(given.len() + usize::from(error.is_some()), 1, "{text}");
        }
    }
}

#[tokio::test]
async fn a_count_larger_than_the_page_gives_nothing_of_it_and_goes_on() {
    let client = Client::new([page([1, 2], Some("b")), page([3], None)]);
    let paginator = client.list_paginator(ListInput::default());
    assert_eq!(all!(paginator.starting_token("a___7").items()), (vec![3], None));
    let client = Client::new([page([1, 2], Some("b"))]);
    let mut items = client.list_paginator(ListInput::default()).starting_token("a___7").max_items(0).items();
    assert_eq!(all!(items), (vec![], None));
    assert_eq!(items.resume_token(), Some("a___7".into()));
    let count = isize::MAX;
    let client = Client::new([page([1, 2], None)]);
    let mut items = client.list_paginator(ListInput::default()).starting_token(format!("a___{count}")).items();
    assert_eq!(all!(items), (vec![], None));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn one_that_is_kept_is_given_by_reference() {
    let client = Client::new([page([1, 2], None), page([1, 2], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    items.next().await;
    let token = items.resume_token().expect("there is more");
    let mut items = client.list_paginator(ListInput::default()).starting_token(&token).items();
    assert_eq!(items.next().await, Some(Ok(2)));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn an_empty_one_is_none() {
    for token in [ResumeToken::from(""), ResumeToken::client("")] {
        let client = Client::new([page([1], Some("b")), page([2], None)]);
        let input = ListInput { token: Some("a".into()), limit: None };
        let mut items = client.list_paginator(input).starting_token(token).items();
        assert_eq!(json(items.resume_token()), r#"{"Token": "a"}"#);
        assert_eq!(all!(items), (vec![1, 2], None));
        assert_eq!(client.tokens(), [Some("a".into()), Some("b".into())]);
    }
}

mod a_service_s_own {
    use super::*;

    /// It looks like a resume token of another operation.
    const OWN: &str = "eyJvZmZzZXQiOiAyMH0=";

    #[tokio::test]
    async fn is_sent_as_it_is() {
        let client = Client::new([page([1], None)]);
        let paginator = client.list_paginator(ListInput::default()).starting_token(ResumeToken::client(OWN));
        assert_eq!(all!(paginator.items()), (vec![1], None));
        assert_eq!(client.tokens(), [Some(OWN.into())]);
    }

    /// What is printed of it is a resume token, so that it is not taken for another operation's when it is read back.
    #[tokio::test]
    async fn can_be_printed_and_read_back_before_the_first_page_was_there() {
        let client = Client::new([Err(Throttled), page([1], None)]);
        let mut items = client.list_paginator(ListInput::default()).starting_token(ResumeToken::client(OWN)).items();
        let before = items.resume_token().unwrap().to_string();
        assert_eq!(all!(items), (vec![], Some(Error::Operation(Throttled))));
        let failed = items.resume_token().unwrap().to_string();
        assert_eq!(before, failed);
        assert_eq!(all!(client.list_paginator(ListInput::default()).starting_token(failed).items()), (vec![1], None));
        assert_eq!(client.tokens(), [Some(OWN.into()), Some(OWN.into())]);
    }

    #[tokio::test]
    async fn goes_on_as_a_resume_token() {
        let client = Client::new([page([1, 2], Some("b"))]);
        let own = ResumeToken::client(OWN);
        let mut items = client.list_paginator(ListInput::default()).starting_token(own).max_items(1).items();
        assert_eq!(all!(items), (vec![1], None));
        assert_eq!(json(items.resume_token()), format!(r#"{{"Token": "{OWN}", "boto_truncate_amount": 1}}"#));
    }
}

/// What a builder was given cannot be read: its beginning is the request as it was given.
mod a_builder {
    use super::*;

    #[derive(Clone)]
    struct Request {
        client: ScriptedClient<Option<String>, ListOutput>,
        token: Option<String>,
    }

    impl Request {
        fn set_token(self, token: Option<String>) -> Self {
            Self { token, ..self }
        }
    }

    #[paginated(input_token = "Token", result_key = "Items", builder)]
    async fn list(request: Request) -> Result<ListOutput, Throttled> {
        request.client.respond(request.token).await
    }

    fn request(pages: &[(&[u32], Option<&str>)]) -> Request {
        let pages: Vec<_> = pages.iter().map(|(items, token)| page(items.iter().copied(), *token)).collect();
        Request { client: ScriptedClient::new(pages), token: Some("own".into()) }
    }

    #[tokio::test]
    async fn is_resumed_in_its_first_page_and_in_others() {
        let first = request(&[(&[1, 2, 3], Some("a"))]);
        let mut items = list_paginator(first).max_items(2).items();
        assert_eq!(all!(items), (vec![1, 2], None));
        let token = items.resume_token().unwrap().to_string();
        assert_eq!(json(items.resume_token()), r#"{"Token": null, "boto_truncate_amount": 2}"#);

        let again = request(&[(&[1, 2, 3], Some("a")), (&[4, 5], None)]);
        let mut items = list_paginator(again.clone()).starting_token(token).max_items(2).items();
        assert_eq!(all!(items), (vec![3, 4], None));
        assert_eq!(json(items.resume_token()), r#"{"Token": "a", "boto_truncate_amount": 1}"#);
        assert_eq!(again.client.requests(), [Some("own".into()), Some("a".into())]);
    }
}

/// A listing by page numbers: `0` is no token.
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
    async fn are_written_as_numbers() {
        let client = client();
        let mut items = list_paginator(client.clone(), Input { page: 1 }).max_items(3).items();
        assert_eq!(items.next().await, Some(Ok("a")));
        assert_eq!(json(items.resume_token()), r#"{"Page": 1, "boto_truncate_amount": 1}"#);
        assert_eq!(all!(items), (vec!["b", "c"], None));
        assert_eq!(json(items.resume_token()), r#"{"Page": 2, "boto_truncate_amount": 1}"#);
        assert_eq!(client.requests(), [Input { page: 1 }, Input { page: 2 }]);
    }

    #[tokio::test]
    async fn are_read_from_numbers_and_from_texts_of_them() {
        for token in [printed(r#"{"Page": 7}"#), printed(r#"{"Page": "7"}"#), "7".into(), "7___0".into()] {
            let client = client();
            list_paginator(client.clone(), Input { page: 1 }).starting_token(token).max_items(1).items().next().await;
            assert_eq!(client.requests(), [Input { page: 7 }]);
        }
    }

    #[tokio::test]
    async fn are_refused_where_they_do_not_fit() {
        for token in ["x", "-1", "18446744073709551616", "1.5"] {
            let (client, input) = (client(), Input { page: 1 });
            let (given, error) = all!(list_paginator(client.clone(), input).starting_token(token).items());
            assert_eq!(given.len(), 0, "{token}");
            assert!(matches!(error, Some(Error::StartingToken(StartingTokenError::TokenType { .. }))), "{token}");
            assert_eq!(client.requests(), []);
        }
    }
}

/// Numbers that JSON readers take for floating ones.
mod large_integers {
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

    #[paginated(input_token = ["After", "Below"], result_key = "Names")]
    async fn list(client: ScriptedClient<Input, Output>, input: Input) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    #[tokio::test]
    async fn come_back_as_they_were() {
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
}

/// DynamoDB's keys in the AWS SDK for Rust: a map of values that are not serde.
mod token_with {
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

    /// Writes keys as botocore does.
    mod keys {
        use std::collections::BTreeMap;

        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        use super::{Key, Value};

        #[derive(Serialize, Deserialize)]
        enum Written {
            S(String),
            N(String),
            B(#[serde(serialize_with = "bytes")] Vec<u8>),
        }

        fn bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
            to.serialize_bytes(bytes)
        }

        pub(super) fn serialize<S: Serializer>(key: &Key, to: S) -> Result<S::Ok, S::Error> {
            let written = key.iter().map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => Written::S(text.clone()),
                    Value::Number(number) => Written::N(number.clone()),
                    Value::Bytes(bytes) => Written::B(bytes.clone()),
                };
                (name, value)
            });
            written.collect::<BTreeMap<_, _>>().serialize(to)
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Key, D::Error> {
            let read = BTreeMap::<String, Written>::deserialize(from)?.into_iter().map(|(name, value)| {
                let value = match value {
                    Written::S(text) => Value::Text(text),
                    Written::N(number) => Value::Number(number),
                    Written::B(bytes) => Value::Bytes(bytes),
                };
                (name, value)
            });
            Ok(read.collect())
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
            // An empty map is no token.
            Output { items: vec![3, 4], last_evaluated_key: Some(Key::new()) },
        ]
    }

    #[tokio::test]
    async fn goes_through_the_printed_token_and_back() {
        let client = ScriptedClient::with_pages(pages());
        let mut items = query_paginator(client.clone(), Input { exclusive_start_key: None }).max_items(3).items();
        assert_eq!(all!(items), (vec![1, 2, 3], None));
        let token = items.resume_token().unwrap();
        let expected = r#"{"ExclusiveStartKey": {"b": {"B": "AP8="}, "n": {"N": "7"}, "t": {"S": "k\u00f8"}}, "#
            .to_owned()
            + r#""boto_truncate_amount": 1, "boto_encoded_keys": [["ExclusiveStartKey", "b", "B"]]}"#;
        assert_eq!(json(Some(token.clone())), expected);

        let client = ScriptedClient::with_pages(pages().into_iter().skip(1));
        let resumed = query_paginator(client.clone(), Input { exclusive_start_key: None });
        let mut items = resumed.starting_token(token.to_string()).items();
        assert_eq!(all!(items), (vec![4], None));
        assert_eq!(items.resume_token(), None);
        assert_eq!(client.requests(), [Input { exclusive_start_key: Some(key()) }]);
    }

    #[tokio::test]
    async fn refuses_what_its_module_cannot_read() {
        for token in [r#"{"ExclusiveStartKey": {"b": 1}}"#, r#"{"ExclusiveStartKey": "t"}"#] {
            let client = ScriptedClient::with_pages([]);
            let paginator = query_paginator(client.clone(), Input { exclusive_start_key: None });
            let (_, error) = all!(paginator.starting_token(printed(token)).items());
            assert!(matches!(error, Some(Error::StartingToken(_))), "{error:?}");
            assert_eq!(client.requests(), []);
        }
    }
}
