//! What the generated method needs beyond the method's own bounds.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    GenericArgument, ParenthesizedGenericArguments, PathArguments, Type, TypeFnPtr, TypePath, Visibility,
    WherePredicate, parse_quote, parse_quote_spanned,
};

use super::answer::types;
use super::lifetimes::can_be_bound;
use super::{Checked, is_type_param};
use crate::item::{Function, mentions};
use crate::model::{Passed, ReceiverKind, Shape};
use crate::names::{ends, located};

impl Checked {
    /// What the generated method needs beyond the method's own bounds.
    pub(super) fn require(&mut self, function: &Function, core: &TokenStream) {
        let mut bounds = Vec::<WherePredicate>::new();
        for param in &self.params {
            if param.passed == Passed::Cloned && is_type_param(&self.generics, &param.ty) {
                let ty = &param.ty;
                bounds.push(parse_quote_spanned!(ty.span()=> #ty: #core::clone::Clone));
            }
        }
        bounds.extend(self.receiver_bound(function, core));
        bounds.extend(self.kept_bounds(core));
        if let Some((_, Shape::Boxed { lifetime, .. })) = &self.answer {
            let params: Vec<_> = self.generics.type_params().map(|param| param.ident.clone()).collect();
            bounds.extend(params.iter().map(|param| -> WherePredicate { parse_quote!(#param: #lifetime) }));
            if self.receiver.as_ref().is_some_and(|receiver| receiver.kind == ReceiverKind::Owned) {
                bounds.push(parse_quote!(Self: #lifetime));
            }
        }
        if !bounds.is_empty() {
            self.generics.make_where_clause().predicates.extend(bounds);
        }
    }

    /// A future can be `Send` where what it gives is not, but a paginator keeps that between two polls: `Self::Error`, of
    /// which a trait need not say that it is `Send`, must be so where the paginator is used, and outlive the box it is in.
    /// So must what the method takes.
    fn kept_bounds(&self, core: &TokenStream) -> Vec<WherePredicate> {
        let Some((Type::Path(outcome), shape)) = &self.answer else { return Vec::new() };
        // Without a client, what is generated promises nothing.
        if self.receiver.is_none() {
            return Vec::new();
        }
        let needed: TokenStream = match shape {
            Shape::Boxed { send: true, lifetime } => quote!(#core::marker::Send + #lifetime),
            Shape::Boxed { send: false, lifetime } => quote!(#lifetime),
            Shape::Future { send: true } => quote!(#core::marker::Send),
            Shape::Future { send: false } | Shape::Blocking => return Vec::new(),
        };
        let given = outcome.path.segments.last().into_iter().flat_map(types);
        let mut taken = Taken(Vec::new());
        self.params.iter().filter(|param| can_be_bound(&param.ty)).for_each(|param| taken.visit_type(&param.ty));
        let kept = taken.0.into_iter().chain(given.cloned());
        let open = kept.filter(|ty| self.is_open(ty) && can_be_bound(ty));
        open.map(|ty| parse_quote!(#ty: #needed)).collect()
    }

    /// Whether the type may be another for each client: it speaks of `Self`, or of a type parameter. Those of the trait or of
    /// the `impl` cannot be seen, but they are called like one.
    fn is_open(&self, ty: &Type) -> bool {
        mentions(ty.to_token_stream(), &|ident| {
            ident == "Self"
                || is_called_like_param(ident)
                || self.generics.type_params().any(|param| param.ident == *ident)
        })
    }

    /// What `Self` must be, where it may be anything: in a trait.
    fn receiver_bound(&self, function: &Function, core: &TokenStream) -> Option<WherePredicate> {
        let receiver = self.receiver.as_ref()?;
        // An error about it stands at the receiver; a lint about it is none of the user's.
        let at = Span::call_site().located_at(ends(&receiver.declared).1);
        let core = located(core, at);
        let send = match &self.answer.as_ref()?.1 {
            Shape::Future { send } | Shape::Boxed { send, .. } => *send,
            // A trait's method, as far as can be seen: the trait is to stay dyn-compatible.
            Shape::Blocking if matches!(function.vis, Visibility::Inherited) => {
                return Some(parse_quote_spanned!(at=> Self: #core::marker::Sized));
            }
            Shape::Blocking => false,
        };
        let by_value = receiver.kind == ReceiverKind::Owned && receiver_is_self(&receiver.declared);
        match (receiver.kind, send) {
            (ReceiverKind::Shared, true) => Some(parse_quote_spanned!(at=> Self: #core::marker::Sync)),
            (ReceiverKind::Exclusive, true) => Some(parse_quote_spanned!(at=> Self: #core::marker::Send)),
            (ReceiverKind::Owned, true) if by_value => {
                Some(parse_quote_spanned!(at=> Self: #core::clone::Clone + #core::marker::Send))
            }
            (ReceiverKind::Owned, true) => {
                Some(parse_quote_spanned!(at=> Self: #core::marker::Send + #core::marker::Sync))
            }
            (ReceiverKind::Owned, false) if by_value => Some(parse_quote_spanned!(at=> Self: #core::clone::Clone)),
            (_, false) => None,
        }
    }
}

fn receiver_is_self(declared: &TokenStream) -> bool {
    declared.to_string() == "self"
}

/// Whether it is one capital letter, or nothing but capitals and digits: `T`, `K2`.
fn is_called_like_param(ident: &Ident) -> bool {
    let name = ident.to_string();
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|char| char.is_ascii_uppercase() || char.is_ascii_digit())
}

/// Types of parameters that can be bound: where one may hide a lifetime, what is inside of it.
struct Taken(Vec<Type>);

impl Visit<'_> for Taken {
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

/// Whether the type, or one inside, may have a lifetime that is not written: `View<T>` of a `struct View<'a, T>`.
fn may_hide_lifetime(ty: &Type) -> bool {
    const WITHOUT: [&str; 11] =
        ["Vec", "VecDeque", "Option", "Box", "Arc", "Rc", "HashMap", "BTreeMap", "HashSet", "BTreeSet", "PhantomData"];
    struct Hides(bool);
    impl Visit<'_> for Hides {
        fn visit_type_path(&mut self, path: &TypePath) {
            let last = path.path.segments.last().filter(|_| path.qself.is_none());
            if let Some(last) = last
                && let PathArguments::AngleBracketed(arguments) = &last.arguments
            {
                let is_lifetime = |argument: &GenericArgument| matches!(argument, GenericArgument::Lifetime(_));
                self.0 |= !arguments.args.iter().any(is_lifetime) && !WITHOUT.iter().any(|known| last.ident == known);
            }
            visit::visit_type_path(self, path);
        }
        fn visit_type_fn_ptr(&mut self, _: &TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &ParenthesizedGenericArguments) {}
    }
    let mut hides = Hides(false);
    hides.visit_type(ty);
    hides.0
}
