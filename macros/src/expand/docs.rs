//! The docs of the generated function.

use proc_macro2::TokenStream;
use quote::quote;

use crate::key::Key;
use crate::model::Paginator;

/// Returns the docs, with the keys and a link to the annotated function.
pub(super) fn docs(paginator: &Paginator) -> TokenStream {
    let Paginator { method, is_associated, keys, .. } = paginator;
    let link = if *is_associated { format!("Self::{method}") } else { method.to_string() };
    let mut lines =
        vec![format!(" A paginator of [`{method}`]({link}): a stream of its items or pages."), String::new()];
    let tokens: Vec<_> = keys.tokens.iter().map(|token| &token.input.key).collect();
    let outputs: Vec<_> = keys.tokens.iter().map(|token| &token.output).collect();
    lines.push(format!(" - the request's token: {}", list(&tokens)));
    lines.push(format!(" - the next page's token: {}", list(&outputs)));
    let mut line = |what: &str, keys: &[&Key]| {
        if !keys.is_empty() {
            lines.push(format!(" - {what}: {}", list(keys)));
        }
    };
    let results: Vec<_> = keys.result_keys.iter().collect();
    line("the items", results.get(..1).unwrap_or_default());
    line("what else the pages hold", results.get(1..).unwrap_or_default());
    line("the page size", &keys.limit_key.iter().map(|limit| &limit.key).collect::<Vec<_>>());
    line("whether there is more", &keys.more_results.iter().collect::<Vec<_>>());
    line("from the first page only", &keys.non_aggregate_keys.iter().collect::<Vec<_>>());
    lines.push(String::new());
    lines.push(" Nothing is sent before the stream is polled.".to_owned());
    quote!(#(#[doc = #lines])*)
}

fn list(keys: &[&Key]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| format!("`{}`", key.wire_name())).collect();
    keys.join(", ")
}
