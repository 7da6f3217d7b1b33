//! The signature of the generated function.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{LifetimeParam, Type};

use crate::key::{Key, ListIndex, Step};
use crate::model::{Paginator, Param, Receiver};
use crate::util::crate_path::CratePath;
use crate::util::field::field_name_type;
use crate::util::span::{located_at, span_bounds};
use crate::util::ty::{is_named_result, list_with_unwrapped_elements, probable_page, result_types};

/// `pub fn describe_sessions_paginator(&self, input: Input) -> Paginator<impl Operation<…>>`
pub(super) fn signature(paginator: &Paginator) -> TokenStream {
    let Paginator { vis, name, generics, receiver, params, .. } = paginator;
    // The call-site span silences lints about the visibility, which are reported for the annotated function already.
    let vis = vis.to_token_stream().into_iter().map(|mut token| {
        token.set_span(Span::call_site().located_at(name.span()));
        token
    });
    // The call-site span also silences lints about the name: that of a method `type_` is `type__paginator`.
    let mut generated_name = name.clone();
    generated_name.set_span(Span::call_site().located_at(name.span()));
    let receiver = receiver.as_ref().map(|receiver| {
        let declared = &receiver.declaration;
        quote!(#declared,)
    });
    let params = params.iter().map(|Param { name, ty, .. }| quote!(#name: #ty));
    let (generic_params, where_clause) = (&generics.params, &generics.where_clause);
    let generics = (!generic_params.is_empty()).then(|| quote!(<#generic_params>));
    let return_type = return_type(paginator);
    // The first and the last token of a signature are the bounds of the span that rustc marks for a duplicate name.
    let (keyword, end) = (quote_spanned!(name.span()=> fn), quote_spanned!(name.span()=> where));
    let where_clause = match where_clause {
        Some(clause) => quote!(#clause),
        None => end,
    };
    quote!(#(#vis)* #keyword #generated_name #generics(#receiver #(#params),*) -> #return_type #where_clause)
}

/// Returns the return type. An error in it is usually about the item type, so it is reported at the key that names the items. It is
/// reported at the method's own return type if the user names the item type, or if that return type may not be a `Result`.
fn return_type(paginator: &Paginator) -> TokenStream {
    let Paginator { crate_path, keys, result_type, .. } = paginator;
    let (output, error) = output_and_error(result_type, crate_path);
    let item = item(paginator, &output);
    let item_key = keys.result_keys.first().filter(|_| keys.item.is_none());
    let (first, last) = match item_key {
        Some(key) if is_named_result(result_type) => key.span_bounds(),
        _ => span_bounds(result_type),
    };
    let (first, last) = (paginator.capturing_span(first), paginator.capturing_span(last));
    let (private, core) = (crate_path.private_at_span(first), crate_path.core());
    let close = quote_spanned!(last=> >);
    let mode = mode_argument(paginator, first);
    if let Some(lifetime) = &paginator.kind.box_lifetime {
        let boxed = Ident::new(if paginator.kind.is_send { "BoxPaginator" } else { "LocalBoxPaginator" }, first);
        return quote_spanned!(first=> #private::#boxed<#lifetime, #output, #item, #error #mode #close);
    }
    let has_items = keys.item.is_some() || !keys.result_keys.is_empty();
    let items = has_items.then(|| quote_spanned!(first=> + #private::HasItems));
    let page_size = keys.limit_key.as_ref().map(|_| quote_spanned!(first=> + #private::HasPageSize));
    let is_send = paginator.receiver.is_some() && paginator.kind.is_send;
    let send = is_send.then(|| quote_spanned!(first=> + #core::marker::Send));
    let operation = quote_spanned!(first=> #private::Operation<Output = #output, Item = #item, Error = #error #close);
    let borrows = borrows(paginator, first);
    let operation = quote_spanned!(first=> impl #operation #items #page_size #send #borrows);
    quote_spanned!(first=> #private::Paginator<#operation #mode #close)
}

/// `+ Borrows<&Self>` or `+ Borrows<(&Self, &'a ())>`: a bound that mentions the lifetimes of the client and of the parameters.
/// It changes nothing but a message of rustc: see `Borrows` in the runtime. A declaration in a trait needs none. Several types
/// form one tuple, because rustc rejects a method with a body in a trait that has two such bounds.
fn borrows(paginator: &Paginator, span: Span) -> TokenStream {
    if paginator.is_declaration {
        return TokenStream::new();
    }
    let private = paginator.crate_path.private_at_span(span);
    let receiver = paginator.receiver.iter().map(|Receiver { ty, .. }| ty.to_token_stream());
    let lifetimes = paginator.generics.lifetimes().map(|LifetimeParam { lifetime, .. }| quote!(&#lifetime ()));
    let types: Vec<_> = receiver.chain(lifetimes).collect();
    match &types[..] {
        [] => TokenStream::new(),
        [ty] => quote_spanned!(span=> + #private::Borrows<#ty>),
        types => quote_spanned!(span=> + #private::Borrows<(#(#types),*)>),
    }
}

/// Returns the type argument for the mode, with a comma before it, or nothing if the mode is the default (`Async`).
fn mode_argument(paginator: &Paginator, span: Span) -> Option<TokenStream> {
    let is_default = !paginator.kind.is_blocking && paginator.keys.is_resumable();
    (!is_default).then(|| {
        let mode = located_at(mode(paginator), span);
        quote_spanned!(span=> , #mode)
    })
}

/// Returns the mode of the paginator.
pub(crate) fn mode(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let mode = if paginator.kind.is_blocking { quote!(#private::Blocking) } else { quote!(#private::Async) };
    if paginator.keys.is_resumable() { mode } else { quote!(#private::Unresumable<#mode>) }
}

/// Returns the types of the page and the error. If the method returns an alias of `Result`, they are `PageOf<Alias>` and
/// `ErrorOf<Alias>`.
pub(super) fn output_and_error(result_type: &Type, crate_path: &CratePath) -> (TokenStream, TokenStream) {
    if let Some((output, error)) = result_types(result_type) {
        return (quote!(#output), quote!(#error));
    }
    let (first, last) = span_bounds(result_type);
    let (close, private) = (quote_spanned!(last=> >), crate_path.private_at_span(first));
    let of = |name: &str| {
        let name = Ident::new(name, first);
        quote_spanned!(first=> #private::#name<#result_type #close)
    };
    (of("PageOf"), of("ErrorOf"))
}

/// Returns the item type.
fn item(paginator: &Paginator, output: &TokenStream) -> TokenStream {
    let private = paginator.crate_path.private();
    match (&paginator.keys.item, paginator.keys.result_keys.first()) {
        (Some(item), _) => quote!(#item),
        (None, Some(key)) => item_from_page(key, output, paginator),
        (None, None) => quote!(#private::NoItems),
    }
}

/// Returns the item type that `#[derive(Page)]` exposes. Errors are reported at the key.
fn item_from_page(key: &Key, output: &TokenStream, paginator: &Paginator) -> TokenStream {
    let Paginator { crate_path, generics, result_type, .. } = paginator;
    let (first, last) = key.span_bounds();
    let (private, close) = (crate_path.private_at_span(first), quote_spanned!(last=> >));
    let of = |name: &str, page: &TokenStream, step: &Step| {
        if step.field.is_none() {
            // No derive describes the elements of the response itself, which `[]` unwraps.
            let list = probable_page(result_type).and_then(|page| list_with_unwrapped_elements(page, generics));
            let list = list.map_or_else(|| page.clone(), Type::into_token_stream);
            return quote_spanned!(first=> #private::ListItem<#list #close);
        }
        let field_name = field_name_type(&step.field_name(), crate_path, first);
        let name = Ident::new(name, first);
        quote_spanned!(first=> #private::#name<#page, #field_name #close)
    };
    // The item is an element of the last list. For a projection, each step with `[]` continues in the elements of its list.
    let steps = key.paths.first().map_or(&[][..], |path| &path.steps);
    let Some((step, inner)) = steps.split_last() else {
        return quote_spanned!(first=> #private::ListItem<#output #close);
    };
    let page = inner.iter().fold(output.clone(), |page, step| {
        of(if step.index == Some(ListIndex::All) { "ItemOf" } else { "FieldOf" }, &page, step)
    });
    let is_in_list = inner.iter().any(|step| step.index.is_some());
    let item = match step.index {
        // The key ends with `[]`, which skips elements that are `None`.
        Some(_) => "UnwrappedItemOf",
        // The item is a field of an element.
        None if is_in_list => "ValueOf",
        None => "ItemOf",
    };
    of(item, &page, step)
}
