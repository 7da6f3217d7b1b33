//! [`Driver`]: the [`Operation`] of a client method. It connects the call, the continuation, the keys, and the state.

use alloc::vec;
use alloc::vec::Vec;
use core::future::Future;
use core::marker::PhantomData;
use core::task::{Context, Poll, ready};

use crate::call::{Call, CallOutput, InFlight};
use crate::continuation::Continuation;
use crate::error::{Error, ErrorContext, PageSizeError};
use crate::keys::{List, PageItems, PageKeys};
use crate::operation::{HasItems, HasPageSize, Operation, PageResult, Progress};
use crate::options::Options;
use crate::state::{Cursor, NextAction, NextPage, Recurrence, StopReason};
use crate::trace::Trace;
#[cfg(feature = "resume")]
use {
    crate::resume::{self, Encoder, ResumeToken, StartingTokenError, StoredTokens},
    crate::state::Unyielded,
};

/// The description of a client method: where the values of each page and request are.
///
/// `R` is the request, `O` the page, `K` the [`Continuation`], and `L` the list of items, or `()`.
pub(crate) struct Description<R, O, K, L> {
    pub(crate) name: &'static str,
    pub(crate) continuation: K,
    pub(crate) keys: PageKeys<O, L>,
    pub(crate) rules: PageRules<R, O>,
}

/// The parts of a description that have no types of their own.
pub(crate) struct PageRules<R, O> {
    pub(crate) page_size: Option<PageSize<R>>,
    pub(crate) more_results: Option<MoreResults<O>>,
    pub(crate) container: Option<Container<O>>,
    /// Whether a token that repeats ends the list.
    pub(crate) end_on_repeated_token: bool,
}

/// The field for the page size in a request.
pub struct PageSize<R> {
    pub(crate) name: &'static str,
    /// Writes a page size; `None` if it does not fit.
    pub(crate) write: fn(&mut R, u64) -> Option<()>,
}

/// The flag that says whether there is another page.
pub(crate) struct MoreResults<O> {
    pub(crate) name: &'static str,
    pub(crate) read: fn(&mut O) -> Option<bool>,
}

/// The `Option`s that contain both the items and the token or flag of a page.
pub(crate) struct Container<O> {
    pub(crate) name: &'static str,
    /// Returns `None` if one of the `Option`s is `None`, so that the response says nothing about the list.
    pub(crate) find: fn(&mut O) -> Option<()>,
    /// Whether the page itself is an `Option`, which is `None` for an empty list (status 204).
    pub(crate) is_page: bool,
}

/// A client method that is paged.
///
/// `C` is the call and `F` its future. `S` is [`PageSize`] if the operation has a `limit_key`. See [`Description`] for the
/// other parameters.
pub struct Driver<R, O, C, F: Future, K: Continuation<R, O>, L, S> {
    call: Call<R, C>,
    description: Description<R, O, K, L>,
    options: Options,
    cursor: Cursor<K::Position>,
    /// The request for the next page.
    in_flight: InFlight<F>,
    trace: Trace,
    page_size: PhantomData<fn() -> S>,
}

impl<R, O, C, F: Future, K: Continuation<R, O>, L, S> Driver<R, O, C, F, K, L, S> {
    pub(crate) fn new(call: Call<R, C>, description: Description<R, O, K, L>) -> Self {
        Self {
            call,
            description,
            options: Options::default(),
            cursor: Cursor::new(None, None, None),
            in_flight: InFlight::new(),
            trace: Trace::default(),
            page_size: PhantomData,
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
        let (continuation, position) = (&self.description.continuation, self.cursor.next());
        let apply = |request: &mut R| match position {
            None => continuation.prepare_first(request),
            Some(_) => continuation.apply(request, position),
        };
        self.trace.request_sent();
        let call = self.trace.in_span(self.description.name, || self.call.start(apply));
        let Some(future) = call else { return false };
        self.in_flight.start(future);
        true
    }

    /// Writes the page size into the request, and reads the starting token.
    #[cold]
    #[inline(never)]
    fn resolve_start(&mut self) -> Result<(), ErrorOf<F, R>> {
        let request = self.call.request_mut().expect("no call was made before the start of the list is resolved");
        #[cfg(feature = "resume")]
        if let Some(token) = &self.options.starting_token {
            let continuation = &self.description.continuation;
            let (position, items) = decode(continuation, token).map_err(Error::StartingToken)?;
            if position.is_none() {
                continuation.reset(request);
            }
            self.cursor.start_at(position, items);
        }
        if let Some(page_size) = self.options.page_size {
            let key = self.description.rules.page_size.as_ref();
            if key.is_none_or(|key| (key.write)(request, page_size as u64).is_none()) {
                let (operation, key) = (self.description.name, key.map_or("limit_key", |key| key.name));
                return Err(Error::PageSize(PageSizeError { operation, key, page_size }));
            }
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

    /// Returns the name of the `Option` that is `None` although it contains the items and the token of a page.
    fn missing_container(&self, page: &mut O) -> Option<&'static str> {
        let container = self.description.rules.container.as_ref()?;
        // A list whose first response is `None` is empty.
        let is_empty_list = container.is_page && self.cursor.next().is_none() && self.cursor.pages() == 0;
        (!is_empty_list && (container.find)(page).is_none()).then_some(container.name)
    }

    /// Receives a page: counts and trims its items, and decides what follows it.
    fn receive(&mut self, mut page: O) -> Result<O, ErrorOf<F, R>> {
        if let Some(name) = self.missing_container(&mut page) {
            self.cursor.request_failed();
            return Err(Error::MissingData(self.context(name)));
        }
        let Description { continuation, keys, rules, .. } = &self.description;
        let cursor = &mut self.cursor;
        cursor.page_received();
        let received = keys.list.count(&mut page);
        let position = continuation.next(&mut page, cursor.current(), received);
        let more_results = rules.more_results.as_ref().and_then(|flag| (flag.read)(&mut page));
        let trim = cursor.trim(received, keys.list.is_splittable());
        keys.trim(&mut page, received, trim);
        let is_same = |earlier: Option<&K::Position>| match (&position, earlier) {
            (Some(position), Some(earlier)) => continuation.is_same(position, earlier),
            _ => false,
        };
        let recurrence = if is_same(cursor.current()) {
            Recurrence::Repeated
        } else if is_same(cursor.anchor()) {
            Recurrence::Cycle
        } else {
            Recurrence::New
        };
        let end_on_repeated = rules.end_on_repeated_token;
        cursor.page_settled(NextPage { position, more_results, recurrence, end_on_repeated });
        Ok(page)
    }
}

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

    fn name(&self) -> &'static str {
        self.description.name
    }

