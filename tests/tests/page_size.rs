//! `page_size` with each type of field. A size that does not fit is an error, and nothing is sent.

use std::num::{NonZeroI8, NonZeroU8, NonZeroU32, NonZeroU64};

use paginated::{Error, PaginationConfig, paginate, paginated};
use paginated_tests::fixture::{ListOutput, ScriptedClient, Throttled};

fn page(token: Option<&str>) -> ListOutput {
    ListOutput { items: vec![1], token: token.map(str::to_owned), more: None }
}

/// A page size with a checked conversion.
#[derive(Clone, Debug, Default, PartialEq)]
struct Checked(u8);

impl TryFrom<usize> for Checked {
    type Error = &'static str;

    fn try_from(size: usize) -> Result<Self, Self::Error> {
        if size <= 100 { Ok(Self(u8::try_from(size).unwrap())) } else { Err("at most 100") }
    }
}

macro_rules! newtypes {
    ($($name:ident($inner:ty);)*) => {
        $(#[derive(Clone, Debug, Default, PartialEq)]
        struct $name($inner);

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        })*
    };
}

newtypes! {
    Unsigned(u32);
    Signed(i32);
    Decimal(String);
}

/// Generates a test for a type of field, with the sizes that fit, the values sent for them, and the sizes that do not fit.
macro_rules! page_size_tests {
    ($($name:ident: $limit:ty, [$($size:expr => $sent:expr),*], rejected $rejected:expr;)*) => {
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
            let sizes: &[usize] = &$rejected;
            for &size in sizes {
                let client = ScriptedClient::with_pages([]);
                let mut items = list_paginator(client.clone(), Input::default()).page_size(size).items();
                assert_eq!(client.requests().len(), 0);
                let Some(Err(Error::PageSize(error))) = items.next().await else { panic!("{size}") };
                assert_eq!((error.operation, error.key, error.page_size), ("list", "Limit", size));
                let expected = format!("`list` was not called: a page size of {size} does not fit into `Limit`");
                assert_eq!(error.to_string(), expected);
                items.retry();
                assert_eq!(items.next().await, None);
                assert_eq!(client.requests().len(), 0);
            }
        })*
    };
}

const TWO_POW_31: usize = 1 << 31;
const TWO_POW_32: usize = 1 << 32;

page_size_tests! {
    the_page_size_is_sent_in_a_u8: u8, [0 => 0, 255 => 255], rejected [256, usize::MAX];
    the_page_size_is_sent_in_an_i32: i32, [50 => 50, TWO_POW_31 - 1 => i32::MAX], rejected [TWO_POW_31, usize::MAX];
    the_page_size_is_sent_in_a_u32: u32, [50 => 50, TWO_POW_32 - 1 => u32::MAX], rejected [TWO_POW_32];
    the_page_size_is_sent_in_an_i64: i64, [50 => 50, TWO_POW_32 => 1 << 32], rejected [usize::MAX];
    the_page_size_is_sent_in_a_u64: u64, [usize::MAX => u64::MAX], rejected [];
    the_page_size_is_sent_in_an_optional_i32: Option<i32>, [50 => Some(50)], rejected [TWO_POW_31];
    the_page_size_is_sent_in_an_optional_u32: Option<u32>, [50 => Some(50)], rejected [TWO_POW_32];
    the_page_size_is_sent_in_an_optional_i64: Option<i64>, [50 => Some(50)], rejected [usize::MAX];
    the_page_size_is_sent_in_a_boxed_i32: Option<Box<i32>>, [50 => Some(Box::new(50))], rejected [TWO_POW_31];
    the_page_size_is_sent_in_an_optional_non_zero_u32: Option<NonZeroU32>, [1 => NonZeroU32::new(1)], rejected [0, TWO_POW_32];
    the_page_size_is_sent_in_an_optional_non_zero_i8: Option<NonZeroI8>, [127 => NonZeroI8::new(127)], rejected [0, 128];
    the_page_size_is_sent_in_a_string: String, [50 => "50".to_owned()], rejected [];
    the_page_size_is_sent_in_an_optional_string: Option<String>, [usize::MAX => Some("18446744073709551615".into())], rejected [];
    the_page_size_is_sent_in_a_type_with_a_checked_conversion: Checked, [100 => Checked(100)], rejected [101, 256];
    the_page_size_is_sent_in_a_type_made_from_a_u32: Option<Unsigned>, [50 => Some(Unsigned(50))], rejected [TWO_POW_32];
    the_page_size_is_sent_in_a_type_made_from_an_i32: Signed, [50 => Signed(50)], rejected [TWO_POW_31];
    the_page_size_is_sent_in_a_type_made_from_a_string: Decimal, [50 => Decimal("50".into())], rejected [];
}

/// A builder request, as in the AWS SDK for Rust.
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
async fn list_with_builder(request: Builder) -> Result<ListOutput, Throttled> {
    request.client.respond((request.token, request.limit)).await
}

