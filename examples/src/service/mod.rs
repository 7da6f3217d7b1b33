//! The embedded `AppStream` service.
//!
//! A request passes through these rooms, each of which knows only its neighbours: [`server`](serve) reads it from HTTP,
//! `protocol` tells which of the two protocols it speaks and decodes it to a [`Request`], [`Service::answer`] answers
//! it from the `catalog`, and the same protocol encodes the answer.

mod catalog;
mod error;
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

    /// Adds `count` sessions in `fleet`, associated with `stack`; both are made where they are new.
    #[must_use]
    pub fn with_sessions(mut self, stack: &str, fleet: &str, count: usize) -> Self {
        self.catalog.add(stack, fleet, count);
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

    /// Answers a request, whichever protocol it came in. Every decoded request passes here, so this is the place to
    /// answer some of them with a fault instead.
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
