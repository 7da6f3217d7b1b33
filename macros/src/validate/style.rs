//! The paging style: exactly one option chooses it, and the other options must fit it.

use proc_macro2::Ident;
use syn::{Error, Type};

use super::keys::unquoted_number;
use super::{has_only_carried_token, request_location};
use crate::attr::{AnySetting, Options, STYLES};
use crate::diagnostics::{Errors, error_with_help, join_quoted};
use crate::input::AnalyzedSignature;
use crate::key::{Key, KeyPath};
use crate::model::{CountedKey, LinkKey, PagingStyle, RequestLocation, TokenKeys};

const STYLE_HELP: &str = "say how the next page is requested: `input_token = \"NextToken\"`, \
    `page_number = \"page\", start = 1`, `offset = \"offset\"`, or `next_link = \"next\", next_method = list_next`";

const COUNTED_STYLES: &[&str] = &["page_number", "offset"];
const COUNTED_HELP: &str = "add `page_number = \"…\"` or `offset = \"…\"`, or remove the option";
const TOKEN_HELP: &str = "add `input_token = \"…\"`, or remove the option";
const ITEMS_HELP: &str = "name the list of items: `result_key = \"…\"`";

/// Options that need one of several others, and the help if all of these are missing. If the others are paging styles, the help is
/// used only if no style is written.
const REQUIREMENTS: &[(&str, &[&str], &str)] = &[
    ("output_token", &["input_token"], TOKEN_HELP),
    ("carried_token", &["input_token"], TOKEN_HELP),
    ("empty_token", &["input_token"], TOKEN_HELP),
    ("token_with", &["input_token", "next_link"], TOKEN_HELP),
    ("start", COUNTED_STYLES, COUNTED_HELP),
    ("echo", COUNTED_STYLES, COUNTED_HELP),
    ("page_number", &["start"], "add `start = 1`, or `start = 0` if the first page is page 0"),
    ("page_number", &["result_key"], ITEMS_HELP),
    ("offset", &["result_key"], ITEMS_HELP),
    ("next_link", &["next_method"], "name the method that requests a link: `next_method = list_next`"),
    ("next_method", &["next_link"], "name the link in the page: `next_link = \"next\"`, or remove `next_method`"),
    ("reversed", &["result_key"], ITEMS_HELP),
    ("item", &["result_key"], "add `result_key = \"…\"`, or remove `item`"),
];

/// Pairs of options that exclude each other, and the reason.
const EXCLUSIONS: &[(&str, &str, &str)] = &[
    (
        "offset",
        "total_pages",
        "an offset counts items, and a number of pages says nothing about them; write `total_items`",
    ),
    ("total_items", "total_pages", "one total is enough; keep the one that is exact"),
];

/// Returns whether an option chooses a paging style, or needs one. The style of a method replaces such defaults.
pub(crate) fn belongs_to_style(name: &Ident) -> bool {
    STYLES.iter().any(|style| name == style)
        || REQUIREMENTS.iter().any(|(option, needs, _)| name == option && needs_style(needs))
}

/// Returns whether an option needs another paging style than the given one.
pub(crate) fn needs_another_style(name: &Ident, style: &Ident) -> bool {
    let excludes = |needs: &[&str]| needs_style(needs) && !needs.iter().any(|other| style == other);
    REQUIREMENTS.iter().any(|(option, needs, _)| name == option && excludes(needs))
}

/// Returns whether a requirement is about the paging style.
fn needs_style(needs: &[&str]) -> bool {
    needs.iter().all(|option| STYLES.contains(option))
}

