//! The body of the generated function: a chain of calls to the runtime that describes where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::request::{RequestParts, missing_setters, read_number, reset, write_number};
use super::response::{container, echo, items, more_results, other_keys, total};
use super::style::style;
use crate::attr::EndOn;
use crate::model::{ArgMode, LinkKey, MethodKind, Paginator, PagingStyle, Param, Receiver, ReceiverKind, RequestPath};
use crate::util::span::{closure_param, hygienic_ident, located_at, span_bounds};

pub(super) fn body(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let missing_setters = missing_setters(paginator);
    let start = start(paginator);
    let description = description(paginator);
    let boxed = match &paginator.kind {
        MethodKind::Boxed { send, .. } if paginator.receiver.is_some() => {
            // An error about `Send` is about the method's return type.
            let span = span_bounds(&paginator.result_type).1;
            let method = Ident::new(if *send { "boxed" } else { "boxed_local" }, span);
            quote_spanned!(span=> .#method())
        }
        _ => quote!(),
    };
    quote! {
        use #private::find::*;
        #missing_setters
        #start
            #description
            .paginator()
            #boxed
    }
}

/// Returns the calls that describe where the values are in requests and pages.
pub(crate) fn description(paginator: &Paginator) -> TokenStream {
    let keys = &paginator.keys;
    let style = style(paginator);
    let more_results = keys.more_results.iter().map(|key| more_results(paginator, key));
    let total = keys.total.iter().map(|key| total(paginator, key));
    let echo = keys.echo.iter().map(|key| echo(paginator, key));
    let end_on = end_on(keys.end_on);
    let page_size = keys.limit_key.iter().map(|place| page_size(paginator, place));
    let first_page_only = keys.first_page_only.iter().map(|place| first_page_only(paginator, place));
    let items = keys.result_keys.first().map(|key| items(paginator, key));
    let other_keys = other_keys(paginator);
    let container = container(paginator);
    quote! {
        #style
        #(#more_results)*
        #(#total)*
        #(#echo)*
        #end_on
        #(#page_size)*
        #(#first_page_only)*
        #items
        #other_keys
        #container
    }
}

/// `.end_on_empty_page()`
fn end_on(end_on: EndOn) -> TokenStream {
    let empty_page = end_on.empty_page.then(|| quote!(.end_on_empty_page()));
    let short_page = end_on.short_page.then(|| quote!(.end_on_short_page()));
    let repeated_token = end_on.repeated_token.then(|| quote!(.end_on_repeated_token()));
    quote!(#empty_page #short_page #repeated_token)
}

/// `.page_size("Limit", |request, size| …)`. The resume tokens of pages that are not found by a token record the page size.
fn page_size(paginator: &Paginator, place: &RequestPath) -> TokenStream {
    let (span, name) = (place.key.span(), place.key.wire_name());
    let write = write_number(paginator, place, "usize");
    let is_recorded = !matches!(paginator.keys.style, PagingStyle::Tokens(_));
    let caller_page_size = is_recorded.then(|| {
        let read = read_number(paginator, place);
        quote_spanned!(span=> .caller_page_size(#read))
    });
    quote_spanned!(span=> .page_size(#name, #write) #caller_page_size)
}

/// `.first_page_only(|request| …)`
fn first_page_only(paginator: &Paginator, place: &RequestPath) -> TokenStream {
    let reset = reset(paginator, place);
    quote_spanned!(place.key.span()=> .first_page_only(#reset))
}

/// `operation("describe_sessions", input, move |request| Self::describe_sessions(self, request))`
fn start(paginator: &Paginator) -> TokenStream {
    let name = paginator.method.unraw().to_string();
    let request = request(paginator);
    let call = call(paginator);
    let start = if paginator.lends() { "operation_by_ref" } else { "operation" };
    // An error about the call is about the method's return type.
    let (first, last) = span_bounds(&paginator.result_type);
    let (first, last) = (paginator.capturing_span(first), paginator.capturing_span(last));
    let (private, start) = (paginator.crate_path.private_at_span(first), Ident::new(start, last));
    quote_spanned!(last=> #private::#start(#name, #request, #call))
}

/// Returns the values that are stored between pages: the client if it is lent, the parameters, and the next link. Several values
/// form a tuple.
fn request(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let this = paginator.receiver.as_ref().map(|receiver| &receiver.self_token);
    let client = paginator.owns_client().then(|| quote!(#this));
    // `operation` itself checks a single request that is cloned.
    let is_checked = RequestParts { paginator, request: quote!() }.is_single() && !paginator.lends();
    let core = paginator.crate_path.core();
    let link = paginator.keys.link().map(|_| quote!(#core::option::Option::None));
    let params = paginator.params.iter().map(|Param { name, ty, mode }| match mode {
        ArgMode::Builder => quote!(#private::RequestBuilder::new(#name)),
        ArgMode::Lent => quote!(<#ty as #private::OwnedArg>::into_owned_value(#name)),
        ArgMode::Converted(into) => quote!(#core::convert::Into::<#into>::into(#name)),
        ArgMode::Cloned if !is_checked => quote!(#private::require_clone(#name)),
        ArgMode::Cloned | ArgMode::Borrowed | ArgMode::Reborrowed => quote!(#name),
    });
    let parts: Vec<_> = client.into_iter().chain(params).chain(link).collect();
    match &parts[..] {
        [part] => part.clone(),
        parts => quote_spanned!(paginator.name.span()=> (#(#parts),*)),
    }
}

/// Returns the closure that calls the method.
fn call(paginator: &Paginator) -> TokenStream {
    let core = paginator.crate_path.core();
    let private = paginator.crate_path.private();
    let request = hygienic_ident("request");
    let blocking = paginator.kind.is_blocking();
    let borrowed = paginator.lends();
    let parts = RequestParts { paginator, request: quote!(#request) };
    let owned = hygienic_ident("client");
    let client = paginator.receiver.as_ref().map(|receiver| match receiver.kind {
        ReceiverKind::Shared => receiver.self_token.to_token_stream(),
        ReceiverKind::Owned => quote!(#owned),
        ReceiverKind::Exclusive => {
            let client = parts.client();
            quote!(&mut *#client)
        }
    });
    let params: Vec<_> = paginator
        .params
        .iter()
        .enumerate()
        .map(|(index, param)| {
            let (ty, part) = (&param.ty, parts.param(index));
            match &param.mode {
                ArgMode::Cloned | ArgMode::Converted(_) if borrowed => quote!(#core::clone::Clone::clone(&#part)),
                ArgMode::Builder if borrowed => quote!(#core::clone::Clone::clone(&#part).into_inner()),
                ArgMode::Cloned | ArgMode::Converted(_) => part,
                ArgMode::Builder => quote!(#part.into_inner()),
                ArgMode::Lent => quote!(<#ty as #private::OwnedArg>::as_arg(&#part)),
                ArgMode::Borrowed => quote!(&#part),
                ArgMode::Reborrowed => quote!(&mut *#part),
            }
        })
        .collect();
    let path = method_path(paginator);
    let arguments = client.iter().chain(&params);
    // An error about the call is about the method's return type.
    let span = span_bounds(&paginator.result_type).1;
    let called = quote_spanned!(span=> #path(#(#arguments),*));
    let awaits = (!blocking).then(|| quote!(.await));
    let link = paginator.keys.link().map(|link| {
        let params = link.params.iter().map(|&index| &params[index]);
        let next = call_next_method(paginator, link, client.iter().chain(params));
        // An error about the link or the result is about the method that takes and returns it.
        let at = span_bounds(&link.method).1;
        let (part, value) = (parts.link(), closure_param("link", at));
        let awaits_next = (!blocking).then(|| quote_spanned!(at=> .await));
        let private = paginator.crate_path.private_at_span(at);
        let next = quote_spanned!(at=> #private::NextResult::next_result(#next #awaits_next));
        quote! {
            match &#part {
                #core::option::Option::None => #called #awaits,
                #core::option::Option::Some(#value) => #next,
            }
        }
    });
    let result = hygienic_ident("result");
    let (called, request) = match (blocking, borrowed) {
        (false, false) => {
            let called = link.map_or(called, |link| quote!(async move { #link }));
            (called, quote!(#request))
        }
        (true, false) => {
            let called = link.unwrap_or(called);
            (quote!(#private::ready(#called)), quote!(#request))
        }
        (false, true) => {
            let called = link.unwrap_or_else(|| quote!(#called.await));
            let lent = quote! {
                async move {
                    let #result = #called;
                    (#request, #result)
                }
            };
            (lent, quote!(mut #request))
        }
        (true, true) => {
            let called = link.unwrap_or(called);
            let lent = quote! {{
                let #result = #called;
                #private::ready((#request, #result))
            }};
            (lent, quote!(mut #request))
        }
    };
    if let Some(Receiver { kind: ReceiverKind::Owned, self_token, .. }) = &paginator.receiver {
        return quote! {
            move |#request| {
                let #owned = #core::clone::Clone::clone(&#self_token);
                #called
            }
        };
    }
    // The other closures cannot cause errors, and lints about them are not about the user's code.
    let span = if borrowed { Span::call_site() } else { span };
    quote_spanned!(span=> move |#request| #called)
}

/// `Self::next_sessions(self, LinkArg::link_arg(link))`
fn call_next_method<'a>(
    paginator: &Paginator,
    link: &LinkKey,
    arguments: impl Iterator<Item = &'a TokenStream>,
) -> TokenStream {
    let method = &link.method;
    let span = span_bounds(method).1;
    let value = closure_param("link", span);
    // An error about an argument is about the method that does not take it.
    let arguments = arguments.map(|argument| located_at(argument, span));
    let private = paginator.crate_path.private_at_span(span);
    let is_name = method.leading_colon.is_none() && method.segments.len() == 1;
    let path = if is_name && paginator.is_associated { quote_spanned!(span=> Self::#method) } else { quote!(#method) };
    quote_spanned!(span=> #path(#(#arguments,)* #private::LinkArg::link_arg(#value)))
}

/// `Self::describe_sessions::<T>`
fn method_path(paginator: &Paginator) -> TokenStream {
    let method = &paginator.method;
    let path = if paginator.is_associated { quote!(Self::#method) } else { quote!(#method) };
    let types: Vec<_> = paginator
        .generics
        .params
        .iter()
        .filter_map(|param| match param {
            syn::GenericParam::Type(param) => Some(&param.ident),
            syn::GenericParam::Const(param) => Some(&param.ident),
            syn::GenericParam::Lifetime(_) => None,
        })
        .collect();
    if types.is_empty() { path } else { quote!(#path::<#(#types),*>) }
}
