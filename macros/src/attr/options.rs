//! The options of the attribute. `ARCHITECTURE.md` describes how to add one.

use proc_macro2::Ident;
use syn::{Expr, Result};

use super::value::{
    Boxed, EndOn, FollowEmptyToken, GeneratedName, ItemType, KeyList, ModulePath, NextMethod, NoValue, OptionValue,
    SingleKey, StartNumber, TokenStorage, ValueSyntax,
};
use crate::diagnostics::error_with_help;
use crate::key::Key;
use crate::util::ty::ungroup_expr;

/// Declares the struct `Options` and the table `OPTIONS`. Each row has the name of an option, the type of its value, an example
/// value, and wrong names for it in snake case, separated by spaces. The error for a wrong name suggests the option. `Options`
/// has a field of the same name, unless that is a keyword.
macro_rules! options {
    ($($field:ident $(as $name:literal)?: $value:ty $(= $example:expr)? $(, $wrong_names:literal)?;)*) => {
        /// The parsed attribute.
        #[derive(Default)]
        pub(crate) struct Options {
            $(pub(crate) $field: Setting<$value>,)*
            /// The names of the options in the attribute, without misspelled ones.
            pub(super) names: Vec<Ident>,
        }

        /// The table of options, for parsing and for errors.
        pub(super) const OPTIONS: &[OptionSpec] = &[$(OptionSpec {
            name: [$($name,)? stringify!($field)][0],
            example: stringify!($($example)?),
            wrong_names: concat!($($wrong_names)?),
            syntax: <$value as OptionValue>::SYNTAX,
            setting: |options| &options.$field,
            setting_mut: |options| &mut options.$field,
        },)*];
    };
}

options! {
    input_token: KeyList = "NextToken", "token next_token cursor after marker page_token token_key continuation_token
        start_token start_cursor starting_after exclusive_start_key";
    output_token: KeyList = "NextToken", "next output_key next_page_token next_cursor next_marker next_continuation_token
        end_cursor page_info last_evaluated_key";
    page_number: SingleKey = "page", "page page_index page_no page_num current_page";
    offset: SingleKey = "offset", "skip start_at start_index from";
    next_link: SingleKey = "next", "link link_key next_url next_page next_page_url next_page_link";
    result_key: KeyList = "Sessions", "items results list keys data value values records entries elements edges nodes";
    limit_key: SingleKey = "Limit", "limit size first top max_results max_keys page_size max_page_size page_limit per_page";
    more_results: SingleKey = "IsTruncated", "more more_pages has_more has_more_results has_next has_next_page is_truncated
        truncated";
    non_aggregate_keys: KeyList = ["Prefix"], "keep first_page_keys";
    item: ItemType = Session, "ty type item_type";
    builder: NoValue;
    name: GeneratedName = list_sessions, "rename fn_name method";
    token_with: TokenStorage = my_module, "with serde_with codec";
    carried_token: SingleKey = "ScrollId", "scroll_id";
    empty_token: FollowEmptyToken = "follow";
    start: StartNumber = 1, "first_page start_page";
    echo: SingleKey = "page";
    total_items: SingleKey = "total", "total count total_count total_results total_elements total_records";
    total_pages: SingleKey = "totalPages", "page_count last_page nb_pages num_pages";
    end_on: EndOn = "empty_page", "stop_on until repeated_token";
    next_method: NextMethod = list_next;
    first_page_only: KeyList = ["resourceVersion"], "first_request_only";
    reversed: NoValue;
    boxed: Boxed = "local", "box";
    crate_path as "crate": ModulePath = my_crate::paginated, "runtime krate path";
    blocking: NoValue, "sync";
}

/// A macro that takes options.
pub(crate) struct OptionMacro {
    name: &'static str,
    /// The options that the macro does not have, each with what to write instead.
    unavailable: &'static [(&'static str, &'static str)],
}

/// The attribute `#[paginated]`.
pub(crate) const PAGINATED: OptionMacro = OptionMacro {
    name: "#[paginated]",
    unavailable: &[("blocking", "remove it: the paginator of a method that is not async is blocking anyway")],
};

/// The macro `paginate!`, which is an expression.
pub(crate) const PAGINATE: OptionMacro = OptionMacro {
    name: "paginate!",
    unavailable: &[("name", "remove it: the expression is the paginator"), ("boxed", "remove it, and call `.boxed()`")],
};

impl OptionMacro {
    /// Returns the options that the macro has.
    pub(super) fn options(&self) -> impl Iterator<Item = &'static OptionSpec> {
        OPTIONS.iter().filter(|spec| self.unavailable.iter().all(|(option, _)| *option != spec.name))
    }

    /// Returns the names of the options that the macro has.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.options().map(|spec| spec.name)
    }

    /// Rejects an option that the macro does not have.
    pub(super) fn check_available(&self, name: &Ident) -> Result<()> {
        match self.unavailable.iter().find(|(option, _)| name == option) {
            Some((option, help)) => {
                Err(error_with_help(name, format!("`{}` does not have the option `{option}`", self.name), help))
            }
            None => Ok(()),
        }
    }
}

