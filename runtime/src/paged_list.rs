//! [`PagedList`]: a list without the calls that request its pages.

use crate::continuation::{Continuation, Total};
use crate::description::{Description, PageFacts, RejectedPage};
use crate::error::{Error, ErrorContext, PageSizeError};
use crate::keys::{CLOSURE_NAME, ItemListKey};
use crate::list_options::ListOptions;
use crate::operation::Progress;
#[cfg(feature = "resume")]
use crate::resume::{ResumeToken, StartingTokenError};
use crate::state::{ListState, NextFacts, StopReason, Unyielded};

/// A list: its description, its options, and its state. See [`Description`] for the parameters.
///
/// It contains neither a request nor a page, and it reads and writes their fields by function pointers. The machine code of a
/// function of `PagedList` can therefore be the same for many operations, and the compiler then keeps one copy. The same holds
/// for the functions that poll a [`Driver`](crate::driver::Driver), because `InFlight` polls the client's future by a function
/// pointer.
///
/// The compiler compares only functions in the same codegen unit. If a function calls one in another unit, its machine code
/// differs for each operation, and no copy can be dropped. An `inline` function is copied into the unit that calls it. The
/// functions that a poll calls without `prefetch` are therefore `inline`, also long and cold ones. Short functions need no
/// attribute, because rustc inlines them anyway.
pub(crate) struct PagedList<K: Continuation, L> {
    pub(crate) description: Description<K, L>,
    pub(crate) options: ListOptions,
    pub(crate) state: ListState<K::Position>,
    /// The size of the whole list, as last reported.
    pub(crate) total: Option<Total>,
    /// The page size of all requests, for resume tokens. It is read from the caller's request and from the starting token only if
    /// positions depend on the page size.
    known_page_size: Option<u64>,
    /// The function of this name. It is set with the token, so that a program without starting tokens does not contain the code.
    #[cfg(feature = "resume")]
    start_at_token: Option<fn(&mut Self, &mut K::Request) -> Result<(), StartingTokenError>>,
}

impl<K: Continuation, L> PagedList<K, L> {
    pub(crate) fn new(description: Description<K, L>) -> Self {
        Self {
            state: ListState::new(description.optional.end_on),
            description,
            options: ListOptions::default(),
            total: None,
            known_page_size: None,
            #[cfg(feature = "resume")]
            start_at_token: None,
        }
    }

    fn context(&self, key: &'static str) -> ErrorContext {
        ErrorContext { operation: self.description.name, key, pages: self.state.pages() }
    }
}

