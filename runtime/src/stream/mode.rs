//! The modes of paginators and streams: async or blocking, and with or without resume tokens.
//!
//! The mode is the last type parameter of [`Paginator`](crate::Paginator), [`Items`](crate::Items), [`Pages`](crate::Pages), and
//! [`ItemsOf`](crate::ItemsOf). The default is [`Async`]. A function for lists of other modes is generic over the mode:
//!
//! ```
//! use paginated::mode::{AsyncMode, BlockingMode, Resumable};
//! use paginated::{Error, Items, Operation, ResumeToken};
//! # use paginated::{Page, paginated};
//!
//! /// Prints any async list, also one without a resume token.
//! async fn print<O: Operation<Item = u32>, M: AsyncMode>(mut items: Items<O, M>) -> Result<u64, Error<O::Error>> {
//!     while let Some(item) = items.try_next().await? {
//!         println!("{item}");
//!     }
//!     Ok(items.items_given())
//! }
//!
//! /// Returns the first item of a blocking list, and where to resume after it.
//! fn first<O: Operation, M: BlockingMode + Resumable>(
//!     mut items: Items<O, M>,
//! ) -> Result<(Option<O::Item>, Option<ResumeToken>), Error<O::Error>> {
//!     let item = items.next().transpose()?;
//!     Ok((item, items.resume_token()))
//! }
//! # #[derive(Clone, Default)]
//! # struct Input { token: Option<u32> }
//! # #[derive(Page)]
//! # struct Output { numbers: Vec<u32>, next: Option<u32> }
//! # fn page(input: Input) -> Output {
//! #     Output { numbers: vec![1, 2], next: input.token.is_none().then_some(1) }
//! # }
//! # #[paginated(input_token = "token", output_token = "next", result_key = "numbers")]
//! # async fn list(input: Input) -> Result<Output, std::io::Error> { Ok(page(input)) }
//! # #[paginated(input_token = "token", output_token = "next", token_with = false, result_key = "numbers")]
//! # async fn list_unstored(input: Input) -> Result<Output, std::io::Error> { Ok(page(input)) }
//! # #[paginated(input_token = "token", output_token = "next", result_key = "numbers")]
//! # fn list_blocking(input: Input) -> Result<Output, std::io::Error> { Ok(page(input)) }
//! # futures::executor::block_on(async {
//! # assert_eq!(print(list_paginator(Input::default()).items()).await?, 4);
//! # assert_eq!(print(list_unstored_paginator(Input::default()).items()).await?, 4);
//! # let (item, token) = first(list_blocking_paginator(Input::default()).items())?;
//! # assert!(item == Some(1) && token.is_some());
//! # Ok::<(), Error<std::io::Error>>(())
//! # }).unwrap();
//! ```

use core::marker::PhantomData;
use core::task::{Context, Poll, Waker};

/// The mode of an async method.
#[derive(Debug)]
pub enum Async {}

/// The mode of a blocking method.
#[derive(Debug)]
pub enum Blocking {}

/// The mode of a method whose tokens are not stored (`token_with = false`) or whose only token is carried (`carried_token`), so
/// that its lists have no `resume_token()`.
#[derive(Debug)]
pub struct Unresumable<M>(PhantomData<M>);

/// A mode whose lists can be boxed, and have resume tokens if the feature `resume` is enabled: [`Async`] and [`Blocking`].
#[diagnostic::on_unimplemented(
    message = "this list has no resume token, because its tokens are not stored (`token_with = false`) or the only one is carried (`carried_token`)",
    label = "this list cannot be resumed or boxed",
    note = "a carried token is a handle to the state of the service, which cannot return a page twice",
    note = "to resume a list of other tokens, let the token implement serde's `Serialize` and `Deserialize`, or write `token_with = module` in the attribute"
)]
pub trait Resumable {}

impl Resumable for Async {}
impl Resumable for Blocking {}

/// A mode whose lists are [`Stream`](futures_core::Stream)s: [`Async`], and [`Unresumable`] of it.
#[diagnostic::on_unimplemented(
    message = "this list is an `Iterator`, because its method is not async",
    label = "not a `Stream`",
    note = "write `for item in …items()`, or `…items().collect::<Result<Vec<_>, _>>()`",
    note = "remove `prefetch` and `concurrency_limit`, if they are called: only the calls of an async method can overlap"
)]
pub trait AsyncMode {}

impl AsyncMode for Async {}
impl AsyncMode for Unresumable<Async> {}

/// A mode whose lists are [`Iterator`]s: [`Blocking`], and [`Unresumable`] of it.
#[diagnostic::on_unimplemented(
    message = "this list is not an `Iterator`, because its method is async",
    label = "a `Stream`, not an `Iterator`",
    note = "write `while let Some(item) = items.next().await`",
    note = "for methods such as `map` and `collect`, import `futures::StreamExt`"
)]
pub trait BlockingMode {}

impl BlockingMode for Blocking {}
impl BlockingMode for Unresumable<Blocking> {}

/// Polls a list of a blocking method, which is always ready.
pub(crate) fn poll_blocking<T>(poll: impl FnOnce(&mut Context<'_>) -> Poll<T>) -> T {
    match poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("a blocking call is always ready"),
    }
}