impl Options {
    /// Returns the name of an option in the attribute, to report errors at it. It is `None` if the option is absent, misspelled, or
    /// was skipped because of a syntax error. `is_written` returns `true` in the last two cases.
    pub(crate) fn name_in_attribute(&self, option: &str) -> Option<&Ident> {
        self.names.iter().find(|name| *name == option)
    }

    /// Returns the path of the runtime crate, if it is written.
    pub(crate) fn crate_path(&self) -> Option<&syn::Path> {
        self.crate_path.value().map(|path| &path.0)
    }

    /// Returns the setting of the option with that name.
    pub(crate) fn setting(&self, option: &str) -> &dyn AnySetting {
        let spec = OptionSpec::find(option).expect("an option has that name");
        (spec.setting)(self)
    }
}

/// The options that choose how the next page is requested.
pub(crate) const STYLES: &[&str] = &["input_token", "page_number", "offset", "next_link"];

/// The options whose keys name parameters, or fields of the request.
pub(crate) const REQUEST_KEYS: &[&str] = &["input_token", "page_number", "offset", "limit_key", "first_page_only"];

/// The options whose keys name single values in the response.
pub(crate) const RESPONSE_KEYS: [&str; 6] =
    ["output_token", "more_results", "total_items", "total_pages", "echo", "next_link"];

/// Those of [`RESPONSE_KEYS`] that name a token or a link. Their keys may have alternatives, and their closures return a value and
/// not a reference.
pub(crate) const RESPONSE_TOKENS: [&str; 2] = ["output_token", "next_link"];

/// The options whose lists of keys name fields of the response that `full_result()` joins or keeps.
pub(crate) const RESPONSE_LISTS: [&str; 2] = ["result_key", "non_aggregate_keys"];

/// Returns the names of the options whose values are keys.
pub(crate) fn key_option_names() -> impl Iterator<Item = &'static str> {
    let has_keys = |spec: &&OptionSpec| matches!(spec.syntax, ValueSyntax::Key | ValueSyntax::KeyList);
    OPTIONS.iter().filter(has_keys).map(|spec| spec.name)
}

/// Returns the option with that name, with an example value.
pub(crate) fn usage(option: &str) -> String {
    OptionSpec::find(option).expect("an option has that name").usage()
}

/// The name of an option, and how it is written.
pub(super) struct OptionSpec {
    pub(super) name: &'static str,
    example: &'static str,
    wrong_names: &'static str,
    pub(super) syntax: ValueSyntax,
    setting: fn(&Options) -> &dyn AnySetting,
    pub(super) setting_mut: fn(&mut Options) -> &mut dyn AnySetting,
}

impl OptionSpec {
    pub(super) fn wrong_names(&self) -> impl Iterator<Item = &'static str> {
        self.wrong_names.split_whitespace()
    }

    /// Returns the option with an example value.
    pub(super) fn usage(&self) -> String {
        match self.syntax {
            ValueSyntax::NoValue => self.name.to_owned(),
            _ => format!("{} = {}", self.name, self.example),
        }
    }

    pub(super) fn help(&self) -> String {
        format!("write `{}`", self.usage())
    }

    pub(super) fn find(name: &(impl PartialEq<str> + ?Sized)) -> Option<&'static Self> {
        OPTIONS.iter().find(|spec| *name == *spec.name)
    }
}

/// The setting of an option: its value, if it has a valid one.
#[derive(Default)]
pub(crate) enum Setting<T> {
    /// The option was not written.
    #[default]
    Absent,
    /// The option was written without a valid value, its name was misspelled, or it may be among the tokens that were skipped
    /// because of a syntax error. An error has been reported.
    Invalid,
    Valid(T),
}

impl<T> Setting<T> {
    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Valid(value) => Some(value),
            Self::Absent | Self::Invalid => None,
        }
    }
}

impl Setting<SingleKey> {
    pub(crate) fn key(&self) -> Option<&Key> {
        self.keys().first()
    }
}

/// The setting of any option.
pub(crate) trait AnySetting {
    /// Returns whether the option was written, also if its value is invalid or its name is misspelled. An option that may be among
    /// skipped tokens counts as written.
    fn is_written(&self) -> bool;

    /// Returns the keys of an option whose value is a key or a list of keys.
    fn keys(&self) -> &[Key];

    /// Marks the option as written without a valid value, unless it was written before.
    fn set_written(&mut self);

    /// Parses the expression after `=`, if there is one. `option` is the name of the option, for errors.
    fn parse(&mut self, value: Option<&Expr>, option: &str) -> Result<()>;
}

impl<T: OptionValue> AnySetting for Setting<T> {
    fn is_written(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    fn keys(&self) -> &[Key] {
        self.value().map_or(&[], T::keys)
    }

    fn set_written(&mut self) {
        if !self.is_written() {
            *self = Self::Invalid;
        }
    }

    fn parse(&mut self, value: Option<&Expr>, option: &str) -> Result<()> {
        let value = match value {
            Some(expr) => Some(T::from_value(ungroup_expr(expr), option)?),
            None => T::ALONE,
        };
        *self = value.map_or(Self::Invalid, Self::Valid);
        Ok(())
    }
}
