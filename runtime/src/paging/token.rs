//! One token: how it is told to be absent, and how it is written into a resume token.
//!
//! The macro cannot see a token's type. [`Probe`] stands for the type, and `(&&&&probe).codec()` finds, by the compiler's
//! method resolution, the first of four ways that fits it: serde, text, a default value, none.

use core::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::{I128Deserializer, U128Deserializer};
use serde_json::Value;

use crate::paging::emptiness;
use crate::resume::TokenSerializer;

/// Stands for the type `T`, of which there is no value yet.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<fn() -> T>);

impl<T> Probe<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Probe<Option<T>> {
    /// The type inside.
    #[allow(clippy::unused_self, reason = "a method, so that the type can be found")]
    pub fn open(self) -> Probe<T> {
        Probe::new()
    }
}

/// `Probe::open` of what is no wrapper.
pub trait OpenProbe: Sized {
    /// The same type.
    #[must_use]
    fn open(self) -> Self {
        self
    }
}

impl<T> OpenProbe for Probe<T> {}

/// What paging needs to know of a token's type.
pub trait TokenCodec<V>: Copy {
    /// Whether the token can be part of a resume token.
    const RESUMABLE: bool;
    /// Whether the service means "no token" by it.
    fn is_empty(&self, token: &V) -> bool;
    /// Writes the token into a resume token.
    fn write(&self, token: &V, to: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>;
    /// Reads it from there.
    fn read(&self, from: Value) -> Result<V, serde_json::Error>;
}

/// A token that serde can write and read.
#[derive(Clone, Copy, Debug)]
pub struct Serde;

/// A token that is a text: the enums and newtypes over strings of the AWS SDK for Rust, which are not serde.
#[derive(Clone, Copy, Debug)]
pub struct Text;

/// A token that cannot be written; its default value is the empty one.
#[derive(Clone, Copy, Debug)]
pub struct Unwritten;

/// A token that can neither be written nor be empty.
#[derive(Clone, Copy, Debug)]
pub struct Opaque;

/// A token that a module of the user's writes and reads (`token_with = module`).
#[derive(Clone, Copy, Debug)]
pub struct With<C, W, D> {
    emptiness: C,
    write: W,
    read: D,
}

impl<V: Serialize + DeserializeOwned> TokenCodec<V> for Serde {
    const RESUMABLE: bool = true;
    fn is_empty(&self, token: &V) -> bool {
        emptiness::is_empty(token)
    }
    fn write(&self, token: &V, to: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> {
        token.serialize(to)
    }
    fn read(&self, from: Value) -> Result<V, serde_json::Error> {
        let large = from.as_str().map(|text| (text.parse(), text.parse()));
        serde_json::from_value(from).or_else(|error| match large {
            Some((Ok(number), _)) => V::deserialize(U128Deserializer::new(number)),
            Some((_, Ok(number))) => V::deserialize(I128Deserializer::new(number)),
            _ => Err(error),
        })
    }
}

impl<V: AsRef<str> + for<'a> From<&'a str>> TokenCodec<V> for Text {
    const RESUMABLE: bool = true;
    fn is_empty(&self, token: &V) -> bool {
        token.as_ref().is_empty()
    }
    fn write(&self, token: &V, to: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> {
        token.as_ref().serialize(to)
    }
    fn read(&self, from: Value) -> Result<V, serde_json::Error> {
        serde_json::from_value::<alloc::string::String>(from).map(|text| V::from(&text))
    }
}

fn cannot_be_written<T>() -> Result<T, serde_json::Error> {
    Err(serde::de::Error::custom("the token's type is not serde"))
}

impl<V: Default + PartialEq> TokenCodec<V> for Unwritten {
    const RESUMABLE: bool = false;
    fn is_empty(&self, token: &V) -> bool {
        *token == V::default()
    }
    fn write(&self, _: &V, _: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> {
        cannot_be_written()
    }
    fn read(&self, _: Value) -> Result<V, serde_json::Error> {
        cannot_be_written()
    }
}

impl<V> TokenCodec<V> for Opaque {
    const RESUMABLE: bool = false;
    fn is_empty(&self, _: &V) -> bool {
        false
    }
    fn write(&self, _: &V, _: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> {
        cannot_be_written()
    }
    fn read(&self, _: Value) -> Result<V, serde_json::Error> {
        cannot_be_written()
    }
}

impl<V, C, W, D> TokenCodec<V> for With<C, W, D>
where
    C: TokenCodec<V>,
    W: Fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> + Copy,
    D: Fn(Value) -> Result<V, serde_json::Error> + Copy,
{
    const RESUMABLE: bool = true;
    fn is_empty(&self, token: &V) -> bool {
        self.emptiness.is_empty(token)
    }
    fn write(&self, token: &V, to: &mut TokenSerializer<'_>) -> Result<(), serde_json::Error> {
        (self.write)(token, to)
    }
    fn read(&self, from: Value) -> Result<V, serde_json::Error> {
        (self.read)(from)
    }
}

impl<V> Probe<V> {
    /// A token that `write` and `read` turn into JSON and back, and `emptiness` tells to be absent.
    #[allow(clippy::unused_self, reason = "as above")]
    pub fn with<C, W, D>(self, emptiness: C, write: W, read: D) -> With<C, W, D>
    where
        W: Fn(&V, &mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
        D: Fn(Value) -> Result<V, serde_json::Error>,
    {
        With { emptiness, write, read }
    }
}

/// The first choice: see the module's documentation.
pub trait SerdeToken {
    /// How such a token is written.
    fn codec(&self) -> Serde {
        Serde
    }
}
impl<V: Serialize + DeserializeOwned> SerdeToken for &&&Probe<V> {}

/// The second choice.
pub trait TextToken {
    /// How such a token is written.
    fn codec(&self) -> Text {
        Text
    }
}
impl<V: AsRef<str> + for<'a> From<&'a str>> TextToken for &&Probe<V> {}

/// The third choice.
pub trait DefaultToken {
    /// How such a token is told to be empty.
    fn codec(&self) -> Unwritten {
        Unwritten
    }
}
impl<V: Default + PartialEq> DefaultToken for &Probe<V> {}

/// The last choice.
pub trait OpaqueToken {
    /// Such a token is never empty and never written.
    fn codec(&self) -> Opaque {
        Opaque
    }
}
impl<V> OpaqueToken for Probe<V> {}

#[cfg(test)]
#[allow(clippy::needless_borrow, clippy::zero_sized_map_values, reason = "what generated code writes")]
mod tests {
    use super::*;
    use alloc::collections::BTreeMap;
    use alloc::string::String;

