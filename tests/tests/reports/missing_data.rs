//! Responses with status 200 that say nothing about the list.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;
use serde::Deserialize;
use serde_json::{Value, json};

mod graphql {
    use super::*;

    #[derive(Clone, Default)]
    pub struct Query {
        pub variables: Variables,
    }

    #[derive(Clone, Default)]
    pub struct Variables {
        pub after: Option<String>,
    }

    #[derive(Debug, Page, Deserialize)]
    pub struct Response {
        pub data: Option<Data>,
        pub errors: Option<Vec<String>>,
    }

    #[derive(Debug, Page, Deserialize)]
    pub struct Data {
        pub issues: Connection,
    }

    #[derive(Debug, Page, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Connection {
        pub nodes: Option<Vec<u32>>,
        pub page_info: PageInfo,
    }

    #[derive(Debug, Page, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct PageInfo {
        pub has_next_page: bool,
        pub end_cursor: Option<String>,
    }

    /// A client of a service with these responses.
    pub struct Client {
        responses: RefCell<VecDeque<Value>>,
        /// The cursors of the requests received so far.
        pub cursors: RefCell<Vec<Option<String>>>,
    }

    impl Client {
        pub fn new(responses: impl IntoIterator<Item = Value>) -> Self {
            let responses = RefCell::new(responses.into_iter().collect());
            Self { responses, cursors: RefCell::default() }
        }

        #[paginated(
            input_token = "variables.after",
            output_token = "data.issues.pageInfo.endCursor",
            more_results = "data.issues.pageInfo.hasNextPage",
            result_key = "data.issues.nodes"
        )]
        pub async fn issues(&self, query: Query) -> Result<Response, serde_json::Error> {
            self.cursors.borrow_mut().push(query.variables.after);
            serde_json::from_value(self.responses.borrow_mut().pop_front().expect("a response"))
        }

        /// Returns the errors of a response as the error of the method.
        #[paginated(
            input_token = "variables.after",
            output_token = "data.issues.pageInfo.endCursor",
            more_results = "data.issues.pageInfo.hasNextPage",
            result_key = "data.issues.nodes"
        )]
        pub async fn issues_or_errors(&self, query: Query) -> Result<Response, String> {
            let response = self.issues(query).await.map_err(|error| error.to_string())?;
            match response.errors {
                Some(errors) => Err(errors.join(", ")),
                None => Ok(response),
            }
        }

        #[paginated(
            input_token = "variables.after",
            output_token = "data.issues.pageInfo.endCursor",
            result_key = "data.issues.nodes"
        )]
        pub async fn issues_without_flag(&self, query: Query) -> Result<Response, serde_json::Error> {
            self.issues(query).await
        }

        #[paginated(
            input_token = "variables.after",
            output_token = |page| page.data.as_ref()?.issues.page_info.end_cursor.clone(),
            result_key = "data.issues.nodes"
        )]
        pub async fn issues_by_closure(&self, query: Query) -> Result<Response, serde_json::Error> {
            self.issues(query).await
        }
    }

    /// Returns a response with data.
    pub fn page(nodes: impl Into<Value>, cursor: Option<&str>) -> Value {
        let page_info = json!({ "hasNextPage": cursor.is_some(), "endCursor": cursor });
        json!({ "data": { "issues": { "nodes": nodes.into(), "pageInfo": page_info } } })
    }

    /// Returns the response to a query whose resolver failed.
    pub fn timeout() -> Value {
        json!({ "data": null, "errors": ["Something went wrong while executing your query. This may be a timeout."] })
    }
}

use graphql::{Client, Query, page, timeout};

/// Asserts that an error says which key of which operation has no data.
fn assert_missing_data<E: std::fmt::Debug>(error: Option<Error<E>>, operation: &str, key: &str, pages: u64) {
    match error {
        Some(Error::MissingData(context)) => {
            assert_eq!((context.operation, context.key, context.pages), (operation, key, pages));
        }
        error => panic!("expected `MissingData`, found {error:?}"),
    }
}

