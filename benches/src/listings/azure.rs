//! A stream by `azure_core`, as the list methods of Azure's clients return it.

use std::hint::black_box;
use std::vec;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::ItemIterator;
use azure_core::http::pager::{Page, PagerContinuation, PagerResult, PagerState};
use futures::TryStreamExt;

use super::run;
use crate::service::{ListInput, ListOutput, Row, Service};

#[async_trait::async_trait]
impl<T: Row> Page for ListOutput<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    async fn into_items(self) -> azure_core::Result<Self::IntoIter> {
        Ok(self.rows.into_iter())
    }
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    let input = ListInput::first();
    let list = move |state, _| {
        let mut request = input.clone();
        Box::pin(async move {
            if let PagerState::More(token) = state {
                request.next_token = Some(token.into());
            }
            let mut page = service.list(request).await.map_err(|error| Error::new(ErrorKind::Other, error))?;
            let token = page.next_token.take().filter(|token| !token.is_empty());
            Ok(match token.map(PagerContinuation::Token) {
                Some(continuation) => PagerResult::More { response: page, continuation },
                None => PagerResult::Done { response: page },
            })
        }) as _
    };
    run(async {
        let mut sum = 0;
        let mut rows = ItemIterator::new(list, None);
        while let Some(row) = rows.try_next().await? {
            sum += black_box::<T>(row).weight();
        }
        Ok::<_, Error>(sum)
    })
}
