//! What the integration tests have in common.
