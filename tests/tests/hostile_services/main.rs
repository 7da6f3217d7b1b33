//! Services that respond with endless, oversized, late, or malformed pages.
//!
//! A listing ends with an error or continues in bounded memory, and it can be resumed.

mod closures;
mod counted_lists;
mod endless_listings;
mod extreme_sizes;
mod late_responses;
mod links;
mod panics;
mod unusual_tokens;
