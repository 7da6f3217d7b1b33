//! The example's handler: what it streams, what it asks for meanwhile, and how it fails.

#[path = "../axum_handler.rs"]
#[allow(dead_code, reason = "it is an example, with a `main`")]
mod example;
mod process;

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use futures::{StreamExt, TryStreamExt};
use paginated_examples::sdk;
use paginated_examples::service::{Server, Service, serve};
use process::{run, text};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;

async fn start(sessions: usize) -> Server {
    serve(Service::new().with_sessions("big", "fleet", sessions), "127.0.0.1:0").await.expect("a free port")
}

/// What the handler answers.
async fn answer(server: &Server, stack: &str) -> (StatusCode, Body) {
    let client = sdk::without_retries(&sdk::client(server.url()), Duration::from_mins(1));
    let path = Path((stack.to_owned(), "fleet".to_owned()));
    let (head, body) = example::sessions(State(client), path).await.into_response().into_parts();
    (head.status, body)
}

fn ids(chunk: &Bytes) -> Vec<String> {
    let id =
        |line: &str| serde_json::from_str::<Value>(line).expect("a line of JSON")["Id"].as_str().map(str::to_owned);
    text(chunk).lines().map(|line| id(line).expect("an id")).collect()
}

#[tokio::test]
async fn no_page_is_asked_for_before_the_last_one_was_taken() {
    let server = start(220).await;
    let (status, body) = answer(&server, "big").await;
    assert_eq!((status, server.requests()), (StatusCode::OK, 1));
    let mut chunks = body.into_data_stream();
    let mut listed = Vec::new();
    let mut taken = 0;
    while let Some(chunk) = chunks.next().await {
        taken += 1;
        listed.extend(ids(&chunk.expect("a page")));
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(server.requests(), taken);
    }
    assert_eq!(taken, 5);
    let expected: Vec<_> = server.service().sessions("big", "fleet").map(|session| session.id).collect();
    assert_eq!(listed, expected);
}

#[tokio::test]
async fn a_listing_that_fails_is_told_while_it_can_be() {
    let server = start(120).await;
    let (status, body) = answer(&server, "unknown").await;
    let told: Vec<Bytes> = body.into_data_stream().try_collect().await.expect("a text");
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert_eq!(text(&told.concat()), "DescribeSessions: ResourceNotFoundException: Stack unknown does not exist");

    let (status, body) = answer(&server, "big").await;
    server.stop().await;
    let chunks: Vec<_> = body.into_data_stream().collect().await;
    let kinds: Vec<_> = chunks.iter().map(Result::is_ok).collect();
    assert_eq!((status, kinds), (StatusCode::OK, vec![true, false]), "the first page, and then no end but an error");
}

/// What the sockets hold back, at least.
const SMALL: u32 = 16 * 1024;

/// How many pages were asked for, when that grows no more.
async fn settled(server: &Server) -> u64 {
    let mut before = 0;
    while before < server.requests() {
        before = server.requests();
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    before
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_waits_holds_the_listing_up() {
    let server = start(100_000).await;
    let listening = TcpSocket::new_v4().expect("a socket");
    listening.set_send_buffer_size(SMALL).expect("a buffer");
    listening.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let listener = listening.listen(1).expect("a listener");
    let addr = listener.local_addr().expect("its address");
    let serving = tokio::spawn(axum::serve(listener, example::app(sdk::client(server.url()))).into_future());

    let reader = TcpSocket::new_v4().expect("a socket");
    reader.set_recv_buffer_size(SMALL).expect("a buffer");
    let mut reader = reader.connect(addr).await.expect("the handler");
    reader.write_all(b"GET /sessions/big/fleet HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("sent");
    reader.read_exact(&mut [0; 1024]).await.expect("the beginning of an answer");
    let held = settled(&server).await;
    println!("{held} of 2000 pages are in the buffers on the way");
    assert!(held < 1_000, "{held} pages for one kilobyte");

    // Whoever reads on, gets on.
    reader.read_exact(&mut vec![0; 1024 * 1024]).await.expect("more of it");
    let went_on = settled(&server).await;
    assert!(held < went_on && went_on < 1_500, "{went_on} pages");

    // Whoever goes away, ends it.
    drop(reader);
    let ended = settled(&server).await;
    assert!(ended < 2_000, "{ended} pages for a reader that went away");
    serving.abort();
}

#[test]
fn it_reads_from_itself_and_ends() {
    let output = run("axum_handler", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), 10);
    assert!(text(&output.stderr).starts_with("for 10 of 100000 sessions, "));
}
