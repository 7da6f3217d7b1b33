//! One module for each bug that was found, with what it did before.

use futures::stream::FusedStream;
use paginated::Error;
use paginated_tests::fixture::{Client, ListInput, flagged_page};

/// The error of a page without a token comes behind the last item that `max_items` allows; `size_hint` left it out.
mod size_hint_counts_the_error_behind_the_last_item {
    use super::*;

    #[tokio::test]
    async fn of_a_page_without_a_token() {
        let client = Client::new([flagged_page([1], None, Some(true))]);
        let mut items = client.list_flagged_paginator(ListInput::default()).max_items(1).items();
        assert_eq!(items.size_hint(), (0, Some(2)));
        assert_eq!(items.next().await, Some(Ok(1)));
        assert_eq!(items.size_hint(), (0, Some(1)));
        assert!(matches!(items.next().await, Some(Err(Error::MoreWithoutToken(_)))));
        assert_eq!(items.size_hint(), (0, Some(0)));
        assert_eq!(items.next().await, None);
    }
}

/// A stream that wants nothing said that it was over, and gave the error of its starting token all the same.
mod nothing_is_over_before_what_was_asked_for_is_read {
    use super::*;

    #[tokio::test]
    async fn a_starting_token_that_cannot_be_read() {
        // {"Marker": "x"}
        let other = "eyJNYXJrZXIiOiAieCJ9";
        let client = Client::new([]);
        let mut items = client.list_paginator(ListInput::default()).starting_token(other).max_items(0).items();
        assert!(!items.is_terminated());
        assert_eq!(items.size_hint(), (0, Some(1)));
        assert!(matches!(items.next().await, Some(Err(Error::StartingToken(_)))));
        assert!(items.is_terminated());
        assert_eq!(items.size_hint(), (0, Some(0)));
        assert_eq!(items.next().await, None);
    }

    #[tokio::test]
    async fn a_page_size_that_does_not_fit() {
        let client = Client::new([]);
        let mut pages = client.list_paginator(ListInput::default()).page_size(usize::MAX).max_items(0).pages();
        assert!(!pages.is_terminated());
        assert!(matches!(pages.next().await, Some(Err(Error::PageSize(_)))));
        assert!(pages.is_terminated());
    }
}

/// A key that names the parameter, as an error proposes, was looked for in the page by that name too.
mod a_key_that_names_its_parameter {
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Account;

    #[derive(Clone)]
    struct Wanted {
        token: Option<String>,
    }

    #[derive(Page)]
    struct Found {
        items: Vec<u8>,
        token: Option<String>,
    }

    #[paginated(input_token = wanted.token, result_key = items)]
    fn list(_account: Account, wanted: Wanted) -> Result<Found, ()> {
        let token = wanted.token.is_none().then(|| "2".to_owned());
        Ok(Found { items: vec![1], token })
    }

    #[test]
    fn is_the_field_in_the_page() {
        assert_eq!(list_paginator(Account, Wanted { token: None }).items().collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
    }
}

/// A trait whose futures are `Send` need not say that its error is, and had no paginator then.
mod an_error_that_need_not_be_send {
    use std::rc::Rc;

    use futures::future::BoxFuture;
    use paginated::{Page, paginated};

    #[derive(Page)]
    struct Found {
        items: Vec<u8>,
        token: Option<String>,
    }

    trait Client {
        type Error;
        #[paginated(input_token = "token", result_key = "items")]
        fn list(&self, token: Option<String>) -> impl Future<Output = Result<Found, Self::Error>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Found, Self::Error>>;
    }

    struct Sent;

    impl Client for Sent {
        type Error = u8;
        async fn list(&self, token: Option<String>) -> Result<Found, u8> {
            Ok(Found { items: vec![1], token: token.is_none().then(|| "2".to_owned()) })
        }
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Found, u8>> {
            Box::pin(self.list(token))
        }
    }

    /// It has the methods, and no paginators.
    struct Unsent;

