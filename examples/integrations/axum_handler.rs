//! Streams a list from an axum handler, as one line of JSON per session.
//!
//! The next page is requested when the connection accepts more data, so the handler keeps one page in memory. The
//! stream ends when the HTTP client disconnects.
//!
//! `cargo run -p paginated-integrations --example axum_handler` starts an `AppStream` service and the handler, reads a few
//! lines, and prints the number of pages that were requested for them.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::thread;
use std::time::Duration;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::operation::describe_sessions::DescribeSessionsOutput;
use aws_sdk_appstream::types::Session;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use futures::{StreamExt, TryStreamExt, stream};
use paginated_examples::operations::describe_sessions_paginator;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use serde_json::json;
use tokio::net::TcpListener;

/// Streams the sessions of a stack and fleet.
///
/// If the first page fails, the response is an error. If a later page fails, the connection is closed early, so that the
/// client does not mistake the incomplete list for a complete one.
pub(crate) async fn stream_sessions(
    State(client): State<Client>,
    Path((stack, fleet)): Path<(String, String)>,
) -> Result<impl IntoResponse, (StatusCode, String)> {
    let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
    // The paginator of a free function owns its request, so the response body can own the paginator.
    let mut pages = describe_sessions_paginator(request).page_size(50).pages();
    let first = pages.try_next().await;
    let first = first.map_err(|error| (StatusCode::BAD_GATEWAY, sdk::explain("DescribeSessions", &error)))?;
    let lines = stream::iter(first.map(Ok)).chain(pages).map_ok(|page| format_lines(&page));
    Ok(([(CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)))
}

fn format_lines(page: &DescribeSessionsOutput) -> String {
    let line = |session: &Session| format!("{}\n", json!({ "Id": session.id(), "UserId": session.user_id() }));
    page.sessions().iter().map(line).collect()
}

/// Creates the router with the handler.
pub(crate) fn router(client: Client) -> Router {
    Router::new().route("/sessions/{stack}/{fleet}", get(stream_sessions)).with_state(client)
}

/// Prints the first `count` lines, waits for a second, and closes the connection.
fn print_lines(url: &str, count: usize) -> Result<(), Box<dyn Error + Send + Sync>> {
    let response = ureq::get(url).call()?;
    let mut lines = BufReader::new(response.into_body().into_reader()).lines();
    for line in lines.by_ref().take(count) {
        println!("{}", line?);
    }
    thread::sleep(Duration::from_secs(1));
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let service = serve(Service::new().with_sessions("big", "fleet", 100_000), "127.0.0.1:0").await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/sessions/big/fleet", listener.local_addr()?);
    let serving = tokio::spawn(axum::serve(listener, router(sdk::client(service.url()))).into_future());

    tokio::task::spawn_blocking(move || print_lines(&url, 10)).await??;
    // The pages that were not printed are in the buffers of the connection.
    eprintln!("read 10 of 100000 sessions, requested {} of 2000 pages", service.requests());
    serving.abort();
    Ok(())
}
