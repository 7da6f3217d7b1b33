//! A value as Python's `json.dumps` writes it.
//!
//! Not `serde_json`'s serializer with a formatter of ours: without `std` the formatter's trait cannot be implemented (its methods
//! name a private module's types), and it is not told of floats that are no number.

use core::fmt::{self, Write as _};

use serde::ser::{self, Error as _, Serialize, Serializer};
use serde_json::Error;

use super::encode::{Encoder, Step};
use super::python::{float_repr, write_str};

/// Writes the value of a token: what its codec is given.
///
/// Values become JSON as with `serde_json`. Bytes (`serialize_bytes`) become base64, and their path is noted.
pub struct TokenSerializer<'a> {
    to: &'a mut Encoder,
    mode: Mode,
}

/// What is being written.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Value,
    /// A key of a map: a text, or what has one.
    Key,
    /// JSON that `serde_json` wrote: a number of its feature `arbitrary_precision`, or a raw value.
    Raw,
}

impl<'a> TokenSerializer<'a> {
    pub(super) fn new(to: &'a mut Encoder) -> Self {
        Self { to, mode: Mode::Value }
    }

    /// Writes a value that has a text of its own, which is quoted where it is a key.
    fn scalar(&mut self, value: impl fmt::Display) {
        let quote = if self.mode == Mode::Key { "\"" } else { "" };
        // Writing to a text cannot fail.
        let _ = write!(self.to.text, "{quote}{value}{quote}");
    }

    fn not_as_key(&self) -> Result<(), Error> {
        match self.mode {
            Mode::Key => Err(Error::custom("a map's key is no text")),
            Mode::Value | Mode::Raw => Ok(()),
        }
    }

    fn open(&mut self, open: &str, close: &'static str) -> Result<Compound<'_>, Error> {
        self.not_as_key()?;
        self.to.text.push_str(open);
        Ok(Compound { to: self.to, count: 0, close, variant: false, mode: Mode::Value })
    }

    /// Opens `{"variant": `.
    fn open_variant(&mut self, variant: &str, open: &str, close: &'static str) -> Result<Compound<'_>, Error> {
        self.not_as_key()?;
        self.to.text.push('{');
        let start = self.to.text.len();
        write_str(&mut self.to.text, variant);
        self.to.end_key(start);
        Ok(Compound { variant: true, ..self.open(open, close)? })
    }
}

macro_rules! scalars {
    ($($name:ident($type:ty) $(by $text:ident)?;)*) => {
        $(fn $name(self, value: $type) -> Result<(), Error> {
            self.scalar($($text)? (&value));
            Ok(())
        })*
    };
}

impl<'s> Serializer for &'s mut TokenSerializer<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'s>;
    type SerializeTuple = Compound<'s>;
    type SerializeTupleStruct = Compound<'s>;
    type SerializeTupleVariant = Compound<'s>;
    type SerializeMap = Compound<'s>;
    type SerializeStruct = Compound<'s>;
    type SerializeStructVariant = Compound<'s>;

    scalars! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32) by float_repr;
        serialize_f64(f64) by float_repr;
    }

    // What is larger than JSON's own numbers is a text.
    fn serialize_i128(self, value: i128) -> Result<(), Error> {
        match (i64::try_from(value), u64::try_from(value)) {
            (Ok(value), _) => self.serialize_i64(value),
            (_, Ok(value)) => self.serialize_u64(value),
            _ => self.collect_str(&value),
        }
    }

    fn serialize_u128(self, value: u128) -> Result<(), Error> {
        match u64::try_from(value) {
            Ok(value) => self.serialize_u64(value),
            Err(_) => self.collect_str(&value),
        }
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        match self.mode {
            Mode::Raw => self.to.text.push_str(value),
            Mode::Value | Mode::Key => write_str(&mut self.to.text, value),
        }
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.not_as_key()?;
        self.to.bytes(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.not_as_key()?;
        self.to.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let object = self.open_variant(variant, "", "}")?;
        value.serialize(&mut TokenSerializer::new(object.to))?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'s>, Error> {
        self.open("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'s>, Error> {
        self.open("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'s>, Error> {
        self.open("[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'s>, Error> {
        self.open_variant(variant, "[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'s>, Error> {
        self.open("{", "}")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'s>, Error> {
        match name {
            "$serde_json::private::Number" | "$serde_json::private::RawValue" => {
                Ok(Compound { mode: Mode::Raw, ..self.open("", "")? })
            }
            _ => self.open("{", "}"),
        }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'s>, Error> {
        self.open_variant(variant, "{", "}}")
    }
}

/// An array or object that is being written.
pub struct Compound<'s> {
    to: &'s mut Encoder,
    count: usize,
    close: &'static str,
    /// Whether it is an enum's variant, which is a step of the path.
    variant: bool,
    /// How a struct's fields are written: as `Raw`, without their names.
    mode: Mode,
}

impl Compound<'_> {
    fn separate(&mut self) {
        if self.count > 0 {
            self.to.text.push_str(", ");
        }
        self.count += 1;
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        self.to.path.push(Step::Index(self.count - 1));
        self.value(value)
    }

    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        let start = self.to.text.len();
        key.serialize(&mut TokenSerializer { to: self.to, mode: Mode::Key })?;
        self.to.end_key(start);
        Ok(())
    }

    /// Writes the value that the last step of the path leads to.
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut TokenSerializer::new(self.to))?;
        self.to.path.pop();
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.mode == Mode::Raw {
            return value.serialize(&mut TokenSerializer { to: self.to, mode: Mode::Raw });
        }
        self.key(key)?;
        self.value(value)
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is what the traits' `end` gives")]
    fn close(self) -> Result<(), Error> {
        self.to.text.push_str(self.close);
        if self.variant {
            self.to.path.pop();
        }
        Ok(())
    }
}

/// `serde`'s traits for what has several values, each by the method above that does it.
macro_rules! compounds {
    ($($trait:ident { $($name:ident($($key:ident: $type:ty)?) by $by:ident;)* })*) => {
        $(impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = Error;

            $(fn $name<T: Serialize + ?Sized>(&mut self, $($key: $type,)? value: &T) -> Result<(), Error> {
                self.$by($($key,)? value)
            })*

            fn end(self) -> Result<(), Error> {
                self.close()
            }
        })*
    };
}

compounds! {
    SerializeSeq { serialize_element() by element; }
    SerializeTuple { serialize_element() by element; }
    SerializeTupleStruct { serialize_field() by element; }
    SerializeTupleVariant { serialize_field() by element; }
    SerializeMap { serialize_key() by key; serialize_value() by value; }
    SerializeStruct { serialize_field(key: &'static str) by field; }
    SerializeStructVariant { serialize_field(key: &'static str) by field; }
}
