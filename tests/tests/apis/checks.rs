//! The checks that each API passes. `$paginator` is evaluated for each listing, and `$service` is its [`Service`].
//!
//! [`Service`]: crate::service::Service

/// Asserts that the paginator lists `$expected` by `$requests` requests, and passes all other checks.
macro_rules! assert_lists {
    ($service:expr, $paginator:expr, $expected:expr, requests: $requests:expr) => {{
        let expected = $expected.to_vec();
        $crate::checks::assert_lists_whole!($service, $paginator, expected, $requests);
        $crate::checks::assert_retries!($service, $paginator, expected, $requests);
        $crate::checks::assert_resumes!($paginator, expected);
        $crate::checks::assert_lists_in_runs!($paginator, 1, expected);
        $crate::checks::assert_lists_in_runs!($paginator, 3, expected);
    }};
}
pub(crate) use assert_lists;

/// Asserts that the list is whole, with and without prefetched pages.
macro_rules! assert_lists_whole {
    ($service:expr, $paginator:expr, $expected:expr, $requests:expr) => {{
        $service.take_requests();
        let items: Vec<_> = $paginator.items().try_collect().await.unwrap();
        assert_eq!(items, $expected, "the whole list");
        assert_eq!($service.take_requests(), $requests, "requests of the whole list");

        let items: Vec<_> = $paginator.prefetch(1).items().try_collect().await.unwrap();
        assert_eq!(items, $expected, "the prefetched list");
        assert_eq!($service.take_requests(), $requests, "requests of the prefetched list");

        let mut pages = $paginator.pages();
        while pages.try_next().await.unwrap().is_some() {}
        assert_eq!(pages.pages_fetched(), $requests, "pages");
    }};
}
pub(crate) use assert_lists_whole;

/// Asserts that a failure at any request, and a retry, change nothing.
macro_rules! assert_retries {
    ($service:expr, $paginator:expr, $expected:expr, $requests:expr) => {{
        for failing in 0..$requests {
            $service.fail(failing);
            $crate::checks::assert_retries_once!($paginator.items(), $expected, failing);
            assert_eq!($service.take_requests(), $requests + 1, "request {failing} failed");
            $service.fail(failing);
            $crate::checks::assert_retries_once!($paginator.prefetch(1).items(), $expected, failing);
            // One numbered page after an unknown end may be requested ahead.
            let requests = $service.take_requests();
            assert!(
                ($requests + 1..=$requests + 2).contains(&requests),
                "prefetched request {failing} failed: {requests}"
            );

            $service.fail(failing);
            let mut pages = $paginator.pages();
            let mut yielded = 0;
            while yielded < $requests {
                match pages.next().await.unwrap() {
                    Ok(_) => yielded += 1,
                    Err(_) => {
                        assert_eq!(yielded, failing, "the page that failed");
                        pages.retry();
                    }
                }
            }
            assert!(pages.next().await.is_none());
            assert_eq!($service.take_requests(), $requests + 1, "request {failing} of the pages failed");
        }
    }};
}
pub(crate) use assert_retries;

/// Asserts that the stream yields `$expected` and one error, after which it is retried.
macro_rules! assert_retries_once {
    ($items:expr, $expected:expr, $failing:expr) => {{
        let mut items = $items;
        let (mut yielded, mut failures) = (Vec::new(), 0);
        while let Some(next) = items.next().await {
            match next {
                Ok(item) => yielded.push(item),
                Err(paginated::Error::Operation($crate::service::ApiError::Unavailable)) => {
                    assert!(items.next().await.is_none(), "the list is over until it is retried");
                    failures += 1;
                    items.retry();
                }
                Err(error) => panic!("{error:?} after request {} failed", $failing),
            }
        }
        assert_eq!((yielded.as_slice(), failures), ($expected.as_slice(), 1), "request {} failed", $failing);
    }};
}
pub(crate) use assert_retries_once;

/// Asserts that a list that was cut after any number of items continues there from the printed resume token. `$resumed` is the
/// paginator that resumes, which may have another page size.
macro_rules! assert_resumes {
    ($paginator:expr, $expected:expr) => {
        $crate::checks::assert_resumes!($paginator, $paginator, $expected)
    };
    ($paginator:expr, $resumed:expr, $expected:expr) => {{
        for cut in 0..=$expected.len() {
            let mut limited = $paginator.max_items(cut).items();
            let mut items = Vec::new();
            while let Some(item) = limited.try_next().await.unwrap() {
                items.push(item);
            }
            assert_eq!(items, $expected[..cut], "max_items({cut})");
            let mut stopped = $paginator.items();
            let mut prefetched = $paginator.prefetch(1).items();
            for _ in 0..cut {
                stopped.try_next().await.unwrap();
                prefetched.try_next().await.unwrap();
            }
            let mut tokens = vec![limited.resume_token(), stopped.resume_token(), prefetched.resume_token()];
            // Without items, there is no full result.
            if cut > 0 {
                tokens.push($paginator.max_items(cut).full_result().await.unwrap().resume_token);
            }
            for token in tokens.into_iter().map(|token| token.map(|token| token.to_string())) {
                let Some(token) = token else {
                    assert_eq!(cut, $expected.len(), "no resume token before the end");
                    continue;
                };
                let rest = $resumed.starting_token(&*token).items().try_collect::<Vec<_>>().await;
                match rest {
                    Ok(rest) => assert_eq!(rest, $expected[cut..], "resumed after {cut} items"),
                    Err(error) => panic!("{error:?} when resumed after {cut} items"),
                }
            }
        }
    }};
}
pub(crate) use assert_resumes;

/// Asserts that a list that is resumed after every `$items` items is whole.
macro_rules! assert_lists_in_runs {
    ($paginator:expr, $items:expr, $expected:expr) => {{
        let (mut yielded, mut token) = (Vec::new(), None::<String>);
        loop {
            let mut items = match &token {
                None => $paginator.max_items($items).items(),
                Some(token) => $paginator.max_items($items).starting_token(token.as_str()).items(),
            };
            let before = yielded.len();
            while let Some(item) = items.try_next().await.unwrap() {
                yielded.push(item);
            }
            token = items.resume_token().map(|token| token.to_string());
            if token.is_none() {
                break;
            }
            assert_eq!(yielded.len(), before + $items, "a run without a resume token is the last one");
        }
        assert_eq!(yielded, $expected, "runs of {} items", $items);
    }};
}
pub(crate) use assert_lists_in_runs;
