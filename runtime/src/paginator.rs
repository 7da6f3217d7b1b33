//! [`Paginator`]: a list before its first request.

use alloc::boxed::Box;
use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;

use crate::boxed::{BoxPaginator, LocalBoxPaginator};
use crate::config::PaginationConfig;
use crate::inspect::Inspect;
use crate::operation::{HasItems, HasPageSize, Operation, OptionalResumeToken};
#[cfg(feature = "resume")]
use crate::resume::ResumeToken;
use crate::stream::{
    Async, AsyncMode, Blocking, FullResultCollector, FullResultOutcome, Items, ItemsOf, Pages, Resumable, Unresumable,
    poll_blocking,
};
#[cfg(doc)]
use crate::stream::{FullResult, FullResultError};

/// The largest number of pages that are requested ahead.
const MAX_PREFETCH: usize = 1000;

/// A list before its first request: the return type of the method that [`#[paginated]`](macro@crate::paginated) generates.
///
/// Configure it, then call [`items`](Self::items), [`pages`](Self::pages), or [`full_result`](Self::full_result). No request is
/// sent until the result is polled. A blocking `full_result` sends the requests when it is called.
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
#[must_use = "a paginator sends no request until its `items()`, `pages()`, or `full_result()` is polled"]
pub struct Paginator<O: Operation, M = Async> {
    operation: O,
    mode: PhantomData<fn() -> M>,
}

impl<O: Operation, M> Paginator<O, M> {
    pub(crate) fn new(operation: O) -> Self {
        Self { operation, mode: PhantomData }
    }

    /// Sets the number of items to request per page: the value of the request's `limit_key`. Services take it as an upper
    /// bound.
    ///
    /// A number that the request's type cannot hold is an [`Error::PageSize`](crate::Error::PageSize) at the first poll. 0 is sent as
    /// it is. A service that takes it literally returns an empty page, which ends a list with page numbers or an offset.
    pub fn page_size(mut self, items: usize) -> Self
    where
        O: HasPageSize,
    {
        self.operation.list_options_mut().page_size = Some(items);
        self
    }

    /// Ends the list after `items` items. In a string, each character counts as an item, although `items()` yields the string as a
    /// whole. A map or a hash set is yielded as a whole, so there may be more entries. Without [`prefetch`](Self::prefetch), no
    /// page after the last item is requested. `max_items(0)` sends no request.
    ///
    /// The stream's `resume_token()` then returns the position after the last item. If this item is the last one of its page, and
    /// the token of a page that must follow is missing, an [`Error::MissingToken`](crate::Error::MissingToken) follows. An
    /// operation without a `result_key` has no items, so only `max_items(0)` has an effect on it.
    pub fn max_items(mut self, items: usize) -> Self {
        self.operation.list_options_mut().max_items = Some(items);
        self
    }

