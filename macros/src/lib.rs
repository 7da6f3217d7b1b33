//! The macros of the [`paginated`](https://docs.rs/paginated) crate: depend on that one, which re-exports them.
//!
//! The rooms, each of which knows only those before it: `args` reads the attribute and `item` the annotated function;
//! `check` makes the `model` of them, or errors; `expand` writes the model as code, and `fallback` what stands beside
//! errors.

mod args;
mod check;
mod expand;
mod fallback;
mod item;
mod key;
mod mistake;
mod model;
mod names;
mod nesting;
mod page;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Adds a paginator beside a method or function that answers in pages.
#[proc_macro_attribute]
pub fn paginated(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::paginated(args.into(), &item.into()).into()
}

/// Tells `#[paginated]` the types of a page's fields.
///
/// The type of a field that is less public than its page is told only where it is a list, for it may be private itself, and
/// what is private cannot be told (E0446). Where such a list holds a private type, give it a struct of its own, or leave
/// `Page` out and name the items in the attribute: `item = Session`.
///
/// Where this crate is not called `paginated`, `#[page(crate = path)]` on the type says where it is.
///
/// Under `#![no_implicit_prelude]` it cannot stand, for its messages need the attribute tool `diagnostic`, which the compiler
/// finds through the prelude: derive it in another module, and `use` the type.
#[proc_macro_derive(Page, attributes(page))]
pub fn page(input: TokenStream) -> TokenStream {
    page::derive(&input.into()).into()
}