/// Checks that there is one style, and that the other options fit it.
pub(super) fn check(options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) {
    let styles: Vec<&Ident> = STYLES.iter().filter_map(|style| options.name_in_attribute(style)).collect();
    match &styles[..] {
        [] if !STYLES.iter().any(|style| options.setting(style).is_written()) => {
            errors.push(missing_style(options, signature));
        }
        // The name of a style is misspelled, which is reported already.
        [] => {}
        [first, others @ ..] => {
            for other in others {
                let removals = [(*first, *other), (*other, *first)];
                let removals = removals.map(|pair| join_quoted(&with_dependents(pair, options), "and"));
                report_exclusion([first, other], &removals, "both say how the next page is requested", errors);
            }
        }
    }
    for &(option, needs, help) in REQUIREMENTS {
        let Some(name) = options.name_in_attribute(option) else { continue };
        // A missing style is already reported.
        let is_reported = styles.is_empty() && needs_style(needs);
        if is_reported || needs.iter().any(|other| options.setting(other).is_written()) {
            continue;
        }
        let help = match styles[..] {
            [style, ..] if needs_style(needs) => format!("remove it: `{style}` says how the next page is requested"),
            _ if needs == ["start"] => start_help(options, help),
            _ => help_for(help, signature),
        };
        errors.push(requirement_error(name, needs, help));
    }
    for (first, second, reason) in EXCLUSIONS {
        if let (Some(first), Some(second)) = (options.name_in_attribute(first), options.name_in_attribute(second)) {
            let removals = [first, second].map(|name| format!("`{name}`"));
            report_exclusion([first, second], &removals, reason, errors);
        }
    }
    check_end_on(options, errors);
    check_carried_token(options, errors);
}

/// Returns the help for a page number without `start`. The number of the first page may be written as the key.
fn start_help(options: &Options, help: &str) -> String {
    match options.page_number.key().and_then(unquoted_number) {
        Some(number) => format!(
            "write `page_number = \"page\", start = {number}`; if the request is a tuple with the field `{number}`, {help}"
        ),
        _ => help.to_owned(),
    }
}

/// Returns the error for a method without a paging style. An option that needs one says which.
fn missing_style(options: &Options, signature: &AnalyzedSignature) -> Error {
    let of_style = REQUIREMENTS.iter().filter(|(_, needs, _)| needs_style(needs));
    let mut written = of_style.filter_map(|requirement| Some((requirement, options.name_in_attribute(requirement.0)?)));
    if let Some((&(_, needs, help), name)) = written.next() {
        return requirement_error(name, needs, help_for(help, signature));
    }
    let name = &signature.method;
    error_with_help(name, format!("missing paging style for `{name}`"), help_for(STYLE_HELP, signature))
}

fn requirement_error(name: &Ident, needs: &[&str], help: String) -> Error {
    error_with_help(name, format!("`{name}` requires {}", join_quoted(needs, "or")), help)
}

/// Returns a style and the written options that need it and do not fit the other style.
fn with_dependents<'a>((style, other): (&'a Ident, &Ident), options: &'a Options) -> Vec<&'a Ident> {
    let needs_it = |needs: &[&str]| {
        needs_style(needs) && needs.iter().any(|name| style == name) && !needs.iter().any(|name| other == name)
    };
    let dependents = REQUIREMENTS.iter().filter(|(_, needs, _)| needs_it(needs));
    [style].into_iter().chain(dependents.filter_map(|(option, ..)| options.name_in_attribute(option))).collect()
}

/// Returns the help for a method, or for `paginate!`, where types are inferred and `next_method` is a closure.
fn help_for(help: &str, signature: &AnalyzedSignature) -> String {
    let is_inferred = matches!(signature.result_type, Some(Type::Infer(_)));
    if is_inferred { help.replace("list_next", "|link| client.list_next(link)") } else { help.to_owned() }
}

/// Reports that two options exclude each other. `removals` has, for each of them, the options to remove.
fn report_exclusion([first, second]: [&Ident; 2], removals: &[String; 2], reason: &str, errors: &mut Errors) {
    let what = format!("`{first}` and `{second}` exclude each other: {reason}");
    errors.push(error_with_help(first, what, format!("remove {}, or remove {}", removals[1], removals[0])));
    errors.push(Error::new_spanned(second, format!("`{second}` is written here")));
}

fn check_end_on(options: &Options, errors: &mut Errors) {
    let (Some(name), Some(end_on)) = (options.name_in_attribute("end_on"), options.end_on.value()) else { return };
    if end_on.repeated_token && !options.input_token.is_written() {
        let what = "`end_on = \"repeated_token\"` requires `input_token`";
        let help = "remove `\"repeated_token\"`: only a token can repeat; if it is a default, write `end_on = false` at the method";
        errors.push(error_with_help(name, what, help));
    }
    if (end_on.empty_page || end_on.short_page) && !options.result_key.is_written() {
        let what = "`end_on` requires `result_key`";
        errors.push(error_with_help(name, what, ITEMS_HELP));
    }
}

