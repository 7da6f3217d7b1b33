//! The annotated function: its signature is read, its body kept as it is, so that half-typed bodies survive.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Signature, Visibility};

/// A function or method.
#[derive(Clone)]
pub(crate) struct Function {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    /// A block, or a `;`.
    body: TokenStream,
}

impl Function {
    /// Whether the function is declared and not defined, as in a trait.
    pub(crate) fn is_declared(&self) -> bool {
        !matches!(self.body.clone().into_iter().next(), Some(TokenTree::Group(_)))
    }

    /// Whether the function speaks of `Self`, and so is associated.
    pub(crate) fn mentions_self(&self) -> bool {
        mentions_self(self.signature.to_token_stream()) || mentions_self(self.body.clone())
    }
}

fn mentions_self(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Self",
        TokenTree::Group(group) => mentions_self(group.stream()),
        _ => false,
    })
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        Ok(Self { attrs, vis, signature: input.parse()?, body: input.parse()? })
    }
}

/// What stands under the attribute, where it is no function.
pub(crate) fn misplaced(item: &TokenStream) -> syn::Error {
    let what = item.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => kind(&ident.to_string()).map(|kind| (ident, kind)),
        _ => None,
    });
    let remedy = "put `#[paginated(…)]` on the method or function that asks for one page";
    match what {
        Some((ident, kind)) => syn::Error::new(ident.span(), format!("{kind} cannot be paginated: {remedy}")),
        None => syn::Error::new_spanned(item, format!("only a method or a function can be paginated: {remedy}")),
    }
}

fn kind(word: &str) -> Option<&'static str> {
    Some(match word {
        "struct" => "a struct",
        "enum" => "an enum",
        "union" => "a union",
        "trait" => "a trait",
        "impl" => "an `impl` block",
        "mod" => "a module",
        "const" => "a constant",
        "static" => "a static",
        "type" => "a type",
        "use" => "an import",
        "let" => "a variable",
        "macro_rules" => "a macro",
        _ => return None,
    })
}
