//! Types of positions and page sizes.

use std::collections::BTreeMap;
use std::num::{NonZeroI32, NonZeroI64, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize};

use paginated::{Error, Page, paginated};

use super::service::{items, may_fail};
use super::*;

/// A number as the service reads it: `None` if the request has none.
trait Read {
    fn read(&self) -> Option<u32>;
}

macro_rules! read_numbers {
    ($($type:ty, |$number:ident| $read:expr;)*) => {
        $(impl Read for $type {
            fn read(&self) -> Option<u32> {
                let $number = self;
                $read
            }
        })*
    };
    (integers: $($type:ty)*) => {
        read_numbers! { $($type, |number| Some(u32::try_from(*number).unwrap());)* }
    };
    (non_zero: $($type:ty)*) => {
        read_numbers! { $($type, |number| Some(u32::try_from(number.get()).unwrap());)* }
    };
}

read_numbers!(integers: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
read_numbers!(non_zero: NonZeroI32 NonZeroI64 NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize);
read_numbers! {
    String, |number| (!number.is_empty()).then(|| number.parse().unwrap());
    Count, |number| Some(number.0);
    Small, |number| Some(number.0.into());
    Signed, |number| Some(number.0.try_into().unwrap());
    Text, |number| number.0.read();
}

impl<T: Read> Read for Option<T> {
    fn read(&self) -> Option<u32> {
        self.as_ref()?.read()
    }
}

impl<T: Read> Read for Box<T> {
    fn read(&self) -> Option<u32> {
        T::read(self)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Count(u32);

impl From<u32> for Count {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Small(u8);

impl TryFrom<usize> for Small {
    type Error = std::num::TryFromIntError;
    fn try_from(number: usize) -> Result<Self, Self::Error> {
        number.try_into().map(Self)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Signed(i32);

impl From<i32> for Signed {
    fn from(number: i32) -> Self {
        Self(number)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Text(String);

impl From<String> for Text {
    fn from(number: String) -> Self {
        Self(number)
    }
}

/// A page that repeats its position and has the length of the list.
#[derive(Debug, Page)]
struct Counted<T> {
    items: Vec<u32>,
    number: T,
    total: T,
}

impl<T> Contents for Counted<T> {
    fn contents(self) -> Vec<u32> {
        self.items
    }
}

fn page_at(start: Option<u32>, size: Option<u32>) -> Result<Vec<u32>, Failure> {
    may_fail()?;
    Ok(items(start.expect("each request has a position"), size.filter(|size| *size > 0)))
}

/// Checks lists whose position and page size have a type. `$start` is the number of the first page.
macro_rules! check_numbers {
    ($($type:ty, $default:expr;)*) => { $({
        #[derive(Clone)]
        struct Input {
            position: $type,
            limit: $type,
        }

        #[paginated(page_number = position, start = 1, limit_key = limit, result_key = "@")]
        async fn pages_from_1(input: Input) -> Result<Vec<u32>, Failure> {
            let size = input.limit.read().filter(|size| *size > 0);
            page_at(input.position.read().map(|page| (page - 1) * size.unwrap_or(4)), size)
        }
        #[paginated(page_number = position, start = 0, limit_key = limit, result_key = "@")]
        fn pages_from_0(input: &Input) -> Result<Vec<u32>, Failure> {
            let size = input.limit.read().filter(|size| *size > 0);
            page_at(input.position.read().map(|page| page * size.unwrap_or(4)), size)
        }
        #[paginated(offset = "position", limit_key = "limit", result_key = "@")]
        async fn offsets(input: Input) -> Result<Vec<u32>, Failure> {
            page_at(input.position.read(), input.limit.read())
        }
        #[paginated(offset = "position", start = 1, limit_key = "limit", result_key = "@")]
        async fn offsets_from_1(input: Input) -> Result<Vec<u32>, Failure> {
            page_at(input.position.read().map(|offset| offset - 1), input.limit.read())
        }

        let input = || Input { position: $default, limit: $default };
        check!(pages_from_1_paginator(input()));
        check!(pages_from_0_paginator(input()));
        check!(offsets_paginator(input()));
        check!(offsets_from_1_paginator(input()));
    })* };
}

#[test]
fn a_position_can_be_of_each_integer_type() {
    check_numbers! { i8, 0; i16, 0; i32, 0; i64, 0; i128, 0; isize, 0; }
    check_numbers! { u8, 0; u16, 0; u32, 0; u64, 0; u128, 0; usize, 0; }
}

#[test]
fn a_position_can_be_optional_or_boxed() {
    check_numbers! { Option<u8>, None; Option<i64>, None; Option<usize>, None; }
    check_numbers! { Option<Box<u32>>, None; Box<u32>, Box::new(0); Box<Option<i32>>, Box::new(None); }
}

/// In a `Box<Option<_>>`, the caller's 0 was taken for an absent number.
#[test]
fn a_position_of_zero_in_an_option_is_that_of_the_caller() {
    macro_rules! check_zero {
        ($($type:ty, $zero:expr;)*) => { $({
            #[derive(Clone)]
            struct Input {
                page: $type,
            }
            #[paginated(page_number = "page", start = 1, result_key = "@")]
            fn list(input: Input) -> Result<Vec<u64>, Failure> {
                Ok(input.page.read().filter(|page| *page < 2).into_iter().map(|page| page as u64).collect())
            }
            let items: Result<Vec<_>, _> = list_paginator(Input { page: $zero }).items().collect();
            assert_eq!(items.unwrap(), [0, 1]);
        })* };
    }
    check_zero! { Option<u32>, Some(0); Option<Box<u32>>, Some(Box::new(0)); Box<Option<u32>>, Box::new(Some(0)); }
}

#[test]
fn a_position_can_be_a_string() {
    check_numbers! { String, String::new(); Option<String>, None; Option<Box<String>>, None; }
}

/// The parameters of a query are strings.
#[test]
fn a_closure_can_take_a_number_as_a_string() {
    type Query = BTreeMap<&'static str, String>;

    fn page(query: &Query) -> Result<Vec<u32>, Failure> {
        let read = |name| query.get(name).map(|number| number.parse().expect("a number"));
        page_at(read("offset"), read("limit"))
    }

    #[paginated(
        offset = |query, offset: String| query.insert("offset", offset),
        limit_key = |query, size: String| query.insert("limit", size),
        result_key = "@",
    )]
    async fn list(query: Query) -> Result<Vec<u32>, Failure> {
        page(&query)
    }

    #[paginated(
        offset = |mut query, offset: String| { query.insert("offset", offset); query },
        limit_key = |mut query, size: String| { query.insert("limit", size); query },
        result_key = "@",
        builder,
    )]
    async fn list_by_builder(query: Query) -> Result<Vec<u32>, Failure> {
        page(&query)
    }

    check!(list_paginator(Query::new()));
    check!(list_by_builder_paginator(Query::new()));
}

#[test]
fn a_position_can_be_a_newtype() {
    check_numbers! { Option<Count>, None; Option<Small>, None; Option<Signed>, None; Option<Text>, None; }
    check_numbers! { Count, Count(0); Small, Small(0); Signed, Signed(0); Text, Text(String::new()); }
}

/// A page number that is not zero is counted from 1.
#[test]
fn a_position_can_be_a_number_that_is_not_zero() {
    macro_rules! check_non_zero {
        ($($type:ty)*) => { $({
            #[derive(Clone)]
            struct Input {
                page: Option<$type>,
                limit: Option<$type>,
            }
            #[paginated(page_number = "page", start = 1, limit_key = "limit", result_key = "@")]
            async fn pages(input: Input) -> Result<Vec<u32>, Failure> {
                let size = input.limit.read();
                page_at(input.page.read().map(|page| (page - 1) * size.unwrap_or(4)), size)
            }
            #[paginated(offset = "page", start = 0, result_key = "@")]
            async fn offsets(input: Input) -> Result<Vec<u32>, Failure> {
                page_at(input.page.read(), None)
            }
            check!(pages_paginator(Input { page: None, limit: None }));
            let first = futures::executor::block_on(offsets_paginator(Input { page: None, limit: None }).items().next());
            assert!(matches!(&first, Some(Err(Error::PositionOverflow(error))) if error.pages == 0), "{first:?}");
        })* };
    }
    check_non_zero! { NonZeroI32 NonZeroI64 NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize }
}

/// Totals and echoes are read as any number.
#[test]
fn a_total_and_an_echo_can_be_of_each_type_of_number() {
    macro_rules! check_totals {
        ($($type:ty, $convert:expr;)*) => { $({
            #[derive(Clone)]
            struct Input {
                page: u32,
                limit: u32,
            }
            #[paginated(page_number = page, start = 1, echo = number, total_items = total, limit_key = limit, result_key = items)]
            async fn pages(input: Input) -> Result<Counted<$type>, Failure> {
                let size = if input.limit == 0 { 4 } else { input.limit };
                let start = (input.page - 1) * size;
                assert!(start < 10, "the total says that nothing is there");
                let convert: fn(u8) -> $type = $convert;
                let number = convert(input.page.try_into().unwrap());
                Ok(Counted { items: page_at(Some(start), Some(size))?, number, total: convert(10) })
            }
            check!(pages_paginator(Input { page: 0, limit: 0 }));
        })* };
    }
    check_totals! {
        i8, |number| number.try_into().unwrap();
        i16, i16::from; i32, i32::from; i64, i64::from; i128, i128::from; isize, isize::from;
        u8, u8::from; u16, u16::from; u32, u32::from; u64, u64::from; u128, u128::from; usize, usize::from;
        Option<u32>, |number| Some(number.into());
        Box<u64>, |number| Box::new(number.into());
        Option<Box<i64>>, |number| Some(Box::new(number.into()));
        String, |number| number.to_string();
        Option<String>, |number| Some(number.to_string());
        NonZeroU8, |number| number.try_into().unwrap();
    }
}

#[test]
fn a_newtype_can_fail_to_convert() {
    #[derive(Clone)]
    struct Input {
        offset: Option<Small>,
        limit: Option<Small>,
    }
    #[paginated(offset = "offset", limit_key = "limit", result_key = "@")]
    fn list(input: Input) -> Result<Vec<u32>, Failure> {
        assert!(input.limit.is_none());
        Ok((0..100).map(|number| number + input.offset.read().unwrap()).collect())
    }
    let input = || Input { offset: None, limit: None };
    let mut items = list_paginator(input()).items();
    // The pages at the offsets 0, 100, and 200.
    for number in 0..300 {
        assert_eq!(items.next().expect("an item").ok(), Some(number));
    }
    assert!(
        matches!(items.next(), Some(Err(Error::PositionOverflow(error))) if error.key == "offset" && error.pages == 3)
    );
    let first = list_paginator(input()).page_size(256).items().next();
    assert!(matches!(first, Some(Err(Error::PageSize(error))) if error.key == "limit" && error.page_size == 256));
}
