//! Discord, `GET /channels/{channel.id}/messages`: a bare array, listed backwards by the last id.

use paginated::{Error, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, refuse, respond};

/// The real service returns 50 messages by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct GetMessages {
    before: Option<String>,
    after: Option<String>,
    limit: Option<u8>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Message {
    id: String,
}

struct Discord {
    service: Service,
    messages: u64,
}

impl Discord {
    /// Returns messages of a channel, the newest first.
    ///
    /// The parameters `before`, `after`, and `around` exclude each other. A `limit` outside of 1 to 100, and an id that is not a
    /// snowflake, are refused with code 50035.
    #[paginated(
        input_token = "before",
        output_token = "[-1].id",
        limit_key = "limit",
        result_key = "@",
        end_on = "short_page"
    )]
    async fn messages(&self, channel: u64, request: GetMessages) -> Result<Vec<Message>, ApiError> {
        self.service.receive().await?;
        if channel != 41 {
            return refuse("10003: Unknown Channel");
        }
        if request.before.is_some() && request.after.is_some() {
            return refuse("50035: Only one of around, before, after may be passed");
        }
        let size = match request.limit {
            None => DEFAULT_SIZE,
            Some(size @ 1..=100) => usize::from(size),
            Some(_) => return refuse("50035: int value should be between 1 and 100"),
        };
        let before = match request.before.map(|id| id.parse::<u64>()) {
            None => u64::MAX,
            Some(Ok(id)) => id,
            Some(Err(_)) => return refuse("50035: value is not snowflake"),
        };
        let ids = (0..self.messages).rev().map(snowflake).filter(|id| *id < before).take(size);
        respond(ids.map(|id| json!({"id": id.to_string(), "content": "hi", "type": 0})).collect())
    }
}

/// Returns the id of the nth message.
fn snowflake(n: u64) -> u64 {
    1_133_700_000_000_000_000 + n * 4_194_304
}

fn newest_first(messages: u64) -> Vec<Message> {
    (0..messages).rev().map(|n| Message { id: snowflake(n).to_string() }).collect()
}

fn channel(messages: u64) -> Discord {
    Discord { service: Service::default(), messages }
}

#[tokio::test]
async fn messages_are_listed_backwards_to_a_short_page() {
    let discord = channel(11);
    assert_lists!(discord.service, discord.messages_paginator(41, GetMessages::default()), newest_first(11), requests: 3);
    let paginator = || discord.messages_paginator(41, GetMessages::default()).page_size(2);
    assert_lists!(discord.service, paginator(), newest_first(11), requests: 6);
}

/// Only a page that is shorter than another one, or empty, is known to be the last.
#[tokio::test]
async fn full_pages_are_followed_by_an_empty_page() {
    let discord = channel(8);
    assert_lists!(discord.service, discord.messages_paginator(41, GetMessages::default()), newest_first(8), requests: 3);
}

#[tokio::test]
async fn an_empty_channel_is_one_empty_page() {
    let discord = channel(0);
    assert_lists!(discord.service, discord.messages_paginator(41, GetMessages::default()), newest_first(0), requests: 1);
}

#[tokio::test]
async fn requests_that_the_service_refuses_are_errors() {
    let discord = channel(8);
    let both = GetMessages { after: Some(snowflake(0).to_string()), ..GetMessages::default() };
    let mut items = discord.messages_paginator(41, both).items();
    let mut yielded = 0;
    let error = loop {
        match items.next().await.unwrap() {
            Ok(_) => yielded += 1,
            Err(error) => break error,
        }
    };
    // `after` of the first request is sent with the `before` of the second one.
    assert_eq!(yielded, DEFAULT_SIZE);
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
