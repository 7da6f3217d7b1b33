//! The JSON form of a session, with the names of the AWS CLI.

use aws_sdk_appstream::primitives::{DateTime, DateTimeFormat};
use aws_sdk_appstream::types::{
    AuthenticationType, InstanceDrainStatus, NetworkAccessConfiguration, Session, SessionConnectionState, SessionState,
};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct JsonSession<'a> {
    id: Option<&'a str>,
    user_id: Option<&'a str>,
    stack_name: Option<&'a str>,
    fleet_name: Option<&'a str>,
    state: Option<&'a str>,
    connection_state: Option<&'a str>,
    start_time: Option<String>,
    max_expiration_time: Option<String>,
    authentication_type: Option<&'a str>,
    network_access_configuration: Option<JsonNetwork<'a>>,
    instance_id: Option<&'a str>,
    instance_drain_status: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JsonNetwork<'a> {
    eni_private_ip_address: Option<&'a str>,
    eni_id: Option<&'a str>,
}

impl<'a> From<&'a Session> for JsonSession<'a> {
    fn from(session: &'a Session) -> Self {
        Self {
            id: session.id(),
            user_id: session.user_id(),
            stack_name: session.stack_name(),
            fleet_name: session.fleet_name(),
            state: session.state().map(SessionState::as_str),
            connection_state: session.connection_state().map(SessionConnectionState::as_str),
            start_time: session.start_time().and_then(format_time),
            max_expiration_time: session.max_expiration_time().and_then(format_time),
            authentication_type: session.authentication_type().map(AuthenticationType::as_str),
            network_access_configuration: session.network_access_configuration().map(JsonNetwork::from),
            instance_id: session.instance_id(),
            instance_drain_status: session.instance_drain_status().map(InstanceDrainStatus::as_str),
        }
    }
}

impl<'a> From<&'a NetworkAccessConfiguration> for JsonNetwork<'a> {
    fn from(network: &'a NetworkAccessConfiguration) -> Self {
        Self { eni_private_ip_address: network.eni_private_ip_address(), eni_id: network.eni_id() }
    }
}

/// Formats a time as `2026-03-02T08:00:00Z`. Returns `None` if it is out of range.
pub(super) fn format_time(time: &DateTime) -> Option<String> {
    time.fmt(DateTimeFormat::DateTime).ok()
}
