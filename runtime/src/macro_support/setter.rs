//! Requests that are builders: values are set by methods that take the builder and return it.
//!
//! The macro may know the builder's type `B`, but not its methods. A key in quotes means the setter `set_<key>`, or `<key>` if the
//! builder has no `set_<key>`. If the type is known, the generated code for the key `"Limit"` is
//!
//! ```text
//! number_setter(request, B::set_limit).or_key_setter(|builder, value| builder.limit(value)).pass_number(request, …)
//! ```
//!
//! - If the builder has no `set_limit`, `B::set_limit` is a constant [`NoSetter`] of a trait that the generated code implements for
//!   all types. `or_key_setter` then returns the closure as the setter.
//! - If it has one, `or_key_setter` drops the closure. The parameter of the closure is an [`UnusedBuilder`], which has the method
//!   `limit` of another trait in the generated code, so that the closure compiles even if the builder has no `limit`.
//!
//! If the type is inferred, as in `paginate!`, or an `impl Trait`, a path such as `B::set_limit` is not possible. The code is then
//! `number_setter(request, NoSetter).or_key_setter(|builder, value| builder.set_limit(value))`, which has no fallback.
//!
//! A [`Setter`] is a chain of choices, as [`choice`](crate::choice) explains: the ways in which a setter takes a value. A setter
//! may be generic, such as `fn limit(self, limit: impl Into<i32>) -> Self`. It is called with the token itself, or with an
//! [`AnyNumber`], from which all integer types and `String` have a conversion.

use core::any::type_name;
use core::marker::PhantomData;

use crate::choice::choices;
use crate::number::{AnyNumber, NumberField};

/// A request that is a builder.
#[derive(Debug)]
pub struct RequestBuilder<B> {
    /// The builder; `None` while one of its setters has it, and after that setter panicked.
    builder: Option<B>,
    /// `B::clone`. It is stored, so that only `cloned_for_each_page` has a bound, which reports a builder that is not `Clone`.
    clone: fn(&B) -> B,
}

impl<B> Clone for RequestBuilder<B> {
    fn clone(&self) -> Self {
        Self { builder: self.builder.as_ref().map(self.clone), clone: self.clone }
    }
}

impl<B> RequestBuilder<B> {
    /// Wraps a builder, of which each call gets a clone: see [`StoredRequest::by_value`](crate::call::StoredRequest::by_value). The
    /// name is in rustc's error about a builder that is not `Clone`.
    pub fn cloned_for_each_page(builder: B) -> Self
    where
        B: Clone,
    {
        Self { builder: Some(builder), clone: B::clone }
    }

    /// Returns the builder, to be sent.
    ///
    /// # Panics
    ///
    /// If one of its setters, or a closure that changes it, panicked before.
    pub fn into_inner(self) -> B {
        self.builder.expect("the builder is missing because one of its setters, or a closure that changed it, panicked")
    }

    /// Replaces the builder by what a setter returns.
    pub fn update(&mut self, set: impl FnOnce(B) -> B) {
        self.builder = self.builder.take().map(set);
    }
}

/// Returns the name of a builder's type. It is the name of an operation whose call is `request.send()`.
pub fn builder_name<B>(_: &B) -> &'static str {
    let path = type_name::<B>().split('<').next().unwrap_or_default();
    path.rsplit("::").next().unwrap_or_default()
}

/// The value that takes the place of a `set_<key>`, if the builder does not have it or its type is not known.
#[derive(Clone, Copy, Debug)]
pub struct NoSetter;

/// The receiver of `<key>` in a closure that is never called.
#[derive(Debug)]
pub struct UnusedBuilder;

choices! {
    /// A setter of the builder `B`, for a token of the type `V`, or for a number. The first choice can be called with the token
    /// itself, or with an [`AnyNumber`], because it takes this type or is generic.
    pub struct Setter<B, V, F> before SecondSetter<B, V, F>;

    /// The second choice: for a token, a setter that takes an `Option` of it. Its `or_key_setter` applies if the builder has the
    /// setter `set_<key>`.
    pub struct SecondSetter<B, V, F> before LastSetter<B, V, F>;
}

/// The last choice: for a number, a setter that takes a certain type, such as `i32` or `Option<i32>`. For a token, it is an error.
pub struct LastSetter<B, V, F> {
    function: F,
    types: PhantomData<fn(B, V)>,
}

/// Returns the setter for a token. The other parameters determine its types.
pub fn token_setter<B, V, F>(_: &RequestBuilder<B>, _: &Option<V>, function: F) -> Setter<B, V, F> {
    Setter::new(function)
}

/// Returns the setter for a number. The request determines the type of the builder. For the setter of a number, `V` is `u64`,
/// whichever type the setter takes.
pub fn number_setter<B, F>(_: &RequestBuilder<B>, function: F) -> Setter<B, u64, F> {
    Setter::new(function)
}

impl<B, V, F> Setter<B, V, F> {
    fn new(function: F) -> Self {
        Self { next: SecondSetter { next: LastSetter { function, types: PhantomData } } }
    }
}

