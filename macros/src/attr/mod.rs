//! Parses the attribute `#[paginated(…)]` into [`Options`]. Rules that involve several options, or the function, are
//! checked in `validate`.

mod options;
mod parse;
mod suggest;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use self::options::{
    AnySetting, Options, PAGINATE, PAGINATED, REQUEST_KEYS, RESPONSE_KEYS, RESPONSE_LISTS, RESPONSE_TOKENS, STYLES,
    Setting, key_option_names, usage,
};
pub(crate) use self::parse::{WrittenOption, parse, split};
pub(crate) use self::value::{Boxed, EndOn, ModulePath, NextMethod, OptionValue, TokenStorage};

/// Returns whether a path names the attribute `paginated`, also under the path of another crate.
pub(crate) fn is_paginated(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "paginated")
}
