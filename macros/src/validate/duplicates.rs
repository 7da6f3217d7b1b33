//! Several `#[paginated]` attributes on one function that generate functions of the same name.

use syn::{Attribute, Ident};

use crate::attr;
use crate::diagnostics::{Errors, error_with_help};
use crate::input::Function;

/// Rejects another attribute that generates a function of the same name. Returns `true` if there is
/// no such attribute. If there is one, the compiler expands it later, and it generates that function.
pub(super) fn check(function: &Function, name: &Ident, errors: &mut Errors) -> bool {
    let others =
        function.attrs.iter().filter(|attr| attr.path().segments.last().is_some_and(|last| last.ident == "paginated"));
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
    let options = attr::parse(tokens, &mut Vec::new());
    options.name.value().map_or_else(|| function.default_name(), |name| name.ident.clone())
}
