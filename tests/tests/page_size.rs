//! `page_size` into whatever the request has: a size that does not fit is an error, and nothing is sent.

use paginated::{Error, PaginationConfig, paginated};
use paginated_tests::fixture::{ListOutput, ScriptedClient, Throttled};

fn page(token: Option<&str>) -> ListOutput {
    ListOutput { items: vec![1], token: token.map(str::to_owned), more: None }
}

/// A client's own way to say it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Checked(u8);

impl TryFrom<usize> for Checked {
    type Error = &'static str;

    fn try_from(size: usize) -> Result<Self, Self::Error> {
        if size <= 100 { Ok(Self(u8::try_from(size).unwrap())) } else { Err("at most 100") }
    }
}

macro_rules! newtypes {
    ($($name:ident($held:ty);)*) => {
        $(#[derive(Clone, Debug, Default, PartialEq)]
        struct $name($held);

        impl From<$held> for $name {
            fn from(held: $held) -> Self {
                Self(held)
            }
        })*
    };
}

newtypes! {
    Unsigned(u32);
    Signed(i32);
    Text(String);
}

/// A request with a limit of each type: the sizes that fit and how they are sent, and those that do not.
macro_rules! limits {
    ($($name:ident: $limit:ty, [$($size:expr => $sent:expr),*], misfits $misfits:expr;)*) => {
        $(#[tokio::test]
        async fn $name() {
            #[derive(Clone, Debug, Default)]
            struct Input {
                token: Option<String>,
                limit: $limit,
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            async fn list(client: ScriptedClient<Input, ListOutput>, input: Input) -> Result<ListOutput, Throttled> {
                client.respond(input).await
            }

            $({
                let client = ScriptedClient::with_pages([page(Some("a")), page(None)]);
                let items = list_paginator(client.clone(), Input::default()).page_size($size).items();
                assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
                let sent: Vec<$limit> = client.requests().into_iter().map(|input| input.limit).collect();
                assert_eq!(sent, [$sent, $sent], "{}", $size);
            })*
            let misfits: &[usize] = &$misfits;
            for &size in misfits {
                let client = ScriptedClient::with_pages([]);
                let mut items = list_paginator(client.clone(), Input::default()).page_size(size).items();
                assert_eq!(client.requests().len(), 0);
                let Some(Err(Error::PageSize(error))) = items.next().await else { panic!("{size}") };
                assert_eq!((error.operation, error.key, error.page_size), ("list", "Limit", size));
                items.retry();
                assert_eq!(items.next().await, None);
                assert_eq!(client.requests().len(), 0);
            }
        })*
    };
}

const TWO_GIGA: usize = 1 << 31;
const FOUR_GIGA: usize = 1 << 32;

limits! {
    into_u8: u8, [0 => 0, 255 => 255], misfits [256, usize::MAX];
    into_i32: i32, [50 => 50, TWO_GIGA - 1 => i32::MAX], misfits [TWO_GIGA, usize::MAX];
    into_u32: u32, [50 => 50, FOUR_GIGA - 1 => u32::MAX], misfits [FOUR_GIGA];
    into_i64: i64, [50 => 50, FOUR_GIGA => 1 << 32], misfits [usize::MAX];
    into_u64: u64, [usize::MAX => u64::MAX], misfits [];
    into_an_optional_i32: Option<i32>, [50 => Some(50)], misfits [TWO_GIGA];
    into_an_optional_u32: Option<u32>, [50 => Some(50)], misfits [FOUR_GIGA];
    into_an_optional_i64: Option<i64>, [50 => Some(50)], misfits [usize::MAX];
    into_a_box: Option<Box<i32>>, [50 => Some(Box::new(50))], misfits [TWO_GIGA];
    into_a_text: String, [50 => "50".to_owned()], misfits [];
    into_an_optional_text: Option<String>, [usize::MAX => Some("18446744073709551615".into())], misfits [];
    into_a_type_that_checks: Checked, [100 => Checked(100)], misfits [101, 256];
    into_a_type_of_an_u32: Option<Unsigned>, [50 => Some(Unsigned(50))], misfits [FOUR_GIGA];
    into_a_type_of_an_i32: Signed, [50 => Signed(50)], misfits [TWO_GIGA];
    into_a_type_of_a_text: Text, [50 => Text("50".into())], misfits [];
}

/// A request that is set by its methods, as the AWS SDK for Rust has it.
#[derive(Clone)]
struct Builder {
    client: ScriptedClient<(Option<String>, Option<i32>), ListOutput>,
    token: Option<String>,
    limit: Option<i32>,
}

impl Builder {
    fn set_token(self, token: Option<String>) -> Self {
        Self { token, ..self }
    }
    fn set_limit(self, limit: Option<i32>) -> Self {
        Self { limit, ..self }
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
async fn built(request: Builder) -> Result<ListOutput, Throttled> {
    request.client.respond((request.token, request.limit)).await
}

#[tokio::test]
async fn into_a_builder() {
    let client = ScriptedClient::with_pages([page(Some("a")), page(None)]);
    let request = Builder { client: client.clone(), token: None, limit: None };
    let items = built_paginator(request.clone()).page_size(7).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
    assert_eq!(client.requests(), [(None, Some(7)), (Some("a".into()), Some(7))]);
    let error = built_paginator(request).page_size(TWO_GIGA).items().next().await;
    assert!(matches!(error, Some(Err(Error::PageSize(_)))), "{error:?}");
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn unlimited(
    client: ScriptedClient<Option<String>, ListOutput>,
    token: Option<String>,
) -> Result<ListOutput, Throttled> {
    client.respond(token).await
}

/// `page_size` does not exist there; a configuration may have one all the same.
#[tokio::test]
async fn nowhere_without_a_limit_key() {
    let client = ScriptedClient::with_pages([]);
    let config: PaginationConfig = serde_json::from_str(r#"{"PageSize": "10"}"#).unwrap();
    let error = unlimited_paginator(client.clone(), None).config(config).full_result().await.unwrap_err().error;
    assert!(matches!(error, Error::PageSize(_)), "{error:?}");
    assert_eq!(client.requests().len(), 0);
}
