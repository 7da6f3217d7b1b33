//! Attribute and function → model, or errors: one `check_…` for each rule, and all errors together.

mod keys;
mod placement;
mod signature;

use syn::Ident;

use crate::args::Args;
use crate::item::Function;
use crate::mistake::mistake;
use crate::model::Paginator;
use crate::names::Root;

/// The errors found so far.
pub(crate) type Errors = Vec<syn::Error>;

/// What could be told of the paginator. All of it is true only where there are no errors.
pub(crate) struct Told {
    pub(crate) root: Root,
    /// The generated function's name; none where another attribute generates it.
    pub(crate) name: Option<Ident>,
    /// Whether there are items of a type that could not be read.
    pub(crate) is_item_unknown: bool,
    /// None where not even the generated function's signature can be told.
    pub(crate) paginator: Option<Paginator>,
}

/// Reads the function under the attribute.
pub(crate) fn paginator(mut args: Args, function: &Function, errors: &mut Errors) -> Told {
    let method = function.signature.ident.clone();
    let name = args.name.take();
    let associated = name.as_ref().is_some_and(|name| name.associated)
        || function.signature.receiver().is_some()
        || function.mentions_self();
    check_name(name.as_ref().map(|name| &name.ident), &method, errors);
    let name = name.map_or_else(|| default_name(&method), |name| name.ident);
    let is_first = placement::check(function, &name, errors);
    let root = Root::new(args.runtime.as_ref().map(|path| &path.0));
    let mut signature = signature::check(function, &root.core(), errors);
    if !associated {
        signature.keep_params_from(&method);
    }
    let keys = keys::check(&args, &mut signature, errors);
    let is_item_unknown =
        if args.has("item") { args.item.is_none() } else { args.has("result_key") && keys.results.is_empty() };
    let paginator = signature.answer.map(|(outcome, shape)| Paginator {
        root: root.clone(),
        name: name.clone(),
        attrs: signature::carried_attrs(&function.attrs),
        vis: function.vis.clone(),
        generics: signature.generics,
        declared: function.is_declared(),
        associated,
        receiver: signature.receiver,
        params: signature.params,
        outcome,
        shape,
        keys,
        method,
    });
    Told { root, name: is_first.then_some(name), is_item_unknown, paginator }
}

/// The generated function stands beside the method, so it needs a name of its own.
fn check_name(name: Option<&Ident>, method: &Ident, errors: &mut Errors) {
    if let Some(name) = name.filter(|name| *name == method) {
        let what = format!("`{name}` is the name of the method itself");
        let help = format!("name the generated one otherwise: `{}` is the default", default_name(method));
        errors.push(mistake(name, what, help));
    }
}

/// The generated function's name: `<method>_paginator`.
pub(crate) fn default_name(method: &Ident) -> Ident {
    quote::format_ident!("{method}_paginator", span = method.span())
}
