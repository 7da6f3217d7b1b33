//! A trait for all tested streams.

use std::pin::pin;
use std::task::Poll;

use futures::StreamExt;
use futures::stream::FusedStream;
use paginated::{Error, FullResult, FullResultError, Items, Operation, Pages, Paginator, ResumeToken, blocking};
use paginated_tests::fixture::{ListInput, ListOutput, Throttled, poll_once};

use super::reference::StopReason;
use super::service::{Scenario, Service};

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
}

/// The limits of a listing.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub max_items: Option<usize>,
    pub max_pages: Option<u64>,
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
        Error::MoreWithoutToken(_) => StopReason::MoreWithoutToken,
        Error::MaxPages(_) => StopReason::MaxPages,
        Error::NothingRead(_) => StopReason::NothingRead,
        error => panic!("{error}"),
    }
}

fn to_poll_output<T>(next: Option<Result<T, Error<Throttled>>>, items: impl FnOnce(T) -> Vec<u32>) -> PollOutput {
    next.map(|next| next.map(items).map_err(|error| stop_reason(&error)))
}

/// Wraps a stream to implement [`TestedStream`].
struct Wrapper<S>(S);

/// Implements [`TestedStream`] for streams: how each is polled, the items that it yields, and its optional methods.
macro_rules! implement_tested_stream {
    ($($stream:ty { |$polled:ident| $poll:expr, |$yielded:ident| $items:expr, $terminated:expr, $count:expr })*) => {
        $(impl<O: Operation<Item = u32, Output = ListOutput, Error = Throttled>> TestedStream for Wrapper<$stream> {
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
        |pages| poll_once(StreamExt::next(pages)), |page| page.items, Some(FusedStream::is_terminated), None
    }
    blocking::Items<O> {
        |items| Poll::Ready(items.next()), |item| vec![item], None, Some(blocking::Items::items_given)
    }
    blocking::Pages<O> {
        |pages| Poll::Ready(pages.next()), |page| page.items, None, None
    }
}

/// Sets the limits and the starting token of a paginator.
fn configure<O: Operation, M>(
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
    match token {
        Some(token) => paginator.starting_token(token),
        None => paginator,
    }
}

/// Evaluates `$then` with a paginator of the scenario's operation, with or without a flag.
macro_rules! with_paginator {
    ($method:ident, $flagged:ident, $service:ident, $scenario:ident, $input:ident, $limits:ident, $token:ident, |$paginator:ident| $then:expr) => {{
        macro_rules! with_page_size {
            ($new:expr) => {{
                let paginator = $new;
                let paginator = match $scenario.page_size {
                    Some(size) => paginator.page_size(size as usize),
                    None => paginator,
                };
                let $paginator = configure(paginator, $limits, $token);
                $then
            }};
        }
        if $scenario.has_flag() {
            with_page_size!($service.$flagged($input))
        } else {
            with_page_size!($service.$method($input))
        }
    }};
}

/// Opens a stream over `service`.
pub fn open_stream<'a>(
    kind: StreamKind,
    service: &'a Service,
    scenario: &Scenario,
    input: ListInput,
    limits: &Limits,
    token: Option<ResumeToken>,
) -> Box<dyn TestedStream + 'a> {
    macro_rules! open {
        ($method:ident, $flagged:ident, |$paginator:ident| $stream:expr) => {
            with_paginator!($method, $flagged, service, scenario, input, limits, token, |$paginator| Box::new(Wrapper(
                $stream
            )))
        };
    }
    match kind {
        StreamKind::Items => open!(list_paginator, list_flagged_paginator, |paginator| paginator.items()),
        StreamKind::Pages => open!(list_paginator, list_flagged_paginator, |paginator| paginator.pages()),
        StreamKind::BoxedItems => open!(list_paginator, list_flagged_paginator, |paginator| paginator.boxed().items()),
        StreamKind::PrefetchedItems => {
            open!(list_paginator, list_flagged_paginator, |paginator| paginator.prefetch().items())
        }
        StreamKind::PrefetchedBoxedItems => {
            open!(list_paginator, list_flagged_paginator, |paginator| paginator.boxed().prefetch().items())
        }
        StreamKind::PrefetchedPages => {
            open!(list_paginator, list_flagged_paginator, |paginator| paginator.prefetch().pages())
        }
        StreamKind::BlockingItems => {
            open!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.items())
        }
        StreamKind::BlockingPages => {
            open!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.pages())
        }
    }
}

/// The outcome of `full_result`.
pub struct FullOutcome {
    pub items: Vec<u32>,
    pub stop: Option<StopReason>,
    pub token: Option<ResumeToken>,
}

impl FullOutcome {
    fn new(result: Result<FullResult<ListOutput>, FullResultError<ListOutput, Throttled>>) -> Self {
        match result {
            Ok(FullResult { output, resume_token }) => Self { items: output.items, stop: None, token: resume_token },
            Err(error) => {
                let stop = Some(stop_reason(&error.error));
                Self { items: error.output.unwrap_or_default().items, stop, token: error.resume_token }
            }
        }
    }
}

/// Reads the full result over `service`.
pub fn read_full(
    blocking: bool,
    service: &Service,
    scenario: &Scenario,
    input: ListInput,
    limits: &Limits,
    token: Option<ResumeToken>,
) -> FullOutcome {
    macro_rules! read {
        ($method:ident, $flagged:ident, |$paginator:ident| $full:expr) => {
            with_paginator!($method, $flagged, service, scenario, input, limits, token, |$paginator| $full)
        };
    }
    FullOutcome::new(if blocking {
        read!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.full_result())
    } else {
        read!(list_paginator, list_flagged_paginator, |paginator| {
            let mut full = pin!(paginator.full_result());
            loop {
                if let Poll::Ready(full) = poll_once(full.as_mut()) {
                    break full;
                }
            }
        })
    })
}
