//! The bounds of the generated function in addition to those of the annotated one.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    GenericArgument, Lifetime, ParenthesizedGenericArguments, Path, PathArguments, Type, TypeFnPtr, TypeImplTrait,
    TypePath, TypeReference, Visibility, WherePredicate, parse_quote, parse_quote_spanned,
};

use super::function::Function;
use super::signature::AnalyzedSignature;
use crate::model::{PaginatorKind, ReceiverUsage};
use crate::util::span::{located_at, span_bounds};
use crate::util::tokens::contains_ident;
use crate::util::ty::{StdType, last_segment, type_arguments};

/// Adds all bounds to the `where` clause.
pub(super) fn add_bounds(signature: &mut AnalyzedSignature, function: &Function, core: &Path) {
    let mut bounds = Vec::<WherePredicate>::new();
    for param in &signature.params {
        let ty = &param.ty;
        if param.is_cloned() && mentions_type_param(signature, ty) && can_have_bound(ty) && !may_hide_lifetime(ty) {
            bounds.push(parse_quote_spanned!(ty.span()=> #ty: #core::clone::Clone));
        }
    }
    bounds.extend(receiver_bound(signature, function, core));
    bounds.extend(future_bounds(signature, core));
    bounds.extend(box_bounds(signature));
    if !bounds.is_empty() {
        signature.generics.make_where_clause().predicates.extend(bounds);
    }
}

/// Returns the bounds for a paginator in a box: everything in it must outlive the box.
fn box_bounds(signature: &AnalyzedSignature) -> Vec<WherePredicate> {
    let Some(lifetime) = &signature.kind.box_lifetime else { return Vec::new() };
    let params = signature.generics.type_params().map(|param| &param.ident);
    let mut bounds: Vec<WherePredicate> = params.map(|param| parse_quote!(#param: #lifetime)).collect();
    if signature.receiver.as_ref().is_some_and(|receiver| receiver.usage == ReceiverUsage::Cloned) {
        bounds.push(parse_quote!(Self: #lifetime));
    }
    bounds
}

/// Returns the bounds for the types that a paginator keeps between two polls.
///
/// A future can be `Send` although its output is not, but the paginator stores the output. So `Self::Error`, which a
/// trait need not declare `Send`, must be `Send`, and must outlive a box. The same applies to the parameters.
fn future_bounds(signature: &AnalyzedSignature, core: &Path) -> Vec<WherePredicate> {
    let Some(result) = signature.result_type.as_ref().and_then(last_segment) else { return Vec::new() };
    // The paginator of a free function does not declare `Send`.
    if signature.receiver.is_none() {
        return Vec::new();
    }
    let PaginatorKind { is_send, box_lifetime, .. } = &signature.kind;
    let send = is_send.then(|| quote!(#core::marker::Send));
    let required: Vec<_> = send.into_iter().chain(box_lifetime.as_ref().map(ToTokens::to_token_stream)).collect();
    if required.is_empty() {
        return Vec::new();
    }
    let mut explicit = ExplicitTypes(Vec::new());
    signature.params.iter().filter(|param| can_have_bound(&param.ty)).for_each(|param| explicit.visit_type(&param.ty));
    let types = explicit.0.into_iter().chain(type_arguments(result).cloned());
    let types = types.filter(|ty| depends_on_generics(signature, ty) && can_have_bound(ty));
    types.map(|ty| parse_quote!(#ty: #(#required)+*)).collect()
}

/// Returns whether the type mentions a type parameter of the function.
fn mentions_type_param(signature: &AnalyzedSignature, ty: &Type) -> bool {
    let is_type_param = |ident: &Ident| signature.generics.type_params().any(|param| param.ident == *ident);
    contains_ident(ty.to_token_stream(), &is_type_param)
}

/// Returns whether the type mentions `Self` or a type parameter. The parameters of the surrounding trait or `impl` are
/// not visible, so they are recognized by their names.
fn depends_on_generics(signature: &AnalyzedSignature, ty: &Type) -> bool {
    mentions_type_param(signature, ty)
        || contains_ident(ty.to_token_stream(), &|ident| ident == "Self" || looks_like_type_param(ident))
}

/// Returns the bound on `Self`, which can be any type in a trait.
fn receiver_bound(signature: &AnalyzedSignature, function: &Function, core: &Path) -> Option<WherePredicate> {
    let receiver = signature.receiver.as_ref()?;
    // Errors are reported at the receiver. The call-site span silences the user's lints.
    let span = Span::call_site().located_at(span_bounds(&receiver.declaration).1);
    let core = located_at(core, span);
    // A method with a visibility is not in a trait, so `Self` is known. A bound would be harmful if `Self` has lifetimes: rustc
    // uses the bound instead of the impl, and the bound is true for these lifetimes only.
    let may_be_in_trait = matches!(function.vis, Visibility::Inherited);
    let PaginatorKind { is_blocking, is_send, box_lifetime } = &signature.kind;
    let is_self = matches!(receiver.declaration.kind, syn::ReceiverKind::Value);
    if may_be_in_trait && *is_blocking && box_lifetime.is_none() {
        // A trait stays dyn-compatible with the bound `Sized`.
        let clone = is_self.then(|| quote_spanned!(span=> + #core::clone::Clone));
        return Some(parse_quote_spanned!(span=> Self: #core::marker::Sized #clone));
    }
    let is_reference_to_self = match &receiver.declaration.kind {
        syn::ReceiverKind::Typed(_, ty) => {
            matches!(&**ty, Type::Reference(ty) if last_segment(&ty.elem).is_some_and(|last| last.ident == "Self"))
        }
        _ => true,
    };
    let bounds = match (receiver.usage, *is_send && may_be_in_trait) {
        (ReceiverUsage::Cloned, true) if is_self => quote_spanned!(span=> #core::clone::Clone + #core::marker::Send),
        (ReceiverUsage::Cloned, false) if is_self => quote_spanned!(span=> #core::clone::Clone),
        (_, false) => return None,
        (ReceiverUsage::Copied, true) if is_reference_to_self => quote_spanned!(span=> #core::marker::Sync),
        (ReceiverUsage::Reborrowed, true) if is_reference_to_self => quote_spanned!(span=> #core::marker::Send),
        // The receiver is an `Arc`, or a reference to one.
        (_, true) => quote_spanned!(span=> #core::marker::Send + #core::marker::Sync),
    };
    Some(parse_quote_spanned!(span=> Self: #bounds))
}

/// Returns whether the name consists of capitals and digits, like `T` or `K2`.
fn looks_like_type_param(ident: &Ident) -> bool {
    let name = ident.to_string();
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|char| char.is_ascii_uppercase() || char.is_ascii_digit())
}

/// Returns whether a `where` clause can have a bound on the type, because the type has the same meaning there: no lifetime is
/// visibly elided, and no part of it is an `impl Trait`.
fn can_have_bound(ty: &Type) -> bool {
    struct SameMeaning(bool);
    impl Visit<'_> for SameMeaning {
        fn visit_type_reference(&mut self, reference: &TypeReference) {
            self.0 &= reference.lifetime.is_some();
            visit::visit_type_reference(self, reference);
        }
        fn visit_lifetime(&mut self, lifetime: &Lifetime) {
            self.0 &= lifetime.ident != "_";
        }
        fn visit_type_impl_trait(&mut self, _: &TypeImplTrait) {
            self.0 = false;
        }
        // The elided lifetimes of a function pointer are its own.
        fn visit_type_fn_ptr(&mut self, _: &TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &ParenthesizedGenericArguments) {}
    }
    let mut same_meaning = SameMeaning(true);
    same_meaning.visit_type(ty);
    same_meaning.0
}

/// Collects types that hide no lifetime. If a type may hide one, its arguments are visited instead.
struct ExplicitTypes(Vec<Type>);

impl Visit<'_> for ExplicitTypes {
    fn visit_type(&mut self, ty: &Type) {
        if may_hide_lifetime(ty) {
            visit::visit_type(self, ty);
        } else {
            self.0.push(ty.clone());
        }
    }
    fn visit_type_fn_ptr(&mut self, _: &TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments(&mut self, _: &ParenthesizedGenericArguments) {}
}

/// Returns whether the type, or one inside, may have an elided lifetime, like `View<T>` for a `struct View<'a, T>`.
fn may_hide_lifetime(ty: &Type) -> bool {
    struct HiddenLifetime(bool);
    impl Visit<'_> for HiddenLifetime {
        fn visit_type_path(&mut self, path: &TypePath) {
            let last = path.path.segments.last().filter(|_| path.qself.is_none());
            if let Some(last) = last
                && let PathArguments::AngleBracketed(arguments) = &last.arguments
            {
                let is_lifetime = |argument: &GenericArgument| matches!(argument, GenericArgument::Lifetime(_));
                self.0 |= !arguments.args.iter().any(is_lifetime) && StdType::named(last).is_none();
            }
            visit::visit_type_path(self, path);
        }
        fn visit_type_fn_ptr(&mut self, _: &TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &ParenthesizedGenericArguments) {}
    }
    let mut hidden = HiddenLifetime(false);
    hidden.visit_type(ty);
    hidden.0
}
