//! `paginated`.

use std::hint::black_box;

use super::{count_by_for_each, run};
use crate::service::{Failed, ListInput, Row, Service};

type Error = paginated::Error<Failed>;

/// `while let Some(row) = rows.next().await`, as users write it.
macro_rules! by_next {
    ($rows:expr) => {
        run(async {
            let mut count = 0;
            let mut rows = $rows;
            while let Some(row) = rows.next().await {
                black_box(row?);
                count += 1;
            }
            Ok::<_, Error>(count)
        })
    };
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    by_next!(service.list_paginator(ListInput::first()).items())
}

pub(super) fn by_reference<T: Row>(service: &'static Service<T>) -> u64 {
    by_next!(service.list_lent_paginator(ListInput::first()).items())
}

pub(super) fn boxed<T: Row>(service: &'static Service<T>) -> u64 {
    by_next!(service.list_paginator(ListInput::first()).boxed().items())
}

pub(super) fn try_next<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut count = 0;
        let mut rows = service.list_paginator(ListInput::first()).items();
        while let Some(row) = rows.try_next().await? {
            black_box(row);
            count += 1;
        }
        Ok::<_, Error>(count)
    })
}

pub(super) fn for_each<T: Row>(service: &'static Service<T>) -> u64 {
    run(count_by_for_each(service.list_paginator(ListInput::first()).items()))
}

pub(super) fn try_collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let rows: Vec<T> = service.list_paginator(ListInput::first()).items().try_collect().await?;
        Ok::<_, Error>(black_box(rows).len() as u64)
    })
}

pub(super) fn futures_try_collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let rows = service.list_paginator(ListInput::first()).items();
        let rows: Vec<T> = futures::TryStreamExt::try_collect(rows).await?;
        Ok::<_, Error>(black_box(rows).len() as u64)
    })
}

pub(super) fn pages<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut count = 0;
        let mut pages = service.list_paginator(ListInput::first()).pages();
        while let Some(page) = pages.next().await {
            for row in page?.rows {
                black_box(row);
                count += 1;
            }
        }
        Ok::<_, Error>(count)
    })
}

pub(super) fn blocking<T: Row>(service: &'static Service<T>) -> u64 {
    let mut count = 0;
    for row in service.list_blocking_paginator(ListInput::first()).items() {
        black_box(row.expect("the service never fails"));
        count += 1;
    }
    count
}

pub(super) fn blocking_for_each<T: Row>(service: &'static Service<T>) -> u64 {
    let mut count = 0;
    service.list_blocking_paginator(ListInput::first()).items().for_each(|row| {
        black_box(row.expect("the service never fails"));
        count += 1;
    });
    count
}

pub(super) fn blocking_pages<T: Row>(service: &'static Service<T>) -> u64 {
    let mut count = 0;
    for page in service.list_blocking_paginator(ListInput::first()).pages() {
        for row in page.expect("the service never fails").rows {
            black_box(row);
            count += 1;
        }
    }
    count
}
