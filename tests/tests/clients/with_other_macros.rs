//! Together with the macros that stand on clients.

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
        answer(token, limit)
    }
}

#[async_trait::async_trait]
impl Service for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
    async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page(input)
    }
    async fn list_mut(&mut self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn async_trait() {
    holds!(sent(Service::list_paginator(&Client, Input::default())));
    let client: &dyn Service = &Client;
    holds!(sent(client.list_paginator(Input::default())));
    holds!(sent(client.list_for_paginator("t", Input::default())));
    holds!(sent(client.list_plain_paginator(None, None)));
    let client: &mut (dyn Service + Send) = &mut Client;
    holds!(sent(client.list_mut_paginator(Input::default())));
}

#[async_trait::async_trait(?Send)]
trait Local {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_here(&self, input: Input) -> Result<Output, Failure>;
}

#[async_trait::async_trait(?Send)]
impl Local for Client {
    async fn list_here(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn async_trait_that_is_not_send() {
    let client: Box<dyn Local> = Box::new(Client);
    holds!(client.list_here_paginator(Input::default()));
}

/// A trait of somebody else's, of which only the `impl` is ours: the method stands in an `impl` of its own.
#[async_trait::async_trait]
trait Foreign {
    async fn list_foreign(&self, input: Input) -> Result<Output, Failure>;
}

#[async_trait::async_trait]
impl Foreign for Client {
    async fn list_foreign(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = list_foreign_paginator)]
    async fn list_foreign_page(&self, input: Input) -> Result<Output, Failure> {
        self.list_foreign(input).await
    }
}

#[tokio::test]
async fn impl_of_an_async_trait() {
    holds!(sent(Client.list_foreign_paginator(Input::default())));
}

#[trait_variant::make(Variant: Send)]
#[allow(dead_code, reason = "the variant is what is used")]
trait LocalVariant {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_variant(&self, input: Input) -> Result<Output, Failure>;
}

impl Variant for Client {
    async fn list_variant(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn trait_variant() {
    holds!(sent(Variant::list_variant_paginator(&Client, Input::default())));
}

impl Client {
    #[tracing::instrument(skip_all)]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn traced_above(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    #[tracing::instrument(skip_all)]
    async fn traced_below(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[cfg_attr(all(), paginated(input_token = "Token", limit_key = "Limit", result_key = "Items"))]
    #[cfg_attr(any(), this_is_never_there)]
    async fn conditional(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn instrument_above() {
    holds!(sent(Client.traced_above_paginator(Input::default())));
}

#[tokio::test]
async fn instrument_below() {
    holds!(sent(Client.traced_below_paginator(Input::default())));
}

#[tokio::test]
async fn cfg_attr() {
    holds!(sent(Client.conditional_paginator(Input::default())));
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
async fn mock() {
    let mut client = MockMocked::new();
    client.expect_list().returning(|input| page(&input));
    client.expect_list_for().withf(|tenant, _| tenant == "t").returning(|_, input| page(input));
    holds!(sent(client.list_paginator(Input::default())));
    holds!(sent(client.list_for_paginator("t", Input::default())));
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
async fn mock_of_an_async_fn() {
    let mut client = MockNativeMocked::new();
    client.expect_list_native().returning(|input| page(&input));
    holds!(client.list_native_paginator(Input::default()));
}
