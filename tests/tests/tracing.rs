//! What the feature `tracing` tells of a listing.
//!
//! `cargo test -p paginated-tests --features tracing --test tracing`

use std::io::Write;
use std::sync::{Arc, Mutex};

use paginated_tests::script::{Client, ListInput, Throttled, page};
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

#[tokio::test]
async fn a_span_for_the_listing_and_an_event_for_each_page() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::NEW)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let client = Client::new([page([1, 2], Some("secret")), Err(Throttled), page([3], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    while items.next().await.is_some() {}
    items.retry();
    while items.next().await.is_some() {}

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
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
