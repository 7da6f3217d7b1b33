//! Lists without tokens: offsets, responses that are the list, links, and lists in lists.

use paginated::{Page, paginated};
use paginated_tests::fixture::read_all;

use crate::checks::check;

/// The page echoes `startAt: 0`, which was taken for the token of the next page: nocodb#755.
mod offsets {
    use super::*;

    #[derive(Clone, Default)]
    struct Search {
        start_at: usize,
        max_results: u32,
    }

    #[derive(Page)]
    struct Found {
        values: Vec<u32>,
        start_at: usize,
        total: usize,
    }

    /// The service returns at most two values, whatever the page size is.
    #[paginated(
        offset = "startAt",
        echo = "startAt",
        total_items = "total",
        limit_key = "maxResults",
        result_key = "values"
    )]
    async fn search(request: &Search) -> Result<Found, u8> {
        assert!(request.start_at < 5, "the total says that nothing is there");
        let size = request.max_results.min(2) as usize;
        let values = (0..5).skip(request.start_at).take(size).collect();
        Ok(Found { values, start_at: request.start_at, total: 5 })
    }

    #[tokio::test]
    async fn an_offset_advances_by_the_items_received() {
        let request = || Search { start_at: 0, max_results: 100 };
        check!(|| search_paginator(request()), |value| *value, [0, 1, 2, 3, 4]);
        for start in 0..5 {
            let items = search_paginator(Search { start_at: start, max_results: 100 }).items();
            assert_eq!(read_all(items).await, ((0..5).skip(start).collect(), None));
            let items = search_paginator(request()).starting_token(start.to_string()).items();
            assert_eq!(read_all(items).await, ((0..5).skip(start).collect(), None));
        }
    }

    #[tokio::test]
    async fn a_starting_token_that_is_not_a_number_is_rejected() {
        let item = search_paginator(Search::default()).starting_token("abc").items().next().await;
        assert!(matches!(item, Some(Err(paginated::Error::StartingToken(_)))), "{item:?}");
    }
}

/// The response is the list, and its last item has the cursor: PyGithub PR 295, octokit.rb PR 1025.
mod bare_arrays {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Message {
        id: u64,
    }

    fn messages_before(before: Option<u64>, limit: Option<u32>) -> Vec<Message> {
        let ids = (0..before.unwrap_or(6)).rev().take(limit.unwrap_or(2) as usize);
        ids.map(|id| Message { id }).collect()
    }

    #[paginated(input_token = before, output_token = "[-1].id", result_key = "@", limit_key = limit)]
    async fn messages(channel: u64, before: Option<u64>, limit: Option<u32>) -> Result<Vec<Message>, u8> {
        assert_eq!(channel, 1);
        Ok(messages_before(before, limit))
    }

    #[derive(Page)]
    struct Messages(Vec<Message>);

    #[paginated(input_token = before, output_token = 0[-1].id, result_key = 0, limit_key = limit)]
    async fn wrapped(before: Option<u64>, limit: Option<u32>) -> Result<Messages, u8> {
        Ok(Messages(messages_before(before, limit)))
    }

    #[tokio::test]
    async fn a_response_that_is_the_list_is_paged_by_its_last_item() {
        check!(|| messages_paginator(1, None, None), |message: &Message| message.id, [5, 4, 3, 2, 1, 0]);
        check!(|| messages_paginator(1, None, None).page_size(4), |message: &Message| message.id, [5, 4, 3, 2, 1, 0]);
        let all = messages_paginator(1, None, None).full_result().await.unwrap().output;
        assert_eq!(all.len(), 6);
    }

    #[tokio::test]
    async fn a_newtype_of_a_list_is_paged_by_its_last_item() {
        check!(|| wrapped_paginator(None, None), |message: &Message| message.id, [5, 4, 3, 2, 1, 0]);
    }
}

/// The page has the link of the next page, which another method requests. The link has no serde: octocrab#214, octocrab#507.
mod links {
    use super::*;
    use crate::tokens::Uri;

    struct Issues<T> {
        items: Vec<T>,
        next: Option<Uri>,
        total_count: Option<u64>,
    }

    struct Client;

    impl Client {
        #[paginated(
            next_link = next,
            next_method = get_page,
            total_items = total_count,
            result_key = items,
            item = u32
        )]
        async fn issues(&self) -> Result<Issues<u32>, u8> {
            Ok(Issues { items: vec![1, 2], next: Some(Uri("/2".to_owned())), total_count: Some(5) })
        }

        async fn get_page<T: From<u32>>(&self, uri: &Uri) -> Result<Issues<T>, u8> {
            let (items, next) = match uri.0.as_str() {
                "/2" => (vec![3.into(), 4.into()], Some(Uri("/3".to_owned()))),
                "/3" => (vec![5.into()], None),
                uri => panic!("the service did not return {uri}"),
            };
            Ok(Issues { items, next, total_count: Some(5) })
        }
    }

    #[tokio::test]
    async fn the_next_link_is_requested_by_another_method() {
        check!(|| Client.issues_paginator(), |issue| *issue, [1, 2, 3, 4, 5]);
    }
}

/// Machines are in reservations, and the limit and the place in the list counted reservations: PostHog PR 55600, vm0#34030,
/// aws-sdk-php PR 420.
mod machines {
    use super::*;

    #[derive(Clone, Default)]
    struct DescribeInstances {
        next_token: Option<String>,
    }

    #[derive(Page)]
    struct Described {
        reservations: Option<Vec<Reservation>>,
        next_token: Option<String>,
    }

    #[derive(Page, Debug, PartialEq)]
    struct Reservation {
        instances: Option<Vec<&'static str>>,
    }

    #[paginated(input_token = "NextToken", result_key = "Reservations[].Instances[]")]
    async fn describe_instances(request: DescribeInstances) -> Result<Described, u8> {
        let reservation = |instances: &[&'static str]| Reservation { instances: Some(instances.to_vec()) };
        Ok(match request.next_token.as_deref() {
            None => Described {
                reservations: Some(vec![reservation(&["i1", "i2", "i3"]), reservation(&["i4"])]),
                next_token: Some("n".to_owned()),
            },
            Some(_) => Described {
                reservations: Some(vec![reservation(&[]), Reservation { instances: None }, reservation(&["i5", "i6"])]),
                next_token: None,
            },
        })
    }

    #[tokio::test]
    async fn a_limit_and_a_resume_token_count_the_elements_of_inner_lists() {
        let paginator = || describe_instances_paginator(DescribeInstances::default());
        check!(paginator, |machine| *machine, ["i1", "i2", "i3", "i4", "i5", "i6"]);
    }

    #[tokio::test]
    async fn an_outer_element_that_lost_its_inner_elements_is_removed() {
        let request = DescribeInstances::default();
        let mut pages = describe_instances_paginator(request.clone()).max_items(2).pages();
        let page = pages.next().await.unwrap().unwrap();
        assert_eq!(page.reservations, Some(vec![Reservation { instances: Some(vec!["i1", "i2"]) }]));
        let token = pages.resume_token().unwrap().to_string();
        let mut pages = describe_instances_paginator(request).starting_token(token).pages();
        let page = pages.next().await.unwrap().unwrap();
        let machines: Vec<_> =
            page.reservations.into_iter().flatten().map(|reservation| reservation.instances).collect();
        assert_eq!(machines, [Some(vec!["i3"]), Some(vec!["i4"])]);
    }
}
