//! A service whose lists have no tokens.

use std::collections::HashMap;
use std::future::poll_fn;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};

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
    /// None: a page with fewer items than another one is the last one.
    ShortPage,
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
    /// The time until the response arrives.
    pub delay: usize,
    pub outcome: Outcome,
}

impl Fault {
    const NONE: Self = Self { delay: 0, outcome: Outcome::Page };
}

/// The list, of the items 0, 1, 2, …, and the behavior of a service.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub style: Style,
    pub items: u32,
    pub length: Length,
    /// True if the length is absent on a page that ends at an item, repeated from the first after the last.
    pub absent_lengths: Vec<bool>,
    pub echo: bool,
    /// The largest page.
    pub cap: u32,
    /// The lists by offset have also these largest pages. The position and the attempt of the request choose one.
    pub sizes: Vec<u32>,
    /// The faults. The position and the attempt of the request choose one, so that the order of the requests does not matter.
    pub faults: Vec<Fault>,
}

/// A page that was requested: its position, counted from 0, and the page size of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requested {
    /// The number of the page, or that of its first item.
    pub position: u32,
    pub limit: Option<u32>,
}

/// A request for a page. No two of them are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub page: Requested,
    /// The number of requests for the position before this one.
    pub attempt: usize,
}

impl Scenario {
    /// Returns the items of the page that a request receives.
    pub fn page(&self, Request { page, attempt }: Request) -> Range<u32> {
        let size = self.page_size(page.limit);
        let (start, size) = match self.style {
            Style::PageNumber(_) => (page.position * size, size),
            Style::Offset(_) => {
                (page.position, size.min(self.sizes[(page.position as usize + attempt) % self.sizes.len()]))
            }
            Style::Link => (page.position, size),
        };
        start.min(self.items)..(start + size).min(self.items)
    }

    /// Returns the first item of a page.
    pub fn start_of(&self, page: Requested) -> u32 {
        self.page(Request { page, attempt: 0 }).start
    }

    /// Returns the number of items of a full page.
    fn page_size(&self, limit: Option<u32>) -> u32 {
        limit.unwrap_or(3).min(self.cap)
    }

    fn fault(&self, Request { page, attempt }: Request) -> Fault {
        let index = (page.position as usize + attempt) % self.faults.len().max(1);
        let fault = *self.faults.get(index).unwrap_or(&Fault::NONE);
        match fault.outcome {
            // Without an echo, another page cannot be told from the right one.
            Outcome::WrongPage if !self.echo || self.style == Style::Link => {
                Fault { outcome: Outcome::Failure, ..fault }
            }
            _ => fault,
        }
    }

    /// Returns whether a page that ends at an item tells the number of items or pages in the list.
    pub fn has_total(&self, end: u32) -> bool {
        matches!(self.length, Length::TotalItems | Length::TotalPages) && self.has_length(end)
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

/// An event of a stream.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    Sent(Request),
    /// The response to a request arrived.
    Arrived(Request),
    /// The stream received the response to the request for the next page.
    Received,
}

#[derive(Debug)]
struct State {
    /// The number of requests for each position.
    attempts: HashMap<u32, usize>,
    in_flight: usize,
    time: usize,
    /// The wakers of the requests in flight that were polled, with the time of their responses.
    wakers: Vec<(Request, usize, Waker)>,
    /// The events of the current stream.
    events: Vec<Event>,
    has_faults: bool,
}

/// A request whose response has not arrived.
struct InFlight<'a> {
    service: &'a Service,
    request: Request,
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        let mut state = self.service.state();
        state.in_flight -= 1;
        state.wakers.retain(|(request, ..)| *request != self.request);
    }
}

#[derive(Clone, Debug)]
pub struct Service {
    pub scenario: Arc<Scenario>,
    state: Arc<Mutex<State>>,
}

