//! Compiles the sources of `paginated-macros` as a library.

#![allow(dead_code)]

#[path = "../../macros/src"]
mod macros {
    pub(crate) mod args;
    pub(crate) mod check;
    pub(crate) mod expand;
    pub(crate) mod fallback;
    pub(crate) mod item;
    pub(crate) mod key;
    pub(crate) mod mistake;
    pub(crate) mod model;
    pub(crate) mod names;
    pub(crate) mod nesting;
    pub(crate) mod page;
}

// The sources refer to these modules as `crate::<module>`.
use macros::{args, check, expand, fallback, item, key, mistake, model, names, nesting, page};

use proc_macro2::{Span, TokenStream};
use syn::LitStr;

/// Expands `#[paginated(args)] item`.
pub fn paginated(args: TokenStream, item: &TokenStream) -> TokenStream {
    expand::paginated(args, item)
}

/// Expands `#[derive(Page)] item`.
pub fn derive_page(item: &TokenStream) -> TokenStream {
    page::derive(item)
}

/// Returns `true` if tokens are nested more deeply than the macros accept.
pub fn is_too_deep(tokens: &TokenStream) -> bool {
    nesting::check(tokens.clone()).is_err()
}

/// Parses a quoted key, and returns its text and the fields of its paths.
pub fn parse_key(text: &str) -> syn::Result<(String, Vec<Vec<syn::Member>>)> {
    let key = key::Key::parse_str(&LitStr::new(text, Span::call_site()))?;
    let paths = key.paths.iter().map(|path| path.steps.iter().map(|step| step.field.clone()).collect());
    Ok((key.wire().to_owned(), paths.collect()))
}
