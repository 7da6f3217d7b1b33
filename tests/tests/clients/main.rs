//! Shapes of clients. Each test reads items, pages, and the full result, and resumes.
#![allow(clippy::unused_async, clippy::manual_async_fn, reason = "the tests are about these shapes")]

mod attributes;
mod blocking;
mod builders;
mod dyn_clients;
mod generics;
mod links;
mod methods;
mod other_macros;
mod other_parameters;
mod pages;
mod plain_parameters;
mod receivers;
mod requests;
mod results;
mod runtimes;
mod stored_paginators;

use paginated::{Page, paginated};

#[derive(Clone, Debug, Default)]
pub struct Input {
    pub token: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Clone, Debug, Default, Page, PartialEq)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Failure;

#[derive(Clone, Default)]
pub struct Client;

/// Returns the items of the service.
pub fn all_items() -> Vec<u32> {
    (0..10).collect()
}

/// Returns the page at `token`, with three items by default.
pub fn page_at(token: Option<&str>, limit: Option<u32>) -> Result<Output, Failure> {
    let start: u32 = token.unwrap_or("0").parse().map_err(|_| Failure)?;
    let end = (start + limit.unwrap_or(3)).min(10);
    Ok(Output { items: (start..end).collect(), token: (end < 10).then(|| end.to_string()) })
}

/// Returns the page for a request.
pub fn page_for(input: &Input) -> Result<Output, Failure> {
    page_at(input.token.as_deref(), input.limit)
}

/// Asserts that a paginator lists, limits, and resumes. Evaluates `$paginator` for each listing; `$items` are the items of a page.
macro_rules! assert_lists_all {
    ($paginator:expr) => {
        $crate::assert_lists_all!($paginator, |output| output.items)
    };
    ($paginator:expr, |$output:ident| $items:expr) => {{
        let all = $crate::all_items();
        let items = $paginator.items().try_collect::<Vec<_>>().await;
        assert_eq!(items.unwrap_or_default(), all);
        let pages = $paginator.page_size(4).pages().try_collect::<Vec<_>>().await;
        assert_eq!(pages.map_or(0, |pages| pages.len()), 3);
        let full = $paginator.max_items(7).full_result().await;
        let full = full.unwrap_or_else(|_| panic!("no full result"));
        assert!(full.resume_token.is_some());
        let $output = &full.output;
        assert_eq!($items[..], all[..7]);
        let token = match $paginator.max_items(4).items() {
            mut items => {
                for item in &all[..4] {
                    assert!(items.next().await.is_some_and(|next| next.is_ok_and(|next| next == *item)));
                }
                assert!(items.next().await.is_none());
                items.resume_token().unwrap().to_string()
            }
        };
        let rest = $paginator.starting_token(token).items().try_collect::<Vec<_>>().await;
        assert_eq!(rest.unwrap_or_default(), all[4..]);
    }};
}
pub(crate) use assert_lists_all;

/// Asserts the same of a blocking paginator.
macro_rules! assert_lists_all_blocking {
    ($paginator:expr) => {{
        let all = $crate::all_items();
        assert_eq!($paginator.items().collect::<Result<Vec<_>, _>>().unwrap(), all);
        assert_eq!($paginator.page_size(4).pages().count(), 3);
        let full = $paginator.max_items(7).full_result().unwrap();
        assert!(full.resume_token.is_some());
        assert_eq!(full.output.items, all[..7]);
        let token = match $paginator.max_items(4).items() {
            mut items => {
                let yielded: Vec<_> = items.by_ref().map(Result::unwrap).collect();
                assert_eq!(yielded, all[..4]);
                items.resume_token().unwrap().to_string()
            }
        };
        assert_eq!($paginator.starting_token(token).items().collect::<Result<Vec<_>, _>>().unwrap(), all[4..]);
    }};
}
pub(crate) use assert_lists_all_blocking;

/// Requires a value to be `Send`.
pub fn require_send<T: Send>(value: T) -> T {
    value
}

/// Requires a value to be `Send` and `'static`, as tasks do.
pub fn require_send_and_static<T: Send + 'static>(value: T) -> T {
    value
}

/// Requires a value to be `'static`.
pub fn require_static<T: 'static>(value: T) -> T {
    value
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
pub async fn list(input: Input) -> Result<Output, Failure> {
    page_for(&input)
}
