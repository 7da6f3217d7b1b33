//! Closures of the attribute that panic. A list loses no item.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use paginated::{Blocking, HasItems, Operation, Paginator, paginated};

thread_local! {
    /// The number of calls of closures until one panics.
    static CALLS_LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Returns whether this call is to panic.
fn is_panic_due() -> bool {
    let left = CALLS_LEFT.get();
    CALLS_LEFT.set(left.wrapping_sub(1));
    left == 0
}

/// Panics if this call is to panic.
fn may_panic() {
    assert!(!is_panic_due(), "an intended panic");
}

#[derive(Clone, Default)]
struct Input {
    token: Option<u32>,
    offset: u64,
    limit: Option<usize>,
}

struct Output {
    items: Vec<u32>,
    next: Option<u32>,
}

fn page(start: u32, limit: Option<usize>) -> Output {
    let items: Vec<_> = (start..7).take(limit.unwrap_or(3)).collect();
    let next = items.last().map(|last| last + 1).filter(|next| *next < 7);
    Output { items, next }
}

/// Reads a list with a panic of each call of a closure.
fn check<O: Operation<Item = u32, Error = u8> + HasItems>(paginator: impl Fn() -> Paginator<O, Blocking>) {
    for calls in 0.. {
        let mut items = paginator().items();
        let mut all = Vec::new();
        let mut token = None;
        CALLS_LEFT.set(calls);
        let has_panicked = loop {
            match catch_unwind(AssertUnwindSafe(|| items.next())) {
                Ok(Some(item)) => all.push(item.unwrap()),
                Ok(None) => break CALLS_LEFT.get() > usize::MAX / 2,
                Err(_) => token = items.resume_token(),
            }
        };
        CALLS_LEFT.set(usize::MAX);
        assert_eq!(all, [0, 1, 2, 3, 4, 5, 6], "call {calls} panics");
        if !has_panicked {
            assert!(calls >= 3, "each page calls a closure");
            return;
        }
        if let Some(token) = token {
            let rest: Vec<_> = paginator().starting_token(token).items().map(Result::unwrap).collect();
            assert!(all.ends_with(&rest), "resumed after call {calls} panicked: {rest:?}");
        }
    }
}

#[test]
fn a_closure_that_reads_the_token_can_panic() {
    #[paginated(input_token = token, result_key = items, item = u32, output_token = |page| {
        may_panic();
        page.next
    })]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.token.unwrap_or(0), input.limit))
    }
    check(|| list_paginator(Input::default()));
}

#[test]
fn a_closure_that_reads_the_flag_or_the_total_can_panic() {
    #[paginated(
        offset = offset,
        result_key = items,
        item = u32,
        more_results = |page| {
            may_panic();
            page.next.is_some()
        },
        total_items = |_page| {
            may_panic();
            7
        },
        echo = |_page| -> Option<u64> {
            may_panic();
            None
        }
    )]
    fn list(input: &Input) -> Result<Output, u8> {
        Ok(page(input.offset.try_into().unwrap(), input.limit))
    }
    check(|| list_paginator(Input::default()));
}

#[test]
fn a_closure_that_finds_the_items_can_panic() {
    struct Response {
        output: Output,
        is_broken: bool,
    }

    #[paginated(input_token = token, output_token = output.next, item = u32, result_key = |page| {
        assert!(!page.is_broken, "an intended panic");
        Some(&mut page.output.items)
    })]
    fn list(input: Input) -> Result<Response, u8> {
        Ok(Response { output: page(input.token.unwrap_or(0), input.limit), is_broken: is_panic_due() })
    }
    check(|| list_paginator(Input::default()));
}

#[test]
fn a_closure_that_changes_a_request_can_panic() {
    #[paginated(offset = |input, offset| {
        may_panic();
        input.offset = offset;
    }, limit_key = |input, size| {
        may_panic();
        input.limit = Some(size);
    }, result_key = items, item = u32)]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.offset.try_into().unwrap(), input.limit))
    }
    check(|| list_paginator(Input::default()));
    check(|| list_paginator(Input::default()).page_size(2));
}
