//! One listing by each means: every row of every page, one at a time, to [`black_box`].

mod async_stream;
mod aws;
mod azure;
mod google;
mod hand;
mod ours;
mod page_turner;
mod unfold;

use std::hint::black_box;

use futures::Stream;
use futures::executor::block_on;

use crate::service::{Failed, Row, Service};

/// A means of listing.
pub struct Means<T: 'static> {
    pub name: &'static str,
    /// The means that it is measured against.
    pub against: &'static str,
    /// Lists everything, and says how many rows there were.
    pub run: fn(&'static Service<T>) -> u64,
}

/// Every means there is.
pub fn all<T: Row>() -> Vec<Means<T>> {
    let means = |name, against, run| Means { name, against, run };
    vec![
        means("hand", "hand", hand::by_value),
        means("hand_lent", "hand_lent", hand::by_reference),
        means("hand_blocking", "hand_blocking", hand::blocking),
        means("hand_collect", "hand_collect", hand::collect),
        means("items", "hand", ours::next),
        means("items_try_next", "hand", ours::try_next),
        means("items_for_each", "hand", ours::for_each),
        means("items_boxed", "hand", ours::boxed),
        means("items_lent", "hand_lent", ours::by_reference),
        means("items_try_collect", "hand_collect", ours::try_collect),
        means("items_futures_try_collect", "hand_collect", ours::futures_try_collect),
        means("pages", "hand", ours::pages),
        means("blocking", "hand_blocking", ours::blocking),
        means("blocking_for_each", "hand_blocking", ours::blocking_for_each),
        means("blocking_pages", "hand_blocking", ours::blocking_pages),
        means("try_unfold", "hand", unfold::next),
        means("try_unfold_for_each", "hand", unfold::for_each),
        means("try_unfold_try_collect", "hand_collect", unfold::try_collect),
        means("async_stream", "hand", async_stream::next),
        means("page_turner", "hand", page_turner::next),
        means("page_turner_for_each", "hand", page_turner::for_each),
        means("google_cloud_gax", "hand", google::next),
        means("azure_core", "hand", azure::next),
        means("aws_smithy_async", "hand", aws::next),
    ]
}

/// Loops over a stream by `next()` of `futures`.
async fn count<T>(rows: impl Stream<Item = Result<T, Failed>>) -> Result<u64, Failed> {
    use futures::StreamExt;
    let mut count = 0;
    let mut rows = std::pin::pin!(rows);
    while let Some(row) = rows.next().await {
        black_box(row?);
        count += 1;
    }
    Ok(count)
}

/// Drains a stream by `for_each()` of `futures`.
async fn count_by_for_each<T, E>(rows: impl Stream<Item = Result<T, E>>) -> Result<u64, E> {
    use futures::TryStreamExt;
    let mut count = 0;
    rows.try_for_each(|row| {
        black_box(row);
        count += 1;
        std::future::ready(Ok(()))
    })
    .await?;
    Ok(count)
}

/// Runs a listing.
fn run<E: std::fmt::Debug>(listing: impl Future<Output = Result<u64, E>>) -> u64 {
    block_on(listing).expect("the service never fails")
}
