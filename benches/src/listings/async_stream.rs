//! A stream by `async-stream`, which is the hand-written loop with `yield`.

use async_stream::try_stream;

use super::{run, sum_with_next};
use crate::service::{ListInput, Row, Service};

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    let rows = try_stream! {
        let input = ListInput::first();
        let mut token = None;
        loop {
            let mut request = input.clone();
            request.next_token = token;
            let page = service.list(request).await?;
            for row in page.rows {
                yield row;
            }
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                break;
            }
        }
    };
    run(sum_with_next(rows))
}
