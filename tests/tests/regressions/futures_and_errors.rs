//! Futures, streams, and errors of clients.

use std::io;
use std::pin::Pin;
use std::rc::Rc;

use futures::executor::block_on;
use futures::future::{BoxFuture, Either, FusedFuture, LocalBoxFuture, Ready, ready};
use futures::stream::FusedStream;
use paginated::paginated;
use paginated_tests::fixture::{Client as ScriptedClient, ListInput, page as list_page};

use super::{GenericOutput, Input, Output, generic_page, page, require_send};

/// A trait with `Send` futures had no paginator unless it declared its error `Send`.
#[tokio::test]
async fn a_trait_with_send_futures_has_a_paginator_without_requiring_a_send_error() {
    trait Client {
        type Error;
        #[paginated(input_token = "token", result_key = "items")]
        fn list(&self, token: Option<String>) -> impl Future<Output = Result<Output, Self::Error>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Output, Self::Error>>;
    }

    struct SendClient;

    impl Client for SendClient {
        type Error = u8;
        async fn list(&self, token: Option<String>) -> Result<Output, u8> {
            Ok(page(1, token.as_deref()))
        }
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Output, u8>> {
            Box::pin(self.list(token))
        }
    }

    /// A client that has the methods but not the paginators.
    struct NotSendClient;

    impl Client for NotSendClient {
        type Error = Rc<u8>;
        async fn list(&self, _: Option<String>) -> Result<Output, Rc<u8>> {
            Err(Rc::new(1))
        }
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Output, Rc<u8>>> {
            Box::pin(self.list(token))
        }
    }

    assert_eq!(require_send(SendClient.list_paginator(None).items()).try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
    assert_eq!(
        require_send(SendClient.list_boxed_paginator(None).items()).try_collect::<Vec<_>>().await,
        Ok(vec![1, 1])
    );
    assert!(NotSendClient.list_boxed(None).await.is_err());
}

/// `futures::select!` accepts the futures of `StreamExt`, but did not accept the futures of `Items`, which were not fused.
#[tokio::test]
async fn futures_select_accepts_the_futures_of_a_stream() {
    let client = ScriptedClient::new([list_page([1], Some("a")), list_page([2, 3], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    let mut never = futures::future::pending::<()>();
    let mut items_read = Vec::new();
    while !items.is_terminated() {
        futures::select! {
            item = items.next() => items_read.extend(item),
            () = never => unreachable!(),
        }
    }
    assert_eq!(items_read, [Ok(1), Ok(2), Ok(3)]);
    let client = ScriptedClient::new([list_page([1], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    futures::select! {
        item = items.try_next() => assert_eq!(item, Ok(Some(1))),
        () = never => unreachable!(),
    }
    // The stream has ended, but the collection was not returned.
    let mut all = items.try_collect::<Vec<_>>();
    futures::select! {
        all = all => assert_eq!(all, Ok(Vec::new())),
        complete => panic!("the future is terminated before it returned its result"),
    }
    assert!(all.is_terminated());
}

mod generic_clients {
    use super::*;

    #[async_trait::async_trait]
    trait AsyncTraitClient<T: Clone + Send>: Sync {
        type Item;
        #[paginated(input_token = "token", result_key = "items")]
        async fn list(&self, item: T, input: Input) -> io::Result<GenericOutput<T>>;
        #[paginated(input_token = "token", result_key = "items")]
        async fn list_items(&self, input: Input) -> io::Result<GenericOutput<Self::Item>>;
    }

    trait Client<T> {
        type Error;
        #[paginated(input_token = "token", result_key = "items")]
        fn boxed(&self, input: Input) -> BoxFuture<'_, io::Result<GenericOutput<T>>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn local(&self, input: Input) -> LocalBoxFuture<'_, io::Result<GenericOutput<T>>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn opaque(&self, token: Option<String>) -> impl Future<Output = io::Result<GenericOutput<Option<T>>>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn failing(
            &self,
            input: Input,
        ) -> impl Future<Output = Result<GenericOutput<u8>, <Self as Client<T>>::Error>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn generic_method<K>(&self, key: &K, input: Input) -> impl Future<Output = io::Result<GenericOutput<K>>> + Send
        where
            K: Clone + Sync;
    }

    /// A wrapper of any client. Its error type has no bounds.
    struct Wrapper<C>(C);

    impl<C: Client<T> + Sync, T> Wrapper<(C, T)> {
        #[paginated(input_token = "token", result_key = "items")]
        fn boxed(&self, input: Input) -> BoxFuture<'_, Result<GenericOutput<u8>, C::Error>> {
            Box::pin(self.0.0.failing(input))
        }
    }

    struct Numbers;

    #[async_trait::async_trait]
    impl AsyncTraitClient<u8> for Numbers {
        type Item = u8;
        async fn list(&self, item: u8, input: Input) -> io::Result<GenericOutput<u8>> {
            Ok(generic_page(item, input.token.as_deref()))
        }
        async fn list_items(&self, input: Input) -> io::Result<GenericOutput<u8>> {
            Ok(generic_page(1, input.token.as_deref()))
        }
    }

    impl Client<u8> for Numbers {
        type Error = u8;
        fn boxed(&self, input: Input) -> BoxFuture<'_, io::Result<GenericOutput<u8>>> {
            self.list(1, input)
        }
        fn local(&self, input: Input) -> LocalBoxFuture<'_, io::Result<GenericOutput<u8>>> {
            self.list(1, input)
        }
        async fn opaque(&self, token: Option<String>) -> io::Result<GenericOutput<Option<u8>>> {
            Ok(generic_page(Some(1), token.as_deref()))
        }
        async fn failing(&self, input: Input) -> Result<GenericOutput<u8>, u8> {
            Ok(generic_page(1, input.token.as_deref()))
        }
        async fn generic_method<K: Clone + Sync>(&self, key: &K, input: Input) -> io::Result<GenericOutput<K>> {
            Ok(generic_page(key.clone(), input.token.as_deref()))
        }
    }

    /// There was no paginator unless the `Result` itself named the type parameter.
    #[tokio::test]
    async fn generic_types_in_a_boxed_or_send_future_have_a_paginator() {
        let input = Input { token: None };
        let items = require_send(Numbers.list_paginator(1, input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = require_send(Numbers.list_items_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = require_send(Numbers.boxed_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        assert_eq!(Numbers.local_paginator(input.clone()).items().try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = require_send(Numbers.opaque_paginator(None).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [Some(1), Some(1)]);
        let items = require_send(Numbers.failing_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = require_send(Numbers.generic_method_paginator(&1, input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let wrapper = Wrapper((Numbers, 1));
        let items = require_send(wrapper.boxed_paginator(input).items());
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
    }
}

mod named_lifetimes {
    use super::*;

    #[allow(clippy::needless_lifetimes, reason = "users write such lifetimes")]
    trait Client<'c> {
        #[paginated(input_token = "token", result_key = "items")]
        fn with_an_elided_lifetime<'a>(
            &'a self,
            tenant: &str,
            input: Input,
        ) -> BoxFuture<'a, Result<GenericOutput<u8>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn with_two_lifetimes<'a, 'b>(
            &'a self,
            tenant: &'b str,
            input: Input,
        ) -> BoxFuture<'a, Result<GenericOutput<u8>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn with_the_lifetime_of_the_trait(&self, input: Input) -> BoxFuture<'c, Result<GenericOutput<&'c str>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn calling_a_closure(
            &self,
            call: impl Fn(&u8) -> u8 + Clone + Send,
            next: for<'x> fn(&'x u8) -> &'x u8,
            input: Input,
        ) -> BoxFuture<'_, Result<GenericOutput<u8>, ()>>;
    }

    struct NamedClient<'c>(&'c str);

    #[allow(clippy::needless_lifetimes, reason = "users write such lifetimes")]
    impl<'c> Client<'c> for NamedClient<'c> {
        fn with_an_elided_lifetime<'a>(
            &'a self,
            tenant: &str,
            input: Input,
        ) -> BoxFuture<'a, Result<GenericOutput<u8>, ()>> {
            let length = tenant.len() as u8;
            Box::pin(async move { Ok(generic_page(length, input.token.as_deref())) })
        }
        fn with_two_lifetimes<'a, 'b>(
            &'a self,
            tenant: &'b str,
            input: Input,
        ) -> BoxFuture<'a, Result<GenericOutput<u8>, ()>> {
            self.with_an_elided_lifetime(tenant, input)
        }
        fn with_the_lifetime_of_the_trait(&self, input: Input) -> BoxFuture<'c, Result<GenericOutput<&'c str>, ()>> {
            let item = self.0;
            Box::pin(async move { Ok(generic_page(item, input.token.as_deref())) })
        }
        fn calling_a_closure(
            &self,
            call: impl Fn(&u8) -> u8 + Clone + Send,
            next: for<'x> fn(&'x u8) -> &'x u8,
            input: Input,
        ) -> BoxFuture<'_, Result<GenericOutput<u8>, ()>> {
            let number = call(next(&1));
            Box::pin(async move { Ok(generic_page(number, input.token.as_deref())) })
        }
    }

    #[async_trait::async_trait]
    trait AsyncTraitClient<'c>: Sync {
        #[paginated(input_token = "token", result_key = "items")]
        async fn list(&self, item: &'c str, input: Input) -> Result<GenericOutput<&'c str>, ()>;
    }

    #[async_trait::async_trait]
    impl<'c> AsyncTraitClient<'c> for () {
        async fn list(&self, item: &'c str, input: Input) -> Result<GenericOutput<&'c str>, ()> {
            Ok(generic_page(item, input.token.as_deref()))
        }
    }

    /// The paginator did not require a named lifetime of the box for its other borrows, and ignored a lifetime of the trait.
    #[tokio::test]
    async fn a_boxed_future_with_a_named_lifetime_has_a_paginator() {
        let (item, tenant, input) = (String::from("c"), String::from("ten"), Input { token: None });
        let client = NamedClient(&item);
        let items = client.with_an_elided_lifetime_paginator(&tenant, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = client.with_two_lifetimes_paginator(&tenant, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = client.with_the_lifetime_of_the_trait_paginator(input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["c", "c"]));
        let items = client.calling_a_closure_paginator(|number| number + 1, |number| number, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2, 2]));
        let items = ().list_paginator(&item, input).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["c", "c"]));
    }
}

