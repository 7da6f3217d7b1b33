//! The location of a key in the request.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{
    Error, Expr, ExprClosure, Generics, Lifetime, Member, Pat, ReturnType, Stmt, Type, TypeParamBound, TypeReference,
};

use super::request_param::{self, Likelihood, example_type, is_token, strip_added_bounds};
use crate::attr::{AnySetting, Options};
use crate::diagnostics::{Errors, error_with_help, push_unique, type_to_string};
use crate::input::{AnalyzedSignature, borrows_only_from, is_borrowed_for, name_elided, reference_lifetime};
use crate::key::{Key, KeyPath};
use crate::model::{PagingKeys, Param, ParamKind, RequestLocation};
use crate::util::field::member_name;
use crate::util::ty::{
    argument_of, bound_impl_traits, into_target, is_shared_pointer, is_unsized, last_segment, probable_page,
    type_arguments, ungroup_type,
};

/// Resolves a closure to the parameter that it changes, and any other key by [`resolve_field`].
pub(super) fn resolve(
    key: &Key,
    options: &Options,
    signature: &AnalyzedSignature,
    errors: &mut Errors,
) -> Option<RequestLocation> {
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
    let request = match request {
        Pat::Ident(request) => Some(&request.ident),
        _ => None,
    };
    // The closure changes the method's parameter with the name of its own first parameter, or otherwise the request.
    let param = match request.and_then(|request| signature.param_index(request)) {
        Some(param) => param,
        None if signature.params.len() == 1 => 0,
        None => request_param::find(key, options, signature, errors)?,
    };
    if !options.builder.is_written() {
        let ty = &signature.params[param].ty;
        check_result(closure, request.filter(|_| !is_shared_pointer(ty)), errors);
    }
    Some(RequestLocation { key: key.clone(), param, path: KeyPath { steps: Vec::new() } })
}

/// Rejects a closure that returns a changed copy of the request instead of changing the request: the next page would never be
/// requested. `request` is the closure's first parameter, unless its clones share the value. Also rejects a return type, because
/// the generated closure returns nothing.
fn check_result(closure: &ExprClosure, request: Option<&Ident>, errors: &mut Errors) {
    let what = "the value that this closure returns is ignored";
    if let ReturnType::Type(_, ty) = &closure.output
        && !matches!(&**ty, Type::Infer(_))
        && !matches!(&**ty, Type::Tuple(unit) if unit.elems.is_empty())
    {
        errors.push(error_with_help(ty, what, "remove the return type"));
        return;
    }
    let Some(value) = final_value(&closure.body) else { return };
    let name = request.map_or_else(|| "request".to_owned(), Ident::to_string);
    let help = match value {
        Expr::Struct(copy) => {
            let field = copy.fields.first().map(|field| format!("{name}.{}", member_name(&field.member)));
            let place = field.unwrap_or_else(|| format!("*{name}"));
            format!("change `{name}` itself, as in `{place} = …`")
        }
        value if request.is_some_and(|request| is_changed_clone(value, request)) => format!(
            "change `{name}` itself, as in `*{name} = …`; if it is a builder whose setters take `self`, add `builder`"
        ),
        _ => return,
    };
    errors.push(error_with_help(value, what, help));
}

/// Returns the expression whose value a body has, if the body does not end with a statement.
fn final_value(body: &Expr) -> Option<&Expr> {
    match body {
        Expr::Block(block) => match block.block.stmts.last()? {
            Stmt::Expr(value, None) => final_value(value),
            _ => None,
        },
        Expr::Paren(inner) => final_value(&inner.expr),
        value => Some(value),
    }
}

/// Returns whether an expression calls a method of `request.clone()`.
fn is_changed_clone(value: &Expr, request: &Ident) -> bool {
    let Expr::MethodCall(changed) = value else { return false };
    let is_clone = matches!(&*changed.receiver, Expr::MethodCall(call) if call.method == "clone"
        && matches!(&*call.receiver, Expr::Path(receiver) if receiver.path.is_ident(request)));
    is_clone || is_changed_clone(&changed.receiver, request)
}

