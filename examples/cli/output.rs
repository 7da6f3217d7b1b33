//! Sessions on stdout: a table where a person reads it, a line of JSON each where a program does.

use std::io::{self, IsTerminal, Stdout, Write};

use aws_sdk_appstream::types::Session;

use super::line::Line;
use super::progress::counts;
use super::table::{self, Row};

/// Where sessions are written to.
pub(crate) enum Output {
    /// Written at the end, since the widths of its columns depend on every row.
    Table(Vec<Row>),
    /// Written at once: stdout flushes at the end of each line.
    Lines(Stdout),
}

impl Output {
    /// A table on a terminal, unless JSON is asked for.
    pub(crate) fn new(json: bool) -> Self {
        let stdout = io::stdout();
        if json || !stdout.is_terminal() { Self::Lines(stdout) } else { Self::Table(Vec::new()) }
    }

    /// Whether it writes to the terminal while the listing goes on.
    pub(crate) fn occupies_terminal(&self) -> bool {
        matches!(self, Self::Lines(stdout) if stdout.is_terminal())
    }

    /// Takes one session.
    pub(crate) fn session(&mut self, session: &Session) -> io::Result<()> {
        match self {
            Self::Table(rows) => {
                rows.push(table::row(session));
                Ok(())
            }
            Self::Lines(stdout) => {
                let mut line = serde_json::to_vec(&Line::from(session))?;
                line.push(b'\n');
                stdout.lock().write_all(&line)
            }
        }
    }

    /// Writes what is still to be written, with the counts below a table. A listing that came to no page has none.
    pub(crate) fn finish(self, pages: u64, items: u64) -> io::Result<()> {
        match self {
            Self::Table(_) if pages == 0 => Ok(()),
            Self::Table(rows) => {
                let table = table::of(rows).trim_fmt();
                writeln!(io::stdout().lock(), "{table}\n{}", counts(pages, items))
            }
            Self::Lines(stdout) => stdout.lock().flush(),
        }
    }
}
