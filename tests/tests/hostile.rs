//! Services that answer nonsense: a listing ends in an error, or goes on within bounded memory, and can be resumed.

use std::fmt::{Debug, Display};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::executor::block_on;
use paginated::{Error, Page, ResultKey, ResumeToken, WithItems, paginated};
use paginated_tests::fixture::{Client, ListInput, ListOutput, Throttled, flagged_page, page};

fn input() -> ListInput {
    ListInput::default()
}

fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// A service that goes from number to number.
mod numbers {
    use super::*;

    #[derive(Clone)]
    pub struct Input {
        pub token: Option<u64>,
        pub next: fn(u64) -> u64,
        pub items: usize,
    }

    #[derive(Debug, Page)]
    pub struct Output {
        pub items: Vec<u64>,
        pub token: u64,
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    pub async fn list(input: Input) -> Result<Output, Throttled> {
        let number = input.token.unwrap_or(1);
        Ok(Output { items: vec![number; input.items], token: (input.next)(number) })
    }
}

mod listings_without_an_end {
    use super::*;

    /// `properties::cycles` has all the small ones.
    #[tokio::test]
    async fn a_cycle_of_ten_thousand_tokens_is_found() {
        // 1, 2, …, 9, then from 10 to 10,010 and back to 10.
        let next = |number| if number == 10_010 { 10 } else { number + 1 };
        for items in [0, 1] {
            let input = numbers::Input { token: None, next, items };
            let mut items = numbers::list_paginator(input).items();
            let mut count = 0;
            let error = loop {
                match items.next().await {
                    Some(Ok(_)) => count += 1,
                    Some(Err(error)) => break error,
                    None => panic!("it does not end without a word"),
                }
            };
            assert!(matches!(error, Error::TokenCycle(_)), "{error}");
            assert!(items.pages_fetched() <= 3 * 10_010, "{} pages", items.pages_fetched());
            assert_eq!(items.items_given(), count);
            assert_eq!(items.next().await, None);
        }
    }

    #[tokio::test]
    async fn empty_pages_with_ever_new_tokens_end_at_max_pages() {
        let input = numbers::Input { token: None, next: |number| number + 1, items: 0 };
        let mut items = numbers::list_paginator(input.clone()).max_pages(10_000).items();
        let error = items.next().await.unwrap().unwrap_err();
        assert!(matches!(&error, Error::MaxPages(at) if at.pages == 10_000), "{error}");
        assert_eq!(
            error.to_string(),
            "`list` stopped after 10000 pages at `Token`: there are more pages than were allowed"
        );
        assert_eq!(items.next().await, None);

        let token = items.resume_token().unwrap();
        let mut pages = numbers::list_paginator(input).max_pages(1).starting_token(token).pages();
        assert_eq!(pages.next().await.unwrap().unwrap().token, 10_002, "it goes on where it stopped");

        let input = numbers::Input { token: None, next: |number| number + 1, items: 0 };
        let full = numbers::list_paginator(input).max_pages(3).full_result().await.unwrap_err();
        assert!(matches!(full.error, Error::MaxPages(_)));
        assert_eq!(full.output.unwrap().token, 4);
        assert!(full.resume_token.is_some());
    }

    #[tokio::test]
    async fn no_page_is_asked_for_where_none_is_allowed() {
        let client = Client::new([]);
        let mut items = client.list_paginator(input()).max_pages(0).items();
        assert!(matches!(items.next().await, Some(Err(Error::MaxPages(at))) if at.pages == 0));
        assert_eq!(items.next().await, None);
        assert!(items.resume_token().is_some());
    }

