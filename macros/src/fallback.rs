//! What is emitted beside errors.

use proc_macro2::TokenStream;
use quote::quote;

use crate::item::Function;

/// The item as it is, and the error.
pub(crate) fn misplaced(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#item #error)
}

/// The function as it is, and the errors.
pub(crate) fn beside(item: &TokenStream, _: &Function, errors: &[syn::Error]) -> TokenStream {
    let errors = errors.iter().map(syn::Error::to_compile_error);
    quote!(#item #(#errors)*)
}
