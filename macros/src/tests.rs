//! Tests of whole expansions.

mod client_defaults;
mod documented_options;
mod expansion;
mod mutated;
mod nesting;
mod unfinished;
