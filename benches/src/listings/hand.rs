//! The hand-written loop.

use std::hint::black_box;

use super::run;
use crate::service::{Failed, ListInput, Row, Service};

pub(super) fn by_value<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let input = ListInput::first();
        let mut token = None;
        let mut sum = 0;
        loop {
            let mut request = input.clone();
            request.next_token = token;
            let page = service.list(request).await?;
            for row in page.rows {
                sum += black_box(row).weight();
            }
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                return Ok::<_, Failed>(sum);
            }
        }
    })
}

pub(super) fn by_reference<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let mut input = ListInput::first();
        let mut sum = 0;
        loop {
            let page = service.list_by_ref(&input).await?;
            for row in page.rows {
                sum += black_box(row).weight();
            }
            input.next_token = page.next_token.filter(|token| !token.is_empty());
            if input.next_token.is_none() {
                return Ok::<_, Failed>(sum);
            }
        }
    })
}

pub(super) fn blocking<T: Row>(service: &'static Service<T>) -> u64 {
    let list = || {
        let mut input = ListInput::first();
        let mut sum = 0;
        loop {
            let page = service.list_blocking(&input)?;
            for row in page.rows {
                sum += black_box(row).weight();
            }
            input.next_token = page.next_token.filter(|token| !token.is_empty());
            if input.next_token.is_none() {
                return Ok::<_, Failed>(sum);
            }
        }
    };
    list().expect("the service never fails")
}

pub(super) fn collect<T: Row>(service: &'static Service<T>) -> u64 {
    run(async {
        let input = ListInput::first();
        let mut token = None;
        let mut rows = Vec::new();
        loop {
            let mut request = input.clone();
            request.next_token = token;
            let page = service.list(request).await?;
            rows.extend(page.rows);
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                return Ok::<_, Failed>(black_box(rows).iter().map(T::weight).sum());
            }
        }
    })
}
