//! A key's path as code: `__page.field(|__it| &mut __it.next_token)`.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::Index as TupleIndex;

use crate::key::{Index, Path};
use crate::names;

/// How a wrapper on the way is passed through.
#[derive(Clone, Copy)]
pub(super) enum Through {
    /// What is missing stays missing.
    Open,
    /// What is missing is made, where it is to be written.
    Enter,
}

/// The place at the end of `path`, from `at`. The field at the end is not opened.
pub(super) fn walk(at: &TokenStream, path: &Path, span: Span, through: Through) -> TokenStream {
    let it = names::param("it", span);
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

/// The place behind the wrappers at `at`.
pub(super) fn open(at: &TokenStream, span: Span, through: Through) -> TokenStream {
    match through {
        Through::Open => quote_spanned!(span=> #at.open().open()),
        Through::Enter => quote_spanned!(span=> #at.enter().enter()),
    }
}

fn element(at: &TokenStream, index: Index, span: Span) -> TokenStream {
    let list = open(at, span, Through::Open);
    match index {
        Index::Last => quote_spanned!(span=> #list.last()),
        Index::At(index) => {
            let index = TupleIndex::from(index);
            quote_spanned!(span=> #list.nth(#index))
        }
    }
}