/// A response with `data: null` and `errors` ended a list: apollo-ios#3413, milo#798.
#[tokio::test]
async fn a_response_without_data_is_an_error_and_not_the_end() {
    let client = Client::new([page([1, 2], Some("a")), timeout(), page([3], None)]);
    let mut issues = client.issues_paginator(Query::default()).items();
    let (items, error) = read_all(&mut issues).await;
    assert_eq!(items, [1, 2]);
    assert_missing_data(error, "issues", "data.issues", 1);
    assert_eq!(issues.pages_fetched(), 1);

    issues.retry();
    assert!(matches!(read_all(&mut issues).await, (items, None) if items == [3]));
    assert_eq!(*client.cursors.borrow(), [None, Some("a".to_owned()), Some("a".to_owned())]);
    assert_eq!(issues.resume_token(), None);
}

#[tokio::test]
async fn a_response_without_data_is_an_error_also_if_there_is_no_flag() {
    let client = Client::new([page([1, 2], Some("a")), timeout()]);
    let (items, error) = read_all(client.issues_without_flag_paginator(Query::default()).items()).await;
    assert_eq!(items, [1, 2]);
    assert_missing_data(error, "issues_without_flag", "data.issues", 1);
}

#[tokio::test]
async fn a_response_without_data_is_an_error_also_if_a_closure_reads_the_token() {
    let client = Client::new([page([1, 2], Some("a")), timeout(), page([3], None)]);
    let mut issues = client.issues_by_closure_paginator(Query::default()).items();
    let (items, error) = read_all(&mut issues).await;
    assert_eq!(items, [1, 2]);
    assert_missing_data(error, "issues_by_closure", "data.issues", 1);
    issues.retry();
    assert!(matches!(read_all(&mut issues).await, (items, None) if items == [3]));
}

/// If no closure names the `Option` around the items, a page without it is empty, as with a key in quotes: HAL omits `_embedded` in
/// an empty list.
#[test]
fn a_page_whose_items_are_none_is_empty_if_the_closures_do_not_name_their_container() {
    #[derive(Page)]
    struct Output {
        embedded: Option<Embedded>,
        next: Option<u32>,
        is_last: bool,
    }

    #[derive(Page)]
    struct Embedded {
        users: Vec<u32>,
    }

    fn read_page(number: u32) -> Result<Output, u8> {
        let embedded = (number == 1).then(|| Embedded { users: vec![1] });
        Ok(Output { embedded, next: Some(number + 1).filter(|next| *next <= 3), is_last: number == 3 })
    }

    #[paginated(input_token = page, output_token = |page| page.next, result_key = "embedded.users")]
    fn list(page: Option<u32>) -> Result<Output, u8> {
        read_page(page.unwrap_or(1))
    }

    #[paginated(
        input_token = page,
        output_token = "next",
        more_results = |page| !page.is_last,
        result_key = "embedded.users",
    )]
    fn list_with_flag(page: Option<u32>) -> Result<Output, u8> {
        read_page(page.unwrap_or(1))
    }

    assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1]));
    assert_eq!(list_paginator(Some(3)).items().count(), 0);
    assert_eq!(list_with_flag_paginator(None).pages().count(), 3);
}

/// A closure names fields in any way: in a tuple, by a getter, and in a pattern.
#[test]
fn a_response_without_data_is_an_error_in_whichever_way_a_closure_names_its_container() {
    #[derive(Clone, Page)]
    struct Output {
        data: Option<Data>,
    }

    #[derive(Clone, Page)]
    struct Data {
        rows: Vec<u32>,
        next: Option<u32>,
    }

    impl Output {
        fn data(&self) -> Option<&Data> {
            self.data.as_ref()
        }
    }

    macro_rules! assert_is_error {
        ($type:ty, $wrap:expr, $key:expr, $token:expr) => {{
            #[paginated(input_token = page, output_token = $token, result_key = $key, item = u32)]
            fn list(page: Option<u32>) -> Result<$type, u8> {
                let data = page.is_none().then(|| Data { rows: vec![1], next: Some(2) });
                Ok($wrap(Output { data }))
            }

            let mut items = list_paginator(None).items();
            assert_eq!(items.next(), Some(Ok(1)));
            assert!(matches!(items.next(), Some(Err(Error::MissingData(_)))), "{}", stringify!($token));
        }};
    }

    assert_is_error!(Output, |page| page, "data.rows", |page| page.data.as_ref()?.next);
    assert_is_error!(Output, |page| page, "data.rows", |page| page.data().and_then(|data| data.next));
    assert_is_error!(Output, |page| page, "data.rows", |page| match page {
        Output { data: Some(data) } => data.next,
        Output { data: None } => None,
    });
    assert_is_error!((u8, Option<Data>), |page: Output| (0, page.data), 1.rows, |page| page.1.as_ref()?.next);
}

