//! The tokens of an operation: a list of [`Token`]s, each with its place in the request and in the page.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::demands::{Boxed, Met, NotMet, Paging, Sends, then};
use crate::paging::at::At;
use crate::paging::token::TokenCodec;
use crate::resume::Encoder;

/// Where a token goes in the request: `Option<V>`, `V`, or a `Box` of these. Where only the page's is in a `Box` it must be
/// serde, for of another it could not be told whether it is empty.
#[diagnostic::on_unimplemented(
    message = "the page's token is `{V}`, which does not fit into the request's `{Self}`",
    label = "the request has `{Self}` here, and the page `{V}`",
    note = "both must have the same type, in an `Option` or not; name another field by `output_token`, or change one of the types"
)]
pub trait Slot<V, Is> {
    /// See [`demands`](crate::demands).
    type Then<T>;
    /// See [`demands`](crate::demands).
    fn then<T>(made: T) -> Self::Then<T>;
    /// Puts a value there.
    fn put(&mut self, value: V);
    /// Puts a value there, or nothing.
    fn set(&mut self, value: Option<V>)
    where
        Self: Default;
    /// What is there.
    fn current(&self) -> Option<V>
    where
        V: Clone;
    /// Takes what is there, and leaves nothing.
    fn take(&mut self) -> Option<V>
    where
        Self: Default;
}

#[diagnostic::do_not_recommend]
impl<V> Slot<V, Met> for Option<V> {
    then!();
    fn put(&mut self, value: V) {
        *self = Some(value);
    }
    fn set(&mut self, value: Option<V>) {
        *self = value;
    }
    fn current(&self) -> Option<V>
    where
        V: Clone,
    {
        self.clone()
    }
    fn take(&mut self) -> Option<V> {
        self.take()
    }
}

#[diagnostic::do_not_recommend]
impl<V> Slot<V, Met> for V {
    then!();
    fn put(&mut self, value: V) {
        *self = value;
    }
    fn set(&mut self, value: Option<V>)
    where
        V: Default,
    {
        *self = value.unwrap_or_default();
    }
    fn current(&self) -> Option<V>
    where
        V: Clone,
    {
        Some(self.clone())
    }
    fn take(&mut self) -> Option<V>
    where
        V: Default,
    {
        Some(mem::take(self))
    }
}

#[diagnostic::do_not_recommend]
impl<V: Default> Slot<V, Met> for Box<V> {
    then!();
    fn put(&mut self, value: V) {
        **self = value;
    }
    fn set(&mut self, value: Option<V>) {
        **self = value.unwrap_or_default();
    }
    fn current(&self) -> Option<V>
    where
        V: Clone,
    {
        Some((**self).clone())
    }
    fn take(&mut self) -> Option<V> {
        Some(mem::take(&mut **self))
    }
}

#[diagnostic::do_not_recommend]
impl<V> Slot<V, Met> for Option<Box<V>> {
    then!();
    fn put(&mut self, value: V) {
        *self = Some(Box::new(value));
    }
    fn set(&mut self, value: Option<V>) {
        *self = value.map(Box::new);
    }
    fn current(&self) -> Option<V>
    where
        V: Clone,
    {
        self.as_deref().cloned()
    }
    fn take(&mut self) -> Option<V> {
        self.take().map(|value| *value)
    }
}

#[diagnostic::do_not_recommend]
impl<V: Clone + Serialize + DeserializeOwned> Slot<Box<V>, Boxed> for Option<V> {
    then!();
    fn put(&mut self, value: Box<V>) {
        *self = Some(*value);
    }
    fn set(&mut self, value: Option<Box<V>>) {
        *self = value.map(|value| *value);
    }
    fn current(&self) -> Option<Box<V>> {
        self.clone().map(Box::new)
    }
    fn take(&mut self) -> Option<Box<V>> {
        self.take().map(Box::new)
    }
}

#[diagnostic::do_not_recommend]
impl<V: Clone + Serialize + DeserializeOwned> Slot<Box<V>, Boxed> for V {
    then!();
    fn put(&mut self, value: Box<V>) {
        *self = *value;
    }
    fn set(&mut self, value: Option<Box<V>>)
    where
        V: Default,
    {
        *self = value.map(|value| *value).unwrap_or_default();
    }
    fn current(&self) -> Option<Box<V>> {
        Some(Box::new(self.clone()))
    }
    fn take(&mut self) -> Option<Box<V>>
    where
        V: Default,
    {
        Some(Box::new(mem::take(self)))
    }
}

