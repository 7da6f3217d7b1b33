//! The page size: where it goes in the request, and what it is turned into.

use alloc::string::{String, ToString};
use core::marker::PhantomData;

use crate::paging::token::Probe;
use crate::paging::tokens::Place;

/// Turns a page size into what the request takes; `None` where it does not fit.
pub(crate) type Convert<V> = fn(usize) -> Option<V>;

/// Where an operation's page size goes.
pub trait Limit<R> {
    /// The wire name; empty where there is none.
    fn name(&self) -> &'static str;
    /// Puts the page size into the request; `false` if it does not fit.
    fn put(&self, request: &mut R, page_size: usize) -> bool;
}

impl<R> Limit<R> for () {
    fn name(&self) -> &'static str {
        ""
    }
    fn put(&self, _: &mut R, _: usize) -> bool {
        false
    }
}

/// A page size that goes to `place`.
pub struct LimitKey<P, V> {
    pub(crate) name: &'static str,
    pub(crate) place: P,
    pub(crate) convert: Convert<V>,
}

impl<R, V, P: Place<R, V>> Limit<R> for LimitKey<P, V> {
    fn name(&self) -> &'static str {
        self.name
    }
    fn put(&self, request: &mut R, page_size: usize) -> bool {
        let value = (self.convert)(page_size);
        value.map(|value| self.place.put(request, value)).is_some()
    }
}

/// How a page size is turned into a `V`: by a [`Convert`], or not at all.
#[diagnostic::on_unimplemented(
    message = "`{V}` cannot hold a page size",
    label = "`limit_key` names a `{V}`",
    note = "a page size is an integer, a `String`, or a type that has `TryFrom<usize>`, `From<u32>`, `From<i32>` or `From<String>`"
)]
pub trait PageSize<V> {
    /// The conversion.
    fn conversion(self) -> Convert<V>;
}

impl<V> PageSize<V> for Convert<V> {
    fn conversion(self) -> Convert<V> {
        self
    }
}

/// No conversion.
#[derive(Debug)]
pub struct Misfit;

/// A conversion to `V`, which is a [`PageSize`] or a [`Misfit`].
pub struct Converter<V, Z> {
    by: Z,
    value: PhantomData<fn() -> V>,
}

impl<V, Z> Converter<V, Z> {
    fn new(by: Z) -> Self {
        Self { by, value: PhantomData }
    }
}

impl<V, Z: PageSize<V>> Converter<V, Z> {
    pub(crate) fn convert(self) -> Convert<V> {
        self.by.conversion()
    }
}

/// The first choice of `(&&&&&probe).convert()`: the integers, and whatever says itself what fits.
pub trait FromUsize<V> {
    /// How a page size is turned into it.
    fn convert(&self) -> Converter<V, Convert<V>>;
}
impl<V: TryFrom<usize>> FromUsize<V> for &&&&Probe<V> {
    fn convert(&self) -> Converter<V, Convert<V>> {
        Converter::new(|n| V::try_from(n).ok())
    }
}

/// The second choice.
pub trait FromU32<V> {
    /// How a page size is turned into it.
    fn convert(&self) -> Converter<V, Convert<V>>;
}
impl<V: From<u32>> FromU32<V> for &&&Probe<V> {
    fn convert(&self) -> Converter<V, Convert<V>> {
        Converter::new(|n| u32::try_from(n).ok().map(V::from))
    }
}

/// The third choice.
pub trait FromI32<V> {
    /// How a page size is turned into it.
    fn convert(&self) -> Converter<V, Convert<V>>;
}
impl<V: From<i32>> FromI32<V> for &&Probe<V> {
    fn convert(&self) -> Converter<V, Convert<V>> {
        Converter::new(|n| i32::try_from(n).ok().map(V::from))
    }
}

/// The fourth choice: CloudFront's `MaxItems` is a text.
pub trait FromText<V> {
    /// How a page size is turned into it.
    fn convert(&self) -> Converter<V, Convert<V>>;
}
impl<V: From<String>> FromText<V> for &Probe<V> {
    fn convert(&self) -> Converter<V, Convert<V>> {
        Converter::new(|n| Some(V::from(n.to_string())))
    }
}

/// The last choice, which fits nothing.
pub trait FromNothing<V> {
    /// No conversion: `PageSize` tells the user.
    fn convert(&self) -> Converter<V, Misfit>;
}
impl<V> FromNothing<V> for Probe<V> {
    fn convert(&self) -> Converter<V, Misfit> {
        Converter::new(Misfit)
    }
}

#[cfg(test)]
#[allow(clippy::needless_borrow, reason = "what generated code writes")]
mod tests {
    use super::*;

    struct Small(u32);
    impl From<u32> for Small {
        fn from(n: u32) -> Self {
            Self(n)
        }
    }

    #[test]
    fn a_page_size_that_does_not_fit_is_none() {
        let convert: Convert<u8> = (&&&&&Probe::<u8>::new()).convert().convert();
        assert_eq!((convert(255), convert(256)), (Some(255), None));
        let convert: Convert<i32> = (&&&&&Probe::<i32>::new()).convert().convert();
        assert_eq!(convert(usize::MAX), None);
        let convert: Convert<i64> = (&&&&&Probe::<i64>::new()).convert().convert();
        assert_eq!(convert(50), Some(50));
    }

    #[test]
    fn a_page_size_may_be_a_newtype_or_a_text() {
        let convert: Convert<Small> = (&&&&&Probe::<Small>::new()).convert().convert();
        assert_eq!(convert(7).map(|small| small.0), Some(7));
        assert!(convert(1 << 40).is_none());
        let convert: Convert<String> = (&&&&&Probe::<String>::new()).convert().convert();
        assert_eq!(convert(7).as_deref(), Some("7"));
    }
}
