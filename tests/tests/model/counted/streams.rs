//! The streams that read a list.

use std::task::Poll;

use paginated::{Blocking, Error, HasItems, HasPageSize, Items, Operation, Pages, Paginator, StartingTokenError};
use paginated_tests::fixture::{Throttled, poll_once};

use super::service::{Input, Length, Output, Scenario, Service, Style};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Items,
    Pages,
    BoxedItems,
    PrefetchedItems,
    PrefetchedPages,
    BlockingItems,
    BlockingPages,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Failed,
    NoData,
    WrongPosition,
    MaxPages,
    /// The page size is another one than that of the resume token.
    PageSize,
}

#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub max_items: Option<usize>,
    pub max_pages: Option<u64>,
    pub page_size: Option<u32>,
}

pub type Yielded = Option<Result<Vec<u32>, Stop>>;

pub trait Stream {
    fn poll(&mut self) -> Poll<Yielded>;
    fn retry(&mut self);
    fn token(&self) -> Option<String>;
}

fn to_yielded<T>(next: Option<Result<T, Error<Throttled>>>, items: impl FnOnce(T) -> Vec<u32>) -> Yielded {
    let stop = |error| match error {
        Error::Operation(Throttled) => Stop::Failed,
        Error::MissingData(_) => Stop::NoData,
        Error::WrongPosition(_) => Stop::WrongPosition,
        Error::TooManyPages(_) => Stop::MaxPages,
        Error::StartingToken(StartingTokenError::PageSize { .. }) => Stop::PageSize,
        error => panic!("{error}"),
    };
    next.map(|next| next.map(items).map_err(stop))
}

macro_rules! implement_for_modes {
    ($($mode:ident, |$future:ident| $poll:expr;)*) => { $(
        impl<O: Operation<Item = u32, Error = Throttled>> Stream for Items<O, paginated::$mode> {
            fn poll(&mut self) -> Poll<Yielded> {
                let $future = self.next();
                $poll.map(|next| to_yielded(next, |item| vec![item]))
            }
            fn retry(&mut self) {
                self.retry();
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
        }
        impl<O: Operation<Output = Output, Error = Throttled>> Stream for Pages<O, paginated::$mode> {
            fn poll(&mut self) -> Poll<Yielded> {
                let $future = self.next();
                $poll.map(|next| to_yielded(next, Output::into_items))
            }
            fn retry(&mut self) {
                self.retry();
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
        }
    )* };
}

implement_for_modes! {
    Async, |next| poll_once(next);
    Blocking, |next| Poll::Ready(next);
}

type BoxStream<'a> = Box<dyn Stream + 'a>;

fn configure<O, M>(paginator: Paginator<O, M>, limits: &Limits, token: Option<String>) -> Paginator<O, M>
where
    O: Operation + HasPageSize,
{
    let Limits { max_items, max_pages, page_size } = *limits;
    let paginator = max_items.into_iter().fold(paginator, Paginator::max_items);
    let paginator = max_pages.into_iter().fold(paginator, Paginator::max_pages);
    let paginator = page_size.into_iter().fold(paginator, |paginator, size| paginator.page_size(size as usize));
    token.into_iter().fold(paginator, Paginator::starting_token)
}

fn open_async<'a, O>(kind: Kind, paginator: Paginator<O>) -> BoxStream<'a>
where
    O: Operation<Output = Output, Item = u32, Error = Throttled> + HasItems + Send + 'a,
{
    match kind {
        Kind::Items => Box::new(paginator.items()),
        Kind::Pages => Box::new(paginator.pages()),
        Kind::BoxedItems => Box::new(paginator.boxed().items()),
        Kind::PrefetchedItems => Box::new(paginator.prefetch(1).items()),
        Kind::PrefetchedPages => Box::new(paginator.prefetch(1).pages()),
        Kind::BlockingItems | Kind::BlockingPages => unreachable!(),
    }
}

fn open_blocking<'a, O>(kind: Kind, paginator: Paginator<O, Blocking>) -> BoxStream<'a>
where
    O: Operation<Output = Output, Item = u32, Error = Throttled> + HasItems + 'a,
{
    match kind {
        Kind::BlockingItems => Box::new(paginator.items()),
        _ => Box::new(paginator.pages()),
    }
}

impl Kind {
    pub fn is_blocking(self) -> bool {
        matches!(self, Self::BlockingItems | Self::BlockingPages)
    }

    pub fn is_prefetched(self) -> bool {
        matches!(self, Self::PrefetchedItems | Self::PrefetchedPages)
    }

    pub fn yields_pages(self) -> bool {
        matches!(self, Self::Pages | Self::PrefetchedPages | Self::BlockingPages)
    }
}

/// Opens a stream over the list of a service.
pub fn open<'a>(
    service: &'a Service,
    scenario: &Scenario,
    kind: Kind,
    input: Input,
    limits: &Limits,
    token: Option<String>,
) -> BoxStream<'a> {
    macro_rules! open {
        ($method:ident, $blocking:ident) => {
            if kind.is_blocking() {
                open_blocking(kind, configure(service.$blocking(input), limits, token))
            } else {
                open_async(kind, configure(service.$method(input), limits, token))
            }
        };
    }
    match (scenario.style, scenario.length) {
        (Style::Offset(0), _) => open!(offset_0_paginator, offset_0_blocking_paginator),
        (Style::Offset(_), _) => open!(offset_1_paginator, offset_1_blocking_paginator),
        (Style::PageNumber(0), Length::TotalPages) => open!(total_pages_0_paginator, total_pages_0_blocking_paginator),
        (Style::PageNumber(_), Length::TotalPages) => open!(total_pages_1_paginator, total_pages_1_blocking_paginator),
        (Style::PageNumber(0), _) => open!(page_0_paginator, page_0_blocking_paginator),
        (Style::PageNumber(_), _) => open!(page_1_paginator, page_1_blocking_paginator),
        (Style::Link, _) => open!(linked_paginator, linked_blocking_paginator),
    }
}
