//! A simple reference implementation of a listing.

use std::mem;
use std::ops::Range;
use std::task::{Poll, ready};

use super::service::{Ending, Fault, Outcome, Scenario};
use super::streams::Limits;

/// The reason why a listing stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopReason {
    Failed,
    NoData,
    MissingToken,
    MaxPages,
    NoPages,
}

/// The unit that a stream yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Item,
    /// An item of `items_of`, whose resume token stays at the page until all its items were yielded.
    ItemOf,
    Page,
}

/// A listing whose place is an item, whatever the pages are.
#[derive(Clone)]
pub struct Reference<'a> {
    scenario: &'a Scenario,
    /// The record at which the next request starts.
    start: usize,
    /// The next item to be yielded.
    next_item: u32,
    /// The record at which the current page starts.
    page_start: usize,
    /// The items of the current page that were not yielded before it was received.
    page_items: Range<u32>,
    /// The current page is the last one.
    is_last_page: bool,
    /// The number of buffered items of the current page.
    buffered: usize,
    /// The number of items that `max_items` still allows.
    items_left: usize,
    limits: Limits,
    in_flight: Option<Request>,
    prefetch: bool,
    /// The outcome of a completed prefetch.
    prefetched: Option<(Outcome, Range<usize>)>,
    /// The last request failed and was not retried.
    failed: bool,
    /// The error for a missing token or for `max_pages` was returned.
    stopped: bool,
    without_faults: bool,
    /// The start and the page size of each request so far.
    pub requests: Vec<(usize, Option<u32>)>,
    pub pages_fetched: u64,
    pub items_given: u64,
}

/// A request in flight.
#[derive(Clone)]
struct Request {
    fault: Fault,
    page: Range<usize>,
}

impl<'a> Reference<'a> {
    pub fn new(scenario: &'a Scenario, start: usize) -> Self {
        let next_item = scenario.items(0..start).end;
        Reference {
            scenario,
            start,
            next_item,
            page_start: start,
            page_items: next_item..next_item,
            is_last_page: false,
            buffered: 0,
            items_left: usize::MAX,
            limits: Limits::default(),
            in_flight: None,
            prefetch: false,
            prefetched: None,
            failed: false,
            stopped: false,
            without_faults: false,
            requests: Vec::new(),
            pages_fetched: 0,
            items_given: 0,
        }
    }

    /// Returns `true` if items of the current page are left.
    fn is_inside_page(&self) -> bool {
        self.next_item < self.page_items.end
    }

    /// Returns `true` if all pages were read to their ends.
    fn is_at_end(&self) -> bool {
        self.is_last_page && !self.is_inside_page()
    }

    /// Returns `true` if the last page has a flag for more pages but no token.
    fn lacks_token(&self) -> bool {
        self.is_at_end() && self.scenario.ending == Ending::MissingToken
    }

    /// Returns `true` if no item is left. A resume token is missing only in this case.
    pub fn is_complete(&self) -> bool {
        self.is_at_end() && self.scenario.ending != Ending::MissingToken
    }

    /// Returns `true` if the next poll returns the end.
    fn is_finished(&self) -> bool {
        self.failed || self.stopped || self.is_complete() || (self.items_left == 0 && !self.lacks_token())
    }

    fn is_at_max_pages(&self) -> bool {
        self.limits.max_pages == Some(self.pages_fetched)
    }

    /// Polls the request of the next page and sends it if no request is in flight.
    fn poll_request(&mut self) -> Poll<(Outcome, Range<usize>)> {
        let number = self.requests.len();
        let page_size = self.limits.page_size;
        let request = self.in_flight.get_or_insert_with(|| {
            let fault = if self.without_faults { Fault::NONE } else { self.scenario.fault(number) };
            self.requests.push((self.start, page_size));
            Request { fault, page: self.scenario.page(number, self.start, page_size) }
        });
        if let Some(polls) = request.fault.pending_polls.checked_sub(1) {
            request.fault.pending_polls = polls;
            return Poll::Pending;
        }
        let request = self.in_flight.take().unwrap();
        Poll::Ready((request.fault.outcome, request.page))
    }

