//! The words of the attribute, each value with its span. Nothing is checked here but that a value is of its kind.

use darling::ast::NestedMeta;
use darling::util::{Flag, SpannedValue};
use darling::{Error, FromMeta, Result};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprArray, Lit, LitStr, Meta, MetaNameValue, Path, Token, Type};

use crate::key::Key;

/// The attribute as written.
#[derive(FromMeta)]
pub(crate) struct Args {
    pub(crate) input_token: Keys,
    #[darling(default)]
    pub(crate) output_token: Option<Keys>,
    #[darling(default)]
    pub(crate) result_key: Option<Keys>,
    #[darling(default)]
    pub(crate) limit_key: Option<OneKey>,
    #[darling(default)]
    pub(crate) more_results: Option<OneKey>,
    #[darling(default)]
    pub(crate) non_aggregate_keys: Option<Keys>,
    #[darling(default)]
    pub(crate) item: Option<ItemType>,
    #[darling(default)]
    pub(crate) builder: Flag,
    #[darling(default)]
    pub(crate) name: Option<Name>,
    #[darling(default)]
    pub(crate) token_with: Option<ModulePath>,
    #[darling(default)]
    pub(crate) repeated_token: Option<SpannedValue<RepeatedToken>>,
    #[darling(default, rename = "crate")]
    pub(crate) runtime: Option<ModulePath>,
}

/// The words that the attribute knows.
pub(crate) const WORDS: [&str; 12] = [
    "input_token",
    "output_token",
    "result_key",
    "limit_key",
    "more_results",
    "non_aggregate_keys",
    "item",
    "builder",
    "name",
    "token_with",
    "repeated_token",
    "crate",
];

/// One key, or a list of them in brackets. Never empty.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) keys: Vec<Key>,
    tokens: TokenStream,
}

impl Keys {
    /// An error that marks the whole value.
    pub(crate) fn error(&self, message: impl std::fmt::Display) -> syn::Error {
        syn::Error::new_spanned(&self.tokens, message)
    }
}

impl FromMeta for Keys {
    fn from_expr(expr: &Expr) -> Result<Self> {
        let keys = match expr {
            Expr::Array(ExprArray { elems, .. }) => {
                if elems.is_empty() {
                    let message = "a list of keys cannot be empty: name at least one, as in `[\"NextToken\"]`";
                    return Err(syn::Error::new_spanned(expr, message).into());
                }
                let mut errors = Error::accumulator();
                let keys = elems.iter().filter_map(|key| errors.handle(key_of(key))).collect();
                errors.finish_with(keys)?
            }
            expr => vec![key_of(expr)?],
        };
        Ok(Self { keys, tokens: expr.to_token_stream() })
    }
}

/// One key.
#[derive(Debug)]
pub(crate) struct OneKey(pub(crate) Key);

impl FromMeta for OneKey {
    fn from_expr(expr: &Expr) -> Result<Self> {
        if let Expr::Array(_) = expr {
            return Err(syn::Error::new_spanned(expr, "expected one key here, not a list").into());
        }
        Ok(Self(key_of(expr)?))
    }
}

fn key_of(expr: &Expr) -> Result<Key> {
    Key::parse_expr(expr).map_err(Error::from)
}

/// The type of the items.
#[derive(Debug)]
pub(crate) struct ItemType(pub(crate) Type);

impl FromMeta for ItemType {
    fn from_expr(expr: &Expr) -> Result<Self> {
        let tokens = match expr {
            Expr::Verbatim(tokens) => tokens.clone(),
            expr => expr.to_token_stream(),
        };
        syn::parse2(tokens).map(Self).map_err(Error::from)
    }
}

/// The name of the generated function; after `Self::`, one that is associated.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) ident: Ident,
    pub(crate) associated: bool,
}

impl FromMeta for Name {
    fn from_expr(expr: &Expr) -> Result<Self> {
        let path = path_of(expr)?;
        let associated = path.segments.len() == 2 && path.segments[0].ident == "Self";
        let ident = if associated { Some(&path.segments[1].ident) } else { path.get_ident() };
        let Some(ident) = ident else {
            let message = "expected the name of a function, as in `name = list_sessions`";
            return Err(syn::Error::new_spanned(expr, message).into());
        };
        Ok(Self { ident: ident.clone(), associated })
    }
}

/// The path of a module or crate.
#[derive(Debug)]
pub(crate) struct ModulePath(pub(crate) Path);

impl FromMeta for ModulePath {
    fn from_expr(expr: &Expr) -> Result<Self> {
        path_of(expr).map(Self)
    }
}

/// A path, in quotes or not.
fn path_of(expr: &Expr) -> Result<Path> {
    match expr {
        Expr::Path(path) if path.qself.is_none() => Ok(path.path.clone()),
        Expr::Lit(literal) if matches!(literal.lit, Lit::Str(_)) => {
            let Lit::Str(text) = &literal.lit else { unreachable!("it was just matched") };
            text.parse_with(Path::parse_mod_style)
                .map_err(|_| syn::Error::new_spanned(text, "expected a path, as in `my_module`").into())
        }
        expr => Err(syn::Error::new_spanned(expr, "expected a path, as in `my_module`").into()),
    }
}

