//! [`Paginator`]: what the generated method returns.

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use crate::boxed::{BoxOperation, LocalBoxOperation};
use crate::config::PaginationConfig;
use crate::full_result::{FullResult, FullResultError};
use crate::items::Items;
use crate::items_of::ItemsOf;
use crate::operation::{HasItems, HasPageSize, Operation};
use crate::pages::Pages;
use crate::resume::ResumeToken;

/// An operation to be paged: what the method made by [`#[paginated]`](macro@crate::paginated) returns.
///
/// Say what is wanted, then take [`items`](Self::items), [`pages`](Self::pages) or the
/// [`full_result`](Self::full_result). Nothing is sent before these are polled.
///
/// ```
/// # use paginated::{Page, paginated};
/// # #[derive(Clone, Default)]
/// # struct ListInput { next_token: Option<String>, limit: Option<i32> }
/// # #[derive(Page)]
/// # struct ListOutput { names: Vec<String>, next_token: Option<String> }
/// # struct Client;
/// # impl Client {
/// #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
/// async fn list(&self, input: ListInput) -> Result<ListOutput, std::io::Error> {
///     // …
/// #   let more = input.next_token.is_none();
/// #   Ok(ListOutput { names: vec!["a".into(), "b".into()], next_token: more.then(|| "t".into()) })
/// }
/// # }
/// # futures::executor::block_on(async {
/// # let client = Client;
/// let mut names = client.list_paginator(ListInput::default()).page_size(2).max_items(3).items();
/// let mut count = 0;
/// while let Some(name) = names.next().await {
///     println!("{}", name?);
///     count += 1;
/// }
/// assert_eq!(count, 3);
/// assert!(names.resume_token().is_some());
/// # Ok::<(), paginated::Error<std::io::Error>>(())
/// # }).unwrap();
/// ```
#[must_use = "a paginator sends nothing until its `items()`, `pages()` or `full_result()` is polled"]
pub struct Paginator<O, M = Async> {
    operation: O,
    mode: PhantomData<M>,
}

/// Says that a paginator's method is async.
#[derive(Debug)]
pub enum Async {}

impl<O: Operation, M> Paginator<O, M> {
    pub(crate) fn new(operation: O) -> Self {
        Self { operation, mode: PhantomData }
    }

    /// Asks the service for pages of `items` items, by the attribute's `limit_key`. Services take it as an upper bound.
    ///
    /// A number that the request's type cannot hold is an [`Error::PageSize`](crate::Error::PageSize) at the first poll.
    pub fn page_size(mut self, items: usize) -> Self
    where
        O: HasPageSize,
    {
        self.operation.settings_mut().config.page_size = Some(items);
        self
    }

    /// Ends the listing after `items` items: elements of a list, characters of a text; a map is given whole and ends the
    /// listing when that many entries are reached. No page is asked for that is not needed; `max_items(0)` sends nothing.
    ///
    /// The stream's `resume_token()` then holds where to go on.
    pub fn max_items(mut self, items: usize) -> Self {
        self.operation.settings_mut().config.max_items = Some(items);
        self
    }

    /// Ends the listing with an [`Error::MaxPages`](crate::Error::MaxPages) where it takes more than `pages` requests: an
    /// error and not an end, for a listing cut short must not look like a complete one.
    ///
    /// The stream's `resume_token()` then holds where to go on.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.operation.settings_mut().max_pages = Some(pages);
        self
    }

    /// Goes on where another listing stopped.
    ///
    /// A `&str`, a `String` or a `&ResumeToken` will do: a token that a [`ResumeToken`] printed, or botocore, or the AWS CLI; any other text is
    /// taken for the service's own token. One that cannot be this operation's is an
    /// [`Error::StartingToken`](crate::Error::StartingToken) at the first poll.
    pub fn starting_token(mut self, token: impl Into<ResumeToken>) -> Self {
        self.operation.settings_mut().config.starting_token = Some(token.into());
        self
    }

    /// Takes page size, limit and starting token from one value. What it does not hold stays as it was.
    ///
    /// A page size is an [`Error::PageSize`](crate::Error::PageSize) at the first poll where there is no `limit_key`.
    pub fn config(mut self, config: PaginationConfig) -> Self {
        let PaginationConfig { max_items, page_size, starting_token } = config;
        let ours = &mut self.operation.settings_mut().config;
        ours.max_items = max_items.or(ours.max_items);
        ours.page_size = page_size.or(ours.page_size);
        ours.starting_token = starting_token.or(ours.starting_token.take());
        self
    }

    /// The same paginator with a type that can be named, for a struct's field or a trait's method: the operation goes into
    /// one box. Pages and items are not boxed.
    pub fn boxed<'a>(self) -> Paginator<BoxOperation<'a, O::Output, O::Item, O::Error, O::Keys>, M>
    where
        O: Send + 'a,
    {
        Paginator { operation: BoxOperation::new(Box::new(self.operation)), mode: self.mode }
    }

    /// [`boxed`](Self::boxed) for an operation that is not `Send`.
    pub fn boxed_local<'a>(self) -> Paginator<LocalBoxOperation<'a, O::Output, O::Item, O::Error, O::Keys>, M>
    where
        O: 'a,
    {
        Paginator { operation: LocalBoxOperation::new(Box::new(self.operation)), mode: self.mode }
    }

    /// The operation, ready to be polled.
    pub(crate) fn configured(self) -> O {
        let Self { mut operation, .. } = self;
        operation.begin();
        operation
    }
}

