//! Faults on purpose: which requests get one, and which.

use std::array;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::error::{ErrorKind, ServiceError};
use super::token::Fingerprint;

/// How long a slow answer takes at most.
pub const SLOWEST: Duration = Duration::from_millis(200);

/// What a request gets instead of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A `ThrottlingException`.
    Throttling,
    /// An `InternalServerException`, with status 500.
    InternalError,
    /// The head of the answer and half of its body; then the connection is closed.
    CutBody,
    /// The answer, but after up to [`SLOWEST`].
    SlowAnswer,
    /// Nothing: the connection is closed.
    DroppedConnection,
}

impl Fault {
    /// Every kind of fault.
    pub const ALL: [Self; 5] =
        [Self::Throttling, Self::InternalError, Self::CutBody, Self::SlowAnswer, Self::DroppedConnection];

    /// The error to answer, where the fault is one that the service tells.
    pub(super) fn error(self) -> Option<ServiceError> {
        match self {
            Self::Throttling => Some(ServiceError::new(ErrorKind::Throttling, "Rate exceeded")),
            Self::InternalError => Some(ServiceError::new(ErrorKind::InternalServer, "This one was made on purpose")),
            Self::CutBody | Self::SlowAnswer | Self::DroppedConnection => None,
        }
    }
}

/// Draws faults at a rate. What a request gets follows from the seed and the number of the request alone, so that every
/// run has the same faults in the same order.
#[derive(Debug, Default)]
pub(super) struct Faults {
    rate: f64,
    seed: u64,
    served: [AtomicU64; Fault::ALL.len()],
}

impl Faults {
    pub(super) fn new(rate: f64, seed: u64) -> Self {
        Self { rate, seed, served: array::from_fn(|_| AtomicU64::new(0)) }
    }

    /// What the request of this number gets; `None` for its answer.
    pub(super) fn draw(&self, request: u64) -> Option<Fault> {
        if self.fraction("fault", request) >= self.rate {
            return None;
        }
        let kind = self.roll("kind", request) as usize % Fault::ALL.len();
        self.served[kind].fetch_add(1, Ordering::Relaxed);
        Some(Fault::ALL[kind])
    }

    /// How late the answer is where it is to be slow.
    pub(super) fn delay(&self, request: u64) -> Duration {
        SLOWEST.mul_f64(self.fraction("delay", request))
    }

    /// How many faults of a kind were served.
    pub(super) fn served(&self, fault: Fault) -> u64 {
        self.served[fault as usize].load(Ordering::Relaxed)
    }

    /// At least 0 and less than 1.
    fn fraction(&self, purpose: &str, request: u64) -> f64 {
        f64::from(self.roll(purpose, request)) / (f64::from(u32::MAX) + 1.0)
    }

    fn roll(&self, purpose: &str, request: u64) -> u32 {
        let print = Fingerprint::new().text(purpose).number(self.seed).number(request);
        (print.finish() >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rate: f64, seed: u64) -> Vec<Option<Fault>> {
        let faults = Faults::new(rate, seed);
        (1..=10_000).map(|request| faults.draw(request)).collect()
    }

    #[test]
    fn the_rate_is_kept_and_every_kind_is_met() {
        for seed in 0..20 {
            let drawn = drawn(0.05, seed);
            let count = |fault| drawn.iter().filter(|drawn| **drawn == Some(fault)).count();
            for count in Fault::ALL.map(count) {
                assert!((60..=140).contains(&count), "{count} of about 100 with seed {seed}");
            }
        }
        assert!(drawn(0.0, 1).iter().all(Option::is_none));
        assert!(drawn(1.0, 1).iter().all(Option::is_some));
    }

    #[test]
    fn a_seed_has_its_own_faults_in_every_run() {
        assert_eq!(drawn(0.05, 7), drawn(0.05, 7));
        assert_ne!(drawn(0.05, 7), drawn(0.05, 8));
    }

    #[test]
    fn what_was_served_is_counted() {
        let faults = Faults::new(1.0, 7);
        let drawn: Vec<_> = (1..=100).filter_map(|request| faults.draw(request)).collect();
        for fault in Fault::ALL {
            assert_eq!(faults.served(fault), drawn.iter().filter(|drawn| **drawn == fault).count() as u64);
        }
    }
}
