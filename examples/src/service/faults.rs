//! Simulated faults.

use std::array;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::error::{ErrorKind, ServiceError};
use super::token::StableHasher;

/// The maximum delay of a slow response.
pub const MAX_DELAY: Duration = Duration::from_millis(200);

/// A fault that replaces or changes a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The response is a `ThrottlingException`.
    Throttling,
    /// The response is an `InternalServerException` with status 500.
    InternalError,
    /// The response is cut in the middle of its body, and the connection is closed.
    TruncatedBody,
    /// The response is delayed by up to [`MAX_DELAY`].
    SlowResponse,
    /// The connection is closed without a response.
    DroppedConnection,
}

impl Fault {
    /// All faults.
    pub const ALL: [Self; 5] =
        [Self::Throttling, Self::InternalError, Self::TruncatedBody, Self::SlowResponse, Self::DroppedConnection];

    /// Returns the error that the service responds with, if the fault is an error response.
    pub(super) fn error(self) -> Option<ServiceError> {
        match self {
            Self::Throttling => Some(ServiceError::new(ErrorKind::Throttling, "Rate exceeded")),
            Self::InternalError => Some(ServiceError::new(ErrorKind::InternalServer, "simulated failure")),
            Self::TruncatedBody | Self::SlowResponse | Self::DroppedConnection => None,
        }
    }
}

/// Selects faults at a given rate. The fault of a request depends only on the seed and the number of the request, so
/// that each run has the same faults in the same order.
#[derive(Debug, Default)]
pub struct Faults {
    rate: f64,
    seed: u64,
    counts: [AtomicU64; Fault::ALL.len()],
}

impl Faults {
    /// Selects faults for a fraction of the requests, from 0 (none) to 1 (all).
    pub fn new(rate: f64, seed: u64) -> Self {
        Self { rate, seed, counts: array::from_fn(|_| AtomicU64::new(0)) }
    }

    /// Selects the fault of a request and counts it.
    pub fn select(&self, request: u64) -> Option<Fault> {
        if self.fraction("fault", request) >= self.rate {
            return None;
        }
        let kind = self.random("kind", request) as usize % Fault::ALL.len();
        self.counts[kind].fetch_add(1, Ordering::Relaxed);
        Some(Fault::ALL[kind])
    }

    /// Returns the delay of a slow response.
    pub fn delay(&self, request: u64) -> Duration {
        MAX_DELAY.mul_f64(self.fraction("delay", request))
    }

    /// Returns how often a fault was selected.
    pub fn count(&self, fault: Fault) -> u64 {
        self.counts[fault as usize].load(Ordering::Relaxed)
    }

    /// Returns a pseudorandom number from 0 (inclusive) to 1 (exclusive).
    fn fraction(&self, purpose: &str, request: u64) -> f64 {
        f64::from(self.random(purpose, request)) / (f64::from(u32::MAX) + 1.0)
    }

    fn random(&self, purpose: &str, request: u64) -> u32 {
        let hasher = StableHasher::new().write_str(purpose).write_u64(self.seed).write_u64(request);
        (hasher.finish() >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select_all(rate: f64, seed: u64) -> Vec<Option<Fault>> {
        let faults = Faults::new(rate, seed);
        (1..=10_000).map(|request| faults.select(request)).collect()
    }

    #[test]
    fn every_fault_occurs_at_the_configured_rate() {
        for seed in 0..20 {
            let faults = select_all(0.05, seed);
            let count = |fault| faults.iter().filter(|selected| **selected == Some(fault)).count();
            for count in Fault::ALL.map(count) {
                assert!((60..=140).contains(&count), "{count} of about 100 with seed {seed}");
            }
        }
        assert!(select_all(0.0, 1).iter().all(Option::is_none));
        assert!(select_all(1.0, 1).iter().all(Option::is_some));
    }

    #[test]
    fn a_seed_determines_the_faults() {
        assert_eq!(select_all(0.05, 7), select_all(0.05, 7));
        assert_ne!(select_all(0.05, 7), select_all(0.05, 8));
    }

    #[test]
    fn selected_faults_are_counted() {
        let faults = Faults::new(1.0, 7);
        let selected: Vec<_> = (1..=100).filter_map(|request| faults.select(request)).collect();
        for fault in Fault::ALL {
            assert_eq!(faults.count(fault), selected.iter().filter(|selected| **selected == fault).count() as u64);
        }
    }
}
