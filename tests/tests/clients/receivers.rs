//! Receivers of methods. The paginator borrows or owns the client as the method does.

use std::rc::Rc;
use std::sync::Arc;

use futures::future::BoxFuture;

use super::*;

#[derive(Clone, Default)]
struct CountingClient {
    calls: u32,
}

impl CountingClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn shared(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    #[allow(clippy::needless_arbitrary_self_type, reason = "the test is about typed receivers")]
    async fn shared_typed(self: &Self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn exclusive(&mut self, input: Input) -> Result<Output, Failure> {
        self.calls += 1;
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn exclusive_by_reference(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        self.calls += 1;
        page_for(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc_by_reference(self: Arc<Self>, input: &Input) -> Result<Output, Failure> {
        page_for(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc_ref(self: &Arc<Self>, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn value(self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn mut_value(mut self, input: Input) -> Result<Output, Failure> {
        self.calls += 1;
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn rc(self: Rc<Self>, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn a_method_can_take_a_shared_reference() {
    assert_lists_all!(require_send(CountingClient::default().shared_paginator(Input::default())));
    assert_lists_all!(require_send(CountingClient::default().shared_typed_paginator(Input::default())));
}

#[tokio::test]
async fn a_method_can_take_a_mutable_reference() {
    let mut client = CountingClient::default();
    assert_lists_all!(require_send(client.exclusive_paginator(Input::default())));
    let calls = client.calls;
    assert!(calls > 0);
    assert_lists_all!(require_send(client.exclusive_by_reference_paginator("t", Input::default())));
    assert_eq!(client.calls, 2 * calls);
}

#[tokio::test]
async fn a_method_can_take_an_arc_of_the_client() {
    let client = Arc::new(CountingClient::default());
    assert_lists_all!(require_send_and_static(Arc::clone(&client).arc_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(Arc::clone(&client).arc_by_reference_paginator(Input::default())));
}

#[tokio::test]
async fn a_method_can_take_a_reference_to_an_arc() {
    let client = Arc::new(CountingClient::default());
    assert_lists_all!(require_send(client.arc_ref_paginator(Input::default())));
}

#[tokio::test]
async fn a_method_can_take_an_rc_of_the_client() {
    let client = Rc::new(CountingClient::default());
    assert_lists_all!(require_static(Rc::clone(&client).rc_paginator(Input::default())));
}

#[tokio::test]
async fn a_method_can_take_a_client_by_value() {
    assert_lists_all!(require_send_and_static(CountingClient::default().value_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(CountingClient::default().mut_value_paginator(Input::default())));
}

trait ByValue {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(self, input: Input) -> Result<Output, Failure>;
}

impl ByValue for &Client {
    async fn list(self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

/// A reference implements `Clone`.
#[tokio::test]
async fn a_trait_method_can_take_a_client_by_value() {
    assert_lists_all!(require_send(ByValue::list_paginator(&Client, Input::default())));
}

trait ExclusiveClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&mut self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;
}

impl ExclusiveClient for CountingClient {
    fn list(&mut self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        self.calls += 1;
        Box::pin(async move { page_for(&input) })
    }
}

#[tokio::test]
async fn a_method_with_a_boxed_future_can_take_a_mutable_reference() {
    let mut client = CountingClient::default();
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
    let client: &mut (dyn ExclusiveClient + Send) = &mut client;
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
}

#[tokio::test]
async fn a_function_without_a_receiver_has_a_static_paginator() {
    assert_lists_all!(require_send_and_static(list_paginator(Input::default())));
}
