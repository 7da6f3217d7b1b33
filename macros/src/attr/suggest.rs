//! Suggestions for unknown options.

use proc_macro2::{Ident, TokenStream};
use syn::Error;

use super::options::{OptionMacro, OptionSpec};
use crate::diagnostics::{error_with_help, join_quoted};

/// Returns the error for an unknown option of a macro, at `tokens`.
pub(super) fn unknown_option(name: &Ident, tokens: TokenStream, option_macro: &OptionMacro) -> Error {
    let name = name.to_string();
    let help = match (paginator_method_hint(&name), suggestion(&name, option_macro)) {
        (Some(hint), _) => hint,
        (None, Some(spec)) => format!("did you mean `{}`?", spec.name),
        (None, None) => {
            let names: Vec<_> = option_macro.names().collect();
            format!("the options are {}", join_quoted(&names, "and"))
        }
    };
    error_with_help(tokens, format!("unknown option `{name}`"), help)
}

/// Returns the option of a macro that the user probably meant by an unknown name, which may be in camel case.
pub(super) fn suggestion(name: &str, option_macro: &OptionMacro) -> Option<&'static OptionSpec> {
    let is_name = |wrong: &str| name.replace('_', "").eq_ignore_ascii_case(&wrong.replace('_', ""));
    if let Some(spec) = option_macro.options().find(|spec| spec.wrong_names().any(is_name)) {
        return Some(spec);
    }
    if paginator_method_hint(name).is_some() {
        return None;
    }
    let similarity = |spec: &OptionSpec| strsim::jaro_winkler(&name.to_lowercase(), spec.name);
    let closest = option_macro.options().max_by(|a, b| similarity(a).total_cmp(&similarity(b)))?;
    (similarity(closest) > 0.82).then_some(closest)
}

/// Returns a hint for settings that are methods of the paginator.
fn paginator_method_hint(name: &str) -> Option<String> {
    let hint = match name {
        "page_size" => "; `limit_key = \"…\"` names its field in the request",
        "max_items" | "max_pages" | "starting_token" | "prefetch" | "concurrency_limit" | "inspect_pages" => "",
        _ => return None,
    };
    Some(format!("call `.{name}(…)` on the paginator{hint}"))
}
