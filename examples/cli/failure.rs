//! What can go wrong, each as one readable line.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;
use std::process::ExitCode;

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};

/// Why the program ends early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The listing failed, and this is why.
    Listing(String),
    /// The embedded service cannot listen.
    Listen(io::Error),
    /// Nothing can be written to stdout.
    Output(io::Error),
}

impl Failure {
    /// The failure of a listing by `operation`.
    pub(crate) fn operation<E>(operation: &str, error: &paginated::Error<SdkError<E>>) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        Self::Listing(match error {
            paginated::Error::Operation(error) => {
                format!("{operation}: {}", answered(error).unwrap_or_else(|| chain(error)))
            }
            // These say themselves what they are about.
            other => chain(other),
        })
    }
}

/// Code and message, where the service gave them.
fn answered(error: &impl ProvideErrorMetadata) -> Option<String> {
    let code = error.code()?;
    Some(error.message().map_or_else(|| code.to_owned(), |message| format!("{code}: {message}")))
}

/// An error and all its sources; a source that its error has told already is left out.
fn chain(error: &(dyn Error + 'static)) -> String {
    let mut told = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let next = error.to_string();
        if !told.ends_with(&next) {
            told = format!("{told}: {next}");
        }
        source = error.source();
    }
    told
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listing(told) => {
                // A message from elsewhere may have lines, or worse; this is one line.
                let words: Vec<&str> = told.split(|c: char| c.is_whitespace() || c.is_control()).collect();
                f.write_str(&words.join(" "))
            }
            Self::Listen(error) => write!(f, "the embedded service cannot listen: {error}"),
            Self::Output(error) => write!(f, "cannot write to stdout: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Tells a failure, and gives the exit code for it.
pub(crate) fn exit_code(ended: Result<(), Failure>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has seen enough, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
