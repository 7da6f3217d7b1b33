//! What can go wrong.

use std::{fmt, io};

/// Why the export ends early. Started again, it goes on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A listing failed, and this is why.
    Listing(String),
    /// The embedded service cannot listen.
    Listen(io::Error),
    /// The database cannot be opened, read or written.
    Database(rusqlite::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listing(told) => f.write_str(told),
            Self::Listen(error) => write!(f, "the embedded service cannot listen: {error}"),
            Self::Database(error) => write!(f, "database: {error}"),
        }
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}
