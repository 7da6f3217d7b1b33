//! What `#[derive(Page)]` tells of a page.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use crate::demands::then;
use crate::paging::result_key::ResultKey;

/// A field of a page, by the hash of its name: what `#[derive(Page)]` implements for each field.
///
/// A page in a `Box`, `Arc`, `Rc` or `Option` has its fields.
#[diagnostic::on_unimplemented(
    message = "the type of the items is not known: `{Self}` does not derive `Page`",
    label = "the items of `{Self}`",
    note = "add `#[derive(paginated::Page)]` to `{Self}` if it is yours",
    note = "for a type of somebody else's, name the item's type in the attribute: `item = Session`"
)]
pub trait Field<const NAME: u64> {
    /// Its type, without the `Option`s and `Box`es around it.
    type Type: ?Sized;
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, P: Field<NAME> + ?Sized> Field<NAME> for Box<P> {
    type Type = P::Type;
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, P: Field<NAME> + ?Sized> Field<NAME> for Arc<P> {
    type Type = P::Type;
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, P: Field<NAME> + ?Sized> Field<NAME> for Rc<P> {
    type Type = P::Type;
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, P: Field<NAME>> Field<NAME> for Option<P> {
    type Type = P::Type;
}

/// The type of a page's field.
pub type FieldOf<P, const NAME: u64> = <P as Field<NAME>>::Type;

/// The item that a page's field holds.
pub type ItemOf<P, const NAME: u64> = <FieldOf<P, NAME> as ResultKey>::Item;

/// Whether a page's field holds items.
pub type KindOf<P, const NAME: u64> = <FieldOf<P, NAME> as ResultKey>::Kind;

/// What a request gives, whatever alias stands for the `Result`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Result`",
    label = "not a `Result`",
    note = "write `-> Result<{Self}, Error>`; a call that cannot fail has `core::convert::Infallible` as its error"
)]
pub trait Outcome {
    /// The page.
    type Output;
    /// The error.
    type Error;
    /// See `demands`.
    type Then<T>;
    /// See `demands`.
    fn then<T>(made: T) -> Self::Then<T>;
}

impl<O, E> Outcome for Result<O, E> {
    type Output = O;
    type Error = E;
    then!();
}
