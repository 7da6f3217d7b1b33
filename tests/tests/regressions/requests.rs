//! Types of requests and of their fields.

use std::collections::HashMap;
use std::sync::Arc;

use paginated::{Error, Page, paginate, paginated};
use serde_json::{Value, json};

use super::{Output, next_token};

/// The fields of a request in an `Option` were not found.
/// A generated parameter name was equal to the name of another parameter.
#[tokio::test]
async fn a_request_can_be_in_an_option() {
    #[derive(Clone, Default)]
    struct Input {
        token: Option<String>,
        limit: Option<u8>,
    }

    fn page(input: &Input) -> Result<Output, ()> {
        Ok(Output { items: vec![input.limit.unwrap_or(0)], token: next_token(input.token.as_deref()) })
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

    let items = option_paginator(None).page_size(3).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
    let items = option_of_a_box_paginator(&[], None).page_size(3).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![3, 3]));
    let items = option_of_a_reference_paginator(Some(&Input { token: None, limit: Some(2) })).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2, 2]));
    assert_eq!(reference_to_an_option_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![0, 0]));
}

/// The type was required to implement `Default`, although a page size is never cleared.
#[test]
fn the_type_of_a_page_size_needs_no_default() {
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

    #[paginated(input_token = "Token", output_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(Output { items: vec![input.limit.0], token: input.token.is_none().then_some(1) })
    }

    let input = Input { token: None, limit: Limit(1) };
    let items: Result<Vec<_>, _> = list_paginator(input).page_size(7).items().collect();
    assert_eq!(items, Ok(vec![7, 7]));
}

/// A list that was resumed in its first page sent the start twice, if a closure appends it to the request.
#[test]
fn a_closure_appends_one_number_to_each_request() {
    #[paginated(
        page_number = |query, page: u32| query.push(("page", page)),
        start = 1,
        limit_key = |query, size: u32| query.push(("size", size)),
        result_key = "Items",
    )]
    fn list(query: Vec<(&'static str, u32)>) -> Result<Output, ()> {
        let [("size", 2), ("page", page)] = query[..] else { panic!("unexpected request: {query:?}") };
        let items = if page <= 2 { vec![page as u8; 2] } else { Vec::new() };
        Ok(Output { items, token: None })
    }

    let mut items = list_paginator(Vec::new()).page_size(2).items();
    assert_eq!(items.next(), Some(Ok(1)));
    let token = items.resume_token().unwrap();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2, 2]));
    let items = list_paginator(Vec::new()).page_size(2).starting_token(token).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2, 2]));
}

/// The marker of the first page stayed in the builder, because its setter cannot clear it.
#[tokio::test]
async fn a_token_that_a_page_lacks_is_not_sent_again_if_the_builder_is_reused() {
    #[derive(Clone, Debug, Default, PartialEq)]
    struct List {
        key: Option<String>,
        version: Option<String>,
        limit: Option<u8>,
    }

    impl List {
        fn key(mut self, key: impl Into<String>) -> Self {
            self.key = Some(key.into());
            self
        }
        fn version(mut self, version: String) -> Self {
            self.version = Some(version);
            self
        }
        fn limit(mut self, limit: u8) -> Self {
            self.limit = Some(limit);
            self
        }
    }

    #[derive(Page)]
    struct Versions {
        items: Vec<u8>,
        key: Option<String>,
        version: Option<String>,
    }

    struct Client {
        sent: Vec<List>,
    }

    impl Client {
        #[paginated(
            input_token = ["Key", "Version"],
            output_token = ["Key", "Version"],
            limit_key = "Limit",
            result_key = "Items",
            builder
        )]
        async fn list(&mut self, request: List) -> Result<Versions, ()> {
            self.sent.push(request);
            let token = |token: &str| Some(token.to_owned());
            let (key, version) = match self.sent.len() {
                1 => (token("a"), token("v1")),
                2 => (token("b"), None),
                3 => (None, token("v2")),
                _ => (None, None),
            };
            Ok(Versions { items: vec![1], key, version })
        }
    }

    let mut client = Client { sent: Vec::new() };
    assert_eq!(
        client.list_paginator(List::default()).page_size(7).items().try_collect::<Vec<_>>().await,
        Ok(vec![1; 4])
    );
    let sent = List::default().limit(7);
    let expected = [
        sent.clone(),
        sent.clone().key("a").version("v1".to_owned()),
        sent.clone().key("b"),
        sent.version("v2".to_owned()),
    ];
    assert_eq!(client.sent, expected);
}

