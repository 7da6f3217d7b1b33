//! Lists sessions with a client behind `dyn`, which is the AWS SDK or a fake for tests.
//!
//! A trait whose methods return boxed futures is still dyn compatible with the attribute. `cargo run --example dyn_client`
//! starts an `AppStream` service of its own, and then uses the fake.

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

/// The part of `AppStream` that the program uses.
trait Sessions: Send + Sync {
    /// Returns the users of one page of sessions.
    #[paginated(input_token = "NextToken", result_key = "Users")]
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>>;
}

/// A client that uses the AWS SDK.
struct AwsClient(Client);

impl Sessions for AwsClient {
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> {
        let request = self.0.describe_sessions().stack_name(input.stack).fleet_name(input.fleet);
        Box::pin(async {
            let page = request.set_next_token(input.next_token).send().await.map_err(io::Error::other)?;
            let users = page.sessions().iter().filter_map(|session| session.user_id().map(str::to_owned)).collect();
            Ok(ListOutput { users, next_token: page.next_token })
        })
    }
}

/// A fake client with two users per page.
struct FakeClient(&'static [&'static str]);

impl Sessions for FakeClient {
    fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> {
        Box::pin(async move {
            let start: usize = input.next_token.map_or(Ok(0), |token| token.parse()).map_err(io::Error::other)?;
            let end = (start + 2).min(self.0.len());
            let users = self.0[start.min(end)..end].iter().map(ToString::to_string).collect();
            Ok(ListOutput { users, next_token: (end < self.0.len()).then(|| end.to_string()) })
        })
    }
}

/// Counts the sessions of each user. The function depends only on the trait, and its future is `Send`.
async fn count_sessions(client: Arc<dyn Sessions>) -> Result<BTreeMap<String, u32>, paginated::Error<io::Error>> {
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
        ("AWS SDK", Arc::new(AwsClient(sdk::client(server.url())))),
        ("fake", Arc::new(FakeClient(&["amina", "ben", "amina", "chloe", "ben", "amina", "dan"]))),
    ];
    for (name, client) in clients {
        let counts = tokio::spawn(count_sessions(client)).await??;
        let busiest = counts.iter().max_by_key(|(_, sessions)| **sessions);
        let (user, sessions) = busiest.ok_or("no user has a session")?;
        let total: u32 = counts.values().sum();
        println!("{name}: {total} sessions of {} users, most by {user}: {sessions}", counts.len());
    }
    Ok(())
}
