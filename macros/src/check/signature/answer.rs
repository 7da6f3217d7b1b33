//! What the method gives, and in what: a future, a boxed one, or at once.

use proc_macro2::{Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{
    GenericArgument, Lifetime, PathArguments, PathSegment, ReturnType, Signature, Type, TypeImplTrait, TypeParamBound,
    TypeTraitObject, parse_quote,
};

use crate::check::Errors;
use crate::mistake::{mistake, shown};
use crate::model::{Shape, result_types};

/// What the method gives, seen through the future it may be in.
pub(super) fn check_return(signature: &Signature, core: &TokenStream, errors: &mut Errors) -> Option<(Type, Shape)> {
    let is_async = signature.asyncness.is_some();
    let ReturnType::Type(_, ty) = &signature.output else {
        let name = &signature.ident;
        errors.push(mistake(name, format!("`{name}` gives nothing, and so no page"), GIVE_RESULT));
        return None;
    };
    match future_of(ty, core) {
        _ if is_async => check_outcome(ty, errors).then(|| ((**ty).clone(), Shape::Future { send: false })),
        Some((outcome, shape)) => check_outcome(&outcome, errors).then_some((outcome, shape)),
        None => {
            if is_opaque(ty) {
                let help = "write `-> impl Future<Output = Result<ListOutput, Error>>`, or an `async fn`";
                errors.push(mistake(ty, "this is not a future of a page", help));
                return None;
            }
            if boxed_future(ty).is_some() {
                let help = format!("write `Pin<{}>`, or an `async fn`", shown(ty));
                errors.push(mistake(ty, "a future in a `Box` cannot be awaited before it is pinned", help));
                return None;
            }
            check_outcome(ty, errors).then(|| ((**ty).clone(), Shape::Blocking))
        }
    }
}

/// Whether the type hides what it is, or gives many values: `impl Trait`, `Pin<Box<dyn Trait>>`, `BoxStream<…>`.
fn is_opaque(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return matches!(ty, Type::ImplTrait(_)) };
    let Some(last) = path.path.segments.last() else { return false };
    last.ident == "Pin" && types(last).any(|ty| boxed_object(ty).is_some())
        || last.ident.to_string().ends_with("Stream")
}

const GIVE_RESULT: &str = "write `-> Result<ListOutput, Error>`, with the types of your page and your error";

/// What can be told without types: `impl Trait` hides the page, and a unit or a list is no `Result`.
fn check_outcome(ty: &Type, errors: &mut Errors) -> bool {
    if let Some(opaque) = opaque_in(ty) {
        let is_error = result_types(ty).is_some_and(|(output, _)| opaque_in(output).is_none());
        let (what, help) = if is_error {
            (
                "the error must have a type with a name",
                "write the type of the error, as in `Result<ListOutput, ListError>`",
            )
        } else {
            ("the page must have a type with a name", "write the type of the output: its fields are read")
        };
        errors.push(mistake(opaque, what, help));
        return false;
    }
    if is_no_result(ty) {
        errors.push(mistake(ty, format!("`{}` is not a `Result`", shown(ty)), GIVE_RESULT));
        return false;
    }
    true
}

/// The first `impl Trait` in a type.
fn opaque_in(ty: &Type) -> Option<&TypeImplTrait> {
    struct First<'a>(Option<&'a TypeImplTrait>);
    impl<'a> Visit<'a> for First<'a> {
        fn visit_type_impl_trait(&mut self, opaque: &'a TypeImplTrait) {
            self.0.get_or_insert(opaque);
        }
    }
    let mut first = First(None);
    first.visit_type(ty);
    first.0
}

/// Whether the type is one of which everybody knows that it is no alias of `Result`.
fn is_no_result(ty: &Type) -> bool {
    match ty {
        Type::Tuple(_)
        | Type::Array(_)
        | Type::Slice(_)
        | Type::Never(_)
        | Type::Reference(_)
        | Type::TraitObject(_) => true,
        Type::Path(path) => {
            const KNOWN: [&str; 11] =
                ["Option", "Vec", "Box", "Arc", "Rc", "String", "bool", "i32", "u32", "Poll", "JoinHandle"];
            let last = path.path.segments.last().map(|last| last.ident.to_string());
            last.is_some_and(|last| KNOWN.contains(&last.as_str()))
        }
        Type::Paren(inner) => is_no_result(&inner.elem),
        Type::Group(inner) => is_no_result(&inner.elem),
        _ => false,
    }
}

/// The outcome and the kind of future, if the type is a future as far as can be seen.
fn future_of(ty: &Type, core: &TokenStream) -> Option<(Type, Shape)> {
    match ty {
        Type::Paren(inner) => future_of(&inner.elem, core),
        Type::Group(inner) => future_of(&inner.elem, core),
        Type::ImplTrait(opaque) => {
            let outcome = future_output(&opaque.bounds)?;
            Some((outcome, Shape::Future { send: is_send(&opaque.bounds) }))
        }
        Type::Path(path) => {
            let segment = path.path.segments.last()?;
            match segment.ident.to_string().as_str() {
                "Pin" => boxed_future(types(segment).next()?),
                "BoxFuture" => named_box(segment, true),
                "LocalBoxFuture" => named_box(segment, false),
                name if name.ends_with("Future") => {
                    Some((parse_quote!(<#ty as #core::future::Future>::Output), Shape::Future { send: false }))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// `Box<dyn Future<Output = R> + Send + 'a>`
fn boxed_future(ty: &Type) -> Option<(Type, Shape)> {
    let object = boxed_object(ty)?;
    let lifetime = object.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Lifetime(lifetime) => Some(lifetime.clone()),
        _ => None,
    });
    let outcome = future_output(&object.bounds)?;
    Some((outcome, Shape::Boxed { lifetime: lifetime.unwrap_or_else(elided), send: is_send(&object.bounds) }))
}

/// The `dyn Trait` of a `Box<dyn Trait>`.
fn boxed_object(ty: &Type) -> Option<&TypeTraitObject> {
    let Type::Path(boxed) = ty else { return None };
    match types(boxed.path.segments.last()?).next()? {
        Type::TraitObject(object) => Some(object),
        _ => None,
    }
}

/// `BoxFuture<'a, R>`
fn named_box(segment: &PathSegment, send: bool) -> Option<(Type, Shape)> {
    let outcome = types(segment).next()?.clone();
    let lifetime = arguments(segment).find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) => Some(lifetime.clone()),
        _ => None,
    });
    Some((outcome, Shape::Boxed { lifetime: lifetime.unwrap_or_else(elided), send }))
}

fn elided() -> Lifetime {
    Lifetime::new("'_", Span::call_site())
}

fn arguments(segment: &PathSegment) -> impl Iterator<Item = &GenericArgument> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten()
}

pub(super) fn types(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    arguments(segment).filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The `R` of `Future<Output = R>`.
fn future_output(bounds: &Punctuated<TypeParamBound, syn::Token![+]>) -> Option<Type> {
    bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let segment = bound.path.segments.last().filter(|segment| segment.ident == "Future")?;
        arguments(segment).find_map(|argument| match argument {
            GenericArgument::AssocType(output) if output.ident == "Output" => Some(output.ty.clone()),
            _ => None,
        })
    })
}

fn is_send(bounds: &Punctuated<TypeParamBound, syn::Token![+]>) -> bool {
    bounds.iter().any(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|segment| segment.ident == "Send"),
        _ => false,
    })
}