    #[derive(Debug, Clone, PartialEq)]
    struct NotSerde;

    struct TextOnly(String);
    impl AsRef<str> for TextOnly {
        fn as_ref(&self) -> &str {
            &self.0
        }
    }
    impl From<&str> for TextOnly {
        fn from(text: &str) -> Self {
            Self(text.into())
        }
    }

    #[test]
    fn the_first_way_that_fits_is_chosen() {
        let _: Serde = (&&&&Probe::<String>::new()).codec();
        let _: Serde = (&&&&Probe::<i32>::new()).codec();
        let _: Text = (&&&&Probe::<TextOnly>::new()).codec();
        let _: Unwritten = (&&&&Probe::<BTreeMap<String, NotSerde>>::new()).codec();
        let _: Opaque = (&&&&Probe::<NotSerde>::new()).codec();
    }

    #[test]
    fn what_each_takes_for_empty() {
        assert!(TokenCodec::<String>::is_empty(&Serde, &String::new()));
        assert!(TokenCodec::<TextOnly>::is_empty(&Text, &TextOnly::from("")));
        assert!(!TokenCodec::<TextOnly>::is_empty(&Text, &TextOnly::from("0")));
        assert!(TokenCodec::<BTreeMap<u8, NotSerde>>::is_empty(&Unwritten, &BTreeMap::new()));
        assert!(!TokenCodec::<NotSerde>::is_empty(&Opaque, &NotSerde));
    }
}
