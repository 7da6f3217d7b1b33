//! The state of a listing: `size_hint`, `is_terminated`, panics, and repeated tokens.

use std::cell::Cell;
use std::future::{Ready, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use futures::stream::FusedStream;
use paginated::{Error, Page, ResumeToken, paginated};
use paginated_tests::fixture::{Client, ListInput, ListOutput, Throttled, flagged_page, page, poll_once};
use serde::{Deserialize, Serialize};

/// `size_hint` did not count the error after the last item that `max_items` allows.
#[tokio::test]
async fn size_hint_counts_the_error_for_a_missing_token() {
    let client = Client::new([flagged_page([1], None, Some(true))]);
    let mut items = client.list_flagged_paginator(ListInput::default()).max_items(1).items();
    assert_eq!(items.size_hint(), (0, Some(2)));
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.size_hint(), (0, Some(1)));
    assert!(matches!(items.next().await, Some(Err(Error::MissingToken(_)))));
    assert_eq!(items.size_hint(), (0, Some(0)));
    assert_eq!(items.next().await, None);
}

/// `size_hint` did not count this error if the list has no flag.
#[test]
fn size_hint_counts_the_error_for_a_missing_carried_token() {
    #[derive(Clone)]
    struct Input {
        scroll_id: Option<String>,
    }

    #[derive(Page)]
    struct Output {
        hits: Vec<u32>,
        scroll_id: Option<String>,
    }

    #[paginated(input_token = "scroll_id", carried_token = "scroll_id", end_on = "empty_page", result_key = "hits")]
    fn scroll(input: Input) -> Result<Output, u8> {
        Ok(Output { hits: vec![1, 2], scroll_id: input.scroll_id })
    }

    let mut hits = scroll_paginator(Input { scroll_id: None }).max_items(2).items();
    assert_eq!(hits.size_hint(), (0, Some(3)));
    assert_eq!((hits.next(), hits.next()), (Some(Ok(1)), Some(Ok(2))));
    assert_eq!(hits.size_hint(), (0, Some(1)));
    assert!(matches!(hits.next(), Some(Err(Error::MissingToken(_)))));
    assert_eq!(hits.size_hint(), (0, Some(0)));
}

/// With `max_items(0)`, the stream reported that it had terminated, and then returned the error.
#[tokio::test]
async fn a_stream_without_items_terminates_after_the_error_for_its_starting_token() {
    // {"Marker": "x"}
    let other_operation = "eyJNYXJrZXIiOiAieCJ9";
    let client = Client::new([]);
    let mut items = client.list_paginator(ListInput::default()).starting_token(other_operation).max_items(0).items();
    assert!(!items.is_terminated());
    assert_eq!(items.size_hint(), (0, Some(1)));
    assert!(matches!(items.next().await, Some(Err(Error::StartingToken(_)))));
    assert!(items.is_terminated());
    assert_eq!(items.size_hint(), (0, Some(0)));
    assert_eq!(items.next().await, None);
}

/// With `max_items(0)`, the stream reported that it had terminated, and then returned the error.
#[tokio::test]
async fn a_stream_without_items_terminates_after_the_error_for_its_page_size() {
    let client = Client::new([]);
    let mut pages = client.list_paginator(ListInput::default()).page_size(usize::MAX).max_items(0).pages();
    assert!(!pages.is_terminated());
    assert!(matches!(pages.next().await, Some(Err(Error::PageSize(_)))));
    assert!(pages.is_terminated());
}

/// The request held the only copy of the token during a blocking call.
/// After a panic, the listing started from the beginning.
#[test]
fn a_panic_in_a_blocking_call_changes_no_resume_token() {
    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        token: Option<u32>,
    }

    /// A client of three pages with one item each. The first request of the second page panics.
    struct Client {
        panicked: Cell<bool>,
    }

    impl Client {
        #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
        fn list(&self, input: Input) -> Result<Output, u8> {
            let number = input.token.unwrap_or(1);
            assert!(number != 2 || self.panicked.replace(true), "an intended panic");
            Ok(Output { items: vec![number], token: (number < 3).then_some(number + 1) })
        }

        #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
        fn list_by_reference(&self, input: &Input) -> Result<Output, u8> {
            self.list(input.clone())
        }
    }

    let client = Client { panicked: Cell::new(false) };
    let mut items = client.list_paginator(Input { token: None }).items();
    assert_eq!(items.next(), Some(Ok(1)));
    let before = items.resume_token();
    assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
    assert_eq!(items.resume_token(), before);
    assert_eq!(items.by_ref().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));

    client.panicked.set(false);
    let mut items = client.list_by_reference_paginator(Input { token: None }).items();
    assert_eq!(items.next(), Some(Ok(1)));
    let before = items.resume_token();
    assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
    assert_eq!(items.resume_token(), before);
    // The call that panicked borrowed the request and did not return it.
    let panic = catch_unwind(AssertUnwindSafe(|| items.next())).unwrap_err();
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    assert_eq!(
        text,
        Some("the request is missing because the call that borrowed it, or a closure that changed it, panicked")
    );
    let token = items.resume_token().unwrap();
    let items = client.list_by_reference_paginator(Input { token: None }).starting_token(token).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 3]));
}