#[tokio::test]
async fn a_first_response_without_data_is_an_error() {
    let client = Client::new([timeout(), page([1], None)]);
    let mut issues = client.issues_paginator(Query::default()).items();
    let (items, error) = read_all(&mut issues).await;
    assert!(items.is_empty());
    assert_missing_data(error, "issues", "data.issues", 0);
    let token = issues.resume_token().unwrap();
    let issues = client.issues_paginator(Query::default()).starting_token(token).items();
    assert_eq!(issues.try_collect::<Vec<_>>().await.unwrap(), [1]);
}

#[tokio::test]
async fn the_resume_token_points_at_the_page_without_data() {
    let client = Client::new([page([1, 2], Some("a")), timeout(), page([3], None)]);
    let mut pages = client.issues_paginator(Query::default()).pages();
    assert!(pages.next().await.unwrap().is_ok());
    assert_missing_data(pages.next().await.unwrap().err(), "issues", "data.issues", 1);
    assert!(pages.next().await.is_none());
    let token = pages.resume_token().unwrap().to_string();
    let issues = client.issues_paginator(Query::default()).starting_token(token).items();
    assert_eq!(issues.try_collect::<Vec<_>>().await.unwrap(), [3]);
    assert_eq!(client.cursors.borrow()[2].as_deref(), Some("a"));
}

#[tokio::test]
async fn the_error_of_a_full_result_has_the_items_before_the_page_without_data() {
    let client = Client::new([page([1, 2], Some("a")), timeout(), page([3], None)]);
    let error = client.issues_paginator(Query::default()).full_result().await.unwrap_err();
    let collected = error.output.unwrap().data.unwrap().issues.nodes;
    assert_eq!(collected, Some(vec![1, 2]));
    assert_missing_data(Some(error.error), "issues", "data.issues", 1);
    let rest = client.issues_paginator(Query::default()).starting_token(error.resume_token.unwrap());
    assert_eq!(rest.full_result().await.unwrap().output.data.unwrap().issues.nodes, Some(vec![3]));
}

#[tokio::test]
async fn a_prefetched_response_without_data_is_an_error_after_the_items_before_it() {
    let client = Client::new([page([1, 2], Some("a")), timeout(), page([3], None)]);
    let mut issues = client.issues_paginator(Query::default()).prefetch(1).items();
    let (items, error) = read_all(&mut issues).await;
    assert_eq!(items, [1, 2]);
    assert_missing_data(error, "issues", "data.issues", 1);
    issues.retry();
    assert_eq!(issues.try_collect::<Vec<_>>().await.unwrap(), [3]);
}

/// An API that responds with status 200 and an error inside: the method returns the error, also next to partial data.
#[tokio::test]
async fn errors_that_the_method_returns_are_errors_of_the_list_and_can_be_retried() {
    let mut partial = page([3], None);
    partial["errors"] = json!(["The field `assignees` timed out."]);
    let client = Client::new([page([1, 2], Some("a")), timeout(), partial, page([3, 4], None)]);
    let mut issues = client.issues_or_errors_paginator(Query::default()).items();
    let (mut items, mut errors) = (Vec::new(), Vec::new());
    while let Some(item) = issues.next().await {
        match item {
            Ok(item) => items.push(item),
            Err(error) => {
                errors.push(error.into_operation().expect("an error of the method"));
                issues.retry();
            }
        }
    }
    assert_eq!(items, [1, 2, 3, 4]);
    assert!(errors[0].starts_with("Something went wrong") && errors[1].ends_with("timed out."), "{errors:?}");
}

#[tokio::test]
async fn a_list_that_is_absent_in_its_container_is_an_empty_page() {
    let client = Client::new([page(Value::Null, Some("a")), page([1], Some("b")), page(Value::Null, None)]);
    let issues = client.issues_paginator(Query::default()).items();
    assert_eq!(issues.try_collect::<Vec<_>>().await.unwrap(), [1]);
    assert_eq!(client.cursors.borrow().len(), 3);
}

