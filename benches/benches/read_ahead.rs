//! Measures the throughput with `prefetch()`. The service is local and needs 5 ms per page, and so does the work on its
//! items.

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

const SERVICE_TIME: Duration = Duration::from_millis(5);
const WORK_TIME: Duration = Duration::from_millis(5);
const PAGES: u64 = 100;
const ROWS: u32 = 5;
/// The number of runs. The shortest time is used, because other processes can interrupt a run.
const RUNS: usize = 5;

type BoxError = Box<dyn Error + Send + Sync>;

#[derive(Clone)]
struct Input {
    next_token: u64,
}

#[derive(Serialize, Deserialize, Page)]
struct Output {
    rows: Vec<u32>,
    next_token: u64,
}

async fn get_page(Path(token): Path<u64>) -> Json<Output> {
    sleep(SERVICE_TIME).await;
    let next_token = if token + 1 < PAGES { token + 1 } else { 0 };
    Json(Output { rows: (0..ROWS).collect(), next_token })
}

struct Service {
    client: Client<HttpConnector, Empty<&'static [u8]>>,
    address: String,
}

impl Service {
    #[paginated(input_token = "NextToken", output_token = "NextToken", result_key = "Rows")]
    async fn list(&self, input: Input) -> Result<Output, BoxError> {
        let response = self.client.get(format!("{}/{}", self.address, input.next_token).parse()?).await?;
        Ok(serde_json::from_slice(&response.into_body().collect().await?.to_bytes())?)
    }
}

/// Lists pages and does asynchronous work on each.
macro_rules! list_pages {
    ($paginator:expr) => {{
        let mut pages = $paginator.pages();
        while let Some(page) = pages.next().await {
            page.expect("a page");
            sleep(WORK_TIME).await;
        }
    }};
}

/// Lists items and does blocking work on each.
macro_rules! list_items {
    ($paginator:expr) => {{
        let mut items = $paginator.items();
        while let Some(item) = items.next().await {
            item.expect("an item");
            std::thread::sleep(WORK_TIME / ROWS);
        }
    }};
}

async fn measure(listing: impl Future<Output = ()>, shortest: &mut Duration) {
    let start = Instant::now();
    listing.await;
    *shortest = start.elapsed().min(*shortest);
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("a local address"));
    tokio::spawn(axum::serve(listener, Router::new().route("/{token}", get(get_page))).into_future());

    let service = Service { client: Client::builder(TokioExecutor::new()).build_http(), address };
    let paginator = || service.list_paginator(Input { next_token: 0 });
    let [mut pages, mut pages_prefetched, mut items, mut items_prefetched] = [Duration::MAX; 4];
    for _ in 0..RUNS {
        measure(async { list_pages!(paginator()) }, &mut pages).await;
        measure(async { list_pages!(paginator().prefetch(1)) }, &mut pages_prefetched).await;
        measure(async { list_items!(paginator()) }, &mut items).await;
        measure(async { list_items!(paginator().prefetch(1)) }, &mut items_prefetched).await;
    }
    let row = |what: &str, without: Duration, with: Duration| {
        vec![what.to_owned(), format!("{:.2} ×", without.as_secs_f64() / with.as_secs_f64())]
    };
    let header = ["5 ms for the request and 5 ms for the work per page", "throughput with `prefetch()`"];
    readme::replace_section(
        "read_ahead",
        &readme::format_table(&[
            header.map(str::to_owned).to_vec(),
            row("`pages()` with asynchronous work", pages, pages_prefetched),
            row("`items()` with blocking work", items, items_prefetched),
        ]),
    );
}
