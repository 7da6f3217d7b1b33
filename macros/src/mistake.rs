//! How an error reads: its first line says what is wrong, the lines below it what to write.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};

/// An error that marks all of `at`.
pub(crate) fn mistake(at: impl ToTokens, what: impl Display, help: impl Display) -> syn::Error {
    syn::Error::new_spanned(at, text(what, help))
}

/// What `tokens` are, or an error: where they end too early, it marks the last of them, and not the whole attribute.
pub(crate) fn parse<T: Parse>(tokens: &TokenStream) -> syn::Result<T> {
    let parse = |input: ParseStream<'_>| {
        T::parse(input).map_err(|error| match tokens.clone().into_iter().last() {
            Some(last) if input.is_empty() => syn::Error::new(last.span(), error),
            _ => error,
        })
    };
    parse.parse2(tokens.clone())
}

/// The text of an error, as rustc writes its own.
pub(crate) fn text(what: impl Display, help: impl Display) -> String {
    format!("{what}\n= help: {help}")
}

/// A type as it is written.
pub(crate) fn shown(ty: impl ToTokens) -> String {
    const SPACES: [(&str, &str); 6] = [(" <", "<"), ("< ", "<"), (" >", ">"), (" ,", ","), (" :: ", "::"), ("& ", "&")];
    let text = ty.to_token_stream().to_string();
    SPACES.iter().fold(text, |text, (spaced, plain)| text.replace(spaced, plain))
}

/// `A`, `B` and `C`, in backticks.
pub(crate) fn list(words: &[impl Display], last: &str) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match &words[..] {
        [.., _, _] => {
            let (end, before) = words.split_at(words.len() - 1);
            format!("{} {last} {}", end.join(", "), before[0])
        }
        words => words.concat(),
    }
}
