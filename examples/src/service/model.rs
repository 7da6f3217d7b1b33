//! The typed model of what goes in and out; serde names its members as they are on the wire, for both protocols.

use ciborium::tag::Required;
use serde::ser::{Serialize, Serializer};

/// What `DescribeSessions` is asked. Everything is optional here, so that what is missing gets AWS's error, not a
/// decoder's.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeSessionsInput {
    /// Required.
    pub stack_name: Option<String>,
    /// Required.
    pub fleet_name: Option<String>,
    /// Only sessions of this user; needs `authentication_type`.
    pub user_id: Option<String>,
    /// The token of the page before.
    pub next_token: Option<String>,
    /// Sessions a page.
    pub limit: Option<i64>,
    /// Only sessions of this kind; all kinds without it.
    pub authentication_type: Option<String>,
    /// Only sessions on this instance.
    pub instance_id: Option<String>,
}

/// A page of sessions.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeSessionsOutput {
    /// The sessions of this page.
    pub sessions: Vec<Session>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A streaming session.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct Session {
    pub id: String,
    pub user_id: String,
    pub stack_name: String,
    pub fleet_name: String,
    pub state: SessionState,
    pub connection_state: ConnectionState,
    pub start_time: Timestamp,
    pub max_expiration_time: Timestamp,
    pub authentication_type: AuthenticationType,
    pub network_access_configuration: NetworkAccessConfiguration,
    pub instance_id: String,
    pub instance_drain_status: InstanceDrainStatus,
}

/// Where a session's instance sits in the network.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct NetworkAccessConfiguration {
    pub eni_private_ip_address: String,
    pub eni_id: String,
}

/// What state a session is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum SessionState {
    Active,
    Pending,
    Expired,
}

/// Whether the user is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum ConnectionState {
    Connected,
    NotConnected,
}

/// Whether an instance of a multi-session fleet takes new sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum InstanceDrainStatus {
    NotApplicable,
}

/// How the user of a session was authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum AuthenticationType {
    Api,
    Saml,
    Userpool,
    AwsAd,
}

impl AuthenticationType {
    /// The kind of this wire name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "API" => Some(Self::Api),
            "SAML" => Some(Self::Saml),
            "USERPOOL" => Some(Self::Userpool),
            "AWS_AD" => Some(Self::AwsAd),
            _ => None,
        }
    }
}

/// What `DescribeStacks` is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeStacksInput {
    /// Only these; all without it.
    pub names: Option<Vec<String>>,
    /// The token of the page before.
    pub next_token: Option<String>,
}

/// A page of stacks.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeStacksOutput {
    /// The stacks of this page.
    pub stacks: Vec<Stack>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A stack.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct Stack {
    pub arn: String,
    pub name: String,
}

/// What `DescribeFleets` is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeFleetsInput {
    /// Only these; all without it.
    pub names: Option<Vec<String>>,
    /// The token of the page before.
    pub next_token: Option<String>,
}

/// A page of fleets.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeFleetsOutput {
    /// The fleets of this page.
    pub fleets: Vec<Fleet>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// A fleet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct Fleet {
    pub arn: String,
    pub name: String,
    pub instance_type: &'static str,
    pub compute_capacity_status: ComputeCapacityStatus,
    pub state: &'static str,
}

/// How many instances a fleet should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct ComputeCapacityStatus {
    pub desired: usize,
}

/// What `ListAssociatedFleets` is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ListAssociatedFleetsInput {
    /// Required.
    pub stack_name: Option<String>,
    /// The token of the page before.
    pub next_token: Option<String>,
}

/// A page of names of fleets.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListAssociatedFleetsOutput {
    /// The names of this page.
    pub names: Vec<String>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// Seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// The one thing in which the protocols differ below their framing: a bare number in JSON, a number with tag 1 in CBOR.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_i64(self.0)
        } else {
            Required::<i64, 1>(self.0).serialize(serializer)
        }
    }
}
