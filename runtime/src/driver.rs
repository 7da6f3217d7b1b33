//! [`Driver`]: the [`Operation`] of a client method. It connects the list and the calls that request its pages.

mod prefetch;

use alloc::boxed::Box;
use alloc::vec;
use core::future::Future;
use core::task::{Context, Poll};

use crate::call::{InFlight, ResultType, StoredRequest};
use crate::continuation::Continuation;
use crate::description::Description;
use crate::error::Error;
use crate::keys::ItemListKey;
use crate::list_options::ListOptions;
use crate::operation::{HasItems, HasPageSize, Operation, OptionalResumeToken, PageResult, Progress, StoredTypes};
use crate::paged_list::PagedList;
use crate::read_ahead::ReadAhead;
#[cfg(feature = "resume")]
use crate::resume::ResumeToken;
use crate::state::Unyielded;
use crate::trace::Trace;

/// A list and the calls that request its pages: the [`Operation`] inside of the paginator that the generated code returns.
///
/// `C` is the closure `call`, which calls the method, and `F` is the future that `C` returns. `K` is the continuation, and `L` the
/// [`ItemListKey`]. `HAS_PAGE_SIZE` is true if the operation has a `limit_key`.
pub struct Driver<C, F: Future, K: Continuation, L, const HAS_PAGE_SIZE: bool> {
    list: PagedList<K, L>,
    request: StoredRequest<K::Request>,
    call: C,
    /// The request for the next page, or its output if it was prefetched.
    in_flight: InFlight<F>,
    /// The requests for the pages after the next one, if several pages are requested ahead.
    read_ahead: Option<Box<ReadAhead<K::Position, F>>>,
    trace: Trace,
}

impl<C, F: Future, K: Continuation, L, const HAS_PAGE_SIZE: bool> Driver<C, F, K, L, HAS_PAGE_SIZE> {
    pub(crate) fn new(description: Description<K, L>, request: StoredRequest<K::Request>, call: C) -> Self {
        Self {
            list: PagedList::new(description),
            request,
            call,
            in_flight: InFlight::new(),
            read_ahead: None,
            trace: Trace::default(),
        }
    }
}

impl<R, O, C, F, K, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool>
    Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
where
    C: FnMut(R) -> F,
    F: Future<Output: ResultType<R, Page = O>>,
    K: Continuation<Request = R, Page = O>,
{
    /// Passes a page that arrived to `inspect`, and then to the list, which checks and trims it.
    #[inline]
    fn receive<E>(&mut self, mut page: O, inspect: Option<&mut dyn FnMut(&O)>) -> Result<O, Error<E>> {
        if self.list.description.continuation.has_only_carried_token() {
            self.list.state.unrepeatable_page_arrived();
        }
        if let Some(inspect) = inspect {
            inspect(&page);
        }
        match self.list.receive(&mut page) {
            Ok(()) => Ok(page),
            Err(error) => {
                // If dropping the page panics, the next poll requests it again. An unrepeatable page is lost.
                drop(page);
                self.list.state.request_failed();
                Err(error)
            }
        }
    }

    /// Calls the client's method for the next page and stores its future, unless the request cannot hold the position.
    #[inline]
    fn send_next(&mut self) {
        let Self { list, request, call, trace, .. } = self;
        let write = |request: &mut R| list.write_next_position(request);
        match trace.in_span(list.description.name, || request.start_call(write, call)) {
            Some(future) => self.in_flight.start(future),
            None => list.state.position_does_not_fit(),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<O, C, F: Future, K: Continuation, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool> StoredTypes
    for Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
{
    type StoredPage = O;
    type StoredItem = I;
}

#[diagnostic::do_not_recommend]
impl<O, E, C, F, K, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool> Operation
    for Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
where
    C: FnMut(K::Request) -> F,
    F: Future<Output: ResultType<K::Request, Page = O, Error = E>>,
    K: Continuation<Page = O>,
{
    type Output = O;
    type Item = I;
    type Error = E;

    fn operation_name(&self) -> &'static str {
        self.list.description.name
    }

    fn has_item_list(&self) -> bool {
        HAS_ITEMS
    }

    fn list_options(&self) -> &ListOptions {
        &self.list.options
    }

    fn list_options_mut(&mut self) -> &mut ListOptions {
        &mut self.list.options
    }

    #[cfg(feature = "resume")]
    fn set_starting_token(&mut self, token: ResumeToken) {
        self.list.set_starting_token(token);
    }

    fn start_list(&mut self) {
        self.list.start(self.request.get_mut().expect("no call has the request before the list is started"));
    }

    #[inline]
    fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
        inspect: Option<&mut dyn FnMut(&Self::Output)>,
    ) -> Poll<Option<PageResult<Self>>> {
        // If the request cannot hold the position, `send_next` sends nothing, and the next decision is an error.
        while self.in_flight.is_idle() {
            match self.list.decide_request(self.request.get_mut()) {
                Ok(true) => self.send_next(),
                Ok(false) => return Poll::Ready(None),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
        let name = self.list.description.name;
        let Poll::Ready(output) = self.trace.in_span(name, || self.in_flight.poll_output(cx)) else {
            // The stream waits for this page, so all `prefetch` pages are after it.
            if K::IS_PREDICTABLE && self.list.options.prefetch > 0 {
                self.poll_read_ahead(cx, self.list.options.prefetch);
            }
            return Poll::Pending;
        };
        let timer = self.in_flight.timer;
        let (request, result) = output.split_output();
        self.request.put_back(request);
        let page = match result {
            Ok(page) => self.receive(page, inspect),
            Err(error) => {
                self.list.state.request_failed();
                Err(Error::Operation(error))
            }
        };
        if K::IS_PREDICTABLE && page.is_ok() && self.read_ahead.is_some() {
            self.take_predicted();
        }
        self.list.state.page_returned();
        self.trace.emit(name, &page, timer, || self.list.progress());
        Poll::Ready(Some(page))
    }

    #[inline]
    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        self.list.options.prefetch > 0 && self.prefetch_pages(cx)
    }

    #[inline]
    fn take_page_items(&self, mut page: Self::Output) -> vec::IntoIter<I> {
        self.list.description.keys.items.take(&mut page)
    }

    fn join_pages(&self, so_far: &mut Self::Output, next: &mut Self::Output) -> Result<(), Error<E>> {
        self.list.join(so_far, next)
    }

    fn retry_page(&mut self) {
        self.list.state.retry();
    }

    #[allow(clippy::semicolon_if_nothing_returned, reason = "without the feature `resume`, nothing is returned")]
    fn list_resume_token(&self, unyielded: Unyielded) -> OptionalResumeToken {
        self.list.resume_token(unyielded)
    }

    fn list_progress(&self) -> Progress {
        self.list.progress()
    }
}

#[diagnostic::do_not_recommend]
impl<O, C, F: Future, K: Continuation, V, I, const HAS_PAGE_SIZE: bool> HasItems
    for Driver<C, F, K, ItemListKey<O, V, I>, HAS_PAGE_SIZE>
{
}

#[diagnostic::do_not_recommend]
impl<O, C, F: Future, K: Continuation, V, I, const HAS_ITEMS: bool> HasPageSize
    for Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, true>
{
}
