//! Allocations and sizes of a listing. Allocations of the pages themselves are not counted.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};

use allocation_counter::{measure, opt_out};
use paginated::{Page, paginated};

/// A large part of a request, equal for all pages. Counts its clones.
struct LargeField {
    value: String,
    clones: &'static AtomicU64,
}

impl Clone for LargeField {
    fn clone(&self) -> Self {
        self.clones.fetch_add(1, Ordering::Relaxed);
        Self { value: self.value.clone(), clones: self.clones }
    }
}

const MEGABYTE: u64 = 1_000_000;

#[derive(Clone)]
struct Input {
    large: Option<LargeField>,
    token: Option<String>,
}

fn input() -> Input {
    Input { large: None, token: None }
}

fn large_input(clones: &'static AtomicU64) -> Input {
    Input { large: Some(LargeField { value: "x".repeat(MEGABYTE as usize), clones }), token: None }
}

#[derive(Debug, Page)]
struct Output {
    items: Vec<u64>,
    token: Option<String>,
}

#[derive(Debug)]
struct Failed;

/// A client of a service with `pages` pages of `items` items each.
struct Client {
    pages: u64,
    items: u64,
}

impl Client {
    /// Returns a page without counting its allocations.
    fn uncounted_page(&self, input: &Input) -> Result<Output, Failed> {
        let mut page = Err(Failed);
        opt_out(|| {
            let at = input.token.as_ref().map_or(0, |token| token.parse().expect("a token of this service"));
            assert!(input.large.as_ref().is_none_or(|large| large.value.len() as u64 == MEGABYTE));
            // All tokens have the same length.
            let token = (at + 1 < self.pages).then(|| format!("{:09}", at + 1));
            page = Ok(Output { items: (0..self.items).collect(), token });
        });
        page
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failed> {
        futures::pending!();
        self.uncounted_page(&input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_by_reference(&self, input: &Input) -> Result<Output, Failed> {
        futures::pending!();
        self.uncounted_page(input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_blocking(&self, input: &Input) -> Result<Output, Failed> {
        self.uncounted_page(input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_blocking_by_value(&self, input: Input) -> Result<Output, Failed> {
        self.uncounted_page(&input)
    }
}

/// Runs a future without a runtime, because a runtime allocates too.
fn run_future<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(ready) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return ready;
        }
    }
}

/// Reads the stream `$stream` of a paginator to its end and measures the allocations.
macro_rules! measure_stream {
    ($paginator:expr, $stream:ident) => {
        measure(|| {
            run_future(async {
                let mut listing = $paginator.$stream();
                while let Some(next) = listing.next().await {
                    next.expect("the service does not fail");
                }
            })
        })
    };
}

/// Listings with few small pages, many small pages, and many large pages.
const SIZES: [Client; 3] =
    [Client { pages: 12, items: 3 }, Client { pages: 900, items: 3 }, Client { pages: 900, items: 3000 }];

/// Returns the number of allocations of a listing: the future in flight, and for each page after the first one the token that
/// is kept and the token that is sent.
fn expected_allocations(client: &Client) -> u64 {
    1 + 2 * (client.pages - 1)
}

#[test]
fn a_listing_allocates_two_tokens_for_each_page_and_nothing_for_an_item() {
    for client in SIZES {
        let items = measure_stream!(client.list_paginator(input()), items);
        let by_reference = measure_stream!(client.list_by_reference_paginator(input()), items);
        let prefetched = measure_stream!(client.list_paginator(input()).prefetch(1), items);
        let pages = measure_stream!(client.list_paginator(input()), pages);
        let expected = expected_allocations(&client);
        let counts = [items, by_reference, pages].map(|info| info.count_total);
        assert_eq!(counts, [expected; 3], "one future and two tokens for each page");
        assert_eq!(
            prefetched.count_total,
            expected + 1,
            "one more for the box of the items that wait while a request is pending"
        );
        let boxed = measure_stream!(client.list_paginator(input()).boxed(), items);
        assert_eq!(boxed.count_total, expected + 1, "one more for the box");
    }
}

#[test]
fn a_blocking_listing_allocates_as_much_as_an_async_one() {
    for client in SIZES {
        let folded = measure(|| client.list_blocking_paginator(input()).items().for_each(|item| assert!(item.is_ok())));
        let mut sum = 0;
        let looped = measure(|| {
            for item in client.list_blocking_paginator(input()).items() {
                sum += item.unwrap();
            }
        });
        let by_value = measure(|| drop(client.list_blocking_by_value_paginator(input()).items().last()));
        let pages = measure(|| drop(client.list_blocking_paginator(input()).pages().last()));
        let counts = [folded, looped, by_value, pages].map(|info| info.count_total);
        assert_eq!(counts, [expected_allocations(&client); 4]);
        assert_eq!(sum, client.pages * (0..client.items).sum::<u64>());
    }
}

#[test]
fn a_request_by_value_is_cloned_once_per_page() {
    static CLONES: AtomicU64 = AtomicU64::new(0);
    let client = Client { pages: 20, items: 1 };
    let paginator = client.list_paginator(large_input(&CLONES));
    let info = measure_stream!(paginator, items);
    assert_eq!(CLONES.load(Ordering::Relaxed), 20);
    assert_eq!(info.bytes_total / MEGABYTE, 20, "only the clone copies the field");
}

#[test]
fn a_request_by_reference_is_not_cloned() {
    static CLONES: AtomicU64 = AtomicU64::new(0);
    let client = Client { pages: 20, items: 1 };
    let paginator = client.list_by_reference_paginator(large_input(&CLONES));
    let by_reference = measure_stream!(paginator, items);
    let paginator = client.list_blocking_paginator(large_input(&CLONES));
    let blocking = measure(|| drop(paginator.items().last()));
    assert_eq!(CLONES.load(Ordering::Relaxed), 0);
    assert_eq!((by_reference.bytes_total / MEGABYTE, blocking.bytes_total / MEGABYTE), (0, 0));
}

#[derive(Clone)]
struct NumberInput {
    token: u64,
}

#[derive(Page)]
struct NumberOutput {
    items: Vec<u64>,
    token: u64,
}

const ITEMS: u64 = 1000;

/// A client of a service with this many pages, whose tokens are numbers. The allocations of its pages are counted.
struct NumberClient(u64);

impl NumberClient {
    fn page(&self, at: u64) -> Result<NumberOutput, Failed> {
        let token = if at + 1 < self.0 { at + 1 } else { 0 };
        Ok(NumberOutput { items: (0..ITEMS).collect(), token })
    }

    #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
    async fn list(&self, input: NumberInput) -> Result<NumberOutput, Failed> {
        self.page(input.token)
    }

    #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
    fn list_blocking(&self, input: &NumberInput) -> Result<NumberOutput, Failed> {
        self.page(input.token)
    }
}

const FIRST_REQUEST: NumberInput = NumberInput { token: 0 };

#[test]
fn tokens_that_are_numbers_are_not_allocated() {
    let client = NumberClient(50);
    let items = measure_stream!(client.list_paginator(FIRST_REQUEST), items);
    let pages = measure_stream!(client.list_paginator(FIRST_REQUEST), pages);
    let blocking = measure(|| drop(client.list_blocking_paginator(FIRST_REQUEST).items().last()));
    assert_eq!([items, pages, blocking].map(|info| info.count_total - 50), [1; 3], "the future in flight");
}

/// Returns the sizes of a paginator, its items, and its pages.
macro_rules! sizes {
    ($paginator:expr) => {
        [size_of_val(&$paginator), size_of_val(&$paginator.items()), size_of_val(&$paginator.pages())]
    };
}

#[test]
fn the_sizes_of_paginators_and_streams_stay_within_their_limits() {
    let client = &SIZES[0];
    let by_value = sizes!(client.list_paginator(input()));
    let by_reference = sizes!(client.list_by_reference_paginator(input()));
    let blocking = sizes!(client.list_blocking_paginator(input()));
    println!("{by_value:?}, {by_reference:?}, {blocking:?} bytes, {} of them for the input", size_of::<Input>());
    // The span and the time of a request.
    let trace = if cfg!(feature = "tracing") { 72 } else { 0 };
    for sizes in [by_value, by_reference, blocking] {
        // The pages store a page and the number of items.
        let limits = [904, 968, 904 + size_of::<Output>() + size_of::<u64>()];
        assert!(sizes.iter().zip(limits).all(|(&size, limit)| size <= limit + trace), "{sizes:?}");
    }
}
