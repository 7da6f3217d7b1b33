//! A listing streamed out by a web handler, as one line of JSON for each session.
//!
//! No page is asked for before the reader took the last one, so a reader that is slow makes the listing slow, and the
//! handler's memory is one page; a reader that goes away ends it. `cargo run --example axum_handler` starts an `AppStream`
//! service and the handler, reads a little of what it gives, and tells how much was listed for that.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::thread;
use std::time::Duration;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use futures::{StreamExt, TryStreamExt, stream};
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use serde_json::json;
use tokio::net::TcpListener;

/// The paginator owns its request, so it may live as long as the answer does.
#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

/// Streams the sessions of a stack and fleet.
///
/// A listing whose first page fails is an error of this handler's. One that fails later breaks the connection, so that
/// nobody takes a part of it for the whole.
pub(crate) async fn sessions(
    State(client): State<Client>,
    Path((stack, fleet)): Path<(String, String)>,
) -> Result<impl IntoResponse, (StatusCode, String)> {
    let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
    let mut pages = describe_sessions_paginator(request).page_size(50).pages();
    let first = pages.try_next().await;
    let first = first.map_err(|error| (StatusCode::BAD_GATEWAY, sdk::explain("DescribeSessions", &error)))?;
    let lines = stream::iter(first.map(Ok)).chain(pages).map_ok(|page| lines(&page));
    Ok(([(CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)))
}

fn lines(page: &DescribeSessionsOutput) -> String {
    let line = |session: &Session| format!("{}\n", json!({ "Id": session.id(), "UserId": session.user_id() }));
    page.sessions().iter().map(line).collect()
}

/// The handler, behind its route.
pub(crate) fn app(client: Client) -> Router {
    Router::new().route("/sessions/{stack}/{fleet}", get(sessions)).with_state(client)
}

/// Reads so many lines, waits a second, and closes the connection.
fn read(url: &str, count: usize) -> Result<(), Box<dyn Error + Send + Sync>> {
    let answer = ureq::get(url).call()?;
    let mut lines = BufReader::new(answer.into_body().into_reader()).lines();
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
    let serving = tokio::spawn(axum::serve(listener, app(sdk::client(service.url()))).into_future());

    tokio::task::spawn_blocking(move || read(&url, 10)).await??;
    // What the buffers on the way hold, and no more.
    eprintln!("for 10 of 100000 sessions, {} of 2000 pages were asked for", service.requests());
    serving.abort();
    Ok(())
}
