//! How a request is sent: by value or by reference, by a call that is async or one that blocks. The request is kept here
//! between pages.

use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

/// The tokens on their way into a request.
pub trait Carry<R> {
    /// Puts them into a request, and keeps a copy.
    fn copy(&mut self, request: &mut R);
    /// Puts them into a request, to be taken back.
    fn lend(&mut self, request: &mut R);
    /// Takes them back.
    fn take_back(&mut self, request: &mut R);
}

/// How a request is sent.
pub trait Call<R, O, E> {
    /// Whether it may be under way while something else is done.
    const ASYNC: bool;

    /// The request, of which none is under way.
    fn request(&mut self) -> &mut R;

    /// Sends the request with these tokens, if none is under way, and polls it.
    fn poll(&mut self, cx: &mut Context<'_>, tokens: &mut impl Carry<R>) -> Poll<Result<O, E>>;
}

/// The future of a call, in one allocation for the whole listing.
struct UnderWay<F> {
    future: Pin<Box<Option<F>>>,
}

impl<F: Future> UnderWay<F> {
    fn new() -> Self {
        Self { future: Box::pin(None) }
    }

    /// Polls the future that is there, or the one that `call` makes.
    #[inline]
    fn poll(&mut self, cx: &mut Context<'_>, call: impl FnOnce() -> F) -> Poll<F::Output> {
        if self.future.is_none() {
            self.future.set(Some(call()));
        }
        let Some(future) = self.future.as_mut().as_pin_mut() else { return Poll::Pending };
        let output = ready!(future.poll(cx));
        self.future.set(None);
        Poll::Ready(output)
    }
}

/// A call that makes a future of a clone of the request.
pub struct Calling<R, C, F> {
    request: R,
    call: C,
    under_way: UnderWay<F>,
}

impl<R, C, F: Future> Calling<R, C, F> {
    pub(crate) fn new(request: R, call: C) -> Self {
        Self { request, call, under_way: UnderWay::new() }
    }
}

impl<R, O, E, C, F> Call<R, O, E> for Calling<R, C, F>
where
    R: Clone,
    C: FnMut(R) -> F,
    F: Future<Output = Result<O, E>>,
{
    const ASYNC: bool = true;

    fn request(&mut self) -> &mut R {
        &mut self.request
    }

    #[inline]
    fn poll(&mut self, cx: &mut Context<'_>, tokens: &mut impl Carry<R>) -> Poll<Result<O, E>> {
        let Self { request, call, under_way } = self;
        under_way.poll(cx, || {
            let mut request = request.clone();
            tokens.copy(&mut request);
            call(request)
        })
    }
}

/// A call whose future takes the request and gives it back: it borrows from it.
pub struct Lending<R, C, F> {
    request: Option<R>,
    call: C,
    under_way: UnderWay<F>,
}

impl<R, C, F: Future> Lending<R, C, F> {
    pub(crate) fn new(request: R, call: C) -> Self {
        Self { request: Some(request), call, under_way: UnderWay::new() }
    }
}

const LENT: &str = "the call gave the request back, unless it panicked";

impl<R, O, E, C, F> Call<R, O, E> for Lending<R, C, F>
where
    C: FnMut(R) -> F,
    F: Future<Output = (R, Result<O, E>)>,
{
    const ASYNC: bool = true;

    fn request(&mut self) -> &mut R {
        self.request.as_mut().expect(LENT)
    }

    #[inline]
    fn poll(&mut self, cx: &mut Context<'_>, tokens: &mut impl Carry<R>) -> Poll<Result<O, E>> {
        let Self { request, call, under_way } = self;
        let (given_back, result) = ready!(under_way.poll(cx, || {
            let mut request = request.take().expect(LENT);
            tokens.copy(&mut request);
            call(request)
        }));
        *request = Some(given_back);
        Poll::Ready(result)
    }
}

/// A call that blocks, and takes a clone of the request.
#[derive(Debug)]
pub struct Blocking<R, C> {
    request: R,
    call: C,
}

impl<R, C> Blocking<R, C> {
    pub(crate) fn new(request: R, call: C) -> Self {
        Self { request, call }
    }
}

impl<R, O, E, C> Call<R, O, E> for Blocking<R, C>
where
    R: Clone,
    C: FnMut(R) -> Result<O, E>,
{
    const ASYNC: bool = false;

    fn request(&mut self) -> &mut R {
        &mut self.request
    }

    #[inline]
    fn poll(&mut self, _: &mut Context<'_>, tokens: &mut impl Carry<R>) -> Poll<Result<O, E>> {
        let mut request = self.request.clone();
        tokens.copy(&mut request);
        Poll::Ready((self.call)(request))
    }
}

/// A call that blocks, and borrows the request.
#[derive(Debug)]
pub struct BlockingLent<R, C> {
    request: R,
    call: C,
}

impl<R, C> BlockingLent<R, C> {
    pub(crate) fn new(request: R, call: C) -> Self {
        Self { request, call }
    }
}

/// A request that holds tokens, which are taken back in the end, also when the call panics.
struct Holding<'a, R, T: Carry<R>> {
    request: &'a mut R,
    tokens: &'a mut T,
}

impl<R, T: Carry<R>> Drop for Holding<'_, R, T> {
    fn drop(&mut self) {
        self.tokens.take_back(self.request);
    }
}

impl<R, O, E, C> Call<R, O, E> for BlockingLent<R, C>
where
    C: FnMut(&mut R) -> Result<O, E>,
{
    const ASYNC: bool = false;

    fn request(&mut self) -> &mut R {
        &mut self.request
    }

    #[inline]
    fn poll(&mut self, _: &mut Context<'_>, tokens: &mut impl Carry<R>) -> Poll<Result<O, E>> {
        tokens.lend(&mut self.request);
        let holding = Holding { request: &mut self.request, tokens };
        Poll::Ready((self.call)(holding.request))
    }
}
