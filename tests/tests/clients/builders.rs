//! Builder requests: the setters of tokens and page sizes.

use super::*;

/// A builder with `set_<key>` for an `Option` and `<key>` for a value, as in the AWS SDK for Rust.
#[derive(Clone, Default)]
struct SdkBuilder(Input);

#[allow(dead_code, reason = "the unused setters must not be called")]
impl SdkBuilder {
    fn token(self, _: impl Into<String>) -> Self {
        unreachable!()
    }
    fn set_token(mut self, token: Option<String>) -> Self {
        self.0.token = token;
        self
    }
    fn limit(self, _: u32, _: &str) -> Self {
        unreachable!()
    }
    fn set_limit(mut self, limit: Option<u32>) -> Self {
        self.0.limit = limit;
        self
    }
}

/// A builder with `<key>` only.
#[derive(Clone, Default)]
struct KeyBuilder(Input);

impl KeyBuilder {
    fn token(mut self, token: Option<String>) -> Self {
        self.0.token = token;
        self
    }
    fn limit(mut self, limit: u32) -> Self {
        self.0.limit = Some(limit);
        self
    }
}

/// A builder with `<key>` for the token and `set_<key>` for the page size.
#[derive(Clone, Default)]
struct MixedBuilder<T>(Input, T);

impl<T> MixedBuilder<T> {
    fn token(mut self, token: String) -> Self {
        self.0.token = Some(token);
        self
    }
    fn set_limit(mut self, limit: u32) -> Self {
        self.0.limit = Some(limit);
        self
    }
}

trait BuildRequest: Clone {
    fn with_token(self, token: String) -> Self;
    fn set_limit(self, limit: Option<u32>) -> Self;
    fn input(&self) -> &Input;
}

impl BuildRequest for Input {
    fn with_token(self, token: String) -> Self {
        Self { token: Some(token), ..self }
    }
    fn set_limit(self, limit: Option<u32>) -> Self {
        Self { limit, ..self }
    }
    fn input(&self) -> &Input {
        self
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
    async fn by_set_key(&self, request: SdkBuilder) -> Result<Output, Failure> {
        page_for(&request.0)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
    async fn by_key(&self, request: KeyBuilder) -> Result<Output, Failure> {
        page_for(&request.0)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
    async fn by_either<T: Clone>(&self, tenant: &str, request: MixedBuilder<T>) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page_for(&request.0)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
    fn by_key_blocking(&self, request: KeyBuilder) -> Result<Output, Failure> {
        page_for(&request.0)
    }

    #[paginated(
        input_token = with_token,
        output_token = "Token",
        limit_key = "Limit",
        result_key = "Items",
        builder
    )]
    async fn by_name<B: BuildRequest>(&self, request: B) -> Result<Output, Failure> {
        page_for(request.input())
    }
}

#[tokio::test]
async fn a_setter_called_set_key_can_take_an_option() {
    assert_lists_all!(require_send(Client.by_set_key_paginator(SdkBuilder::default())));
}

#[tokio::test]
async fn a_setter_called_key_can_take_an_option_or_a_value() {
    assert_lists_all!(require_send(Client.by_key_paginator(KeyBuilder::default())));
}

#[tokio::test]
async fn setters_called_key_and_set_key_can_take_a_value() {
    assert_lists_all!(require_send(Client.by_either_paginator("t", MixedBuilder(Input::default(), "generic"))));
}

#[test]
fn a_blocking_method_can_take_a_builder() {
    assert_lists_all_blocking!(Client.by_key_blocking_paginator(KeyBuilder::default()));
}

#[tokio::test]
async fn a_setter_can_be_named_directly() {
    assert_lists_all!(Client.by_name_paginator(Input::default()));
}
