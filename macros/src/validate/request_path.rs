//! The location of a key in the request.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Error, Member, Pat, Type, TypeParamBound, TypeReference};

use crate::attr::Options;
use crate::diagnostics::{Errors, error_with_help, join_quoted, push_unique, type_to_string};
use crate::input::SignatureInfo;
use crate::key::{Key, KeyPath};
use crate::model::{ArgMode, Param, RequestPath};
use crate::util::ty::{StdType, argument_of, last_segment, segment_argument, type_arguments};

/// The names by which the request is recognized among several parameters.
const REQUEST_NAMES: [&str; 12] =
    ["input", "request", "req", "params", "query", "variables", "message", "lp", "args", "options", "builder", "body"];

/// The endings of type names by which the request is recognized.
const REQUEST_TYPES: [&str; 6] = ["Request", "Params", "Variables", "Input", "Query", "Builder"];

/// The names of parameters that are the client, or belong to it.
const CLIENT_NAMES: [&str; 7] = ["client", "api", "http", "pool", "conn", "connection", "context"];

/// The endings of the type names of such parameters.
const CLIENT_TYPES: [&str; 5] = ["Client", "Api", "Pool", "Connection", "Context"];

/// Resolves a key to a parameter with its name, to a field of the request, or to the request that a closure changes.
pub(super) fn resolve(
    key: &Key,
    options: &Options,
    signature: &SignatureInfo,
    errors: &mut Errors,
) -> Option<RequestPath> {
    let Some(closure) = &key.closure else { return resolve_field(key, options, signature, errors) };
    let mut names = closure.inputs.iter().map(|input| match input {
        Pat::Type(typed) => &*typed.pat,
        pat => pat,
    });
    let (Some(request), Some(_), None) = (names.next(), names.next(), names.next()) else {
        let help = "write `|request, value| …`, which puts the value into the request";
        errors.push(key.error("a closure for the request takes two parameters", help));
        return None;
    };
    let named = match request {
        Pat::Ident(request) => signature.param_index(&request.ident),
        _ => None,
    };
    let param = match named {
        Some(param) => param,
        None if signature.params.len() == 1 => 0,
        None => request_param(key, options, signature, errors)?,
    };
    Some(RequestPath { key: key.clone(), param, path: KeyPath { steps: Vec::new() } })
}

/// Resolves a key to a parameter with its name, or to a field of the request.
pub(super) fn resolve_field(
    key: &Key,
    options: &Options,
    signature: &SignatureInfo,
    errors: &mut Errors,
) -> Option<RequestPath> {
    if !key.is_field() {
        errors.push(not_a_request_field(key));
        return None;
    }
    let path = key.paths.first()?;
    let (first, inner) = path.steps.split_first()?;
    let param = match &first.field {
        Some(Member::Named(ident)) => signature.param_index(ident),
        _ => None,
    };
    if let Some(param) = param {
        return Some(RequestPath { key: key.clone(), param, path: KeyPath { steps: inner.to_vec() } });
    }
    let param = request_param(key, options, signature, errors)?;
    if key.is_quoted() && !options.builder.is_present() && is_named_builder(&signature.params[param].ty) {
        let ty = &signature.params[param].ty;
        let what = format!("`{}` is a builder, and the option `builder` is missing", type_to_string(ty));
        let help = "add `builder` to the attribute; if it is a struct with fields, write the keys without quotes";
        push_unique(errors, error_with_help(ty, what, help));
    }
    Some(RequestPath { key: key.clone(), param, path: path.clone() })
}

fn is_named_builder(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.ident.to_string().ends_with("Builder"))
}

/// Returns the parameters other than the request, which the method that requests a link takes too.
pub(super) fn params_besides_request(options: &Options, signature: &SignatureInfo) -> Vec<usize> {
    let mut unreported = Vec::new();
    let keys = options.limit_key.key().into_iter().chain(options.first_page_only.keys());
    let mut request: Vec<_> =
        keys.filter_map(|key| resolve(key, options, signature, &mut unreported)).map(|path| path.param).collect();
    if request.is_empty()
        && let [param] = likeliest_requests(options, signature)[..]
        && likelihood(&signature.params[param], signature) != Likelihood::Client
    {
        request.push(param);
    }
    (0..signature.params.len()).filter(|index| !request.contains(index)).collect()
}

/// Lets the paginator own a request that the method borrows, although no key is in it. `others` are the other parameters.
pub(super) fn own_request(others: &[usize], signature: &mut SignatureInfo) {
    let params = signature
        .params
        .iter_mut()
        .enumerate()
        .filter(|(index, param)| !others.contains(index) && param.mode == ArgMode::Cloned);
    for (_, param) in params {
        if let Type::Reference(TypeReference { elem, mutability: None, .. }) = &param.ty {
            param.ty = (**elem).clone();
            param.mode = ArgMode::Borrowed;
        }
    }
}

