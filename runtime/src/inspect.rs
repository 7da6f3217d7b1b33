//! [`Inspect`]: an [`Operation`] that shows each page to a closure.

use alloc::vec;
use core::task::{Context, Poll};

use crate::error::Error;
use crate::list_options::ListOptions;
use crate::operation::{
    HasItems, HasPageSize, Operation, OptionalResumeToken, PageResult, Progress, StoredTypes, forward_operation,
};
use crate::state::Unyielded;

/// An [`Operation`] whose pages are shown to a closure: see [`Paginator::inspect_pages`](crate::Paginator::inspect_pages).
#[allow(missing_debug_implementations, reason = "neither the operation nor the closure is `Debug`")]
pub struct Inspect<O, F> {
    pub(crate) operation: O,
    pub(crate) inspect: F,
}

#[diagnostic::do_not_recommend]
impl<O: StoredTypes, F> StoredTypes for Inspect<O, F> {
    type StoredPage = O::StoredPage;
    type StoredItem = O::StoredItem;
}

#[diagnostic::do_not_recommend]
impl<O: Operation, F: FnMut(&O::Output)> Operation for Inspect<O, F> {
    type Output = O::Output;
    type Item = O::Item;
    type Error = O::Error;

    fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
        mut inspect: Option<&mut dyn FnMut(&O::Output)>,
    ) -> Poll<Option<PageResult<Self>>> {
        let Self { operation, inspect: first } = self;
        let mut inspect_both = |page: &O::Output| {
            first(page);
            if let Some(inspect) = &mut inspect {
                inspect(page);
            }
        };
        operation.poll_page(cx, Some(&mut inspect_both))
    }

    forward_operation!(self => self.operation);
}

#[diagnostic::do_not_recommend]
impl<O: HasItems, F> HasItems for Inspect<O, F> {}

#[diagnostic::do_not_recommend]
impl<O: HasPageSize, F> HasPageSize for Inspect<O, F> {}
