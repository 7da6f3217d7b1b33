//! Parameters in addition to the request.

use std::borrow::Cow;

use super::*;

#[derive(Clone)]
struct Context<'a>(&'a str);

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_other_parameters<T: AsRef<str>>(
        &self,
        tenant: &str,
        name: impl Into<String>,
        kind: T,
        tags: &[Cow<'_, str>],
        input: Input,
    ) -> Result<Output, Failure> {
        assert_eq!((tenant, &*name.into(), kind.as_ref(), tags.len()), ("t", "n", "k", 1));
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_a_context(&self, context: &Context<'_>, input: &Input, region: &str) -> Result<Output, Failure> {
        assert_eq!((context.0, region), ("c", "r"));
        page_for(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_recorded_calls(&self, calls: &mut Vec<Option<String>>, input: Input) -> Result<Output, Failure> {
        calls.push(input.token.clone());
        page_for(&input)
    }
}

#[tokio::test]
async fn a_method_can_take_parameters_in_addition_to_a_request() {
    let tags = ["x".into()];
    assert_lists_all!(require_send(Client.with_other_parameters_paginator("t", "n", "k", &tags, Input::default())));
}

#[tokio::test]
async fn a_method_can_take_parameters_in_addition_to_a_borrowed_request() {
    let name = String::from("c");
    assert_lists_all!(require_send(Client.with_a_context_paginator(&Context(&name), Input::default(), "r")));
}

#[tokio::test]
async fn a_parameter_can_be_a_mutable_reference() {
    let mut calls = Vec::new();
    assert_lists_all!(require_send(Client.with_recorded_calls_paginator(&mut calls, Input::default())));
    assert_eq!(calls[..2], [None, Some("3".to_owned())]);
}
