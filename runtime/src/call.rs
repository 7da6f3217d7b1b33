//! Calls of the client's method.

use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use crate::trace::Timer;

/// The output of a client's method: a `Result`, which may be written as an alias. If the call borrows the request `R`, its output
/// is a pair of the request and the `Result`.
///
/// The names of its methods are unusual: if a user calls a missing method on a type, rustc proposes each public trait that has a
/// method of that name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Result`",
    label = "not a `Result`",
    note = "if it is the page, write `-> Result<{Self}, Error>`; a call that cannot fail has `core::convert::Infallible` as its error",
    note = "if it is a future, write out its type, as in `BoxFuture<'_, Result<…>>`",
    note = "in `paginate!`, remove `blocking` if the call is async"
)]
pub trait ResultType<R = ()> {
    /// The page.
    type Page;
    /// The error.
    type Error;
    /// Splits the output into the request, if the call borrowed it, and the result.
    fn split_output(self) -> (Option<R>, Result<Self::Page, Self::Error>);
    /// Returns the page, unless the call failed.
    fn output_page(&mut self) -> Option<&mut Self::Page>;
}

#[diagnostic::do_not_recommend]
impl<R, O, E> ResultType<R> for Result<O, E> {
    type Page = O;
    type Error = E;
    fn split_output(self) -> (Option<R>, Self) {
        (None, self)
    }
    fn output_page(&mut self) -> Option<&mut O> {
        self.as_mut().ok()
    }
}

#[diagnostic::do_not_recommend]
impl<R, O, E> ResultType<R> for (R, Result<O, E>) {
    type Page = O;
    type Error = E;
    fn split_output(self) -> (Option<R>, Result<O, E>) {
        (Some(self.0), self.1)
    }
    fn output_page(&mut self) -> Option<&mut O> {
        self.1.as_mut().ok()
    }
}

/// The page of a `Result` that is written as an alias.
pub type PageOf<T> = <T as ResultType>::Page;

/// The error of a `Result` that is written as an alias.
pub type ErrorOf<T> = <T as ResultType>::Error;

/// The request of which each call gets a clone, or which it borrows.
pub(crate) struct StoredRequest<R> {
    /// The request; `None` while a call borrows it. It stays `None` if that call panics, or if a closure of the user panics while
    /// it writes into the request.
    request: Option<R>,
    /// Clones the request, or takes it if each call returns it.
    for_call: fn(&mut Option<R>) -> Option<R>,
}

impl<R> StoredRequest<R> {
    /// Stores the request of a method that takes it by value: each call gets a clone.
    pub(crate) fn by_value(request: R) -> Self
    where
        R: Clone,
    {
        Self { request: Some(request), for_call: |request| request.clone() }
    }

    /// Stores the request of a method that borrows it, or a part of it. For each call, `take_request` moves the request out of its
    /// `Option`. The call returns it.
    pub(crate) fn by_ref(request: R, take_request: fn(&mut Option<R>) -> Option<R>) -> Self {
        Self { request: Some(request), for_call: take_request }
    }

    /// Returns the request itself, unless a call has it.
    pub(crate) fn get_mut(&mut self) -> Option<&mut R> {
        self.request.as_mut()
    }

    /// Returns whether a call has the request.
    pub(crate) fn is_lent(&self) -> bool {
        self.request.is_none()
    }

    /// Passes a request to `call`, after `write` has written the position into it. Returns `None` if `write` returns `false`.
    ///
    /// # Panics
    ///
    /// If an earlier call that borrowed the request panicked, or if a closure of the user panicked while it wrote into it.
    #[allow(clippy::inline_always, reason = "the future is moved once less")]
    #[inline(always)]
    pub(crate) fn start_call<F>(&mut self, write: impl FnOnce(&mut R) -> bool, call: impl FnOnce(R) -> F) -> Option<F> {
        const MISSING: &str =
            "the request is missing because the call that borrowed it, or a closure that changed it, panicked";
        let mut request = (self.for_call)(&mut self.request);
        if write(request.as_mut().expect(MISSING)) {
            return request.map(call);
        }
        // `write` may have changed the request. A clone is therefore dropped. If the request was taken, the changed one is put
        // back, because no unchanged one is left.
        self.request = self.request.take().or(request);
        None
    }

