//! What a paginator was asked for.

use core::fmt;

use crate::config::PaginationConfig;

/// What a paginator was asked for.
#[derive(Clone, Default)]
pub struct Settings {
    pub(crate) config: PaginationConfig,
    pub(crate) max_pages: Option<u64>,
    pub(crate) prefetch: bool,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("max_items", &self.config.max_items)
            .field("page_size", &self.config.page_size)
            .field("starting_token", &self.config.starting_token)
            .field("max_pages", &self.max_pages)
            .field("prefetch", &self.prefetch)
            .finish()
    }
}
