//! The types of a page's fields, which `#[derive(Page)]` describes.

use alloc::boxed::Box;

use crate::keys::ResultKey;

/// A field of a page: what `#[derive(Page)]` implements for each field.
///
/// `Name` is the name of the field, a tuple of the types in [`letters`]: `(i, d)` for `id`.
#[diagnostic::on_unimplemented(
    message = "the type of the items is not known: `{Self}` does not derive `Page`",
    label = "the items of `{Self}`",
    note = "add `#[derive(paginated::Page)]` to `{Self}` if it is yours",
    note = "for a type of another crate, name the item's type in the attribute: `item = Session`"
)]
pub trait PageField<Name> {
    /// The type of the field, without the `Option`s and `Box`es around it.
    type Type: ?Sized;
}

#[diagnostic::do_not_recommend]
impl<Name, P: PageField<Name> + ?Sized> PageField<Name> for Box<P> {
    type Type = P::Type;
}

#[diagnostic::do_not_recommend]
impl<Name, P: PageField<Name>> PageField<Name> for Option<P> {
    type Type = P::Type;
}

/// The type of a page's field.
pub type FieldOf<P, Name> = <P as PageField<Name>>::Type;

/// The item type of a page's field.
pub type ItemOf<P, Name> = <FieldOf<P, Name> as ResultKey>::Item;

/// The item type of a list, which is the response itself (`"@"`).
pub type ListItem<L> = <L as ResultKey>::Item;

/// The letters of field names, as types.
#[allow(non_camel_case_types, missing_debug_implementations, reason = "each is a letter, and never has a value")]
pub mod letters {
    macro_rules! letters {
        ($($letter:ident)*) => { $(#[doc(hidden)] pub enum $letter {})* };
    }
    letters! {
        a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z
        _0 _1 _2 _3 _4 _5 _6 _7 _8 _9 __
    }

    /// A letter that is not ASCII, by its code point.
    pub enum Unicode<const LETTER: char> {}
}
