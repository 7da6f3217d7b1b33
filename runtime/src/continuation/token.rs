//! `input_token` and `output_token`: each page has the token of the next one.

use alloc::vec::Vec;

use super::token_type::{Emptiness, TokenFunctions};
use super::{Continuation, NoPosition, PageContext};
#[cfg(feature = "resume")]
use crate::resume::{DecodedToken, Encoder, StartingTokenError};

/// The keys of one token, which say where it is in the page and in the request, and the functions of its type `V`.
pub struct TokenKeys<R, O, V> {
    /// The name of the key in the request, as the attribute has it. A link has no key in the request, so it is the name of the
    /// key in the page. A closure has the name of its option, with a number from the second token on.
    pub(crate) name: &'static str,
    /// The place where a page has the next token.
    pub(crate) output: OutputToken<O, V>,
    /// Other places, which are tried in this order if the first one has none.
    pub(crate) alternatives: Vec<OutputToken<O, V>>,
    /// Replaces the token in a request, and returns the previous one. If the request's field is not an `Option`, its default means
    /// "no token".
    pub(crate) replace: fn(&mut R, Option<V>) -> Option<V>,
    /// True if `replace` can return the previous token. It cannot if the request is a builder, or if a closure writes the token.
    pub(crate) is_readable: bool,
    /// True if the token is carried from page to page (`carried_token`), and does not mean that there is another page.
    pub(crate) is_carried: bool,
    pub(crate) functions: TokenFunctions<V>,
}

/// A place where a page has the next token.
pub(crate) struct OutputToken<O, V> {
    pub(crate) read: TokenReader<O, V>,
    /// True if every value is a token, also `0` or the empty string. It is true if an `output_token` is an item or a field of
    /// one, and if the option `empty_token = "follow"` is set.
    pub(crate) any_value_is_token: bool,
}

/// The function that reads a token from a page.
pub enum TokenReader<O, V> {
    /// Returns a field.
    Field(fn(&mut O) -> Option<&mut V>),
    /// The user's closure.
    Closure(fn(&O) -> Option<V>),
}

impl<R, O, V> TokenKeys<R, O, V> {
    pub(crate) fn new(
        name: &'static str,
        read: TokenReader<O, V>,
        replace: fn(&mut R, Option<V>) -> Option<V>,
        functions: TokenFunctions<V>,
    ) -> Self {
        let output = OutputToken { read, any_value_is_token: false };
        Self { name, output, alternatives: Vec::new(), replace, is_readable: true, is_carried: false, functions }
    }

    /// Adds another place where a page may have the token.
    pub(crate) fn add_alternative(&mut self, read: fn(&mut O) -> Option<&mut V>) {
        self.alternatives.push(OutputToken { read: TokenReader::Field(read), any_value_is_token: false });
    }

