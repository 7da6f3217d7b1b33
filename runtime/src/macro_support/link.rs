//! Links in `paginate!`: two closures, each with a future of its own, request the first page and the others.

use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use crate::continuation::NextResult;

/// A request, and the link that is requested instead of it if there is one.
#[derive(Debug)]
pub struct LinkRequest<R, V> {
    /// The request of the first page.
    pub request: R,
    /// The link of another page.
    pub link: Option<V>,
}

/// The clone has no link. The stored request never has one, so `V` need not be `Clone`.
impl<R: Clone, V> Clone for LinkRequest<R, V> {
    fn clone(&self) -> Self {
        Self { request: self.request.clone(), link: None }
    }
}

/// The future of the first page, or that of a link.
///
/// It is a future for any `G`, so that a `G` that is not a future causes a single error, about [`poll_next`].
pub enum LinkFuture<F: Future, G> {
    /// The future of the first page.
    First(Pin<Box<F>>),
    /// The future of a link, and the function that polls it.
    Next(Pin<Box<G>>, PollNext<F, G>),
}

/// The function that polls the future of a link.
pub type PollNext<F, G> = fn(Pin<&mut G>, &mut Context<'_>) -> Poll<<F as Future>::Output>;

/// Polls the future of a link.
pub fn poll_next<G: Future<Output: NextResult<T>>, T>(future: Pin<&mut G>, cx: &mut Context<'_>) -> Poll<T> {
    future.poll(cx).map(NextResult::into_next_result)
}

impl<F: Future, G> Future for LinkFuture<F, G> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        match &mut *self {
            Self::First(future) => future.as_mut().poll(cx),
            Self::Next(future, poll) => poll(future.as_mut(), cx),
        }
    }
}
