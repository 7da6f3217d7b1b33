//! [`ReadAhead`]: the requests for pages after the next one.

use alloc::sync::Arc;
use alloc::task::Wake;
use alloc::vec::Vec;
use core::future::Future;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Waker};

use crate::call::InFlight;
use crate::continuation::Total;

/// The requests for the pages after the next one, in the order of the pages. `P` is the position of a page.
///
/// Their positions are predicted. When the real position of the next page is known, [`take`](Self::take) compares it with the
/// first of them.
pub(crate) struct ReadAhead<P, F: Future> {
    requests: Vec<RequestAhead<P, F>>,
    /// The number of requests whose responses have not arrived.
    pending: usize,
    /// Is woken with any of the requests.
    waker: Option<Arc<WakeFlag>>,
    /// The size of the whole list, as told by the response that arrived last.
    pub(crate) total: Option<Total>,
}

/// A request for a page after the next one.
struct RequestAhead<P, F: Future> {
    /// The predicted position of the page.
    position: P,
    in_flight: InFlight<F>,
    waker: Arc<WakeFlag>,
}

// Not derived, because neither `P` nor `F` needs to be `Default`.
impl<P, F: Future> Default for ReadAhead<P, F> {
    fn default() -> Self {
        Self { requests: Vec::new(), pending: 0, waker: None, total: None }
    }
}

impl<P, F: Future> ReadAhead<P, F> {
    /// Returns the number of pages.
    pub(crate) fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns the number of requests whose responses have not arrived.
    pub(crate) fn pending(&self) -> usize {
        self.pending
    }

    /// Returns the position of the last page.
    pub(crate) fn last_position(&self) -> Option<&P> {
        self.requests.last().map(|request| &request.position)
    }

    /// Returns whether a page that arrived is known to be the last one.
    pub(crate) fn has_last(&self) -> bool {
        self.requests.iter().any(|request| request.in_flight.is_last)
    }

    /// Adds a request for the page after the last one. It is polled by the next [`poll`](Self::poll).
    pub(crate) fn push(&mut self, position: P, future: F, cx: &Context<'_>) {
        let mut in_flight = InFlight::new();
        in_flight.start(future);
        let group = self.waker(cx);
        // The new request is polled, although nothing has woken it.
        group.is_woken.store(true, Ordering::Release);
        let waker = WakeFlag::new(group.into());
        self.requests.push(RequestAhead { position, in_flight, waker });
        self.pending += 1;
    }

    /// Polls the requests that were woken since the last poll, and calls `on_response` for those whose response arrived.
    /// `on_response` returns whether the page is the last one. Returns whether any response arrived.
    pub(crate) fn poll(&mut self, cx: &Context<'_>, mut on_response: impl FnMut(&P, &mut F::Output) -> bool) -> bool {
        let pending = self.pending;
        if pending == 0 {
            return false;
        }
        let waker = self.waker(cx);
        if !waker.take() {
            return false;
        }
        for RequestAhead { position, in_flight, waker } in &mut self.requests {
            if in_flight.is_pending() && waker.take() {
                let waker = waker.clone().into();
                if !in_flight.poll_ahead(&mut Context::from_waker(&waker)) {
                    self.pending -= 1;
                    in_flight.is_last = in_flight.output_mut().is_some_and(|output| on_response(position, output));
                }
            }
        }
        self.pending < pending
    }

    /// Takes the request for the next page. Drops all requests if the first one is for another page: then the others are too.
    #[cold]
    pub(crate) fn take(&mut self, is_next: impl FnOnce(&P) -> bool) -> Option<InFlight<F>> {
        if self.requests.first().is_none_or(|first| !is_next(&first.position)) {
            self.requests.clear();
            self.pending = 0;
            return None;
        }
        let RequestAhead { in_flight, .. } = self.requests.remove(0);
        self.pending -= usize::from(in_flight.is_pending());
        Some(in_flight)
    }

    /// Returns the waker that all requests wake. If the task has another waker than at the last poll, all requests are given new
    /// ones, and count as woken.
    fn waker(&mut self, cx: &Context<'_>) -> Arc<WakeFlag> {
        if let Some(waker) = &self.waker
            && waker.parent.will_wake(cx.waker())
        {
            return waker.clone();
        }
        let waker = WakeFlag::new(cx.waker().clone());
        for request in &mut self.requests {
            request.waker = WakeFlag::new(waker.clone().into());
        }
        self.waker.insert(waker).clone()
    }
}

/// A waker that wakes another one, and records it. So only the requests that were woken are polled, although an item that is yielded
/// while others are in flight polls them too.
struct WakeFlag {
    is_woken: AtomicBool,
    parent: Waker,
}

impl WakeFlag {
    /// Creates a waker that counts as woken.
    fn new(parent: Waker) -> Arc<Self> {
        Arc::new(Self { is_woken: AtomicBool::new(true), parent })
    }

    /// Returns whether it was woken since the last call.
    fn take(&self) -> bool {
        self.is_woken.swap(false, Ordering::AcqRel)
    }
}

impl Wake for WakeFlag {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        self.parent.wake_by_ref();
    }
}
