//! Closures that the user wrote: those that read a page, and those that put a value into a request.
//!
//! They are `fn` pointers, so that the compiler knows the types of their parameters before it checks their bodies.

use super::setter::RequestBuilder;

/// Calls a closure that reads a page.
pub fn call_with<O, T>(page: &O, read: fn(&O) -> T) -> T {
    read(page)
}

/// Puts a token, if there is one, into a request. Returns `None`, because the previous token cannot be read.
pub fn write_token<R, V, T>(request: &mut R, token: Option<V>, write: fn(&mut R, V) -> T) -> Option<V> {
    if let Some(token) = token {
        write(request, token);
    }
    None
}

/// Puts one of several tokens, which may be absent, into a request.
pub fn write_optional_token<R, V, T>(
    request: &mut R,
    token: Option<V>,
    write: fn(&mut R, Option<V>) -> T,
) -> Option<V> {
    write(request, token);
    None
}

/// Puts a number into a request; `None` if it does not fit into the closure's type.
pub fn write_number<R, N: TryFrom<u64>, T>(request: &mut R, number: u64, write: fn(&mut R, N) -> T) -> Option<()> {
    write(request, N::try_from(number).ok()?);
    Some(())
}

/// [`write_token`] for a builder, which the closure takes and returns.
pub fn build_with_token<B, V>(request: &mut RequestBuilder<B>, token: Option<V>, write: fn(B, V) -> B) -> Option<V> {
    if let Some(token) = token {
        request.update(|builder| write(builder, token));
    }
    None
}

/// [`write_optional_token`] for a builder.
pub fn build_with_optional_token<B, V>(
    request: &mut RequestBuilder<B>,
    token: Option<V>,
    write: fn(B, Option<V>) -> B,
) -> Option<V> {
    request.update(|builder| write(builder, token));
    None
}

/// [`write_number`] for a builder.
pub fn build_with_number<B, N: TryFrom<u64>>(
    request: &mut RequestBuilder<B>,
    number: u64,
    write: fn(B, N) -> B,
) -> Option<()> {
    let number = N::try_from(number).ok()?;
    request.update(|builder| write(builder, number));
    Some(())
}
