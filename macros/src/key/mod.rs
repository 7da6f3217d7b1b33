//! The keys of the attribute: `"NextToken"`, `"NextMarker || Contents[-1].Key"`, `metadata.continue_`.
//!
//! A key is parsed once, here, into a [`Key`]. Other modules compare and print its name, and do not parse it, except to recognize
//! a number.

mod field_name;
mod grammar;
mod mistake;
#[cfg(test)]
mod tests;

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprClosure, ExprField, ExprIndex, ExprLit, ExprPath, Lit, LitStr, Member, Result};

pub(crate) use self::grammar::ListIndex;
use self::grammar::RawStep;
use self::mistake::invalid_key;
use crate::diagnostics::error_with_help;
use crate::util::field::member_name;
use crate::util::span::span_bounds;
use crate::util::tokens::is_keyword;
use crate::util::ty::{ungroup_closure, ungroup_expr};

const NAME_A_FIELD: &str = "name a field: a wire name in quotes, or a Rust field path without quotes";

/// A key as the user wrote it.
#[derive(Clone)]
pub(crate) struct Key {
    /// The alternatives, in the order in which they are tried. `NextMarker || Contents[-1].Key` has two. Empty if the key is a
    /// closure.
    pub(crate) paths: Vec<KeyPath>,
    /// The closure that is written instead of a path.
    pub(crate) closure: Option<ExprClosure>,
    /// The `!` before a flag.
    pub(crate) is_negated: bool,
    name: String,
    tokens: TokenStream,
    span: Span,
}

/// One alternative of a key: the location of a value.
#[derive(Clone, PartialEq)]
pub(crate) struct KeyPath {
    /// The fields from the outermost one inwards. `Contents[-1].Key` has two, and `@`, the response itself, has none.
    pub(crate) steps: Vec<Step>,
}

/// A field in a path, and the index of an element if the field is a list.
#[derive(Clone)]
pub(crate) struct Step {
    /// The wire name as written; for a Rust field path, the field's name without `r#`.
    pub(crate) name: String,
    /// The Rust field. Its span is the string literal, or the field in a Rust field path. `None` if the step is an index of the
    /// response itself, as in `[-1].id`.
    pub(crate) field: Option<Member>,
    pub(crate) index: Option<ListIndex>,
}

impl Key {
    /// Parses a key in quotes: wire names in botocore's grammar. `option` is the name of its option, for errors.
    pub(crate) fn parse_str(lit: &LitStr, option: &str) -> Result<Self> {
        let text = lit.value();
        if text == "false" {
            let help = format!("remove `{option}`, or write `{option} = false` without quotes to remove a default");
            return Err(error_with_help(lit, "expected a field, found `\"false\"`", help));
        }
        if !lit.suffix().is_empty() {
            let help = format!("write `\"{}\"`", text.escape_debug());
            return Err(error_with_help(lit, "a key cannot have a literal suffix", help));
        }
        let (is_negated, name) = match text.strip_prefix('!') {
            Some(name) => (true, name.trim_start_matches(' ')),
            None => (false, text.as_str()),
        };
        let paths =
            grammar::parse(name, is_negated).map_err(|mistake| Error::new_spanned(lit, mistake.message(option)))?;
        let paths = paths.iter().map(|steps| KeyPath::from_wire(steps, lit.span())).collect();
        Ok(Self { is_negated, ..Self::new(paths, name.to_owned(), lit.to_token_stream()) })
    }

    /// Parses a key of any kind: a string literal, a Rust field path, or a closure. `option` is the name of its option, for errors.
    pub(crate) fn parse_expr(expr: &Expr, option: &str) -> Result<Self> {
        let expr = ungroup_expr(expr);
        if let Expr::Closure(closure) = expr {
            reject_async(closure)?;
            let closure = Some(ungroup_closure(closure.clone()));
            return Ok(Self { closure, ..Self::new(Vec::new(), String::new(), expr.to_token_stream()) });
        }
        if let Expr::Lit(ExprLit { lit: Lit::Str(lit), .. }) = expr {
            return Self::parse_str(lit, option);
        }
        let mut steps = Vec::new();
        if !push_fields(expr, &mut steps) {
            return Err(invalid_key(expr, option));
        }
        let tokens = expr.to_token_stream();
        let name = tokens.to_string().replace(' ', "").replace("r#", "");
        Ok(Self::new(vec![KeyPath { steps }], name, tokens))
    }

    fn new(paths: Vec<KeyPath>, name: String, tokens: TokenStream) -> Self {
        Self { paths, closure: None, is_negated: false, name, span: tokens.span(), tokens }
    }

    fn from_path(path: KeyPath, tokens: TokenStream) -> Self {
        let name = dotted_name(&path.steps);
        Self::new(vec![path], name, tokens)
    }

