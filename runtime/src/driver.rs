//! [`Driver`]: the [`Operation`] of a client method. It connects the call, the continuation, the keys, and the state.

use alloc::boxed::Box;
use alloc::vec;
use core::future::Future;
use core::marker::PhantomData;
use core::task::{Context, Poll};

use crate::call::{Call, CallOutput, InFlight};
use crate::continuation::{Continuation, Total};
use crate::description::{Description, PageFacts, PageSize, RejectedPage};
use crate::error::{Error, ErrorContext, PageSizeError};
use crate::keys::{List, PageCount, PageItems, Projection};
use crate::operation::{HasItems, HasPageSize, Operation, PageResult, Progress};
use crate::options::Options;
use crate::read_ahead::ReadAhead;
use crate::state::{Cursor, NextAction, NextPage, Recurrence, StopReason};
use crate::trace::Trace;
#[cfg(feature = "resume")]
use {
    crate::resume::{ResumeToken, StartingTokenError},
    crate::state::Unyielded,
};

/// A client method with its paging: the [`Operation`] that the generated code returns.
///
/// `C` is the call and `F` its future. `S` is [`PageSize`] if the operation has a `limit_key`. See [`Description`] for the
/// other parameters.
pub struct Driver<R, O, C, F: Future, K: Continuation<R, O>, L, S> {
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
    /// The page size of all requests; `None` if neither the options nor the request set one that can be read.
    known_page_size: Option<u64>,
    trace: Trace,
    has_page_size: PhantomData<fn() -> S>,
}

