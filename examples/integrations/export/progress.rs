//! A progress bar on stderr, which is hidden if stderr is not a terminal.

use std::cell::Cell;

use indicatif::{ProgressBar, ProgressStyle};

/// The progress of the export, measured in fleets, because the total number of sessions is unknown.
pub(crate) struct Progress {
    bar: ProgressBar,
    sessions: Cell<u64>,
}

impl Progress {
    /// Creates the progress bar of a run with `sessions` sessions already in the database.
    pub(crate) fn new(fleets: usize, sessions: u64) -> Self {
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} fleets, {msg} sessions, {elapsed}");
        let bar = ProgressBar::new(fleets as u64).with_style(style.expect("the template is valid"));
        let progress = Self { bar, sessions: Cell::new(sessions) };
        progress.add_sessions(0);
        progress
    }

    /// Adds exported sessions.
    pub(crate) fn add_sessions(&self, sessions: usize) {
        self.sessions.set(self.sessions.get() + sessions as u64);
        self.bar.set_message(self.sessions.get().to_string());
    }

    /// Adds a completed fleet.
    pub(crate) fn add_fleet(&self) {
        self.bar.inc(1);
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