/// Resolves a key to the parameter that its first name names, or to a field inside of this parameter. If no parameter has that
/// name, resolves it to a field of the request.
pub(super) fn resolve_field(
    key: &Key,
    options: &Options,
    signature: &AnalyzedSignature,
    errors: &mut Errors,
) -> Option<RequestLocation> {
    if !key.is_field() {
        errors.push(not_a_request_field(key, options));
        return None;
    }
    let path = key.paths.first()?;
    let (first, inner) = path.steps.split_first()?;
    let param = match &first.field {
        Some(Member::Named(ident)) => signature.param_index(ident),
        _ => None,
    };
    if let Some(param) = param {
        return Some(RequestLocation { key: key.clone(), param, path: KeyPath { steps: inner.to_vec() } });
    }
    let param = request_param::find(key, options, signature, errors)?;
    if key.is_quoted() && !options.builder.is_written() && is_named_builder(&signature.params[param].ty) {
        let ty = &signature.params[param].ty;
        let what = format!("`{}` is a builder, and the option `builder` is missing", type_to_string(ty));
        let help = "add `builder` to the attribute; if it is a struct with fields, write the keys without quotes";
        push_unique(errors, error_with_help(ty, what, help));
    }
    Some(RequestLocation { key: key.clone(), param, path: path.clone() })
}

fn is_named_builder(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.ident.to_string().ends_with("Builder"))
}

/// Marks the parameters in whose place `next_method` takes a link, and lets the paginator own them.
pub(super) fn mark_replaced_by_link(options: &Options, keys: &PagingKeys, signature: &mut AnalyzedSignature) {
    let mut replaced: Vec<_> = keys.request_locations().map(|location| location.param).collect();
    if keys.request_locations().all(RequestLocation::is_param) {
        // No key names a field, so the request is only guessed. If keys name parameters, another one is replaced only if its name
        // or its type is that of a request, because it may be a part of the URL, which a link does not replace.
        let above = if replaced.is_empty() { Likelihood::Reference } else { Likelihood::Unknown };
        replaced.extend(request_param::find_without_field(options, signature, above));
    }
    for index in replaced {
        let param = &mut signature.params[index];
        param.is_replaced_by_link = true;
        if param.is_cloned() && !is_slice(&param.ty) {
            own_if_shared(param, &signature.generics);
        }
    }
}

/// Returns whether a type is a borrowed slice, whose elements may not be `Clone`.
fn is_slice(ty: &Type) -> bool {
    matches!(argument_of(ty, "Option").unwrap_or(ty), Type::Reference(reference) if matches!(*reference.elem, Type::Slice(_)))
}

fn not_a_request_field(key: &Key, options: &Options) -> Error {
    let can_be_closure = !options.first_page_only.keys().iter().any(|other| other.is_same(key));
    let closure = can_be_closure.then_some("|request, value| request.filters[0].field = Some(value)");
    let what = if key.is_closure() {
        "expected a field of the request, found a closure".to_owned()
    } else if key.is_negated {
        "`!` negates a flag of the page, and this is a field of the request".to_owned()
    } else {
        format!("expected a field of the request, found `{}`", key.name())
    };
    key.error(what, key.field_help(closure))
}

/// Sets the [`ParamKind`] of the parameters that keys name, or that contain the field of a key.
pub(super) fn set_param_kinds(
    options: &Options,
    keys: &PagingKeys,
    signature: &mut AnalyzedSignature,
    errors: &mut Errors,
) {
    let locations: Vec<_> = keys.request_locations().collect();
    let is_only = signature.params.len() == 1;
    for location in &locations {
        if !options.builder.is_written() {
            if let Some((error, result)) = reject_borrowing_page(location, signature) {
                push_unique(errors, error);
                // The stub owns the request, so an elided lifetime would be invalid there.
                signature.result_type = Some(result);
            } else if let Some(error) = reject_long_borrow(location, signature) {
                push_unique(errors, error);
            }
        }
        let likelihood = request_param::likelihood(&signature.params[location.param], signature);
        let param = &mut signature.params[location.param];
        if location.is_param() {
            // No value is converted to the type of a parameter of `first_page_only`, which is only reset to its default.
            if !keys.first_page_only.iter().any(|first| first.param == location.param)
                && let Some(error) = reject_opaque_value(param, &location.key, options)
            {
                push_unique(errors, error);
            }
            if let Some(kind) = value_kind(&param.ty) {
                param.kind = kind;
            }
        } else if let Some(whole) = locations.iter().find(|other| other.param == location.param && other.is_param()) {
            let what =
                format!("`{}` is inside of `{}`, which another key names as a whole", location.key.name(), param.name);
            let help = format!("name a field of `{}` instead of `{}`", param.name, whole.key.name());
            push_unique(errors, location.key.error(what, help));
        } else if options.builder.is_written() {
            let is_client = likelihood == Likelihood::Client || likelihood == Likelihood::Reference && !is_only;
            check_builder(location, param, is_client.then_some(&signature.method), errors);
            param.kind = ParamKind::Builder;
        } else {
            own_request(location, param, &signature.generics, errors);
        }
    }
}

