//! Tests of whole expansions.

mod client_defaults;
mod expansion;
mod mutated;
mod nesting;
mod unfinished;
