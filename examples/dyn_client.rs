//! A client behind `dyn`: the AWS SDK's in the program, a fake in its tests, and one function that lists with either.
//!
//! A trait whose methods give boxed futures stays dyn-compatible under the attribute. `cargo run --example dyn_client` asks
//! an `AppStream` service that it starts itself, and then the fake.

use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::sync::Arc;

use aws_sdk_appstream::Client;
use futures::future::BoxFuture;
use paginated::{Page, paginated};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};

#[derive(Clone)]
struct ListInput {
    stack: String,
    fleet: String,
    next_token: Option<String>,
}

#[derive(Page)]
struct ListOutput {
    users: Vec<String>,
    next_token: Option<String>,
}

/// What the program needs of `AppStream`, in its own words.
trait Sessions: Send + Sync {
    /// The users of one page of sessions.
    #[paginated(input_token = "NextToken", result_key = "Users")]
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>>;
}

/// The real one.
struct Aws(Client);

impl Sessions for Aws {
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> {
        let request = self.0.describe_sessions().stack_name(input.stack).fleet_name(input.fleet);
        Box::pin(async {
            let page = request.set_next_token(input.next_token).send().await.map_err(io::Error::other)?;
            let users = page.sessions().iter().filter_map(|session| session.user_id().map(str::to_owned)).collect();
            Ok(ListOutput { users, next_token: page.next_token })
        })
    }
}

/// The fake: two to a page, and no network.
struct Fake(&'static [&'static str]);

impl Sessions for Fake {
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> {
        Box::pin(async move {
            let start: usize = input.next_token.map_or(Ok(0), |token| token.parse()).map_err(io::Error::other)?;
            let end = (start + 2).min(self.0.len());
            let users = self.0[start..end].iter().map(ToString::to_string).collect();
            Ok(ListOutput { users, next_token: (end < self.0.len()).then(|| end.to_string()) })
        })
    }
}

/// Who has how many sessions. It knows the trait alone, and goes into a task of its own.
async fn sessions_of_users(client: Arc<dyn Sessions>) -> Result<BTreeMap<String, u32>, paginated::Error<io::Error>> {
    let input = ListInput { stack: "training".to_owned(), fleet: "classroom".to_owned(), next_token: None };
    let mut users = client.list_paginator(input).items();
    let mut counts = BTreeMap::new();
    while let Some(user) = users.try_next().await? {
        *counts.entry(user).or_default() += 1;
    }
    Ok(counts)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = serve(Service::with_sample_data(), "127.0.0.1:0").await?;
    let clients: [(&str, Arc<dyn Sessions>); 2] = [
        ("AWS SDK", Arc::new(Aws(sdk::client(server.url())))),
        ("fake", Arc::new(Fake(&["amina", "ben", "amina", "chloe", "ben", "amina", "dan"]))),
    ];
    for (name, client) in clients {
        let counts = tokio::spawn(sessions_of_users(client)).await??;
        let most = counts.iter().max_by_key(|(_, sessions)| **sessions);
        let (user, most) = most.ok_or("nobody has a session")?;
        println!("{name}: {} sessions of {} users, {most} of {user}", counts.values().sum::<u32>(), counts.len());
    }
    Ok(())
}
