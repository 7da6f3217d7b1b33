//! Numbers in requests (page sizes, page numbers, and offsets) and in pages (totals and echoes). The field in a request, or
//! the argument of a setter, is an integer, a string, or a newtype. The field in a page, or the argument of a closure, is an
//! integer or a string.
//!
//! The macro does not know a field's type. It writes `field(…).number_field().write_request_number(n)`, and a [`NumberField`]
//! is a chain of choices, as [`choice`](crate::choice) explains.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::{String, ToString};
use core::cell::Cell;
use core::num::NonZero;

use crate::choice::choices;

choices! {
    /// A field for a number of the type `N`. The first choice is a standard type.
    pub struct NumberField<'a, N> before UsizeField<'a, N>;

    /// The second choice: a type with `TryFrom<usize>`.
    pub struct UsizeField<'a, N> before U32Field<'a, N>;

    /// The third choice: a type with `From<u32>`.
    pub struct U32Field<'a, N> before I32Field<'a, N>;

    /// The fourth choice: a type with `From<i32>`.
    pub struct I32Field<'a, N> before LastNumberField<'a, N>;
}

/// The last choice: a type with `From<String>`. Any other type is an error.
pub struct LastNumberField<'a, N> {
    place: Option<NumberPlace<'a, N>>,
}

/// The place of a number.
pub(crate) enum NumberPlace<'a, N> {
    Optional(&'a mut Option<N>),
    Plain(&'a mut N),
}

impl<'a, N> NumberField<'a, N> {
    pub(crate) fn new(place: Option<NumberPlace<'a, N>>) -> Self {
        let last = LastNumberField { place };
        Self { next: UsizeField { next: U32Field { next: I32Field { next: last } } } }
    }

    pub(crate) fn optional(field: &'a mut Option<N>) -> Self {
        Self::new(Some(NumberPlace::Optional(field)))
    }
}

impl<N> LastNumberField<'_, N> {
    fn set(&mut self, number: Option<N>) -> Option<()> {
        match (self.place.as_mut()?, number?) {
            (NumberPlace::Optional(field), number) => **field = Some(number),
            (NumberPlace::Plain(field), number) => **field = number,
        }
        Some(())
    }
}

/// A standard type that holds a number.
#[diagnostic::on_unimplemented(
    message = "expected an integer or a `String`, found a `{Self}`",
    label = "the number is a `{Self}`",
    note = "a total or an echo is an integer or a `String`, or an `Option` of one; for another type, write a closure that returns a `u64` or an `Option<u64>`: `|page| page.total.value`",
    note = "a closure for a page number, an offset, or a page size takes an integer or a `String`; for another type, convert the number in the closure, as in `|request, number: u64| request.offset = Offset(number)`"
)]
pub(crate) trait StandardNumber: Sized {
    /// Converts a number, if it fits.
    fn from_number(number: u64) -> Option<Self>;

    /// Returns the number, if there is one that is a `u64`.
    fn to_number(&self) -> Option<u64>;
}

/// A number that a generic setter, such as `fn limit(self, limit: impl Into<i32>) -> Self`, converts to the type that it needs.
///
/// Such a conversion cannot return an error. If the number does not fit, the conversion records it, and returns the smallest
/// number.
#[derive(Clone, Debug)]
pub struct AnyNumber {
    number: u64,
    overflow: Rc<Cell<bool>>,
}

impl AnyNumber {
    /// Returns the cell in which a conversion records that the number does not fit.
    pub(crate) fn overflow_cell(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.overflow)
    }

    fn convert<N: StandardNumber>(&self, smallest: N) -> N {
        N::from_number(self.number).unwrap_or_else(|| {
            self.overflow.set(true);
            smallest
        })
    }
}

#[diagnostic::do_not_recommend]
impl StandardNumber for AnyNumber {
    fn from_number(number: u64) -> Option<Self> {
        Some(Self { number, overflow: Rc::default() })
    }
    fn to_number(&self) -> Option<u64> {
        Some(self.number)
    }
}

/// Implements the conversions of a generic setter. The smallest number takes the place of one that does not fit.
macro_rules! from_any_number {
    ($($type:ty: $smallest:expr;)*) => {
        $(#[diagnostic::do_not_recommend]
        impl From<AnyNumber> for $type {
            fn from(number: AnyNumber) -> Self {
                number.convert($smallest)
            }
        }

        #[diagnostic::do_not_recommend]
        impl From<AnyNumber> for Option<$type> {
            fn from(number: AnyNumber) -> Self {
                Some(number.convert($smallest))
            }
        })*
    };
}

macro_rules! integers {
    ($($type:ty)*) => {
        $(#[diagnostic::do_not_recommend]
        impl StandardNumber for $type {
            fn from_number(number: u64) -> Option<Self> {
                Self::try_from(number).ok()
            }
            fn to_number(&self) -> Option<u64> {
                u64::try_from(*self).ok()
            }
        }

        #[diagnostic::do_not_recommend]
        impl StandardNumber for NonZero<$type> {
            fn from_number(number: u64) -> Option<Self> {
                Self::new(number.try_into().ok()?)
            }
            fn to_number(&self) -> Option<u64> {
                self.get().to_number()
            }
        }

        from_any_number!($type: <$type>::MIN; NonZero<$type>: NonZero::<$type>::MIN;);)*
    };
}

integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

from_any_number!(String: String::new(););