    impl Client for Unsent {
        type Error = Rc<u8>;
        async fn list(&self, _: Option<String>) -> Result<Found, Rc<u8>> {
            Err(Rc::new(1))
        }
        fn list_boxed(&self, token: Option<String>) -> BoxFuture<'_, Result<Found, Rc<u8>>> {
            Box::pin(self.list(token))
        }
    }

    #[tokio::test]
    async fn has_a_paginator_where_it_is() {
        fn is_send<T: Send>(value: T) -> T {
            value
        }
        assert_eq!(is_send(Sent.list_paginator(None).items()).try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
        assert_eq!(is_send(Sent.list_boxed_paginator(None).items()).try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
        assert!(Unsent.list_boxed(None).await.is_err());
    }
}

/// A `Send` or boxed future whose outcome is generic had a paginator only where the `Result` itself had the parameter.
mod what_a_paginator_keeps_of_a_generic_client {
    use std::io;

    use futures::future::{BoxFuture, LocalBoxFuture};
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Input {
        token: Option<String>,
    }

    #[derive(Page)]
    struct Output<T> {
        items: Vec<T>,
        token: Option<String>,
    }

    fn page<T>(item: T, token: Option<&str>) -> Output<T> {
        Output { items: vec![item], token: token.is_none().then(|| "2".to_owned()) }
    }

    #[async_trait::async_trait]
    trait Attributed<T: Clone + Send>: Sync {
        type Item;
        #[paginated(input_token = "token", result_key = "items")]
        async fn list(&self, of: T, input: Input) -> io::Result<Output<T>>;
        #[paginated(input_token = "token", result_key = "items")]
        async fn list_items(&self, input: Input) -> io::Result<Output<Self::Item>>;
    }

    trait Client<T> {
        type Error;
        #[paginated(input_token = "token", result_key = "items")]
        fn boxed(&self, input: Input) -> BoxFuture<'_, io::Result<Output<T>>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn local(&self, input: Input) -> LocalBoxFuture<'_, io::Result<Output<T>>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn opaque(&self, token: Option<String>) -> impl Future<Output = io::Result<Output<Option<T>>>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn failing(&self, input: Input) -> impl Future<Output = Result<Output<u8>, <Self as Client<T>>::Error>> + Send;
        #[paginated(input_token = "token", result_key = "items")]
        fn of_method<K>(&self, key: &K, input: Input) -> impl Future<Output = io::Result<Output<K>>> + Send
        where
            K: Clone + Sync;
    }

    /// Any client, of whose error nothing is said.
    struct Wrapper<C>(C);

    impl<C: Client<T> + Sync, T> Wrapper<(C, T)> {
        #[paginated(input_token = "token", result_key = "items")]
        fn boxed(&self, input: Input) -> BoxFuture<'_, Result<Output<u8>, C::Error>> {
            Box::pin(self.0.0.failing(input))
        }
    }

    struct Numbers;

    #[async_trait::async_trait]
    impl Attributed<u8> for Numbers {
        type Item = u8;
        async fn list(&self, of: u8, input: Input) -> io::Result<Output<u8>> {
            Ok(page(of, input.token.as_deref()))
        }
        async fn list_items(&self, input: Input) -> io::Result<Output<u8>> {
            Ok(page(1, input.token.as_deref()))
        }
    }

    impl Client<u8> for Numbers {
        type Error = u8;
        fn boxed(&self, input: Input) -> BoxFuture<'_, io::Result<Output<u8>>> {
            self.list(1, input)
        }
        fn local(&self, input: Input) -> LocalBoxFuture<'_, io::Result<Output<u8>>> {
            self.list(1, input)
        }
        async fn opaque(&self, token: Option<String>) -> io::Result<Output<Option<u8>>> {
            Ok(page(Some(1), token.as_deref()))
        }
        async fn failing(&self, input: Input) -> Result<Output<u8>, u8> {
            Ok(page(1, input.token.as_deref()))
        }
        async fn of_method<K: Clone + Sync>(&self, key: &K, input: Input) -> io::Result<Output<K>> {
            Ok(page(key.clone(), input.token.as_deref()))
        }
    }

    fn is_send<T: Send>(value: T) -> T {
        value
    }

    #[tokio::test]
    async fn is_sent_and_outlives_it() {
        let input = Input { token: None };
        let items = is_send(Numbers.list_paginator(1, input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = is_send(Numbers.list_items_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = is_send(Numbers.boxed_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        assert_eq!(Numbers.local_paginator(input.clone()).items().try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = is_send(Numbers.opaque_paginator(None).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [Some(1), Some(1)]);
        let items = is_send(Numbers.failing_paginator(input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let items = is_send(Numbers.of_method_paginator(&1, input.clone()).items());
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1, 1]);
        let wrapper = Wrapper((Numbers, 1));
        let items = is_send(wrapper.boxed_paginator(input).items());
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![1, 1]));
    }
}

/// A box's lifetime that has a name was asked for of nothing else that the paginator borrows; that of a trait was not seen.
mod a_boxed_future_whose_lifetime_has_a_name {
    use futures::future::BoxFuture;
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Input {
        token: Option<String>,
    }

    #[derive(Page)]
    struct Output<T> {
        items: Vec<T>,
        token: Option<String>,
    }

    fn page<T>(item: T, input: &Input) -> Output<T> {
        Output { items: vec![item], token: input.token.is_none().then(|| "2".to_owned()) }
    }

    #[allow(clippy::needless_lifetimes, reason = "as people write it")]
    trait Client<'c> {
        #[paginated(input_token = "token", result_key = "items")]
        fn elided<'a>(&'a self, tenant: &str, input: Input) -> BoxFuture<'a, Result<Output<u8>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn two<'a, 'b>(&'a self, tenant: &'b str, input: Input) -> BoxFuture<'a, Result<Output<u8>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn of_trait(&self, input: Input) -> BoxFuture<'c, Result<Output<&'c str>, ()>>;
        #[paginated(input_token = "token", result_key = "items")]
        fn called(
            &self,
            call: impl Fn(&u8) -> u8 + Clone + Send,
            next: for<'x> fn(&'x u8) -> &'x u8,
            input: Input,
        ) -> BoxFuture<'_, Result<Output<u8>, ()>>;
    }

    struct Of<'c>(&'c str);

    #[allow(clippy::needless_lifetimes, reason = "as people write it")]
    impl<'c> Client<'c> for Of<'c> {
        fn elided<'a>(&'a self, tenant: &str, input: Input) -> BoxFuture<'a, Result<Output<u8>, ()>> {
            let length = tenant.len() as u8;
            Box::pin(async move { Ok(page(length, &input)) })
        }
        fn two<'a, 'b>(&'a self, tenant: &'b str, input: Input) -> BoxFuture<'a, Result<Output<u8>, ()>> {
            self.elided(tenant, input)
        }
        fn of_trait(&self, input: Input) -> BoxFuture<'c, Result<Output<&'c str>, ()>> {
            let of = self.0;
            Box::pin(async move { Ok(page(of, &input)) })
        }
        fn called(
            &self,
            call: impl Fn(&u8) -> u8 + Clone + Send,
            next: for<'x> fn(&'x u8) -> &'x u8,
            input: Input,
        ) -> BoxFuture<'_, Result<Output<u8>, ()>> {
            let number = call(next(&1));
            Box::pin(async move { Ok(page(number, &input)) })
        }
    }

    #[async_trait::async_trait]
    trait Attributed<'c>: Sync {
        #[paginated(input_token = "token", result_key = "items")]
        async fn list(&self, of: &'c str, input: Input) -> Result<Output<&'c str>, ()>;
    }

    #[async_trait::async_trait]
    impl<'c> Attributed<'c> for () {
        async fn list(&self, of: &'c str, input: Input) -> Result<Output<&'c str>, ()> {
            Ok(page(of, &input))
        }
    }

    #[tokio::test]
    async fn has_a_paginator() {
        let (of, tenant, input) = (String::from("c"), String::from("ten"), Input { token: None });
        let client = Of(&of);
        let items = client.elided_paginator(&tenant, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = client.two_paginator(&tenant, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = client.of_trait_paginator(input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["c", "c"]));
        let items = client.called_paginator(|number| number + 1, |number| number, input.clone()).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2, 2]));
        let items = ().list_paginator(&of, input).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec!["c", "c"]));
    }
}

