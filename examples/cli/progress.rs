//! A spinner with the counts, on stderr.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::ProgressBar;

use super::output::Output;

/// Shows how far a listing is; nothing of it is seen where stderr is no terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A spinner, unless it would stand between the lines of `output`.
    pub(crate) fn beside(output: &Output) -> Self {
        if output.occupies_terminal() || !stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let spinner = ProgressBar::new_spinner().with_message("asking");
        spinner.enable_steady_tick(Duration::from_millis(100));
        Self(spinner)
    }

    /// Shows the counts.
    pub(crate) fn show(&self, pages: u64, items: u64) {
        if !self.0.is_hidden() {
            self.0.set_message(counts(pages, items));
        }
    }

    /// Takes the spinner away.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// The counts in words.
pub(super) fn counts(pages: u64, items: u64) -> String {
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    format!("{items} session{} in {pages} page{}", plural(items), plural(pages))
}
