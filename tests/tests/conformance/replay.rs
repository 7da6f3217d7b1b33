//! Runs a case with `pages()`, `items()`, and `full_result()`.

use std::path::{Path, PathBuf};

use paginated::{Error, HasItems, Operation, PaginationConfig, Paginator, ResumeToken};
use paginated_tests::botocore::{Client, ServiceError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::compare;
use crate::vectors::{Case, Recording};

/// The number of runs so far, and their differences.
pub struct Replay {
    folder: PathBuf,
    pub runs: usize,
    /// A line for each run that differs from the recorded one.
    pub differences: Vec<String>,
}

/// The requests of a run, and its state at the end.
pub struct Run {
    pub requests: Vec<Value>,
    pub error: Option<String>,
    pub resume_token: Option<ResumeToken>,
}

/// The values that each way of reading returned.
pub struct Outcome {
    pub pages: (Vec<Value>, Run),
    pub items: (Vec<Value>, Run),
    pub full_result: (Option<Value>, Run),
}

impl Replay {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), runs: 0, differences: Vec::new() }
    }

    pub async fn operation<I, P>(&mut self, file: &str, paginator: impl Fn(&'static Client, I) -> Paginator<P>)
    where
        I: DeserializeOwned,
        P: Operation<Output: Serialize, Item: Serialize, Error = ServiceError> + HasItems,
    {
        let recording = Recording::read(&self.folder.join(file).with_extension("json"));
        // The paginators borrow the client. Leaking one for each operation is fine in a test.
        let client: &Client = Box::leak(Box::default());
        for case in &recording.cases {
            let outcome = run(client, case, &paginator).await;
            self.runs += 1;
            if let Err(difference) = compare::compare(&recording.paginator, case, &outcome) {
                self.differences.push(format!("{}: {difference}", case.name));
            }
        }
    }
}

async fn run<I, P>(
    client: &'static Client,
    case: &Case,
    paginator: impl Fn(&'static Client, I) -> Paginator<P>,
) -> Outcome
where
    I: DeserializeOwned,
    P: Operation<Output: Serialize, Item: Serialize, Error = ServiceError> + HasItems,
{
    let new_paginator = || {
        client.set_responses(&case.responses);
        let input = serde_json::from_value(case.params.clone()).expect("parameters of the input's type");
        let config: PaginationConfig = serde_json::from_value(case.config.clone()).expect("a configuration");
        paginator(client, input).config(config)
    };

    let (mut pages, mut values, mut error) = (new_paginator().pages(), Vec::new(), None);
    while let Some(page) = pages.next().await {
        collect(page, &mut values, &mut error);
    }
    let pages = (values, Run { requests: client.requests(), error, resume_token: pages.resume_token() });

    let (mut items, mut values, mut error) = (new_paginator().items(), Vec::new(), None);
    while let Some(item) = items.next().await {
        collect(item, &mut values, &mut error);
    }
    let items = (values, Run { requests: client.requests(), error, resume_token: items.resume_token() });

    let (output, error, resume_token) = match new_paginator().full_result().await {
        Ok(full) => (Some(to_json(&full.output)), None, full.resume_token),
        Err(failed) => (None, Some(error_kind(&failed.error)), failed.resume_token),
    };
    let full_result = (output, Run { requests: client.requests(), error, resume_token });

    Outcome { pages, items, full_result }
}

fn collect<T: Serialize>(next: Result<T, Error<ServiceError>>, values: &mut Vec<Value>, error: &mut Option<String>) {
    match next {
        Ok(next) => values.push(to_json(&next)),
        Err(next_error) => *error = Some(error_kind(&next_error)),
    }
}

fn to_json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("the client's types are serializable")
}

/// Returns the name of an error in the recordings.
fn error_kind(error: &Error<ServiceError>) -> String {
    match error {
        Error::RepeatedToken(_) => "repeated_token".into(),
        Error::MissingToken(_) => "more_without_token".into(),
        Error::StartingToken(_) => "bad_starting_token".into(),
        other => format!("{other:?}"),
    }
}
