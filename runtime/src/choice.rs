//! [`choices!`]: how generated code calls the method that fits a type that the macro does not know.
//!
//! The macro writes `field(&mut page.next_token).field_value()`, and does not know whether the field is an `Option`. The value
//! `field(…)` is the first in a chain of values. Each value of the chain dereferences to the next one:
//!
//! - The type of each value but the last is a *choice*. Its methods exist for some types only, because its impls have bounds. The
//!   compiler ignores an impl whose bounds are not satisfied, and looks for the method in the next type of the chain.
//! - The last type has the methods for all other types. Its impl has no bounds. If no other type is valid, the method has
//!   a bound, whose message reports the type.
//!
//! So the compiler calls the first method in the order of the chain whose bounds are satisfied. There is no other rule.
//!
//! Only a method of the first type can take `self`, because the others are found by a `Deref`. The last type therefore stores its
//! value in an `Option`, and the other methods move the value out of it.
//!
//! Two impls for the same type never have a method of the same name. Otherwise, the compiler would report a second error for a
//! field that does not exist: both methods apply.

/// Declares choices: types that dereference to the next type of a chain.
macro_rules! choices {
    ($($(#[$attribute:meta])* pub struct $name:ident<$($param:tt),*> before $next:ty;)*) => {
        $(
            $(#[$attribute])*
            pub struct $name<$($param),*> {
                next: $next,
            }

            impl<$($param),*> ::core::ops::Deref for $name<$($param),*> {
                type Target = $next;
                fn deref(&self) -> &$next {
                    &self.next
                }
            }

            impl<$($param),*> ::core::ops::DerefMut for $name<$($param),*> {
                fn deref_mut(&mut self) -> &mut $next {
                    &mut self.next
                }
            }
        )*
    };
}

pub(crate) use choices;