fn not_a_request_field(key: &Key) -> Error {
    let what = if key.is_closure() {
        "expected a field of the request, found a closure".to_owned()
    } else if key.is_negated {
        "`!` negates a flag of the page, and this is a field of the request".to_owned()
    } else {
        format!("expected a field of the request, found `{}`", key.wire_name())
    };
    key.error(what, key.field_help())
}

/// Returns the index of the parameter that is the request.
fn request_param(key: &Key, options: &Options, signature: &SignatureInfo, errors: &mut Errors) -> Option<usize> {
    match likeliest_requests(options, signature)[..] {
        [param] => return Some(param),
        [] => push_unique(errors, no_request_param(key, options, signature)),
        ref candidates => {
            let names: Vec<&Ident> = candidates.iter().map(|&index| &signature.params[index].name).collect();
            push_unique(errors, ambiguous_request_param(key, &names));
        }
    }
    None
}

/// Returns the indexes of the parameters that can contain a key and have the highest likelihood to be the request.
fn likeliest_requests(options: &Options, signature: &SignatureInfo) -> Vec<usize> {
    // The setters of a type parameter may be methods of a trait.
    let can_be_request =
        |ty: &Type| can_hold_fields(ty, signature) || options.builder.is_present() && signature.is_type_param(ty);
    let candidates = signature.params.iter().enumerate().filter(|(_, param)| can_be_request(&param.ty));
    let rated: Vec<_> = candidates.map(|(index, param)| (index, likelihood(param, signature))).collect();
    let highest = rated.iter().map(|(_, likelihood)| *likelihood).max();
    rated.into_iter().filter(|(_, likelihood)| Some(*likelihood) == highest).map(|(index, _)| index).collect()
}

/// The likelihood that a parameter is the request, from the lowest to the highest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likelihood {
    /// It is probably the client.
    Client,
    Unknown,
    /// The name of its type is that of a request.
    TypeName,
    /// Its own name is that of a request.
    Name,
    BothNames,
}

