//! Every shape of client that people write, each by a test named after it: items, pages, the full result, limits and
//! resuming.
#![allow(clippy::unused_async, clippy::manual_async_fn, reason = "the shapes are what is tested")]

mod attributes;
mod blocking;
mod dynamic;
mod generics;
mod inputs;
mod methods;
mod naming;
mod outputs;
mod receivers;
mod results;
mod runtimes;
mod with_other_macros;

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

/// What all services here hold.
pub fn all() -> Vec<u32> {
    (0..10).collect()
}

/// Ten items, three to a page if nothing else is asked for.
pub fn answer(token: Option<&str>, limit: Option<u32>) -> Result<Output, Failure> {
    let start: u32 = token.unwrap_or("0").parse().map_err(|_| Failure)?;
    let end = (start + limit.unwrap_or(3)).min(10);
    Ok(Output { items: (start..end).collect(), token: (end < 10).then(|| end.to_string()) })
}

/// What [`answer`] gives to a whole request.
pub fn page(input: &Input) -> Result<Output, Failure> {
    answer(input.token.as_deref(), input.limit)
}

/// What every paginator must do: `$paginator` makes a new one each time, and `$items` is where its output has the items.
macro_rules! holds {
    ($paginator:expr) => {
        $crate::holds!($paginator, |output| output.items)
    };
    ($paginator:expr, |$output:ident| $items:expr) => {{
        let all = $crate::all();
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
pub(crate) use holds;

/// The same of a method that is not async.
macro_rules! holds_blocking {
    ($paginator:expr) => {{
        let all = $crate::all();
        assert_eq!($paginator.items().collect::<Result<Vec<_>, _>>().unwrap(), all);
        assert_eq!($paginator.page_size(4).pages().count(), 3);
        let full = $paginator.max_items(7).full_result().unwrap();
        assert!(full.resume_token.is_some());
        assert_eq!(full.output.items, all[..7]);
        let token = match $paginator.max_items(4).items() {
            mut items => {
                let given: Vec<_> = items.by_ref().map(Result::unwrap).collect();
                assert_eq!(given, all[..4]);
                items.resume_token().unwrap().to_string()
            }
        };
        assert_eq!($paginator.starting_token(token).items().collect::<Result<Vec<_>, _>>().unwrap(), all[4..]);
    }};
}
pub(crate) use holds_blocking;

/// A paginator that can go to another thread, with its stream.
pub fn sent<T: Send>(value: T) -> T {
    value
}

/// A paginator that borrows nothing, and can go to a task.
pub fn owned<T: Send + 'static>(value: T) -> T {
    value
}

/// A paginator that borrows nothing.
pub fn owned_here<T: 'static>(value: T) -> T {
    value
}

/// The simplest of all.
#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
pub async fn list(input: Input) -> Result<Output, Failure> {
    page(&input)
}
