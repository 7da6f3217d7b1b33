//! [`ListState`]: the position of a list, and whether it continues.

use core::mem;

/// The state of a list. `P` is the position of a page: see
/// [`Continuation::Position`](crate::continuation::Continuation::Position), also for the position `None`.
///
/// The items of a page are counted by `max_items`, and can be trimmed. Its elements are those of the list in the response. The two
/// numbers differ in a projection (`"edges[].node"`), whose items are inside of the elements. For a string, both count its
/// characters.
#[derive(Debug)]
pub(crate) struct ListState<P> {
    /// The position of the page that is received next. Before a page was received, `None` is the position at which the caller's
    /// request starts the list. Afterwards, it means that no position is known. The field is unchanged while the request is in
    /// flight and its response is checked, and after the request failed. `page_received` moves it to `current`.
    next: Option<P>,
    /// The position of the current page.
    current: Option<P>,
    /// The position of an earlier page. If a next position is the same, the list is in a cycle.
    earlier: Option<P>,
    /// The number of items still to skip, beginning at the head of the next page.
    skip: usize,
    /// The number of items that were skipped at the head of the current page.
    skipped: usize,
    /// The number of items of the current page that remain after trimming.
    kept: usize,
    /// True if `max_items` ends the list inside the current page.
    ends_inside_page: bool,
    /// The number of elements in the current page, before it was trimmed.
    elements: usize,
    /// True if the current page and the one before it have the same number of elements.
    is_element_count_steady: bool,
    /// The largest number of elements in a page so far.
    most_elements: usize,
    /// The largest number of items in a page so far, if `max_items` is set. It differs from `most_elements` in a projection.
    most_items: usize,
    /// The number of items of the pages after the current one that may be kept, if `max_items` is set.
    items_left: Option<usize>,
    max_pages: Option<u64>,
    end_on: EndOn,
    /// The number of pages received.
    pages: u64,
    /// True from `page_received` or `unrepeatable_page_arrived` to `page_returned`. If the user's own code panics in the meantime,
    /// it stays true, and this list cannot yield the page any more. A list that is resumed requests it again.
    is_page_unreturned: bool,
    phase: Phase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The first request is not prepared: the starting token is not decoded, and the page size is not written.
    New,
    /// There may be another page.
    Ready,
    /// The last request failed, or its response was rejected.
    Failed,
    /// `max_items` is reached.
    LimitReached,
    /// Nothing is left.
    Ended,
    /// The list cannot continue, and the error was not returned yet.
    Stopping(StopReason),
    /// The list cannot continue, and the error was returned.
    Stopped,
}

/// The reason why a list cannot continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StopReason {
    /// The next position is that of the current page.
    RepeatedToken,
    /// The next position is that of an earlier page.
    TokenCycle,
    /// There are more pages, and no position for them.
    MissingToken,
    /// `max_pages` is reached.
    TooManyPages,
    /// The request cannot hold the next position.
    PositionOverflow,
}

/// The part of a page that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trim {
    /// The number of items to remove from the head of the page.
    pub(crate) skip: usize,
    /// The number of items to keep after those.
    pub(crate) keep: usize,
    /// True if items were still to be skipped when the page arrived, also if the page has no items. The values of its other keys
    /// were returned before the list was resumed.
    pub(crate) is_resumed: bool,
}

/// The part of the facts in a page that decides whether the list continues, and at which position.
#[derive(Debug)]
pub(crate) struct NextFacts<P> {
    /// The position of the next page.
    pub(crate) next_position: Option<P>,
    /// The flag named by `more_results`, or the value that is assumed if the page lacks it.
    pub(crate) more_results: Option<bool>,
    /// The reason why the next page cannot be requested, if there is one. The list is then not over, unless the flag or
    /// `end_on` says so.
    pub(crate) stop_reason: Option<StopReason>,
    /// The number of elements in the page, before it was trimmed.
    pub(crate) elements: usize,
}

/// The number of elements that the next page is expected to have, according to the pages before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExpectedElements {
    /// The last two pages had this number of elements, or the only page had it.
    Steady(usize),
    /// The last two pages had different numbers of elements. This is the largest number of elements that a page has had so far.
    Varying(usize),
}

