//! Cancel safety: dropping the future of `next()` loses no item and repeats no request.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures::StreamExt;
use paginated::{Page, paginated};
use paginated_tests::fixture::{Throttled, poll_once};
use tokio::time::{Instant, sleep, timeout};

#[derive(Clone, Debug, Default)]
struct Input {
    page: Option<u32>,
}

#[derive(Clone, Debug, Page)]
struct Output {
    items: Vec<u32>,
    page: Option<u32>,
}

/// A slow service with four pages. The third page is empty.
#[derive(Debug, Default)]
struct Service {
    /// The number of polls for which each call is pending.
    pending_polls: usize,
    /// The duration of each call.
    delay: Duration,
    requests: AtomicUsize,
    in_flight: AtomicUsize,
}

const ALL: [u32; 6] = [0, 1, 2, 3, 4, 5];

/// Counts a request until it is dropped.
struct InFlight<'a>(&'a AtomicUsize);

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Service {
    fn pending(polls: usize) -> Self {
        Self { pending_polls: polls, ..Self::default() }
    }

    fn slow(delay: Duration) -> Self {
        Self { delay, ..Self::default() }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::SeqCst)
    }

    async fn respond(&self, page: Option<u32>) -> Result<Output, Throttled> {
        self.requests.fetch_add(1, Ordering::SeqCst);
        self.in_flight.fetch_add(1, Ordering::SeqCst);
        let _in_flight = InFlight(&self.in_flight);
        for _ in 0..self.pending_polls {
            tokio::task::yield_now().await;
        }
        if !self.delay.is_zero() {
            sleep(self.delay).await;
        }
        let page = page.unwrap_or(0);
        let items = [&ALL[0..2], &ALL[2..3], &[], &ALL[3..6]][page as usize].to_vec();
        Ok(Output { items, page: (page < 3).then_some(page + 1) })
    }

    #[paginated(input_token = "Page", output_token = "Page", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Throttled> {
        self.respond(input.page).await
    }

    /// Borrows the request for the duration of the call.
    #[paginated(input_token = "Page", output_token = "Page", result_key = "Items")]
    async fn list_by_reference(&self, input: &Input) -> Result<Output, Throttled> {
        self.respond(input.page).await
    }
}

/// Polls `future` up to `times` times and drops it.
fn poll_times<F: Future>(future: F, times: usize) -> Poll<F::Output> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 1..times {
        if let ready @ Poll::Ready(_) = future.as_mut().poll(&mut context) {
            return ready;
        }
    }
    if times == 0 { Poll::Pending } else { future.poll(&mut context) }
}

/// Completes at its poll number `poll`.
async fn ready_at_poll(poll: usize) {
    for _ in 1..poll {
        tokio::task::yield_now().await;
    }
}

/// Evaluates `$next` until it is `false`, which adds items to `$items_read`.
/// Asserts that each item was read once and each page was requested once.
macro_rules! assert_reads_all {
    ($service:expr, $items_read:ident, $next:expr) => {{
        let mut $items_read = Vec::new();
        while $next {}
        assert_eq!($items_read, ALL);
        assert_eq!(($service.requests(), $service.in_flight()), (4, 0));
    }};
}

