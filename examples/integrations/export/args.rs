//! The command-line options.

use std::path::PathBuf;

use clap::Parser;
use paginated_examples::cli::FaultOptions;

/// Exports the streaming sessions of all stacks and fleets into an SQLite database.
///
/// Run it again with the same database to resume an export that was interrupted.
#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// Write to this database, which is created if it does not exist
    #[arg(long, value_name = "PATH", default_value = "sessions.db")]
    pub(crate) db: PathBuf,

    /// Request this many sessions per page
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) page_size: usize,

    /// Use this service instead of the embedded one
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint_url: Option<String>,

    /// Generate this many sessions in the embedded service
    #[arg(long, value_name = "N", default_value_t = 10_000, conflicts_with = "endpoint_url")]
    pub(crate) sessions: usize,

    #[command(flatten)]
    pub(crate) faults: FaultOptions,
}
