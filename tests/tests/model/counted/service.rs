//! A service whose lists have no tokens.

use std::future::poll_fn;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use paginated::{Page, paginated};
use paginated_tests::fixture::Throttled;

/// The way to request a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The number of the first page.
    PageNumber(u32),
    /// The number of the first item.
    Offset(u32),
    Link,
}

/// The field of a page that tells how long the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Unknown,
    TotalItems,
    TotalPages,
    Flag,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Page,
    Failure,
    /// A page without the container of the items.
    NoData,
    /// The first items of the list, as if the position had been ignored.
    WrongPage,
}

#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub pending_polls: usize,
    pub outcome: Outcome,
}

/// The list, of the items 0, 1, 2, …, and the behavior of a service.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub style: Style,
    pub items: u32,
    pub length: Length,
    /// Whether the length is absent on a page that ends at an item, repeated from the first after the last.
    pub absent_lengths: Vec<bool>,
    pub echo: bool,
    /// The largest page.
    pub cap: u32,
    /// The lists by offset have also these largest pages, by the number of the request.
    pub sizes: Vec<u32>,
    /// The faults of the requests, repeated from the first after the last.
    pub faults: Vec<Fault>,
}

/// A page that was requested: its position, counted from 0, and the page size of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requested {
    /// The number of the page, or that of its first item.
    pub position: u32,
    pub limit: Option<u32>,
}

impl Scenario {
    /// Returns the items of the page that a request receives.
    pub fn page(&self, request: usize, requested: Requested) -> Range<u32> {
        let size = requested.limit.unwrap_or(3).min(self.cap);
        let (start, size) = match self.style {
            Style::PageNumber(_) => (requested.position * size, size),
            Style::Offset(_) => (requested.position, size.min(self.sizes[request % self.sizes.len()])),
            Style::Link => (requested.position, size),
        };
        start.min(self.items)..(start + size).min(self.items)
    }

    pub fn fault(&self, request: usize) -> Fault {
        let none = Fault { pending_polls: 0, outcome: Outcome::Page };
        let fault = *self.faults.get(request % self.faults.len().max(1)).unwrap_or(&none);
        match fault.outcome {
            // Without an echo, another page cannot be told from the right one.
            Outcome::WrongPage if !self.echo || self.style == Style::Link => {
                Fault { outcome: Outcome::Failure, ..fault }
            }
            _ => fault,
        }
    }

    /// Returns whether a page that ends at an item has the length of the list.
    pub fn has_length(&self, end: u32) -> bool {
        let is_absent = self.absent_lengths.get(end as usize % self.absent_lengths.len().max(1)).copied();
        self.length != Length::Unknown && !is_absent.unwrap_or(false)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Input {
    pub page: Option<u32>,
    pub offset: i64,
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Default, Page)]
pub struct Output {
    pub data: Option<Data>,
    total_items: Option<i64>,
    total_pages: Option<Box<u16>>,
    more: Option<bool>,
    echo: Option<String>,
}

#[derive(Clone, Debug, Default, Page)]
pub struct Data {
    items: Option<Vec<u32>>,
    next: Option<String>,
}

impl Output {
    pub fn into_items(self) -> Vec<u32> {
        self.data.and_then(|data| data.items).unwrap_or_default()
    }
}

#[derive(Debug)]
struct State {
    requests: Vec<Requested>,
    has_faults: bool,
}

#[derive(Clone, Debug)]
pub struct Service {
    scenario: Arc<Scenario>,
    state: Arc<Mutex<State>>,
}

/// Writes methods that page in one way, async and blocking.
macro_rules! methods {
    ($(($($option:ident = $value:tt),*) $name:ident, $blocking:ident;)*) => { $(
        #[paginated($($option = $value,)* echo = "echo", more_results = "more", limit_key = "limit",
            result_key = "data.items")]
        pub async fn $name(&self, input: Input) -> Result<Output, Throttled> {
            self.respond(self.requested(&input)).await
        }
        #[paginated($($option = $value,)* echo = "echo", more_results = "more", limit_key = "limit",
            result_key = "data.items")]
        pub fn $blocking(&self, input: &Input) -> Result<Output, Throttled> {
            self.respond_now(self.requested(input))
        }
    )* };
}

impl Service {
    pub fn new(scenario: Scenario) -> Self {
        let state = State { requests: Vec::new(), has_faults: true };
        Self { scenario: Arc::new(scenario), state: Arc::new(Mutex::new(state)) }
    }

