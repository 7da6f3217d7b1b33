//! Spans, and identifiers with the right hygiene.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

/// Returns the spans of the first and the last token. An error that begins at one and ends at the other marks all
/// tokens.
pub(crate) fn span_bounds(tokens: impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.into_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

/// Returns the same tokens, located at `span`, except for those inside of groups. Name resolution does not change.
pub(crate) fn located_at(tokens: impl ToTokens, span: Span) -> TokenStream {
    let tokens = tokens.into_token_stream().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    tokens.collect()
}

/// Returns a local name that cannot conflict with a name in the user's code.
pub(crate) fn hygienic_ident(name: &str) -> Ident {
    Ident::new(&format!("__{name}"), Span::mixed_site())
}

/// Returns the parameter of a generated closure. The whole closure is located at `span`, so that errors about it are reported
/// there. The parameter has the hygiene of `span`. Its prefix `__` prevents conflicts with names in a user's closure inside of
/// this one.
pub(crate) fn closure_param(name: &str, span: Span) -> Ident {
    Ident::new(&format!("__{name}"), span)
}
