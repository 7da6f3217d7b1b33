//! The annotated function, and the signature of the generated one.

mod bounds;
mod function;
mod lifetimes;
mod params;
mod return_type;
mod signature;

use quote::ToTokens;
use syn::{Path, ReturnType, Safety, Signature};

pub(crate) use self::function::{Function, invalid_item, is_block, signature_tokens};
pub(crate) use self::lifetimes::{borrows_only_from, is_borrowed_for, name_elided, reference_lifetime};
pub(crate) use self::signature::AnalyzedSignature;
use crate::attr::{Boxed, Setting};
use crate::diagnostics::{Errors, error_with_help};
use crate::model::PaginatorKind;
use crate::util::ty::last_segment;

/// Returns the parts of the generated function's signature, and what a call of the annotated function returns. `core` is the
/// path of the `core` library.
pub(crate) fn analyze(
    function: &Function,
    boxed: &Setting<Boxed>,
    core: &Path,
    errors: &mut Errors,
) -> AnalyzedSignature {
    let signature = &function.signature;
    check_qualifiers(signature, errors);
    let (result_type, kind) = match return_type::analyze(signature, core) {
        Ok((result_type, mut kind)) => {
            set_box(&mut kind, boxed, function, errors);
            (Some(result_type), kind)
        }
        Err(error) => {
            errors.push(error);
            (None, PaginatorKind::default())
        }
    };
    let mut generated = AnalyzedSignature {
        generics: signature.generics.clone(),
        receiver: params::receiver(signature, errors),
        params: params::params(signature, core, errors),
        result_type,
        kind,
        method: signature.ident.clone(),
    };
    if let (Some(receiver), Some(result)) = (&generated.receiver, &generated.result_type)
        && lifetimes::borrows_exclusively(receiver, result)
    {
        let help = "return types that own their data, or take `&self`";
        errors.push(error_with_help(result, "the result borrows from `&mut self`, which the next call needs", help));
    }
    lifetimes::declare_box_lifetime(&mut generated);
    // If the method has a body, the return type has a bound `Borrows` that mentions the lifetimes of the parameters (see
    // `expand::signature`), so they need names.
    if !function.is_declaration() {
        lifetimes::name_param_lifetimes(&mut generated);
    }
    bounds::add_bounds(&mut generated, function, core);
    generated
}

/// Puts the paginator of a method into a box if the option `boxed` says so. Without a receiver, the paginator is never in a box.
fn set_box(kind: &mut PaginatorKind, boxed: &Setting<Boxed>, function: &Function, errors: &mut Errors) {
    if function.signature.receiver().is_none() {
        kind.box_lifetime = None;
        return;
    }
    let is_send = match boxed {
        Setting::Absent => return,
        Setting::Valid(Boxed::Local) => false,
        Setting::Invalid | Setting::Valid(Boxed::Send) => {
            check_send_future(function, kind, errors);
            true
        }
    };
    kind.is_send = is_send;
    kind.box_lifetime.get_or_insert_with(return_type::elided_lifetime);
}

/// Rejects a future that is not declared `Send`, and is to be in a box that is. For an `async fn` with a body, and for a named
/// type, the compiler knows whether the future is `Send`.
fn check_send_future(function: &Function, kind: &PaginatorKind, errors: &mut Errors) {
    let Signature { asyncness, ident, output, .. } = &function.signature;
    let is_named = asyncness.is_none() && matches!(output, ReturnType::Type(_, ty) if last_segment(ty).is_some());
    let is_known_to_rustc = kind.box_lifetime.is_none() && (is_named || !function.is_declaration());
    if kind.is_blocking || kind.is_send || is_known_to_rustc {
        return;
    }
    let marked = asyncness.map_or_else(|| ident.to_token_stream(), |keyword| keyword.to_token_stream());
    let what = "the future of this method is not declared `Send`, and the box is";
    let help = "write `boxed = \"local\"`, or let the method return `impl Future<Output = …> + Send`";
    errors.push(error_with_help(marked, what, help));
}

/// Rejects functions that cannot be called at run time and from safe code.
fn check_qualifiers(signature: &Signature, errors: &mut Errors) {
    if let Some(constness) = &signature.constness {
        errors.push(error_with_help(constness, "a `const fn` cannot request a page", "remove `const`"));
    }
    if let Safety::Unsafe(unsafety) = &signature.safety {
        let help = "annotate a safe function that calls it";
        errors.push(error_with_help(unsafety, "an `unsafe fn` cannot be paginated", help));
    }
    let help = "annotate a Rust function that calls it";
    if let Some(abi) = &signature.abi {
        errors.push(error_with_help(abi, "an `extern` function cannot be paginated", help));
    }
    if let Some(variadic) = &signature.variadic {
        errors.push(error_with_help(variadic, "a variadic function cannot be paginated", help));
    }
}
