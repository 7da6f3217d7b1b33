//! What holds for any listing, however it is cut and resumed.

mod cuts;
mod cycles;
mod failures;
mod kinds;
mod listing;
mod sizes;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The same cases at each run.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() }
}
