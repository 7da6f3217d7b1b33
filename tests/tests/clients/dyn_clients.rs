//! `dyn` clients.

use std::rc::Rc;
use std::sync::Arc;

use futures::future::{BoxFuture, LocalBoxFuture};

use super::*;

trait BoxedClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_of(&self, tenant: &str, input: &Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_owned(self: Arc<Self>, input: Input) -> BoxFuture<'static, Result<Output, Failure>>;
}

impl BoxedClient for Client {
    fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page_for(&input) })
    }
    fn list_of(&self, tenant: &str, input: &Input) -> BoxFuture<'_, Result<Output, Failure>> {
        assert_eq!(tenant, "t");
        self.list(input.clone())
    }
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
        self.list(input)
    }
    fn list_owned(self: Arc<Self>, input: Input) -> BoxFuture<'static, Result<Output, Failure>> {
        Box::pin(async move { page_for(&input) })
    }
}

type SharedClient = dyn BoxedClient + Send + Sync;

#[tokio::test]
async fn a_box_of_a_dyn_client_has_a_paginator() {
    let client: Box<SharedClient> = Box::new(Client);
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
}

#[tokio::test]
async fn an_arc_of_a_dyn_client_has_a_paginator() {
    let client: Arc<SharedClient> = Arc::new(Client);
    assert_lists_all!(require_send(client.list_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(Arc::clone(&client).list_owned_paginator(Input::default())));
}

#[tokio::test]
async fn a_reference_to_a_dyn_client_has_a_paginator() {
    let client: &(dyn BoxedClient + Sync) = &Client;
    assert_lists_all!(require_send(client.list_of_paginator("t", Input::default())));
}

#[tokio::test]
async fn a_dyn_client_that_is_not_sync_has_a_paginator() {
    let client: Rc<dyn BoxedClient> = Rc::new(Client);
    assert_lists_all!(client.list_local_paginator(Input::default()));
}

/// An alias, which the macro cannot see through.
type ListFut<'a, T> = BoxFuture<'a, Result<T, Failure>>;

trait AliasClient: Sync {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", boxed)]
    fn list_aliased(&self, input: Input) -> ListFut<'_, Output>;
}

impl AliasClient for Client {
    fn list_aliased(&self, input: Input) -> ListFut<'_, Output> {
        Box::pin(async move { page_for(&input) })
    }
}

#[tokio::test]
async fn a_dyn_client_may_return_an_alias_of_a_boxed_future() {
    let client: &dyn AliasClient = &Client;
    assert_lists_all!(require_send(client.list_aliased_paginator(Input::default())));
}

/// A trait that is not dyn-compatible, because its method returns `impl Future`.
trait Native {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_native(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
}

impl Native for Client {
    async fn list_native(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

/// A dyn-compatible trait for the clients of [`Native`].
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
async fn a_dyn_compatible_trait_can_wrap_a_trait_that_is_not() {
    assert_lists_all!(require_send(Native::list_native_paginator(&Client, Input::default())));
    let client: Box<dyn DynNative + Sync> = Box::new(Client);
    assert_lists_all!(require_send(client.list_dyn_paginator(Input::default())));
}
