//! `input_token` and `output_token`: each page has the token of the next one.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::codec::{Codec, Emptiness};
use super::{Continuation, HasPosition, NextPosition, Received};
#[cfg(feature = "resume")]
use crate::resume::{Encoder, StoredPosition};

/// The description of a token: where it is in the page and in the request.
pub struct Token<R, O, V> {
    /// The wire name of the request's field.
    pub(crate) name: &'static str,
    /// The place where a page has the next token.
    pub(crate) output: OutputToken<O, V>,
    /// Other places, which are tried in this order if the first one has none.
    pub(crate) alternatives: Vec<OutputToken<O, V>>,
    /// Replaces the token in a request, and returns the previous one.
    pub(crate) replace: fn(&mut R, Option<V>) -> Option<V>,
    /// True if `replace` can return the previous token. It cannot if the request is a builder, or if a closure writes the token.
    pub(crate) is_readable: bool,
    /// True if the token is carried from page to page (`carried_token`), and does not mean that there is another page.
    pub(crate) is_carried: bool,
    pub(crate) codec: Codec<V>,
}

/// A place where a page has the next token.
pub(crate) struct OutputToken<O, V> {
    pub(crate) read: TokenReader<O, V>,
    /// True if every value is a token, also `0` or the empty string. It is true if the token is a field of an item, and if the
    /// option `empty_token = "follow"` is set.
    pub(crate) is_never_empty: bool,
}

/// The function that reads a token from a page.
pub(crate) enum TokenReader<O, V> {
    Field(fn(&mut O) -> Option<&mut V>),
    Closure(fn(&O) -> Option<V>),
}

impl<R, O, V> Token<R, O, V> {
    pub(crate) fn new(
        name: &'static str,
        read: TokenReader<O, V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        codec: Codec<V>,
    ) -> Self {
        let output = OutputToken { read, is_never_empty: false };
        Self { name, output, alternatives: Vec::new(), replace, is_readable: true, is_carried: false, codec }
    }

    /// Returns the next token of a page, if it has one that is not empty.
    #[inline]
    pub(super) fn read_next(&self, page: &mut O) -> Option<V> {
        let Codec { clone, emptiness, .. } = self.codec;
        let mut output = &self.output;
        let mut alternatives = self.alternatives.iter();
        loop {
            // In a field, each empty value means "no token": the empty string, and also `0`, `false`, or an empty list.
            let is_field_token = |token: &V| output.is_never_empty || emptiness(token) == Emptiness::NotEmpty;
            // A closure decides by itself which values are tokens, and returns `None` for others. Only the empty string is treated
            // as `None` too.
            let is_closure_token = |token: &V| output.is_never_empty || emptiness(token) != Emptiness::EmptyString;
            let next = match output.read {
                TokenReader::Field(read) => read(page).filter(|token| is_field_token(token)).map(|token| clone(token)),
                TokenReader::Closure(read) => read(page).filter(is_closure_token),
            };
            if next.is_some() {
                return next;
            }
            output = alternatives.next()?;
        }
    }

    #[cfg(feature = "resume")]
    pub(super) fn encode(&self, token: Option<&V>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        match token {
            None => encoder.write_unset_token(self.name),
            Some(token) => encoder.write_token(self.name, |to| (self.codec.encode)(token, to))?,
        }
        Ok(())
    }

    #[inline]
    #[cfg(feature = "resume")]
    pub(super) fn decode(&self, stored: &mut StoredPosition) -> Result<Option<V>, &'static str> {
        stored.next_token().map(self.codec.decode).transpose().map_err(|_| self.name)
    }
}

/// The tokens of an operation: a [`TokenList`].
pub struct Tokens<L>(pub(crate) L);

/// A list of tokens: `(Rest, Token)`, which ends with `()`.
///
/// Its position is an `Option` for each token.
#[cfg_attr(not(feature = "resume"), allow(dead_code, reason = "resume tokens use every item"))]
pub(crate) trait TokenList<R, O>: HasPosition {
    /// Returns the tokens in a request, if they can be read.
    fn initial(&self, request: &mut R) -> Self::Position;

