//! The signature: what kind of method it is, how it is called again, and what the generated one declares.

mod answer;
mod bounds;
mod lifetimes;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Attribute, FnArg, GenericArgument, Generics, Pat, PatType, PathArguments, PathSegment, Safety, Signature, Type,
    TypeParamBound, TypeReference, parse_quote, parse_quote_spanned,
};

use self::answer::check_return;
use super::Errors;
use crate::item::{Function, mentions};
use crate::mistake::mistake;
use crate::model::{Param, Passed, Receiver, ReceiverKind, Shape};

/// What the signature tells. Errors are in the list; what is missing could not be told.
pub(crate) struct Checked {
    pub(crate) generics: Generics,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) params: Vec<Param>,
    /// What a call gives, and the kind of method.
    pub(crate) answer: Option<(Type, Shape)>,
    /// The function's name.
    pub(crate) name: Ident,
}

/// `core` is where the standard library's core is.
pub(crate) fn check(function: &Function, core: &TokenStream, errors: &mut Errors) -> Checked {
    let signature = &function.signature;
    check_qualifiers(signature, errors);
    let answer = check_return(signature, core, errors);
    let mut checked = Checked {
        generics: signature.generics.clone(),
        receiver: check_receiver(signature, errors),
        params: check_params(signature, core, errors),
        answer,
        name: signature.ident.clone(),
    };
    checked.declare_boxed_lifetime();
    checked.require(function, core);
    checked
}

/// A method is called once for each page, at run time and from safe code.
fn check_qualifiers(signature: &Signature, errors: &mut Errors) {
    if let Some(constness) = &signature.constness {
        errors.push(mistake(constness, "a `const fn` cannot ask for a page", "remove `const`"));
    }
    if let Safety::Unsafe(unsafety) = &signature.safety {
        let help = "annotate a safe function that calls it, and says there why it may";
        errors.push(mistake(unsafety, "an `unsafe fn` cannot be called for you", help));
    }
    if let Some(abi) = &signature.abi {
        let help = "annotate a Rust function that calls it";
        errors.push(mistake(abi, "an `extern` function cannot be paginated", help));
    }
    if let Some(variadic) = &signature.variadic {
        let help = "annotate a Rust function that calls it";
        errors.push(mistake(variadic, "a variadic function cannot be paginated", help));
    }
}

/// A client that can be called again: a reference, or a value that can be cloned.
fn check_receiver(signature: &Signature, errors: &mut Errors) -> Option<Receiver> {
    let receiver = signature.receiver()?;
    let mut receiver = receiver.clone();
    receiver.attrs.clear();
    receiver.mutability = None;
    let kind = receiver_kind(&receiver.kind);
    if kind.is_none() {
        let help = "take `&self`, `&mut self`, `self: Arc<Self>`, or `self` of a client that is `Clone`";
        errors.push(mistake(&receiver, "this receiver cannot be called again for the next page", help));
    }
    Some(Receiver { declared: receiver.to_token_stream(), this: receiver.self_token, kind: kind? })
}

fn receiver_kind(kind: &syn::ReceiverKind) -> Option<ReceiverKind> {
    match kind {
        syn::ReceiverKind::Reference(_, _, Some(_)) => Some(ReceiverKind::Exclusive),
        syn::ReceiverKind::Reference(..) => Some(ReceiverKind::Shared),
        syn::ReceiverKind::Value => Some(ReceiverKind::Owned),
        syn::ReceiverKind::Typed(_, ty) => typed_receiver_kind(ty),
        _ => None,
    }
}

fn typed_receiver_kind(ty: &Type) -> Option<ReceiverKind> {
    match ty {
        Type::Reference(TypeReference { mutability: Some(_), .. }) => Some(ReceiverKind::Exclusive),
        Type::Reference(_) => Some(ReceiverKind::Shared),
        Type::Path(path) => match path.path.segments.last()?.ident.to_string().as_str() {
            "Pin" | "Box" => None,
            _ => Some(ReceiverKind::Owned),
        },
        _ => None,
    }
}

fn check_params(signature: &Signature, core: &TokenStream, errors: &mut Errors) -> Vec<Param> {
    let params = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(param) => Some(param),
        FnArg::Receiver(_) => None,
    });
    let params = params.inspect(|param| check_always_there(param, errors));
    params.enumerate().map(|(index, param)| check_param(index, param, core)).collect()
}

