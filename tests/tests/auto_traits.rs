//! Auto traits and lifetimes of paginators and streams, and dyn compatibility of client traits.

use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

use futures::future::{BoxFuture, LocalBoxFuture};
use paginated::{Items, Operation, Page, Pages, Paginator, paginated};

#[derive(Clone, Default)]
pub struct Input {
    pub token: Option<String>,
}

#[derive(Clone, Page)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

/// A value that is not `Send`.
#[derive(Clone, Default)]
struct NotSend(Rc<()>);

/// Fails, because these tests send no requests.
fn fail<T>(_: T) -> Result<Output, ()> {
    Err(())
}

#[derive(Clone, Default)]
struct Client;

/// Returns whether a value's type meets a bound.
///
/// The inherent method exists only for types that meet the bound. It takes precedence over the trait's method.
macro_rules! implements {
    ($bounds:ident; $value:expr) => {{
        struct Probe<T>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "only one of the two methods is called")]
        trait Fallback {
            fn meets_bound(&self) -> bool {
                false
            }
        }
        impl<T> Fallback for Probe<T> {}
        #[allow(dead_code, reason = "only one of the two methods is called")]
        impl<T: $bounds> Probe<T> {
            fn meets_bound(&self) -> bool {
                true
            }
        }
        fn probe<T>(_: &T) -> Probe<T> {
            Probe(std::marker::PhantomData)
        }
        probe(&$value).meets_bound()
    }};
}

/// Asserts that a paginator, its streams, and their futures are `Send` or not.
macro_rules! assert_send {
    ($paginator:expr, $expected:literal) => {{
        assert_eq!(implements!(Send; $paginator), $expected);
        assert_eq!(implements!(Send; $paginator.items()), $expected);
        assert_eq!(implements!(Send; $paginator.pages()), $expected);
        assert_eq!(implements!(Send; $paginator.full_result()), $expected);
        assert_eq!(implements!(Send; $paginator.items().next()), $expected);
        assert_eq!(implements!(Send; $paginator.items().try_collect::<Vec<_>>()), $expected);
    }};
}

fn assert_static<T: 'static>(_: T) {}

fn assert_unpin<O: Operation>(_: &Paginator<O>)
where
    Items<O>: Unpin,
    Pages<O>: Unpin,
{
}

impl Client {
    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, ()> {
        std::future::ready(fail(input)).await
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_with_a_local_argument(&self, not_send: NotSend, input: Input) -> Result<Output, ()> {
        std::future::ready(()).await;
        fail((not_send.0, input))
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_with_a_local_variable(&self, input: Input) -> Result<Output, ()> {
        let not_send = NotSend::default();
        std::future::ready(()).await;
        fail((not_send.0, input))
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_with_a_local_error(&self, input: Input) -> Result<Output, NotSend> {
        std::future::ready(()).await;
        drop(input);
        Err(NotSend::default())
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn shared(self: Arc<Self>, input: &Input) -> Result<Output, ()> {
        std::future::ready(fail(input.clone())).await
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn blocking(&self, input: &Input) -> Result<Output, ()> {
        fail(input.clone())
    }
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn list(input: Input) -> Result<Output, ()> {
    std::future::ready(fail(input)).await
}

trait Service {
    #[paginated(input_token = "Token", result_key = "Items")]
    async fn native(&self, input: Input) -> Result<Output, ()>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn declared_send(&self, input: Input) -> impl Future<Output = Result<Output, ()>> + Send;
}

impl Service for Client {
    async fn native(&self, input: Input) -> Result<Output, ()> {
        self.list(input).await
    }
    fn declared_send(&self, input: Input) -> impl Future<Output = Result<Output, ()>> + Send {
        self.list(input)
    }
}

trait Boxed {
    #[paginated(input_token = "Token", result_key = "Items")]
    fn boxed(&self, input: Input) -> BoxFuture<'_, Result<Output, ()>>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn boxed_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, ()>>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn blocking_in_a_trait(&self, input: Input) -> Result<Output, ()>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn blocking_with_a_default_body(&mut self, input: &Input) -> Result<Output, ()> {
        self.blocking_in_a_trait(input.clone())
    }
}

impl Boxed for Client {
    fn boxed(&self, input: Input) -> BoxFuture<'_, Result<Output, ()>> {
        Box::pin(self.list(input))
    }
    fn boxed_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, ()>> {
        Box::pin(self.list(input))
    }
    fn blocking_in_a_trait(&self, input: Input) -> Result<Output, ()> {
        self.blocking(&input)
    }
}

#[test]
fn a_paginator_is_send_if_the_client_s_future_is() {
    assert_send!(Client.list_paginator(Input::default()), true);
    assert_send!(Arc::new(Client).shared_paginator(Input::default()), true);
    assert_send!(list_paginator(Input::default()), true);
    assert_send!(Client.boxed_paginator(Input::default()), true);
    assert_send!(list_paginator(Input::default()).boxed(), true);
    assert!(implements!(Send; Client.blocking_paginator(Input::default()).items()));
}

#[test]
fn a_paginator_is_not_send_if_the_client_s_future_is_not() {
    assert_send!(Client.list_with_a_local_argument_paginator(NotSend::default(), Input::default()), false);
    assert_send!(Client.list_with_a_local_variable_paginator(Input::default()), false);
    assert_send!(Client.boxed_local_paginator(Input::default()), false);
    assert_send!(list_paginator(Input::default()).boxed_local(), false);
}

/// A stream may hold the error of a prefetched page.
#[test]
fn items_are_not_send_if_the_error_is_not() {
    assert!(!implements!(Send; Client.list_with_a_local_error_paginator(Input::default()).items()));
}

#[test]
fn a_paginator_of_a_concrete_client_is_send_if_the_trait_declares_nothing() {
    assert_send!(Client.native_paginator(Input::default()), true);
}

#[test]
fn a_paginator_of_a_generic_client_is_send_if_the_trait_declares_it() {
    fn generic<C: Service + Sync>(client: &C) {
        assert_send!(client.declared_send_paginator(Input::default()), true);
    }
    generic(&Client);
}

#[test]
fn a_paginator_that_borrows_nothing_is_static() {
    assert_static(list_paginator(Input::default()).items());
    assert_static(Arc::new(Client).shared_paginator(Input::default()).pages());
    assert_static(list_paginator(Input::default()).boxed().items());
    assert_static(list_paginator(Input::default()).full_result());
}

#[test]
fn paginators_and_streams_are_unpin() {
    assert_unpin(&list_paginator(Input::default()));
    assert_unpin(&Client.list_paginator(Input::default()));
    assert_unpin(&Client.list_with_a_local_variable_paginator(Input::default()));
    assert_unpin(&Client.boxed_paginator(Input::default()));
    assert_unpin(&Client.native_paginator(Input::default()));
    let mut pinned = std::marker::PhantomPinned;
    assert!(!implements!(Unpin; pinned), "the probe detects a type that is not `Unpin`");
    let _ = &mut pinned;
}

#[test]
fn traits_with_boxed_futures_and_blocking_methods_are_dyn_compatible() {
    let client: &(dyn Boxed + Sync) = &Client;
    assert_send!(client.boxed_paginator(Input::default()), true);
    assert!(client.blocking_in_a_trait(Input::default()).is_err());
    assert!(Client.blocking_in_a_trait_paginator(Input::default()).full_result().is_err());
    assert!(Client.blocking_with_a_default_body_paginator(Input::default()).full_result().is_err());
}
