//! The types of the flag `more_results`: a `bool`, or another `Option`, which is a flag by its presence.

use alloc::boxed::Box;

/// A `bool`, in any `Option`s and `Box`es.
pub(crate) trait BoolField {
    /// Returns the flag, if it is there.
    fn bool_flag(field: &Self) -> Option<bool>;
}

impl BoolField for bool {
    fn bool_flag(field: &Self) -> Option<bool> {
        Some(*field)
    }
}

impl<T: BoolField> BoolField for Box<T> {
    fn bool_flag(field: &Self) -> Option<bool> {
        T::bool_flag(field)
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

#[diagnostic::do_not_recommend]
impl<T: Flag> Flag for Box<T> {
    fn is_present(flag: &Self) -> bool {
        T::is_present(flag)
    }
}