/// So that the token's type is the page's.
#[diagnostic::do_not_recommend]
impl<N> Slot<NotMet, NotMet> for N {
    then!();
    fn put(&mut self, _: NotMet) {}
    fn set(&mut self, _: Option<NotMet>) {}
    fn current(&self) -> Option<NotMet> {
        None
    }
    fn take(&mut self) -> Option<NotMet> {
        None
    }
}

/// What a builder's setter takes: `Option<V>` or `V`.
#[diagnostic::on_unimplemented(
    message = "the page's token is `{V}`, which the builder's setter does not take",
    label = "the setter takes `{Self}`, and the page has `{V}`",
    note = "a setter takes the token's type or an `Option` of it"
)]
pub trait Argument<V, Is>: Sized {
    /// See [`demands`](crate::demands).
    type Then<T>;
    /// See [`demands`](crate::demands).
    fn then<T>(made: T) -> Self::Then<T>;
    /// The argument that sets a value.
    fn some(value: V) -> Self;
    /// The argument that clears it, if there is one.
    fn none() -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<V> Argument<V, Met> for Option<V> {
    then!();
    fn some(value: V) -> Self {
        Some(value)
    }
    fn none() -> Option<Self> {
        Some(None)
    }
}

#[diagnostic::do_not_recommend]
impl<V> Argument<V, Met> for V {
    then!();
    fn some(value: V) -> Self {
        value
    }
    fn none() -> Option<Self> {
        None
    }
}

/// So that the token's type is the page's.
#[diagnostic::do_not_recommend]
impl<A> Argument<NotMet, NotMet> for A {
    then!();
    fn some(value: NotMet) -> Self {
        match value {}
    }
    fn none() -> Option<Self> {
        None
    }
}

/// A request that is set by methods which consume it.
#[derive(Clone, Debug)]
pub struct Builder<B>(Option<B>);

impl<B> Builder<B> {
    /// Wraps the builder.
    #[allow(clippy::new_ret_no_self, reason = "it is, where the builder is what it must be")]
    pub fn new<RequestIs>(builder: B) -> <Paging as Sends<B, RequestIs>>::Then<Self>
    where
        Paging: Sends<B, RequestIs>,
    {
        <Paging as Sends<B, RequestIs>>::then(Self(Some(builder)))
    }

    /// The builder, to be sent.
    ///
    /// # Panics
    ///
    /// If a setter panicked before.
    pub fn into_inner(self) -> B {
        self.0.expect("the builder is there unless one of its setters panicked")
    }

    fn set<A>(&mut self, setter: &impl Fn(B, A) -> B, argument: A) {
        self.0 = self.0.take().map(|builder| setter(builder, argument));
    }
}

/// Where a value of type `V` goes in a request of type `R`.
pub trait Place<R, V> {
    /// Puts it there.
    fn put(&self, request: &mut R, value: V);
}

/// Where a token goes.
pub trait TokenPlace<R, V> {
    /// Whether it can be told what is there.
    const READABLE: bool;
    /// What is there.
    fn current(&self, request: &mut R) -> Option<V>;
    /// Takes what is there.
    fn take(&self, request: &mut R) -> Option<V>;
    /// Puts a value there, or nothing.
    fn set(&self, request: &mut R, value: Option<V>);
}

/// A place that is a field. `Is` says how it is a [`Slot`].
pub struct Field<F, S, Is> {
    path: F,
    slot: PhantomData<fn(S, Is)>,
}

impl<F, S, Is> Field<F, S, Is> {
    pub(crate) fn new(path: F) -> Self {
        Self { path, slot: PhantomData }
    }
}

impl<R, V, S, Is, F> Place<R, V> for Field<F, S, Is>
where
    F: for<'a> Fn(At<'a, R>) -> At<'a, S>,
    S: Slot<V, Is>,
{
    fn put(&self, request: &mut R, value: V) {
        if let Some(slot) = (self.path)(At::for_writing(request)).get() {
            slot.put(value);
        }
    }
}

