//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::attr::{Options, key_option_names};
use crate::diagnostics::type_to_string;
use crate::key::Key;
use crate::model::{Paginator, PagingKeys};

/// The URL of the attribute's documentation, which describes each option.
const ATTRIBUTE: &str = "https://docs.rs/paginated/latest/paginated/attr.paginated.html";

/// Returns the docs, with a link to the annotated function, a sentence about the items, and a link for each option that names
/// keys.
pub(super) fn docs(options: &Options, paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let lines: Vec<_> = key_option_names().filter_map(|option| line(options, option)).collect();
    let docs = format!(
        "Returns a paginator for [`{method}`]({link}).{}\n\n{}\n\nNo request is sent until the first item or page is requested.",
        items(keys),
        lines.join("\n"),
    );
    quote!(#[doc = #docs])
}

fn line(options: &Options, option: &str) -> Option<String> {
    let keys: Vec<_> = options.setting(option).keys().iter().map(key_name).collect();
    let section = section(option);
    (!keys.is_empty()).then(|| format!("- [`{option}`]({ATTRIBUTE}#{section}): {}", keys.join(", ")))
}

/// Returns the section of the attribute's documentation that describes an option whose value is a key.
pub(crate) fn section(option: &str) -> &'static str {
    match option {
        "input_token" | "output_token" | "carried_token" => "tokens",
        "page_number" | "offset" | "echo" => "page-numbers-and-offsets",
        "next_link" => "links",
        "result_key" | "non_aggregate_keys" => "results",
        "more_results" | "total_items" | "total_pages" => "the-end-of-the-list",
        _ => "other-values-in-the-request",
    }
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
