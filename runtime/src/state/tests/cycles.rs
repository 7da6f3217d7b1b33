//! Positions that occurred before.

use super::*;

/// Returns the number of pages after which a position is found to have occurred before.
fn pages_until_recurrence(start: Option<u32>, positions: impl IntoIterator<Item = u32>) -> Option<u64> {
    let mut state = new_list(start, None, None, NO_END);
    state.first_request_prepared();
    for position in positions {
        receive(&mut state, page(1, position));
        if !state.can_send() {
            let reason = state.take_stop_reason();
            let expected = [StopReason::TokenCycle, StopReason::RepeatedToken];
            assert!(expected.map(Some).contains(&reason), "{reason:?}");
            return Some(state.pages());
        }
    }
    None
}

#[test]
fn a_cycle_is_found_within_three_times_its_pages() {
    for start in [None, Some(u32::MAX)] {
        for lead_in in 0..40 {
            for cycle in 1..40 {
                let positions = (0..lead_in).chain((lead_in..lead_in + cycle).cycle());
                let found = pages_until_recurrence(start, positions).expect("a cycle is found");
                let pages = u64::from(lead_in + cycle);
                assert!(pages < found && found <= 3 * pages, "{start:?}, {lead_in} + {cycle}: {found}");
            }
        }
    }
}

#[test]
fn no_cycle_is_found_if_there_is_none() {
    assert_eq!(pages_until_recurrence(None, 0..10_000), None);
}
