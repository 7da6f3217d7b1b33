//! The user's own code panics while a page is trimmed or joined, or while its items are taken out or collected. A list loses no
//! item and repeats none.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use futures::TryStreamExt;
use paginated::{Items, ItemsOf, Page, Pages, ResultKey, ResumeToken, paginated};

thread_local! {
    /// The number of calls of `may_panic` until one panics.
    static CALLS_LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

fn may_panic() {
    let left = CALLS_LEFT.get();
    CALLS_LEFT.set(left.wrapping_sub(1));
    assert!(left != 0, "an intended panic");
}

#[derive(Clone, Default)]
struct Input {
    token: Option<Token>,
}

/// A token whose comparison may panic.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
struct Token(u32);

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        may_panic();
        self.0 == other.0
    }
}

#[derive(Page)]
struct Output {
    rows: Rows,
    token: Option<Token>,
}

/// A list type of the user, whose functions may panic.
#[derive(Default)]
struct Rows(Vec<u32>);

impl ResultKey for Rows {
    type Item = u32;
    fn count(&self) -> usize {
        may_panic();
        self.0.len()
    }
    fn skip_first(&mut self, n: usize) {
        may_panic();
        self.0.skip_first(n);
    }
    fn keep_first(&mut self, n: usize) {
        may_panic();
        self.0.keep_first(n);
    }
    fn join(&mut self, next: Self) {
        may_panic();
        self.0.join(next.0);
    }
    fn into_items(self) -> std::vec::IntoIter<u32> {
        may_panic();
        self.0.into_iter()
    }
}

/// Returns the pages `[0, 1]`, `[2, 3]`, and `[4, 5]`.
#[paginated(input_token = "token", result_key = "rows", item = u32)]
fn list(input: Input) -> Result<Output, u8> {
    let start = input.token.map_or(0, |token| token.0);
    Ok(Output { rows: Rows(vec![start, start + 1]), token: (start < 4).then_some(Token(start + 2)) })
}

#[paginated(input_token = "token", result_key = "rows", item = u32)]
async fn list_async(input: Input) -> Result<Output, u8> {
    list(input)
}

#[paginated(input_token = "token", result_key = "rows", item = u32, token_with = false)]
async fn list_without_tokens(input: Input) -> Result<Output, u8> {
    list(input)
}

/// Reads a list once for each call that may panic, and continues after the panic. The rows that the list yielded, with those of a
/// list that resumes from its token, are always all rows.
fn check<I: Iterator>(start: impl Fn() -> I, rows: fn(I::Item) -> Vec<u32>, token: fn(&I) -> Option<ResumeToken>) {
    for calls in 0.. {
        let mut list = start();
        let mut found = Vec::new();
        let mut read_all = |list: &mut I, calls: usize| {
            CALLS_LEFT.set(calls);
            let has_panicked =
                catch_unwind(AssertUnwindSafe(|| list.for_each(|item| found.extend(rows(item))))).is_err();
            CALLS_LEFT.set(usize::MAX);
            let resumed = token(list).map(|token| list_paginator(Input::default()).starting_token(token).items());
            let rest: Vec<_> = resumed.into_iter().flatten().map(Result::unwrap).collect();
            assert_eq!([&found[..], &rest].concat(), [0, 1, 2, 3, 4, 5], "call {calls} panics");
            has_panicked
        };
        if !read_all(&mut list, calls) {
            assert!(calls >= 3, "each page calls a function that may panic");
            return;
        }
        read_all(&mut list, usize::MAX);
    }
}

#[test]
fn a_list_type_or_a_token_of_the_user_can_panic() {
    let trimmed = || list_paginator(Input::default()).max_items(3);
    let row = |item: Result<u32, _>| vec![item.unwrap()];
    check(|| list_paginator(Input::default()).items(), row, Items::resume_token);
    check(|| trimmed().items(), row, Items::resume_token);
    let rows = |page: Result<Output, _>| page.unwrap().rows.0;
    check(|| list_paginator(Input::default()).pages(), rows, Pages::resume_token);
    check(|| trimmed().pages(), rows, Pages::resume_token);
}

#[test]
fn the_closure_of_items_of_and_its_iterator_can_panic() {
    /// Returns the rows of a page as one item.
    fn take_rows(page: Output) -> impl Iterator<Item = Vec<u32>> {
        may_panic();
        std::iter::once(page.rows.0).inspect(|_| may_panic())
    }
    check(|| list_paginator(Input::default()).items_of(take_rows), Result::unwrap, ItemsOf::resume_token);
}

