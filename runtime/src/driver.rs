//! [`Driver`]: the [`Operation`] of a client method. It connects the call, the continuation, the keys, and the state.

mod prefetch;

use alloc::boxed::Box;
use alloc::vec;
use core::future::Future;
use core::marker::PhantomData;
use core::task::{Context, Poll};

use crate::call::{Call, CallOutput, InFlight};
use crate::continuation::{Continuation, HasPosition, Total};
use crate::description::{Description, PageFacts, PageSize, RejectedPage};
use crate::error::{Error, ErrorContext, PageSizeError};
use crate::keys::{HasItemType, List, PageCount, PageItems, Projection};
use crate::operation::{HasItems, HasPageSize, Operation, PageResult, Progress, StoredTypes};
use crate::options::Options;
use crate::read_ahead::ReadAhead;
use crate::state::{Cursor, NextAction, NextPage, Recurrence, StopReason};
use crate::trace::Trace;
#[cfg(feature = "resume")]
use {
    crate::description::ResolvedStart,
    crate::resume::{ResumeToken, StartingTokenError},
    crate::state::Unyielded,
};

/// A client method with its paging: the [`Operation`] that the generated code returns.
///
/// `C` is the closure that calls the method, and `F` is the future that `C` returns. `S` is [`PageSize`] if the operation has a
/// `limit_key`. See [`Description`] for the other parameters.
pub struct Driver<R, O, C, F: Future, K: HasPosition, L, S> {
    call: Call<R, C>,
    description: Description<R, O, K, L>,
    options: Options,
    cursor: Cursor<K::Position>,
    /// The request for the next page, or its output if it was prefetched.
    in_flight: InFlight<F>,
    /// The requests for the pages after the next one, if several pages are requested ahead.
    read_ahead: Option<Box<ReadAhead<K::Position, F>>>,
    /// The size of the whole list, as last reported.
    total: Option<Total>,
    /// The page size of all requests. It is `None` if the options and the starting token have none, and the request has none that
    /// can be read.
    known_page_size: Option<u64>,
    trace: Trace,
    has_page_size: PhantomData<fn() -> S>,
}

impl<R, O, C, F: Future, K: HasPosition, L, S> Driver<R, O, C, F, K, L, S> {
    pub(crate) fn new(call: Call<R, C>, description: Description<R, O, K, L>) -> Self {
        Self {
            call,
            description,
            options: Options::default(),
            cursor: Cursor::new(None, None, None),
            in_flight: InFlight::new(),
            read_ahead: None,
            total: None,
            known_page_size: None,
            trace: Trace::default(),
            has_page_size: PhantomData,
        }
    }
}

/// Returns the request before the first call.
fn initial_request<R, C>(call: &mut Call<R, C>) -> &mut R {
    call.request_mut().expect("no call was made before the start of the list is resolved")
}

type ErrorOf<F, R> = Error<<<F as Future>::Output as CallOutput<R>>::Error>;