/// Rejects an `impl Trait` to which a value cannot be converted. Two kinds are accepted: an `impl Into<T>` that is not in an
/// `Option`, and, for a number, a bound such as `impl From<u32>`.
fn reject_opaque_value(param: &Param, key: &Key, options: &Options) -> Option<Error> {
    let inside = argument_of(&param.ty, "Option");
    let value = inside.unwrap_or(&param.ty);
    let name = &param.name;
    let (what, help) = match into_target(value) {
        Some(target) => {
            inside?;
            let help = format!("write `{name}: impl Into<Option<{}>>`", type_to_string(target));
            ("a value that is converted cannot be in an `Option`", help)
        }
        None if matches!(value, Type::ImplTrait(_)) && (is_token(key, options) || !is_made_of_number(value)) => (
            "the type of this value cannot be `impl Trait`",
            format!("write its type, as in `{name}: Option<{}>`", example_type(key, options)),
        ),
        None => return None,
    };
    Some(error_with_help(strip_added_bounds(param.ty.clone()), what, help))
}

/// Returns whether an `impl Trait` has a bound by which the runtime converts a number.
fn is_made_of_number(ty: &Type) -> bool {
    let is_conversion = |bound: &TypeParamBound| {
        let TypeParamBound::Trait(bound) = bound else { return false };
        let Some(last) = bound.path.segments.last() else { return false };
        let source = type_arguments(last).next().and_then(last_segment).map(|source| source.ident.to_string());
        matches!(
            (&*last.ident.to_string(), source.as_deref()),
            ("TryFrom", Some("usize")) | ("From", Some("u32" | "i32" | "String"))
        )
    };
    matches!(ty, Type::ImplTrait(ty) if ty.bounds.iter().any(is_conversion))
}

/// Lets the paginator own a request with fields, if the method takes a reference, or an `Option` of one. Rejects a request that
/// cannot be owned or changed.
fn own_request(location: &RequestLocation, param: &mut Param, generics: &Generics, errors: &mut Errors) {
    if let Type::Reference(reference) = &param.ty {
        if reference.mutability.is_some() {
            let help = format!("take it by value or by reference: `&{}`", reference.elem.to_token_stream());
            let what = "the request of a paginator cannot be a `&mut` reference";
            push_unique(errors, error_with_help(reference, what, help));
        }
        own_if_shared(param, generics);
    } else if let Some(Type::Reference(TypeReference { mutability: None, .. })) = argument_of(&param.ty, "Option") {
        param.kind = ParamKind::OwnedCopy;
    } else if let Some(request) = argument_of(&param.ty, "Arc").or_else(|| argument_of(&param.ty, "Rc"))
        && !location.key.is_closure()
    {
        let what = format!("the request in an `{}` cannot be modified", type_to_string(&param.ty));
        let help = format!("take it by value or by reference: `&{}`", type_to_string(request));
        push_unique(errors, error_with_help(&param.ty, what, help));
    }
}

/// Rejects a page that borrows from a token or from the request, which the paginator changes between two calls. With the error, it
/// returns the type of the result with a name for its elided lifetimes.
fn reject_borrowing_page(location: &RequestLocation, signature: &AnalyzedSignature) -> Option<(Error, Type)> {
    let (param, lifetime) = named_borrow(location, signature)?;
    let result = signature.result_type.as_ref()?;
    let page = probable_page(result).unwrap_or(result);
    if lifetime.ident == "static" || !borrows_only_from(page, location.param, lifetime, signature) {
        return None;
    }
    let what = format!("`{}` borrows from `{}`, which changes from page to page", type_to_string(page), param.name);
    let help = "return a page that owns its data, such as a `Vec<String>` instead of a `Vec<&str>`";
    Some((error_with_help(page, what, help), name_elided(result, lifetime)))
}