    /// Puts the tokens into a request. Absent tokens are cleared, except for carried ones.
    fn write(&self, request: &mut R, values: &Self::Position);

    /// Clears the tokens that can be read. Others are kept, because they may be the caller's own.
    fn reset(&self, request: &mut R);

    /// Reads the next tokens from a page. Carried tokens keep their value if the page has none.
    fn next(&self, page: &mut O, current: Option<&Self::Position>) -> Self::Position;

    /// Returns whether all tokens are carried, so that no token decides whether there is another page.
    fn all_are_carried(&self) -> bool;

    /// Returns which tokens have a value.
    fn presence(&self, values: &Self::Position) -> Presence;

    /// Returns whether the tokens that are not carried are the same.
    fn is_same(&self, values: &Self::Position, earlier: &Self::Position) -> bool;

    /// Adds the wire names of the tokens.
    fn add_names(&self, names: &mut Vec<&'static str>);

    /// Writes the tokens into a resume token.
    ///
    /// # Errors
    ///
    /// The error of a token's own `Serialize`.
    #[cfg(feature = "resume")]
    fn encode(&self, values: Option<&Self::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error>;

    /// Reads the tokens from a resume token.
    ///
    /// # Errors
    ///
    /// The wire name of the token that is not of its type.
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut StoredPosition) -> Result<Self::Position, &'static str>;
}

/// The tokens of a list that have a value.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Presence {
    /// True if any token has a value.
    any: bool,
    /// True if any token that is not carried has a value.
    any_not_carried: bool,
}

impl<R, O> TokenList<R, O> for () {
    fn initial(&self, _: &mut R) {}
    fn write(&self, _: &mut R, (): &()) {}
    fn reset(&self, _: &mut R) {}
    fn next(&self, _: &mut O, _: Option<&()>) {}
    fn all_are_carried(&self) -> bool {
        true
    }
    fn presence(&self, (): &()) -> Presence {
        Presence::default()
    }
    fn is_same(&self, (): &(), (): &()) -> bool {
        true
    }
    fn add_names(&self, _: &mut Vec<&'static str>) {}
    #[cfg(feature = "resume")]
    fn encode(&self, _: Option<&()>, _: &mut Encoder) -> Result<(), serde_json::Error> {
        Ok(())
    }
    #[cfg(feature = "resume")]
    fn decode(&self, _: &mut StoredPosition) -> Result<(), &'static str> {
        Ok(())
    }
}

impl<R, O, V, Rest: HasPosition> HasPosition for (Rest, Token<R, O, V>) {
    type Position = (Rest::Position, Option<V>);
}

impl<R, O, V, Rest: TokenList<R, O>> TokenList<R, O> for (Rest, Token<R, O, V>) {
    #[inline]
    fn initial(&self, request: &mut R) -> Self::Position {
        let (rest, token) = self;
        // The token can only be read by replacing it, so it is put back.
        let initial = if token.is_readable { (token.replace)(request, None) } else { None };
        if let Some(initial) = &initial {
            (token.replace)(request, Some((token.codec.clone)(initial)));
        }
        (rest.initial(request), initial)
    }

    fn write(&self, request: &mut R, (rest_values, value): &Self::Position) {
        let (rest, token) = self;
        rest.write(request, rest_values);
        // The caller's request may hold a carried token that no page had.
        if value.is_some() || !token.is_carried {
            (token.replace)(request, value.as_ref().map(token.codec.clone));
        }
    }

    fn reset(&self, request: &mut R) {
        let (rest, token) = self;
        rest.reset(request);
        if token.is_readable {
            (token.replace)(request, None);
        }
    }

    #[inline]
    fn next(&self, page: &mut O, current: Option<&Self::Position>) -> Self::Position {
        let (rest, token) = self;
        let mut next = token.read_next(page);
        if next.is_none() && token.is_carried {
            next = current.and_then(|values| values.1.as_ref()).map(token.codec.clone);
        }
        (rest.next(page, current.map(|values| &values.0)), next)
    }

