//! Where the attribute stands.

use syn::{Attribute, Ident};

use super::{Errors, default_name};
use crate::args;
use crate::item::Function;
use crate::mistake::mistake;

/// Two attributes on one method need two names. Whether this one's may be used: the other attribute expands later, and
/// generates a function of that name itself.
pub(super) fn check(function: &Function, name: &Ident, errors: &mut Errors) -> bool {
    let others =
        function.attrs.iter().filter(|attr| attr.path().segments.last().is_some_and(|last| last.ident == "paginated"));
    let method = &function.signature.ident;
    let same: Vec<_> = others.filter(|attr| *name == name_of(attr, method)).collect();
    for other in &same {
        let what = format!("`#[paginated]` stands twice on `{method}`");
        let help = format!("remove one, or give one of them a name of its own: `name = {method}_pages`");
        errors.push(mistake(other.path(), what, help));
    }
    same.is_empty()
}

/// The name of what another attribute generates.
fn name_of(attr: &Attribute, method: &Ident) -> Ident {
    let tokens = attr.meta.require_list().map(|list| list.tokens.clone()).unwrap_or_default();
    // Its errors are its own.
    let name = args::parse(tokens, &mut Vec::new()).name;
    name.map_or_else(|| default_name(method), |name| name.ident)
}