    /// Returns a key with the same tokens for the given path.
    pub(crate) fn with_path(&self, path: KeyPath) -> Self {
        Self::from_path(path, self.tokens.clone())
    }

    /// Returns the key. A closure gets the name of its option, for errors and resume tokens.
    pub(crate) fn named_if_closure(&self, option: &str) -> Self {
        let name = if self.is_closure() { option.to_owned() } else { self.name.clone() };
        Self { name, ..self.clone() }
    }

    /// Returns the key as written, without its `!` and, in a Rust field path, without `r#`. After
    /// [`with_path`](Self::with_path), it is the path with dots. For a closure, it is the name of the option after
    /// [`named_if_closure`](Self::named_if_closure), and empty before.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the key's tokens in the attribute.
    pub(crate) fn tokens(&self) -> &TokenStream {
        &self.tokens
    }

    /// Returns the key's location. [`Key::error`] marks more: all tokens of the key.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// Returns the spans of the first and the last token.
    pub(crate) fn span_bounds(&self) -> (Span, Span) {
        span_bounds(&self.tokens)
    }

    /// Returns an error that marks the whole key.
    pub(crate) fn error(&self, what: impl Display, help: impl Display) -> Error {
        error_with_help(&self.tokens, what, help)
    }

    /// Returns the error for a `!` before a key of an option that is not a flag.
    pub(crate) fn negation_error(&self, option: &str) -> Error {
        self.error(format!("`!` negates a flag, and `{option}` is not a flag"), self.help_without_negation())
    }

    fn help_without_negation(&self) -> String {
        format!("write the field without `!`: `\"{}\"`", self.name())
    }

    /// Returns the name of the first path up to its first index, which is the field that the user may have meant. It is empty for
    /// the response itself and for a closure.
    pub(crate) fn name_without_index(&self) -> String {
        let steps = self.paths.first().map_or(&[][..], |path| &path.steps);
        let end = steps.iter().position(|step| step.index.is_some()).map_or(steps.len(), |index| index + 1);
        dotted_name(&steps[..end])
    }

    /// Returns the help for a key that must be a field. If the key can also be a closure, `closure` is an example of a closure for
    /// a field of an element.
    pub(crate) fn field_help(&self, closure: Option<&str>) -> String {
        if self.is_closure() || self.name_without_index().is_empty() {
            return NAME_A_FIELD.to_owned();
        }
        if self.is_negated && self.paths.len() == 1 {
            return self.help_without_negation();
        }
        // For `a[0].b`, the help must not propose `a`: the key means a field of an element, which only a closure can reach.
        if matches!(&self.paths[..], [path] if path.has_element()) {
            return closure
                .map_or_else(|| NAME_A_FIELD.to_owned(), |closure| format!("write a closure, as in `{closure}`"));
        }
        format!("write the field without an index or `||`: `{}`", self.name_without_index())
    }

    /// Returns whether the key is a closure.
    pub(crate) fn is_closure(&self) -> bool {
        self.closure.is_some()
    }

    /// Returns whether the key can be a list: a single path without an index other than `[]`.
    pub(crate) fn is_list(&self) -> bool {
        let is_plain = |step: &Step| step.index.is_none_or(|index| index == ListIndex::All);
        matches!(self.paths.as_slice(), [path] if path.steps.iter().all(is_plain)) && !self.is_negated
    }

    /// Returns whether two keys have the same name or name the same field, as `"NextToken"` and `next_token` do.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.name == other.name || !self.is_closure() && self.paths == other.paths
    }

    /// Returns whether the key is in quotes.
    pub(crate) fn is_quoted(&self) -> bool {
        syn::parse2::<LitStr>(self.tokens.clone()).is_ok()
    }

    /// Returns whether the key is a single path without an index, so that the field can be assigned.
    pub(crate) fn is_field(&self) -> bool {
        let is_plain = |path: &KeyPath| !path.steps.is_empty() && path.steps.iter().all(|step| step.index.is_none());
        matches!(self.paths.as_slice(), [path] if is_plain(path)) && !self.is_negated
    }
}

impl KeyPath {
    fn from_wire(steps: &[RawStep<'_>], span: Span) -> Self {
        let steps = steps.iter().map(|step| Step {
            name: step.name.to_owned(),
            field: (!step.name.is_empty()).then(|| Member::Named(field_ident(step.name, span))),
            index: step.index,
        });
        Self { steps: steps.collect() }
    }

    /// Returns whether the path contains an index or a `[]`.
    pub(crate) fn has_index(&self) -> bool {
        self.steps.iter().any(|step| step.index.is_some())
    }

    /// Returns whether the path leads through an element of a list.
    fn has_element(&self) -> bool {
        self.steps.split_last().is_some_and(|(_, before)| before.iter().any(|step| step.index.is_some()))
    }
}

/// Two steps are equal if they have the same Rust field and index.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        (self.field_name(), self.index) == (other.field_name(), other.index)
    }
}

