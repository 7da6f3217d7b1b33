//! Where a listing stands: what to ask for next, when to stop, where to resume.

use core::mem;

use crate::paging::tokens::TokenValues;

/// Where a listing stands. `T` is the tokens of one request.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub(crate) struct Cursor<T> {
    /// The tokens of the next request, also when it is under way or failed.
    next: T,
    /// Whether the first request is sent as it was given, for its tokens cannot be told.
    as_given: bool,
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
    /// Whether a repeated token ends the listing.
    stop_on_repeated: bool,
    /// The tokens of an earlier page: see [`retire`](Self::retire).
    seen: T,
    /// Memory for the tokens of a request that is sent ahead.
    spare: T,
    /// Whether the last request was sent ahead.
    ahead: bool,
}

#[derive(Debug)]
struct Page<T> {
    /// The tokens that asked for it.
    place: T,
    /// How many items of it were taken before this listing began.
    skipped: usize,
    /// How many items of it are given.
    given: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was sent, and where the listing begins is not read.
    New,
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
    pub(crate) place: &'a T,
    pub(crate) taken: usize,
}

impl<T: TokenValues> Cursor<T> {
    pub(crate) fn new(max_items: Option<usize>, max_pages: Option<u64>, stop_on_repeated: bool) -> Self {
        Self {
            next: T::none(),
            as_given: false,
            skip: 0,
            again: false,
            remaining: max_items,
            requests: max_pages,
            page: Page { place: T::none(), skipped: 0, given: 0 },
            state: State::New,
            pages: 0,
            stop_on_repeated,
            seen: T::none(),
            spare: T::none(),
            ahead: false,
        }
    }

    /// Whether it is still to be read where the listing begins.
    pub(crate) fn is_new(&self) -> bool {
        self.state == State::New
    }

    /// It is read.
    pub(crate) fn begin(&mut self) {
        self.state = if self.remaining == Some(0) { State::Limited } else { State::Ready };
    }

    /// Begins at `place`, after `taken` items of it; `None` is where the request as it was given begins.
    pub(crate) fn start(&mut self, place: Option<T>, taken: usize) {
        self.as_given = place.is_none();
        self.next = place.unwrap_or_else(T::none);
        self.skip = taken;
    }

    /// The tokens of the next request, also when it is under way or failed.
    pub(crate) fn place(&self) -> &T {
        if self.again { &self.page.place } else { &self.next }
    }

    /// Whether the next request is sent as it was given.
    #[inline]
    pub(crate) fn sends_as_given(&self) -> bool {
        self.as_given && self.pages == 0
    }

    /// Puts the tokens of the next request in place of `tokens`; a copy stays here. `ahead` says that items of the page in hand
    /// are still to be given. The copy is made in memory of tokens that nobody asks for any more, of `tokens` if need be. Not
    /// inlined: it is the same for all operations that have tokens of one type.
    #[inline(never)]
    pub(crate) fn copy(&mut self, ahead: bool, tokens: &mut T) {
        self.ahead = ahead;
        let retired = if ahead {
            &mut self.spare
        } else {
            self.retire();
            &mut self.page.place
        };
        let retired = mem::replace(retired, T::none());
        if retired.any() {
            *tokens = retired;
        }
        tokens.clone_from(&self.next);
        mem::swap(tokens, &mut self.next);
    }

    /// The tokens of the next request, to be put into it and given back before anybody asks for them; and which of them are
    /// set, for the request cannot tell where a field of it is no `Option`.
    #[inline]
    pub(crate) fn lend(&mut self) -> (T, u64) {
        let set = self.next.set();
        (mem::replace(&mut self.next, T::none()), set)
    }

    #[inline]
    pub(crate) fn give_back(&mut self, tokens: T, set: u64) {
        self.next = tokens;
        self.next.keep(set);
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
            State::New | State::Failed | State::Limited | State::Ended | State::Stopped => Step::End,
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
        if self.ahead {
            self.keep_spare();
        }
        self.pages += 1;
        &mut self.next
    }

    /// The memory of the tokens before is for the next request that is sent ahead.
    #[cold]
    #[inline(never)]
    fn keep_spare(&mut self) {
        mem::swap(&mut self.next, &mut self.spare);
    }

    /// Nobody asks for the tokens of the page in hand any more. Those of the 1st, 2nd, 4th, 8th, … page are kept in place of
    /// those that were kept before, and compared with what later pages bring: so a token that comes back is found with one in
    /// memory, within three times the pages before and in the cycle (R. P. Brent, "An improved Monte Carlo factorization
    /// algorithm", 1980).
    #[inline]
    fn retire(&mut self) {
        if self.pages.is_power_of_two() {
            self.keep();
        }
    }

    #[cold]
    #[inline(never)]
    fn keep(&mut self) {
        if self.page.place.any() {
            mem::swap(&mut self.seen, &mut self.page.place);
        }
    }

    /// Whether something is to be cut off the page that is there, if it is long enough.
    #[inline]
    pub(crate) fn cuts(&self) -> bool {
        self.skip > 0 || self.remaining.is_some()
    }

    /// What to cut off the page that is there: it has `count` items, and `divisible` is whether the end of a listing may fall
    /// inside.
    pub(crate) fn cut(&mut self, count: usize, divisible: bool) -> Cut {
        let skip = self.skip.min(count);
        let left = if divisible || skip == 0 { count - skip } else { 0 };
        let keep = match self.remaining {
            Some(remaining) if divisible => left.min(remaining),
            _ => left,
        };
        self.remaining = self.remaining.map(|remaining| remaining.saturating_sub(keep));
        // Where more is left of it than is wanted, there is nowhere to go on but there.
        self.again = keep < left;
        Cut { skip, keep, resumed: self.skip > 0 }
    }

    /// Takes in the page that is there: `given` items of it are given, and it told whether there is more, or not.
    pub(crate) fn receive(&mut self, given: usize, more: Option<bool>) {
        let skipped = mem::take(&mut self.skip);
        self.page.skipped = skipped;
        self.page.given = given;
        self.state = if self.again { State::Limited } else { self.behind(more) };
        self.again |= self.state == State::Halted(Halt::MoreWithoutToken);
        if self.again {
            self.skip = skipped + given;
        }
    }

    /// What is behind the page in hand, if it is not cut.
    fn behind(&self, more: Option<bool>) -> State {
        if more == Some(false) {
            return State::Ended;
        }
        if !self.next.any() {
            let lacking = more == Some(true);
            return if lacking { State::Halted(Halt::MoreWithoutToken) } else { State::Ended };
        }
        let repeated = self.next == self.page.place;
        if repeated && self.stop_on_repeated {
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
            let taken = self.page.skipped + (self.page.given - left);
            return Some(Position { place: &self.page.place, taken });
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
        match self.state {
            State::New => self.remaining == Some(0),
            State::Ready | State::Halted(_) => false,
            _ => true,
        }
    }

    /// How many items and errors can come behind the page in hand, where that is known. `flagged` says that a page may lack
    /// a token, which is an error also behind the last item that is wanted.
    pub(crate) fn remaining(&self, flagged: bool) -> Option<usize> {
        match self.state {
            State::New if self.remaining == Some(0) => Some(0),
            State::New | State::Ready => self.remaining?.checked_add(flagged.into()),
            // The error.
            State::Halted(_) => Some(1),
            _ => Some(0),
        }
    }
}

#[cfg(test)]
mod tests;
