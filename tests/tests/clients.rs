//! Every shape of client, each by a test named after it: items, pages, the full result, limits and resuming.
#![allow(clippy::unused_async, clippy::manual_async_fn, reason = "the shapes are what is tested")]

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use futures::future::{BoxFuture, LocalBoxFuture};
use paginated::{Page, paginated};

#[derive(Clone, Default)]
pub struct Input {
    pub token: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Page, PartialEq)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Failure;

/// Ten items, three to a page if nothing else is asked for.
fn answer(token: Option<&str>, limit: Option<u32>) -> Result<Output, Failure> {
    let start: u32 = token.unwrap_or("0").parse().map_err(|_| Failure)?;
    let end = (start + limit.unwrap_or(3)).min(10);
    Ok(Output { items: (start..end).collect(), token: (end < 10).then(|| end.to_string()) })
}

/// What every paginator must do: `$paginator` makes a new one each time.
macro_rules! holds {
    ($paginator:expr) => {{
        let all: Vec<u32> = (0..10).collect();
        assert_eq!($paginator.items().try_collect::<Vec<_>>().await.unwrap(), all);
        assert_eq!($paginator.page_size(4).pages().try_collect::<Vec<_>>().await.unwrap().len(), 3);
        assert_eq!($paginator.full_result().await.unwrap().output.items, all);
        let token = {
            let mut first = $paginator.max_items(4).items();
            let mut given = Vec::new();
            while let Some(item) = first.next().await {
                given.push(item.unwrap());
            }
            assert_eq!(given, all[..4]);
            first.resume_token().unwrap().to_string()
        };
        assert_eq!($paginator.starting_token(token).items().try_collect::<Vec<_>>().await.unwrap(), all[4..]);
    }};
}

macro_rules! holds_blocking {
    ($paginator:expr) => {{
        let all: Vec<u32> = (0..10).collect();
        assert_eq!($paginator.items().collect::<Result<Vec<_>, _>>().unwrap(), all);
        assert_eq!($paginator.page_size(4).pages().count(), 3);
        assert_eq!($paginator.full_result().unwrap().output.items, all);
        let token = {
            let mut first = $paginator.max_items(4).items();
            let given: Vec<_> = first.by_ref().map(Result::unwrap).collect();
            assert_eq!(given, all[..4]);
            first.resume_token().unwrap().to_string()
        };
        assert_eq!($paginator.starting_token(token).items().collect::<Result<Vec<_>, _>>().unwrap(), all[4..]);
    }};
}

fn sent<T: Send>(value: T) -> T {
    value
}

fn owned<T: Send + 'static>(value: T) -> T {
    value
}

#[derive(Clone)]
struct Client;

mod methods {
    use super::*;

    trait Async {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list(&self, input: Input) -> Result<Output, Failure>;
    }
    impl Async for Client {
        async fn list(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn async_fn_in_a_trait() {
        holds!(sent(Async::list_paginator(&Client, Input::default())));
    }

    async fn generic<C: Async>(client: &C) {
        holds!(client.list_paginator(Input::default()));
    }

    #[tokio::test]
    async fn async_fn_of_a_generic_client() {
        generic(&Client).await;
    }

    trait Opaque {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_default(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
            async move { answer(input.token.as_deref(), input.limit) }
        }
    }
    impl Opaque for Client {
        fn list(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> {
            async move { answer(input.token.as_deref(), input.limit) }
        }
        fn list_send(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send {
            async move { answer(input.token.as_deref(), input.limit) }
        }
    }

    #[tokio::test]
    async fn impl_future() {
        holds!(sent(Opaque::list_paginator(&Client, Input::default())));
    }

    async fn generic_send<C: Opaque + Sync>(client: &C) {
        holds!(sent(client.list_send_paginator(Input::default())));
    }

    #[tokio::test]
    async fn impl_future_send() {
        holds!(sent(Client.list_send_paginator(Input::default())));
        generic_send(&Client).await;
    }

    #[tokio::test]
    async fn default_body() {
        holds!(Client.list_default_paginator(Input::default()));
    }

    trait Boxed {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_named<'a>(&'a self, input: Input)
        -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + 'a>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_static(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_of(&self, tenant: &str, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;
    }
    impl Boxed for Client {
        fn list(&self, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
            Box::pin(async move { answer(input.token.as_deref(), input.limit) })
        }
        fn list_pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>> {
            Boxed::list(self, input)
        }
        fn list_named<'a>(
            &'a self,
            input: Input,
        ) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + 'a>> {
            Boxed::list(self, input)
        }
        fn list_static(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send>> {
            Box::pin(async move { answer(input.token.as_deref(), input.limit) })
        }
        fn list_local(&self, input: Input) -> LocalBoxFuture<'_, Result<Output, Failure>> {
            Boxed::list(self, input)
        }
        fn list_of(&self, tenant: &str, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
            assert_eq!(tenant, "t");
            Boxed::list(self, input)
        }
    }

