//! Names of struct fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::Member;
use syn::ext::IdentExt;

use super::crate_path::CratePath;

/// Returns the name of a field, without `r#`, or the number of a tuple field.
pub(crate) fn member_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Returns the type that stands for a field's name: a tuple of its letters, such as `(i, d)` for `id`.
pub(crate) fn field_letters(field: &str, crate_path: &CratePath, span: Span) -> TokenStream {
    let letters = crate_path.private_at_span(span);
    let letters = field.chars().map(|letter| {
        let name = match letter {
            'a'..='z' | 'A'..='Z' => letter.to_string(),
            '0'..='9' => format!("_{letter}"),
            '_' => "__".to_owned(),
            _ => return quote_spanned!(span=> #letters::letters::Unicode<#letter>),
        };
        let name = Ident::new(&name, span);
        quote_spanned!(span=> #letters::letters::#name)
    });
    quote_spanned!(span=> (#(#letters,)*))
}
