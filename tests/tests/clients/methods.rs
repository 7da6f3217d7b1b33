//! Methods and functions by their return types and by where they are defined.

use std::future::Future;
use std::pin::Pin;

use futures::future::{BoxFuture, LocalBoxFuture};

use super::*;

trait AsyncClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_by_default(&self, input: Input) -> Result<Output, Failure> {
        self.list(input).await
    }
}

impl AsyncClient for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn an_async_fn_in_a_trait_has_a_paginator() {
    assert_lists_all!(require_send(AsyncClient::list_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn an_async_fn_of_a_generic_client_has_a_paginator() {
    async fn generic<C: AsyncClient>(client: &C) {
        assert_lists_all!(client.list_paginator(Input::default()));
    }
    generic(&Client).await;
}

#[tokio::test]
async fn an_async_fn_with_a_default_body_has_a_paginator() {
    assert_lists_all!(require_send(Client.list_by_default_paginator(Input::default())));
}

trait OpaqueClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_default(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
        async move { page_for(&input) }
    }
}

impl OpaqueClient for Client {
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> {
        async move { page_for(&input) }
    }
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
        async move { page_for(&input) }
    }
}

#[tokio::test]
async fn a_method_that_returns_impl_future_has_a_paginator() {
    assert_lists_all!(require_send(OpaqueClient::list_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn a_method_that_returns_a_send_future_has_a_send_paginator() {
    async fn generic<C: OpaqueClient + Sync>(client: &C) {
        assert_lists_all!(require_send(client.list_send_paginator(Input::default())));
    }
    assert_lists_all!(require_send(Client.list_send_paginator(Input::default())));
    generic(&Client).await;
}

#[tokio::test]
async fn a_method_that_returns_impl_future_can_have_a_default_body() {
    assert_lists_all!(require_send(Client.list_default_paginator(Input::default())));
}

trait BoxedClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_boxed(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_named<'a>(&'a self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + 'a>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_static(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_boxed_default(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page_for(&input) })
    }
}

impl BoxedClient for Client {
    fn list_boxed(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        self.list_boxed_default(input)
    }
    fn list_pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>> {
        self.list_boxed_default(input)
    }
    fn list_named<'a>(&'a self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + 'a>> {
        self.list_boxed_default(input)
    }
    fn list_static(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send>> {
        Box::pin(async move { page_for(&input) })
    }
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
        self.list_boxed_default(input)
    }
}

#[tokio::test]
async fn a_method_that_returns_a_box_future_has_a_paginator() {
    assert_lists_all!(require_send(Client.list_boxed_paginator(Input::default())));
    assert_lists_all!(require_send(Client.list_boxed_default_paginator(Input::default())));
}

#[tokio::test]
async fn a_method_that_returns_a_local_box_future_has_a_paginator() {
    assert_lists_all!(Client.list_local_paginator(Input::default()));
}

#[tokio::test]
async fn a_method_that_returns_a_pinned_box_has_a_paginator() {
    assert_lists_all!(require_send(Client.list_pinned_paginator(Input::default())));
    assert_lists_all!(require_send(Client.list_named_paginator(Input::default())));
    assert_lists_all!(require_send(Client.list_static_paginator(Input::default())));
}

/// A named type of future.
pub struct ListFuture(std::future::Ready<Result<Output, Failure>>);

impl Future for ListFuture {
    type Output = Result<Output, Failure>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn inherent(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = Self::associated_paginator)]
    async fn associated(input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn named_future(&self, input: Input) -> ListFuture {
        ListFuture(std::future::ready(page_for(&input)))
    }
}

type Fut<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
type ListFut<'a> = Fut<'a, Result<Output, Failure>>;

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn ready_future(&self, input: Input) -> std::future::Ready<Result<Output, Failure>> {
        std::future::ready(page_for(&input))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn future_of_an_alias(&self, input: Input) -> Fut<'_, Result<Output, Failure>> {
        Box::pin(self.inherent(input))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn future_of_a_short_name(&self, input: Input) -> ListFut<'_> {
        Box::pin(self.inherent(input))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn opaque_future_in_a_box(&self, input: Input) -> Pin<Box<impl Future<Output = Result<Output, Failure>>>> {
        Box::pin(self.inherent(input))
    }
}

/// Such a type was taken for the page of a blocking method.
#[tokio::test]
async fn a_future_is_recognized_by_its_name_or_by_the_result_inside() {
    assert_lists_all!(require_send(Client.ready_future_paginator(Input::default())));
    assert_lists_all!(require_send(Client.future_of_an_alias_paginator(Input::default())));
    assert_lists_all!(require_send(Client.future_of_a_short_name_paginator(Input::default())));
    assert_lists_all!(require_send(Client.opaque_future_in_a_box_paginator(Input::default())));
}

#[tokio::test]
async fn an_inherent_method_has_a_paginator() {
    assert_lists_all!(require_send(Client.inherent_paginator(Input::default())));
}

#[tokio::test]
async fn an_associated_function_has_a_paginator() {
    assert_lists_all!(require_send_and_static(Client::associated_paginator(Input::default())));
}

trait Global {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_global(input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
}

impl Global for Client {
    async fn list_global(input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn a_function_of_a_trait_without_a_receiver_has_a_paginator() {
    assert_lists_all!(Client::list_global_paginator(Input::default()));
}

#[tokio::test]
async fn a_method_that_returns_a_named_future_has_a_paginator() {
    assert_lists_all!(require_send(Client.named_future_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn boxed_function(input: Input) -> BoxFuture<'static, Result<Output, Failure>> {
    Box::pin(async move { page_for(&input) })
}

/// Only a method with a receiver has a paginator in a box, because only such a method can be in a `dyn` trait.
trait BoxedFunctions: AsyncClient + Sync {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn boxed_of<'a, T: Sync>(client: &'a Self, _: &'a T, input: Input) -> LocalBoxFuture<'a, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn boxed_by_default(client: &Self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
        Box::pin(client.list(input))
    }
}

impl BoxedFunctions for Client {
    fn boxed_of<'a, T: Sync>(client: &'a Self, _: &'a T, input: Input) -> LocalBoxFuture<'a, Result<Output, Failure>> {
        Self::boxed_by_default(client, input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn boxed_list_of<S: foreign::Service + Sync>(service: &S, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
    Box::pin(service.list(input))
}

#[tokio::test]
async fn a_function_that_returns_a_boxed_future_has_a_paginator() {
    let text = String::from("borrowed");
    assert_lists_all!(Client::boxed_of_paginator(&Client, &text, Input::default()));
    assert_lists_all!(Client::boxed_by_default_paginator(&Client, Input::default()));
    assert_lists_all!(require_send(boxed_list_of_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn a_function_has_a_paginator() {
    assert_lists_all!(require_send_and_static(list_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(boxed_function_paginator(Input::default())));
}

/// A trait of another crate, which cannot be annotated.
mod foreign {
    use super::{Failure, Input, Output};

    pub trait Service {
        fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
    }
}

impl foreign::Service for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn list_of<S: foreign::Service + Sync>(service: &S, input: Input) -> Result<Output, Failure> {
    service.list(input).await
}

trait ListExt: foreign::Service + Sync {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = list_paginator)]
    fn list_again(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
        self.list(input)
    }
}

impl<S: foreign::Service + Sync> ListExt for S {}

#[tokio::test]
async fn a_function_can_call_a_foreign_trait() {
    assert_lists_all!(require_send(list_of_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn an_extension_trait_can_call_a_foreign_trait() {
    assert_lists_all!(require_send(ListExt::list_paginator(&Client, Input::default())));
}