/// What is generated allowed groups of lints; one that is forbidden may not be allowed.
mod lints_that_are_forbidden {
    #![forbid(unreachable_pub, deprecated, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

    use paginated::{Page, paginated};

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: token.is_none().then(|| "2".to_owned()) })
    }

    #[test]
    fn are_not_allowed() {
        assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    }
}

/// A function's parameter of the function's own name was called in its place.
mod a_parameter_called_like_its_function {
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Query {
        token: Option<String>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    #[paginated(input_token = query.token, result_key = "items")]
    fn query(query: Query) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: query.token.is_none().then(|| "2".to_owned()) })
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn search(of: u8, search: &Query) -> Result<Output, ()> {
        Ok(Output { items: vec![of], token: search.token.is_none().then(|| "2".to_owned()) })
    }

    #[test]
    fn is_given_to_it() {
        assert_eq!(query_paginator(Query { token: None }).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
        assert_eq!(search_paginator(2, Query { token: None }).items().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
    }
}

/// A function was taken for one of an `impl` where an item in its body speaks of its own `Self`.
mod a_body_with_a_self_of_its_own {
    use paginated::{Page, paginated};

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    impl Output {
        #[paginated(input_token = "token", result_key = "items")]
        fn list(token: Option<String>) -> Result<Output, ()> {
            struct Item;
            Ok(Self { items: vec![size_of::<Item>() as u8], token: token.is_none().then(|| "2".to_owned()) })
        }
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Result<Output, ()> {
        struct Item(u8, [Option<Box<Self>>; 0]);
        impl Item {
            fn new() -> Self {
                Self(1, [])
            }
        }
        Ok(Output { items: vec![Item::new().0], token: token.is_none().then(|| "2".to_owned()) })
    }

    #[test]
    fn is_a_function() {
        assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
        assert_eq!(Output::list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![0, 0]));
    }
}

/// The second type of any alias called `Result` was taken for the error.
mod an_alias_called_result {
    use paginated::{Page, paginated};

    mod report {
        #[derive(Debug, PartialEq)]
        pub struct Report<C>(pub C);
        pub type Result<T, C> = std::result::Result<T, Report<C>>;
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> report::Result<Output, u8> {
        match token {
            None => Ok(Output { items: vec![1], token: Some("2".to_owned()) }),
            Some(_) => Err(report::Report(2)),
        }
    }

    #[test]
    fn has_the_error_that_it_has() {
        let mut items = list_paginator(None).items();
        assert_eq!(items.next(), Some(Ok(1)));
        assert_eq!(items.next(), Some(Err(paginated::Error::Operation(report::Report(2)))));
    }
}

/// A request in an `Option`, an `Arc` or an `Rc` had no fields, and a pattern's name was another parameter's.
mod a_request_in_a_wrapper {
    use std::rc::Rc;
    use std::sync::Arc;

    use paginated::{Page, paginated};

    #[derive(Clone, Default)]
    struct Input {
        token: Option<String>,
        limit: Option<u8>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    fn page(input: &Input) -> Result<Output, ()> {
        Ok(Output { items: vec![input.limit.unwrap_or(0)], token: input.token.is_none().then(|| "2".to_owned()) })
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn option(input: Option<Input>) -> Result<Output, ()> {
        page(&input.unwrap_or_default())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn option_of_a_box(_: &[u8], input: Option<Box<Input>>) -> Result<Output, ()> {
        page(&input.unwrap_or_default())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn option_of_a_reference(input: Option<&Input>) -> Result<Output, ()> {
        page(input.unwrap_or(&Input::default()))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn reference_to_an_option(input: &Option<Input>) -> Result<Output, ()> {
        page(input.as_ref().unwrap_or(&Input::default()))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc(input: Arc<Input>) -> Result<Output, ()> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn rc((number, _): (u8, u8), argument_0: Rc<str>, input: Rc<Input>) -> Result<Output, ()> {
        assert_eq!((number, &*argument_0), (3, "a"));
        page(&input)
    }

    #[tokio::test]
    async fn is_looked_into() {
        let items = option_paginator(None).page_size(3).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = option_of_a_box_paginator(&[], None).page_size(3).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        let items = option_of_a_reference_paginator(Some(&Input { token: None, limit: Some(2) })).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2, 2]));
        assert_eq!(reference_to_an_option_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![0, 0]));
        let input = Arc::new(Input::default());
        let items = arc_paginator(input.clone()).page_size(3).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
        assert!(input.limit.is_none());
        let items = rc_paginator((3, 0), "a".into(), Rc::new(Input::default())).page_size(3).items();
        assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![3, 3]));
    }
}

/// The request held the only copy of the token while a call blocked: after a panic, the listing began anew.
mod a_blocking_call_that_panics {
    use std::cell::Cell;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        token: Option<u32>,
    }

    /// Three pages of one item, its own number, of which the second panics when it is first asked for.
    struct Client {
        panicked: Cell<bool>,
    }

    impl Client {
        #[paginated(input_token = "Token", result_key = "Items")]
        fn list(&self, input: &Input) -> Result<Output, u8> {
            let number = input.token.unwrap_or(1);
            assert!(number != 2 || self.panicked.replace(true), "as it is meant to");
            Ok(Output { items: vec![number], token: (number < 3).then_some(number + 1) })
        }
    }

    #[test]
    fn loses_nothing_and_gives_nothing_twice() {
        let client = Client { panicked: Cell::new(false) };
        let mut items = client.list_paginator(Input { token: None }).items();
        assert_eq!(items.next(), Some(Ok(1)));
        let at = items.resume_token().map(|token| token.to_string());
        assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
        assert_eq!(items.resume_token().map(|token| token.to_string()), at);
        assert_eq!(items.by_ref().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));
    }
}

