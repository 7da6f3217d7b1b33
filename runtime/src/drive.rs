//! The one [`Operation`] that there is: it joins the call, the request, the keys and the cursor.

use alloc::boxed::Box;
use alloc::vec;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use crate::course::Course;
use crate::define::{KeySet, More};
use crate::error::{Error, PageSizeError};
use crate::operation::{Listing, Operation, PageResult, Progress};
use crate::paging::cursor::{Brought, Step};
use crate::paging::limit::Limit;
use crate::paging::results::{Join, Primary};
use crate::paging::tokens::{Codecs, TokenValues, Tokens};
use crate::resume::ResumeToken;
use crate::settings::Settings;

/// Where the request is kept between pages.
pub trait Kept<R> {
    /// The request of one call, set by `set`.
    fn request(&mut self, set: impl FnOnce(&mut R)) -> R;
    /// The request itself.
    fn get(&mut self) -> &mut R;
    /// Takes it back after the call.
    fn give_back(&mut self, request: R);
}

/// A request of which each call takes a clone.
#[derive(Debug)]
pub struct Cloned<R>(pub R);

impl<R: Clone> Kept<R> for Cloned<R> {
    fn request(&mut self, set: impl FnOnce(&mut R)) -> R {
        let mut request = self.0.clone();
        set(&mut request);
        request
    }
    fn get(&mut self) -> &mut R {
        &mut self.0
    }
    fn give_back(&mut self, _: R) {}
}

/// A request that each call takes and gives back.
#[derive(Debug)]
pub struct Lent<R>(Option<R>);

impl<R> Lent<R> {
    pub(crate) fn new(request: R) -> Self {
        Self(Some(request))
    }
}

const LENT: &str = "the call gave the request back, unless it panicked";

impl<R> Kept<R> for Lent<R> {
    fn request(&mut self, set: impl FnOnce(&mut R)) -> R {
        let mut request = self.0.take().expect(LENT);
        set(&mut request);
        request
    }
    fn get(&mut self) -> &mut R {
        self.0.as_mut().expect(LENT)
    }
    fn give_back(&mut self, request: R) {
        self.0 = Some(request);
    }
}

/// What a call answers: a result, and the request if it was lent.
pub trait Answer<R, O, E> {
    /// The two of them.
    fn split(self) -> (Option<R>, Result<O, E>);
}

impl<R, O, E> Answer<R, O, E> for Result<O, E> {
    fn split(self) -> (Option<R>, Result<O, E>) {
        (None, self)
    }
}

impl<R, O, E> Answer<R, O, E> for (R, Result<O, E>) {
    fn split(self) -> (Option<R>, Result<O, E>) {
        (Some(self.0), self.1)
    }
}

/// How a request is sent.
pub trait Call<S, R, O, E> {
    /// Sends what `request` makes of the source, if nothing is under way, and polls it.
    fn poll(&mut self, cx: &mut Context<'_>, source: &mut S, set: impl FnOnce(&mut R)) -> Poll<Result<O, E>>;

    /// Whether a request is under way.
    fn is_under_way(&self) -> bool;
}

/// Sends by a call that makes a future. The future lives in one allocation for the whole listing.
pub struct Calling<C, F> {
    call: C,
    under_way: Pin<Box<Option<F>>>,
}

impl<C, F> Calling<C, F> {
    pub(crate) fn new(call: C) -> Self {
        Self { call, under_way: Box::pin(None) }
    }
}

impl<S, R, O, E, C, F> Call<S, R, O, E> for Calling<C, F>
where
    S: Kept<R>,
    C: FnMut(R) -> F,
    F: Future<Output: Answer<R, O, E>>,
{
    fn poll(&mut self, cx: &mut Context<'_>, source: &mut S, set: impl FnOnce(&mut R)) -> Poll<Result<O, E>> {
        if self.under_way.is_none() {
            let future = (self.call)(source.request(set));
            self.under_way.set(Some(future));
        }
        let Some(future) = self.under_way.as_mut().as_pin_mut() else { return Poll::Pending };
        let (request, result) = ready!(future.poll(cx)).split();
        self.under_way.set(None);
        if let Some(request) = request {
            source.give_back(request);
        }
        Poll::Ready(result)
    }

    fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }
}

/// Sends by a call that is not async.
#[derive(Debug)]
pub struct Blocking<C>(C);

impl<C> Blocking<C> {
    pub(crate) fn new(call: C) -> Self {
        Self(call)
    }
}

impl<S, R, O, E, C> Call<S, R, O, E> for Blocking<C>
where
    S: Kept<R>,
    C: FnMut(&mut R) -> Result<O, E>,
{
    fn poll(&mut self, _: &mut Context<'_>, source: &mut S, set: impl FnOnce(&mut R)) -> Poll<Result<O, E>> {
        let request = source.get();
        set(request);
        Poll::Ready((self.0)(request))
    }

    fn is_under_way(&self) -> bool {
        false
    }
}

/// An operation under way.
pub struct Drive<S, R, C, O, E, K: KeySet<R, O>> {
    source: S,
    call: C,
    keys: K,
    /// The answer to a request sent ahead, until its page is asked for. The cursor knows nothing of it before.
    ahead: Option<Result<O, E>>,
    course: Course<<K::Tokens as Tokens<R, O>>::Codecs>,
    request: PhantomData<fn(R)>,
}