#[derive(Clone, Default)]
struct Input {
    cursor: Option<String>,
}

#[derive(Clone, Debug, Page)]
struct Chunk {
    items: Vec<u32>,
    next: Option<String>,
}

/// Returns one of two pages, or no page for the cursor "gone".
fn chunk(cursor: Option<&str>) -> Option<Chunk> {
    match cursor {
        None => Some(Chunk { items: vec![1, 2], next: Some("2".to_owned()) }),
        Some("2") => Some(Chunk { items: vec![3], next: None }),
        Some(_) => None,
    }
}

/// `{"ok": false, "result": null}` with status 200.
#[tokio::test]
async fn an_envelope_without_a_result_is_an_error() {
    #[derive(Page)]
    struct Envelope {
        ok: bool,
        result: Option<Box<Chunk>>,
    }

    #[paginated(input_token = "cursor", output_token = "result.next", result_key = "result.items")]
    async fn list(input: Input) -> Result<Envelope, u8> {
        let result = chunk(input.cursor.as_deref()).map(Box::new);
        Ok(Envelope { ok: result.is_some(), result })
    }

    assert_eq!(read_all(list_paginator(Input::default()).items()).await, (vec![1, 2, 3], None));
    let page = list_paginator(Input::default()).pages().next().await.unwrap().unwrap();
    assert!(page.ok);
    let (items, error) = read_all(list_paginator(Input { cursor: Some("gone".to_owned()) }).items()).await;
    assert!(items.is_empty());
    assert_missing_data(error, "list", "result", 0);
}

/// The total says that the list is over, and the flag says that it is not: the flag decides.
#[test]
fn a_page_without_data_after_a_total_that_is_too_low_is_not_passed_over_if_the_flag_says_more() {
    #[derive(Page)]
    struct Output {
        data: Option<Data>,
        total: u64,
        has_more: bool,
    }

    #[derive(Page)]
    struct Data {
        items: Vec<u32>,
    }

    #[paginated(
        page_number = page,
        start = 1,
        total_items = "total",
        more_results = "has_more",
        result_key = "data.items",
    )]
    fn list(page: u32, is_available: &Cell<bool>) -> Result<Output, u8> {
        let has_data = page < 3 || is_available.replace(true);
        let data = has_data.then(|| Data { items: vec![page] });
        Ok(Output { data, total: 1, has_more: page < 4 })
    }

    let is_available = Cell::new(false);
    let mut items = list_paginator(1, &is_available).items();
    assert_eq!((items.next(), items.next()), (Some(Ok(1)), Some(Ok(2))));
    assert!(matches!(items.next(), Some(Err(Error::MissingData(_)))));
    items.retry();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![3, 4]));
}

/// A response without data, and with the default values of the other fields: the total is 0.
#[test]
fn a_total_of_zero_after_the_first_page_is_not_the_end_of_a_list() {
    #[derive(Page)]
    struct Output {
        data: Option<Data>,
        total: u32,
    }

    #[derive(Page)]
    struct Data {
        items: Vec<u32>,
    }

    fn respond(items: std::ops::Range<u32>, is_available: &Cell<bool>) -> Result<Output, u8> {
        let has_data = items.start == 0 || is_available.replace(true);
        let data = has_data.then(|| Data { items: items.collect() });
        Ok(Output { total: if has_data { 4 } else { 0 }, data })
    }

    #[paginated(offset = offset, total_items = "total", result_key = "data.items")]
    fn by_offset(offset: u32, is_available: &Cell<bool>) -> Result<Output, u8> {
        respond(offset..offset + 2, is_available)
    }

    #[paginated(page_number = page, start = 0, total_items = "total", result_key = "data.items")]
    fn by_page(page: u32, is_available: &Cell<bool>) -> Result<Output, u8> {
        respond(page * 2..page * 2 + 2, is_available)
    }

    #[paginated(page_number = page, start = 0, total_pages = "total", result_key = "data.items")]
    fn by_page_of(page: u32, is_available: &Cell<bool>) -> Result<Output, u8> {
        respond(page..page + 1, is_available)
    }

    macro_rules! check {
        ($paginator:ident: $first:expr, $rest:expr) => {
            let is_available = Cell::new(false);
            let mut items = $paginator(0, &is_available).items();
            assert_eq!(items.by_ref().map_while(Result::ok).collect::<Vec<_>>(), $first);
            items.retry();
            assert_eq!((items.total(), items.collect::<Result<Vec<_>, _>>()), (Some(4), Ok($rest)));
        };
    }

    check!(by_offset_paginator: [0, 1], vec![2, 3]);
    check!(by_page_paginator: [0, 1], vec![2, 3]);
    check!(by_page_of_paginator: [0], vec![1, 2, 3]);
    // A list without items.
    #[paginated(offset = offset, total_items = "total", result_key = "data.items")]
    fn empty(offset: u32) -> Result<Output, u8> {
        assert_eq!(offset, 0);
        Ok(Output { data: None, total: 0 })
    }
    let mut items = empty_paginator(0).items();
    assert_eq!((items.next(), items.total()), (None, Some(0)));
}

