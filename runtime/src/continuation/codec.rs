//! Tokens of any type: how they are compared, when they are empty, and how a resume token stores them.
//!
//! The macro does not know a token's type. It writes `probe.codec()`, which is, by method resolution, the [`Codec`] of the first
//! choice below that fits the type: an inherent method, a trait's method that takes `self`, one that takes `&self`, and a method
//! behind a `Deref`. The bounds are proven here, once: a codec consists of functions.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::ops::Deref;

#[cfg(feature = "resume")]
use {
    crate::resume::TokenSerializer,
    alloc::string::ToString,
    core::fmt::Display,
    core::str::FromStr,
    serde::de::value::{I128Deserializer, U128Deserializer},
    serde::de::{DeserializeOwned, Error as _},
    serde::{Deserialize, Serialize},
    serde_json::Value,
};

/// The functions of a token's type.
pub struct Codec<V> {
    pub(crate) clone: fn(&V) -> V,
    pub(crate) is_same: fn(&V, &V) -> bool,
    pub(crate) is_empty: fn(&V) -> bool,
    /// Writes a token into a resume token.
    #[cfg(feature = "resume")]
    pub(crate) encode: fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
    /// Reads a token from a resume token.
    #[cfg(feature = "resume")]
    pub(crate) decode: fn(Value) -> Result<V, serde_json::Error>,
}

/// Stands for a token's type.
#[derive(Debug)]
pub struct TokenProbe<V> {
    last_choice: LastTokenProbe<V>,
}

/// Stands for a token's type that fits no other choice.
#[derive(Debug)]
pub struct LastTokenProbe<V>(PhantomData<fn() -> V>);

impl<V> TokenProbe<V> {
    pub(crate) const fn new() -> Self {
        Self { last_choice: LastTokenProbe(PhantomData) }
    }
}

impl<V> Deref for TokenProbe<V> {
    type Target = LastTokenProbe<V>;
    fn deref(&self) -> &LastTokenProbe<V> {
        &self.last_choice
    }
}

/// The first choice of `codec`: a type with serde and a default value.
#[cfg(feature = "resume")]
impl<V> TokenProbe<V>
where
    V: Clone + PartialEq + Default + Serialize + DeserializeOwned,
{
    /// Returns the codec.
    pub fn codec(self) -> Codec<V> {
        // The default is compared first, because nearly all tokens differ from it. It is not enough: the default variant of
        // an enum is a token.
        Codec { is_empty: |token| *token == V::default() && is_empty_in_json(token), ..serde_codec() }
    }
}

/// The second choice of `codec`: a type with a string form, such as the enums of the AWS SDK for Rust, or a `Url`.
#[cfg(feature = "resume")]
pub trait TextToken<V> {
    /// Returns the codec.
    fn codec(self) -> Codec<V>;
}

#[cfg(feature = "resume")]
impl<V: Clone + PartialEq + Display + FromStr> TextToken<V> for TokenProbe<V> {
    fn codec(self) -> Codec<V> {
        Codec {
            clone: V::clone,
            is_same: V::eq,
            is_empty: |token| token.to_string().is_empty(),
            encode: |token, to| token.to_string().serialize(to),
            decode: |value| {
                let text = String::deserialize(value)?;
                text.parse().map_err(|_| serde_json::Error::custom("not the string form of the token"))
            },
        }
    }
}

/// The third choice of `codec`: a type with serde and without a default value.
#[cfg(feature = "resume")]
pub trait SerdeToken<V> {
    /// Returns the codec.
    fn codec(&self) -> Codec<V>;
}

#[cfg(feature = "resume")]
impl<V: Clone + PartialEq + Serialize + DeserializeOwned> SerdeToken<V> for TokenProbe<V> {
    fn codec(&self) -> Codec<V> {
        serde_codec()
    }
}

#[cfg(feature = "resume")]
impl<V> LastTokenProbe<V> {
    /// Reports that the token cannot be stored: the last choice of `codec`.
    pub fn codec(&self) -> Codec<V>
    where
        Self: StorableToken<V>,
    {
        Self::CODEC
    }
}

/// The first choice of `unstored`: a standard type, which has an empty value.
impl<V: Clone + PartialEq + EmptyValue> TokenProbe<V> {
    /// Returns the codec of a token that is not part of a resume token.
    pub fn unstored(self) -> Codec<V> {
        Codec::new_unstored(V::is_empty_value)
    }

    /// Returns the codec.
    #[cfg(not(feature = "resume"))]
    pub fn codec(self) -> Codec<V> {
        self.unstored()
    }
}

/// The last choice of `unstored`: a type that is never empty.
impl<V> LastTokenProbe<V> {
    /// Returns the codec of a token that is not part of a resume token.
    pub fn unstored(&self) -> Codec<V>
    where
        Self: PageToken<V>,
    {
        Self::CODEC
    }

    /// Returns the codec.
    #[cfg(not(feature = "resume"))]
    pub fn codec(&self) -> Codec<V>
    where
        Self: PageToken<V>,
    {
        Self::CODEC
    }
}

