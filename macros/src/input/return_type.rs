//! The return type: a `Result`, a future, or a boxed future.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{
    FnArg, GenericArgument, Lifetime, Path, PathSegment, ReturnType, Signature, Token, Type, TypeImplTrait,
    TypeParamBound, TypeTraitObject, parse_quote_spanned,
};

use super::params::receiver_type;
use crate::diagnostics::{error_with_help, type_to_string};
use crate::model::PaginatorKind;
use crate::util::span::span_bounds;
use crate::util::ty::{
    StdType, generic_arguments, is_named_result, is_probable_result, last_segment, result_types, type_arguments,
    ungroup_type,
};

type Bounds = Punctuated<TypeParamBound, Token![+]>;

const EXPECTED_RESULT: &str = "write `-> Result<ListOutput, Error>`, with the types of your page and your error";

/// Returns the result of a call, without the future around it, and the paginator's kind.
pub(super) fn analyze(signature: &Signature, core: &Path) -> syn::Result<(Type, PaginatorKind)> {
    let ReturnType::Type(_, ty) = &signature.output else {
        let name = &signature.ident;
        let what = format!("`{name}` returns `()`; expected `Result<ListOutput, Error>`");
        return Err(error_with_help(name, what, EXPECTED_RESULT));
    };
    let (result, kind) = if let Some(asyncness) = signature.asyncness {
        if is_written_future(ty, core) {
            let what = "an `async fn` must return a `Result`, and this one returns a future";
            return Err(error_with_help(asyncness, what, "remove `async`"));
        }
        ((**ty).clone(), PaginatorKind::default())
    } else if let Some(future) = analyze_future(ty, core) {
        future
    } else {
        reject_unknown_future(ty, signature)?;
        ((**ty).clone(), PaginatorKind { is_blocking: true, ..PaginatorKind::default() })
    };
    check_result(&result)?;
    Ok((result, kind))
}

/// Returns whether a type is a future by its syntax: an `impl Future`, or a boxed future.
fn is_written_future(ty: &Type, core: &Path) -> bool {
    let is_boxed = |last: &PathSegment| ["Pin", "BoxFuture", "LocalBoxFuture"].iter().any(|name| last.ident == name);
    let can_be_future = matches!(ungroup_type(ty), Type::ImplTrait(_)) || last_segment(ty).is_some_and(is_boxed);
    can_be_future && analyze_future(ty, core).is_some()
}

/// Rejects a type whose output is unknown, and a boxed future that is not pinned, which cannot be awaited.
fn reject_unknown_future(ty: &Type, signature: &Signature) -> syn::Result<()> {
    if has_unknown_output(ty) {
        let help = "write `-> impl Future<Output = Result<ListOutput, Error>>`, or an `async fn`";
        return Err(error_with_help(ty, "expected a future of a page", help));
    }
    if analyze_boxed_future(ty).is_some() {
        let mut boxed = type_to_string(ty);
        // The future borrows the client, or the only parameter that is a reference.
        let is_reference = |arg: &&FnArg| match arg {
            FnArg::Receiver(receiver) => matches!(receiver_type(&receiver.kind), Type::Reference(_)),
            FnArg::Typed(param) => matches!(&*param.ty, Type::Reference(reference) if reference.lifetime.is_none()),
        };
        let borrowed: Vec<_> = signature.inputs.iter().filter(is_reference).collect();
        let is_borrowed = matches!(borrowed[..], [FnArg::Receiver(_), ..] | [_]);
        if is_borrowed && !boxed.contains('\'') {
            boxed = format!("{} + '_>", boxed.trim_end().strip_suffix('>').unwrap_or(&boxed));
        }
        let help = format!("write `Pin<{boxed}>`, or an `async fn`");
        return Err(error_with_help(ty, "a boxed future must be pinned", help));
    }
    Ok(())
}