/// The properties of a page that end a list. If a page has the flag `more_results`, the flag decides instead of its number of
/// elements.
#[derive(Clone, Copy, Debug, Default)]
pub struct EndOn {
    /// The page has no elements.
    pub empty_page: bool,
    /// The page has fewer elements than the longest page so far, or none.
    pub short_page: bool,
    /// The next position is that of the page itself.
    pub repeated_token: bool,
}

impl EndOn {
    /// Returns whether the number of elements in a page may end the list.
    pub(crate) fn depends_on_elements(self) -> bool {
        self.empty_page || self.short_page
    }
}

/// The part of the current page that was not yielded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unyielded {
    /// This number of items, which are the last of those that are kept.
    Items(usize),
    /// The page as a whole.
    WholePage,
}

impl<P> ListState<P> {
    /// Creates the state of a list that is not started.
    #[inline]
    pub(crate) fn new(end_on: EndOn) -> Self {
        Self {
            next: None,
            current: None,
            earlier: None,
            skip: 0,
            skipped: 0,
            kept: 0,
            ends_inside_page: false,
            elements: 0,
            is_element_count_steady: false,
            most_elements: 0,
            most_items: 0,
            items_left: None,
            max_pages: None,
            end_on,
            pages: 0,
            is_page_unreturned: false,
            phase: Phase::New,
        }
    }

    /// Starts the list at `position`, or with the request as the caller made it.
    #[inline]
    pub(crate) fn start(&mut self, position: Option<P>, max_items: Option<usize>, max_pages: Option<u64>) {
        self.next = position;
        self.items_left = max_items;
        self.max_pages = max_pages;
    }

    /// Moves the start of the list to `position`, after the first `skip` items from there.
    #[inline]
    #[cfg(any(feature = "resume", test))]
    pub(crate) fn start_at(&mut self, position: Option<P>, skip: usize) {
        self.next = position;
        self.skip = skip;
    }

    /// Records that the first request is prepared.
    pub(crate) fn first_request_prepared(&mut self) {
        self.phase = if self.items_left == Some(0) { Phase::LimitReached } else { Phase::Ready };
    }

    /// Records that the first request cannot be prepared, so that no request is ever sent.
    pub(crate) fn preparation_failed(&mut self) {
        self.phase = Phase::Stopped;
    }

    /// Returns whether the next page can be requested.
    #[inline]
    pub(crate) fn can_send(&self) -> bool {
        self.phase == Phase::Ready && self.max_pages != Some(self.pages)
    }

    /// Returns whether another page can be requested ahead after `pages` pages that were not received yet. These pages must reach
    /// neither `max_pages` nor, if each has as many items as the largest page so far, `max_items`.
    pub(crate) fn can_send_after(&self, pages: usize) -> bool {
        let items = self.most_items.saturating_mul(pages);
        // The first page is requested alone, because most lists have one page.
        self.pages > 0
            && self.phase == Phase::Ready
            && self.max_pages.is_none_or(|max_pages| self.pages.saturating_add(pages as u64) < max_pages)
            && self.items_left.is_none_or(|items_left| items < items_left.saturating_add(self.skip))
    }

    /// Returns the number of elements that the next page is expected to have.
    pub(crate) fn expected_elements(&self) -> ExpectedElements {
        if self.pages == 1 || self.is_element_count_steady {
            ExpectedElements::Steady(self.elements)
        } else {
            ExpectedElements::Varying(self.most_elements)
        }
    }

    /// If the list cannot continue, returns the reason, and the list is stopped. Returns `None` if it can continue, after the end,
    /// and after an error was returned.
    #[inline]
    pub(crate) fn take_stop_reason(&mut self) -> Option<StopReason> {
        let reason = match self.phase {
            Phase::Ready if !self.can_send() => StopReason::TooManyPages,
            Phase::Stopping(reason) => reason,
            _ => return None,
        };
        self.phase = Phase::Stopped;
        Some(reason)
    }

