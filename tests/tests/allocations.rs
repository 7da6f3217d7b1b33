//! What a listing allocates and holds, beyond the pages: the service here makes its pages without being counted.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};

use allocation_counter::{measure, opt_out};
use paginated::{Page, paginated};

/// What a request holds that does not change from page to page.
struct Large {
    text: String,
    clones: &'static AtomicU64,
}

impl Clone for Large {
    fn clone(&self) -> Self {
        self.clones.fetch_add(1, Ordering::Relaxed);
        Self { text: self.text.clone(), clones: self.clones }
    }
}

const MEGABYTE: u64 = 1_000_000;

#[derive(Clone)]
struct Input {
    large: Option<Large>,
    token: Option<String>,
}

fn input() -> Input {
    Input { large: None, token: None }
}

fn large_input(clones: &'static AtomicU64) -> Input {
    Input { large: Some(Large { text: "x".repeat(MEGABYTE as usize), clones }), token: None }
}

#[derive(Debug, Page)]
struct Output {
    items: Vec<u64>,
    token: Option<String>,
}

#[derive(Debug)]
struct Failed;

/// A service of so many pages, of so many items each.
struct Client {
    pages: u64,
    items: u64,
}

impl Client {
    /// A page, which nobody counts.
    fn page(&self, input: &Input) -> Result<Output, Failed> {
        let mut page = Err(Failed);
        opt_out(|| {
            let at = input.token.as_ref().map_or(0, |token| token.parse().expect("a token of ours"));
            assert!(input.large.as_ref().is_none_or(|large| large.text.len() as u64 == MEGABYTE));
            // As long as any other.
            let token = (at + 1 < self.pages).then(|| format!("{:09}", at + 1));
            page = Ok(Output { items: (0..self.items).collect(), token });
        });
        page
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failed> {
        futures::pending!();
        self.page(&input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list_lent(&self, input: &Input) -> Result<Output, Failed> {
        futures::pending!();
        self.page(input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_blocking(&self, input: &Input) -> Result<Output, Failed> {
        self.page(input)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_blocking_by_value(&self, input: Input) -> Result<Output, Failed> {
        self.page(&input)
    }
}

/// Runs a future without a runtime, which would allocate too.
fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(ready) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return ready;
        }
    }
}

macro_rules! measured {
    ($paginator:expr, $stream:ident) => {
        measure(|| {
            run(async {
                let mut listing = $paginator.$stream();
                while let Some(next) = listing.next().await {
                    next.expect("it never fails");
                }
            })
        })
    };
}

/// The sizes of listing: few pages of few items, many, and those of many items.
const SIZES: [Client; 3] =
    [Client { pages: 12, items: 3 }, Client { pages: 900, items: 3 }, Client { pages: 900, items: 3000 }];

/// A text in two places: the token that was sent last, for `resume_token()`, and one from before, to find cycles. Each
/// place is used again. With read-ahead, that of the page in hand is kept too. A request that is given back brings the second.
const TEXTS: u64 = 2;

#[test]
fn a_listing_allocates_once_and_neither_for_a_page_nor_for_an_item() {
    for client in SIZES {
        let items = measured!(client.list_paginator(input()), items);
        let lent = measured!(client.list_lent_paginator(input()), items);
        let ahead = measured!(client.list_paginator(input()).prefetch(), items);
        let once = 1 + TEXTS;
        let counts = [items, lent, ahead].map(|info| info.count_total);
        assert_eq!(counts, [once, once - 1, once + 1], "the future and texts");
        let boxed = measured!(client.list_paginator(input()).boxed(), items);
        assert_eq!(boxed.count_total, once + 1, "the box");
    }
}

#[test]
fn pages_are_whole_so_each_token_is_copied() {
    for client in SIZES {
        let pages = measured!(client.list_paginator(input()), pages);
        assert_eq!(pages.count_total, 1 + TEXTS + client.pages - 1);
        let lent = measure(|| drop(client.list_blocking_paginator(input()).pages().last()));
        assert_eq!(lent.count_total, TEXTS + 1, "in memory that is used again, where the request does not take it");
    }
}

#[test]
fn a_blocking_listing_allocates_nothing() {
    for client in SIZES {
        let folded = measure(|| client.list_blocking_paginator(input()).items().for_each(|item| assert!(item.is_ok())));
        let mut sum = 0;
        let looped = measure(|| {
            for item in client.list_blocking_paginator(input()).items() {
                sum += item.unwrap();
            }
        });
        let by_value = measure(|| drop(client.list_blocking_by_value_paginator(input()).items().last()));
        assert_eq!((folded.count_total, looped.count_total, by_value.count_total), (0, 0, TEXTS));
        assert_eq!(sum, client.pages * (0..client.items).sum::<u64>());
    }
}

#[test]
fn a_request_by_value_is_cloned_once_a_page() {
    static CLONES: AtomicU64 = AtomicU64::new(0);
    let client = Client { pages: 20, items: 1 };
    let paginator = client.list_paginator(large_input(&CLONES));
    let info = measured!(paginator, items);
    assert_eq!(CLONES.load(Ordering::Relaxed), 20);
    assert_eq!(info.bytes_total / MEGABYTE, 20, "its texts are copied by its clone, and by nothing else");
}

#[test]
fn a_request_by_reference_is_not_cloned() {
    static CLONES: AtomicU64 = AtomicU64::new(0);
    let client = Client { pages: 20, items: 1 };
    let paginator = client.list_lent_paginator(large_input(&CLONES));
    let lent = measured!(paginator, items);
    let paginator = client.list_blocking_paginator(large_input(&CLONES));
    let blocking = measure(|| drop(paginator.items().last()));
    assert_eq!(CLONES.load(Ordering::Relaxed), 0);
    assert_eq!((lent.bytes_total / MEGABYTE, blocking.bytes_total / MEGABYTE), (0, 0));
}

#[derive(Clone)]
struct Numbered {
    token: u64,
}

#[derive(Page)]
struct Numbers {
    items: Vec<u64>,
    token: u64,
}

const ITEMS: u64 = 1000;

/// A service of so many pages of a thousand, which are counted; its tokens are no texts.
struct Numbering(u64);

impl Numbering {
    fn page(&self, at: u64) -> Result<Numbers, Failed> {
        let token = if at + 1 < self.0 { at + 1 } else { 0 };
        Ok(Numbers { items: (0..ITEMS).collect(), token })
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(&self, input: Numbered) -> Result<Numbers, Failed> {
        self.page(input.token)
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list_blocking(&self, input: &Numbered) -> Result<Numbers, Failed> {
        self.page(input.token)
    }
}

const BEGIN: Numbered = Numbered { token: 0 };

#[test]
fn tokens_that_are_no_texts_are_not_allocated() {
    let service = Numbering(50);
    let items = measured!(service.list_paginator(BEGIN), items);
    let pages = measured!(service.list_paginator(BEGIN), pages);
    let blocking = measure(|| drop(service.list_blocking_paginator(BEGIN).items().last()));
    assert_eq!([items, pages, blocking].map(|info| info.count_total - 50), [1, 1, 0], "the future under way");
}

/// The sizes of a paginator, of its items and of its pages.
macro_rules! sizes {
    ($paginator:expr) => {
        [size_of_val(&$paginator), size_of_val(&$paginator.items()), size_of_val(&$paginator.pages())]
    };
}

#[test]
fn the_types_do_not_grow() {
    let client = &SIZES[0];
    let by_value = sizes!(client.list_paginator(input()));
    let by_reference = sizes!(client.list_lent_paginator(input()));
    let blocking = sizes!(client.list_blocking_paginator(input()));
    println!("{by_value:?}, {by_reference:?}, {blocking:?} bytes, {} of them the input", size_of::<Input>());
    for sizes in [by_value, by_reference, blocking] {
        assert!(sizes.iter().zip([432, 512, 432]).all(|(&size, most)| size <= most), "{sizes:?}");
    }
}
