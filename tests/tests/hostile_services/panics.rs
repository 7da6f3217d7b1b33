//! The user's own code panics while a page is trimmed, or while its items are taken out. A list loses no item and repeats none.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
