//! The keys of the attribute: `"NextToken"`, `"NextMarker || Contents[-1].Key"`, `metadata.continue_`.
//!
//! A key is read once, here, into a [`Key`]; nothing after this looks at its text again.

mod grammar;
mod name;
#[cfg(test)]
mod tests;

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprField, ExprLit, ExprPath, Lit, LitStr, Member, Result};

use self::grammar::{RawStep, Wrong};
use crate::mistake::{self, mistake};
use crate::names::ends;

/// One key as the user wrote it: alternatives tried in order.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// `NextMarker || Contents[-1].Key` has two of them; never empty.
    pub(crate) paths: Vec<Path>,
    wire: String,
    tokens: TokenStream,
}

/// One alternative: where a value is, from the outermost field inwards.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    /// `Contents[-1].Key` has two of them; never empty.
    pub(crate) steps: Vec<Step>,
}

/// One field on the way, and which element of it, if it is a list.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// The wire name as written; of a field path, the field's name without `r#`.
    pub(crate) name: String,
    /// The Rust field, spanned at the literal, or at its own place in a field path.
    pub(crate) field: Member,
    /// Only a quoted key has one.
    pub(crate) index: Option<Index>,
}

/// An element of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Index {
    /// `[0]`, `[1]` and so on, counted from the start.
    At(usize),
    /// `[-1]`.
    Last,
}

impl Key {
    /// Reads a key in quotes: a wire name, in botocore's grammar.
    pub(crate) fn parse_str(lit: &LitStr) -> Result<Self> {
        let text = lit.value();
        if !lit.suffix().is_empty() {
            let help = format!("write `\"{}\"`", text.escape_debug());
            return Err(mistake(lit, "a key has no suffix", help));
        }
        let paths = grammar::parse(&text).map_err(|wrong| located(lit, &text, &wrong))?;
        let paths = paths.iter().map(|steps| Path::named(steps, lit.span()));
        Ok(Self { paths: paths.collect(), tokens: lit.to_token_stream(), wire: text })
    }

    /// Reads a key of either kind: a string literal, or a Rust field path, which is taken as it stands.
    pub(crate) fn parse_expr(expr: &Expr) -> Result<Self> {
        let mut expr = expr;
        // What a `macro_rules!` of the user's passes on comes in a group that is not to be seen.
        while let Expr::Group(group) = expr {
            expr = &group.expr;
        }
        if let Expr::Lit(literal) = expr
            && let Lit::Str(lit) = &literal.lit
        {
            return Self::parse_str(lit);
        }
        let mut steps = Vec::new();
        if !push_fields(expr, &mut steps) {
            let (what, help) = not_a_key(expr);
            return Err(mistake(expr, what, help));
        }
        let names: Vec<_> = steps.iter().map(|step| step.name.as_str()).collect();
        Ok(Self { wire: names.join("."), paths: vec![Path { steps }], tokens: expr.to_token_stream() })
    }

    /// The same words, of which only those of `path` count.
    pub(crate) fn at(&self, path: &Path) -> Self {
        let names: Vec<_> = path.steps.iter().map(|step| step.name.as_str()).collect();
        Self { paths: vec![path.clone()], wire: names.join("."), tokens: self.tokens.clone() }
    }

    /// The key as it is named on the wire, as written; of a field path, its names without `r#`.
    pub(crate) fn wire(&self) -> &str {
        &self.wire
    }

    /// The key as it stands in the attribute.
    pub(crate) fn written(&self) -> &TokenStream {
        &self.tokens
    }

    /// Where the key stands. An error about it is better made by [`Key::error`], which marks all of it.
    pub(crate) fn span(&self) -> Span {
        self.tokens.span()
    }

    /// An error that marks the whole key.
    pub(crate) fn error(&self, what: impl Display, help: impl Display) -> Error {
        mistake(&self.tokens, what, help)
    }

    /// The spans of its first and last token.
    pub(crate) fn ends(&self) -> (Span, Span) {
        ends(&self.tokens)
    }

    /// A remark that belongs to an error elsewhere.
    pub(crate) fn note(&self, message: impl Display) -> Error {
        Error::new_spanned(&self.tokens, message)
    }

    /// The first path up to its first index, as written: the place that could be meant.
    pub(crate) fn plain(&self) -> String {
        let steps = &self.paths[0].steps;
        let list = steps.iter().position(|step| step.index.is_some()).map_or(steps.len(), |at| at + 1);
        let names: Vec<_> = steps[..list].iter().map(|step| step.name.as_str()).collect();
        names.join(".")
    }

    /// Whether the key is in quotes, and so a wire name.
    pub(crate) fn is_quoted(&self) -> bool {
        syn::parse2::<LitStr>(self.tokens.clone()).is_ok()
    }

    /// Whether this is one path without an index: a place that can be written to.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.paths.as_slice(), [path] if path.steps.iter().all(|step| step.index.is_none()))
    }
}

