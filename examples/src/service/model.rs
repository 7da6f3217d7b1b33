//! The inputs and outputs of the operations. serde renames their fields to the wire names, which both protocols share.

use ciborium::tag::Required;
use serde::ser::{Serialize, Serializer};

/// The input of `DescribeSessions`. Required fields are optional here, so that a missing one is reported by the
/// operation instead of the decoder.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeSessionsInput {
    /// Required.
    pub stack_name: Option<String>,
    /// Required.
    pub fleet_name: Option<String>,
    /// Returns only sessions of this user. Requires `authentication_type`.
    pub user_id: Option<String>,
    /// The token from the previous page.
    pub next_token: Option<String>,
    /// The page size.
    pub limit: Option<i64>,
    /// Returns only sessions with this type of authentication.
    pub authentication_type: Option<String>,
    /// Returns only sessions on this instance.
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

/// The network interface of a session's instance.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct NetworkAccessConfiguration {
    pub eni_private_ip_address: String,
    pub eni_id: String,
}

/// The state of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum SessionState {
    Active,
    Pending,
    Expired,
}

/// The state of the user's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum ConnectionState {
    Connected,
    NotConnected,
}

/// The drain status of an instance of a multi-session fleet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub enum InstanceDrainStatus {
    NotApplicable,
}

/// The authentication method of a session's user.
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
    /// Parses a wire name.
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

/// The input of `DescribeStacks`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeStacksInput {
    /// Returns only these. Returns all if absent or empty.
    pub names: Option<Vec<String>>,
    /// The token from the previous page.
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

/// The input of `DescribeFleets`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeFleetsInput {
    /// Returns only these. Returns all if absent or empty.
    pub names: Option<Vec<String>>,
    /// The token from the previous page.
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

/// The number of instances of a fleet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(missing_docs, reason = "named as in the AWS documentation")]
pub struct ComputeCapacityStatus {
    pub desired: usize,
}

/// The input of `ListAssociatedFleets`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ListAssociatedFleetsInput {
    /// Required.
    pub stack_name: Option<String>,
    /// The token from the previous page.
    pub next_token: Option<String>,
}

/// A page of fleet names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListAssociatedFleetsOutput {
    /// The names of this page.
    pub names: Vec<String>,
    /// Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

/// Seconds since the Unix epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// Serializes to a number in JSON and to a number with tag 1 in CBOR. This is the only value that the two protocols
/// encode differently.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_i64(self.0)
        } else {
            Required::<i64, 1>(self.0).serialize(serializer)
        }
    }
}