impl<R, O, C, F, K, L, S> Driver<R, O, C, F, K, L, S>
where
    C: FnMut(R) -> F,
    F: Future<Output: CallOutput<R, Output = O>>,
    K: Continuation<R, O>,
    L: PageItems<O>,
{
    /// Sends the next request. Returns `Ok(false)` at the end of the list.
    fn send_request(&mut self) -> Result<bool, ErrorOf<F, R>> {
        loop {
            match self.cursor.next_action() {
                NextAction::ResolveStart => self.resolve_start().inspect_err(|_| self.cursor.start_failed())?,
                NextAction::SendRequest if self.send_next() => return Ok(true),
                NextAction::SendRequest => self.cursor.request_refused(StopReason::PositionOverflow),
                NextAction::ReturnError(reason) => return Err(self.stop_error(reason)),
                NextAction::End => return Ok(false),
            }
        }
    }

    /// Sends the request for the next page. Returns `false` if the request cannot hold the position.
    fn send_next(&mut self) -> bool {
        let Self { call, description, cursor, trace, .. } = self;
        let write = |request: &mut R| description.write_position(request, cursor.next());
        let Some(future) = trace.in_span(description.name, || call.start(write)) else { return false };
        self.in_flight.start(future);
        true
    }

    /// Reads the starting token, and writes the page size into the request.
    #[cold]
    #[inline(never)]
    fn resolve_start(&mut self) -> Result<(), ErrorOf<F, R>> {
        #[cfg(feature = "resume")]
        let page_size = self.resolve_starting_token()?.or(self.options.page_size);
        #[cfg(not(feature = "resume"))]
        let page_size = self.options.page_size;
        if let Some(page_size) = page_size {
            let key = self.description.rules.page_size.as_ref();
            let request = initial_request(&mut self.call);
            if key.is_none_or(|key| (key.write)(request, page_size as u64).is_none()) {
                let (operation, key) = (self.description.name, key.map_or("limit_key", |key| key.name));
                return Err(Error::PageSize(PageSizeError { operation, key, page_size }));
            }
        }
        self.cursor.start_resolved();
        Ok(())
    }

    /// Moves the start of the list to that of the starting token. Returns the page size of the list that is resumed, if its
    /// positions depend on it.
    #[cfg(feature = "resume")]
    fn resolve_starting_token(&mut self) -> Result<Option<usize>, ErrorOf<F, R>> {
        let Some(token) = &self.options.starting_token else { return Ok(None) };
        let ResolvedStart { position, skip, page_size } =
            self.description.decode(token).map_err(Error::StartingToken)?;
        let page_size = match page_size.filter(|_| K::DEPENDS_ON_PAGE_SIZE) {
            None => None,
            Some(stored) => {
                let found = *self.known_page_size.get_or_insert(stored);
                if found != stored && position.is_some() {
                    return Err(Error::StartingToken(StartingTokenError::PageSize { expected: stored, found }));
                }
                usize::try_from(found).ok()
            }
        };
        if position.is_none() {
            self.description.continuation.reset(initial_request(&mut self.call));
        }
        self.cursor.start_at(position, skip);
        Ok(page_size)
    }

    /// Returns the error of a list that cannot continue.
    #[cold]
    #[inline(never)]
    fn stop_error(&self, reason: StopReason) -> ErrorOf<F, R> {
        let error = match reason {
            StopReason::MissingToken => {
                let flag = self.description.rules.more_results.as_ref();
                return Error::MissingToken(self.context(flag.map_or("", |flag| flag.name)));
            }
            // A counted position repeats only if it is the largest number.
            StopReason::RepeatedToken if self.description.continuation.number(self.cursor.next()).is_some() => {
                Error::PositionOverflow
            }
            StopReason::RepeatedToken => Error::RepeatedToken,
            StopReason::TokenCycle => Error::TokenCycle,
            StopReason::TooManyPages => Error::TooManyPages,
            StopReason::PositionOverflow => Error::PositionOverflow,
        };
        error(self.context(self.description.position_name()))
    }

    fn context(&self, key: &'static str) -> ErrorContext {
        ErrorContext { operation: self.description.name, key, pages: self.cursor.pages() }
    }

    /// Receives a page: checks it, counts and trims its items, and decides what follows it.
    fn receive(&mut self, page: &mut O) -> Result<(), ErrorOf<F, R>> {
        // Until `advance` is called, the cursor's next page is the one that was received.
        let facts = self.description.read(page, self.cursor.next(), self.total);
        let PageFacts { count, total, next } = facts.map_err(|rejected| match rejected {
            RejectedPage::WrongPosition(name) => Error::WrongPosition(self.context(name)),
            RejectedPage::MissingData(name) => Error::MissingData(self.context(name)),
        })?;
        self.total = total;
        self.description.keys.list.reverse_page(page);
        self.advance(page, count, next);
        if K::IS_PREDICTABLE && self.read_ahead.is_some() {
            self.take_next_ahead();
        }
        Ok(())
    }

    /// Makes the received page the current one, trims it, and sets what follows. `next` is the page after it.
    fn advance(&mut self, page: &mut O, count: PageCount, mut next: NextPage<K::Position>) {
        let Description { continuation, keys, .. } = &self.description;
        let cursor = &mut self.cursor;
        cursor.page_received();
        let trim = cursor.trim(count.items, keys.list.is_page_splittable());
        keys.trim(page, count.items, trim);
        let is_next_same = |position: Option<&K::Position>| match (&next.position, position) {
            (Some(next), Some(position)) => continuation.is_same(next, position),
            _ => false,
        };
        if is_next_same(cursor.current()) {
            next.recurrence = Recurrence::Repeated;
        } else if is_next_same(cursor.earlier()) {
            next.recurrence = Recurrence::Cycle;
        }
        cursor.set_next(next);
    }
}

#[diagnostic::do_not_recommend]
impl<R, O, C, F: Future, K: HasPosition, L: HasItemType, S> StoredTypes for Driver<R, O, C, F, K, L, S> {
    type StoredPage = O;
    type StoredItem = L::Item;
}

