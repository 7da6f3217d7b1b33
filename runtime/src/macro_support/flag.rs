//! The flag `more_results`: a `bool`, or another `Option`, which is a flag by its presence.
//!
//! The macro does not know the type. It writes `find_field(|| …).page_flag()`, for which a [`Field`] has two choices.

use alloc::boxed::Box;

use super::field::{Field, PlainField};
use crate::description::FlagValue;

impl<T: BoolField> Field<'_, T> {
    /// Returns the flag. If it is absent, the token decides.
    pub fn page_flag(&mut self) -> FlagValue {
        self.take().and_then(|flag| T::bool_flag(flag)).into()
    }
}

impl<T> PlainField<'_, T> {
    /// Returns the flag of a field that is not a `bool`. If it is absent, the list is over.
    pub fn page_flag(&mut self) -> FlagValue
    where
        T: Flag,
    {
        let flag = self.take();
        FlagValue { is_inferred: flag.is_none(), more_results: Some(flag.is_some_and(|flag| T::is_present(flag))) }
    }
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
