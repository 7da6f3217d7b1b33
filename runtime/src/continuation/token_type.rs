//! Tokens of any type: how they are compared, when they are empty, and how a resume token stores them.
//!
//! The macro does not know a token's type. It writes `token_type.token_functions()`. This `token_type` is a [`TokenType`],
//! which is a chain of choices, as [`choice`](crate::choice) explains.
//!
//! Only this code has bounds on the token's type. A [`TokenFunctions`] consists of function pointers, so the code that uses it
//! needs none.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::choice::choices;
use crate::number::StandardNumber;

#[cfg(feature = "resume")]
use {
    crate::resume::TokenSerializer,
    alloc::string::ToString,
    core::fmt::Display,
    core::str::FromStr,
    serde::de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor},
    serde::{Deserialize, Deserializer, Serialize},
    serde_json::Value,
};

/// The functions of a token's type.
pub struct TokenFunctions<V> {
    pub(crate) clone: fn(&V) -> V,
    pub(crate) is_same: fn(&V, &V) -> bool,
    pub(crate) emptiness: fn(&V) -> Emptiness,
    /// Writes a token into a resume token.
    #[cfg(feature = "resume")]
    pub(crate) encode: fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
    /// Reads a token from a resume token. It is `None` if tokens are not stored.
    #[cfg(feature = "resume")]
    pub(crate) decode: Option<fn(Value) -> Result<V, serde_json::Error>>,
}

/// The kind of a token's value. An empty value means "no token".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emptiness {
    NotEmpty,
    EmptyString,
    /// `0`, `false`, `null`, or a list or map without elements.
    OtherEmpty,
}

choices! {
    /// A value that represents a token's type. The first choice is a standard type, which has an empty value.
    #[derive(Debug)]
    pub struct TokenType<V> before SerdeTokenType<V>;

    /// The second choice: a type with serde.
    #[derive(Debug)]
    pub struct SerdeTokenType<V> before TextTokenType<V>;

    /// The third choice: a type with a string form, such as the enums of the AWS SDK for Rust, or an `http::Uri`.
    #[derive(Debug)]
    pub struct TextTokenType<V> before LastTokenType<V>;
}

/// The last choice: any other type.
#[derive(Debug)]
pub struct LastTokenType<V>(PhantomData<fn() -> V>);

impl<V> TokenType<V> {
    pub(crate) const fn new() -> Self {
        Self { next: SerdeTokenType { next: TextTokenType { next: LastTokenType(PhantomData) } } }
    }
}

impl<V: StandardNumber> TokenType<V> {
    /// Returns the choice itself for a `String`. The bound reports that an integer, which may be the position of the page itself,
    /// needs a named `output_token`.
    pub fn reject_integer(self) -> Self
    where
        Self: NotAnInteger<V>,
    {
        Self::new()
    }
}

impl<V> SerdeTokenType<V> {
    /// Returns the first choice again, because the type is not a [`StandardNumber`].
    pub fn reject_integer(&self) -> TokenType<V> {
        TokenType::new()
    }
}

/// The bound of [`TokenType::reject_integer`]. It is checked for each [`StandardNumber`], of which only a `String` satisfies
/// it, in any `Option`s and `Box`es.
///
/// There are several implementations, which prevents a second error for a field that does not exist: for rustc, the type of such a
/// field could be any of them.
#[diagnostic::on_unimplemented(
    message = "a page may repeat the position that was requested: an `input_token` of the type `{V}` needs an `output_token`",
    label = "this is a `{V}`, and `output_token` is not named",
    note = "if it counts items, write `offset = …`; if it counts pages, write `page_number = …, start = …`",
    note = "if the page has the position of the next page, name its field, even if it has the same name: `output_token = …`"
)]
pub trait NotAnInteger<V> {}

#[diagnostic::do_not_recommend]
impl NotAnInteger<String> for TokenType<String> {}

#[diagnostic::do_not_recommend]
impl<V> NotAnInteger<Option<V>> for TokenType<Option<V>> where TokenType<V>: NotAnInteger<V> {}

#[diagnostic::do_not_recommend]
impl<V> NotAnInteger<Box<V>> for TokenType<Box<V>> where TokenType<V>: NotAnInteger<V> {}

#[cfg(feature = "resume")]
impl<V: Clone + PartialEq + EmptyValue + Serialize + DeserializeOwned> TokenType<V> {
    pub fn token_functions(self) -> TokenFunctions<V> {
        TokenFunctions { emptiness: V::emptiness, ..serde_functions() }
    }
}

