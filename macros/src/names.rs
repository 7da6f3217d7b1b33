//! Every path and identifier that generated code uses.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

/// Where the runtime is: under its own name, or where `crate = …` says.
#[derive(Clone, Debug)]
pub(crate) struct Root(Option<Path>);

impl Root {
    pub(crate) fn new(path: Option<&Path>) -> Self {
        Self(path.cloned())
    }

    /// What generated code calls.
    pub(crate) fn private(&self) -> TokenStream {
        self.private_at(Span::call_site())
    }

    /// The same, where an error belongs at `span`. One about a path of the user's belongs there.
    pub(crate) fn private_at(&self, span: Span) -> TokenStream {
        match &self.0 {
            None => quote_spanned!(span=> ::paginated::__private),
            Some(path) => {
                let (_, span) = ends(path);
                quote_spanned!(span=> #path::__private)
            }
        }
    }

    /// The standard library's core, even where a crate of the user's is called `core`.
    pub(crate) fn core(&self) -> TokenStream {
        let private = self.private();
        quote!(#private::core)
    }
}

/// The spans of the first and last token: an error that begins at one and ends at the other marks all of them.
pub(crate) fn ends(tokens: impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.into_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

/// The same tokens, where an error about them belongs at `place`.
pub(crate) fn located(tokens: &TokenStream, place: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(place));
        token
    });
    tokens.collect()
}

/// A local name, which neither captures a name of the user's nor is captured by one.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(&format!("__{name}"), Span::mixed_site())
}

/// The parameter of a closure that has no word of the user's in it, so that it can capture none. It stands at `span`, as all
/// of the closure does: an error about the closure belongs there.
pub(crate) fn param(name: &str, span: Span) -> Ident {
    Ident::new(&format!("__{name}"), span)
}

/// The hash by which a field is known: FNV-1a, 64 bits, of its name.
pub(crate) fn hash(field: &str) -> u64 {
    field.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
