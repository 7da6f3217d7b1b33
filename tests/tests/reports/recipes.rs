//! Recipes for APIs that need a line or two of the user's own.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use paginated::{Error, Page, ResumeToken, paginated};

/// A response says "not complete yet": it has no rows and no token, and the same request is to be sent again: graphene#466,
/// TablePlus#2935.
mod not_ready {
    use super::*;

    #[derive(Clone, Default)]
    struct GetResults {
        page_token: Option<String>,
    }

    #[derive(Page)]
    struct Rows {
        job_complete: bool,
        rows: Option<Vec<u32>>,
        page_token: Option<String>,
    }

    #[derive(Debug, PartialEq)]
    enum QueryError {
        NotReady,
    }

    /// A client of a service that is not ready for the first requests.
    struct Client {
        requests_until_ready: Cell<u32>,
    }

    impl Client {
        async fn send(&self, request: GetResults) -> Result<Rows, QueryError> {
            if let Some(left) = self.requests_until_ready.get().checked_sub(1) {
                self.requests_until_ready.set(left);
                return Ok(Rows { job_complete: false, rows: None, page_token: None });
            }
            Ok(match request.page_token {
                None => Rows { job_complete: true, rows: Some(vec![1, 2]), page_token: Some("2".to_owned()) },
                Some(_) => Rows { job_complete: true, rows: Some(vec![3]), page_token: None },
            })
        }

        #[paginated(input_token = "pageToken", result_key = "rows")]
        async fn get_results(&self, request: GetResults) -> Result<Rows, QueryError> {
            let page = self.send(request).await?;
            // Without this line, the list would be empty and look complete.
            if page.job_complete { Ok(page) } else { Err(QueryError::NotReady) }
        }
    }

    #[tokio::test]
    async fn a_response_that_is_not_ready_is_requested_again() {
        let client = Client { requests_until_ready: Cell::new(3) };
        let mut items = client.get_results_paginator(GetResults::default()).items();
        let (mut rows, mut retries) = (Vec::new(), 0);
        while let Some(row) = items.next().await {
            match row {
                Ok(row) => rows.push(row),
                Err(Error::Operation(QueryError::NotReady)) => {
                    // Wait here.
                    retries += 1;
                    items.retry();
                }
                Err(error) => panic!("{error:?}"),
            }
        }
        assert_eq!((rows, retries), (vec![1, 2, 3], 3));
    }
}

/// The next page starts at the time of the last item, inclusive, so the items at the boundary are returned again:
/// zendesk_api_client_rb#168, airbyte PR 81516.
mod inclusive_boundaries {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Call {
        id: u32,
        time: u64,
    }

    #[derive(Clone, Default)]
    struct Export {
        start_time: u64,
    }

    #[derive(Page)]
    struct Calls {
        calls: Vec<Call>,
        end_time: Option<u64>,
    }

    const CALLS: [(u32, u64); 6] = [(1, 10), (2, 20), (3, 20), (4, 20), (5, 30), (6, 30)];

    async fn send(request: &Export) -> Result<Calls, u8> {
        let calls =
            CALLS.map(|(id, time)| Call { id, time }).into_iter().filter(|call| call.time >= request.start_time);
        let calls: Vec<_> = calls.take(4).collect();
        Ok(Calls { end_time: calls.last().map(|call| call.time), calls })
    }

    /// The last page returns its own start, which is the end of the list.
    #[paginated(input_token = "start_time", output_token = "end_time", result_key = "calls", end_on = "repeated_token")]
    async fn export(request: Export) -> Result<Calls, u8> {
        send(&request).await
    }

    #[tokio::test]
    async fn items_at_an_inclusive_boundary_are_taken_once() {
        let mut items = export_paginator(Export::default()).items();
        let (mut seen, mut calls) = (HashSet::new(), Vec::new());
        let mut received = 0;
        while let Some(call) = items.try_next().await.unwrap() {
            received += 1;
            if seen.insert(call.id) {
                calls.push(call);
            }
        }
        assert_eq!(calls.iter().map(|call| call.id).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        assert!(received > calls.len(), "the service repeats items");
    }

    /// Only the items at the time of the boundary can be repeated, so a long list needs no set of all items.
    #[tokio::test]
    async fn the_items_at_the_last_time_are_enough_to_find_repeated_items() {
        let mut items = export_paginator(Export::default()).items();
        let (mut last_time, mut ids_at_last_time, mut ids) = (0, HashSet::new(), Vec::new());
        while let Some(call) = items.try_next().await.unwrap() {
            if call.time > last_time {
                last_time = call.time;
                ids_at_last_time.clear();
            }
            if call.time == last_time && ids_at_last_time.insert(call.id) {
                ids.push(call.id);
            }
        }
        assert_eq!(ids, [1, 2, 3, 4, 5, 6]);
    }
}

/// The last page has a token for the next run, which then lists what has changed: zenpy#451.
mod sync_tokens {
    use super::*;