/// A token is moved out of a page that is given to nobody; another key that reads the same field found none.
mod a_field_that_two_keys_read {
    use paginated::{Page, paginated};

    #[derive(Clone, Default)]
    struct Input {
        after: Option<u32>,
        from: Option<u32>,
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Cursor {
        at: u32,
        more: bool,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        next: Option<u32>,
        cursor: Option<Cursor>,
    }

    /// Three pages of one item, its own number.
    fn page(number: u32) -> Output {
        let cursor = Cursor { at: number + 1, more: number < 3 };
        Output { items: vec![number], next: (number < 3).then_some(number + 1), cursor: Some(cursor) }
    }

    #[paginated(input_token = ["After", "From"], output_token = ["Next", "Next"], result_key = "Items")]
    fn list_by_two(input: Input) -> Result<Output, u8> {
        assert_eq!(input.after, input.from);
        Ok(page(input.after.unwrap_or(1)))
    }

    #[derive(Clone, Default)]
    struct Whole {
        cursor: Option<Cursor>,
    }

    #[paginated(input_token = "Cursor", result_key = "Items", more_results = "Cursor.More")]
    fn list_by_whole(input: Whole) -> Result<Output, u8> {
        Ok(page(input.cursor.map_or(1, |cursor| cursor.at)))
    }

