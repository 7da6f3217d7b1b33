//! Fields along a key's path. The *containers* of a field are the fields on the path before it. Each may be an `Option`.
//!
//! The macro does not know which fields are `Option`s. It writes `field(&mut page.next_token).field_value()`, and a [`Field`] is a
//! chain of choices, as [`choice`](crate::choice) explains. An `Option` in a `Box` is one of the choices. Any
//! other `Box` needs none, because field access looks through it.

use alloc::boxed::Box;
use core::mem;

use super::flag::{Flag, Presence};
use crate::choice::choices;
use crate::continuation::EmptyValue;
use crate::description::FlagValue;
use crate::keys::ElementList;
use crate::number::{NumberField, NumberPlace};

choices! {
    /// A field of a request or a page. The first choice is an `Option`, or a flag that is a `bool`. The same type serves
    /// reading and writing, so the functions that read a page also take a `&mut` reference.
    pub struct Field<'a, T> before SecondField<'a, T>;

    /// The second choice: an `Option` in a `Box`, or a flag that is an `Option` of a type with an empty value.
    pub struct SecondField<'a, T> before ThirdField<'a, T>;

    /// The third choice: a flag that is an `Option` in an `Option`.
    pub struct ThirdField<'a, T> before PlainField<'a, T>;
}

/// The last choice: a field of another type.
pub struct PlainField<'a, T> {
    /// The field; `None` if a container of it is `None`.
    place: Option<&'a mut T>,
}

/// Returns a field.
pub fn field<T>(place: &mut T) -> Field<'_, T> {
    find_field(|| Some(place))
}

/// Returns the field that `find` returns. It is absent if a container of it is `None`.
pub fn find_field<'a, T>(find: impl FnOnce() -> Option<&'a mut T>) -> Field<'a, T> {
    Field { next: SecondField { next: ThirdField { next: PlainField { place: find() } } } }
}

impl<'a, T> PlainField<'a, T> {
    /// Moves the reference out, for methods that are found by a `Deref`.
    fn take(&mut self) -> Option<&'a mut T> {
        self.place.take()
    }
}

/// Implements the given methods for a field that is an `Option`, and for one that is an `Option` in a `Box`. The methods are an
/// argument of the macro, and not a part of it, because rustc shows their source in notes.
macro_rules! option_methods {
    ($($methods:tt)*) => {
        impl<'a, T> Field<'a, Option<T>> {
            $($methods)*
        }

        impl<'a, T> SecondField<'a, Box<Option<T>>> {
            $($methods)*
        }
    };
}

option_methods! {
    /// Moves the reference to the `Option` out. The compiler dereferences a `Box` around it.
    fn take_option(&mut self) -> Option<&'a mut Option<T>> {
        let option = self.take()?;
        Some(option)
    }

    /// Returns the value, if there is one.
    pub fn field_value(&mut self) -> Option<&'a mut T> {
        self.take_option()?.as_mut()
    }

    /// Returns the value. If it is absent and `insert` is true, inserts a default value.
    pub fn field_value_or_insert(&mut self, insert: bool) -> Option<&'a mut T>
    where
        T: FieldDefault,
    {
        let option = self.take_option()?;
        if insert { Some(option.get_or_insert_with(T::default_value)) } else { option.as_mut() }
    }

    /// Returns the values of the field in two pages, if both have one. If only `other` has one, moves it into this field, and
    /// returns `None`.
    pub fn field_value_or_take(&mut self, other: &'a mut Option<T>) -> Option<(&'a mut T, &'a mut T)> {
        let option = self.take_option()?;
        if option.is_none() {
            mem::swap(option, other);
        }
        Some((option.as_mut()?, other.as_mut()?))
    }

    /// Replaces a token, and returns the previous one.
    pub fn replace_field_token<V>(&mut self, token: Option<V>) -> Option<V>
    where
        T: RequestToken<V>,
    {
        mem::replace(self.take_option()?, token.map(T::from_token)).map(T::into_token)
    }

    /// Returns the field for a number.
    pub fn number_field(&mut self) -> NumberField<'a, T> {
        NumberField::new(self.take_option().map(NumberPlace::Optional))
    }

    /// Makes a non-aggregate key `None`, because the first page lacks it.
    pub fn clear_field(&mut self) {
        self.reset_to_default();
    }

    /// Resets a field of `first_page_only` to its default.
    pub fn reset_to_default(&mut self) {
        self.take_option().map(Option::take);
    }
}

impl<T: Flag<bool>> Field<'_, T> {
    /// Returns a flag that is a `bool`. It may be absent.
    pub fn page_flag(&mut self, _follows_empty: bool) -> FlagValue {
        self.take().and_then(|flag| T::flag(flag)).into()
    }
}

impl<T: EmptyValue> SecondField<'_, Option<T>> {
    /// Returns a flag that is true if the field has a value that is not empty, such as a URL. If `follows_empty` is true, it is
    /// also true for an empty value.
    pub fn page_flag(&mut self, follows_empty: bool) -> FlagValue {
        flag_by_presence(self.take(), |value| follows_empty || !T::is_empty(value))
    }
}

impl<T: EmptyValue> SecondField<'_, Box<Option<T>>> {
    /// Returns a flag as for an `Option` without a `Box`.
    pub fn page_flag(&mut self, follows_empty: bool) -> FlagValue {
        flag_by_presence(self.take().map(|field| &mut **field), |value| follows_empty || !T::is_empty(value))
    }
}

impl<T> ThirdField<'_, Option<Option<T>>> {
    /// Returns a flag that is true if both `Option`s are `Some`. The type of the value has no empty value.
    pub fn page_flag(&mut self, _follows_empty: bool) -> FlagValue {
        flag_by_presence(self.take(), Option::is_some)
    }
}