impl Step {
    /// A step of a field path.
    fn of(field: Member) -> Self {
        let name = match &field {
            Member::Named(ident) => ident.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        Self { name, field, index: None }
    }

    /// The field that a setter sets, by the setter's name.
    pub(crate) fn without_set(&self) -> Self {
        match (&self.field, self.name.strip_prefix("set_")) {
            (Member::Named(setter), Some(field)) if field.starts_with(char::is_alphabetic) => {
                Self::of(Member::Named(field_ident(field, setter.span())))
            }
            _ => self.clone(),
        }
    }
}

impl Path {
    fn named(steps: &[RawStep<'_>], span: Span) -> Self {
        let steps = steps.iter().map(|step| Step {
            name: step.name.to_owned(),
            field: Member::Named(field_ident(step.name, span)),
            index: step.index,
        });
        Self { steps: steps.collect() }
    }

    /// Whether one of the two is the other, or lies inside.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.steps.iter().zip(&other.steps).all(|(a, b)| a.field == b.field)
    }
}

/// The field that a wire name stands for, as an identifier: keywords are raw (`r#type`).
///
/// `self`, `super`, `crate` and `_` cannot be raw and take a `_` at their end, as in the AWS SDK for Rust.
fn field_ident(wire: &str, span: Span) -> Ident {
    let field = name::field_name(wire);
    match field.as_str() {
        "self" | "super" | "crate" | "_" => Ident::new(&format!("{field}_"), span),
        _ if is_keyword(&field) => Ident::new_raw(&field, span),
        _ => Ident::new(&field, span),
    }
}

/// Whether the word is a keyword in any edition. `gen` is one in 2024 only, and not in syn's list.
fn is_keyword(word: &str) -> bool {
    word == "gen" || syn::parse_str::<Ident>(word).is_err()
}

/// Adds the steps of `a.b.0`, if `expr` is a field path.
fn push_fields(expr: &Expr, steps: &mut Vec<Step>) -> bool {
    let field = match expr {
        Expr::Path(ExprPath { attrs, path, .. }) if attrs.is_empty() => match path.get_ident() {
            Some(ident) if !is_path_keyword(ident) => Member::Named(ident.clone()),
            _ => return false,
        },
        // `0.1`, to the compiler a number, is a field of a field.
        Expr::Lit(ExprLit { attrs, lit: Lit::Float(lit) }) if attrs.is_empty() && lit.suffix().is_empty() => {
            let indexes = lit.base10_digits().split('.').map(|index| tuple_field(index, lit.span()));
            let Some(fields) = indexes.collect::<Option<Vec<_>>>() else { return false };
            steps.extend(fields.into_iter().map(Step::of));
            return true;
        }
        // The field of a tuple struct.
        Expr::Lit(ExprLit { attrs, lit: Lit::Int(lit) }) if attrs.is_empty() && lit.suffix().is_empty() => {
            match tuple_field(lit.base10_digits(), lit.span()) {
                Some(field) => field,
                None => return false,
            }
        }
        Expr::Field(ExprField { attrs, base, member, .. }) if attrs.is_empty() && push_fields(base, steps) => {
            member.clone()
        }
        _ => return false,
    };
    steps.push(Step::of(field));
    true
}

fn tuple_field(index: &str, span: Span) -> Option<Member> {
    let index = index.parse().ok()?;
    Some(Member::Unnamed(syn::Index { index, span }))
}

fn is_path_keyword(ident: &Ident) -> bool {
    ["self", "Self", "super", "crate"].iter().any(|keyword| ident == keyword)
}

/// What to tell of an expression that is no key.
fn not_a_key(expr: &Expr) -> (String, String) {
    let shown = expr.to_token_stream().to_string().replace(' ', "");
    match expr {
        Expr::Index(_) => ("an index needs a key in quotes".into(), "write it as in `\"Contents[-1].Key\"`".into()),
        Expr::Binary(_) => {
            ("alternatives need a key in quotes".into(), "write them as in `\"NextMarker || Contents[-1].Key\"`".into())
        }
        Expr::Path(ExprPath { qself: None, path, .. })
            if path.segments.len() > 1 && path.segments.iter().all(|segment| segment.arguments.is_none()) =>
        {
            (
                format!("`{shown}` is a path, and not a field"),
                format!("write `{}` for a field of a field, or a wire name in quotes", shown.replace("::", ".")),
            )
        }
        Expr::Field(_) if shown.starts_with("self.") => {
            ("a key does not begin with `self`".into(), format!("write `{}`", shown.trim_start_matches("self.")))
        }
        _ => (
            format!("`{shown}` is not a key"),
            "write a wire name in quotes, `\"NextToken\"`, or a Rust field path without them, `next_token`".into(),
        ),
    }
}

/// The error at the part of the literal that is wrong, where the compiler can mark a part: on nightly.
fn located(lit: &LitStr, text: &str, wrong: &Wrong<'_>) -> Error {
    let message = mistake::text(&wrong.what, &wrong.help);
    let literal = lit.token();
    // Where nothing is escaped, the text stands in the literal as it is.
    let start = literal.to_string().find(text).map(|quotes| quotes + offset(text, wrong.part));
    let part =
        start.filter(|_| !wrong.part.is_empty()).and_then(|start| literal.subspan(start..start + wrong.part.len()));
    match part {
        Some(span) => Error::new(span, message),
        None => Error::new_spanned(lit, message),
    }
}

/// Where `part` begins in `text`, of which it is a part.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
