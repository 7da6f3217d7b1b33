//! The embedded `AppStream` service.
//!
//! The `server` module reads a request from HTTP, and `protocol` detects its protocol and decodes it into a [`Request`].
//! [`Service::handle`] computes the [`Response`] from the `catalog`, and `protocol` encodes it. If
//! [faults](Service::with_faults) are enabled, the server first selects a fault for some of the requests.

mod body;
mod catalog;
mod error;
mod faults;
mod model;
mod operations;
mod paging;
mod protocol;
mod sample;
mod server;
mod token;

use std::sync::atomic::{AtomicU64, Ordering};

use catalog::Catalog;

pub use error::{ErrorKind, ServiceError};
pub use faults::{Fault, Faults, MAX_DELAY};
pub use model::{
    AuthenticationType, ComputeCapacityStatus, ConnectionState, DescribeFleetsInput, DescribeFleetsOutput,
    DescribeSessionsInput, DescribeSessionsOutput, DescribeStacksInput, DescribeStacksOutput, Fleet,
    InstanceDrainStatus, ListAssociatedFleetsInput, ListAssociatedFleetsOutput, NetworkAccessConfiguration, Session,
    SessionState, Stack, Timestamp,
};
pub use operations::{Request, Response};
pub use paging::{DEFAULT_LIMIT, MAX_LIMIT, NAMES_PER_PAGE};
pub use sample::SAMPLE;
pub use server::{Server, serve};

/// An account with stacks, fleets, and sessions, which counts its requests.
///
/// Sessions are generated from their positions when they are listed, so they need no memory and are the same in every
/// run.
#[derive(Debug, Default)]
pub struct Service {
    catalog: Catalog,
    faults: Faults,
    requests: AtomicU64,
}

impl Service {
    /// Creates a service without stacks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a service with the stacks, fleets, and sessions of [`SAMPLE`].
    pub fn with_sample_data() -> Self {
        SAMPLE
            .iter()
            .fold(Self::new(), |service, &(stack, fleet, sessions)| service.with_sessions(stack, fleet, sessions))
    }

    /// Creates a service with the stacks and fleets of [`SAMPLE`], and `count` sessions in the same proportions.
    pub fn with_sample_sessions(count: usize) -> Self {
        let all: usize = SAMPLE.iter().map(|(.., sessions)| sessions).sum();
        let (mut seen, mut added) = (0, 0);
        SAMPLE.iter().fold(Self::new(), |service, &(stack, fleet, sessions)| {
            seen += sessions;
            let total = count * seen / all;
            let share = total - std::mem::replace(&mut added, total);
            service.with_sessions(stack, fleet, share)
        })
    }

    /// Adds `count` sessions in `fleet`, associated with `stack`. Creates the stack and the fleet if they do not exist.
    #[must_use]
    pub fn with_sessions(mut self, stack: &str, fleet: &str, count: usize) -> Self {
        self.catalog.add(stack, fleet, count);
        self
    }

    /// Responds to a fraction of the requests, from 0 (none) to 1 (all), with a [`Fault`]. The same seed selects the same
    /// faults in every run.
    #[must_use]
    pub fn with_faults(mut self, rate: f64, seed: u64) -> Self {
        self.faults = Faults::new(rate, seed);
        self
    }

    /// Returns the sessions of a stack and fleet in the order of the listing, or none if the fleet does not exist.
    pub fn sessions<'a>(&self, stack: &'a str, fleet: &'a str) -> impl Iterator<Item = Session> + use<'a> {
        let count = self.catalog.session_count(stack, fleet).unwrap_or(0);
        (0..count).map(move |position| sample::session(stack, fleet, position))
    }

    /// Returns the number of requests received over HTTP, including failed ones.
    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// Returns the number of requests that had this fault.
    pub fn faults(&self, fault: Fault) -> u64 {
        self.faults.count(fault)
    }

    /// Computes the response to a request. Faults do not apply, because they are simulated by the server.
    ///
    /// # Errors
    /// The errors of AWS for missing or invalid parameters and for unknown names.
    pub fn handle(&self, request: &Request) -> Result<Response, ServiceError> {
        operations::handle(&self.catalog, request)
    }

    /// Counts a request and returns its number, starting at 1.
    fn next_request_number(&self) -> u64 {
        self.requests.fetch_add(1, Ordering::Relaxed) + 1
    }
}

#[cfg(test)]
mod tests;
