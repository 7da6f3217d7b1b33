//! One listing by each means: every row of every page, one at a time, to [`black_box`], and from there to a sum.

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

/// A means of listing.
pub struct Means<T: 'static> {
    pub name: &'static str,
    /// The means that it is measured against.
    pub against: &'static str,
    /// Lists everything, and gives the sum of all rows' weights.
    pub run: fn(&'static Service<T>) -> u64,
}

impl<T: Row> Means<T> {
    /// Lists everything, where a tool finds it by this name.
    #[inline(never)]
    pub fn measured(&self, service: &'static Service<T>) -> u64 {
        (self.run)(service)
    }
}

/// Every means there is.
pub fn all<T: Row>() -> Vec<Means<T>> {
    let means = |name, against, run| Means { name, against, run };
    let mut all = vec![
        means("hand", "hand", hand::by_value),
        means("items", "hand", ours::next),
        means("items_try_next", "hand", ours::try_next),
        means("items_for_each", "hand", ours::for_each),
        means("items_boxed", "hand", ours::boxed),
        means("pages", "hand", ours::pages),
        means("hand_lent", "hand_lent", hand::by_reference),
        means("items_lent", "hand_lent", ours::by_reference),
        means("hand_collect", "hand_collect", hand::collect),
        means("items_try_collect", "hand_collect", ours::try_collect),
        means("items_futures_try_collect", "hand_collect", ours::futures_try_collect),
        means("hand_blocking", "hand_blocking", hand::blocking),
        means("blocking", "hand_blocking", ours::blocking),
        means("blocking_for_each", "hand_blocking", ours::blocking_for_each),
        means("blocking_pages", "hand_blocking", ours::blocking_pages),
    ];
    all.extend([
        means("try_unfold", "hand", unfold::next),
        means("try_unfold_for_each", "hand", unfold::for_each),
        means("try_unfold_try_collect", "hand_collect", unfold::try_collect),
    ]);
    #[cfg(feature = "full")]
    all.extend([
        means("page_turner", "hand", page_turner::next),
        means("page_turner_for_each", "hand", page_turner::for_each),
        means("google_cloud_gax", "hand", google::next),
        means("azure_core", "hand", azure::next),
        means("async_stream", "hand", async_stream::next),
        means("aws_smithy_async", "hand", aws::next),
    ]);
    all
}

/// Loops over a stream by `next()` of `futures`.
async fn sum<T: Row>(rows: impl Stream<Item = Result<T, Failed>>) -> Result<u64, Failed> {
    use futures::StreamExt;
    let mut sum = 0;
    let mut rows = std::pin::pin!(rows);
    while let Some(row) = rows.next().await {
        sum += black_box(row?).weight();
    }
    Ok(sum)
}

/// Drains a stream by `try_for_each()` of `futures`.
async fn sum_by_for_each<T: Row, E>(rows: impl Stream<Item = Result<T, E>>) -> Result<u64, E> {
    use futures::TryStreamExt;
    let mut sum = 0;
    rows.try_for_each(|row| {
        sum += black_box(row).weight();
        std::future::ready(Ok(()))
    })
    .await?;
    Ok(sum)
}

/// Runs a listing.
fn run<E: std::fmt::Debug>(listing: impl Future<Output = Result<u64, E>>) -> u64 {
    block_on(listing).expect("the service never fails")
}