#[diagnostic::do_not_recommend]
impl<R, O, E, C, F, K, L, S> Operation for Driver<R, O, C, F, K, L, S>
where
    C: FnMut(R) -> F,
    F: Future<Output: CallOutput<R, Output = O, Error = E>>,
    K: Continuation<R, O>,
    L: PageItems<O>,
{
    type Output = O;
    type Item = L::Item;
    type Error = E;

    fn operation_name(&self) -> &'static str {
        self.description.name
    }

    fn has_item_list(&self) -> bool {
        L::HAS_ITEMS
    }

    fn list_options(&self) -> &Options {
        &self.options
    }

    fn list_options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    fn configure_list(&mut self) {
        #[cfg(feature = "resume")]
        {
            self.options.starting_token.take_if(|token| token.as_str().is_empty());
        }
        let Description { continuation, rules, .. } = &self.description;
        let mut request = self.call.request_mut();
        let start = request.as_mut().and_then(|request| continuation.initial(request));
        let page_size_of_request = || (rules.page_size.as_ref()?.read)(request?);
        self.known_page_size = self.options.page_size.map(|size| size as u64).or_else(page_size_of_request);
        self.cursor.configure(start, self.options.max_items, self.options.max_pages);
    }

    fn poll_inspected(&mut self, cx: &mut Context<'_>, inspect: &mut dyn FnMut(&O)) -> Poll<Option<PageResult<Self>>> {
        if self.in_flight.is_idle() {
            match self.send_request() {
                Ok(true) => {}
                Ok(false) => return Poll::Ready(None),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
        let name = self.description.name;
        if self.trace.in_span(name, || self.in_flight.poll(cx)) {
            if K::IS_PREDICTABLE && self.options.prefetch > 0 {
                self.poll_read_ahead(cx, self.options.prefetch);
            }
            return Poll::Pending;
        }
        let timer = self.in_flight.timer();
        let output = self.in_flight.take_output().expect("a request is in flight");
        let (request, mut result) = output.split();
        self.call.return_request(request);
        let received = match &mut result {
            Ok(page) => {
                inspect(page);
                self.receive(page)
            }
            Err(_) => Ok(()),
        };
        let page = result.map_err(Error::Operation).and_then(|page| received.map(|()| page));
        if page.is_err() {
            self.cursor.request_failed();
        }
        self.trace.emit(name, page.is_ok(), timer, || self.list_progress());
        Poll::Ready(Some(page))
    }

    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        let pages = self.options.prefetch;
        if pages == 0 {
            return false;
        }
        // A request that cannot be sent is an error when the stream polls for its page.
        if self.in_flight.is_idle() && !(self.cursor.can_send() && self.send_next()) {
            return false;
        }
        let was_pending = self.in_flight.is_pending();
        let is_pending = self.trace.in_span(self.description.name, || self.in_flight.poll(cx));
        // The next page is one of the `pages`, so one page less is requested after it.
        if !K::IS_PREDICTABLE || pages == 1 {
            return is_pending;
        }
        if was_pending && !is_pending {
            self.read_next_early();
        }
        self.poll_read_ahead(cx, pages - 1) || is_pending
    }

    fn take_page_items(&self, mut page: O) -> vec::IntoIter<L::Item> {
        self.description.keys.list.take_page(&mut page)
    }

    fn join_pages(&self, so_far: &mut O, next: &mut O) -> Result<(), Error<E>> {
        let keys = &self.description.keys;
        if let Some(name) = keys.conflict(so_far, next) {
            return Err(Error::DuplicateKey(self.context(name)));
        }
        keys.join(so_far, next);
        Ok(())
    }

    fn retry_page(&mut self) {
        self.cursor.retry();
    }

    #[cfg(feature = "resume")]
    fn list_resume_token(&self, unyielded: Unyielded) -> Option<ResumeToken> {
        let description = &self.description;
        // Before the first page, the list resumes where the caller started it.
        if let (0, Some(token)) = (self.cursor.pages(), &self.options.starting_token) {
            return Some(if token.is_service() { description.as_resume_token(token) } else { token.clone() });
        }
        let (position, items) = self.cursor.resume_at(unyielded)?;
        Some(description.encode(position, items, self.known_page_size))
    }

    fn list_total(&self) -> Option<u64> {
        self.total.map(|(Total::Items(total) | Total::Pages(total))| total)
    }

    fn list_progress(&self) -> Progress {
        let Options { page_size, .. } = self.options;
        // A page size or a starting token may be refused, even if no item is requested.
        #[cfg(feature = "resume")]
        let is_refusable = page_size.is_some() || self.options.starting_token.is_some();
        #[cfg(not(feature = "resume"))]
        let is_refusable = page_size.is_some();
        let is_unresolved = self.cursor.is_new() && is_refusable;
        let left = self.cursor.items_and_errors_left(self.description.rules.more_results.is_some());
        Progress {
            pages: self.cursor.pages(),
            kept: self.cursor.kept(),
            is_done: self.cursor.is_done() && !is_unresolved,
            items_and_errors_left: left.map(|left| left.max(is_unresolved.into())),
            total_items: match self.total {
                Some(Total::Items(total)) => Some(total),
                _ => None,
            },
            is_splittable: self.description.keys.list.is_page_splittable(),
        }
    }
}

impl<R, O, C, F: Future, K: HasPosition, V, I, S> HasItems for Driver<R, O, C, F, K, List<O, V, I>, S> {}

#[diagnostic::do_not_recommend]
impl<R, O, C, F: Future, K: HasPosition, V, X, N, E, I, S> HasItems
    for Driver<R, O, C, F, K, Projection<O, V, X, N, E, I>, S>
{
}

impl<R, O, C, F: Future, K: HasPosition, L> HasPageSize for Driver<R, O, C, F, K, L, PageSize<R>> {}