    #[tokio::test]
    async fn a_flag_that_is_never_false_ends_at_the_repeated_token() {
        let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], Some("a"), Some(true))]);
        let mut items = client.list_flagged_paginator(input()).items();
        assert_eq!((items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2))));
        assert!(matches!(items.next().await, Some(Err(Error::RepeatedToken(_)))));
        assert_eq!(items.next().await, None);
    }

    /// A failure is neither a page nor the end, however often it comes.
    #[tokio::test]
    async fn a_page_that_fails_ten_thousand_times_is_asked_for_once_more() {
        let failures = (0..10_000).map(|_| Err(Throttled));
        let client = Client::new([page([1], Some("a"))].into_iter().chain(failures).chain([page([2], None)]));
        let mut items = client.list_paginator(input()).max_pages(2).items();
        let (mut given, mut failed) = (Vec::new(), 0);
        loop {
            match items.next().await {
                Some(Ok(item)) => given.push(item),
                Some(Err(error)) => {
                    assert_eq!(error, Error::Operation(Throttled));
                    failed += 1;
                    items.retry();
                }
                None => break,
            }
        }
        assert_eq!((given, failed, items.pages_fetched()), (vec![1, 2], 10_000, 2));
    }
}

mod too_much {
    use super::*;

    /// It goes to the service, into the resume token and out of it as it came.
    #[tokio::test]
    async fn a_token_of_ten_megabytes() {
        let large = "\u{e9}\n".repeat(10_000_000 / 3);
        let answers = || [page([1, 2], Some(&large)), page([3, 4], None)];
        let client = Client::new(answers());
        let mut items = client.list_paginator(input()).max_items(3).items();
        while let Some(item) = items.next().await {
            item.unwrap();
        }
        let token = items.resume_token().unwrap();
        assert!(format!("{items:?} {token:?}").len() < 200);
        let rest = Client::new(answers().into_iter().skip(1));
        let mut items = rest.list_paginator(input()).starting_token(token.to_string()).items();
        assert_eq!((items.next().await, items.next().await), (Some(Ok(4)), None));
        assert!(rest.tokens() == [Some(large.clone())] && client.tokens() == [None, Some(large)]);
    }

    #[tokio::test]
    async fn more_items_than_were_asked_for() {
        let answers = || [page(0..1000, Some("a")), page(1000..1001, None)];
        let client = Client::new(answers());
        let mut items = client.list_paginator(input()).page_size(2).max_items(3).items();
        let given: Vec<_> = futures::StreamExt::collect(&mut items).await;
        assert_eq!(given, [Ok(0), Ok(1), Ok(2)]);
        let token = items.resume_token().unwrap();
        let rest = Client::new(answers()).list_paginator(input()).starting_token(token).full_result().await.unwrap();
        assert_eq!(rest.output.items, (3..1001).collect::<Vec<_>>());
    }

    /// Nothing is asked, so nothing can be answered.
    #[tokio::test]
    async fn items_where_none_is_wanted() {
        let client = Client::new([page([1, 2], None)]);
        let mut items = client.list_paginator(input()).max_items(0).items();
        assert_eq!(items.next().await, None);
        items.retry();
        assert_eq!(items.next().await, None);
        assert_eq!(client.requests(), []);
        let all: Vec<_> = client
            .list_paginator(input())
            .starting_token(items.resume_token().unwrap())
            .items()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(all, [1, 2]);
    }

