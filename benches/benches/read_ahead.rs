//! Measures the throughput of lists with `prefetch()`, relative to lists that request one page after another.
//!
//! The pages come over HTTP from a local service, or after a delay on tokio's paused clock, on which the time is exact.

use std::error::Error;
use std::fmt::Debug;
use std::pin::pin;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use futures::{Stream, StreamExt, TryStreamExt, stream};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use page_turner::prelude::*;
use paginated::{Page, paginated};
use paginated_benches::readme;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep};

const ROWS: u64 = 5;
/// The number of runs over HTTP, except for the long tail. The shortest time is used, because other processes can interrupt a
/// run.
const RUNS: usize = 3;
const WORK_TIME: Duration = Duration::from_millis(5);

type BoxError = Box<dyn Error + Send + Sync>;
type HttpClient = Client<HttpConnector, Empty<&'static [u8]>>;

/// The length of a list, and the time that the service needs for each page.
#[derive(Clone, Copy)]
struct Scenario {
    pages: u64,
    latency: fn(u64) -> Duration,
}

/// As long as the work on a page.
const WITH_WORK: Scenario = Scenario { pages: 100, latency: |_| WORK_TIME };
const EVEN: Scenario = Scenario { pages: 100, latency: |_| Duration::from_millis(20) };
/// One page in ten is slow.
const LONG_TAIL: Scenario =
    Scenario { pages: 400, latency: |page| Duration::from_millis(if page % 10 == 5 { 200 } else { 20 }) };

/// Pages are counted from 0.
#[derive(Clone, Default)]
struct Input {
    page: u64,
    offset: u64,
    token: u64,
}

#[derive(Serialize, Deserialize, Page)]
struct Output {
    rows: Vec<u64>,
    /// 0 on the last page.
    next_token: u64,
    total: u64,
}

impl Scenario {
    async fn respond(self, page: u64) -> Output {
        sleep((self.latency)(page)).await;
        let next_token = if page + 1 < self.pages { page + 1 } else { 0 };
        Output { rows: (page * ROWS..(page + 1) * ROWS).collect(), next_token, total: self.pages * ROWS }
    }
}

struct Service {
    scenario: Scenario,
    /// The HTTP client and the address. Without it, pages come from memory after the delay.
    http: Option<(HttpClient, String)>,
}

impl Service {
    fn in_memory(scenario: Scenario) -> Self {
        Self { scenario, http: None }
    }

    async fn over_http(scenario: Scenario) -> Self {
        let respond = async |State(scenario): State<Scenario>, Path(page)| Json(scenario.respond(page).await);
        let router = Router::new().route("/{page}", get(respond)).with_state(scenario);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("a local address"));
        tokio::spawn(axum::serve(listener, router).into_future());
        Self { scenario, http: Some((Client::builder(TokioExecutor::new()).build_http(), address)) }
    }

    async fn request(&self, page: u64) -> Result<Output, BoxError> {
        let Some((client, address)) = &self.http else { return Ok(self.scenario.respond(page).await) };
        let response = client.get(format!("{address}/{page}").parse()?).await?;
        Ok(serde_json::from_slice(&response.into_body().collect().await?.to_bytes())?)
    }

    #[paginated(input_token = "Token", output_token = "NextToken", result_key = "Rows")]
    async fn by_token(&self, input: Input) -> Result<Output, BoxError> {
        self.request(input.token).await
    }

    #[paginated(page_number = "Page", start = 0, total_items = "Total", result_key = "Rows")]
    async fn by_number(&self, input: Input) -> Result<Output, BoxError> {
        self.request(input.page).await
    }

    #[paginated(offset = "Offset", total_items = "Total", result_key = "Rows")]
    async fn by_offset(&self, input: Input) -> Result<Output, BoxError> {
        self.request(input.offset / ROWS).await
    }
}

/// A request of `page-turner`.
struct PageNumber(u64);

impl RequestAhead for PageNumber {
    fn next_request(&self) -> Self {
        Self(self.0 + 1)
    }
}

impl PageTurner<PageNumber> for Service {
    type PageItems = Vec<u64>;
    type PageError = BoxError;

