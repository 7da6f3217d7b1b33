//! [`Driver`]: the [`Operation`] of a client method. It connects the call, the continuation, the keys, and the state.

use alloc::vec;
use alloc::vec::Vec;
use core::future::Future;
use core::marker::PhantomData;
use core::task::{Context, Poll, ready};

use crate::call::{Call, CallOutput, InFlight};
use crate::continuation::{Continuation, NextPosition, Received, Total};
use crate::description::{Description, FlagValue, PageSize};
use crate::error::{Error, ErrorContext, PageSizeError};
use crate::keys::{List, PageCount, PageItems, Projection};
use crate::operation::{HasItems, HasPageSize, Operation, PageResult, Progress};
use crate::options::Options;
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
                NextAction::SendRequest if self.start_call() => return Ok(true),
                NextAction::SendRequest => self.cursor.request_refused(StopReason::PositionOverflow),
                NextAction::ReturnError(reason) => return Err(self.stop_error(reason)),
                NextAction::End => return Ok(false),
            }
        }
    }

    /// Calls the method for the next page. Returns `false` if the request cannot hold the position.
    fn start_call(&mut self) -> bool {
        let Description { continuation, rules, name, .. } = &self.description;
        let position = self.cursor.next();
        let apply = |request: &mut R| {
            if !continuation.is_first(position) {
                for reset in &rules.first_page_only {
                    reset(request);
                }
            }
            match position {
                None => continuation.prepare_first(request),
                position => continuation.apply(request, position),
            }
        };
        self.trace.request_sent();
        let call = self.trace.in_span(name, || self.call.start(apply));
        let Some(future) = call else { return false };
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
        error(self.context(self.position_name()))
    }

    fn context(&self, key: &'static str) -> ErrorContext {
        ErrorContext { operation: self.description.name, key, pages: self.cursor.pages() }
    }

    fn position_name(&self) -> &'static str {
        let mut names = Vec::new();
        self.description.continuation.add_names(&mut names);
        names.first().copied().unwrap_or_default()
    }

    /// Receives a page: checks it, counts and trims its items, and decides what follows it.
    fn receive(&mut self, mut page: O) -> Result<O, ErrorOf<F, R>> {
        let Description { continuation, keys, rules, .. } = &self.description;
        // Until `advance` is called, the cursor's next page is the one that was received.
        let position = self.cursor.next();
        let flag = rules.more_results.as_ref().map(|flag| (flag.read)(&mut page));
        let more_results = flag.and_then(|flag| flag.more_results.or(continuation.absent_flag()));
        let total = rules.total.as_ref().and_then(|total| Some((total.kind)((total.read)(&mut page)?)));
        let total = total.or(self.total);
        if let Some(echo) = &rules.echo
            && (echo.read)(&mut page).is_some_and(|number| continuation.number(position) != Some(number))
        {
            return Err(Error::WrongPosition(self.context(echo.name)));
        }
        self.total = total;
        let count = keys.list.page_count(&mut page);
        let received = Received { position, items: count.elements, total, more_results };
        let next = continuation.next(&mut page, received);
        if let Some(name) = self.missing_container(&mut page, flag) {
            return Err(Error::MissingData(self.context(name)));
        }
        if matches!(next, NextPosition::Stuck) {
            return Err(Error::MissingData(self.context(self.position_name())));
        }
        keys.list.reverse_page(&mut page);
        self.advance(&mut page, count, next.into_option(), more_results);
        Ok(page)
    }

    /// Makes the received page the current one, trims it, and sets what follows. `next` is the position of the page after it.
    fn advance(&mut self, page: &mut O, count: PageCount, next: Option<K::Position>, more_results: Option<bool>) {
        let Description { continuation, keys, rules, .. } = &self.description;
        let cursor = &mut self.cursor;
        cursor.page_received();
        let trim = cursor.trim(count.items, keys.list.is_page_splittable());
        keys.trim(page, count.items, trim);
        let is_next_same = |position: Option<&K::Position>| match (&next, position) {
            (Some(next), Some(position)) => continuation.is_same(next, position),
            _ => false,
        };
        let recurrence = if is_next_same(cursor.current()) {
            Recurrence::Repeated
        } else if is_next_same(cursor.earlier()) {
            Recurrence::Cycle
        } else {
            Recurrence::New
        };
        let end_on = rules.end_on;
        cursor.set_next(NextPage { position: next, more_results, recurrence, received: count.elements, end_on });
    }

    /// Returns the name of the container of the items if one of its `Option`s is `None`, unless the list is over. The name is `@` if
    /// the page itself is `None`.
    fn missing_container(&self, page: &mut O, flag: Option<FlagValue>) -> Option<&'static str> {
        let Description { continuation, rules, .. } = &self.description;
        let container = rules.container.as_ref()?;
        let position = self.cursor.next();
        if (container.find)(page).is_some() {
            return None;
        }
        // A list whose first response is `None` is empty. A flag or a total outside the `Option` may end the list.
        let is_page_present = (container.is_page_present)(page);
        let is_empty_list = !is_page_present && continuation.is_first(position);
        let is_past_total = self.total.is_some_and(|total| continuation.is_past_total(position, total));
        let is_end = flag.is_some_and(|flag| flag.more_results == Some(false) && !flag.is_inferred);
        let is_over = is_empty_list || is_past_total || is_end;
        (!is_over).then_some(if is_page_present { container.name } else { "@" })
    }
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
        let output = ready!(self.trace.in_span(name, || self.in_flight.poll(cx)));
        self.trace.response_received();
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
        self.trace.emit(name, page.is_ok(), || self.list_progress());
        Poll::Ready(Some(page))
    }

    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        // A request that cannot be made is reported when the stream asks for its page.
        if !self.options.prefetch || self.in_flight.is_idle() && !(self.cursor.can_send() && self.start_call()) {
            return false;
        }
        let is_pending = self.trace.in_span(self.description.name, || self.in_flight.poll_ahead(cx));
        if !is_pending {
            self.trace.response_received();
        }
        is_pending
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
