//! The options of the attribute. `ARCHITECTURE.md` describes how to add one.

use darling::FromMeta;
use darling::util::Flag;
use proc_macro2::Ident;
use syn::{Expr, Result};

use super::value::{
    Boxed, EndOn, FollowEmptyToken, GeneratedName, ItemType, KeyList, ModulePath, NextMethod, OptionValue, SingleKey,
    StartNumber, TokenStorage, ValueSyntax,
};
use crate::key::Key;
use crate::util::ty::ungroup_expr;

/// The parsed attribute.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct Options {
    pub(crate) input_token: Setting<KeyList>,
    pub(crate) output_token: Setting<KeyList>,
    pub(crate) result_key: Setting<KeyList>,
    pub(crate) limit_key: Setting<SingleKey>,
    pub(crate) more_results: Setting<SingleKey>,
    pub(crate) non_aggregate_keys: Setting<KeyList>,
    pub(crate) item: Setting<ItemType>,
    pub(crate) builder: Flag,
    pub(crate) name: Setting<GeneratedName>,
    pub(crate) token_with: Setting<TokenStorage>,
    pub(crate) carried_token: Setting<SingleKey>,
    pub(crate) empty_token: Setting<FollowEmptyToken>,
    pub(crate) page_number: Setting<SingleKey>,
    pub(crate) offset: Setting<SingleKey>,
    pub(crate) start: Setting<StartNumber>,
    pub(crate) echo: Setting<SingleKey>,
    pub(crate) total_items: Setting<SingleKey>,
    pub(crate) total_pages: Setting<SingleKey>,
    pub(crate) end_on: Setting<EndOn>,
    pub(crate) next_link: Setting<SingleKey>,
    pub(crate) next_method: Setting<NextMethod>,
    pub(crate) first_page_only: Setting<KeyList>,
    pub(crate) reversed: Flag,
    pub(crate) boxed: Boxed,
    #[darling(rename = "crate")]
    pub(crate) crate_path: Setting<ModulePath>,
    /// The name of each option, where it is written.
    #[darling(skip)]
    pub(super) written: Vec<Ident>,
    /// The options that the user probably meant by unknown names.
    #[darling(skip)]
    pub(super) suggested: Vec<&'static str>,
}

impl Options {
    /// Returns the name of an option where it is written.
    pub(crate) fn written(&self, option: &str) -> Option<&Ident> {
        self.written.iter().find(|name| *name == option)
    }

    /// Returns the path of the runtime crate, if it is written.
    pub(crate) fn crate_path(&self) -> Option<&syn::Path> {
        self.crate_path.value().map(|path| &path.0)
    }

    /// Returns whether an option is written, perhaps with a mistake in its name.
    pub(crate) fn is_meant(&self, option: &str) -> bool {
        self.written(option).is_some() || self.suggested.contains(&option)
    }
}

/// The name, syntax, and aliases of each option, for parsing and for errors.
pub(super) const OPTIONS: [OptionSpec; 25] = [
    OptionSpec::new::<KeyList>(
        "input_token",
        "\"NextToken\"",
        "token next_token cursor marker page_token token_key inputToken",
    ),
    OptionSpec::new::<KeyList>("output_token", "\"NextToken\"", "next output_key next_page_token outputToken"),
    OptionSpec::new::<KeyList>("result_key", "\"Sessions\"", "items results list keys data"),
    OptionSpec::new::<SingleKey>("limit_key", "\"Limit\"", "limit size max_results page_size pageSize"),
    OptionSpec::new::<SingleKey>("more_results", "\"IsTruncated\"", "more has_more is_truncated truncated"),
    OptionSpec::new::<KeyList>("non_aggregate_keys", "[\"Prefix\"]", "keep first_page_keys"),
    OptionSpec::new::<ItemType>("item", "Session", "ty type item_type"),
    OptionSpec::flag("builder"),
    OptionSpec::new::<GeneratedName>("name", "list_sessions", "rename fn_name method"),
    OptionSpec::new::<TokenStorage>("token_with", "my_module", "with serde_with codec"),
    OptionSpec::new::<SingleKey>("carried_token", "\"ScrollId\"", ""),
    OptionSpec::new::<FollowEmptyToken>("empty_token", "\"follow\"", ""),
    OptionSpec::new::<SingleKey>("page_number", "\"page\"", "page page_index page_no"),
    OptionSpec::new::<SingleKey>("offset", "\"offset\"", "skip start_at from"),
    OptionSpec::new::<StartNumber>("start", "1", "first first_page"),
    OptionSpec::new::<SingleKey>("echo", "\"page\"", ""),
    OptionSpec::new::<SingleKey>("total_items", "\"total\"", "total count total_count"),
    OptionSpec::new::<SingleKey>("total_pages", "\"totalPages\"", "page_count last_page"),
    OptionSpec::new::<EndOn>("end_on", "\"empty_page\"", "stop_on until repeated_token"),
    OptionSpec::new::<SingleKey>("next_link", "\"next\"", "link next_url next_page_url"),
    OptionSpec::new::<NextMethod>("next_method", "list_next", ""),
    OptionSpec::new::<KeyList>("first_page_only", "[\"resourceVersion\"]", "first_request_only"),
    OptionSpec::flag("reversed"),
    OptionSpec::new::<Boxed>("boxed", "\"local\"", "box"),
    OptionSpec::new::<ModulePath>("crate", "my_crate::paginated", "runtime krate path"),
];

