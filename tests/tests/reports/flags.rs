//! Flags that say whether there are more pages.

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{ScriptedClient, read_all};

/// Each page has a cursor, and only the presence of a URL says that there are more pages. A page may be empty and have the
/// URL: restfb#916.
mod links {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct AlbumsRequest {
        after: Option<String>,
    }

    #[derive(Page)]
    struct Albums {
        data: Vec<u32>,
        paging: Option<Paging>,
    }

    #[derive(Page)]
    struct Paging {
        cursors: Cursors,
        next: Option<String>,
    }

    #[derive(Page)]
    struct Cursors {
        after: Option<String>,
    }

    type Client = ScriptedClient<AlbumsRequest, Albums>;

    #[paginated(
        input_token = "after",
        output_token = "paging.cursors.after",
        more_results = "paging.next",
        result_key = "data"
    )]
    async fn albums(client: Client, request: AlbumsRequest) -> Result<Albums, paginated_tests::fixture::Throttled> {
        client.respond(request).await
    }

    /// Returns a page with a cursor, and a URL if there are more pages.
    fn page(data: &[u32], after: Option<&str>, has_next: bool) -> Albums {
        let cursors = Cursors { after: after.map(str::to_owned) };
        let next = has_next.then(|| "https://graph.example/albums".to_owned());
        Albums { data: data.to_vec(), paging: Some(Paging { cursors, next }) }
    }

    #[tokio::test]
    async fn a_page_without_a_link_is_the_end_even_if_it_has_a_cursor() {
        let pages = [page(&[1, 2], Some("a"), true), page(&[], Some("b"), true), page(&[3], Some("c"), false)];
        let client = Client::with_pages(pages);
        let mut items = albums_paginator(client.clone(), AlbumsRequest::default()).items();
        assert_eq!(read_all(&mut items).await, (vec![1, 2, 3], None));
        let cursors: Vec<_> = client.requests().into_iter().map(|request| request.after).collect();
        assert_eq!(cursors, [None, Some("a".to_owned()), Some("b".to_owned())]);
        assert_eq!(items.resume_token(), None);
    }

    #[tokio::test]
    async fn a_page_without_the_container_of_the_link_is_the_end() {
        let client = Client::with_pages([page(&[1], Some("a"), true), Albums { data: vec![2], paging: None }]);
        let items = albums_paginator(client, AlbumsRequest::default()).items();
        assert_eq!(read_all(items).await, (vec![1, 2], None));
    }

    #[tokio::test]
    async fn a_page_with_a_link_and_without_a_cursor_is_an_error() {
        let client = Client::with_pages([page(&[1], None, true)]);
        let (items, error) = read_all(albums_paginator(client, AlbumsRequest::default()).items()).await;
        assert_eq!(items, [1]);
        assert!(matches!(&error, Some(Error::MissingToken(context)) if context.key == "paging.next"), "{error:?}");
    }
}

#[derive(Clone, Debug, Default)]
struct Input {
    cursor: Option<String>,
}

#[derive(Page)]
struct Output {
    items: Vec<u32>,
    cursor: Option<String>,
    meta: Option<Meta>,
}

#[derive(Page)]
struct Meta {
    more: Option<bool>,
    link: Option<String>,
}

/// Returns the page for a cursor. The container of the flags is absent on the second page.
fn page(cursor: Option<&str>) -> Output {
    let (item, next, is_present) = match cursor {
        None => (1, Some("b"), true),
        Some("b") => (2, Some("c"), false),
        Some("c") => (3, None, true),
        Some(cursor) => panic!("the cursor {cursor} was not returned"),
    };
    let link = next.map(|_| "/next".to_owned());
    let meta = is_present.then(|| Meta { more: Some(next.is_some()), link });
    Output { items: vec![item], cursor: next.map(str::to_owned), meta }
}

#[tokio::test]
async fn a_flag_in_an_absent_container_lets_the_token_decide() {
    #[paginated(input_token = "cursor", more_results = "meta.more", result_key = "items")]
    async fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.cursor.as_deref()))
    }

    assert_eq!(read_all(list_paginator(Input::default()).items()).await, (vec![1, 2, 3], None));
}

#[tokio::test]
async fn a_link_in_an_absent_container_ends_the_listing() {
    #[paginated(input_token = "cursor", more_results = "meta.link", result_key = "items")]
    async fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.cursor.as_deref()))
    }

    assert_eq!(read_all(list_paginator(Input::default()).items()).await, (vec![1, 2], None));
}

/// `done` and `isLast` have the opposite sense of a flag for more pages: pipeshub-ai#3382, jira-assistant#418.
mod negated {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct QueryRequest {
        next_records_url: Option<String>,
    }

    #[derive(Page)]
    struct Records {
        records: Vec<u32>,
        done: bool,
        is_last: Option<bool>,
        next_records_url: Option<String>,
    }

