//! Errors, each printed as one line.

use std::fmt::{self, Display};
use std::io;
use std::process::ExitCode;

/// A reason to exit early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The listing failed with this message.
    Listing(String),
    /// The embedded service could not be started.
    Server(io::Error),
    /// Writing to stdout failed.
    Output(io::Error),
    /// The user interrupted the listing.
    Interrupted,
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listing(message) => f.write_str(message),
            Self::Server(error) => write!(f, "cannot start the embedded service: {error}"),
            Self::Output(error) => write!(f, "cannot write to stdout: {error}"),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Prints the error, if any, and returns the exit code.
pub(crate) fn exit_code(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has closed the pipe, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            // Shells report an interrupt as 128 plus the number of the signal.
            if matches!(failure, Failure::Interrupted) { ExitCode::from(130) } else { ExitCode::FAILURE }
        }
    }
}
