//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::type_to_string;
use crate::key::Key;
use crate::model::{Paginator, PagingKeys, PagingStyle, TotalKey};

/// The page of the attribute, which describes each option.
const ATTRIBUTE: &str = "https://docs.rs/paginated/latest/paginated/attr.paginated.html";

/// Returns the docs, with a link to the annotated function, the items, and a link for each option that names keys.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let options = options(keys);
    let options = options.iter().filter(|(_, _, keys)| !keys.is_empty());
    let options = options.map(|(option, section, keys)| format!(" - [`{option}`]({ATTRIBUTE}#{section}): {keys}"));
    let first = format!(" Returns a paginator for [`{method}`]({link}).{}", items(keys));
    let last = " No request is sent until the first item or page is requested.";
    quote!(#[doc = #first] #[doc = ""] #(#[doc = #options])* #[doc = ""] #[doc = #last])
}

/// Returns the options that name keys, the section that describes each of them, and the keys.
fn options(keys: &PagingKeys) -> Vec<(&'static str, &'static str, String)> {
    let (input, output, section) = match &keys.style {
        PagingStyle::Tokens(_) => ("input_token", "output_token", "tokens"),
        PagingStyle::PageNumber(_) => ("page_number", "", "page-numbers-and-offsets"),
        PagingStyle::Offset(_) => ("offset", "", "page-numbers-and-offsets"),
        PagingStyle::NextLink(_) => ("", "next_link", "links"),
    };
    let (total, total_key) = match &keys.total {
        Some(TotalKey::Items(key)) => ("total_items", Some(key)),
        Some(TotalKey::Pages(key)) => ("total_pages", Some(key)),
        None => ("", None),
    };
    let is_default =
        |index: usize| matches!(&keys.style, PagingStyle::Tokens(tokens) if tokens[index].is_default_output);
    let outputs = keys.style.outputs().into_iter().enumerate().filter(|(index, _)| !is_default(*index));
    let outputs = outputs.map(|(_, key)| key);
    vec![
        (input, section, join(keys.style.inputs().into_iter().map(|input| &input.key))),
        (output, section, join(outputs)),
        ("result_key", "results", join(&keys.result_keys)),
        ("limit_key", "other-values-in-the-request", join(keys.limit_key.iter().map(|limit| &limit.key))),
        ("more_results", "the-end-of-the-list", join(&keys.more_results)),
        (total, "the-end-of-the-list", join(total_key)),
        ("non_aggregate_keys", "results", join(&keys.non_aggregate_keys)),
        ("first_page_only", "other-values-in-the-request", join(keys.first_page_only.iter().map(|field| &field.key))),
    ]
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

fn join<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    let name = |key: &Key| if key.is_closure() { "a closure".to_owned() } else { format!("`{}`", key.wire_name()) };
    let keys: Vec<_> = keys.into_iter().map(name).collect();
    keys.join(", ")
}
