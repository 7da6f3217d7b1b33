//! The values of options.

use std::fmt::Display;
use std::{mem, slice};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Error, Expr, ExprArray, ExprClosure, ExprLit, ExprTuple, ItemUse, Lit, LitStr, Path, Result, Type};

use crate::diagnostics::{error_with_help, type_to_string};
use crate::key::Key;
use crate::util::ty::{last_segment, ungroup_closure, ungroup_type};

/// The kind of tokens that an option takes after `=`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueSyntax {
    NoValue,
    /// No value, or an expression.
    OptionalValue,
    Key,
    KeyList,
    Type,
    /// An expression that is not a key.
    Other,
}

/// A type that represents the value of an option.
pub(crate) trait OptionValue: Sized {
    const SYNTAX: ValueSyntax = ValueSyntax::Other;

    /// The value if only the name of the option is written; `None` if that is not valid.
    const ALONE: Option<Self> = None;

    /// Parses the expression after `=`, which has no invisible group around it. `option` is the name of the option, for errors.
    fn from_value(expr: &Expr, option: &str) -> Result<Self>;

    /// Returns the keys, if the value is a key or a list of keys.
    fn keys(&self) -> &[Key] {
        &[]
    }
}

/// An option without a value.
pub(crate) struct NoValue;

impl OptionValue for NoValue {
    const SYNTAX: ValueSyntax = ValueSyntax::NoValue;
    const ALONE: Option<Self> = Some(Self);

    fn from_value(_: &Expr, _: &str) -> Result<Self> {
        Ok(Self)
    }
}

/// One key, or a list of keys in brackets.
pub(crate) struct KeyList {
    /// Never empty.
    pub(crate) keys: Vec<Key>,
    tokens: TokenStream,
}

impl KeyList {
    /// Returns an error that marks the whole value.
    pub(crate) fn error(&self, what: impl Display, help: impl Display) -> Error {
        error_with_help(&self.tokens, what, help)
    }
}

impl OptionValue for KeyList {
    const SYNTAX: ValueSyntax = ValueSyntax::KeyList;

    fn from_value(expr: &Expr, option: &str) -> Result<Self> {
        let keys = match expr {
            Expr::Array(ExprArray { elems, .. }) if elems.is_empty() => {
                let help = "write at least one key, as in `[\"NextToken\"]`, or remove the option";
                return Err(error_with_help(expr, "a list of keys cannot be empty", help));
            }
            Expr::Tuple(ExprTuple { elems, .. }) if !elems.is_empty() => {
                let help = format!("write `[{}]`", elems.to_token_stream());
                return Err(error_with_help(expr, "expected a list in brackets, found a tuple", help));
            }
            Expr::Array(ExprArray { elems, .. }) => parse_keys(elems.iter(), option)?,
            expr => vec![Key::parse_expr(expr, option)?],
        };
        Ok(Self { keys, tokens: expr.to_token_stream() })
    }

    fn keys(&self) -> &[Key] {
        &self.keys
    }
}

/// Parses all keys, or returns all errors combined.
fn parse_keys<'a>(exprs: impl Iterator<Item = &'a Expr>, option: &str) -> Result<Vec<Key>> {
    let (keys, errors): (Vec<_>, Vec<_>) = exprs.map(|expr| Key::parse_expr(expr, option)).partition(Result::is_ok);
    let combine = |mut all: Error, error| {
        all.combine(error);
        all
    };
    match errors.into_iter().filter_map(Result::err).reduce(combine) {
        Some(errors) => Err(errors),
        None => Ok(keys.into_iter().flatten().collect()),
    }
}

/// One key.
pub(crate) struct SingleKey(pub(crate) Key);

impl OptionValue for SingleKey {
    const SYNTAX: ValueSyntax = ValueSyntax::Key;

    fn from_value(expr: &Expr, option: &str) -> Result<Self> {
        if let Expr::Array(ExprArray { elems, .. }) = expr {
            let first = elems.first().map_or_else(|| "\"Limit\"".to_owned(), |key| key.to_token_stream().to_string());
            return Err(error_with_help(expr, "expected one key, found a list", format!("write `{first}`")));
        }
        Key::parse_expr(expr, option).map(Self)
    }

    fn keys(&self) -> &[Key] {
        slice::from_ref(&self.0)
    }
}

/// The type of the items.
pub(crate) struct ItemType(pub(crate) Type);

impl OptionValue for ItemType {
    const SYNTAX: ValueSyntax = ValueSyntax::Type;

    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        let item: Type = syn::parse2(expr.to_token_stream())?;
        let element = match ungroup_type(&item) {
            Type::Slice(slice) => format!(": `{}`", type_to_string(&slice.elem)),
            Type::TraitObject(object) => format!(", as in `Box<{}>`", type_to_string(object)),
            Type::ImplTrait(_) => ", as in `item = Session`".to_owned(),
            Type::Infer(_) => ", as in `item = Session`, or remove the option if the page derives `Page`".to_owned(),
            ty if last_segment(ty).is_some_and(|segment| segment.ident == "str") => {
                ": `String` or `&'static str`".to_owned()
            }
            _ => return Ok(Self(item)),
        };
        let what = format!("`{}` is not the type of an item", type_to_string(&item));
        Err(error_with_help(expr, what, format!("write the type of an element of the list{element}")))
    }
}

/// The name of the generated function. `Self::name` makes it an associated function.
pub(crate) struct GeneratedName {
    pub(crate) ident: Ident,
    pub(crate) is_associated: bool,
}