/// The flag of an earlier page overruled its total, so the total says nothing about the pages after it.
#[test]
fn the_total_of_an_earlier_page_does_not_excuse_a_page_without_data() {
    #[derive(Page, Default)]
    struct Output {
        data: Option<Data>,
        total: Option<u64>,
        has_more: Option<bool>,
    }

    #[derive(Page)]
    struct Data {
        items: Vec<u32>,
    }

    #[paginated(
        page_number = page,
        start = 1,
        total_items = "total",
        more_results = "has_more",
        result_key = "data.items",
    )]
    fn list(page: u32, is_available: &Cell<bool>) -> Result<Output, u8> {
        if page == 2 && !is_available.replace(true) {
            return Ok(Output::default());
        }
        let total = (page == 1).then_some(1);
        Ok(Output { data: Some(Data { items: vec![page] }), total, has_more: Some(page < 3) })
    }

    let is_available = Cell::new(false);
    let mut items = list_paginator(1, &is_available).items();
    assert_eq!(items.next(), Some(Ok(1)));
    assert!(matches!(items.next(), Some(Err(Error::MissingData(_)))));
    items.retry();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));
}

#[tokio::test]
async fn one_alternative_of_the_token_in_the_container_of_the_items_is_enough() {
    #[derive(Page)]
    struct Output {
        result: Option<Chunk>,
        meta: Option<String>,
    }

    #[paginated(input_token = "cursor", output_token = "meta || result.next", result_key = "result.items")]
    async fn list(input: Input) -> Result<Output, u8> {
        Ok(Output { result: chunk(input.cursor.as_deref()), meta: None })
    }

    assert_eq!(read_all(list_paginator(Input::default()).items()).await, (vec![1, 2, 3], None));
    let (_, error) = read_all(list_paginator(Input { cursor: Some("gone".to_owned()) }).items()).await;
    assert_missing_data(error, "list", "result", 0);
}

/// A list of one page has no container for the token, as in HubSpot's `paging`.
#[tokio::test]
async fn an_absent_container_of_the_token_alone_is_the_end() {
    #[derive(Page)]
    struct Output {
        results: Vec<u32>,
        paging: Option<Paging>,
    }

    #[derive(Page)]
    struct Paging {
        next: Option<Next>,
    }

    #[derive(Page)]
    struct Next {
        after: String,
    }

    #[paginated(input_token = "cursor", output_token = "paging.next.after", result_key = "results")]
    async fn list(input: Input) -> Result<Output, u8> {
        let Chunk { items, next } = chunk(input.cursor.as_deref()).ok_or(1)?;
        let paging = next.map(|after| Paging { next: Some(Next { after }) });
        Ok(Output { results: items, paging })
    }

    assert_eq!(read_all(list_paginator(Input::default()).items()).await, (vec![1, 2, 3], None));
}

mod absent_pages {
    use super::*;

    #[derive(Clone, Debug, Page)]
    struct Envelope {
        result: Option<Chunk>,
    }

    /// A client of a service with these responses.
    struct Client(RefCell<VecDeque<Option<Envelope>>>);

    type Response = Result<Option<Envelope>, u8>;

