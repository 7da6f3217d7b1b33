//! `prefetch(n)` and `concurrency_limit(n)` for numbered pages and offsets: several requests are in flight, and nothing else
//! changes.

mod bounds;
mod failures;
mod random;
mod service;
mod wakers;

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use futures::StreamExt;
use paginated::BoxPaginator;
use paginated_tests::fixture::{Throttled, poll_once};
use tokio::sync::Mutex;
use tokio::time::{Instant, interval, sleep, sleep_until, timeout};

use service::{Input, Output, Service};

type List<'a> = BoxPaginator<'a, Output, u64, Throttled>;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    PageNumber,
    Offset,
}

const STYLES: [Style; 2] = [Style::PageNumber, Style::Offset];

fn list(service: &Service, style: Style) -> List<'_> {
    match style {
        Style::PageNumber => service.by_page_paginator(Input::default()).boxed(),
        Style::Offset => service.by_offset_paginator(Input::default()).boxed(),
    }
}

/// Returns the items of a list without errors.
async fn collect(list: List<'_>) -> Vec<u64> {
    list.items().try_collect().await.unwrap()
}

/// Returns the first items of the pages with these numbers, counted from 0.
fn starts(pages: impl IntoIterator<Item = u64>) -> Vec<u64> {
    pages.into_iter().map(|page| page * 10).collect()
}

/// Returns the requests in the order of the pages.
fn sorted_requests(service: &Service) -> Vec<u64> {
    let mut requests = service.requests();
    requests.sort_unstable();
    requests
}

