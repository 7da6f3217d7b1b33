//! The stacks, their associated fleets, and the number of their sessions.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ServiceError;

/// Maps stack names to fleet names to numbers of sessions. Lists are sorted by name.
#[derive(Debug, Default)]
pub(super) struct Catalog(BTreeMap<String, BTreeMap<String, usize>>);

impl Catalog {
    pub(super) fn add(&mut self, stack: &str, fleet: &str, sessions: usize) {
        let fleets = self.0.entry(stack.to_owned()).or_default();
        *fleets.entry(fleet.to_owned()).or_default() += sessions;
    }

    pub(super) fn stacks(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    pub(super) fn fleets(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.0.values().flat_map(|fleets| fleets.keys().map(String::as_str)).collect();
        names.into_iter().collect()
    }

    pub(super) fn fleets_of(&self, stack: &str) -> Result<Vec<&str>, ServiceError> {
        Ok(self.stack(stack)?.keys().map(String::as_str).collect())
    }

    pub(super) fn session_count(&self, stack: &str, fleet: &str) -> Result<usize, ServiceError> {
        match self.stack(stack)?.get(fleet) {
            Some(&count) => Ok(count),
            None if self.fleets().contains(&fleet) => {
                Err(ServiceError::combination(format!("Fleet {fleet} is not associated with stack {stack}")))
            }
            None => Err(ServiceError::not_found("Fleet", fleet)),
        }
    }

    fn stack(&self, name: &str) -> Result<&BTreeMap<String, usize>, ServiceError> {
        self.0.get(name).ok_or_else(|| ServiceError::not_found("Stack", name))
    }
}
