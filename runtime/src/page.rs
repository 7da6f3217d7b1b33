//! What `#[derive(Page)]` tells of a page.

use core::ops::Deref;

use crate::paging::result_key::ResultKey;

/// A field of a page, by the hash of its name: what `#[derive(Page)]` implements for each field.
///
/// A type that derefs to a page has its fields.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not tell `#[paginated]` the type of this field",
    label = "this page does not derive `Page`, or has no such field",
    note = "add `#[derive(paginated::Page)]` to `{Self}` if it is yours, and see that the key names one of its fields",
    note = "for a type of somebody else's, name the item's type in the attribute: `item = Session`"
)]
pub trait Field<const NAME: u64> {
    /// Its type, without the `Option`s and `Box`es around it.
    type Type;
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, P> Field<NAME> for P
where
    P: Deref<Target: Field<NAME>>,
{
    type Type = <P::Target as Field<NAME>>::Type;
}

/// The type of a page's field.
pub type FieldOf<P, const NAME: u64> = <P as Field<NAME>>::Type;

/// The item that a page's field holds.
pub type ItemOf<P, const NAME: u64> = <FieldOf<P, NAME> as ResultKey>::Item;

/// Whether a page's field holds items.
pub type KindOf<P, const NAME: u64> = <FieldOf<P, NAME> as ResultKey>::Kind;

/// What a request gives, whatever alias stands for the `Result`.
#[diagnostic::on_unimplemented(
    message = "`#[paginated]` needs a method that gives a `Result`",
    label = "`{Self}` is not a `Result`",
    note = "write `-> Result<Output, Error>`; a call that cannot fail has `core::convert::Infallible` as its error"
)]
pub trait Outcome {
    /// The page.
    type Output;
    /// The error.
    type Error;
}

impl<O, E> Outcome for Result<O, E> {
    type Output = O;
    type Error = E;
}
