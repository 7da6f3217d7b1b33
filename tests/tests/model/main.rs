//! Compares the streams with a model, for random listings, faults, and ways to read.
//!
//! Runs the same ten thousand cases each time. To run more and other cases:
//! `PROPTEST_CASES=1000000 cargo test --release -p paginated-tests --test model`.

mod case;
mod counted;
mod reference;
mod result_keys;
mod service;
mod streams;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult, TestRunner};

/// Runs `test` for the configured number of cases, divided by `divisor`.
fn check_cases<S: Strategy>(divisor: u32, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let fixed = ProptestConfig { rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(10_000) };
    // The default configuration reads the environment.
    let config = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { fixed };
    let config = ProptestConfig { cases: config.cases / divisor, failure_persistence: None, ..config };
    if let Err(error) = TestRunner::new(config).run(strategy, test) {
        panic!("{error}");
    }
}

#[test]
fn each_item_is_yielded_once_and_in_order_with_any_faults() {
    check_cases(1, &case::case(), |case| case.run());
}

#[test]
fn limited_calls_return_the_same_as_one_call_for_each_type_of_result() {
    check_cases(10, &result_keys::listing(), |listing| listing.run());
}

#[test]
fn each_item_of_a_counted_or_linked_list_is_yielded_once_and_in_order_with_any_faults() {
    check_cases(1, &counted::case(), |case| case.run());
}
