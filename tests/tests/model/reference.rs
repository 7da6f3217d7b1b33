//! What a listing must give, as simply as it can be said.

use std::task::{Poll, ready};

use super::service::{Ending, Fault, World};

/// Why a listing stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Failed,
    MoreWithoutToken,
    MaxPages,
    NothingRead,
}

/// What is read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Item,
    /// All that is in hand.
    Page,
}

/// A listing that stands before the item `taken` of the page `page`.
#[derive(Clone)]
pub struct Reference<'a> {
    world: &'a World,
    page: usize,
    taken: usize,
    /// How many items are in hand, from that one on.
    hand: usize,
    /// How many items may still be given.
    left: usize,
    /// How many pages may still be read.
    pages: u64,
    /// What befalls the request under way.
    under_way: Option<Fault>,
    /// Whether pages are read ahead.
    ahead: bool,
    /// Whether the request that was sent ahead and is answered failed.
    answered: Option<bool>,
    failed: bool,
    told: bool,
    calm: bool,
    /// The pages asked for so far.
    pub asked: Vec<usize>,
    pub pages_fetched: u64,
    pub items_given: u64,
}

impl<'a> Reference<'a> {
    pub fn new(world: &'a World, begin: usize) -> Self {
        Reference {
            world,
            page: begin,
            taken: 0,
            hand: 0,
            left: usize::MAX,
            pages: u64::MAX,
            under_way: None,
            ahead: false,
            answered: None,
            failed: false,
            told: false,
            calm: false,
            asked: Vec::new(),
            pages_fetched: 0,
            items_given: 0,
        }
    }

    /// Whether the service says that there is another page, and not where.
    fn lacks_token(&self) -> bool {
        self.page == self.world.pages.len() && !self.is_all_given()
    }

    /// Whether all that may be given is, or a failure stands.
    fn is_over(&self) -> bool {
        self.failed || self.told || self.is_all_given() || (self.left == 0 && !self.lacks_token())
    }

    /// Polls the request for `page`, which is sent if none is under way; says whether it failed.
    fn poll_request(&mut self, page: usize) -> Poll<bool> {
        if self.under_way.is_none() {
            let fault = self.world.fault(self.asked.len());
            self.under_way = Some(if self.calm { Fault { pending: 0, fails: false } } else { fault });
            self.asked.push(page);
        }
        let fault = self.under_way.as_mut().unwrap();
        if let Some(pending) = fault.pending.checked_sub(1) {
            fault.pending = pending;
            return Poll::Pending;
        }
        Poll::Ready(self.under_way.take().unwrap().fails)
    }

    /// Reads the next page into the hand.
    fn poll_page(&mut self) -> Poll<Option<Result<(), Stop>>> {
        let fails = if let Some(fails) = self.answered.take() {
            fails
        } else {
            if self.under_way.is_none() {
                if self.is_over() {
                    return Poll::Ready(None);
                }
                let lacks_token = self.lacks_token();
                if lacks_token || self.pages == self.pages_fetched {
                    self.told = true;
                    return Poll::Ready(Some(Err(if lacks_token { Stop::MoreWithoutToken } else { Stop::MaxPages })));
                }
            }
            ready!(self.poll_request(self.page))
        };
        self.failed = fails;
        if self.failed {
            return Poll::Ready(Some(Err(Stop::Failed)));
        }
        self.pages_fetched += 1;
        self.hand = (self.world.pages[self.page].len() - self.taken).min(self.left);
        self.turn();
        Poll::Ready(Some(Ok(())))
    }

    /// Sends the request that will be needed when all in hand is given, and polls it.
    fn poll_ahead(&mut self) {
        if !self.ahead || self.answered.is_some() {
            return;
        }
        let mut then = self.clone();
        then.give(then.hand);
        let sends = !(then.is_over() || then.lacks_token() || then.pages == then.pages_fetched);
        if (sends || self.under_way.is_some())
            && let Poll::Ready(fails) = self.poll_request(then.page)
        {
            self.answered = Some(fails);
        }
    }

    /// Gives `n` items of those in hand.
    fn give(&mut self, n: usize) -> Vec<u32> {
        if n == 0 {
            return Vec::new();
        }
        let items = self.world.pages[self.page][self.taken..][..n].to_vec();
        self.taken += n;
        self.hand -= n;
        self.left -= n;
        self.items_given += n as u64;
        self.turn();
        items
    }

    /// A page of which all was given is behind us.
    fn turn(&mut self) {
        if self.taken == self.world.pages[self.page].len() {
            (self.page, self.taken) = (self.page + 1, 0);
        }
    }

    /// What a poll gives.
    pub fn poll(&mut self, unit: Unit) -> Poll<Option<Result<Vec<u32>, Stop>>> {
        if unit == Unit::Page {
            let page = ready!(self.poll_page()).map(|page| page.map(|()| self.give(self.hand)));
            self.poll_ahead();
            return Poll::Ready(page);
        }
        loop {
            if self.hand == 0 {
                match ready!(self.poll_page()) {
                    Some(Ok(())) => {}
                    other => return Poll::Ready(other.map(|page| page.map(|()| Vec::new()))),
                }
            }
            self.poll_ahead();
            if self.hand > 0 {
                return Poll::Ready(Some(Ok(self.give(1))));
            }
        }
    }

    pub fn retry(&mut self) {
        self.failed = false;
    }

    pub fn calm(&mut self) {
        self.calm = true;
    }

    /// Whether nothing is left: then, and only then, there is no resume token.
    pub fn is_all_given(&self) -> bool {
        self.page == self.world.pages.len() && self.world.ending != Ending::MoreWithoutToken
    }

    /// Another listing goes on where this one stands.
    pub fn resume(&mut self, ahead: bool, max_items: Option<usize>, max_pages: Option<u64>) {
        if self.page == self.world.pages.len() {
            // The page that gave no token is the only place that there is.
            self.page -= 1;
            self.taken = self.world.pages[self.page].len();
        }
        let asked = std::mem::take(&mut self.asked);
        *self = Reference { taken: self.taken, calm: self.calm, asked, ..Reference::new(self.world, self.page) };
        self.ahead = ahead;
        self.left = max_items.unwrap_or(usize::MAX);
        self.pages = max_pages.unwrap_or(u64::MAX);
    }

    /// How many items (or pages) and errors come, if nobody retries.
    pub fn count_left(&self, unit: Unit) -> usize {
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

    /// Whether `max_items` is 0.
    pub fn wants_nothing(&self) -> bool {
        self.left == 0
    }
}