impl<S, R, C, O, E, K> Drive<S, R, C, O, E, K>
where
    S: Kept<R>,
    C: Call<S, R, O, E>,
    K: KeySet<R, O>,
{
    pub(crate) fn new(name: &'static str, source: S, call: C, keys: K) -> Self {
        let course = Course::new(name, keys.keys().tokens.codecs());
        Self { source, call, keys, ahead: None, course, request: PhantomData }
    }

    /// Reads the starting token and the page size into the request, before anything is sent.
    fn start(&mut self) -> Result<(), Error<E>> {
        self.course.start().map_err(Error::StartingToken)?;
        let Some(page_size) = self.course.settings.config.page_size else { return Ok(()) };
        let limit = &self.keys.keys().limit;
        if limit.put(self.source.get(), page_size) {
            return Ok(());
        }
        Err(Error::PageSize(PageSizeError { operation: self.course.name, key: limit.name(), page_size }))
    }

    /// Sends the next request, if none is under way, and polls it. `ahead` says that the page in hand is not all given.
    fn poll_call(&mut self, cx: &mut Context<'_>, ahead: bool) -> Poll<Result<O, E>> {
        if !self.call.is_under_way() {
            self.course.trace.sent(self.course.name);
        }
        let Course { cursor, trace, .. } = &mut self.course;
        let tokens = &self.keys.keys().tokens;
        let set = |request: &mut R| {
            if let Some(place) = cursor.send(ahead) {
                tokens.write(request, place);
            }
        };
        let answer = ready!(trace.inside(|| self.call.poll(cx, &mut self.source, set)));
        trace.answered();
        Poll::Ready(answer)
    }

    /// Sends the request behind the page in hand, if there is to be one, and polls it. Says whether it is under way.
    #[cold]
    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        if self.ahead.is_some() || !(self.call.is_under_way() || self.course.cursor.sends()) {
            return false;
        }
        match self.poll_call(cx, true) {
            Poll::Ready(answer) => {
                self.ahead = Some(answer);
                false
            }
            Poll::Pending => true,
        }
    }

    /// Takes in what the page brought, and cuts the page.
    fn receive(&mut self, page: &mut O, take: bool) {
        let keys = self.keys.keys();
        let next = keys.tokens.read(page, take);
        let cut = self.course.cursor.receive(Brought {
            count: keys.primary.count(page),
            divisible: K::Primary::DIVISIBLE,
            any: next.any(),
            more: keys.more.more(page),
            next,
            stop_on_repeated: keys.stop_on_repeated,
        });
        keys.primary.cut(page, cut.skip, cut.keep);
        if cut.resumed {
            keys.others.clear(page);
        }
    }
}

impl<S, R, C, O, E, K> Listing for Drive<S, R, C, O, E, K>
where
    S: Kept<R>,
    C: Call<S, R, O, E>,
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
        self.course.begin(self.keys.keys().tokens.given(self.source.get()));
    }

    fn poll_page(&mut self, cx: &mut Context<'_>, take: bool) -> Poll<Option<PageResult<Self>>> {
        if self.ahead.is_none() && !self.call.is_under_way() {
            if !self.course.started
                && let Err(error) = self.start()
            {
                self.course.cursor.refuse();
                return Poll::Ready(Some(Err(error)));
            }
            match self.course.cursor.step() {
                Step::Send => {}
                Step::Halt(halt) => {
                    let more = self.keys.keys().more.name();
                    return Poll::Ready(Some(Err(self.course.halted(halt, more))));
                }
                Step::End => return Poll::Ready(None),
            }
        }
        let answer = match self.ahead.take() {
            Some(answer) => answer,
            None => ready!(self.poll_call(cx, false)),
        };
        Poll::Ready(Some(match answer {
            Ok(mut page) => {
                self.receive(&mut page, take);
                self.course.trace.page(self.course.name, self.progress());
                Ok(page)
            }
            Err(error) => {
                self.course.cursor.failed();
                self.course.trace.failed(self.course.name, self.progress());
                Err(Error::Operation(error))
            }
        }))
    }

    #[inline]
    fn poll_ahead(&mut self, cx: &mut Context<'_>) -> bool {
        self.course.settings.prefetch && self.poll_prefetch(cx)
    }

    fn take_items(&self, page: O) -> vec::IntoIter<Self::Item> {
        self.keys.keys().primary.take_items(page)
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

    fn is_resumable(&self) -> bool {
        <K::Tokens as Tokens<R, O>>::Codecs::RESUMABLE
    }

    fn progress(&self) -> Progress {
        let flagged = !self.keys.keys().more.name().is_empty();
        self.course.progress(K::Primary::DIVISIBLE, flagged)
    }
}

impl<S, R, C, O, E, K> Operation for Drive<S, R, C, O, E, K>
where
    S: Kept<R>,
    C: Call<S, R, O, E>,
    K: KeySet<R, O>,
{
    const RESUMABLE: bool = <K::Tokens as Tokens<R, O>>::Codecs::RESUMABLE;
}