    methods! {
        (offset = "offset", total_items = "totalItems") offset_0, offset_0_blocking;
        (offset = "offset", start = 1, total_items = "totalItems") offset_1, offset_1_blocking;
        (page_number = "page", start = 0, total_items = "totalItems") page_0, page_0_blocking;
        (page_number = "page", start = 1, total_items = "totalItems") page_1, page_1_blocking;
        (page_number = "page", start = 0, total_pages = "totalPages") total_pages_0, total_pages_0_blocking;
        (page_number = "page", start = 1, total_pages = "totalPages") total_pages_1, total_pages_1_blocking;
    }

    #[paginated(next_link = "data.next", next_method = follow, total_items = "totalItems", limit_key = "limit",
        result_key = "data.items")]
    pub async fn linked(&self, input: Input) -> Result<Output, Throttled> {
        self.respond(Requested { position: 0, limit: input.limit }).await
    }
    async fn follow(&self, link: &str) -> Result<Output, Throttled> {
        self.respond(read_link(link)).await
    }

    #[paginated(next_link = "data.next", next_method = follow_blocking, total_items = "totalItems",
        limit_key = "limit", result_key = "data.items")]
    pub fn linked_blocking(&self, input: Input) -> Result<Output, Throttled> {
        self.respond_now(Requested { position: 0, limit: input.limit })
    }
    fn follow_blocking(&self, link: String) -> Result<Output, Throttled> {
        self.respond_now(read_link(&link))
    }

    fn requested(&self, input: &Input) -> Requested {
        let position = match self.scenario.style {
            Style::PageNumber(start) => input.page.expect("each request has a page number") - start,
            Style::Offset(start) => u32::try_from(input.offset).unwrap() - start,
            Style::Link => unreachable!(),
        };
        Requested { position, limit: input.limit }
    }

    pub fn requests(&self) -> Vec<Requested> {
        self.state.lock().unwrap().requests.clone()
    }

    pub fn disable_faults(&self) {
        self.state.lock().unwrap().has_faults = false;
    }

    fn answer(&self, requested: Requested) -> (usize, Result<Output, Throttled>) {
        let mut state = self.state.lock().unwrap();
        let request = state.requests.len();
        state.requests.push(requested);
        if !state.has_faults {
            return (0, Ok(self.output(requested, self.scenario.page(request, requested))));
        }
        let Fault { pending_polls, outcome } = self.scenario.fault(request);
        let other = Requested { position: requested.position + 1, ..requested };
        let output = match outcome {
            Outcome::Page => Ok(self.output(requested, self.scenario.page(request, requested))),
            Outcome::Failure => Err(Throttled),
            Outcome::NoData => Ok(Output::default()),
            Outcome::WrongPage => Ok(self.output(other, 0..2.min(self.scenario.items))),
        };
        (pending_polls, output)
    }

    fn output(&self, requested: Requested, page: Range<u32>) -> Output {
        let scenario = &*self.scenario;
        let size = requested.limit.unwrap_or(3).min(scenario.cap);
        let length = Some(scenario.length).filter(|_| scenario.has_length(page.end));
        let next = (page.end < scenario.items).then(|| match requested.limit {
            Some(limit) => format!("/{}?limit={limit}", page.end),
            None => format!("/{}", page.end),
        });
        let echo = match scenario.style {
            Style::PageNumber(start) | Style::Offset(start) => requested.position + start,
            Style::Link => 0,
        };
        // A list without items may be absent.
        let items = (!page.is_empty() || scenario.items.is_multiple_of(2)).then(|| page.clone().collect());
        Output {
            data: Some(Data { items, next: next.filter(|_| scenario.style == Style::Link) }),
            total_items: (length == Some(Length::TotalItems)).then_some(scenario.items.into()),
            total_pages: (length == Some(Length::TotalPages))
                .then(|| Box::new(scenario.items.div_ceil(size).try_into().unwrap())),
            more: (length == Some(Length::Flag)).then_some(page.end < scenario.items),
            echo: scenario.echo.then(|| echo.to_string()),
        }
    }

    async fn respond(&self, requested: Requested) -> Result<Output, Throttled> {
        let (mut pending_polls, output) = self.answer(requested);
        poll_fn(|_| {
            let is_ready = pending_polls == 0;
            pending_polls = pending_polls.saturating_sub(1);
            if is_ready { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        output
    }

    fn respond_now(&self, requested: Requested) -> Result<Output, Throttled> {
        self.answer(requested).1
    }
}

fn read_link(link: &str) -> Requested {
    let link = link.strip_prefix('/').expect("a link of this service");
    let (position, limit) = link.split_once("?limit=").map_or((link, None), |(start, limit)| (start, Some(limit)));
    Requested { position: position.parse().unwrap(), limit: limit.map(|limit| limit.parse().unwrap()) }
}