#[cfg(feature = "resume")]
impl<V: Clone + PartialEq + Serialize + DeserializeOwned> SerdeTokenType<V> {
    pub fn token_functions(&self) -> TokenFunctions<V> {
        serde_functions()
    }
}

#[cfg(feature = "resume")]
impl<V: Clone + PartialEq + Display + FromStr> TextTokenType<V> {
    pub fn token_functions(&self) -> TokenFunctions<V> {
        TokenFunctions {
            clone: V::clone,
            is_same: V::eq,
            emptiness: |token| if token.to_string().is_empty() { Emptiness::EmptyString } else { Emptiness::NotEmpty },
            encode: |token, to| token.to_string().serialize(to),
            decode: Some(|value| {
                let text = String::deserialize(value)?;
                text.parse().map_err(|_| serde_json::Error::custom("not the string form of the token"))
            }),
        }
    }
}

#[cfg(feature = "resume")]
impl<V> LastTokenType<V> {
    /// Reports that the token cannot be stored, because no other choice fits its type. The bound is never satisfied: see
    /// [`PageToken`].
    pub fn token_functions(&self) -> TokenFunctions<V>
    where
        SerdeTokenType<V>: PageToken<V>,
    {
        SerdeTokenType::FUNCTIONS
    }
}

/// The first choice of `unstored`: a standard type, which has an empty value.
impl<V: Clone + PartialEq + EmptyValue> TokenType<V> {
    /// Returns the functions of a token that is not part of a resume token.
    pub fn unstored(&self) -> TokenFunctions<V> {
        TokenFunctions::new_unstored(V::emptiness)
    }

    #[cfg(not(feature = "resume"))]
    pub fn token_functions(&self) -> TokenFunctions<V> {
        self.unstored()
    }
}

/// The last choice of `unstored`: a type that is never empty.
impl<V> LastTokenType<V> {
    /// Returns the functions of a token that is not part of a resume token.
    pub fn unstored(&self) -> TokenFunctions<V>
    where
        Self: PageToken<V>,
    {
        Self::FUNCTIONS
    }

    #[cfg(not(feature = "resume"))]
    pub fn token_functions(&self) -> TokenFunctions<V>
    where
        Self: PageToken<V>,
    {
        Self::FUNCTIONS
    }
}

impl<V: Clone + PartialEq> TokenFunctions<V> {
    /// Returns the functions of a token that is not part of a resume token.
    const fn new_unstored(emptiness: fn(&V) -> Emptiness) -> Self {
        Self {
            clone: V::clone,
            is_same: V::eq,
            emptiness,
            #[cfg(feature = "resume")]
            encode: |_, _| Err(<serde_json::Error as serde::ser::Error>::custom("the token is not stored")),
            #[cfg(feature = "resume")]
            decode: None,
        }
    }
}

#[cfg(feature = "resume")]
impl<V> TokenFunctions<V> {
    /// Stores the token by the functions of the user's module (`token_with = module`).
    #[must_use]
    pub fn stored_by(
        self,
        encode: fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
        decode: fn(Value) -> Result<V, serde_json::Error>,
    ) -> Self {
        Self { encode, decode: Some(decode), ..self }
    }
}

#[cfg(feature = "resume")]
fn serde_functions<V: Clone + PartialEq + Serialize + DeserializeOwned>() -> TokenFunctions<V> {
    TokenFunctions {
        clone: V::clone,
        is_same: V::eq,
        emptiness: |token| serde_json::to_value(token).map_or(Emptiness::NotEmpty, |value| json_emptiness(&value)),
        encode: |token, to| token.serialize(to),
        decode: Some(decode_with_serde),
    }
}

#[cfg(feature = "resume")]
fn json_emptiness(value: &Value) -> Emptiness {
    let is_empty = match value {
        Value::String(text) if text.is_empty() => return Emptiness::EmptyString,
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::String(_) | Value::Bool(true) => false,
    };
    if is_empty { Emptiness::OtherEmpty } else { Emptiness::NotEmpty }
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
    // A `serde_json::Number` has at most 64 bits, and is finite.
    match (&*text, text.parse::<u128>(), text.parse::<i128>()) {
        (_, Ok(number), _) => V::deserialize(NumberDeserializer(number)),
        (_, _, Ok(number)) => V::deserialize(NumberDeserializer(number)),
        ("NaN", ..) => V::deserialize(NumberDeserializer(f64::NAN)),
        ("inf", ..) => V::deserialize(NumberDeserializer(f64::INFINITY)),
        ("-inf", ..) => V::deserialize(NumberDeserializer(f64::NEG_INFINITY)),
        _ => Err(error),
    }
}

/// Deserializes a number, or a newtype of one. The deserializers of numbers in serde reject newtypes.
#[cfg(feature = "resume")]
struct NumberDeserializer<T>(T);

