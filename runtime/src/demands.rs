//! What is demanded of the user's types, in words for the compiler to say.
//!
//! A demand has a type `Then<T>`, which is `T`, and what is made of what is demanded is made of that. Where the demand is not
//! met the compiler says so and knows no such type, so that it says nothing of all that would follow.
//!
//! It knows a type too many where there is one way only to meet a demand: it then takes that way and finds out later. So
//! there are two, [`Met`] and [`NotMet`], of which the second is never there.

use crate::paging::result_key::ResultKey;

/// The type that is made where a demand is met.
macro_rules! then {
    () => {
        type Then<T> = T;
        #[inline]
        fn then<T>(made: T) -> T {
            made
        }
    };
}
pub(crate) use then;

/// The demand is met.
#[derive(Debug)]
pub enum Met {}

/// The demand is met by what is in a box.
#[derive(Debug)]
pub enum Boxed {}

/// The demand is not met, which nothing says of itself.
#[derive(Debug)]
pub enum NotMet {}

/// What no type is.
pub trait Nothing {}

/// What sends requests and keeps tokens.
#[derive(Debug)]
pub enum Paging {}

/// Sends a request `R` again for each page. (A demand on `R` itself would make the compiler propose `&input` to the user.)
#[diagnostic::on_unimplemented(
    message = "`{R}` is sent once for each page, so it must be `Clone`",
    label = "not `Clone`",
    note = "add `#[derive(Clone)]` to `{R}`, or let the method take it by reference, which needs no `Clone`"
)]
pub trait Sends<R, Is> {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
}

#[diagnostic::do_not_recommend]
impl<R: Clone> Sends<R, Met> for Paging {
    then!();
}

#[diagnostic::do_not_recommend]
impl<R: Clone + Nothing> Sends<R, NotMet> for Paging {
    then!();
}

/// One of several parameters, each of which is sent again for each page.
pub fn sent<R, Is>(part: R) -> R
where
    Paging: Sends<R, Is>,
{
    part
}

/// Keeps a token `V` for the next request, and compares it with the next page's. (As of a request: a demand on `V` itself
/// would make the compiler propose `&"NextToken"`.)
#[diagnostic::on_unimplemented(
    message = "a token must be `Clone` and `PartialEq`, and `{V}` is not",
    label = "this token is a `{V}`",
    note = "add `#[derive(Clone, PartialEq)]` to `{V}`: a token is sent, kept for a resumption, and compared with the next one"
)]
pub trait Keeps<V, Is> {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
    /// Copies the token, into memory of the one that was there.
    fn copy(token: &V, to: &mut Option<V>);
}

#[diagnostic::do_not_recommend]
impl<V: Clone + PartialEq> Keeps<V, Met> for Paging {
    then!();
    #[inline]
    fn copy(token: &V, to: &mut Option<V>) {
        match to {
            Some(to) => to.clone_from(token),
            None => *to = Some(token.clone()),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<V: Clone + PartialEq + Nothing> Keeps<V, NotMet> for Paging {
    then!();
    fn copy(_: &V, _: &mut Option<V>) {}
}

/// What `more_results` names.
#[diagnostic::on_unimplemented(
    message = "`more_results` needs a `bool`, and this is a `{Self}`",
    label = "not a `bool`",
    note = "name the flag that says whether there is another page; without `more_results` a listing goes on while there is a token"
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

/// What a result key names: a [`ResultKey`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a result key",
    label = "holds neither a list, a map, a text nor a number",
    note = "a result key names a `Vec`, `VecDeque`, `HashMap`, `BTreeMap`, `String` or number, or an `Option` or `Box` of one",
    note = "for a list type of your own, implement `paginated::ResultKey`"
)]
pub trait Held<Is>: ResultKey {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
}

#[diagnostic::do_not_recommend]
impl<H: ResultKey> Held<Met> for H {
    then!();
}

#[diagnostic::do_not_recommend]
impl<H: ResultKey + Nothing> Held<NotMet> for H {
    then!();
}

/// What `item` says of what the pages hold.
#[diagnostic::on_unimplemented(
    message = "the items are of the type `{Self}`, and `item` says `{I}`",
    label = "the items are `{Self}`",
    note = "write `item = {Self}`; where the output derives `Page`, `item` can be left out"
)]
pub trait Is<I: ?Sized> {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
}

impl<I> Is<I> for I {
    then!();
}

/// Sets a builder `B` by a setter that takes a `Taken` and gives a `Given`. (As of a request: a demand on `B` itself would
/// make the compiler propose `&mut "NextToken"`.)
#[diagnostic::on_unimplemented(
    message = "a setter takes the builder itself and gives it back",
    label = "this setter takes `{Taken}` and gives `{Given}`",
    note = "write `fn set_…(self, value: Option<…>) -> Self`; a request that is set through `&mut` is, to `#[paginated]`, a struct with fields"
)]
pub trait Sets<B, Taken, Given, Is> {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
}

#[diagnostic::do_not_recommend]
impl<B> Sets<B, B, B, Met> for Paging {
    then!();
}

#[diagnostic::do_not_recommend]
impl<Set> Sets<NotMet, Set, Set, NotMet> for Paging {
    then!();
}

/// Clears the request's token `N`, where the page has none.
#[diagnostic::on_unimplemented(
    message = "the request's `{N}` cannot be cleared where a page has no token: it has no default",
    label = "`{N}` is not `Default`",
    note = "make the field an `Option`, or add `#[derive(Default)]` to `{N}`"
)]
pub trait Clears<N, Is> {
    /// See the module.
    type Then<T>;
    /// See the module.
    fn then<T>(made: T) -> Self::Then<T>;
}

#[diagnostic::do_not_recommend]
impl<N: Default> Clears<N, Met> for Paging {
    then!();
}

#[diagnostic::do_not_recommend]
impl<N: Default + Nothing> Clears<N, NotMet> for Paging {
    then!();
}
