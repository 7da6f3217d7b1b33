//! Route 53 `ListResourceRecordSets`: three tokens, one of which is an enum, as in the AWS SDK for Rust.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListResourceRecordSetsInput {
    pub hosted_zone_id: String,
    pub start_record_name: Option<String>,
    #[serde(default, with = "rr_type_serde")]
    pub start_record_type: Option<RrType>,
    pub start_record_identifier: Option<String>,
    pub max_items: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListResourceRecordSetsOutput {
    pub resource_record_sets: Option<Vec<ResourceRecordSet>>,
    pub is_truncated: Option<bool>,
    pub next_record_name: Option<String>,
    #[serde(default, with = "rr_type_serde")]
    pub next_record_type: Option<RrType>,
    pub next_record_identifier: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ResourceRecordSet {
    pub name: String,
}

/// The type of a record. It does not implement serde's traits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RrType {
    A,
    Aaaa,
    Unknown(String),
}

impl AsRef<str> for RrType {
    fn as_ref(&self) -> &str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
            Self::Unknown(name) => name,
        }
    }
}

impl From<&str> for RrType {
    fn from(name: &str) -> Self {
        match name {
            "A" => Self::A,
            "AAAA" => Self::Aaaa,
            name => Self::Unknown(name.to_owned()),
        }
    }
}

/// The client's serde functions for the type of a record.
mod rr_type_serde {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::RrType;

    pub(super) fn serialize<S: Serializer>(value: &Option<RrType>, to: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(AsRef::<str>::as_ref).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<RrType>, D::Error> {
        let name = Option::<String>::deserialize(from)?;
        Ok(name.map(|name| name.as_str().into()))
    }
}

impl Client {
    #[paginated(
        input_token = ["StartRecordName", "StartRecordType", "StartRecordIdentifier"],
        output_token = ["NextRecordName", "NextRecordType", "NextRecordIdentifier"],
        limit_key = "MaxItems",
        more_results = "IsTruncated",
        result_key = "ResourceRecordSets"
    )]
    pub async fn list_resource_record_sets(
        &self,
        input: ListResourceRecordSetsInput,
    ) -> Result<ListResourceRecordSetsOutput, ServiceError> {
        self.send(input).await
    }
}
