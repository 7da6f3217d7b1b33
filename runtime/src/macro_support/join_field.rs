//! Fields of a struct that derives `Page` and is a value of a map: how they are joined.

use crate::keys::{JoinProbe, Joiner, ResultKey};

fn joiner_of<L: ResultKey>(joiner: fn(JoinProbe<L>) -> Option<Joiner<L>>) -> Joiner<L> {
    joiner(JoinProbe::new()).unwrap_or(Joiner { has_conflict: L::has_conflict, join: L::join })
}

/// Returns whether joining a list or map would lose a value.
pub fn field_has_conflict<L: ResultKey>(field: &L, next: &L, joiner: fn(JoinProbe<L>) -> Option<Joiner<L>>) -> bool {
    (joiner_of(joiner).has_conflict)(field, next)
}

/// Joins a list or map.
pub fn join_field<L: ResultKey>(field: &mut L, next: L, joiner: fn(JoinProbe<L>) -> Option<Joiner<L>>) {
    (joiner_of(joiner).join)(field, next);
}