    type Client = ScriptedClient<QueryRequest, Records>;
    type QueryResult = Result<Records, paginated_tests::fixture::Throttled>;

    #[paginated(input_token = "nextRecordsUrl", more_results = "!done", result_key = "records")]
    async fn query(client: Client, request: QueryRequest) -> QueryResult {
        client.respond(request).await
    }

    #[paginated(input_token = "nextRecordsUrl", more_results = "!isLast", result_key = "records")]
    async fn search(client: Client, request: QueryRequest) -> QueryResult {
        client.respond(request).await
    }

    fn page(records: &[u32], is_last: Option<bool>, url: Option<&str>) -> Records {
        let records = records.to_vec();
        Records { records, done: is_last == Some(true), is_last, next_records_url: url.map(str::to_owned) }
    }

    #[tokio::test]
    async fn a_page_that_is_done_is_the_end_even_if_it_has_a_link() {
        let pages = || [page(&[1, 2], Some(false), Some("/1")), page(&[3], Some(true), Some("/2"))];
        let items = query_paginator(Client::with_pages(pages()), QueryRequest::default()).items();
        assert_eq!(read_all(items).await, (vec![1, 2, 3], None));
        let items = search_paginator(Client::with_pages(pages()), QueryRequest::default()).items();
        assert_eq!(read_all(items).await, (vec![1, 2, 3], None));
    }

    #[tokio::test]
    async fn a_page_that_is_not_done_and_has_no_link_is_an_error_after_its_items() {
        let client = Client::with_pages([page(&[1, 2], Some(false), Some("/1")), page(&[3], Some(false), None)]);
        let mut items = query_paginator(client.clone(), QueryRequest::default()).items();
        let (records, error) = read_all(&mut items).await;
        assert_eq!(records, [1, 2, 3]);
        assert!(
            matches!(&error, Some(Error::MissingToken(context)) if context.key == "done" && context.pages == 2),
            "{error:?}"
        );
        assert_eq!(client.requests().len(), 2);
    }

    #[tokio::test]
    async fn an_absent_negated_flag_lets_the_token_decide() {
        let client = Client::with_pages([page(&[1], None, Some("/1")), page(&[2], None, None)]);
        let items = search_paginator(client, QueryRequest::default()).items();
        assert_eq!(read_all(items).await, (vec![1, 2], None));
    }
}

/// Some services say "no more pages" by an empty URL, or by 0.
mod empty_values {
    use std::collections::{BTreeSet, HashSet};

    use super::*;

    #[derive(Clone, Default)]
    struct Request {
        page: Option<u32>,
        cursor: Option<String>,
    }

    #[derive(Page)]
    struct Response {
        items: Vec<u32>,
        cursor: String,
        next: Option<String>,
        next_page: Option<u32>,
        has_more: Option<u8>,
        tree_set: Option<BTreeSet<u32>>,
        hash_set: Option<HashSet<u32>>,
        slice: Option<Box<[u32]>>,
    }

    /// Returns one of three pages. The cursor of a page is never empty.
    fn respond(page: u32) -> Result<Response, u8> {
        let next = if page < 3 { format!("/items?page={}", page + 1) } else { String::new() };
        let next_page = if page < 3 { page + 1 } else { 0 };
        let following = page + 1..4;
        Ok(Response {
            items: vec![page],
            cursor: (page + 1).to_string(),
            next: Some(next),
            next_page: Some(next_page),
            has_more: Some(u8::from(page < 3)),
            tree_set: Some(following.clone().collect()),
            hash_set: Some(following.clone().collect()),
            slice: Some(following.collect()),
        })
    }

    macro_rules! assert_ends {
        ($flag:literal) => {{
            #[paginated(page_number = "page", start = 1, more_results = $flag, result_key = "items")]
            async fn numbered(request: Request) -> Result<Response, u8> {
                respond(request.page.unwrap())
            }
            #[paginated(input_token = "cursor", more_results = $flag, result_key = "items")]
            async fn by_cursor(request: Request) -> Result<Response, u8> {
                respond(request.cursor.map_or(1, |cursor| cursor.parse().unwrap()))
            }
            let items = numbered_paginator(Request::default()).max_pages(4).items();
            assert_eq!(read_all(items).await, (vec![1, 2, 3], None));
            let items = by_cursor_paginator(Request::default()).max_pages(4).items();
            assert_eq!(read_all(items).await, (vec![1, 2, 3], None));
        }};
    }

    #[tokio::test]
    async fn a_flag_by_presence_that_is_empty_is_false() {
        assert_ends!("next");
        assert_ends!("nextPage");
        assert_ends!("hasMore");
        assert_ends!("treeSet");
        assert_ends!("hashSet");
        assert_ends!("slice");
    }
}
