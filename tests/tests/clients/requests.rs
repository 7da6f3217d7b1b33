//! Requests: by value, by reference, nested, and destructured by a pattern.

use super::*;

/// A request that does not implement `Clone`, which only requests by value need.
#[derive(Default)]
struct NotClone {
    token: Option<String>,
    limit: Option<u32>,
}

#[derive(Clone, Debug, Default)]
struct Nested {
    paging: Option<Box<Input>>,
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn by_value(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn by_reference(&self, input: &NotClone) -> Result<Output, Failure> {
        page_at(input.token.as_deref(), input.limit)
    }

    #[paginated(input_token = "Paging.Token", output_token = "Token", limit_key = "Paging.Limit", result_key = "Items")]
    async fn nested(&self, input: Nested) -> Result<Output, Failure> {
        page_for(&input.paging.unwrap_or_default())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn pattern(&self, Input { token, limit }: Input) -> Result<Output, Failure> {
        page_at(token.as_deref(), limit)
    }
}

#[tokio::test]
async fn a_request_can_be_taken_by_value() {
    assert_lists_all!(require_send(Client.by_value_paginator(Input::default())));
}

#[tokio::test]
async fn a_request_by_reference_needs_no_clone() {
    assert_lists_all!(require_send(Client.by_reference_paginator(NotClone::default())));
}

#[tokio::test]
async fn keys_can_be_nested_in_the_request() {
    assert_lists_all!(require_send(Client.nested_paginator(Nested::default())));
}

#[tokio::test]
async fn a_parameter_can_be_a_pattern() {
    assert_lists_all!(require_send(Client.pattern_paginator(Input::default())));
}
