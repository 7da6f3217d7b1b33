//! The generated method's signature.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use crate::key::{Key, Step};
use crate::model::{Paginator, Param, Shape, result_types};
use crate::names::{self, Root, ends};

/// `pub fn describe_sessions_paginator(&self, input: Input) -> Paginator<impl Operation<…>>`
pub(crate) fn signature(paginator: &Paginator) -> TokenStream {
    let Paginator { vis, name, generics, receiver, params, .. } = paginator;
    // A lint about how far it reaches is about the method's own.
    let vis = vis.to_token_stream().into_iter().map(|mut token| {
        token.set_span(Span::call_site().located_at(token.span()));
        token
    });
    let receiver = receiver.as_ref().map(|receiver| {
        let declared = &receiver.declared;
        quote!(#declared,)
    });
    let params = params.iter().map(|Param { name, ty, .. }| quote!(#name: #ty));
    let (params_of, where_clause) = (&generics.params, &generics.where_clause);
    let generics = (!params_of.is_empty()).then(|| quote!(<#params_of>));
    let answer = answer(paginator);
    let keyword = quote_spanned!(name.span()=> fn);
    quote!(#(#vis)* #keyword #name #generics(#receiver #(#params),*) -> #answer #where_clause)
}

/// What the method returns. An error in it is about the items, and belongs at the key that says where they are; or about
/// what the method gives.
fn answer(paginator: &Paginator) -> TokenStream {
    let Paginator { root, keys, outcome, .. } = paginator;
    let (output, error) = output_and_error(outcome, root);
    let (item, kind) = item(paginator, &output);
    let told_by_page = keys.results.first().filter(|_| keys.item.is_none());
    let (first, last) = match told_by_page {
        Some(key) if result_types(outcome).is_some() => key.ends(),
        _ => ends(outcome),
    };
    let (first, last) = (paginator.capturing(first), paginator.capturing(last));
    let private = root.private_at(first);
    let limit = if keys.limit.is_some() { quote!(WithLimitKey) } else { quote!(WithoutLimitKey) };
    let keys = quote_spanned!(last=> (#kind, #private::#limit));
    let close = quote_spanned!(last=> >);
    let operation =
        quote_spanned!(first=> #private::Operation<Output = #output, Item = #item, Error = #error, Keys = #keys #close);
    let operation = match &paginator.shape {
        Shape::Boxed { lifetime, send } if paginator.receiver.is_some() => {
            let boxed = Ident::new(if *send { "BoxOperation" } else { "LocalBoxOperation" }, first);
            quote_spanned!(first=> #private::#boxed<#lifetime, #output, #item, #error, #keys #close)
        }
        Shape::Future { send: true } if paginator.receiver.is_some() => {
            let core = root.core();
            quote_spanned!(first=> impl #operation + #core::marker::Send)
        }
        Shape::Future { .. } | Shape::Boxed { .. } => quote_spanned!(first=> impl #operation),
        Shape::Blocking => quote_spanned!(first=> impl #operation, #private::Blocking),
    };
    quote_spanned!(first=> #private::Paginator<#operation #close)
}

/// The two types of a `Result`: as written where both are, or as the type says, for an alias.
fn output_and_error(outcome: &Type, root: &Root) -> (TokenStream, TokenStream) {
    if let Some((output, error)) = result_types(outcome) {
        return (quote!(#output), quote!(#error));
    }
    let (first, last) = ends(outcome);
    let (open, close, private) = (quote_spanned!(first=> <), quote_spanned!(last=> >), root.private_at(first));
    let of = |name: &str| {
        let name = Ident::new(name, last);
        quote_spanned!(first=> #open #outcome as #private::Outcome #close::#name)
    };
    (of("Output"), of("Error"))
}

/// The item, and whether there is any.
fn item(paginator: &Paginator, output: &TokenStream) -> (TokenStream, TokenStream) {
    let private = paginator.root.private();
    match (&paginator.keys.item, paginator.keys.results.first()) {
        (Some(item), _) => (quote!(#item), quote!(#private::WithItems)),
        (None, Some(key)) => projected(key, output, &paginator.root),
        (None, None) => (quote!(#private::NoItems), quote!(#private::WithoutItems)),
    }
}

/// The item as `#[derive(Page)]` tells it. What it cannot tell is marked at the key.
fn projected(key: &Key, output: &TokenStream, root: &Root) -> (TokenStream, TokenStream) {
    let (first, last) = key.ends();
    let (private, close) = (root.private_at(first), quote_spanned!(last=> >));
    let of = |name: &str, page: &TokenStream, step: &Step| {
        let hash = names::hash(&field_name(&step.field));
        let name = Ident::new(name, first);
        quote_spanned!(first=> #private::#name<#page, #hash #close)
    };
    let steps = &key.paths[0].steps;
    let (step, inner) = steps.split_last().expect("a path has a step");
    let page = inner.iter().fold(output.clone(), |page, step| of("FieldOf", &page, step));
    (of("ItemOf", &page, step), of("KindOf", &page, step))
}

/// The name by which a field is hashed.
pub(crate) fn field_name(field: &syn::Member) -> String {
    use syn::ext::IdentExt;
    match field {
        syn::Member::Named(ident) => ident.unraw().to_string(),
        syn::Member::Unnamed(index) => index.index.to_string(),
    }
}
