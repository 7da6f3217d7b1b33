//! A call that is dropped before it is done loses nothing: under `select!`, under a timeout, from task to task.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures::StreamExt;
use paginated::{Page, paginated};
use paginated_tests::fixture::Throttled;
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

/// A service of four pages (the third is empty) that takes its time.
#[derive(Debug, Default)]
struct Service {
    /// How often each call is pending before it answers.
    pending: usize,
    /// How long it takes.
    time: Duration,
    requests: AtomicUsize,
    in_flight: AtomicUsize,
}

const ALL: [u32; 6] = [0, 1, 2, 3, 4, 5];

/// Counts a request as long as it is under way.
struct InFlight<'a>(&'a AtomicUsize);

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Service {
    fn pending(times: usize) -> Self {
        Self { pending: times, ..Self::default() }
    }

    fn slow(time: Duration) -> Self {
        Self { time, ..Self::default() }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::SeqCst)
    }

    async fn answer(&self, page: Option<u32>) -> Result<Output, Throttled> {
        self.requests.fetch_add(1, Ordering::SeqCst);
        self.in_flight.fetch_add(1, Ordering::SeqCst);
        let _in_flight = InFlight(&self.in_flight);
        for _ in 0..self.pending {
            tokio::task::yield_now().await;
        }
        if !self.time.is_zero() {
            sleep(self.time).await;
        }
        let page = page.unwrap_or(0);
        let items = [&ALL[0..2], &ALL[2..3], &[], &ALL[3..6]][page as usize].to_vec();
        Ok(Output { items, page: (page < 3).then_some(page + 1) })
    }

    #[paginated(input_token = "Page", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Throttled> {
        self.answer(input.page).await
    }

    /// The request is lent to the call and comes back with its answer.
    #[paginated(input_token = "Page", result_key = "Items")]
    async fn list_lent(&self, input: &Input) -> Result<Output, Throttled> {
        self.answer(input.page).await
    }
}

/// Polls a future so many times, and drops it.
fn poll<F: Future>(future: F, times: usize) -> Poll<F::Output> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 1..times {
        if let ready @ Poll::Ready(_) = future.as_mut().poll(&mut context) {
            return ready;
        }
    }
    if times == 0 { Poll::Pending } else { future.poll(&mut context) }
}

/// Ready when it is polled for the `n`th time.
async fn at_poll(n: usize) {
    for _ in 1..n {
        tokio::task::yield_now().await;
    }
}

/// Reads a stream by `$next`, and sees that each item comes once and each page is asked for once.
macro_rules! assert_read {
    ($service:expr, $given:ident, $next:expr) => {{
        let mut $given = Vec::new();
        while $next {}
        assert_eq!($given, ALL);
        assert_eq!(($service.requests(), $service.in_flight()), (4, 0));
    }};
}

