//! Lists whose only token is a handle to the service's state, which cannot be resumed.

use std::cell::Cell;

use futures::executor::block_on;
use paginated::{Error, paginated};

use super::service::{items, may_fail};
use super::*;

thread_local! {
    /// The position of the list, which the service holds.
    static POSITION: Cell<u32> = const { Cell::new(0) };
}

/// Returns the next page of the list. A request without a handle begins again.
fn scroll(handle: Option<&str>, limit: Option<u32>) -> Result<Output, Failure> {
    may_fail()?;
    if handle.is_none() {
        POSITION.set(0);
    }
    assert!(handle.is_none_or(|handle| handle == "h"));
    let items = items(POSITION.get(), limit);
    POSITION.set(POSITION.get() + u32::try_from(items.len()).unwrap());
    Ok(Output { is_last: POSITION.get() == 10, items, handle: Some("h".to_owned()), ..Output::default() })
}

fn respond(input: &Input) -> Result<Output, Failure> {
    scroll(input.handle.as_deref(), input.limit)
}

struct Client;

impl Client {
    #[paginated(
        input_token = "handle",
        carried_token = "handle",
        end_on = "empty_page",
        limit_key = "limit",
        result_key = "items"
    )]
    async fn until_empty(&mut self, input: &Input) -> Result<Output, Failure> {
        respond(input)
    }

    #[paginated(input_token = handle, output_token = |page| page.handle.clone(), carried_token = handle,
        more_results = "!isLast", limit_key = limit, result_key = items)]
    async fn parameters(&self, handle: Option<String>, limit: Option<u32>) -> Result<Output, Failure> {
        scroll(handle.as_deref(), limit)
    }
}

#[paginated(input_token = "handle", carried_token = "handle", end_on = ["short_page", "empty_page"],
    limit_key = "limit", result_key = "items")]
fn until_short(input: Input) -> Result<Output, Failure> {
    respond(&input)
}

trait Methods {
    #[paginated(input_token = "handle", carried_token = "handle", more_results = |page| !page.is_last,
        limit_key = "limit", result_key = "items")]
    async fn in_trait(&self, input: Input) -> Result<Output, Failure>;
}

impl Methods for Client {
    async fn in_trait(&self, input: Input) -> Result<Output, Failure> {
        respond(&input)
    }
}

/// Checks the paginator that `$paginator` evaluates to. `$wait` waits for its futures, and `$requests` is their number.
macro_rules! check_handle {
    ($wait:path, $requests:expr, $paginator:expr) => {{
        macro_rules! collect {
            ($list:expr) => {{
                let mut list = $list;
                let mut yielded = Vec::new();
                while let Some(next) = $wait(list.next()) {
                    yielded.push(next.unwrap());
                }
                yielded
            }};
        }
        let whole = (0..10).collect::<Vec<u32>>();
        assert_eq!(collect!($paginator.items()), whole);
        assert_eq!(collect!($paginator.page_size(3).items()), whole);
        let pages = collect!($paginator.pages());
        assert_eq!(pages.len(), $requests);
        assert_eq!(pages.into_iter().map(Contents::contents).collect::<Vec<_>>().concat(), whole);
        assert_eq!($wait($paginator.full_result()).unwrap().output.contents(), whole);
        for taken in 0..=10 {
            assert_eq!(collect!($paginator.max_items(taken).items()), whole[..taken]);
        }
        for failing in 0..$requests {
            service::fail_request(Some(failing));
            let mut list = $paginator.items();
            let mut items = Vec::new();
            let mut errors = 0;
            while let Some(item) = $wait(list.next()) {
                match item {
                    Ok(item) => items.push(item),
                    Err(Error::Operation(Failure)) => {
                        errors += 1;
                        list.retry();
                    }
                    Err(error) => panic!("{error:?}"),
                }
            }
            assert_eq!((items, errors), (whole.clone(), 1), "request {failing} fails");
        }
    }};
}

#[test]
fn a_handle_is_paged_by_methods_and_functions() {
    let mut client = Client;
    check_handle!(block_on, 4, client.until_empty_paginator(Input::default()));
    check_handle!(block_on, 3, client.parameters_paginator(None, None));
    check_handle!(block_on, 3, client.in_trait_paginator(Input::default()));
    check_handle!(std::convert::identity, 3, until_short_paginator(Input::default()));
}
