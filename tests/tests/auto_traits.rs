//! Which paginators and streams are `Send`, `'static` and `Unpin`, which traits are dyn-compatible; and which are not.

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

/// What nothing that is sent may hold.
#[derive(Clone, Default)]
struct Here(Rc<()>);

/// No page is ever asked for: the types are what is tested.
fn none<T>(_: T) -> Result<Output, ()> {
    Err(())
}

#[derive(Clone, Default)]
struct Client;

/// Whether a value's type meets a bound: a constant of the type where it does, one of a trait where it does not.
macro_rules! is {
    ($bounds:ident; $value:expr) => {{
        struct Probe<T>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "one of the two is")]
        trait No {
            fn is(&self) -> bool {
                false
            }
        }
        impl<T> No for Probe<T> {}
        #[allow(dead_code, reason = "one of the two is")]
        impl<T: $bounds> Probe<T> {
            fn is(&self) -> bool {
                true
            }
        }
        fn probe<T>(_: &T) -> Probe<T> {
            Probe(std::marker::PhantomData)
        }
        probe(&$value).is()
    }};
}

/// A paginator, its streams and their futures, all alike.
macro_rules! assert_send {
    ($paginator:expr, $expected:literal) => {{
        assert_eq!(is!(Send; $paginator), $expected);
        assert_eq!(is!(Send; $paginator.items()), $expected);
        assert_eq!(is!(Send; $paginator.pages()), $expected);
        assert_eq!(is!(Send; $paginator.full_result()), $expected);
        assert_eq!(is!(Send; $paginator.items().next()), $expected);
        assert_eq!(is!(Send; $paginator.items().try_collect::<Vec<_>>()), $expected);
    }};
}

fn is_static<T: 'static>(_: T) {}

fn unpin<O: Operation>(_: &Paginator<O>)
where
    Items<O>: Unpin,
    Pages<O>: Unpin,
{
}

impl Client {
    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, ()> {
        std::future::ready(none(input)).await
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_here(&self, here: Here, input: Input) -> Result<Output, ()> {
        std::future::ready(()).await;
        none((here.0, input))
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn waits_here(&self, input: Input) -> Result<Output, ()> {
        let here = Here::default();
        std::future::ready(()).await;
        none((here.0, input))
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn fails_here(&self, input: Input) -> Result<Output, Here> {
        std::future::ready(()).await;
        drop(input);
        Err(Here::default())
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn shared(self: Arc<Self>, input: &Input) -> Result<Output, ()> {
        std::future::ready(none(input.clone())).await
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn blocking(&self, input: &Input) -> Result<Output, ()> {
        none(input.clone())
    }
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn list(input: Input) -> Result<Output, ()> {
    std::future::ready(none(input)).await
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
    fn boxed_here(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, ()>>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn in_this_thread(&self, input: Input) -> Result<Output, ()>;

    #[paginated(input_token = "Token", result_key = "Items")]
    fn in_this_thread_by_default(&mut self, input: &Input) -> Result<Output, ()> {
        self.in_this_thread(input.clone())
    }
}

impl Boxed for Client {
    fn boxed(&self, input: Input) -> BoxFuture<'_, Result<Output, ()>> {
        Box::pin(self.list(input))
    }
    fn boxed_here(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, ()>> {
        Box::pin(self.list(input))
    }
    fn in_this_thread(&self, input: Input) -> Result<Output, ()> {
        self.blocking(&input)
    }
}

#[test]
fn send_where_the_client_s_future_is() {
    assert_send!(Client.list_paginator(Input::default()), true);
    assert_send!(Arc::new(Client).shared_paginator(Input::default()), true);
    assert_send!(list_paginator(Input::default()), true);
    assert_send!(Client.boxed_paginator(Input::default()), true);
    assert_send!(list_paginator(Input::default()).boxed(), true);
    assert!(is!(Send; Client.blocking_paginator(Input::default()).items()));
}

#[test]
fn not_send_where_the_client_s_future_is_not() {
    assert_send!(Client.list_here_paginator(Here::default(), Input::default()), false);
    assert_send!(Client.waits_here_paginator(Input::default()), false);
    assert_send!(Client.boxed_here_paginator(Input::default()), false);
    assert_send!(list_paginator(Input::default()).boxed_local(), false);
}

/// A stream may hold the error of the page read ahead.
#[test]
fn not_send_where_the_error_is_not() {
    assert!(!is!(Send; Client.fails_here_paginator(Input::default()).items()));
}

#[test]
fn send_of_a_concrete_client_of_a_trait_that_says_nothing() {
    assert_send!(Client.native_paginator(Input::default()), true);
}

#[test]
fn send_of_a_generic_client_where_the_trait_says_so() {
    fn generic<C: Service + Sync>(client: &C) {
        assert_send!(client.declared_send_paginator(Input::default()), true);
    }
    generic(&Client);
}

#[test]
fn static_where_nothing_is_borrowed() {
    is_static(list_paginator(Input::default()).items());
    is_static(Arc::new(Client).shared_paginator(Input::default()).pages());
    is_static(list_paginator(Input::default()).boxed().items());
    is_static(list_paginator(Input::default()).full_result());
}

#[test]
fn unpin_all_of_them() {
    unpin(&list_paginator(Input::default()));
    unpin(&Client.list_paginator(Input::default()));
    unpin(&Client.waits_here_paginator(Input::default()));
    unpin(&Client.boxed_paginator(Input::default()));
    unpin(&Client.native_paginator(Input::default()));
    let mut here = std::marker::PhantomPinned;
    assert!(!is!(Unpin; here), "the probe tells what is not");
    let _ = &mut here;
}

#[test]
fn traits_of_boxed_futures_and_of_blocking_methods_are_dyn_compatible() {
    let client: &(dyn Boxed + Sync) = &Client;
    assert_send!(client.boxed_paginator(Input::default()), true);
    assert!(client.in_this_thread(Input::default()).is_err());
    assert!(Client.in_this_thread_paginator(Input::default()).full_result().is_err());
    assert!(Client.in_this_thread_by_default_paginator(Input::default()).full_result().is_err());
}
