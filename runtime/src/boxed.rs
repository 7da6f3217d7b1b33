//! Operations whose types can be named.

use alloc::boxed::Box;
use alloc::vec;
use core::task::{Context, Poll};

use crate::error;
use crate::operation::{Listing, Operation, Progress};
use crate::resume::ResumeToken;
use crate::settings::Settings;

/// An [`Operation`] in a box: see [`Paginator::boxed`](crate::Paginator::boxed).
pub struct BoxOperation<'a, Output, Item, Error, Keys> {
    operation: Box<dyn Listing<Output = Output, Item = Item, Error = Error, Keys = Keys> + Send + 'a>,
}

/// An [`Operation`] in a box, not `Send`: see [`Paginator::boxed_local`](crate::Paginator::boxed_local).
pub struct LocalBoxOperation<'a, Output, Item, Error, Keys> {
    operation: Box<dyn Listing<Output = Output, Item = Item, Error = Error, Keys = Keys> + 'a>,
}

macro_rules! boxed {
    ($name:ident $(+ $send:ident)?) => {
        impl<'a, Output, Item, Error, Keys> $name<'a, Output, Item, Error, Keys> {
            pub(crate) fn new(
                operation: Box<dyn Listing<Output = Output, Item = Item, Error = Error, Keys = Keys> $(+ $send)? + 'a>,
            ) -> Self {
                Self { operation }
            }
        }

        impl<Output, Item, Error, Keys> Operation for $name<'_, Output, Item, Error, Keys> {
            const RESUMABLE: bool = true;
        }

        impl<Output, Item, Error, Keys> Listing for $name<'_, Output, Item, Error, Keys> {
            type Output = Output;
            type Item = Item;
            type Error = Error;
            type Keys = Keys;

            fn name(&self) -> &'static str {
                self.operation.name()
            }
            fn settings(&self) -> &Settings {
                self.operation.settings()
            }
            fn settings_mut(&mut self) -> &mut Settings {
                self.operation.settings_mut()
            }
            fn begin(&mut self) {
                self.operation.begin();
            }
            fn poll_page(&mut self, cx: &mut Context<'_>, take: bool) -> Poll<Option<Result<(), error::Error<Error>>>> {
                self.operation.poll_page(cx, take)
            }
            fn poll_ahead(&mut self, cx: &mut Context<'_>) -> bool {
                self.operation.poll_ahead(cx)
            }
            fn take_page(&mut self) -> Option<Output> {
                self.operation.take_page()
            }
            fn take_items(&mut self) -> vec::IntoIter<Item> {
                self.operation.take_items()
            }
            fn join(&self, so_far: &mut Output, next: &mut Output) {
                self.operation.join(so_far, next);
            }
            fn retry(&mut self) {
                self.operation.retry();
            }
            fn resume_token(&self, left: usize) -> Option<ResumeToken> {
                self.operation.resume_token(left)
            }
            fn progress(&self) -> Progress {
                self.operation.progress()
            }
        }
    };
}

boxed!(BoxOperation + Send);
boxed!(LocalBoxOperation);