mod borrowed_requests {
    use super::*;

    type Fallible<T> = Result<T, ()>;
    type ListFuture<'a> = Pin<Box<dyn Future<Output = Result<Output, ()>> + Send + 'a>>;

    struct Client(String);

    #[allow(clippy::needless_lifetimes, reason = "users write such lifetimes")]
    impl Client {
        #[paginated(input_token = "token", result_key = "items")]
        fn with_a_page_of_the_client<'s>(&'s self, input: &Input) -> BoxFuture<'s, Result<GenericOutput<&'s str>, ()>> {
            Box::pin(ready(Ok(generic_page(&*self.0, input.token.as_deref()))))
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn with_a_token<'s>(&'s self, token: Option<&str>) -> BoxFuture<'s, Result<GenericOutput<&'s str>, ()>> {
            Box::pin(ready(Ok(generic_page(&*self.0, token))))
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn with_an_alias<'a>(&'a self, name: &'a str, input: &Input) -> BoxFuture<'a, Fallible<Output>> {
            let page = page(name.len() as u8, input.token.as_deref());
            Box::pin(ready(Ok(page)))
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn with_one_lifetime<'a>(&'a self, input: &'a Input) -> BoxFuture<'a, Fallible<Output>> {
            Box::pin(async move { Ok(page(4, input.token.as_deref())) })
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn with_the_lifetime_of_the_token<'a>(&'a self, token: Option<&'a str>) -> BoxFuture<'a, Fallible<Output>> {
            Box::pin(async move { Ok(page(5, token)) })
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn with_a_named_future<'a>(&'a self, input: &'a Input) -> ListFuture<'a> {
            Box::pin(async move { Ok(page(6, input.token.as_deref())) })
        }

        #[paginated(input_token = "token", result_key = "items", boxed)]
        fn with_a_boxed_named_future<'a>(&'a self, input: &'a Input) -> ListFuture<'a> {
            self.with_a_named_future(input)
        }
    }

    /// The request was said to be borrowed for the lifetime of the box.
    #[tokio::test]
    async fn a_method_can_borrow_the_request_for_a_boxed_future() {
        let (client, input) = (Client("abc".to_owned()), Input { token: None });
        let items = client.with_a_page_of_the_client_paginator(input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["abc", "abc"]));
        let items = client.with_a_token_paginator(None).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["abc", "abc"]));
        let items = client.with_an_alias_paginator("abc", input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = client.with_one_lifetime_paginator(input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![4, 4]));
        let items = client.with_the_lifetime_of_the_token_paginator(None).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![5, 5]));
        let items = client.with_a_named_future_paginator(input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![6, 6]));
        let items = client.with_a_boxed_named_future_paginator(input).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![6, 6]));
    }
}

