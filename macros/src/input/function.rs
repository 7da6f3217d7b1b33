//! The annotated function. Its signature is parsed, and its body is not, so that an unfinished body is accepted.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Error, Signature, Visibility, parse_quote, parse_quote_spanned};

use crate::diagnostics::error_with_help;
use crate::util::tokens::{contains_ident, is_punct};
use crate::util::ty::ungroup_signature;

/// A function or method.
pub(crate) struct Function {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    /// A block, or a `;`.
    body: TokenStream,
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let mut signature = input.parse()?;
        ungroup_signature(&mut signature);
        Ok(Self { attrs, vis, signature, body: input.parse()? })
    }
}

impl Function {
    /// Returns whether the function has no body: it is declared in a trait, or is not finished.
    pub(crate) fn is_declaration(&self) -> bool {
        !matches!(self.body.clone().into_iter().next(), Some(TokenTree::Group(_)))
    }

    /// Returns whether the function is known to need `Self::` in a call.
    pub(crate) fn is_associated(&self) -> bool {
        // An unfinished function has no body yet. It may be a free function.
        let is_in_trait = self.is_declaration() && !self.body.is_empty();
        is_in_trait
            || self.signature.receiver().is_some()
            || contains_ident(self.signature.to_token_stream(), &|ident| ident == "Self")
            || uses_outer_self(self.body.clone())
    }

    /// Returns the default name of the generated function: `<method>_paginator`.
    pub(crate) fn default_name(&self) -> Ident {
        let method = &self.signature.ident;
        format_ident!("{method}_paginator", span = method.span())
    }

    /// Adds the `;` that is missing after an unfinished declaration. The compiler reports it, because it parses the
    /// declaration before the macro is called.
    pub(crate) fn with_semicolon(&self, item: &TokenStream) -> TokenStream {
        let end = self.body.is_empty().then(|| quote!(;));
        quote!(#item #end)
    }

    /// Returns the attributes that also apply to the generated function.
    pub(crate) fn inherited_attrs(&self) -> Vec<Attribute> {
        let mut inherited: Vec<_> = self.attrs.iter().filter_map(inherited_attr).collect();
        if self.attrs.iter().any(|attr| attr.path().is_ident("deprecated")) {
            // The generated function calls the deprecated one.
            inherited.push(parse_quote!(#[allow(deprecated)]));
        }
        inherited
    }
}

fn inherited_attr(attr: &Attribute) -> Option<Attribute> {
    let name = attr.path().get_ident()?.to_string();
    match name.as_str() {
        "cfg" | "deprecated" | "allow" | "warn" | "deny" | "forbid" => Some(attr.clone()),
        "doc" => {
            let arguments = attr.meta.require_list().ok()?.tokens.clone();
            contains_ident(arguments, &|ident| ident == "hidden").then(|| parse_quote!(#[doc(hidden)]))
        }
        // A lint that is expected in the method need not occur in the generated function.
        "expect" => {
            let lints = attr.meta.require_list().ok()?.tokens.clone();
            Some(parse_quote_spanned!(attr.span()=> #[allow(#lints)]))
        }
        _ => None,
    }
}

/// Returns whether a body uses the `Self` of the surrounding item. The `Self` of an item inside of the body is another
/// type.
fn uses_outer_self(body: TokenStream) -> bool {
    let mut tokens = body.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ["impl", "trait", "struct", "enum"].iter().any(|item| ident == item) => {
                while tokens.next().is_some_and(|token| !ends_item(&token, tokens.peek())) {}
            }
            TokenTree::Ident(ident) if ident == "Self" => return true,
            TokenTree::Group(group) if uses_outer_self(group.stream()) => return true,
            _ => {}
        }
    }
    false
}

/// Returns whether a token ends an item: a `;`, or a block that is not an argument in `<{ 1 }, T>`.
fn ends_item(token: &TokenTree, next: Option<&TokenTree>) -> bool {
    let is_argument = next.is_some_and(|next| is_punct(next, '>') || is_punct(next, ','));
    is_brace_group(token) && !is_argument || is_punct(token, ';')
}

fn is_brace_group(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Returns the tokens before the body.
pub(crate) fn signature_tokens(item: &TokenStream) -> TokenStream {
    item.clone().into_iter().take_while(|token| !is_brace_group(token)).collect()
}

/// Returns whether the attribute is on a block expression.
pub(crate) fn is_block(item: &TokenStream) -> bool {
    item.clone().into_iter().next().is_some_and(|token| is_brace_group(&token))
}

/// Returns the error for an item that is not a function. If it is a function that could not be parsed, returns `error`.
pub(crate) fn invalid_item(item: &TokenStream, error: Error) -> Error {
    const KEYWORDS: &str = "fn gen struct enum union trait impl mod const static type use let macro_rules";
    let mut idents = item.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    });
    let what = "expected a method or a function";
    let help = "put `#[paginated(…)]` on a method or function that requests one page";
    match idents.find(|ident| KEYWORDS.split(' ').any(|keyword| ident == keyword)) {
        Some(keyword) if keyword == "fn" => error,
        Some(keyword) => error_with_help(&keyword, format!("{what}, found `{keyword}`"), help),
        None => error_with_help(item, what, help),
    }
}
