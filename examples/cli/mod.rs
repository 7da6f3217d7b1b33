//! What a listing on the command line needs beside the listing itself.

mod args;
mod failure;
mod faults;
mod line;
mod output;
mod progress;
mod server;
mod table;

use std::fmt::Display;

pub(crate) use args::{Args, LOOPBACK};
pub(crate) use failure::{Failure, exit_code};
pub(crate) use output::Output;
pub(crate) use progress::Progress;
pub(crate) use server::serve_until_interrupted;

/// Tells on stderr how to go on with a listing that is not at its end.
pub(crate) fn tell_more(token: Option<impl Display>) {
    if let Some(token) = token {
        eprintln!("more: --starting-token {token}");
    }
}
