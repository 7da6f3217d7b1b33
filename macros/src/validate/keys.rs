//! The keys: those of the request are resolved to a [`RequestLocation`], those of the page stay a [`Key`], and all must fit
//! together.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Expr, LitStr};

use super::{conflicts, has_only_carried_token, page, request_location, style};
use crate::attr::{AnySetting, Options, RESPONSE_KEYS, RESPONSE_TOKENS, usage};
use crate::diagnostics::{Errors, error_with_help};
use crate::input::AnalyzedSignature;
use crate::key::{Key, KeyPath, ListIndex};
use crate::model::{PagingKeys, RequestLocation};

/// Checks the options, and resolves the keys of the request. Sets the [`ParamKind`](crate::model::ParamKind) of the parameters that
/// keys name, or that contain the field of a key.
pub(crate) fn resolve(options: &Options, signature: &mut AnalyzedSignature, errors: &mut Errors) -> PagingKeys {
    style::check(options, signature, errors);
    let result_keys = check_result_keys(options, errors);
    check_non_aggregate_keys(options, errors);
    check_response_keys(options, errors);
    check_numbers(options, errors);
    check_flag_name(options, errors);
    check_total_names(options, errors);
    conflicts::check(options, signature, errors);
    check_output_tokens(options, errors);
    page::check(options, signature, errors);
    let style = style::resolve(options, signature, errors);
    let limit_key = options.limit_key.key().filter(|key| number_instead_of_key(key).is_none());
    let limit_key = limit_key.map(|key| key.named_if_closure("limit_key"));
    let limit_key = limit_key.and_then(|key| request_location::resolve(&key, options, signature, errors));
    let first_page_only = options.first_page_only.keys().iter();
    let first_page_only: Vec<_> =
        first_page_only.filter_map(|key| request_location::resolve_field(key, options, signature, errors)).collect();
    let keys = PagingKeys {
        style,
        result_keys,
        non_aggregate_keys: options.non_aggregate_keys.keys().to_vec(),
        more_results: options.more_results.key().map(|key| key.named_if_closure("more_results")),
        limit_key,
        first_page_only,
        total_items: options.total_items.key().cloned(),
        total_pages: options.total_pages.key().cloned(),
        echo: options.echo.key().map(|key| key.named_if_closure("echo")),
        end_on: options.end_on.value().copied().unwrap_or_default(),
        reversed: options.name_in_attribute("reversed").map(Ident::span),
        item: options.item.value().map(|item| item.0.clone()),
        token_with: options.token_with.value().cloned(),
        follows_empty: options.empty_token.value().is_some(),
        has_only_carried_token: has_only_carried_token(options),
    };
    request_location::set_param_kinds(options, &keys, signature, errors);
    if keys.link().is_some() {
        request_location::mark_replaced_by_link(options, &keys, signature);
    }
    keys
}

/// Returns the number if a key without quotes is one: the field of a tuple, or a number that the user wrote instead of a key.
pub(super) fn unquoted_number(key: &Key) -> Option<usize> {
    key.name().parse().ok().filter(|_| !key.is_quoted())
}

/// Returns the number that the user wrote instead of a key, as in `limit_key = 50`. A number below 10 may be the field of a tuple.
fn number_instead_of_key(key: &Key) -> Option<usize> {
    unquoted_number(key).filter(|number| *number >= 10)
}

/// Rejects a number that the user wrote instead of the field that contains it.
fn check_numbers(options: &Options, errors: &mut Errors) {
    const FIELDS: [(&str, &str); 4] = [
        ("limit_key", "the request's field for the page size"),
        ("page_number", "the request's field for the page number"),
        ("total_items", "the page's field for the number of items"),
        ("total_pages", "the page's field for the number of pages"),
    ];
    for (option, field) in FIELDS {
        let Some(key) = options.setting(option).keys().first() else { continue };
        let Some(number) = number_instead_of_key(key) else { continue };
        let mut help = format!("write `{}`", usage(option));
        if option == "limit_key" {
            help = format!("{help}, and call `.page_size({number})` on the paginator");
        }
        errors.push(key.error(format!("expected {field}, found `{number}`"), help));
    }
}

/// Returns the location of a `limit_key` for a stub without a valid one, so that callers can still set the page size.
pub(crate) fn placeholder_limit_key() -> RequestLocation {
    let key = Key::parse_str(&LitStr::new("Limit", Span::call_site()), "limit_key").expect("the key is valid");
    RequestLocation { key, param: 0, path: KeyPath { steps: Vec::new() } }
}

