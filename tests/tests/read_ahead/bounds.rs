//! No page is requested ahead that something known makes needless.

use super::*;

#[tokio::test(start_paused = true)]
async fn a_total_bounds_the_requests() {
    for style in STYLES {
        for items in [0, 1, 9, 10, 11, 55, 60] {
            let service = Service::new(items).with(|state| state.has_totals = true);
            assert_eq!(collect(list(&service, style).prefetch(20)).await.len() as u64, items);
            assert_eq!(service.requests(), starts(0..items.div_ceil(10).max(1)), "{style:?}, {items} items");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn total_items_bounds_numbered_pages() {
    let service = Service::new(55).with(|state| state.has_totals = true);
    let items: Vec<u64> =
        service.by_page_until_short_paginator(Input::default()).prefetch(20).items().try_collect().await.unwrap();
    assert_eq!(items, (0..55).collect::<Vec<_>>());
    assert_eq!(service.requests(), starts(0..6));
}

#[tokio::test(start_paused = true)]
async fn max_items_bounds_the_requests() {
    for style in STYLES {
        for (max_items, pages) in [(0, 0), (5, 1), (10, 1), (11, 2), (40, 4), (41, 5)] {
            let service = Service::new(1000);
            let items = collect(list(&service, style).prefetch(20).max_items(max_items)).await;
            assert_eq!(items.len(), max_items);
            assert_eq!(service.requests(), starts(0..pages), "{style:?}, {max_items}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn max_pages_bounds_the_requests() {
    for style in STYLES {
        let service = Service::new(1000);
        let mut items = list(&service, style).prefetch(20).max_pages(4).items();
        while let Some(Ok(_)) = items.next().await {}
        assert_eq!(items.items_given(), 40);
        assert_eq!(service.requests(), starts(0..4), "{style:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn at_most_n_requests_after_an_unknown_end_are_sent_and_dropped() {
    for style in STYLES {
        for prefetch in 1..=5 {
            let service = Service::new(50).with(|state| {
                // Requests after the end fail, or never end.
                state.failures = [(60, 9), (70, 9)].into();
                state.latencies = [(80, u64::MAX / 2)].into();
            });
            assert_eq!(collect(list(&service, style).prefetch(prefetch)).await, (0..50).collect::<Vec<_>>());
            // The empty page at 50 ends the list.
            let after_the_end = service.requests().iter().filter(|start| **start > 50).count();
            assert!(after_the_end <= prefetch, "{style:?}, {prefetch}: {after_the_end}");
            assert_eq!(service.state().in_flight, 0);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_page_is_requested_after_one_that_arrived_and_is_the_last() {
    let service = Service::new(50).with(|state| {
        state.has_flag = true;
        state.latencies = [(10, 100)].into();
    });
    let mut items = list(&service, Style::PageNumber).prefetch(5).items();
    for item in 0..20 {
        assert_eq!(items.next().await, Some(Ok(item)));
    }
    // Pages 1 to 5 were requested after the first one, and the response of page 4 was the last page.
    let rest: Vec<u64> = items.try_collect().await.unwrap();
    assert_eq!(rest, (20..50).collect::<Vec<_>>());
    assert_eq!(service.requests(), starts(0..7));
}

#[tokio::test(start_paused = true)]
async fn no_page_is_requested_after_the_next_one_if_it_arrived_and_is_the_last() {
    let service = Service::new(20).with(|state| {
        state.has_flag = true;
        state.latencies = [(20, 1000)].into();
    });
    let mut items = list(&service, Style::PageNumber).prefetch(2).items();
    assert_eq!(items.next().await, Some(Ok(0)));
    sleep(Duration::from_millis(20)).await;
    for item in 1..20 {
        assert_eq!(items.next().await, Some(Ok(item)));
    }
    assert_eq!(service.requests(), starts(0..3));
}

#[tokio::test(start_paused = true)]
async fn no_page_is_requested_after_one_that_arrived_and_is_short() {
    let service = Service::new(35).with(|state| state.latencies = [(10, 100)].into());
    let items: Vec<u64> =
        service.by_page_until_short_paginator(Input::default()).prefetch(4).items().try_collect().await.unwrap();
    assert_eq!(items, (0..35).collect::<Vec<_>>());
    assert_eq!(service.requests(), starts(0..6));
}

#[tokio::test(start_paused = true)]
async fn a_total_that_grows_or_shrinks_is_followed() {
    for style in STYLES {
        let service = Service::new(40).with(|state| state.has_totals = true);
        let mut items = list(&service, style).prefetch(2).items();
        for item in 0..40 {
            assert_eq!(items.next().await, Some(Ok(item)));
            if item == 15 {
                service.state().items = 60;
            }
        }
        let rest: Vec<u64> = items.try_collect().await.unwrap();
        assert_eq!(rest, Vec::from_iter(if service.requests().len() == 6 { 40..60 } else { 40..40 }), "{style:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_with_fewer_pages_than_announced_ends_the_list_by_its_empty_page() {
    for style in STYLES {
        let service = Service::new(100).with(|state| state.has_totals = true);
        let mut items = list(&service, style).prefetch(3).items();
        assert_eq!(items.next().await, Some(Ok(0)));
        service.state().items = 25;
        let rest: Vec<u64> = items.try_collect().await.unwrap();
        assert_eq!(rest, (1..25).collect::<Vec<_>>());
        assert_eq!(service.state().in_flight, 0);
    }
}
