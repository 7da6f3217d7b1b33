//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::key::Key;
use crate::model::{Paginator, PagingStyle, TotalKey};

/// Returns the docs, with a link to the annotated function, and the keys.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let (items, others) = keys.result_keys.split_at(keys.result_keys.len().min(1));
    let (request, response) = match &keys.style {
        PagingStyle::Tokens(_) => ("request token", "next token"),
        PagingStyle::PageNumber(_) => ("page number", ""),
        PagingStyle::Offset(_) => ("offset", ""),
        PagingStyle::NextLink(_) => ("", "next link"),
    };
    let sections = [
        (request, join(keys.style.inputs().into_iter().map(|input| &input.key))),
        (response, join(keys.style.outputs())),
        ("items", join(items)),
        ("other results", join(others)),
        ("page size", join(keys.limit_key.iter().map(|limit| &limit.key))),
        ("more results", join(&keys.more_results)),
        ("total", join(keys.total.as_ref().map(TotalKey::key))),
        ("results of the first page", join(&keys.non_aggregate_keys)),
        ("sent with the first request", join(keys.first_page_only.iter().map(|field| &field.key))),
    ];
    let sections = sections.iter().filter(|(_, keys)| !keys.is_empty());
    let sections = sections.map(|(title, keys)| format!(" - {title}: {keys}"));
    let first = format!(" Returns a paginator for [`{method}`]({link}).");
    let last = " No request is sent until the first item or page is requested.";
    quote!(#[doc = #first] #[doc = ""] #(#[doc = #sections])* #[doc = ""] #[doc = #last])
}

fn join<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    let name = |key: &Key| if key.is_closure() { "a closure".to_owned() } else { format!("`{}`", key.wire_name()) };
    let keys: Vec<_> = keys.into_iter().map(name).collect();
    keys.join(", ")
}