    #[tokio::test]
    async fn boxed_futures_stay_dyn_compatible() {
        let boxed: Box<dyn Boxed + Sync> = Box::new(Client);
        holds!(sent(boxed.list_paginator(Input::default())));
        holds!(boxed.list_pinned_paginator(Input::default()));
        let shared: Arc<dyn Boxed + Send + Sync> = Arc::new(Client);
        holds!(shared.list_named_paginator(Input::default()));
        let borrowed: &(dyn Boxed + Sync) = &Client;
        holds!(borrowed.list_static_paginator(Input::default()));
        holds!(borrowed.list_of_paginator("t", Input::default()));
        let local: &dyn Boxed = &Client;
        holds!(local.list_local_paginator(Input::default()));
    }

    impl Client {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        pub(crate) async fn inherent(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", name = Self::associated_paginator)]
        async fn associated(input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn inherent_methods() {
        holds!(sent(Client.inherent_paginator(Input::default())));
        holds!(owned(Client::associated_paginator(Input::default())));
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn free(input: Input) -> Result<Output, Failure> {
        answer(input.token.as_deref(), input.limit)
    }

    #[tokio::test]
    async fn free_functions_own_their_request() {
        holds!(owned(free_paginator(Input::default())));
    }
}

mod receivers {
    use super::*;

    #[derive(Clone, Default)]
    struct Counting {
        calls: u32,
    }

    impl Counting {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn exclusive(&mut self, input: Input) -> Result<Output, Failure> {
            self.calls += 1;
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn arc(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn arc_ref(self: &Arc<Self>, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn value(self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn rc(self: Rc<Self>, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn exclusive() {
        let mut client = Counting::default();
        holds!(sent(client.exclusive_paginator(Input::default())));
        assert!(client.calls > 0);
    }

    #[tokio::test]
    async fn owned_ones_are_static() {
        let client = Arc::new(Counting::default());
        holds!(owned(Arc::clone(&client).arc_paginator(Input::default())));
        holds!(client.arc_ref_paginator(Input::default()));
        holds!(owned(Counting::default().value_paginator(Input::default())));
        holds!(Rc::new(Counting::default()).rc_paginator(Input::default()));
    }
}

mod inputs {
    use super::*;

    #[derive(Default)]
    struct NotClone {
        token: Option<String>,
        limit: Option<u32>,
    }

    #[derive(Clone, Default)]
    struct Builder(Input);
    impl Builder {
        fn set_token(mut self, token: Option<String>) -> Self {
            self.0.token = token;
            self
        }
        fn set_limit(mut self, limit: u32) -> Self {
            self.0.limit = Some(limit);
            self
        }
        fn with_token(self, token: String) -> Self {
            self.set_token(Some(token))
        }
    }

    impl Client {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn by_reference(&self, input: &NotClone) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn by_builder(&self, request: Builder) -> Result<Output, Failure> {
            answer(request.0.token.as_deref(), request.0.limit)
        }
        #[paginated(input_token = with_token, output_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn by_named_setter(&self, request: Builder) -> Result<Output, Failure> {
            answer(request.0.token.as_deref(), request.0.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn plain(&self, tenant: &str, token: Option<String>, limit: Option<u32>) -> Result<Output, Failure> {
            assert_eq!(tenant, "t");
            answer(token.as_deref(), limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn further<T: AsRef<str>>(
            &self,
            tenant: &str,
            name: impl Into<String>,
            kind: T,
            input: Input,
        ) -> Result<Output, Failure> {
            assert_eq!((tenant, &*name.into(), kind.as_ref()), ("t", "n", "k"));
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn by_reference_needs_no_clone() {
        holds!(sent(Client.by_reference_paginator(NotClone::default())));
    }

    #[tokio::test]
    async fn a_builder() {
        holds!(Client.by_builder_paginator(Builder::default()));
        holds!(Client.by_named_setter_paginator(Builder::default()));
    }

    #[tokio::test]
    async fn plain_parameters() {
        holds!(Client.plain_paginator("t", None, None));
    }

    #[tokio::test]
    async fn further_parameters() {
        holds!(Client.further_paginator("t", "n", "k", Input::default()));
    }
}

mod generics {
    use super::*;

    #[derive(Page)]
    struct Paged<T> {
        items: Vec<T>,
        token: Option<String>,
    }

    trait Service<const N: usize> {
        type Error;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list<'a, T>(&'a self, input: Input, make: fn(u32) -> T) -> Result<Paged<T>, Self::Error>
        where
            T: 'a;
    }

    impl Service<3> for Client {
        type Error = Failure;
        async fn list<'a, T>(&'a self, input: Input, make: fn(u32) -> T) -> Result<Paged<T>, Failure>
        where
            T: 'a,
        {
            let Output { items, token } = answer(input.token.as_deref(), input.limit)?;
            Ok(Paged { items: items.into_iter().map(make).collect(), token })
        }
    }

    #[tokio::test]
    async fn everywhere() {
        holds!(Client.list_paginator(Input::default(), |n| n));
    }

    #[derive(Clone)]
    struct Typed {
        r#type: Option<String>,
        r#in: Option<u32>,
    }

    #[derive(Page)]
    struct TypedOutput {
        r#type: Option<String>,
        r#match: Vec<u32>,
    }

    #[paginated(input_token = "type", limit_key = r#in, result_key = "match")]
    async fn r#loop(input: Typed) -> Result<TypedOutput, Failure> {
        let Output { items, token } = answer(input.r#type.as_deref(), input.r#in)?;
        Ok(TypedOutput { r#type: token, r#match: items })
    }

    #[tokio::test]
    async fn keywords() {
        let items = loop_paginator(Typed { r#type: None, r#in: None }).items();
        assert_eq!(items.try_collect::<Vec<_>>().await.unwrap().len(), 10);
    }

    macro_rules! client {
        ($name:ident, $token:literal, $output:ty) => {
            #[paginated(input_token = $token, limit_key = "Limit", result_key = "Items")]
            async fn $name(input: Input) -> Result<$output, Failure> {
                answer(input.token.as_deref(), input.limit)
            }
        };
    }
    client!(from_macro, "Token", Output);

    #[tokio::test]
    async fn from_macro_rules_and_inside_a_function() {
        holds!(from_macro_paginator(Input::default()));
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn inside(input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        holds!(inside_paginator(Input::default()));
    }
}

mod results {
    use super::*;

    type Alias<T> = std::result::Result<T, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn alias(input: Input) -> Alias<Output> {
        answer(input.token.as_deref(), input.limit)
    }
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn io(input: Input) -> std::io::Result<Output> {
        answer(input.token.as_deref(), input.limit).map_err(|_| std::io::ErrorKind::Other.into())
    }
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn arc(input: Input) -> Result<Arc<Output>, Rc<str>> {
        answer(input.token.as_deref(), input.limit).map(Arc::new).map_err(|_| "".into())
    }
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn boxed(input: Input) -> Result<Box<Output>, Failure> {
        answer(input.token.as_deref(), input.limit).map(Box::new)
    }

    #[tokio::test]
    async fn any_alias_and_any_pointer() {
        holds!(alias_paginator(Input::default()));
        holds!(io_paginator(Input::default()));
        holds!(arc_paginator(Input::default()));
        holds!(boxed_paginator(Input::default()));
    }
}

mod blocking {
    use super::*;

    trait Service {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list(&self, input: Input) -> Result<Output, Failure>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure>;
    }
    impl Service for Client {
        fn list(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure> {
            assert_eq!(tenant, "t");
            answer(input.token.as_deref(), input.limit)
        }
    }
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn free(input: &mut_free::Alias) -> Result<Output, Failure> {
        answer(input.token.as_deref(), input.limit)
    }
    mod mut_free {
        pub(super) type Alias = super::Input;
    }
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn plain(token: Option<String>, limit: u32) -> Result<Output, Failure> {
        answer(token.as_deref(), Some(limit).filter(|limit| *limit > 0))
    }

    #[test]
    fn iterators() {
        holds_blocking!(Client.list_paginator(Input::default()));
        let mut client = Client;
        holds_blocking!(client.list_mut_paginator("t", Input::default()));
        holds_blocking!(free_paginator(Input::default()));
        holds_blocking!(plain_paginator(None, 0));
        let _: &dyn Service = &Client;
    }
}

mod together {
    use super::*;

    #[async_trait::async_trait]
    trait Service: Sync {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list(&self, input: Input) -> Result<Output, Failure>;
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure>;
    }
    #[async_trait::async_trait]
    impl Service for Client {
        async fn list(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure> {
            assert_eq!(tenant, "t");
            answer(input.token.as_deref(), input.limit)
        }
    }
    #[async_trait::async_trait(?Send)]
    trait Local {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list_here(&self, input: Input) -> Result<Output, Failure>;
    }
    #[async_trait::async_trait(?Send)]
    impl Local for Client {
        async fn list_here(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn async_trait() {
        let client: &dyn Service = &Client;
        holds!(sent(client.list_paginator(Input::default())));
        holds!(sent(client.list_for_paginator("t", Input::default())));
        let client: Box<dyn Local> = Box::new(Client);
        holds!(client.list_here_paginator(Input::default()));
    }

    #[trait_variant::make(Variant: Send)]
    #[allow(dead_code, reason = "the variant is what is used")]
    trait LocalVariant {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn list_variant(&self, input: Input) -> Result<Output, Failure>;
    }
    impl Variant for Client {
        async fn list_variant(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn trait_variant() {
        holds!(sent(Variant::list_variant_paginator(&Client, Input::default())));
    }

    impl Client {
        #[tracing::instrument(skip_all)]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn traced_above(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        #[tracing::instrument(skip_all)]
        async fn traced_below(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
        #[cfg_attr(all(), paginated(input_token = "Token", limit_key = "Limit", result_key = "Items"))]
        async fn conditional(&self, input: Input) -> Result<Output, Failure> {
            answer(input.token.as_deref(), input.limit)
        }
    }

    #[tokio::test]
    async fn instrument_and_cfg_attr() {
        holds!(Client.traced_above_paginator(Input::default()));
        holds!(Client.traced_below_paginator(Input::default()));
        holds!(Client.conditional_paginator(Input::default()));
    }

    mockall::mock! {
        Mocked {}
        #[async_trait::async_trait]
        impl Service for Mocked {
            async fn list(&self, input: Input) -> Result<Output, Failure>;
            async fn list_for(&self, tenant: &str, input: &Input) -> Result<Output, Failure>;
        }
    }

    #[tokio::test]
    async fn mock() {
        let mut client = MockMocked::new();
        client.expect_list().returning(|input| answer(input.token.as_deref(), input.limit));
        holds!(client.list_paginator(Input::default()));
    }
}

mod naming {
    use super::*;
    use paginated::{BoxOperation, Items, Operation, Paginator, WithItems, WithLimitKey};

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(input: Input) -> Result<Output, Failure> {
        answer(input.token.as_deref(), input.limit)
    }

    struct Export<O: Operation> {
        items: Items<O>,
    }

    type Boxed = Paginator<BoxOperation<'static, Output, u32, Failure, (WithItems, WithLimitKey)>>;

    fn unboxed()
    -> Paginator<impl Operation<Output = Output, Item = u32, Error = Failure, Keys = (WithItems, WithLimitKey)>> {
        list_paginator(Input::default())
    }

    fn boxed() -> Boxed {
        unboxed().boxed()
    }

    #[tokio::test]
    async fn in_a_struct_and_from_a_function() {
        let mut export = Export { items: unboxed().items() };
        assert_eq!(export.items.next().await.unwrap().unwrap(), 0);
        holds!(unboxed());
        holds!(owned(boxed()));
        holds!(unboxed().boxed_local());
    }
}

mod runtimes {
    use super::*;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(input: Input) -> Result<Output, Failure> {
        answer(input.token.as_deref(), input.limit)
    }

    #[test]
    fn any_executor_will_do() {
        let run = || async { list_paginator(Input::default()).items().try_collect::<Vec<_>>().await.unwrap().len() };
        assert_eq!(futures::executor::block_on(run()), 10);
        assert_eq!(tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(run()), 10);
        let many = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        assert_eq!(many.block_on(async { tokio::spawn(run()).await.unwrap() }), 10);
    }
}
