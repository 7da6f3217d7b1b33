//! The calls that describe how the next page is requested: one function for each paging style.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use super::request::{RequestParts, is_readable, part_place, read_caller_number, replace_token, write_number};
use super::response::read_value;
use crate::attr::TokenStorage;
use crate::key::{Key, KeyPath};
use crate::model::{CountedKey, LinkKey, Paginator, PagingStyle, TokenKeys};
use crate::util::span::{closure_param, span_bounds};

pub(super) fn style(paginator: &Paginator) -> TokenStream {
    match &paginator.keys.style {
        PagingStyle::Tokens(tokens) => {
            let is_only = tokens.len() == 1;
            tokens.iter().enumerate().map(|(index, keys)| token(paginator, keys, index == 0, is_only)).collect()
        }
        PagingStyle::PageNumber(key) => counted(paginator, key, "page_number"),
        PagingStyle::Offset(key) => counted(paginator, key, "offset"),
        PagingStyle::NextLink(link) => next_link(paginator, link),
    }
}

/// `.token("NextToken", TokenReader::Field(|page| …), |request, token| …, |token_type| …)`
fn token(paginator: &Paginator, keys: &TokenKeys, is_first: bool, is_only: bool) -> TokenStream {
    let TokenKeys { input, output, .. } = keys;
    let span = input.key.span();
    let name = input.key.name();
    let (method, output_span) = (Ident::new(if is_first { "token" } else { "and_token" }, span), output.span());
    // A field that is `0`, or empty in another way, has no token. A field of an item (`Items[-1].Id`) identifies the item, whose id
    // may be `0`.
    let any_value = |path: Option<&KeyPath>| {
        let any_value_is_token = paginator.keys.follows_empty || path.is_some_and(KeyPath::has_index);
        any_value_is_token.then(|| quote_spanned!(output_span=> .any_value_is_token()))
    };
    let (read, alternatives) = reads(paginator, output);
    let first_any_value = any_value(output.paths.first());
    let alternatives = alternatives.into_iter().zip(output.paths.iter().skip(1)).map(|(read, path)| {
        let any_value = any_value(Some(path));
        quote_spanned!(output_span=> .or_token(#read) #any_value)
    });
    let replace = replace_token(paginator, input, is_only, output_span);
    let functions = if paginator.keys.has_only_carried_token {
        let token_type = closure_param("token_type", span);
        quote_spanned!(span=> |#token_type| #token_type.unstored())
    } else {
        token_functions(paginator, output_span, keys.is_default_output)
    };
    let write_only = (!is_readable(paginator, input)).then(|| quote_spanned!(span=> .write_only()));
    let carried = keys.is_carried.then(|| quote_spanned!(span=> .carried()));
    quote_spanned! {span=>
        .#method(#name, #read, #replace, #functions) #first_any_value #(#alternatives)* #write_only #carried
    }
}

/// `.page_number("page", 1, |request, number| …, |request| …)`
fn counted(paginator: &Paginator, key: &CountedKey, method: &str) -> TokenStream {
    let CountedKey { input, start } = key;
    let span = input.key.span();
    let (method, name) = (Ident::new(method, span), input.key.name());
    let (write, read) = (write_number(paginator, input, "u64"), read_caller_number(paginator, input));
    quote_spanned!(span=> .#method(#name, #start, #write, #read))
}

/// `.next_link("next", TokenReader::Field(|page| …), |request, link| …, |token_type| …)`
fn next_link(paginator: &Paginator, link: &LinkKey) -> TokenStream {
    let output = &link.output;
    let span = output.span();
    let name = output.name();
    let (read, alternatives) = reads(paginator, output);
    let (request, value) = (closure_param("request", span), closure_param("link", span));
    let core = paginator.crate_path.core();
    let parts = RequestParts { paginator, request: request.to_token_stream() };
    let place = part_place(&parts, &parts.link(), span);
    let functions = token_functions(paginator, span, false);
    quote_spanned! {span=>
        .next_link(#name, #read, |#request, #value| #core::mem::replace(#place, #value), #functions) #(.or_link(#alternatives))*
    }
}

/// Returns the `TokenReader` of a token or a link in the page, and the closures that read its alternatives.
fn reads(paginator: &Paginator, output: &Key) -> (TokenStream, Vec<TokenStream>) {
    let span = output.span();
    let private = paginator.crate_path.private_at_span(span);
    if let Some(closure) = &output.closure {
        return (quote_spanned!(span=> #private::TokenReader::Closure(#closure)), Vec::new());
    }
    let value = quote_spanned!(span=> field_value());
    let mut reads = output.paths.iter().map(|path| read_value(paginator, path, span, &value));
    let first = reads.next().expect("a key has a path");
    (quote_spanned!(span=> #private::TokenReader::Field(#first)), reads.collect())
}

/// Returns the closure that chooses the functions of a token by its type: `|token_type| token_type.token_functions()`. Its
/// parameter is a `TokenType`.
fn token_functions(paginator: &Paginator, span: Span, is_default_output: bool) -> TokenStream {
    let param = closure_param("token_type", span);
    let token_type =
        if is_default_output { quote_spanned!(span=> #param.reject_integer()) } else { quote_spanned!(span=> #param) };
    let module = match &paginator.keys.token_with {
        None => return quote_spanned!(span=> |#param| #token_type.token_functions()),
        Some(TokenStorage::Unstored) => return quote_spanned!(span=> |#param| #token_type.unstored()),
        Some(TokenStorage::Module(module)) => module,
    };
    let private = paginator.crate_path.private_at_span(span);
    let module_span = span_bounds(module).1;
    let (value, serializer) = (closure_param("value", module_span), closure_param("serializer", module_span));
    let serialize = quote_spanned!(module_span=> |#value, #serializer| #module::serialize(#value, #serializer));
    let deserialize = quote_spanned!(module_span=> |#serializer| #module::deserialize(#serializer));
    quote_spanned!(span=> |#param| #private::token_with!(#token_type, #serialize, #deserialize))
}
