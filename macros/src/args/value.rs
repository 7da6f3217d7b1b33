//! The values of the attribute's words.

use std::fmt::Display;

use darling::FromMeta;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Error, Expr, ExprArray, ExprTuple, ItemUse, Lit, LitStr, Path, Result, Type};

use crate::key::Key;
use crate::mistake::mistake;

/// A value, or what is wrong with it. Through darling an error would lose all of its span but the first token.
pub(super) struct Read<T>(Result<T>);

impl<T: Value> FromMeta for Read<T> {
    fn from_expr(expr: &Expr) -> darling::Result<Self> {
        Ok(Self(T::read(visible(expr))))
    }
}

impl<T> Read<T> {
    /// The value, or nothing and an error.
    pub(super) fn value(read: Option<Self>, errors: &mut Vec<Error>) -> Option<T> {
        read.and_then(|read| read.0.map_err(|error| errors.push(error)).ok())
    }
}

/// What stands behind an `=`.
trait Value: Sized {
    fn read(expr: &Expr) -> Result<Self>;
}

/// The expression out of the groups in which a `macro_rules!` passes it on.
fn visible(mut expr: &Expr) -> &Expr {
    while let Expr::Group(group) = expr {
        expr = &group.expr;
    }
    expr
}

/// One key, or a list of them in brackets. Never empty.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) keys: Vec<Key>,
    tokens: TokenStream,
}

impl Keys {
    /// An error that marks the whole value.
    pub(crate) fn error(&self, what: impl Display, help: impl Display) -> Error {
        mistake(&self.tokens, what, help)
    }
}

impl Value for Keys {
    fn read(expr: &Expr) -> Result<Self> {
        let keys = match expr {
            Expr::Array(ExprArray { elems, .. }) if elems.is_empty() => {
                let help = "name at least one, as in `[\"NextToken\"]`, or leave the option out";
                return Err(mistake(expr, "a list of keys cannot be empty", help));
            }
            Expr::Tuple(ExprTuple { elems, .. }) if !elems.is_empty() => {
                let help = format!("write `[{}]`", elems.to_token_stream());
                return Err(mistake(expr, "a list of keys stands in brackets", help));
            }
            Expr::Array(ExprArray { elems, .. }) => all(elems.iter().map(|key| Key::parse_expr(visible(key))))?,
            expr => vec![Key::parse_expr(expr)?],
        };
        Ok(Self { keys, tokens: expr.to_token_stream() })
    }
}

/// All values, or all errors.
fn all<T>(results: impl Iterator<Item = Result<T>>) -> Result<Vec<T>> {
    let (mut values, mut errors) = (Vec::new(), None::<Error>);
    for result in results {
        match (result, &mut errors) {
            (Ok(value), _) => values.push(value),
            (Err(error), Some(errors)) => errors.combine(error),
            (Err(error), errors) => *errors = Some(error),
        }
    }
    errors.map_or(Ok(values), Err)
}

/// One key.
#[derive(Debug)]
pub(crate) struct OneKey(pub(crate) Key);

impl Value for OneKey {
    fn read(expr: &Expr) -> Result<Self> {
        if let Expr::Array(ExprArray { elems, .. }) = expr {
            let first = elems.first().map_or_else(|| "\"Limit\"".to_owned(), |key| key.to_token_stream().to_string());
            return Err(mistake(expr, "expected one key here, not a list", format!("write `{first}`")));
        }
        Key::parse_expr(expr).map(Self)
    }
}

/// The type of the items.
#[derive(Debug)]
pub(crate) struct ItemType(pub(crate) Type);

impl Value for ItemType {
    fn read(expr: &Expr) -> Result<Self> {
        match expr {
            Expr::Verbatim(tokens) => syn::parse2(tokens.clone()).map(Self),
            expr => syn::parse2(expr.to_token_stream()).map(Self),
        }
    }
}

/// The name of the generated function; after `Self::`, one that is associated.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) ident: Ident,
    pub(crate) associated: bool,
}

impl Value for Name {
    fn read(expr: &Expr) -> Result<Self> {
        let path = path_of(expr);
        let names: Vec<_> = path.iter().flat_map(|path| &path.segments).map(|segment| &segment.ident).collect();
        let name = match names[..] {
            [ident] => Some((ident, false)),
            [of, ident] if of == "Self" => Some((ident, true)),
            _ => None,
        };
        let name = name.filter(|(ident, _)| syn::parse2::<Ident>(ident.to_token_stream()).is_ok());
        name.map(|(ident, associated)| Self { ident: ident.clone(), associated }).ok_or_else(|| {
            let what = "`name` is the name of the function to generate";
            mistake(expr, what, "write one identifier, as in `name = list_sessions`")
        })
    }
}

/// The path of a module or crate.
#[derive(Debug)]
pub(crate) struct ModulePath(pub(crate) Path);

impl Value for ModulePath {
    fn read(expr: &Expr) -> Result<Self> {
        let wrong = || mistake(expr, "expected the path of a module", "write it as in `use`: `my_crate::my_module`");
        let is_module = |path: &Path| syn::parse2::<ItemUse>(quote!(use #path;)).is_ok();
        path_of(expr).filter(is_module).map(Self).ok_or_else(wrong)
    }
}

/// A path, in quotes or not.
fn path_of(expr: &Expr) -> Option<Path> {
    match expr {
        Expr::Path(path) if path.qself.is_none() => Some(path.path.clone()),
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => text.parse_with(Path::parse_mod_style).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// What a token that comes back means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RepeatedToken {
    Error,
    Stop,
}

impl Value for RepeatedToken {
    fn read(expr: &Expr) -> Result<Self> {
        let text = syn::parse2::<LitStr>(expr.to_token_stream()).map(|text| text.value());
        match text.as_deref() {
            Ok("stop") => Ok(Self::Stop),
            Ok("error") => Ok(Self::Error),
            _ => {
                let what = "`repeated_token` is either `\"stop\"` or `\"error\"`";
                let help = "write `\"stop\"` where a token that comes back unchanged ends the listing; `\"error\"` is the default";
                Err(mistake(expr, what, help))
            }
        }
    }
}
