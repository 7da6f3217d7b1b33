//! Parsing and searching tokens.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Error, Result, Token};

use crate::diagnostics::error_with_help;

/// The default `recursion_limit` of rustc.
const MAX_NESTING: usize = 128;

/// Parses all of `tokens`. If they end too early, the error marks the last token and not the whole attribute.
pub(crate) fn parse<T: Parse>(tokens: &TokenStream) -> Result<T> {
    let parse = |input: ParseStream<'_>| {
        T::parse(input).map_err(|error| match tokens.clone().into_iter().last() {
            Some(last) if input.is_empty() => Error::new(last.span(), error),
            _ => error,
        })
    };
    parse.parse2(tokens.clone())
}

/// Rejects tokens that are nested so deeply that the recursion in `syn` could overflow the stack.
pub(crate) fn check_nesting(tokens: TokenStream) -> Result<()> {
    check_levels(tokens, MAX_NESTING)
}

fn check_levels(tokens: TokenStream, levels: usize) -> Result<()> {
    // The number of open `<` and of prefixes such as `&`. A comma resets it, which underestimates the depth. An operator counts
    // like a prefix, which overestimates the depth of a long expression.
    let mut open = 0_usize;
    for token in tokens {
        if open >= levels {
            let what = format!("this is nested more than {MAX_NESTING} levels deep");
            return Err(error_with_help(token, what, "use a type alias for a part of it: `type Part = …;`"));
        }
        match &token {
            TokenTree::Group(group) => check_levels(group.stream(), levels - open - 1)?,
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' | '&' | '*' | '!' | '-' => open += 1,
                '>' => open = open.saturating_sub(1),
                ',' | ';' => open = 0,
                _ => {}
            },
            _ => {}
        }
    }
    Ok(())
}

/// Returns whether a token follows with which a closure may begin.
pub(crate) fn starts_closure(input: ParseStream<'_>) -> bool {
    input.peek(Token![|]) || input.peek(Token![||]) || input.peek(Token![move]) || input.peek(Token![async])
}

/// Returns whether a token is the punctuation character `expected`.
pub(crate) fn is_punct(token: &TokenTree, expected: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == expected)
}

/// Returns whether the tokens end inside of `<…>`. The `>` of `->` is not counted.
pub(crate) fn has_open_angle(written: &TokenStream) -> bool {
    let count = |expected| written.clone().into_iter().filter(|token| is_punct(token, expected)).count();
    count('<') > count('>').saturating_sub(count('-'))
}

/// Returns whether any identifier in `tokens`, at any depth, satisfies the predicate.
pub(crate) fn contains_ident(tokens: TokenStream, predicate: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => predicate(&ident),
        TokenTree::Group(group) => contains_ident(group.stream(), predicate),
        _ => false,
    })
}

/// Returns whether `name` is a keyword in any edition. `gen` is not in syn's list, because it is one only since 2024.
pub(crate) fn is_keyword(name: &str) -> bool {
    name == "gen" || syn::parse_str::<Ident>(name).is_err()
}
