//! The streams against a model: random listings, random faults, random ways to read them.
//!
//! Ten thousand cases, the same at each run. For others, and more:
//! `PROPTEST_CASES=1000000 cargo test --release -p paginated-tests --test model`.

mod reference;
mod result_keys;
mod script;
mod service;
mod subject;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult, TestRunner};

/// Holds for as many cases as are asked for; for one in `share` of them, where one takes long.
fn holds<S: Strategy>(share: u32, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let fixed = ProptestConfig { rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(10_000) };
    // The default has what the environment says.
    let config = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { fixed };
    let config = ProptestConfig { cases: config.cases / share, failure_persistence: None, ..config };
    if let Err(error) = TestRunner::new(config).run(strategy, test) {
        panic!("{error}");
    }
}

#[test]
fn each_item_is_given_once_and_in_order_whatever_happens() {
    holds(1, &script::script(), |script| script.run());
}

#[test]
fn bounded_calls_give_what_one_call_gives_for_each_kind_of_result() {
    holds(10, &result_keys::listing(), |listing| listing.run());
}
