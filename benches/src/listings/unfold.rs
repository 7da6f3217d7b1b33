//! A stream by `try_unfold` and `try_flatten` of `futures`.

use std::hint::black_box;

use futures::{Stream, TryStreamExt, stream};

use super::{run, sum_with_for_each, sum_with_next};
use crate::service::{Failed, ListInput, Row, Service};

fn rows<T: Row>(service: &'static Service<T>) -> impl Stream<Item = Result<T, Failed>> {
    let input = ListInput::first();
    let pages = stream::try_unfold(Some(None), move |token: Option<Option<String>>| {
        let request = token.map(|next_token| ListInput { next_token, ..input.clone() });
        async move {
            let Some(request) = request else { return Ok(None) };
            let page = service.list(request).await?;
            let next = page.next_token.filter(|token| !token.is_empty()).map(Some);
            Ok(Some((stream::iter(page.rows.into_iter().map(Ok)), next)))
        }
    });
    pages.try_flatten()
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    run(sum_with_next(rows(service)))
}

pub(super) fn for_each<T: Row>(service: &'static Service<T>) -> u64 {
    run(sum_with_for_each(rows(service)))
}

pub(super) fn try_collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let rows: Vec<T> = rows(service).try_collect().await?;
        Ok::<_, Failed>(black_box(rows).iter().map(T::weight).sum())
    })
}