/// A number may be a string, such as CloudFront's `MaxItems`.
#[diagnostic::do_not_recommend]
impl StandardNumber for String {
    fn from_number(number: u64) -> Option<Self> {
        Some(number.to_string())
    }
    fn to_number(&self) -> Option<u64> {
        self.parse().ok()
    }
}

#[diagnostic::do_not_recommend]
impl<N: StandardNumber> StandardNumber for Option<N> {
    fn from_number(number: u64) -> Option<Self> {
        N::from_number(number).map(Some)
    }
    fn to_number(&self) -> Option<u64> {
        self.as_ref().and_then(N::to_number)
    }
}

#[diagnostic::do_not_recommend]
impl<N: StandardNumber> StandardNumber for Box<N> {
    fn from_number(number: u64) -> Option<Self> {
        N::from_number(number).map(Box::new)
    }
    fn to_number(&self) -> Option<u64> {
        N::to_number(self)
    }
}

impl<N: StandardNumber> NumberField<'_, N> {
    /// Writes a number. Returns `None` if it does not fit, or if the field is absent.
    pub fn write_request_number(&mut self, number: u64) -> Option<()> {
        self.set(N::from_number(number))
    }

    /// Returns the number of the caller: `None` if the field is absent, cannot be read as a `u64`, or is 0 and not an `Option`.
    pub fn caller_number(&self) -> Option<u64> {
        match self.place.as_ref()? {
            NumberPlace::Optional(field) => field.as_ref()?.to_number(),
            NumberPlace::Plain(field) => field.to_number().filter(|number| *number != 0),
        }
    }
}

impl<N: TryFrom<usize>> UsizeField<'_, N> {
    pub fn write_request_number(&mut self, number: u64) -> Option<()> {
        self.set(usize::try_from(number).ok().and_then(|number| N::try_from(number).ok()))
    }
}

impl<N: From<u32>> U32Field<'_, N> {
    pub fn write_request_number(&mut self, number: u64) -> Option<()> {
        self.set(u32::try_from(number).ok().map(N::from))
    }
}

impl<N: From<i32>> I32Field<'_, N> {
    pub fn write_request_number(&mut self, number: u64) -> Option<()> {
        self.set(i32::try_from(number).ok().map(N::from))
    }
}

impl<N> LastNumberField<'_, N> {
    /// Writes a number. The bound reports a field that cannot hold one.
    pub fn write_request_number(&mut self, number: u64) -> Option<()>
    where
        Self: HoldsNumber<N>,
    {
        self.set(Self::from_number(number))
    }

    /// Returns `None`, because the number in a newtype cannot be read.
    pub fn caller_number(&self) -> Option<u64> {
        None
    }

    /// Returns the number in a page. This is the only method of this name in the chain, so its bound reports any type that is not
    /// a standard one.
    pub fn read_number(&self) -> Option<u64>
    where
        N: StandardNumber,
    {
        match self.place.as_ref()? {
            NumberPlace::Optional(field) => field.as_ref()?.to_number(),
            NumberPlace::Plain(field) => field.to_number(),
        }
    }
}

/// The bound of the last choice: a type with `From<String>`. Its message reports each type that fits no choice.
#[diagnostic::on_unimplemented(
    message = "`{N}` cannot hold a page number, an offset, or a page size",
    label = "this is a `{N}`",
    note = "the field is an integer, a `String`, or a type that has `TryFrom<usize>`, `From<u32>`, `From<i32>` or `From<String>`",
    note = "for another type, write a closure: `|request, number| …`"
)]
pub(crate) trait HoldsNumber<N> {
    /// Converts a number.
    fn from_number(number: u64) -> Option<N>;
}

#[diagnostic::do_not_recommend]
impl<N: From<String>> HoldsNumber<N> for LastNumberField<'_, N> {
    fn from_number(number: u64) -> Option<N> {
        Some(number.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct FromU32(u32);
    impl From<u32> for FromU32 {
        fn from(number: u32) -> Self {
            Self(number)
        }
    }

    struct FromI32(i32);
    impl From<i32> for FromI32 {
        fn from(number: i32) -> Self {
            Self(number)
        }
    }

    struct FromText(String);
    impl From<String> for FromText {
        fn from(text: String) -> Self {
            Self(text)
        }
    }

    /// Returns the field after a number was written to it, if the number fits.
    macro_rules! written {
        ($type:ty, $number:expr) => {{
            let mut field: Option<$type> = None;
            NumberField::optional(&mut field).write_request_number($number);
            field
        }};
    }

    #[test]
    fn a_number_that_does_not_fit_is_not_written() {
        assert_eq!((written!(u8, 255), written!(u8, 256)), (Some(255), None));
        assert_eq!(written!(i32, u64::MAX), None);
        assert_eq!(written!(i64, 50), Some(50));
        assert_eq!((written!(NonZero<u32>, 0), written!(NonZero<u32>, 5)), (None, NonZero::new(5)));
        let mut field = 7_u8;
        assert_eq!(NumberField::new(Some(NumberPlace::Plain(&mut field))).write_request_number(256), None);
        assert_eq!(field, 7);
    }

    #[test]
    fn a_number_may_be_a_string_or_a_newtype() {
        assert_eq!(written!(String, 7).as_deref(), Some("7"));
        assert_eq!(written!(FromU32, 7).map(|number| number.0), Some(7));
        assert!(written!(FromU32, 1 << 40).is_none());
        assert_eq!(written!(FromI32, 7).map(|number| number.0), Some(7));
        assert_eq!(written!(FromText, 7).map(|text| text.0).as_deref(), Some("7"));
    }
}
