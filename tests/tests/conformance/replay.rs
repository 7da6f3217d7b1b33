//! Runs a case by `pages()`, by `items()` and by `full_result()`.

use std::path::{Path, PathBuf};

use paginated::{Error, HasItems, PaginationConfig, Paginator, ResumeToken};
use paginated_tests::botocore::{Client, ServiceError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::compare;
use crate::vectors::{Case, Family};

/// What has been run so far.
pub struct Replay {
    folder: PathBuf,
    pub runs: usize,
    /// A line for each run that is not as recorded.
    pub differences: Vec<String>,
}

/// How far a run came.
pub struct Run {
    pub requests: Vec<Value>,
    pub error: Option<String>,
    pub resume_token: Option<ResumeToken>,
}

/// What each of the three ways gave.
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
        P: HasItems<Output: Serialize, Item: Serialize, Error = ServiceError>,
    {
        let family = Family::read(&self.folder.join(file).with_extension("json"));
        // The paginators borrow it; one for each operation is no loss to a test.
        let client: &Client = Box::leak(Box::default());
        for case in &family.cases {
            let outcome = run(client, case, &paginator).await;
            self.runs += 1;
            if let Err(difference) = compare::compare(&family.paginator, case, &outcome) {
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
    P: HasItems<Output: Serialize, Item: Serialize, Error = ServiceError>,
{
    let start = || {
        client.set_responses(&case.responses);
        let input = serde_json::from_value(case.params.clone()).expect("the parameters are of the input's type");
        let config: PaginationConfig = serde_json::from_value(case.config.clone()).expect("a configuration");
        paginator(client, input).config(config)
    };

    let (mut pages, mut given, mut error) = (start().pages(), Vec::new(), None);
    while let Some(page) = pages.next().await {
        collect(page, &mut given, &mut error);
    }
    let pages = (given, Run { requests: client.requests(), error, resume_token: pages.resume_token() });

    let (mut items, mut given, mut error) = (start().items(), Vec::new(), None);
    while let Some(item) = items.next().await {
        collect(item, &mut given, &mut error);
    }
    let items = (given, Run { requests: client.requests(), error, resume_token: items.resume_token() });

    let (output, error, resume_token) = match start().full_result().await {
        Ok(full) => (Some(json(&full.output)), None, full.resume_token),
        Err(failed) => (None, Some(kind(&failed.error)), failed.resume_token),
    };
    let full_result = (output, Run { requests: client.requests(), error, resume_token });

    Outcome { pages, items, full_result }
}

fn collect<T: Serialize>(next: Result<T, Error<ServiceError>>, given: &mut Vec<Value>, error: &mut Option<String>) {
    match next {
        Ok(next) => given.push(json(&next)),
        Err(stopped) => *error = Some(kind(&stopped)),
    }
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("the client's types are JSON")
}

/// The error by the name that the recording has for it.
fn kind(error: &Error<ServiceError>) -> String {
    match error {
        Error::RepeatedToken(_) => "repeated_token".into(),
        Error::MoreWithoutToken(_) => "more_without_token".into(),
        Error::StartingToken(_) => "bad_starting_token".into(),
        other => format!("{other:?}"),
    }
}
