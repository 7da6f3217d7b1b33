//! A client that answers from a script, and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use paginated::{Page, paginated};

/// The request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListInput {
    pub token: Option<String>,
    pub limit: Option<u32>,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Page)]
pub struct ListOutput {
    pub items: Vec<u32>,
    pub token: Option<String>,
    pub more: Option<bool>,
}

/// What the service says when it fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Throttled;

impl std::fmt::Display for Throttled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("throttled")
    }
}

impl std::error::Error for Throttled {}

/// What the script answers.
pub type Answer = Result<ListOutput, Throttled>;

/// A client that answers from a script.
#[derive(Clone, Debug, Default)]
pub struct Client(Arc<Mutex<Script>>);

#[derive(Debug, Default)]
struct Script {
    answers: VecDeque<Answer>,
    requests: Vec<ListInput>,
    /// How often each call is pending before it answers.
    pending: usize,
}

impl Client {
    /// A client that gives these answers, one for each request.
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Script { answers: answers.into_iter().collect(), ..Script::default() };
        Self(Arc::new(Mutex::new(script)))
    }

    /// Makes each call pending `times` times before it answers.
    pub fn pending(self, times: usize) -> Self {
        self.0.lock().unwrap().pending = times;
        self
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<ListInput> {
        self.0.lock().unwrap().requests.clone()
    }

    /// The tokens of the requests so far.
    pub fn tokens(&self) -> Vec<Option<String>> {
        self.requests().into_iter().map(|request| request.token).collect()
    }

    async fn answer(&self, input: ListInput) -> Answer {
        let (answer, pending) = {
            let mut script = self.0.lock().unwrap();
            script.requests.push(input);
            let answer = script.answers.pop_front().expect("the service is asked no more often than the script says");
            (answer, script.pending)
        };
        for _ in 0..pending {
            tokio::task::yield_now().await;
        }
        answer
    }

    /// Lists by the token alone.
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn list(&self, input: ListInput) -> Answer {
        self.answer(input).await
    }

    /// Lists by a flag and the token.
    #[paginated(input_token = "Token", more_results = "More", result_key = "Items")]
    pub async fn list_flagged(&self, input: ListInput) -> Answer {
        self.answer(input).await
    }

    /// Lists until the token comes back.
    #[paginated(input_token = "Token", result_key = "Items", repeated_token = "stop")]
    pub async fn list_until_repeated(&self, input: ListInput) -> Answer {
        self.answer(input).await
    }
}

/// A page with these items and this token.
pub fn page(items: impl IntoIterator<Item = u32>, token: Option<&str>) -> Answer {
    Ok(ListOutput { items: items.into_iter().collect(), token: token.map(str::to_owned), more: None })
}

/// A page with these items, this token and this flag.
pub fn flagged(items: impl IntoIterator<Item = u32>, token: Option<&str>, more: Option<bool>) -> Answer {
    page(items, token).map(|page| ListOutput { more, ..page })
}
