//! Whether a token is empty, seen through serde: `""`, `0`, `false`, an empty map or list, `None`.

use core::fmt::Display;
use serde::ser::{self, Impossible, Serialize, Serializer};

/// Whether `value` is what a service means by "no token".
pub(crate) fn is_empty<T: Serialize + ?Sized>(value: &T) -> bool {
    value.serialize(Emptiness).unwrap_or(false)
}

/// The error of a value that serde cannot see: such a value is not empty.
#[derive(Debug)]
pub(crate) struct Unseen;

impl Display for Unseen {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("not serializable")
    }
}

impl ser::StdError for Unseen {}

impl ser::Error for Unseen {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Emptiness;

/// Counts nothing but whether there was an element.
struct Elements(bool);

macro_rules! zero_is_empty {
    ($($method:ident: $type:ty,)*) => {
        $(#[allow(clippy::float_cmp, reason = "zero is exact")]
        fn $method(self, value: $type) -> Result<bool, Unseen> {
            Ok(value == <$type>::default())
        })*
    };
}

impl Serializer for Emptiness {
    type Ok = bool;
    type Error = Unseen;
    type SerializeSeq = Elements;
    type SerializeTuple = Elements;
    type SerializeTupleStruct = Elements;
    type SerializeTupleVariant = Impossible<bool, Unseen>;
    type SerializeMap = Elements;
    type SerializeStruct = Elements;
    type SerializeStructVariant = Impossible<bool, Unseen>;

    zero_is_empty! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
        serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_char(self, _: char) -> Result<bool, Unseen> {
        Ok(false)
    }
    fn serialize_str(self, text: &str) -> Result<bool, Unseen> {
        Ok(text.is_empty())
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Result<bool, Unseen> {
        Ok(bytes.is_empty())
    }
    fn serialize_none(self) -> Result<bool, Unseen> {
        Ok(true)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<bool, Unseen> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<bool, Unseen> {
        Ok(true)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<bool, Unseen> {
        Ok(false)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<bool, Unseen> {
        Ok(false)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<bool, Unseen> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<bool, Unseen> {
        Ok(false)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Elements, Unseen> {
        Ok(Elements(false))
    }
    fn serialize_tuple(self, _: usize) -> Result<Elements, Unseen> {
        Ok(Elements(false))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Elements, Unseen> {
        Ok(Elements(false))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<bool, Unseen>, Unseen> {
        Err(Unseen)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Elements, Unseen> {
        Ok(Elements(false))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Elements, Unseen> {
        Ok(Elements(false))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<bool, Unseen>, Unseen> {
        Err(Unseen)
    }
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<bool, Unseen> {
        struct First(bool);
        impl core::fmt::Write for First {
            fn write_str(&mut self, text: &str) -> core::fmt::Result {
                self.0 |= !text.is_empty();
                Ok(())
            }
        }
        let mut first = First(false);
        core::fmt::write(&mut first, format_args!("{value}")).map_err(|_| Unseen)?;
        Ok(!first.0)
    }
}

macro_rules! any_element_is_not_empty {
    ($($trait:ident :: $method:ident ($($key:ty)?),)*) => {
        $(impl ser::$trait for Elements {
            type Ok = bool;
            type Error = Unseen;
            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $key,)? _: &T) -> Result<(), Unseen> {
                self.0 = true;
                Ok(())
            }
            fn end(self) -> Result<bool, Unseen> {
                Ok(!self.0)
            }
        })*
    };
}

any_element_is_not_empty! {
    SerializeSeq::serialize_element(),
    SerializeTuple::serialize_element(),
    SerializeTupleStruct::serialize_field(),
    SerializeStruct::serialize_field(&'static str),
}

impl ser::SerializeMap for Elements {
    type Ok = bool;
    type Error = Unseen;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Unseen> {
        self.0 = true;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Unseen> {
        Ok(())
    }
    fn end(self) -> Result<bool, Unseen> {
        Ok(!self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Unseen, is_empty};
    use alloc::collections::BTreeMap;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use serde::{Serialize, Serializer};

    #[derive(Serialize)]
    struct Newtype(String);

    #[derive(Serialize)]
    struct Unit;

    #[derive(Serialize)]
    enum Enum {
        Unit,
        Newtype(&'static str),
        Tuple(u8, u8),
        Struct { n: u8 },
    }

    /// What serializes by its `Display`.
    struct Shown(&'static str);
    impl Serialize for Shown {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_str(self.0)
        }
    }

    struct Bytes(&'static [u8]);
    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_bytes(self.0)
        }
    }

    #[test]
    fn what_is_empty() {
        assert!(is_empty(""));
        assert!(is_empty(&0_i32));
        assert!(is_empty(&0_u64));
        assert!(is_empty(&false));
        assert!(is_empty(&Some("")));
        assert!(is_empty(&None::<String>));
        assert!(is_empty(&BTreeMap::<String, String>::new()));
        assert!(is_empty(&Vec::<u8>::new()));
        assert!(is_empty(&Newtype(String::new())));
        assert!(is_empty(&()));
        assert!(is_empty(&Shown("")));
        assert!(is_empty(&Bytes(b"")));
    }

    #[test]
    fn what_is_not_empty() {
        assert!(!is_empty("0"));
        assert!(!is_empty(&-1));
        assert!(!is_empty(&true));
        assert!(!is_empty(&BTreeMap::from([("", "")])));
        assert!(!is_empty(&vec![0]));
        assert!(!is_empty(&Newtype("t".into())));
        assert!(!is_empty(&Some("t")));
        assert!(!is_empty(&'t'));
        assert!(!is_empty(&Unit));
        assert!(!is_empty(&Enum::Unit));
        assert!(!is_empty(&Enum::Newtype("")));
        assert!(!is_empty(&Enum::Tuple(0, 0)));
        assert!(!is_empty(&Enum::Struct { n: 0 }));
        assert!(!is_empty(&(0, 0)));
        assert!(!is_empty(&Shown("t")));
        assert!(!is_empty(&Bytes(b"t")));
        assert_eq!(Unseen.to_string(), "not serializable");
    }
}