    /// Records that the next page is not requested, because the request cannot hold its position.
    pub(crate) fn position_does_not_fit(&mut self) {
        self.phase = Phase::Stopping(StopReason::PositionOverflow);
    }

    /// Records that the request for the next page failed, or that its response was rejected: it has no data, or is another page.
    pub(crate) fn request_failed(&mut self) {
        self.phase = Phase::Failed;
    }

    /// Allows the request that failed to be sent again.
    pub(crate) fn retry(&mut self) {
        if self.phase == Phase::Failed {
            self.phase = Phase::Ready;
        }
    }

    /// Makes the next page the current one. Until `page_returned` is called, a list that is resumed requests the page again, in
    /// case the user's own code panics before that.
    ///
    /// `earlier` is the position of page 1 (if it has one), then of page 2, 4, 8, and so on. This one position is enough to
    /// find every cycle (R. P. Brent, "An improved Monte Carlo factorization algorithm", 1980). The cycle is found within three
    /// times as many pages as there are before the cycle and in it.
    #[inline]
    pub(crate) fn page_received(&mut self) {
        self.is_page_unreturned = true;
        self.skipped = 0;
        if self.pages.is_power_of_two() && self.current.is_some() {
            mem::swap(&mut self.earlier, &mut self.current);
        }
        self.pages += 1;
        // This is the last statement, because it drops a position: that of the page before, or the former `earlier`. If that
        // panics, the new position is stored anyway.
        self.current = self.next.take();
    }

    /// Decides which items of the current page are kept, and counts them.
    ///
    /// A page that is not `splittable` is kept as a whole, because the order of its items may differ between requests. If there are
    /// items to skip, all of it was yielded before the list was resumed, so none of it is kept.
    ///
    /// If a page that is `splittable` has fewer items than there are to skip, the others are skipped in the following pages.
    #[inline]
    pub(crate) fn count_items(&mut self, items: usize, splittable: bool) -> Trim {
        let is_resumed = self.skip > 0;
        let (mut skip, mut available) = (0, items);
        if is_resumed {
            skip = self.skip.min(items);
            available = if splittable { items - skip } else { 0 };
            self.skip = if splittable { self.skip - skip } else { 0 };
        }
        let mut keep = available;
        if let Some(items_left) = &mut self.items_left {
            if splittable {
                keep = available.min(*items_left);
            }
            *items_left = items_left.saturating_sub(keep);
            self.most_items = self.most_items.max(items);
        }
        self.skipped = skip;
        self.kept = keep;
        self.ends_inside_page = keep < available;
        Trim { skip, keep, is_resumed }
    }

    /// Sets the position of the next page, and decides whether it is requested.
    #[inline]
    pub(crate) fn set_next(&mut self, facts: NextFacts<P>) {
        self.phase = self.phase_after(&facts);
        self.is_element_count_steady = facts.elements == self.elements;
        self.elements = facts.elements;
        self.most_elements = self.most_elements.max(facts.elements);
        self.next = facts.next_position;
    }

    /// Records that a page arrived that the service returns only once. It is lost if the user's own code panics before
    /// `page_returned` is called.
    pub(crate) fn unrepeatable_page_arrived(&mut self) {
        self.is_page_unreturned = true;
    }

    /// Records that the page, or the error instead of it, is returned from `poll_page`.
    pub(crate) fn page_returned(&mut self) {
        self.is_page_unreturned = false;
    }

    /// Returns whether a page is lost, because the user's own code panicked while it was received.
    pub(crate) fn is_page_lost(&self) -> bool {
        self.is_page_unreturned
    }

    /// Returns whether the list would end after a page that has these facts.
    pub(crate) fn would_end(&self, facts: &NextFacts<P>) -> bool {
        self.phase_after(facts) != Phase::Ready
    }

