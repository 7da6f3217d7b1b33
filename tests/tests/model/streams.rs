//! A trait for all tested streams.

use std::pin::pin;
use std::task::Poll;

use futures::stream::FusedStream;
use futures::{Stream, StreamExt};
use paginated::{
    Error, FullResult, FullResultError, HasPageSize, Items, ItemsOf, Operation, Pages, Paginator, ResumeToken, blocking,
};
use paginated_tests::fixture::{ListInput, Throttled, poll_once};

use super::reference::StopReason;
use super::service::{Flag, Output, Service};

/// The stream that reads a listing.
#[derive(Clone, Copy, Debug)]
pub enum StreamKind {
    Items,
    Pages,
    BoxedItems,
    BlockingItems,
    BlockingPages,
    PrefetchedItems,
    PrefetchedBoxedItems,
    PrefetchedPages,
    ItemsOf,
    BlockingItemsOf,
    PrefetchedItemsOf,
}

/// The limits of a listing.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub max_items: Option<usize>,
    pub max_pages: Option<u64>,
    pub page_size: Option<u32>,
}

/// The outcome of a completed poll.
pub type PollOutput = Option<Result<Vec<u32>, StopReason>>;

/// A stream of any kind.
pub trait TestedStream {
    fn poll(&mut self) -> Poll<PollOutput>;
    fn retry(&mut self);
    fn resume_token(&self) -> Option<ResumeToken>;
    fn size_hint(&self) -> (usize, Option<usize>);
    /// Returns `None` if the stream is not fused.
    fn is_terminated(&self) -> Option<bool>;
    fn pages_fetched(&self) -> u64;
    /// Returns `None` if the stream does not count items.
    fn items_given(&self) -> Option<u64>;
}

fn stop_reason(error: &Error<Throttled>) -> StopReason {
    match error {
        Error::Operation(Throttled) => StopReason::Failed,
        Error::MissingData(_) => StopReason::NoData,
        Error::MissingToken(_) => StopReason::MissingToken,
        Error::TooManyPages(_) => StopReason::MaxPages,
        Error::NoPages(_) => StopReason::NoPages,
        error => panic!("{error}"),
    }
}

fn to_poll_output<T>(next: Option<Result<T, Error<Throttled>>>, items: impl FnOnce(T) -> Vec<u32>) -> PollOutput {
    next.map(|next| next.map(items).map_err(|error| stop_reason(&error)))
}

/// The closure of `items_of`.
type IntoItems = fn(Output) -> Vec<u32>;

/// Wraps a stream to implement [`TestedStream`].
struct Wrapper<S>(S);

/// Implements [`TestedStream`] for streams: how each is polled, the items that it yields, and its optional methods.
macro_rules! implement_tested_stream {
    ($($stream:ty { |$polled:ident| $poll:expr, |$yielded:ident| $items:expr, $terminated:expr, $count:expr })*) => {
        $(impl<O: Operation<Item = u32, Output = Output, Error = Throttled>> TestedStream for Wrapper<$stream> {
            fn poll(&mut self) -> Poll<PollOutput> {
                let $polled = &mut self.0;
                $poll.map(|next| to_poll_output(next, |$yielded| $items))
            }
            fn retry(&mut self) {
                self.0.retry();
            }
            fn resume_token(&self) -> Option<ResumeToken> {
                self.0.resume_token()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
            fn is_terminated(&self) -> Option<bool> {
                let terminated: Option<fn(&$stream) -> bool> = $terminated;
                terminated.map(|terminated| terminated(&self.0))
            }
            fn pages_fetched(&self) -> u64 {
                self.0.pages_fetched()
            }
            fn items_given(&self) -> Option<u64> {
                let count: Option<fn(&$stream) -> u64> = $count;
                count.map(|count| count(&self.0))
            }
        })*
    };
}

implement_tested_stream! {
    Items<O> {
        |items| poll_once(items.next()), |item| vec![item], Some(FusedStream::is_terminated), Some(Items::items_given)
    }
    Pages<O> {
        |pages| poll_once(StreamExt::next(pages)), |page| page.into_items(), Some(FusedStream::is_terminated), Some(Pages::items_given)
    }
    blocking::Items<O> {
        |items| Poll::Ready(items.next()), |item| vec![item], None, Some(blocking::Items::items_given)
    }
    blocking::Pages<O> {
        |pages| Poll::Ready(pages.next()), |page| page.into_items(), None, Some(blocking::Pages::items_given)
    }
    ItemsOf<O, IntoItems, Vec<u32>> {
        |items| poll_once(items.next()), |item| vec![item], Some(FusedStream::is_terminated), None
    }
    blocking::ItemsOf<O, IntoItems, Vec<u32>> {
        |items| Poll::Ready(items.next()), |item| vec![item], None, None
    }
}

/// Sets the limits and the starting token of a paginator.
fn configure<O: Operation + HasPageSize, M>(
    mut paginator: Paginator<O, M>,
    limits: &Limits,
    token: Option<ResumeToken>,
) -> Paginator<O, M> {
    if let Some(max) = limits.max_items {
        paginator = paginator.max_items(max);
    }
    if let Some(max) = limits.max_pages {
        paginator = paginator.max_pages(max);
    }
    if let Some(size) = limits.page_size {
        paginator = paginator.page_size(size as usize);
    }
    match token {
        Some(token) => paginator.starting_token(token),
        None => paginator,
    }
}

/// The call that opens a stream.
pub struct Call<'a> {
    pub service: &'a Service,
    pub flag: Flag,
    pub input: ListInput,
    pub limits: Limits,
    pub token: Option<ResumeToken>,
}