impl<R, V, S, Is, F> TokenPlace<R, V> for Field<F, S, Is>
where
    F: for<'a> Fn(At<'a, R>) -> At<'a, S>,
    S: Slot<V, Is> + Default,
    V: Clone,
{
    const READABLE: bool = true;
    fn current(&self, request: &mut R) -> Option<V> {
        (self.path)(At::new(request)).get().and_then(|slot| S::current(slot))
    }
    #[inline]
    fn take(&self, request: &mut R) -> Option<V> {
        (self.path)(At::new(request)).get().and_then(S::take)
    }
    fn set(&self, request: &mut R, value: Option<V>) {
        // Nothing is made on the way for a value that is none: the request stays as it was given.
        let at = if value.is_some() { At::for_writing(request) } else { At::new(request) };
        if let Some(slot) = (self.path)(at).get() {
            slot.set(value);
        }
    }
}

/// A place that is set by a method of a builder. `Is` says how what it takes is an [`Argument`].
pub struct Setter<F, G, B, A, Is> {
    path: F,
    set: G,
    argument: PhantomData<fn(B, A, Is)>,
}

impl<F, G, B, A, Is> Setter<F, G, B, A, Is> {
    pub(crate) fn new(path: F, set: G) -> Self {
        Self { path, set, argument: PhantomData }
    }

    fn call<R>(&self, request: &mut R, argument: A)
    where
        F: for<'a> Fn(At<'a, R>) -> At<'a, Builder<B>>,
        G: Fn(B, A) -> B,
    {
        if let Some(builder) = (self.path)(At::new(request)).get() {
            builder.set(&self.set, argument);
        }
    }
}

impl<R, V, B, A, Is, F, G> Place<R, V> for Setter<F, G, B, A, Is>
where
    F: for<'a> Fn(At<'a, R>) -> At<'a, Builder<B>>,
    G: Fn(B, A) -> B,
    A: Argument<V, Is>,
{
    fn put(&self, request: &mut R, value: V) {
        self.call(request, A::some(value));
    }
}

impl<R, V, B, A, Is, F, G> TokenPlace<R, V> for Setter<F, G, B, A, Is>
where
    F: for<'a> Fn(At<'a, R>) -> At<'a, Builder<B>>,
    G: Fn(B, A) -> B,
    A: Argument<V, Is>,
{
    const READABLE: bool = false;
    fn current(&self, _: &mut R) -> Option<V> {
        None
    }
    fn take(&self, _: &mut R) -> Option<V> {
        None
    }
    fn set(&self, request: &mut R, value: Option<V>) {
        if let Some(argument) = value.map_or_else(A::none, |value| Some(A::some(value))) {
            self.call(request, argument);
        }
    }
}

/// The value of the last token, after those of `rest`.
#[derive(Debug, PartialEq)]
pub struct Values<T, V> {
    rest: T,
    last: Option<V>,
}

impl<T: Clone, V: Clone> Clone for Values<T, V> {
    fn clone(&self) -> Self {
        Self { rest: self.rest.clone(), last: self.last.clone() }
    }
    /// In the memory of those that were here, where that is enough: as each page needs.
    fn clone_from(&mut self, from: &Self) {
        self.rest.clone_from(&from.rest);
        self.last.clone_from(&from.last);
    }
}

/// A value for each token, or none.
pub trait TokenValues: Clone + PartialEq {
    /// None at all.
    fn none() -> Self;
    /// Whether there is any.
    fn any(&self) -> bool;
    /// Which of them there are, a bit for each.
    fn set(&self) -> u64;
    /// Keeps those.
    fn keep(&mut self, set: u64);
}

impl TokenValues for () {
    fn none() {}
    fn any(&self) -> bool {
        false
    }
    fn set(&self) -> u64 {
        0
    }
    fn keep(&mut self, _: u64) {}
}

impl<T: TokenValues, V: Clone + PartialEq> TokenValues for Values<T, V> {
    fn none() -> Self {
        Self { rest: T::none(), last: None }
    }
    fn any(&self) -> bool {
        self.last.is_some() || self.rest.any()
    }
    fn set(&self) -> u64 {
        self.rest.set() << 1 | u64::from(self.last.is_some())
    }
    fn keep(&mut self, set: u64) {
        if set & 1 == 0 {
            self.last = None;
        }
        self.rest.keep(set >> 1);
    }
}

