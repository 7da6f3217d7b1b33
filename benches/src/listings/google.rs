//! A stream by `google-cloud-gax`, as the list methods of Google's clients return it. Google's code generator uses the
//! items of `internal` in the same way.

use std::hint::black_box;

use google_cloud_gax::paginator::internal::{PageableResponse, new_paginator};
use google_cloud_gax::paginator::{ItemPaginator, Paginator};

use super::run;
use crate::service::{Failed, ListInput, ListOutput, Row, Service};

impl<T: Row> PageableResponse for ListOutput<T> {
    type PageItem = T;

    fn items(self) -> Vec<T> {
        self.rows
    }

    fn next_page_token(&self) -> String {
        self.next_token.clone().unwrap_or_default()
    }
}

pub(super) fn next<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let input = ListInput::first();
        let list = move |token: String| {
            let mut request = input.clone();
            request.next_token = (!token.is_empty()).then_some(token);
            service.list(request)
        };
        let mut sum = 0;
        let mut rows = new_paginator(String::new(), list).items();
        while let Some(row) = rows.next().await {
            sum += black_box(row?).weight();
        }
        Ok::<_, Failed>(sum)
    })
}
