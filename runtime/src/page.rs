//! The types of a page's fields, which `#[derive(Page)]` describes.

use alloc::boxed::Box;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::keys::ResultKey;

/// A page that has a field of the given name. `#[derive(Page)]` implements it for the names of all fields, and tuples
/// implement it.
///
/// `Name` is the name of the field, a [`FieldName`].
#[diagnostic::on_unimplemented(
    message = "the type of the items is not known: `{Self}` does not derive `Page`",
    label = "the items of `{Self}`",
    note = "add `#[derive(paginated::Page)]` to `{Self}` if it is yours",
    note = "for a type of another crate, name the item's type in the attribute: `item = Session`",
    note = "for the elements of a list, write `[]` after its name, as in `\"edges[].node\"`"
)]
pub trait PageField<Name> {
    /// The type of the field, without the `Option`s and `Box`es that `#[derive(Page)]` sees around it. For a tuple, it is the
    /// type itself.
    type Type: ?Sized;

    /// The type of the field, also without the `Option`s and `Box`es around its elements: a key that ends with `[]` skips those
    /// that are `None`.
    type WithUnwrappedElements: ?Sized;
}

#[diagnostic::do_not_recommend]
impl<Name, P: PageField<Name> + ?Sized> PageField<Name> for Box<P> {
    type Type = P::Type;
    type WithUnwrappedElements = P::WithUnwrappedElements;
}

#[diagnostic::do_not_recommend]
impl<Name, P: PageField<Name>> PageField<Name> for Option<P> {
    type Type = P::Type;
    type WithUnwrappedElements = P::WithUnwrappedElements;
}

macro_rules! tuples {
    ($($name:literal $field:ident: ($($type:ident)*);)*) => {
        $(#[diagnostic::do_not_recommend]
        impl<$($type),*> PageField<FieldName<$name>> for ($($type,)*) {
            type Type = $field;
            type WithUnwrappedElements = $field;
        })*
    };
}

tuples! {
    '0' A: (A B);
    '1' B: (A B);
    '0' A: (A B C);
    '1' B: (A B C);
    '2' C: (A B C);
    '0' A: (A B C D);
    '1' B: (A B C D);
    '2' C: (A B C D);
    '3' D: (A B C D);
}

/// The type of a page's field.
pub type FieldOf<P, Name> = <P as PageField<Name>>::Type;

/// The same type as [`FieldOf`], for an item that is a field of an element. It is written as the target of a `Box`, so that rustc
/// reports a missing field only once.
pub type ValueOf<P, Name> = <Box<FieldOf<P, Name>> as Deref>::Target;

/// The item type of a page's field.
pub type ItemOf<P, Name> = <FieldOf<P, Name> as ResultKey>::Item;

/// The item type of a page's field, if the key ends with `[]`.
pub type UnwrappedItemOf<P, Name> = <<P as PageField<Name>>::WithUnwrappedElements as ResultKey>::Item;

/// The item type of a list, which is the response itself (`"@"`).
pub type ListItem<L> = <L as ResultKey>::Item;

macro_rules! field_name {
    ($($letter:ident)*) => {
        /// The name of a field, as a type: `FieldName<'i', 'd'>` for `id`. `Rest` has the letters that do not fit.
        #[derive(Debug)]
        pub struct FieldName<$(const $letter: char = ' ',)* Rest = ()>(PhantomData<Rest>);
    };
}

field_name!(A B C D E F G H I J K L M N O P);
