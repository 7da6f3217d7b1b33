//! Properties of all listings, checked with random pages, limits, and failures.

mod cycles;
mod failures;
mod listing;
mod page_sizes;
mod resuming;
mod strings_and_maps;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// Returns a configuration that runs the same cases each time.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() }
}