    impl Client {
        #[paginated(input_token = "cursor", output_token = "result.next", result_key = "result.items")]
        async fn list(&self, _input: Input) -> Result<Option<Envelope>, u8> {
            Ok(self.0.borrow_mut().pop_front().expect("a response"))
        }

        /// The same with a result whose page type the macro cannot see.
        #[paginated(input_token = "cursor", output_token = "result.next", result_key = "result.items")]
        async fn list_by_alias(&self, input: Input) -> Response {
            self.list(input).await
        }

        #[paginated(
            input_token = "cursor",
            output_token = |page| page.as_ref()?.result.as_ref()?.next.clone(),
            result_key = "result.items"
        )]
        async fn list_by_closure(&self, input: Input) -> Result<Option<Envelope>, u8> {
            self.list(input).await
        }

        #[paginated(input_token = "cursor", output_token = "result.next")]
        async fn list_pages(&self, input: Input) -> Result<Option<Envelope>, u8> {
            self.list(input).await
        }
    }

    fn client(responses: impl IntoIterator<Item = Option<Envelope>>) -> Client {
        Client(RefCell::new(responses.into_iter().collect()))
    }

    fn first_page() -> Option<Envelope> {
        Some(Envelope { result: chunk(None) })
    }

    /// Status 204.
    #[tokio::test]
    async fn an_absent_page_is_an_empty_list_if_it_is_the_first_response() {
        let client = client([None, None]);
        let mut items = client.list_paginator(Input::default()).items();
        assert_eq!(read_all(&mut items).await, (vec![], None));
        assert_eq!(items.resume_token(), None);
        assert_eq!(read_all(client.list_by_alias_paginator(Input::default()).items()).await, (vec![], None));
    }

    #[tokio::test]
    async fn an_absent_page_in_the_middle_of_a_list_is_an_error() {
        let client = client([first_page(), None, first_page(), None]);
        let (items, error) = read_all(client.list_paginator(Input::default()).items()).await;
        assert_eq!(items, [1, 2]);
        assert_missing_data(error, "list", "@", 1);
        let (items, error) = read_all(client.list_by_alias_paginator(Input::default()).items()).await;
        assert_eq!(items, [1, 2]);
        assert_missing_data(error, "list_by_alias", "@", 1);
    }

    #[tokio::test]
    async fn an_absent_page_in_the_middle_of_a_list_without_items_is_an_error() {
        let client = client([None, first_page(), None]);
        let pages = client.list_pages_paginator(Input::default()).pages().try_collect::<Vec<_>>().await.unwrap();
        assert!(matches!(pages[..], [None]));
        let mut pages = client.list_pages_paginator(Input::default()).pages();
        assert!(matches!(pages.next().await, Some(Ok(Some(_)))));
        assert_missing_data(pages.next().await.unwrap().err(), "list_pages", "@", 1);
        assert!(pages.resume_token().is_some());
    }

    #[tokio::test]
    async fn an_absent_page_in_the_middle_of_a_list_by_closures_is_an_error() {
        let client = client([first_page(), None]);
        let (items, error) = read_all(client.list_by_closure_paginator(Input::default()).items()).await;
        assert_eq!(items, [1, 2]);
        assert_missing_data(error, "list_by_closure", "@", 1);
    }

    #[tokio::test]
    async fn an_absent_page_is_an_error_if_the_list_starts_at_a_token() {
        let client = client([None, None]);
        let (_, error) = read_all(client.list_paginator(Input { cursor: Some("2".to_owned()) }).items()).await;
        assert_missing_data(error, "list", "@", 0);
        let (_, error) = read_all(client.list_paginator(Input::default()).starting_token("2").items()).await;
        assert_missing_data(error, "list", "@", 0);
    }

    #[tokio::test]
    async fn a_first_page_without_data_is_an_error_and_not_an_empty_list() {
        let client = client([Some(Envelope { result: None }), Some(Envelope { result: None })]);
        let (_, error) = read_all(client.list_paginator(Input::default()).items()).await;
        assert!(matches!(error, Some(Error::MissingData(_))), "{error:?}");
        let (_, error) = read_all(client.list_by_alias_paginator(Input::default()).items()).await;
        assert!(matches!(error, Some(Error::MissingData(_))), "{error:?}");
    }
}
