//! Tokens that do not end a list, because every page has one.

use std::cell::Cell;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;

/// The scroll id is the same on every page, and the end is an empty page: elasticsearch-php#381, elasticsearch#29424.
mod scroll {
    use super::*;

    #[derive(Clone, Default)]
    struct Scroll {
        scroll_id: Option<String>,
    }

    #[derive(Page)]
    struct Answer {
        scroll_id: String,
        hits: Hits,
    }

    #[derive(Page)]
    struct Hits {
        hits: Vec<u32>,
    }

    /// A service that holds the position of the list.
    #[derive(Default)]
    struct Client {
        calls: Cell<usize>,
        fails_before: Cell<Option<usize>>,
    }

    impl Client {
        #[paginated(
            input_token = "scroll_id",
            carried_token = "scroll_id",
            end_on = "empty_page",
            result_key = "hits.hits"
        )]
        async fn search(&self, request: Scroll) -> Result<Answer, u8> {
            let number = self.calls.get();
            if self.fails_before.get() == Some(number) {
                self.fails_before.set(None);
                return Err(7);
            }
            self.calls.set(number + 1);
            assert_eq!(request.scroll_id.as_deref(), (number > 0).then_some("DXF1"));
            let hits = [vec![1, 2], vec![3, 4], vec![5], vec![]];
            Ok(Answer { scroll_id: "DXF1".to_owned(), hits: Hits { hits: hits[number].clone() } })
        }
    }

    #[tokio::test]
    async fn a_list_with_one_id_on_every_page_ends_at_an_empty_page() {
        let client = Client::default();
        assert_eq!(read_all(client.search_paginator(Scroll::default()).items()).await, (vec![1, 2, 3, 4, 5], None));
        assert_eq!(client.calls.get(), 4);
    }

    /// The first page was requested again and again, without an end.
    #[tokio::test]
    async fn a_list_whose_pages_have_no_id_ends_with_an_error() {
        #[derive(Page)]
        struct Answer {
            scroll_id: Option<String>,
            hits: Vec<u32>,
            more: bool,
        }

        fn answer(request: &Scroll) -> Answer {
            assert_eq!(request.scroll_id, None);
            Answer { scroll_id: None, hits: vec![1], more: true }
        }

        #[paginated(input_token = "scroll_id", carried_token = "scroll_id", more_results = "more", result_key = "hits")]
        async fn flagged(request: Scroll) -> Result<Answer, u8> {
            Ok(answer(&request))
        }

        #[paginated(input_token = "scroll_id", carried_token = "scroll_id", end_on = "empty_page", result_key = "hits")]
        async fn unflagged(request: Scroll) -> Result<Answer, u8> {
            Ok(answer(&request))
        }

        let (items, error) = read_all(flagged_paginator(Scroll::default()).items()).await;
        assert_eq!(items, [1]);
        assert!(matches!(error, Some(Error::MissingToken(context)) if context.key == "more"));
        let (items, error) = read_all(flagged_paginator(Scroll::default()).max_items(1).items()).await;
        assert_eq!(items, [1]);
        assert!(matches!(error, Some(Error::MissingToken(_))), "as for a token that is not carried");
        let (items, error) = read_all(unflagged_paginator(Scroll::default()).items()).await;
        assert_eq!(items, [1]);
        assert!(matches!(error, Some(Error::MissingToken(context)) if context.key == "scroll_id"));
    }

    #[derive(Page)]
    struct FlaggedAnswer {
        scroll_id: String,
        hits: Vec<u32>,
        more: Option<bool>,
    }

    impl Client {
        #[paginated(
            input_token = "scroll_id",
            carried_token = "scroll_id",
            more_results = "more",
            end_on = "short_page",
            result_key = "hits"
        )]
        async fn search_flagged(&self, request: Scroll) -> Result<FlaggedAnswer, u8> {
            let number = self.calls.replace(self.calls.get() + 1);
            let pages: [(&[u32], _); 4] = [(&[1, 2], None), (&[3], Some(true)), (&[4, 5], None), (&[6], None)];
            let (hits, more) = pages[number];
            Ok(FlaggedAnswer { scroll_id: request.scroll_id.unwrap_or("DXF1".to_owned()), hits: hits.to_vec(), more })
        }
    }

    /// The first page without the flag ended the list, although it was not short.
    #[tokio::test]
    async fn a_short_page_ends_a_list_with_one_id_if_the_flag_is_absent() {
        let client = Client::default();
        let hits = client.search_flagged_paginator(Scroll::default()).items();
        assert_eq!(read_all(hits).await, (vec![1, 2, 3, 4, 5, 6], None));
    }

    #[tokio::test]
    async fn a_request_that_failed_before_the_service_moved_on_is_repeated() {
        for failing in 0..4 {
            let client = Client { fails_before: Cell::new(Some(failing)), ..Client::default() };
            let mut items = client.search_paginator(Scroll::default()).items();
            let (mut hits, error) = read_all(&mut items).await;
            assert_eq!(error, Some(paginated::Error::Operation(7)));
            items.retry();
            hits.extend(items.try_collect::<Vec<_>>().await.unwrap());
            assert_eq!(hits, [1, 2, 3, 4, 5], "request {failing} fails");
        }
    }
}

