//! Random lists: what a list yields does not depend on how far it reads ahead.

use std::collections::HashMap;

use proptest::collection::{hash_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult};

use super::*;

#[derive(Clone, Debug)]
struct Case {
    style: Style,
    items: u64,
    page_len: u64,
    has_totals: bool,
    has_flag: bool,
    /// The latencies of the pages, repeated from the first after the last.
    latencies: Vec<u64>,
    /// The pages that fail, and the number of times that they do.
    failures: HashMap<u64, u32>,
    max_items: Option<usize>,
    max_pages: Option<u64>,
    prefetch: usize,
    concurrency_limit: usize,
}

fn case() -> impl Strategy<Value = Case> {
    let list = (prop_oneof![Just(Style::PageNumber), Just(Style::Offset)], 0..60_u64, 1..7_u64);
    let ending = (any::<bool>(), any::<bool>());
    let responses = (vec(0..30_u64, 1..7), hash_map(0..20_u64, 1..3_u32, 0..4));
    let limits = (option::of(0..70_usize), option::of(0..12_u64));
    (list, ending, responses, limits, 1..12_usize, 0..6_usize).prop_map(
        |(list, ending, responses, limits, prefetch, concurrency_limit)| {
            let (style, items, page_len) = list;
            let (has_totals, has_flag) = ending;
            let (latencies, failures) = responses;
            let (max_items, max_pages) = limits;
            Case {
                style,
                items,
                page_len,
                has_totals,
                has_flag,
                latencies,
                failures,
                max_items,
                max_pages,
                prefetch,
                concurrency_limit,
            }
        },
    )
}

impl Case {
    fn service(&self) -> Service {
        let by_start = |page: u64| page * self.page_len;
        Service::new(self.items).with(|state| {
            state.cap = self.page_len;
            state.has_totals = self.has_totals;
            state.has_flag = self.has_flag;
            state.latencies =
                (0..60).zip(self.latencies.iter().cycle()).map(|(page, ms)| (by_start(page), *ms)).collect();
            state.failures = self.failures.iter().map(|(page, times)| (by_start(*page), *times)).collect();
        })
    }

    /// Returns everything that the list yields, with the resume token after it. Each error is retried.
    async fn read(&self, service: &Service, prefetch: usize) -> Vec<String> {
        let mut list = list(service, self.style).prefetch(prefetch).concurrency_limit(self.concurrency_limit);
        if let Some(items) = self.max_items {
            list = list.max_items(items);
        }
        if let Some(pages) = self.max_pages {
            list = list.max_pages(pages);
        }
        let mut items = list.items();
        let mut yielded = Vec::new();
        while let Some(item) = items.next().await {
            let token = items.resume_token().map(|token| token.to_string());
            yielded.push(format!("{item:?} {token:?}"));
            if item.is_err() {
                items.retry();
            }
        }
        yielded.push(format!("{:?}", items.resume_token().map(|token| token.to_string())));
        yielded
    }

    async fn run(&self) -> TestCaseResult {
        let (service, sequential) = (self.service(), self.service());
        let yielded = self.read(&service, self.prefetch).await;
        prop_assert_eq!(yielded, self.read(&sequential, 0).await);
        let state = service.state();
        prop_assert!(state.most_in_flight <= self.concurrency_limit.max(1).min(self.prefetch + 1));
        for start in &state.requests {
            let times = state.requests.iter().filter(|request| *request == start).count();
            let failures = self.failures.get(&(start / self.page_len)).map_or(0, |times| *times as usize);
            prop_assert!(times <= 1 + failures, "the page at {} was requested {} times", start, times);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn reading_ahead_changes_nothing_but_the_time(case in case()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(case.run())?;
    }
}
