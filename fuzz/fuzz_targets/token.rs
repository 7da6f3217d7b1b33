//! Whatever a resume token is: the listing begins somewhere, or with an error. Where it begins can be printed, and read
//! back as the same place; and no page is asked for where the token was refused.
//!
//! The first byte says whether the rest is a text or what a text is the base64 of.

#![no_main]

use std::cell::RefCell;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::{Corpus, fuzz_target};
use paginated::{Error, Page, paginated};

#[derive(Clone, Debug, Default, PartialEq)]
struct Input {
    token: Option<String>,
    part: Option<u64>,
    key: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Page)]
struct Output {
    items: Vec<u8>,
    token: Option<String>,
    part: Option<u64>,
    key: Option<BTreeMap<String, String>>,
}

/// Remembers what it was asked.
#[derive(Default)]
struct Client(RefCell<Vec<Input>>);

impl Client {
    fn answer(&self, input: &Input) -> Result<Output, ()> {
        self.0.borrow_mut().push(input.clone());
        let Input { part, key, .. } = input.clone();
        Ok(Output { items: vec![0; 8], token: Some("next".to_owned()), part, key })
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn one(&self, input: &Input) -> Result<Output, ()> {
        self.answer(input)
    }

    #[paginated(input_token = ["Token", "Part", "Key"], result_key = "Items")]
    fn three(&self, input: &Input) -> Result<Output, ()> {
        self.answer(input)
    }
}

/// Begins at `text`, and says where that was and the token of that place, both before and after the first page.
macro_rules! begin {
    ($paginator:ident, $text:expr) => {{
        let client = Client::default();
        let mut items = client.$paginator(Input::default()).starting_token($text).max_items(1).items();
        let before = items.resume_token();
        match items.next() {
            Some(Ok(_)) => {
                let behind = items.resume_token().expect("it goes on");
                drop(items);
                let asked = client.0.into_inner();
                Some((asked, before.expect("where it begins").to_string(), behind.to_string()))
            }
            Some(Err(Error::StartingToken(error))) => {
                assert!(!error.to_string().is_empty());
                assert_eq!(items.next(), None);
                drop(items);
                assert_eq!(client.0.into_inner(), []);
                None
            }
            // All of the page was taken: the ones behind it are asked for, until their token comes back.
            Some(Err(Error::RepeatedToken(_) | Error::TokenCycle(_))) => None,
            other => panic!("{other:?}"),
        }
    }};
}

macro_rules! holds {
    ($paginator:ident, $text:expr) => {
        if let Some((asked, before, behind)) = begin!($paginator, $text) {
            let again = begin!($paginator, before.as_str()).expect("where it begins can be read back");
            assert_eq!((&asked, &behind), (&again.0, &again.2));
            if let Some(further) = begin!($paginator, behind.as_str()) {
                assert_eq!(further.1, behind, "it is printed as it was read");
            }
        }
    };
}

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let text = match bytes.split_first() {
        Some((0..128, json)) => STANDARD.encode(json),
        Some((_, text)) => match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => return Corpus::Reject,
        },
        None => return Corpus::Reject,
    };
    holds!(one_paginator, text.as_str());
    holds!(three_paginator, text.as_str());
    Corpus::Keep
});