/// Writes methods that page in one way, async and blocking.
macro_rules! methods {
    ($(($($option:ident = $value:tt),*) $name:ident, $blocking:ident;)*) => { $(
        #[paginated($($option = $value,)* echo = "echo", more_results = "more", limit_key = "limit",
            result_key = "data.items")]
        pub fn $name(&self, input: Input) -> impl Future<Output = Result<Output, Throttled>> {
            // The request is sent by the call, and not by the first poll.
            self.respond(self.send(self.requested(&input)))
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
        let state = State {
            attempts: HashMap::new(),
            in_flight: 0,
            time: 0,
            wakers: Vec::new(),
            events: Vec::new(),
            has_faults: true,
        };
        Self { scenario: Arc::new(scenario), state: Arc::new(Mutex::new(state)) }
    }

    methods! {
        (offset = "offset", total_items = "totalItems") offset_0, offset_0_blocking;
        (offset = "offset", start = 1, total_items = "totalItems") offset_1, offset_1_blocking;
        (page_number = "page", start = 0, total_items = "totalItems") page_0, page_0_blocking;
        (page_number = "page", start = 1, total_items = "totalItems") page_1, page_1_blocking;
        (page_number = "page", start = 0, end_on = "short_page") short_page_0, short_page_0_blocking;
        (page_number = "page", start = 1, end_on = "short_page") short_page_1, short_page_1_blocking;
        (page_number = "page", start = 0, total_pages = "totalPages") total_pages_0, total_pages_0_blocking;
        (page_number = "page", start = 1, total_pages = "totalPages") total_pages_1, total_pages_1_blocking;
    }

    #[paginated(next_link = "data.next", next_method = follow, total_items = "totalItems", limit_key = "limit",
        result_key = "data.items")]
    pub async fn linked(&self, input: Input) -> Result<Output, Throttled> {
        self.respond(self.send(Requested { position: 0, limit: input.limit })).await
    }
    async fn follow(&self, link: &str) -> Result<Output, Throttled> {
        self.respond(self.send(read_link(link))).await
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

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Returns the events of the current stream.
    pub fn events(&self) -> Vec<Event> {
        self.state().events.clone()
    }

    /// Forgets the events of the last stream.
    pub fn clear_events(&self) {
        self.state().events.clear();
    }

    /// Records that the stream received the response to the request for the next page.
    pub fn received(&self) {
        self.state().events.push(Event::Received);
    }

    pub fn in_flight(&self) -> usize {
        self.state().in_flight
    }

    pub fn disable_faults(&self) {
        self.state().has_faults = false;
    }

    /// Returns the last request for a page.
    pub fn last_request(&self, page: Requested) -> Request {
        let attempts = self.state().attempts.get(&page.position).copied();
        Request { page, attempt: attempts.expect("the page was requested") - 1 }
    }

    pub fn fault(&self, request: Request) -> Fault {
        if self.state().has_faults { self.scenario.fault(request) } else { Fault::NONE }
    }

    fn send(&self, page: Requested) -> InFlight<'_> {
        let mut state = self.state();
        let attempts = state.attempts.entry(page.position).or_default();
        let request = Request { page, attempt: *attempts };
        *attempts += 1;
        state.in_flight += 1;
        state.events.push(Event::Sent(request));
        InFlight { service: self, request }
    }

    fn answer(&self, InFlight { request, .. }: &InFlight<'_>) -> Result<Output, Throttled> {
        self.state().events.push(Event::Arrived(*request));
        let Request { page, .. } = *request;
        let other = Requested { position: page.position + 1, ..page };
        match self.fault(*request).outcome {
            Outcome::Page => Ok(self.output(page, self.scenario.page(*request))),
            Outcome::Failure => Err(Throttled),
            Outcome::NoData => Ok(Output::default()),
            Outcome::WrongPage => Ok(self.output(other, 0..2.min(self.scenario.items))),
        }
    }

    fn output(&self, requested: Requested, page: Range<u32>) -> Output {
        let scenario = &*self.scenario;
        let size = scenario.page_size(requested.limit);
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

    async fn respond(&self, in_flight: InFlight<'_>) -> Result<Output, Throttled> {
        let request = in_flight.request;
        let delay = self.fault(request).delay;
        let arrival = self.state().time + delay;
        poll_fn(|cx| {
            let mut state = self.state();
            // Only the last waker is woken.
            state.wakers.retain(|(other, ..)| *other != request);
            if state.time >= arrival {
                return Poll::Ready(());
            }
            state.wakers.push((request, arrival, cx.waker().clone()));
            Poll::Pending
        })
        .await;
        self.answer(&in_flight)
    }

    /// Lets time pass, and wakes the requests whose responses arrive.
    pub fn advance(&self) {
        let mut state = self.state();
        state.time += 1;
        let arriving = state.wakers.iter().filter(|(_, arrival, _)| *arrival == state.time);
        let wakers: Vec<_> = arriving.map(|(.., waker)| waker.clone()).collect();
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Returns whether a request was woken and not polled since.
    pub fn has_woken_request(&self) -> bool {
        let state = self.state();
        state.wakers.iter().any(|(_, arrival, _)| *arrival <= state.time)
    }

    fn respond_now(&self, page: Requested) -> Result<Output, Throttled> {
        self.answer(&self.send(page))
    }
}

fn read_link(link: &str) -> Requested {
    let link = link.strip_prefix('/').expect("a link of this service");
    let (position, limit) = link.split_once("?limit=").map_or((link, None), |(start, limit)| (start, Some(limit)));
    Requested { position: position.parse().unwrap(), limit: limit.map(|limit| limit.parse().unwrap()) }
}