    #[tokio::test]
    async fn limits_as_large_as_a_number_can_be() {
        let client = Client::new([page([1], Some("a")), page([2], None)]);
        let paginator = client.list_paginator(input()).max_items(usize::MAX).max_pages(u64::MAX);
        let mut items = paginator.items();
        assert_eq!(items.size_hint(), (0, Some(usize::MAX)));
        assert_eq!((items.next().await, items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2)), None));
        assert_eq!(items.resume_token(), None);
    }

    /// A list that says that it is as long as a list can be.
    #[derive(Clone, Debug, Default)]
    struct Endless(usize);

    impl ResultKey for Endless {
        type Item = ();
        type Kind = WithItems;
        fn count(&self) -> usize {
            self.0
        }
        fn skip_first(&mut self, n: usize) {
            self.0 -= n;
        }
        fn keep_first(&mut self, n: usize) {
            self.0 = n;
        }
        fn join(&mut self, next: Self) {
            self.0 = self.0.saturating_add(next.0);
        }
        fn into_items(self) -> std::vec::IntoIter<()> {
            vec![(); self.0].into_iter()
        }
    }

    #[derive(Debug, Page)]
    struct Output {
        items: Endless,
        token: u8,
    }

    #[derive(Clone)]
    struct Input {
        token: u8,
    }

    /// Three pages of which each has as many items as `usize` can count.
    #[paginated(input_token = "Token", result_key = "Items")]
    async fn list(input: Input) -> Result<Output, Throttled> {
        Ok(Output { items: Endless(usize::MAX), token: (input.token + 1) % 3 })
    }

    #[tokio::test]
    async fn more_items_than_usize_can_count() {
        let mut items = list_paginator(Input { token: 0 }).items();
        for _ in 0..10 {
            items.next().await.unwrap().unwrap();
        }
        assert_eq!(items.size_hint(), (usize::MAX - 10, None));
        let mut rest = list_paginator(Input { token: 0 }).starting_token(items.resume_token().unwrap()).pages();
        assert_eq!(rest.next().await.unwrap().unwrap().items.0, usize::MAX - 10);
        assert_eq!(rest.next().await.unwrap().unwrap().items.0, usize::MAX);

        // Inside the first page, and at its end.
        for max_items in [1, usize::MAX / 2, usize::MAX] {
            let full = list_paginator(Input { token: 0 }).max_items(max_items).full_result().await.unwrap();
            assert_eq!(full.output.items.0, max_items);
            let rest = list_paginator(Input { token: 0 }).starting_token(full.resume_token.unwrap());
            assert_eq!(rest.full_result().await.unwrap().output.items.0, usize::MAX);
        }
        let mut pages = list_paginator(Input { token: 0 }).pages();
        let mut count = 0;
        while let Some(page) = pages.next().await {
            assert_eq!(page.unwrap().items.0, usize::MAX);
            count += 1;
        }
        assert_eq!(count, 3);
    }

    /// A token that says that so many items of its page were taken.
    fn taken(count: &str) -> ResumeToken {
        let json = format!(r#"{{"Token": "a", "boto_truncate_amount": {count}}}"#);
        STANDARD.encode(json).into()
    }

    #[tokio::test]
    async fn more_items_taken_than_the_page_has() {
        for count in ["3", "4", "2147483648", "9223372036854775807"] {
            let client = Client::new([page([1, 2, 3], Some("b")), page([4], None)]);
            let mut items = client.list_paginator(input()).starting_token(taken(count)).max_items(usize::MAX).items();
            assert_eq!((items.next().await, items.next().await), (Some(Ok(4)), None), "{count}");
            assert_eq!(items.resume_token(), None);

            // Behind what was taken of a page that has no token there is nothing but that.
            let client =
                Client::new([flagged_page([1, 2, 3], None, Some(true)), flagged_page([1, 2, 3], None, Some(true))]);
            let mut items = client.list_flagged_paginator(input()).starting_token(taken(count)).items();
            assert!(matches!(items.next().await, Some(Err(Error::MoreWithoutToken(_)))));
            let token = items.resume_token().unwrap();
            let mut again = client.list_flagged_paginator(input()).starting_token(token).items();
            assert!(matches!(again.next().await, Some(Err(Error::MoreWithoutToken(_)))), "{count}");
        }
    }

    #[tokio::test]
    async fn a_number_of_items_taken_that_no_page_can_have() {
        for count in
            ["-1", "9223372036854775808", "18446744073709551616", "1e400", "1e30", "1.5", "\"3\"", "[]", "true"]
        {
            let client = Client::new([]);
            let mut items = client.list_paginator(input()).starting_token(taken(count)).items();
            assert!(matches!(items.next().await, Some(Err(Error::StartingToken(_)))), "{count}");
            assert_eq!(items.next().await, None);
        }
    }
}

mod late {
    use super::*;

