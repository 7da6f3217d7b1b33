//! Result keys that are closures, which return `None` for some pages.

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{ListInput, ScriptedClient, Throttled};

use super::input;

#[derive(Clone, Debug, Default, PartialEq, Page)]
struct Output {
    data: Option<Data>,
    others: Option<Vec<u32>>,
    all_others: Vec<u32>,
    name: u32,
    token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Page)]
struct Data {
    items: Vec<u32>,
}

type Client = ScriptedClient<ListInput, Output>;

/// A list that a page may lack.
type Items = Option<&'static [u32]>;

/// Returns pages with these items and these other items.
fn client(pages: &[(Items, Items)]) -> Client {
    ScriptedClient::with_pages(pages.iter().zip(1..).map(|((items, others), name)| Output {
        data: items.map(|items| Data { items: items.to_vec() }),
        others: others.map(<[u32]>::to_vec),
        all_others: others.unwrap_or_default().to_vec(),
        name,
        token: (name < pages.len() as u32).then(|| name.to_string()),
    }))
}

fn items(output: &Output) -> &[u32] {
    output.data.as_ref().map_or(&[], |data| &data.items)
}

/// The items of three pages, one of which has none.
const THREE_PAGES: [[Items; 3]; 3] =
    [[Some(&[1]), Some(&[2]), None], [Some(&[1]), None, Some(&[2])], [None, Some(&[1]), Some(&[2])]];

#[tokio::test]
async fn a_page_for_which_the_closure_returns_none_loses_no_item() {
    #[paginated(
        input_token = "token",
        result_key = |page| Some(&mut page.data.as_mut()?.items),
        item = u32
    )]
    async fn list(client: Client, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    for pages in THREE_PAGES {
        let full = list_paginator(client(&pages.map(|items| (items, None))), input()).full_result().await.unwrap();
        assert_eq!(items(&full.output), [1, 2], "{pages:?}");
    }
}

#[tokio::test]
async fn a_page_for_which_a_secondary_closure_returns_none_loses_no_item() {
    #[paginated(
        input_token = "token",
        result_key = ["data.items", |page| page.others.as_mut(), "all_others"],
        item = u32,
        non_aggregate_keys = "name"
    )]
    async fn list(client: Client, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    for pages in THREE_PAGES {
        // The items of the path are on the first page, on the last page, or on all pages.
        for (present, expected) in [([0, 0], &[7][..]), ([2, 2], &[7]), ([0, 2], &[7, 7, 7])] {
            let page = |index: usize| {
                let has_items = present[0] <= index && index <= present[1];
                (has_items.then_some(&[7][..]), pages[index])
            };
            let full = list_paginator(client(&[page(0), page(1), page(2)]), input()).full_result().await.unwrap();
            let Output { others, all_others, name, .. } = &full.output;
            assert_eq!(others.as_deref(), Some(&[1, 2][..]), "{pages:?}, {present:?}");
            assert_eq!(all_others, &[1, 2], "{pages:?}, {present:?}");
            assert_eq!((items(&full.output), *name), (expected, 1), "{pages:?}, {present:?}");
        }
    }
}

/// No page has a place for the items of both.
#[tokio::test]
async fn closures_that_return_none_for_different_pages_are_an_error() {
    #[paginated(
        input_token = "token",
        result_key = [|page| Some(&mut page.data.as_mut()?.items), |page| page.others.as_mut()],
        item = u32
    )]
    async fn list(client: Client, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    let pages = [(Some(&[1][..]), None), (Some(&[2]), None), (None, Some(&[3][..]))];
    let failed = list_paginator(client(&pages), input()).full_result().await.unwrap_err();
    assert!(matches!(failed.error, Error::MissingData(ref context) if context.key == "result_key"), "{failed:?}");
    assert_eq!(items(failed.output.as_ref().unwrap()), [1, 2]);
    // The token points at the page that was not joined.
    let token = failed.resume_token.unwrap();
    let rest = client(&[(None, Some(&[3][..]))]);
    list_paginator(rest.clone(), input()).starting_token(token).full_result().await.unwrap();
    assert_eq!(rest.requests()[0].token.as_deref(), Some("2"));

    // A page that has both has the place.
    let pages = [(Some(&[1][..]), None), (Some(&[2]), Some(&[3][..])), (None, Some(&[4]))];
    let full = list_paginator(client(&pages), input()).full_result().await.unwrap().output;
    assert_eq!((items(&full), full.others.as_deref()), (&[1, 2][..], Some(&[3, 4][..])));
}

#[tokio::test]
async fn a_closure_in_a_non_aggregate_key_that_the_first_page_lacks_loses_no_item() {
    #[paginated(
        input_token = "token",
        result_key = |page| Some(&mut page.data.as_mut()?.items),
        item = u32,
        non_aggregate_keys = ["data", "name"]
    )]
    async fn list(client: Client, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    for pages in THREE_PAGES {
        let full = list_paginator(client(&pages.map(|items| (items, None))), input()).full_result().await.unwrap();
        assert_eq!((items(&full.output), full.output.name), (&[1, 2][..], 1), "{pages:?}");
    }
}

#[tokio::test]
async fn a_closure_that_finds_values_in_an_item_leaves_them_in_that_item() {
    #[derive(Clone, Debug, Default, PartialEq)]
    struct Item {
        tags: Vec<u32>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Page)]
    struct Output {
        items: Vec<Item>,
        token: Option<String>,
    }

    #[paginated(
        input_token = "token",
        result_key = ["items", |page| Some(&mut page.items.first_mut()?.tags)],
        item = Item
    )]
    async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    let page = |tag: u32, token: Option<&str>| Output {
        items: vec![Item { tags: vec![tag] }],
        token: token.map(str::to_owned),
    };
    let client = ScriptedClient::with_pages([page(1, Some("2")), page(2, None)]);
    let full = list_paginator(client, input()).full_result().await.unwrap();
    let tags: Vec<_> = full.output.items.into_iter().map(|item| item.tags).collect();
    assert_eq!(tags, [[1], [2]]);
}