#[cfg(feature = "resume")]
impl<'de, T: IntoDeserializer<'de, serde_json::Error>> Deserializer<'de> for NumberDeserializer<T> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.0.into_deserializer().deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

/// The bound of the last choice, whose message reports a type that cannot be a token.
///
/// If tokens are not stored, the bound is on [`LastTokenType`], which implements it for each type that can be sent and
/// compared. If they are stored, a type that has the last choice is always an error. The bound is then on [`SerdeTokenType`],
/// which never implements it.
///
/// It is a bound on one of these types, because a bound on `V` itself would make rustc propose `&"NextToken"`.
#[diagnostic::on_unimplemented(
    message = "a `{V}` cannot be a token",
    label = "this token is a `{V}`",
    note = "a token must be `Clone` and `PartialEq`, because it is sent, kept for a resumption, and compared with the next one"
)]
#[cfg_attr(
    feature = "resume",
    diagnostic::on_unimplemented(
        note = "without `token_with`, a token must also be storable in a resume token: it needs serde's `Serialize` and `Deserialize`, or `Display` and `FromStr`",
        note = "to store it by two functions of your own, add `token_with = module`; for a list without `resume_token()`, add `token_with = false`"
    )
)]
pub trait PageToken<V> {
    /// The functions of a token that is never empty.
    const FUNCTIONS: TokenFunctions<V>;
}

#[diagnostic::do_not_recommend]
impl<V: Clone + PartialEq> PageToken<V> for LastTokenType<V> {
    const FUNCTIONS: TokenFunctions<V> = TokenFunctions::new_unstored(|_| Emptiness::NotEmpty);
}

/// A standard type with a value that means "no token".
pub(crate) trait EmptyValue {
    /// Returns the kind of the value.
    fn emptiness(token: &Self) -> Emptiness;

    /// Returns whether the value means "no token".
    fn is_empty(value: &Self) -> bool {
        Self::emptiness(value) != Emptiness::NotEmpty
    }
}

macro_rules! empty_values {
    ($emptiness:ident: $([$($generics:tt)*] $type:ty, $is_empty:expr;)*) => {
        $(impl<$($generics)*> EmptyValue for $type {
            fn emptiness(token: &Self) -> Emptiness {
                let is_empty: fn(&$type) -> bool = $is_empty;
                if is_empty(token) { Emptiness::$emptiness } else { Emptiness::NotEmpty }
            }
        })*
    };
}

empty_values! { EmptyString:
    [] String, String::is_empty;
    [] Box<str>, |token| token.is_empty();
    [] Arc<str>, |token| token.is_empty();
    [] Rc<str>, |token| token.is_empty();
    ['a] Cow<'a, str>, |token| token.is_empty();
    ['a] &'a str, |token| token.is_empty();
}

empty_values! { OtherEmpty:
    [] bool, |token| !token;
    [] i8, |token| *token == 0;
    [] i16, |token| *token == 0;
    [] i32, |token| *token == 0;
    [] i64, |token| *token == 0;
    [] i128, |token| *token == 0;
    [] isize, |token| *token == 0;
    [] u8, |token| *token == 0;
    [] u16, |token| *token == 0;
    [] u32, |token| *token == 0;
    [] u64, |token| *token == 0;
    [] u128, |token| *token == 0;
    [] usize, |token| *token == 0;
    [] f32, |token| *token == 0.0;
    [] f64, |token| *token == 0.0;
    [T] Vec<T>, Vec::is_empty;
    [T] VecDeque<T>, VecDeque::is_empty;
    [T] Box<[T]>, |token| token.is_empty();
    [T] BTreeSet<T>, BTreeSet::is_empty;
    [K, V] BTreeMap<K, V>, BTreeMap::is_empty;
}

#[cfg(feature = "std")]
empty_values! { OtherEmpty:
    [K, V, S] std::collections::HashMap<K, V, S>, std::collections::HashMap::is_empty;
    [T, S] std::collections::HashSet<T, S>, std::collections::HashSet::is_empty;
}

impl<T: EmptyValue> EmptyValue for Box<T> {
    fn emptiness(token: &Self) -> Emptiness {
        T::emptiness(token)
    }
}

impl<T: EmptyValue> EmptyValue for Option<T> {
    fn emptiness(token: &Self) -> Emptiness {
        token.as_ref().map_or(Emptiness::OtherEmpty, T::emptiness)
    }
}

#[cfg(feature = "resume")]
impl EmptyValue for Value {
    fn emptiness(token: &Self) -> Emptiness {
        json_emptiness(token)
    }
}