    /// Stores the request that a call returned.
    pub(crate) fn put_back(&mut self, request: Option<R>) {
        if request.is_some() {
            self.request = request;
        }
    }
}

/// The request that is in flight, or its output until the output is taken. It is idle if there is neither.
pub(crate) struct InFlight<F: Future> {
    /// The memory for the futures of several requests in turn. The first request allocates it.
    future: Option<Pin<Box<Option<F>>>>,
    /// `F::poll`. With a direct call of it, the machine code of the functions here would differ for each client: see
    /// [`PagedList`](crate::paged_list::PagedList).
    poll: fn(Pin<&mut F>, &mut Context<'_>) -> Poll<F::Output>,
    /// The output, if it has arrived and was not taken.
    pub(crate) output: Option<F::Output>,
    /// True if requests after the prefetched one are needless: its page ends the list or will be rejected, or the request failed.
    pub(crate) ends_prefetch: bool,
    /// The duration of the last request.
    pub(crate) timer: Timer,
}

impl<F: Future> InFlight<F> {
    pub(crate) fn new() -> Self {
        Self { future: None, poll: F::poll, output: None, ends_prefetch: false, timer: Timer::default() }
    }

    /// Returns whether there is neither a future nor an output.
    pub(crate) fn is_idle(&self) -> bool {
        !self.is_pending() && self.output.is_none()
    }

    /// Returns whether a future is pending.
    pub(crate) fn is_pending(&self) -> bool {
        self.future.as_ref().is_some_and(|future| future.is_some())
    }

    /// Stores the future of a request.
    ///
    /// # Panics
    ///
    /// If another future is pending.
    #[inline]
    pub(crate) fn start(&mut self, future: F) {
        // Because of this check, the compiler knows that no future is replaced, and generates no code that drops one.
        assert!(!self.is_pending(), "another request is in flight");
        self.ends_prefetch = false;
        self.timer.start();
        match &mut self.future {
            Some(memory) => memory.set(Some(future)),
            None => self.future = Some(Box::pin(Some(future))),
        }
    }

    /// Polls for the output, or takes it if it was prefetched.
    ///
    /// # Panics
    ///
    /// If the request is idle.
    #[inline]
    pub(crate) fn poll_output(&mut self, cx: &mut Context<'_>) -> Poll<F::Output> {
        if let Some(memory) = &mut self.future
            && let Some(future) = memory.as_mut().as_pin_mut()
        {
            let output = ready!((self.poll)(future, cx));
            memory.set(None);
            self.timer.stop();
            return Poll::Ready(output);
        }
        Poll::Ready(self.output.take().expect("no request was sent"))
    }

    /// Polls for the output, and keeps it. Returns whether the future is still pending.
    ///
    /// # Panics
    ///
    /// If the request is idle.
    #[inline]
    pub(crate) fn poll_and_keep(&mut self, cx: &mut Context<'_>) -> bool {
        // Because of this check, the compiler knows that no output is replaced, and generates no code that drops one.
        if self.output.is_none()
            && let Poll::Ready(output) = self.poll_output(cx)
        {
            self.output = Some(output);
        }
        self.output.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_request_is_put_back_and_a_refused_clone_is_dropped() {
        let refuse = |request: &mut u32| {
            *request = 2;
            false
        };
        let mut by_value = StoredRequest::by_value(1);
        assert!(by_value.start_call(refuse, drop).is_none());
        assert_eq!(by_value.request, Some(1));
        let mut by_ref = StoredRequest::by_ref(1, Option::take);
        assert!(by_ref.start_call(refuse, drop).is_none());
        assert_eq!(by_ref.request, Some(2));
    }
}
