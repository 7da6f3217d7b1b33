//! A session as a line of JSON, named as the AWS CLI names it.

use aws_sdk_appstream::primitives::{DateTime, DateTimeFormat};
use aws_sdk_appstream::types::{
    AuthenticationType, InstanceDrainStatus, NetworkAccessConfiguration, Session, SessionConnectionState, SessionState,
};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Line<'a> {
    id: Option<&'a str>,
    user_id: Option<&'a str>,
    stack_name: Option<&'a str>,
    fleet_name: Option<&'a str>,
    state: Option<&'a str>,
    connection_state: Option<&'a str>,
    start_time: Option<String>,
    max_expiration_time: Option<String>,
    authentication_type: Option<&'a str>,
    network_access_configuration: Option<Network<'a>>,
    instance_id: Option<&'a str>,
    instance_drain_status: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Network<'a> {
    eni_private_ip_address: Option<&'a str>,
    eni_id: Option<&'a str>,
}

impl<'a> From<&'a Session> for Line<'a> {
    fn from(session: &'a Session) -> Self {
        Self {
            id: session.id(),
            user_id: session.user_id(),
            stack_name: session.stack_name(),
            fleet_name: session.fleet_name(),
            state: session.state().map(SessionState::as_str),
            connection_state: session.connection_state().map(SessionConnectionState::as_str),
            start_time: session.start_time().and_then(time),
            max_expiration_time: session.max_expiration_time().and_then(time),
            authentication_type: session.authentication_type().map(AuthenticationType::as_str),
            network_access_configuration: session.network_access_configuration().map(Network::from),
            instance_id: session.instance_id(),
            instance_drain_status: session.instance_drain_status().map(InstanceDrainStatus::as_str),
        }
    }
}

impl<'a> From<&'a NetworkAccessConfiguration> for Network<'a> {
    fn from(network: &'a NetworkAccessConfiguration) -> Self {
        Self { eni_private_ip_address: network.eni_private_ip_address(), eni_id: network.eni_id() }
    }
}

/// As `2026-03-02T08:00:00Z`; `None` for a time out of all calendars.
pub(super) fn time(time: &DateTime) -> Option<String> {
    time.fmt(DateTimeFormat::DateTime).ok()
}
