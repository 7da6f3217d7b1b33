//! The parameter that is the request, which is recognized by its name and its type.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Error, Type, TypeParamBound, TypeReference};

use crate::attr::{AnySetting, Options, REQUEST_KEYS};
use crate::diagnostics::{Errors, error_with_help, join_quoted, push_unique, type_to_string};
use crate::input::AnalyzedSignature;
use crate::key::Key;
use crate::model::{Param, ReceiverUsage};
use crate::util::tokens::contains_ident;
use crate::util::ty::{StdType, argument_of, change_impl_traits, into_target, last_segment, type_arguments};

/// The names by which the request is recognized among several parameters. `lp` is the name in `kube`.
const REQUEST_NAMES: [&str; 12] =
    ["input", "request", "req", "params", "query", "variables", "message", "lp", "args", "options", "builder", "body"];

/// The endings of type names by which the request is recognized.
const REQUEST_TYPES: [&str; 6] = ["Request", "Params", "Variables", "Input", "Query", "Builder"];

/// The names of parameters that are the client, or belong to it.
const CLIENT_NAMES: [&str; 7] = ["client", "api", "http", "pool", "conn", "connection", "context"];

/// The endings of the type names of such parameters.
const CLIENT_TYPES: [&str; 5] = ["Client", "Api", "Pool", "Connection", "Context"];

/// Returns the index of the parameter that is the request.
pub(super) fn find(key: &Key, options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) -> Option<usize> {
    match likeliest_requests(options, signature, |_| false)[..] {
        [param] => return Some(param),
        [] => push_unique(errors, no_request_param(key, options, signature)),
        ref candidates => {
            let names: Vec<&Ident> = candidates.iter().map(|&index| &signature.params[index].name).collect();
            push_unique(errors, ambiguous_request_param(key, &names));
        }
    }
    None
}

/// Returns the index of the parameter that is the request of a method without a key that names a field of it. A parameter with
/// fields and the name of a request comes first. Otherwise, it is the likeliest of the parameters with fields and of the maps
/// and lists with the name of a request (such as a query string), if its likelihood is higher than `above`.
pub(super) fn find_without_field(options: &Options, signature: &AnalyzedSignature, above: Likelihood) -> Option<usize> {
    let find = |is_candidate: fn(&Param) -> bool, above| match likeliest_requests(options, signature, is_candidate)[..]
    {
        [param] if likelihood(&signature.params[param], signature) > above => Some(param),
        _ => None,
    };
    let is_map_or_list_request = |param: &Param| is_request_name(&param.name) && is_map_or_list(&param.ty);
    find(|_| false, above.max(Likelihood::TypeName)).or_else(|| find(is_map_or_list_request, above))
}

/// Returns the indexes of the parameters that can contain a key, or for which `is_candidate` returns `true`, and that have the
/// highest likelihood to be the request.
fn likeliest_requests(
    options: &Options,
    signature: &AnalyzedSignature,
    is_candidate: fn(&Param) -> bool,
) -> Vec<usize> {
    // The setters of a type parameter or an `impl Trait` may be methods of a trait.
    let is_generic = |ty: &Type| signature.is_type_param(ty) || matches!(ty, Type::ImplTrait(_));
    let can_be_request = |ty: &Type| can_hold_fields(ty, signature) || options.builder.is_written() && is_generic(ty);
    let candidates =
        signature.params.iter().enumerate().filter(|(_, param)| can_be_request(&param.ty) || is_candidate(param));
    let rated: Vec<_> = candidates.map(|(index, param)| (index, likelihood(param, signature))).collect();
    let highest = rated.iter().map(|(_, likelihood)| *likelihood).max();
    rated.into_iter().filter(|(_, likelihood)| Some(*likelihood) == highest).map(|(index, _)| index).collect()
}

/// The likelihood that a parameter is the request, from the lowest to the highest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likelihood {
    /// Its name, or the name of its type, is that of a client.
    Client,
    /// It is a reference in a function without a receiver, where one of the references is usually the client.
    Reference,
    Unknown,
    /// The name of its type is that of a request.
    TypeName,
    /// Its own name is that of a request.
    Name,
    BothNames,
}

