//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::type_to_string;
use crate::key::Key;
use crate::model::{Paginator, PagingKeys, PagingStyle, PositionKey, TotalKey};

/// The page of the attribute, which describes each option.
const ATTRIBUTE: &str = "https://docs.rs/paginated/latest/paginated/attr.paginated.html";

/// A line of the docs: an option of the attribute that names keys.
struct OptionDocs<'a> {
    name: &'static str,
    /// The section of the page of the attribute that describes the option.
    section: &'static str,
    keys: Vec<&'a Key>,
}

impl<'a> OptionDocs<'a> {
    fn new(name: &'static str, section: &'static str, keys: impl IntoIterator<Item = &'a Key>) -> Self {
        Self { name, section, keys: keys.into_iter().collect() }
    }

    fn line(&self) -> String {
        let Self { name, section, keys } = self;
        let keys: Vec<_> = keys.iter().map(|key| key_name(key)).collect();
        format!(" - [`{name}`]({ATTRIBUTE}#{section}): {}", keys.join(", "))
    }
}

/// Returns the docs, with a link to the annotated function, the items, and a link for each option that names keys.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let options = options(keys).into_iter().filter(|option| !option.keys.is_empty());
    let options = options.map(|option| option.line());
    let first = format!(" Returns a paginator for [`{method}`]({link}).{}", items(keys));
    let last = " No request is sent until the first item or page is requested.";
    quote!(#[doc = #first] #[doc = ""] #(#[doc = #options])* #[doc = ""] #[doc = #last])
}

/// Returns the options that may name keys.
fn options(keys: &PagingKeys) -> Vec<OptionDocs<'_>> {
    let limit_key = keys.limit_key.iter().map(|limit| &limit.key);
    let first_page_only = keys.first_page_only.iter().map(|field| &field.key);
    let (total_items, total_pages) = match &keys.total {
        Some(TotalKey::Items(key)) => (Some(key), None),
        Some(TotalKey::Pages(key)) => (None, Some(key)),
        None => (None, None),
    };
    let mut options = style_options(&keys.style);
    options.extend([
        OptionDocs::new("result_key", "results", &keys.result_keys),
        OptionDocs::new("limit_key", "other-values-in-the-request", limit_key),
        OptionDocs::new("more_results", "the-end-of-the-list", &keys.more_results),
        OptionDocs::new("total_items", "the-end-of-the-list", total_items),
        OptionDocs::new("total_pages", "the-end-of-the-list", total_pages),
        OptionDocs::new("non_aggregate_keys", "results", &keys.non_aggregate_keys),
        OptionDocs::new("first_page_only", "other-values-in-the-request", first_page_only),
    ]);
    options
}

/// Returns the options of the paging style. They do not include a default output, which the attribute does not name.
fn style_options(style: &PagingStyle) -> Vec<OptionDocs<'_>> {
    match style {
        PagingStyle::Tokens(tokens) => {
            let inputs = tokens.iter().map(|token| &token.input.key);
            let outputs = tokens.iter().filter(|token| !token.is_default_output).map(|token| &token.output);
            vec![OptionDocs::new("input_token", "tokens", inputs), OptionDocs::new("output_token", "tokens", outputs)]
        }
        PagingStyle::PageNumber(PositionKey { input, .. }) => {
            vec![OptionDocs::new("page_number", "page-numbers-and-offsets", [&input.key])]
        }
        PagingStyle::Offset(PositionKey { input, .. }) => {
            vec![OptionDocs::new("offset", "page-numbers-and-offsets", [&input.key])]
        }
        PagingStyle::NextLink(link) => vec![OptionDocs::new("next_link", "links", [&link.output])],
    }
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
