//! [`Inspect`]: an [`Operation`] that shows each page to a closure.

use alloc::vec;
use core::task::{Context, Poll};

use crate::error::Error;
use crate::operation::{HasItems, HasPageSize, Operation, OptionalResumeToken, PageResult, Progress, StoredTypes};
use crate::options::Options;
use crate::state::Unyielded;

/// An [`Operation`] whose pages are shown to a closure: see [`Paginator::inspect_pages`](crate::Paginator::inspect_pages).
#[allow(missing_debug_implementations, reason = "neither the operation nor the closure is")]
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

    fn operation_name(&self) -> &'static str {
        self.operation.operation_name()
    }
    fn has_item_list(&self) -> bool {
        self.operation.has_item_list()
    }
    fn list_options(&self) -> &Options {
        self.operation.list_options()
    }
    fn list_options_mut(&mut self) -> &mut Options {
        self.operation.list_options_mut()
    }
    fn configure_list(&mut self) {
        self.operation.configure_list();
    }
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
    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool {
        self.operation.poll_prefetch(cx)
    }
    fn take_page_items(&self, page: O::Output) -> vec::IntoIter<O::Item> {
        self.operation.take_page_items(page)
    }
    fn join_pages(&self, so_far: &mut O::Output, next: &mut O::Output) -> Result<(), Error<O::Error>> {
        self.operation.join_pages(so_far, next)
    }
    fn retry_page(&mut self) {
        self.operation.retry_page();
    }
    fn list_resume_token(&self, unyielded: Unyielded) -> OptionalResumeToken {
        self.operation.list_resume_token(unyielded)
    }
    fn list_total(&self) -> Option<u64> {
        self.operation.list_total()
    }
    fn list_progress(&self) -> Progress {
        self.operation.list_progress()
    }
}

#[diagnostic::do_not_recommend]
impl<O: HasItems, F> HasItems for Inspect<O, F> {}

#[diagnostic::do_not_recommend]
impl<O: HasPageSize, F> HasPageSize for Inspect<O, F> {}
