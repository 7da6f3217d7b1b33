//! Exports the streaming sessions of all stacks and fleets into an SQLite database.
//!
//! The export may be killed at any time. When it is started again, it resumes, and finally the database contains every
//! session exactly once, because each page is stored in one transaction with the resume token after it.
//!
//! `cargo run -p paginated-integrations --example export` starts an `AppStream` service of its own. With the option
//! `--faults 0.05`, the service fails often.

mod args;
mod database;
mod progress;
mod retry;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use args::Args;
use aws_sdk_appstream::Client;
use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use clap::Parser;
use database::{Database, FleetProgress};
use paginated::{Operation, Pages};
use paginated_examples::operations::{
    describe_sessions_paginator, describe_stacks_paginator, list_associated_fleets_paginator,
};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use progress::Progress;

/// The time after which a request is cancelled and sent again.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Returns the next page, after retries of transient errors.
async fn next_page<O, E>(operation: &str, pages: &mut Pages<O>) -> Result<Option<O::Output>, String>
where
    O: Operation<Error = SdkError<E>>,
    E: ProvideErrorMetadata + Error + 'static,
{
    retry::next_page(pages, sdk::is_transient).await.map_err(|error| sdk::explain(operation, &error))
}

/// Returns every stack with each of its fleets.
async fn list_fleets(client: &Client) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut fleets = Vec::new();
    let mut stacks = describe_stacks_paginator(client.describe_stacks()).pages();
    while let Some(page) = next_page("DescribeStacks", &mut stacks).await? {
        for stack in page.stacks().iter().filter_map(|stack| stack.name()) {
            let request = client.list_associated_fleets().stack_name(stack);
            let mut names = list_associated_fleets_paginator(request).pages();
            while let Some(page) = next_page("ListAssociatedFleets", &mut names).await? {
                fleets.extend(page.names.into_iter().flatten().map(|fleet| (stack.to_owned(), fleet)));
            }
        }
    }
    Ok(fleets)
}

/// Exports the remaining sessions of one stack and fleet.
async fn export_fleet(
    client: &Client,
    (stack, fleet): (&str, &str),
    page_size: usize,
    database: &mut Database,
    progress: &Progress,
) -> Result<(), Box<dyn Error>> {
    let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
    let paginator = describe_sessions_paginator(request).page_size(page_size);
    let mut pages = match database.fleet_progress(stack, fleet)? {
        FleetProgress::NotStarted => paginator,
        FleetProgress::ResumeToken(token) => paginator.starting_token(token),
        FleetProgress::Complete => return Ok(()),
    }
    .pages();
    while let Some(page) = next_page("DescribeSessions", &mut pages).await? {
        database.store_page(stack, fleet, page.sessions(), pages.resume_token())?;
        progress.add_sessions(page.sessions().len());
    }
    Ok(())
}

async fn export(endpoint_url: &str, args: &Args) -> Result<(), Box<dyn Error>> {
    let client = sdk::without_retries(&sdk::client(endpoint_url), TIMEOUT);
    let mut database = Database::open(&args.db)?;
    let fleets = list_fleets(&client).await?;
    let progress = Progress::new(fleets.len(), database.count_sessions()?);
    for (stack, fleet) in &fleets {
        export_fleet(&client, (stack, fleet), args.page_size, &mut database, &progress).await?;
        progress.add_fleet();
    }
    progress.finish();
    println!("{} sessions of {} fleets in {}", database.count_sessions()?, fleets.len(), args.db.display());
    Ok(())
}

async fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    if let Some(endpoint_url) = &args.endpoint_url {
        return export(endpoint_url, args).await;
    }
    let service = args.faults.apply(Service::with_sample_sessions(args.sessions));
    let server = serve(service, "127.0.0.1:0").await?;
    export(&server.url(), args).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(&Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
