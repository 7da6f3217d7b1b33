//! A simple reference implementation of a listing.

use std::task::{Poll, ready};

use super::service::{Ending, Fault, Scenario};

/// The reason why a listing stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopReason {
    Failed,
    MoreWithoutToken,
    MaxPages,
    NothingRead,
}

/// The unit that a stream yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Item,
    Page,
}

/// A listing whose position is the item `offset` of the page `page`.
#[derive(Clone)]
pub struct Reference<'a> {
    scenario: &'a Scenario,
    page: usize,
    offset: usize,
    /// The number of buffered items of the current page.
    buffered: usize,
    /// The number of items that `max_items` still allows.
    items_left: usize,
    max_pages: u64,
    /// The fault of the request in flight.
    in_flight: Option<Fault>,
    prefetch: bool,
    /// The outcome of a completed prefetch: `true` if it failed.
    prefetched: Option<bool>,
    /// The last request failed and was not retried.
    failed: bool,
    /// The error for a missing token or for `max_pages` was returned.
    stopped: bool,
    without_faults: bool,
    /// The pages requested so far.
    pub requests: Vec<usize>,
    pub pages_fetched: u64,
    pub items_given: u64,
}

impl<'a> Reference<'a> {
    pub fn new(scenario: &'a Scenario, first_page: usize) -> Self {
        Reference {
            scenario,
            page: first_page,
            offset: 0,
            buffered: 0,
            items_left: usize::MAX,
            max_pages: u64::MAX,
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

    /// Returns `true` if the last page has a flag for more pages but no token.
    fn lacks_token(&self) -> bool {
        self.page == self.scenario.pages.len() && !self.is_complete()
    }

    /// Returns `true` if the next poll returns the end.
    fn is_finished(&self) -> bool {
        self.failed || self.stopped || self.is_complete() || (self.items_left == 0 && !self.lacks_token())
    }

    /// Polls the request of `page` and sends it if no request is in flight. Returns `true` if the request failed.
    fn poll_request(&mut self, page: usize) -> Poll<bool> {
        if self.in_flight.is_none() {
            let fault = self.scenario.fault(self.requests.len());
            self.in_flight = Some(if self.without_faults { Fault { pending_polls: 0, fails: false } } else { fault });
            self.requests.push(page);
        }
        let fault = self.in_flight.as_mut().unwrap();
        if let Some(polls) = fault.pending_polls.checked_sub(1) {
            fault.pending_polls = polls;
            return Poll::Pending;
        }
        Poll::Ready(self.in_flight.take().unwrap().fails)
    }

    /// Polls the next page and buffers its items.
    fn poll_page(&mut self) -> Poll<Option<Result<(), StopReason>>> {
        let fails = if let Some(fails) = self.prefetched.take() {
            fails
        } else {
            if self.in_flight.is_none() {
                if self.is_finished() {
                    return Poll::Ready(None);
                }
                let lacks_token = self.lacks_token();
                if lacks_token || self.max_pages == self.pages_fetched {
                    self.stopped = true;
                    return Poll::Ready(Some(Err(if lacks_token {
                        StopReason::MoreWithoutToken
                    } else {
                        StopReason::MaxPages
                    })));
                }
            }
            ready!(self.poll_request(self.page))
        };
        self.failed = fails;
        if self.failed {
            return Poll::Ready(Some(Err(StopReason::Failed)));
        }
        self.pages_fetched += 1;
        self.buffered = (self.scenario.pages[self.page].len() - self.offset).min(self.items_left);
        self.advance_page();
        Poll::Ready(Some(Ok(())))
    }

    /// Sends and polls the request that is needed after the buffered items.
    fn poll_prefetch(&mut self) {
        if !self.prefetch || self.prefetched.is_some() {
            return;
        }
        let mut after_page = self.clone();
        after_page.yield_items(after_page.buffered);
        let needs_request =
            !(after_page.is_finished() || after_page.lacks_token() || after_page.max_pages == after_page.pages_fetched);
        if (needs_request || self.in_flight.is_some())
            && let Poll::Ready(fails) = self.poll_request(after_page.page)
        {
            self.prefetched = Some(fails);
        }
    }

    /// Yields `n` buffered items.
    fn yield_items(&mut self, n: usize) -> Vec<u32> {
        if n == 0 {
            return Vec::new();
        }
        let items = self.scenario.pages[self.page][self.offset..][..n].to_vec();
        self.offset += n;
        self.buffered -= n;
        self.items_left -= n;
        self.items_given += n as u64;
        self.advance_page();
        items
    }

    /// Moves to the next page if all items of the current page were yielded.
    fn advance_page(&mut self) {
        if self.offset == self.scenario.pages[self.page].len() {
            (self.page, self.offset) = (self.page + 1, 0);
        }
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
            }
            self.poll_prefetch();
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

    /// Returns `true` if no item is left. A resume token is missing only in this case.
    pub fn is_complete(&self) -> bool {
        self.page == self.scenario.pages.len() && self.scenario.ending != Ending::MoreWithoutToken
    }

    /// Replaces this listing with one that resumes from its position.
    pub fn resume(&mut self, prefetch: bool, max_items: Option<usize>, max_pages: Option<u64>) {
        if self.page == self.scenario.pages.len() {
            // Without a token, the last page is the only position left.
            self.page -= 1;
            self.offset = self.scenario.pages[self.page].len();
        }
        let requests = std::mem::take(&mut self.requests);
        *self = Reference {
            offset: self.offset,
            without_faults: self.without_faults,
            requests,
            ..Reference::new(self.scenario, self.page)
        };
        self.prefetch = prefetch;
        self.items_left = max_items.unwrap_or(usize::MAX);
        self.max_pages = max_pages.unwrap_or(u64::MAX);
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