impl OptionValue for GeneratedName {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        let path = parse_path(expr).filter(|path| path.leading_colon.is_none());
        let segments: Vec<_> = path.iter().flat_map(|path| &path.segments).map(|segment| &segment.ident).collect();
        let name = match segments[..] {
            [ident] => Some((ident, false)),
            [qualifier, ident] if qualifier == "Self" => Some((ident, true)),
            _ => None,
        };
        let name = name.filter(|(ident, _)| syn::parse2::<Ident>(ident.to_token_stream()).is_ok());
        name.map(|(ident, is_associated)| Self { ident: ident.clone(), is_associated }).ok_or_else(|| {
            let help = "write one identifier, as in `name = list_sessions`";
            error_with_help(expr, "expected the name of the function to generate", help)
        })
    }
}

/// The path of a module or a crate.
pub(crate) struct ModulePath(pub(crate) Path);

impl OptionValue for ModulePath {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        let is_module = |path: &Path| syn::parse2::<ItemUse>(quote!(use #path;)).is_ok();
        parse_path(expr).filter(is_module).map(Self).ok_or_else(|| {
            error_with_help(expr, "expected the path of a module", "write a path, as in `my_crate::my_module`")
        })
    }
}

/// The way in which resume tokens store the tokens of an operation.
#[derive(Clone)]
pub(crate) enum TokenStorage {
    /// By the functions `serialize` and `deserialize` of a module.
    Module(Path),
    /// Not at all, so that the list has no resume token.
    Unstored,
}

impl OptionValue for TokenStorage {
    fn from_value(expr: &Expr, option: &str) -> Result<Self> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Bool(lit), .. }) if !lit.value => Ok(Self::Unstored),
            _ => ModulePath::from_value(expr, option).map(|path| Self::Module(path.0)),
        }
    }
}

/// Parses a path, with or without quotes.
fn parse_path(expr: &Expr) -> Option<Path> {
    match expr {
        Expr::Path(path) if path.qself.is_none() => Some(path.path.clone()),
        Expr::Lit(ExprLit { lit: Lit::Str(lit), .. }) => lit.parse_with(Path::parse_mod_style).ok(),
        _ => None,
    }
}

/// Returns the value of a string literal.
fn string_value(expr: &Expr) -> Option<String> {
    syn::parse2::<LitStr>(expr.to_token_stream()).ok().map(|lit| lit.value())
}

/// The number of the first page or item.
pub(crate) struct StartNumber(pub(crate) u64);

impl OptionValue for StartNumber {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        let number = match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(lit), .. }) => lit.base10_parse().ok(),
            _ => None,
        };
        let help = "write `start = 0` or `start = 1`";
        number.map(Self).ok_or_else(|| error_with_help(expr, "expected the number of the first page or item", help))
    }
}

/// The method that requests a link.
#[derive(Clone)]
pub(crate) enum NextMethod {
    /// In the attribute: the path of the method.
    Path(Path),
    /// In `paginate!`: a closure that calls the method.
    Closure(Box<ExprClosure>),
}

impl NextMethod {
    /// Returns the error for a value that is not a path.
    pub(crate) fn not_a_path(value: impl ToTokens) -> Error {
        let help = "write the name of the method that requests a link, as in `next_method = list_next`";
        error_with_help(value, "expected the path of a method", help)
    }
}

impl OptionValue for NextMethod {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        match expr {
            Expr::Closure(closure) => Ok(Self::Closure(Box::new(ungroup_closure(closure.clone())))),
            expr => parse_path(expr).map(Self::Path).ok_or_else(|| Self::not_a_path(expr)),
        }
    }
}

/// The properties of a page that end a list.
#[derive(Clone, Copy, Default)]
pub(crate) struct EndOn {
    pub(crate) empty_page: bool,
    pub(crate) short_page: bool,
    pub(crate) repeated_token: bool,
}

impl OptionValue for EndOn {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        let values: Vec<_> = match expr {
            Expr::Array(ExprArray { elems, .. }) if !elems.is_empty() => elems.iter().collect(),
            expr => vec![expr],
        };
        let mut end_on = Self::default();
        for value in values {
            let property = match string_value(value).as_deref() {
                Some("empty_page") => &mut end_on.empty_page,
                Some("short_page") => &mut end_on.short_page,
                Some("repeated_token") => &mut end_on.repeated_token,
                _ => {
                    let what = "expected `\"empty_page\"`, `\"short_page\"`, or `\"repeated_token\"`";
                    return Err(error_with_help(value, what, "write `end_on = \"empty_page\"`, or a list of them"));
                }
            };
            if mem::replace(property, true) {
                let what = format!("duplicate value `{}` in `end_on`", value.to_token_stream());
                return Err(error_with_help(value, what, "remove one of them"));
            }
        }
        Ok(end_on)
    }
}

/// The value of `boxed`.
pub(crate) enum Boxed {
    /// In a box that is `Send`.
    Send,
    /// In a box that is not `Send`.
    Local,
}

impl OptionValue for Boxed {
    const SYNTAX: ValueSyntax = ValueSyntax::OptionalValue;
    const ALONE: Option<Self> = Some(Self::Send);

    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        if string_value(expr).as_deref() == Some("local") {
            return Ok(Self::Local);
        }
        let help = "write `boxed` alone, or `boxed = \"local\"` for a client that is not `Send`";
        Err(error_with_help(expr, "expected `\"local\"`", help))
    }
}

/// `empty_token = "follow"`: an empty token requests another page.
pub(crate) struct FollowEmptyToken;

impl OptionValue for FollowEmptyToken {
    fn from_value(expr: &Expr, _: &str) -> Result<Self> {
        if string_value(expr).as_deref() == Some("follow") {
            return Ok(Self);
        }
        let help = "write `empty_token = \"follow\"` if an empty token requests another page, or remove the option";
        Err(error_with_help(expr, "expected `\"follow\"`", help))
    }
}
