//! The keys: each is given its place, and no two may contradict each other.

use quote::ToTokens;
use syn::{Member, Type, TypeReference};

use super::Errors;
use super::signature::{Checked, is_type_param};
use crate::args::{self, Args, RepeatedToken};
use crate::key::{Key, Path};
use crate::model::{Keys, Passed, Place, Token};

/// The names by which a request is known among several parameters.
const INPUT_NAMES: [&str; 9] = ["input", "request", "req", "params", "query", "args", "options", "builder", "body"];

pub(crate) fn check(args: &Args, signature: &mut Checked, errors: &mut Errors) -> Keys {
    check_item(args, errors);
    check_result_keys(args, errors);
    let outputs = check_outputs(args, errors);
    let inputs = args.input_token.keys.iter().chain(args.limit_key.as_ref().map(|key| &key.0));
    let places: Vec<_> = inputs.filter_map(|key| place(key, signature, errors)).collect();
    pass_inputs(args, &places, signature, errors);
    let mut places = places.into_iter();
    let limit = args.limit_key.is_some().then(|| places.next_back()).flatten();
    let tokens = places.zip(outputs).map(|(place, output)| Token { place, output }).collect();
    let keys = |keys: &Option<args::Keys>| keys.as_ref().map_or_else(Vec::new, |keys| keys.keys.clone());
    Keys {
        tokens,
        results: keys(&args.result_key),
        kept: keys(&args.non_aggregate_keys),
        more: args.more_results.as_ref().map(|key| key.0.clone()),
        limit,
        item: args.item.as_ref().map(|item| item.0.clone()),
        token_with: args.token_with.as_ref().map(|path| path.0.clone()),
        stop_on_repeated: matches!(args.repeated_token.as_deref(), Some(RepeatedToken::Stop)),
    }
}

/// `item` is the type of what `result_key` holds.
fn check_item(args: &Args, errors: &mut Errors) {
    if let (Some(item), None) = (&args.item, &args.result_key) {
        let message = "`item` is the type of what `result_key` holds: add `result_key = \"…\"`, or remove `item`";
        errors.push(syn::Error::new_spanned(item.0.to_token_stream(), message));
    }
}

/// A page can be cut only where there is one place to cut.
fn check_result_keys(args: &Args, errors: &mut Errors) {
    let results = args.result_key.iter().map(|keys| ("result_key", keys));
    let kept = args.non_aggregate_keys.iter().map(|keys| ("non_aggregate_keys", keys));
    for (word, keys) in results.chain(kept) {
        for key in &keys.keys {
            if !key.is_plain() {
                errors.push(key.error(format!("`{word}` names a field: it takes neither an index nor `||`")));
            }
        }
        check_unique(word, &keys.keys, errors);
    }
    if let Some(args::OneKey(key)) = &args.more_results
        && key.paths.len() > 1
    {
        errors.push(key.error("`more_results` names one flag: it takes no `||`"));
    }
}

fn check_unique(word: &str, keys: &[Key], errors: &mut Errors) {
    for (index, key) in keys.iter().enumerate() {
        if keys[..index].iter().any(|before| before.wire() == key.wire()) {
            errors.push(key.error(format!("`{}` stands twice in `{word}`: remove one", key.wire())));
        }
    }
}

/// The output tokens: one for each input token.
fn check_outputs(args: &Args, errors: &mut Errors) -> Vec<Key> {
    let inputs = &args.input_token.keys;
    check_unique("input_token", inputs, errors);
    let Some(outputs) = &args.output_token else { return inputs.clone() };
    let (ins, outs) = (inputs.len(), outputs.keys.len());
    if ins != outs {
        let plural = |n: usize| if n == 1 { "token" } else { "tokens" };
        let message = format!(
            "{outs} output {} for {ins} input {}: name one for each, in the same order",
            plural(outs),
            plural(ins)
        );
        errors.push(outputs.error(message));
    }
    outputs.keys.clone()
}

