//! The embedded `AppStream` service.
//!
//! A request passes through these rooms, each of which knows only its neighbours: [`server`](serve) reads it from HTTP,
//! `protocol` tells which of the two protocols it speaks and decodes it to a [`Request`], [`Service::answer`] answers
//! it from the `catalog`, and the same protocol encodes the answer. Where faults are asked for, the server draws one for
//! some requests before they go on.

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
use faults::Faults;

pub use error::{ErrorKind, ServiceError};
pub use faults::{Fault, SLOWEST};
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

/// The stacks, fleets and sessions of an account, and how often they were asked for.
///
/// Sessions are made from their position when they are listed, so that a hundred thousand of them cost no memory, and
/// are the same in every run.
#[derive(Debug, Default)]
pub struct Service {
    catalog: Catalog,
    faults: Faults,
    requests: AtomicU64,
}

impl Service {
    /// A service without any stack.
    pub fn new() -> Self {
        Self::default()
    }

    /// A service with the stacks and fleets of [`SAMPLE`].
    pub fn with_sample_data() -> Self {
        SAMPLE
            .iter()
            .fold(Self::new(), |service, &(stack, fleet, sessions)| service.with_sessions(stack, fleet, sessions))
    }

    /// A service with the stacks and fleets of [`SAMPLE`], and `count` sessions, distributed as they are there.
    pub fn with_sample_sessions(count: usize) -> Self {
        let all: usize = SAMPLE.iter().map(|(.., sessions)| sessions).sum();
        let (mut passed, mut given) = (0, 0);
        SAMPLE.iter().fold(Self::new(), |service, &(stack, fleet, sessions)| {
            passed += sessions;
            let upto = count * passed / all;
            let share = upto - std::mem::replace(&mut given, upto);
            service.with_sessions(stack, fleet, share)
        })
    }

    /// Adds `count` sessions in `fleet`, associated with `stack`; both are made where they are new.
    #[must_use]
    pub fn with_sessions(mut self, stack: &str, fleet: &str, count: usize) -> Self {
        self.catalog.add(stack, fleet, count);
        self
    }

    /// Answers a part of the requests, from none at 0 to all at 1, with a [`Fault`] that is drawn by the seed: the same
    /// ones in every run.
    #[must_use]
    pub fn with_faults(mut self, rate: f64, seed: u64) -> Self {
        self.faults = Faults::new(rate, seed);
        self
    }

    /// The sessions of a stack and fleet, in the order in which they are listed; none where there is no such pair.
    pub fn sessions<'a>(&self, stack: &'a str, fleet: &'a str) -> impl Iterator<Item = Session> + use<'a> {
        let count = self.catalog.session_count(stack, fleet).unwrap_or(0);
        (0..count).map(move |position| sample::session(stack, fleet, position))
    }

    /// How many requests came over HTTP, those that got an error among them.
    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// How many requests were answered with this fault.
    pub fn faults(&self, fault: Fault) -> u64 {
        self.faults.served(fault)
    }

    /// Answers a request, whichever protocol it came in; without faults, which are the server's.
    ///
    /// # Errors
    /// What AWS answers to parameters that are missing or wrong, and to names that do not exist.
    pub fn answer(&self, request: &Request) -> Result<Response, ServiceError> {
        operations::answer(&self.catalog, request)
    }

    /// Counts a request that has arrived and gives its number, from 1.
    fn count(&self) -> u64 {
        self.requests.fetch_add(1, Ordering::Relaxed) + 1
    }
}

#[cfg(test)]
mod tests;