impl<V: Clone + PartialEq> Codec<V> {
    /// The codec of a token that is not part of a resume token.
    const fn new_unstored(is_empty: fn(&V) -> bool) -> Self {
        Self {
            clone: V::clone,
            is_same: V::eq,
            is_empty,
            #[cfg(feature = "resume")]
            encode: |_, _| Err(<serde_json::Error as serde::ser::Error>::custom("the token is not stored")),
            #[cfg(feature = "resume")]
            decode: |_| Err(<serde_json::Error as serde::de::Error>::custom("the token is not stored")),
        }
    }
}

#[cfg(feature = "resume")]
impl<V> Codec<V> {
    /// Stores the token by the functions of a module of the user's (`token_with = module`).
    #[must_use]
    pub fn stored_by(
        self,
        encode: fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
        decode: fn(Value) -> Result<V, serde_json::Error>,
    ) -> Self {
        Self { encode, decode, ..self }
    }
}

#[cfg(feature = "resume")]
fn serde_codec<V: Clone + PartialEq + Serialize + DeserializeOwned>() -> Codec<V> {
    Codec {
        clone: V::clone,
        is_same: V::eq,
        is_empty: is_empty_in_json,
        encode: |token, to| token.serialize(to),
        decode: decode_with_serde,
    }
}

/// Returns whether a token is `null`, `false`, `0`, `""`, or a list or map without elements.
#[cfg(feature = "resume")]
fn is_empty_in_json<V: Serialize>(token: &V) -> bool {
    match serde_json::to_value(token) {
        Ok(Value::Null | Value::Bool(false)) => true,
        Ok(Value::Number(number)) => number.as_f64() == Some(0.0),
        Ok(Value::String(text)) => text.is_empty(),
        Ok(Value::Array(list)) => list.is_empty(),
        Ok(Value::Object(map)) => map.is_empty(),
        Ok(Value::Bool(true)) | Err(_) => false,
    }
}

/// Reads a token, also a number that is written as a string: `20` is how a user passes a service's own number.
#[cfg(feature = "resume")]
fn decode_with_serde<V: DeserializeOwned>(value: Value) -> Result<V, serde_json::Error> {
    let text = value.as_str().map(String::from);
    let error = match serde_json::from_value(value) {
        Ok(token) => return Ok(token),
        Err(error) => error,
    };
    let Some(text) = text else { return Err(error) };
    if let Ok(number) = text.parse::<serde_json::Number>()
        && let Ok(token) = serde_json::from_value(Value::Number(number))
    {
        return Ok(token);
    }
    match (text.parse(), text.parse()) {
        (Ok(number), _) => V::deserialize(U128Deserializer::new(number)),
        (_, Ok(number)) => V::deserialize(I128Deserializer::new(number)),
        _ => Err(error),
    }
}

/// A token type that can be sent and compared. (It is a bound on the probe: a bound on `V` itself would make the compiler
/// propose `&"NextToken"`.)
#[diagnostic::on_unimplemented(
    message = "a token must be `Clone` and `PartialEq`, and `{V}` is not",
    label = "this token is a `{V}`",
    note = "add `#[derive(Clone, PartialEq)]` to `{V}`: a token is sent, kept for a resumption, and compared with the next one"
)]
pub trait PageToken<V> {
    /// The codec of a token that is never empty and not stored.
    const CODEC: Codec<V>;
}

#[diagnostic::do_not_recommend]
impl<V: Clone + PartialEq> PageToken<V> for LastTokenProbe<V> {
    const CODEC: Codec<V> = Codec::new_unstored(|_| false);
}

/// Never implemented: every token type that can be stored has another codec.
#[cfg(feature = "resume")]
#[diagnostic::on_unimplemented(
    message = "a token must be `Clone`, `PartialEq`, and storable in a resume token, and `{V}` is not",
    label = "this token is a `{V}`",
    note = "a type is storable if it has serde's `Serialize` and `Deserialize`, or `Display` and `FromStr`",
    note = "to store it by two functions of your own, add `token_with = module`; for a list without `resume_token()`, add `token_with = false`"
)]
pub trait StorableToken<V> {
    /// The codec.
    const CODEC: Codec<V>;
}

/// A standard type with a value that means "no token".
pub trait EmptyValue {
    /// Returns whether it is that value.
    fn is_empty_value(token: &Self) -> bool;
}

macro_rules! empty_by_default {
    ($($type:ty)*) => {
        $(impl EmptyValue for $type {
            fn is_empty_value(token: &Self) -> bool {
                *token == <$type>::default()
            }
        })*
    };
}

empty_by_default!(bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! empty_collections {
    ($([$($generics:tt)*] $type:ty;)*) => {
        $(impl<$($generics)*> EmptyValue for $type {
            fn is_empty_value(token: &Self) -> bool {
                token.is_empty()
            }
        })*
    };
}

empty_collections! {
    [] String;
    [] Box<str>;
    [T] Vec<T>;
    [T] VecDeque<T>;
    [K, V] BTreeMap<K, V>;
}

#[cfg(feature = "std")]
empty_collections! {
    [K, V, S] std::collections::HashMap<K, V, S>;
}

impl<T: EmptyValue> EmptyValue for Box<T> {
    fn is_empty_value(token: &Self) -> bool {
        T::is_empty_value(token)
    }
}
