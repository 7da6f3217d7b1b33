//! Helpers for syntax trees and tokens that know nothing of pagination.

pub(crate) mod crate_path;
pub(crate) mod field;
pub(crate) mod span;
pub(crate) mod tokens;
pub(crate) mod ty;
