//! The modes of paginators and streams: async or blocking, and with or without resume tokens.

use core::marker::PhantomData;
use core::task::{Context, Poll, Waker};

use crate::operation::Operation;
#[cfg(feature = "resume")]
use crate::resume::ResumeToken;
use crate::state::Unyielded;

/// The mode of an async method.
#[derive(Debug)]
pub enum Async {}

/// The mode of a blocking method.
#[derive(Debug)]
pub enum Blocking {}

/// The mode of a method whose tokens are not stored (`token_with = false`) or are all carried (`carried_token`), so that its lists
/// have no `resume_token()`.
#[derive(Debug)]
pub struct Unresumable<M>(PhantomData<M>);

/// The type of a resume token that may be absent.
#[cfg(feature = "resume")]
pub(crate) type DefaultResumeToken = Option<ResumeToken>;

/// The type of a resume token that may be absent. Without the feature `resume`, no list has one.
#[cfg(not(feature = "resume"))]
pub(crate) type DefaultResumeToken = ();

/// A mode.
pub trait Mode {
    /// The type of the field `resume_token` of a full result.
    type ResumeToken;

    /// Returns the field `resume_token` of a full result.
    #[doc(hidden)]
    fn resume_token_of(operation: &impl Operation, unyielded: Unyielded) -> Self::ResumeToken;
}

macro_rules! resumable_modes {
    ($($mode:ident)*) => {
        $(
            impl Mode for $mode {
                type ResumeToken = DefaultResumeToken;
                #[cfg(feature = "resume")]
                fn resume_token_of(operation: &impl Operation, unyielded: Unyielded) -> DefaultResumeToken {
                    operation.list_resume_token(unyielded)
                }
                #[cfg(not(feature = "resume"))]
                fn resume_token_of(_: &impl Operation, _: Unyielded) {}
            }

            impl Resumable for $mode {}
        )*
    };
}

resumable_modes!(Async Blocking);

impl<M: Mode> Mode for Unresumable<M> {
    type ResumeToken = ();
    fn resume_token_of(_: &impl Operation, _: Unyielded) {}
}

/// A mode whose lists have resume tokens.
#[diagnostic::on_unimplemented(
    message = "this list has no resume token, because its tokens are not stored (`token_with = false`) or are all carried (`carried_token`)",
    label = "this list cannot be resumed or boxed",
    note = "a carried token is a handle to the state of the service, which cannot return a page twice",
    note = "to resume a list of other tokens, let the token implement serde's `Serialize` and `Deserialize`, or write `token_with = module` in the attribute"
)]
pub trait Resumable: Mode {}

/// A mode whose lists are [`Stream`](futures_core::Stream)s.
#[diagnostic::on_unimplemented(
    message = "this list is an `Iterator`, because its method is not async",
    label = "not a `Stream`",
    note = "write `for item in …items()`",
    note = "only the calls of an async method can overlap, so only its lists have `prefetch`"
)]
pub trait AsyncMode: Mode {}

impl AsyncMode for Async {}
impl AsyncMode for Unresumable<Async> {}

/// A mode whose lists are [`Iterator`]s.
#[diagnostic::on_unimplemented(
    message = "this list is not an `Iterator`, because its method is async",
    label = "a `Stream`, not an `Iterator`",
    note = "write `while let Some(item) = items.next().await`",
    note = "for methods such as `map` and `collect`, import `futures::StreamExt`"
)]
pub trait BlockingMode: Mode {}

impl BlockingMode for Blocking {}
impl BlockingMode for Unresumable<Blocking> {}

/// Polls a list of a blocking method, which is always ready.
pub(crate) fn poll_blocking<T>(poll: impl FnOnce(&mut Context<'_>) -> Poll<T>) -> T {
    match poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("a blocking call is always ready"),
    }
}
