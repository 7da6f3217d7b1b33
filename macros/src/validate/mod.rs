//! Validates the attribute and the function, and builds the model. All rules are checked, and all errors are reported
//! together.

mod conflicts;
mod duplicates;
mod keys;
mod page;
mod request_location;
mod request_param;
mod style;
#[cfg(test)]
mod tests;

use syn::Ident;

pub(crate) use self::keys::{placeholder_limit_key, resolve as resolve_keys};
pub(crate) use self::style::{belongs_to_style, needs_another_style};
use crate::attr::{AnySetting, NextMethod, Options, TokenStorage};
use crate::diagnostics::{Errors, error_with_help};
use crate::input::{self, AnalyzedSignature, Function};
use crate::model::Paginator;
use crate::util::crate_path::CratePath;

/// The result of the validation. If there are errors, a stub is generated from it.
pub(crate) struct Validated {
    pub(crate) crate_path: CratePath,
    /// The generated function's name; `None` if it is that of the annotated function, or if another
    /// `#[paginated]` on the function generates one of that name.
    pub(crate) name: Option<Ident>,
    /// `None` if the return type is invalid.
    pub(crate) paginator: Option<Paginator>,
}

/// Validates the function with the parsed attribute.
pub(crate) fn validate(options: &Options, function: &Function, errors: &mut Errors) -> Validated {
    let method = function.signature.ident.clone();
    let name_option = options.name.value();
    let is_associated = name_option.is_some_and(|name| name.is_associated) || function.is_associated();
    let name = name_option.map_or_else(|| function.default_name(), |name| name.ident.clone());
    let is_name_free = check_name(&name, function, errors) && duplicates::check_is_unique(function, &name, errors);
    let crate_path = CratePath::new(options.crate_path());
    let mut signature = input::analyze(function, &options.boxed, &crate_path.core(), errors);
    let next_method = match options.next_method.value() {
        Some(NextMethod::Path(path)) => path.get_ident(),
        Some(NextMethod::Closure(closure)) => {
            errors.push(NextMethod::not_a_path(closure));
            None
        }
        None => None,
    };
    if !is_associated {
        for function in [&method].into_iter().chain(next_method) {
            signature.avoid_shadowing(function);
        }
    }
    let keys = keys::resolve(options, &mut signature, errors);
    check_boxed(options, &signature, errors);
    let paginator = signature.result_type.map(|result_type| Paginator {
        crate_path: crate_path.clone(),
        name: name.clone(),
        attrs: function.inherited_attrs(),
        vis: function.vis.clone(),
        generics: signature.generics,
        is_declaration: function.is_declaration(),
        is_associated,
        receiver: signature.receiver,
        params: signature.params,
        result_type,
        kind: signature.kind,
        keys,
        method,
    });
    Validated { crate_path, name: is_name_free.then_some(name), paginator }
}

/// Returns whether the only token is carried, so that no token says whether there are more pages.
fn has_only_carried_token(options: &Options) -> bool {
    match options.input_token.keys() {
        [only] => options.carried_token.key().is_some_and(|carried| carried.name() == only.name()),
        _ => false,
    }
}

/// Rejects a boxed list that has no resume token: because of `token_with = false`, or because the only token is carried. Also
/// rejects `boxed` on a function without a receiver.
fn check_boxed(options: &Options, signature: &AnalyzedSignature, errors: &mut Errors) {
    if let (Some(name), None) = (options.name_in_attribute("boxed"), &signature.receiver) {
        let help = "call `.boxed()` on the paginator";
        errors.push(error_with_help(name, "`boxed` needs a method with a receiver", help));
    }
    if signature.kind.box_lifetime.is_none() || signature.result_type.is_none() {
        return;
    }
    let what = "a boxed list must have a resume token";
    let unbox =
        if options.name_in_attribute("boxed").is_some() { "remove `boxed`" } else { "let the method be an `async fn`" };
    if matches!(options.token_with.value(), Some(TokenStorage::Unstored)) {
        let help = format!("write `token_with = module`, or {unbox}");
        errors.push(error_with_help(options.name_in_attribute("token_with"), what, help));
    }
    if has_only_carried_token(options) {
        let help = format!("{unbox}: a carried token cannot be stored, and it is the only one");
        errors.push(error_with_help(options.name_in_attribute("carried_token"), what, help));
    }
}

/// Rejects the name of the annotated function. Returns whether the name is valid.
fn check_name(name: &Ident, function: &Function, errors: &mut Errors) -> bool {
    let is_valid = *name != function.signature.ident;
    if !is_valid {
        let what = format!("`{name}` is the name of the annotated function itself");
        let help = format!("choose another name; the default is `{}`", function.default_name());
        errors.push(error_with_help(name, what, help));
    }
    is_valid
}
