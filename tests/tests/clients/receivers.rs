//! How a method is called on its client. The paginator borrows or owns as the method does.

use std::rc::Rc;
use std::sync::Arc;

use futures::future::BoxFuture;

use super::*;

#[derive(Clone, Default)]
struct Counting {
    calls: u32,
}

impl Counting {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn shared(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    #[allow(clippy::needless_arbitrary_self_type, reason = "it is what is tested")]
    async fn shared_typed(self: &Self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn exclusive(&mut self, input: Input) -> Result<Output, Failure> {
        self.calls += 1;
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn exclusive_by_reference(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        self.calls += 1;
        page(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc_by_reference(self: Arc<Self>, input: &Input) -> Result<Output, Failure> {
        page(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc_ref(self: &Arc<Self>, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn value(self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn mut_value(mut self, input: Input) -> Result<Output, Failure> {
        self.calls += 1;
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn rc(self: Rc<Self>, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn shared_reference() {
    holds!(sent(Counting::default().shared_paginator(Input::default())));
    holds!(sent(Counting::default().shared_typed_paginator(Input::default())));
}

#[tokio::test]
async fn mutable_reference() {
    let mut client = Counting::default();
    holds!(sent(client.exclusive_paginator(Input::default())));
    let calls = client.calls;
    assert!(calls > 0);
    holds!(sent(client.exclusive_by_reference_paginator("t", Input::default())));
    assert_eq!(client.calls, 2 * calls);
}

#[tokio::test]
async fn arc_of_the_client() {
    let client = Arc::new(Counting::default());
    holds!(owned(Arc::clone(&client).arc_paginator(Input::default())));
    holds!(owned(Arc::clone(&client).arc_by_reference_paginator(Input::default())));
}

#[tokio::test]
async fn reference_to_an_arc_of_the_client() {
    let client = Arc::new(Counting::default());
    holds!(sent(client.arc_ref_paginator(Input::default())));
}

#[tokio::test]
async fn rc_of_the_client() {
    let client = Rc::new(Counting::default());
    holds!(owned_here(Rc::clone(&client).rc_paginator(Input::default())));
}

#[tokio::test]
async fn value_of_a_clone_client() {
    holds!(owned(Counting::default().value_paginator(Input::default())));
    holds!(owned(Counting::default().mut_value_paginator(Input::default())));
}

trait ByValue {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(self, input: Input) -> Result<Output, Failure>;
}

impl ByValue for &Client {
    async fn list(self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

/// A reference is a client that is `Clone` too.
#[tokio::test]
async fn value_in_a_trait() {
    holds!(sent(ByValue::list_paginator(&Client, Input::default())));
}

trait Exclusive {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&mut self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;
}

impl Exclusive for Counting {
    fn list(&mut self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        self.calls += 1;
        Box::pin(async move { page(&input) })
    }
}

#[tokio::test]
async fn mutable_reference_with_a_boxed_future() {
    let mut client = Counting::default();
    holds!(sent(client.list_paginator(Input::default())));
    let client: &mut (dyn Exclusive + Send) = &mut client;
    holds!(sent(client.list_paginator(Input::default())));
}

#[tokio::test]
async fn none() {
    holds!(owned(list_paginator(Input::default())));
}
