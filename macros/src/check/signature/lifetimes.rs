//! The lifetimes of a paginator in a box: all that it borrows must outlive it.

use proc_macro2::Span;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    GenericParam, Lifetime, ParenthesizedGenericArguments, TraitBound, Type, TypeFnPtr, TypeImplTrait, TypeParamBound,
    TypeReference, WherePredicate, parse_quote,
};

use super::Checked;
use crate::model::Shape;

impl Checked {
    /// A paginator in a box has one lifetime, that of all it borrows: the future's own, where the method declares it.
    pub(super) fn declare_boxed_lifetime(&mut self) {
        let Some((outcome, Shape::Boxed { lifetime, .. })) = &mut self.answer else { return };
        let mut named = Named(Vec::new());
        named.visit_lifetime(lifetime);
        named.visit_type(outcome);
        if !self.generics.lifetimes().any(|param| param.lifetime == *lifetime) {
            *lifetime = Lifetime::new("'paginated", Span::mixed_site());
            self.generics.params.insert(0, GenericParam::Lifetime(syn::LifetimeParam::new(lifetime.clone())));
        }
        let lifetime = lifetime.clone();
        let mut name = NameElided(lifetime.clone());
        if let Some(receiver) = &mut self.receiver {
            let mut declared: syn::Receiver =
                syn::parse2(receiver.declared.clone()).unwrap_or_else(|_| parse_quote!(&self));
            name.visit_receiver_mut(&mut declared);
            named.visit_receiver(&declared);
            receiver.declared = declared.to_token_stream();
        }
        for param in &mut self.params {
            name.visit_type_mut(&mut param.ty);
            named.visit_type(&param.ty);
            if let Type::ImplTrait(opaque) = &mut param.ty {
                opaque.bounds.push(TypeParamBound::Lifetime(lifetime.clone()));
            }
        }
        let outlives = named.0.into_iter().filter(|other| *other != lifetime && !self.outlives(other, &lifetime));
        let outlives: Vec<WherePredicate> = outlives.map(|other| parse_quote!(#other: #lifetime)).collect();
        if !outlives.is_empty() {
            self.generics.make_where_clause().predicates.extend(outlives);
        }
    }

    /// Whether the method says that one lifetime outlives the other, where `#[async_trait]` does.
    fn outlives(&self, long: &Lifetime, short: &Lifetime) -> bool {
        self.generics.where_clause.iter().flat_map(|clause| &clause.predicates).any(|predicate| match predicate {
            WherePredicate::Lifetime(said) => said.lifetime == *long && said.bounds.iter().any(|bound| bound == short),
            _ => false,
        })
    }
}

/// Whether the type means the same in a `where` clause: no lifetime is left out, as far as can be seen, and none of it is an
/// `impl Trait`.
pub(super) fn can_be_bound(ty: &Type) -> bool {
    struct Bindable(bool);
    impl Visit<'_> for Bindable {
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
        // Those of a function's own arguments are any.
        fn visit_type_fn_ptr(&mut self, _: &TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &ParenthesizedGenericArguments) {}
    }
    let mut bindable = Bindable(true);
    bindable.visit_type(ty);
    bindable.0
}

/// The lifetimes that have a name; but `'static`, and what a `for<'a>` stands before.
struct Named(Vec<Lifetime>);

impl Visit<'_> for Named {
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        let known = ["_", "static"].iter().any(|known| lifetime.ident == known);
        if !known && !self.0.contains(lifetime) {
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

/// Gives a name to every lifetime that has none.
struct NameElided(Lifetime);

impl VisitMut for NameElided {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference.lifetime.get_or_insert_with(|| self.0.clone());
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_receiver_mut(&mut self, receiver: &mut syn::Receiver) {
        if let syn::ReceiverKind::Reference(_, lifetime, _) = &mut receiver.kind {
            lifetime.get_or_insert_with(|| self.0.clone());
        }
        visit_mut::visit_receiver_mut(self, receiver);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.0.clone();
        }
    }

    // Those of a function's own arguments are any.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}
}
