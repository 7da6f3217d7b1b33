//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::attr::Options;
use crate::diagnostics::type_to_string;
use crate::key::Key;
use crate::model::{Paginator, PagingKeys};

/// The URL of the attribute's documentation, which describes each option.
const ATTRIBUTE: &str = "https://docs.rs/paginated/latest/paginated/attr.paginated.html";

/// The options whose keys are listed, and the sections that describe them.
pub(crate) const LISTED: &[(&str, &str)] = &[
    ("input_token", "tokens"),
    ("output_token", "tokens"),
    ("page_number", "page-numbers-and-offsets"),
    ("offset", "page-numbers-and-offsets"),
    ("next_link", "links"),
    ("result_key", "results"),
    ("limit_key", "other-values-in-the-request"),
    ("carried_token", "tokens"),
    ("echo", "page-numbers-and-offsets"),
    ("more_results", "the-end-of-the-list"),
    ("total_items", "the-end-of-the-list"),
    ("total_pages", "the-end-of-the-list"),
    ("non_aggregate_keys", "results"),
    ("first_page_only", "other-values-in-the-request"),
];

/// Returns the docs, with a link to the annotated function, a sentence about the items, and a link for each option that names
/// keys.
pub(super) fn docs(options: &Options, paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let lines: Vec<_> = LISTED.iter().filter_map(|(option, section)| line(options, option, section)).collect();
    let docs = format!(
        "Returns a paginator for [`{method}`]({link}).{}\n\n{}\n\nNo request is sent until the first item or page is requested.",
        items(keys),
        lines.join("\n"),
    );
    quote!(#[doc = #docs])
}

fn line(options: &Options, option: &str, section: &str) -> Option<String> {
    let keys: Vec<_> = options.setting(option).keys().iter().map(key_name).collect();
    (!keys.is_empty()).then(|| format!("- [`{option}`]({ATTRIBUTE}#{section}): {}", keys.join(", ")))
}

/// Returns a sentence about the items.
fn items(keys: &PagingKeys) -> String {
    let Some(key) = keys.result_keys.first() else { return String::new() };
    let source = if key.name() == "@" { "the response".to_owned() } else { key_name(key) };
    match &keys.item {
        Some(item) => format!(" Its items are of the type `{}`, and come from {source}.", type_to_string(item)),
        None => format!(" Its items come from {source}."),
    }
}

/// Returns the name of a key in the docs.
fn key_name(key: &Key) -> String {
    let negation = if key.is_negated { "!" } else { "" };
    if key.is_closure() { "a closure".to_owned() } else { format!("`{negation}{}`", key.name()) }
}
