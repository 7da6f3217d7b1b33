//! Starts listings at arbitrary tokens. A rejected token is an error, and no request is sent. An accepted token can be printed
//! and parsed again, and then starts at the same position.
//!
//! The first byte of the input selects whether the rest is the token or its decoded base64 content.

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
    /// Bytes, which are base64 in a resume token.
    key: Option<BTreeMap<String, Vec<u8>>>,
    size: Option<u64>,
}

#[derive(Debug, Page)]
struct Output {
    items: Vec<u8>,
    token: Option<String>,
    part: Option<u64>,
    key: Option<BTreeMap<String, Vec<u8>>>,
}

/// A client that records its requests.
#[derive(Default)]
struct Client(RefCell<Vec<Input>>);

impl Client {
    fn fetch(&self, input: &Input) -> Result<Output, ()> {
        self.0.borrow_mut().push(input.clone());
        let Input { part, key, .. } = input.clone();
        Ok(Output { items: vec![0; 8], token: Some("next".to_owned()), part, key })
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_by_token(&self, input: &Input) -> Result<Output, ()> {
        self.fetch(input)
    }

    #[paginated(
        input_token = ["Token", "Part", "Key"],
        output_token = ["Token", "Part", "Key"],
        result_key = "Items"
    )]
    fn list_by_three_keys(&self, input: &Input) -> Result<Output, ()> {
        self.fetch(input)
    }

    #[paginated(page_number = "Part", start = 1, limit_key = "Size", result_key = "Items")]
    fn list_by_number(&self, input: &Input) -> Result<Output, ()> {
        self.fetch(input)
    }

    #[paginated(offset = "Part", limit_key = "Size", result_key = "Items")]
    fn list_by_offset(&self, input: &Input) -> Result<Output, ()> {
        self.fetch(input)
    }

    #[paginated(next_link = "Token", next_method = follow_link, limit_key = "Size", result_key = "Items")]
    fn list_by_link(&self, input: &Input) -> Result<Output, ()> {
        self.fetch(input)
    }

    fn follow_link(&self, link: &str) -> Result<Output, ()> {
        self.fetch(&Input { token: Some(link.to_owned()), ..Input::default() })
    }
}

/// Starts at `text`. Returns the requests, and the resume tokens before and after the first item, or `None` if the token is
/// rejected.
macro_rules! start_listing {
    ($paginator:ident, $text:expr) => {{
        let client = Client::default();
        let mut items = client.$paginator(Input::default()).starting_token($text).max_items(1).max_pages(2).items();
        let before = items.resume_token();
        match items.next() {
            Some(Ok(_)) => {
                let after = items.resume_token().expect("the listing has more items");
                drop(items);
                let requests = client.0.into_inner();
                Some((requests, before.expect("the listing has not ended").to_string(), after.to_string()))
            }
            Some(Err(Error::StartingToken(error))) => {
                assert!(!error.to_string().is_empty());
                assert_eq!(items.next(), None);
                drop(items);
                assert_eq!(client.0.into_inner(), []);
                None
            }
            // The token skips the whole page, and the following pages repeat their token, or are too many.
            Some(Err(Error::RepeatedToken(_) | Error::PositionOverflow(_) | Error::TooManyPages(_))) => None,
            other => panic!("{other:?}"),
        }
    }};
}

macro_rules! check_round_trip {
    ($paginator:ident, $text:expr) => {
        if let Some((requests, before, after)) = start_listing!($paginator, $text) {
            let restarted = start_listing!($paginator, before.as_str()).expect("the printed token is valid");
            assert_eq!((&requests, &after), (&restarted.0, &restarted.2));
            if let Some(resumed) = start_listing!($paginator, after.as_str()) {
                assert_eq!(resumed.1, after, "the token is printed unchanged");
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
    check_round_trip!(list_by_token_paginator, text.as_str());
    check_round_trip!(list_by_three_keys_paginator, text.as_str());
    check_round_trip!(list_by_number_paginator, text.as_str());
    check_round_trip!(list_by_offset_paginator, text.as_str());
    check_round_trip!(list_by_link_paginator, text.as_str());
    Corpus::Keep
});
