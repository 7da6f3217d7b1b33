//! The recorded runs, as described in `tests/vectors/README.md`.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// The recorded runs of one operation.
#[derive(Deserialize)]
pub struct Recording {
    pub paginator: PaginatorModel,
    pub cases: Vec<Case>,
}

impl Recording {
    pub fn read(file: &Path) -> Self {
        let json = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }
}

/// The part of botocore's paginator model that describes the full result.
#[derive(Deserialize)]
pub struct PaginatorModel {
    #[serde(deserialize_with = "one_or_more")]
    pub result_key: Vec<String>,
    #[serde(default)]
    pub non_aggregate_keys: Vec<String>,
}

fn one_or_more<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Keys {
        One(String),
        More(Vec<String>),
    }
    Ok(match Keys::deserialize(from)? {
        Keys::One(key) => vec![key],
        Keys::More(keys) => keys,
    })
}

/// One run.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub params: Value,
    pub config: Value,
    pub responses: Vec<Value>,
    pub expect: Expected,
}

/// The recorded outcome of a run.
#[derive(Deserialize)]
pub struct Expected {
    pub requests: Vec<Value>,
    pub pages: Vec<Value>,
    pub error: Option<ExpectedError>,
    pub resume_token: Option<String>,
    pub full_result: Option<Value>,
}

#[derive(Deserialize)]
pub struct ExpectedError {
    pub kind: String,
}