    #[test]
    fn is_there_for_both() {
        let items: Result<Vec<_>, _> = list_by_two_paginator(Input::default()).items().collect();
        assert_eq!(items, Ok(vec![1, 2, 3]));
        let items: Result<Vec<_>, _> = list_by_whole_paginator(Whole::default()).items().collect();
        assert_eq!(items, Ok(vec![1, 2, 3]));
    }
}

/// A field of a page that holds what has no size was an error of the derive.
mod a_page_of_boxes {
    use std::fmt::Debug;

    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
    }

    #[derive(Page)]
    struct Output<S: ?Sized> {
        items: Vec<u32>,
        token: Option<u32>,
        request_id: Option<Box<str>>,
        source: Box<dyn Debug>,
        rest: Box<S>,
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list(input: Input) -> Result<Output<[u8]>, u8> {
        let token = input.token.is_none().then_some(1);
        Ok(Output { items: vec![1], token, request_id: None, source: Box::new(1), rest: Box::new([1]) })
    }

    #[test]
    fn has_its_items() {
        let mut pages = list_paginator(Input { token: None }).pages();
        let page = pages.next().unwrap().unwrap();
        assert_eq!((page.request_id, format!("{:?}", page.source), &*page.rest), (None, "1".to_owned(), &[1][..]));
        assert_eq!(list_paginator(Input { token: None }).items().map(Result::unwrap).sum::<u32>(), 2);
    }
}

/// A page size is never cleared, but its type had to have a default.
mod a_page_size_without_default {
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Limit(i32);

