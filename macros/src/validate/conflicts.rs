//! Keys that contradict each other.

use syn::Error;

use super::{has_only_carried_token, request_location, style};
use crate::attr::{AnySetting, Options, REQUEST_KEYS};
use crate::diagnostics::Errors;
use crate::input::AnalyzedSignature;
use crate::key::{Key, KeyPath};

/// The options that cannot name the same key twice.
const UNIQUE: &[&str] = &["input_token", "result_key", "non_aggregate_keys", "first_page_only"];

/// Pairs of options that cannot name the same key, and the reason.
const CONFLICTS: &[(&str, &str, &str)] = &[
    ("limit_key", "input_token", "the page size and the token would be written to the same field"),
    ("limit_key", "page_number", "the page size and the page number would be written to the same field"),
    ("limit_key", "offset", "the page size and the offset would be written to the same field"),
    ("limit_key", "next_link", "a resume token stores both under this name"),
    ("first_page_only", "input_token", "each request but the first holds a token"),
    ("first_page_only", "page_number", "each request holds a page number"),
    ("first_page_only", "offset", "each request holds an offset"),
    ("first_page_only", "limit_key", "the service would count with another page size on later pages"),
    ("result_key", "output_token", "a token is not a list of items"),
    ("more_results", "output_token", "a flag is not a token"),
    ("more_results", "result_key", "a flag is not a list of items"),
    ("non_aggregate_keys", "result_key", "it is either joined over all pages or taken from the first page"),
    ("non_aggregate_keys", "output_token", "the full result has the token of the last page, not that of the first"),
    ("non_aggregate_keys", "more_results", "the full result has the flag of the last page, not that of the first"),
];

/// Returns the keys of an option. `output_token` defaults to the keys of `input_token`.
pub(super) fn keys<'a>(options: &'a Options, option: &str) -> &'a [Key] {
    let is_default = option == "output_token" && !options.output_token.is_written();
    options.setting(if is_default { "input_token" } else { option }).keys()
}

/// Returns the parameter that contains a key in the request, and the path in it, without the name of the parameter and without the
/// `set_` of a setter. Errors are reported when the key is resolved again.
fn request_field(key: &Key, options: &Options, signature: &AnalyzedSignature) -> Option<(usize, Vec<KeyPath>)> {
    let location = request_location::resolve_field(key, options, signature, &mut Errors::new())?;
    Some((location.param, style::default_output(&location, options).paths))
}

/// Reports each conflict at both keys.
pub(super) fn check(options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) {
    let is_same = |option: &str, key: &Key, other: &Key| {
        let field = |key| request_field(key, options, signature).filter(|_| REQUEST_KEYS.contains(&option));
        key.is_same(other) || field(key).is_some_and(|found| Some(found) == field(other))
    };
    for &option in UNIQUE {
        let keys = keys(options, option);
        for (index, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_closure()) {
            if keys[..index].iter().any(|before| is_same(option, before, key)) {
                errors.push(key.error(format!("duplicate key `{}` in `{option}`", key.name()), "remove one of them"));
            }
        }
    }
    for &(option, other, reason) in CONFLICTS {
        let is_allowed = match (option, other) {
            // The field of a token that is carried can also be the flag.
            ("more_results", "output_token") => has_only_carried_token(options),
            // A token can contain the page size.
            ("first_page_only", "limit_key") => !options.page_number.is_written() && !options.offset.is_written(),
            _ => false,
        };
        if is_allowed {
            continue;
        }
        for key in keys(options, option).iter().filter(|key| !key.is_closure()) {
            let name = key.name();
            let Some(same) = keys(options, other).iter().find(|same| is_same(other, same, key)) else { continue };
            let what = format!("`{name}` cannot be both `{option}` and `{other}`: {reason}");
            errors.push(key.error(what, format!("name another key, or remove `{option}`")));
            errors.push(Error::new_spanned(same.tokens(), format!("`{}` is the `{other}` here", same.name())));
        }
    }
}