/// The values of earlier pages were sent again if the method borrows the client mutably and a closure appends to the request.
#[tokio::test]
async fn a_request_that_is_taken_by_value_has_no_values_of_earlier_pages() {
    type Query = Vec<(&'static str, u32)>;

    #[derive(Clone, Default)]
    struct Builder(Query);

    impl Builder {
        fn page(self, page: u32) -> Self {
            self.query("page", page)
        }
        fn query(mut self, name: &'static str, value: u32) -> Self {
            self.0.push((name, value));
            self
        }
    }

    #[derive(Default)]
    struct Client {
        sent: Vec<Query>,
    }

    impl Client {
        #[paginated(
            page_number = |query, page: u32| query.push(("page", page)),
            start = 1,
            limit_key = |query, size: u32| query.push(("size", size)),
            result_key = "@",
        )]
        async fn append(&mut self, query: Query) -> Result<Vec<u8>, ()> {
            self.sent.push(query);
            // The third request fails once.
            match self.sent.len() {
                3 => Err(()),
                5 => Ok(Vec::new()),
                page => Ok(vec![page as u8]),
            }
        }

        #[paginated(
            page_number = "page",
            start = 1,
            limit_key = |builder, size: u32| builder.query("size", size),
            result_key = "@",
            builder
        )]
        async fn build(&mut self, builder: Builder) -> Result<Vec<u8>, ()> {
            self.append(builder.0).await
        }

        #[paginated(
            page_number = |builder, page: u32| builder.query("page", page),
            start = 1,
            limit_key = |builder, size: u32| builder.query("size", size),
            result_key = "@",
            builder
        )]
        fn build_with_closure(&mut self, count: &mut u32, builder: Builder) -> Result<Vec<u8>, ()> {
            *count += 1;
            futures::executor::block_on(self.append(builder.0))
        }
    }

    macro_rules! assert_sends_each_page_once {
        ($client:ident, $items:expr, $next:ident => $next_item:expr) => {{
            let mut $client = Client::default();
            {
                let mut $next = $items;
                while let Some(item) = $next_item {
                    if item.is_err() {
                        $next.retry();
                    }
                }
            }
            let expected = [1, 2, 3, 3, 4].map(|page| vec![("size", 7), ("page", page)]);
            assert_eq!($client.sent, expected);
        }};
    }
    let mut count = 0;
    assert_sends_each_page_once!(client, client.append_paginator(vec![]).page_size(7).items(), items => items.next().await);
    assert_sends_each_page_once!(client, client.build_paginator(Builder::default()).page_size(7).items(), items => items.next().await);
    assert_sends_each_page_once!(
        client,
        client.build_with_closure_paginator(&mut count, Builder::default()).page_size(7).items(),
        items => items.next()
    );
    assert_eq!(count, 5);
}

/// The first request lost the token that a closure writes, because the other token in it can be read. So did the request that
/// resumes the list in its first page.
#[test]
fn the_first_request_keeps_a_token_that_cannot_be_read() {
    #[derive(Clone, Debug, PartialEq)]
    struct Search {
        handle: Option<String>,
        after: Vec<String>,
    }

    #[derive(Page)]
    struct Hits {
        items: Vec<u8>,
        handle: Option<String>,
        after: Option<String>,
    }

    #[paginated(
        input_token = ["handle", |search, after: Option<String>| search.after = after.into_iter().collect()],
        output_token = ["handle", "after"],
        carried_token = "handle",
        result_key = "items",
    )]
    fn search(search: Search) -> Result<Hits, Search> {
        match &search.after[..] {
            [after] if after == "start" => Ok(Hits { items: vec![1, 2], handle: None, after: Some("next".to_owned()) }),
            [after] if after == "next" => Ok(Hits { items: vec![3], handle: None, after: None }),
            _ => Err(search),
        }
    }

    let start = Search { handle: Some("handle".to_owned()), after: vec!["start".to_owned()] };
    let mut items = search_paginator(start.clone()).items();
    assert_eq!(items.next(), Some(Ok(1)));
    let token = items.resume_token().unwrap();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));
    let items = search_paginator(start.clone()).starting_token(token).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));

    #[paginated(
        input_token = ["handle", |search, after: Option<String>| search.after = after.into_iter().collect()],
        output_token = ["handle", "after"],
        result_key = "items",
    )]
    fn search_from(search: Search) -> Result<Hits, Search> {
        if search.after == ["start"] { Ok(Hits { items: vec![1], handle: None, after: None }) } else { Err(search) }
    }

    assert_eq!(search_from_paginator(start).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1]));
}