    fn all_are_carried(&self) -> bool {
        self.0.all_are_carried() && self.1.is_carried
    }

    fn presence(&self, values: &Self::Position) -> Presence {
        let (rest, token) = self;
        let (rest, is_present) = (rest.presence(&values.0), values.1.is_some());
        Presence {
            any: rest.any || is_present,
            any_not_carried: rest.any_not_carried || is_present && !token.is_carried,
        }
    }

    fn is_same(&self, values: &Self::Position, earlier: &Self::Position) -> bool {
        let (rest, token) = self;
        let is_token_same = match (&values.1, &earlier.1) {
            _ if token.is_carried => true,
            (Some(token_value), Some(earlier)) => (token.codec.is_same)(token_value, earlier),
            (None, None) => true,
            _ => false,
        };
        is_token_same && rest.is_same(&values.0, &earlier.0)
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        self.0.add_names(names);
        names.push(self.1.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, values: Option<&Self::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        self.0.encode(values.map(|values| &values.0), encoder)?;
        self.1.encode(values.and_then(|values| values.1.as_ref()), encoder)
    }

    #[inline]
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut StoredPosition) -> Result<Self::Position, &'static str> {
        Ok((self.0.decode(stored)?, self.1.decode(stored)?))
    }
}

impl<L: HasPosition> HasPosition for Tokens<L> {
    type Position = L::Position;
}

/// The list continues while a page has any token that is not carried. If all tokens are carried, `more_results` or `end_on`
/// decides.
impl<R, O, L: TokenList<R, O>> Continuation<R, O> for Tokens<L> {
    #[inline]
    fn initial(&self, request: &mut R) -> Option<L::Position> {
        let values = self.0.initial(request);
        self.0.presence(&values).any.then_some(values)
    }

    /// A position of which only carried tokens have a value is that of the first page: the caller put them into the request. If all
    /// tokens are carried, such a position may also be that of a later page, so it does not count as the first one.
    fn is_first(&self, position: Option<&L::Position>) -> bool {
        position.is_none_or(|values| !self.0.presence(values).any_not_carried && !self.0.all_are_carried())
    }

    fn write(&self, request: &mut R, position: &L::Position) -> bool {
        self.0.write(request, position);
        true
    }

    fn reset(&self, request: &mut R) {
        self.0.reset(request);
    }

    #[inline]
    fn next(&self, page: &mut O, received: Received<'_, L::Position>) -> NextPosition<L::Position> {
        let values = self.0.next(page, received.position);
        if self.0.presence(&values).any_not_carried || self.0.all_are_carried() {
            NextPosition::At(values)
        } else {
            NextPosition::End
        }
    }

    fn is_same(&self, position: &L::Position, earlier: &L::Position) -> bool {
        !self.0.all_are_carried() && self.0.is_same(position, earlier)
    }

    fn absent_flag(&self) -> Option<bool> {
        self.0.all_are_carried().then_some(false)
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        self.0.add_names(names);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&L::Position>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        self.0.encode(position, encoder)
    }

    #[inline]
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut StoredPosition) -> Result<Option<L::Position>, &'static str> {
        let values = self.0.decode(stored)?;
        Ok(self.0.presence(&values).any.then_some(values))
    }
}

/// The type of a request's token, which takes a page's token of the type `V`.
///
/// A bound on the request's type is checked when both types are known. A bound on the page's type would let the compiler
/// infer one from the other, and report a mismatch in words of its own.
#[diagnostic::on_unimplemented(
    message = "the page's token is a `{V}`, which does not fit into the request's `{Self}`",
    label = "the request's token is a `{Self}`, and the page's is a `{V}`",
    note = "both must have the same type, in an `Option` or not; name another field by `output_token`, or change one of the types"
)]
pub(crate) trait RequestToken<V> {
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

#[cfg(test)]
mod tests;
