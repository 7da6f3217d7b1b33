//! What `prefetch()` gains: a listing over HTTP on this machine, where the service takes 5 ms for a page, and so does the
//! work on its items.

use std::error::Error;
use std::time::{Duration, Instant};

use axum::extract::Path;
use axum::routing::get;
use axum::{Json, Router};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use paginated::{Page, paginated};
use paginated_benches::readme;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::time::sleep;

const SERVICE: Duration = Duration::from_millis(5);
const WORK: Duration = Duration::from_millis(5);
const PAGES: u64 = 100;
const ROWS: u32 = 5;
/// The shortest time of so many counts: others may have the processor in between.
const TURNS: usize = 5;

type Failure = Box<dyn Error + Send + Sync>;

#[derive(Clone)]
struct Input {
    next_token: u64,
}

#[derive(Serialize, Deserialize, Page)]
struct Output {
    rows: Vec<u32>,
    next_token: u64,
}

async fn page(Path(token): Path<u64>) -> Json<Output> {
    sleep(SERVICE).await;
    let next_token = if token + 1 < PAGES { token + 1 } else { 0 };
    Json(Output { rows: (0..ROWS).collect(), next_token })
}

struct Service {
    client: Client<HttpConnector, Empty<&'static [u8]>>,
    address: String,
}

impl Service {
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        let answer = self.client.get(format!("{}/{}", self.address, input.next_token).parse()?).await?;
        Ok(serde_json::from_slice(&answer.into_body().collect().await?.to_bytes())?)
    }
}

/// Work that waits, on each page.
macro_rules! pages {
    ($paginator:expr) => {{
        let mut pages = $paginator.pages();
        while let Some(page) = pages.next().await {
            page.expect("a page");
            sleep(WORK).await;
        }
    }};
}

/// Work that has the thread, on each item.
macro_rules! items {
    ($paginator:expr) => {{
        let mut items = $paginator.items();
        while let Some(item) = items.next().await {
            item.expect("an item");
            std::thread::sleep(WORK / ROWS);
        }
    }};
}

async fn timed(listing: impl Future<Output = ()>, shortest: &mut Duration) {
    let began = Instant::now();
    listing.await;
    *shortest = began.elapsed().min(*shortest);
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("its address"));
    tokio::spawn(axum::serve(listener, Router::new().route("/{token}", get(page))).into_future());

    let service = Service { client: Client::builder(TokioExecutor::new()).build_http(), address };
    let begin = || service.list_paginator(Input { next_token: 0 });
    let [mut pages, mut pages_ahead, mut items, mut items_ahead] = [Duration::MAX; 4];
    for _ in 0..TURNS {
        timed(async { pages!(begin()) }, &mut pages).await;
        timed(async { pages!(begin().prefetch()) }, &mut pages_ahead).await;
        timed(async { items!(begin()) }, &mut items).await;
        timed(async { items!(begin().prefetch()) }, &mut items_ahead).await;
    }
    let row = |what: &str, without: Duration, with: Duration| {
        vec![what.to_owned(), format!("{:.2} ×", without.as_secs_f64() / with.as_secs_f64())]
    };
    let head = ["5 ms of service and 5 ms of work a page", "throughput by `prefetch()`"];
    readme::put(
        "read_ahead",
        &readme::table(&[
            head.map(str::to_owned).to_vec(),
            row("`pages()`, and work that waits", pages, pages_ahead),
            row("`items()`, and work that has the thread", items, items_ahead),
        ]),
    );
}
