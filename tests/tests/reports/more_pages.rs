//! More reports of lists with page numbers and links.

use std::cell::Cell;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;

use crate::checks::check;

/// The service returns the last page for a number after it. A client that waited for a shorter page never ended if the last one was
/// full: cbrain#1446.
mod last_page_again {
    use super::*;

    #[derive(Clone, Default)]
    struct ListFiles {
        page: u64,
        length: u64,
    }

    #[derive(Page)]
    struct Files {
        files: Vec<u64>,
        current_page: u64,
    }

    fn send(request: &ListFiles) -> Files {
        let current_page = request.page.clamp(1, request.length.div_ceil(3).max(1));
        Files { files: (0..request.length).skip(3 * (current_page as usize - 1)).take(3).collect(), current_page }
    }

    #[paginated(page_number = "page", start = 1, echo = "current_page", end_on = "short_page", result_key = "files")]
    async fn list(request: ListFiles) -> Result<Files, u8> {
        Ok(send(&request))
    }

    /// The page after the last one is empty here.
    #[paginated(page_number = "page", start = 1, result_key = "files")]
    async fn list_to_the_end(request: ListFiles) -> Result<Files, u8> {
        let page = send(&request);
        Ok(if page.current_page < request.page { Files { files: Vec::new(), ..page } } else { page })
    }

    #[tokio::test]
    async fn the_last_page_is_not_yielded_again() {
        for length in 0..=10 {
            for prefetch in [0, 1, 4] {
                let files = list_paginator(ListFiles { page: 0, length }).prefetch(prefetch).items();
                let (files, error) = read_all(files).await;
                assert_eq!(files, (0..length).collect::<Vec<_>>());
                // A list of one page has no longer page to compare it to.
                if length % 3 != 0 && length > 3 || length == 0 {
                    assert_eq!(error, None);
                } else {
                    assert!(matches!(error, Some(Error::WrongPosition { .. })), "{length} items: {error:?}");
                }
            }
        }
    }

    #[tokio::test]
    async fn a_number_behind_the_last_page_is_an_empty_page_to_the_client() {
        for length in 0..=10 {
            let paginator = || list_to_the_end_paginator(ListFiles { page: 0, length }).prefetch(2);
            check!(paginator, |file| *file, (0..length).collect::<Vec<_>>());
        }
    }
}

/// The service leaves out the totals of long lists, and clients took the first page for all: devlake#4093, tap-gitlab#11,
/// gitlab4j-api#305.
mod totals_of_short_lists {
    use super::*;

    #[derive(Clone, Default)]
    struct ListIssues {
        page: Option<u32>,
        per_page: Option<u32>,
        length: u32,
    }

    #[derive(Page)]
    struct Issues {
        issues: Vec<u32>,
        total_pages: Option<u64>,
    }

    thread_local! {
        static REQUESTS: Cell<u32> = const { Cell::new(0) };
    }

    #[paginated(
        page_number = "page",
        start = 1,
        limit_key = "per_page",
        total_pages = "total_pages",
        result_key = "issues"
    )]
    async fn list(request: ListIssues) -> Result<Issues, u8> {
        REQUESTS.set(REQUESTS.get() + 1);
        let size = request.per_page.unwrap_or(2);
        let start = (request.page.unwrap_or(1) - 1) * size;
        let total = (request.length <= 6).then_some(u64::from(request.length));
        let total_pages = total.map(|total| total.div_ceil(size.into()));
        Ok(Issues { issues: (start..request.length.min(start + size)).collect(), total_pages })
    }

    #[tokio::test]
    async fn a_list_without_totals_ends_at_an_empty_page() {
        for length in 0..=12 {
            let paginator = || list_paginator(ListIssues { length, ..ListIssues::default() });
            for size in [1, 2, 3, 5, 20] {
                check!(|| paginator().page_size(size), |issue| *issue, (0..length).collect::<Vec<_>>());
                check!(|| paginator().page_size(size).prefetch(3), |issue| *issue, (0..length).collect::<Vec<_>>());
            }
            REQUESTS.set(0);
            let mut items = paginator().items();
            assert_eq!(read_all(&mut items).await, ((0..length).collect(), None));
            let requests = if length <= 6 { length.div_ceil(2).max(1) } else { length.div_ceil(2) + 1 };
            assert_eq!(REQUESTS.get(), requests, "{length} items");
        }
    }
}

/// From the second page on, the header has the link of the previous page first, and clients took it. Links have commas too:
/// Basic-Shopify-API#45, masto.js PR 899, scrutineer PR 578.
mod link_headers {
    use super::*;

    #[derive(Page)]
    struct Products {
        products: Vec<u32>,
        link: Option<String>,
    }

    /// Returns the link of a relation.
    fn link_of(header: &str, relation: &str) -> Option<String> {
        header.split('<').skip(1).find_map(|part| {
            let (link, parameters) = part.split_once('>')?;
            parameters.contains(&format!("rel=\"{relation}\"")).then(|| link.to_owned())
        })
    }

