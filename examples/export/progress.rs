//! A progress bar, on stderr; nothing of it is seen where that is no terminal.

use std::cell::Cell;

use indicatif::{ProgressBar, ProgressStyle};

/// How far the export is. How many sessions there will be is not known, but how many fleets is.
pub(crate) struct Progress {
    bar: ProgressBar,
    sessions: Cell<u64>,
}

impl Progress {
    /// At the beginning of a run that finds `sessions` in the database.
    pub(crate) fn new(fleets: usize, sessions: u64) -> Self {
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} fleets, {msg} sessions, {elapsed}");
        let bar = ProgressBar::new(fleets as u64).with_style(style.expect("a template that is constant"));
        let progress = Self { bar, sessions: Cell::new(sessions) };
        progress.exported(0);
        progress
    }

    /// So many sessions more.
    pub(crate) fn exported(&self, sessions: usize) {
        self.sessions.set(self.sessions.get() + sessions as u64);
        self.bar.set_message(self.sessions.get().to_string());
    }

    /// One fleet more.
    pub(crate) fn fleet_done(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