#[tokio::test]
async fn dropping_each_call_after_some_polls_loses_no_item() {
    for pending in 0..4 {
        for polls in 1..6 {
            let service = Service::pending(pending);
            let mut items = service.list_paginator(Input::default()).items();
            assert_reads_all!(
                service,
                items_read,
                match poll_times(items.next(), polls) {
                    Poll::Ready(item) => item.map(|item| items_read.push(item.unwrap())).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut items = service.list_by_reference_paginator(Input::default()).boxed().items();
            assert_reads_all!(
                service,
                items_read,
                match poll_times(items.try_next(), polls) {
                    Poll::Ready(item) => item.unwrap().map(|item| items_read.push(item)).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut pages = service.list_paginator(Input::default()).pages();
            assert_reads_all!(
                service,
                items_read,
                match poll_times(pages.next(), polls) {
                    Poll::Ready(page) => page.map(|page| items_read.extend(page.unwrap().items)).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut items = service.list_by_reference_paginator(Input::default()).items_of(|page| page.items);
            assert_reads_all!(
                service,
                items_read,
                match poll_times(items.next(), polls) {
                    Poll::Ready(item) => item.map(|item| items_read.push(item.unwrap())).is_some(),
                    Poll::Pending => true,
                }
            );
        }
    }
}

/// Reads the listing once for each poll, and drops the call after that poll.
#[tokio::test]
async fn dropping_one_call_after_any_poll_loses_no_item() {
    const PENDING: usize = 2;
    // The polls that are pending, and the polls that return an item or the end.
    let polls = 4 * PENDING + ALL.len() + 1;
    for dropped in 0..=polls {
        let service = Service::pending(PENDING);
        let mut items = service.list_paginator(Input::default()).items();
        let (mut items_read, mut polls) = (Vec::new(), 0);
        'listing: loop {
            let mut next = items.next();
            loop {
                let item = poll_once(&mut next);
                polls += 1;
                match item {
                    Poll::Ready(Some(item)) => items_read.push(item.unwrap()),
                    Poll::Ready(None) => break 'listing,
                    Poll::Pending if polls != dropped => continue,
                    Poll::Pending => {}
                }
                break;
            }
        }
        assert_eq!(items_read, ALL, "dropped after poll {dropped}");
        assert_eq!(service.requests(), 4);
    }
}

#[tokio::test]
async fn select_at_any_await_point_loses_no_item() {
    for pending in 0..4 {
        for cancelled in 1..6 {
            let service = Service::pending(pending);
            let mut items = service.list_paginator(Input::default()).items();
            let mut cancellations = 0;
            assert_reads_all!(
                service,
                items_read,
                tokio::select! {
                    biased;
                    item = items.next() => item.map(|item| items_read.push(item.unwrap())).is_some(),
                    () = ready_at_poll(cancelled) => { cancellations += 1; true }
                }
            );
            // The empty page and the page after it are read by one call of `next()`.
            assert_eq!(cancellations > 0, 2 * pending >= cancelled, "{pending} {cancelled}: unexpected cancellations");
        }
    }
}

#[tokio::test]
async fn select_reads_two_streams_of_one_client() {
    let service = Service::pending(3);
    let mut first = service.list_paginator(Input::default()).items();
    let mut second = service.list_by_reference_paginator(Input::default()).items();
    let (mut from_first, mut from_second) = (Vec::new(), Vec::new());
    loop {
        tokio::select! {
            Some(item) = first.next() => from_first.push(item.unwrap()),
            Some(item) = second.next() => from_second.push(item.unwrap()),
            else => break,
        }
    }
    assert_eq!((&from_first[..], &from_second[..]), (&ALL[..], &ALL[..]));
    assert_eq!(service.requests(), 8);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_tasks_can_list_with_one_client() {
    let service = Arc::new(Service::pending(2));
    let list_repeatedly = |service: Arc<Service>| async move {
        for _ in 0..200 {
            let items = service.list_paginator(Input::default()).items().try_collect::<Vec<_>>();
            assert_eq!(items.await.unwrap(), ALL);
        }
    };
    let tasks =
        [tokio::spawn(list_repeatedly(Arc::clone(&service))), tokio::spawn(list_repeatedly(Arc::clone(&service)))];
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!((service.requests(), service.in_flight()), (2 * 200 * 4, 0));
}

#[tokio::test(start_paused = true)]
async fn a_timeout_of_next_loses_no_item() {
    let service = Service::slow(Duration::from_secs(10));
    let mut items = service.list_paginator(Input::default()).items();
    let start = Instant::now();
    let mut timeouts = 0;
    assert_reads_all!(
        service,
        items_read,
        match timeout(Duration::from_secs(3), items.next()).await {
            Ok(item) => item.map(|item| items_read.push(item.unwrap())).is_some(),
            Err(_) => {
                timeouts += 1;
                true
            }
        }
    );
    // Three timeouts before page 1, three before page 2, and six before page 4, because page 3 is empty.
    assert_eq!(timeouts, 12);
    assert_eq!(start.elapsed().as_secs(), 40, "a request continues while no call waits for it");
}

/// The task that polled last is woken.
#[tokio::test(start_paused = true)]
async fn a_stream_with_a_request_in_flight_can_move_to_another_task() {
    let service: &'static Service = Box::leak(Box::new(Service::slow(Duration::from_secs(10))));
    let mut items = service.list_paginator(Input::default()).items();
    assert!(timeout(Duration::from_secs(1), items.next()).await.is_err());
    let rest = tokio::spawn(async move { items.map(Result::unwrap).collect::<Vec<_>>().await });
    assert_eq!(rest.await.unwrap(), ALL);
    assert_eq!(service.requests(), 4);
}

#[tokio::test]
async fn dropping_a_stream_cancels_its_request() {
    let service = Service::pending(3);
    let mut items = service.list_paginator(Input::default()).items();
    assert!(poll_times(items.next(), 2).is_pending());
    assert_eq!(service.in_flight(), 1);
    let token = items.resume_token().unwrap();
    drop(items);
    assert_eq!(service.in_flight(), 0);
    let rest = service.list_paginator(Input::default()).starting_token(token).items().try_collect::<Vec<_>>();
    assert_eq!(rest.await.unwrap(), ALL);
}

/// The pages collected so far are dropped with the future.
#[tokio::test(start_paused = true)]
async fn a_timeout_of_the_full_result_returns_no_part_of_it() {
    let service = Service::slow(Duration::from_secs(10));
    let full = service.list_paginator(Input::default()).full_result();
    assert!(timeout(Duration::from_secs(39), full).await.is_err());
    assert_eq!((service.requests(), service.in_flight()), (4, 0));
    let full = service.list_paginator(Input::default()).full_result();
    let full = timeout(Duration::from_secs(41), full).await.unwrap().unwrap();
    assert_eq!(full.output.items, ALL);
}