/// Returns whether a type that [`analyze_future`] does not know is `impl Trait`, `Pin<Box<dyn Trait>>`, or a stream.
fn has_unknown_output(ty: &Type) -> bool {
    let Some(last) = last_segment(ty) else { return matches!(ty, Type::ImplTrait(_)) };
    let is_pinned_object = last.ident == "Pin" && type_arguments(last).any(|ty| object_in_box(ty).is_some());
    is_pinned_object || last.ident.to_string().ends_with("Stream")
}

/// Rejects a page or an error that is an `impl Trait`, and types that are not a `Result`. The fields of the page are read, and the
/// generated signature names the error.
fn check_result(ty: &Type) -> syn::Result<()> {
    if let Some(impl_trait) = find_impl_trait(ty) {
        let is_error_type = result_types(ty).is_some_and(|(output, _)| find_impl_trait(output).is_none());
        let (what, help) = if is_error_type {
            ("the error type cannot be `impl Trait`", "write the error type, as in `Result<ListOutput, ListError>`")
        } else {
            ("the page type cannot be `impl Trait`", "write the page type, as in `Result<ListOutput, Error>`")
        };
        return Err(error_with_help(impl_trait, what, help));
    }
    if is_known_non_result(ty) {
        return Err(error_with_help(ty, format!("`{}` is not a `Result`", type_to_string(ty)), EXPECTED_RESULT));
    }
    Ok(())
}

/// Returns the first `impl Trait` in a type.
fn find_impl_trait(ty: &Type) -> Option<&TypeImplTrait> {
    struct First<'a>(Option<&'a TypeImplTrait>);
    impl<'a> Visit<'a> for First<'a> {
        fn visit_type_impl_trait(&mut self, impl_trait: &'a TypeImplTrait) {
            self.0.get_or_insert(impl_trait);
        }
    }
    let mut first = First(None);
    first.visit_type(ty);
    first.0
}

/// Returns whether the type cannot be an alias of `Result`.
fn is_known_non_result(ty: &Type) -> bool {
    match ungroup_type(ty) {
        Type::Tuple(_)
        | Type::Array(_)
        | Type::Slice(_)
        | Type::Never(_)
        | Type::Reference(_)
        | Type::TraitObject(_) => true,
        ty => StdType::of(ty).is_some() || is_paginator(ty),
    }
}

/// Returns whether a type is probably that of a paginator or of a list, which the attribute generates.
fn is_paginator(ty: &Type) -> bool {
    let has_name = |segment: &&PathSegment| {
        let name = segment.ident.to_string();
        let name = name.strip_prefix("Local").unwrap_or(&name);
        matches!(name.strip_prefix("Box").unwrap_or(name), "Paginator" | "Items" | "Pages")
    };
    last_segment(ty).filter(has_name).is_some_and(|segment| type_arguments(segment).next().is_some())
}

/// Returns the output of a future, and the paginator's kind.
fn analyze_future(ty: &Type, core: &Path) -> Option<(Type, PaginatorKind)> {
    let ty = ungroup_type(ty);
    if let Type::ImplTrait(impl_trait) = ty {
        let output = future_output(&impl_trait.bounds)?;
        let is_send = has_bound(&impl_trait.bounds, "Send");
        return Some((output, PaginatorKind { is_send, ..PaginatorKind::default() }));
    }
    let segment = last_segment(ty)?;
    match segment.ident.to_string().as_str() {
        "Pin" => {
            let pinned = type_arguments(segment).next()?;
            analyze_boxed_future(pinned).or_else(|| analyze_future(type_arguments(last_segment(pinned)?).next()?, core))
        }
        "BoxFuture" | "LocalBoxFuture" => Some(analyze_boxed_alias(ty, segment, core)),
        // Such a future can be awaited without a `Pin`.
        _ if object_in_box(ty).is_some_and(|object| has_bound(&object.bounds, "Unpin")) => analyze_boxed_future(ty),
        _ if is_named_future(segment, core) => Some((named_output(ty, core), PaginatorKind::default())),
        _ => None,
    }
}