/// Returns a flag that is true if the field has a value for which `is_present` is true.
fn flag_by_presence<T>(field: Option<&mut Option<T>>, is_present: impl FnOnce(&T) -> bool) -> FlagValue {
    let is_inferred = field.is_none();
    let value = field.and_then(|field| field.as_ref());
    FlagValue { is_inferred, more_results: Some(value.is_some_and(is_present)) }
}

impl<'a, T> PlainField<'a, T> {
    /// Returns the value.
    pub fn field_value(&mut self) -> Option<&'a mut T> {
        self.take()
    }

    /// Returns the value.
    pub fn field_value_or_insert(&mut self, _insert: bool) -> Option<&'a mut T> {
        self.take()
    }

    /// Returns the values of the field in two pages.
    pub fn field_value_or_take(&mut self, other: &'a mut T) -> Option<(&'a mut T, &'a mut T)> {
        Some((self.take()?, other))
    }

    /// Replaces a token, and returns the previous one. An absent token is the type's default.
    pub fn replace_field_token<V>(&mut self, token: Option<V>) -> Option<V>
    where
        T: RequestToken<V> + FieldDefault,
    {
        let token = token.map_or_else(T::default_value, T::from_token);
        Some(mem::replace(self.take()?, token).into_token())
    }

    /// Returns the field for a number.
    pub fn number_field(&mut self) -> NumberField<'a, T> {
        NumberField::new(self.take().map(NumberPlace::Plain))
    }

    /// Does nothing, because the field cannot be absent.
    pub fn clear_field(&mut self) {}

    /// Resets a field of `first_page_only` to its default.
    pub fn reset_to_default(&mut self)
    where
        T: FieldDefault,
    {
        if let Some(field) = self.take() {
            *field = T::default_value();
        }
    }

    /// Returns a flag that is true if the field, an `Option`, has a value. If a container of the field is `None`, the flag is
    /// inferred to be false.
    pub fn page_flag(&mut self, _follows_empty: bool) -> FlagValue
    where
        T: Flag<Presence>,
    {
        let flag = self.take();
        FlagValue { is_inferred: flag.is_none(), more_results: flag.map_or(Some(false), |flag| T::flag(flag)) }
    }
}

/// The type of a request's field that may be set to its default: a container that is `None` and contains a token or a number, a
/// token that a page lacks, or a field of `first_page_only`.
#[diagnostic::on_unimplemented(
    message = "the request's `{Self}` has no default",
    label = "`{Self}` is not `Default`",
    note = "a token or a field of `first_page_only` is reset to its default: make the field an `Option`, or add `#[derive(Default)]` to `{Self}`",
    note = "an `Option<{Self}>` that contains a token or a page size is filled with a default: add `#[derive(Default)]` to `{Self}`, or take it out of its `Option`"
)]
pub(crate) trait FieldDefault {
    /// Returns the default.
    fn default_value() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> FieldDefault for T {
    fn default_value() -> T {
        T::default()
    }
}

choices! {
    /// A value that is moved out of an item. The first choice is an `Option`.
    pub struct Owned<T> before OwnedBox<T>;

    /// The second choice: a `Box`.
    pub struct OwnedBox<T> before PlainOwned<T>;
}

/// The last choice: a value of another type.
pub struct PlainOwned<T> {
    value: Option<T>,
}

/// Returns a value that is moved out of an item.
pub fn owned<T>(value: T) -> Owned<T> {
    Owned { next: OwnedBox { next: PlainOwned { value: Some(value) } } }
}

impl<T> Owned<Option<T>> {
    /// Returns the value, if there is one.
    pub fn owned_value(&mut self) -> Option<T> {
        self.value.take()?
    }
}

impl<T> OwnedBox<Box<T>> {
    /// Returns the value.
    pub fn owned_value(&mut self) -> Option<T> {
        self.value.take().map(|value| *value)
    }
}

impl<T> PlainOwned<T> {
    /// Returns the value.
    pub fn owned_value(&mut self) -> Option<T> {
        self.value.take()
    }
}

/// The type of a request's token, which takes a page's token of the type `V`.
///
/// A bound on the request's type is checked when both types are known. A bound on the page's type would let the compiler
/// infer one from the other, and report a mismatch in words of its own.
#[diagnostic::on_unimplemented(
    message = "the page's token is a `{V}`, which does not fit into the request's `{Self}`",
    label = "the request's token is a `{Self}`, and the page's is a `{V}`",
    note = "both must have the same type, in an `Option` or not; name another field by `output_token`, change one of the types, or convert the token in a closure, as in `output_token = |page| page.next.as_ref().map(|next| next.to_string())`",
    note = "a request cannot borrow a page's token: instead of a `&str`, its field is a `String`, or the token is a parameter of its own"
)]
pub(crate) trait RequestToken<V> {
    /// Converts a page's token.
    fn from_token(token: V) -> Self;
    /// Converts the token back.
    fn into_token(self) -> V;
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<V> for V {
    fn from_token(token: V) -> V {
        token
    }
    fn into_token(self) -> V {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<V> for Box<V> {
    fn from_token(token: V) -> Self {
        Box::new(token)
    }
    fn into_token(self) -> V {
        *self
    }
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<Box<V>> for V {
    fn from_token(token: Box<V>) -> V {
        *token
    }
    fn into_token(self) -> Box<V> {
        Box::new(self)
    }
}

/// Returns the last element of a list (`[-1]`).
pub fn last_element<L: ElementList>(list: &mut L) -> Option<&mut L::Element> {
    L::elements_mut(list).last_mut()
}

/// Returns the element at an index of a list (`[0]`).
pub fn element_at<L: ElementList>(list: &mut L, index: usize) -> Option<&mut L::Element> {
    L::elements_mut(list).get_mut(index)
}
