//! Lists the streaming sessions of one stack and fleet.
//!
//! `DescribeSessions` comes in pages, and `aws-sdk-appstream` has no paginator for it; the attribute below makes one.
//! `cargo run --example describe_sessions` needs nothing set up: it starts an `AppStream` service of its own and asks
//! that, unless `--endpoint-url` names another.

mod cli;

use std::process::ExitCode;

use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use clap::Parser;
use cli::{Args, Failure, Output, Progress};
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};

/// One page, as the SDK asks for it. The attribute adds `describe_sessions_paginator`, which asks for all of them.
#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

/// The listing: its items to `output`, the counts to a spinner, where to go on to stderr.
async fn list(endpoint_url: &str, args: &Args) -> Result<(), Failure> {
    let request = sdk::client(endpoint_url).describe_sessions().stack_name(&args.stack).fleet_name(&args.fleet);
    let mut paginator = describe_sessions_paginator(request);
    if let Some(size) = args.page_size {
        paginator = paginator.page_size(size);
    }
    if let Some(most) = args.max_items {
        paginator = paginator.max_items(most);
    }
    if let Some(token) = &args.starting_token {
        paginator = paginator.starting_token(token.as_str());
    }

    let mut items = paginator.items();
    let mut output = Output::new(args.json);
    let progress = Progress::beside(&output);
    let listed = loop {
        match items.next().await {
            Some(Ok(session)) => output.session(&session)?,
            Some(Err(error)) => break Err(Failure::Listing(sdk::explain("DescribeSessions", &error))),
            None => break Ok(()),
        }
        progress.show(items.pages_fetched(), items.items_given());
    };
    progress.finish();
    output.finish(items.pages_fetched(), items.items_given())?;
    // A listing that failed before its first item has nothing to go on from.
    if listed.is_ok() || items.items_given() > 0 {
        cli::tell_more(items.resume_token());
    }
    listed
}

async fn run(args: &Args) -> Result<(), Failure> {
    if let Some(endpoint_url) = &args.endpoint_url {
        return list(endpoint_url, args).await;
    }
    let service = args.faults.upon(Service::with_sample_data());
    if let Some(addr) = args.serve {
        return cli::serve_until_interrupted(service, addr).await;
    }
    let server = serve(service, cli::LOOPBACK).await.map_err(Failure::Listen)?;
    list(&server.url(), args).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    cli::exit_code(run(&Args::parse()).await)
}