/// The options that choose how the next page is requested.
pub(crate) const STYLES: [&str; 4] = ["input_token", "page_number", "offset", "next_link"];

/// Returns the names of all options.
#[cfg(test)]
pub(crate) fn option_names() -> impl Iterator<Item = &'static str> {
    OPTIONS.iter().map(|spec| spec.name)
}

/// Returns whether an option has that name.
pub(crate) fn is_option(name: &Ident) -> bool {
    OptionSpec::find(name).is_some()
}

/// The name of an option, and how it is written.
pub(super) struct OptionSpec {
    pub(super) name: &'static str,
    /// An example value, for help texts.
    example: &'static str,
    /// Names that users may write instead, separated by spaces.
    aliases: &'static str,
    pub(super) syntax: ValueSyntax,
    /// Parses the value for its errors only. Errors that pass through darling lose all but the first token of their
    /// span.
    pub(super) check: fn(&Expr) -> Result<()>,
}

impl OptionSpec {
    const fn new<T: OptionValue>(name: &'static str, example: &'static str, aliases: &'static str) -> Self {
        let check = |expr: &Expr| T::from_value(ungroup_expr(expr)).map(drop);
        Self { name, example, aliases, syntax: T::SYNTAX, check }
    }

    const fn flag(name: &'static str) -> Self {
        Self { name, example: "", aliases: "", syntax: ValueSyntax::Flag, check: |_| Ok(()) }
    }

    pub(super) fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.aliases.split_whitespace()
    }

    /// Returns the option with an example value.
    pub(super) fn usage(&self) -> String {
        match self.syntax {
            ValueSyntax::Flag => self.name.to_owned(),
            _ => format!("{} = {}", self.name, self.example),
        }
    }

    pub(super) fn help(&self) -> String {
        format!("write `{}`", self.usage())
    }

    pub(super) fn find(name: &Ident) -> Option<&'static Self> {
        OPTIONS.iter().find(|spec| name == spec.name)
    }
}

/// The value of an option.
#[derive(Default)]
pub(crate) enum Setting<T> {
    /// The option was not written.
    #[default]
    Absent,
    /// The option was written, but its value is invalid. An error has been reported.
    Invalid,
    Valid(T),
}

impl<T> Setting<T> {
    /// Returns whether the option was written, with a valid value or an invalid one.
    pub(crate) fn is_written(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Valid(value) => Some(value),
            Self::Absent | Self::Invalid => None,
        }
    }
}

impl Setting<KeyList> {
    pub(crate) fn keys(&self) -> &[Key] {
        self.value().map_or(&[], |list| &list.keys)
    }
}

impl Setting<SingleKey> {
    pub(crate) fn key(&self) -> Option<&Key> {
        self.value().map(|SingleKey(key)| key)
    }
}

impl<T: OptionValue> FromMeta for Setting<T> {
    /// An option without a value represents one whose value was rejected by the parser.
    fn from_word() -> darling::Result<Self> {
        Ok(Self::Invalid)
    }

    fn from_expr(expr: &Expr) -> darling::Result<Self> {
        Ok(Self::Valid(T::from_value(ungroup_expr(expr))?))
    }
}
