//! Requests whose parts are not fields, or must not be sent twice.

use std::collections::HashMap;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;

/// The parameter `offset` skips rows at the start of the list, and every page sent it again: google-cloud-node PR 23.
mod first_page_only {
    use super::*;

    #[derive(Clone, Default)]
    struct RunQuery {
        offset: u32,
        start_cursor: Option<String>,
    }

    #[derive(Page)]
    struct Batch {
        entities: Vec<u32>,
        end_cursor: Option<String>,
        more: bool,
    }

    #[paginated(
        input_token = "start_cursor",
        output_token = "end_cursor",
        more_results = "more",
        result_key = "entities",
        first_page_only = "offset"
    )]
    async fn run_query(query: RunQuery) -> Result<Batch, u8> {
        let start = query.start_cursor.map_or(0, |cursor| cursor.parse::<u32>().unwrap()) + query.offset;
        let end = (start + 3).min(9);
        let entities = (start + 1..=end).collect();
        Ok(Batch { entities, end_cursor: Some(end.to_string()), more: end < 9 })
    }

    #[tokio::test]
    async fn a_field_of_the_first_request_is_not_sent_again() {
        for offset in 0..9 {
            let query = RunQuery { offset, ..RunQuery::default() };
            let (entities, error) = read_all(run_query_paginator(query).items()).await;
            assert_eq!((entities, error), ((offset + 1..=9).collect(), None), "offset {offset}");
        }
    }

    #[tokio::test]
    async fn a_field_of_the_first_request_is_sent_if_a_list_is_resumed_in_its_first_page() {
        let query = || RunQuery { offset: 2, ..RunQuery::default() };
        for taken in 0..7 {
            let mut items = run_query_paginator(query()).max_items(taken).items();
            let (mut entities, _) = read_all(&mut items).await;
            let token = items.resume_token().unwrap().to_string();
            let rest = run_query_paginator(query()).starting_token(token).items();
            entities.extend(rest.try_collect::<Vec<_>>().await.unwrap());
            assert_eq!(entities, [3, 4, 5, 6, 7, 8, 9], "after {taken} items");
        }
    }
}

/// An empty token means "no token", so the request is that for the first page: clients that are generated from protocol buffers
/// or from Go have no `Option`, and send `""`.
#[tokio::test]
async fn an_empty_token_in_the_first_request_does_not_remove_its_other_fields() {
    #[derive(Clone)]
    struct Watch {
        resource_version: Option<String>,
        continue_token: Option<String>,
    }

    #[derive(Page)]
    struct Pods {
        names: Vec<u32>,
        continue_token: Option<String>,
    }

    #[paginated(input_token = "continue_token", result_key = "names", first_page_only = "resource_version")]
    async fn list(watch: Watch) -> Result<Option<Pods>, u8> {
        match (watch.continue_token.as_deref(), watch.resource_version.as_deref()) {
            (Some(""), Some("7")) => Ok(Some(Pods { names: vec![1, 2], continue_token: Some("a".to_owned()) })),
            (Some("a"), None) => Ok(Some(Pods { names: vec![3], continue_token: None })),
            // No content.
            (Some(""), Some("8")) => Ok(None),
            other => panic!("{other:?}"),
        }
    }

    let watch =
        |version: &str| Watch { resource_version: Some(version.to_owned()), continue_token: Some(String::new()) };
    assert_eq!(read_all(list_paginator(watch("7")).items()).await, (vec![1, 2, 3], None));
    assert_eq!(read_all(list_paginator(watch("8")).items()).await, (vec![], None));
}

/// A thin client takes a map of query parameters, which has no fields.
#[tokio::test]
async fn a_request_that_is_a_map_is_paged_by_closures() {
    #[derive(Page)]
    struct Answer {
        items: Vec<u32>,
        next: Option<String>,
    }

    #[paginated(
        input_token = |params, cursor| params.insert("cursor".to_owned(), cursor),
        output_token = "next",
        limit_key = |params, size: u8| params.insert("limit".to_owned(), size.to_string()),
        result_key = "items"
    )]
    async fn list(params: HashMap<String, String>) -> Result<Answer, u8> {
        assert_eq!(params["project"], "p");
        let start: u32 = params.get("cursor").map_or(0, |cursor| cursor.parse().unwrap());
        let end = (start + params.get("limit").map_or(3, |limit| limit.parse().unwrap())).min(7);
        Ok(Answer { items: (start..end).collect(), next: (end < 7).then(|| end.to_string()) })
    }

    let params = || HashMap::from([("project".to_owned(), "p".to_owned())]);
    let all: Vec<_> = (0..7).collect();
    assert_eq!(read_all(list_paginator(params()).items()).await, (all.clone(), None));
    for taken in 0..7 {
        let mut items = list_paginator(params()).page_size(2).max_items(taken).items();
        let (mut found, _) = read_all(&mut items).await;
        let token = items.resume_token().unwrap().to_string();
        found.extend(list_paginator(params()).starting_token(token).items().try_collect::<Vec<_>>().await.unwrap());
        assert_eq!(found, all, "after {taken} items");
    }
    let error = list_paginator(params()).page_size(256).items().next().await;
    assert!(matches!(&error, Some(Err(Error::PageSize(error))) if error.page_size == 256), "{error:?}");
}

#[derive(Clone, Default)]
struct ListData {
    page: Option<u32>,
}

#[derive(Page)]
struct Data {
    data: Vec<u32>,
    next_page: Option<String>,
}

/// Returns a page of two items of a list of seven. The number of the next page is a string.
fn data(page: Option<u32>) -> Data {
    let number = page.unwrap_or(1);
    let end = (number * 2).min(7);
    Data { data: (number * 2 - 2..end).collect(), next_page: (end < 7).then(|| (number + 1).to_string()) }
}

/// The page has the number of the next page as a string, and the request takes an integer.
#[tokio::test]
async fn a_token_of_another_type_is_converted_by_a_closure_of_the_page() {
    #[paginated(
        input_token = "page",
        output_token = |page| page.next_page.as_ref()?.parse::<u32>().ok(),
        result_key = "data"
    )]
    async fn list(request: ListData) -> Result<Data, u8> {
        Ok(data(request.page))
    }

    check_converted(|| list_paginator(ListData::default())).await;
}

#[tokio::test]
async fn a_token_of_another_type_is_converted_by_a_closure_of_the_request() {
    #[paginated(
        input_token = |request, token: String| request.page = token.parse().ok(),
        output_token = "next_page",
        result_key = "data"
    )]
    async fn list(request: ListData) -> Result<Data, u8> {
        Ok(data(request.page))
    }

    check_converted(|| list_paginator(ListData::default())).await;
}

/// Checks a list of [`data`], whole and resumed after any number of items.
async fn check_converted<O>(paginator: impl Fn() -> paginated::Paginator<O>)
where
    O: paginated::Operation<Item = u32, Error = u8> + paginated::HasItems,
{
    let all: Vec<_> = (0..7).collect();
    assert_eq!(read_all(paginator().items()).await, (all.clone(), None));
    for taken in 0..7 {
        let mut items = paginator().max_items(taken).items();
        let (mut found, _) = read_all(&mut items).await;
        let token = items.resume_token().unwrap().to_string();
        found.extend(paginator().starting_token(token).items().try_collect::<Vec<_>>().await.unwrap());
        assert_eq!(found, all, "after {taken} items");
    }
}