/// A point in time has an id, which every page repeats next to the key of its last hit, and which can change. The list
/// started again at the last page: elasticsearch#141717.
mod point_in_time {
    use super::*;

    #[derive(Clone, Default)]
    struct Search {
        search_after: Option<Vec<u32>>,
        pit_id: Option<String>,
    }

    #[derive(Page)]
    struct Answer {
        pit_id: Option<String>,
        hits: Vec<Hit>,
    }

    #[derive(Clone, Debug)]
    struct Hit {
        id: u32,
        sort: Vec<u32>,
    }

    /// A service that replaces the id after each request, and returns it unless it is the request of that number.
    struct Client {
        calls: Cell<u32>,
        without_id: Option<u32>,
        id: Cell<u32>,
    }

    impl Client {
        #[paginated(
            input_token = ["search_after", "pit_id"],
            output_token = ["hits[-1].sort", "pit_id"],
            carried_token = "pit_id",
            result_key = "hits"
        )]
        async fn search(&self, search: Search) -> Result<Answer, u8> {
            assert_eq!(search.pit_id, Some(format!("pit{}", self.id.get())), "the last id that was returned");
            let number = self.calls.get();
            self.calls.set(number + 1);
            let pit_id = (self.without_id != Some(number)).then(|| {
                self.id.set(number + 1);
                format!("pit{}", number + 1)
            });
            let after = search.search_after.map_or(0, |sort| sort[0]);
            let hits = (after + 1..=5).take(2).map(|id| Hit { id, sort: vec![id] }).collect();
            Ok(Answer { pit_id, hits })
        }
    }

    fn request() -> Search {
        Search { pit_id: Some("pit0".to_owned()), ..Search::default() }
    }

    #[tokio::test]
    async fn a_carried_token_does_not_keep_a_list_going() {
        for without_id in [None, Some(0), Some(1), Some(2), Some(3)] {
            let client = Client { calls: Cell::new(0), without_id, id: Cell::new(0) };
            let (hits, error) = read_all(client.search_paginator(request()).items()).await;
            assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
            assert_eq!(error, None);
            assert_eq!(client.calls.get(), 4, "the page after the last hit is empty");
        }
    }

    #[tokio::test]
    async fn a_carried_token_is_in_the_resume_token() {
        for taken in 0..=5 {
            let client = Client { calls: Cell::new(0), without_id: Some(1), id: Cell::new(0) };
            let mut items = client.search_paginator(request()).max_items(taken).items();
            let (mut hits, _) = read_all(&mut items).await;
            let token = items.resume_token().unwrap().to_string();
            // The id of the page before the position. The second page has none.
            client.id.set([0, 0, 1, 1, 1, 3][taken]);
            let rest = client.search_paginator(request()).starting_token(token).items();
            hits.extend(rest.try_collect::<Vec<_>>().await.unwrap());
            assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [1, 2, 3, 4, 5], "after {taken}");
        }
    }
}

/// The next link never goes away, is new each time, and the end is an empty page: okta-blog-archive PR 1597.
#[tokio::test]
async fn a_log_whose_pages_all_have_new_tokens_ends_at_an_empty_page() {
    #[derive(Clone, Default)]
    struct Request {
        after: Option<u32>,
    }

    #[derive(Page)]
    struct Log {
        events: Vec<u32>,
        next: Option<u32>,
    }

    #[paginated(input_token = "after", output_token = "next", end_on = "empty_page", result_key = "events")]
    async fn log(request: Request, length: u32) -> Result<Log, u8> {
        let number = request.after.unwrap_or(0);
        let events = if number < length { vec![number] } else { vec![] };
        Ok(Log { events, next: Some(number + 1) })
    }

    let mut items = log_paginator(Request::default(), 3).items();
    assert_eq!(read_all(&mut items).await, (vec![0, 1, 2], None));
    assert_eq!(items.pages_fetched(), 4);
    assert_eq!(items.resume_token(), None);

    // The last page with events is the place to continue at later.
    let mut items = log_paginator(Request::default(), 3).max_items(3).items();
    assert_eq!(read_all(&mut items).await, (vec![0, 1, 2], None));
    let token = items.resume_token().unwrap().to_string();
    let later = log_paginator(Request::default(), 5).starting_token(token).items();
    assert_eq!(read_all(later).await, (vec![3, 4], None));
}
