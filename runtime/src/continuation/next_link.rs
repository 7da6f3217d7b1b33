//! `next_link`: each page has a link to the next one, which another method requests (`next_method`).
//!
//! The request contains an `Option` of the link: as its last part, or, in `paginate!`, in a `LinkRequest`. If it is `None`, the
//! call requests the first page. Otherwise the call passes the link to `next_method`.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Continuation, NoPosition, PageContext, TokenKeys};
#[cfg(feature = "resume")]
use crate::resume::{DecodedToken, Encoder, StartingTokenError};

/// The paging style of an operation with links. A link is like a token, except that the caller's request never contains one.
pub struct NextLink<R, O, V> {
    pub(crate) link: TokenKeys<R, O, V>,
}

impl<R, O, V> Continuation for NextLink<R, O, V> {
    type Request = R;
    type Page = O;
    type Position = V;

    const DEPENDS_ON_PAGE_SIZE: bool = true;
    const REFUSES_FOREIGN_TOKENS: bool = true;

    fn initial(&self, _: &mut R) -> Option<V> {
        None
    }

    fn write(&self, request: &mut R, link: Option<&V>) -> bool {
        if let Some(link) = link {
            (self.link.replace)(request, Some((self.link.functions.clone)(link)));
        }
        true
    }

    fn reset(&self, request: &mut R) {
        (self.link.replace)(request, None);
    }

    fn next(&self, page: &mut O, _: PageContext<'_, V>) -> Result<Option<V>, NoPosition> {
        Ok(self.link.read_next(page))
    }

    fn is_same(&self, position: &V, earlier: &V) -> bool {
        (self.link.functions.is_same)(position, earlier)
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        names.push(self.link.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&V>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        self.link.encode_value(position, encoder)
    }

    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<V>, StartingTokenError> {
        self.link.decode_value(stored)
    }
}

/// A link of the type `V`, as an argument of the type `A` of the method that requests it.
#[diagnostic::on_unimplemented(
    message = "the next link is a `{Self}`, and `next_method` takes a `{A}`",
    label = "this method takes a `{A}`",
    note = "`next_method` takes the link by value or by reference, or as `&str` if the link is a `String`",
    note = "it is called with the other parameters of the method and then the link, and not with the request; if it needs a \
            parameter that is named like a request (`body`, `query`), or whose type is (`ListQuery`), rename it"
)]
pub trait LinkArg<'a, A> {
    /// Returns the argument.
    fn link_arg(link: &'a Self) -> A;
}

#[diagnostic::do_not_recommend]
impl<'a, V: Clone> LinkArg<'a, V> for V {
    fn link_arg(link: &'a V) -> V {
        link.clone()
    }
}

#[diagnostic::do_not_recommend]
impl<'a, V> LinkArg<'a, &'a V> for V {
    fn link_arg(link: &'a V) -> &'a V {
        link
    }
}

#[diagnostic::do_not_recommend]
impl<'a> LinkArg<'a, &'a str> for String {
    fn link_arg(link: &'a String) -> &'a str {
        link
    }
}

/// A boxed link. Without this second implementation, rustc would infer the type of the link from the method that takes it. With two
/// implementations, rustc reports an error if the types differ.
#[diagnostic::do_not_recommend]
impl<'a, T: Clone> LinkArg<'a, T> for Box<T> {
    fn link_arg(link: &'a Self) -> T {
        T::clone(link)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T> LinkArg<'a, &'a T> for Box<T> {
    fn link_arg(link: &'a Self) -> &'a T {
        link
    }
}

#[diagnostic::do_not_recommend]
impl<'a> LinkArg<'a, &'a str> for Box<String> {
    fn link_arg(link: &'a Self) -> &'a str {
        link
    }
}

/// The result of the method that requests a link. `T` is the result of the method that requests the first page. The trait exists
/// for its error message, which is reported if the two results differ.
#[diagnostic::on_unimplemented(
    message = "`next_method` returns `{Self}`, and the method for the first page returns `{T}`",
    label = "this method returns `{Self}`",
    note = "both methods return the same `Result`, and both are async or neither of them is",
    note = "if the errors have different types, convert them to one type in both methods, as in `.map_err(Error::from)?`"
)]
pub trait NextResult<T> {
    /// Returns the result.
    fn into_next_result(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> NextResult<T> for T {
    fn into_next_result(self) -> T {
        self
    }
}

/// Without this second implementation, rustc would infer one result from the other, and would not report the error.
#[diagnostic::do_not_recommend]
impl<T> NextResult<Box<T>> for T {
    fn into_next_result(self) -> Box<T> {
        Box::new(self)
    }
}

#[cfg(test)]
mod tests;
