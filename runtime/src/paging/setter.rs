//! The setter of a builder: `set_<key>`, or `<key>` where there is none.
//!
//! The macro cannot see which a builder has. It names `set_<key>` beside a constant of that name, [`Missing`], which any type
//! has that has no such function; and calls `<key>` on the builder, or on [`There`] where it is not asked for.

use core::marker::PhantomData;

/// What stands in for a `set_<key>` that is not there.
#[derive(Debug)]
pub struct Missing;

/// What has any `<key>`, where the builder's own is not asked for.
#[derive(Debug)]
pub struct There;

/// The `set_<key>` of `B`, or [`Missing`].
pub struct Found<B, S> {
    set: S,
    builder: PhantomData<fn(B)>,
}

/// See the module.
pub fn setter<B, S>(set: S) -> Found<B, S> {
    Found { set, builder: PhantomData }
}

impl<B> Found<B, Missing> {
    /// The builder's `<key>`.
    #[allow(clippy::unused_self, reason = "a method, so that the builder's type is known to the closure")]
    pub fn or<A, R, K>(self, key: K) -> K
    where
        K: Fn(B, A) -> R,
    {
        key
    }
}

/// `Found::or` of what is there.
pub trait IsThere<S> {
    /// The builder's `set_<key>`.
    fn or(self, key: impl Fn(There, ())) -> S;
}

impl<B, S> IsThere<S> for Found<B, S> {
    fn or(self, _: impl Fn(There, ())) -> S {
        self.set
    }
}
