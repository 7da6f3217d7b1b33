//! Generated sample data, which is the same in every run.

use super::model::{
    AuthenticationType, ComputeCapacityStatus, ConnectionState, Fleet, InstanceDrainStatus, NetworkAccessConfiguration,
    Session, SessionState, Stack, Timestamp,
};
use super::token::StableHasher;

/// The stacks, fleets, and numbers of sessions of [`Service::with_sample_data`](super::Service::with_sample_data):
/// lists of many pages, of one full page, and without sessions.
pub const SAMPLE: [(&str, &str, usize); 5] = [
    ("design", "graphics-pro", 137),
    ("design", "graphics-standard", 48),
    ("support", "helpdesk", 20),
    ("training", "classroom", 240),
    ("training", "exam-room", 0),
];

const USERS: [&str; 8] = ["amina", "bruno", "chiara", "dmitri", "elif", "farid", "grace", "hiro"];
/// 2026-03-02T08:00:00Z.
const FIRST_START_TIME: i64 = 1_772_438_400;
const MAX_SESSION_SECONDS: i64 = 16 * 60 * 60;

pub(super) fn session(stack: &str, fleet: &str, position: usize) -> Session {
    let seed = Seed { stack, fleet, position };
    let start = FIRST_START_TIME + 37 * seed.number();
    Session {
        id: seed.uuid(),
        user_id: seed.user(),
        stack_name: stack.to_owned(),
        fleet_name: fleet.to_owned(),
        state: seed.state(),
        connection_state: seed.connection_state(),
        start_time: Timestamp(start),
        max_expiration_time: Timestamp(start + MAX_SESSION_SECONDS),
        authentication_type: seed.authentication_type(),
        network_access_configuration: seed.network(),
        instance_id: format!("i-{:017x}", seed.hash("instance") >> 4),
        instance_drain_status: InstanceDrainStatus::NotApplicable,
    }
}

pub(super) fn stack(name: &str) -> Stack {
    Stack { arn: arn("stack", name), name: name.to_owned() }
}

pub(super) fn fleet(name: &str) -> Fleet {
    Fleet {
        arn: arn("fleet", name),
        name: name.to_owned(),
        instance_type: "stream.standard.medium",
        compute_capacity_status: ComputeCapacityStatus { desired: 10 },
        state: "RUNNING",
    }
}

fn arn(kind: &str, name: &str) -> String {
    format!("arn:aws:appstream:us-east-1:123456789012:{kind}/{name}")
}

/// The values that a session is generated from.
struct Seed<'a> {
    stack: &'a str,
    fleet: &'a str,
    position: usize,
}

impl Seed<'_> {
    fn hash(&self, purpose: &str) -> u64 {
        let hasher = StableHasher::new().write_str(purpose).write_str(self.stack).write_str(self.fleet);
        hasher.write_u64(self.number().unsigned_abs()).finish()
    }

    fn number(&self) -> i64 {
        i64::try_from(self.position).unwrap_or(i64::MAX)
    }

    fn uuid(&self) -> String {
        let (high, low) = (self.hash("high"), self.hash("low"));
        format!(
            "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            low >> 52,
            low & 0xffff_ffff_ffff,
        )
    }

    /// Returns the user name. Each user has five consecutive sessions.
    fn user(&self) -> String {
        let group = self.position / 5;
        format!("{}.{}", USERS[group % USERS.len()], group / USERS.len())
    }

    fn authentication_type(&self) -> AuthenticationType {
        match self.position / 5 % 4 {
            1 => AuthenticationType::Saml,
            3 => AuthenticationType::Userpool,
            _ => AuthenticationType::Api,
        }
    }

    fn state(&self) -> SessionState {
        match self.hash("state") % 16 {
            0 => SessionState::Pending,
            1..=3 => SessionState::Expired,
            _ => SessionState::Active,
        }
    }

    fn connection_state(&self) -> ConnectionState {
        if self.state() == SessionState::Active && !self.hash("connection").is_multiple_of(3) {
            ConnectionState::Connected
        } else {
            ConnectionState::NotConnected
        }
    }

    fn network(&self) -> NetworkAccessConfiguration {
        let hash = self.hash("network");
        NetworkAccessConfiguration {
            eni_private_ip_address: format!("10.0.{}.{}", (hash >> 8) & 0xff, hash & 0xff),
            eni_id: format!("eni-{:017x}", hash >> 4),
        }
    }
}