    /// Polls the next page and buffers its items.
    fn poll_page(&mut self) -> Poll<Option<Result<(), StopReason>>> {
        let (outcome, page) = if let Some(prefetched) = self.prefetched.take() {
            prefetched
        } else {
            if self.in_flight.is_none() {
                if self.is_finished() {
                    return Poll::Ready(None);
                }
                if self.lacks_token() || self.is_at_max_pages() {
                    self.stopped = true;
                    let reason = if self.lacks_token() { StopReason::MissingToken } else { StopReason::MaxPages };
                    return Poll::Ready(Some(Err(reason)));
                }
            }
            ready!(self.poll_request())
        };
        self.failed = outcome != Outcome::Page;
        match outcome {
            Outcome::Failure => return Poll::Ready(Some(Err(StopReason::Failed))),
            Outcome::NoData => return Poll::Ready(Some(Err(StopReason::NoData))),
            Outcome::Page => {}
        }
        self.pages_fetched += 1;
        (self.page_start, self.start) = (page.start, page.end);
        self.is_last_page = page.end == self.scenario.records.len();
        // Items of the page that were yielded before are skipped, whichever page they came in.
        let end = self.scenario.items(page).end;
        self.page_items = self.next_item..end.max(self.next_item);
        self.buffered = self.page_items.len().min(self.items_left);
        Poll::Ready(Some(Ok(())))
    }

    /// Sends and polls the request that is needed after the buffered items.
    fn poll_prefetch(&mut self) {
        if !self.prefetch || self.prefetched.is_some() {
            return;
        }
        let mut after_page = self.clone();
        after_page.yield_items(after_page.buffered);
        let needs_request = !(after_page.is_finished() || after_page.lacks_token() || after_page.is_at_max_pages());
        if (needs_request || self.in_flight.is_some())
            && let Poll::Ready(outcome) = self.poll_request()
        {
            self.prefetched = Some(outcome);
        }
    }

    /// Yields `n` buffered items.
    fn yield_items(&mut self, n: usize) -> Vec<u32> {
        let items: Vec<u32> = (self.next_item..).take(n).collect();
        self.next_item += u32::try_from(n).unwrap();
        self.buffered -= n;
        self.items_left -= n;
        self.items_given += n as u64;
        items
    }

    /// Returns the result of a poll.
    pub fn poll(&mut self, unit: Unit) -> Poll<Option<Result<Vec<u32>, StopReason>>> {
        if unit == Unit::Page {
            let page = ready!(self.poll_page()).map(|page| page.map(|()| self.yield_items(self.buffered)));
            self.poll_prefetch();
            return Poll::Ready(page);
        }
        loop {
            if self.buffered == 0 {
                match ready!(self.poll_page()) {
                    Some(Ok(())) => {}
                    other => return Poll::Ready(other.map(|page| page.map(|()| Vec::new()))),
                }
                if unit == Unit::ItemOf {
                    // `items_of` reads pages, whose next page is polled before their items are.
                    self.poll_prefetch();
                }
            }
            if unit == Unit::Item || self.buffered > 0 {
                self.poll_prefetch();
            }
            if self.buffered > 0 {
                return Poll::Ready(Some(Ok(self.yield_items(1))));
            }
        }
    }

    pub fn retry(&mut self) {
        self.failed = false;
    }

    pub fn disable_faults(&mut self) {
        self.without_faults = true;
    }

    /// Replaces this listing with one that resumes from its position. Returns the next item.
    pub fn resume(&mut self, from: Unit, prefetch: bool, limits: &Limits) -> u32 {
        if from == Unit::ItemOf && self.buffered > 0 {
            self.next_item = self.page_items.start;
        }
        // Without a token, the last page is the only position left.
        if self.is_inside_page() || self.is_at_end() {
            self.start = self.page_start;
        }
        *self = Reference {
            next_item: self.next_item,
            items_left: limits.max_items.unwrap_or(usize::MAX),
            limits: limits.clone(),
            prefetch,
            without_faults: self.without_faults,
            requests: mem::take(&mut self.requests),
            ..Reference::new(self.scenario, self.start)
        };
        self.page_items = self.next_item..self.next_item;
        self.next_item
    }

    /// Returns the number of items (or pages) and errors left without a retry.
    pub fn count_remaining(&self, unit: Unit) -> usize {
        let mut rest = self.clone();
        let mut count = 0;
        loop {
            match rest.poll(unit) {
                Poll::Ready(None) => return count,
                Poll::Ready(Some(_)) => count += 1,
                Poll::Pending => {}
            }
        }
    }

    /// Returns `true` if `max_items` allows no more items.
    pub fn allows_no_item(&self) -> bool {
        self.items_left == 0
    }
}
