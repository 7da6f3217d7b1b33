//! The keys: each is given its place, and no two may contradict each other.

mod conflicts;
mod place;

use proc_macro2::Span;
use syn::LitStr;

use super::Errors;
use super::signature::{Checked, is_type_param, only_type};
use crate::args::{self, Args, RepeatedToken};
use crate::key::{Key, Path};
use crate::mistake::{mistake, shown};
use crate::model::{Keys, Place, Token, result_types};

pub(crate) fn check(args: &Args, signature: &mut Checked, errors: &mut Errors) -> Keys {
    check_input_token(args, signature, errors);
    check_item(args, errors);
    check_result_keys(args, errors);
    conflicts::check(args, errors);
    check_outputs(args, errors);
    check_page(args, signature, errors);
    let inputs = args.input_token.iter().flat_map(|keys| &keys.keys);
    let tokens: Vec<_> = inputs.filter_map(|key| place::find(key, args, signature, errors)).collect();
    let outputs = match &args.output_token {
        Some(outputs) => outputs.keys.clone(),
        None => tokens.iter().map(|place| default_output(place, args)).collect(),
    };
    let limit = args.limit_key.as_ref().and_then(|key| place::find(&key.0, args, signature, errors));
    place::pass_inputs(args, tokens.iter().chain(&limit), signature, errors);
    let tokens = tokens.into_iter().zip(outputs).map(|(place, output)| Token { place, output }).collect();
    let keys = |keys: &Option<args::Keys>| keys.as_ref().map_or_else(Vec::new, |keys| keys.keys.clone());
    let mut keys = Keys {
        tokens,
        results: keys(&args.result_key),
        kept: keys(&args.non_aggregate_keys),
        more: args.more_results.as_ref().map(|key| key.0.clone()),
        limit,
        item: args.item.as_ref().map(|item| item.0.clone()),
        token_with: args.token_with.as_ref().map(|path| path.0.clone()),
        stop_on_repeated: args.repeated_token == Some(RepeatedToken::Stop),
    };
    if keys.limit.is_none() && args.has("limit_key") {
        keys.limit = made_up();
    }
    keys
}

/// Beside an error, a page size goes nowhere: but callers may set it.
fn made_up() -> Option<Place> {
    let key = Key::parse_str(&LitStr::new("Limit", Span::call_site())).ok()?;
    Some(Place { key, param: 0, path: Path { steps: Vec::new() } })
}

/// Without a token there is nothing to go on with.
fn check_input_token(args: &Args, signature: &Checked, errors: &mut Errors) {
    if !args.has("input_token") {
        let name = &signature.name;
        let what = format!("`{name}` is paginated without an `input_token`");
        let help = "name the request's field that takes the token: `#[paginated(input_token = \"NextToken\", …)]`";
        errors.push(mistake(name, what, help));
    }
}

/// `item` is the type of what `result_key` holds.
fn check_item(args: &Args, errors: &mut Errors) {
    if let Some(item) = &args.item
        && !args.has("result_key")
    {
        let help = "add `result_key = \"…\"`, or remove `item`";
        errors.push(mistake(&item.0, "`item` is the type of what `result_key` holds, and there is none", help));
    }
}

/// A page can be cut only where there is one place to cut.
fn check_result_keys(args: &Args, errors: &mut Errors) {
    let results = args.result_key.iter().map(|keys| ("result_key", keys));
    let kept = args.non_aggregate_keys.iter().map(|keys| ("non_aggregate_keys", keys));
    for (word, keys) in results.chain(kept) {
        for key in keys.keys.iter().filter(|key| !key.is_plain()) {
            let help = format!("write the field's own name, without an index or `||`: `{}`", key.plain());
            errors.push(key.error(format!("`{word}` names a field, which `{}` is not", key.wire()), help));
        }
    }
    if let Some(args::OneKey(key)) = &args.more_results
        && key.paths.len() > 1
    {
        let help = format!("write the one that is always there: `{}`", key.plain());
        errors.push(key.error("`more_results` names one flag, and takes no `||`", help));
    }
}

/// The page calls its token as the request does, in which the name of a parameter may stand before that, and `set_` before the
/// name of a setter.
fn default_output(place: &Place, args: &Args) -> Key {
    match &place.path.steps[..] {
        [] => place.key.clone(),
        [setter] if args.builder.is_present() && !place.key.is_quoted() => {
            place.key.at(&Path { steps: vec![setter.without_set()] })
        }
        _ => place.key.at(&place.path),
    }
}

/// What the items are is told by the page, which has a type of its own, and stands in the `Result` itself. Otherwise nothing
/// can be told of what the method gives.
fn check_page(args: &Args, signature: &mut Checked, errors: &mut Errors) {
    let Some((page, _)) = signature.answer.as_ref().and_then(|(outcome, _)| result_types(outcome)) else { return };
    if !args.has("result_key") || args.has("item") {
        return;
    }
    let (why, result) = if is_type_param(&signature.generics, page) {
        ("may be any type", "ListOutput".to_owned())
    } else if let Some(held) = ["Vec", "Result"].iter().find_map(|name| only_type(page, name)) {
        ("is no page", shown(held))
    } else {
        return;
    };
    let what = format!("`{}` {why}, and so its items are not known", shown(page));
    errors.push(mistake(page, what, format!("write the type of the page, as in `Result<{result}, Error>`")));
    signature.answer = None;
}

/// The output tokens: one for each input token.
fn check_outputs(args: &Args, errors: &mut Errors) {
    let inputs = args.input_token.as_ref().map_or(&[][..], |keys| &keys.keys);
    let Some(outputs) = &args.output_token else { return };
    let (ins, outs) = (inputs.len(), outputs.keys.len());
    if ins != outs && ins > 0 {
        let count = |n: usize, what| format!("{n} {what} token{}", if n == 1 { "" } else { "s" });
        let what = format!("{} for {}", count(outs, "output"), count(ins, "input"));
        let help = if ins == 1 {
            format!(
                "name one; alternatives go into one key: `\"{}\"`",
                outputs.keys.iter().map(Key::wire).collect::<Vec<_>>().join(" || ")
            )
        } else {
            "name one for each input token, in the same order".to_owned()
        };
        errors.push(outputs.error(what, help));
    }
}
