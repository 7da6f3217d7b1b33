//! Lists the streaming sessions of one stack and fleet.
//!
//! `DescribeSessions` returns sessions page by page, and `aws-sdk-appstream` has no paginator for it. The attribute below
//! generates one. `cargo run --example describe_sessions` needs no setup: it starts an `AppStream` service of its own,
//! unless `--endpoint-url` selects another one.

mod cli;

use std::pin::pin;
use std::process::ExitCode;

use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use clap::Parser;
use cli::{Args, Failure, Progress, SessionWriter};
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};

/// Requests one page. The attribute adds `describe_sessions_paginator`, which requests all pages.
#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

/// Writes the sessions to stdout, and the progress and the resume token to stderr.
async fn list(endpoint_url: &str, args: &Args) -> Result<(), Failure> {
    let request = sdk::client(endpoint_url).describe_sessions().stack_name(&args.stack).fleet_name(&args.fleet);
    let mut paginator = describe_sessions_paginator(request);
    if let Some(page_size) = args.page_size {
        paginator = paginator.page_size(page_size);
    }
    if let Some(max_items) = args.max_items {
        paginator = paginator.max_items(max_items);
    }
    if let Some(token) = &args.starting_token {
        paginator = paginator.starting_token(token.as_str());
    }

    let mut items = paginator.items();
    let mut writer = SessionWriter::new(args.json);
    let progress = Progress::new(&writer);
    let mut interrupt = pin!(tokio::signal::ctrl_c());
    let result = loop {
        // Dropping the future of `next` loses no session.
        let next = tokio::select! {
            biased;
            _ = &mut interrupt => break Err(Failure::Interrupted),
            next = items.next() => next,
        };
        match next {
            Some(Ok(session)) => writer.write(&session)?,
            Some(Err(error)) => break Err(Failure::Listing(sdk::explain("DescribeSessions", &error))),
            None => break Ok(()),
        }
        progress.update(items.pages_fetched(), items.items_given());
    };
    progress.finish();
    writer.finish(items.pages_fetched(), items.items_given())?;
    // If no session was listed before a failure, the user can run the same command again.
    if result.is_ok() || items.items_given() > 0 {
        cli::print_resume_token(items.resume_token());
    }
    result
}

async fn run(args: &Args) -> Result<(), Failure> {
    if let Some(endpoint_url) = &args.endpoint_url {
        return list(endpoint_url, args).await;
    }
    let service = args.faults.apply(Service::with_sample_data());
    if let Some(addr) = args.serve {
        return cli::serve_until_interrupted(service, addr).await;
    }
    let server = serve(service, cli::LOOPBACK).await.map_err(Failure::Server)?;
    list(&server.url(), args).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    cli::exit_code(run(&Args::parse()).await)
}
