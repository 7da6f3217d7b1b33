//! The command-line options.

use std::net::SocketAddr;

use clap::Parser;
use paginated_examples::cli::FaultOptions;

/// A free port on the loopback interface.
pub(crate) const LOOPBACK: &str = "127.0.0.1:0";

/// Lists the streaming sessions of one stack and fleet.
#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// List the sessions of this stack
    #[arg(long, default_value = "design")]
    pub(crate) stack: String,

    /// List the sessions of this fleet
    #[arg(long, default_value = "graphics-pro")]
    pub(crate) fleet: String,

    /// Request this many sessions per page, from 1 to 50 [default: chosen by the service]
    #[arg(long, value_name = "N")]
    pub(crate) page_size: Option<usize>,

    /// Stop after this many sessions
    #[arg(long, value_name = "N")]
    pub(crate) max_items: Option<usize>,

    /// Resume a listing from the token that it printed
    #[arg(long, value_name = "TOKEN")]
    pub(crate) starting_token: Option<String>,

    /// Use this service instead of the embedded one
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint_url: Option<String>,

    /// Run only the embedded service until interrupted
    #[arg(long, value_name = "ADDR", num_args = 0..=1, default_missing_value = LOOPBACK, conflicts_with = "endpoint_url")]
    pub(crate) serve: Option<SocketAddr>,

    #[command(flatten)]
    pub(crate) faults: FaultOptions,

    /// Print one line of JSON per session [default if stdout is not a terminal]
    #[arg(long)]
    pub(crate) json: bool,
}
