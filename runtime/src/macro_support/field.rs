//! Fields along a key's path.
//!
//! The macro does not know which fields are `Option`s. [`Field`] has a method for each use of a field, twice: an inherent
//! method for `Field<Option<T>>`, and one of the trait [`PlainField`] for other types. Method resolution prefers the inherent
//! one. A `Box` needs no method, because field access looks through it.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::mem;

use crate::continuation::RequestToken;
use crate::number::NumberField;

/// A field of a request or a page.
pub struct Field<'a, T: ?Sized>(pub &'a mut T);

/// The methods of an `Option`, also of one in a `Box`.
///
/// They are in a single impl, so that rustc does not report a second error, about several methods, for a field that does not
/// exist.
impl<'a, T: OptionField> Field<'a, T> {
    /// Returns the value, if there is one.
    pub fn field_value(self) -> Option<&'a mut T::Value> {
        T::option_of_field(self.0).as_mut()
    }

    /// Returns the value. If it is absent and `insert` is true, inserts a default value.
    pub fn field_value_or_insert(self, insert: bool) -> Option<&'a mut T::Value>
    where
        T::Value: InsertDefault,
    {
        let option = T::option_of_field(self.0);
        if insert && option.is_none() {
            *option = Some(T::Value::inserted_value());
        }
        option.as_mut()
    }
}

/// An `Option`, or a `Box` of one.
pub trait OptionField {
    /// The value.
    type Value;
    /// Returns the `Option`.
    fn option_of_field(field: &mut Self) -> &mut Option<Self::Value>;
}

impl<T> OptionField for Option<T> {
    type Value = T;
    fn option_of_field(field: &mut Self) -> &mut Self {
        field
    }
}

impl<T> OptionField for Box<Option<T>> {
    type Value = T;
    fn option_of_field(field: &mut Self) -> &mut Option<T> {
        field
    }
}

impl<'a, T> Field<'a, Option<T>> {
    /// Returns the values of the field in two pages. If `self` has none, takes the other's.
    pub fn field_value_or_take(self, other: Self) -> Option<(&'a mut T, &'a mut T)> {
        let (this, Self(other)) = (self.0, other);
        if this.is_none() {
            mem::swap(this, other);
        }
        Some((this.as_mut()?, other.as_mut()?))
    }

    /// Replaces a token, and returns the previous one.
    pub fn replace_field_token<V>(self, token: Option<V>) -> Option<V>
    where
        T: RequestToken<V>,
    {
        mem::replace(self.0, token.map(T::from_token)).map(T::into_token)
    }

    /// Returns the field for a number.
    pub fn number_field(self) -> NumberField<'a, T> {
        NumberField::optional(self.0)
    }

    /// Clears a non-aggregate key, which the first page lacks.
    pub fn clear_field(self) {
        *self.0 = None;
    }

    /// Resets a field of `first_page_only` to its default.
    pub fn reset_to_default(self) {
        *self.0 = None;
    }
}

/// [`Field`]'s methods for types that are not an `Option`.
pub trait PlainField<'a, T>: Sized {
    /// Returns the value.
    fn field_value(self) -> Option<&'a mut T>;

    /// Returns the value.
    fn field_value_or_insert(self, _insert: bool) -> Option<&'a mut T> {
        self.field_value()
    }

    /// Returns the values of the field in two pages.
    fn field_value_or_take(self, other: Self) -> Option<(&'a mut T, &'a mut T)>;

    /// Replaces a token, and returns the previous one. An absent token is the type's default.
    fn replace_field_token<V>(self, token: Option<V>) -> Option<V>
    where
        T: RequestToken<V> + ClearToken;

    /// Returns the field for a number.
    fn number_field(self) -> NumberField<'a, T>;

    /// Does nothing, because the field cannot be absent.
    fn clear_field(self) {}

    /// Resets a field of `first_page_only` to its default.
    fn reset_to_default(self)
    where
        T: ResetField;
}

impl<'a, T> PlainField<'a, T> for Field<'a, T> {
    fn field_value(self) -> Option<&'a mut T> {
        Some(self.0)
    }

    fn field_value_or_take(self, other: Self) -> Option<(&'a mut T, &'a mut T)> {
        Some((self.0, other.0))
    }

    fn replace_field_token<V>(self, token: Option<V>) -> Option<V>
    where
        T: RequestToken<V> + ClearToken,
    {
        let token = token.map_or_else(T::cleared, T::from_token);
        let before = mem::replace(self.0, token);
        (!T::is_cleared(&before)).then(|| before.into_token())
    }

    fn number_field(self) -> NumberField<'a, T> {
        NumberField::plain(self.0)
    }

    fn reset_to_default(self)
    where
        T: ResetField,
    {
        T::reset_field(self.0);
    }
}

