//! Exports a numbered list into an SQLite database, with eight requests in flight and a progress bar.
//!
//! Like the example `export`, it may be killed at any time, and it resumes when it is started again. A resume token never
//! counts a page that was requested ahead and is not stored.
//!
//! `cargo run -p paginated-integrations --example export_numbered` starts a service of its own. With the option
//! `--faults 0.05`, the service fails often.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use client::{Client, ListProducts, RequestError};
use database::{Database, ListProgress};
use indicatif::{ProgressBar, ProgressStyle};
use paginated_examples::cli::FaultOptions;
use retry::next_page;
use service::Service;

mod client;
mod database;
#[path = "../export/retry.rs"]
mod retry;
mod service;

/// Exports the list of products into an SQLite database.
///
/// Run it again with the same database to resume an export that was interrupted.
#[derive(Debug, Parser)]
struct Args {
    /// Write to this database, which is created if it does not exist
    #[arg(long, value_name = "PATH", default_value = "products.db")]
    db: PathBuf,

    /// Use this service instead of the embedded one
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,

    /// Generate this many products in the embedded service
    #[arg(long, value_name = "N", default_value_t = 100_000, conflicts_with = "endpoint_url")]
    products: u64,

    #[command(flatten)]
    faults: FaultOptions,
}

async fn export(url: &str, args: &Args) -> Result<(), Box<dyn Error>> {
    let client = Client::new(url);
    let mut database = Database::open(&args.db)?;
    // Up to 64 pages wait for a slow one, and the service gets eight requests at once.
    let paginator = client.list_products_paginator(ListProducts::default()).prefetch(64).concurrency_limit(8);
    let pages = match database.progress()? {
        ListProgress::NotStarted => Some(paginator.pages()),
        ListProgress::ResumeToken(token) => Some(paginator.starting_token(token).pages()),
        ListProgress::Complete => None,
    };
    if let Some(mut pages) = pages {
        // The bar is hidden if stderr is not a terminal.
        let bar = ProgressBar::no_length().with_position(database.count_products()?);
        bar.set_style(ProgressStyle::with_template("{bar:24} {pos}/{len} products, {elapsed}, {eta} left")?);
        let is_transient = |error: &paginated::Error<_>| error.as_operation().is_some_and(RequestError::is_transient);
        while let Some(page) = next_page(&mut pages, is_transient).await? {
            database.store_page(&page.products, pages.resume_token())?;
            bar.set_length(pages.total().unwrap_or_default());
            bar.inc(page.products.len() as u64);
        }
        bar.finish_and_clear();
    }
    println!("{} products in {}", database.count_products()?, args.db.display());
    Ok(())
}

async fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    if let Some(url) = &args.endpoint_url {
        return export(url, args).await;
    }
    let service = Arc::new(Service::new(args.products, args.faults.faults()));
    export(&service.start().await?, args).await
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
