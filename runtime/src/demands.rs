//! What is demanded of the user's types, in words for the compiler to say.
//!
//! Each demand has an associated type, of which what comes after is made. Where the demand is not met there is no such type,
//! so that the compiler, which has said what is wrong, says nothing of all that follows from it.

use crate::paging::result_key::ResultKey;

/// A request that is sent again for each page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is sent once for each page, so it must be `Clone`",
    label = "not `Clone`",
    note = "add `#[derive(Clone)]` to it, or let the method take it by reference, which needs no `Clone`"
)]
pub trait Request: Clone {
    /// The type itself.
    type Itself: Clone;
    /// The request itself.
    fn itself(self) -> Self::Itself;
}

#[diagnostic::do_not_recommend]
impl<R: Clone> Request for R {
    type Itself = R;
    fn itself(self) -> R {
        self
    }
}

/// A parameter that is sent again for each page.
pub fn sent<R: Request>(part: R) -> R::Itself {
    part.itself()
}

/// A token, which is kept for the next request and compared with the next page's.
#[diagnostic::on_unimplemented(
    message = "a token must be `Clone` and `PartialEq`, and `{Self}` is not",
    label = "this token is a `{Self}`",
    note = "add `#[derive(Clone, PartialEq)]` to it: a token is sent, kept for a resumption, and compared with the next one"
)]
pub trait TokenValue: Clone + PartialEq {
    /// The type itself.
    type Itself: Clone + PartialEq;
}

#[diagnostic::do_not_recommend]
impl<V: Clone + PartialEq> TokenValue for V {
    type Itself = V;
}

/// What `more_results` names.
#[diagnostic::on_unimplemented(
    message = "`more_results` needs a `bool`, and this is a `{Self}`",
    label = "not a `bool`",
    note = "name the flag that says whether there is another page; a listing that has none goes on while there is a token, without `more_results`"
)]
pub trait Flag {
    /// Whether it is set.
    fn is_set(&self) -> bool;
}

impl Flag for bool {
    fn is_set(&self) -> bool {
        *self
    }
}

/// What `item` says of what the pages hold.
#[diagnostic::on_unimplemented(
    message = "`result_key` holds items of the type `{Self}`, and `item` says `{I}`",
    label = "the items are `{Self}`",
    note = "write `item = {Self}`; where the output derives `Page`, `item` can be left out"
)]
pub trait Is<I> {
    /// A result key of such items.
    type Key<H: ResultKey>: ResultKey;
}

impl<I> Is<I> for I {
    type Key<H: ResultKey> = H;
}
