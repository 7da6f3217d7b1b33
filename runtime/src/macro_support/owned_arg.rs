//! Parameters that are references. The paginator owns the values that they refer to.

use alloc::borrow::ToOwned;
use core::borrow::Borrow;

/// A parameter that the method borrows and the paginator owns: `&T` or `Option<&T>`.
pub trait OwnedArg {
    /// The owned value.
    type Owned;
    /// The argument of one call.
    type Arg<'a>
    where
        Self: 'a;
    /// Converts the parameter into an owned value.
    fn into_owned_arg(self) -> Self::Owned;
    /// Returns the argument of one call.
    fn as_call_arg<'a>(owned: &'a Self::Owned) -> Self::Arg<'a>
    where
        Self: 'a;
}

impl<T: ToOwned + ?Sized> OwnedArg for &T {
    type Owned = T::Owned;
    type Arg<'a>
        = &'a T
    where
        Self: 'a;
    fn into_owned_arg(self) -> T::Owned {
        self.to_owned()
    }
    fn as_call_arg<'a>(owned: &'a T::Owned) -> &'a T
    where
        Self: 'a,
    {
        owned.borrow()
    }
}

impl<T: ToOwned + ?Sized> OwnedArg for Option<&T> {
    type Owned = Option<T::Owned>;
    type Arg<'a>
        = Option<&'a T>
    where
        Self: 'a;
    fn into_owned_arg(self) -> Option<T::Owned> {
        self.map(T::to_owned)
    }
    fn as_call_arg<'a>(owned: &'a Option<T::Owned>) -> Option<&'a T>
    where
        Self: 'a,
    {
        owned.as_ref().map(Borrow::borrow)
    }
}
