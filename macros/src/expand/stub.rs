//! The expansion if there are errors: the item, and a stub of the generated function, so that its callers get no second
//! error.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Error, FnArg, Receiver, ReceiverKind, Signature, Type, parse_quote};

use super::signature;
use crate::diagnostics::Errors;
use crate::input::{Function, is_block};
use crate::util::crate_path::CratePath;
use crate::validate::{self, Validated};

/// Returns the item, which is not a function that could be parsed, and the error. Nothing can follow a block, and the
/// compiler itself rejects the attribute on it.
pub(super) fn item_with_error(item: &TokenStream, error: &Error) -> TokenStream {
    if is_block(item) {
        return item.clone();
    }
    let error = error.to_compile_error();
    quote!(#item #error)
}

/// Returns the function, the errors, and the stub.
pub(super) fn item_with_errors(
    item: &TokenStream,
    function: &Function,
    validated: Validated,
    errors: Errors,
) -> TokenStream {
    let mut errors: Vec<_> = errors.into_iter().flatten().map(|error| error.to_compile_error()).collect();
    let stub = validated.name.clone().map(|name| stub(function, &name, validated, &mut errors));
    quote!(#item #(#errors)* #stub)
}

/// Returns a function with the signature of the generated one.
fn stub(function: &Function, name: &Ident, mut validated: Validated, errors: &mut Vec<TokenStream>) -> TokenStream {
    let Some(paginator) = &mut validated.paginator else {
        return stub_of_unknown_type(function, name, &validated.crate_path, errors);
    };
    // Callers may use the items and the page size before the user has written their keys.
    if paginator.keys.item.is_none() && paginator.keys.result_keys.is_empty() {
        paginator.keys.item = Some(error_type(errors));
    }
    paginator.keys.limit_key.get_or_insert_with(validate::placeholder_limit_key);
    let (attrs, signature) = (&paginator.attrs, signature::signature(paginator));
    let names = paginator.params.iter().map(|param| &param.name);
    let body = if paginator.kind.box_lifetime.is_some() {
        quote!(loop {})
    } else {
        let private = validated.crate_path.private();
        quote! {
            let stub = || -> #private::Paginator<#private::BoxOperation<_, _, _>, _> { loop {} };
            stub()
        }
    };
    // Lints about the stub would not be about the user's code. `warnings` allows only those that the user does not deny. If
    // `unused` is denied, the compiler would also report unused parameters, and code after a `loop`.
    quote! {
        #(#attrs)*
        #[allow(warnings)]
        #signature {
            let _ = (#(&#names,)*);
            #body
        }
    }
}

/// Returns a stub for a function whose return type is invalid.
fn stub_of_unknown_type(
    function: &Function,
    name: &Ident,
    crate_path: &CratePath,
    errors: &mut Vec<TokenStream>,
) -> TokenStream {
    let vis = &function.vis;
    let Signature { generics, inputs, .. } = &function.signature;
    let (mut generics, mut inputs) = (generics.clone(), inputs.clone());
    for input in &mut inputs {
        if let FnArg::Typed(param) = input {
            *param.pat = parse_quote!(_);
        }
    }
    if matches!(function.signature.receiver(), Some(Receiver { kind: ReceiverKind::Value, .. })) {
        let core = crate_path.core();
        generics.make_where_clause().predicates.push(parse_quote!(Self: #core::marker::Sized));
    }
    let where_clause = &generics.where_clause;
    let ty = error_type(errors);
    quote! {
        #[allow(warnings)]
        #vis fn #name #generics(#inputs) -> #ty #where_clause { loop {} }
    }
}

/// Returns a type that the compiler knows to be invalid, so that it reports no errors about its uses. One of the errors
/// moves into it. (`compile_error!` alone in the position of a type would be `()`.)
fn error_type(errors: &mut Vec<TokenStream>) -> Type {
    let error = errors.pop().unwrap_or_default();
    parse_quote!([(); #error])
}