fn check_carried_token(options: &Options, errors: &mut Errors) {
    let (Some(name), Some(carried)) = (options.name_in_attribute("carried_token"), options.carried_token.key()) else {
        return;
    };
    let inputs = options.input_token.keys();
    if carried.is_closure() {
        let help = "name one of the keys of `input_token`, as in `carried_token = \"ScrollId\"`";
        errors.push(carried.error("`carried_token` cannot be a closure", help));
    } else if carried.is_negated {
        errors.push(carried.negation_error("carried_token"));
    } else if !inputs.is_empty() && !inputs.iter().any(|input| input.name() == carried.name()) {
        let what = format!("`{}` is not an `input_token`", carried.name());
        let names: Vec<_> = inputs.iter().map(Key::name).collect();
        errors.push(
            carried.error(what, format!("name one of {}, or add it to `input_token`", join_quoted(&names, "and"))),
        );
    } else if has_only_carried_token(options) && !options.more_results.is_written() && !ends_at_a_page(options) {
        let what = "the only token is carried, so no token says whether there is another page";
        let help = "add `end_on = \"empty_page\"` or `more_results = \"…\"`";
        errors.push(error_with_help(name, what, help));
    }
}

/// Returns whether `end_on` ends the list at a page because of its items. A carried token may repeat, so `repeated_token` does
/// not count.
fn ends_at_a_page(options: &Options) -> bool {
    options.end_on.value().map_or(options.end_on.is_written(), |end_on| end_on.empty_page || end_on.short_page)
}

/// Resolves the keys of the style. After an error, the style may be `Tokens` without a token, which only a stub uses.
pub(super) fn resolve(options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) -> PagingStyle {
    let resolve_counted = |key: Option<&Key>, name: &str, errors: &mut Errors| {
        let key = key?.named_if_closure(name);
        let input = request_location::resolve(&key, options, signature, errors)?;
        Some(CountedKey { input, start: options.start.value().map_or(0, |start| start.0) })
    };
    if let (Some(link), Some(method)) = (options.next_link.key(), options.next_method.value()) {
        return PagingStyle::NextLink(LinkKey { output: link.named_if_closure("next_link"), method: method.clone() });
    }
    if let Some(position) = resolve_counted(options.page_number.key(), "page_number", errors) {
        return PagingStyle::PageNumber(position);
    }
    if let Some(position) = resolve_counted(options.offset.key(), "offset", errors) {
        return PagingStyle::Offset(position);
    }
    PagingStyle::Tokens(tokens(options, signature, errors))
}

/// Resolves the keys of `input_token`, each with its key of `output_token`.
fn tokens(options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) -> Vec<TokenKeys> {
    let outputs = options.output_token.value();
    let carried = options.carried_token.key().map(Key::name);
    let inputs = options.input_token.keys().iter().enumerate();
    let tokens = inputs.filter_map(|(index, input)| {
        let mut name = if index == 0 { "input_token".to_owned() } else { format!("input_token_{}", index + 1) };
        // The names must differ, because a resume token stores each token under its name.
        while options.input_token.keys().iter().any(|key| key.name() == name) {
            name.push('_');
        }
        let is_carried = !input.is_closure() && carried == Some(input.name());
        let input = request_location::resolve(&input.named_if_closure(&name), options, signature, errors)?;
        let output = match outputs {
            Some(outputs) => outputs.keys.get(index)?.clone(),
            None if input.key.is_closure() => {
                let help = "name the token in the page: `output_token = \"NextToken\"`";
                errors.push(input.key.error("an `input_token` that is a closure requires `output_token`", help));
                return None;
            }
            None => default_output(&input, options),
        };
        Some(TokenKeys { input, output, is_default_output: outputs.is_none(), is_carried })
    });
    tokens.collect()
}

/// Returns the key of the next token in the page. It is the key in the request, without the name of a parameter before it, and
/// without the `set_` of a setter.
pub(super) fn default_output(input: &RequestLocation, options: &Options) -> Key {
    match &input.path.steps[..] {
        [] => input.key.clone(),
        [setter] if options.builder.is_written() && !input.key.is_quoted() => {
            input.key.with_path(KeyPath { steps: vec![setter.without_set_prefix()] })
        }
        _ => input.key.with_path(input.path.clone()),
    }
}
