//! The one [`Operation`] that there is: it joins the call, the keys and the cursor.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::task::{Context, Poll, ready};

use crate::call::{Call, Carry};
use crate::course::Course;
use crate::define::{KeySet, Keys, More};
use crate::error::{Error, PageSizeError};
use crate::operation::{Listing, Operation, Progress};
use crate::paging::cursor::{Cursor, Step};
use crate::paging::limit::Limit;
use crate::paging::results::{Join, Primary};
use crate::paging::tokens::{Codecs, TokenValues, Tokens, ValuesOf};
use crate::resume::ResumeToken;
use crate::settings::Settings;

/// An operation under way.
pub struct Drive<R, C, O, E, K: KeySet<R, O>> {
    call: C,
    keys: K,
    /// What came of the last request, until its page is taken. The cursor knows nothing of a page read ahead before.
    answer: Option<Result<O, E>>,
    course: Course<<K::Tokens as Tokens<R, O>>::Codecs>,
    request: PhantomData<fn(R)>,
}

/// The tokens of the next request, between the cursor and the request.
struct Carried<'a, O, T, V> {
    tokens: &'a T,
    cursor: &'a mut Cursor<V>,
    /// Whether the page in hand is not all given.
    ahead: bool,
    /// Which of them the request holds, and the cursor does not.
    lent: u64,
    output: PhantomData<fn(O)>,
}

impl<R, O, T: Tokens<R, O>> Carry<R> for Carried<'_, O, T, ValuesOf<T, R, O>> {
    #[inline]
    fn copy(&mut self, request: &mut R) {
        if self.cursor.sends_as_given() {
            return;
        }
        let mut tokens = self.tokens.take(request);
        self.cursor.copy(self.ahead, &mut tokens);
        self.tokens.write(request, tokens);
    }

    #[inline]
    fn lend(&mut self, request: &mut R) {
        if T::READABLE {
            let (tokens, lent) = self.cursor.lend();
            self.lent = lent;
            self.tokens.write(request, tokens);
        } else {
            self.copy(request);
        }
    }

    #[inline]
    fn take_back(&mut self, request: &mut R) {
        if T::READABLE {
            self.cursor.give_back(self.tokens.take(request), self.lent);
        }
    }
}

impl<R, C, O, E, K> Drive<R, C, O, E, K>
where
    C: Call<R, O, E>,
    K: KeySet<R, O>,
{
    pub(crate) fn new(name: &'static str, call: C, keys: K) -> Self {
        let course = Course::new(name, keys.keys().tokens.codecs());
        Self { call, keys, answer: None, course, request: PhantomData }
    }

    /// Whether a request is to be sent, where that is not plain: before the first, and where the listing stops.
    #[cold]
    #[inline(never)]
    fn turn(&mut self) -> Result<bool, Error<E>> {
        if self.course.cursor.is_new() {
            self.start().inspect_err(|_| self.course.cursor.refuse())?;
        }
        match self.course.cursor.step() {
            Step::Send => Ok(true),
            Step::End => Ok(false),
            Step::Halt(halt) => Err(self.course.halted(halt, self.keys.keys().more.name())),
        }
    }

    /// Reads the starting token and the page size into the request, before anything is sent.
    fn start(&mut self) -> Result<(), Error<E>> {
        self.course.start().map_err(Error::StartingToken)?;
        let Some(page_size) = self.course.settings.config.page_size else { return Ok(()) };
        let limit = &self.keys.keys().limit;
        if limit.put(self.call.request(), page_size) {
            return Ok(());
        }
        Err(Error::PageSize(PageSizeError { operation: self.course.name, key: limit.name(), page_size }))
    }

    /// Sends the next request, if none is under way, and polls it until its answer is there. `ahead` says that the page in
    /// hand is not all given.
    #[inline]
    fn poll_answer(&mut self, cx: &mut Context<'_>, ahead: bool) -> Poll<()> {
        let Course { cursor, trace, name, .. } = &mut self.course;
        let mut tokens = Carried { tokens: &self.keys.keys().tokens, cursor, ahead, lent: 0, output: PhantomData };
        self.answer = Some(ready!(trace.request(name, || self.call.poll(cx, &mut tokens))));
        Poll::Ready(())
    }

    /// The same for a call that is polled in two places, and compiled once.
    #[inline(never)]
    fn poll_async(&mut self, cx: &mut Context<'_>, ahead: bool) -> Poll<()> {
        self.poll_answer(cx, ahead)
    }
}

