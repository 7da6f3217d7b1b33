//! Clients behind `dyn`.

use std::rc::Rc;
use std::sync::Arc;

use futures::future::{BoxFuture, LocalBoxFuture};

use super::*;

trait Boxed {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_of(&self, tenant: &str, input: &Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_owned(self: Arc<Self>, input: Input) -> BoxFuture<'static, Result<Output, Failure>>;
}

impl Boxed for Client {
    fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page(&input) })
    }
    fn list_of(&self, tenant: &str, input: &Input) -> BoxFuture<'_, Result<Output, Failure>> {
        assert_eq!(tenant, "t");
        self.list(input.clone())
    }
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
        self.list(input)
    }
    fn list_owned(self: Arc<Self>, input: Input) -> BoxFuture<'static, Result<Output, Failure>> {
        Box::pin(async move { page(&input) })
    }
}

type Shared = dyn Boxed + Send + Sync;

#[tokio::test]
async fn box_of_a_dyn_client() {
    let client: Box<Shared> = Box::new(Client);
    holds!(sent(client.list_paginator(Input::default())));
}

#[tokio::test]
async fn arc_of_a_dyn_client() {
    let client: Arc<Shared> = Arc::new(Client);
    holds!(sent(client.list_paginator(Input::default())));
    holds!(owned(Arc::clone(&client).list_owned_paginator(Input::default())));
}

#[tokio::test]
async fn reference_to_a_dyn_client() {
    let client: &(dyn Boxed + Sync) = &Client;
    holds!(sent(client.list_of_paginator("t", Input::default())));
}

#[tokio::test]
async fn dyn_client_that_is_not_sync() {
    let client: Rc<dyn Boxed> = Rc::new(Client);
    holds!(client.list_local_paginator(Input::default()));
}

/// A trait that is not dyn-compatible for its `async fn`, and the one beside it that is: the way around.
trait Native {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_native(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
}

impl Native for Client {
    async fn list_native(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

trait DynNative {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_dyn(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;
}

impl<C: Native + Sync> DynNative for C {
    fn list_dyn(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(self.list_native(input))
    }
}

#[tokio::test]
async fn trait_beside_one_that_is_not_dyn_compatible() {
    holds!(sent(Native::list_native_paginator(&Client, Input::default())));
    let client: Box<dyn DynNative + Sync> = Box::new(Client);
    holds!(sent(client.list_dyn_paginator(Input::default())));
}