    /// Ends the list with [`Error::TooManyPages`](crate::Error::TooManyPages) instead of requesting more than `pages` pages.
    ///
    /// This is an error and not the end of the stream, so that a truncated list is never mistaken for a complete one. The
    /// stream's `resume_token()` then returns the position of the next page. To stop after some pages without an error, drop the
    /// stream.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.operation.list_options_mut().max_pages = Some(pages);
        self
    }

    /// Resumes a list. The request must be the one that started the list, because a token does not contain it. With page numbers
    /// and links, the page size must be the same, or not set: see
    /// [Resume tokens](crate::guide::guarantees#resume-tokens).
    ///
    /// The token is a [`ResumeToken`], or the string form of one, which this crate, botocore, or the AWS CLI printed. Any other
    /// string is the service's own token. With `next_link`, a string that is not base64 of a JSON object is refused, unless it is
    /// marked with [`ResumeToken::service`]. An empty string means no starting token. A token that is refused, or does not fit
    /// this operation, is an [`Error::StartingToken`](crate::Error::StartingToken) at the first poll. So is each one that
    /// contains a value of the `input_token` if the attribute has `token_with = false`.
    ///
    /// # Tokens from untrusted users
    ///
    /// A token is not signed, so a user who holds it can write another one, for any position that the client may read. Sign or
    /// encrypt the token if this matters. Set [`max_pages`](Self::max_pages): a token can demand that any number of items are
    /// skipped, which `max_items` does not count. Set [`page_size`](Self::page_size), which a token can set otherwise. With links,
    /// [check the host](crate::guide::apis#links-to-another-host).
    #[cfg(feature = "resume")]
    pub fn starting_token(mut self, token: impl Into<ResumeToken>) -> Self {
        self.operation.set_starting_token(token.into());
        self
    }

    /// Sets the page size, the item limit, and the starting token. A value that `config` lacks is not changed.
    ///
    /// A page size is an [`Error::PageSize`](crate::Error::PageSize) at the first poll if there is no `limit_key`.
    #[cfg_attr(not(feature = "resume"), allow(clippy::needless_pass_by_value))]
    pub fn config(mut self, config: PaginationConfig) -> Self {
        let options = self.operation.list_options_mut();
        options.max_items = config.max_items.or(options.max_items);
        options.page_size = config.page_size.or(options.page_size);
        #[cfg(feature = "resume")]
        if let Some(token) = config.starting_token {
            self.operation.set_starting_token(token);
        }
        self
    }

    /// Returns the same paginator with a type that can be named, for the field of a struct or the method of a trait. Only the
    /// operation is boxed, and not the pages or items. A list without resume tokens cannot be boxed.
    pub fn boxed<'a>(self) -> BoxPaginator<'a, O::Output, O::Item, O::Error, M>
    where
        O: Send + 'a,
        M: Resumable,
    {
        Paginator { operation: Box::new(self.operation), mode: self.mode }
    }

    /// Does the same as [`boxed`](Self::boxed) for an operation that is not `Send`.
    pub fn boxed_local<'a>(self) -> LocalBoxPaginator<'a, O::Output, O::Item, O::Error, M>
    where
        O: 'a,
        M: Resumable,
    {
        Paginator { operation: Box::new(self.operation), mode: self.mode }
    }

    /// Passes each page to a closure before items are skipped, trimmed, or taken. Use it for values in the response type that are
    /// not items, such as headers, consumed capacity, and flags of partial results.
    ///
    /// The paginator is `Send` if it was before and the closure is. Pages that are rejected
    /// ([`MissingData`](crate::Error::MissingData), [`WrongPosition`](crate::Error::WrongPosition)) are shown too.
    ///
    /// ```
    /// # use paginated::{Page, paginated};
    /// # #[derive(Clone)]
    /// # struct Input { marker: Option<String> }
    /// # #[derive(Page)]
    /// # struct Output { names: Vec<u32>, consumed_capacity: f64, marker: Option<String> }
    /// # #[paginated(input_token = "Marker", result_key = "Names")]
    /// # async fn list(input: Input) -> Result<Output, std::io::Error> {
    /// #     let marker = input.marker.is_none().then(|| "next".to_owned());
    /// #     Ok(Output { names: vec![1], consumed_capacity: 0.5, marker })
    /// # }
    /// # futures::executor::block_on(async {
    /// # let input = Input { marker: None };
    /// let mut capacity = 0.0;
    /// let names: Vec<_> =
    ///     list_paginator(input).inspect_pages(|page| capacity += page.consumed_capacity).items().try_collect().await?;
    /// assert_eq!((names.len(), capacity), (2, 1.0));
    /// # Ok::<(), paginated::Error<std::io::Error>>(())
    /// # }).unwrap();
    /// ```
    pub fn inspect_pages<F: FnMut(&O::Output)>(self, inspect: F) -> Paginator<Inspect<O, F>, M> {
        Paginator { operation: Inspect { operation: self.operation, inspect }, mode: PhantomData }
    }

    /// Returns the items: the elements of the list that the first result key names, the entries of a map, strings, or, with `[]`,
    /// values in the elements.
    ///
    /// # Panics
    ///
    /// If the paginator was [`boxed`](Self::boxed), and its operation has no `result_key`.
    #[inline]
    pub fn items(self) -> Items<O, M>
    where
        O: HasItems,
    {
        let name = self.operation.operation_name();
        assert!(self.operation.has_item_list(), "`{name}` has no items, because it has no `result_key`");
        Items::new(self.start())
    }

    /// Returns the pages. A starting token may remove items from the first pages, and `max_items` from the last one. With a
    /// starting token, the other result keys of these first pages are emptied. With `reversed`, the items of each page are
    /// reversed.
    #[inline]
    pub fn pages(self) -> Pages<O, M> {
        Pages::new(self.start())
    }

    /// Returns the items that `take_items` takes out of each page, such as those of another result key.
    ///
    /// `max_items` counts the items of the first result key. A resume token points at the start of the page whose items were not
    /// all yielded. If this list was itself resumed inside of that page, the token points at the same position again. After
    /// `max_items`, it points at the first item that was not counted.
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
    pub fn items_of<F, L>(self, take_items: F) -> ItemsOf<O, F, L, M>
    where
        F: FnMut(O::Output) -> L,
        L: IntoIterator,
    {
        ItemsOf::new(self.pages(), take_items)
    }

    /// Starts the list, and returns the operation.
    #[inline]
    fn start(mut self) -> O {
        self.operation.start_list();
        self.operation
    }

    /// Requests up to `pages` pages ahead, while the items of the current page are used, and while the stream waits for the next
    /// page. With 0, the default, no page is requested ahead. A number above 1,000 counts as 1,000. The paginator of a blocking
    /// method does not have this method.
    ///
    /// - Page numbers: the requests are concurrent.
    /// - Offsets: the requests are concurrent as long as the pages have the same number of items. If a page has another number, the
    ///   requests after it have wrong offsets. They are dropped, and sent again with the right ones.
    /// - Tokens and links: one page is requested ahead, because its position is known only from the page before. The same holds
    ///   for a method that borrows its request, or that takes a `&mut` reference, because one call is possible at a time.
    ///
    /// The first page is requested alone, because the list may have only one page. A page is not requested if `max_items`,
    /// `max_pages`, a total (`total_items`, `total_pages`), or a response that has arrived shows that it is not needed. If none
    /// of them bounds the list, up to `pages` requests at a time are for pages after the end. Their results are dropped, errors
    /// included.
    ///
    /// Order, limits, cancel safety, and resume tokens are the same as without prefetching. A prefetched page is counted, and its
    /// error is returned, when the stream reaches it. `retry()` then requests that page again, and keeps the pages after it.
    /// Up to `pages + 1` pages are in memory.
    ///
    /// No task is spawned. The requests make progress only while the stream is polled. A client that has a connection task of its
    /// own (hyper, and so reqwest and the AWS SDK) receives responses in the meantime. The code between two items must not wait for
    /// something that a request in flight may hold, such as the lock of a rate limiter.
    ///
    /// ```
    /// # use paginated::{Page, paginated};
    /// # #[derive(Clone)]
    /// # struct Input { page: u32 }
    /// # #[derive(Page)]
    /// # struct Output { names: Vec<u32>, total_pages: u32 }
    /// # #[paginated(page_number = "page", start = 1, total_pages = "total_pages", result_key = "names")]
    /// # async fn list(input: Input) -> Result<Output, std::io::Error> {
    /// #     Ok(Output { names: vec![2 * input.page - 1, 2 * input.page], total_pages: 20 })
    /// # }
    /// # async fn store(_: u32) {}
    /// # futures::executor::block_on(async {
    /// # let input = Input { page: 0 };
    /// # let mut stored = vec![];
    /// let mut names = list_paginator(input).prefetch(8).items();
    /// while let Some(name) = names.try_next().await? {
    ///     store(name).await; // Up to eight pages are in flight.
    /// #   stored.push(name);
    /// }
    /// # assert_eq!(stored, (1..=40).collect::<Vec<_>>());
    /// # Ok::<(), paginated::Error<std::io::Error>>(())
    /// # }).unwrap();
    /// ```
    pub fn prefetch(mut self, pages: usize) -> Self
    where
        M: AsyncMode,
    {
        self.operation.list_options_mut().prefetch = pages.min(MAX_PREFETCH);
        self
    }

    /// Limits the number of requests in flight. 0 counts as 1. Without a limit, [`prefetch(n)`](Self::prefetch) allows `n + 1` of
    /// them.
    ///
    /// If the limit is lower than `prefetch`, requests continue while one page is slow, until `prefetch` pages are ahead. The pages
    /// that arrived stay in memory until the stream reaches them. The service never has more requests at once than the limit.
    ///
    /// ```
    /// # use paginated::{Page, paginated};
    /// # #[derive(Clone)]
    /// # struct Input { offset: u64, limit: u64 }
    /// # #[derive(Page)]
    /// # struct Output { rows: Vec<u64>, total: u64 }
    /// # #[paginated(offset = "offset", limit_key = "limit", total_items = "total", result_key = "rows")]
    /// # async fn list(input: Input) -> Result<Output, std::io::Error> {
    /// #     let rows = input.offset..(input.offset + input.limit).min(1000);
    /// #     Ok(Output { rows: rows.collect(), total: 1000 })
    /// # }
    /// # futures::executor::block_on(async {
    /// # let input = Input { offset: 0, limit: 0 };
    /// let rows: Vec<u64> =
    ///     list_paginator(input).page_size(10).prefetch(64).concurrency_limit(8).items().try_collect().await?;
    /// # assert_eq!(rows, (0..1000).collect::<Vec<_>>());
    /// # Ok::<(), paginated::Error<std::io::Error>>(())
    /// # }).unwrap();
    /// ```
    pub fn concurrency_limit(mut self, requests: usize) -> Self
    where
        M: AsyncMode,
    {
        self.operation.list_options_mut().concurrency_limit = Some(requests.max(1));
        self
    }
}

