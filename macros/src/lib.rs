//! The macros of the [`paginated`](https://docs.rs/paginated) crate, which re-exports them. Depend on that crate
//! instead.
//!
//! Each module uses only modules above it in this list. `ARCHITECTURE.md` in the repository follows a request through them.
//!
//! - `diagnostics` formats error messages.
//! - `util` has helpers for types, tokens, spans, and paths.
//! - `key` parses keys.
//! - `attr` parses the attribute.
//! - `model` defines the validated model of a paginator.
//! - `input` parses and analyzes the annotated function.
//! - `validate` checks the rules and builds the model.
//! - `defaults` adds the options on a trait or an impl to the attributes of its methods.
//! - `expand` generates code from the model, or a stub if there are errors.
//! - `paginate` expands `paginate!`, by the validation and the code generation of the attribute.
//! - `derive_page` implements `#[derive(Page)]`.

#![forbid(unsafe_code)]

mod attr;
mod defaults;
mod derive_page;
mod diagnostics;
mod expand;
mod input;
mod key;
mod model;
mod paginate;
#[cfg(test)]
mod tests;
mod util;
mod validate;

use proc_macro::TokenStream;

// The documentation of the macros is at their re-exports in `runtime/src/attribute.rs`, where the examples can use the crate
// `paginated`. Documentation here would be appended to it.

#[allow(missing_docs, reason = "the documentation is at the re-export")]
#[proc_macro_attribute]
pub fn paginated(args: TokenStream, item: TokenStream) -> TokenStream {
    let (args, item) = (args.into(), item.into());
    // `defaults::expand` expands a trait or an impl, and returns `None` for any other item.
    defaults::expand(&args, &item).unwrap_or_else(|| expand::paginated(args, &item)).into()
}

#[allow(missing_docs, reason = "the documentation is at the re-export")]
#[proc_macro]
pub fn paginate(input: TokenStream) -> TokenStream {
    paginate::expand(&input.into()).into()
}

#[allow(missing_docs, reason = "the documentation is at the re-export")]
#[proc_macro_derive(Page, attributes(page))]
pub fn page(input: TokenStream) -> TokenStream {
    derive_page::derive(&input.into()).into()
}
