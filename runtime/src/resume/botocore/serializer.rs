//! A serializer that writes values as Python's `json.dumps` does, except for numbers that `serde_json` cannot read.
//!
//! `serde_json::Serializer` with a custom `Formatter` is not sufficient. Without `std` the methods of `Formatter` name
//! types of a private module, and `Formatter` is not called for NaN and infinite floats.

use core::fmt::{self, Write as _};

use serde::ser::{self, Error as _, Serialize, Serializer};
use serde_json::Error;

use super::encode::{Encoder, PathSegment};
use super::python_json::{float_repr, write_string};

/// Serializes the value of a token into an [`Encoder`].
///
/// Values are mapped to JSON as in `serde_json`, except for three kinds. Bytes (`serialize_bytes`) are written as base64, and
/// their path is recorded. Integers outside of 64 bits, and floats that are not finite, are written as strings.
pub struct TokenSerializer<'a> {
    encoder: &'a mut Encoder,
    mode: Mode,
}

/// The context in which a value is written.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Value,
    /// A key of a map, which must be a string or a scalar.
    Key,
    /// JSON that `serde_json` has written: a number with its feature `arbitrary_precision`, or a raw value.
    Raw,
}

impl<'a> TokenSerializer<'a> {
    pub(super) fn new(encoder: &'a mut Encoder) -> Self {
        Self { encoder, mode: Mode::Value }
    }

    /// Writes a value by its `Display` implementation. It is quoted if it is a key.
    fn write_scalar(&mut self, value: impl fmt::Display) {
        let quote = if self.mode == Mode::Key { "\"" } else { "" };
        // Writing to a `String` cannot fail.
        let _ = write!(self.encoder.json, "{quote}{value}{quote}");
    }

    fn reject_as_key(&self) -> Result<(), Error> {
        match self.mode {
            Mode::Key => Err(Error::custom("a map key must be a string")),
            Mode::Value | Mode::Raw => Ok(()),
        }
    }

    fn open(&mut self, open: &str, close: &'static str) -> Result<Compound<'_>, Error> {
        self.reject_as_key()?;
        self.encoder.json.push_str(open);
        Ok(Compound { encoder: self.encoder, count: 0, close, is_variant: false, mode: Mode::Value })
    }

    /// Opens `{"variant": `.
    fn open_variant(&mut self, variant: &str, open: &str, close: &'static str) -> Result<Compound<'_>, Error> {
        self.reject_as_key()?;
        self.encoder.json.push('{');
        let start = self.encoder.json.len();
        write_string(&mut self.encoder.json, variant);
        self.encoder.end_key(start);
        Ok(Compound { is_variant: true, ..self.open(open, close)? })
    }
}

macro_rules! scalars {
    ($($name:ident($type:ty);)*) => {
        $(fn $name(self, value: $type) -> Result<(), Error> {
            self.write_scalar(value);
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
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        // JSON has neither NaN nor infinite floats, so they are written as strings.
        if !value.is_finite() {
            return self.collect_str(&value);
        }
        self.write_scalar(float_repr(value));
        Ok(())
    }

    // `serde_json` reads floats as `f64`. The shortest representation of an `f32` would then be rounded twice.
    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    // `serde_json` reads integers outside the ranges of `i64` and `u64` as floats, so they are written as strings.
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
            Mode::Raw => self.encoder.json.push_str(value),
            Mode::Value | Mode::Key => write_string(&mut self.encoder.json, value),
        }
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.reject_as_key()?;
        self.encoder.write_bytes(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.reject_as_key()?;
        self.encoder.json.push_str("null");
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
        value.serialize(&mut TokenSerializer::new(object.encoder))?;
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

/// An array or object whose elements are written one by one.
pub struct Compound<'s> {
    encoder: &'s mut Encoder,
    count: usize,
    close: &'static str,
    /// `true` inside an enum variant, whose name is a segment of the path.
    is_variant: bool,
    /// `Raw` if the values of a struct's fields are written without the names of the fields.
    mode: Mode,
}

impl Compound<'_> {
    fn write_separator(&mut self) {
        if self.count > 0 {
            self.encoder.json.push_str(", ");
        }
        self.count += 1;
    }

    fn write_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.write_separator();
        self.encoder.path.push(PathSegment::Index(self.count - 1));
        self.write_value(value)
    }

    fn write_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.write_separator();
        let start = self.encoder.json.len();
        key.serialize(&mut TokenSerializer { encoder: self.encoder, mode: Mode::Key })?;
        self.encoder.end_key(start);
        Ok(())
    }

    /// Writes the value at the current path.
    fn write_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut TokenSerializer::new(self.encoder))?;
        self.encoder.path.pop();
        Ok(())
    }

    fn write_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.mode == Mode::Raw {
            return value.serialize(&mut TokenSerializer { encoder: self.encoder, mode: Mode::Raw });
        }
        self.write_key(key)?;
        self.write_value(value)
    }

    #[expect(clippy::unnecessary_wraps, reason = "matches the return type of `end` in serde's traits")]
    fn close(self) -> Result<(), Error> {
        self.encoder.json.push_str(self.close);
        if self.is_variant {
            self.encoder.path.pop();
        }
        Ok(())
    }
}

/// Implements serde's compound traits by the methods of [`Compound`].
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
    SerializeSeq { serialize_element() by write_element; }
    SerializeTuple { serialize_element() by write_element; }
    SerializeTupleStruct { serialize_field() by write_element; }
    SerializeTupleVariant { serialize_field() by write_element; }
    SerializeMap { serialize_key() by write_key; serialize_value() by write_value; }
    SerializeStruct { serialize_field(key: &'static str) by write_field; }
    SerializeStructVariant { serialize_field(key: &'static str) by write_field; }
}