#[tokio::test]
async fn dropped_after_each_number_of_polls() {
    for pending in 0..4 {
        for polls in 1..6 {
            let service = Service::pending(pending);
            let mut items = service.list_paginator(Input::default()).items();
            assert_read!(
                service,
                given,
                match poll(items.next(), polls) {
                    Poll::Ready(item) => item.map(|item| given.push(item.unwrap())).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut items = service.list_lent_paginator(Input::default()).boxed().items();
            assert_read!(
                service,
                given,
                match poll(items.try_next(), polls) {
                    Poll::Ready(item) => item.unwrap().map(|item| given.push(item)).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut pages = service.list_paginator(Input::default()).pages();
            assert_read!(
                service,
                given,
                match poll(pages.next(), polls) {
                    Poll::Ready(page) => page.map(|page| given.extend(page.unwrap().items)).is_some(),
                    Poll::Pending => true,
                }
            );

            let service = Service::pending(pending);
            let mut items = service.list_lent_paginator(Input::default()).items_of(|page| page.items);
            assert_read!(
                service,
                given,
                match poll(items.next(), polls) {
                    Poll::Ready(item) => item.map(|item| given.push(item.unwrap())).is_some(),
                    Poll::Pending => true,
                }
            );
        }
    }
}

/// Each poll of the whole listing is once the one after which the call is dropped.
#[tokio::test]
async fn dropped_once_after_any_poll() {
    const PENDING: usize = 2;
    // Those that are pending, and those that give an item or the end.
    let polls = 4 * PENDING + ALL.len() + 1;
    for dropped in 0..=polls {
        let service = Service::pending(PENDING);
        let mut items = service.list_paginator(Input::default()).items();
        let (mut given, mut polls) = (Vec::new(), 0);
        'listing: loop {
            let mut next = items.next();
            loop {
                let item = poll(&mut next, 1);
                polls += 1;
                match item {
                    Poll::Ready(Some(item)) => given.push(item.unwrap()),
                    Poll::Ready(None) => break 'listing,
                    Poll::Pending if polls != dropped => continue,
                    Poll::Pending => {}
                }
                break;
            }
        }
        assert_eq!(given, ALL, "dropped after poll {dropped}");
        assert_eq!(service.requests(), 4);
    }
}

#[tokio::test]
async fn cancelled_by_select_at_each_await_point() {
    for pending in 0..4 {
        for cancelled in 1..6 {
            let service = Service::pending(pending);
            let mut items = service.list_paginator(Input::default()).items();
            let mut cancellations = 0;
            assert_read!(
                service,
                given,
                tokio::select! {
                    biased;
                    item = items.next() => item.map(|item| given.push(item.unwrap())).is_some(),
                    () = at_poll(cancelled) => { cancellations += 1; true }
                }
            );
            // The empty page and the one behind it come of one `next()`.
            assert_eq!(cancellations > 0, 2 * pending >= cancelled, "{pending} {cancelled}: both were tried");
        }
    }
}

#[tokio::test]
async fn two_streams_are_read_side_by_side_by_select() {
    let service = Service::pending(3);
    let mut one = service.list_paginator(Input::default()).items();
    let mut other = service.list_lent_paginator(Input::default()).items();
    let (mut from_one, mut from_other) = (Vec::new(), Vec::new());
    loop {
        tokio::select! {
            Some(item) = one.next() => from_one.push(item.unwrap()),
            Some(item) = other.next() => from_other.push(item.unwrap()),
            else => break,
        }
    }
    assert_eq!((&from_one[..], &from_other[..]), (&ALL[..], &ALL[..]));
    assert_eq!(service.requests(), 8);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_tasks_list_over_one_client() {
    let service = Arc::new(Service::pending(2));
    let read = |service: Arc<Service>| async move {
        for _ in 0..200 {
            let items = service.list_paginator(Input::default()).items().try_collect::<Vec<_>>();
            assert_eq!(items.await.unwrap(), ALL);
        }
    };
    let tasks = [tokio::spawn(read(Arc::clone(&service))), tokio::spawn(read(Arc::clone(&service)))];
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!((service.requests(), service.in_flight()), (2 * 200 * 4, 0));
}

#[tokio::test(start_paused = true)]
async fn a_timeout_around_next_loses_nothing() {
    let service = Service::slow(Duration::from_secs(10));
    let mut items = service.list_paginator(Input::default()).items();
    let began = Instant::now();
    let mut timeouts = 0;
    assert_read!(
        service,
        given,
        match timeout(Duration::from_secs(3), items.next()).await {
            Ok(item) => item.map(|item| given.push(item.unwrap())).is_some(),
            Err(_) => {
                timeouts += 1;
                true
            }
        }
    );
    // Three before the first page, three before the second, and six before the fourth, for the third is empty.
    assert_eq!(timeouts, 12);
    assert_eq!(began.elapsed().as_secs(), 40, "a request goes on while nobody waits for it");
}

/// The one that polls last is the one that is woken.
#[tokio::test(start_paused = true)]
async fn a_stream_with_a_request_under_way_goes_to_another_task() {
    let service: &'static Service = Box::leak(Box::new(Service::slow(Duration::from_secs(10))));
    let mut items = service.list_paginator(Input::default()).items();
    assert!(timeout(Duration::from_secs(1), items.next()).await.is_err());
    let rest = tokio::spawn(async move { items.map(Result::unwrap).collect::<Vec<_>>().await });
    assert_eq!(rest.await.unwrap(), ALL);
    assert_eq!(service.requests(), 4);
}

#[tokio::test]
async fn a_stream_that_is_dropped_ends_its_request() {
    let service = Service::pending(3);
    let mut items = service.list_paginator(Input::default()).items();
    assert!(poll(items.next(), 2).is_pending());
    assert_eq!(service.in_flight(), 1);
    let token = items.resume_token().unwrap();
    drop(items);
    assert_eq!(service.in_flight(), 0);
    let rest = service.list_paginator(Input::default()).starting_token(token).items().try_collect::<Vec<_>>();
    assert_eq!(rest.await.unwrap(), ALL);
}

/// What was collected goes with the future.
#[tokio::test(start_paused = true)]
async fn the_full_result_under_a_timeout_is_all_or_nothing() {
    let service = Service::slow(Duration::from_secs(10));
    let full = service.list_paginator(Input::default()).full_result();
    assert!(timeout(Duration::from_secs(39), full).await.is_err());
    assert_eq!((service.requests(), service.in_flight()), (4, 0));
    let full = service.list_paginator(Input::default()).full_result();
    let full = timeout(Duration::from_secs(41), full).await.unwrap().unwrap();
    assert_eq!(full.output.items, ALL);
}
