//! `aws-sdk-dynamodb`: `Scan` and `Query`, whose token is a map.
//!
//! # What to watch for
//!
//! - The values of the map do not implement serde's traits, so `token_with` names functions that store them. If the list is never
//!   resumed, write `token_with = false` instead.
//! - `key_format` stores a key as botocore does: the list can be resumed by boto3, and a list of boto3 can be resumed here.
//!   botocore marks the values that are bytes, and `serialize_bytes` does so here.
//! - The keys of a table are strings, numbers, and bytes. No other value is part of a token.
//! - A filter is applied after `Limit`, so a page in the middle of the list may be short or empty.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::scan::builders::ScanFluentBuilder;
use aws_sdk_dynamodb::operation::scan::{ScanError, ScanOutput};
use aws_sdk_dynamodb::types::AttributeValue;
use paginated::paginated;

/// An item, or the part of it that is its key.
pub type Item = HashMap<String, AttributeValue>;

/// Requests one page.
#[paginated(
    input_token = "ExclusiveStartKey",
    output_token = "LastEvaluatedKey",
    limit_key = "Limit",
    result_key = ["Items", "Count", "ScannedCount"],
    item = Item,
    builder,
    token_with = key_format,
)]
pub async fn scan(request: ScanFluentBuilder) -> Result<ScanOutput, SdkError<ScanError>> {
    request.send().await
}

/// The functions of `token_with`.
mod key_format {
    use std::collections::BTreeMap;

    use aws_sdk_dynamodb::primitives::Blob;
    use serde::ser::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{AttributeValue, Item};

    #[derive(Serialize, Deserialize)]
    enum KeyValue {
        S(String),
        N(String),
        B(#[serde(serialize_with = "serialize_bytes")] Vec<u8>),
    }

    fn serialize_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn serialize<S: Serializer>(key: &Item, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |value: &AttributeValue| match value {
            AttributeValue::S(value) => Ok(KeyValue::S(value.clone())),
            AttributeValue::N(value) => Ok(KeyValue::N(value.clone())),
            AttributeValue::B(value) => Ok(KeyValue::B(value.as_ref().to_vec())),
            _ => Err(S::Error::custom("a key is a string, a number, or bytes")),
        };
        let values = key.iter().map(|(name, attribute)| Ok((name, value(attribute)?)));
        values.collect::<Result<BTreeMap<_, _>, _>>()?.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Item, D::Error> {
        let value = |value| match value {
            KeyValue::S(value) => AttributeValue::S(value),
            KeyValue::N(value) => AttributeValue::N(value),
            KeyValue::B(value) => AttributeValue::B(Blob::new(value)),
        };
        let values = BTreeMap::<String, KeyValue>::deserialize(deserializer)?;
        Ok(values.into_iter().map(|(name, stored)| (name, value(stored))).collect())
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};
    use aws_sdk_dynamodb::{Client, primitives::Blob};
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    /// boto3's token after three items of [`client`], in pages of two:
    /// `{"ExclusiveStartKey": {"id": {"B": <b"\x02\xff">}, "shard": {"N": "1"}, "user": {"S": "a"}}, "boto_truncate_amount": 1,
    /// "boto_encoded_keys": [["ExclusiveStartKey", "id", "B"]]}`.
    const BOTO3_TOKEN: &str = "eyJFeGNsdXNpdmVTdGFydEtleSI6IHsiaWQiOiB7IkIiOiAiQXY4PSJ9LCAic2hhcmQiOiB7Ik4iOiAiMSJ9LCAidX\
                               NlciI6IHsiUyI6ICJhIn19LCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxLCAiYm90b19lbmNvZGVkX2tleXMiOiBb\
                               WyJFeGNsdXNpdmVTdGFydEtleSIsICJpZCIsICJCIl1dfQ==";

    /// Returns the base64 encoding of the bytes `start` and 255, which is how the service writes them.
    fn id(start: usize) -> &'static str {
        ["AP8=", "Af8=", "Av8=", "A/8=", "BP8=", "Bf8=", "Bv8="][start]
    }

    async fn client() -> Client {
        let url = serve(|request| {
            assert_eq!(request.body["TableName"], "t");
            let start = match &request.body["ExclusiveStartKey"] {
                Value::Null => 0,
                key => {
                    assert_eq!((&key["shard"], &key["user"]), (&json!({ "N": "1" }), &json!({ "S": "a" })));
                    (0..LEN).find(|start| key["id"]["B"] == id(*start)).unwrap()
                }
            };
            let (ids, next) = page(start, request.body["Limit"].as_u64().unwrap().try_into().unwrap());
            let items: Value = ids.clone().map(|index| json!({ "id": { "B": id(index) } })).collect();
            let mut body = json!({ "Items": items, "Count": ids.len(), "ScannedCount": ids.len() });
            if let Some(next) = next {
                body["LastEvaluatedKey"] =
                    json!({ "id": { "B": id(next) }, "shard": { "N": "1" }, "user": { "S": "a" } });
            }
            service::json(&body)
        });
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url(url.await)
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new("example", "example", None, None, "static"))
            .http_client(aws_smithy_http_client::Builder::new().build_http());
        Client::from_conf(config.build())
    }

    fn item(index: u8) -> Item {
        HashMap::from([("id".to_owned(), AttributeValue::B(Blob::new([index, 255])))])
    }

    #[tokio::test]
    async fn a_key_with_bytes_is_stored_as_boto3_stores_it() {
        let client = client().await;
        let items = || scan_paginator(client.scan().table_name("t")).page_size(2);
        let mut first = items().max_items(3).items();
        assert_eq!(collect(&mut first).await.unwrap(), [item(0), item(1), item(2)]);
        assert_eq!(first.resume_token().unwrap().as_str(), BOTO3_TOKEN);
    }

    #[tokio::test]
    async fn a_token_of_boto3_resumes_the_list() {
        let client = client().await;
        let items = scan_paginator(client.scan().table_name("t")).page_size(2).starting_token(BOTO3_TOKEN).items();
        let rest: Vec<Item> = items.try_collect().await.unwrap();
        assert_eq!(rest, [item(3), item(4), item(5), item(6)]);
    }
}