    impl From<i32> for Limit {
        fn from(limit: i32) -> Self {
            Self(limit)
        }
    }

    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
        limit: Limit,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<i32>,
        token: Option<u32>,
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(Output { items: vec![input.limit.0], token: input.token.is_none().then_some(1) })
    }

    #[test]
    fn is_sent() {
        let input = Input { token: None, limit: Limit(1) };
        let items: Result<Vec<_>, _> = list_paginator(input).page_size(7).items().collect();
        assert_eq!(items, Ok(vec![7, 7]));
    }
}

/// A blocking call that borrows its request is lent the tokens: one that was not set came back as its type's default, and no
/// token was ever the same as the one before.
mod a_token_that_is_not_set_and_has_a_default {
    use paginated::{Error, Page, paginated};
    use serde::{Deserialize, Serialize};

    #[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
    enum Kind {
        #[default]
        File,
        Folder,
    }

    #[derive(Clone, Default)]
    struct Input {
        marker: Option<String>,
        kind: Kind,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        marker: Option<String>,
        kind: Option<Kind>,
    }

    #[paginated(input_token = ["Marker", "Kind"], result_key = "Items")]
    fn list(input: &Input) -> Result<Output, u8> {
        let folders = input.marker.is_none() && input.kind == Kind::Folder;
        Ok(Output { items: vec![folders.into()], marker: Some("a".to_owned()), kind: None })
    }

    #[test]
    fn is_not_set_for_the_next_page_either() {
        let mut items = list_paginator(Input { marker: None, kind: Kind::Folder }).max_pages(9).items();
        assert_eq!((items.next(), items.next()), (Some(Ok(1)), Some(Ok(0))));
        assert!(matches!(items.next(), Some(Err(Error::RepeatedToken(_)))));
    }
}

/// `select!` of `futures` takes the futures of `StreamExt`, and did not take those of the same names here.
mod the_futures_of_a_stream_in_a_select {
    use paginated_tests::fixture::page;

    use super::*;

    #[tokio::test]
    async fn are_fused() {
        let client = Client::new([page([1], Some("a")), page([2, 3], None)]);
        let mut items = client.list_paginator(ListInput::default()).items();
        let mut never = futures::future::pending::<()>();
        let mut given = Vec::new();
        while !items.is_terminated() {
            futures::select! {
                item = items.next() => given.extend(item),
                () = never => unreachable!(),
            }
        }
        assert_eq!(given, [Ok(1), Ok(2), Ok(3)]);
        let client = Client::new([page([1], None)]);
        let mut items = client.list_paginator(ListInput::default()).items();
        futures::select! {
            item = items.try_next() => assert_eq!(item, Ok(Some(1))),
            () = never => unreachable!(),
        }
        let mut all = items.try_collect::<Vec<_>>();
        futures::select! {
            all = all => assert_eq!(all, Ok(Vec::new())),
            complete => {}
        }
    }
}

