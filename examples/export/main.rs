//! Exports the streaming sessions of all stacks and fleets into an SQLite database.
//!
//! It may be killed at any moment: started again it goes on where it was, and ends with each session exactly once. For
//! a page's rows and the token to go on behind them are written in one transaction, so that neither is ever there
//! without the other. `cargo run --example export` asks a service of its own, with `--faults 0.05` one that fails often.

mod args;
mod database;
mod failure;
mod progress;
mod retry;

use std::process::ExitCode;
use std::time::Duration;

use args::Args;
use aws_sdk_appstream::Client;
use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::operation::describe_stacks::builders::DescribeStacksFluentBuilder;
use aws_sdk_appstream::operation::describe_stacks::{DescribeStacksError, DescribeStacksOutput};
use aws_sdk_appstream::operation::list_associated_fleets::builders::ListAssociatedFleetsFluentBuilder;
use aws_sdk_appstream::operation::list_associated_fleets::{ListAssociatedFleetsError, ListAssociatedFleetsOutput};
use aws_sdk_appstream::types::Session;
use clap::Parser;
use database::{Database, Place};
use failure::Failure;
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use progress::Progress;
use retry::next_page;

/// How long to wait for a page before it is asked for again.
const TIMEOUT: Duration = Duration::from_secs(10);

#[paginated(input_token = "NextToken", builder)]
async fn describe_stacks(
    request: DescribeStacksFluentBuilder,
) -> Result<DescribeStacksOutput, SdkError<DescribeStacksError>> {
    request.send().await
}

#[paginated(input_token = "NextToken", builder)]
async fn list_associated_fleets(
    request: ListAssociatedFleetsFluentBuilder,
) -> Result<ListAssociatedFleetsOutput, SdkError<ListAssociatedFleetsError>> {
    request.send().await
}

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

/// Every pair of a stack and a fleet that belong together.
async fn fleets(client: &Client) -> Result<Vec<(String, String)>, Failure> {
    let mut found = Vec::new();
    let mut stacks = describe_stacks_paginator(client.describe_stacks()).pages();
    while let Some(page) = next_page("DescribeStacks", &mut stacks).await? {
        for stack in page.stacks().iter().filter_map(|stack| stack.name()) {
            let request = client.list_associated_fleets().stack_name(stack);
            let mut names = list_associated_fleets_paginator(request).pages();
            while let Some(page) = next_page("ListAssociatedFleets", &mut names).await? {
                found.extend(page.names.into_iter().flatten().map(|fleet| (stack.to_owned(), fleet)));
            }
        }
    }
    Ok(found)
}

/// Exports what is left of the sessions of one stack and fleet.
async fn export_fleet(
    client: &Client,
    (stack, fleet): (&str, &str),
    page_size: usize,
    database: &mut Database,
    progress: &Progress,
) -> Result<(), Failure> {
    let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
    let paginator = describe_sessions_paginator(request).page_size(page_size);
    let mut pages = match database.place(stack, fleet)? {
        Place::Beginning => paginator,
        Place::Token(token) => paginator.starting_token(token),
        Place::End => return Ok(()),
    }
    .pages();
    while let Some(page) = next_page("DescribeSessions", &mut pages).await? {
        database.store(stack, fleet, page.sessions(), pages.resume_token())?;
        progress.exported(page.sessions().len());
    }
    Ok(())
}

async fn export(endpoint_url: &str, args: &Args) -> Result<(), Failure> {
    let client = sdk::without_retries(&sdk::client(endpoint_url), TIMEOUT);
    let mut database = Database::open(&args.db)?;
    let fleets = fleets(&client).await?;
    let progress = Progress::new(fleets.len(), database.sessions()?);
    for (stack, fleet) in &fleets {
        export_fleet(&client, (stack, fleet), args.page_size, &mut database, &progress).await?;
        progress.fleet_done();
    }
    progress.finish();
    println!("{} sessions of {} fleets in {}", database.sessions()?, fleets.len(), args.db.display());
    Ok(())
}

async fn run(args: &Args) -> Result<(), Failure> {
    if let Some(endpoint_url) = &args.endpoint_url {
        return export(endpoint_url, args).await;
    }
    let service = args.faults.upon(Service::with_sample_sessions(args.sessions));
    let server = serve(service, "127.0.0.1:0").await.map_err(Failure::Listen)?;
    export(&server.url(), args).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(&Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