/// The second page was requested with the default of the container that holds the token, and not with that of the field.
#[test]
fn a_field_of_the_first_page_is_reset_in_a_container_that_is_filled() {
    #[derive(Clone)]
    struct Paging {
        token: Option<String>,
        count_items: bool,
    }

    impl Default for Paging {
        fn default() -> Self {
            Self { token: None, count_items: true }
        }
    }

    #[derive(Clone)]
    struct Input {
        paging: Option<Paging>,
    }

    #[paginated(
        input_token = "paging.token",
        output_token = "token",
        first_page_only = "paging.countItems",
        result_key = "items"
    )]
    fn list(input: Input) -> Result<Output, ()> {
        let paging = input.paging.unwrap_or_default();
        Ok(Output { items: vec![paging.count_items.into()], token: next_token(paging.token.as_deref()) })
    }

    let items = list_paginator(Input { paging: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 0]));
}

/// An empty key of an item took a later page for the first one, if the key is the alternative of another token: its request had
/// the fields of the first request, and a page without data was the end.
#[test]
fn an_empty_key_of_an_item_is_a_token_of_a_later_page_also_as_an_alternative() {
    #[derive(Clone, Default)]
    struct Input {
        marker: Option<String>,
        filter: Option<u8>,
    }

    #[derive(Page)]
    struct Output {
        keys: Vec<String>,
        next_marker: Option<String>,
    }

    #[paginated(
        input_token = "Marker",
        output_token = "NextMarker || Keys[-1]",
        first_page_only = "Filter",
        result_key = "Keys"
    )]
    fn list(input: Input) -> Result<Option<Output>, u8> {
        match (input.marker.as_deref(), input.filter) {
            (None, Some(1)) => Ok(Some(Output { keys: vec![String::new()], next_marker: None })),
            (Some(""), None) => Ok(None),
            (marker, filter) => panic!("unexpected request: {marker:?}, {filter:?}"),
        }
    }

    let mut keys = list_paginator(Input { marker: None, filter: Some(1) }).items();
    assert_eq!(keys.next(), Some(Ok(String::new())));
    assert!(matches!(keys.next(), Some(Err(Error::MissingData(_)))));
    let token = keys.resume_token().unwrap();
    let mut keys = list_paginator(Input { marker: None, filter: Some(1) }).starting_token(token).items();
    assert!(matches!(keys.next(), Some(Err(Error::MissingData(_)))));
}

/// A struct without type arguments was taken for `std::task::Poll`, which has no fields.
#[test]
fn a_request_can_have_the_name_of_a_standard_type_with_arguments() {
    #[derive(Clone)]
    struct Poll {
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list(poll: &Poll) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: next_token(poll.token.as_deref()) })
    }

    assert!(list_paginator(Poll { token: None }).items().all(|item| item == Ok(1)));
}

/// A resume token lost a token that is named like the option, if another one is a closure.
#[test]
fn a_token_may_have_the_name_of_a_closure() {
    #[derive(Clone, Default)]
    struct Input {
        shard: Option<u8>,
        input_token: Option<u8>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        shard: Option<u8>,
        token: Option<u8>,
    }

    #[paginated(
        input_token = [|request, shard: Option<u8>| request.shard = shard, "input_token"],
        output_token = ["shard", "token"],
        result_key = "Items",
    )]
    fn list(input: Input) -> Result<Output, ()> {
        let (shard, token) = (input.shard.unwrap_or(1), input.input_token.unwrap_or(10));
        let has_more = token < 12;
        Ok(Output { items: vec![shard, token], shard: has_more.then_some(2), token: has_more.then_some(token + 1) })
    }

    let mut items = list_paginator(Input::default()).items();
    assert_eq!(items.by_ref().take(2).collect::<Result<Vec<_>, _>>(), Ok(vec![1, 10]));
    let token = items.resume_token().unwrap();
    let items = list_paginator(Input::default()).starting_token(token).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 11, 2, 12]));
}

