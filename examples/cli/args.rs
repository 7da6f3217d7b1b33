//! The options.

use std::net::SocketAddr;

use clap::Parser;

use super::faults::Faults;

/// A free port of this machine.
pub(crate) const LOOPBACK: &str = "127.0.0.1:0";

/// Lists the streaming sessions of one stack and fleet.
#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// The stack whose sessions to list
    #[arg(long, default_value = "design")]
    pub(crate) stack: String,

    /// The fleet whose sessions to list
    #[arg(long, default_value = "graphics-pro")]
    pub(crate) fleet: String,

    /// Sessions per request [default: the service's own]
    #[arg(long, value_name = "N")]
    pub(crate) page_size: Option<usize>,

    /// End after this many sessions
    #[arg(long, value_name = "N")]
    pub(crate) max_items: Option<usize>,

    /// Go on where a listing that was cut said that there is more
    #[arg(long, value_name = "TOKEN")]
    pub(crate) starting_token: Option<String>,

    /// Ask this service instead of an embedded one
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint_url: Option<String>,

    /// List nothing, but serve the embedded service until interrupted
    #[arg(long, value_name = "ADDR", num_args = 0..=1, default_missing_value = LOOPBACK, conflicts_with = "endpoint_url")]
    pub(crate) serve: Option<SocketAddr>,

    #[command(flatten)]
    pub(crate) faults: Faults,

    /// Print one JSON line per session, as is done where stdout is no terminal
    #[arg(long)]
    pub(crate) json: bool,
}