/// Returns the parameter of a key if it is a shared reference, or an `Option` of one, with a named lifetime.
fn named_borrow<'a>(location: &RequestLocation, signature: &'a AnalyzedSignature) -> Option<(&'a Param, &'a Lifetime)> {
    let param = &signature.params[location.param];
    Some((param, reference_lifetime(&param.ty)?))
}

/// Rejects a token or a request that is borrowed for longer than one call: the paginator owns it, and changes it between two calls.
fn reject_long_borrow(location: &RequestLocation, signature: &AnalyzedSignature) -> Option<Error> {
    let (param, lifetime) = named_borrow(location, signature)?;
    // The macro named the lifetime of an elided reference, so the user does not need to change it. A token that is `'static` is not
    // borrowed from the paginator.
    if param.has_box_lifetime || location.is_param() && lifetime.ident == "static" {
        return None;
    }
    let is_declared = signature.generics.lifetimes().any(|param| param.lifetime == *lifetime);
    let is_in_result = signature.result_type.as_ref().is_some_and(|result| is_borrowed_for(result, lifetime));
    // A lifetime that only the method declares, and that its result lacks, can be as short as a call.
    if is_declared && !is_in_result {
        return None;
    }
    let what =
        format!("`{}` is borrowed for `{lifetime}`, and the paginator can lend it only for one call", param.name);
    let help = if is_in_result { "take it by value" } else { "take it by value, or elide the lifetime" };
    Some(error_with_help(lifetime, what, help))
}

/// Lets the paginator own a request that the method borrows by a shared reference. The generated method cannot take an unsized
/// request, such as a `str`, by value.
fn own_if_shared(param: &mut Param, generics: &Generics) {
    if let Type::Reference(TypeReference { elem, mutability: None, lifetime, .. }) = &param.ty {
        if is_unsized(elem, generics) {
            param.kind = ParamKind::OwnedCopy;
        } else {
            let mut ty = ungroup_type(elem).clone();
            if let Some(lifetime) = lifetime {
                bound_impl_traits(&mut ty, lifetime);
            }
            param.ty = ty;
            param.kind = ParamKind::Borrowed;
        }
    }
}

/// Returns the kind of a parameter that a key names, such as a token or a page size, unless it is cloned.
fn value_kind(ty: &Type) -> Option<ParamKind> {
    match argument_of(ty, "Option").unwrap_or(ty) {
        Type::Reference(TypeReference { mutability: None, lifetime, .. }) => {
            let is_static = lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
            (!is_static).then_some(ParamKind::OwnedCopy)
        }
        _ => into_target(ty).map(|target| ParamKind::Converted(Box::new(target.clone()))),
    }
}

/// Checks that the key names a setter of the builder, and that the setter can consume the builder. If the parameter is probably the
/// client, so that the one for the builder is missing, `method_without_builder` is the name of the annotated method.
fn check_builder(
    location: &RequestLocation,
    param: &Param,
    method_without_builder: Option<&Ident>,
    errors: &mut Errors,
) {
    if let Type::Reference(reference) = &param.ty {
        let error = if let Some(method) = method_without_builder {
            let what = format!("`{method}` has no parameter for the builder");
            error_with_help(method, what, "take the builder by value, as in `request: ListBuilder`")
        } else {
            let help = format!("take it by value: `{}: {}`", param.name, type_to_string(&reference.elem));
            error_with_help(reference, "a builder cannot be borrowed, because its setters consume it", help)
        };
        push_unique(errors, error);
    }
    let (key, steps) = (&location.key, &location.path.steps);
    let what = match &steps[..] {
        [_, _, ..] => format!("`{}` names a field inside of a field, but a builder has only setters", key.name()),
        [step] if matches!(step.field, Some(Member::Unnamed(_))) => {
            format!("`{}` is not the name of a setter", step.name)
        }
        _ => return,
    };
    let example = Some(&steps[0]).filter(|step| matches!(step.field, Some(Member::Named(_))));
    let example = example.map_or("set_next_token", |step| &step.name);
    errors.push(key.error(what, format!("name a setter of the builder, as in `{example}`, or remove `builder`")));
}
