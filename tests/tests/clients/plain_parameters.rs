//! Tokens and page sizes as parameters of the method.

use futures::future::BoxFuture;

use super::*;

trait BoxedClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn boxed(&self, token: Option<&str>, limit: Option<u32>) -> BoxFuture<'_, Result<Output, Failure>>;
}

impl BoxedClient for Client {
    fn boxed(&self, token: Option<&str>, limit: Option<u32>) -> BoxFuture<'_, Result<Output, Failure>> {
        let output = page_at(token, limit);
        Box::pin(async { output })
    }
}

/// Returns `None` if `token` is empty.
fn non_empty(token: &str) -> Option<&str> {
    Some(token).filter(|token| !token.is_empty())
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn optional_string(&self, stack: &str, token: Option<String>, limit: Option<u32>) -> Result<Output, Failure> {
        assert_eq!(stack, "s");
        page_at(token.as_deref(), limit)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn optional_str(&self, stack: &str, token: Option<&str>, limit: Option<&u32>) -> Result<Output, Failure> {
        assert_eq!(stack, "s");
        page_at(token, limit.copied())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn str(&self, token: &str, limit: u32) -> Result<Output, Failure> {
        page_at(non_empty(token), Some(limit).filter(|limit| *limit > 0))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn str_of_a_lifetime<'a>(&'a self, token: &'a str, limit: Option<u32>) -> Result<Output, Failure> {
        page_at(non_empty(token), limit)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn impl_into(
        &self,
        stack: impl Into<String>,
        token: impl Into<Option<String>>,
        limit: impl Into<Option<u32>>,
    ) -> Result<Output, Failure> {
        assert_eq!(stack.into(), "s");
        page_at(token.into().as_deref(), limit.into())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn blocking(&self, token: Option<&str>, limit: impl Into<Option<u32>>) -> Result<Output, Failure> {
        page_at(token, limit.into())
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn blocking_str(&self, token: &str) -> Result<Output, Failure> {
        page_at(non_empty(token), None)
    }
}

#[tokio::test]
async fn a_token_can_be_an_option_of_a_string() {
    assert_lists_all!(require_send(Client.optional_string_paginator("s", None, None)));
}

#[tokio::test]
async fn a_token_can_be_an_option_of_a_str() {
    assert_lists_all!(require_send(Client.optional_str_paginator("s", None, None)));
    let from_three = Client.optional_str_paginator("s", Some("3"), Some(&2)).items();
    assert_eq!(from_three.try_collect::<Vec<_>>().await.unwrap(), all_items()[3..]);
}

#[tokio::test]
async fn a_token_can_be_a_str() {
    assert_lists_all!(require_send(Client.str_paginator("", 0)));
    assert_lists_all!(require_send(Client.str_of_a_lifetime_paginator("", None)));
    let token = String::from("7");
    let from_seven = Client.str_paginator(&token, 1).items();
    assert_eq!(from_seven.try_collect::<Vec<_>>().await.unwrap(), all_items()[7..]);
}

#[tokio::test]
async fn a_method_with_a_boxed_future_can_take_plain_parameters() {
    assert_lists_all!(require_send(Client.boxed_paginator(None, None)));
    let client: &(dyn BoxedClient + Sync) = &Client;
    assert_lists_all!(require_send(client.boxed_paginator(None, None)));
}

#[tokio::test]
async fn a_token_and_a_limit_can_be_impl_into() {
    assert_lists_all!(require_send(Client.impl_into_paginator("s", None, None)));
    let from_three = Client.impl_into_paginator("s", "3".to_owned(), 2).items();
    assert_eq!(from_three.try_collect::<Vec<_>>().await.unwrap(), all_items()[3..]);
}

#[test]
fn a_blocking_method_can_take_plain_parameters() {
    assert_lists_all_blocking!(Client.blocking_paginator(None, None));
    assert_eq!(Client.blocking_str_paginator("").items().map(Result::unwrap).collect::<Vec<_>>(), all_items());
}
