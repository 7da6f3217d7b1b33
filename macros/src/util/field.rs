//! Names of struct fields.

use proc_macro2::{Span, TokenStream};
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

/// The number of letters of the runtime's `FieldName`.
const NAME_LETTERS: usize = 16;

/// Returns the type that represents a field's name, such as `FieldName<'i', 'd'>` for `id`.
pub(crate) fn field_name_type(field: &str, crate_path: &CratePath, span: Span) -> TokenStream {
    let private = crate_path.private_at_span(span);
    let letters: Vec<_> = field.chars().collect();
    let parts = letters.chunks(NAME_LETTERS).rev();
    let name = parts.fold(None, |rest: Option<TokenStream>, letters| {
        Some(quote_spanned!(span=> #private::FieldName<#(#letters,)* #rest>))
    });
    name.unwrap_or_default()
}
