//! The generated method's signature.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericArgument, PathArguments, Type};

use crate::key::{Key, Step};
use crate::model::{Paginator, Param, Shape};
use crate::names::{self, ends};

/// `pub fn describe_sessions_paginator(&self, input: Input) -> Paginator<impl Operation<…>>`
pub(crate) fn signature(paginator: &Paginator) -> TokenStream {
    let Paginator { vis, name, generics, receiver, params, .. } = paginator;
    let receiver = receiver.as_ref().map(|receiver| {
        let declared = &receiver.declared;
        quote!(#declared,)
    });
    let params = params.iter().map(|Param { name, ty, .. }| quote!(#name: #ty));
    let (params_of, where_clause) = (&generics.params, &generics.where_clause);
    let generics = (!params_of.is_empty()).then(|| quote!(<#params_of>));
    let answer = answer(paginator);
    let keyword = quote_spanned!(name.span()=> fn);
    quote!(#vis #keyword #name #generics(#receiver #(#params),*) -> #answer #where_clause)
}

/// What the method returns.
fn answer(paginator: &Paginator) -> TokenStream {
    let private = paginator.root.private();
    let (output, error) = output_and_error(&paginator.outcome, &private);
    let (item, kind) = item(paginator, &output);
    let limit = if paginator.keys.limit.is_some() { quote!(WithLimitKey) } else { quote!(WithoutLimitKey) };
    let keys = quote!((#kind, #private::#limit));
    let operation = quote!(#private::Operation<Output = #output, Item = #item, Error = #error, Keys = #keys>);
    match &paginator.shape {
        Shape::Boxed { lifetime, send } if paginator.receiver.is_some() => {
            let boxed = if *send { quote!(BoxOperation) } else { quote!(LocalBoxOperation) };
            quote!(#private::Paginator<#private::#boxed<#lifetime, #output, #item, #error, #keys>>)
        }
        Shape::Future { send: true } if paginator.receiver.is_some() => {
            let core = paginator.root.core();
            quote!(#private::Paginator<impl #operation + #core::marker::Send>)
        }
        Shape::Future { .. } | Shape::Boxed { .. } => quote!(#private::Paginator<impl #operation>),
        Shape::Blocking => quote!(#private::Paginator<impl #operation, #private::Blocking>),
    }
}

/// The two types of a `Result`: as written where both are, or as the type says, for an alias.
fn output_and_error(outcome: &TokenStream, private: &TokenStream) -> (TokenStream, TokenStream) {
    if let Some((output, error)) = written(outcome) {
        return (quote!(#output), quote!(#error));
    }
    let (first, last) = ends(outcome);
    let (open, close) = (quote_spanned!(first=> <), quote_spanned!(last=> >));
    let of = |name: &str| {
        let name = Ident::new(name, last);
        quote!(#open #outcome as #private::Outcome #close::#name)
    };
    (of("Output"), of("Error"))
}

fn written(outcome: &TokenStream) -> Option<(Type, Type)> {
    let Ok(Type::Path(path)) = syn::parse2(outcome.clone()) else { return None };
    let result = path.path.segments.last().filter(|segment| segment.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &result.arguments else { return None };
    let mut types = arguments.args.iter();
    match (types.next(), types.next(), types.next()) {
        (Some(GenericArgument::Type(output)), Some(GenericArgument::Type(error)), None) => {
            Some((output.clone(), error.clone()))
        }
        _ => None,
    }
}

/// The item, and whether there is any.
fn item(paginator: &Paginator, output: &TokenStream) -> (TokenStream, TokenStream) {
    let private = paginator.root.private();
    match (&paginator.keys.item, paginator.keys.results.first()) {
        (Some(item), _) => (quote!(#item), quote!(#private::WithItems)),
        (None, Some(key)) => projected(key, output, &private),
        (None, None) => (quote!(#private::NoItems), quote!(#private::WithoutItems)),
    }
}

/// The item as `#[derive(Page)]` tells it. What it cannot tell is marked at the key.
fn projected(key: &Key, output: &TokenStream, private: &TokenStream) -> (TokenStream, TokenStream) {
    let (first, last) = key.ends();
    let of = |name: &str, page: &TokenStream, step: &Step| {
        let hash = names::hash(&field_name(&step.field));
        let (path, name, close) = (quote_spanned!(first=> #private), Ident::new(name, first), quote_spanned!(last=> >));
        quote!(#path::#name<#page, #hash #close)
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