#[tokio::test(start_paused = true)]
async fn items_are_in_order_although_pages_arrive_in_any_order() {
    for style in STYLES {
        for prefetch in 0..=7 {
            let service = Service::new(95).with(|state| {
                state.has_totals = true;
                state.latencies = (0..10).map(|page| (page * 10, (page * 7 + 3) % 10 * 5)).collect();
            });
            let items = || (0..95).collect::<Vec<_>>();
            assert_eq!(collect(list(&service, style).prefetch(prefetch)).await, items(), "{style:?}, {prefetch}");
            let pages: Vec<Output> = list(&service, style).prefetch(prefetch).pages().try_collect().await.unwrap();
            assert_eq!(pages.iter().flat_map(|page| page.items.clone()).collect::<Vec<_>>(), items());
            let all = list(&service, style).prefetch(prefetch).full_result().await.unwrap();
            assert_eq!(all.output.items, items());
            let copies = list(&service, style).prefetch(prefetch).items_of(|page| page.items);
            assert_eq!(copies.try_collect::<Vec<_>>().await.unwrap(), items());
            // Each of the four lists requested each of its ten pages once.
            let expected: Vec<_> = starts(0..10).into_iter().flat_map(|start| [start; 4]).collect();
            assert_eq!(sorted_requests(&service), expected, "{style:?}, {prefetch}");
            assert_eq!(service.state().cancelled, 0);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_page_is_requested_alone_and_then_n_pages_ahead_of_the_current_one() {
    for style in STYLES {
        let service = Service::new(200);
        let mut items = list(&service, style).prefetch(3).items();
        assert!(poll_once(items.next()).is_pending());
        assert_eq!(service.requests(), [0]);
        assert_eq!(items.next().await, Some(Ok(0)));
        // The first page is the current one.
        assert_eq!(service.requests(), starts(0..4));
        sleep(Duration::from_millis(100)).await;
        for item in 1..10 {
            assert_eq!(items.next().await, Some(Ok(item)));
            assert_eq!(service.requests(), starts(0..4));
        }
        assert_eq!(items.next().await, Some(Ok(10)));
        assert_eq!(service.requests(), starts(0..5));
    }
}

#[tokio::test(start_paused = true)]
async fn the_awaited_page_and_n_pages_after_it_are_in_flight() {
    for style in STYLES {
        for prefetch in 1..=5 {
            let service = Service::new(200).with(|state| state.has_totals = true);
            collect(list(&service, style).prefetch(prefetch)).await;
            assert_eq!(service.state().most_in_flight, prefetch + 1, "{style:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_of_100_pages_takes_the_time_of_its_rounds() {
    for style in STYLES {
        for (prefetch, rounds) in [(0, 100), (1, 51), (8, 12), (16, 7), (98, 2), (usize::MAX, 2)] {
            let service = Service::new(1000).with(|state| state.has_totals = true);
            let start = Instant::now();
            collect(list(&service, style).prefetch(prefetch)).await;
            assert_eq!(start.elapsed(), Duration::from_millis(10) * rounds, "{style:?}, {prefetch}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn work_on_items_and_requests_overlap() {
    let service = Service::new(100).with(|state| state.has_totals = true);
    let start = Instant::now();
    let mut items = list(&service, Style::PageNumber).prefetch(4).items();
    while let Some(item) = items.try_next().await.unwrap() {
        sleep(Duration::from_millis(1)).await;
        assert!(item < 100);
    }
    // The first page takes 10 ms, and 100 items take 1 ms each.
    assert_eq!(start.elapsed(), Duration::from_millis(110));
}

#[tokio::test(start_paused = true)]
async fn dropping_next_at_each_poll_loses_no_item() {
    for style in STYLES {
        for prefetch in 0..=5 {
            let service = Service::new(45).with(|state| {
                state.latencies = [(10, 3), (20, 9), (30, 1), (40, 4)].into();
            });
            let mut items = list(&service, style).prefetch(prefetch).items();
            let mut read = Vec::new();
            loop {
                match poll_once(items.next()) {
                    Poll::Pending => sleep(Duration::from_millis(1)).await,
                    Poll::Ready(Some(item)) => read.push(item.unwrap()),
                    Poll::Ready(None) => break,
                }
            }
            assert_eq!(read, (0..45).collect::<Vec<_>>(), "{style:?}, {prefetch}");
            let mut requests = sorted_requests(&service);
            requests.dedup();
            // The short page at 40 makes the offset after it another one than the predicted one.
            let repeated = service.requests().len() - requests.len();
            assert_eq!(repeated, 0, "{style:?}, {prefetch}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn resume_tokens_are_those_of_a_list_without_prefetching() {
    for style in STYLES {
        let services = [Service::new(35), Service::new(35)];
        let mut plain = list(&services[0], style).items();
        let mut prefetching = list(&services[1], style).prefetch(3).items();
        loop {
            let token = |token: Option<paginated::ResumeToken>| token.map(|token| token.to_string());
            assert_eq!(token(prefetching.resume_token()), token(plain.resume_token()));
            assert_eq!(prefetching.pages_fetched(), plain.pages_fetched());
            assert_eq!(prefetching.items_given(), plain.items_given());
            let item = plain.next().await;
            assert_eq!(prefetching.next().await, item);
            if item.is_none() {
                break;
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_resumed_list_reads_ahead_after_its_first_page() {
    for style in STYLES {
        let service = Service::new(100).with(|state| state.has_totals = true);
        let mut items = list(&service, style).prefetch(3).max_items(25).items();
        while items.next().await.is_some() {}
        let token = items.resume_token().unwrap();
        service.state().requests.clear();
        let mut items = list(&service, style).prefetch(3).starting_token(&token).items();
        assert_eq!(items.next().await, Some(Ok(25)));
        assert_eq!(service.requests(), starts(2..6));
        let rest: Vec<u64> = items.try_collect().await.unwrap();
        assert_eq!(rest, (26..100).collect::<Vec<_>>());
        assert_eq!(service.requests(), starts(2..10));
    }
}

#[tokio::test(start_paused = true)]
async fn requests_by_reference_and_through_a_mutable_client_are_sent_one_by_one() {
    let mut service = Service::new(50).with(|state| state.has_totals = true);
    let by_ref: Vec<u64> =
        service.by_offset_ref_paginator(Input::default()).prefetch(4).items().try_collect().await.unwrap();
    assert_eq!(by_ref, (0..50).collect::<Vec<_>>());
    let clone = service.clone();
    let by_mut: Vec<u64> =
        service.by_page_mut_paginator(Input::default()).prefetch(4).items().try_collect().await.unwrap();
    assert_eq!(by_mut, (0..50).collect::<Vec<_>>());
    assert_eq!(clone.state().most_in_flight, 1);
}

#[tokio::test(start_paused = true)]
async fn one_page_of_a_token_list_is_requested_ahead() {
    let service = Service::new(50);
    let mut items = service.by_token_paginator(Input::default()).prefetch(4).items();
    assert_eq!(items.next().await, Some(Ok(0)));
    assert_eq!(service.requests(), starts(0..2));
    let rest: Vec<u64> = items.try_collect().await.unwrap();
    assert_eq!(rest, (1..50).collect::<Vec<_>>());
    assert_eq!(service.requests(), starts(0..5));
    assert_eq!(service.state().most_in_flight, 1);
}

#[tokio::test(start_paused = true)]
async fn offsets_follow_the_cap_of_the_service_and_not_the_page_size() {
    let service = Service::new(100).with(|state| state.has_totals = true);
    let items: Vec<u64> =
        service.by_offset_paginator(Input::default()).page_size(25).prefetch(4).items().try_collect().await.unwrap();
    assert_eq!(items, (0..100).collect::<Vec<_>>());
    assert_eq!(service.requests(), starts(0..10));
}

#[tokio::test(start_paused = true)]
async fn requests_after_a_short_page_are_dropped_and_sent_again() {
    let service = Service::new(100).with(|state| state.has_totals = true);
    let mut items = list(&service, Style::Offset).prefetch(3).items();
    assert_eq!(items.next().await, Some(Ok(0)));
    assert_eq!(service.requests(), starts(0..4));
    service.state().cap = 4;
    let rest: Vec<u64> = items.try_collect().await.unwrap();
    assert_eq!(rest, (1..100).collect::<Vec<_>>());
    // Page 10..14 is short, so the requests for 20, 30, and 40 are dropped, and offset 14 is requested alone. Its page has the same
    // length, so more offsets are predicted.
    assert_eq!(service.requests()[4..8], [40, 14, 18, 22]);
    assert_eq!(service.requests()[5..], (14..100).step_by(4).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn pages_of_random_lengths_are_not_requested_ahead_in_vain() {
    let service = Service::new(300).with(|state| state.has_totals = true);
    let mut items = list(&service, Style::Offset).prefetch(8).items();
    let mut read = Vec::new();
    let mut pages = 0;
    while let Some(item) = items.try_next().await.unwrap() {
        if items.pages_fetched() != pages {
            pages = items.pages_fetched();
            service.state().cap = 3 + pages * 5 % 7;
        }
        read.push(item);
    }
    assert_eq!(read, (0..300).collect::<Vec<_>>());
    // Eight requests are sent after the first page. From then on, no page has the length of the page before.
    assert!(service.requests().len() as u64 <= pages + 8, "{} requests for {pages} pages", service.requests().len());
}

#[tokio::test(start_paused = true)]
async fn the_concurrency_limit_holds_and_slow_pages_do_not_hold_up_the_others() {
    for style in STYLES {
        for (limit, most) in [(0, 1), (1, 1), (3, 3), (8, 8)] {
            let service = Service::new(400).with(|state| {
                state.has_totals = true;
                state.latencies = [(100, 100), (200, 100)].into();
            });
            let items = collect(list(&service, style).prefetch(64).concurrency_limit(limit)).await;
            assert_eq!(items, (0..400).collect::<Vec<_>>());
            assert_eq!(service.state().most_in_flight, most, "{style:?}");
        }
        // The other 38 pages arrive, in rounds of 7, while the slow one is awaited.
        let service = Service::new(400).with(|state| {
            state.has_totals = true;
            state.latencies = [(10, 60)].into();
        });
        let start = Instant::now();
        collect(list(&service, style).prefetch(64).concurrency_limit(8)).await;
        assert_eq!(start.elapsed(), Duration::from_millis(10 + 60));
    }
}

#[tokio::test(start_paused = true)]
async fn n_pages_are_in_memory_while_a_page_never_arrives() {
    for style in STYLES {
        let service = Service::new(1000).with(|state| state.latencies = [(30, u64::MAX / 2)].into());
        let mut items = list(&service, style).prefetch(5).items();
        for item in 0..30 {
            assert_eq!(items.next().await, Some(Ok(item)));
        }
        assert!(timeout(Duration::from_secs(10), items.next()).await.is_err());
        // The awaited page, and five pages after it.
        assert_eq!(service.requests(), starts(0..9), "{style:?}");
        assert_eq!(service.state().in_flight, 1);
    }
}

#[tokio::test(start_paused = true)]
async fn dropping_a_list_cancels_its_requests() {
    let service = Service::new(1000);
    let mut items = list(&service, Style::PageNumber).prefetch(5).items();
    assert_eq!(items.next().await, Some(Ok(0)));
    assert_eq!(service.state().in_flight, 5);
    drop(items);
    assert_eq!(service.state().in_flight, 0);
    assert_eq!(service.state().cancelled, 5);
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_inside_the_method_paces_the_requests() {
    struct Paced {
        service: Service,
        pace: Arc<Mutex<tokio::time::Interval>>,
        sent: std::sync::Mutex<Vec<Instant>>,
    }
    impl Paced {
        #[paginated::paginated(page_number = "page", start = 1, result_key = "items")]
        async fn list(&self, input: Input) -> Result<Output, Throttled> {
            self.pace.lock().await.tick().await;
            self.sent.lock().unwrap().push(Instant::now());
            self.service.by_page(input).await
        }
    }
    let pace = Arc::new(Mutex::new(interval(Duration::from_millis(25))));
    let client = Paced { service: Service::new(100), pace, sent: Vec::new().into() };
    let items: Vec<u64> = client.list_paginator(Input::default()).prefetch(8).items().try_collect().await.unwrap();
    assert_eq!(items, (0..100).collect::<Vec<_>>());
    let sent = client.sent.into_inner().unwrap();
    assert!(sent.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_millis(25)), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_without_a_lock_can_be_shared_with_the_code_between_items() {
    struct Paced {
        service: Service,
        next: std::sync::Mutex<Instant>,
        sent: std::sync::Mutex<Vec<Instant>>,
    }
    impl Paced {
        /// Waits until a request may be sent, as the crate `governor` does. The lock is not held while the future waits.
        async fn wait(&self) {
            loop {
                let now = Instant::now();
                let next = *self.next.lock().unwrap();
                if next <= now {
                    *self.next.lock().unwrap() = now + Duration::from_millis(25);
                    return self.sent.lock().unwrap().push(now);
                }
                sleep_until(next).await;
            }
        }

        #[paginated::paginated(page_number = "page", start = 1, result_key = "items")]
        async fn list(&self, input: Input) -> Result<Output, Throttled> {
            self.wait().await;
            self.service.by_page(input).await
        }
    }
    let client = Paced { service: Service::new(30), next: Instant::now().into(), sent: Vec::new().into() };
    let mut items = client.list_paginator(Input::default()).prefetch(8).items();
    let mut read = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        read.push(item);
        // Sends another request, as for the details of an item.
        timeout(Duration::from_secs(60), client.wait()).await.unwrap();
    }
    assert_eq!(read, (0..30).collect::<Vec<_>>());
    drop(items);
    let sent = client.sent.into_inner().unwrap();
    assert!(sent.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_millis(25)), "{sent:?}");
}

#[tokio::test(start_paused = true)]
async fn prefetch_0_reads_nothing_ahead() {
    for style in STYLES {
        let service = Service::new(30);
        let mut items = list(&service, style).prefetch(0).concurrency_limit(4).items();
        assert_eq!(items.by_ref().take(10).count().await, 10);
        assert_eq!(service.requests(), [0]);
    }
}