/// A type with futures inside was taken for a result, because none of its arguments is named like a result.
#[tokio::test]
async fn a_method_can_return_one_of_several_futures() {
    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Either<Ready<io::Result<Output>>, BoxFuture<'static, io::Result<Output>>> {
        match token {
            None => Either::Left(ready(Ok(page(1, None)))),
            Some(token) => Either::Right(Box::pin(async move { Ok(page(2, Some(&token))) })),
        }
    }

    assert_eq!(list_paginator(None).items().try_collect::<Vec<_>>().await.unwrap(), [1, 2]);
}

/// The type of a page whose name ends with `Result` was taken for a result, and the alias around it for a future.
#[test]
fn a_page_can_be_named_like_a_result() {
    type SearchResult = Output;
    type ListResult = Result<Output, ()>;
    type Fallible<T> = Result<T, ()>;
    type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, ()>> + Send + 'a>>;
    type Call<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
    type BoxResult<T> = Result<Box<T>, ()>;

    #[paginated(input_token = "token", result_key = "items")]
    fn search(input: Input) -> Fallible<SearchResult> {
        Ok(page(1, input.token.as_deref()))
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn search_later(input: Input) -> BoxFuture<'static, SearchResult> {
        Box::pin(ready(search(input)))
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(input: Input) -> Ready<ListResult> {
        ready(search(input))
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list_later(input: Input) -> Call<'static, ListResult> {
        Box::pin(ready(search(input)))
    }

    #[paginated(page_number = "page", start = 1, result_key = "@", item = u8)]
    fn list_slice(page: u64) -> BoxResult<[u8]> {
        Ok(if page < 3 { Box::new([1]) } else { Box::new([]) })
    }

    let input = Input { token: None };
    assert_eq!(search_paginator(input.clone()).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(block_on(search_later_paginator(input.clone()).items().try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    assert_eq!(block_on(list_paginator(input.clone()).items().try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    assert_eq!(block_on(list_later_paginator(input).items().try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    assert_eq!(list_slice_paginator(0).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The type argument of any alias called `BoxFuture` was expected to be a `Result`.
#[test]
fn an_alias_called_box_future_can_have_other_arguments() {
    type BoxFuture<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;
    type LocalBoxFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, u8>> + 'a>>;

    struct Client;

    impl Client {
        #[paginated(input_token = "token", result_key = "items")]
        fn list(&self, input: Input) -> BoxFuture<'_, Output, u8> {
            Box::pin(ready(Ok(page(1, input.token.as_deref()))))
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Output> {
            Box::pin(ready(Ok(page(2, input.token.as_deref()))))
        }
    }

    let items = require_send(Client.list_paginator(Input { token: None }).items());
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    let items = Client.list_local_paginator(Input { token: None }).items();
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![2, 2]));
}

/// Such a future can be awaited, and was rejected because it is not pinned.
#[test]
fn a_boxed_future_that_is_unpin_need_not_be_pinned() {
    #[paginated(input_token = "token", result_key = "items")]
    fn list(input: Input) -> Box<dyn Future<Output = Result<Output, u8>> + Unpin> {
        Box::new(ready(Ok(page(1, input.token.as_deref()))))
    }

    let items = list_paginator(Input { token: None }).items();
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![1, 1]));
}
