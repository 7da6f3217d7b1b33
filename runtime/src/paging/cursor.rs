//! Where a listing stands: what to ask for next, when to stop, where to resume.

use core::mem;

/// Where a listing stands. `T` is the tokens of one request.
#[derive(Debug)]
pub(crate) struct Cursor<T> {
    /// The tokens of the next request, as a page brought them; `None` where the request is sent as it was given.
    next: Option<T>,
    /// A copy of them, once the next request took them.
    asked: Option<T>,
    /// Whether the next request took them.
    sent: bool,
    /// How many items of the next page were taken before.
    skip: usize,
    /// How many items are still wanted.
    remaining: Option<usize>,
    /// How many more requests may be sent.
    requests: Option<u64>,
    /// The page in hand, or an empty one before the first.
    page: Page<T>,
    state: State,
    /// How many pages were read.
    pages: u64,
    watch: Watch<T>,
}

#[derive(Debug)]
struct Page<T> {
    /// The tokens that asked for it.
    place: Option<T>,
    /// How many items of it were taken before this listing began.
    skipped: usize,
    /// How many items of it are given.
    given: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// There may be another page.
    Ready,
    /// The last request failed.
    Failed,
    /// `max_items` is reached.
    Limited,
    /// Nothing is left.
    Ended,
    /// The listing cannot go on, and nobody was told yet.
    Halted(Halt),
    /// The listing cannot go on, and that was told.
    Stopped,
}

/// Why a listing cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halt {
    /// The service gave the same token twice in a row.
    RepeatedToken,
    /// The service gave a token that it had given before.
    TokenCycle,
    /// The service says that there is more and not where.
    MoreWithoutToken,
    /// As many requests were sent as were allowed.
    MaxPages,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Send,
    Halt(Halt),
    End,
}

/// What a page brought, before anything was cut off it.
pub(crate) struct Brought<T> {
    /// How many items.
    pub(crate) count: usize,
    /// Whether the end of a listing may fall inside.
    pub(crate) divisible: bool,
    /// The tokens of the next page.
    pub(crate) next: T,
    /// Whether there is any token.
    pub(crate) any: bool,
    /// The flag that says whether there is more.
    pub(crate) more: Option<bool>,
    /// Whether a repeated token ends the listing.
    pub(crate) stop_on_repeated: bool,
}

/// What to cut off a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) skip: usize,
    pub(crate) keep: usize,
    /// Whether the page was begun before.
    pub(crate) resumed: bool,
}

/// Where to go on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Position<'a, T> {
    pub(crate) place: Option<&'a T>,
    pub(crate) taken: usize,
}

impl<T: Clone + PartialEq> Cursor<T> {
    pub(crate) fn new(max_items: Option<usize>, max_pages: Option<u64>) -> Self {
        Self {
            next: None,
            asked: None,
            sent: false,
            skip: 0,
            remaining: max_items,
            requests: max_pages,
            page: Page { place: None, skipped: 0, given: 0 },
            state: if max_items == Some(0) { State::Limited } else { State::Ready },
            pages: 0,
            watch: Watch::new(),
        }
    }

    /// Begins at `place`, after `taken` items of it.
    pub(crate) fn start(&mut self, place: Option<T>, taken: usize) {
        self.next = place;
        self.skip = taken;
    }

    /// The tokens of the next request, also when it is under way or failed.
    pub(crate) fn place(&self) -> Option<&T> {
        if self.sent { self.asked.as_ref() } else { self.next.as_ref() }
    }

    /// The tokens of the next request, to be put into it. `ahead` says that items of the page in hand are still to be given.
    pub(crate) fn send(&mut self, ahead: bool) -> Option<T> {
        if self.sent {
            return self.asked.clone();
        }
        self.sent = true;
        if !ahead {
            // Nobody asks for the tokens of that page any more: their memory is used again.
            mem::swap(&mut self.asked, &mut self.page.place);
        }
        self.asked.clone_from(&self.next);
        self.next.take()
    }

    /// Whether another request is to be sent.
    pub(crate) fn sends(&self) -> bool {
        self.state == State::Ready && self.requests != Some(self.pages)
    }

    pub(crate) fn step(&mut self) -> Step {
        match self.state {
            _ if self.sends() => Step::Send,
            State::Ready => {
                self.state = State::Stopped;
                Step::Halt(Halt::MaxPages)
            }
            State::Halted(halt) => {
                self.state = State::Stopped;
                Step::Halt(halt)
            }
            State::Failed | State::Limited | State::Ended | State::Stopped => Step::End,
        }
    }