pub(super) fn likelihood(param: &Param, signature: &AnalyzedSignature) -> Likelihood {
    let type_name = type_name(&param.ty).unwrap_or_default();
    let has_type = |endings: &[&str]| endings.iter().any(|ending| type_name.ends_with(ending));
    match (is_request_name(&param.name), has_type(&REQUEST_TYPES)) {
        (true, true) => Likelihood::BothNames,
        (true, false) => Likelihood::Name,
        (false, true) => Likelihood::TypeName,
        (false, false) => {
            let is_client = CLIENT_NAMES.iter().any(|name| param.name == name) || has_type(&CLIENT_TYPES);
            match &param.ty {
                _ if is_client => Likelihood::Client,
                Type::Reference(_) if signature.receiver.is_none() => Likelihood::Reference,
                _ => Likelihood::Unknown,
            }
        }
    }
}

/// Returns the name of a type, without the references and the wrappers around it.
fn type_name(ty: &Type) -> Option<String> {
    if let Type::Reference(TypeReference { elem, .. }) = ty {
        return type_name(elem);
    }
    let last = last_segment(ty)?;
    match StdType::named(last) {
        Some(StdType::Wrapper) => type_arguments(last).next().and_then(type_name),
        _ => Some(last.ident.to_string()),
    }
}

/// Returns whether a type is a map or a list, perhaps in an `Option`.
fn is_map_or_list(ty: &Type) -> bool {
    match argument_of(ty, "Option").unwrap_or(ty) {
        Type::Reference(reference) => is_map_or_list(&reference.elem),
        Type::Slice(_) => true,
        _ => type_name(ty).is_some_and(|name| name == "Vec" || name.ends_with("Map")),
    }
}

/// Returns the error for several parameters that could be the request. The last one is proposed, because the parameters before
/// the request are often parts of a URL.
fn ambiguous_request_param(key: &Key, names: &[&Ident]) -> Error {
    let what = format!("each of the parameters {} could be the request", join_quoted(names, "and"));
    let last = names[names.len() - 1];
    let help = match first_field(key) {
        Some(field) => format!(
            "rename the parameter with the field `{field}` to `input` or `request`, or name it in the key: `{last}.{field}`"
        ),
        None => format!("name the parameter in the closure, as in `|{last}, value| …`"),
    };
    let is_similar = |name: &&&Ident| strsim::jaro_winkler(key.name(), &name.to_string()) > 0.8;
    match names.iter().find(is_similar).filter(|_| !key.is_quoted()) {
        Some(meant) => key.error(what, format!("did you mean the parameter `{meant}`? Otherwise, {help}")),
        None => error_with_help(last, what, help),
    }
}

/// Returns the error if no parameter can contain the key.
fn no_request_param(key: &Key, options: &Options, signature: &AnalyzedSignature) -> Error {
    let name = &signature.method;
    let field = first_field(key).unwrap_or_else(|| "next_token".to_owned());
    if signature.params.is_empty() {
        let example = example_param(key, &field, options);
        let is_self_a_value =
            signature.receiver.as_ref().is_some_and(|receiver| receiver.usage == ReceiverUsage::Cloned);
        let help = match &*field {
            _ if is_self_a_value && options.builder.is_written() => {
                "`self` cannot be the request: annotate a function that takes the request as a parameter".to_owned()
            }
            "input" => format!("add a parameter: `{example}`"),
            _ => format!("add a parameter: `input: ListInput`, or `{example}`"),
        };
        return error_with_help(name, format!("`{name}` has no parameters; expected a request"), help);
    }
    let named = signature.params.iter().filter(|param| is_request_name(&param.name) && !options.builder.is_written());
    for param in named {
        let Some(intended) = intended_request_type(&param.ty, signature) else { continue };
        let ty = strip_added_bounds(param.ty.clone());
        let help = format!("write the type of the request: `{}: {intended}`", param.name);
        return error_with_help(&ty, format!("`{}` has no fields", type_to_string(&ty)), help);
    }
    let what = match key.closure {
        Some(_) => format!("none of the parameters of `{name}` is the request"),
        None => format!("`{name}` has no parameter `{field}`, and no parameter with fields"),
    };
    key.error(what, missing_param_help(key, &field, options, signature))
}