/// The substitutes for missing setters were in scope in the user's closures, and were found before the methods of iterators, slices,
/// and traits.
#[test]
fn closures_do_not_see_the_substitutes_for_missing_setters() {
    #[derive(Clone, Default)]
    struct Builder {
        next: Option<String>,
    }

    impl Builder {
        fn next(self, next: String) -> Self {
            Self { next: Some(next) }
        }
        fn first(self, _: u32) -> Self {
            self
        }
    }

    struct Links {
        items: Vec<u8>,
        links: String,
    }

    #[paginated(
        input_token = "Next",
        output_token = |page| page.links.split(';').next().map(str::to_owned),
        limit_key = "First",
        more_results = |page| page.items.first() == Some(&1),
        result_key = "Items",
        item = u8,
        builder,
    )]
    fn list(request: Builder) -> Result<Links, ()> {
        let item = request.next.map_or(1, |next| next.len() as u8);
        Ok(Links { items: vec![item], links: "ab;c".to_owned() })
    }

    let items = list_paginator(Builder::default()).page_size(1).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
}

/// The request was rejected, because a key cannot change it.
#[test]
fn a_closure_can_change_a_request_in_an_arc() {
    #[derive(Clone, Default)]
    struct Input {
        token: Option<String>,
    }

    #[paginated(
        input_token = |input, token: String| Arc::make_mut(input).token = Some(token),
        output_token = "Token",
        result_key = "Items",
    )]
    fn list(input: Arc<Input>) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: next_token(input.token.as_deref()) })
    }

    assert_eq!(list_paginator(Arc::default()).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The type of the token was unknown in the body of a closure that does not name it.
#[test]
fn a_closure_need_not_name_the_type_of_a_token() {
    #[derive(Clone, Default)]
    struct Builder(Vec<(&'static str, String)>);

    impl Builder {
        fn query(mut self, key: &'static str, value: impl ToString) -> Self {
            self.0.push((key, value.to_string()));
            self
        }
    }

    fn page(token: Option<&str>) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: next_token(token) })
    }

    #[paginated(input_token = |request, token| request["token"] = token.into(), output_token = "Token", result_key = "Items")]
    fn json(request: Value) -> Result<Output, ()> {
        page(request["token"].as_str())
    }
    #[paginated(
        input_token = |request, token| request.query("token", token),
        output_token = "Token",
        result_key = "Items",
        builder
    )]
    fn builder(request: Builder) -> Result<Output, ()> {
        page(request.0.last().map(|(_, token)| token.as_str()))
    }
    #[paginated(
        input_token = [|request, token| request["token"] = json!(token), |request, other| request["other"] = other.into()],
        output_token = ["Token", "Token"],
        result_key = "Items"
    )]
    fn two_tokens(request: Value) -> Result<Output, ()> {
        assert_eq!(request.get("token"), request.get("other"));
        page(request["token"].as_str())
    }
    let expression = paginate!(
        json!({}) => |request| page(request["token"].as_str()),
        input_token = |request, token| request["token"] = token.to_string().into(),
        output_token = "Token", result_key = "Items", item = u8, blocking
    );

    assert_eq!(json_paginator(json!({})).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(builder_paginator(Builder::default()).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(two_tokens_paginator(json!({})).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(expression.items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The macro wrote a path that begins with the `impl Trait`, or did not find the request.
#[test]
fn a_builder_can_be_an_impl_trait() {
    trait Builder {
        fn set_token(self, token: Option<String>) -> Self;
        fn token(&self) -> Option<&str>;
    }

    impl Builder for Option<String> {
        fn set_token(self, token: Option<String>) -> Self {
            token
        }
        fn token(&self) -> Option<&str> {
            self.as_deref()
        }
    }

    #[paginated(input_token = "Token", result_key = "Items", builder)]
    fn list(builder: impl Builder) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: next_token(builder.token()) })
    }

    #[paginated(input_token = set_token, result_key = "Items", builder)]
    fn list_by_setter(builder: impl Builder) -> Result<Output, ()> {
        Ok(Output { items: vec![2], token: next_token(builder.token()) })
    }

    assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(list_by_setter_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
}

/// The method was taken for that of the standard library, which returns a reference.
#[test]
fn the_closure_of_a_token_can_call_a_method_named_as_ref_or_as_str() {
    struct Cursor(Option<u64>);

    impl Cursor {
        fn as_ref(&self) -> Option<u64> {
            self.0
        }

        fn as_str(&self) -> Option<u64> {
            self.0
        }
    }

    struct Output {
        items: Vec<u64>,
        cursor: Cursor,
    }

    fn page(token: Option<u64>) -> Output {
        Output { items: vec![token.unwrap_or(1)], cursor: Cursor(token.is_none().then_some(2)) }
    }

    #[paginated(input_token = token, output_token = |page| page.cursor.as_ref(), result_key = "items", item = u64)]
    fn by_ref(token: Option<u64>) -> Result<Output, ()> {
        Ok(page(token))
    }

    #[paginated(input_token = token, output_token = |page| page.cursor.as_str(), result_key = "items", item = u64)]
    fn by_str(token: Option<u64>) -> Result<Output, ()> {
        Ok(page(token))
    }

    assert_eq!(by_ref_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
    assert_eq!(by_str_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
}

/// The lifetime of the value that the closure returns was an error.
#[test]
fn a_closure_for_the_request_can_return_a_reference_to_it() {
    #[derive(Clone, Default)]
    struct Query {
        token: Option<String>,
        limit: Option<usize>,
        log: Vec<String>,
    }

    impl Query {
        fn token(&mut self, token: String) -> &mut Self {
            self.token = Some(token);
            self
        }
        fn limit(&mut self, limit: usize) -> &mut Self {
            self.limit = Some(limit);
            self
        }
        fn log(&mut self, entry: &str) -> &mut Vec<String> {
            self.log.push(entry.to_owned());
            &mut self.log
        }
    }

    fn page(token: Option<&str>) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: next_token(token) })
    }

    fn counted(number: Option<&str>) -> Result<Output, ()> {
        Ok(Output { items: if number == Some("2") { Vec::new() } else { vec![1] }, token: None })
    }

    #[paginated(
        input_token = |request, token| request.token(token),
        output_token = "token",
        limit_key = |request, size| { request.log("limit"); request.limit(size) },
        result_key = "items"
    )]
    fn setters(request: Query) -> Result<Output, ()> {
        assert_eq!((request.limit, request.log.len()), (Some(5), 1));
        page(request.token.as_deref())
    }

    #[paginated(input_token = |request, token| request.token.get_or_insert(token), output_token = "token", result_key = "items")]
    fn option(request: Query) -> Result<Output, ()> {
        page(request.token.as_deref())
    }

    #[paginated(
        input_token = |query, token| query.entry("token").or_insert(token),
        output_token = "token",
        result_key = "items"
    )]
    fn entry(query: HashMap<&'static str, String>) -> Result<Output, ()> {
        page(query.get("token").map(String::as_str))
    }

    #[paginated(
        page_number = |query, page: String| match page.as_str() {
            "0" => query.entry("first").or_insert(page),
            _ => query.entry("page").or_insert(page),
        },
        start = 0,
        result_key = "items"
    )]
    fn numbers(query: HashMap<&'static str, String>) -> Result<Output, ()> {
        counted(query.get("page").map(String::as_str))
    }

    #[paginated(
        offset = |query, offset: String| if offset == "0" { query } else { query.insert("offset", offset); query },
        result_key = "items"
    )]
    fn offsets(query: HashMap<&'static str, String>) -> Result<Output, ()> {
        counted(query.get("offset").map(String::as_str))
    }

    #[paginated(input_token = |_, _: String| panic!("no token is sent"), output_token = |_| None, result_key = "items")]
    fn never(_query: Query) -> Result<Output, ()> {
        page(None)
    }

    let expression = paginate!(
        Query::default() => |query| page(query.token.as_deref()),
        input_token = |query, token| query.token(token),
        output_token = "token", result_key = "items", item = u8, blocking
    );

    assert_eq!(setters_paginator(Query::default()).page_size(5).items().count(), 2);
    assert_eq!(option_paginator(Query::default()).items().count(), 2);
    assert_eq!(entry_paginator(HashMap::new()).items().count(), 2);
    assert_eq!(numbers_paginator(HashMap::new()).items().count(), 2);
    assert_eq!(offsets_paginator(HashMap::new()).items().count(), 2);
    assert_eq!(never_paginator(Query::default()).items().count(), 1);
    assert_eq!(expression.items().count(), 2);
}
