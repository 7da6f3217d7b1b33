//! Our streams behind one face.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use futures::StreamExt;
use futures::stream::FusedStream;
use paginated::{Error, FullResult, FullResultError, Items, Operation, Pages, Paginator, ResumeToken, blocking};
use paginated_tests::fixture::{ListInput, ListOutput, Throttled};

use super::reference::Stop;
use super::service::{Service, World};

/// Which of our streams reads a listing.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Items,
    Pages,
    BoxedItems,
    BlockingItems,
    BlockingPages,
    /// The same, with the next page read ahead.
    ItemsAhead,
    BoxedItemsAhead,
    PagesAhead,
}

/// What the user asks for.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    pub max_items: Option<usize>,
    pub max_pages: Option<u64>,
}

pub type Given = Option<Result<Vec<u32>, Stop>>;

/// A stream that is being read.
pub trait Subject {
    fn poll(&mut self) -> Poll<Given>;
    fn retry(&mut self);
    fn resume_token(&self) -> Option<ResumeToken>;
    fn size_hint(&self) -> (usize, Option<usize>);
    /// `None` where the stream does not tell.
    fn is_terminated(&self) -> Option<bool>;
    fn pages_fetched(&self) -> u64;
    /// `None` where the stream does not tell.
    fn items_given(&self) -> Option<u64>;
}

fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

fn stop(error: &Error<Throttled>) -> Stop {
    match error {
        Error::Operation(Throttled) => Stop::Failed,
        Error::MoreWithoutToken(_) => Stop::MoreWithoutToken,
        Error::MaxPages(_) => Stop::MaxPages,
        Error::NothingRead(_) => Stop::NothingRead,
        error => panic!("{error}"),
    }
}

fn given<T>(given: Option<Result<T, Error<Throttled>>>, items: impl FnOnce(T) -> Vec<u32>) -> Given {
    given.map(|given| given.map(items).map_err(|error| stop(&error)))
}

/// One of our streams.
struct Read<S>(S);

/// How each of them is polled, what it gives, and what else it tells.
macro_rules! subject {
    ($($stream:ty { |$polled:ident| $poll:expr, |$given:ident| $items:expr, $terminated:expr, $count:expr })*) => {
        $(impl<O: Operation<Item = u32, Output = ListOutput, Error = Throttled>> Subject for Read<$stream> {
            fn poll(&mut self) -> Poll<Given> {
                let $polled = &mut self.0;
                $poll.map(|next| given(next, |$given| $items))
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

subject! {
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

/// A paginator that does as `bounds` say, and begins at `token`.
fn bounded<O: Operation, M>(
    mut paginator: Paginator<O, M>,
    bounds: &Bounds,
    token: Option<ResumeToken>,
) -> Paginator<O, M> {
    if let Some(max) = bounds.max_items {
        paginator = paginator.max_items(max);
    }
    if let Some(max) = bounds.max_pages {
        paginator = paginator.max_pages(max);
    }
    match token {
        Some(token) => paginator.starting_token(token),
        None => paginator,
    }
}

/// Does `$then` with the paginator of the world's operation, the one that has the flag or the one that has none.
macro_rules! with_paginator {
    ($method:ident, $flagged:ident, $service:ident, $world:ident, $input:ident, $bounds:ident, $token:ident, |$paginator:ident| $then:expr) => {{
        macro_rules! sized {
            ($made:expr) => {{
                let paginator = $made;
                let paginator = match $world.page_size {
                    Some(size) => paginator.page_size(size as usize),
                    None => paginator,
                };
                let $paginator = bounded(paginator, $bounds, $token);
                $then
            }};
        }
        if $world.flagged() { sized!($service.$flagged($input)) } else { sized!($service.$method($input)) }
    }};
}

/// A stream over `service`.
pub fn stream<'a>(
    kind: Kind,
    service: &'a Service,
    world: &World,
    input: ListInput,
    bounds: &Bounds,
    token: Option<ResumeToken>,
) -> Box<dyn Subject + 'a> {
    macro_rules! subject {
        ($method:ident, $flagged:ident, |$paginator:ident| $stream:expr) => {
            with_paginator!($method, $flagged, service, world, input, bounds, token, |$paginator| Box::new(Read(
                $stream
            )))
        };
    }
    match kind {
        Kind::Items => subject!(list_paginator, list_flagged_paginator, |paginator| paginator.items()),
        Kind::Pages => subject!(list_paginator, list_flagged_paginator, |paginator| paginator.pages()),
        Kind::BoxedItems => subject!(list_paginator, list_flagged_paginator, |paginator| paginator.boxed().items()),
        Kind::ItemsAhead => {
            subject!(list_paginator, list_flagged_paginator, |paginator| paginator.prefetch().items())
        }
        Kind::BoxedItemsAhead => {
            subject!(list_paginator, list_flagged_paginator, |paginator| paginator.boxed().prefetch().items())
        }
        Kind::PagesAhead => {
            subject!(list_paginator, list_flagged_paginator, |paginator| paginator.prefetch().pages())
        }
        Kind::BlockingItems => {
            subject!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.items())
        }
        Kind::BlockingPages => {
            subject!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.pages())
        }
    }
}

/// What a whole listing gives: the items, why it stopped, and where to go on.
pub struct Full {
    pub items: Vec<u32>,
    pub stop: Option<Stop>,
    pub token: Option<ResumeToken>,
}

impl Full {
    fn new(result: Result<FullResult<ListOutput>, FullResultError<ListOutput, Throttled>>) -> Self {
        match result {
            Ok(FullResult { output, resume_token }) => Self { items: output.items, stop: None, token: resume_token },
            Err(error) => {
                let stop = Some(stop(&error.error));
                Self { items: error.output.unwrap_or_default().items, stop, token: error.resume_token }
            }
        }
    }
}

/// The full result over `service`.
pub fn full(
    blocking: bool,
    service: &Service,
    world: &World,
    input: ListInput,
    bounds: &Bounds,
    token: Option<ResumeToken>,
) -> Full {
    macro_rules! full {
        ($method:ident, $flagged:ident, |$paginator:ident| $full:expr) => {
            with_paginator!($method, $flagged, service, world, input, bounds, token, |$paginator| $full)
        };
    }
    Full::new(if blocking {
        full!(list_blocking_paginator, list_flagged_blocking_paginator, |paginator| paginator.full_result())
    } else {
        full!(list_paginator, list_flagged_paginator, |paginator| {
            let mut full = pin!(paginator.full_result());
            loop {
                if let Poll::Ready(full) = poll_once(full.as_mut()) {
                    break full;
                }
            }
        })
    })
}
