//! Helpers for types, tokens, spans, and paths. They know no option and no key.

pub(crate) mod crate_path;
pub(crate) mod field;
pub(crate) mod span;
pub(crate) mod tokens;
pub(crate) mod ty;
