//! [`choices!`]: how generated code calls the method that fits a type that the macro does not know.
//!
//! The macro writes `field(&mut page.next_token).field_value()`, without knowing whether the field is an `Option`. The value
//! `field(…)` is the start of a chain of types, each of which dereferences to the next one:
//!
//! - Each type but the last is a *choice*. It has methods for some types only, because its impls have bounds. The compiler skips a
//!   method if a bound of its impl is not satisfied, and continues with the next type of the chain.
//! - The last type has the methods for all other types. Its impl has no bounds. If no other type is valid, the method has a bound,
//!   whose message reports the type.
//!
//! So the methods are tried in the order of the chain. There is no other rule.
//!
//! Two impls for the same type never have a method of the same name. For a field that does not exist, the compiler would
//! report a second error, that both methods apply.
//!
//! A method that is found by a `Deref` cannot take `self`. The last type stores a value that a method moves out in an `Option`.

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
