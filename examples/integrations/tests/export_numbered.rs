//! Lists and exports numbered pages from a service that simulates faults, with several requests in flight.

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use client::{Client, ListProducts, Product, RequestError};
use kills::{create_directory, env_number, kill_until_complete, random};
use paginated::{Items, Operation};
use paginated_examples::service::{Fault, Faults};
use rusqlite::Connection;
use service::{MAX_PER_PAGE, Service};

#[path = "../export_numbered/client.rs"]
mod client;
mod kills;
#[path = "../export_numbered/service.rs"]
mod service;

/// The fraction of requests that have a fault.
const FAULT_RATE: f64 = 0.05;

async fn start_service(products: u64) -> (Arc<Service>, String) {
    let service = Arc::new(Service::new(products, Faults::new(FAULT_RATE, random(u64::MAX - 1))));
    let url = service.start().await.expect("a free port");
    (service, url)
}

/// Lists all products, and requests each page again until it arrives. Returns the number of failed requests.
async fn check_each_product<O: Operation<Item = Product, Error = RequestError>>(
    mut items: Items<O>,
    products: u64,
) -> u64 {
    let (mut next, mut failures) = (0, 0);
    while let Some(product) = items.next().await {
        match product {
            Ok(product) => {
                assert_eq!(product.id, next);
                assert_eq!(product.name, format!("product {next}"));
                next += 1;
            }
            Err(error) => {
                assert!(error.as_operation().is_some_and(RequestError::is_transient), "{error}");
                failures += 1;
                items.retry();
            }
        }
    }
    assert_eq!(next, products);
    failures
}

/// Checks that the service simulated each kind of fault, and that it got no needless requests.
fn check_requests(service: &Service, failures: u64, expected: RangeInclusive<u64>) {
    let faults = Fault::ALL.map(|fault| service.faults.count(fault));
    assert!(faults.iter().all(|count| *count > 0), "{faults:?}");
    assert!(failures > 0);
    let answered = service.requests.load(Ordering::Relaxed) - failures;
    assert!(expected.contains(&answered), "{answered} requests, {failures} more failed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbered_pages_of_a_faulty_service_have_each_item_once_and_in_order() {
    let products = 100_000;
    let (service, url) = start_service(products).await;
    let client = Client::new(&url);
    let items = client.list_products_paginator(ListProducts::default()).prefetch(8).items();
    let failures = check_each_product(items, products).await;
    let pages = products / MAX_PER_PAGE;
    check_requests(&service, failures, pages..=pages);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn offsets_of_a_faulty_service_have_each_item_once_and_in_order() {
    let products = 100_000;
    let (service, url) = start_service(products).await;
    let client = Client::new(&url);
    let items = client.list_products_by_offset_paginator(ListProducts::default()).prefetch(8).items();
    let failures = check_each_product(items, products).await;
    // A short page makes up to eight requests after it needless.
    let pages = products / MAX_PER_PAGE;
    check_requests(&service, failures, pages..=pages * 2);
}

#[tokio::test]
async fn a_status_that_stays_the_same_is_not_transient() {
    let (_, url) = start_service(1).await;
    let client = Client::new(&format!("{url}/unknown"));
    let error = client.list_products_paginator(ListProducts::default()).items().try_next().await.expect_err("an error");
    assert!(!error.as_operation().expect("an error of the client").is_transient(), "{error}");
}

/// For a longer run, use
/// `EXPORT_PRODUCTS=1000000 EXPORT_KILLS=25 cargo test -p paginated-integrations -- killed --nocapture`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_ends_with_each_product_once() {
    let (products, min_kills) = (env_number("EXPORT_PRODUCTS", 100_000) as u64, env_number("EXPORT_KILLS", 5));
    let (service, url) = start_service(products).await;
    let database = create_directory("export_numbered").join("products.db");
    // Limits each process to a part of the export.
    let max_requests = products / MAX_PER_PAGE / min_kills as u64;
    let requests = || service.requests.load(Ordering::Relaxed);
    let kills = kill_until_complete("export_numbered", &url, &database, requests, max_requests);
    assert!(kills >= min_kills, "{kills} kills");

    let connection = Connection::open(&database).expect("the database");
    let mut statement = connection.prepare("select id, name from products order by id").expect("a select");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    let stored: Vec<(u64, String)> = rows.collect::<Result<_, _>>().expect("rows");
    assert_eq!(stored.len() as u64, products);
    assert!(stored.into_iter().eq((0..products).map(|id| (id, format!("product {id}")))));
}