/// Rejects result keys that are not lists. Only the first one may contain `[]`. Returns the result keys, or none if one of them
/// or the type of the items is invalid.
fn check_result_keys(options: &Options, errors: &mut Errors) -> Vec<Key> {
    let errors_before = errors.len();
    let keys = options.result_key.keys();
    for (index, key) in keys.iter().enumerate() {
        let is_projection = key.paths.iter().any(KeyPath::has_index);
        if key.is_closure() {
            check_closure("result_key", key, errors);
            if !options.item.is_written() {
                let what = "a `result_key` that is a closure requires `item`";
                errors.push(key.error(what, "name the type of the items: `item = Session`"));
            }
        } else if !key.is_list() || is_projection && index > 0 {
            errors.push(not_a_list(key, &keys[..index]));
        }
    }
    let is_item_invalid = options.item.is_written() && options.item.value().is_none();
    if errors.len() > errors_before || is_item_invalid {
        return Vec::new();
    }
    // The runtime recognizes closures by this name: see `CLOSURE_NAME` in `runtime/src/keys`.
    keys.iter().map(|key| key.named_if_closure("result_key")).collect()
}

/// Rejects non-aggregate keys that are not single fields.
fn check_non_aggregate_keys(options: &Options, errors: &mut Errors) {
    for key in options.non_aggregate_keys.keys().iter().filter(|key| !key.is_field()) {
        let what = if key.is_closure() {
            "`non_aggregate_keys` cannot be closures".to_owned()
        } else {
            format!("`non_aggregate_keys` must name a field, but `{}` does not", key.name())
        };
        errors.push(key.error(what, key.field_help(None)));
    }
}

/// Returns the error for a result key that does not name a list. The result keys `before` it precede it.
fn not_a_list(key: &Key, before: &[Key]) -> Error {
    if key.is_negated {
        return key.negation_error("result_key");
    }
    if !before.is_empty() && key.is_list() {
        let list = key.name_without_index();
        let help = if before.iter().any(|other| other.name() == list) {
            format!("write it before `{list}`, or remove it")
        } else {
            format!("name the list itself: `{list}`")
        };
        return key.error("only the first `result_key` can contain `[]`", help);
    }
    let what = format!("`result_key` must name a field, but `{}` does not", key.name());
    match key.name_without_index().as_str() {
        "" => key.error(what, "write `\"@\"`, which is the response itself"),
        _ => key.error(what, key.field_help(Some("|page| Some(&mut page.groups.first_mut()?.items)"))),
    }
}

/// Checks the keys of single values in the page: `[]` is only for lists, `!` negates a flag, and only tokens and links have
/// alternatives.
fn check_response_keys(options: &Options, errors: &mut Errors) {
    let keys = |option| options.setting(option).keys().iter().map(move |key| (option, key));
    for (option, key) in RESPONSE_KEYS.into_iter().flat_map(keys) {
        check_closure(option, key, errors);
        if RESPONSE_TOKENS.contains(&option) {
            check_is_no_reference(key, options, errors);
        }
        let mut steps = key.paths.iter().flat_map(|path| &path.steps);
        if steps.any(|step| step.index == Some(ListIndex::All)) {
            let help = "write `[-1]` for the last element, or `[0]` for the first";
            errors.push(key.error(format!("`[]` is only for `result_key`, and `{option}` names one value"), help));
        }
        if key.is_negated && option != "more_results" {
            errors.push(key.negation_error(option));
        }
        if key.paths.len() > 1 && !RESPONSE_TOKENS.contains(&option) {
            let first = key.name_without_index();
            let help = match option {
                "more_results" if key.is_negated => format!("write one flag that is always present: `\"!{first}\"`"),
                "more_results" => format!("write one flag that is always present: `{first}`"),
                _ => format!("write one field: `{first}`"),
            };
            errors.push(key.error(format!("`{option}` cannot have alternatives"), help));
        }
    }
}

/// Rejects a closure that does not take the page alone.
fn check_closure(option: &str, key: &Key, errors: &mut Errors) {
    let Some(closure) = &key.closure else { return };
    if closure.inputs.len() != 1 {
        let help = format!("write `{option} = |page| …`");
        errors.push(key.error("a closure for the response takes one parameter", help));
    }
}

/// Rejects a closure that returns a reference to the token in the page.
fn check_is_no_reference(key: &Key, options: &Options, errors: &mut Errors) {
    let body = key.closure.as_ref().map(|closure| &*closure.body);
    let Some((reference, value)) = body.and_then(|body| returned_reference(body, options)) else { return };
    let help = match value {
        Expr::Field(_) => format!("return a clone: `{}.clone()`", value.to_token_stream().to_string().replace(' ', "")),
        _ => "return a value of its own, as `cloned` and `to_owned` do".to_owned(),
    };
    errors.push(error_with_help(reference, "a token cannot be a reference to the page", help));
}

