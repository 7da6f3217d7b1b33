//! The errors about keys: [`Mistake`] for those in quotes, and [`invalid_key`] for those without. Some propose a closure.

use std::fmt::Display;

use quote::ToTokens;
use syn::{Error, Expr, ExprField, ExprPath, ExprUnary, UnOp};

use super::{NAME_A_FIELD, is_quoted_key};
use crate::diagnostics::{error_with_help, format_message};

/// A mistake in a key. The help depends on the option.
pub(super) struct Mistake {
    what: String,
    help: Help,
}

enum Help {
    Text(String),
    /// This text, and then a closure that computes the value.
    Closure(String),
    /// The name of a parameter and a number, as in `limit=50`.
    Assignment(String, String),
}

impl Mistake {
    pub(super) fn new(what: impl Display, help: impl Display) -> Self {
        Self { what: what.to_string(), help: Help::Text(help.to_string()) }
    }

    /// Returns a mistake whose help proposes a closure after the text `lead`, if the option can have one.
    pub(super) fn closure(what: impl Display, lead: impl Display) -> Self {
        Self { what: what.to_string(), help: Help::Closure(lead.to_string()) }
    }

    /// Returns the mistake of a key such as `limit=50`.
    pub(super) fn assignment(what: impl Display, name: &str, number: &str) -> Self {
        Self { what: what.to_string(), help: Help::Assignment(name.to_owned(), number.to_owned()) }
    }

    /// Returns the error message for a key of that option.
    pub(super) fn message(&self, option: &str) -> String {
        let help = match &self.help {
            Help::Text(help) => help.clone(),
            Help::Closure(lead) => closure_help(option, lead),
            Help::Assignment(name, number) => assignment_help(option, name, number),
        };
        format_message(&self.what, help)
    }
}

/// Returns the help for a key such as `limit=50`. The paginator, and not the key, sets that number.
fn assignment_help(option: &str, name: &str, number: &str) -> String {
    let key = format!("{option} = \"{}\"", name.escape_debug());
    match option {
        "limit_key" => format!("write `{key}`, and call `.page_size({number})` on the paginator"),
        "page_number" | "offset" => format!("write `{key}, start = {number}`"),
        _ => closure_help(option, "a key names a field; "),
    }
}

/// Returns the help for a value that is not a field: a closure after the text `lead`, if the option can have one.
fn closure_help(option: &str, lead: &str) -> String {
    let closure = match option {
        "input_token" => "|request, token| request.token = Some(token)",
        "page_number" => "|request, number: u32| request.page = Some(number)",
        "offset" => "|request, number: u32| request.offset = Some(number)",
        "limit_key" => "|request, size: u32| request.limit = Some(size)",
        "output_token" => "|page| page.next_token.clone()",
        "next_link" => "|page| page.links.next.clone()",
        "more_results" => "|page| page.count > 0",
        "total_items" => "|page| page.total.parse().ok()",
        "total_pages" => "|page| page.total.div_ceil(page.limit)",
        "echo" => "|page| page.number.parse().ok()",
        "result_key" => "|page| Some(&mut page.items), item = Session",
        // The others cannot be closures.
        _ => return NAME_A_FIELD.to_owned(),
    };
    format!("{lead}write a closure, as in `{option} = {closure}`")
}

/// Returns the help for the path of a function, if the option can have a closure that calls it.
fn call_help(option: &str, function: &str) -> Option<String> {
    let closure = match option {
        "input_token" | "page_number" | "offset" | "limit_key" => {
            format!("|request, value| {function}(request, value)")
        }
        "first_page_only" | "non_aggregate_keys" | "carried_token" => return None,
        "result_key" => format!("|page| {function}(page), item = Session"),
        _ => format!("|page| {function}(page)"),
    };
    Some(format!("; to call a function, write a closure: `{option} = {closure}`"))
}

/// Returns the error for an expression that is not a key.
pub(super) fn invalid_key(expr: &Expr, option: &str) -> Error {
    let printed = expr.to_token_stream().to_string().replace(' ', "").replace("||", " || ");
    let unquoted = printed.replace('"', "");
    let (what, help) = match expr {
        Expr::Path(ExprPath { qself: None, path, .. })
            if path.segments.len() > 1 && path.segments.iter().all(|segment| segment.arguments.is_none()) =>
        {
            let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            let help = if names[0].starts_with(char::is_uppercase) {
                let last = &names[names.len() - 1];
                format!("write `{last}` for a field{}", call_help(option, &printed).unwrap_or_default())
            } else if matches!(&*names[0], "self" | "super" | "crate") {
                format!("name a field{}", call_help(option, &printed).unwrap_or_default())
            } else {
                format!("write `{}` for a field of a field, or a wire name in quotes", names.join("."))
            };
            (format!("expected a field, found the path `{printed}`"), help)
        }
        Expr::Field(_) if printed.starts_with("self.") => {
            ("a key cannot begin with `self`".into(), format!("write `{}`", printed.trim_start_matches("self.")))
        }
        _ if matches!(&*printed, "true" | "false" | "None") => {
            let help = match &*printed {
                "true" => NAME_A_FIELD.to_owned(),
                "false" => "remove the option".to_owned(),
                _ => format!("remove the option, or write `{option} = false` to remove a default"),
            };
            (format!("expected a field, found `{printed}`"), help)
        }
        _ if printed.contains(['[', '|', '!', '-']) && is_quoted_key(&unquoted) => {
            let what = if unquoted == printed { "must be in quotes" } else { "must be a single string" };
            (format!("the key `{printed}` {what}"), format!("write `\"{unquoted}\"`"))
        }
        Expr::Field(_) if printed.contains('?') => (
            "a key does not contain `?`".into(),
            format!("write `{}`: any field on the path may be in an `Option`", printed.replace('?', "")),
        ),
        _ if has_call(expr) => {
            (format!("expected a field, found the call `{printed}`"), closure_help(option, "name a field, or "))
        }
        Expr::Binary(_) | Expr::Unary(ExprUnary { op: UnOp::Not(_), .. }) if !printed.contains('"') => {
            (format!("expected a field, found the expression `{printed}`"), closure_help(option, "name a field, or "))
        }
        _ => (
            format!("`{printed}` is not a key"),
            "write a wire name in quotes, `\"NextToken\"`, or a Rust field path without quotes, `next_token`".into(),
        ),
    };
    error_with_help(expr, what, help)
}

/// Returns whether a path contains a call.
fn has_call(expr: &Expr) -> bool {
    match expr {
        Expr::Field(ExprField { base, .. }) => has_call(base),
        Expr::Try(inner) => has_call(&inner.expr),
        _ => matches!(expr, Expr::Call(_) | Expr::MethodCall(_)),
    }
}
