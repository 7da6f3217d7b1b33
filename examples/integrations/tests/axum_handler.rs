//! Tests of the streaming handler.

#[path = "../axum_handler.rs"]
#[allow(dead_code, reason = "`main` is not called")]
mod example;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, TryStreamExt};
use paginated_examples::process::{run, text};
use paginated_examples::sdk;
use paginated_examples::service::{Server, Service, serve};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;

async fn start_service(sessions: usize) -> Server {
    serve(Service::new().with_sessions("big", "fleet", sessions), "127.0.0.1:0").await.expect("a free port")
}

/// Calls the handler directly.
async fn call_handler(server: &Server, stack: &str) -> (StatusCode, Body) {
    let client = sdk::without_retries(&sdk::client(server.url()), Duration::from_mins(1));
    let path = Path((stack.to_owned(), "fleet".to_owned()));
    let (head, body) = example::stream_sessions(State(client), path).await.into_response().into_parts();
    (head.status, body)
}

fn ids(chunk: &Bytes) -> Vec<String> {
    let id =
        |line: &str| serde_json::from_str::<Value>(line).expect("a line of JSON")["Id"].as_str().map(str::to_owned);
    text(chunk).lines().map(|line| id(line).expect("an id")).collect()
}

#[tokio::test]
async fn a_page_is_requested_only_after_the_previous_one_was_read() {
    let server = start_service(220).await;
    let (status, body) = call_handler(&server, "big").await;
    assert_eq!((status, server.requests()), (StatusCode::OK, 1));
    let mut chunks = body.into_data_stream();
    let mut listed = Vec::new();
    let mut pages_read = 0;
    while let Some(chunk) = chunks.next().await {
        pages_read += 1;
        listed.extend(ids(&chunk.expect("a page")));
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(server.requests(), pages_read);
    }
    assert_eq!(pages_read, 5);
    let expected: Vec<_> = server.service().sessions("big", "fleet").map(|session| session.id).collect();
    assert_eq!(listed, expected);
}

#[tokio::test]
async fn an_error_on_the_first_page_is_a_response_and_a_later_error_breaks_the_body() {
    let server = start_service(120).await;
    let (status, body) = call_handler(&server, "unknown").await;
    let message: Vec<Bytes> = body.into_data_stream().try_collect().await.expect("an error message");
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert_eq!(text(&message.concat()), "DescribeSessions: ResourceNotFoundException: Stack unknown does not exist");

    let (status, body) = call_handler(&server, "big").await;
    server.stop().await;
    let chunks: Vec<_> = body.into_data_stream().collect().await;
    let chunks_ok: Vec<_> = chunks.iter().map(Result::is_ok).collect();
    assert_eq!((status, chunks_ok), (StatusCode::OK, vec![true, false]), "expected one page and then an error");
}

/// The size of the socket buffers, so that little is buffered.
const BUFFER_BYTES: u32 = 16 * 1024;

/// Waits until no more requests arrive, and returns their number.
async fn settled_requests(server: &Server) -> u64 {
    let mut before = 0;
    while before < server.requests() {
        before = server.requests();
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    before
}

/// Sets its flag when it is dropped.
struct SetOnDrop(Arc<AtomicBool>);

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Returns the response with a body that owns `guard`.
fn with_guard(response: Response, guard: SetOnDrop) -> Response {
    response.map(|body| {
        let chunks = body.into_data_stream().inspect(move |_| {
            let _owned = &guard;
        });
        Body::from_stream(chunks)
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_reader_pauses_the_listing_and_a_disconnect_ends_it() {
    let server = start_service(100_000).await;
    let listening = TcpSocket::new_v4().expect("a socket");
    listening.set_send_buffer_size(BUFFER_BYTES).expect("a buffer size");
    listening.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let listener = listening.listen(1).expect("a listener");
    let addr = listener.local_addr().expect("a local address");
    let body_dropped = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&body_dropped);
    let add_guard = move |response| {
        let guard = SetOnDrop(Arc::clone(&flag));
        async move { with_guard(response, guard) }
    };
    let router = example::router(sdk::client(server.url())).layer(map_response(add_guard));
    let serving = tokio::spawn(axum::serve(listener, router).into_future());

    let reader = TcpSocket::new_v4().expect("a socket");
    reader.set_recv_buffer_size(BUFFER_BYTES).expect("a buffer size");
    let mut reader = reader.connect(addr).await.expect("a connection");
    reader.write_all(b"GET /sessions/big/fleet HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("a sent request");
    reader.read_exact(&mut [0; 1024]).await.expect("the start of the response");
    let buffered = settled_requests(&server).await;
    println!("{buffered} of 2000 pages were requested for one kilobyte");
    assert!(buffered < 1_000, "{buffered} pages were requested for one kilobyte");

    // Reading more resumes the listing.
    reader.read_exact(&mut vec![0; 1024 * 1024]).await.expect("more of the response");
    let resumed = settled_requests(&server).await;
    assert!(buffered < resumed && resumed < 1_500, "{resumed} pages were requested for one megabyte");

    // Disconnecting ends the listing.
    assert!(!body_dropped.load(Ordering::Relaxed));
    drop(reader);
    let ended = settled_requests(&server).await;
    assert!(ended < 2_000, "{ended} pages were requested although the reader disconnected");
    assert!(body_dropped.load(Ordering::Relaxed), "the listing is paused forever");
    serving.abort();
}

#[test]
fn the_example_reads_ten_lines_and_exits() {
    let output = run("axum_handler", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), 10);
    let pages = text(&output.stderr).trim_end().strip_prefix("read 10 of 100000 sessions, requested ");
    let pages = pages.and_then(|rest| rest.strip_suffix(" of 2000 pages")?.parse::<u64>().ok());
    assert!(pages.is_some_and(|pages| pages < 2_000), "{}", text(&output.stderr));
}
