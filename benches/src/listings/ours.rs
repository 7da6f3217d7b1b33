//! The streams and iterators of `paginated`.

use std::hint::black_box;

use super::{run, sum_with_for_each};
use crate::service::{Failed, ListInput, Row, Service};

type ListError = paginated::Error<Failed>;

/// Sums a stream with its inherent `next()`.
macro_rules! sum_items {
    ($rows:expr) => {
        run(async {
            let mut sum = 0;
            let mut rows = $rows;
            while let Some(row) = rows.next().await {
                sum += black_box(row?).weight();
            }
            Ok::<_, ListError>(sum)
        })
    };
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    sum_items!(service.list_paginator(ListInput::first()).items())
}

pub(super) fn by_reference<T: Row>(service: &'static Service<T>) -> u64 {
    sum_items!(service.list_by_ref_paginator(ListInput::first()).items())
}

pub(super) fn boxed<T: Row>(service: &'static Service<T>) -> u64 {
    sum_items!(service.list_paginator(ListInput::first()).boxed().items())
}

pub(super) fn try_next<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut sum = 0;
        let mut rows = service.list_paginator(ListInput::first()).items();
        while let Some(row) = rows.try_next().await? {
            sum += black_box(row).weight();
        }
        Ok::<_, ListError>(sum)
    })
}

pub(super) fn for_each<T: Row>(service: &'static Service<T>) -> u64 {
    run(sum_with_for_each(service.list_paginator(ListInput::first()).items()))
}

pub(super) fn try_collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let rows: Vec<T> = service.list_paginator(ListInput::first()).items().try_collect().await?;
        Ok::<_, ListError>(black_box(rows).iter().map(T::weight).sum())
    })
}

pub(super) fn futures_try_collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let rows = service.list_paginator(ListInput::first()).items();
        let rows: Vec<T> = futures::TryStreamExt::try_collect(rows).await?;
        Ok::<_, ListError>(black_box(rows).iter().map(T::weight).sum())
    })
}

pub(super) fn pages<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut sum = 0;
        let mut pages = service.list_paginator(ListInput::first()).pages();
        while let Some(page) = pages.next().await {
            for row in page?.rows {
                sum += black_box(row).weight();
            }
        }
        Ok::<_, ListError>(sum)
    })
}

pub(super) fn blocking<T: Row>(service: &'static Service<T>) -> u64 {
    let mut sum = 0;
    for row in service.list_blocking_paginator(ListInput::first()).items() {
        sum += black_box(row.expect("the service never fails")).weight();
    }
    sum
}

pub(super) fn blocking_for_each<T: Row>(service: &'static Service<T>) -> u64 {
    let mut sum = 0;
    service.list_blocking_paginator(ListInput::first()).items().for_each(|row| {
        sum += black_box(row.expect("the service never fails")).weight();
    });
    sum
}

pub(super) fn blocking_pages<T: Row>(service: &'static Service<T>) -> u64 {
    let mut sum = 0;
    for page in service.list_blocking_paginator(ListInput::first()).pages() {
        for row in page.expect("the service never fails").rows {
            sum += black_box(row).weight();
        }
    }
    sum
}
