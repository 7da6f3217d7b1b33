//! The futures of the streams' own methods. They are types, and not `async fn`s, because they implement `FusedFuture`.

use core::fmt;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::future::FusedFuture;
use futures_core::{FusedStream, Stream};

/// The future of `next()`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Next<'a, S> {
    pub(super) stream: &'a mut S,
}

/// The future of `try_next()`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryNext<'a, S> {
    pub(super) stream: &'a mut S,
}

/// The future of `try_collect()`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TryCollect<S, C> {
    stream: S,
    collection: C,
    /// Collects the items that the stream can return without a poll.
    collect_buffered: fn(&mut S, &mut C),
    /// True while the future is polled, and after it returned the result or panicked.
    is_terminated: bool,
}

// The collection is moved out at the end and never pinned.
impl<S: Unpin, C> Unpin for TryCollect<S, C> {}

impl<S, C: Default> TryCollect<S, C> {
    pub(crate) fn new(stream: S, collect_buffered: fn(&mut S, &mut C)) -> Self {
        Self { stream, collection: C::default(), collect_buffered, is_terminated: false }
    }
}

impl<S, C> TryCollect<S, C> {
    fn poll_result<T, E>(&mut self, cx: &mut Context<'_>) -> Poll<Result<C, E>>
    where
        S: Stream<Item = Result<T, E>> + Unpin,
        C: Default + Extend<T>,
    {
        let Self { stream, collection, collect_buffered, .. } = self;
        loop {
            match ready!(Pin::new(&mut *stream).poll_next(cx)) {
                Some(Ok(item)) => {
                    collection.extend([item]);
                    collect_buffered(stream, collection);
                }
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => return Poll::Ready(Ok(mem::take(collection))),
            }
        }
    }
}

impl<S: Stream + Unpin> Future for Next<'_, S> {
    type Output = Option<S::Item>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut *self.stream).poll_next(cx)
    }
}

impl<T, E, S: Stream<Item = Result<T, E>> + Unpin> Future for TryNext<'_, S> {
    type Output = Result<Option<T>, E>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut *self.stream).poll_next(cx).map(Option::transpose)
    }
}

impl<S: FusedStream + Unpin> FusedFuture for Next<'_, S> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

impl<T, E, S: FusedStream<Item = Result<T, E>> + Unpin> FusedFuture for TryNext<'_, S> {
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

impl<T, E, S: Stream<Item = Result<T, E>> + Unpin, C: Default + Extend<T>> Future for TryCollect<S, C> {
    type Output = Result<C, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        // A panic may have lost items.
        assert!(!self.is_terminated, "`try_collect()` was polled after it returned or panicked");
        self.is_terminated = true;
        let result = self.poll_result(cx);
        self.is_terminated = result.is_ready();
        result
    }
}

impl<T, E, S: FusedStream<Item = Result<T, E>> + Unpin, C: Default + Extend<T>> FusedFuture for TryCollect<S, C> {
    fn is_terminated(&self) -> bool {
        self.is_terminated
    }
}

macro_rules! debug {
    ($($name:ident<$first:tt, $second:ident>)*) => {
        $(impl<$first, $second> fmt::Debug for $name<$first, $second> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        })*
    };
}

debug!(Next<'a, S> TryNext<'a, S> TryCollect<S, C>);
