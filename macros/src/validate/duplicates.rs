//! Several `#[paginated]` attributes on one function that generate functions of the same name.

use syn::{Attribute, Ident};

use crate::attr;
use crate::diagnostics::{Errors, error_with_help};
use crate::input::Function;

/// Returns whether no other attribute on the function generates a function of the same name. Otherwise, reports the other
/// attribute. The compiler expands that attribute later, and only that expansion has a function of this name.
pub(super) fn check_is_unique(function: &Function, name: &Ident, errors: &mut Errors) -> bool {
    let others = function.attrs.iter().filter(|attr| attr::is_paginated(attr.path()));
    let conflicting: Vec<_> = others.filter(|attr| *name == generated_name(attr, function)).collect();
    let method = &function.signature.ident;
    for other in &conflicting {
        let what = format!("duplicate `#[paginated]` on `{method}`");
        let help = format!("remove one, or give one another name: `name = {method}_pages`");
        errors.push(error_with_help(other.path(), what, help));
    }
    conflicting.is_empty()
}

/// Returns the name of the function that another attribute generates.
fn generated_name(attr: &Attribute, function: &Function) -> Ident {
    let tokens = attr.meta.require_list().map(|list| list.tokens.clone()).unwrap_or_default();
    // The other attribute reports its errors itself.
    let options = attr::parse(&attr::PAGINATED, tokens, &mut Vec::new());
    options.name.value().map_or_else(|| function.default_name(), |name| name.ident.clone())
}
