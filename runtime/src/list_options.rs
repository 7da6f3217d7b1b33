//! [`ListOptions`]: the values that the methods of a paginator set.

#[cfg(feature = "resume")]
use crate::resume::ResumeToken;

/// The options of a list, which are not those of the attribute. Each has the name of the paginator's method that sets it.
#[derive(Clone, Debug, Default)]
pub struct ListOptions {
    pub(crate) max_items: Option<usize>,
    pub(crate) page_size: Option<usize>,
    pub(crate) max_pages: Option<u64>,
    pub(crate) prefetch: usize,
    pub(crate) concurrency_limit: Option<usize>,
    #[cfg(feature = "resume")]
    pub(crate) starting_token: Option<ResumeToken>,
}
