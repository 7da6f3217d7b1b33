//! Where in the request a key lies.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericArgument, Member, PathArguments, Type, TypeParamBound, TypeReference};

use super::Errors;
use crate::args::Args;
use crate::check::signature::{Checked, is_type_param, only_type, only_type_of};
use crate::key::{Key, Path};
use crate::mistake::{list, mistake, shown};
use crate::model::{Passed, Place};

/// The names by which a request is known among several parameters.
const INPUT_NAMES: [&str; 9] = ["input", "request", "req", "params", "query", "args", "options", "builder", "body"];

/// Where a key lies in the request: in a parameter of its name, or in the input.
pub(super) fn find(key: &Key, args: &Args, signature: &Checked, errors: &mut Errors) -> Option<Place> {
    if !key.is_plain() {
        let what = format!("the request takes one field, and `{}` is none", key.wire());
        let help = format!("write the field's own name, without an index or `||`: `{}`", key.plain());
        errors.push(key.error(what, help));
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
    let param = input_param(key, args, signature, errors)?;
    Some(Place { key: key.clone(), param, path: path.clone() })
}

/// The parameter that is the request.
fn input_param(key: &Key, args: &Args, signature: &Checked, errors: &mut Errors) -> Option<usize> {
    let params = &signature.params;
    // The setters of a type parameter may be those of its trait.
    let is_request = |ty: &Type| {
        can_hold_fields(ty, signature) || args.builder.is_present() && is_type_param(&signature.generics, ty)
    };
    let candidates: Vec<_> = (0..params.len()).filter(|&index| is_request(&params[index].ty)).collect();
    let named = || candidates.iter().filter(|&&index| is_input(&params[index].name));
    match candidates[..] {
        [param] => return Some(param),
        [] => {
            push_once(errors, no_input(key, args, signature));
            return None;
        }
        _ => {}
    }
    if let (Some(param), 1) = (named().next(), named().count()) {
        return Some(*param);
    }
    let names: Vec<&Ident> = candidates.iter().map(|&index| &params[index].name).collect();
    let what = format!("each of the parameters {} could be the request", list(&names, "and"));
    let field = key.paths[0].steps[0].field.to_token_stream();
    let help = format!(
        "call the one that holds `{field}` `input` or `request`, or name it in the key: `{}.{field}`",
        names[0]
    );
    push_once(errors, mistake(names[0], what, help));
    None
}

/// No parameter can hold the key.
fn no_input(key: &Key, args: &Args, signature: &Checked) -> syn::Error {
    let name = &signature.name;
    let field = key.paths[0].steps[0].field.to_token_stream();
    if signature.params.is_empty() {
        let what = format!("`{name}` takes no input, so a token cannot be given to it");
        return mistake(name, what, format!("add a parameter: `input: ListInput`, or `{field}: Option<String>`"));
    }
    let mut inputs = signature.params.iter().filter(|param| !args.builder.is_present() && is_input(&param.name));
    if let Some((param, meant)) = inputs.find_map(|param| Some((param, request_in(&param.ty, signature)?))) {
        let ty = without_clone(&param.ty);
        let help = format!("write the type of the request: `{}: {meant}`", param.name);
        return mistake(&ty, format!("`{}` has no fields", shown(&ty)), help);
    }
    let names = signature.names();
    let field_name = field.to_string();
    let likeness = |name: &Ident| strsim::sorensen_dice(&field_name, &name.to_string());
    let likest = names.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let what = format!("no parameter of `{name}` is called `{field}`, and none can hold a field of that name");
    let Some(likest) = likest else {
        return key.error(what, format!("give the parameter a name, as in `{field}: Option<String>`"));
    };
    // The page calls its token otherwise than the parameter.
    let is_token = args.input_token.iter().any(|keys| matches!(&keys.keys[..], [token] if token.wire() == key.wire()));
    let example = if is_token && !args.has("output_token") {
        format!("input_token = {likest}, output_token = {}", key.written())
    } else {
        likest.to_string()
    };
    let names = list(&names, "and");
    let help = format!("name one of its parameters by a key without quotes, as in `{example}`; it has {names}");
    key.error(what, help)
}

fn is_input(name: &Ident) -> bool {
    INPUT_NAMES.iter().any(|known| name == known)
}

/// The request that is meant by a type that has no fields, and is no token either.
fn request_in(ty: &Type, signature: &Checked) -> Option<String> {
    let held = match ty {
        Type::Reference(reference) => return request_in(&reference.elem, signature),
        Type::ImplTrait(_) => converted(ty),
        Type::Slice(slice) => Some((*slice.elem).clone()),
        Type::Path(_) if !is_type_param(&signature.generics, ty) => Some(only_type(ty, "Vec")?.clone()),
        Type::Path(_) | Type::TraitObject(_) => None,
        _ => return None,
    };
    match held {
        None => Some("ListInput".to_owned()),
        Some(held) => can_hold_fields(&held, signature).then(|| shown(held)),
    }
}

/// The type as the user wrote it: behind that, the generated method needs a `Clone` and, in a box, a lifetime.
fn without_clone(ty: &Type) -> TokenStream {
    let Type::ImplTrait(opaque) = ty else { return ty.to_token_stream() };
    let is_generated = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.iter().any(|segment| segment.ident == "__private"),
        _ => false,
    };
    let (keyword, bounds) = (&opaque.impl_token, opaque.bounds.iter().take_while(|bound| !is_generated(bound)));
    quote!(#keyword #(#bounds)+*)
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
            const PLAIN: [&str; 19] = [
                "str", "String", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
                "i128", "isize", "f32", "f64", "Vec",
            ];
            let Some(last) = path.path.segments.last() else { return false };
            let name = last.ident.to_string();
            if let ("Option" | "Box" | "Arc" | "Rc", PathArguments::AngleBracketed(held)) =
                (name.as_str(), &last.arguments)
            {
                return held.args.iter().any(|held| match held {
                    GenericArgument::Type(held) => can_hold_fields(held, signature),
                    _ => false,
                });
            }
            !is_type_param(&signature.generics, ty) && !PLAIN.contains(&name.as_str())
        }
        _ => false,
    }
}

