//! The command-line interface of `describe_sessions`.

mod args;
mod failure;
mod json;
mod progress;
mod server;
mod table;
mod writer;

use std::fmt::Display;

pub(crate) use args::{Args, LOOPBACK};
pub(crate) use failure::{Failure, exit_code};
pub(crate) use progress::Progress;
pub(crate) use server::serve_until_interrupted;
pub(crate) use writer::SessionWriter;

/// Prints the option that resumes the listing, if it has not ended.
pub(crate) fn print_resume_token(token: Option<impl Display>) {
    if let Some(token) = token {
        eprintln!("resume with: --starting-token {token}");
    }
}
