//! Public bug reports of lists that ended early or repeated items, replayed with small services.
//!
//! The comment of a test names the reports. Names and data are made up.

mod checks;
mod endings;
mod flags;
mod keys;
mod missing_data;
mod more;
mod more_cursors;
mod more_pages;
mod positions;
mod recipes;
mod requests;
mod resuming;
mod tokens;