fn likelihood(param: &Param, signature: &SignatureInfo) -> Likelihood {
    let type_name = type_name(&param.ty).unwrap_or_default();
    let has_type = |endings: &[&str]| endings.iter().any(|ending| type_name.ends_with(ending));
    match (is_request_name(&param.name), has_type(&REQUEST_TYPES)) {
        (true, true) => Likelihood::BothNames,
        (true, false) => Likelihood::Name,
        (false, true) => Likelihood::TypeName,
        (false, false) => {
            // A reference is usually the client of a function without a receiver.
            let is_client = signature.receiver.is_none() && matches!(param.ty, Type::Reference(_))
                || CLIENT_NAMES.iter().any(|name| param.name == name)
                || has_type(&CLIENT_TYPES);
            if is_client { Likelihood::Client } else { Likelihood::Unknown }
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
    error_with_help(last, what, help)
}

/// Returns the error if no parameter can contain the key.
fn no_request_param(key: &Key, options: &Options, signature: &SignatureInfo) -> Error {
    let name = &signature.name;
    let field = first_field(key).unwrap_or_else(|| "next_token".to_owned());
    if signature.params.is_empty() {
        let help = format!("add a parameter: `input: ListInput`, or `{field}: Option<String>`");
        return error_with_help(name, format!("`{name}` has no parameters; expected a request"), help);
    }
    let inputs = signature.params.iter().filter(|param| is_request_name(&param.name) && !options.builder.is_present());
    for param in inputs {
        let Some(intended) = intended_request_type(&param.ty, signature) else { continue };
        let ty = strip_added_bounds(&param.ty);
        let help = format!("write the type of the request: `{}: {intended}`", param.name);
        return error_with_help(&ty, format!("`{}` has no fields", type_to_string(&ty)), help);
    }
    let what = format!("`{name}` has no parameter `{field}`, and no parameter with fields");
    key.error(what, param_help(key, &field, options, signature))
}

/// Returns the help that proposes the parameter with the most similar name.
fn param_help(key: &Key, field: &str, options: &Options, signature: &SignatureInfo) -> String {
    let names = signature.param_names();
    let similarity = |name: &Ident| strsim::sorensen_dice(field, &name.to_string());
    let Some(closest) = names.iter().max_by(|a, b| similarity(a).total_cmp(&similarity(b))) else {
        return format!("name the parameter, as in `{field}: Option<String>`");
    };
    // The token may have another name in the page than the parameter.
    let is_token = matches!(options.input_token.keys(), [token] if token.wire_name() == key.wire_name());
    let example = if is_token && !options.output_token.is_written() {
        format!("input_token = {closest}, output_token = {}", key.tokens())
    } else {
        closest.to_string()
    };
    let names = join_quoted(&names, "and");
    format!("name a parameter with a key without quotes, as in `{example}`; the parameters are {names}")
}

fn first_field(key: &Key) -> Option<String> {
    let step = key.paths.first()?.steps.first()?;
    Some(step.field.to_token_stream().to_string())
}

fn is_request_name(name: &Ident) -> bool {
    REQUEST_NAMES.iter().any(|known| name == known)
}

/// Returns the type of the request that the user probably meant by a type without fields.
fn intended_request_type(ty: &Type, signature: &SignatureInfo) -> Option<String> {
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

/// Returns the type as the user wrote it, without the bounds that were added for the generated function.
fn strip_added_bounds(ty: &Type) -> TokenStream {
    let Type::ImplTrait(impl_trait) = ty else { return ty.to_token_stream() };
    let is_added = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.iter().any(|segment| segment.ident == "__private"),
        _ => false,
    };
    let (keyword, bounds) = (&impl_trait.impl_token, impl_trait.bounds.iter().take_while(|bound| !is_added(bound)));
    quote!(#keyword #(#bounds)+*)
}

/// Returns whether a type may be a struct.
fn can_hold_fields(ty: &Type, signature: &SignatureInfo) -> bool {
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

/// Determines the [`ArgMode`] of the parameters that contain keys.
pub(super) fn classify_params<'a>(
    options: &Options,
    paths: impl Iterator<Item = &'a RequestPath>,
    signature: &mut SignatureInfo,
    errors: &mut Errors,
) {
    let paths: Vec<_> = paths.collect();
    for path in &paths {
        let whole = paths.iter().find(|whole| whole.param == path.param && whole.is_param());
        let param = &mut signature.params[path.param];
        if path.is_param() {
            if let Some(mode) = value_mode(&param.ty) {
                param.mode = mode;
            }
        } else if let Some(whole) = whole {
            let what = format!("`{}` is inside of `{}`, which is a token itself", path.key.wire_name(), param.name);
            let help = format!("name a field of `{}` instead of `{}`", param.name, whole.key.wire_name());
            push_unique(errors, path.key.error(what, help));
        } else if options.builder.is_present() {
            check_builder(path, &param.name, &param.ty, errors);
            param.mode = ArgMode::Builder;
        } else if let Type::Reference(reference) = &param.ty {
            check_request_reference(reference, errors);
            if reference.mutability.is_none() {
                param.ty = (*reference.elem).clone();
                param.mode = ArgMode::Borrowed;
            }
        } else if let Some(Type::Reference(TypeReference { mutability: None, .. })) = argument_of(&param.ty, "Option") {
            param.mode = ArgMode::OwnedCopy;
        }
    }
}

fn check_request_reference(reference: &TypeReference, errors: &mut Errors) {
    if reference.mutability.is_some() {
        let help = format!("take it by value or by reference: `&{}`", reference.elem.to_token_stream());
        push_unique(
            errors,
            error_with_help(reference, "the request of a paginator cannot be a `&mut` reference", help),
        );
    }
}

/// Returns the mode of a parameter that is itself a token or a page size, unless it is cloned.
fn value_mode(ty: &Type) -> Option<ArgMode> {
    match argument_of(ty, "Option").unwrap_or(ty) {
        Type::Reference(TypeReference { mutability: None, lifetime, .. }) => {
            let is_static = lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
            (!is_static).then_some(ArgMode::OwnedCopy)
        }
        _ => into_target(ty).map(|target| ArgMode::Converted(Box::new(target.clone()))),
    }
}

/// Returns the `T` of `impl Into<T>`.
fn into_target(ty: &Type) -> Option<&Type> {
    let Type::ImplTrait(impl_trait) = ty else { return None };
    impl_trait.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => segment_argument(bound.path.segments.last()?, "Into"),
        _ => None,
    })
}

/// Checks that the key names a setter of the builder, and that the setter can consume the builder.
fn check_builder(path: &RequestPath, name: &Ident, ty: &Type, errors: &mut Errors) {
    if let Type::Reference(reference) = ty {
        let help = format!("take it by value: `{name}: {}`", type_to_string(&reference.elem));
        push_unique(errors, error_with_help(ty, "a builder cannot be borrowed, because its setters consume it", help));
    }
    let (key, steps) = (&path.key, &path.path.steps);
    let what = match &steps[..] {
        [_, _, ..] => format!("`{}` names a field inside of a field, but a builder has only setters", key.wire_name()),
        [step] if matches!(step.field, Some(Member::Unnamed(_))) => {
            format!("`{}` is not the name of a setter", step.name)
        }
        _ => return,
    };
    let example = Some(&steps[0]).filter(|step| matches!(step.field, Some(Member::Named(_))));
    let example = example.map_or("set_next_token", |step| &step.name);
    errors.push(key.error(what, format!("name a setter of the builder, as in `{example}`, or remove `builder`")));
}