/// Returns the output of a future that has a name. Errors about the output are reported at the type.
fn named_output(ty: &Type, core: &Path) -> Type {
    let span = Span::call_site().located_at(span_bounds(ty).1);
    parse_quote_spanned!(span=> <#ty as #core::future::Future>::Output)
}

/// Returns whether a type is probably a future: `ListFuture`, or a type with a result or a future inside, such as
/// `Ready<io::Result<T>>` and `Either<Ready<io::Result<T>>, ListFuture>`. The `ListResult` in a `Ready<ListResult>`, or in a type
/// with a lifetime such as `Call<'_, ListResult>`, is an alias of a result. In an alias `Fallible<ListResult>`, it is a page.
fn is_named_future(segment: &PathSegment, core: &Path) -> bool {
    let name = segment.ident.to_string();
    let has_lifetime = || generic_arguments(segment).any(|argument| matches!(argument, GenericArgument::Lifetime(_)));
    let is_future = name == "Ready" || name == "Pending" || has_lifetime();
    let is_result = |ty| if is_future { is_named_result(ty) } else { is_probable_result(ty) };
    let contains_result = || type_arguments(segment).any(|ty| is_result(ty) || analyze_future(ty, core).is_some());
    let is_other = name.ends_with("Result") || name.ends_with("Stream") || StdType::named(segment).is_some();
    name.ends_with("Future") || name.ends_with("Fut") || !is_other && contains_result()
}

/// Analyzes `Box<dyn Future<Output = R> + Send + 'a>`.
fn analyze_boxed_future(ty: &Type) -> Option<(Type, PaginatorKind)> {
    let object = object_in_box(ty)?;
    let lifetime = object.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Lifetime(lifetime) => Some(lifetime),
        _ => None,
    });
    Some((future_output(&object.bounds)?, boxed_kind(lifetime, has_bound(&object.bounds, "Send"))))
}

/// Returns the `dyn Trait` of a `Box<dyn Trait>`, or of an alias of `Box`.
fn object_in_box(ty: &Type) -> Option<&TypeTraitObject> {
    match type_arguments(last_segment(ty)?).next()? {
        Type::TraitObject(object) => Some(object),
        _ => None,
    }
}

/// Analyzes `BoxFuture<'a, R>`, or an alias of the same name whose argument is not the output, such as `BoxFuture<'a, T, E>`.
fn analyze_boxed_alias(ty: &Type, segment: &PathSegment, core: &Path) -> (Type, PaginatorKind) {
    let lifetime = generic_arguments(segment).find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) => Some(lifetime),
        _ => None,
    });
    let arguments: Vec<_> = type_arguments(segment).collect();
    let output = match arguments[..] {
        [output] if is_probable_result(output) => output.clone(),
        _ => named_output(ty, core),
    };
    (output, boxed_kind(lifetime, segment.ident == "BoxFuture"))
}

fn boxed_kind(lifetime: Option<&Lifetime>, is_send: bool) -> PaginatorKind {
    let box_lifetime = Some(lifetime.cloned().unwrap_or_else(elided_lifetime));
    PaginatorKind { is_blocking: false, is_send, box_lifetime }
}

pub(super) fn elided_lifetime() -> Lifetime {
    Lifetime::new("'_", Span::call_site())
}

/// Returns the `R` of `Future<Output = R>`.
fn future_output(bounds: &Bounds) -> Option<Type> {
    let future = trait_segments(bounds).find(|segment| segment.ident == "Future")?;
    generic_arguments(future).find_map(|argument| match argument {
        GenericArgument::AssocType(output) if output.ident == "Output" => Some(output.ty.clone()),
        _ => None,
    })
}

fn has_bound(bounds: &Bounds, name: &str) -> bool {
    trait_segments(bounds).any(|segment| segment.ident == name)
}

/// Returns the last segment of each trait in `bounds`.
fn trait_segments(bounds: &Bounds) -> impl Iterator<Item = &PathSegment> {
    bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    })
}
