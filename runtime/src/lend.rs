//! Parameters that are references, of which the paginator owns what they refer to.

use alloc::borrow::ToOwned;
use core::borrow::Borrow;

/// A parameter that a method borrows, and the paginator owns: `&T` or `Option<&T>`.
pub trait Lend {
    /// What the paginator owns.
    type Owned;
    /// What one call borrows of it.
    type Lent<'a>
    where
        Self: 'a;
    /// The parameter to be owned.
    fn own(self) -> Self::Owned;
    /// The parameter of one call.
    fn lend<'a>(owned: &'a Self::Owned) -> Self::Lent<'a>
    where
        Self: 'a;
}

impl<T: ToOwned + ?Sized> Lend for &T {
    type Owned = T::Owned;
    type Lent<'a>
        = &'a T
    where
        Self: 'a;
    fn own(self) -> T::Owned {
        self.to_owned()
    }
    fn lend<'a>(owned: &'a T::Owned) -> &'a T
    where
        Self: 'a,
    {
        owned.borrow()
    }
}

impl<T: ToOwned + ?Sized> Lend for Option<&T> {
    type Owned = Option<T::Owned>;
    type Lent<'a>
        = Option<&'a T>
    where
        Self: 'a;
    fn own(self) -> Option<T::Owned> {
        self.map(T::to_owned)
    }
    fn lend<'a>(owned: &'a Option<T::Owned>) -> Option<&'a T>
    where
        Self: 'a,
    {
        owned.as_ref().map(Borrow::borrow)
    }
}