#[tokio::test]
async fn the_page_size_is_sent_with_a_builder() {
    let client = ScriptedClient::with_pages([page(Some("a")), page(None)]);
    let request = Builder { client: client.clone(), token: None, limit: None };
    let items = list_with_builder_paginator(request.clone()).page_size(7).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
    assert_eq!(client.requests(), [(None, Some(7)), (Some("a".into()), Some(7))]);
    let error = list_with_builder_paginator(request).page_size(TWO_POW_31).items().next().await;
    assert!(matches!(error, Some(Err(Error::PageSize(_)))), "{error:?}");
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn list_without_limit(
    client: ScriptedClient<Option<String>, ListOutput>,
    token: Option<String>,
) -> Result<ListOutput, Throttled> {
    client.respond(token).await
}

/// The method `page_size` does not exist for such an operation, but a configuration may contain a page size.
#[tokio::test]
async fn a_configured_page_size_without_a_limit_key_is_an_error() {
    let client = ScriptedClient::with_pages([]);
    let config: PaginationConfig = serde_json::from_str(r#"{"PageSize": "10"}"#).unwrap();
    let error =
        list_without_limit_paginator(client.clone(), None).config(config).full_result().await.unwrap_err().error;
    let expected = "`list_without_limit` was not called: it has no `limit_key` for a page size of 10";
    assert_eq!(error.to_string(), expected);
    assert_eq!(client.requests().len(), 0);
}

/// Requests with a page size that is not zero: structs, parameters, and builders.
mod non_zero {
    use super::*;

    #[derive(Clone)]
    struct Request {
        token: Option<String>,
        limit: NonZeroU64,
    }

    impl Request {
        fn new() -> Self {
            Self { token: None, limit: NonZeroU64::MIN }
        }
        fn set_token(self, token: Option<String>) -> Self {
            Self { token, ..self }
        }
        fn limit(self, limit: NonZeroU64) -> Self {
            Self { limit, ..self }
        }
        fn set_optional_limit(self, limit: Option<NonZeroU32>) -> Self {
            Self { limit: limit.unwrap().into(), ..self }
        }
    }

    /// Returns as many items as requested, on two pages.
    fn answer(token: Option<&str>, limit: u64) -> Result<ListOutput, Throttled> {
        let items = (0..u32::try_from(limit).unwrap()).collect();
        Ok(ListOutput { items, token: token.is_none().then(|| "a".to_owned()), more: None })
    }

    fn send(request: &Request) -> Result<ListOutput, Throttled> {
        answer(request.token.as_deref(), request.limit.get())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn of_a_struct(request: &Request) -> Result<ListOutput, Throttled> {
        send(request)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn of_a_parameter(token: Option<&str>, limit: NonZeroU64) -> Result<ListOutput, Throttled> {
        answer(token, limit.get())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn of_an_optional_parameter(token: Option<&str>, limit: Option<NonZeroU32>) -> Result<ListOutput, Throttled> {
        answer(token, limit.unwrap().get().into())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
    fn of_a_builder(request: Request) -> Result<ListOutput, Throttled> {
        send(&request)
    }

    #[paginated(input_token = "Token", limit_key = "optional_limit", result_key = "Items", builder)]
    fn of_an_optional_setter(request: Request) -> Result<ListOutput, Throttled> {
        send(&request)
    }

    #[paginated(
        input_token = "Token", limit_key = |request, size: NonZeroU8| request.limit = size.into(), result_key = "Items"
    )]
    fn of_a_closure(request: &Request) -> Result<ListOutput, Throttled> {
        send(request)
    }

    macro_rules! check {
        ($paginator:expr) => {
            assert_eq!($paginator.page_size(3).items().map(Result::unwrap).collect::<Vec<_>>(), [0, 1, 2, 0, 1, 2]);
            let error = $paginator.page_size(0).items().next();
            assert!(matches!(&error, Some(Err(Error::PageSize(error))) if error.page_size == 0), "{error:?}");
        };
    }

    #[test]
    fn a_page_size_may_be_a_non_zero_integer_and_zero_is_an_error() {
        check!(of_a_struct_paginator(Request::new()));
        check!(of_a_parameter_paginator(None, NonZeroU64::MIN));
        check!(of_an_optional_parameter_paginator(None, None));
        check!(of_a_builder_paginator(Request::new()));
        check!(of_an_optional_setter_paginator(Request::new()));
        check!(of_a_closure_paginator(Request::new()));
    }

    #[test]
    fn a_page_size_of_a_call_may_be_a_non_zero_integer_and_zero_is_an_error() {
        check!(paginate!(
            Request::new() => |request| send(&request),
            input_token = "Token", limit_key = "Limit", result_key = "Items", blocking
        ));
        check!(paginate!(
            (None::<String>, NonZeroU64::MIN) => |(token, limit)| answer(token.as_deref(), limit.get()),
            input_token = token, limit_key = limit, result_key = "Items", blocking
        ));
        check!(paginate!(
            Request::new() => |request| send(&request),
            input_token = "Token", limit_key = "optional_limit", result_key = "Items", builder, blocking
        ));
        check!(paginate!(
            Request::new() => |request| send(&request),
            input_token = "Token", limit_key = limit, result_key = "Items", builder, blocking
        ));
    }
}
