//! What is emitted beside errors: the item as it is, and the shape of what would have been generated, so that those who
//! call it are not told of a second error.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Error, Receiver, ReceiverKind, Signature, Type, parse_quote};

use crate::check::{Errors, Told};
use crate::expand;
use crate::item::{self, Function};
use crate::names::Root;

/// The item as it is, and the error. A block is an expression, beside which nothing can stand; and the compiler says itself
/// that it takes no attribute there.
pub(crate) fn misplaced(item: &TokenStream, error: &Error) -> TokenStream {
    if item::is_block(item) {
        return item.clone();
    }
    let error = error.to_compile_error();
    quote!(#item #error)
}

/// The function as it is, the errors, and a function of the generated one's signature that is never called.
pub(crate) fn beside(item: &TokenStream, function: &Function, told: Told, errors: Errors) -> TokenStream {
    let mut errors: Vec<_> = errors.into_iter().flatten().map(|error| error.to_compile_error()).collect();
    let shape = told.name.clone().map(|name| shape(function, &name, told, &mut errors));
    quote!(#item #(#errors)* #shape)
}

/// The generated function without a body. `allow`: nothing is to be said of what is not the user's.
fn shape(function: &Function, name: &Ident, mut told: Told, errors: &mut Vec<TokenStream>) -> TokenStream {
    let Some(paginator) = &mut told.paginator else { return unknown(function, name, &told.root, errors) };
    if told.is_item_unknown {
        paginator.keys.item = Some(unknown_type(errors));
    }
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

/// A function that returns nobody knows what.
fn unknown(function: &Function, name: &Ident, root: &Root, errors: &mut Vec<TokenStream>) -> TokenStream {
    let vis = &function.vis;
    let Signature { generics, inputs, .. } = &function.signature;
    let by_value = matches!(function.signature.receiver(), Some(Receiver { kind: ReceiverKind::Value, .. }));
    let mut generics = generics.clone();
    if by_value {
        let core = root.core();
        generics.make_where_clause().predicates.push(parse_quote!(Self: #core::marker::Sized));
    }
    let where_clause = &generics.where_clause;
    let ty = unknown_type(errors);
    quote! {
        #[allow(warnings)]
        #vis fn #name #generics(#inputs) -> #ty #where_clause { loop {} }
    }
}

/// A type of which the compiler knows that it is wrong, so that it says nothing of what is done with it: one of the errors
/// stands in it instead of beside the function. (Alone, where a type is expected, `compile_error!` is a `()`.)
fn unknown_type(errors: &mut Vec<TokenStream>) -> Type {
    let error = errors.pop().unwrap_or_default();
    parse_quote!([(); #error])
}
