//! The options of the attribute. To add an option, add a field to [`Options`] and a row to [`OPTIONS`].

use darling::FromMeta;
use darling::util::Flag;
use proc_macro2::Ident;
use syn::{Expr, Result};

use super::value::{
    GeneratedName, ItemType, KeyList, ModulePath, OptionValue, RepeatedToken, SingleKey, TokenStorage, ValueSyntax,
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
    pub(crate) repeated_token: Setting<RepeatedToken>,
    #[darling(rename = "crate")]
    pub(crate) crate_path: Setting<ModulePath>,
}

/// The name, syntax, and aliases of each option, for parsing and for errors.
pub(super) const OPTIONS: [OptionSpec; 12] = [
    OptionSpec::new::<KeyList>("input_token", "\"NextToken\"", "token next_token cursor marker page_token token_key"),
    OptionSpec::new::<KeyList>("output_token", "\"NextToken\"", "next output_key next_page_token"),
    OptionSpec::new::<KeyList>("result_key", "\"Sessions\"", "items results list keys data"),
    OptionSpec::new::<SingleKey>("limit_key", "\"Limit\"", "limit size max_results page_size"),
    OptionSpec::new::<SingleKey>("more_results", "\"IsTruncated\"", "more has_more is_truncated truncated"),
    OptionSpec::new::<KeyList>("non_aggregate_keys", "[\"Prefix\"]", "keep first_page_keys"),
    OptionSpec::new::<ItemType>("item", "Session", "ty type item_type"),
    OptionSpec::flag("builder"),
    OptionSpec::new::<GeneratedName>("name", "list_sessions", "rename fn_name method"),
    OptionSpec::new::<TokenStorage>("token_with", "my_module", "with serde_with codec"),
    OptionSpec::new::<RepeatedToken>("repeated_token", "\"stop\"", ""),
    OptionSpec::new::<ModulePath>("crate", "my_crate::paginated", "runtime krate path"),
];

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
