//! Requests in flight wake the task that polls the stream, and are polled when they were woken.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use futures::Stream;
use paginated::{Page, paginated};
use std::future::poll_fn;
use std::pin::Pin;

#[derive(Clone)]
struct Input {
    page: usize,
}

#[derive(Page, Debug)]
struct Output {
    items: Vec<usize>,
    pages: usize,
}

/// A response that arrives when the test says so.
#[derive(Default)]
struct Response {
    has_arrived: bool,
    waker: Option<Waker>,
    polls: usize,
}

/// A service of six pages of two items.
#[derive(Default)]
struct Service {
    responses: Mutex<[Response; 7]>,
}

impl Service {
    #[paginated(page_number = "page", start = 1, total_pages = "pages", result_key = "items")]
    async fn list(&self, input: Input) -> Result<Output, std::io::Error> {
        poll_fn(|cx| {
            let response = &mut self.responses.lock().unwrap()[input.page];
            response.polls += 1;
            response.waker = Some(cx.waker().clone());
            if response.has_arrived { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        Ok(Output { items: vec![input.page * 2, input.page * 2 + 1], pages: 6 })
    }

    /// Lets a response arrive, and wakes its request.
    fn arrive(&self, page: usize) {
        let waker = {
            let response = &mut self.responses.lock().unwrap()[page];
            response.has_arrived = true;
            response.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Wakes a request whose response has not arrived.
    fn wake(&self, page: usize) {
        let waker = self.responses.lock().unwrap()[page].waker.clone();
        waker.expect("the request was polled").wake();
    }

    fn polls(&self) -> Vec<usize> {
        self.responses.lock().unwrap().iter().map(|response| response.polls).collect()
    }
}

/// A task that counts how often it is woken.
#[derive(Default)]
struct Task(AtomicUsize);

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Task {
    fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }

    fn poll<S: Stream + Unpin>(self: &Arc<Self>, stream: &mut S) -> Poll<Option<S::Item>> {
        Pin::new(stream).poll_next(&mut Context::from_waker(&self.clone().into()))
    }
}

fn item(poll: Poll<Option<Result<usize, paginated::Error<std::io::Error>>>>) -> Poll<usize> {
    poll.map(|item| item.expect("an item").expect("no error"))
}

#[test]
fn each_request_wakes_the_task_and_only_woken_requests_are_polled() {
    let service = Service::default();
    let task = Arc::new(Task::default());
    let mut items = service.list_paginator(Input { page: 0 }).prefetch(4).items();
    service.arrive(1);
    assert_eq!(item(task.poll(&mut items)), Poll::Ready(2));
    assert_eq!(service.polls(), [0, 1, 1, 1, 1, 1, 0]);
    // A request after the next one wakes the task, and is polled although another item is ready.
    assert_eq!(task.take(), 0);
    service.wake(4);
    assert_eq!(task.take(), 1);
    assert_eq!(item(task.poll(&mut items)), Poll::Ready(3));
    // The next page is polled by each item, as without further pages.
    assert_eq!(service.polls(), [0, 1, 2, 1, 2, 1, 0]);
    // While page 2 is awaited, page 6 is requested too.
    assert!(item(task.poll(&mut items)).is_pending());
    assert_eq!(service.polls(), [0, 1, 3, 1, 2, 1, 1]);
    for page in [6, 5, 4, 3] {
        service.arrive(page);
        assert_eq!(task.take(), 1, "page {page}");
        assert!(item(task.poll(&mut items)).is_pending());
    }
    let polls = service.polls();
    service.arrive(2);
    assert_eq!(task.take(), 1);
    for expected in 4..14 {
        assert_eq!(item(task.poll(&mut items)), Poll::Ready(expected));
    }
    assert_eq!(service.polls()[3..], polls[3..], "a response that arrived is not polled again");
    assert!(matches!(task.poll(&mut items), Poll::Ready(None)));
}

#[test]
fn a_stream_that_moves_to_another_task_wakes_that_task() {
    let service = Service::default();
    let [first, second] = [Arc::new(Task::default()), Arc::new(Task::default())];
    let mut items = service.list_paginator(Input { page: 0 }).prefetch(4).items();
    service.arrive(1);
    assert_eq!(item(first.poll(&mut items)), Poll::Ready(2));
    assert_eq!(item(second.poll(&mut items)), Poll::Ready(3));
    for page in 2..=5 {
        service.wake(page);
        assert_eq!((first.take(), second.take()), (0, 1), "page {page}");
        assert!(item(second.poll(&mut items)).is_pending());
    }
}

#[test]
fn a_request_that_becomes_the_next_one_still_wakes_the_task() {
    let service = Service::default();
    let task = Arc::new(Task::default());
    let mut pages = service.list_paginator(Input { page: 0 }).prefetch(2).pages();
    service.arrive(1);
    assert!(matches!(task.poll(&mut pages), Poll::Ready(Some(Ok(_)))));
    service.arrive(2);
    task.take();
    assert!(matches!(task.poll(&mut pages), Poll::Ready(Some(Ok(_)))));
    // Page 3 was requested ahead, and is now the next page.
    service.wake(3);
    assert_eq!(task.take(), 1);
    assert!(task.poll(&mut pages).is_pending());
    service.arrive(3);
    assert_eq!(task.take(), 1);
    assert!(matches!(task.poll(&mut pages), Poll::Ready(Some(Ok(_)))));
}

#[test]
fn items_wait_for_the_first_request_without_a_prefetched_page() {
    let service = Service::default();
    let task = Arc::new(Task::default());
    let mut items = service.list_paginator(Input { page: 0 }).prefetch(4).items();
    assert!(item(task.poll(&mut items)).is_pending());
    assert_eq!(service.polls(), [0, 1, 0, 0, 0, 0, 0]);
    service.arrive(1);
    assert_eq!(task.take(), 1);
}
