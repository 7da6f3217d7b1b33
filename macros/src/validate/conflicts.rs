//! Keys that contradict each other.

use std::slice;

use super::has_only_carried_token;
use crate::attr::Options;
use crate::diagnostics::Errors;
use crate::key::Key;

/// The name of an option, and its keys.
type KeyOption = (&'static str, fn(&Options) -> &[Key]);

const INPUT_TOKEN: KeyOption = ("input_token", |options| options.input_token.keys());
/// `output_token`, which defaults to the keys of `input_token`.
const OUTPUT_TOKEN: KeyOption = ("output_token", |options| {
    let is_written = options.output_token.is_written();
    if is_written { options.output_token.keys() } else { options.input_token.keys() }
});
/// `output_token`, unless the only token is carried. The field of such a token can also be the flag.
const DECIDING_TOKEN: KeyOption =
    ("output_token", |options| if has_only_carried_token(options) { &[] } else { (OUTPUT_TOKEN.1)(options) });
const RESULT_KEY: KeyOption = ("result_key", |options| options.result_key.keys());
const LIMIT_KEY: KeyOption = ("limit_key", |options| as_slice(options.limit_key.key()));
const PAGE_NUMBER: KeyOption = ("page_number", |options| as_slice(options.page_number.key()));
const OFFSET: KeyOption = ("offset", |options| as_slice(options.offset.key()));
const MORE_RESULTS: KeyOption = ("more_results", |options| as_slice(options.more_results.key()));
const NON_AGGREGATE_KEYS: KeyOption = ("non_aggregate_keys", |options| options.non_aggregate_keys.keys());
const FIRST_PAGE_ONLY: KeyOption = ("first_page_only", |options| options.first_page_only.keys());

fn as_slice(key: Option<&Key>) -> &[Key] {
    key.map_or(&[], slice::from_ref)
}

/// The options that cannot name the same key twice.
const UNIQUE: [KeyOption; 4] = [INPUT_TOKEN, RESULT_KEY, NON_AGGREGATE_KEYS, FIRST_PAGE_ONLY];

/// Pairs of options that cannot name the same key, and the reason.
const CONFLICTS: [(KeyOption, KeyOption, &str); 12] = [
    (LIMIT_KEY, INPUT_TOKEN, "the page size and the token would be written to the same field"),
    (LIMIT_KEY, PAGE_NUMBER, "the page size and the page number would be written to the same field"),
    (LIMIT_KEY, OFFSET, "the page size and the offset would be written to the same field"),
    (FIRST_PAGE_ONLY, INPUT_TOKEN, "each request but the first holds a token"),
    (FIRST_PAGE_ONLY, PAGE_NUMBER, "each request holds a page number"),
    (FIRST_PAGE_ONLY, OFFSET, "each request holds an offset"),
    (RESULT_KEY, OUTPUT_TOKEN, "a token is not a list of items"),
    (MORE_RESULTS, DECIDING_TOKEN, "a flag is not a token"),
    (MORE_RESULTS, RESULT_KEY, "a flag is not a list of items"),
    (NON_AGGREGATE_KEYS, RESULT_KEY, "it is either joined over all pages or taken from the first page"),
    (NON_AGGREGATE_KEYS, OUTPUT_TOKEN, "the full result has the token of the last page, not that of the first"),
    (NON_AGGREGATE_KEYS, MORE_RESULTS, "the full result has the flag of the last page, not that of the first"),
];

/// Reports each conflict at both keys.
pub(super) fn check(options: &Options, errors: &mut Errors) {
    for (option, keys) in UNIQUE {
        check_unique(option, keys(options), errors);
    }
    for ((option, keys), (other, other_keys), reason) in CONFLICTS {
        for key in keys(options).iter().filter(|key| !key.is_closure()) {
            let name = key.wire_name();
            let Some(same) = other_keys(options).iter().find(|same| same.wire_name() == name) else { continue };
            let what = format!("`{name}` cannot be both `{option}` and `{other}`: {reason}");
            errors.push(key.error(what, format!("name another key, or remove `{option}`")));
            errors.push(same.note(format!("`{name}` is the `{other}` here")));
        }
    }
}

fn check_unique(option: &str, keys: &[Key], errors: &mut Errors) {
    for (index, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_closure()) {
        let name = key.wire_name();
        if keys[..index].iter().any(|before| before.wire_name() == name) {
            errors.push(key.error(format!("duplicate key `{name}` in `{option}`"), "remove one of them"));
        }
    }
}
