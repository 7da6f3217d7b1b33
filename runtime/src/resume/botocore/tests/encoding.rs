//! Tests of the encoder. The expected strings are the output of botocore's `TokenEncoder` on Python 3.11.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};
use serde_json::{Error, json};

use crate::resume::{Encoder, ITEMS_BEFORE, ResumeToken, decode};

struct Bytes(&'static [u8]);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

fn add(encoder: &mut Encoder, name: &str, value: &impl Serialize) -> Result<(), Error> {
    encoder.write_token(name, |serializer| value.serialize(serializer))
}

fn encode(name: &str, value: &impl Serialize) -> ResumeToken {
    let mut encoder = Encoder::new();
    add(&mut encoder, name, value).unwrap();
    encoder.finish(None)
}

fn decoded_json(token: &ResumeToken) -> String {
    String::from_utf8(STANDARD.decode(token.as_str()).unwrap()).unwrap()
}

#[test]
fn a_position_in_a_page_is_encoded_as_botocore_does() {
    let mut encoder = Encoder::new();
    add(&mut encoder, "NextToken", &"t10").unwrap();
    let token = encoder.finish(Some(1));
    assert_eq!(token.to_string(), "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=");
}

#[test]
fn a_token_that_is_not_set_is_null() {
    let mut encoder = Encoder::new();
    add(&mut encoder, "StartRecordName", &"a").unwrap();
    encoder.write_unset_token("StartRecordType");
    add(&mut encoder, "StartRecordIdentifier", &Some("ø")).unwrap();
    let expected = r#"{"StartRecordName": "a", "StartRecordType": null, "StartRecordIdentifier": "\u00f8"}"#;
    assert_eq!(decoded_json(&encoder.finish(None)), expected);
}

#[test]
fn an_operation_without_tokens_has_an_empty_object() {
    assert_eq!(Encoder::new().finish(None).as_str(), "e30=");
    assert_eq!(Encoder::new().finish(Some(3)).as_str(), "eyJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDN9");
}

#[test]
fn characters_outside_printable_ascii_are_escaped() {
    let text: String = ('\0'..='\u{80}').chain("é\u{2028}\u{ffff}😀𝄞".chars()).collect();
    let expected = concat!(
        r#"{"NextToken": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012"#,
        r##"\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?"##,
        r#"@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u007f\u0080\u00e9\u2028\uffff\ud83d\ude00"#,
        r#"\ud834\udd1e"}"#,
    );
    assert_eq!(decoded_json(&encode("NextToken", &text)), expected);
}

#[test]
fn floats_are_written_as_python_floats() {
    let numbers = [
        1e16,
        1.0,
        1e-5,
        1e-4,
        1.5e300,
        -1.25e-7,
        123_456_789_012_345_680.0,
        -0.0,
        5e-324,
        9_007_199_254_740_993.0,
        0.1,
        1e15,
        1e22,
        123_456.789,
    ];
    let expected = concat!(
        r#"{"N": [1e+16, 1.0, 1e-05, 0.0001, 1.5e+300, -1.25e-07, 1.2345678901234568e+17, -0.0, "#,
        r#"5e-324, 9007199254740992.0, 0.1, 1000000000000000.0, 1e+22, 123456.789]}"#,
    );
    assert_eq!(decoded_json(&encode("N", &numbers)), expected);
    // The first number is equally close to two representations.
    // Rounding the second number half to even gives the representation of another number.
    let numbers = [3_526_127_919_141_833.0 / 4.0, 5.684_341_886_080_802e-14];
    assert_eq!(decoded_json(&encode("N", &numbers)), r#"{"N": [881531979785458.2, 5.684341886080802e-14]}"#);
}

/// The decimal representation of the first number, read as an `f64` and then rounded, is that of another `f32`.
#[test]
fn an_f32_survives_the_resume_token() {
    for number in [f32::from_bits(0x15ae_43fd), 0.1, 1e20, -0.0, f32::MIN_POSITIVE, f32::MAX] {
        let token = encode("N", &number);
        let decoded = decode(&token, &["N"], None).unwrap().take_value().unwrap();
        assert_eq!(serde_json::from_value::<f32>(decoded).unwrap().to_bits(), number.to_bits(), "{number}");
    }
}

/// Python writes them without quotes, which is not JSON.
#[test]
fn floats_that_are_not_finite_are_written_as_strings() {
    let numbers = [f64::NAN, f64::NEG_INFINITY, f64::INFINITY];
    assert_eq!(decoded_json(&encode("N", &numbers)), r#"{"N": ["NaN", "-inf", "inf"]}"#);
    assert_eq!(decoded_json(&encode("N", &f32::INFINITY)), r#"{"N": "inf"}"#);
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype(char);

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
enum Variant {
    V,
}

#[test]
fn scalars_are_written_as_json() {
    let value = (
        (true, false, (), Unit, None::<u8>),
        (-128i8, -32_768i16, i32::MIN, i64::MIN, i128::MIN),
        (255u8, 65_535u16, u32::MAX, u64::MAX, u128::MAX),
        (Newtype('c'), "", Variant::V),
        ([0u8; 0], BTreeMap::<u8, u8>::new()),
    );
    let expected = concat!(
        r#"{"N": [[true, false, null, null, null], [-128, -32768, -2147483648, -9223372036854775808, "#,
        r#""-170141183460469231731687303715884105728"], [255, 65535, 4294967295, 18446744073709551615, "#,
        r#""340282366920938463463374607431768211455"], ["c", "", "V"], [[], {}]]}"#,
    );
    assert_eq!(decoded_json(&encode("N", &value)), expected);
}

#[test]
fn serde_json_numbers_are_written_as_numbers() {
    let value = json!({"a": [1, -2, 1.5, {"b": 18_446_744_073_709_551_615u64}]});
    assert_eq!(decoded_json(&encode("N", &value)), r#"{"N": {"a": [1, -2, 1.5, {"b": 18446744073709551615}]}}"#);
}

#[test]
fn scalar_map_keys_are_written_as_strings() {
    let value = (
        BTreeMap::from([(1, "a"), (-2, "b")]),
        BTreeMap::from([(false, 0), (true, 1)]),
        BTreeMap::from([(Variant::V, 'c')]),
        BTreeMap::from([(Some("ø\""), 0)]),
    );
    let expected = r#"{"N": [{"-2": "b", "1": "a"}, {"false": 0, "true": 1}, {"V": "c"}, {"\u00f8\"": 0}]}"#;
    assert_eq!(decoded_json(&encode("N", &value)), expected);
}

#[test]
fn a_map_key_that_is_not_a_string_is_an_error() {
    let error = |write: &dyn Fn(&mut Encoder) -> Result<(), Error>| write(&mut Encoder::new()).unwrap_err().to_string();
    assert_eq!(error(&|encoder| add(encoder, "N", &BTreeMap::from([([1], 1)]))), "a map key must be a string");
    assert_eq!(error(&|encoder| add(encoder, "N", &BTreeMap::from([((), 1)]))), "a map key must be a string");
    assert_eq!(error(&|encoder| add(encoder, "N", &BTreeMap::from([(None::<u8>, 1)]))), "a map key must be a string");
}

#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum Attribute {
    S(&'static str),
    B(Bytes),
    L(Vec<Attribute>),
    Bs(Vec<Bytes>),
}

#[derive(Serialize)]
struct Key {
    pk: Attribute,
    l: Attribute,
    #[serde(rename = "ké\"")]
    k: Bytes,
}

fn token_with_bytes() -> ResumeToken {
    let list = [Attribute::B(Bytes(b"")), Attribute::S("x"), Attribute::Bs([Bytes(b"a"), Bytes(b"bc")].into())];
    let key = Key { pk: Attribute::B(Bytes(b"\0\xff")), l: Attribute::L(list.into()), k: Bytes(b"z") };
    let mut encoder = Encoder::new();
    add(&mut encoder, "Key", &key).unwrap();
    add(&mut encoder, "Other", &Bytes(b"w")).unwrap();
    encoder.finish(Some(5))
}

#[test]
fn the_paths_of_nested_bytes_are_recorded() {
    let expected = concat!(
        "eyJLZXkiOiB7InBrIjogeyJCIjogIkFQOD0ifSwgImwiOiB7IkwiOiBbeyJCIjogIiJ9LCB7IlMiOiAieCJ9LCB7IkJTIjogWyJZUT09IiwgIlltTT0i",
        "XX1dfSwgImtcdTAwZTlcIiI6ICJlZz09In0sICJPdGhlciI6ICJkdz09IiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogNSwgImJvdG9fZW5jb2RlZF9r",
        "ZXlzIjogW1siS2V5IiwgInBrIiwgIkIiXSwgWyJLZXkiLCAibCIsICJMIiwgMCwgIkIiXSwgWyJLZXkiLCAibCIsICJMIiwgMiwgIkJTIiwgMF0sIFsi",
        "S2V5IiwgImwiLCAiTCIsIDIsICJCUyIsIDFdLCBbIktleSIsICJrXHUwMGU5XCIiXSwgWyJPdGhlciJdXX0=",
    );
    assert_eq!(token_with_bytes().as_str(), expected);
}

#[test]
fn nested_bytes_are_decoded_again() {
    let decoded = decode(&token_with_bytes(), &["Key", "Other"], None).unwrap();
    let key =
        json!({"pk": {"B": [0, 255]}, "l": {"L": [{"B": []}, {"S": "x"}, {"BS": [[97], [98, 99]]}]}, "ké\"": [122]});
    assert_eq!(decoded.values.as_slice(), [Some(key), Some(json!([119]))]);
    assert_eq!(decoded.skip, 5);
}

#[derive(Serialize)]
enum Shape {
    New(Bytes),
    Tuple(u8, Bytes),
    Struct { a: Bytes, b: u8 },
    Fields {},
}

#[test]
fn enum_variants_are_segments_of_the_path_to_bytes() {
    let shapes = [
        Shape::New(Bytes(b"n")),
        Shape::Tuple(1, Bytes(b"t")),
        Shape::Struct { a: Bytes(b"s"), b: 2 },
        Shape::Fields {},
    ];
    let mut encoder = Encoder::new();
    add(&mut encoder, "N", &shapes).unwrap();
    add(&mut encoder, "M", &Bytes(b"m")).unwrap();
    let expected = concat!(
        r#"{"N": [{"New": "bg=="}, {"Tuple": [1, "dA=="]}, {"Struct": {"a": "cw==", "b": 2}}, {"Fields": {}}], "M": "bQ==", "#,
        r#""boto_encoded_keys": [["N", 0, "New"], ["N", 1, "Tuple", 1], ["N", 2, "Struct", "a"], ["M"]]}"#,
    );
    assert_eq!(decoded_json(&encoder.finish(None)), expected);
}

#[test]
fn an_encoded_string_is_decoded_again() {
    let texts = ["", "None", "t1___3", "ø\u{1F600}\n\"\\", "eyJOZXh0VG9rZW4iOiAidDAifQ=="];
    for text in texts {
        let decoded = decode(&encode("NextToken", &text), &["NextToken"], None).unwrap();
        assert_eq!(decoded.values.as_slice(), [Some(text.to_owned().into())]);
    }
}

#[test]
fn numbers_are_written_in_call_order_and_decoded_by_name() {
    let mut encoder = Encoder::new();
    add(&mut encoder, "NextToken", &"t").unwrap();
    encoder.write_number("MaxResults", 50);
    encoder.write_number(ITEMS_BEFORE, u64::MAX);
    let token = encoder.finish(Some(2));
    let expected = concat!(
        r#"{"NextToken": "t", "MaxResults": 50, "paginated_items_before": 18446744073709551615, "#,
        r#""boto_truncate_amount": 2}"#,
    );
    assert_eq!(decoded_json(&token), expected);
    let decoded = decode(&token, &["NextToken"], Some("MaxResults")).unwrap();
    assert_eq!(decoded.values.as_slice(), [Some(json!("t"))]);
    assert_eq!((decoded.skip, decoded.items_before, decoded.page_size), (2, Some(u64::MAX), Some(50)));
}

#[test]
fn page_start_equals_the_token_that_is_encoded_without_an_item_count() {
    let encode_position = |item_count| {
        let mut encoder = Encoder::new();
        encoder.write_unset_token("KeyMarker");
        add(&mut encoder, "VersionIdMarker", &("\u{1F600}, \"", Bytes(b"b"))).unwrap();
        encoder.write_number("MaxKeys", 10);
        encoder.finish(item_count)
    };
    assert_eq!(encode_position(Some(3)).page_start(), encode_position(None));
    assert_eq!(encode_position(None).page_start(), encode_position(None));
}