/// `full_result` for modes in which it is async.
macro_rules! async_full_result {
    ($($mode:ty => $token:ty, $resume_token:expr;)*) => {
        $(impl<O: Operation> Paginator<O, $mode> {
            /// Returns all pages in one response, the field `output` of a [`FullResult`]. The response has each result key joined
            /// over all pages, the non-aggregate keys of the first page, and every other field of the last page. If pages lack a
            /// key, see [`non_aggregate_keys`](macro@crate::paginated#results).
            ///
            /// # Errors
            ///
            /// The reason why the list stopped, with [the pages before and a resume token](FullResultError).
            ///
            /// # Panics
            ///
            /// If the result has a resume token that cannot be serialized.
            ///
            /// # Cancel safety
            ///
            /// Dropping the future drops the pages received so far.
            pub fn full_result(self) -> impl Future<Output = FullResultOutcome<O, $token>> {
                FullResultCollector::new(self.start(), $resume_token)
            }
        })*
    };
}

async_full_result! {
    Async => OptionalResumeToken, O::list_resume_token;
    Unresumable<Async> => (), |_, _| {};
}

/// `full_result` for modes in which it blocks.
macro_rules! blocking_full_result {
    ($($mode:ty => $token:ty, $resume_token:expr;)*) => {
        $(impl<O: Operation> Paginator<O, $mode> {
            /// Returns all pages in one response: see the async method of the same name.
            ///
            /// # Errors
            ///
            /// The reason why the list stopped, with [the pages before and a resume token](FullResultError).
            ///
            /// # Panics
            ///
            /// If the result has a resume token that cannot be serialized.
            pub fn full_result(self) -> FullResultOutcome<O, $token> {
                let mut collector = FullResultCollector::new(self.start(), $resume_token);
                poll_blocking(|cx| Pin::new(&mut collector).poll(cx))
            }
        })*
    };
}

blocking_full_result! {
    Blocking => OptionalResumeToken, O::list_resume_token;
    Unresumable<Blocking> => (), |_, _| {};
}

impl<O: Operation, M> fmt::Debug for Paginator<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.operation.operation_name();
        f.debug_struct("Paginator").field("operation", &name).field("options", self.operation.list_options()).finish()
    }
}
