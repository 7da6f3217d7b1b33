//! The bounds of the generated function in addition to those of the annotated one.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    GenericArgument, ParenthesizedGenericArguments, PathArguments, Type, TypeFnPtr, TypePath, Visibility,
    WherePredicate, parse_quote, parse_quote_spanned,
};

use super::function::Function;
use super::lifetimes::is_boundable;
use super::signature::SignatureInfo;
use crate::model::{ArgMode, MethodKind, ReceiverKind};
use crate::util::span::{located_at, span_bounds};
use crate::util::tokens::contains_ident;
use crate::util::ty::{StdType, last_segment, type_arguments};

/// Adds all bounds to the `where` clause.
pub(super) fn add_bounds(info: &mut SignatureInfo, function: &Function, core: &TokenStream) {
    let mut bounds = Vec::<WherePredicate>::new();
    for param in &info.params {
        if param.mode == ArgMode::Cloned && info.is_type_param(&param.ty) {
            let ty = &param.ty;
            bounds.push(parse_quote_spanned!(ty.span()=> #ty: #core::clone::Clone));
        }
    }
    bounds.extend(receiver_bound(info, function, core));
    bounds.extend(future_bounds(info, core));
    bounds.extend(box_bounds(info));
    if !bounds.is_empty() {
        info.generics.make_where_clause().predicates.extend(bounds);
    }
}

/// Returns the bounds for a paginator in a box: everything in it must outlive the box.
fn box_bounds(info: &SignatureInfo) -> Vec<WherePredicate> {
    let Some((_, MethodKind::Boxed { lifetime, .. })) = &info.return_type else { return Vec::new() };
    let params = info.generics.type_params().map(|param| &param.ident);
    let mut bounds: Vec<WherePredicate> = params.map(|param| parse_quote!(#param: #lifetime)).collect();
    if info.receiver.as_ref().is_some_and(|receiver| receiver.kind == ReceiverKind::Owned) {
        bounds.push(parse_quote!(Self: #lifetime));
    }
    bounds
}

/// Returns the bounds for the types that a paginator keeps between two polls.
///
/// A future can be `Send` although its output is not, but the paginator stores the output. So `Self::Error`, which a
/// trait need not declare `Send`, must be `Send`, and must outlive a box. The same applies to the parameters.
fn future_bounds(info: &SignatureInfo, core: &TokenStream) -> Vec<WherePredicate> {
    let Some((result, kind)) = &info.return_type else { return Vec::new() };
    let Some(result) = last_segment(result) else { return Vec::new() };
    // The paginator of a free function does not declare `Send`.
    if info.receiver.is_none() {
        return Vec::new();
    }
    let required: TokenStream = match kind {
        MethodKind::Boxed { send: true, lifetime, .. } => quote!(#core::marker::Send + #lifetime),
        MethodKind::Boxed { send: false, lifetime, .. } => quote!(#lifetime),
        MethodKind::Future { send: true } => quote!(#core::marker::Send),
        MethodKind::Future { send: false } | MethodKind::Blocking => return Vec::new(),
    };
    let mut boundable = BoundableTypes(Vec::new());
    info.params.iter().filter(|param| is_boundable(&param.ty)).for_each(|param| boundable.visit_type(&param.ty));
    let types = boundable.0.into_iter().chain(type_arguments(result).cloned());
    let types = types.filter(|ty| depends_on_generics(info, ty) && is_boundable(ty));
    types.map(|ty| parse_quote!(#ty: #required)).collect()
}

/// Returns whether the type mentions `Self` or a type parameter. The parameters of the surrounding trait or `impl` are
/// not visible, so they are recognized by their names.
fn depends_on_generics(info: &SignatureInfo, ty: &Type) -> bool {
    contains_ident(ty.to_token_stream(), &|ident| {
        ident == "Self"
            || looks_like_type_param(ident)
            || info.generics.type_params().any(|param| param.ident == *ident)
    })
}

/// Returns the bound on `Self`, which can be any type in a trait.
fn receiver_bound(info: &SignatureInfo, function: &Function, core: &TokenStream) -> Option<WherePredicate> {
    let receiver = info.receiver.as_ref()?;
    // Errors are reported at the receiver. The call-site span silences the user's lints.
    let span = Span::call_site().located_at(span_bounds(&receiver.declaration).1);
    let core = located_at(core, span);
    // A method with a visibility is not in a trait, so `Self` is known. A bound would then be harmful if `Self` has lifetimes: rustc uses
    // it instead of the impl, and it is true for these lifetimes only.
    let may_be_in_trait = matches!(function.vis, Visibility::Inherited);
    let is_send = match &info.return_type.as_ref()?.1 {
        MethodKind::Future { send } | MethodKind::Boxed { send, .. } => *send && may_be_in_trait,
        // A trait stays dyn-compatible with this bound.
        MethodKind::Blocking if may_be_in_trait => {
            return Some(parse_quote_spanned!(span=> Self: #core::marker::Sized));
        }
        MethodKind::Blocking => false,
    };
    let is_self = receiver.kind == ReceiverKind::Owned && receiver.declaration.to_string() == "self";
    let (clone, sync) = (quote_spanned!(span=> #core::clone::Clone), quote_spanned!(span=> #core::marker::Sync));
    let send = is_send.then(|| quote_spanned!(span=> #core::marker::Send));
    let bounds = match (receiver.kind, &send) {
        (ReceiverKind::Shared, Some(_)) => sync,
        (ReceiverKind::Exclusive, Some(send)) => send.clone(),
        (ReceiverKind::Owned, Some(send)) if is_self => quote_spanned!(span=> #clone + #send),
        (ReceiverKind::Owned, Some(send)) => quote_spanned!(span=> #send + #sync),
        (ReceiverKind::Owned, None) if is_self => clone,
        (_, None) => return None,
    };
    Some(parse_quote_spanned!(span=> Self: #bounds))
}

/// Returns whether the name consists of capitals and digits, like `T` or `K2`.
fn looks_like_type_param(ident: &Ident) -> bool {
    let name = ident.to_string();
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|char| char.is_ascii_uppercase() || char.is_ascii_digit())
}

/// Collects the types in a type that can be bounded. If a type may hide a lifetime, its arguments are collected
/// instead.
struct BoundableTypes(Vec<Type>);

impl Visit<'_> for BoundableTypes {
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
