//! Attribute and function → model, or errors: one `check_…` for each rule, and all errors together.

mod keys;
mod signature;

use crate::args::Args;
use crate::item::Function;
use crate::model::Paginator;
use crate::names::Root;

/// The errors found so far.
pub(crate) type Errors = Vec<syn::Error>;

/// Reads the function under the attribute. `None` where there are errors.
pub(crate) fn paginator(args: Args, function: &Function, errors: &mut Errors) -> Option<Paginator> {
    let mut signature = signature::check(function, errors);
    let keys = keys::check(&args, &mut signature, errors);
    let method = function.signature.ident.clone();
    let associated = args.name.as_ref().is_some_and(|name| name.associated)
        || function.signature.receiver().is_some()
        || function.mentions_self();
    let name = args.name.map_or_else(|| default_name(&method), |name| name.ident);
    let (outcome, shape) = signature.answer?;
    if !errors.is_empty() {
        return None;
    }
    Some(Paginator {
        root: Root::new(args.runtime.as_ref().map(|path| &path.0)),
        name,
        attrs: signature::carried_attrs(&function.attrs),
        vis: function.vis.clone(),
        generics: signature.generics,
        associated,
        receiver: signature.receiver,
        params: signature.params,
        outcome,
        shape,
        keys,
        method,
    })
}

/// The generated function's name: `<method>_paginator`.
pub(crate) fn default_name(method: &syn::Ident) -> syn::Ident {
    quote::format_ident!("{method}_paginator", span = method.span())
}