/// Returns a reference to a field that a closure returns, perhaps in an `Option`, and the value that it refers to. `as_ref` may
/// also be a method of the user's type that returns the token by value. It is reported only if the field has the name of the
/// token in the request, because the field is then probably an `Option`. The closure of a `map` on a field is not searched,
/// because the field may be a `'static` reference.
fn returned_reference<'a>(expr: &'a Expr, options: &Options) -> Option<(&'a Expr, &'a Expr)> {
    let call = match expr {
        Expr::Reference(reference) if matches!(*reference.expr, Expr::Field(_)) => {
            return Some((expr, &reference.expr));
        }
        Expr::MethodCall(call) => call,
        _ => return None,
    };
    let mut tokens = options.input_token.keys().iter().filter_map(|key| key.paths.first()?.steps.last());
    match (&*call.method.to_string(), &*call.receiver, call.args.first()) {
        ("as_deref", value, _) => Some((expr, value)),
        ("as_ref", value @ Expr::Field(field), _) => {
            tokens.any(|token| token.field.as_ref() == Some(&field.member)).then_some((expr, value))
        }
        ("map" | "and_then", Expr::MethodCall(_), Some(Expr::Closure(closure))) => {
            returned_reference(&closure.body, options)
        }
        _ => None,
    }
}

/// Rejects a flag in quotes whose name says that the list is over, unless it is negated, and a negated one whose name says that
/// there are more pages.
fn check_flag_name(options: &Options, errors: &mut Errors) {
    let Some((key, field)) = options.more_results.key().and_then(quoted_field) else { return };
    let name = key.name();
    if names_an_end(&field) && !key.is_negated {
        let what =
            format!("`{name}` says that the list is over, and `more_results` is true while there are more pages");
        let help =
            format!("negate it: `more_results = \"!{name}\"`; if it does mean more pages, write it without quotes");
        errors.push(key.error(what, help));
    }
    if names_more_pages(&field) && key.is_negated {
        let what = format!("`{name}` says that there are more pages, and a flag with `!` says that the list is over");
        let help = format!(
            "remove the `!`: `more_results = \"{name}\"`; if it does mean the end, write a closure: `more_results = |page| …`"
        );
        errors.push(key.error(what, help));
    }
}

/// Rejects a total in quotes whose name says that it is another number: the list would end early.
fn check_total_names(options: &Options, errors: &mut Errors) {
    if let Some((key, field)) = options.total_items.key().and_then(quoted_field)
        && (matches!(&*field, "pages" | "page_count" | "last_page") || field.ends_with("_pages"))
    {
        let name = key.name();
        let meant = if options.offset.is_written() {
            "name the number of items".to_owned()
        } else {
            format!("write `total_pages = \"{name}\"`")
        };
        let help = format!("{meant}; if it does count items, write it without quotes");
        errors.push(key.error(format!("`{name}` counts pages, and `total_items` counts items"), help));
    }
    for (option, setting) in [("total_items", &options.total_items), ("total_pages", &options.total_pages)] {
        if let Some((key, field)) = setting.key().and_then(quoted_field)
            && names_one_page(&field)
        {
            let name = key.name();
            let what = format!("`{name}` is about one page, and `{option}` is the size of the whole list");
            let help = "remove it: without a total, a counted list ends at an empty page; if it does mean the whole list, write it \
                        without quotes";
            errors.push(key.error(what, help));
        }
    }
}

/// Returns whether a number of that name is about one page: its own number, its size, or the number of items in it or after it.
fn names_one_page(field: &str) -> bool {
    const NUMBERS: &str = "page page_number page_index current_page page_size per_page items_per_page limit max_results \
                           number_of_elements returned num_returned shown fetched remaining";
    NUMBERS.split(' ').any(|number| field == number)
}

/// Returns a key in quotes, with the field that it names.
fn quoted_field(key: &Key) -> Option<(&Key, String)> {
    let step = key.paths.first()?.steps.last()?;
    key.is_quoted().then(|| (key, step.field_name()))
}

pub(super) fn names_an_end(field: &str) -> bool {
    const ENDS: &str = "done last last_page last_batch complete completed finish finished exhausted end ended eof final \
                        final_page reached_end end_reached at_end all_loaded all_fetched fully_loaded terminated over \
                        stop stopped islast nomore no_next no_next_page";
    let name = ["is_", "has_"].iter().find_map(|prefix| field.strip_prefix(prefix)).unwrap_or(field);
    ENDS.split(' ').any(|end| name == end)
        || field.starts_with("is_last")
        || name.starts_with("end_of_")
        || name.starts_with("no_more")
        || name.ends_with("_complete")
}

pub(super) fn names_more_pages(field: &str) -> bool {
    const MORE: &str = "more more_results more_items more_pages more_data more_records more_entries more_available more_shards \
                        truncated incomplete remaining";
    let name = ["is_", "has_"].iter().find_map(|prefix| field.strip_prefix(prefix)).unwrap_or(field);
    MORE.split(' ').any(|more| name == more) || matches!(field, "has_next" | "has_next_page" | "hasmore" | "hasnext")
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
        let names: Vec<_> = list.keys.iter().map(Key::name).collect();
        format!("write one key; alternatives are written in one key: `\"{}\"`", names.join(" || "))
    } else {
        "write one output token for each input token, in the same order".to_owned()
    };
    errors.push(list.error(what, help));
}
