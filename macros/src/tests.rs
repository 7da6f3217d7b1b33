//! What the macros write, for whatever they are given.

mod expansion;
mod half_written;
mod mutated;
mod nested;
