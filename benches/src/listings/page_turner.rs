//! A stream by `page-turner`.

use futures::Stream;
use page_turner::prelude::*;

use super::{run, sum_with_for_each, sum_with_next};
use crate::service::{Failed, ListInput, Row, Service};

struct Client<T: 'static>(&'static Service<T>);

impl<T: Row> PageTurner<ListInput> for Client<T> {
    type PageItems = Vec<T>;
    type PageError = Failed;

    async fn turn_page(&self, mut request: ListInput) -> TurnedPageResult<Self, ListInput> {
        let page = self.0.list(request.clone()).await?;
        request.next_token = page.next_token.filter(|token| !token.is_empty());
        let next = request.next_token.is_some().then_some(request);
        Ok(TurnedPage::new(page.rows, next))
    }
}

fn rows<T: Row>(service: &'static Service<T>) -> impl Stream<Item = Result<T, Failed>> {
    Client(service).into_pages(ListInput::first()).items()
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    run(sum_with_next(rows(service)))
}

pub(super) fn for_each<T: Row>(service: &'static Service<T>) -> u64 {
    run(sum_with_for_each(rows(service)))
}