    /// The call was dropped, not the request: its page is there when it is asked for again.
    #[tokio::test]
    async fn a_page_after_a_cancelled_call() {
        let client = Client::new([page([1], Some("a")), page([2], None)]).pending(5);
        let mut items = client.list_paginator(input()).items();
        for _ in 0..5 {
            assert!(poll_once(items.next()).is_pending());
        }
        // Nobody is waiting now.
        assert_eq!(client.requests().len(), 1);
        assert_eq!((items.next().await, items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2)), None));
        assert_eq!(client.requests().len(), 2);
    }

    /// The stream was dropped, and its request with it: another one asks for the same page.
    #[tokio::test]
    async fn a_page_for_a_stream_that_is_gone() {
        let client = Client::new([page([1], Some("a")), page([2], None), page([2], None)]).pending(5);
        let mut items = client.list_paginator(input()).items();
        assert_eq!(items.next().await, Some(Ok(1)));
        assert!(poll_once(items.next()).is_pending());
        let token = items.resume_token().unwrap();
        drop(items);
        let mut items = client.list_paginator(input()).starting_token(token).items();
        assert_eq!((items.next().await, items.next().await), (Some(Ok(2)), None));
        assert_eq!(client.tokens(), [None, Some("a".into()), Some("a".into())]);
    }

    /// Retrying while a request is under way does not send another.
    #[tokio::test]
    async fn retry_before_the_page_is_there() {
        let client = Client::new([Err(Throttled), page([1], None)]).pending(2);
        let mut items = client.list_paginator(input()).items();
        assert!(poll_once(items.next()).is_pending());
        items.retry();
        assert!(poll_once(items.next()).is_pending());
        assert_eq!(client.requests().len(), 1);
        assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
        items.retry();
        items.retry();
        assert_eq!((items.next().await, items.next().await), (Some(Ok(1)), None));
        assert_eq!(client.requests().len(), 2);
    }
}

mod tokens {
    use super::*;

    /// Whatever a service's token is made of, the printed token brings it back, in the middle of a page and behind it.
    #[tokio::test]
    async fn of_any_characters_come_back_from_the_printed_token() {
        let controls: String = (0..=0x9f).filter_map(char::from_u32).collect();
        let odd = [
            &controls,
            "\0",
            " ",
            "\r\n",
            "\u{1f600}\u{10ffff}\u{10000}",
            "\u{d7ff}\u{e000}\u{fffe}\u{ffff}\u{feff}",
            "\u{202e}\u{2028}\u{2029}",
            r#""\u0000\ud83d\\"#,
            "\\ud83d",
            "None",
            "a___3",
            "a___b___c",
            "null",
            "{}",
            "=",
            "eyJUb2tlbiI6ICJ4In0=",
            "eyJUb2tlbiI6",
        ];
        for odd in odd {
            for taken in [1, 2] {
                let answers = || [page([1, 2], Some(odd)), page([3, 4], Some("b")), page([5], None)];
                let client = Client::new(answers());
                let mut items = client.list_paginator(input()).max_items(2 + taken).items();
                while let Some(item) = items.next().await {
                    item.unwrap();
                }
                let behind = items.resume_token().unwrap().to_string();
                assert!(behind.is_ascii());
                let rest = Client::new(answers().into_iter().skip(taken));
                let rest = rest.list_paginator(input()).starting_token(&behind).items();
                let expected: Vec<u32> = (3..=5).skip(taken).collect();
                assert_eq!(rest.try_collect::<Vec<_>>().await.unwrap(), expected, "{odd:?}");

                // Before the page that it is the token of.
                let client = Client::new(answers());
                let mut items = client.list_paginator(input()).max_items(2).items();
                while let Some(item) = items.next().await {
                    item.unwrap();
                }
                let token = items.resume_token().unwrap().to_string();
                let client = Client::new(answers().into_iter().skip(1));
                let mut items = client.list_paginator(input()).starting_token(&token).items();
                assert_eq!(items.next().await, Some(Ok(3)));
                assert_eq!(client.tokens(), [Some(odd.to_owned())]);

                // Given as the service's own, it is sent as it is.
                let client = Client::new(answers().into_iter().skip(1));
                let mut items = client.list_paginator(input()).starting_token(ResumeToken::service(odd)).items();
                assert_eq!(items.next().await, Some(Ok(3)));
                assert_eq!(client.tokens(), [Some(odd.to_owned())]);
            }
        }
    }

