//! What is emitted beside errors: the item as it is, and the shape of what would have been generated, so that those who
//! call it are not told of a second error.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Error, Signature};

use crate::check::{Errors, Told};
use crate::expand;
use crate::item::Function;

/// The item as it is, and the error.
pub(crate) fn misplaced(item: &TokenStream, error: &Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#item #error)
}

/// The function as it is, the errors, and a function of the generated one's signature that is never called.
pub(crate) fn beside(item: &TokenStream, function: &Function, told: &Told, errors: &Errors) -> TokenStream {
    let errors = errors.iter().map(Error::to_compile_error);
    let shape = told.name.as_ref().map(|name| shape(function, name, told));
    quote!(#item #(#errors)* #shape)
}

/// The generated function without a body. `allow`: nothing is to be said of what is not the user's.
fn shape(function: &Function, name: &Ident, told: &Told) -> TokenStream {
    let Some(paginator) = &told.paginator else { return unknown(function, name) };
    let (attrs, signature) = (&paginator.attrs, expand::signature(paginator));
    let body = if paginator.is_named() {
        quote!(loop {})
    } else {
        let private = told.root.private();
        quote! {
            let paginator: #private::Paginator<#private::BoxOperation<_, _, _, _>, _> = loop {};
            paginator
        }
    };
    quote! {
        #(#attrs)*
        #[allow(warnings)]
        #signature { #body }
    }
}

/// A function that returns nobody knows what: beside an error of ours the compiler says nothing of a type without a name
/// that it knows, nor of what is done with it.
fn unknown(function: &Function, name: &Ident) -> TokenStream {
    let vis = &function.vis;
    let Signature { generics, inputs, .. } = &function.signature;
    let where_clause = &generics.where_clause;
    quote! {
        #[allow(warnings)]
        #vis fn #name #generics(#inputs) -> __Unknown #where_clause { loop {} }
    }
}
