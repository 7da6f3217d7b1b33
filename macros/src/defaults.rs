//! `#[paginated(…)]` on a trait or an inherent impl: defaults for the annotated methods in it, like Smithy's `@paginated` on a
//! service. Each default is added to the attributes of the methods that do not set the option themselves.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Error, ImplItem, ItemImpl, ItemTrait, Meta, TraitItem, parse_quote};

use crate::attr::{self, STYLES};
use crate::diagnostics::{Errors, error_with_help};
use crate::util::tokens;

/// The options that say how the next page is requested, and those that belong to them. A method's own style replaces all of
/// them.
const STYLE_OPTIONS: [&str; 11] = [
    "input_token",
    "output_token",
    "carried_token",
    "empty_token",
    "page_number",
    "offset",
    "start",
    "echo",
    "next_link",
    "next_method",
    "token_with",
];

/// An option as written: `limit_key = "Limit"`.
struct WrittenOption {
    name: Ident,
    tokens: TokenStream,
}

/// Expands `#[paginated(args)] item` to the trait or impl, with the defaults in its methods' attributes. Returns `None` if the
/// item is neither.
pub(crate) fn expand(args: &TokenStream, item: &TokenStream) -> Option<TokenStream> {
    let keyword = item.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ["trait", "impl", "fn"].iter().any(|keyword| ident == keyword) => Some(ident),
        _ => None,
    })?;
    let mut errors = Vec::new();
    let expanded = if keyword == "trait" {
        tokens::parse::<ItemTrait>(item).map(|item| add_to_trait(item, args, &keyword, &mut errors))
    } else if keyword == "impl" {
        tokens::parse::<ItemImpl>(item).map(|item| add_to_impl(item, args, &keyword, &mut errors))
    } else {
        return None;
    };
    let expanded = expanded.unwrap_or_else(|error| {
        errors.push(error);
        item.clone()
    });
    let errors = errors.iter().map(Error::to_compile_error);
    Some(quote!(#expanded #(#errors)*))
}

fn add_to_trait(mut item: ItemTrait, args: &TokenStream, keyword: &Ident, errors: &mut Errors) -> TokenStream {
    let methods = item.items.iter_mut().filter_map(|item| match item {
        TraitItem::Fn(method) => Some(&mut method.attrs),
        _ => None,
    });
    add_defaults(methods, args, keyword, errors);
    item.into_token_stream()
}

fn add_to_impl(mut item: ItemImpl, args: &TokenStream, keyword: &Ident, errors: &mut Errors) -> TokenStream {
    let methods = item.items.iter_mut().filter_map(|item| match item {
        ImplItem::Fn(method) => Some(&mut method.attrs),
        _ => None,
    });
    if let Some(implemented) = &item.trait_ {
        let help = "put the attribute on the trait, or on an impl of the type itself";
        errors.push(error_with_help(&implemented.0, "the impl of a trait cannot have defaults", help));
        methods.for_each(|attrs| attrs.retain(|attr| !is_paginated(attr)));
    } else {
        add_defaults(methods, args, keyword, errors);
    }
    item.into_token_stream()
}

fn add_defaults<'a>(
    methods: impl Iterator<Item = &'a mut Vec<Attribute>>,
    args: &TokenStream,
    keyword: &Ident,
    errors: &mut Errors,
) {
    let mut defaults = split_options(args);
    for default in defaults.extract_if(.., |option| option.name == "name") {
        let help = "write it at the method";
        errors.push(error_with_help(&default.name, "`name` cannot be a default: each method needs another one", help));
    }
    let attrs = methods.flatten().filter(|attr| is_paginated(attr));
    let mut count = 0;
    for attr in attrs {
        count += 1;
        let path = attr.path().clone();
        let args = merged(&defaults, &arguments(attr));
        attr.meta = Meta::List(parse_quote!(#path(#args)));
    }
    if count == 0 {
        let what = format!("no method of this `{keyword}` has the attribute");
        let help = "write `#[paginated]` or `#[paginated(result_key = \"…\")]` on each method that requests a page";
        errors.push(error_with_help(keyword, what, help));
    }
}

fn is_paginated(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == "paginated")
}

/// Returns the arguments of a method's attribute.
fn arguments(attr: &Attribute) -> TokenStream {
    match &attr.meta {
        Meta::List(list) => list.tokens.clone(),
        Meta::Path(_) | Meta::NameValue(_) => TokenStream::new(),
    }
}

/// Returns the method's own options, followed by the defaults that they do not replace.
fn merged(defaults: &[WrittenOption], args: &TokenStream) -> TokenStream {
    let own = split_options(args);
    let has_option = |matches: &dyn Fn(&Ident) -> bool| own.iter().any(|option| matches(&option.name));
    let has_style = has_option(&|name| STYLES.iter().any(|style| name == style));
    let is_kept = |default: &&WrittenOption| {
        let is_style_option = STYLE_OPTIONS.iter().any(|option| default.name == option);
        let is_replaced = has_option(&|name| *name == default.name) || has_style && is_style_option;
        !is_replaced
    };
    // `limit_key = false` removes a default.
    let is_removal = |option: &&WrittenOption| {
        let is_default = defaults.iter().any(|default| default.name == option.name);
        is_default && option.tokens.to_string().ends_with("= false")
    };
    let own = own.iter().filter(|option| !is_removal(option));
    let options = own.chain(defaults.iter().filter(is_kept)).map(|option| &option.tokens);
    quote!(#(#options),*)
}

/// Splits arguments at the commas before the name of an option. Commas in types and closures are not followed by one.
fn split_options(args: &TokenStream) -> Vec<WrittenOption> {
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    let is_punct = |index: usize, expected: char| matches!(tokens.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == expected);
    let is_start = |index: usize| {
        let follows = index == 0 || is_punct(index - 1, ',');
        let ends = index + 1 == tokens.len() || is_punct(index + 1, ',');
        follows && (is_punct(index + 1, '=') && !is_punct(index + 2, '=') || ends)
    };
    let mut options: Vec<WrittenOption> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match (token, options.last_mut()) {
            (TokenTree::Ident(name), _) if is_start(index) && attr::is_option(name) => {
                options.push(WrittenOption { name: name.clone(), tokens: token.to_token_stream() });
            }
            (_, None) => {
                // Not an option: the method's own parser reports it.
                let name = Ident::new("unknown", token.span());
                options.push(WrittenOption { name, tokens: token.to_token_stream() });
            }
            (_, Some(last)) => last.tokens.extend([token.clone()]),
        }
    }
    for option in &mut options {
        option.tokens = without_last_comma(option.tokens.clone());
    }
    options
}

fn without_last_comma(tokens: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = tokens.into_iter().collect();
    tokens.pop_if(|last| matches!(last, TokenTree::Punct(punct) if punct.as_char() == ','));
    tokens.into_iter().collect()
}
