//! Lifetimes, in particular that of a paginator in a box.

use std::mem;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    GenericParam, Lifetime, LifetimeParam, ParenthesizedGenericArguments, TraitBound, Type, TypeFnPtr, TypePath,
    TypeReference, WherePredicate, parse_quote,
};

use super::signature::AnalyzedSignature;
use crate::model::{Receiver, ReceiverUsage};
use crate::util::ty::{argument_of, bound_impl_traits, last_segment, type_arguments};

/// Declares the lifetime of a boxed paginator: that of the boxed future if the method declares it, or a new one. Everything that
/// the paginator borrows outlives it.
pub(super) fn declare_box_lifetime(signature: &mut AnalyzedSignature) {
    let (Some(result), Some(lifetime)) = (&signature.result_type, &mut signature.kind.box_lifetime) else { return };
    let mut named = NamedLifetimes(Vec::new());
    named.visit_lifetime(lifetime);
    named.visit_type(result);
    if !signature.generics.lifetimes().any(|param| param.lifetime == *lifetime) {
        *lifetime = Lifetime::new("'paginated", Span::mixed_site());
        signature.generics.params.insert(0, GenericParam::Lifetime(LifetimeParam::new(lifetime.clone())));
    }
    let lifetime = lifetime.clone();
    let mut name_elided = NameElidedLifetimes(|| lifetime.clone());
    if let Some(receiver) = &mut signature.receiver {
        name_elided.visit_receiver_mut(&mut receiver.declaration);
        named.visit_receiver(&receiver.declaration);
    }
    for param in &mut signature.params {
        let is_elided = reference_lifetime(&param.ty).is_none();
        name_elided.visit_type_mut(&mut param.ty);
        param.has_box_lifetime = is_elided && reference_lifetime(&param.ty).is_some();
        named.visit_type(&param.ty);
        bound_impl_traits(&mut param.ty, &lifetime);
    }
    let others = named.0.into_iter().filter(|long| *long != lifetime);
    let bounds: Vec<WherePredicate> = others.map(|long| parse_quote!(#long: #lifetime)).collect();
    if !bounds.is_empty() {
        signature.generics.make_where_clause().predicates.extend(bounds);
    }
}

/// Names the elided lifetimes of each parameter after the parameter, so that the return type can mention them. The name ends
/// with a `_`, because the macro does not know the lifetimes of a surrounding impl or trait.
pub(super) fn name_param_lifetimes(signature: &mut AnalyzedSignature) {
    let mut lifetimes: Vec<_> = signature.generics.lifetimes().map(|param| param.lifetime.clone()).collect();
    let declared_count = lifetimes.len();
    for param in &mut signature.params {
        let name = format!("{}_", param.name.unraw());
        let name_next = || {
            lifetimes.push(unused_lifetime(name.clone(), &lifetimes));
            lifetimes[lifetimes.len() - 1].clone()
        };
        NameElidedLifetimes(name_next).visit_type_mut(&mut param.ty);
    }
    let named = lifetimes.drain(declared_count..).map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    let declared = mem::take(&mut signature.generics.params);
    signature.generics.params = named.chain(declared).collect();
}

/// Returns a lifetime that is not in `used`, with the given name or one that begins with it.
fn unused_lifetime(mut name: String, used: &[Lifetime]) -> Lifetime {
    while used.iter().any(|lifetime| lifetime.ident == name) {
        name.push('_');
    }
    Lifetime::new(&format!("'{name}"), Span::mixed_site())
}

/// Returns the named lifetime of a shared reference, or of one in an `Option`.
pub(crate) fn reference_lifetime(ty: &Type) -> Option<&Lifetime> {
    let Type::Reference(TypeReference { lifetime, mutability: None, .. }) = argument_of(ty, "Option").unwrap_or(ty)
    else {
        return None;
    };
    lifetime.as_ref().filter(|lifetime| lifetime.ident != "_")
}

/// Returns whether a type mentions a named lifetime.
fn contains_lifetime(ty: &Type, lifetime: &Lifetime) -> bool {
    let mut named = NamedLifetimes(Vec::new());
    named.visit_type(ty);
    named.0.contains(lifetime)
}

/// Returns whether a result appears to borrow for a named lifetime. The lifetime in `<BoxFuture<'a, R> as Future>::Output` is
/// that of the future, and only `R` can be a part of the result.
pub(crate) fn is_borrowed_for(result: &Type, lifetime: &Lifetime) -> bool {
    match result {
        Type::Path(TypePath { qself: Some(future), .. }) => last_segment(&future.ty)
            .is_some_and(|segment| type_arguments(segment).any(|argument| contains_lifetime(argument, lifetime))),
        result => contains_lifetime(result, lifetime),
    }
}

/// Returns whether a page borrows for `lifetime`, that of the parameter at `index`, and neither another parameter nor the client
/// has this lifetime.
pub(crate) fn borrows_only_from(page: &Type, index: usize, lifetime: &Lifetime, signature: &AnalyzedSignature) -> bool {
    let others = signature.params.iter().enumerate().filter(|(other, _)| *other != index);
    let mut others = others.map(|(_, param)| &param.ty).chain(signature.receiver.as_ref().map(|receiver| &receiver.ty));
    let is_declared = signature.generics.lifetimes().any(|param| param.lifetime == *lifetime);
    // A lifetime of a surrounding impl may be that of the client.
    if is_output_of_named_future(page) || !is_declared || others.any(|other| contains_lifetime(other, lifetime)) {
        return false;
    }
    // Without a receiver that is a reference, an elided lifetime is the only lifetime among the parameters.
    let mut lifetimes = NamedLifetimes(Vec::new());
    signature.params.iter().for_each(|param| lifetimes.visit_type(&param.ty));
    let is_receiver_owned = signature.receiver.as_ref().is_none_or(|receiver| receiver.usage == ReceiverUsage::Cloned);
    let is_elided_one = is_receiver_owned && lifetimes.0 == [lifetime.clone()];
    contains_lifetime(page, lifetime) || is_elided_one && contains_lifetime(&name_elided(page, lifetime), lifetime)
}

/// Returns whether a result borrows from a receiver `&mut self`.
pub(super) fn borrows_exclusively(receiver: &Receiver, result: &Type) -> bool {
    let Type::Reference(TypeReference { lifetime, mutability: Some(_), .. }) = &receiver.ty else { return false };
    let lifetime = lifetime.clone().filter(|lifetime| lifetime.ident != "_");
    let lifetime = lifetime.unwrap_or_else(|| Lifetime::new("'receiver", Span::mixed_site()));
    !is_output_of_named_future(result) && contains_lifetime(&name_elided(result, &lifetime), &lifetime)
}

/// Returns whether a result is the output of a named future, about which nothing is known.
fn is_output_of_named_future(result: &Type) -> bool {
    matches!(result, Type::Path(TypePath { qself: Some(_), .. }))
}

/// Returns a type with a name for its elided lifetimes.
pub(crate) fn name_elided(ty: &Type, lifetime: &Lifetime) -> Type {
    let mut ty = ty.clone();
    NameElidedLifetimes(|| lifetime.clone()).visit_type_mut(&mut ty);
    ty
}

/// Collects the named lifetimes, except `'static` and those that a `for<'a>` declares.
struct NamedLifetimes(Vec<Lifetime>);

impl Visit<'_> for NamedLifetimes {
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        let is_special = ["_", "static"].iter().any(|special| lifetime.ident == special);
        if !is_special && !self.0.contains(lifetime) {
            self.0.push(lifetime.clone());
        }
    }

    fn visit_type_fn_ptr(&mut self, pointer: &TypeFnPtr) {
        if pointer.lifetimes.is_none() {
            visit::visit_type_fn_ptr(self, pointer);
        }
    }

    fn visit_trait_bound(&mut self, bound: &TraitBound) {
        if bound.lifetimes.is_none() {
            visit::visit_trait_bound(self, bound);
        }
    }
}

/// Replaces every elided lifetime by one that the closure `F` returns.
struct NameElidedLifetimes<F>(F);

impl<F: FnMut() -> Lifetime> VisitMut for NameElidedLifetimes<F> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference.lifetime.get_or_insert_with(&mut self.0);
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_receiver_mut(&mut self, receiver: &mut syn::Receiver) {
        if let syn::ReceiverKind::Reference(_, lifetime, _) = &mut receiver.kind {
            lifetime.get_or_insert_with(&mut self.0);
        }
        visit_mut::visit_receiver_mut(self, receiver);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = (self.0)();
        }
    }

    // The elided lifetimes of a function pointer are its own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}
}
