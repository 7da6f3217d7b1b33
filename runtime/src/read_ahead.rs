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
/// The positions are predicted. When a page is received, the position after it is known, and [`take_first`](Self::take_first)
/// compares it with that of the first request.
pub(crate) struct ReadAhead<P, F: Future> {
    requests: Vec<RequestAhead<P, F>>,
    /// The number of requests whose responses have not arrived.
    pending: usize,
    /// Wakes the task. The waker of each request records that it was woken, and wakes this one.
    shared_waker: Option<Arc<RecordingWaker>>,
    /// The size of the whole list, according to the responses that arrived.
    pub(crate) total: Option<Total>,
}

/// A request for a page after the next one.
struct RequestAhead<P, F: Future> {
    /// The predicted position of the page.
    position: P,
    in_flight: InFlight<F>,
    waker: Arc<RecordingWaker>,
}

// Not derived, because neither `P` nor `F` needs to be `Default`.
impl<P, F: Future> Default for ReadAhead<P, F> {
    fn default() -> Self {
        Self { requests: Vec::new(), pending: 0, shared_waker: None, total: None }
    }
}

impl<P, F: Future> ReadAhead<P, F> {
    /// Returns the number of requests, including those whose responses arrived.
    pub(crate) fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns the number of requests whose responses have not arrived.
    pub(crate) fn pending(&self) -> usize {
        self.pending
    }

    /// Returns the position of the last request.
    pub(crate) fn last_position(&self) -> Option<&P> {
        self.requests.last().map(|request| &request.position)
    }

    /// Returns whether requests after these are needless: a page that arrived is the last one or will be rejected, or a request
    /// failed.
    pub(crate) fn reaches_end(&self) -> bool {
        self.requests.iter().any(|request| request.in_flight.ends_prefetch)
    }

    /// Adds a request for the page after the last one. It is polled by the next [`poll`](Self::poll).
    pub(crate) fn push(&mut self, position: P, future: F, cx: &Context<'_>) {
        let mut in_flight = InFlight::new();
        in_flight.start(future);
        let shared_waker = self.shared_waker(cx);
        // The new request must be polled once, although nothing has woken it.
        shared_waker.is_woken.store(true, Ordering::Release);
        let waker = RecordingWaker::new(shared_waker.into());
        self.requests.push(RequestAhead { position, in_flight, waker });
        self.pending += 1;
    }

    /// Polls the requests that were woken since the last poll, and calls `on_response` for each response that arrived.
    /// `on_response` returns whether requests after it are needless. Returns whether any response arrived.
    pub(crate) fn poll(&mut self, cx: &Context<'_>, mut on_response: impl FnMut(&P, &mut F::Output) -> bool) -> bool {
        let pending = self.pending;
        if pending == 0 || !self.shared_waker(cx).take_record() {
            return false;
        }
        for RequestAhead { position, in_flight, waker } in &mut self.requests {
            if in_flight.is_pending() && waker.take_record() {
                let waker = waker.clone().into();
                if !in_flight.poll_and_keep(&mut Context::from_waker(&waker)) {
                    self.pending -= 1;
                    in_flight.ends_prefetch =
                        in_flight.output.as_mut().is_some_and(|output| on_response(position, output));
                }
            }
        }
        self.pending < pending
    }

    /// Takes the first request, if `is_next` returns `true` for its position. Otherwise, drops all requests, because their
    /// positions were predicted wrongly, or because nothing follows the current page.
    #[cold]
    pub(crate) fn take_first(&mut self, is_next: impl FnOnce(&P) -> bool) -> Option<InFlight<F>> {
        if self.requests.first().is_none_or(|first| !is_next(&first.position)) {
            self.requests.clear();
            self.pending = 0;
            return None;
        }
        let RequestAhead { in_flight, .. } = self.requests.remove(0);
        self.pending -= usize::from(in_flight.is_pending());
        Some(in_flight)
    }

    /// Returns the shared waker, which wakes the task. If the task has another waker than at the last poll, all wakers are
    /// replaced, and all requests count as woken.
    fn shared_waker(&mut self, cx: &Context<'_>) -> Arc<RecordingWaker> {
        if let Some(waker) = &self.shared_waker
            && waker.target.will_wake(cx.waker())
        {
            return waker.clone();
        }
        let waker = RecordingWaker::new(cx.waker().clone());
        for request in &mut self.requests {
            request.waker = RecordingWaker::new(waker.clone().into());
        }
        self.shared_waker.insert(waker).clone()
    }
}

/// A waker that wakes another one, and records that it was woken. With each item, the stream looks for requests to poll. Because
/// of the record, only those that were woken are polled.
struct RecordingWaker {
    is_woken: AtomicBool,
    target: Waker,
}

impl RecordingWaker {
    /// Creates a waker that counts as woken.
    fn new(target: Waker) -> Arc<Self> {
        Arc::new(Self { is_woken: AtomicBool::new(true), target })
    }

    /// Returns whether the waker was woken since the last call, and clears the record.
    fn take_record(&self) -> bool {
        self.is_woken.swap(false, Ordering::AcqRel)
    }
}

impl Wake for RecordingWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        self.target.wake_by_ref();
    }
}