    #[derive(Clone, Default)]
    struct ListEvents {
        page_token: Option<String>,
        sync_token: Option<String>,
    }

    #[derive(Page)]
    struct Events {
        events: Vec<u32>,
        next_page_token: Option<String>,
        /// The token for the next run, on the last page.
        next_sync_token: Option<String>,
    }

    #[paginated(input_token = "pageToken", output_token = "nextPageToken", result_key = "events")]
    async fn list_events(request: ListEvents) -> Result<Events, u8> {
        let page = |events: &[u32], page: Option<&str>, sync: Option<&str>| Events {
            events: events.to_vec(),
            next_page_token: page.map(str::to_owned),
            next_sync_token: sync.map(str::to_owned),
        };
        Ok(match (request.sync_token.as_deref(), request.page_token.as_deref()) {
            (None, None) => page(&[1, 2], Some("2"), None),
            (None, Some("2")) => page(&[3], None, Some("monday")),
            (Some("monday"), None) => page(&[], Some("2"), None),
            (Some("monday"), Some("2")) => page(&[4], None, Some("tuesday")),
            (Some("tuesday"), None) => page(&[], None, Some("tuesday")),
            _ => return Err(1),
        })
    }

    /// Lists the events since the last run, and returns them with the token for the next run.
    async fn sync(sync_token: Option<String>) -> Result<(Vec<u32>, Option<String>), Error<u8>> {
        let request = ListEvents { page_token: None, sync_token };
        let mut pages = list_events_paginator(request).pages();
        let (mut events, mut next_sync_token) = (Vec::new(), None);
        while let Some(page) = pages.try_next().await? {
            events.extend(page.events);
            next_sync_token = page.next_sync_token.or(next_sync_token);
        }
        Ok((events, next_sync_token))
    }

    #[tokio::test]
    async fn the_token_of_the_last_page_is_kept_for_the_next_run() {
        let (events, token) = sync(None).await.unwrap();
        assert_eq!((events, token.as_deref()), (vec![1, 2, 3], Some("monday")));
        let (events, token) = sync(token).await.unwrap();
        assert_eq!((events, token.as_deref()), (vec![4], Some("tuesday")));
        let (events, token) = sync(token).await.unwrap();
        assert_eq!((events, token.as_deref()), (vec![], Some("tuesday")));
    }
}

/// A job lists items, deletes each of them, and crashes in the middle of a page: Kinto PR 1630.
mod list_and_delete {
    use super::*;

    #[derive(Clone, Default)]
    struct ListRecords {
        after: Option<u32>,
    }

    #[derive(Page)]
    struct Records {
        records: Vec<u32>,
    }

    /// A store of records. The token is a key, so records that are deleted before it do not move the others.
    struct Store {
        records: RefCell<Vec<u32>>,
    }

    impl Store {
        #[paginated(input_token = "after", output_token = "records[-1]", result_key = "records")]
        async fn list(&self, request: ListRecords) -> Result<Records, u8> {
            let records = self.records.borrow();
            let records = records.iter().copied().filter(|record| request.after.is_none_or(|after| *record > after));
            Ok(Records { records: records.take(3).collect() })
        }

        fn delete(&self, record: u32) {
            self.records.borrow_mut().retain(|other| *other != record);
        }
    }

    /// Deletes records, and crashes after `count` of them. Returns where to resume.
    async fn delete_records(store: &Store, checkpoint: Option<ResumeToken>, count: usize) -> Option<ResumeToken> {
        let mut paginator = store.list_paginator(ListRecords::default());
        if let Some(token) = checkpoint {
            paginator = paginator.starting_token(token);
        }
        let mut items = paginator.items();
        for _ in 0..count {
            let record = items.next().await?;
            store.delete(record.unwrap());
        }
        // The records of this page that were deleted are not there to be skipped, so it is read from its beginning.
        items.resume_token().map(|token| token.page_start())
    }

    #[tokio::test]
    async fn a_job_that_deletes_what_it_lists_resumes_at_the_start_of_the_page() {
        for count in 1..=7 {
            let store = Store { records: RefCell::new((1..=7).collect()) };
            let mut checkpoint = None;
            loop {
                checkpoint = delete_records(&store, checkpoint, count).await;
                if checkpoint.is_none() {
                    break;
                }
            }
            assert!(store.records.borrow().is_empty(), "with a crash after {count} records");
        }
    }