    /// Returns the next token of a page, if it has one that is not empty.
    #[inline]
    pub(super) fn read_next(&self, page: &mut O) -> Option<V> {
        let TokenFunctions { clone, emptiness, .. } = self.functions;
        let mut output = &self.output;
        let mut alternatives = self.alternatives.iter();
        loop {
            // In a field, each empty value means "no token": the empty string, and also `0`, `false`, or an empty list.
            let is_field_token = |token: &V| output.any_value_is_token || emptiness(token) == Emptiness::NotEmpty;
            // A closure decides by itself which values are tokens, and returns `None` for others. Only the empty string is treated
            // as `None` too.
            let is_closure_token = |token: &V| output.any_value_is_token || emptiness(token) != Emptiness::EmptyString;
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

    /// Writes a token into a resume token.
    #[cfg(feature = "resume")]
    pub(super) fn encode_value(&self, token: Option<&V>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        match token {
            None => encoder.write_unset_token(self.name),
            Some(token) => encoder.write_token(self.name, |to| (self.functions.encode)(token, to))?,
        }
        Ok(())
    }

    /// Reads a token from a resume token.
    #[inline]
    #[cfg(feature = "resume")]
    pub(super) fn decode_value(&self, stored: &mut DecodedToken) -> Result<Option<V>, StartingTokenError> {
        let Some(value) = stored.take_value() else { return Ok(None) };
        let decode = self.functions.decode.ok_or(StartingTokenError::UnstoredTokens)?;
        decode(value).map(Some).map_err(|_| StartingTokenError::InvalidToken { key: self.name })
    }
}

/// The paging style of an operation with tokens. `T` is a [`TokenSet`].
pub struct Tokens<T>(pub(crate) T);

/// The keys of all tokens of an operation: one [`TokenKeys`], or [`MoreTokens`]. No implementation has a bound that relates two
/// type parameters: see [`StoredTypes`](crate::operation::StoredTypes).
#[cfg_attr(not(feature = "resume"), allow(dead_code, reason = "resume tokens use every item"))]
pub(crate) trait TokenSet {
    /// The request.
    type Request;

    /// The page.
    type Page;

    /// An `Option` for each token, such as `Option<V>` for one token. It is the type of known positions. If no token has a value, the
    /// position is `None`. It is `Some(None)` only for a carried token that cannot be read.
    type Values;

    /// The type of the last token.
    type Last;

    /// Returns the keys of the last token.
    fn last_token(&mut self) -> &mut TokenKeys<Self::Request, Self::Page, Self::Last>;

    /// Returns the tokens in a request, if they can be read.
    fn initial(&self, request: &mut Self::Request) -> Self::Values;

    /// Puts the tokens that have a value into a request. A token without a value is cleared, with two exceptions: a carried
    /// token, and, on the first page, a token that cannot be read, because it may be the caller's own. `is_first` returns
    /// whether it is the first page. It is a closure because few lists need it.
    fn write(&self, request: &mut Self::Request, values: &Self::Values, is_first: impl Fn() -> bool + Copy);

    /// Clears the tokens that can be read. Others are kept: see [`Continuation::reset`].
    fn reset(&self, request: &mut Self::Request);

    /// Reads the next tokens from a page. Carried tokens keep their value if the page has none.
    fn next(&self, page: &mut Self::Page, current: Option<&Self::Values>) -> Self::Values;

    /// Returns whether the only token is carried, so that no token decides whether there is another page.
    fn has_only_carried_token(&self) -> bool;

    /// Returns whether all tokens in a request can be read. This matters only if the only token is carried.
    fn is_readable(&self) -> bool;

    /// Returns which tokens have a value.
    fn present_tokens(&self, values: &Self::Values) -> PresentTokens;

    /// Returns whether the tokens, apart from carried ones, are those of a page after the first one. An empty string does not
    /// count, unless every value is a token: a caller may send it with the first request.
    fn is_later_page(&self, values: &Self::Values) -> bool;

    /// Returns whether the tokens that are not carried are the same.
    fn is_same(&self, values: &Self::Values, earlier: &Self::Values) -> bool;

    /// Adds the names of the tokens' keys.
    fn add_names(&self, names: &mut Vec<&'static str>);

    /// Writes the tokens into a resume token.
    ///
    /// # Errors
    ///
    /// The error of a token's own `Serialize`.
    #[cfg(feature = "resume")]
    fn encode(&self, values: Option<&Self::Values>, encoder: &mut Encoder) -> Result<(), serde_json::Error>;

    /// Reads the tokens from a resume token.
    ///
    /// # Errors
    ///
    /// The reason why a token cannot be read, such as a token that is not of its type.
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Self::Values, StartingTokenError>;
}

/// The tokens of a list that have a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PresentTokens {
    /// True if any token has a value.
    any: bool,
    /// True if any token that is not carried has a value.
    any_not_carried: bool,
}

impl<R, O, V> TokenSet for TokenKeys<R, O, V> {
    type Request = R;
    type Page = O;
    type Values = Option<V>;
    type Last = V;

    fn last_token(&mut self) -> &mut Self {
        self
    }

    #[inline]
    fn initial(&self, request: &mut R) -> Option<V> {
        if !self.is_readable {
            return None;
        }
        // A token can only be read by replacing it. The second call returns what the first one has left in the field. If the field
        // is not an `Option`, that is a default, which is not a token. The third call puts the token back.
        let initial = (self.replace)(request, None)?;
        if (self.replace)(request, None).is_some_and(|default| (self.functions.is_same)(&initial, &default)) {
            return None;
        }
        (self.replace)(request, Some((self.functions.clone)(&initial)));
        Some(initial)
    }

    #[inline]
    fn write(&self, request: &mut R, value: &Option<V>, is_first: impl Fn() -> bool + Copy) {
        // The caller's request may hold a carried token that no page had.
        if value.is_some() || !self.is_carried && (self.is_readable || !is_first()) {
            (self.replace)(request, value.as_ref().map(self.functions.clone));
        }
    }

    fn reset(&self, request: &mut R) {
        if self.is_readable {
            (self.replace)(request, None);
        }
    }

    #[inline]
    fn next(&self, page: &mut O, current: Option<&Option<V>>) -> Option<V> {
        let mut next = self.read_next(page);
        if next.is_none() && self.is_carried {
            next = current.and_then(Option::as_ref).map(self.functions.clone);
        }
        next
    }

    fn has_only_carried_token(&self) -> bool {
        self.is_carried
    }

    fn is_readable(&self) -> bool {
        self.is_readable
    }

    fn present_tokens(&self, value: &Option<V>) -> PresentTokens {
        PresentTokens { any: value.is_some(), any_not_carried: value.is_some() && !self.is_carried }
    }

    #[inline]
    fn is_later_page(&self, value: &Option<V>) -> bool {
        let any_value_is_token =
            self.output.any_value_is_token || self.alternatives.iter().any(|output| output.any_value_is_token);
        let is_empty = |value| !any_value_is_token && (self.functions.emptiness)(value) == Emptiness::EmptyString;
        !self.is_carried && value.as_ref().is_some_and(|value| !is_empty(value))
    }

    fn is_same(&self, value: &Option<V>, earlier: &Option<V>) -> bool {
        match (value, earlier) {
            _ if self.is_carried => true,
            (Some(value), Some(earlier)) => (self.functions.is_same)(value, earlier),
            (None, None) => true,
            _ => false,
        }
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        names.push(self.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, value: Option<&Option<V>>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        self.encode_value(value.and_then(Option::as_ref), encoder)
    }

    #[inline]
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<V>, StartingTokenError> {
        self.decode_value(stored)
    }
}

/// The keys of the tokens `before`, and of another token.
pub struct MoreTokens<T: TokenSet, V> {
    pub(crate) before: T,
    pub(crate) last: TokenKeys<T::Request, T::Page, V>,
}

impl<T: TokenSet, V> TokenSet for MoreTokens<T, V> {
    type Request = T::Request;
    type Page = T::Page;
    type Values = (T::Values, Option<V>);
    type Last = V;

    fn last_token(&mut self) -> &mut TokenKeys<T::Request, T::Page, V> {
        &mut self.last
    }

    #[inline]
    fn initial(&self, request: &mut T::Request) -> Self::Values {
        (self.before.initial(request), self.last.initial(request))
    }

    fn write(&self, request: &mut T::Request, (before, last): &Self::Values, is_first: impl Fn() -> bool + Copy) {
        self.before.write(request, before, is_first);
        self.last.write(request, last, is_first);
    }

    fn reset(&self, request: &mut T::Request) {
        self.before.reset(request);
        self.last.reset(request);
    }

    #[inline]
    fn next(&self, page: &mut T::Page, current: Option<&Self::Values>) -> Self::Values {
        let (before, last) = current.map(|(before, last)| (before, last)).unzip();
        (self.before.next(page, before), self.last.next(page, last))
    }

    /// Returns `false`, because `carried_token` names one token.
    fn has_only_carried_token(&self) -> bool {
        false
    }

    fn is_readable(&self) -> bool {
        self.before.is_readable() && self.last.is_readable
    }

    fn present_tokens(&self, (before, last): &Self::Values) -> PresentTokens {
        let (before, last) = (self.before.present_tokens(before), self.last.present_tokens(last));
        PresentTokens { any: before.any || last.any, any_not_carried: before.any_not_carried || last.any_not_carried }
    }

    #[inline]
    fn is_later_page(&self, (before, last): &Self::Values) -> bool {
        self.before.is_later_page(before) || self.last.is_later_page(last)
    }

    fn is_same(&self, values: &Self::Values, earlier: &Self::Values) -> bool {
        self.before.is_same(&values.0, &earlier.0) && self.last.is_same(&values.1, &earlier.1)
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        self.before.add_names(names);
        self.last.add_names(names);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, values: Option<&Self::Values>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        let (before, last) = values.map(|(before, last)| (before, last)).unzip();
        self.before.encode(before, encoder)?;
        self.last.encode(last, encoder)
    }

    #[inline]
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Self::Values, StartingTokenError> {
        Ok((self.before.decode(stored)?, self.last.decode(stored)?))
    }
}

/// The list continues while a page has any token that is not carried. If the only token is carried, `more_results` or
/// `end_on` decides.
impl<T: TokenSet> Continuation for Tokens<T> {
    type Request = T::Request;
    type Page = T::Page;
    type Position = T::Values;

    #[inline]
    fn initial(&self, request: &mut T::Request) -> Option<T::Values> {
        let values = self.0.initial(request);
        self.0.present_tokens(&values).any.then_some(values)
    }

    /// Besides `None`, a position is that of the first page if each token is absent, carried, or an empty string that is not a
    /// token. (The token 0 is that of a later page, because it may be the id of an item.) If the only token is carried, each page
    /// has such a position, so none counts as the first one.
    #[inline]
    fn is_first(&self, position: Option<&T::Values>) -> bool {
        position.is_none_or(|values| !self.0.is_later_page(values) && !self.0.has_only_carried_token())
    }

    #[inline]
    fn write(&self, request: &mut T::Request, position: Option<&T::Values>) -> bool {
        if let Some(values) = position {
            self.0.write(request, values, || self.is_first(position));
        }
        true
    }

    fn reset(&self, request: &mut T::Request) {
        self.0.reset(request);
    }

    #[inline]
    fn next(&self, page: &mut T::Page, context: PageContext<'_, T::Values>) -> Result<Option<T::Values>, NoPosition> {
        let values = self.0.next(page, context.position);
        let present = self.0.present_tokens(&values);
        // A carried token that cannot be read may be in the caller's request, although no page has had one.
        let is_carried = self.0.has_only_carried_token() && (present.any || !self.0.is_readable());
        Ok((present.any_not_carried || is_carried).then_some(values))
    }

    fn is_same(&self, position: &T::Values, earlier: &T::Values) -> bool {
        !self.0.has_only_carried_token() && self.0.is_same(position, earlier)
    }

    fn has_only_carried_token(&self) -> bool {
        self.0.has_only_carried_token()
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        self.0.add_names(names);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&T::Values>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        self.0.encode(position, encoder)
    }

    #[inline]
    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<T::Values>, StartingTokenError> {
        let values = self.0.decode(stored)?;
        Ok(self.0.present_tokens(&values).any.then_some(values))
    }
}

#[cfg(test)]
mod tests;
