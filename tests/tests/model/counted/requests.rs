//! The rules for the requests of a stream: which page may be requested when.

use std::collections::VecDeque;

use proptest::prelude::*;

use super::service::{Event, Length, Outcome, Request, Requested, Service, Style};

/// The requests that a stream may send after a response.
#[derive(Clone, Copy, Debug)]
pub struct Prospect {
    /// The next page, unless the list or a limit ends before it.
    pub next_page: Option<Requested>,
    /// The difference between the positions of the pages from the next one on, if it is known.
    pub step: Option<u32>,
    /// The number of pages until `max_pages`.
    pub pages_left: Option<u64>,
    /// The number of items to receive until `max_items`, including those that are skipped.
    pub items_left: Option<usize>,
    pub longest_page: u32,
    /// True if the number of items before a numbered page is known.
    pub counts_items: bool,
}

/// A request whose response is not received, because its turn has not come.
#[derive(Debug)]
struct Outstanding {
    request: Request,
    has_arrived: bool,
    /// True if the response ended the list, as far as was known when it arrived, or is an error.
    is_last: bool,
}

/// The requests of a stream, according to the events so far.
pub struct Requests<'a> {
    service: &'a Service,
    /// The number of pages to request after the awaited one.
    prefetch: usize,
    concurrency_limit: usize,
    prospect: Prospect,
    /// The requests for the next page and for the pages after it, in this order. The one for the next page is absent until
    /// it is sent.
    outstanding: VecDeque<Outstanding>,
    /// True if a response had the number of items or pages in the list.
    knows_total: bool,
}

impl<'a> Requests<'a> {
    /// Replays the events of the current stream, and checks each request. `prospects` are those before the first response, and
    /// after each one.
    pub fn replay(
        service: &'a Service,
        prefetch: usize,
        concurrency_limit: Option<usize>,
        prospects: &[Prospect],
    ) -> Result<Self, TestCaseError> {
        let concurrency_limit = concurrency_limit.unwrap_or(usize::MAX);
        let (prospect, mut following) = (prospects[0], prospects[1..].iter());
        let outstanding = VecDeque::new();
        let mut requests = Self { service, prefetch, concurrency_limit, prospect, outstanding, knows_total: false };
        for event in service.events() {
            match event {
                Event::Sent(request) => requests.send(request)?,
                Event::Arrived(request) => requests.arrive(request)?,
                Event::Received => {
                    let Some(prospect) = following.next() else {
                        return Err(TestCaseError::fail("a page was received that is not yielded"));
                    };
                    requests.receive(*prospect)?;
                }
            }
        }
        prop_assert!(following.next().is_none(), "a page was yielded that was not received");
        Ok(requests)
    }

    /// Returns the number of requests whose responses are not received.
    pub fn outstanding(&self) -> usize {
        self.outstanding.len()
    }

    /// Returns the number of requests whose responses have not arrived.
    pub fn in_flight(&self) -> usize {
        self.outstanding.iter().filter(|outstanding| !outstanding.has_arrived).count()
    }

    /// Returns whether the request for the next page was sent.
    fn has_next_page(&self) -> bool {
        self.outstanding.front().map(|first| first.request.page) == self.prospect.next_page
    }

    /// Returns the page after the outstanding ones, if it may be requested now.
    pub fn page_ahead(&self) -> Option<Requested> {
        let Prospect { step, pages_left, items_left, longest_page, .. } = self.prospect;
        let pages = self.outstanding.len();
        let last = self.outstanding.back()?;
        let page = Requested { position: last.request.page.position + step?, ..last.request.page };
        let is_allowed = pages <= self.prefetch
            && self.in_flight() < self.concurrency_limit
            && pages_left.is_none_or(|left| left > pages as u64)
            && items_left.is_none_or(|left| left > pages * longest_page as usize)
            && !self.is_past_total(page)
            && !self.outstanding.iter().any(|outstanding| outstanding.is_last);
        is_allowed.then_some(page)
    }

    fn send(&mut self, request: Request) -> Result<(), TestCaseError> {
        let outstanding = Outstanding { request, has_arrived: false, is_last: false };
        if self.has_next_page() {
            prop_assert_eq!(Some(request.page), self.page_ahead(), "after {:?}", self.outstanding);
            self.outstanding.push_back(outstanding);
        } else {
            prop_assert_eq!(Some(request.page), self.prospect.next_page, "before {:?}", self.outstanding);
            self.outstanding.push_front(outstanding);
        }
        prop_assert!(self.in_flight() <= self.concurrency_limit, "{:?}", self.outstanding);
        Ok(())
    }

    fn arrive(&mut self, request: Request) -> Result<(), TestCaseError> {
        let scenario = &*self.service.scenario;
        let page = scenario.page(request);
        let is_error = self.service.fault(request).outcome != Outcome::Page;
        self.knows_total |= !is_error && scenario.has_total(page.end);
        let has_flag = scenario.length == Length::Flag && scenario.has_length(page.end);
        let is_short = scenario.length == Length::ShortPage && page.end - page.start < self.prospect.longest_page;
        let is_end =
            page.is_empty() || is_short || page.end == scenario.items && (has_flag || self.can_compare_total());
        let Some(outstanding) = self.outstanding.iter_mut().find(|outstanding| outstanding.request == request) else {
            return Err(TestCaseError::fail(format!("{request:?} was not dropped")));
        };
        outstanding.has_arrived = true;
        outstanding.is_last = is_error || is_end;
        Ok(())
    }

    fn receive(&mut self, prospect: Prospect) -> Result<(), TestCaseError> {
        prop_assert!(self.has_next_page(), "{:?}", self.outstanding);
        let next = self.outstanding.pop_front().filter(|next| next.has_arrived);
        prop_assert!(next.is_some());
        let has_failed = prospect.next_page == self.prospect.next_page;
        self.prospect = prospect;
        // After an error, the requests for later pages are kept. After a page, they are dropped if their positions are wrong.
        if !has_failed && !self.has_next_page() {
            self.outstanding.clear();
        }
        Ok(())
    }

    /// Returns whether a page is known to be after the last one.
    fn is_past_total(&self, page: Requested) -> bool {
        self.can_compare_total() && self.service.scenario.start_of(page) == self.service.scenario.items
    }

    /// Returns whether the total is known, and can be compared with the position of a page.
    fn can_compare_total(&self) -> bool {
        let Service { scenario, .. } = self.service;
        let counts = match (scenario.style, scenario.length) {
            (Style::PageNumber(_), Length::TotalItems) => self.prospect.counts_items,
            _ => true,
        };
        self.knows_total && counts
    }
}
