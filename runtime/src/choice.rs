//! [`Choice`]: how generated code calls the method that fits a type that the macro does not know.
//!
//! The macro writes `field(&mut page.next_token).field_value()`, without knowing whether the field is an `Option`. Each
//! value such as `field(…)` is a chain of types. Each type of the chain dereferences to the next one:
//!
//! - A [`Choice`] has methods for some types only, because its impls have bounds. The compiler skips a method if a bound of its
//!   impl is not satisfied, and looks for the method in the next type of the chain.
//! - The last type of a chain has the methods for all other types, without a bound on the impl. If no other type is valid, the method
//!   has a bound, whose message reports the type.
//!
//! So the order of the chain is the order in which the methods are tried. There is no other rule. Two methods of the same name
//! are never in two impls for the same type of the chain, because for a field that does not exist, the compiler would report
//! both as a second error.
//!
//! A method that is found behind a `Deref` cannot take `self`. If it has to move a value out, the last type has the value in an
//! `Option`.

use core::ops::{Deref, DerefMut};

/// A type with methods for some types only. For others, the methods of `Next` are called.
#[derive(Debug)]
pub struct Choice<Next> {
    next: Next,
}

impl<Next> Choice<Next> {
    /// Adds a choice before others.
    pub(crate) const fn before(next: Next) -> Self {
        Self { next }
    }
}

impl<Next> Deref for Choice<Next> {
    type Target = Next;
    fn deref(&self) -> &Next {
        &self.next
    }
}

impl<Next> DerefMut for Choice<Next> {
    fn deref_mut(&mut self) -> &mut Next {
        &mut self.next
    }
}