    /// Everything that an error says of itself, and of its sources.
    fn said<E: std::error::Error>(error: &E) -> String {
        let mut said = format!("{error} {error:?} {error:#?}");
        let mut source = error.source();
        while let Some(error) = source {
            said += &format!(" {error} {error:?}");
            source = error.source();
        }
        said
    }

    fn assert_silent(said: &str) {
        assert!(!said.to_lowercase().contains("s3cret"), "{said}");
    }

    fn shown<T: Debug + Display>(shown: &T) -> String {
        format!("{shown} {shown:?} {shown:#?}")
    }

    #[tokio::test]
    async fn are_in_no_error() {
        let secret = |n: u32| format!("s3cret-{n}");
        let failing = |answers: Vec<Result<ListOutput, Throttled>>, start: Option<String>| {
            let client = Client::new(answers);
            let mut paginator = client.list_flagged_paginator(ListInput { token: Some(secret(0)), limit: None });
            if let Some(start) = start {
                paginator = paginator.starting_token(start);
            }
            assert_silent(&format!("{paginator:?} {paginator:#?}"));
            let mut pages = paginator.max_pages(4).pages();
            let error = loop {
                if let Some(Err(error)) = block_on(pages.next()) {
                    break error;
                }
            };
            assert_silent(&format!("{pages:?} {pages:#?} {:?}", pages.resume_token()));
            assert_silent(&format!("{:?}", pages.next()));
            assert_silent(&said(&error));
            assert_silent(&shown(&error));
            error
        };
        let next = |n| flagged_page([n], Some(&secret(n)), Some(true));

        assert!(failing(vec![next(1), Err(Throttled)], None).is_operation());
        assert!(matches!(failing(vec![next(1), next(1)], None), Error::RepeatedToken(_)));
        assert!(matches!(failing(vec![next(1), next(2), next(1)], None), Error::TokenCycle(_)));
        assert!(matches!(
            failing(vec![next(1), flagged_page([2], None, Some(true))], None),
            Error::MoreWithoutToken(_)
        ));
        assert!(matches!(failing((1..=4).map(next).collect(), None), Error::MaxPages(_)));

        let ours = |json: &str| STANDARD.encode(json);
        for start in [
            // Cut off, damaged, of another operation, empty, with a wrong count, and with a token of another type.
            ours(r#"{"Token": "s3cret", "boto_truncate_amount": 1}"#)[..24].to_owned(),
            ours(r#"{"Token": "s3cret}"#),
            ours(r#"{"Token": "s3cret" "#),
            ours(r#"{"Token": s3cret}"#),
            ours(r#"{"Marker": "s3cret"}"#),
            ours(r#"{"Token": "s3cret", "user s3cret": 1}"#),
            ours(r#"{"boto_truncate_amount": 1}"#),
            ours(r#"{"Token": "s3cret", "boto_truncate_amount": "s3cret"}"#),
            ours(r#"{"Token": "s3cret", "boto_encoded_keys": ["s3cret"]}"#),
            ours(r#"{"Token": ["s3cret"]}"#),
            "s3cret___s3cret___s3cret".to_owned(),
        ] {
            assert!(matches!(failing(vec![], Some(start)), Error::StartingToken(_)));
        }

        let client = Client::new([next(1), Err(Throttled)]);
        let full = client.list_flagged_paginator(input()).full_result().await.unwrap_err();
        assert_silent(&said(&full));
        assert_silent(&shown(&full));
        let client = Client::new([next(1)]);
        let full = client.list_flagged_paginator(input()).max_items(1).full_result().await.unwrap();
        assert_silent(&format!("{:?}", full.resume_token));
    }
}
