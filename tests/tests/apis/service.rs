//! The part of a service that all APIs share.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::Value;

/// The error of all clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The service is down. The request can be sent again.
    Unavailable,
    /// The service refused the request, with this message.
    Refused(String),
}

/// Returns the error of a refused request.
pub fn refuse<T>(message: impl Into<String>) -> Result<T, ApiError> {
    Err(ApiError::Refused(message.into()))
}

/// Parses a response.
///
/// # Panics
///
/// Panics if `response` is not of type `T`: the type is wrong.
pub fn respond<T: DeserializeOwned>(response: Value) -> Result<T, ApiError> {
    Ok(serde_json::from_value(response).unwrap())
}

/// Returns the positions of the page at `start` in a list of `len` items.
pub fn page_range(start: usize, size: usize, len: usize) -> Range<usize> {
    let start = start.min(len);
    start..(start + size).min(len)
}

/// A service that counts requests, can fail one of them, and issues opaque tokens.
#[derive(Debug, Default)]
pub struct Service {
    requests: Cell<u64>,
    failing: Cell<Option<u64>>,
    positions: RefCell<Vec<usize>>,
}

impl Service {
    /// Receives a request. The call is pending for one poll.
    ///
    /// # Panics
    ///
    /// Panics if the list does not end.
    pub async fn receive(&self) -> Result<(), ApiError> {
        let index = self.requests.get();
        self.requests.set(index + 1);
        assert!(index < 10_000, "the list does not end");
        tokio::task::yield_now().await;
        if self.failing.get() == Some(index) { Err(ApiError::Unavailable) } else { Ok(()) }
    }

    /// Returns the number of requests since the last call of this method or of `fail`.
    pub fn take_requests(&self) -> u64 {
        self.failing.set(None);
        self.requests.replace(0)
    }

    /// Fails the request after the next `index` ones.
    pub fn fail(&self, index: u64) {
        self.requests.set(0);
        self.failing.set(Some(index));
    }

    /// Returns a new token for a position in the list. No token is issued twice.
    pub fn issue(&self, position: usize) -> String {
        let mut positions = self.positions.borrow_mut();
        positions.push(position);
        format!("opaque-{:04x}", positions.len() - 1)
    }

    /// Returns the position of an issued token.
    pub fn redeem(&self, token: &str) -> Option<usize> {
        let index = usize::from_str_radix(token.strip_prefix("opaque-")?, 16).ok()?;
        self.positions.borrow().get(index).copied()
    }
}
