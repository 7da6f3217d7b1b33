//! Writes sessions to stdout, as a table for people or as lines of JSON for programs.

use std::io::{self, IsTerminal, Stdout, Write};

use aws_sdk_appstream::types::Session;

use super::json::JsonSession;
use super::progress::format_counts;
use super::table::{self, Row};

/// Writes sessions to stdout.
pub(crate) enum SessionWriter {
    /// Collects rows and writes them at the end, because the column widths depend on all of them.
    Table(Vec<Row>),
    /// Writes each line immediately, because stdout is line buffered.
    Lines(Stdout),
}

impl SessionWriter {
    /// Selects a table if stdout is a terminal and `json` is not set.
    pub(crate) fn new(json: bool) -> Self {
        let stdout = io::stdout();
        if json || !stdout.is_terminal() { Self::Lines(stdout) } else { Self::Table(Vec::new()) }
    }

    /// Returns `true` if sessions are written to a terminal during the listing.
    pub(crate) fn writes_to_terminal(&self) -> bool {
        matches!(self, Self::Lines(stdout) if stdout.is_terminal())
    }

    /// Writes a session, or adds it to the table.
    pub(crate) fn write(&mut self, session: &Session) -> io::Result<()> {
        match self {
            Self::Table(rows) => {
                rows.push(table::build_row(session));
                Ok(())
            }
            Self::Lines(stdout) => {
                let mut line = serde_json::to_vec(&JsonSession::from(session))?;
                line.push(b'\n');
                stdout.lock().write_all(&line)
            }
        }
    }

    /// Writes the table and the counts below it, unless there was no page.
    pub(crate) fn finish(self, pages: u64, items: u64) -> io::Result<()> {
        match self {
            Self::Table(_) if pages == 0 => Ok(()),
            Self::Table(rows) => {
                let table = table::format(rows).trim_fmt();
                writeln!(io::stdout().lock(), "{table}\n{}", format_counts(pages, items))
            }
            Self::Lines(stdout) => stdout.lock().flush(),
        }
    }
}
