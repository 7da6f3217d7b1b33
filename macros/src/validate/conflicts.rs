//! Keys that contradict each other.

use std::slice;

use crate::attr::Options;
use crate::diagnostics::Errors;
use crate::key::Key;

/// An option with keys.
struct KeyOption {
    name: &'static str,
    keys: fn(&Options) -> &[Key],
}

const INPUT_TOKEN: KeyOption = KeyOption { name: "input_token", keys: |options| options.input_token.keys() };
/// `output_token`, which defaults to the keys of `input_token`.
const OUTPUT_TOKEN: KeyOption = KeyOption {
    name: "output_token",
    keys: |options| {
        let is_written = options.output_token.is_written();
        if is_written { options.output_token.keys() } else { options.input_token.keys() }
    },
};
/// `output_token`, unless there is a single token and it is carried. Such a token does not mean that there are more pages, so its
/// field can also be the flag.
const DECIDING_TOKEN: KeyOption = KeyOption {
    name: OUTPUT_TOKEN.name,
    keys: |options| {
        let is_handle = options.carried_token.key().is_some() && options.input_token.keys().len() == 1;
        if is_handle { &[] } else { (OUTPUT_TOKEN.keys)(options) }
    },
};
const RESULT_KEY: KeyOption = KeyOption { name: "result_key", keys: |options| options.result_key.keys() };
const LIMIT_KEY: KeyOption =
    KeyOption { name: "limit_key", keys: |options| options.limit_key.key().map_or(&[], slice::from_ref) };
const PAGE_NUMBER: KeyOption =
    KeyOption { name: "page_number", keys: |options| options.page_number.key().map_or(&[], slice::from_ref) };
const OFFSET: KeyOption =
    KeyOption { name: "offset", keys: |options| options.offset.key().map_or(&[], slice::from_ref) };
const MORE_RESULTS: KeyOption =
    KeyOption { name: "more_results", keys: |options| options.more_results.key().map_or(&[], slice::from_ref) };
const NON_AGGREGATE_KEYS: KeyOption =
    KeyOption { name: "non_aggregate_keys", keys: |options| options.non_aggregate_keys.keys() };
const FIRST_PAGE_ONLY: KeyOption =
    KeyOption { name: "first_page_only", keys: |options| options.first_page_only.keys() };

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

pub(super) fn check(options: &Options, errors: &mut Errors) {
    for option in &UNIQUE {
        check_unique(option.name, (option.keys)(options), errors);
    }
    for conflict in &CONFLICTS {
        check_conflict(conflict, options, errors);
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

/// Reports a conflict at both keys.
fn check_conflict((option, other, reason): &(KeyOption, KeyOption, &str), options: &Options, errors: &mut Errors) {
    for key in (option.keys)(options).iter().filter(|key| !key.is_closure()) {
        let name = key.wire_name();
        let Some(same) = (other.keys)(options).iter().find(|same| same.wire_name() == name) else { continue };
        let (option, other) = (option.name, other.name);
        let what = format!("`{name}` cannot be both `{option}` and `{other}`: {reason}");
        errors.push(key.error(what, format!("name another key, or remove `{option}`")));
        errors.push(same.note(format!("`{name}` is the `{other}` here")));
    }
}