/// A step may be a `Box` in the page as well as in the request, and an alias may hide an `Option`.
mod boxes_and_options_out_of_sight {
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct Input {
        token: Option<String>,
        bound: String,
    }

    #[derive(Page)]
    struct Data {
        items: Vec<u32>,
    }

    type Perhaps<T> = Option<Box<T>>;

    #[derive(Page)]
    struct Output {
        data: Perhaps<Data>,
        token: Perhaps<String>,
    }

    fn page(token: Option<&str>) -> Output {
        let more = token.is_none_or(str::is_empty);
        Output { data: Some(Box::new(Data { items: vec![1] })), token: more.then(|| Box::new("2".to_owned())) }
    }

    #[paginated(input_token = "Token", result_key = "Data.Items")]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.token.as_deref()))
    }

    #[paginated(input_token = "Bound", output_token = "Token", result_key = "Data.Items")]
    fn list_bound(input: Input) -> Result<Option<Output>, u8> {
        Ok(Some(page(Some(&input.bound))))
    }

    #[test]
    fn are_seen_through() {
        let input = Input { token: None, bound: String::new() };
        let mut items = list_paginator(input.clone()).items();
        assert_eq!(items.next(), Some(Ok(1)));
        let token = items.resume_token().map(|token| token.to_string());
        assert_eq!((items.next(), items.next()), (Some(Ok(1)), None));
        let mut resumed = list_paginator(input.clone()).starting_token(token.unwrap()).items();
        assert_eq!((resumed.next(), resumed.next()), (Some(Ok(1)), None));
        assert_eq!(list_bound_paginator(input).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    }
}

/// A later page that lacks what one key lies in had all of it from the first page, with what others had taken from there.
mod keys_of_which_one_lies_deeper {
    use paginated::{Page, paginated};

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Meta {
        tags: Vec<u32>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Page)]
    struct Found {
        items: Vec<u32>,
        name: Option<&'static str>,
        meta: Option<Meta>,
        last: u32,
    }

    #[derive(Page)]
    struct Output {
        found: Option<Found>,
        next: Option<u32>,
    }

    #[derive(Clone)]
    struct Input {
        next: Option<u32>,
    }

    fn page(input: &Input) -> Output {
        let found = match input.next {
            None => Found { items: vec![1], name: Some("first"), meta: Some(Meta { tags: vec![7] }), last: 1 },
            Some(_) => Found { items: vec![2], name: Some("second"), meta: None, last: 2 },
        };
        Output { found: Some(found), next: input.next.is_none().then_some(2) }
    }

    #[paginated(
        input_token = "Next",
        result_key = ["Found.Items", "Found.Meta.Tags"],
        non_aggregate_keys = ["Found.Name"]
    )]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(&input))
    }

    #[test]
    fn have_each_what_is_theirs() {
        let found = list_paginator(Input { next: None }).full_result().map(|full| full.output.found);
        let meta = Some(Meta { tags: vec![7] });
        assert_eq!(found.unwrap(), Some(Found { items: vec![1, 2], name: Some("first"), meta, last: 2 }));
    }
}

/// A field that is less public than its page may be of a private type, which the description of the page let out: E0446.
mod a_field_less_public_than_its_page {
    use paginated::{Page, paginated};

    mod inner {
        use super::*;

        pub(in crate::a_field_less_public_than_its_page) struct Trace;
        pub(crate) struct Meta;

        #[derive(Page)]
        pub struct Output {
            pub items: Vec<i32>,
            pub token: Option<u32>,
            pub(crate) meta: Meta,
            pub(super) trace: Trace,
        }

