// The page in a `Result` alias does not have the result key, and its paginator is used.
use std::io;

use paginated::{Page, paginated};

#[derive(Clone, Default)]
pub struct Input {
    next_token: Option<String>,
}

pub struct Session {
    id: String,
}

#[derive(Page)]
pub struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

pub trait Client {
    #[paginated(input_token = "NextToken", result_key = "Session")]
    async fn list(&self, input: Input) -> io::Result<Output>;
}

pub async fn print_ids(client: &impl Client) -> Result<(), paginated::Error<io::Error>> {
    let mut sessions = client.list_paginator(Input::default()).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

pub async fn ids(client: &impl Client) -> Result<Vec<Session>, paginated::Error<io::Error>> {
    client.list_paginator(Input::default()).max_items(5).items().try_collect().await
}

pub async fn last_page(client: &impl Client) -> Option<Output> {
    let result = client.list_paginator(Input::default()).full_result().await.ok()?;
    Some(result.output)
}

fn main() {}