/// A field that only the first request holds.
#[diagnostic::on_unimplemented(
    message = "`first_page_only` cannot reset a `{Self}`, which has no default",
    label = "`{Self}` is not `Default`",
    note = "make the field an `Option`, or add `#[derive(Default)]` to `{Self}`"
)]
pub(crate) trait ResetField {
    /// Resets the field.
    fn reset_field(field: &mut Self);
}

#[diagnostic::do_not_recommend]
impl<T: Default> ResetField for T {
    fn reset_field(field: &mut T) {
        *field = T::default();
    }
}

/// A value that is moved out of an item: [`Field`] for owned values.
pub struct Owned<T>(pub T);

/// The method of an `Option` or a `Box`, in a single impl for the same reason as that of [`Field`].
impl<T: OwnedContainer> Owned<T> {
    /// Returns the value, if there is one.
    pub fn owned_value(self) -> Option<T::Value> {
        T::into_contained_value(self.0)
    }
}

/// An `Option` or a `Box`.
pub trait OwnedContainer {
    /// The value.
    type Value;
    /// Returns the value, if there is one.
    fn into_contained_value(container: Self) -> Option<Self::Value>;
}

impl<T> OwnedContainer for Option<T> {
    type Value = T;
    fn into_contained_value(container: Self) -> Self {
        container
    }
}

impl<T> OwnedContainer for Box<T> {
    type Value = T;
    fn into_contained_value(container: Self) -> Option<T> {
        Some(*container)
    }
}

/// [`Owned`]'s method for types that are neither an `Option` nor a `Box`.
pub trait PlainOwned<T> {
    /// Returns the value.
    fn owned_value(self) -> Option<T>;
}

impl<T> PlainOwned<T> for Owned<T> {
    fn owned_value(self) -> Option<T> {
        Some(self.0)
    }
}

/// A part of a request that is inserted to put a value into it.
#[diagnostic::on_unimplemented(
    message = "the request's `Option<{Self}>` may be `None`, and a `{Self}` cannot be created to put the value into it",
    label = "`{Self}` is not `Default`",
    note = "add `#[derive(Default)]` to `{Self}`, or take it out of its `Option`"
)]
pub(crate) trait InsertDefault {
    /// Returns the default value.
    fn inserted_value() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> InsertDefault for T {
    fn inserted_value() -> T {
        T::default()
    }
}

/// A request's token that is not an `Option`, and is cleared if a page has no token.
#[diagnostic::on_unimplemented(
    message = "the request's `{Self}` cannot be cleared when a page has no token: it has no default",
    label = "`{Self}` is not `Default` and `PartialEq`",
    note = "make the field an `Option`, or add `#[derive(Default, PartialEq)]` to `{Self}`"
)]
pub(crate) trait ClearToken {
    /// Returns the value for no token.
    fn cleared() -> Self;
    /// Returns whether a token has that value.
    fn is_cleared(token: &Self) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Default + PartialEq> ClearToken for T {
    fn cleared() -> T {
        T::default()
    }
    fn is_cleared(token: &T) -> bool {
        *token == T::default()
    }
}

/// Returns the last element of a list (`[-1]`).
pub fn last_element<T: ElementList + ?Sized>(list: &mut T) -> Option<&mut T::Element> {
    let last = T::list_element_count(list).checked_sub(1)?;
    T::list_element(list, last)
}

/// Returns the element at an index of a list (`[0]`).
pub fn element_at<T: ElementList + ?Sized>(list: &mut T, index: usize) -> Option<&mut T::Element> {
    T::list_element(list, index)
}

/// A list of which a key names one element.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list, so a key cannot name one of its elements",
    label = "an index such as `[-1]` needs a list here",
    note = "a key can name an element of a `Vec`, a `VecDeque`, or a boxed slice"
)]
pub trait ElementList {
    /// The element.
    type Element;
    /// Returns the number of elements.
    fn list_element_count(list: &Self) -> usize;
    /// Returns the element at `index`, if there is one.
    fn list_element(list: &mut Self, index: usize) -> Option<&mut Self::Element>;
}

macro_rules! element_lists {
    ($($type:ty)*) => {
        $(impl<T> ElementList for $type {
            type Element = T;
            fn list_element_count(list: &Self) -> usize {
                list.len()
            }
            fn list_element(list: &mut Self, index: usize) -> Option<&mut T> {
                list.get_mut(index)
            }
        })*
    };
}

element_lists!([T] Vec<T> VecDeque<T>);

impl<T: ElementList + ?Sized> ElementList for Box<T> {
    type Element = T::Element;
    fn list_element_count(list: &Self) -> usize {
        T::list_element_count(list)
    }
    fn list_element(list: &mut Self, index: usize) -> Option<&mut T::Element> {
        T::list_element(list, index)
    }
}
