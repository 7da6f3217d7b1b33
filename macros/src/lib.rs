//! The macros of the [`paginated`](https://docs.rs/paginated) crate, which re-exports them. Depend on that crate
//! instead.
//!
//! The modules, in the order in which they depend on each other:
//!
//! - `diagnostics` formats error messages.
//! - `util` has helpers for syntax trees, tokens, and spans.
//! - `key` parses keys.
//! - `attr` parses the attribute.
//! - `client` adds the defaults of a trait or an impl to its methods.
//! - `model` defines the validated model of a paginator.
//! - `input` parses and analyzes the annotated function.
//! - `validate` checks the rules and builds the model.
//! - `expand` generates code from the model, or a stub if there are errors.
//! - `derive_page` implements `#[derive(Page)]`.

mod attr;
mod client;
mod derive_page;
mod diagnostics;
mod expand;
mod input;
mod key;
mod model;
#[cfg(test)]
mod tests;
mod util;
mod validate;

use proc_macro::TokenStream;

/// Generates a paginator for a method or function that requests one page of a list.
///
/// The method is unchanged. The generated function `<method>_paginator` takes the same parameters and returns a
/// `Paginator`.
#[proc_macro_attribute]
pub fn paginated(args: TokenStream, item: TokenStream) -> TokenStream {
    let (args, item) = (args.into(), item.into());
    client::with_defaults(&args, &item).unwrap_or_else(|| expand::paginated(args, &item)).into()
}

/// Exposes the types of a page's fields to `#[paginated]`.
///
/// Fields with narrower visibility than the struct are skipped unless they are lists, because exposing a private type
/// is an error (E0446). If such a list contains a private type, move the list to a struct of its own. Alternatively, do
/// not derive `Page`, and name the item type in the attribute: `item = Session`.
///
/// If the `paginated` crate has another name or is re-exported, write its path: `#[page(crate = path)]` on the type.
///
/// `Page` cannot be derived in a module with `#![no_implicit_prelude]`, because the compiler resolves the `diagnostic`
/// attributes of the generated code through the prelude. Derive it in another module, and import the type.
#[proc_macro_derive(Page, attributes(page))]
pub fn page(input: TokenStream) -> TokenStream {
    derive_page::derive(&input.into()).into()
}