        #[derive(Page)]
        pub(crate) struct Other {
            pub(crate) items: Vec<i32>,
            pub token: Option<u32>,
            pub(in crate::a_field_less_public_than_its_page) trace: Trace,
        }

        pub(super) fn output() -> Output {
            Output { items: vec![1], token: None, meta: Meta, trace: Trace }
        }

        pub(super) fn other() -> Other {
            Other { items: vec![2], token: None, trace: Trace }
        }
    }

    #[paginated(input_token = _token, output_token = token, result_key = "Items")]
    fn list(_token: Option<u32>) -> Result<inner::Output, ()> {
        let page = inner::output();
        let (inner::Meta, inner::Trace) = (&page.meta, &page.trace);
        Ok(page)
    }

    #[paginated(input_token = _token, output_token = token, result_key = "Items")]
    fn list_other(_token: Option<u32>) -> Result<inner::Other, ()> {
        let page = inner::other();
        let inner::Trace = &page.trace;
        Ok(page)
    }

    #[test]
    fn keeps_its_type() {
        let items: Result<Vec<_>, _> = list_paginator(None).items().chain(list_other_paginator(None).items()).collect();
        assert_eq!(items, Ok(vec![1, 2]));
    }
}

/// A setter's name was looked for in the page: no page has a field `set_token`.
mod a_setter_named_by_its_own_name {
    use paginated::{Page, paginated};

    #[derive(Clone, Default)]
    struct Builder {
        token: Option<u32>,
    }

    impl Builder {
        fn set_token(mut self, token: Option<u32>) -> Self {
            self.token = token;
            self
        }
    }

    #[derive(Page)]
    struct Output {
        items: Vec<i32>,
        token: Option<u32>,
    }

    #[paginated(input_token = set_token, result_key = items, builder)]
    fn list(request: Builder) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: request.token.is_none().then_some(1) })
    }

    #[test]
    fn is_the_field_that_it_sets() {
        assert_eq!(list_paginator(Builder::default()).items().collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
    }
}

/// The type of a parameter was asked to be `Send` as it stands, and a lifetime that it does not show is an error in a bound.
mod a_parameter_with_a_lifetime_out_of_sight {
    use paginated::{Page, paginated};

    #[derive(Clone)]
    struct View<'a, T>(&'a [T]);

    #[derive(Page)]
    struct Output {
        items: Vec<usize>,
        token: Option<u32>,
    }

    struct Client;

    impl Client {
        #[allow(mismatched_lifetime_syntaxes, elided_lifetimes_in_paths, clippy::manual_async_fn)]
        #[paginated(input_token = _token, output_token = token, result_key = items)]
        fn list<T: Clone + Sync + Send + 'static>(
            &self,
            view: View<T>,
            _token: Option<u32>,
        ) -> impl Future<Output = Result<Output, u8>> + Send {
            async move { Ok(Output { items: vec![view.0.len()], token: None }) }
        }
    }

    #[tokio::test]
    async fn is_kept() {
        let items = Client.list_paginator(View(&[1, 2]), None).items();
        assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2]));
    }
}

/// What is left of a setter's name without `set_` is no field's name, and the macro panicked.
mod a_setter_that_is_called_by_a_number {
    use paginated::{Page, paginated};

    #[derive(Clone, Default)]
    struct Builder {
        token: Option<u32>,
    }

    impl Builder {
        fn set_2(mut self, token: Option<u32>) -> Self {
            self.token = token;
            self
        }
    }

    #[derive(Page)]
    struct Output {
        items: Vec<i32>,
        set_2: Option<u32>,
    }

    #[paginated(input_token = set_2, result_key = items, builder)]
    fn list(request: Builder) -> Result<Output, u8> {
        Ok(Output { items: vec![1], set_2: request.token.is_none().then_some(1) })
    }

    #[test]
    fn is_the_page_s_field_too() {
        assert_eq!(list_paginator(Builder::default()).items().collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
    }
}
