//! A reference implementation that knows how long the list is.

use std::ops::Range;

use super::service::{Length, Outcome, Requested, Scenario, Style};
use super::streams::{Kind, Limits, Stop, Yielded};

/// A list whose place is an item.
#[derive(Clone, Debug)]
pub struct Reference<'a> {
    scenario: &'a Scenario,
    pub requests: Vec<Requested>,
    has_faults: bool,
    /// The next item to be yielded.
    pub next_item: u32,
    /// The page of the starting token, which is the resume token until the first page is received.
    starting_page: Option<Requested>,
    /// The page that is requested next.
    pub next_page: Requested,
    /// The page of which not all items were yielded.
    current_page: Option<Requested>,
    /// The items of the current page that are to be yielded.
    buffer: Range<u32>,
    /// Whether nothing is after the buffer.
    is_over: bool,
    /// Whether the list began behind its first page, so that the number of items before it is unknown.
    began_behind: bool,
    /// Whether a page of the current stream had the length.
    knows_length: bool,
    has_failed: bool,
    /// Whether the list cannot be retried.
    has_stopped: bool,
    page_size_differs: bool,
    items_left: Option<usize>,
    pages_left: Option<u64>,
}

impl<'a> Reference<'a> {
    /// Creates a reference for a list that begins at a page, with a page size in the request.
    pub fn new(scenario: &'a Scenario, first_page: Requested) -> Self {
        Self {
            scenario,
            requests: Vec::new(),
            has_faults: true,
            next_item: scenario.page(0, first_page).start,
            starting_page: None,
            next_page: first_page,
            current_page: None,
            buffer: 0..0,
            is_over: false,
            began_behind: first_page.position > 0,
            knows_length: false,
            has_failed: false,
            has_stopped: false,
            page_size_differs: false,
            items_left: None,
            pages_left: None,
        }
    }

    pub fn disable_faults(&mut self) {
        self.has_faults = false;
    }

    /// Returns whether nothing is left.
    pub fn is_complete(&self) -> bool {
        self.is_over && self.current_page.is_none()
    }

    /// Returns the page at which a resumed list begins, with the page size that the resume token records.
    pub fn resume_page(&self) -> Requested {
        self.starting_page.or(self.current_page).unwrap_or(self.next_page)
    }

    /// Opens a stream with limits. `starting_page` is the page of its starting token, and `limit` the page size in the request.
    pub fn open(&mut self, limits: &Limits, starting_page: Option<Requested>, limit: Option<u32>) {
        let is_resumed = starting_page.is_some();
        let page = starting_page.unwrap_or(self.next_page);
        self.starting_page = starting_page;
        let is_counted_by_size = !matches!(self.scenario.style, Style::Offset(_));
        self.page_size_differs = is_resumed
            && is_counted_by_size
            && page.position > 0
            && page.limit.is_some()
            && limits.page_size.or(limit).is_some_and(|size| page.limit != Some(size));
        let recorded = page.limit.filter(|_| is_resumed && is_counted_by_size);
        self.next_page = Requested { limit: limits.page_size.or(limit).or(recorded), ..page };
        self.current_page = None;
        self.buffer = 0..0;
        self.is_over = false;
        self.knows_length = false;
        self.has_failed = false;
        self.has_stopped = false;
        self.items_left = limits.max_items;
        self.pages_left = limits.max_pages;
    }

    pub fn retry(&mut self) {
        self.has_failed = false;
    }

    /// Returns the request that a stream sends when the buffer was yielded.
    pub fn next_request(&self) -> Option<Requested> {
        let is_limited = self.items_left.is_some_and(|left| left <= self.buffer.len()) || self.pages_left == Some(0);
        (!self.is_over && !self.has_failed && !is_limited && !self.page_size_differs).then_some(self.next_page)
    }

    /// Returns what the next poll that is ready returns.
    pub fn next(&mut self, kind: Kind) -> Yielded {
        loop {
            if !kind.yields_pages() && !self.buffer.is_empty() {
                return Some(Ok(self.take(1)));
            }
            if self.has_failed {
                return None;
            }
            let Some(requested) = self.next_request() else { return self.stop() };
            let request = self.requests.len();
            self.requests.push(requested);
            let outcome = if self.has_faults { self.scenario.fault(request).outcome } else { Outcome::Page };
            let stop = match outcome {
                Outcome::Page => {
                    self.receive(requested, self.scenario.page(request, requested));
                    if kind.yields_pages() {
                        return Some(Ok(self.take(self.buffer.len())));
                    }
                    continue;
                }
                Outcome::Failure => Stop::Failed,
                Outcome::NoData => Stop::NoData,
                Outcome::WrongPage => Stop::WrongPosition,
            };
            self.has_failed = true;
            return Some(Err(stop));
        }
    }

    /// Receives the pages before a request in flight, whose items were all yielded before.
    pub fn skip_pages(&mut self, sent: usize) {
        while self.requests.len() + 1 < sent {
            let requested = self.next_request().expect("another page");
            let page = self.scenario.page(self.requests.len(), requested);
            self.requests.push(requested);
            self.receive(requested, page);
            assert!(self.buffer.is_empty(), "no item is passed over");
        }
    }

    /// Returns the end or the error of a list that does not send another request.
    fn stop(&mut self) -> Yielded {
        let is_at_end = self.items_left == Some(0) || self.is_over;
        if self.has_stopped || is_at_end && !self.page_size_differs {
            return None;
        }
        self.has_stopped = true;
        Some(Err(if self.page_size_differs { Stop::PageSize } else { Stop::MaxPages }))
    }

    fn receive(&mut self, requested: Requested, page: Range<u32>) {
        let scenario = self.scenario;
        self.starting_page = None;
        self.pages_left = self.pages_left.map(|left| left - 1);
        let has_length = scenario.has_length(page.end);
        self.knows_length |= has_length && scenario.length != Length::Flag;
        let is_last = page.end == scenario.items;
        let uses_length = match (scenario.style, scenario.length) {
            (_, Length::Unknown) => false,
            (_, Length::Flag) => has_length,
            (Style::PageNumber(_), Length::TotalItems) => self.knows_length && !self.began_behind,
            (_, Length::TotalItems | Length::TotalPages) => self.knows_length,
        };
        self.is_over = match scenario.style {
            Style::Link => is_last,
            // Such pages are empty only behind the last item.
            _ => page.is_empty() || is_last && uses_length,
        };
        let position = match scenario.style {
            Style::PageNumber(_) => requested.position + 1,
            _ => page.end,
        };
        self.next_page = Requested { position, ..requested };
        let start = self.next_item.clamp(page.start, page.end);
        let kept = (page.end - start).min(self.items_left.unwrap_or(usize::MAX).try_into().unwrap_or(u32::MAX));
        self.buffer = start..start + kept;
        self.current_page = (start < page.end).then_some(requested);
    }

    fn take(&mut self, items: usize) -> Vec<u32> {
        let taken: Vec<_> = self.buffer.by_ref().take(items).collect();
        self.next_item += u32::try_from(taken.len()).unwrap();
        self.items_left = self.items_left.map(|left| left - taken.len());
        let is_whole = match self.current_page {
            Some(_) => self.buffer.is_empty() && self.next_item == self.page_end(),
            None => true,
        };
        if is_whole {
            self.current_page = None;
        }
        taken
    }

    /// Returns the end of the current page.
    fn page_end(&self) -> u32 {
        match self.scenario.style {
            Style::PageNumber(_) => self.scenario.page(0, self.next_page).start,
            _ => self.next_page.position,
        }
    }
}
