//! The streams that read a list.

use std::pin::pin;
use std::task::{Context, Poll};

use paginated::{Blocking, Error, HasItems, HasPageSize, Items, Operation, Pages, Paginator, StartingTokenError};
use paginated_tests::fixture::Throttled;

use super::service::{Input, Length, Output, Service, Style};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Items,
    Pages,
    BoxedItems,
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
pub struct Options {
    pub max_items: Option<usize>,
    pub max_pages: Option<u64>,
    pub page_size: Option<u32>,
    /// Has no effect on a blocking list.
    pub prefetch: usize,
    /// Has no effect on a blocking list.
    pub concurrency_limit: Option<usize>,
}

pub type Yielded = Option<Result<Vec<u32>, Stop>>;

pub trait Stream {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Yielded>;
    fn retry(&mut self);
    fn token(&self) -> Option<String>;
    /// Returns the number of pages received.
    fn pages(&self) -> u64;
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
    ($($mode:ident, |$future:ident, $cx:ident| $poll:expr;)*) => { $(
        impl<O: Operation<Item = u32, Error = Throttled>> Stream for Items<O, paginated::$mode> {
            fn poll(&mut self, $cx: &mut Context<'_>) -> Poll<Yielded> {
                let $future = self.next();
                $poll.map(|next| to_yielded(next, |item| vec![item]))
            }
            fn retry(&mut self) {
                self.retry();
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
            fn pages(&self) -> u64 {
                self.pages_fetched()
            }
        }
        impl<O: Operation<Output = Output, Error = Throttled>> Stream for Pages<O, paginated::$mode> {
            fn poll(&mut self, $cx: &mut Context<'_>) -> Poll<Yielded> {
                let $future = self.next();
                $poll.map(|next| to_yielded(next, Output::into_items))
            }
            fn retry(&mut self) {
                self.retry();
            }
            fn token(&self) -> Option<String> {
                self.resume_token().map(|token| token.to_string())
            }
            fn pages(&self) -> u64 {
                self.pages_fetched()
            }
        }
    )* };
}

implement_for_modes! {
    Async, |next, cx| pin!(next).poll(cx);
    Blocking, |next, _cx| Poll::Ready(next);
}

type BoxStream<'a> = Box<dyn Stream + 'a>;

fn configure<'a, O, M>(
    paginator: Paginator<O, M>,
    service: &'a Service,
    options: &Options,
    token: Option<String>,
) -> Paginator<impl Operation<Output = Output, Item = u32, Error = Throttled> + HasItems + use<'a, O, M>, M>
where
    O: Operation<Output = Output, Item = u32, Error = Throttled> + HasItems + HasPageSize,
{
    let paginator = options.max_items.into_iter().fold(paginator, Paginator::max_items);
    let paginator = options.max_pages.into_iter().fold(paginator, Paginator::max_pages);
    let paginator = options.page_size.into_iter().fold(paginator, |paginator, size| paginator.page_size(size as usize));
    let paginator = token.into_iter().fold(paginator, Paginator::starting_token);
    paginator.inspect_pages(|_| service.received())
}

fn open_async<'a, O>(kind: Kind, paginator: Paginator<O>, options: &Options) -> BoxStream<'a>
where
    O: Operation<Output = Output, Item = u32, Error = Throttled> + HasItems + Send + 'a,
{
    let paginator = paginator.prefetch(options.prefetch);
    let paginator = options.concurrency_limit.into_iter().fold(paginator, Paginator::concurrency_limit);
    match kind {
        Kind::Items => Box::new(paginator.items()),
        Kind::Pages => Box::new(paginator.pages()),
        Kind::BoxedItems => Box::new(paginator.boxed().items()),
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

    pub fn yields_pages(self) -> bool {
        matches!(self, Self::Pages | Self::BlockingPages)
    }
}

/// Opens a stream over the list of a service.
pub fn open<'a>(
    service: &'a Service,
    kind: Kind,
    input: Input,
    options: &Options,
    token: Option<String>,
) -> BoxStream<'a> {
    macro_rules! open {
        ($method:ident, $blocking:ident) => {
            if kind.is_blocking() {
                open_blocking(kind, configure(service.$blocking(input), service, options, token))
            } else {
                open_async(kind, configure(service.$method(input), service, options, token), options)
            }
        };
    }
    match (service.scenario.style, service.scenario.length) {
        (Style::Offset(0), _) => open!(offset_0_paginator, offset_0_blocking_paginator),
        (Style::Offset(_), _) => open!(offset_1_paginator, offset_1_blocking_paginator),
        (Style::PageNumber(0), Length::TotalPages) => open!(total_pages_0_paginator, total_pages_0_blocking_paginator),
        (Style::PageNumber(_), Length::TotalPages) => open!(total_pages_1_paginator, total_pages_1_blocking_paginator),
        (Style::PageNumber(0), Length::ShortPage) => open!(short_page_0_paginator, short_page_0_blocking_paginator),
        (Style::PageNumber(_), Length::ShortPage) => open!(short_page_1_paginator, short_page_1_blocking_paginator),
        (Style::PageNumber(0), _) => open!(page_0_paginator, page_0_blocking_paginator),
        (Style::PageNumber(_), _) => open!(page_1_paginator, page_1_blocking_paginator),
        (Style::Link, _) => open!(linked_paginator, linked_blocking_paginator),
    }
}
