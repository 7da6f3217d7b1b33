//! Where a listing stands: what to ask for next, when to stop, where to resume.

use core::mem;

use crate::paging::tokens::TokenValues;

/// Where a listing stands. `T` is the tokens of one request.
#[derive(Debug)]
pub(crate) struct Cursor<T> {
    /// The tokens of the next request, also when it is under way or failed; `None` where it is sent as it was given.
    next: Option<T>,
    /// How many items of the next page were taken before.
    skip: usize,
    /// Whether there is nowhere to go on but in the page in hand, after `skip` items of it.
    again: bool,
    /// How many items are still wanted.
    remaining: Option<usize>,
    /// How many more requests may be sent.
    requests: Option<u64>,
    /// The page in hand, or an empty one before the first.
    page: Page<T>,
    state: State,
    /// How many pages were read.
    pages: u64,
    /// The tokens of an earlier page: see [`retire`](Self::retire).
    seen: Option<T>,
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brought {
    /// How many items.
    pub(crate) count: usize,
    /// Whether the end of a listing may fall inside.
    pub(crate) divisible: bool,
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
    /// Whether it holds more than is wanted.
    pub(crate) limited: bool,
}

/// Where to go on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Position<'a, T> {
    pub(crate) place: Option<&'a T>,
    pub(crate) taken: usize,
}

impl<T: TokenValues> Cursor<T> {
    pub(crate) fn new(max_items: Option<usize>, max_pages: Option<u64>) -> Self {
        Self {
            next: None,
            skip: 0,
            again: false,
            remaining: max_items,
            requests: max_pages,
            page: Page { place: None, skipped: 0, given: 0 },
            state: if max_items == Some(0) { State::Limited } else { State::Ready },
            pages: 0,
            seen: None,
        }
    }

    /// Begins at `place`, after `taken` items of it.
    pub(crate) fn start(&mut self, place: Option<T>, taken: usize) {
        self.next = place;
        self.skip = taken;
    }

    /// The tokens of the next request, also when it is under way or failed.
    pub(crate) fn place(&self) -> Option<&T> {
        if self.again { self.page.place.as_ref() } else { self.next.as_ref() }
    }

    /// The tokens of the next request, to be put into it; a copy stays here. `ahead` says that items of the page in hand are
    /// still to be given. The copy is made in memory of tokens that nobody asks for any more; `spare` may have such.
    #[inline]
    pub(crate) fn copy(&mut self, ahead: bool, spare: impl FnOnce() -> Option<T>) -> Option<T> {
        if ahead {
            return self.next.clone();
        }
        self.retire();
        let mut copy = self.page.place.take().or_else(spare);
        copy.clone_from(&self.next);
        mem::replace(&mut self.next, copy)
    }

    /// The tokens of the next request, to be put into it and given back before anybody asks for them.
    #[inline]
    pub(crate) fn lend(&mut self) -> Option<T> {
        self.next.take()
    }

    #[inline]
    pub(crate) fn give_back(&mut self, tokens: Option<T>) {
        self.next = tokens;
    }

    /// Whether another request is to be sent.
    #[inline]
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

    /// The page that was asked for is there. Gives the place for the tokens that it brought, in which there may be others.
    #[inline]
    pub(crate) fn arrive(&mut self) -> &mut T {
        self.retire();
        mem::swap(&mut self.next, &mut self.page.place);
        self.pages += 1;
        self.next.get_or_insert_with(T::none)
    }

    /// Nobody asks for the tokens of the page in hand any more. Those of the 1st, 2nd, 4th, 8th, … page are kept in place of
    /// those that were kept before, and compared with what later pages bring: so a token that comes back is found with one in
    /// memory, within three times the pages before and in the cycle (R. P. Brent, "An improved Monte Carlo factorization
    /// algorithm", 1980).
    #[inline]
    fn retire(&mut self) {
        if self.page.place.is_some() && self.pages.is_power_of_two() {
            mem::swap(&mut self.seen, &mut self.page.place);
        }
    }

    /// Takes in what a page brought, and says what to cut off it, if anything.
    pub(crate) fn receive(&mut self, brought: Brought) -> Option<Cut> {
        let skipped = mem::take(&mut self.skip);
        self.page.skipped = skipped;
        self.page.given = brought.count;
        let cut = if skipped > 0 || self.remaining.is_some() { self.cut(brought) } else { None };
        let limited = cut.is_some_and(|cut| cut.limited);
        self.state = if limited { State::Limited } else { self.behind(brought) };
        if limited || matches!(self.state, State::Halted(Halt::MoreWithoutToken)) {
            self.again = true;
            self.skip = skipped.max(cut.map_or(0, |cut| cut.skip) + self.page.given);
        }
        cut
    }

    /// What to cut off a page that was begun before, or that may hold more than is wanted.
    #[cold]
    fn cut(&mut self, brought: Brought) -> Option<Cut> {
        let Page { skipped, .. } = self.page;
        let skip = skipped.min(brought.count);
        let left = if brought.divisible || skip == 0 { brought.count - skip } else { 0 };
        let keep = match self.remaining {
            Some(remaining) if brought.divisible => left.min(remaining),
            _ => left,
        };
        self.remaining = self.remaining.map(|remaining| remaining.saturating_sub(keep));
        self.page.given = keep;
        let (resumed, limited) = (skipped > 0, keep < left);
        (resumed || limited).then_some(Cut { skip, keep, resumed, limited })
    }

    /// What is behind the page in hand, if it is not cut.
    fn behind(&self, brought: Brought) -> State {
        if brought.more == Some(false) {
            return State::Ended;
        }
        if !brought.any {
            let lacking = brought.more == Some(true);
            return if lacking { State::Halted(Halt::MoreWithoutToken) } else { State::Ended };
        }
        let repeated = self.next == self.page.place;
        if repeated && brought.stop_on_repeated {
            State::Ended
        } else if self.remaining == Some(0) {
            State::Limited
        } else if repeated {
            State::Halted(Halt::RepeatedToken)
        } else if self.next == self.seen {
            State::Halted(Halt::TokenCycle)
        } else {
            State::Ready
        }
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

#[cfg(test)]
mod tests;
