// The types and functions shared by the snippets of `guide/clients.rs`, each of which includes this file.

use std::io;

use paginated::Page;

#[derive(Clone, Default)]
pub struct ListInput {
    pub next_token: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Clone, Page)]
pub struct ListOutput {
    pub names: Vec<String>,
    pub next_token: Option<String>,
}

/// A client without a connection.
#[derive(Clone, Default)]
pub struct Client;

/// Returns one page of five names in total. The default page size is 2.
pub fn send_blocking(input: &ListInput) -> io::Result<ListOutput> {
    let start: u32 = input.next_token.as_deref().map_or(Ok(0), str::parse).map_err(io::Error::other)?;
    let end = (start + input.limit.unwrap_or(2)).min(5);
    let names = (start..end).map(|number| format!("n{number}")).collect();
    Ok(ListOutput { names, next_token: (end < 5).then(|| end.to_string()) })
}

pub async fn send(input: &ListInput) -> io::Result<ListOutput> {
    send_blocking(input)
}

/// Counts the items of a stream.
pub fn count<T, E: std::fmt::Debug>(items: impl futures::Stream<Item = Result<T, E>>) -> usize {
    use futures::TryStreamExt;
    futures::executor::block_on(items.try_collect::<Vec<_>>()).unwrap().len()
}
