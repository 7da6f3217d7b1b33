//! Paths that generated code uses.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use super::span::span_bounds;

/// The path of the `paginated` crate: `::paginated`, or the path in `crate = …`.
#[derive(Clone)]
pub(crate) struct CratePath(Option<Path>);

impl CratePath {
    pub(crate) fn new(path: Option<&Path>) -> Self {
        Self(path.cloned())
    }

    /// Returns the path of the module that generated code calls.
    pub(crate) fn private(&self) -> TokenStream {
        self.private_at_span(Span::call_site())
    }

    /// Returns the path of that module, located at `span`. Errors about a path that the user wrote stay at that path.
    pub(crate) fn private_at_span(&self, span: Span) -> TokenStream {
        match &self.0 {
            None => quote_spanned!(span=> ::paginated::__private),
            Some(path) => {
                let (_, span) = span_bounds(path);
                quote_spanned!(span=> #path::__private)
            }
        }
    }

    /// Returns the path of the `core` library, which also works if the user has a crate called `core`.
    pub(crate) fn core(&self) -> TokenStream {
        let private = self.private();
        quote!(#private::core)
    }
}
