//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::type_to_string;
use crate::key::Key;
use crate::model::{Paginator, PagingKeys, PagingStyle, PositionKey, TotalKey};

/// The page of the attribute, which describes each option.
const ATTRIBUTE: &str = "https://docs.rs/paginated/latest/paginated/attr.paginated.html";

/// Returns the docs, with a link to the annotated function, the items, and a link for each option that names keys.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let options: Vec<_> = options(keys).into_iter().flatten().collect();
    let docs = format!(
        "Returns a paginator for [`{method}`]({link}).{}\n\n{}\n\nNo request is sent until the first item or page is requested.",
        items(keys),
        options.join("\n"),
    );
    quote!(#[doc = #docs])
}

/// Returns a line for each option that may name keys, if it does.
fn options(keys: &PagingKeys) -> Vec<Option<String>> {
    let limit_key = keys.limit_key.iter().map(|limit| &limit.key);
    let first_page_only = keys.first_page_only.iter().map(|field| &field.key);
    let (total_items, total_pages) = match &keys.total {
        Some(TotalKey::Items(key)) => (Some(key), None),
        Some(TotalKey::Pages(key)) => (None, Some(key)),
        None => (None, None),
    };
    let mut options = style_options(&keys.style);
    options.extend([
        option("result_key", "results", &keys.result_keys),
        option("limit_key", "other-values-in-the-request", limit_key),
        option("more_results", "the-end-of-the-list", &keys.more_results),
        option("total_items", "the-end-of-the-list", total_items),
        option("total_pages", "the-end-of-the-list", total_pages),
        option("non_aggregate_keys", "results", &keys.non_aggregate_keys),
        option("first_page_only", "other-values-in-the-request", first_page_only),
    ]);
    options
}

/// Returns a line for each option of the paging style. A default output is not named in the attribute, and has no line.
fn style_options(style: &PagingStyle) -> Vec<Option<String>> {
    match style {
        PagingStyle::Tokens(tokens) => {
            let inputs = tokens.iter().map(|token| &token.input.key);
            let outputs = tokens.iter().filter(|token| !token.is_default_output).map(|token| &token.output);
            vec![option("input_token", "tokens", inputs), option("output_token", "tokens", outputs)]
        }
        PagingStyle::PageNumber(PositionKey { input, .. }) => {
            vec![option("page_number", "page-numbers-and-offsets", [&input.key])]
        }
        PagingStyle::Offset(PositionKey { input, .. }) => {
            vec![option("offset", "page-numbers-and-offsets", [&input.key])]
        }
        PagingStyle::NextLink(link) => vec![option("next_link", "links", [&link.output])],
    }
}

/// Returns a line about an option, unless it names no key. `section` is the section of the page of the attribute that describes it.
fn option<'a>(name: &str, section: &str, keys: impl IntoIterator<Item = &'a Key>) -> Option<String> {
    let keys: Vec<_> = keys.into_iter().map(key_name).collect();
    (!keys.is_empty()).then(|| format!("- [`{name}`]({ATTRIBUTE}#{section}): {}", keys.join(", ")))
}

/// Returns a sentence about the items.
fn items(keys: &PagingKeys) -> String {
    let Some(key) = keys.result_keys.first() else { return String::new() };
    let elements = match key.wire_name() {
        _ if key.is_closure() => "the elements of the list that a closure returns".to_owned(),
        "@" => "the elements of the response".to_owned(),
        name => format!("the elements of `{name}`"),
    };
    match &keys.item {
        Some(item) => format!(" Its items are of the type `{}`: {elements}.", type_to_string(item)),
        None => format!(" Its items are {elements}."),
    }
}

/// Returns the name of a key in the docs.
fn key_name(key: &Key) -> String {
    if key.is_closure() { "a closure".to_owned() } else { format!("`{}`", key.wire_name()) }
}
