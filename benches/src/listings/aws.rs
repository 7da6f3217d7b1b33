//! A stream by `aws-smithy-async`, as the code generator of the AWS SDK for Rust implements
//! `into_paginator().items().send()`.

use std::hint::black_box;

use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
use aws_smithy_async::future::pagination_stream::{PaginationStream, TryFlatMap};

use super::run;
use crate::service::{Failed, ListInput, ListOutput, Row, Service};

fn pages<T: Row>(service: &'static Service<T>) -> PaginationStream<Result<ListOutput<T>, Failed>> {
    PaginationStream::new(FnStream::new(move |tx| {
        Box::pin(async move {
            let mut input = ListInput::first();
            loop {
                let page = service.list(input.clone()).await;
                let done = match &page {
                    Ok(page) => match page.next_token.as_deref() {
                        None | Some("") => true,
                        token if token == input.next_token.as_deref() => true,
                        token => {
                            input.next_token = token.map(str::to_owned);
                            false
                        }
                    },
                    Err(_) => true,
                };
                if tx.send(page).await.is_err() || done {
                    return;
                }
            }
        })
    }))
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut sum = 0;
        let mut rows = TryFlatMap::new(pages(service)).flat_map(|page| page.rows);
        while let Some(row) = rows.next().await {
            sum += black_box(row?).weight();
        }
        Ok::<_, Failed>(sum)
    })
}
