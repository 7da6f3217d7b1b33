//! The implementations of the listing. Each passes every row to [`black_box`] and sums the weights.

#[cfg(feature = "full")]
mod async_stream;
#[cfg(feature = "full")]
mod aws;
#[cfg(feature = "full")]
mod azure;
#[cfg(feature = "full")]
mod google;
mod hand;
mod ours;
#[cfg(feature = "full")]
mod page_turner;
mod unfold;

use std::hint::black_box;

use futures::Stream;
use futures::executor::block_on;

use crate::service::{Failed, Row, Service};

/// An implementation of the listing.
pub struct Implementation<T: 'static> {
    pub name: &'static str,
    /// The name of the implementation that it is compared with.
    pub baseline: &'static str,
    /// Lists all rows and returns the sum of their weights.
    pub run: fn(&'static Service<T>) -> u64,
}

impl<T: Row> Implementation<T> {
    /// Runs the listing. Callgrind counts the instructions inside this function, which it finds by its name.
    #[inline(never)]
    pub fn run_measured(&self, service: &'static Service<T>) -> u64 {
        (self.run)(service)
    }
}

/// Returns all implementations.
pub fn all<T: Row>() -> Vec<Implementation<T>> {
    let implementation = |name, baseline, run| Implementation { name, baseline, run };
    let mut all = vec![
        implementation("hand", "hand", hand::by_value),
        implementation("items", "hand", ours::next),
        implementation("items_try_next", "hand", ours::try_next),
        implementation("items_for_each", "hand", ours::for_each),
        implementation("items_boxed", "hand", ours::boxed),
        implementation("pages", "hand", ours::pages),
        implementation("hand_by_ref", "hand_by_ref", hand::by_reference),
        implementation("items_by_ref", "hand_by_ref", ours::by_reference),
        implementation("hand_collect", "hand_collect", hand::collect),
        implementation("items_try_collect", "hand_collect", ours::try_collect),
        implementation("items_futures_try_collect", "hand_collect", ours::futures_try_collect),
        implementation("hand_blocking", "hand_blocking", hand::blocking),
        implementation("blocking", "hand_blocking", ours::blocking),
        implementation("blocking_for_each", "hand_blocking", ours::blocking_for_each),
        implementation("blocking_pages", "hand_blocking", ours::blocking_pages),
    ];
    all.extend([
        implementation("try_unfold", "hand", unfold::next),
        implementation("try_unfold_for_each", "hand", unfold::for_each),
        implementation("try_unfold_try_collect", "hand_collect", unfold::try_collect),
    ]);
    #[cfg(feature = "full")]
    all.extend([
        implementation("page_turner", "hand", page_turner::next),
        implementation("page_turner_for_each", "hand", page_turner::for_each),
        implementation("google_cloud_gax", "hand", google::next),
        implementation("azure_core", "hand", azure::next),
        implementation("async_stream", "hand", async_stream::next),
        implementation("aws_smithy_async", "hand", aws::next),
    ]);
    all
}

/// Sums a stream with `StreamExt::next()`.
async fn sum_with_next<T: Row>(rows: impl Stream<Item = Result<T, Failed>>) -> Result<u64, Failed> {
    use futures::StreamExt;
    let mut sum = 0;
    let mut rows = std::pin::pin!(rows);
    while let Some(row) = rows.next().await {
        sum += black_box(row?).weight();
    }
    Ok(sum)
}

/// Sums a stream with `TryStreamExt::try_for_each()`.
async fn sum_with_for_each<T: Row, E>(rows: impl Stream<Item = Result<T, E>>) -> Result<u64, E> {
    use futures::TryStreamExt;
    let mut sum = 0;
    rows.try_for_each(|row| {
        sum += black_box(row).weight();
        std::future::ready(Ok(()))
    })
    .await?;
    Ok(sum)
}

fn run<E: std::fmt::Debug>(listing: impl Future<Output = Result<u64, E>>) -> u64 {
    block_on(listing).expect("the service never fails")
}
