// No option is written yet.
use paginated::{Page, paginated};
use paginated_tests::sessions::Session;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated]
    async fn list(&self, input: Input) -> std::io::Result<Output>;
}

async fn print_sessions(client: &impl Client, input: Input) {
    let mut sessions = client.list_paginator(input).page_size(10).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session.unwrap().id);
    }
}

async fn count(client: &impl Client, input: Input) -> usize {
    client.list_paginator(input).full_result().await.unwrap().output.sessions.len()
}

fn main() {}