/// Polls a future once for each call that may panic, and again after the panic. The second poll panics too, or returns all rows.
fn check_future<F: Future>(start: impl Fn() -> F, rows: fn(F::Output) -> Vec<u32>) {
    for calls in 0.. {
        let mut future = pin!(start());
        let mut poll = |calls: usize| {
            CALLS_LEFT.set(calls);
            let poll = || future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            let result = catch_unwind(AssertUnwindSafe(poll));
            CALLS_LEFT.set(usize::MAX);
            match result {
                Ok(Poll::Ready(output)) => assert_eq!(rows(output), [0, 1, 2, 3, 4, 5], "call {calls} panics"),
                Ok(Poll::Pending) => unreachable!("the service responds at once"),
                Err(_) => return true,
            }
            false
        };
        if !poll(calls) {
            assert!(calls >= 3, "each page calls a function that may panic");
            return;
        }
        poll(usize::MAX);
    }
}

#[test]
fn a_full_result_is_complete_or_panics_again() {
    check_future(|| list_async_paginator(Input::default()).full_result(), |all| all.ok().unwrap().output.rows.0);
    check_future(
        || list_without_tokens_paginator(Input::default()).full_result(),
        |all| all.ok().unwrap().output.rows.0,
    );
}

#[test]
fn a_collection_is_complete_or_panics_again() {
    /// A collection of the user, which may panic.
    #[derive(Default)]
    struct Collection(Vec<u32>);

    impl Extend<u32> for Collection {
        fn extend<T: IntoIterator<Item = u32>>(&mut self, items: T) {
            items.into_iter().for_each(|item| {
                may_panic();
                self.0.push(item);
            });
        }
    }

    impl Extend<Output> for Collection {
        fn extend<T: IntoIterator<Item = Output>>(&mut self, pages: T) {
            pages.into_iter().for_each(|page| self.extend(page.rows.0));
        }
    }

    let list = || list_without_tokens_paginator(Input::default());
    check_future(|| list().items().try_collect::<Collection>(), |collection| collection.unwrap().0);
    check_future(|| list().pages().try_collect::<Collection>(), |collection| collection.unwrap().0);
    check_future(
        || list().items_of(|page| page.rows.0).try_collect::<Collection>(),
        |collection| collection.unwrap().0,
    );
}

/// The list has no resume token, from which the caller would know that it is not complete.
#[test]
fn a_list_without_resume_tokens_is_complete_or_panics_again() {
    let list = || list_without_tokens_paginator(Input::default());
    check_future(|| TryStreamExt::try_collect::<Vec<_>>(list().items()), Result::unwrap);
    check_future(|| list().pages().map_ok(|page| page.rows.0).try_concat(), Result::unwrap);
    check_future(|| TryStreamExt::try_collect::<Vec<_>>(list().items_of(|page| page.rows.0)), Result::unwrap);
}

#[derive(Page)]
struct ScrollPage {
    rows: Vec<u32>,
    scroll_id: Option<u32>,
    more: bool,
}

/// Returns each of the pages `[0]`, `[1]`, and `[2]` once.
#[paginated(
    input_token = scroll_id,
    carried_token = scroll_id,
    more_results = "more",
    result_key = "rows"
)]
fn scroll(next: &Cell<u32>, scroll_id: Option<u32>) -> Result<ScrollPage, u8> {
    assert!(scroll_id.is_none_or(|id| id == 7));
    let row = next.replace(next.get() + 1);
    Ok(ScrollPage { rows: vec![row], scroll_id: Some(7), more: row < 2 })
}

#[test]
fn a_list_whose_only_token_is_carried_panics_again_because_its_page_is_lost() {
    for calls in 0..3 {
        let next = Cell::new(0);
        let mut items = scroll_paginator(&next, None).inspect_pages(|_| may_panic()).items();
        CALLS_LEFT.set(calls);
        let mut read = || catch_unwind(AssertUnwindSafe(|| items.by_ref().map(Result::unwrap).collect::<Vec<_>>()));
        assert!(read().is_err());
        CALLS_LEFT.set(usize::MAX);
        assert!(read().is_err(), "call {calls} panics");
    }
}

/// A value whose `Drop` may panic.
struct Fragile;

impl Drop for Fragile {
    fn drop(&mut self) {
        may_panic();
    }
}

#[derive(Page)]
struct Response {
    data: Option<Data>,
    _fragile: Fragile,
}

#[derive(Page)]
struct Data {
    rows: Vec<u32>,
}

/// Returns a page without data for the second call.
#[paginated(page_number = page, start = 0, result_key = "data.rows")]
fn list_numbered(calls: &Cell<u32>, page: u32) -> Result<Response, u8> {
    let call = calls.replace(calls.get() + 1);
    let rows = if page < 3 { vec![page] } else { Vec::new() };
    Ok(Response { data: (call != 1).then_some(Data { rows }), _fragile: Fragile })
}

#[test]
fn a_rejected_page_that_panics_when_it_is_dropped_is_requested_again() {
    let calls = Cell::new(0);
    let mut items = list_numbered_paginator(&calls, 0).items();
    assert_eq!(items.next(), Some(Ok(0)));
    CALLS_LEFT.set(0);
    assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
    CALLS_LEFT.set(usize::MAX);
    assert_eq!(items.map(Result::unwrap).collect::<Vec<_>>(), [1, 2]);
}
