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
    let mut call_result = return_type::analyze(signature, core).map_err(|error| errors.push(error)).ok();
    if let Some((_, kind)) = &mut call_result {
        match boxed {
            _ if signature.receiver().is_none() => return_type::set_unboxed(kind),
            Setting::Absent => {}
            Setting::Invalid | Setting::Valid(Boxed::Send) => {
                check_send_future(function, kind, errors);
                return_type::set_boxed(kind, true);
            }
            Setting::Valid(Boxed::Local) => return_type::set_boxed(kind, false),
        }
    }
    let mut generated = AnalyzedSignature {
        generics: signature.generics.clone(),
        receiver: params::receiver(signature, errors),
        params: params::params(signature, core, errors),
        call_result,
        method: signature.ident.clone(),
    };
    if let (Some(receiver), Some((result, _))) = (&generated.receiver, &generated.call_result)
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

/// Rejects a future that is not declared `Send`, and is to be in a box that is. For an `async fn` with a body, and for a named
/// type, the compiler knows whether the future is `Send`.
fn check_send_future(function: &Function, kind: &PaginatorKind, errors: &mut Errors) {
    let Signature { asyncness, ident, output, .. } = &function.signature;
    let is_named = asyncness.is_none() && matches!(output, ReturnType::Type(_, ty) if last_segment(ty).is_some());
    let may_be_send = match kind {
        PaginatorKind::Future { send } => *send || is_named || !function.is_declaration(),
        PaginatorKind::Boxed { send, .. } => *send,
        PaginatorKind::Blocking => true,
    };
    if may_be_send {
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
