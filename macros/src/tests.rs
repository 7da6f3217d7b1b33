//! Tests of whole expansions.

mod expansion;
mod mutated;
mod nesting;
mod unfinished;
