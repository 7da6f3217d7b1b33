//! Other macros on client traits and methods.

use super::*;

#[async_trait::async_trait]
trait Service: Sync {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_mut(&mut self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_plain(&self, token: Option<&str>, limit: Option<u32>) -> Result<Output, Failure> {
        page_at(token, limit)
    }
}

#[async_trait::async_trait]
impl Service for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
    async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page_for(input)
    }
    async fn list_mut(&mut self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn a_method_of_an_async_trait_has_a_paginator() {
    assert_lists_all!(require_send(Service::list_paginator(&Client, Input::default())));
    let client: &dyn Service = &Client;
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
    assert_lists_all!(require_send(client.list_for_paginator("t", Input::default())));
    assert_lists_all!(require_send(client.list_plain_paginator(None, None)));
    let client: &mut (dyn Service + Send) = &mut Client;
    assert_lists_all!(require_send(client.list_mut_paginator(Input::default())));
}

#[async_trait::async_trait(?Send)]
trait LocalClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_local(&self, input: Input) -> Result<Output, Failure>;
}

#[async_trait::async_trait(?Send)]
impl LocalClient for Client {
    async fn list_local(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn a_method_of_an_async_trait_that_is_not_send_has_a_paginator() {
    let client: Box<dyn LocalClient> = Box::new(Client);
    assert_lists_all!(client.list_local_paginator(Input::default()));
}

/// A trait of another crate, which cannot be annotated.
#[async_trait::async_trait]
trait Foreign {
    async fn list_foreign(&self, input: Input) -> Result<Output, Failure>;
}

#[async_trait::async_trait]
impl Foreign for Client {
    async fn list_foreign(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = list_foreign_paginator)]
    async fn list_foreign_page(&self, input: Input) -> Result<Output, Failure> {
        self.list_foreign(input).await
    }
}

#[tokio::test]
async fn an_inherent_method_can_call_a_foreign_async_trait() {
    assert_lists_all!(require_send(Client.list_foreign_paginator(Input::default())));
}

#[trait_variant::make(Variant: Send)]
#[allow(dead_code, reason = "only the variant is used")]
trait LocalVariant {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_variant(&self, input: Input) -> Result<Output, Failure>;
}

impl Variant for Client {
    async fn list_variant(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn a_trait_variant_has_a_paginator() {
    assert_lists_all!(require_send(Variant::list_variant_paginator(&Client, Input::default())));
}

impl Client {
    #[tracing::instrument(skip_all)]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn traced_above(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    #[tracing::instrument(skip_all)]
    async fn traced_below(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[cfg_attr(all(), paginated(input_token = "Token", limit_key = "Limit", result_key = "Items"))]
    #[cfg_attr(any(), nonexistent_attribute)]
    async fn conditional(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn instrument_can_be_above_the_attribute() {
    assert_lists_all!(require_send(Client.traced_above_paginator(Input::default())));
}

#[tokio::test]
async fn instrument_can_be_below_the_attribute() {
    assert_lists_all!(require_send(Client.traced_below_paginator(Input::default())));
}

#[tokio::test]
async fn the_attribute_can_be_in_cfg_attr() {
    assert_lists_all!(require_send(Client.conditional_paginator(Input::default())));
}

mockall::mock! {
    Mocked {}
    #[async_trait::async_trait]
    impl Service for Mocked {
        async fn list(&self, input: Input) -> Result<Output, Failure>;
        async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure>;
        async fn list_mut(&mut self, input: Input) -> Result<Output, Failure>;
    }
}

#[tokio::test]
async fn a_mock_of_an_async_trait_has_a_paginator() {
    let mut client = MockMocked::new();
    client.expect_list().returning(|input| page_for(&input));
    client.expect_list_for().withf(|tenant, _| tenant == "t").returning(|_, input| page_for(input));
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
    assert_lists_all!(require_send(client.list_for_paginator("t", Input::default())));
}

trait Native {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_native(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
}

mockall::mock! {
    NativeMocked {}
    impl Native for NativeMocked {
        async fn list_native(&self, input: Input) -> Result<Output, Failure>;
    }
}

#[tokio::test]
async fn a_mock_of_an_async_fn_has_a_paginator() {
    let mut client = MockNativeMocked::new();
    client.expect_list_native().returning(|input| page_for(&input));
    assert_lists_all!(client.list_native_paginator(Input::default()));
}