/// After the closure of `items_of` panicked, the resume token pointed at the page after the one whose items were not taken.
#[tokio::test]
async fn a_panic_in_the_closure_of_items_of_loses_no_page() {
    let client = Client::new([page([1], Some("2")), page([2], Some("3")), page([3], None)]);
    let take_items = |page: ListOutput| if page.items == [2] { panic!("an intended panic") } else { page.items };
    let mut items = client.list_paginator(ListInput::default()).items_of(take_items);
    assert_eq!(items.next().await, Some(Ok(1)));
    let before = items.resume_token();
    assert!(catch_unwind(AssertUnwindSafe(|| poll_once(items.next()))).is_err());
    assert_eq!(items.resume_token(), before);
    // The page was moved into the closure, so it cannot be yielded, and is not passed over.
    assert!(catch_unwind(AssertUnwindSafe(|| poll_once(items.next()))).is_err());
    assert_eq!(items.resume_token(), before);
    assert!(!items.is_terminated());
}

/// A page was dropped, and the resume token pointed at the page after it, if the request that `prefetch` sends panicked.
#[tokio::test]
async fn a_panic_in_a_prefetched_request_loses_nothing() {
    /// The number of calls until one panics.
    struct Client(Cell<u32>);

    impl Client {
        #[paginated(input_token = "Token", result_key = "Items")]
        fn list(&self, input: ListInput) -> Ready<Result<ListOutput, Throttled>> {
            self.0.set(self.0.get().wrapping_sub(1));
            assert!(self.0.get() != 0, "an intended panic");
            let number = input.token.map_or(1, |token| token.parse().unwrap());
            let token = (number < 3).then(|| (number + 1).to_string());
            ready(page([number * 10, number * 10 + 1], token.as_deref()))
        }
    }

    /// Reads a list, and continues after a panic. Compares the rest with that of a list that is resumed after the panic.
    macro_rules! check {
        ($calls:expr, |$paginator:ident| $stream:expr, $items:expr) => {{
            let client = Client(Cell::new($calls));
            let open = |token| {
                let $paginator = client.list_paginator(ListInput::default()).starting_token(token).prefetch(1);
                $stream
            };
            let mut stream = open(ResumeToken::from(""));
            let (mut found, mut rest): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
            loop {
                match catch_unwind(AssertUnwindSafe(|| poll_once(stream.next()))) {
                    Ok(Poll::Ready(Some(Ok(next)))) => found.extend($items(next)),
                    Ok(next) => break assert_eq!(next.map(|next| next.map(|_| ())), Poll::Ready(None)),
                    Err(_) => {
                        let resumed = open(stream.resume_token().unwrap());
                        rest.extend(found.iter().copied());
                        rest.extend(resumed.try_collect::<Vec<_>>().await.unwrap().into_iter().flat_map($items));
                    }
                }
            }
            assert_eq!(found, [10, 11, 20, 21, 30, 31], "call {} panics", $calls);
            assert_eq!(rest, found, "resumed after call {} panicked", $calls);
        }};
    }

    for calls in 1..=3 {
        check!(calls, |list| list.items(), |item| [item]);
        check!(calls, |list| list.pages(), |page: ListOutput| page.items);
        check!(calls, |list| list.items_of(|page| page.items), |item| [item]);
    }
}

/// A token that was not set was read back from a borrowed request as its default.
/// It was different from each earlier token, so the listing did not end.
#[test]
fn a_repeated_token_is_found_if_another_token_is_unset_and_has_a_default() {
    #[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
    enum Kind {
        #[default]
        File,
        Folder,
    }

    #[derive(Clone, Default)]
    struct Input {
        marker: Option<String>,
        kind: Kind,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        marker: Option<String>,
        kind: Option<Kind>,
    }

    #[paginated(input_token = ["Marker", "Kind"], result_key = "Items")]
    fn list(input: &Input) -> Result<Output, u8> {
        let folders = input.marker.is_none() && input.kind == Kind::Folder;
        Ok(Output { items: vec![folders.into()], marker: Some("a".to_owned()), kind: None })
    }

    let mut items = list_paginator(Input { marker: None, kind: Kind::Folder }).max_pages(9).items();
    assert_eq!((items.next(), items.next()), (Some(Ok(1)), Some(Ok(0))));
    assert!(matches!(items.next(), Some(Err(Error::RepeatedToken(_)))));
}

/// `size_hint` compared the total, which counts elements, with the number of items of a projection.
#[test]
fn size_hint_of_a_projection_does_not_depend_on_the_total() {
    struct Group {
        members: Vec<u32>,
    }

    #[derive(Page)]
    struct Output {
        groups: Vec<Group>,
        total: u64,
    }

    #[paginated(offset = "offset", total_items = "total", result_key = "groups[].members[]", item = u32)]
    fn list(offset: u64) -> Result<Output, u8> {
        Ok(Output { groups: vec![Group { members: vec![offset as u32; 5] }], total: 2 })
    }

    let mut items = list_paginator(0).items();
    assert_eq!(items.next(), Some(Ok(0)));
    assert_eq!(items.size_hint(), (4, None));
    assert_eq!(items.count(), 9);
}