/// Returns the names of the steps of a path: `metadata.next_token`.
pub(crate) fn dotted_name(steps: &[Step]) -> String {
    steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(".")
}

/// Returns the number of fields with which both paths begin.
pub(crate) fn count_shared_fields(one: &[Step], other: &[Step]) -> usize {
    one.iter().zip(other).take_while(|(step, other)| step.field == other.field).count()
}

impl Step {
    fn from_member(field: Member) -> Self {
        Self { name: member_name(&field), field: Some(field), index: None }
    }

    /// Returns the name of the Rust field, without `r#`. It is empty if the step has no field.
    pub(crate) fn field_name(&self) -> String {
        self.field.as_ref().map_or_else(String::new, member_name)
    }

    /// Returns the field that a setter sets: `next_token` for `set_next_token`.
    pub(crate) fn without_set_prefix(&self) -> Self {
        match (&self.field, self.name.strip_prefix("set_")) {
            (Some(Member::Named(setter)), Some(field)) if field.starts_with(char::is_alphabetic) => {
                Self::from_member(Member::Named(field_ident(field, setter.span())))
            }
            _ => self.clone(),
        }
    }
}

/// Returns the field that a wire name means. Keywords become raw identifiers (`r#type`).
///
/// `self`, `super`, `crate`, and `_` cannot be raw and get a trailing `_`, as in the AWS SDK for Rust.
fn field_ident(wire_name: &str, span: Span) -> Ident {
    let field = field_name::wire_to_field_name(wire_name);
    match field.as_str() {
        "self" | "super" | "crate" | "_" => Ident::new(&format!("{field}_"), span),
        _ if is_keyword(&field) => Ident::new_raw(&field, span),
        _ => Ident::new(&field, span),
    }
}

/// Adds the steps of `a.b[-1].0`. Returns `false` if `expr` is not a field path.
fn push_fields(expr: &Expr, steps: &mut Vec<Step>) -> bool {
    let field = match expr {
        Expr::Path(ExprPath { attrs, path, .. }) if attrs.is_empty() => match path.get_ident() {
            Some(ident) if can_be_field(ident) => Member::Named(ident.clone()),
            _ => return false,
        },
        // A field of a tuple struct (`0`), or a field of one (`0.1`, which is a number to the compiler).
        Expr::Lit(ExprLit { attrs, lit: lit @ (Lit::Int(_) | Lit::Float(_)) }) if attrs.is_empty() => {
            let Some(fields) = tuple_fields(lit) else { return false };
            steps.extend(fields.into_iter().map(Step::from_member));
            return true;
        }
        Expr::Field(ExprField { attrs, base, member, .. }) if attrs.is_empty() && push_fields(base, steps) => {
            member.clone()
        }
        Expr::Index(ExprIndex { attrs, expr, index, .. }) if attrs.is_empty() && push_fields(expr, steps) => {
            let index = index.to_token_stream().to_string().replace(' ', "");
            let Some(Step { name, index: place @ None, .. }) = steps.last_mut() else { return false };
            *place = grammar::parse_index(&index, "").ok();
            // A wire name must be in quotes.
            return place.is_some() && !name.starts_with(char::is_uppercase);
        }
        _ => return false,
    };
    steps.push(Step::from_member(field));
    true
}

fn tuple_fields(number: &Lit) -> Option<Vec<Member>> {
    let (digits, suffix) = match number {
        Lit::Int(lit) => (lit.base10_digits(), lit.suffix()),
        Lit::Float(lit) => (lit.base10_digits(), lit.suffix()),
        _ => return None,
    };
    let span = number.span();
    let field = |index: &str| Some(Member::Unnamed(syn::Index { index: index.parse().ok()?, span }));
    if suffix.is_empty() { digits.split('.').map(field).collect() } else { None }
}

fn can_be_field(ident: &Ident) -> bool {
    !["self", "Self", "super", "crate", "None"].iter().any(|other| ident == other)
}

/// Rejects a closure that returns a future.
fn reject_async(closure: &ExprClosure) -> Result<()> {
    let block = match &*closure.body {
        Expr::Async(block) => Some(block.async_token),
        _ => None,
    };
    match closure.asyncness.or(block) {
        Some(asyncness) => {
            Err(error_with_help(asyncness, "a closure that is a key cannot be `async`", "remove `async`"))
        }
        None => Ok(()),
    }
}

/// Returns whether a text is a key if it is in quotes.
pub(crate) fn is_quoted_key(text: &str) -> bool {
    Key::parse_str(&LitStr::new(text, Span::call_site()), "").is_ok()
}