    #[tokio::test]
    async fn with_the_item_count_records_would_be_skipped() {
        let store = Store { records: RefCell::new((1..=7).collect()) };
        let mut items = store.list_paginator(ListRecords::default()).items();
        store.delete(items.next().await.unwrap().unwrap());
        let token = items.resume_token().unwrap();
        let mut items = store.list_paginator(ListRecords::default()).starting_token(&token).items();
        assert_eq!(items.next().await, Some(Ok(3)), "the record 2 is not listed");
        let mut items = store.list_paginator(ListRecords::default()).starting_token(token.page_start()).items();
        assert_eq!(items.next().await, Some(Ok(2)));
    }
}

/// Tokens expire in the middle of a long list. The service then responds with the status 410.
mod expired_tokens {
    use super::*;

    #[derive(Debug, PartialEq)]
    enum ApiError {
        /// The status 410. Some services return a token that continues with the current state of the list.
        Gone { fresh_token: Option<String> },
    }

    #[derive(Clone, Default)]
    struct ListPods {
        token: Option<String>,
    }

    #[derive(Page)]
    struct Pods {
        pods: Vec<&'static str>,
        token: Option<String>,
    }

    const PODS: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

    /// A client of a service whose tokens expire after some requests.
    struct Client {
        requests: Cell<u32>,
        /// The number of the request before which all tokens expire.
        expires_at: u32,
        has_fresh_tokens: bool,
    }

    impl Client {
        fn new(expires_at: u32, has_fresh_tokens: bool) -> Self {
            Self { requests: Cell::new(0), expires_at, has_fresh_tokens }
        }

        #[paginated(input_token = "token", result_key = "pods")]
        async fn list(&self, request: ListPods) -> Result<Pods, ApiError> {
            let number = self.requests.get();
            self.requests.set(number + 1);
            let generation = u32::from(number >= self.expires_at);
            let start = match &request.token {
                None => 0,
                Some(token) => {
                    let (token_generation, start) = token.split_once('-').unwrap();
                    if token_generation != generation.to_string() {
                        let fresh_token = self.has_fresh_tokens.then(|| format!("{generation}-{start}"));
                        return Err(ApiError::Gone { fresh_token });
                    }
                    start.parse().unwrap()
                }
            };
            let end = (start + 2).min(PODS.len());
            let token = (end < PODS.len()).then(|| format!("{generation}-{end}"));
            Ok(Pods { pods: PODS[start..end].to_vec(), token })
        }
    }

    #[tokio::test]
    async fn a_list_whose_token_expired_starts_again_and_leaves_out_what_was_seen() {
        for expires_at in 0..6 {
            let client = Client::new(expires_at, false);
            let (mut seen, mut pods) = (HashSet::new(), Vec::new());
            let mut items = client.list_paginator(ListPods::default()).items();
            while let Some(pod) = items.next().await {
                match pod {
                    Ok(pod) => {
                        if seen.insert(pod) {
                            pods.push(pod);
                        }
                    }
                    Err(Error::Operation(ApiError::Gone { .. })) => {
                        items = client.list_paginator(ListPods::default()).items();
                    }
                    Err(error) => panic!("{error:?}"),
                }
            }
            assert_eq!(pods, PODS, "the tokens expire at request {expires_at}");
        }
    }

    #[tokio::test]
    async fn a_list_continues_at_the_fresh_token_of_the_service() {
        for expires_at in 0..6 {
            let client = Client::new(expires_at, true);
            let mut pods = Vec::new();
            let mut items = client.list_paginator(ListPods::default()).items();
            while let Some(pod) = items.next().await {
                match pod {
                    Ok(pod) => pods.push(pod),
                    Err(Error::Operation(ApiError::Gone { fresh_token: Some(token) })) => {
                        let token = ResumeToken::service(token);
                        items = client.list_paginator(ListPods::default()).starting_token(token).items();
                    }
                    Err(error) => panic!("{error:?}"),
                }
            }
            assert_eq!(pods, PODS, "the tokens expire at request {expires_at}");
        }
    }

    #[tokio::test]
    async fn a_stored_resume_token_that_expired_is_an_error_of_the_first_request() {
        let client = Client::new(1, false);
        let mut items = client.list_paginator(ListPods::default()).items();
        assert_eq!(items.next().await, Some(Ok("a")));
        let token = items.resume_token().unwrap();
        assert_eq!(items.next().await, Some(Ok("b")));
        let expired = items.resume_token().unwrap();
        // The first page needs no token.
        let mut items = client.list_paginator(ListPods::default()).starting_token(token).items();
        assert_eq!(items.next().await, Some(Ok("b")));
        let mut items = client.list_paginator(ListPods::default()).starting_token(&expired).items();
        assert_eq!(items.next().await, Some(Err(Error::Operation(ApiError::Gone { fresh_token: None }))));
        assert_eq!(items.resume_token(), Some(expired));
    }
}
