//! A client with scripted responses, and helpers to poll and read streams.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use futures::{Stream, StreamExt};
use paginated::{Page, paginated};

/// A client that returns scripted responses in order and records its requests.
///
/// Clones share the script and the recorded requests.
#[derive(Debug)]
pub struct ScriptedClient<I, O>(Arc<Mutex<State<I, O>>>);

#[derive(Debug)]
struct State<I, O> {
    requests: Vec<I>,
    responses: VecDeque<Result<O, Throttled>>,
    /// The number of polls for which each call is pending.
    pending_polls: usize,
}

impl<I, O> Clone for ScriptedClient<I, O> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<I: Clone, O> ScriptedClient<I, O> {
    /// Creates a client that returns one of `responses` for each request.
    pub fn new(responses: impl IntoIterator<Item = Result<O, Throttled>>) -> Self {
        let responses = responses.into_iter().collect();
        Self(Arc::new(Mutex::new(State { requests: Vec::new(), responses, pending_polls: 0 })))
    }

    /// Creates a client that returns one of `pages` for each request.
    pub fn with_pages(pages: impl IntoIterator<Item = O>) -> Self {
        Self::new(pages.into_iter().map(Ok))
    }

    /// Makes each call pending for `polls` polls before it returns.
    pub fn pending(self, polls: usize) -> Self {
        self.0.lock().unwrap().pending_polls = polls;
        self
    }

    /// Returns the requests received so far.
    pub fn requests(&self) -> Vec<I> {
        self.0.lock().unwrap().requests.clone()
    }

    /// Records `request` and returns the next response.
    ///
    /// # Panics
    ///
    /// Panics if no response is left.
    pub async fn respond(&self, request: I) -> Result<O, Throttled> {
        let (response, pending_polls) = {
            let mut state = self.0.lock().unwrap();
            state.requests.push(request);
            let response = state.responses.pop_front().expect("more requests than scripted responses");
            (response, state.pending_polls)
        };
        for _ in 0..pending_polls {
            tokio::task::yield_now().await;
        }
        response
    }
}

/// The client that most tests use.
pub type Client = ScriptedClient<ListInput, ListOutput>;

/// The request of [`Client`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListInput {
    pub token: Option<String>,
    pub limit: Option<u32>,
}

/// The page of [`Client`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Page)]
pub struct ListOutput {
    pub items: Vec<u32>,
    pub token: Option<String>,
    pub more: Option<bool>,
}

/// The error of scripted clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Throttled;

impl fmt::Display for Throttled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("throttled")
    }
}

impl std::error::Error for Throttled {}

/// A scripted response of [`Client`].
pub type ListResponse = Result<ListOutput, Throttled>;

impl Client {
    /// Returns the tokens of the requests received so far.
    pub fn tokens(&self) -> Vec<Option<String>> {
        self.requests().into_iter().map(|request| request.token).collect()
    }

    /// Continues while the page has a token.
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn list(&self, input: ListInput) -> ListResponse {
        self.respond(input).await
    }

    /// Continues while the page's flag is `true`.
    #[paginated(input_token = "Token", more_results = "More", result_key = "Items")]
    pub async fn list_flagged(&self, input: ListInput) -> ListResponse {
        self.respond(input).await
    }

    /// Ends when a token is repeated.
    #[paginated(input_token = "Token", result_key = "Items", end_on = "repeated_token")]
    pub async fn list_until_repeated(&self, input: ListInput) -> ListResponse {
        self.respond(input).await
    }
}

/// Returns a page with these items and this token.
pub fn page(items: impl IntoIterator<Item = u32>, token: Option<&str>) -> ListResponse {
    Ok(ListOutput { items: items.into_iter().collect(), token: token.map(str::to_owned), more: None })
}

/// Returns a page with these items, this token, and this flag.
pub fn flagged_page(items: impl IntoIterator<Item = u32>, token: Option<&str>, more: Option<bool>) -> ListResponse {
    page(items, token).map(|page| ListOutput { more, ..page })
}

/// Polls `future` once and drops it.
pub fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// Reads `stream` to its end. Returns what it yielded and its last error.
pub async fn read_all<T, E>(mut stream: impl Stream<Item = Result<T, E>> + Unpin) -> (Vec<T>, Option<E>) {
    let (mut yielded, mut last_error) = (Vec::new(), None);
    while let Some(next) = stream.next().await {
        match next {
            Ok(value) => yielded.push(value),
            Err(error) => last_error = Some(error),
        }
    }
    (yielded, last_error)
}
