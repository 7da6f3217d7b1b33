//! Code for a key's path: `__page.field(|__it| &mut __it.next_token)`.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::Index as TupleIndex;

use crate::key::{KeyPath, ListIndex};
use crate::util::span::closure_param;

/// The access to an `Option` along a path.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// `None` stays `None`.
    Read,
    /// `None` is replaced by a default value.
    Write,
}

/// Returns the code that follows `path` from `at`. The last field is not opened.
pub(super) fn field_path(at: &TokenStream, path: &KeyPath, span: Span, through: Access) -> TokenStream {
    let it = closure_param("it", span);
    let last = path.steps.len().saturating_sub(1);
    path.steps.iter().enumerate().fold(at.clone(), |at, (number, step)| {
        let field = &step.field;
        let at = quote_spanned!(span=> #at.field(|#it| &mut #it.#field));
        let at = match step.index {
            None => at,
            Some(index) => element(&at, index, span),
        };
        if number < last { open(&at, span, through) } else { at }
    })
}

/// Returns the code that opens the wrappers at `at`.
pub(super) fn open(at: &TokenStream, span: Span, through: Access) -> TokenStream {
    match through {
        Access::Read => quote_spanned!(span=> #at.open().open()),
        Access::Write => quote_spanned!(span=> #at.enter().enter()),
    }
}

fn element(at: &TokenStream, index: ListIndex, span: Span) -> TokenStream {
    let list = open(at, span, Access::Read);
    match index {
        ListIndex::Last => quote_spanned!(span=> #list.last()),
        ListIndex::At(index) => {
            let index = TupleIndex::from(index);
            quote_spanned!(span=> #list.nth(#index))
        }
    }
}
