//! The user's closures that return a total, an echo, or a flag of a page, and those that put a value into a request. Those that
//! return a token or a link are in a `TokenReader`, and that of `result_key` is passed to `OperationBuilder::items`.
//!
//! They are `fn` pointers, so that the compiler knows the types of their parameters before it checks their bodies.

use super::setter::RequestBuilder;
use crate::description::FlagValue;
use crate::number::StandardNumber;

/// Calls a closure that returns a total or an echo.
pub fn number_with<O, T: ClosureReturn<u64>>(page: &O, read: fn(&O) -> T) -> Option<u64> {
    read(page).into_option()
}

/// Calls a closure that returns a flag.
pub fn flag_with<O, T: ClosureReturn<bool>>(page: &O, read: fn(&O) -> T) -> FlagValue {
    read(page).into_option().into()
}

/// A number or a flag that a closure returns: a `V`, or an `Option` of one.
///
/// `Option<V>` is the only `Option` that implements the trait, so that the compiler infers the type of `page.total.parse().ok()`.
#[diagnostic::on_unimplemented(
    message = "expected a closure that returns `{V}` or `Option<{V}>`, and it returns `{Self}`",
    label = "this closure returns `{Self}`",
    note = "a total or an echo is a `u64`: convert the number, as in `page.total.try_into().ok()`, or write the field without a closure: `\"total\"`",
    note = "a flag is a `bool`: return whether there is another page, as in `!page.is_last` or `page.next.is_some()`"
)]
pub(crate) trait ClosureReturn<V> {
    /// Returns the value, if there is one.
    fn into_option(self) -> Option<V>;
}

#[diagnostic::do_not_recommend]
impl<V> ClosureReturn<V> for V {
    fn into_option(self) -> Option<V> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl ClosureReturn<u64> for Option<u64> {
    fn into_option(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl ClosureReturn<bool> for Option<bool> {
    fn into_option(self) -> Self {
        self
    }
}

/// A token that a closure puts into a request.
///
/// There is only one implementation, so that the compiler infers the type of the page's token from the closure if
/// `output_token` is `|_| None`.
#[diagnostic::on_unimplemented(
    message = "the page's token is a `{V}`, and the closure takes a `{Self}`",
    label = "this closure takes a `{Self}`",
    note = "take a `{V}`, and convert it in the closure"
)]
pub(crate) trait ClosureToken<V> {
    /// Returns the token.
    fn from_token(token: V) -> Self;
}

#[diagnostic::do_not_recommend]
impl<V> ClosureToken<V> for V {
    fn from_token(token: V) -> V {
        token
    }
}

/// Puts a token into a request. Returns `None`, because the token before cannot be read. `V` is the page's token, or an `Option` of
/// it if there are several tokens, of which some may be absent. `W` is the type of the closure's parameter.
pub fn write_token<R, V, W: ClosureToken<V>, T>(request: &mut R, token: V, write: fn(&mut R, W)) -> Option<T> {
    write(request, W::from_token(token));
    None
}

/// [`write_token`] for a closure that does not name the type of its parameter. The compiler would not infer the type `W`.
pub fn write_inferred_token<R, V, T>(request: &mut R, token: V, write: fn(&mut R, V)) -> Option<T> {
    write_token(request, token, write)
}

/// Puts a number into a request; `None` if it does not fit into the type of the closure's parameter.
pub fn write_number<R, N: StandardNumber>(request: &mut R, number: u64, write: fn(&mut R, N)) -> Option<()> {
    write(request, N::from_number(number)?);
    Some(())
}

/// [`write_token`] for a builder, which the closure takes and returns.
pub fn build_with_token<B, V, W, T>(request: &mut RequestBuilder<B>, token: V, write: fn(B, W) -> B) -> Option<T>
where
    W: ClosureToken<V>,
{
    request.update(|builder| write(builder, W::from_token(token)));
    None
}

/// [`write_inferred_token`] for a builder.
pub fn build_with_inferred_token<B, V, T>(
    request: &mut RequestBuilder<B>,
    token: V,
    write: fn(B, V) -> B,
) -> Option<T> {
    build_with_token(request, token, write)
}

/// [`write_number`] for a builder.
pub fn build_with_number<B, N: StandardNumber>(
    request: &mut RequestBuilder<B>,
    number: u64,
    write: fn(B, N) -> B,
) -> Option<()> {
    let number = N::from_number(number)?;
    request.update(|builder| write(builder, number));
    Some(())
}