impl<O: Operation> Paginator<O> {
    /// Reads one page ahead: the next page is asked for as soon as its token is known, while the items of the page in hand
    /// are worked on. It pays where both the service and the work on a page take their time.
    ///
    /// There is no task and no channel: the request under way is polled when the stream is, so it is sent with the first
    /// item of a page and goes on at each further one, not while the stream rests. A client that has a connection task of
    /// its own (hyper's, and so reqwest's and the AWS SDK's) brings the answer in meanwhile.
    ///
    /// Order, limits, errors, cancel safety and resume tokens are as without: a page that was read ahead counts when its
    /// turn comes, an error read ahead is given then, and no page is asked for that `max_items` or `max_pages` makes
    /// needless. Memory is two pages. It is one page ahead and not several, for only a page tells the token of the next.
    ///
    /// ```
    /// # use paginated::{Page, paginated};
    /// # #[derive(Clone)]
    /// # struct Input { next_token: Option<String> }
    /// # #[derive(Page)]
    /// # struct Output { names: Vec<u32>, next_token: Option<String> }
    /// # #[paginated(input_token = "NextToken", result_key = "Names")]
    /// # async fn list(input: Input) -> Result<Output, std::io::Error> {
    /// #     let more = input.next_token.is_none();
    /// #     Ok(Output { names: vec![1, 2], next_token: more.then(|| "t".into()) })
    /// # }
    /// # async fn store(_: u32) {}
    /// # futures::executor::block_on(async {
    /// # let input = Input { next_token: None };
    /// # let mut stored = 0;
    /// let mut names = list_paginator(input).prefetch().items();
    /// while let Some(name) = names.try_next().await? {
    ///     store(name).await; // The next page is on its way.
    /// #   stored += 1;
    /// }
    /// # assert_eq!(stored, 4);
    /// # Ok::<(), paginated::Error<std::io::Error>>(())
    /// # }).unwrap();
    /// ```
    pub fn prefetch(mut self) -> Self {
        self.operation.settings_mut().prefetch = true;
        self
    }

    /// A stream of the items: of what the pages hold under the primary result key.
    pub fn items(self) -> Items<O>
    where
        O: HasItems,
    {
        Items::new(self.configured())
    }

    /// A stream of the pages, whole but for the first and last, which a starting token and `max_items` may cut.
    pub fn pages(self) -> Pages<O> {
        Pages::new(self.configured())
    }

    /// A stream of what `list` takes out of each page: of a secondary result key, as botocore's `result_key_iters()`.
    ///
    /// It takes a closure, and no name, so that the compiler knows the type, and an editor the fields. `max_items` counts
    /// the items of the primary result key, as ever; the stream resumes at pages.
    ///
    /// ```
    /// # use paginated::{Page, paginated};
    /// # #[derive(Clone)]
    /// # struct Input { marker: Option<String> }
    /// # #[derive(Page)]
    /// # struct Output { contents: Vec<u32>, common_prefixes: Vec<&'static str>, marker: Option<String> }
    /// # #[paginated(input_token = "Marker", result_key = ["Contents", "CommonPrefixes"])]
    /// # async fn list_objects(input: Input) -> Result<Output, std::io::Error> {
    /// #     Ok(Output { contents: vec![1], common_prefixes: vec!["a/", "b/"], marker: None })
    /// # }
    /// # futures::executor::block_on(async {
    /// # let input = Input { marker: None };
    /// let mut prefixes = list_objects_paginator(input).items_of(|page| page.common_prefixes);
    /// assert_eq!(prefixes.next().await.transpose()?, Some("a/"));
    /// # Ok::<(), paginated::Error<std::io::Error>>(())
    /// # }).unwrap();
    /// ```
    pub fn items_of<F, L>(self, list: F) -> ItemsOf<O, F, L>
    where
        F: FnMut(O::Output) -> L,
        L: IntoIterator,
    {
        ItemsOf::new(self.pages(), list)
    }

    /// Everything in one output: each result key joined over all pages, the non-aggregate keys of the first page, and all
    /// else of the last one.
    ///
    /// # Errors
    ///
    /// The error of the page that failed, with [what was collected](FullResultError) so far and where to go on.
    ///
    /// # Panics
    ///
    /// If the listing is cut or a page fails, and the token's own `Serialize` fails then.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops what was collected.
    pub async fn full_result(self) -> Result<FullResult<O::Output>, FullResultError<O::Output, O::Error>> {
        crate::full_result::collect(self.configured()).await
    }
}

impl<O: Operation, M> fmt::Debug for Paginator<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.operation.name();
        f.debug_struct("Paginator").field("operation", &name).field("settings", self.operation.settings()).finish()
    }
}