/// How the parameters that hold keys are passed.
pub(super) fn pass_inputs<'a>(
    args: &Args,
    places: impl Iterator<Item = &'a Place>,
    signature: &mut Checked,
    errors: &mut Errors,
) {
    let places: Vec<_> = places.collect();
    for place in &places {
        let param = &mut signature.params[place.param];
        if !place.path.steps.is_empty()
            && let Some(whole) = places.iter().find(|whole| whole.param == place.param && whole.path.steps.is_empty())
        {
            let what = format!("`{}` lies in `{}`, which is a token itself", place.key.wire(), param.name);
            let help = format!("name a field of `{}` in place of `{}`", param.name, whole.key.wire());
            push_once(errors, place.key.error(what, help));
            continue;
        }
        if place.path.steps.is_empty() {
            if let Some(passed) = passed_value(&param.ty) {
                param.passed = passed;
            }
            continue;
        }
        if args.builder.is_present() {
            check_builder(place, &param.name, &param.ty, errors);
            param.passed = Passed::Builder;
            continue;
        }
        match &param.ty {
            Type::Reference(TypeReference { mutability: Some(_), elem, .. }) => {
                let what = "the input is set anew for each page, so it cannot be a `&mut` of the caller's";
                let elem = elem.to_token_stream();
                push_once(errors, mistake(&param.ty, what, format!("take it by value or by reference: `&{elem}`")));
            }
            Type::Reference(reference) => {
                param.ty = (*reference.elem).clone();
                param.passed = Passed::Borrowed;
            }
            ty => {
                if let Some(Type::Reference(TypeReference { mutability: None, .. })) = only_type(ty, "Option") {
                    param.passed = Passed::Lent;
                }
            }
        }
    }
}

/// How a parameter is passed that is itself a token or a page size: each call has another one, which the paginator owns.
fn passed_value(ty: &Type) -> Option<Passed> {
    match only_type(ty, "Option").unwrap_or(ty) {
        Type::Reference(TypeReference { mutability: None, lifetime, .. }) => {
            let is_static = lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
            (!is_static).then_some(Passed::Lent)
        }
        _ => converted(ty).map(|into| Passed::Converted(Box::new(into))),
    }
}

/// The `T` of `impl Into<T>`.
fn converted(ty: &Type) -> Option<Type> {
    let Type::ImplTrait(opaque) = ty else { return None };
    opaque.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => only_type_of(bound.path.segments.last()?, "Into").cloned(),
        _ => None,
    })
}

/// A setter consumes the request, and sets what is at its top.
fn check_builder(place: &Place, name: &Ident, ty: &Type, errors: &mut Errors) {
    if let Type::Reference(reference) = ty {
        let help = format!("take it by value: `{name}: {}`", shown(&reference.elem));
        push_once(errors, mistake(ty, "a builder is consumed by its setters, so it cannot be borrowed", help));
    }
    if place.path.steps.len() > 1 {
        let what = format!("`{}` names a field inside a field, which no setter of a builder reaches", place.key.wire());
        let first = &place.path.steps[0].name;
        errors.push(
            place
                .key
                .error(what, format!("name a setter of the builder itself, as in `{first}`, or leave `builder` out")),
        );
    }
}
