//! The receiver and the parameters.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{FnArg, Pat, PatType, Path, Signature, Type, TypeReference, parse_quote};

use crate::diagnostics::{Errors, error_with_help};
use crate::model::{Param, ParamKind, Receiver, ReceiverUsage};
use crate::util::ty::{change_impl_traits, is_cloned_with_its_parts, last_segment};

/// Returns the receiver, which must be usable for several calls: a reference, or a value that can be cloned.
pub(super) fn receiver(signature: &Signature, errors: &mut Errors) -> Option<Receiver> {
    let mut receiver = signature.receiver()?.clone();
    receiver.attrs.clear();
    receiver.mutability = None;
    let ty = receiver_type(&receiver.kind);
    let usage = receiver_usage(&ty);
    if usage.is_none() {
        let help = "take `&self`, `&mut self`, `self: Arc<Self>`, or `self` of a client that is `Clone`";
        errors.push(error_with_help(&receiver, "this receiver cannot be used again for the next page", help));
    }
    Some(Receiver { ty, usage: usage?, declaration: receiver })
}

/// Returns the type of `self`.
pub(super) fn receiver_type(kind: &syn::ReceiverKind) -> Type {
    match kind {
        syn::ReceiverKind::Reference(_, lifetime, mutability) => parse_quote!(&#lifetime #mutability Self),
        syn::ReceiverKind::Typed(_, ty) => (**ty).clone(),
        _ => parse_quote!(Self),
    }
}

fn receiver_usage(ty: &Type) -> Option<ReceiverUsage> {
    match ty {
        Type::Reference(TypeReference { mutability: Some(_), .. }) => Some(ReceiverUsage::Reborrowed),
        Type::Reference(_) => Some(ReceiverUsage::Copied),
        // A client in one of these is usually not `Clone`.
        ty if ["Pin", "Box"].iter().any(|name| last_segment(ty).is_some_and(|last| last.ident == name)) => None,
        Type::Path(_) => Some(ReceiverUsage::Cloned),
        _ => None,
    }
}

/// Returns the parameters other than the receiver.
pub(super) fn params(signature: &Signature, core: &Path, errors: &mut Errors) -> Vec<Param> {
    let params = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(param) => Some(param),
        FnArg::Receiver(_) => None,
    });
    let params = params.inspect(|param| reject_cfg(param, errors));
    params.enumerate().map(|(index, param)| analyze_param(index, param, core)).collect()
}

/// Rejects `#[cfg]` on a parameter, because the number of arguments of the generated call must be known.
fn reject_cfg(param: &PatType, errors: &mut Errors) {
    if let Some(cfg) = param.attrs.iter().find(|attr| attr.path().is_ident("cfg")) {
        let help = "write the function twice, with and without the parameter, each with its own `#[cfg(…)]`";
        errors.push(error_with_help(&cfg.meta, "`#[cfg]` on a parameter is not supported", help));
    }
}

fn analyze_param(index: usize, PatType { pat, ty, .. }: &PatType, core: &Path) -> Param {
    let name = match &**pat {
        Pat::Ident(pat) => pat.ident.clone(),
        pat => pattern_name(index, pat.span()),
    };
    let mut ty = (**ty).clone();
    change_impl_traits(&mut ty, is_cloned_with_its_parts, &mut |impl_trait| {
        impl_trait.bounds.push(parse_quote!(#core::clone::Clone));
    });
    let kind = match &ty {
        Type::Reference(TypeReference { mutability: Some(_), .. }) => ParamKind::Reborrowed,
        _ => ParamKind::Cloned,
    };
    Param { name, ty, kind, has_box_lifetime: false, is_replaced_by_link: false }
}

/// Returns the name of a parameter that is a pattern. It is hygienic, because another parameter may have that name.
pub(super) fn pattern_name(index: usize, span: Span) -> Ident {
    format_ident!("argument_{index}", span = Span::mixed_site().located_at(span))
}