/// Evaluates `$then` with the paginator of `$method`.
macro_rules! with {
    ($call:ident, $method:ident, |$paginator:ident| $then:expr) => {{
        let Call { service, input, limits, token, .. } = $call;
        let $paginator = configure(service.$method(input), &limits, token);
        $then
    }};
}

/// Evaluates `$then` with a paginator of the async operation with the call's flag.
macro_rules! with_async {
    ($call:ident, |$paginator:ident| $then:expr) => {
        match $call.flag {
            Flag::Absent => with!($call, list_paginator, |$paginator| $then),
            Flag::Bool => with!($call, list_flagged_paginator, |$paginator| $then),
            Flag::Link => with!($call, list_linked_paginator, |$paginator| $then),
        }
    };
}

/// Evaluates `$then` with a paginator of the blocking operation with the call's flag.
macro_rules! with_blocking {
    ($call:ident, |$paginator:ident| $then:expr) => {
        match $call.flag {
            Flag::Absent => with!($call, list_blocking_paginator, |$paginator| $then),
            Flag::Bool => with!($call, list_flagged_blocking_paginator, |$paginator| $then),
            Flag::Link => with!($call, list_linked_blocking_paginator, |$paginator| $then),
        }
    };
}

/// Opens a stream over `service`.
pub fn open_stream<'a>(kind: StreamKind, call: Call<'a>) -> Box<dyn TestedStream + 'a> {
    macro_rules! open {
        ($with:ident, |$paginator:ident| $stream:expr) => {
            $with!(call, |$paginator| Box::new(Wrapper($stream)))
        };
    }
    const INTO_ITEMS: IntoItems = Output::into_items;
    match kind {
        StreamKind::Items => open!(with_async, |paginator| paginator.items()),
        StreamKind::Pages => open!(with_async, |paginator| paginator.pages()),
        StreamKind::ItemsOf => open!(with_async, |paginator| paginator.items_of(INTO_ITEMS)),
        StreamKind::BoxedItems => open!(with_async, |paginator| paginator.boxed().items()),
        StreamKind::PrefetchedItems => open!(with_async, |paginator| paginator.prefetch(1).items()),
        StreamKind::PrefetchedBoxedItems => open!(with_async, |paginator| paginator.boxed().prefetch(1).items()),
        StreamKind::PrefetchedPages => open!(with_async, |paginator| paginator.prefetch(1).pages()),
        StreamKind::PrefetchedItemsOf => open!(with_async, |paginator| paginator.prefetch(1).items_of(INTO_ITEMS)),
        StreamKind::BlockingItems => open!(with_blocking, |paginator| paginator.items()),
        StreamKind::BlockingPages => open!(with_blocking, |paginator| paginator.pages()),
        StreamKind::BlockingItemsOf => open!(with_blocking, |paginator| paginator.items_of(INTO_ITEMS)),
    }
}

/// The outcome of `full_result`.
pub struct FullOutcome {
    pub items: Vec<u32>,
    pub stop: Option<StopReason>,
    pub token: Option<ResumeToken>,
}

impl FullOutcome {
    fn new(result: Result<FullResult<Output>, FullResultError<Output, Throttled>>) -> Self {
        match result {
            Ok(FullResult { output, resume_token }) => {
                Self { items: output.into_items(), stop: None, token: resume_token }
            }
            Err(error) => {
                let stop = Some(stop_reason(&error.error));
                Self { items: error.output.unwrap_or_default().into_items(), stop, token: error.resume_token }
            }
        }
    }
}

/// Reads the full result.
pub fn read_full(blocking: bool, call: Call<'_>) -> FullOutcome {
    FullOutcome::new(if blocking {
        with_blocking!(call, |paginator| paginator.full_result())
    } else {
        with_async!(call, |paginator| {
            let mut full = pin!(paginator.full_result());
            loop {
                if let Poll::Ready(full) = poll_once(full.as_mut()) {
                    break full;
                }
            }
        })
    })
}
