//! A reference implementation that knows how long the list is.

use std::ops::Range;

use super::requests::Prospect;
use super::service::{Length, Outcome, Request, Requested, Scenario, Service, Style};
use super::streams::{Kind, Options, Stop, Yielded};

/// A list whose place is an item.
#[derive(Clone, Debug)]
pub struct Reference<'a> {
    scenario: &'a Scenario,
    service: &'a Service,
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
    /// True if the list ends after the buffer.
    is_over: bool,
    /// True if the list began after its first page, so that the number of items before it is unknown.
    began_later: bool,
    /// True if a page of the current stream had the length.
    knows_length: bool,
    pub has_failed: bool,
    /// True if the list cannot be retried.
    has_stopped: bool,
    page_size_differs: bool,
    items_left: Option<usize>,
    pages_left: Option<u64>,
    /// The number of pages that the current stream received.
    pub pages: u64,
    /// The number of items in the last page.
    page_len: u32,
    /// True if the page before the last one has the same number of items, or does not exist.
    is_page_len_steady: bool,
    longest_page: u32,
    /// The requests that were possible before the first response of the current stream, and after each one, errors included.
    pub prospects: Vec<Prospect>,
}

impl<'a> Reference<'a> {
    /// Creates a reference for a list that begins at a page, with a page size in the request.
    pub fn new(service: &'a Service, first_page: Requested) -> Self {
        let scenario = &*service.scenario;
        Self {
            scenario,
            service,
            next_item: scenario.start_of(first_page),
            starting_page: None,
            next_page: first_page,
            current_page: None,
            buffer: 0..0,
            is_over: false,
            began_later: first_page.position > 0,
            knows_length: false,
            has_failed: false,
            has_stopped: false,
            page_size_differs: false,
            items_left: None,
            pages_left: None,
            pages: 0,
            page_len: 0,
            is_page_len_steady: true,
            longest_page: 0,
            prospects: Vec::new(),
        }
    }

    /// Returns whether nothing is left.
    pub fn is_complete(&self) -> bool {
        self.is_over && self.current_page.is_none()
    }

    /// Returns the page at which a resumed list begins, with the page size that the resume token records.
    pub fn resume_page(&self) -> Requested {
        self.starting_page.or(self.current_page).unwrap_or(self.next_page)
    }

    /// Opens a stream with options. `starting_page` is the page of its starting token, and `limit` the page size in the request.
    pub fn open(&mut self, options: &Options, starting_page: Option<Requested>, limit: Option<u32>) {
        let is_resumed = starting_page.is_some();
        let page = starting_page.unwrap_or(self.next_page);
        self.starting_page = starting_page;
        let is_counted_by_size = !matches!(self.scenario.style, Style::Offset(_));
        self.page_size_differs = is_resumed
            && is_counted_by_size
            && page.position > 0
            && page.limit.is_some()
            && options.page_size.or(limit).is_some_and(|size| page.limit != Some(size));
        let recorded = page.limit.filter(|_| is_resumed && is_counted_by_size);
        self.next_page = Requested { limit: options.page_size.or(limit).or(recorded), ..page };
        self.current_page = None;
        self.buffer = 0..0;
        self.is_over = false;
        self.knows_length = false;
        self.has_failed = false;
        self.has_stopped = false;
        self.items_left = options.max_items;
        self.pages_left = options.max_pages;
        self.pages = 0;
        self.page_len = 0;
        self.is_page_len_steady = true;
        self.longest_page = 0;
        self.prospects = vec![self.prospect()];
    }

    pub fn retry(&mut self) {
        self.has_failed = false;
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
            let Some(page) = self.following_page() else { return self.stop() };
            if let Err(stop) = self.request(page) {
                return Some(Err(stop));
            }
            if kind.yields_pages() {
                return Some(Ok(self.take(self.buffer.len())));
            }
        }
    }

    /// Passes over pages without an item to yield, until `pages` pages were received.
    pub fn skip_pages(&mut self, pages: u64) {
        while self.pages < pages {
            let page = self.following_page().expect("another page");
            self.request(page).expect("errors are yielded");
            assert!(self.buffer.is_empty(), "no item is passed over");
        }
    }

    /// Returns the page after the buffer, if it may be requested.
    fn following_page(&self) -> Option<Requested> {
        let is_limited = self.items_left.is_some_and(|left| left <= self.buffer.len()) || self.pages_left == Some(0);
        (!self.is_over && !is_limited && !self.page_size_differs).then_some(self.next_page)
    }

    /// Receives the response to the last request for a page.
    fn request(&mut self, page: Requested) -> Result<(), Stop> {
        let request = self.service.last_request(page);
        let result = match self.service.fault(request).outcome {
            Outcome::Page => {
                self.receive(request);
                Ok(())
            }
            Outcome::Failure => Err(Stop::Failed),
            Outcome::NoData => Err(Stop::NoData),
            Outcome::WrongPage => Err(Stop::WrongPosition),
        };
        self.has_failed = result.is_err();
        self.prospects.push(self.prospect());
        result
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

    fn receive(&mut self, request: Request) {
        let scenario = self.scenario;
        let page = scenario.page(request);
        let requested = request.page;
        self.starting_page = None;
        self.pages_left = self.pages_left.map(|left| left - 1);
        self.knows_length |= scenario.has_total(page.end);
        let is_last = page.end == scenario.items;
        let page_len = page.end - page.start;
        let uses_length = match (scenario.style, scenario.length) {
            (_, Length::Unknown) => false,
            (_, Length::Flag) => scenario.has_length(page.end),
            (_, Length::ShortPage) => page_len < self.longest_page,
            (Style::PageNumber(_), Length::TotalItems) => self.knows_length && !self.began_later,
            (_, Length::TotalItems | Length::TotalPages) => self.knows_length,
        };
        self.is_over = match scenario.style {
            Style::Link => is_last,
            // Such pages are empty only after the last item.
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
        self.is_page_len_steady = self.pages == 0 || page_len == self.page_len;
        self.page_len = page_len;
        self.longest_page = self.longest_page.max(page_len);
        self.pages += 1;
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
        self.scenario.start_of(self.next_page)
    }

    fn prospect(&self) -> Prospect {
        let step = match self.scenario.style {
            // The first page is requested alone.
            _ if self.pages == 0 => None,
            Style::PageNumber(_) => Some(1),
            Style::Offset(_) => self.is_page_len_steady.then_some(self.page_len),
            Style::Link => None,
        };
        let items_to_skip = self.next_item.saturating_sub(self.page_end()) as usize;
        Prospect {
            next_page: self.following_page(),
            step,
            pages_left: self.pages_left,
            items_left: self.items_left.map(|left| (left - self.buffer.len()).saturating_add(items_to_skip)),
            longest_page: self.longest_page,
            counts_items: !self.began_later,
        }
    }
}