/// The generated call gives as many arguments as there are parameters.
fn check_always_there(param: &PatType, errors: &mut Errors) {
    if let Some(cfg) = param.attrs.iter().find(|attr| attr.path().is_ident("cfg")) {
        let what = "this parameter is not always there, and a paginator cannot see when it is";
        let help = "write the function twice, with and without it, each under a `#[cfg(…)]` of its own";
        errors.push(mistake(&cfg.meta, what, help));
    }
}

/// A parameter is copied or cloned for each call.
fn check_param(index: usize, PatType { pat, ty, .. }: &PatType, core: &TokenStream) -> Param {
    let name = match &**pat {
        Pat::Ident(pat) => pat.ident.clone(),
        pat => unnamed(index, pat.span()),
    };
    let mut ty = (**ty).clone();
    if let Type::ImplTrait(opaque) = &mut ty {
        let clone: TypeParamBound = parse_quote!(#core::clone::Clone);
        opaque.bounds.push(clone);
    }
    let passed = match &ty {
        Type::Reference(TypeReference { mutability: Some(_), .. }) => Passed::Reborrowed,
        _ => Passed::Cloned,
    };
    Param { name, ty, passed }
}

/// The name of a parameter that is a pattern. Another parameter may have that name.
fn unnamed(index: usize, place: Span) -> Ident {
    format_ident!("argument_{index}", span = Span::mixed_site().located_at(place))
}

impl Checked {
    /// A parameter of the function's own name is not what is called.
    pub(crate) fn keep_params_from(&mut self, function: &Ident) {
        for param in self.params.iter_mut().filter(|param| param.name == *function) {
            param.name.set_span(Span::mixed_site().located_at(param.name.span()));
        }
    }

    /// The names of the parameters that have one.
    pub(crate) fn names(&self) -> Vec<&Ident> {
        let names = self.params.iter().map(|param| &param.name).enumerate();
        names.filter(|(index, name)| **name != unnamed(*index, name.span())).map(|(_, name)| name).collect()
    }

    /// The parameter that has this name.
    pub(crate) fn param_named(&self, name: &Ident) -> Option<usize> {
        self.params.iter().position(|param| param.name.unraw() == name.unraw())
    }
}

/// Whether the type is one of the function's own type parameters.
pub(crate) fn is_type_param(generics: &Generics, ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.get_ident().is_some_and(|ident| generics.type_params().any(|param| param.ident == *ident))
}

/// The `T` of `name<T>`.
pub(crate) fn only_type<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    only_type_of(path.path.segments.last()?, name)
}

pub(crate) fn only_type_of<'a>(segment: &'a PathSegment, name: &str) -> Option<&'a Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) if segment.ident == name => Some(ty),
        _ => None,
    }
}

/// The method's attributes that hold for the generated method too.
pub(crate) fn carried_attrs(attrs: &[Attribute]) -> Vec<Attribute> {
    let mut carried: Vec<_> = attrs.iter().filter_map(carried).collect();
    if attrs.iter().any(is_deprecated) {
        // It calls the method.
        carried.push(parse_quote!(#[allow(deprecated)]));
    }
    carried
}

fn is_deprecated(attr: &Attribute) -> bool {
    let is_said = || mentions(attr.to_token_stream(), &|word| word == "deprecated");
    attr.path().is_ident("deprecated") || attr.path().is_ident("cfg_attr") && is_said()
}

fn carried(attr: &Attribute) -> Option<Attribute> {
    let name = attr.path().get_ident()?.to_string();
    match name.as_str() {
        "cfg" | "deprecated" | "allow" | "warn" | "deny" | "forbid" => Some(attr.clone()),
        "doc" => {
            let words = &attr.meta.require_list().ok()?.tokens;
            mentions(words.clone(), &|word| word == "hidden").then(|| parse_quote!(#[doc(hidden)]))
        }
        // What is expected of the method may not be there in the generated one.
        "expect" => {
            let lints = attr.meta.require_list().ok()?.tokens.clone();
            Some(parse_quote_spanned!(attr.span()=> #[allow(#lints)]))
        }
        _ => None,
    }
}
