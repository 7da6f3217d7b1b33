//! The flag `more_results`: a `bool`, or another `Option`, which is a flag by its presence.
//!
//! The macro does not know the type. [`Field::page_flag`] is a method for a `bool`, in an `Option` or not, and [`FlagField`] has
//! the method for other types. Method resolution prefers the first one.

use alloc::boxed::Box;

use super::field::Field;
use crate::description::FlagValue;

impl<T: BoolField> Field<'_, T> {
    /// Returns the flag.
    pub fn page_flag(self) -> BoolFlag {
        BoolFlag(T::bool_flag(self.0))
    }
}

/// The value of a flag that is a `bool`. If it is absent, the token decides.
#[derive(Debug)]
pub struct BoolFlag(Option<bool>);

/// The value of a flag by its presence. If it is absent, the list is over.
#[derive(Debug)]
pub struct PresenceFlag(bool);

/// The value of a flag.
pub(crate) trait PageFlag {
    /// Converts the value into a [`FlagValue`]. `flag` is `None` if an `Option` that contains the field is `None`.
    fn flag_value(flag: Option<Self>) -> FlagValue
    where
        Self: Sized;
}

impl PageFlag for BoolFlag {
    fn flag_value(flag: Option<Self>) -> FlagValue {
        FlagValue::from(flag.and_then(|flag| flag.0))
    }
}

impl PageFlag for PresenceFlag {
    fn flag_value(flag: Option<Self>) -> FlagValue {
        let is_inferred = flag.is_none();
        FlagValue { more_results: Some(flag.is_some_and(|flag| flag.0)), is_inferred }
    }
}

/// Reads the flag of a page. `read` returns `None` if an `Option` that contains the flag is `None`.
pub fn read_flag<F: PageFlag>(read: impl FnOnce() -> Option<F>) -> FlagValue {
    F::flag_value(read())
}

/// A `bool`, or an `Option` or a `Box` of one.
pub(crate) trait BoolField {
    /// Returns the flag, if it is there.
    fn bool_flag(field: &Self) -> Option<bool>;
}

impl BoolField for bool {
    fn bool_flag(field: &Self) -> Option<bool> {
        Some(*field)
    }
}

impl BoolField for Box<bool> {
    fn bool_flag(field: &Self) -> Option<bool> {
        Some(**field)
    }
}

impl<T: BoolField> BoolField for Option<T> {
    fn bool_flag(field: &Self) -> Option<bool> {
        field.as_ref().and_then(T::bool_flag)
    }
}

/// The flag of a field that is not a `bool`.
pub trait FlagField<T> {
    /// Returns the flag.
    fn page_flag(self) -> PresenceFlag
    where
        T: Flag;
}

impl<T> FlagField<T> for Field<'_, T> {
    fn page_flag(self) -> PresenceFlag
    where
        T: Flag,
    {
        PresenceFlag(T::is_present(self.0))
    }
}

/// A field that is a flag by its presence.
#[diagnostic::on_unimplemented(
    message = "`more_results` needs a `bool` or an `Option`, and this is a `{Self}`",
    label = "neither a `bool` nor an `Option`",
    note = "name the flag that says whether there is another page; without `more_results` a list continues while there is a token"
)]
pub(crate) trait Flag {
    /// Returns whether the field has a value.
    fn is_present(flag: &Self) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T> Flag for Option<T> {
    fn is_present(flag: &Self) -> bool {
        flag.is_some()
    }
}