    async fn turn_page(&self, PageNumber(page): PageNumber) -> TurnedPageResult<Self, PageNumber> {
        let output = self.request(page).await?;
        let next = (output.next_token != 0).then_some(PageNumber(output.next_token));
        Ok(TurnedPage::new(output.rows, next))
    }
}

#[derive(Clone, Copy)]
enum Listing {
    Sequential,
    PageNumber { prefetch: usize, limit: Option<usize> },
    Offset { prefetch: usize, limit: Option<usize> },
    Token,
    PagesAhead(usize),
    PagesAheadUnordered(usize),
    Buffered(usize),
}

impl Listing {
    fn name(self) -> String {
        let limited =
            |limit: Option<usize>| limit.map(|limit| format!(".concurrency_limit({limit})")).unwrap_or_default();
        match self {
            Self::Sequential => "without `prefetch`".to_owned(),
            Self::PageNumber { prefetch, limit } => format!("`prefetch({prefetch}){}`, page numbers", limited(limit)),
            Self::Offset { prefetch, limit } => format!("`prefetch({prefetch}){}`, offsets", limited(limit)),
            Self::Token => "`prefetch(1)`, tokens".to_owned(),
            Self::PagesAhead(n) => format!("`pages_ahead({n})` of `page-turner`"),
            Self::PagesAheadUnordered(n) => format!("`pages_ahead_unordered({n})` of `page-turner`"),
            Self::Buffered(n) => format!("`buffered({n})` of `futures`"),
        }
    }

    /// Lists all rows. `paginated` finds the end itself, and the other crates need the number of pages in advance.
    async fn run(self, service: &Service) {
        /// Sets the options of a paginator, and lists its rows.
        macro_rules! list {
            ($paginator:expr, $prefetch:expr, $limit:expr) => {{
                let paginator = $paginator.prefetch($prefetch).concurrency_limit($limit.unwrap_or(usize::MAX));
                sum(paginator.pages().map_ok(|page| page.rows)).await
            }};
        }
        let (pages, first) = (service.scenario.pages, PageNumber(0));
        let limit = Limit::Pages(pages as usize);
        let found = match self {
            Self::Sequential => {
                sum(service.by_number_paginator(Input::default()).pages().map_ok(|page| page.rows)).await
            }
            Self::PageNumber { prefetch, limit } => {
                list!(service.by_number_paginator(Input::default()), prefetch, limit)
            }
            Self::Offset { prefetch, limit } => list!(service.by_offset_paginator(Input::default()), prefetch, limit),
            Self::Token => list!(service.by_token_paginator(Input::default()), 1, None),
            Self::PagesAhead(n) => sum(service.pages_ahead(n, limit, first)).await,
            Self::PagesAheadUnordered(n) => sum(service.pages_ahead_unordered(n, limit, first)).await,
            Self::Buffered(n) => {
                let requests = stream::iter(0..pages).map(|page| service.request(page));
                sum(requests.buffered(n).map_ok(|page| page.rows)).await
            }
        };
        assert_eq!(found, (0..pages * ROWS).sum::<u64>(), "{} skipped rows", self.name());
    }
}

async fn sum<E: Debug>(pages: impl Stream<Item = Result<Vec<u64>, E>>) -> u64 {
    let mut pages = pin!(pages);
    let mut sum = 0;
    while let Some(rows) = pages.next().await {
        sum += rows.expect("a page").iter().sum::<u64>();
    }
    sum
}

async fn elapsed(listing: impl Future<Output = ()>) -> Duration {
    let start = Instant::now();
    listing.await;
    start.elapsed()
}

/// Measures the time of each listing over HTTP.
async fn measure_http(scenario: Scenario, runs: usize, listings: &[Listing]) -> Vec<Duration> {
    let service = Service::over_http(scenario).await;
    let mut shortest = vec![Duration::MAX; listings.len()];
    for _ in 0..runs {
        for (listing, shortest) in listings.iter().zip(&mut shortest) {
            *shortest = elapsed(listing.run(&service)).await.min(*shortest);
        }
    }
    shortest
}

/// Returns the time of each listing on the paused clock.
async fn measure_paused(scenario: Scenario, listings: &[Listing]) -> Vec<Duration> {
    let service = Service::in_memory(scenario);
    stream::iter(listings).then(|listing| elapsed(listing.run(&service))).collect().await
}