/// Returns the help for a key without a parameter: to change a map or a list in a closure, to name the parameter that was probably
/// meant, or to add a parameter.
fn missing_param_help(key: &Key, field: &str, options: &Options, signature: &AnalyzedSignature) -> String {
    let names = signature.param_names();
    if key.is_closure() {
        let example = names.last().map_or_else(|| "request".to_owned(), ToString::to_string);
        return format!("write the name of the parameter that the closure changes, as in `|{example}, value| …`");
    }
    // Only a single key is the whole value of its option.
    let option =
        REQUEST_KEYS.iter().find(|option| matches!(options.setting(option).keys(), [only] if only.is_same(key)));
    let is_token = is_token(key, options);
    let written = |value: &str| match option {
        // The token may have another name in the page than in the request.
        Some(option) if is_token && !options.output_token.is_written() => {
            format!("`{option} = {value}, output_token = {}`", key.tokens())
        }
        Some(option) => format!("`{option} = {value}`"),
        None => format!("`{value}`"),
    };
    let can_be_closure = !options.first_page_only.keys().iter().any(|other| other.is_same(key));
    let inserting = || signature.params.iter().find_map(|param| inserting_closure(param, key.name(), is_token));
    if can_be_closure && let Some((name, closure)) = inserting() {
        return format!("add the value to `{name}` in a closure: {}", written(&closure));
    }
    let is_named = |name: &Ident| {
        REQUEST_KEYS.iter().flat_map(|option| options.setting(option).keys()).any(|key| *name == key.name())
    };
    let is_similar = |name: &Ident| {
        let name = name.to_string();
        field.ends_with(&format!("_{name}")) || strsim::jaro(field, &name) > 0.85
    };
    let example = example_param(key, field, options);
    if names.is_empty() {
        return format!("name the parameter, as in `{example}`");
    }
    match names.iter().find(|name| is_similar(name) && !is_named(name)) {
        Some(meant) => format!("name the parameter: {}", written(&meant.to_string())),
        None => format!(
            "add a parameter: `{example}`; if a parameter with another name has this value, write its name without quotes"
        ),
    }
}

/// Returns a parameter for the first step of a key. It is the request if the key has more steps.
fn example_param(key: &Key, field: &str, options: &Options) -> String {
    if key.paths.iter().any(|path| path.steps.len() > 1) {
        return format!("{field}: ListInput");
    }
    format!("{field}: Option<{}>", example_type(key, options))
}

/// Returns the name of a parameter that is a map or a list of pairs, and a closure that adds a value to it.
fn inserting_closure<'a>(param: &'a Param, key: &str, is_token: bool) -> Option<(&'a Ident, String)> {
    let Param { name, ty, .. } = param;
    let request = if let Type::Reference(reference) = ty { &*reference.elem } else { ty };
    let is_map = last_segment(request)?.ident.to_string().ends_with("Map");
    let value_type = match argument_of(request, "Vec") {
        // A request that is taken by reference is not cloned, so each page would add a pair to those of the pages before.
        Some(Type::Tuple(pair)) if pair.elems.len() == 2 && !matches!(ty, Type::Reference(_)) => pair.elems.last(),
        _ if is_map => type_arguments(last_segment(request)?).nth(1),
        _ => return None,
    };
    let wrapped = value_type.and_then(last_segment).and_then(|wrapper| type_arguments(wrapper).next());
    let wraps_string = wrapped.and_then(StdType::of) == Some(StdType::String);
    let type_name = value_type.map_or_else(|| "String".to_owned(), type_to_string);
    let std_type = value_type.map_or(Some(StdType::String), StdType::of);
    let value = match std_type {
        _ if type_name.contains('&') => return None,
        Some(StdType::String) if is_token => "value",
        Some(StdType::String) => "value.to_string()",
        Some(StdType::Number) if !is_token && !type_name.starts_with('f') => "value",
        // An `Option<String>` or `Arc<str>`, for example.
        Some(StdType::Wrapper) if wraps_string && !is_token => "value.to_string().into()",
        Some(StdType::Wrapper) if wraps_string => "value.into()",
        // Such as `serde_json::Value`.
        None => "value.into()",
        Some(_) => return None,
    };
    // If the closure names the type of a number, a number that does not fit is an error.
    let annotation = if std_type == Some(StdType::Number) { format!(": {type_name}") } else { String::new() };
    let add = if is_map {
        format!("{{ {name}.insert(\"{key}\".into(), {value}); }}")
    } else {
        format!("{name}.push((\"{key}\".into(), {value}))")
    };
    Some((name, format!("|{name}, value{annotation}| {add}")))
}

