//! Error messages: the first line describes the mistake, and a `help` line proposes code.

use std::fmt::Display;

use quote::ToTokens;
use syn::Error;

/// The errors found so far. They are all reported together.
pub(crate) type Errors = Vec<Error>;

/// Returns an error that marks all of `tokens`.
pub(crate) fn error_with_help(tokens: impl ToTokens, what: impl Display, help: impl Display) -> Error {
    Error::new_spanned(tokens, format_message(what, help))
}

/// Formats a message the way rustc formats its own.
pub(crate) fn format_message(what: impl Display, help: impl Display) -> String {
    format!("{what}\n= help: {help}")
}

/// Adds an error unless one with the same first line was added before. If two keys have the same mistake, only the help differs.
pub(crate) fn push_unique(errors: &mut Errors, error: Error) {
    let mistake = |error: &Error| error.to_string().lines().next().map(str::to_owned);
    if !errors.iter().any(|before| mistake(before) == mistake(&error)) {
        errors.push(error);
    }
}

/// Formats a type in the usual way, without the spaces of a token stream.
pub(crate) fn type_to_string(ty: impl ToTokens) -> String {
    const SPACES: [(&str, &str); 6] = [(" <", "<"), ("< ", "<"), (" >", ">"), (" ,", ","), (" :: ", "::"), ("& ", "&")];
    let printed = ty.to_token_stream().to_string();
    SPACES.iter().fold(printed, |printed, (spaced, dense)| printed.replace(spaced, dense))
}

/// Formats a list such as `A`, `B` and `C`, with each name in backticks.
pub(crate) fn join_quoted(names: &[impl Display], conjunction: &str) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match &names[..] {
        [init @ .., last] if !init.is_empty() => format!("{} {conjunction} {last}", init.join(", ")),
        names => names.concat(),
    }
}