    /// Returns the phase after a page that has these facts.
    #[inline]
    fn phase_after(&self, facts: &NextFacts<P>) -> Phase {
        if self.ends_inside_page {
            return Phase::LimitReached;
        }
        let EndOn { empty_page, short_page, repeated_token } = self.end_on;
        let is_empty = facts.elements == 0;
        let is_short = is_empty || facts.elements < self.most_elements;
        let may_continue = facts.next_position.is_some() || facts.stop_reason.is_some();
        let is_last = match facts.more_results {
            Some(more_results) => !more_results,
            None => !may_continue || empty_page && is_empty || short_page && is_short,
        };
        match facts.stop_reason {
            _ if is_last => Phase::Ended,
            // If a page lacks the token of the next one, it may also lack items, so this is an error even if `max_items` is
            // reached at the end of this page.
            Some(StopReason::MissingToken) => Phase::Stopping(StopReason::MissingToken),
            None if facts.next_position.is_none() => Phase::Stopping(StopReason::MissingToken),
            Some(StopReason::RepeatedToken) if repeated_token => Phase::Ended,
            // After the last item that `max_items` allows, other reasons do not matter.
            _ if self.items_left == Some(0) => Phase::LimitReached,
            Some(reason) => Phase::Stopping(reason),
            None => Phase::Ready,
        }
    }

    /// Returns where to resume: a position, and the number of items to skip from there. Returns `None` if nothing is left.
    #[cfg(any(feature = "resume", test))]
    pub(crate) fn resume_at(&self, unyielded: Unyielded) -> Option<(Option<&P>, usize)> {
        let unyielded = if self.is_page_unreturned { Unyielded::WholePage } else { unyielded };
        // If the current page had fewer items than there were to skip, `self.skip` of them are in the following pages. Otherwise it
        // is 0.
        match unyielded {
            Unyielded::WholePage => Some((self.current.as_ref(), self.skipped + self.skip)),
            // Of a page with ten items, two were skipped and five are kept. If three of these are left, 2 + 5 - 3 are skipped.
            Unyielded::Items(items) if items > 0 || self.resumes_in_current() => {
                Some((self.current.as_ref(), self.skipped + self.kept - items + self.skip))
            }
            Unyielded::Items(_) => (self.phase != Phase::Ended).then_some((self.next.as_ref(), self.skip)),
        }
    }

    /// Returns whether a list that is resumed after the kept items of the current page requests this page again. The reason is
    /// that the page has more items, or that the next position is missing. Before a page was received, it also returns true if
    /// `next` is `None`. `resume_at` then returns the same position in both cases, because `current` is `None` too.
    #[cfg(any(feature = "resume", test))]
    fn resumes_in_current(&self) -> bool {
        self.ends_inside_page || self.next.is_none() && self.phase != Phase::Ended
    }

    /// Returns the position of the page that is received next.
    pub(crate) fn next_position(&self) -> Option<&P> {
        self.next.as_ref()
    }

    /// Returns the position of the current page.
    pub(crate) fn current_position(&self) -> Option<&P> {
        self.current.as_ref()
    }

    /// Returns the position of the earlier page with which next positions are compared, to find cycles.
    pub(crate) fn earlier_position(&self) -> Option<&P> {
        self.earlier.as_ref()
    }

    /// Returns the number of items of the current page that remain after trimming.
    pub(crate) fn kept(&self) -> usize {
        self.kept
    }

    /// Returns the number of pages received.
    pub(crate) fn pages(&self) -> u64 {
        self.pages
    }

    /// Returns whether the first request is still to be prepared.
    pub(crate) fn is_new(&self) -> bool {
        self.phase == Phase::New
    }

    /// Returns the maximum number of items and errors after the current page, if it is known. It is 0 only if neither a page nor an
    /// error follows. If `may_lack_token` is true, a page may lack the token of the next page, which is an error even after the
    /// last item.
    #[inline]
    pub(crate) fn items_and_errors_left(&self, may_lack_token: bool) -> Option<usize> {
        match self.phase {
            // The page is lost, so the next poll panics.
            _ if self.is_page_unreturned => None,
            Phase::New if self.items_left == Some(0) => Some(0),
            Phase::New | Phase::Ready => self.items_left?.checked_add(may_lack_token.into()),
            Phase::Stopping(_) => Some(1),
            Phase::Failed | Phase::LimitReached | Phase::Ended | Phase::Stopped => Some(0),
        }
    }
}
