//! Listings that are resumed in the middle of a page.

use std::cell::Cell;

use paginated::{Page, ResumeToken, paginated};
use paginated_tests::fixture::read_all;

#[derive(Clone, Debug, Default)]
struct Input {
    after: Option<String>,
    limit: Option<u32>,
}

#[derive(Debug, Page)]
struct Output {
    data: Vec<u32>,
    others: Vec<String>,
    next: Option<String>,
}

/// A client of a service with twelve items, which lowers the page size under load.
struct Client {
    largest_page: Cell<u32>,
}

impl Client {
    #[paginated(input_token = "after", output_token = "next", limit_key = "limit", result_key = ["data", "others"])]
    async fn list(&self, input: Input) -> Result<Output, u8> {
        let size = input.limit.unwrap_or(100).min(self.largest_page.get());
        let start = input.after.map_or(0, |after| after.parse().unwrap());
        let end = (start + size).min(12);
        let next = (end < 12).then(|| end.to_string());
        Ok(Output { data: (start..end).collect(), others: vec![format!("{start}..{end}")], next })
    }
}

/// A page that was resumed in its middle was shorter then, and items came twice: super-productivity PR 9628, gitea#28815.
#[tokio::test]
async fn skipping_continues_into_the_following_pages_if_the_page_is_shorter_now() {
    for taken in 0..=12 {
        for largest_page in [1, 2, 3, 4, 5, 6, 12] {
            let client = Client { largest_page: Cell::new(6) };
            let mut items = client.list_paginator(Input::default()).page_size(6).max_items(taken).items();
            let (mut all, _) = read_all(&mut items).await;
            client.largest_page.set(largest_page);
            if let Some(token) = items.resume_token() {
                let rest = client.list_paginator(Input::default()).starting_token(token.to_string()).items();
                all.extend(rest.try_collect::<Vec<_>>().await.unwrap());
            }
            assert_eq!(all, (0..12).collect::<Vec<_>>(), "{taken} items, then pages of {largest_page}");
        }
    }
}

#[tokio::test]
async fn a_listing_can_be_resumed_with_another_page_size_after_each_item() {
    let client = Client { largest_page: Cell::new(100) };
    let mut items = client.list_paginator(Input::default()).page_size(5).items();
    let mut all = Vec::new();
    for page_size in (1..=7).cycle() {
        let Some(item) = items.next().await else { break };
        all.push(item.unwrap());
        let Some(token) = items.resume_token() else { break };
        let resumed = client.list_paginator(Input::default()).page_size(page_size);
        items = resumed.starting_token(token.to_string()).items();
    }
    assert_eq!(all, (0..12).collect::<Vec<_>>());
}

#[tokio::test]
async fn pages_whose_items_were_skipped_are_yielded_without_items_and_secondary_keys() {
    let client = Client { largest_page: Cell::new(6) };
    let mut items = client.list_paginator(Input::default()).max_items(5).items();
    read_all(&mut items).await;
    client.largest_page.set(2);
    let token: ResumeToken = items.resume_token().unwrap();
    let pages = client.list_paginator(Input::default()).starting_token(token).pages();
    let (pages, error) = read_all(pages).await;
    assert_eq!(error, None);
    let yielded: Vec<_> = pages.into_iter().map(|page| (page.data, page.others)).collect();
    assert_eq!(yielded[..3], [(vec![], vec![]), (vec![], vec![]), (vec![5], vec![])]);
    assert_eq!(yielded[3], (vec![6, 7], vec!["6..8".to_owned()]), "a page that is resumed at its beginning is whole");
}

#[tokio::test]
async fn the_resume_token_is_right_while_items_are_skipped() {
    let client = Client { largest_page: Cell::new(6) };
    let mut items = client.list_paginator(Input::default()).max_items(5).items();
    read_all(&mut items).await;
    client.largest_page.set(2);
    let mut pages = client.list_paginator(Input::default()).starting_token(items.resume_token().unwrap()).pages();
    for _ in 0..3 {
        assert!(pages.next().await.unwrap().is_ok());
        let rest = client.list_paginator(Input::default()).starting_token(pages.resume_token().unwrap()).items();
        let rest = rest.try_collect::<Vec<_>>().await.unwrap();
        let first = if pages.pages_fetched() < 3 { 5 } else { 6 };
        assert_eq!(rest, (first..12).collect::<Vec<_>>());
    }
}

/// Machines are in reservations. A checkpoint in the middle of a page pointed at the end of the page, so machines were lost:
/// PostHog PR 55600, vm0#34030, aws-sdk-php PR 420.
mod nested_items {
    use super::*;

    #[derive(Page)]
    struct Described {
        reservations: Vec<Reservation>,
        after: Option<String>,
    }

    #[derive(Clone)]
    struct Reservation {
        machines: Vec<&'static str>,
    }

    #[paginated(input_token = "after", result_key = "reservations")]
    async fn describe(input: Input) -> Result<Described, u8> {
        let reservation = |machines: &[&'static str]| Reservation { machines: machines.to_vec() };
        Ok(match input.after.as_deref() {
            None => Described {
                reservations: vec![reservation(&["m1", "m2", "m3"]), reservation(&["m4"])],
                after: Some("2".to_owned()),
            },
            Some(_) => Described { reservations: vec![reservation(&[]), reservation(&["m5", "m6"])], after: None },
        })
    }

    fn machines(page: Described) -> impl Iterator<Item = &'static str> {
        page.reservations.into_iter().flat_map(|reservation| reservation.machines)
    }

    const ALL: [&str; 6] = ["m1", "m2", "m3", "m4", "m5", "m6"];

    #[tokio::test]
    async fn a_listing_by_items_of_that_is_resumed_after_any_item_yields_each_item_at_least_once() {
        for taken in 0..=ALL.len() {
            let mut items = describe_paginator(Input::default()).items_of(machines);
            let mut all = Vec::new();
            for _ in 0..taken {
                all.push(items.next().await.unwrap().unwrap());
            }
            assert_eq!(all, ALL[..taken]);
            if let Some(token) = items.resume_token() {
                let rest = describe_paginator(Input::default()).starting_token(token.to_string()).items_of(machines);
                all.extend(rest.try_collect::<Vec<_>>().await.unwrap());
            }
            // The items of the page that was not finished are yielded again.
            let page_start = [0, 0, 0, 0, 4, 4, 6][taken];
            assert_eq!(all, [&ALL[..taken], &ALL[page_start..]].concat(), "after {taken} items");
        }
    }

    #[tokio::test]
    async fn the_resume_token_of_items_of_is_none_only_if_nothing_is_left() {
        let mut items = describe_paginator(Input::default()).items_of(machines);
        for _ in 0..5 {
            assert!(items.next().await.unwrap().is_ok());
            assert!(items.resume_token().is_some());
        }
        assert_eq!(items.next().await, Some(Ok("m6")));
        assert_eq!(items.next().await, None);
        assert_eq!(items.resume_token(), None);
    }

    #[tokio::test]
    async fn a_limit_of_items_of_counts_the_items_of_the_result_key() {
        let mut items = describe_paginator(Input::default()).max_items(1).items_of(machines);
        assert_eq!(read_all(&mut items).await, (vec!["m1", "m2", "m3"], None));
        let token = items.resume_token().unwrap();
        let rest = describe_paginator(Input::default()).starting_token(token).items_of(machines);
        assert_eq!(read_all(rest).await, (vec!["m4", "m5", "m6"], None));
    }
}
