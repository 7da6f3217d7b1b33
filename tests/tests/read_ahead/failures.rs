//! Errors of pages that were requested ahead.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures::FutureExt;
use paginated::{Error, Page, paginated};

use super::*;

#[tokio::test(start_paused = true)]
async fn an_error_is_returned_in_its_turn_and_the_pages_after_it_are_kept() {
    for style in STYLES {
        let service = Service::new(60).with(|state| {
            state.has_totals = true;
            state.failures = [(20, 1)].into();
        });
        let mut items = list(&service, style).prefetch(4).items();
        for item in 0..20 {
            assert_eq!(items.next().await, Some(Ok(item)));
        }
        let token = items.resume_token().unwrap().to_string();
        assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
        assert_eq!(items.resume_token().unwrap().to_string(), token);
        let sent = service.requests();
        assert_eq!(items.next().await, None);
        assert_eq!(service.requests(), sent);
        items.retry();
        let rest: Vec<u64> = items.try_collect().await.unwrap();
        assert_eq!(rest, (20..60).collect::<Vec<_>>());
        let mut expected = starts(0..6);
        expected.insert(2, 20);
        assert_eq!(sorted_requests(&service), expected, "{style:?}");
        assert_eq!(service.state().cancelled, 0);
    }
}

#[tokio::test(start_paused = true)]
async fn each_page_fails_once() {
    for style in STYLES {
        for (prefetch, limit) in [(0, 1), (1, 1), (3, 2), (3, 9), (20, 4)] {
            let service = Service::new(200).with(|state| {
                state.has_totals = true;
                state.failures = (0..20).map(|page| (page * 10, 1)).collect();
                state.latencies = (0..20).map(|page| (page * 10, page * 3 % 11)).collect();
            });
            let mut items = list(&service, style).prefetch(prefetch).concurrency_limit(limit).items();
            let (mut read, mut errors) = (Vec::new(), 0);
            loop {
                match items.next().await {
                    Some(Ok(item)) => read.push(item),
                    Some(Err(_)) => {
                        errors += 1;
                        items.retry();
                    }
                    None => break,
                }
            }
            assert_eq!(read, (0..200).collect::<Vec<_>>());
            assert_eq!(errors, 20);
            assert!(service.state().most_in_flight <= limit.min(prefetch + 1), "{style:?}, {prefetch}, {limit}");
            // Each page was requested twice.
            let expected: Vec<_> = starts(0..20).into_iter().flat_map(|start| [start; 2]).collect();
            assert_eq!(sorted_requests(&service), expected, "{style:?}, {prefetch}, {limit}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_page_is_requested_after_an_error_that_arrived() {
    let service = Service::new(200).with(|state| {
        state.failures = [(30, 1)].into();
        state.latencies = [(10, 100)].into();
    });
    let mut items = list(&service, Style::Offset).prefetch(3).items();
    while let Some(Ok(_)) = items.next().await {}
    assert_eq!(items.items_given(), 30);
    assert_eq!(service.requests(), starts(0..5));
}

#[tokio::test(start_paused = true)]
async fn a_list_resumes_at_the_page_that_failed() {
    for style in STYLES {
        let service = Service::new(60).with(|state| state.failures = [(30, 1)].into());
        let mut items = list(&service, style).prefetch(4).items();
        while let Some(Ok(_)) = items.next().await {}
        let token = items.resume_token().unwrap();
        let rest = collect(list(&service, style).prefetch(4).starting_token(&token)).await;
        assert_eq!(rest, (30..60).collect::<Vec<_>>(), "{style:?}");
    }
}

/// Page 2 has no data. It is accepted before its turn, because page 3 says that the list is shorter, and refused in its turn. Page 4
/// says that the list is longer again.
#[tokio::test(start_paused = true)]
async fn the_concurrency_limit_holds_for_a_page_that_is_refused_in_its_turn() {
    #[derive(Page)]
    struct Data {
        items: Vec<u64>,
    }
    #[derive(Page)]
    struct Response {
        data: Option<Data>,
        total: Option<u64>,
        more: bool,
    }
    #[derive(Default)]
    struct Shrinking {
        in_flight: AtomicUsize,
        most_in_flight: AtomicUsize,
        refused: AtomicBool,
    }
    impl Shrinking {
        #[paginated(page_number = page, start = 0, result_key = data.items, more_results = more, total_items = total)]
        async fn list(&self, page: u64) -> Result<Response, Throttled> {
            let in_flight = self.in_flight.fetch_add(1, Ordering::Relaxed) + 1;
            self.most_in_flight.fetch_max(in_flight, Ordering::Relaxed);
            let latencies = [10, 40, 20, 10, 30];
            sleep(Duration::from_millis(latencies.get(page as usize).copied().unwrap_or(1000))).await;
            self.in_flight.fetch_sub(1, Ordering::Relaxed);
            let is_refused = page == 2 && !self.refused.swap(true, Ordering::Relaxed);
            let data = (!is_refused).then(|| Data { items: vec![page] });
            let total = [(3, 1), (4, 100)].into_iter().find(|(reports, _)| *reports == page).map(|(_, total)| total);
            Ok(Response { data, total, more: page < 9 })
        }
    }
    let service = Shrinking::default();
    let mut items = service.list_paginator(0).prefetch(8).concurrency_limit(4).items();
    let mut read = Vec::new();
    let mut errors = 0;
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => read.push(item),
            Err(error) => {
                assert!(matches!(error, Error::MissingData(_)), "{error:?}");
                errors += 1;
                items.retry();
            }
        }
    }
    assert_eq!((read, errors), ((0..10).collect(), 1));
    assert_eq!(service.most_in_flight.load(Ordering::Relaxed), 4);
}

/// The request after the short page had a wrong offset. What its response says about the list is not believed.
#[tokio::test(start_paused = true)]
async fn the_total_of_a_page_that_was_received_replaces_that_of_a_response_that_is_dropped() {
    const STARTS: [u64; 7] = [0, 10, 20, 25, 35, 45, 55];

    #[derive(Clone, Default)]
    struct Input {
        offset: u64,
        limit: Option<u64>,
    }
    #[derive(Page)]
    struct Response {
        items: Vec<u64>,
        total: Option<u64>,
    }
    #[derive(Default)]
    struct Picky {
        in_flight: AtomicUsize,
        in_flight_with_the_last: AtomicUsize,
    }
    impl Picky {
        #[paginated(offset = offset, limit_key = limit, result_key = items, total_items = total)]
        async fn list(&self, input: Input) -> Result<Response, Throttled> {
            let in_flight = self.in_flight.fetch_add(1, Ordering::Relaxed) + 1;
            if input.offset == 55 {
                self.in_flight_with_the_last.store(in_flight, Ordering::Relaxed);
            }
            // The short page is the last one of its group to arrive.
            sleep(Duration::from_millis(if input.offset == 20 { 50 } else { 10 })).await;
            self.in_flight.fetch_sub(1, Ordering::Relaxed);
            let Ok(page) = STARTS.binary_search(&input.offset) else {
                return Ok(Response { items: Vec::new(), total: Some(1) });
            };
            let end = STARTS.get(page + 1).copied().unwrap_or(60);
            Ok(Response { items: (input.offset..end).collect(), total: Some(60) })
        }
    }

    let client = Picky::default();
    let list = || client.list_paginator(Input::default()).page_size(10).prefetch(3);
    assert_eq!(list().full_result().await.unwrap().output.items, (0..60).collect::<Vec<_>>());
    assert!(client.in_flight_with_the_last.load(Ordering::Relaxed) > 1);
}

/// A page is shorter than those before, so the request after it has a wrong offset. It is dropped, and its `Drop` panics.
#[tokio::test(start_paused = true)]
async fn a_wrong_request_that_panics_when_it_is_dropped_loses_no_item() {
    struct InFlight {
        is_answered: bool,
    }
    impl Drop for InFlight {
        fn drop(&mut self) {
            assert!(self.is_answered || std::thread::panicking(), "an intended panic");
        }
    }
    #[paginated(offset = offset, result_key = "@")]
    async fn list(offset: u64) -> Result<Vec<u64>, Throttled> {
        let mut in_flight = InFlight { is_answered: false };
        sleep(Duration::from_millis(if offset == 10 { 10 } else { 50 })).await;
        in_flight.is_answered = true;
        let end = if offset == 10 { 15 } else { 30.min(offset + 10) };
        Ok((offset..end).collect())
    }

    /// Reads a list, and resumes it after a panic.
    macro_rules! check {
        (|$list:ident| $stream:expr, $items:expr) => {
            let open = |$list: paginated::Paginator<_>| $stream;
            let mut stream = open(list_paginator(0).prefetch(2));
            let (mut found, mut has_panicked) = (Vec::new(), false);
            loop {
                match AssertUnwindSafe(stream.next()).catch_unwind().await {
                    Ok(Some(next)) => found.extend($items(next.unwrap())),
                    Ok(None) => break,
                    Err(_) => {
                        has_panicked = true;
                        assert!(AssertUnwindSafe(stream.next()).catch_unwind().await.is_err());
                        stream = open(list_paginator(0).prefetch(2).starting_token(stream.resume_token().unwrap()));
                    }
                }
            }
            assert_eq!((found, has_panicked), ((0..30).collect::<Vec<_>>(), true));
        };
    }

    check!(|list| list.items(), |item| [item]);
    check!(|list| list.pages(), |page: Vec<u64>| page);
    check!(|list| list.items_of(|page| page), |item| [item]);
}
