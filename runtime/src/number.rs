//! Numbers in requests: page sizes and offsets, of any integer type, as strings, and as newtypes over them.
//!
//! The macro does not know a field's type. It writes `(&&&&&probe).number()`, which is, by method resolution, the
//! [`NumberCodec`] of the first trait below that the type implements.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::marker::PhantomData;
use core::num::{
    NonZeroI32, NonZeroI64, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize,
};

/// A number in a request, which can be read.
pub(crate) struct RequestNumber<R> {
    pub(crate) read: fn(&mut R) -> Option<u64>,
    /// Writes a number; `None` if it does not fit.
    pub(crate) write: fn(&mut R, u64) -> Option<()>,
}

/// The conversion of a number into a field of the type `N`; `None` if it does not fit.
pub struct NumberCodec<N> {
    pub(crate) from_number: fn(u64) -> Option<N>,
}

/// Stands for the type of a number.
#[derive(Debug)]
pub struct NumberProbe<N>(PhantomData<fn() -> N>);

impl<N> NumberProbe<N> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

/// A standard type that holds a number.
pub trait Number: Sized {
    /// Converts a number, if it fits.
    fn from_number(number: u64) -> Option<Self>;
}

macro_rules! integers {
    ($($type:ty)*) => {
        $(impl Number for $type {
            fn from_number(number: u64) -> Option<Self> {
                Self::try_from(number).ok()
            }
        })*
    };
}

integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! non_zero_integers {
    ($($type:ty)*) => {
        $(impl Number for $type {
            fn from_number(number: u64) -> Option<Self> {
                Self::new(number.try_into().ok()?)
            }
        })*
    };
}

non_zero_integers!(NonZeroI32 NonZeroI64 NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize);

/// CloudFront's `MaxItems` is a string.
impl Number for String {
    fn from_number(number: u64) -> Option<Self> {
        Some(number.to_string())
    }
}

impl<N: Number> Number for Option<N> {
    fn from_number(number: u64) -> Option<Self> {
        N::from_number(number).map(Some)
    }
}

impl<N: Number> Number for Box<N> {
    fn from_number(number: u64) -> Option<Self> {
        N::from_number(number).map(Box::new)
    }
}

/// The first choice of `number`: a standard type.
pub trait StandardNumber<N> {
    /// Returns the conversion.
    fn number(&self) -> NumberCodec<N>;
}

impl<N: Number> StandardNumber<N> for &&&&NumberProbe<N> {
    fn number(&self) -> NumberCodec<N> {
        NumberCodec { from_number: N::from_number }
    }
}

/// The other choices: a type that converts from a standard type.
macro_rules! converted_numbers {
    ($($(#[$docs:meta])* $name:ident: $bound:ident<$from:ty> by $probe:ty, $convert:expr;)*) => {
        $(
            $(#[$docs])*
            pub trait $name<N> {
                /// Returns the conversion.
                fn number(&self) -> NumberCodec<N>;
            }

            impl<N: $bound<$from>> $name<N> for $probe {
                fn number(&self) -> NumberCodec<N> {
                    NumberCodec { from_number: $convert }
                }
            }
        )*
    };
}

converted_numbers! {
    /// The second choice: a type that says itself which numbers fit.
    NumberFromUsize: TryFrom<usize> by &&&NumberProbe<N>, |number| N::try_from(usize::try_from(number).ok()?).ok();
    /// The third choice.
    NumberFromU32: From<u32> by &&NumberProbe<N>, |number| u32::try_from(number).ok().map(N::from);
    /// The fourth choice.
    NumberFromI32: From<i32> by &NumberProbe<N>, |number| i32::try_from(number).ok().map(N::from);
}

/// The last choice: a newtype over a string, or any other type, which is an error.
pub trait OtherNumber<N> {
    /// Returns the conversion, or reports that there is none.
    fn number(&self) -> NumberCodec<N>
    where
        Self: HoldsNumber<N>;
}

impl<N> OtherNumber<N> for NumberProbe<N> {
    fn number(&self) -> NumberCodec<N>
    where
        Self: HoldsNumber<N>,
    {
        NumberCodec { from_number: Self::from_number }
    }
}

/// A type that can hold a number.
#[diagnostic::on_unimplemented(
    message = "`{N}` cannot hold a page size",
    label = "`limit_key` names a `{N}`",
    note = "a page size is an integer, a `String`, or a type that has `TryFrom<usize>`, `From<u32>`, `From<i32>` or `From<String>`"
)]
pub trait HoldsNumber<N> {
    /// Converts a number.
    fn from_number(number: u64) -> Option<N>;
}

#[diagnostic::do_not_recommend]
impl<N: From<String>> HoldsNumber<N> for NumberProbe<N> {
    fn from_number(number: u64) -> Option<N> {
        Some(number.to_string().into())
    }
}

#[cfg(test)]
#[allow(clippy::needless_borrow, reason = "generated code contains these borrows")]
mod tests {
    use super::*;

    struct FromU32(u32);
    impl From<u32> for FromU32 {
        fn from(number: u32) -> Self {
            Self(number)
        }
    }

    struct FromText(String);
    impl From<String> for FromText {
        fn from(text: String) -> Self {
            Self(text)
        }
    }

    #[test]
    fn a_number_that_does_not_fit_is_none() {
        let convert = (&&&&&NumberProbe::<u8>::new()).number().from_number;
        assert_eq!((convert(255), convert(256)), (Some(255), None));
        let convert = (&&&&&NumberProbe::<i32>::new()).number().from_number;
        assert_eq!(convert(u64::MAX), None);
        let convert = (&&&&&NumberProbe::<i64>::new()).number().from_number;
        assert_eq!(convert(50), Some(50));
        let convert = (&&&&&NumberProbe::<NonZeroU32>::new()).number().from_number;
        assert_eq!((convert(0), convert(5)), (None, NonZeroU32::new(5)));
    }

    #[test]
    fn a_number_may_be_a_string_or_a_newtype() {
        let convert = (&&&&&NumberProbe::<String>::new()).number().from_number;
        assert_eq!(convert(7).as_deref(), Some("7"));
        let convert = (&&&&&NumberProbe::<FromU32>::new()).number().from_number;
        assert_eq!(convert(7).map(|number| number.0), Some(7));
        assert!(convert(1 << 40).is_none());
        let convert = (&&&&&NumberProbe::<FromText>::new()).number().from_number;
        assert_eq!(convert(7).map(|text| text.0).as_deref(), Some("7"));
    }
}