/// Cuts a page off that was begun before, or that may hold more than is wanted. Gives how many items are left.
#[cold]
#[inline(never)]
fn cut<O, T, P, X, M, L, K, V>(keys: &Keys<T, P, X, M, L, K>, page: &mut O, cursor: &mut Cursor<V>) -> usize
where
    P: Primary<O>,
    X: Join<O>,
    V: TokenValues,
{
    let cut = cursor.cut(keys.primary.count(page), P::DIVISIBLE);
    keys.primary.cut(page, cut.skip, cut.keep);
    if cut.resumed {
        keys.others.clear(page);
    }
    cut.keep
}

impl<R, C, O, E, K> Listing for Drive<R, C, O, E, K>
where
    C: Call<R, O, E>,
    K: KeySet<R, O>,
{
    type Output = O;
    type Item = <K::Primary as Primary<O>>::Item;
    type Error = E;
    type Keys = K::Kinds;

    fn name(&self) -> &'static str {
        self.course.name
    }

    fn settings(&self) -> &Settings {
        &self.course.settings
    }

    fn settings_mut(&mut self) -> &mut Settings {
        &mut self.course.settings
    }

    fn begin(&mut self) {
        let keys = self.keys.keys();
        self.course.begin(keys.tokens.given(self.call.request()), keys.stop_on_repeated);
    }

    #[inline]
    fn poll_page(&mut self, cx: &mut Context<'_>, take: bool) -> Poll<Option<Result<(), Error<E>>>> {
        if self.answer.is_none() {
            // While a request is under way, it is one that was to be sent.
            if !self.course.cursor.sends() {
                match self.turn() {
                    Ok(true) => {}
                    Ok(false) => return Poll::Ready(None),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                }
            }
            ready!(if C::ASYNC { self.poll_async(cx, false) } else { self.poll_answer(cx, false) });
        }
        let keys = self.keys.keys();
        let cursor = &mut self.course.cursor;
        match &mut self.answer {
            Some(Ok(page)) => {
                keys.tokens.read(page, cursor.arrive(), take);
                let more = keys.more.more(page);
                let mut given = keys.primary.count(page);
                if cursor.cuts() {
                    given = cut(keys, page, cursor);
                }
                cursor.receive(given, more);
                self.course.trace.page(self.course.name, || self.progress());
                Poll::Ready(Some(Ok(())))
            }
            failed => {
                cursor.failed();
                let Some(Err(error)) = failed.take() else { return Poll::Ready(None) };
                self.course.trace.failed(self.course.name, || self.progress());
                Poll::Ready(Some(Err(Error::Operation(error))))
            }
        }
    }

    #[inline]
    fn poll_ahead(&mut self, cx: &mut Context<'_>) -> bool {
        C::ASYNC
            && self.course.settings.prefetch
            && self.answer.is_none()
            && self.course.cursor.sends()
            && self.poll_async(cx, true).is_pending()
    }

    fn take_page(&mut self) -> Option<O> {
        self.answer.take()?.ok()
    }

    #[inline]
    fn take_items(&mut self) -> vec::IntoIter<Self::Item> {
        let items = match &mut self.answer {
            Some(Ok(page)) => self.keys.keys().primary.take_items(page),
            _ => Vec::new().into_iter(),
        };
        self.answer = None;
        items
    }

    fn join(&self, so_far: &mut O, next: &mut O) {
        let keys = self.keys.keys();
        keys.primary.join(so_far, next, &keys.others);
    }

    fn retry(&mut self) {
        self.course.cursor.retry();
    }

    fn resume_token(&self, left: usize) -> Option<ResumeToken> {
        self.course.resume_token(left)
    }

    fn progress(&self) -> Progress {
        let flagged = !self.keys.keys().more.name().is_empty();
        self.course.progress(K::Primary::DIVISIBLE, flagged)
    }
}

impl<R, C, O, E, K> Operation for Drive<R, C, O, E, K>
where
    C: Call<R, O, E>,
    K: KeySet<R, O>,
{
    const RESUMABLE: bool = <K::Tokens as Tokens<R, O>>::Codecs::RESUMABLE;
}