/// How the tokens of an operation are named and written, whatever its request and page are.
pub trait Codecs {
    /// See [`TokenValues`].
    type Values: TokenValues;
    /// Whether they all can be part of a resume token.
    const RESUMABLE: bool;
    /// Their wire names.
    fn names(&self, names: &mut Vec<&'static str>);
    /// Writes them into a resume token.
    fn encode(&self, values: &Self::Values, to: &mut Encoder) -> Result<(), serde_json::Error>;
    /// Reads them from there; the error is the name of the one that is not of the token's type.
    fn decode(&self, from: &mut vec::IntoIter<Option<Value>>) -> Result<Self::Values, &'static str>;
}

impl Codecs for () {
    type Values = ();
    const RESUMABLE: bool = true;
    fn names(&self, _: &mut Vec<&'static str>) {}
    fn encode(&self, (): &(), _: &mut Encoder) -> Result<(), serde_json::Error> {
        Ok(())
    }
    fn decode(&self, _: &mut vec::IntoIter<Option<Value>>) -> Result<(), &'static str> {
        Ok(())
    }
}

/// How the last of an operation's tokens is named and written, after those of `rest`.
pub struct Coded<T, C, V> {
    rest: T,
    name: &'static str,
    codec: C,
    value: PhantomData<fn() -> V>,
}

impl<T, C, V> Codecs for Coded<T, C, V>
where
    T: Codecs,
    V: Clone + PartialEq,
    C: TokenCodec<V>,
{
    type Values = Values<T::Values, V>;
    const RESUMABLE: bool = T::RESUMABLE && C::RESUMABLE;

    fn names(&self, names: &mut Vec<&'static str>) {
        self.rest.names(names);
        names.push(self.name);
    }

    fn encode(&self, values: &Self::Values, to: &mut Encoder) -> Result<(), serde_json::Error> {
        self.rest.encode(&values.rest, to)?;
        match &values.last {
            None => to.write_unset_token(self.name),
            Some(token) => to.write_token(self.name, |to| self.codec.write(token, to))?,
        }
        Ok(())
    }

    fn decode(&self, from: &mut vec::IntoIter<Option<Value>>) -> Result<Self::Values, &'static str> {
        let rest = self.rest.decode(from)?;
        let last = from.next().flatten().map(|value| read_value(&self.codec, value));
        Ok(Values { rest, last: last.transpose().map_err(|_| self.name)? })
    }
}

/// Reads a token, also a number that came as a text: `NextToken=20` is the service's own way to write 20.
fn read_value<V, C: TokenCodec<V>>(codec: &C, value: Value) -> Result<V, serde_json::Error> {
    let number = value.as_str().and_then(|text| text.parse().ok()).map(Value::Number);
    let read = codec.read(value);
    match (read, number) {
        (Err(_), Some(number)) => codec.read(number),
        (read, _) => read,
    }
}

/// The values of the tokens of an operation.
pub(crate) type ValuesOf<T, R, O> = <<T as Tokens<R, O>>::Codecs as Codecs>::Values;

/// The tokens of an operation: where they go in the request and come from in the page.
pub trait Tokens<R, O> {
    /// See [`Codecs`].
    type Codecs: Codecs;
    /// How they are named and written.
    fn codecs(&self) -> Self::Codecs;
    /// Whether it can be told which a request holds.
    const READABLE: bool;
    /// Those that the request was given; `None` where that cannot be told.
    fn given(&self, request: &mut R) -> Option<ValuesOf<Self, R, O>>;
    /// Takes those that a request holds, where that can be told.
    fn take(&self, request: &mut R) -> ValuesOf<Self, R, O>;
    /// Those that a page brought, in place of `values`. `take` moves them out of it.
    fn read(&self, page: &mut O, values: &mut ValuesOf<Self, R, O>, take: bool);
    /// Puts them into a request.
    fn write(&self, request: &mut R, values: ValuesOf<Self, R, O>);
}

