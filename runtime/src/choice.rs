//! [`choices!`]: how generated code calls the method that fits a type that the macro does not know.
//!
//! The macro writes `field(&mut page.next_token).field_value()`, and does not know whether the field is an `Option`. The value
//! `field(…)` is the first in a chain of values, whose types are the *choices*. Each choice dereferences to the next one:
//!
//! - Several choices have a method of the same name. All of these methods but the last exist for some types only, because their
//!   impls are for certain types, or have bounds. The compiler ignores an impl that does not fit, and looks for the method in the
//!   next choice.
//! - The last of these methods is for all other types. It is usually a method of the last choice. Its impl has no bounds, or
//!   one that all of these types satisfy, so the compiler always finds it.
//! - If some of the types that a method is chosen for are invalid, the method itself has a bound, and the message of the bound
//!   reports the type. It is usually the last method.
//!
//! The compiler therefore calls the first method in the chain whose impl fits. This is the only rule.
//!
//! Only a method of the first choice can take `self`, because the others are found by a `Deref`. A last choice whose value must
//! be moved out therefore stores it in an `Option`.
//!
//! If a field does not exist, its type is unknown, and the compiler calls the method of the first choice that has a method of that
//! name. Therefore, only one impl of that choice has the method. With two impls, the compiler would report a second error, because
//! both methods could be meant.

/// Declares all choices of a chain but the last: types that dereference to the next choice.
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
