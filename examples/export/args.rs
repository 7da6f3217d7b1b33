//! The options.

use std::path::PathBuf;

use clap::Parser;

#[path = "../cli/faults.rs"]
mod faults;

use faults::Faults;

/// Exports the streaming sessions of all stacks and fleets into an SQLite database.
///
/// An export that ended early goes on when it is started again with the same database.
#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// The database, made where there is none
    #[arg(long, value_name = "PATH", default_value = "sessions.db")]
    pub(crate) db: PathBuf,

    /// Sessions per request
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) page_size: usize,

    /// Ask this service instead of an embedded one
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint_url: Option<String>,

    /// How many sessions the embedded service has
    #[arg(long, value_name = "N", default_value_t = 10_000, conflicts_with = "endpoint_url")]
    pub(crate) sessions: usize,

    #[command(flatten)]
    pub(crate) faults: Faults,
}
