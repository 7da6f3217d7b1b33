//! The spans and events of the feature `tracing`.
//!
//! `cargo test -p paginated-tests --features tracing --test tracing`

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures::StreamExt;
use paginated::{Error, paginated};
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
    /// Records everything until the guard is dropped.
    fn start() -> (Self, DefaultGuard) {
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

    fn contents(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn a_listing_has_one_span_and_each_page_an_event() {
    let (log, _guard) = Log::start();
    let client = Client::new([page([1, 2], Some("secret")), Err(Throttled), page([3], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    while items.next().await.is_some() {}
    items.retry();
    while items.next().await.is_some() {}

    let log = log.contents();
    assert_eq!(log.matches(": new").count(), 1, "expected one span:\n{log}");
    assert_eq!(log.matches("paginated{operation=\"list\"}").count(), 4, "{log}");
    for event in
        ["page=1 items=2", "request failed operation=\"list\" page=2", "page=2 items=1", "more=true", "more=false"]
    {
        assert_eq!(log.matches(event).count(), 1, "{event}:\n{log}");
    }
    assert_eq!(log.matches("elapsed=").count(), 3, "{log}");
    assert!(!log.contains("secret"), "unexpected token:\n{log}");
}

/// The request succeeded, and its response lacks its data.
#[test]
fn the_event_of_a_rejected_response_differs_from_that_of_a_request_that_failed() {
    #[derive(Clone, Default)]
    struct Input {
        token: Option<String>,
    }
    struct Data {
        items: Vec<u32>,
        token: Option<String>,
    }
    struct Response {
        data: Option<Data>,
    }

    #[paginated(input_token = token, output_token = data.token, result_key = data.items, item = u32)]
    fn list(_: Input) -> Result<Response, Throttled> {
        let data = Some(Data { items: vec![1], token: None });
        Ok(Response { data: data.filter(|data| data.items.is_empty()) })
    }

    let (log, _guard) = Log::start();
    assert!(matches!(list_paginator(Input::default()).items().next(), Some(Err(Error::MissingData(_)))));
    let log = log.contents();
    assert!(log.contains("response rejected operation=\"list\" page=1") && !log.contains("request failed"), "{log}");
}

/// The time includes the pauses between the polls of the request.
#[test]
fn the_elapsed_time_is_the_duration_of_the_request() {
    let (log, _guard) = Log::start();
    let client = Client::new([page([1], None)]).pending(1);
    let mut items = client.list_paginator(ListInput::default()).items();
    let mut context = Context::from_waker(Waker::noop());
    assert!(items.poll_next_unpin(&mut context).is_pending());
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(items.poll_next_unpin(&mut context), Poll::Ready(Some(Ok(1))));
    let log = log.contents();
    let elapsed = log.split("elapsed=").nth(1).and_then(|rest| rest.split(' ').next()).expect(&log);
    assert!(!elapsed.ends_with("\u{b5}s") && !elapsed.ends_with("ns"), "{elapsed}");
}
