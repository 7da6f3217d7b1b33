//! The keys: each is resolved to a location, and they must fit together.

use proc_macro2::Span;
use syn::LitStr;

use super::{conflicts, request_path};
use crate::attr::{Options, RepeatedToken, TokenStorage};
use crate::diagnostics::{Errors, error_with_help, type_to_string};
use crate::input::SignatureInfo;
use crate::key::{Key, KeyPath};
use crate::model::{MethodKind, PagingKeys, RequestPath, TokenKeys};
use crate::util::ty::{argument_of, result_types};

/// Checks all keys and resolves them. The parameters that contain keys get their [`ArgMode`](crate::model::ArgMode).
pub(super) fn check(options: &Options, signature: &mut SignatureInfo, errors: &mut Errors) -> PagingKeys {
    check_input_token(options, signature, errors);
    check_item(options, errors);
    check_result_keys(options, errors);
    conflicts::check(options, errors);
    check_output_tokens(options, errors);
    check_page_type(options, signature, errors);
    check_boxed(options, signature, errors);
    let inputs: Vec<_> = options
        .input_token
        .keys()
        .iter()
        .filter_map(|key| request_path::resolve(key, options, signature, errors))
        .collect();
    let outputs = match options.output_token.value() {
        Some(outputs) => outputs.keys.clone(),
        None => inputs.iter().map(|input| default_output(input, options)).collect(),
    };
    let limit_key = options.limit_key.key().and_then(|key| request_path::resolve(key, options, signature, errors));
    request_path::classify_params(options, inputs.iter().chain(&limit_key), signature, errors);
    let tokens = inputs.into_iter().zip(outputs).map(|(input, output)| TokenKeys { input, output });
    PagingKeys {
        tokens: tokens.collect(),
        result_keys: options.result_key.keys().to_vec(),
        non_aggregate_keys: options.non_aggregate_keys.keys().to_vec(),
        more_results: options.more_results.key().cloned(),
        limit_key: limit_key.or_else(|| options.limit_key.is_written().then(placeholder_limit)),
        item: options.item.value().map(|item| item.0.clone()),
        token_with: options.token_with.value().cloned(),
        stop_on_repeated_token: options.repeated_token.value() == Some(&RepeatedToken::Stop),
    }
}

/// Returns the key of a stub if `limit_key` is invalid, so that callers can still set the page size.
fn placeholder_limit() -> RequestPath {
    let key = Key::parse_str(&LitStr::new("Limit", Span::call_site())).expect("the key is valid");
    RequestPath { key, param: 0, path: KeyPath { steps: Vec::new() } }
}

fn check_input_token(options: &Options, signature: &SignatureInfo, errors: &mut Errors) {
    if !options.input_token.is_written() {
        let name = &signature.name;
        let help = "name the request's field for the token: `#[paginated(input_token = \"NextToken\", …)]`";
        errors.push(error_with_help(name, format!("missing `input_token` for `{name}`"), help));
    }
}

/// Rejects an `item` without a `result_key`.
fn check_item(options: &Options, errors: &mut Errors) {
    if let Some(item) = options.item.value()
        && !options.result_key.is_written()
    {
        let help = "add `result_key = \"…\"`, or remove `item`";
        errors.push(error_with_help(&item.0, "`item` requires a `result_key`", help));
    }
}

/// Rejects indexes and alternatives in the keys of the page, which must be single fields.
fn check_result_keys(options: &Options, errors: &mut Errors) {
    let result_keys = options.result_key.keys().iter().map(|key| ("result_key", key));
    let non_aggregate_keys = options.non_aggregate_keys.keys().iter().map(|key| ("non_aggregate_keys", key));
    for (option, key) in result_keys.chain(non_aggregate_keys).filter(|(_, key)| !key.is_field()) {
        let what = format!("`{option}` must name a field, but `{}` does not", key.wire_name());
        errors.push(key.error(what, field_help(key)));
    }
    if let Some(key) = options.more_results.key()
        && key.paths.len() > 1
    {
        let help = format!("write one flag that is always present: `{}`", key.without_index());
        errors.push(key.error("`more_results` cannot have alternatives", help));
    }
}

/// Returns the help for a key that must be a field.
fn field_help(key: &Key) -> String {
    format!("write the field without an index or `||`: `{}`", key.without_index())
}

/// Returns the key of the next token in the page, which is the same as in the request, except for the name of a
/// parameter before it and the `set_` of a setter.
fn default_output(input: &RequestPath, options: &Options) -> Key {
    match &input.path.steps[..] {
        [] => input.key.clone(),
        [setter] if options.builder.is_present() && !input.key.is_quoted() => {
            input.key.with_path(&KeyPath { steps: vec![setter.without_set_prefix()] })
        }
        _ => input.key.with_path(&input.path),
    }
}

/// Rejects a page type that cannot have a field with items, unless `item` names the item type.
fn check_page_type(options: &Options, signature: &mut SignatureInfo, errors: &mut Errors) {
    let result = signature.return_type.as_ref().and_then(|(result, _)| result_types(result));
    let Some((page, _)) = result.filter(|_| options.result_key.is_written() && !options.item.is_written()) else {
        return;
    };
    let (what, result) = if signature.is_type_param(page) {
        (format!("cannot determine the item type of `{}`", type_to_string(page)), "ListOutput".to_owned())
    } else if let Some(inner) = ["Vec", "Result", "Arc", "Rc"].iter().find_map(|name| argument_of(page, name)) {
        (format!("expected a page, found `{}`", type_to_string(page)), type_to_string(inner))
    } else {
        return;
    };
    errors.push(error_with_help(page, what, format!("write the type of the page, as in `Result<{result}, Error>`")));
    signature.return_type = None;
}

/// Rejects tokens that are not stored if the list is boxed, because a boxed list has a resume token.
fn check_boxed(options: &Options, signature: &SignatureInfo, errors: &mut Errors) {
    let is_boxed = matches!(signature.return_type, Some((_, MethodKind::BoxedFuture { .. })));
    if is_boxed && signature.receiver.is_some() && matches!(options.token_with.value(), Some(TokenStorage::Unstored)) {
        let help = "write `token_with = module`, or let the method be an `async fn`";
        errors.push(error_with_help(&signature.name, "a boxed list must have a resume token", help));
    }
}

/// Rejects a number of output tokens that differs from that of the input tokens.
fn check_output_tokens(options: &Options, errors: &mut Errors) {
    let Some(list) = options.output_token.value() else { return };
    let (inputs, outputs) = (options.input_token.keys().len(), list.keys.len());
    if inputs == outputs || inputs == 0 {
        return;
    }
    let count = |count: usize, kind| format!("{count} {kind} token{}", if count == 1 { "" } else { "s" });
    let what = format!("expected {}, found {outputs}", count(inputs, "output"));
    let help = if inputs == 1 {
        let names: Vec<_> = list.keys.iter().map(Key::wire_name).collect();
        format!("write one key; alternatives are written in one key: `\"{}\"`", names.join(" || "))
    } else {
        "write one output token for each input token, in the same order".to_owned()
    };
    errors.push(list.error(what, help));
}