/// Where a key lies in the request: in a parameter of its name, or in the input.
fn place(key: &Key, signature: &Checked, errors: &mut Errors) -> Option<Place> {
    if !key.is_plain() {
        errors.push(key.error("a place in the request is one field: it takes neither an index nor `||`"));
        return None;
    }
    let path = key.paths.first()?;
    let first = path.steps.first()?;
    let named = match &first.field {
        Member::Named(ident) => signature.param_named(ident),
        Member::Unnamed(_) => None,
    };
    if let Some(param) = named {
        let path = Path { steps: path.steps[1..].to_vec() };
        return Some(Place { key: key.clone(), param, path });
    }
    let param = input_param(key, signature, errors)?;
    Some(Place { key: key.clone(), param, path: path.clone() })
}

/// The parameter that is the request.
fn input_param(key: &Key, signature: &Checked, errors: &mut Errors) -> Option<usize> {
    let params = &signature.params;
    if params.len() == 1 {
        return Some(0);
    }
    let candidates: Vec<_> = (0..params.len()).filter(|&index| can_hold_fields(&params[index].ty, signature)).collect();
    let named = || candidates.iter().filter(|&&index| INPUT_NAMES.iter().any(|name| params[index].name == name));
    if let [param] = candidates[..] {
        return Some(param);
    }
    if let (Some(param), 1) = (named().next(), named().count()) {
        return Some(*param);
    }
    let field = key.paths[0].steps[0].field.to_token_stream();
    if candidates.is_empty() {
        let message = format!(
            "no parameter of `{}` can hold this: take the input as a parameter, or name a parameter `{field}`",
            signature.name
        );
        push_once(errors, key.error(message));
        return None;
    }
    let names: Vec<_> = candidates.iter().map(|&index| format!("`{}`", params[index].name)).collect();
    let message = format!(
        "{} could each hold `{}`: call the one that does `input` or `request`",
        names.join(" and "),
        key.wire()
    );
    push_once(errors, syn::Error::new_spanned(&params[candidates[0]].name, message));
    None
}

fn push_once(errors: &mut Errors, error: syn::Error) {
    if !errors.iter().any(|before| before.to_string() == error.to_string()) {
        errors.push(error);
    }
}

/// Whether a type may be a struct of the user's.
fn can_hold_fields(ty: &Type, signature: &Checked) -> bool {
    match ty {
        Type::Reference(TypeReference { elem, .. }) => can_hold_fields(elem, signature),
        Type::Path(path) => {
            const PLAIN: [&str; 20] = [
                "str", "String", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
                "i128", "isize", "f32", "f64", "Option", "Vec",
            ];
            let name = path.path.segments.last().map(|segment| segment.ident.to_string());
            !is_type_param(&signature.generics, ty) && !name.is_some_and(|name| PLAIN.contains(&name.as_str()))
        }
        _ => false,
    }
}

/// How the parameters that hold keys are passed.
fn pass_inputs(args: &Args, places: &[Place], signature: &mut Checked, errors: &mut Errors) {
    for place in places {
        let param = &mut signature.params[place.param];
        if place.path.steps.is_empty() {
            continue;
        }
        match &param.ty {
            Type::Reference(TypeReference { mutability: Some(_), .. }) => {
                let message = "the input is set anew for each page: take it by value or by `&`, not by `&mut`";
                push_once(errors, syn::Error::new_spanned(&param.ty, message));
            }
            Type::Reference(reference) => {
                param.ty = (*reference.elem).clone();
                param.passed = Passed::Borrowed;
            }
            _ => {}
        }
        if args.builder.is_present() {
            check_builder(place, errors);
            param.passed = Passed::Builder;
        }
    }
}

/// A setter sets what is at the top of the request.
fn check_builder(place: &Place, errors: &mut Errors) {
    if place.path.steps.len() > 1 {
        let message =
            "a builder's keys are its own setters: this names a field inside a field, which no setter reaches";
        errors.push(place.key.error(message));
    }
}