/// Counts the allocations per page in the middle of a list.
fn count_allocations(runtime: &Runtime, listing: Listing) -> f64 {
    let count = |pages| {
        let service = Service::in_memory(Scenario { pages, ..EVEN });
        allocation_counter::measure(|| runtime.block_on(listing.run(&service))).count_total
    };
    // The first list allocates what later ones reuse.
    count(1);
    let (fewer, more) = (count(200), count(600));
    more.saturating_sub(fewer) as f64 / 400.0
}

fn format_ratio(without: Duration, with: Duration) -> String {
    format!("{:.2} ×", without.as_secs_f64() / with.as_secs_f64())
}

/// Compares the listings in each scenario, and counts their allocations.
fn compare(runtime: &Runtime, paused: &Runtime) -> String {
    let mut listings = vec![Listing::Sequential];
    for prefetch in [8, 16] {
        let limit = None;
        listings.extend([Listing::PageNumber { prefetch, limit }, Listing::Offset { prefetch, limit }]);
        listings.extend([Listing::PagesAhead(prefetch), Listing::Buffered(prefetch)]);
    }
    let (prefetch, limit) = (64, Some(8));
    listings.extend([Listing::PageNumber { prefetch, limit }, Listing::Offset { prefetch, limit }]);
    listings.extend([Listing::PagesAheadUnordered(8), Listing::Token]);

    let columns = [
        runtime.block_on(measure_http(EVEN, RUNS, &listings)),
        paused.block_on(measure_paused(EVEN, &listings)),
        runtime.block_on(measure_http(LONG_TAIL, 1, &listings)),
        paused.block_on(measure_paused(LONG_TAIL, &listings)),
    ];
    let allocations = listings.iter().map(|&listing| count_allocations(paused, listing)).collect::<Vec<_>>();
    let header = [
        "throughput, relative to one request at a time",
        "20 ms per page, HTTP",
        "20 ms per page, paused clock",
        "long tail, HTTP",
        "long tail, paused clock",
        "more allocations per page",
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for (number, listing) in listings.iter().enumerate().skip(1) {
        let mut row = vec![listing.name()];
        row.extend(columns.iter().map(|times| format_ratio(times[0], times[number])));
        row.push(format!("{:.2}", allocations[number] - allocations[0]));
        rows.push(row);
    }
    readme::format_table(&rows)
}

/// Measures lists whose pages are worked on while the next one is requested.
async fn overlap_work() -> String {
    /// Lists pages and does asynchronous work on each.
    macro_rules! list_pages {
        ($paginator:expr) => {
            elapsed(async {
                let mut pages = $paginator.pages();
                while let Some(page) = pages.next().await {
                    page.expect("a page");
                    sleep(WORK_TIME).await;
                }
            })
            .await
        };
    }
    /// Lists items and does blocking work on each.
    macro_rules! list_items {
        ($paginator:expr) => {
            elapsed(async {
                let mut items = $paginator.items();
                while let Some(item) = items.next().await {
                    item.expect("an item");
                    std::thread::sleep(WORK_TIME / ROWS as u32);
                }
            })
            .await
        };
    }
    let service = Service::over_http(WITH_WORK).await;
    let paginator = || service.by_token_paginator(Input::default());
    let [mut pages, mut pages_prefetched, mut items, mut items_prefetched] = [Duration::MAX; 4];
    for _ in 0..RUNS {
        pages = list_pages!(paginator()).min(pages);
        pages_prefetched = list_pages!(paginator().prefetch(1)).min(pages_prefetched);
        items = list_items!(paginator()).min(items);
        items_prefetched = list_items!(paginator().prefetch(1)).min(items_prefetched);
    }
    let header = ["5 ms for the request and 5 ms for the work per page", "throughput with `prefetch(1)`, tokens"];
    let row = |name: &str, without, with| vec![name.to_owned(), format_ratio(without, with)];
    readme::format_table(&[
        header.map(str::to_owned).to_vec(),
        row("`pages()` with asynchronous work", pages, pages_prefetched),
        row("`items()` with blocking work", items, items_prefetched),
    ])
}

fn main() {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let paused = Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime");
    let compared = compare(&runtime, &paused);
    let overlapped = runtime.block_on(overlap_work());
    readme::replace_section("read_ahead", &format!("{compared}\n{overlapped}"));
}
