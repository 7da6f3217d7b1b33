//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::key::Key;
use crate::model::Paginator;

/// Returns the docs, with a link to the annotated function, and the keys.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let (items, others) = keys.result_keys.split_at(keys.result_keys.len().min(1));
    let sections = [
        ("request token", join(keys.tokens.iter().map(|token| &token.input.key))),
        ("next token", join(keys.tokens.iter().map(|token| &token.output))),
        ("items", join(items)),
        ("other results", join(others)),
        ("page size", join(keys.limit_key.iter().map(|limit| &limit.key))),
        ("more results", join(&keys.more_results)),
        ("first page only", join(&keys.non_aggregate_keys)),
    ];
    let sections = sections.iter().filter(|(_, keys)| !keys.is_empty());
    let sections = sections.map(|(title, keys)| format!(" - {title}: {keys}"));
    let first = format!(" Returns a paginator for [`{method}`]({link}).");
    let last = " No request is sent until the first item or page is requested.";
    quote!(#[doc = #first] #[doc = ""] #(#[doc = #sections])* #[doc = ""] #[doc = #last])
}

fn join<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    let keys: Vec<_> = keys.into_iter().map(|key| format!("`{}`", key.wire_name())).collect();
    keys.join(", ")
}
