//! Adds a paginator to a trait with input and output types of its own. The client returns ten sessions, three per page.

use std::num::ParseIntError;

use paginated::{Page, paginated};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<String>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: Input) -> Result<Output, ParseIntError>;
}

struct InMemory;

impl AppStream for InMemory {
    async fn describe_sessions(&self, input: Input) -> Result<Output, ParseIntError> {
        let start = input.next_token.map_or(Ok(0), |token| token.parse())?;
        let end = (start + 3).min(10);
        let name = |number| format!("{}-{number}", input.stack_name);
        Ok(Output { sessions: (start..end).map(name).collect(), next_token: (end < 10).then(|| end.to_string()) })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), paginated::Error<ParseIntError>> {
    let input = Input { stack_name: "design".to_owned(), next_token: None };
    let paginator = InMemory.describe_sessions_paginator(input);
    let mut sessions = paginator.max_items(8).items();
    while let Some(session) = sessions.next().await {
        println!("page {}: {}", sessions.pages_fetched(), session?);
    }
    if let Some(token) = sessions.resume_token() {
        println!("resume with: {token}");
    }
    Ok(())
}