impl<R, O> Tokens<R, O> for () {
    type Codecs = ();
    fn codecs(&self) {}
    const READABLE: bool = true;
    fn given(&self, _: &mut R) -> Option<()> {
        Some(())
    }
    fn take(&self, _: &mut R) {}
    fn read(&self, _: &mut O, (): &mut (), _: bool) {}
    fn write(&self, _: &mut R, (): ()) {}
}

/// The last of an operation's tokens, after `rest`.
pub struct Token<T, P, D, C, V> {
    pub(crate) rest: T,
    pub(crate) name: &'static str,
    pub(crate) place: P,
    pub(crate) read: D,
    pub(crate) codec: C,
    pub(crate) value: PhantomData<fn() -> V>,
}

impl<T, P, D, C, V> Token<T, P, D, C, V> {
    pub(crate) fn or<D2>(self, read: D2) -> Token<T, P, Either<D, D2>, C, V> {
        let Self { rest, name, place, codec, value, read: first } = self;
        Token { rest, name, place, read: Either(first, read), codec, value }
    }
}

/// A token on its way out of a page.
#[derive(Debug)]
pub struct Reading<'a, V> {
    /// Whether it may be moved out: the page itself is given to nobody.
    pub(crate) take: bool,
    pub(crate) to: &'a mut Option<V>,
}

impl<V> Reading<'_, V> {
    /// The token stays in the page too.
    #[must_use]
    pub fn copied(self) -> Self {
        Self { take: false, ..self }
    }
}

/// Where a token is read from.
pub trait Source<O, V> {
    /// Puts the token that is there in place of `to`, or none where there is none or an empty one.
    fn read(&self, page: &mut O, to: &mut Option<V>, take: bool, is_empty: impl Fn(&V) -> bool);
}

impl<O, V, F> Source<O, V> for F
where
    F: for<'a> Fn(At<'a, O>, Reading<'a, V>),
{
    #[inline]
    fn read(&self, page: &mut O, to: &mut Option<V>, take: bool, is_empty: impl Fn(&V) -> bool) {
        self(At::new(page), Reading { take, to });
        if to.as_ref().is_some_and(is_empty) {
            *to = None;
        }
    }
}

/// The first of two places where there is a token (`NextMarker || Contents[-1].Key`).
#[derive(Debug)]
pub struct Either<A, B>(pub A, pub B);

impl<O, V, A: Source<O, V>, B: Source<O, V>> Source<O, V> for Either<A, B> {
    fn read(&self, page: &mut O, to: &mut Option<V>, take: bool, is_empty: impl Fn(&V) -> bool) {
        self.0.read(page, to, take, &is_empty);
        if to.is_none() {
            self.1.read(page, to, take, is_empty);
        }
    }
}

impl<R, O, T, P, D, C, V> Tokens<R, O> for Token<T, P, D, C, V>
where
    T: Tokens<R, O>,
    V: Clone + PartialEq,
    P: TokenPlace<R, V>,
    D: Source<O, V>,
    C: TokenCodec<V>,
{
    type Codecs = Coded<T::Codecs, C, V>;

    fn codecs(&self) -> Self::Codecs {
        Coded { rest: self.rest.codecs(), name: self.name, codec: self.codec, value: PhantomData }
    }

    const READABLE: bool = T::READABLE && P::READABLE;

    fn given(&self, request: &mut R) -> Option<ValuesOf<Self, R, O>> {
        let last = self.place.current(request).filter(|token| !self.codec.is_empty(token));
        let rest = self.rest.given(request)?;
        P::READABLE.then_some(Values { rest, last })
    }

    #[inline]
    fn take(&self, request: &mut R) -> ValuesOf<Self, R, O> {
        let last = self.place.take(request).filter(|token| !self.codec.is_empty(token));
        Values { rest: self.rest.take(request), last }
    }

    #[inline]
    fn read(&self, page: &mut O, values: &mut ValuesOf<Self, R, O>, take: bool) {
        self.rest.read(page, &mut values.rest, take);
        self.read.read(page, &mut values.last, take, |token| self.codec.is_empty(token));
    }

    #[inline]
    fn write(&self, request: &mut R, values: ValuesOf<Self, R, O>) {
        self.rest.write(request, values.rest);
        self.place.set(request, values.last);
    }
}
