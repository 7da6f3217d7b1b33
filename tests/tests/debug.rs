//! The `Debug` output of paginators and streams, which never contains a token.

use paginated_tests::fixture::{Client, ListInput, page};

fn client() -> Client {
    Client::new([page([1, 2, 3], Some("secret")), page([4], None)])
}

#[tokio::test]
async fn debug_of_a_paginator_shows_its_options() {
    let client = client();
    let paginator = client.list_paginator(ListInput::default()).max_items(5).max_pages(9).starting_token("secret");
    let options = "ListOptions { max_items: Some(5), page_size: None, max_pages: Some(9), prefetch: 0, concurrency_limit: None, \
                   starting_token: Some(ResumeToken(..)) }";
    assert_eq!(format!("{paginator:?}"), format!("Paginator {{ operation: \"list\", options: {options} }}"));
}

#[tokio::test]
async fn debug_of_items_shows_the_counts_of_pages_and_items() {
    let client = client();
    let mut items = client.list_paginator(ListInput::default()).items();
    items.next().await;
    items.next().await;
    assert_eq!(format!("{items:?}"), "Items { operation: \"list\", pages_fetched: 1, items_given: 2, .. }");
    assert_eq!(format!("{:?}", items.next()), "Next { .. }");
}

#[tokio::test]
async fn debug_of_pages_shows_the_count_of_pages() {
    let client = client();
    let mut pages = client.list_paginator(ListInput::default()).pages();
    pages.next().await;
    assert_eq!(format!("{pages:?}"), "Pages { operation: \"list\", pages_fetched: 1, .. }");
}

#[tokio::test]
async fn debug_of_items_of_shows_the_count_of_pages() {
    let client = client();
    let mut items = client.list_paginator(ListInput::default()).items_of(|page| page.items);
    items.next().await;
    assert_eq!(format!("{items:?}"), "ItemsOf { pages: Pages { operation: \"list\", pages_fetched: 1, .. }, .. }");
}