pub(super) fn is_token(key: &Key, options: &Options) -> bool {
    options.input_token.keys().iter().any(|token| token.is_same(key))
}

/// Returns a type that the value of a key in the request may have.
pub(super) fn example_type(key: &Key, options: &Options) -> &'static str {
    if is_token(key, options) { "String" } else { "u32" }
}

fn first_field(key: &Key) -> Option<String> {
    let step = key.paths.first()?.steps.first()?;
    Some(step.field.to_token_stream().to_string())
}

fn is_request_name(name: &Ident) -> bool {
    REQUEST_NAMES.iter().any(|known| name == known)
}

/// Returns the type of the request that the user probably meant by a type without fields: the type inside of it, or `ListInput`
/// as an example. Returns `None` for a type that cannot be meant as a request.
fn intended_request_type(ty: &Type, signature: &AnalyzedSignature) -> Option<String> {
    let inner = match ty {
        Type::Reference(reference) => return intended_request_type(&reference.elem, signature),
        Type::ImplTrait(_) => into_target(ty),
        Type::Slice(slice) => Some(&*slice.elem),
        Type::Path(_) if !signature.is_type_param(ty) => Some(argument_of(ty, "Vec")?),
        Type::Path(_) | Type::TraitObject(_) => None,
        _ => return None,
    };
    match inner {
        None => Some("ListInput".to_owned()),
        Some(inner) => can_hold_fields(inner, signature).then(|| type_to_string(inner)),
    }
}

/// Returns the type as the user wrote it, without the bounds that were added for the generated function. The first of them is
/// `…::__private::core::clone::Clone`. If the paginator is boxed, the lifetime of the box follows.
pub(super) fn strip_added_bounds(mut ty: Type) -> Type {
    let is_added = |bound: &TypeParamBound| contains_ident(bound.to_token_stream(), &|ident| ident == "__private");
    change_impl_traits(&mut ty, |_| true, &mut |impl_trait| {
        let bounds = impl_trait.bounds.iter().take_while(|bound| !is_added(bound)).cloned();
        impl_trait.bounds = bounds.collect();
    });
    ty
}

/// Returns whether a type may be a struct, or contain one in a reference or a wrapper.
fn can_hold_fields(ty: &Type, signature: &AnalyzedSignature) -> bool {
    // The type of a request in `paginate!` is inferred.
    if matches!(ty, Type::Infer(_)) {
        return true;
    }
    if let Type::Reference(TypeReference { elem, .. }) = ty {
        return can_hold_fields(elem, signature);
    }
    let Some(last) = last_segment(ty) else { return false };
    match StdType::named(last) {
        Some(StdType::Wrapper) if !last.arguments.is_none() => {
            type_arguments(last).any(|inner| can_hold_fields(inner, signature))
        }
        Some(StdType::Wrapper) | None => !signature.is_type_param(ty),
        Some(_) => false,
    }
}
