//! `#[paginated(…)]` on a trait or an inherent impl: defaults for the annotated methods in it, like Smithy's `@paginated` on a
//! service. Each default is added to the attributes of the methods that do not set the option themselves.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Error, ItemImpl, Path, Result};

use crate::attr::{self, STYLES, WrittenOption};
use crate::diagnostics::{Errors, error_with_help};
use crate::util::tokens;
use crate::validate;

/// Expands `#[paginated(args)] item` to the trait or impl, with the defaults in its methods' attributes. Returns `None` if the
/// item is neither.
pub(crate) fn expand(args: &TokenStream, item: &TokenStream) -> Option<TokenStream> {
    let keyword = item.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ["trait", "impl", "fn"].iter().any(|keyword| ident == keyword) => Some(ident),
        _ => None,
    })?;
    if keyword == "fn" {
        return None;
    }
    let mut errors = Vec::new();
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    if let Some(TokenTree::Group(block)) = tokens.pop_if(|last| matches!(last, TokenTree::Group(_))) {
        let header = tokens.iter().cloned().collect();
        let is_valid = keyword == "trait" || check_impl(&header).map_err(|error| errors.push(error)).is_ok();
        let defaults = is_valid.then(|| parse_defaults(args, &mut errors));
        let (block, count) = with_defaults(&block, defaults.as_deref());
        if is_valid && count == 0 {
            let what = format!("no method of this `{keyword}` has the attribute");
            let help = "write `#[paginated]` or `#[paginated(result_key = \"…\")]`, by this name, on each method that requests a page";
            errors.push(error_with_help(keyword, what, help));
        }
        tokens.push(block.into());
    }
    let errors = errors.iter().map(Error::to_compile_error);
    Some(quote!(#(#tokens)* #(#errors)*))
}

/// Rejects the impl of a trait. Invalid syntax is accepted, because the compiler reports it.
fn check_impl(header: &TokenStream) -> Result<()> {
    tokens::check_nesting(header.clone())?;
    match syn::parse2::<ItemImpl>(quote!(#header {})).map(|item| item.trait_) {
        Ok(Some((implemented, _))) => {
            let help = "put the attribute on the trait, or on an impl of the type itself";
            Err(error_with_help(implemented, "the impl of a trait cannot have defaults", help))
        }
        _ => Ok(()),
    }
}

fn parse_defaults(args: &TokenStream, errors: &mut Errors) -> Vec<WrittenOption> {
    let mut defaults = attr::split(args);
    for default in defaults.extract_if(.., |option| option.name == "name") {
        let help = "write it at the method";
        errors.push(error_with_help(&default.name, "`name` cannot be a default: each method needs another one", help));
    }
    defaults
}

/// Returns a block with the defaults added to its attributes `#[paginated]`, and the number of these attributes. If `defaults`
/// is `None`, the attributes are removed: the impl of a trait cannot contain the functions that they would generate. The
/// methods are not parsed, so that unfinished and deeply nested bodies are accepted.
fn with_defaults(block: &Group, defaults: Option<&[WrittenOption]>) -> (Group, usize) {
    let mut output = TokenStream::new();
    let mut count = 0;
    let mut rest = block.stream().into_iter().peekable();
    while let Some(token) = rest.next() {
        let brackets = match rest.peek() {
            Some(TokenTree::Group(group)) if tokens::is_punct(&token, '#') => Some(group.clone()),
            _ => None,
        };
        let attr = brackets.and_then(|brackets| {
            let attr = attr_with_defaults(&brackets.stream(), defaults.unwrap_or_default(), &mut count)?;
            Some(with_stream(&brackets, attr))
        });
        match (token, attr) {
            (pound, Some(attr)) => {
                rest.next();
                if defaults.is_some() {
                    output.extend([pound, attr.into()]);
                }
            }
            // A method that a macro inserted.
            (TokenTree::Group(group), None) if group.delimiter() == Delimiter::None => {
                let (group, count_in_group) = with_defaults(&group, defaults);
                count += count_in_group;
                output.extend([TokenTree::from(group)]);
            }
            (token, None) => output.extend([token]),
        }
    }
    (with_stream(block, output), count)
}

/// Adds the defaults to `paginated(args)` or `paginated`, also inside of a `cfg_attr`, and adds the number of these attributes to
/// `count`. Returns `None` for another attribute.
fn attr_with_defaults(attr: &TokenStream, defaults: &[WrittenOption], count: &mut usize) -> Option<TokenStream> {
    let parse = |input: ParseStream<'_>| {
        let path = input.call(Path::parse_mod_style)?;
        let args = if input.is_empty() { TokenStream::new() } else { input.parse::<Group>()?.stream() };
        Ok((path, args))
    };
    let (path, args) = parse.parse2(attr.clone()).ok()?;
    if attr::is_paginated(&path) {
        *count += 1;
        let args = merged(defaults, &args);
        return Some(quote!(#path(#args)));
    }
    let args: Vec<_> = args.into_iter().collect();
    let mut parts = args.split(|token| tokens::is_punct(token, ',')).map(|part| part.iter().cloned().collect());
    let condition: TokenStream = parts.next().filter(|_| path.is_ident("cfg_attr"))?;
    let count_before = *count;
    let attrs: Vec<_> =
        parts.map(|attr: TokenStream| attr_with_defaults(&attr, defaults, count).unwrap_or(attr)).collect();
    (*count > count_before).then(|| quote!(#path(#condition, #(#attrs),*)))
}

/// Returns a group with other tokens in it.
fn with_stream(group: &Group, stream: TokenStream) -> Group {
    let mut changed = Group::new(group.delimiter(), stream);
    changed.set_span(group.span());
    changed
}

/// Returns the method's own options, followed by the defaults that they do not replace.
fn merged(defaults: &[WrittenOption], args: &TokenStream) -> TokenStream {
    let own = attr::split(args);
    let is_style = |option: &&WrittenOption| STYLES.iter().any(|style| option.name == style);
    let (own_style, default_style) = (own.iter().find(is_style), defaults.iter().find(is_style));
    // A method's own style replaces the default style and all options that need a style, even if both are the same style. Without a
    // default style, it replaces the options that need another style.
    let is_replaced_with_style = |name: &Ident| match (own_style, default_style) {
        (Some(_), Some(_)) => validate::belongs_to_style(name),
        (Some(style), None) => validate::needs_another_style(name, &style.name),
        (None, _) => false,
    };
    let is_kept = |default: &&WrittenOption| {
        let is_own = own.iter().any(|option| option.name == default.name);
        !is_own && !is_replaced_with_style(&default.name)
    };
    // `limit_key = false` removes a default. `token_with = false` is a value.
    let is_removal = |option: &&WrittenOption| {
        let name = &option.name;
        let is_default = defaults.iter().any(|default| default.name == *name);
        is_default && name != "token_with" && option.tokens.to_string() == quote!(#name = false,).to_string()
    };
    let own = own.iter().filter(|option| !is_removal(option));
    let options = own.chain(defaults.iter().filter(is_kept)).map(|option| &option.tokens);
    quote!(#(#options)*)
}