impl<R, O, C, F: Future, K: Continuation<R, O>, L, S> Driver<R, O, C, F, K, L, S> {
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
        let key = self.description.rules.page_size.as_ref();
        let request = self.call.request_mut().expect("no call was made before the start of the list is resolved");
        #[cfg_attr(not(feature = "resume"), allow(unused_mut))]
        let mut page_size = self.options.page_size;
        #[cfg(feature = "resume")]
        if let Some(token) = &self.options.starting_token {
            let start = self.description.decode(token).map_err(Error::StartingToken)?;
            if let (true, Some(stored)) = (K::DEPENDS_ON_PAGE_SIZE, start.page_size) {
                let found = *self.known_page_size.get_or_insert(stored);
                if found != stored && start.position.is_some() {
                    return Err(Error::StartingToken(StartingTokenError::PageSize { expected: stored, found }));
                }
                page_size = usize::try_from(found).ok();
            }
            if start.position.is_none() {
                self.description.continuation.reset(request);
            }
            self.cursor.start_at(start.position, start.items);
        }
        if let Some(page_size) = page_size
            && key.is_none_or(|key| (key.write)(request, page_size as u64).is_none())
        {
            let (operation, key) = (self.description.name, key.map_or("limit_key", |key| key.name));
            return Err(Error::PageSize(PageSizeError { operation, key, page_size }));
        }
        self.cursor.start_resolved();
        Ok(())
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
    fn receive(&mut self, mut page: O) -> Result<O, ErrorOf<F, R>> {
        // Until `advance` is called, the cursor's next page is the one that was received.
        let facts = self.description.read(&mut page, self.cursor.next(), self.total);
        let PageFacts { count, total, next } = facts.map_err(|rejected| match rejected {
            RejectedPage::WrongPosition(name) => Error::WrongPosition(self.context(name)),
            RejectedPage::MissingData(name) => Error::MissingData(self.context(name)),
        })?;
        self.total = total;
        self.description.keys.list.reverse_page(&mut page);
        self.advance(&mut page, count, next);
        if K::IS_PREDICTABLE && self.read_ahead.is_some() {
            self.take_ahead();
        }
        Ok(page)
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

    /// Makes the first request that was sent ahead the one for the next page, if its position was predicted correctly.
    #[cold]
    fn take_ahead(&mut self) {
        let continuation = &self.description.continuation;
        let next = self.cursor.next().filter(|_| self.cursor.can_send());
        let Some(read_ahead) = &mut self.read_ahead else { return };
        let in_flight = read_ahead.take(|position| next.is_some_and(|next| continuation.is_same(next, position)));
        if let Some(in_flight) = in_flight {
            self.in_flight = in_flight;
        }
    }

    /// Sends requests for pages after the next one, up to `pages` of them, and polls those in flight. Returns whether any is
    /// pending.
    #[cold]
    #[inline(never)]
    fn poll_read_ahead(&mut self, cx: &Context<'_>, pages: usize) -> bool {
        let mut read_ahead = self.read_ahead.take().unwrap_or_default();
        let limit = self.options.concurrency_limit.unwrap_or(usize::MAX);
        loop {
            while read_ahead.len() < pages
                && read_ahead.pending() + usize::from(self.in_flight.is_pending()) < limit
                && self.send_ahead(cx, &mut read_ahead)
            {}
            let Self { description, cursor, trace, .. } = self;
            let mut total = read_ahead.total.or(self.total);
            let has_arrived = trace.in_span(description.name, || {
                read_ahead.poll(cx, |position, output| is_last(description, cursor, Some(position), output, &mut total))
            });
            read_ahead.total = total;
            // A response makes room for another request.
            if !has_arrived {
                break;
            }
        }
        let is_pending = read_ahead.pending() > 0;
        self.read_ahead = Some(read_ahead);
        is_pending
    }

    /// Sends the request for the page after the last one that was requested. Returns `false` if its position cannot be predicted, or if it
    /// may be needless.
    fn send_ahead(&mut self, cx: &Context<'_>, read_ahead: &mut ReadAhead<K::Position, F>) -> bool {
        let Some(position) = self.predict(read_ahead) else { return false };
        let Self { call, description, trace, .. } = self;
        let write = |request: &mut R| description.write_position(request, Some(&position));
        let Some(future) = trace.in_span(description.name, || call.start(write)) else { return false };
        read_ahead.push(position, future, cx);
        true
    }

    /// Returns the position of the page after the last one that was requested.
    fn predict(&self, read_ahead: &ReadAhead<K::Position, F>) -> Option<K::Position> {
        let Self { description, cursor, .. } = self;
        if self.in_flight.is_last || !cursor.can_send_after(read_ahead.len() + 1) || !self.call.has_request() {
            return None;
        }
        let continuation = &description.continuation;
        let last = read_ahead.last_position().or(cursor.next())?;
        let position = continuation.predict(last, cursor.expected_page_len())?;
        let total = read_ahead.total.or(self.total);
        let is_past_total = total.is_some_and(|total| continuation.is_past_total(Some(&position), total));
        (!is_past_total && !read_ahead.has_last()).then_some(position)
    }

    /// Reads the next page, which arrived before its turn.
    #[cold]
    fn inspect_next(&mut self) {
        let Self { description, cursor, in_flight, read_ahead, .. } = self;
        let read_ahead = read_ahead.get_or_insert_default();
        let mut total = read_ahead.total.or(self.total);
        if let Some(output) = in_flight.output_mut() {
            in_flight.is_last = is_last(description, cursor, cursor.next(), output, &mut total);
        }
        read_ahead.total = total;
    }
}

/// Returns whether no page follows a page that arrived before its turn: it ends the list, or it is an error. Sets `total` to the size of the
/// list that the page tells.
fn is_last<R, O, K: Continuation<R, O>, L: PageItems<O>>(
    description: &Description<R, O, K, L>,
    cursor: &Cursor<K::Position>,
    position: Option<&K::Position>,
    output: &mut impl CallOutput<R, Output = O>,
    total: &mut Option<Total>,
) -> bool {
    let Some(page) = output.page_mut() else { return true };
    let Ok(facts) = description.read(page, position, *total) else { return true };
    *total = facts.total;
    cursor.would_end(&facts.next)
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
        let Poll::Ready(output) = self.trace.in_span(name, || self.in_flight.poll(cx)) else {
            if K::IS_PREDICTABLE && self.options.prefetch > 0 {
                self.poll_read_ahead(cx, self.options.prefetch);
            }
            return Poll::Pending;
        };
        let timer = self.in_flight.timer();
        let (request, result) = output.split();
        self.call.return_request(request);
        let page = match result {
            Ok(page) => {
                inspect(&page);
                self.receive(page).inspect_err(|_| self.cursor.request_failed())
            }
            Err(error) => {
                self.cursor.request_failed();
                Err(Error::Operation(error))
            }
        };
        self.trace.emit(name, page.is_ok(), timer, || self.list_progress());
        Poll::Ready(Some(page))
    }

    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        // A request that cannot be made is reported when the stream asks for its page.
        let pages = self.options.prefetch;
        if pages == 0 || self.in_flight.is_idle() && !(self.cursor.can_send() && self.send_next()) {
            return false;
        }
        let was_pending = self.in_flight.is_pending();
        let is_pending = self.trace.in_span(self.description.name, || self.in_flight.poll_ahead(cx));
        let reads_further = K::IS_PREDICTABLE && pages > 1;
        if reads_further && was_pending && !is_pending {
            self.inspect_next();
        }
        reads_further && self.poll_read_ahead(cx, pages - 1) || is_pending
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
            page_len: self.cursor.kept(),
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

impl<R, O, C, F: Future, K: Continuation<R, O>, V, I, S> HasItems for Driver<R, O, C, F, K, List<O, V, I>, S> {}

#[diagnostic::do_not_recommend]
impl<R, O, C, F: Future, K: Continuation<R, O>, V, X, N, E, I, S> HasItems
    for Driver<R, O, C, F, K, Projection<O, V, X, N, E, I>, S>
{
}

impl<R, O, C, F: Future, K: Continuation<R, O>, L> HasPageSize for Driver<R, O, C, F, K, L, PageSize<R>> {}