    fn has_items(&self) -> bool {
        L::HAS_ITEMS
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    fn configure(&mut self) {
        #[cfg(feature = "resume")]
        {
            self.options.starting_token.take_if(|token| token.as_str().is_empty());
        }
        let request = self.call.request_mut();
        let start = request.and_then(|request| self.description.continuation.initial(request));
        self.cursor.configure(start, self.options.max_items, self.options.max_pages);
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<PageResult<Self>>> {
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
            Ok(page) => self.receive(page),
            Err(error) => {
                self.cursor.request_failed();
                Err(Error::Operation(error))
            }
        };
        self.trace.emit(name, page.is_ok(), || self.progress());
        Poll::Ready(Some(page))
    }

    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        if !self.options.prefetch || self.in_flight.is_idle() && !(self.cursor.can_send() && self.start_call()) {
            return false;
        }
        let is_pending = self.trace.in_span(self.description.name, || self.in_flight.poll_ahead(cx));
        if !is_pending {
            self.trace.response_received();
        }
        is_pending
    }

    fn take_items(&self, mut page: O) -> vec::IntoIter<L::Item> {
        self.description.keys.list.take(&mut page)
    }

    fn join(&self, so_far: &mut O, next: &mut O) {
        self.description.keys.join(so_far, next);
    }

    fn retry(&mut self) {
        self.cursor.retry();
    }

    #[cfg(feature = "resume")]
    fn resume_token(&self, unyielded: Unyielded) -> Option<ResumeToken> {
        let continuation = &self.description.continuation;
        if let (0, Some(token)) = (self.cursor.pages(), &self.options.starting_token) {
            return Some(if token.is_service() { printable(continuation, token) } else { token.clone() });
        }
        let (position, items) = self.cursor.resume_at(unyielded)?;
        Some(encode(continuation, position, items))
    }

    fn progress(&self) -> Progress {
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
            is_splittable: self.description.keys.list.is_splittable(),
        }
    }
}

impl<R, O, C, F: Future, K: Continuation<R, O>, V, I, S> HasItems for Driver<R, O, C, F, K, List<O, V, I>, S> {}

impl<R, O, C, F: Future, K: Continuation<R, O>, L> HasPageSize for Driver<R, O, C, F, K, L, PageSize<R>> {}

/// Reads a starting token: the position of a page, and the number of items to skip from there.
#[cfg(feature = "resume")]
fn decode<R, O, K: Continuation<R, O>>(
    continuation: &K,
    token: &ResumeToken,
) -> Result<(Option<K::Position>, usize), StartingTokenError> {
    let mut names = Vec::new();
    continuation.add_names(&mut names);
    decode_position(token, &names, &|values| continuation.decode(values))
}

/// Reads a starting token with the `decode` function of a continuation. It is compiled once for each type of positions.
#[cfg(feature = "resume")]
#[inline(never)]
fn decode_position<P>(
    token: &ResumeToken,
    names: &[&'static str],
    decode: &dyn Fn(&mut StoredTokens) -> Result<Option<P>, &'static str>,
) -> Result<(Option<P>, usize), StartingTokenError> {
    let decoded = resume::decode(token, names, &[])?;
    let items = usize::try_from(decoded.items_taken).unwrap_or(usize::MAX);
    let position = decode(&mut decoded.tokens.into_iter()).map_err(StartingTokenError::invalid_token)?;
    Ok((position, items))
}

#[cfg(feature = "resume")]
fn encode<R, O, K: Continuation<R, O>>(continuation: &K, position: Option<&K::Position>, items: usize) -> ResumeToken {
    let mut encoder = Encoder::new();
    if let Err(error) = continuation.encode(position, &mut encoder) {
        panic!("a token cannot be serialized: {error}");
    }
    encoder.finish((items > 0).then_some(items as u64))
}

/// Returns a service's own token in the format of resume tokens, so that it is read back as what it is.
#[cfg(feature = "resume")]
fn printable<R, O, K: Continuation<R, O>>(continuation: &K, token: &ResumeToken) -> ResumeToken {
    match decode(continuation, token) {
        Ok((Some(position), items)) => encode(continuation, Some(&position), items),
        _ => token.clone(),
    }
}
