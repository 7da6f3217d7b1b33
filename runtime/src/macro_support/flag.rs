//! The types of the flag `more_results`: a `bool`, which may be in an `Option`, or an `Option` of another type, which is a flag
//! by its presence. An empty value, such as an empty URL, counts as absent.

use alloc::boxed::Box;

/// A field that is a flag. `Kind` is `bool` for a `bool` in any `Option`s and `Box`es, and [`Presence`] for a field that is a
/// flag by its presence.
#[diagnostic::on_unimplemented(
    message = "`more_results` needs a `bool` or an `Option`, and this is a `{Self}`",
    label = "neither a `bool` nor an `Option`",
    note = "name the flag that says whether there is another page; without `more_results` a list continues while there is a token"
)]
pub(crate) trait Flag<Kind> {
    /// Returns the flag, if it is there.
    fn flag(field: &Self) -> Option<bool>;
}

/// The kind of a flag that is true if the field has a value, of a type without an empty value.
pub(crate) enum Presence {}

#[diagnostic::do_not_recommend]
impl Flag<bool> for bool {
    fn flag(field: &Self) -> Option<bool> {
        Some(*field)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Flag<bool>> Flag<bool> for Option<T> {
    fn flag(field: &Self) -> Option<bool> {
        field.as_ref().and_then(T::flag)
    }
}

#[diagnostic::do_not_recommend]
impl<T> Flag<Presence> for Option<T> {
    fn flag(field: &Self) -> Option<bool> {
        Some(field.is_some())
    }
}

#[diagnostic::do_not_recommend]
impl<Kind, T: Flag<Kind>> Flag<Kind> for Box<T> {
    fn flag(field: &Self) -> Option<bool> {
        T::flag(field)
    }
}
