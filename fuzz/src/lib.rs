//! Compiles the sources of `paginated-macros` as a library.

#![allow(dead_code)]

#[path = "../../macros/src"]
mod macros {
    pub(crate) mod attr;
    pub(crate) mod defaults;
    pub(crate) mod derive_page;
    pub(crate) mod diagnostics;
    pub(crate) mod expand;
    pub(crate) mod input;
    pub(crate) mod key;
    pub(crate) mod model;
    pub(crate) mod paginate;
    pub(crate) mod util;
    pub(crate) mod validate;
}

// The sources refer to these modules as `crate::<module>`.
use macros::{attr, defaults, derive_page, diagnostics, expand, input, key, model, util, validate};

use proc_macro2::{Span, TokenStream};
use syn::LitStr;

/// Expands `#[paginated(args)] item`.
pub fn paginated(args: &TokenStream, item: &TokenStream) -> TokenStream {
    defaults::expand(args, item).unwrap_or_else(|| expand::paginated(args.clone(), item))
}

/// Expands `paginate!(input)`.
pub fn paginate(input: &TokenStream) -> TokenStream {
    macros::paginate::expand(input)
}

/// Expands `#[derive(Page)] item`.
pub fn derive_page(item: &TokenStream) -> TokenStream {
    derive_page::derive(item)
}

/// Returns whether `tokens` are nested more deeply than the macros accept.
pub fn is_too_deep(tokens: &TokenStream) -> bool {
    util::tokens::check_nesting(tokens.clone()).is_err()
}

/// Parses a quoted key, and returns its name and the fields of its paths. The path of the response itself has no field.
pub fn parse_key(text: &str) -> syn::Result<(String, Vec<Vec<syn::Member>>)> {
    let key = key::Key::parse_str(&LitStr::new(text, Span::call_site()), "result_key")?;
    let paths = key.paths.iter().map(|path| path.steps.iter().filter_map(|step| step.field.clone()).collect());
    Ok((key.name().to_owned(), paths.collect()))
}
