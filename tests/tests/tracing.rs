//! What the feature `tracing` tells of a listing.
//!
//! `cargo test -p paginated-tests --features tracing --test tracing`

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures::StreamExt;
use paginated_tests::fixture::{Client, ListInput, Throttled, page};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::format::FmtSpan;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Everything that is told until the guard is dropped.
    fn begin() -> (Self, DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::NEW)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn a_span_for_the_listing_and_an_event_for_each_page() {
    let (log, _guard) = Log::begin();
    let client = Client::new([page([1, 2], Some("secret")), Err(Throttled), page([3], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    while items.next().await.is_some() {}
    items.retry();
    while items.next().await.is_some() {}

    let log = log.text();
    assert_eq!(log.matches(": new").count(), 1, "one span:\n{log}");
    assert_eq!(log.matches("paginated{operation=\"list\"}").count(), 4, "{log}");
    for event in
        ["page=1 items=2", "request failed operation=\"list\" page=2", "page=2 items=1", "more=true", "more=false"]
    {
        assert_eq!(log.matches(event).count(), 1, "{event}:\n{log}");
    }
    assert_eq!(log.matches("elapsed=").count(), 3, "{log}");
    assert!(!log.contains("secret"), "no token:\n{log}");
}

/// From the request to its answer, however often it was polled between the two.
#[test]
fn the_time_is_that_of_the_request() {
    let (log, _guard) = Log::begin();
    let client = Client::new([page([1], None)]).pending(1);
    let mut items = client.list_paginator(ListInput::default()).items();
    let mut context = Context::from_waker(Waker::noop());
    assert!(items.poll_next_unpin(&mut context).is_pending());
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(items.poll_next_unpin(&mut context), Poll::Ready(Some(Ok(1))));
    let log = log.text();
    let elapsed = log.split("elapsed=").nth(1).and_then(|rest| rest.split(' ').next()).expect(&log);
    assert!(!elapsed.ends_with("\u{b5}s") && !elapsed.ends_with("ns"), "{elapsed}");
}