    struct Shop;

    impl Shop {
        fn page(number: u32) -> Products {
            let link = |number: u32, relation: &str| {
                (1..=4)
                    .contains(&number)
                    .then(|| format!("<https://shop.example/p?fields=id,name&page={number}>; rel=\"{relation}\""))
            };
            let links: Vec<_> =
                [link(number - 1, "previous"), link(number + 1, "next")].into_iter().flatten().collect();
            Products { products: vec![2 * number, 2 * number + 1], link: Some(links.join(", ")) }
        }

        #[paginated(
            next_link = |page| link_of(page.link.as_deref()?, "next"),
            next_method = get,
            result_key = products
        )]
        async fn products(&self) -> Result<Products, u8> {
            Ok(Self::page(1))
        }

        /// With the mistake of the reports.
        #[paginated(
            next_link = |page| Some(page.link.as_deref()?.split(['<', '>']).nth(1)?.to_owned()),
            next_method = get,
            result_key = products
        )]
        async fn products_by_first_link(&self) -> Result<Products, u8> {
            Ok(Self::page(1))
        }

        async fn get(&self, link: &str) -> Result<Products, u8> {
            let number = link.strip_prefix("https://shop.example/p?fields=id,name&page=").ok_or(4)?;
            number.parse().map(Self::page).map_err(|_| 4)
        }
    }

    #[tokio::test]
    async fn a_closure_finds_the_next_link_behind_the_previous_one() {
        check!(|| Shop.products_paginator(), |product| *product, [2, 3, 4, 5, 6, 7, 8, 9]);
    }

    #[tokio::test]
    async fn the_link_of_the_previous_page_is_found_to_be_a_cycle() {
        let mut items = Shop.products_by_first_link_paginator().items();
        let (_, error) = read_all(&mut items).await;
        assert!(matches!(error, Some(Error::TokenCycle { .. })), "{error:?}");
        assert!(items.pages_fetched() < 10);
    }
}

/// A page is empty and has a link, and the last page has an empty link: azure-libraries-for-net#996, msrest-for-python#147,
/// azure-sdk-for-java#1641.
mod empty_links {
    use super::*;

    #[derive(Page)]
    struct Secrets {
        value: Vec<u32>,
        next_link: Option<String>,
    }

    async fn get_page(link: String) -> Result<Secrets, u8> {
        let (value, next) = match link.as_str() {
            "/secrets" => (vec![], "/secrets?skip=1"),
            "/secrets?skip=1" => (vec![1, 2], "/secrets?skip=2"),
            "/secrets?skip=2" => (vec![], "/secrets?skip=3"),
            "/secrets?skip=3" => (vec![3], ""),
            _ => return Err(4),
        };
        Ok(Secrets { value, next_link: Some(next.to_owned()) })
    }

    #[paginated(next_link = "nextLink", next_method = get_page, result_key = "value")]
    async fn secrets() -> Result<Secrets, u8> {
        get_page("/secrets".to_owned()).await
    }

    #[tokio::test]
    async fn an_empty_page_with_a_link_is_not_the_end_and_an_empty_link_is() {
        check!(secrets_paginator, |secret| *secret, [1, 2, 3]);
        let mut pages = secrets_paginator().pages();
        assert_eq!(read_all(&mut pages).await.0.len(), 4);
        assert_eq!(pages.resume_token(), None);
    }
}

/// The service leaves a parameter out of the link of the next page, so the items of later pages had other fields, or were others:
/// datacite/lupo#829, azul#1812.
mod links_without_filters {
    use super::*;

    #[derive(Clone, Default)]
    struct Search {
        query: String,
    }

    #[derive(Page)]
    struct Found {
        data: Vec<u32>,
        next: Option<String>,
    }

    struct Client;

    impl Client {
        fn page(number: u32, fields: &str) -> Found {
            assert_eq!(fields, "id");
            let next = (number < 3).then(|| format!("/dois?query=example&page={}", number + 1));
            Found { data: vec![number], next }
        }

        #[paginated(next_link = "next", next_method = next_page, result_key = "data")]
        async fn search(&self, search: Search, fields: &str) -> Result<Found, u8> {
            assert_eq!(search.query, "example");
            Ok(Self::page(1, fields))
        }

        /// Requests a link with the parameter that it lost.
        async fn next_page(&self, fields: &str, link: &str) -> Result<Found, u8> {
            let number = link.strip_prefix("/dois?query=example&page=").ok_or(4)?;
            Ok(Self::page(number.parse().map_err(|_| 4)?, fields))
        }
    }

    #[tokio::test]
    async fn a_parameter_that_is_not_in_the_link_is_sent_with_it() {
        let search = || Search { query: "example".to_owned() };
        check!(|| Client.search_paginator(search(), "id"), |doi| *doi, [1, 2, 3]);
    }
}