impl<R, O, K: Continuation<Request = R, Page = O>, V, I, const HAS_ITEMS: bool>
    PagedList<K, ItemListKey<O, V, I, HAS_ITEMS>>
{
    /// Starts the list: reads the caller's position, and takes over the limits of the options. It neither writes the page size
    /// nor decodes the starting token, because they can be rejected, and only a poll can return an error: see
    /// `prepare_first_request`.
    pub(crate) fn start(&mut self, request: &mut R) {
        let Description { continuation, optional, .. } = &self.description;
        let start = continuation.initial(request);
        let page_size_of_request = || (optional.page_size.as_ref()?.read)(request);
        let ListOptions { max_items, max_pages, page_size, .. } = self.options;
        self.known_page_size = page_size.map(|size| size as u64).or_else(page_size_of_request);
        self.state.start(start, max_items, max_pages);
    }

    /// Decides whether the next page is requested. It is not if the list is over, or if an error was returned before. Before the
    /// first page, the first request is prepared, which may change `request`, the request of the caller. The request is `None` if
    /// it was lost: the call that borrowed it panicked, or a closure of the user panicked while it wrote into it.
    /// `StoredRequest::start_call` then panics.
    ///
    /// # Errors
    ///
    /// The reason why the list cannot start or continue.
    ///
    /// # Panics
    ///
    /// If a page is lost because the user's own code panicked.
    #[inline]
    pub(crate) fn decide_request<E>(&mut self, request: Option<&mut R>) -> Result<bool, Error<E>> {
        assert!(!self.state.is_page_lost(), "a page is missing because receiving it panicked");
        if self.state.can_send() { Ok(true) } else { self.prepare_or_stop(request) }
    }

    /// The part of [`decide_request`](Self::decide_request) for a list that cannot send: its first request is not prepared, it is
    /// over, or it stops with an error.
    #[cold]
    #[inline]
    fn prepare_or_stop<E>(&mut self, request: Option<&mut R>) -> Result<bool, Error<E>> {
        if self.state.is_new() {
            let request = request.expect("no call was made before the first request is prepared");
            self.prepare_first_request(request).inspect_err(|_| self.state.preparation_failed())?;
        }
        match self.state.take_stop_reason() {
            Some(reason) => Err(self.stop_error(reason)),
            None => Ok(self.state.can_send()),
        }
    }

    /// Decodes the starting token, and writes the page size into the request.
    #[cold]
    #[inline]
    fn prepare_first_request<E>(&mut self, request: &mut R) -> Result<(), Error<E>> {
        #[cfg(feature = "resume")]
        if let Some(start_at_token) = self.start_at_token {
            start_at_token(self, request).map_err(Error::StartingToken)?;
        }
        if let Some(page_size) = self.options.page_size {
            let key = self.description.optional.page_size.as_ref();
            if key.is_none_or(|key| (key.write)(request, page_size as u64).is_none()) {
                let (operation, key) = (self.description.name, key.map_or("", |key| key.name));
                return Err(Error::PageSize(PageSizeError { operation, key, page_size }));
            }
        }
        self.state.first_request_prepared();
        Ok(())
    }

    /// Sets the starting token. An empty one means that the list has none.
    #[cfg(feature = "resume")]
    pub(crate) fn set_starting_token(&mut self, token: ResumeToken) {
        self.options.starting_token = Some(token).filter(|token| !token.as_str().is_empty());
        self.start_at_token = Some(Self::start_at_token);
    }

    /// Moves the start of the list to that of the starting token, if there is one. If no page size of the caller is known, the
    /// one that the token records is used.
    #[cfg(feature = "resume")]
    fn start_at_token(&mut self, request: &mut R) -> Result<(), StartingTokenError> {
        let Some(token) = &self.options.starting_token else { return Ok(()) };
        let (position, stored) = self.description.decode(token)?;
        match (stored.page_size.filter(|_| K::DEPENDS_ON_PAGE_SIZE), self.known_page_size) {
            // The first page begins with the same item for any page size.
            (Some(expected), Some(found)) if found != expected && position.is_some() => {
                return Err(StartingTokenError::PageSize { expected, found });
            }
            (Some(expected), None) => {
                self.known_page_size = Some(expected);
                self.options.page_size = usize::try_from(expected).ok();
            }
            _ => {}
        }
        if position.is_none() {
            self.description.continuation.reset(request);
        }
        self.state.start_at(position, stored.skip);
        Ok(())
    }

    /// Writes the position of the next page into a request. Returns `false` if the request cannot hold it.
    #[inline]
    pub(crate) fn write_next_position(&self, request: &mut R) -> bool {
        // Without a starting token, the first request is the caller's own.
        let is_callers_own = self.state.pages() == 0 && !self.has_starting_token();
        self.description.write_position(request, self.state.next_position(), is_callers_own)
    }

    #[inline]
    fn has_starting_token(&self) -> bool {
        #[cfg(feature = "resume")]
        return self.options.starting_token.is_some();
        #[cfg(not(feature = "resume"))]
        false
    }

    /// Returns the error of a list that cannot continue.
    #[cold]
    #[inline]
    fn stop_error<E>(&self, reason: StopReason) -> Error<E> {
        let variant = match reason {
            StopReason::MissingToken => Error::MissingToken,
            StopReason::RepeatedToken => Error::RepeatedToken,
            StopReason::TokenCycle => Error::TokenCycle,
            StopReason::TooManyPages => Error::TooManyPages,
            StopReason::PositionOverflow => Error::PositionOverflow,
        };
        let key = match &self.description.optional.more_results {
            Some(flag) if reason == StopReason::MissingToken => flag.name,
            _ => self.description.position_name(),
        };
        variant(self.context(key))
    }

    /// Receives the next page: checks it, counts and trims its items, and decides what follows it.
    ///
    /// # Errors
    ///
    /// The page is rejected. The list's state is unchanged.
    #[inline]
    pub(crate) fn receive<E>(&mut self, page: &mut O) -> Result<(), Error<E>> {
        // Until `advance` is called, the position of the state's next page is that of this page.
        match self.description.read(page, self.state.next_position(), self.total) {
            Ok(PageFacts { items, total, next }) => {
                self.total = total;
                self.description.keys.items.reverse(page);
                self.advance(page, items, next);
                Ok(())
            }
            Err(RejectedPage::WrongPosition(name)) => Err(Error::WrongPosition(self.context(name))),
            Err(RejectedPage::MissingData(name)) => Err(Error::MissingData(self.context(name))),
        }
    }

    /// Makes the received page the current one, trims it, and sets what follows.
    #[inline]
    fn advance(&mut self, page: &mut O, items: usize, mut facts: NextFacts<K::Position>) {
        let Description { continuation, keys, .. } = &self.description;
        let state = &mut self.state;
        state.page_received();
        let trim = state.count_items(items, keys.items.is_splittable());
        keys.trim(page, items, trim);
        if let Some(next) = &facts.next_position {
            let is_next = |position| continuation.is_same(next, position);
            if state.current_position().is_some_and(is_next) {
                facts.stop_reason = Some(StopReason::RepeatedToken);
            } else if state.earlier_position().is_some_and(is_next) {
                facts.stop_reason = Some(StopReason::TokenCycle);
            }
        }
        state.set_next(facts);
    }

    /// Returns whether requests after a page that arrived before its turn are needless: it ends the list, or will be rejected. Sets
    /// `total` to the size of the list, if the page has it and is not rejected.
    pub(crate) fn ends_prefetch(
        &self,
        page: &mut O,
        position: Option<&K::Position>,
        total: &mut Option<Total>,
    ) -> bool {
        let Ok(facts) = self.description.read(page, position, *total) else { return true };
        *total = facts.total;
        self.state.would_end(&facts.next)
    }

    /// Returns the position of the page after the one at `last`, if `requested` pages are requested and not received. Returns
    /// `None` if the position cannot be predicted, or if its request may be needless. `total` is the size of the list.
    pub(crate) fn predict(
        &self,
        last: Option<&K::Position>,
        requested: usize,
        total: Option<Total>,
    ) -> Option<K::Position> {
        let Self { description: Description { continuation, .. }, state, .. } = self;
        if !state.can_send_after(requested) {
            return None;
        }
        let position = continuation.predict(last?, state.expected_elements())?;
        let is_past_total = total.is_some_and(|total| continuation.is_past_total(Some(&position), total));
        (!is_past_total).then_some(position)
    }

    /// Joins two pages into `next`.
    pub(crate) fn join<E>(&self, so_far: &mut O, next: &mut O) -> Result<(), Error<E>> {
        let keys = &self.description.keys;
        if let Some(name) = keys.find_duplicate_key(so_far, next) {
            return Err(Error::DuplicateKey(self.context(name)));
        }
        if keys.is_place_missing(so_far, next) {
            return Err(Error::MissingData(self.context(CLOSURE_NAME)));
        }
        keys.join(so_far, next);
        Ok(())
    }

    #[cfg(feature = "resume")]
    pub(crate) fn resume_token(&self, unyielded: Unyielded) -> Option<ResumeToken> {
        let description = &self.description;
        // Before the first page, the list resumes where the caller started it.
        if let (0, Some(token)) = (self.state.pages(), &self.options.starting_token) {
            return Some(description.as_resume_token(token, self.known_page_size));
        }
        let (position, items) = self.state.resume_at(unyielded)?;
        Some(description.encode(position, items, self.known_page_size))
    }

    #[cfg(not(feature = "resume"))]
    pub(crate) fn resume_token(&self, _: Unyielded) {}

    pub(crate) fn progress(&self) -> Progress {
        // A page size or a starting token may be rejected. This is an error even if no item is requested.
        let may_be_rejected = self.options.page_size.is_some() || self.has_starting_token();
        let start_may_fail = self.state.is_new() && may_be_rejected;
        let Description { continuation, optional, .. } = &self.description;
        let may_lack_token = optional.more_results.is_some() || continuation.has_only_carried_token();
        let left = self.state.items_and_errors_left(may_lack_token);
        Progress {
            pages: self.state.pages(),
            kept: self.state.kept(),
            items_and_errors_left: left.map(|left| left.max(usize::from(start_may_fail))),
            total: self.total.map(|(Total::Items(total) | Total::Pages(total))| total),
            total_items: match self.total {
                Some(Total::Items(total)) if !self.description.keys.items.is_projection() => Some(total),
                _ => None,
            },
            is_splittable: self.description.keys.items.is_splittable(),
        }
    }
}
