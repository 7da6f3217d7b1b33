//! Keys that contradict each other.

use std::slice;

use super::Errors;
use crate::args::Args;
use crate::key::Key;

/// Two options that cannot name the same key, and why.
const APART: [(&str, &str, &str); 7] = [
    ("limit_key", "input_token", "the page size would go where the token goes"),
    ("result_key", "output_token", "the token would be cut and joined with the items"),
    ("more_results", "output_token", "a flag is not a token"),
    ("more_results", "result_key", "a flag holds no items"),
    ("non_aggregate_keys", "result_key", "it cannot be joined over all pages and be the first page's too"),
    ("non_aggregate_keys", "output_token", "the token of the first page would take the place of the last one's"),
    ("non_aggregate_keys", "more_results", "the flag of the first page would take the place of the last one's"),
];

pub(super) fn check(args: &Args, errors: &mut Errors) {
    for word in ["input_token", "result_key", "non_aggregate_keys"] {
        check_unique(word, keys(args, word), errors);
    }
    for (one, other, why) in APART {
        check_apart((one, keys(args, one)), (other, keys(args, other)), why, errors);
    }
}

fn keys<'a>(args: &'a Args, word: &str) -> &'a [Key] {
    let output_token = if args.has("output_token") { &args.output_token } else { &args.input_token };
    let list = match word {
        "input_token" => &args.input_token,
        "output_token" => output_token,
        "result_key" => &args.result_key,
        "non_aggregate_keys" => &args.non_aggregate_keys,
        _ => &None,
    };
    let one = match word {
        "limit_key" => &args.limit_key,
        "more_results" => &args.more_results,
        _ => &None,
    };
    match (list, one) {
        (Some(list), _) => &list.keys,
        (None, Some(one)) => slice::from_ref(&one.0),
        (None, None) => &[],
    }
}

fn check_unique(word: &str, keys: &[Key], errors: &mut Errors) {
    for (index, key) in keys.iter().enumerate() {
        if keys[..index].iter().any(|before| before.wire() == key.wire()) {
            errors.push(key.error(format!("`{}` stands twice in `{word}`", key.wire()), "remove one of the two"));
        }
    }
}

/// Both ends are marked: the later rule says what is wrong, the other where it was said.
fn check_apart((one, keys): (&str, &[Key]), (other, others): (&str, &[Key]), why: &str, errors: &mut Errors) {
    for key in keys {
        let Some(same) = others.iter().find(|same| same.wire() == key.wire()) else { continue };
        let wire = key.wire();
        let what = format!("`{one}` names `{wire}`, which is the `{other}` too: {why}");
        errors.push(key.error(what, format!("name another key, or leave `{one}` out")));
        errors.push(same.note(format!("`{wire}` is the `{other}` here")));
    }
}
