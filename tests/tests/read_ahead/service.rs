//! A service whose lists are the numbers from 0 on, with responses that take time on tokio's clock.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use paginated::{Page, paginated};
use paginated_tests::fixture::Throttled;

#[derive(Clone, Debug, Default)]
pub struct Input {
    pub page: u64,
    pub offset: u64,
    pub token: Option<String>,
    pub limit: Option<u64>,
}

#[derive(Clone, Debug, Default, Page)]
pub struct Output {
    pub items: Vec<u64>,
    pub total_items: Option<u64>,
    pub total_pages: Option<u64>,
    pub more: Option<bool>,
    next: Option<String>,
}

/// The behavior of the service, and what it saw.
#[derive(Debug, Default)]
pub struct State {
    /// The number of items in the list.
    pub items: u64,
    /// The largest page.
    pub cap: u64,
    /// True if pages have the totals.
    pub has_totals: bool,
    /// True if pages have the flag.
    pub has_flag: bool,
    /// The latency of the page at an item, in milliseconds, instead of 10.
    pub latencies: HashMap<u64, u64>,
    /// The items whose pages fail, and the number of times that they do.
    pub failures: HashMap<u64, u32>,
    /// The first items of the pages that were requested.
    pub requests: Vec<u64>,
    pub in_flight: usize,
    pub most_in_flight: usize,
    /// The number of requests that were dropped before their response.
    pub cancelled: usize,
}

#[derive(Clone, Debug)]
pub struct Service(Arc<Mutex<State>>);

/// A request in flight.
struct InFlight {
    service: Service,
    is_answered: bool,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        let mut state = self.service.state();
        state.in_flight -= 1;
        state.cancelled += usize::from(!self.is_answered);
    }
}

impl Service {
    /// A service with pages of up to 10 items.
    pub fn new(items: u64) -> Self {
        Self(Arc::new(Mutex::new(State { items, cap: 10, ..State::default() })))
    }

    pub fn with(self, change: impl FnOnce(&mut State)) -> Self {
        change(&mut self.state());
        self
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub fn requests(&self) -> Vec<u64> {
        self.state().requests.clone()
    }

    #[paginated(
        page_number = "page",
        start = 1,
        limit_key = "limit",
        total_pages = "totalPages",
        more_results = "more",
        result_key = "items"
    )]
    pub async fn by_page(&self, input: Input) -> Result<Output, Throttled> {
        let size = self.page_size(input.limit);
        self.respond((input.page - 1) * size, input.limit).await
    }

    #[paginated(
        page_number = "page",
        start = 1,
        limit_key = "limit",
        total_items = "totalItems",
        result_key = "items",
        end_on = "short_page"
    )]
    pub async fn by_page_until_short(&self, input: Input) -> Result<Output, Throttled> {
        let size = self.page_size(input.limit);
        self.respond((input.page - 1) * size, input.limit).await
    }

    #[paginated(offset = "offset", limit_key = "limit", total_items = "totalItems", result_key = "items")]
    pub async fn by_offset(&self, input: Input) -> Result<Output, Throttled> {
        self.respond(input.offset, input.limit).await
    }

    #[paginated(offset = "offset", limit_key = "limit", total_items = "totalItems", result_key = "items")]
    pub async fn by_offset_ref(&self, input: &Input) -> Result<Output, Throttled> {
        self.respond(input.offset, input.limit).await
    }

    #[paginated(page_number = "page", start = 1, limit_key = "limit", result_key = "items")]
    pub async fn by_page_mut(&mut self, input: Input) -> Result<Output, Throttled> {
        let size = self.page_size(input.limit);
        self.respond((input.page - 1) * size, input.limit).await
    }

    #[paginated(input_token = "token", output_token = "next", limit_key = "limit", result_key = "items")]
    pub async fn by_token(&self, input: Input) -> Result<Output, Throttled> {
        self.respond(input.token.map_or(0, |token| token.parse().unwrap()), input.limit).await
    }

    fn page_size(&self, limit: Option<u64>) -> u64 {
        let cap = self.state().cap;
        limit.unwrap_or(cap).min(cap)
    }

    /// Responds with the page that begins at an item.
    async fn respond(&self, start: u64, limit: Option<u64>) -> Result<Output, Throttled> {
        let latency = {
            let mut state = self.state();
            state.requests.push(start);
            state.in_flight += 1;
            state.most_in_flight = state.most_in_flight.max(state.in_flight);
            Duration::from_millis(state.latencies.get(&start).copied().unwrap_or(10))
        };
        let mut in_flight = InFlight { service: self.clone(), is_answered: false };
        tokio::time::sleep(latency).await;
        in_flight.is_answered = true;
        let size = self.page_size(limit);
        let mut state = self.state();
        if let Some(left @ 1..) = state.failures.get_mut(&start) {
            *left -= 1;
            return Err(Throttled);
        }
        let end = (start + size).min(state.items);
        Ok(Output {
            items: (start..end.max(start)).collect(),
            total_items: state.has_totals.then_some(state.items),
            total_pages: state.has_totals.then_some(state.items.div_ceil(size)),
            more: state.has_flag.then_some(end < state.items),
            next: (end < state.items).then(|| end.to_string()),
        })
    }
}
