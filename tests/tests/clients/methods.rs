//! The kinds of methods, and where they stand.

use std::future::Future;
use std::pin::Pin;

use futures::future::{BoxFuture, LocalBoxFuture};

use super::*;

trait Async {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_by_default(&self, input: Input) -> Result<Output, Failure> {
        self.list(input).await
    }
}

impl Async for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn async_fn_in_a_trait() {
    holds!(sent(Async::list_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn async_fn_of_a_generic_client() {
    async fn generic<C: Async>(client: &C) {
        holds!(client.list_paginator(Input::default()));
    }
    generic(&Client).await;
}

#[tokio::test]
async fn async_fn_with_a_default_body() {
    holds!(sent(Client.list_by_default_paginator(Input::default())));
}

trait Opaque {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_default(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
        async move { page(&input) }
    }
}

impl Opaque for Client {
    fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> {
        async move { page(&input) }
    }
    fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
        async move { page(&input) }
    }
}

#[tokio::test]
async fn impl_future() {
    holds!(sent(Opaque::list_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn impl_future_send() {
    async fn generic<C: Opaque + Sync>(client: &C) {
        holds!(sent(client.list_send_paginator(Input::default())));
    }
    holds!(sent(Client.list_send_paginator(Input::default())));
    generic(&Client).await;
}

#[tokio::test]
async fn impl_future_with_a_default_body() {
    holds!(sent(Client.list_default_paginator(Input::default())));
}

trait Boxed {
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
        Box::pin(async move { page(&input) })
    }
}

impl Boxed for Client {
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
        Box::pin(async move { page(&input) })
    }
    fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
        self.list_boxed_default(input)
    }
}

#[tokio::test]
async fn box_future() {
    holds!(sent(Client.list_boxed_paginator(Input::default())));
    holds!(sent(Client.list_boxed_default_paginator(Input::default())));
}

#[tokio::test]
async fn local_box_future() {
    holds!(Client.list_local_paginator(Input::default()));
}

#[tokio::test]
async fn pinned_box_of_a_future() {
    holds!(sent(Client.list_pinned_paginator(Input::default())));
    holds!(sent(Client.list_named_paginator(Input::default())));
    holds!(sent(Client.list_static_paginator(Input::default())));
}

/// A future with a name of its own.
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
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = Self::associated_paginator)]
    async fn associated(input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn named_future(&self, input: Input) -> ListFuture {
        ListFuture(std::future::ready(page(&input)))
    }
}

#[tokio::test]
async fn inherent_method() {
    holds!(sent(Client.inherent_paginator(Input::default())));
}

#[tokio::test]
async fn associated_function() {
    holds!(owned(Client::associated_paginator(Input::default())));
}

#[tokio::test]
async fn future_with_a_name() {
    holds!(sent(Client.named_future_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn boxed_function(input: Input) -> BoxFuture<'static, Result<Output, Failure>> {
    Box::pin(async move { page(&input) })
}

#[tokio::test]
async fn free_function() {
    holds!(owned(list_paginator(Input::default())));
    holds!(owned(boxed_function_paginator(Input::default())));
}

/// A trait that belongs to someone else: what one writes is a function, or an inherent method, that calls it.
mod foreign {
    use super::{Failure, Input, Output};

    pub trait Service {
        fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
    }
}

impl foreign::Service for Client {
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
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
async fn foreign_trait_by_a_function() {
    holds!(sent(list_of_paginator(&Client, Input::default())));
}

#[tokio::test]
async fn foreign_trait_by_an_extension_trait() {
    holds!(sent(ListExt::list_paginator(&Client, Input::default())));
}
