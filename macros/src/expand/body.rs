//! The body of the generated function: a chain of calls to the runtime that describes where the fields are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Path, Type};

use super::request::{RequestParts, read_caller_number, reset, write_number};
use super::response::{echo, items, more_results, other_keys, required_containers, total};
use super::signature::output_and_error;
use super::style::style;
use crate::attr::{EndOn, NextMethod};
use crate::model::{LinkKey, Paginator, Param, ParamKind, Receiver, ReceiverUsage, RequestLocation};
use crate::util::span::{closure_param, hygienic_ident, located_at, span_bounds};
use crate::util::ty::argument_of;

pub(super) fn body(paginator: &Paginator) -> TokenStream {
    let operation = operation(paginator);
    let description = description(paginator);
    let call = call_closure(paginator);
    // An error about the call, or about `Send`, is reported at the method's return type.
    let span = span_bounds(&paginator.result_type).1;
    let into_paginator = quote_spanned!(span=> .paginator(#call));
    let boxed = paginator.kind.box_lifetime.as_ref().map(|_| {
        let method = Ident::new(if paginator.kind.is_send { "boxed" } else { "boxed_local" }, span);
        quote_spanned!(span=> .#method())
    });
    quote! {
        #operation
            #description
            #into_paginator
            #boxed
    }
}

/// Returns the calls that describe where the values are in requests and pages.
pub(crate) fn description(paginator: &Paginator) -> TokenStream {
    let keys = &paginator.keys;
    let style = style(paginator);
    let more_results = keys.more_results.iter().map(|key| more_results(paginator, key));
    let total_items = keys.total_items.iter().map(|key| total(paginator, key, "total_items"));
    let total_pages = keys.total_pages.iter().map(|key| total(paginator, key, "total_pages"));
    let echo = keys.echo.iter().map(|key| echo(paginator, key));
    let end_on = end_on(paginator);
    let page_size = keys.limit_key.iter().map(|location| page_size(paginator, location));
    let first_page_only = keys.first_page_only.iter().map(|location| first_page_only(paginator, location));
    let items = keys.result_keys.first().map(|key| items(paginator, key));
    let other_keys = other_keys(paginator);
    let required_containers = required_containers(paginator);
    quote! {
        #style
        #(#more_results)*
        #(#total_items)*
        #(#total_pages)*
        #(#echo)*
        #end_on
        #(#page_size)*
        #(#first_page_only)*
        #items
        #other_keys
        #required_containers
    }
}

/// `.end_on(EndOn { empty_page: true, … })`, if the option `end_on` is written.
fn end_on(paginator: &Paginator) -> Option<TokenStream> {
    let EndOn { empty_page, short_page, repeated_token } = paginator.keys.end_on;
    let private = paginator.crate_path.private();
    let end_on =
        quote!(#private::EndOn { empty_page: #empty_page, short_page: #short_page, repeated_token: #repeated_token });
    (empty_page || short_page || repeated_token).then(|| quote!(.end_on(#end_on)))
}

/// `.page_size("Limit", |request, number| …)`. If resume tokens record the page size, `.caller_page_size(|request| …)` follows,
/// because the caller may have written one into the request.
fn page_size(paginator: &Paginator, location: &RequestLocation) -> TokenStream {
    let (span, name) = (location.key.span(), location.key.name());
    let write = write_number(paginator, location, "usize");
    let caller_page_size = paginator.keys.style.depends_on_page_size().then(|| {
        let read = read_caller_number(paginator, location);
        quote_spanned!(span=> .caller_page_size(#read))
    });
    quote_spanned!(span=> .page_size(#name, #write) #caller_page_size)
}

/// `.first_page_only(|request| …)`
fn first_page_only(paginator: &Paginator, location: &RequestLocation) -> TokenStream {
    let reset = reset(paginator, location);
    quote_spanned!(location.key.span()=> .first_page_only(#reset))
}

/// `operation::<_, DescribeSessionsOutput>("describe_sessions", input)`
fn operation(paginator: &Paginator) -> TokenStream {
    let name = paginator.method.unraw().to_string();
    let request = initial_request(paginator);
    let (output, _) = output_and_error(&paginator.result_type, &paginator.crate_path);
    let borrows_request = paginator.borrows_request();
    let function = if borrows_request { "operation_by_ref" } else { "operation" };
    let take_request = borrows_request.then(|| take_request(paginator));
    // An error about the operation as a whole is reported at the method's return type.
    let (first, last) = span_bounds(&paginator.result_type);
    let (private, function) = (paginator.crate_path.private_at_span(first), Ident::new(function, last));
    // An error about the type of the request is reported at the request.
    let request_type = quote_spanned!(span_bounds(&request).0=> _);
    quote_spanned!(last=> #private::#function::<#request_type, #output>(#name, #request, #take_request))
}

/// Returns the closure that moves the stored request out of its `Option` for one call. Before that, the closure creates the
/// clones in the parameters that are wrapped in `PerCall`.
fn take_request(paginator: &Paginator) -> TokenStream {
    let request = hygienic_ident("request");
    let parts = RequestParts { paginator, request: quote!(#request.as_mut()?) };
    let cloned = (0..paginator.params.len()).filter(|&index| paginator.is_in_per_call(index));
    let cloned = cloned.map(|index| parts.param(index));
    quote!(|#request| {
        #(#cloned.create_clone();)*
        #request.take()
    })
}

/// Returns the values that the paginator stores between calls: the client if the receiver is `&mut self`, the parameters, and
/// the next link. Several values form a tuple.
fn initial_request(paginator: &Paginator) -> TokenStream {
    let private = paginator.crate_path.private();
    let this = paginator.receiver.as_ref().map(|receiver| receiver.declaration.self_token);
    let client = paginator.has_client_in_request().then(|| quote!(#this));
    // `require_clone` has the bound `Clone` for a cloned parameter. `PerCall::new` has it for its own parameter, and `operation`
    // for the request. For a tuple, the error of `operation` would not name the parameter, and `operation_by_ref` has no such
    // bound.
    let operation_requires_clone = paginator.has_single_part() && !paginator.borrows_request();
    let core = paginator.crate_path.core();
    let link = paginator.keys.link().map(|_| quote!(#core::option::Option::None));
    let params = paginator.params.iter().enumerate().map(|(index, Param { name, ty, kind, .. })| {
        let is_in_per_call = paginator.is_in_per_call(index);
        let param = match kind {
            ParamKind::Builder => quote!(#private::RequestBuilder::cloned_for_each_page(#name)),
            ParamKind::OwnedCopy => owned_copy(name, ty, &private),
            ParamKind::Converted(into) => quote!(#core::convert::Into::<#into>::into(#name)),
            ParamKind::Cloned if !operation_requires_clone && !is_in_per_call => quote!(#private::require_clone(#name)),
            ParamKind::Cloned | ParamKind::Borrowed | ParamKind::Reborrowed => quote!(#name),
        };
        if is_in_per_call { quote!(#private::PerCall::new(#param)) } else { param }
    });
    let parts: Vec<_> = client.into_iter().chain(params).chain(link).collect();
    match &parts[..] {
        [part] => part.clone(),
        parts => quote_spanned!(paginator.name.span()=> (#(#parts),*)),
    }
}

/// Returns the closure that calls the method: `move |request| Self::describe_sessions(self, request)`.
fn call_closure(paginator: &Paginator) -> TokenStream {
    let request = hygienic_ident("request");
    let parts = RequestParts { paginator, request: quote!(#request) };
    let client = client_argument(paginator, &parts);
    let arguments = arguments(paginator, &parts);
    let path = method_path(paginator);
    let all_arguments = client.iter().chain(&arguments);
    // An error about the call is reported at the method's return type.
    let span = span_bounds(&paginator.result_type).1;
    let call = quote_spanned!(span=> #path(#(#all_arguments),*));
    let link_match = match_link(paginator, &parts, &call, client.as_ref(), &arguments);
    let borrows_request = paginator.borrows_request();
    let mutable = borrows_request.then(|| quote!(mut));
    // With a request by reference or a link, the closure contains a future that the macro writes, so no error is reported at it.
    // A lint about it is not about the user's code.
    let span = if borrows_request || link_match.is_some() { Span::call_site() } else { span };
    let future = future(paginator, &request, call, link_match);
    // If the receiver is a value, each call consumes a clone of it.
    if let Some(Receiver { usage: ReceiverUsage::Cloned, declaration, .. }) = &paginator.receiver {
        let self_token = declaration.self_token;
        let core = paginator.crate_path.core();
        return quote!(move |#mutable #request| {
            let #client = #core::clone::Clone::clone(&#self_token);
            #future
        });
    }
    quote_spanned!(span=> move |#mutable #request| #future)
}

/// Returns the client as an argument of the method, if the method has a receiver.
fn client_argument(paginator: &Paginator, parts: &RequestParts<'_>) -> Option<TokenStream> {
    let receiver = paginator.receiver.as_ref()?;
    Some(match receiver.usage {
        ReceiverUsage::Copied => receiver.declaration.self_token.to_token_stream(),
        // The clone that one call consumes.
        ReceiverUsage::Cloned => hygienic_ident("client").to_token_stream(),
        ReceiverUsage::Reborrowed => {
            let client = parts.client();
            quote!(&mut *#client)
        }
    })
}

fn is_option(ty: &Type) -> bool {
    argument_of(ty, "Option").is_some()
}

/// Returns an owned copy of a parameter of the type `&T` or `Option<&T>`. The code names `T`, so that rustc reports that `T` is not
/// `Clone`.
fn owned_copy(name: &Ident, ty: &Type, private: &Path) -> TokenStream {
    let Type::Reference(reference) = argument_of(ty, "Option").unwrap_or(ty) else {
        unreachable!("only a reference is copied")
    };
    let (referent, value) = (&reference.elem, hygienic_ident("value"));
    let to_owned = quote!(<#referent as #private::ToOwned>::to_owned);
    if is_option(ty) { quote!(#name.map(|#value| #to_owned(#value))) } else { quote!(#to_owned(#name)) }
}

/// Returns the arguments of the method other than the client, as expressions about the request of one call.
fn arguments(paginator: &Paginator, parts: &RequestParts<'_>) -> Vec<TokenStream> {
    let core = paginator.crate_path.core();
    let borrows_request = paginator.borrows_request();
    let argument = |(index, Param { ty, kind, .. }): (usize, &Param)| {
        let part = parts.param(index);
        let is_in_per_call = paginator.is_in_per_call(index);
        let part = if is_in_per_call { quote!(#part.take_argument()) } else { part };
        match kind {
            ParamKind::Cloned | ParamKind::Converted(_) if borrows_request && !is_in_per_call => {
                quote!(#core::clone::Clone::clone(&#part))
            }
            ParamKind::Cloned | ParamKind::Converted(_) => part,
            ParamKind::Builder => quote!(#part.into_inner()),
            ParamKind::OwnedCopy if is_option(ty) => quote!(#part.as_ref().map(#core::borrow::Borrow::borrow)),
            ParamKind::OwnedCopy => quote!(#core::borrow::Borrow::borrow(&#part)),
            ParamKind::Borrowed => quote!(&#part),
            ParamKind::Reborrowed => quote!(&mut *#part),
        }
    };
    paginator.params.iter().enumerate().map(argument).collect()
}

/// Returns an expression for the result of one page if `next_method` names a method. It calls that method if there is a link, and
/// otherwise the annotated method. `first_call` is the call of the annotated method with `client` and `arguments`.
fn match_link(
    paginator: &Paginator,
    parts: &RequestParts<'_>,
    first_call: &TokenStream,
    client: Option<&TokenStream>,
    arguments: &[TokenStream],
) -> Option<TokenStream> {
    let Some(LinkKey { method: NextMethod::Path(method), .. }) = paginator.keys.link() else { return None };
    let core = paginator.crate_path.core();
    let is_async = !paginator.kind.is_blocking;
    let others = paginator.params.iter().zip(arguments).filter(|(param, _)| !param.is_replaced_by_link);
    let before_link = client.into_iter().chain(others.map(|(_, argument)| argument));
    let next_call = call_next_method(paginator, method, before_link);
    // An error about the link or the result is reported at the method that takes and returns it.
    let method_span = span_bounds(method).1;
    let (part, value) = (parts.link(), closure_param("link", method_span));
    let await_first = is_async.then(|| quote!(.await));
    let await_next = is_async.then(|| quote_spanned!(method_span=> .await));
    let private = paginator.crate_path.private_at_span(method_span);
    // `into_next_result` exists for its error, which reports a `next_method` with another result.
    let next = quote_spanned!(method_span=> #private::NextResult::into_next_result(#next_call #await_next));
    Some(quote! {
        match &#part {
            #core::option::Option::None => #first_call #await_first,
            #core::option::Option::Some(#value) => #next,
        }
    })
}

/// Returns an expression for the future of one page. Its output is the result, or for a call by reference the request and the
/// result. `call` is the call of the method. If `next_method` names a method, `link_match` (see [`match_link`]) is used instead.
fn future(paginator: &Paginator, request: &Ident, call: TokenStream, link_match: Option<TokenStream>) -> TokenStream {
    let private = paginator.crate_path.private();
    let result = hygienic_ident("result");
    let has_link = link_match.is_some();
    let call = link_match.unwrap_or(call);
    match (paginator.kind.is_blocking, paginator.borrows_request()) {
        (false, false) if has_link => quote!(async move { #call }),
        (false, false) => call,
        (true, false) => quote!(#private::ready(#call)),
        (false, true) => {
            let await_call = (!has_link).then(|| quote!(.await));
            quote! {
                async move {
                    let #result = #call #await_call;
                    (#request, #result)
                }
            }
        }
        (true, true) => quote! {{
            let #result = #call;
            #private::ready((#request, #result))
        }},
    }
}

/// `Self::next_sessions(self, LinkArg::link_arg(link))`
fn call_next_method<'a>(
    paginator: &Paginator,
    method: &Path,
    others: impl Iterator<Item = &'a TokenStream>,
) -> TokenStream {
    let span = span_bounds(method).1;
    let value = closure_param("link", span);
    // An error about an argument is reported at the method that does not take it.
    let others = others.map(|argument| located_at(argument, span));
    let private = paginator.crate_path.private_at_span(span);
    let is_name = method.leading_colon.is_none() && method.segments.len() == 1;
    let path = if is_name && paginator.is_associated { quote_spanned!(span=> Self::#method) } else { quote!(#method) };
    quote_spanned!(span=> #path(#(#others,)* #private::LinkArg::link_arg(#value)))
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