/// What a token that comes back means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RepeatedToken {
    Error,
    Stop,
}

impl FromMeta for RepeatedToken {
    fn from_expr(expr: &Expr) -> Result<Self> {
        let text = syn::parse2::<LitStr>(expr.to_token_stream()).map(|text| text.value());
        match text.as_deref() {
            Ok("stop") => Ok(Self::Stop),
            Ok("error") => Ok(Self::Error),
            _ => {
                let message =
                    "expected `\"stop\"`, for a token that comes back unchanged to end the listing, or `\"error\"`";
                Err(syn::Error::new_spanned(expr, message).into())
            }
        }
    }
}

/// The attribute's words, read one by one so that a bad one does not hide the others.
pub(crate) fn metas(args: TokenStream, errors: &mut Vec<syn::Error>) -> Vec<NestedMeta> {
    let mut metas = Vec::new();
    let parser = |input: ParseStream<'_>| {
        while !input.is_empty() {
            match input.call(meta) {
                Ok(meta) => metas.push(NestedMeta::Meta(meta)),
                Err(error) => {
                    errors.push(error);
                    skip_to_comma(input)?;
                }
            }
            if !input.is_empty() && input.parse::<Token![,]>().is_err() {
                errors.push(input.error("expected a `,` between two options"));
                skip_to_comma(input)?;
                input.parse::<Option<Token![,]>>()?;
            }
        }
        Ok(())
    };
    if let Err(error) = parser.parse2(args) {
        errors.push(error);
    }
    metas
}

fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// One word and its value. A type is kept as it stands, for not every type is an expression.
fn meta(input: ParseStream<'_>) -> syn::Result<Meta> {
    if input.peek(Lit) {
        let literal: Lit = input.parse()?;
        let message = "expected an option, as in `input_token = \"NextToken\"`, not a value alone";
        return Err(syn::Error::new_spanned(literal, message));
    }
    let name = input.call(Ident::parse_any)?;
    let path = Path::from(name.clone());
    if input.peek(syn::token::Paren) {
        let message = format!("write `{name} = …`: the values of `#[paginated]` come after an `=`");
        let group: proc_macro2::TokenTree = input.parse()?;
        return Err(syn::Error::new_spanned(group, message));
    }
    if !input.peek(Token![=]) {
        return if name == "builder" || !WORDS.contains(&name.to_string().as_str()) {
            Ok(Meta::Path(path))
        } else {
            Err(syn::Error::new(name.span(), format!("expected a value: {}", example(&name.to_string()))))
        };
    }
    let eq_token = input.parse()?;
    let value = value(&name, input)?;
    Ok(Meta::NameValue(MetaNameValue { path, eq_token, value }))
}

fn value(name: &Ident, input: ParseStream<'_>) -> syn::Result<Expr> {
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!("expected a value after `{name} =`: {}", example(&name.to_string()));
        return Err(syn::Error::new(name.span(), message));
    }
    if name == "item" {
        return input.parse().map(|item: Type| Expr::Verbatim(item.to_token_stream()));
    }
    // A keyword is no expression, and so no field path either.
    let fork = input.fork();
    if let Ok(word) = fork.call(Ident::parse_any)
        && syn::parse2::<Ident>(word.to_token_stream()).is_err()
        && (fork.is_empty() || fork.peek(Token![,]))
        && !matches!(word.to_string().as_str(), "crate" | "self" | "super" | "true" | "false")
    {
        input.call(Ident::parse_any)?;
        let message = format!("`{word}` is a keyword: write `r#{word}`, or the wire name in quotes");
        return Err(syn::Error::new(word.span(), message));
    }
    if input.peek(Token![type]) {
        return Err(input.error("expected a value"));
    }
    input.parse()
}

/// How a word is used.
fn example(word: &str) -> &'static str {
    match word {
        "output_token" => "`output_token = \"NextToken\"`",
        "result_key" => "`result_key = \"Items\"`",
        "limit_key" => "`limit_key = \"MaxResults\"`",
        "more_results" => "`more_results = \"IsTruncated\"`",
        "non_aggregate_keys" => "`non_aggregate_keys = [\"Prefix\"]`",
        "item" => "`item = Session`",
        "name" => "`name = list_sessions`",
        "token_with" => "`token_with = my_module`",
        "repeated_token" => "`repeated_token = \"stop\"`",
        "crate" => "`crate = my_crate::paginated`",
        _ => "`input_token = \"NextToken\"`",
    }
}

/// Reads the attribute; `None` where there are errors.
pub(crate) fn parse(args: TokenStream, errors: &mut Vec<syn::Error>) -> Option<Args> {
    let metas = metas(args, errors);
    match Args::from_list(&metas) {
        Ok(args) if errors.is_empty() => Some(args),
        Ok(_) => None,
        Err(error) => {
            errors.extend(error.flatten().into_iter().map(syn::Error::from));
            None
        }
    }
}
