//! The signature: what kind of method it is, how it is called again, and what the generated one declares.

mod bounds;
mod lifetimes;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{
    Attribute, FnArg, GenericArgument, Generics, Lifetime, Pat, PatType, PathArguments, PathSegment, ReturnType,
    Safety, Signature, Type, TypeParamBound, TypeReference, parse_quote, parse_quote_spanned,
};

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

/// What the method gives, seen through the future it may be in.
fn check_return(signature: &Signature, core: &TokenStream, errors: &mut Errors) -> Option<(Type, Shape)> {
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
            if let Type::ImplTrait(opaque) = &**ty {
                let help = "write `-> impl Future<Output = Result<ListOutput, Error>>`, or an `async fn`";
                errors.push(mistake(opaque, "this is not a future of a page", help));
                return None;
            }
            check_outcome(ty, errors).then(|| ((**ty).clone(), Shape::Blocking))
        }
    }
}

const GIVE_RESULT: &str = "write `-> Result<ListOutput, Error>`, with the types of your page and your error";

/// What can be told without types: `impl Trait` hides the page, and a unit or a list is no `Result`.
fn check_outcome(ty: &Type, errors: &mut Errors) -> bool {
    struct Opaque(Option<TokenStream>);
    impl VisitMut for Opaque {
        fn visit_type_impl_trait_mut(&mut self, opaque: &mut syn::TypeImplTrait) {
            self.0.get_or_insert_with(|| opaque.to_token_stream());
        }
    }
    let mut opaque = Opaque(None);
    opaque.visit_type_mut(&mut ty.clone());
    if let Some(opaque) = opaque.0 {
        let help = "write the type of the output: its fields are read";
        errors.push(mistake(opaque, "the page must have a type with a name", help));
        return false;
    }
    if is_no_result(ty) {
        let shown = ty
            .to_token_stream()
            .to_string()
            .replace(" <", "<")
            .replace("< ", "<")
            .replace(" >", ">")
            .replace(" ,", ",");
        errors.push(mistake(ty, format!("`{shown}` is not a `Result`"), GIVE_RESULT));
        return false;
    }
    true
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
            const KNOWN: [&str; 9] = ["Option", "Vec", "Box", "Arc", "Rc", "String", "bool", "i32", "u32"];
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
                "Pin" => pinned(segment),
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

/// `Pin<Box<dyn Future<Output = R> + Send + 'a>>`
fn pinned(segment: &PathSegment) -> Option<(Type, Shape)> {
    let Type::Path(boxed) = types(segment).next()? else { return None };
    let Type::TraitObject(object) = types(boxed.path.segments.last()?).next()? else { return None };
    let lifetime = object.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Lifetime(lifetime) => Some(lifetime.clone()),
        _ => None,
    });
    let outcome = future_output(&object.bounds)?;
    Some((outcome, Shape::Boxed { lifetime: lifetime.unwrap_or_else(elided), send: is_send(&object.bounds) }))
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

fn types(segment: &PathSegment) -> impl Iterator<Item = &Type> {
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
        // Another parameter may have that name.
        pat => format_ident!("argument_{index}", span = Span::mixed_site().located_at(pat.span())),
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

impl Checked {
    /// A parameter of the function's own name is not what is called.
    pub(crate) fn keep_params_from(&mut self, function: &Ident) {
        for param in self.params.iter_mut().filter(|param| param.name == *function) {
            param.name.set_span(Span::mixed_site().located_at(param.name.span()));
        }
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