    pub(crate) fn failed(&mut self) {
        self.state = State::Failed;
    }

    /// Nothing may be sent: what was asked for cannot be.
    pub(crate) fn refuse(&mut self) {
        self.state = State::Stopped;
    }

    pub(crate) fn retry(&mut self) {
        if self.state == State::Failed {
            self.state = State::Ready;
        }
    }

    /// Takes in a page, and says what to cut off it.
    pub(crate) fn receive(&mut self, brought: Brought<T>) -> Cut {
        let skipped = mem::take(&mut self.skip);
        let skip = skipped.min(brought.count);
        let left = if brought.divisible || skip == 0 { brought.count - skip } else { 0 };
        let keep = match self.remaining {
            Some(remaining) if brought.divisible => left.min(remaining),
            _ => left,
        };
        self.remaining = self.remaining.map(|remaining| remaining.saturating_sub(keep));
        self.pages += 1;
        mem::swap(&mut self.asked, &mut self.page.place);
        self.sent = false;
        self.page.skipped = skipped;
        self.page.given = keep;
        let (state, goes_on) = if keep < left { (State::Limited, false) } else { self.behind(&brought) };
        self.state = state;
        if goes_on {
            self.next = Some(brought.next);
        } else if state != State::Ended {
            // There is nowhere to go on but behind what was given of this page.
            self.next.clone_from(&self.page.place);
            self.skip = skipped.max(skip + keep);
        }
        Cut { skip, keep, resumed: skipped > 0 }
    }

    /// What is behind the page in hand, and whether the tokens that it brought lead there.
    fn behind(&mut self, brought: &Brought<T>) -> (State, bool) {
        let repeated = brought.any && self.page.place.as_ref() == Some(&brought.next);
        if brought.more == Some(false) || (repeated && brought.stop_on_repeated) {
            return (State::Ended, false);
        }
        if !brought.any {
            let lacking = brought.more == Some(true);
            return (if lacking { State::Halted(Halt::MoreWithoutToken) } else { State::Ended }, false);
        }
        let state = if self.remaining == Some(0) {
            State::Limited
        } else if repeated {
            State::Halted(Halt::RepeatedToken)
        } else if self.watch.saw(&brought.next) {
            State::Halted(Halt::TokenCycle)
        } else {
            State::Ready
        };
        (state, true)
    }

    /// Where to go on when `left` of the items of the page in hand were not given yet. `None` only when nothing is left.
    pub(crate) fn position(&self, left: usize) -> Option<Position<'_, T>> {
        if left > 0 {
            let Page { place, skipped, given } = &self.page;
            return Some(Position { place: place.as_ref(), taken: skipped + (given - left) });
        }
        (self.state != State::Ended).then_some(Position { place: self.place(), taken: self.skip })
    }

    /// How many items of the page in hand this listing gives.
    pub(crate) fn given(&self) -> usize {
        self.page.given
    }

    pub(crate) fn pages(&self) -> u64 {
        self.pages
    }

    /// Whether nothing more comes: no page and no error.
    pub(crate) fn is_over(&self) -> bool {
        !matches!(self.state, State::Ready | State::Halted(_))
    }

    /// How many items and errors can come behind the page in hand, where that is known. `flagged` says that a page may lack
    /// a token, which is an error also behind the last item that is wanted.
    pub(crate) fn remaining(&self, flagged: bool) -> Option<usize> {
        match self.state {
            State::Ready => self.remaining?.checked_add(flagged.into()),
            // The error.
            State::Halted(_) => Some(1),
            _ => Some(0),
        }
    }
}

/// Finds a token that comes back, with one token in memory (R. P. Brent, "An improved Monte Carlo factorization
/// algorithm", 1980): each token is compared with one that is kept, and the one that is kept is replaced after 1, 2, 4, 8, …
/// pages. So a cycle is found within three times the pages before and in it.
#[derive(Debug)]
struct Watch<T> {
    seen: Option<T>,
    since: u64,
    until: u64,
}

impl<T: Clone + PartialEq> Watch<T> {
    fn new() -> Self {
        Self { seen: None, since: 0, until: 1 }
    }

    /// Whether `token` came before.
    fn saw(&mut self, token: &T) -> bool {
        if self.seen.as_ref() == Some(token) {
            return true;
        }
        self.since += 1;
        if self.since == self.until {
            match &mut self.seen {
                Some(seen) => seen.clone_from(token),
                None => self.seen = Some(token.clone()),
            }
            self.since = 0;
            self.until = self.until.saturating_mul(2);
        }
        false
    }
}

#[cfg(test)]
mod tests;
