//! A spinner on stderr that shows the counts.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::ProgressBar;

use super::writer::SessionWriter;

/// Shows the progress of a listing. It is hidden if stderr is not a terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Creates a spinner, which is hidden if it would interleave with the lines of `writer`.
    pub(crate) fn new(writer: &SessionWriter) -> Self {
        if writer.writes_to_terminal() || !stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let spinner = ProgressBar::new_spinner().with_message("requesting");
        spinner.enable_steady_tick(Duration::from_millis(100));
        Self(spinner)
    }

    /// Shows new counts.
    pub(crate) fn update(&self, pages: u64, items: u64) {
        if !self.0.is_hidden() {
            self.0.set_message(format_counts(pages, items));
        }
    }

    /// Removes the spinner.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// Formats the counts as `137 sessions in 7 pages`.
pub(super) fn format_counts(pages: u64, items: u64) -> String {
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    format!("{items} session{} in {pages} page{}", plural(items), plural(pages))
}
