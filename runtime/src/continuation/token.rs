//! `input_token` and `output_token`: each page has the token of the next one.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Codec, Continuation};
#[cfg(feature = "resume")]
use crate::resume::{Encoder, StoredTokens};

/// A token of an operation.
pub struct Token<R, O, V> {
    /// The wire name of the request's field.
    pub(crate) name: &'static str,
    /// The places where a page may have the next token, in the order in which they are tried.
    pub(crate) output: OutputToken<O, V>,
    pub(crate) alternatives: Vec<OutputToken<O, V>>,
    /// Replaces the token in a request, and returns the one before.
    pub(crate) replace: fn(&mut R, Option<V>) -> Option<V>,
    /// Whether `replace` can return the token. It cannot if the request is a builder.
    pub(crate) is_readable: bool,
    pub(crate) codec: Codec<V>,
}

/// A place where a page has the next token.
pub(crate) struct OutputToken<O, V> {
    pub(crate) read: fn(&mut O) -> Option<&mut V>,
    /// Whether the token is a key of an item, which is never empty: `0` is a key like others.
    pub(crate) is_item_key: bool,
}

impl<R, O, V> Token<R, O, V> {
    pub(crate) fn new(
        name: &'static str,
        read: fn(&mut O) -> Option<&mut V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        is_readable: bool,
        codec: Codec<V>,
    ) -> Self {
        let output = OutputToken { read, is_item_key: false };
        Self { name, output, alternatives: Vec::new(), replace, is_readable, codec }
    }

    fn read(&self, page: &mut O, output: &OutputToken<O, V>) -> Option<V> {
        let token = (output.read)(page)?;
        let is_present = output.is_item_key || !(self.codec.is_empty)(token);
        is_present.then(|| (self.codec.clone)(token))
    }
}

/// A token, and the tokens before it. The list continues while the page has any of them.
impl<R, O, V, Rest: Continuation<R, O>> Continuation<R, O> for (Rest, Token<R, O, V>) {
    type Position = (Option<Rest::Position>, Option<V>);

    fn initial(&self, request: &mut R) -> Option<Self::Position> {
        let (rest, token) = self;
        let initial = if token.is_readable { (token.replace)(request, None) } else { None };
        if let Some(initial) = &initial {
            (token.replace)(request, Some((token.codec.clone)(initial)));
        }
        any((rest.initial(request), initial))
    }

    fn apply(&self, request: &mut R, position: Option<&Self::Position>) -> bool {
        let (rest, token) = self;
        let value = position.and_then(|position| position.1.as_ref());
        (token.replace)(request, value.map(token.codec.clone));
        rest.apply(request, position.and_then(|position| position.0.as_ref()))
    }

    fn reset(&self, request: &mut R) {
        let (rest, token) = self;
        rest.reset(request);
        if token.is_readable {
            (token.replace)(request, None);
        }
    }

    fn next(&self, page: &mut O, current: Option<&Self::Position>, received: usize) -> Option<Self::Position> {
        let (rest, token) = self;
        let mut next = token.read(page, &token.output);
        for alternative in &token.alternatives {
            next = next.or_else(|| token.read(page, alternative));
        }
        any((rest.next(page, current.and_then(|current| current.0.as_ref()), received), next))
    }

    fn is_same(&self, position: &Self::Position, earlier: &Self::Position) -> bool {
        let (rest, token) = self;
        is_same(&position.1, &earlier.1, token.codec.is_same)
            && is_same(&position.0, &earlier.0, |position, earlier| rest.is_same(position, earlier))
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        self.0.add_names(names);
        names.push(self.1.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&Self::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        let (rest, token) = self;
        rest.encode(position.and_then(|position| position.0.as_ref()), encoder)?;
        match position.and_then(|position| position.1.as_ref()) {
            None => encoder.write_unset_token(token.name),
            Some(value) => encoder.write_token(token.name, |to| (token.codec.encode)(value, to))?,
        }
        Ok(())
    }

    #[cfg(feature = "resume")]
    fn decode(&self, values: &mut StoredTokens) -> Result<Option<Self::Position>, &'static str> {
        let (rest, token) = self;
        let rest = rest.decode(values)?;
        let value = decode_value(values, token.name, token.codec.decode)?;
        Ok(any((rest, value)))
    }
}

/// Reads the next token. It is compiled once for each type of tokens.
#[cfg(feature = "resume")]
#[inline(never)]
fn decode_value<V>(
    values: &mut StoredTokens,
    name: &'static str,
    decode: fn(serde_json::Value) -> Result<V, serde_json::Error>,
) -> Result<Option<V>, &'static str> {
    values.next().flatten().map(decode).transpose().map_err(|_| name)
}

/// Returns the position if any token of it is present.
fn any<A, B>(position: (Option<A>, Option<B>)) -> Option<(Option<A>, Option<B>)> {
    (position.0.is_some() || position.1.is_some()).then_some(position)
}

fn is_same<T>(one: &Option<T>, other: &Option<T>, is_same: impl FnOnce(&T, &T) -> bool) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// The type of a request's token, which takes a page's token of the type `V`.
///
/// A bound on the request's type is checked when both types are known. A bound on the page's type would let the compiler
/// infer one from the other, and report a mismatch in words of its own.
#[diagnostic::on_unimplemented(
    message = "the page's token is a `{V}`, which does not fit into the request's `{Self}`",
    label = "the request has a `{Self}` here, and the page a `{V}`",
    note = "both must have the same type, in an `Option` or not; name another field by `output_token`, or change one of the types"
)]
pub trait RequestToken<V> {
    /// Converts a page's token.
    fn from_token(token: V) -> Self;
    /// Converts the token back.
    fn into_token(self) -> V;
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<V> for V {
    fn from_token(token: V) -> V {
        token
    }
    fn into_token(self) -> V {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<V> for Box<V> {
    fn from_token(token: V) -> Self {
        Box::new(token)
    }
    fn into_token(self) -> V {
        *self
    }
}

#[diagnostic::do_not_recommend]
impl<V> RequestToken<Box<V>> for V {
    fn from_token(token: Box<V>) -> V {
        *token
    }
    fn into_token(self) -> Box<V> {
        Box::new(self)
    }
}