impl<B, V> Setter<B, V, NoSetter> {
    /// Returns the setter that the closure calls.
    pub fn or_key_setter<A, T, F: Fn(B, A) -> T>(&self, key: F) -> Setter<B, V, F> {
        Setter::new(key)
    }
}

impl<B, V, F: Copy> SecondSetter<B, V, F> {
    /// Returns the setter `set_<key>` itself, and drops the closure.
    pub fn or_key_setter(&self, _: impl Fn(UnusedBuilder, ()) -> UnusedBuilder) -> Setter<B, V, F> {
        Setter::new(self.function)
    }
}

impl<B, V, F: Fn(B, V) -> B> Setter<B, V, F> {
    /// Passes a token, if there is one, to the setter, which cannot clear it. Returns `None`, because a builder cannot be read.
    pub fn pass_token(&self, request: &mut RequestBuilder<B>, token: Option<V>) -> Option<V> {
        if let Some(token) = token {
            request.update(|builder| (self.function)(builder, token));
        }
        None
    }
}

impl<B, V, F: Fn(B, Option<V>) -> B> SecondSetter<B, V, F> {
    /// Passes a token to the setter.
    pub fn pass_token(&self, request: &mut RequestBuilder<B>, token: Option<V>) -> Option<V> {
        request.update(|builder| (self.function)(builder, token));
        None
    }
}

impl<B, F: Fn(B, AnyNumber) -> B> Setter<B, u64, F> {
    /// Passes a number to the setter; `None` if it does not fit. `convert` writes the number into a [`NumberField`] of the type
    /// that the setter takes, from which the argument is then taken.
    pub fn pass_number(
        &self,
        request: &mut RequestBuilder<B>,
        convert: impl FnOnce(&mut NumberField<'_, AnyNumber>) -> Option<()>,
    ) -> Option<()> {
        let mut number = None;
        convert(&mut NumberField::optional(&mut number))?;
        let number: AnyNumber = number?;
        // The setter converts the number itself, and cannot return an error. The conversion sets the overflow cell if the number
        // does not fit, and the builder is then restored.
        let (overflow, before) = (number.overflow_cell(), request.clone());
        request.update(|builder| (self.function)(builder, number));
        if overflow.get() {
            *request = before;
            return None;
        }
        Some(())
    }
}

impl<B, V, F> LastSetter<B, V, F> {
    /// Reports that the setter does not take the token.
    pub fn pass_token<T, A, U>(&self, _: &mut RequestBuilder<B>, _: Option<V>) -> Option<V>
    where
        F: Fn(T, A) -> U,
        Self: SetterFn<B, V, T, A, U>,
    {
        None
    }

    /// Passes a number to the setter, like the method of the first choice.
    pub fn pass_number<T, A, U>(
        &self,
        request: &mut RequestBuilder<B>,
        convert: impl FnOnce(&mut NumberField<'_, A>) -> Option<()>,
    ) -> Option<()>
    where
        F: Fn(T, A) -> U,
        Self: SetterFn<B, A, T, A, U>,
    {
        let mut number = None;
        convert(&mut NumberField::optional(&mut number))?;
        let number = number?;
        request.update(|builder| {
            let (builder, number) = Self::arguments(builder, number);
            Self::builder((self.function)(builder, number))
        });
        Some(())
    }
}

/// A setter `fn(Receiver, Argument) -> Returned`. It is valid if `Receiver` and `Returned` are the type `Builder`, and `Argument`
/// is the type `Value`.
///
/// The setter's types are parameters, because rustc would report a bound such as `Fn(B, V) -> B` in its own words.
#[diagnostic::on_unimplemented(
    message = "a setter must take the builder and a `{Value}`, and return the builder",
    label = "this setter is a `fn({Receiver}, {Argument}) -> {Returned}`",
    note = "write `fn set_…(self, value: Option<{Value}>) -> Self`",
    note = "for another setter, write a closure that calls it and returns the builder: `|builder, value: {Value}| …`; for a token, add `output_token`",
    note = "if the token is a reference to the page, return a value of its own in `output_token`, as `cloned` and `to_owned` do",
    note = "if the request is a struct with fields, or its setters take `&mut self`, remove `builder`; a closure then calls the setter: `|request, value: {Value}| request.…(value)`"
)]
pub(crate) trait SetterFn<Builder, Value, Receiver, Argument, Returned> {
    /// Returns the setter's arguments.
    fn arguments(builder: Builder, value: Value) -> (Receiver, Argument);
    /// Returns the builder that the setter returned.
    fn builder(returned: Returned) -> Builder;
}

#[diagnostic::do_not_recommend]
impl<B, V, F, A> SetterFn<B, A, B, A, B> for LastSetter<B, V, F> {
    fn arguments(builder: B, value: A) -> (B, A) {
        (builder, value)
    }
    fn builder(returned: B) -> B {
        returned
    }
}
