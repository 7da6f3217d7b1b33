//! The request, the page, and the paginator in the tests of counted styles.

use core::future::ready;

use super::*;
use crate::call::StoredRequest;
use crate::description::{Description, OptionalKeys, PageSizeKey, TotalReader, ValueReader};
use crate::driver::Driver;
use crate::error::Error;
use crate::keys::{ItemListKey, PageKeys};
use crate::operation::{HasItems, HasPageSize, Operation};
use crate::paginator::Paginator;
use crate::stream::Blocking;

/// The request. The page number or offset is at most 255.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Request {
    pub(super) number: Option<u8>,
    pub(super) page_size: Option<u64>,
}

#[derive(Default)]
pub(super) struct Page {
    pub(super) items: Vec<u64>,
    pub(super) total: Option<u64>,
    /// The number of the page, which the service repeats.
    pub(super) number: Option<u64>,
    pub(super) more: Option<bool>,
}

pub(super) fn read_number(request: &mut Request) -> Option<u64> {
    request.number.map(u64::from)
}

pub(super) fn write_number(request: &mut Request, number: u64) -> Option<()> {
    request.number = Some(number.try_into().ok()?);
    Some(())
}

/// Returns a paginator of `list`.
pub(super) fn paginator<C: Continuation<Request = Request, Page = Page>>(
    request: Request,
    continuation: C,
    total: fn(u64) -> Total,
    mut list: impl FnMut(&Request) -> Result<Page, &'static str>,
) -> Paginator<impl Operation<Item = u64, Error = &'static str> + HasItems + HasPageSize, Blocking> {
    let call = move |request| ready(list(&request));
    let keys =
        PageKeys { items: ItemListKey::new("items", |page: &mut Page| Some(&mut page.items), |_| None), others: None };
    let write = |request: &mut Request, page_size| {
        request.page_size = Some(page_size);
        Some(())
    };
    let optional = OptionalKeys {
        page_size: Some(PageSizeKey { name: "per_page", write, read: |request: &mut Request| request.page_size }),
        total: Some(TotalReader { read: |page: &mut Page| page.total, new_total: total }),
        echo: Some(ValueReader { name: "number", read: |page| page.number }),
        more_results: Some(ValueReader { name: "more", read: |page| page.more.into() }),
        ..OptionalKeys::default()
    };
    let driver: Driver<_, _, _, _, true> =
        Driver::new(Description { name: "list", continuation, keys, optional }, StoredRequest::by_value(request), call);
    Paginator::new(driver)
}

/// Collects the items of a list.
pub(super) fn collect(items: impl Iterator<Item = Result<u64, Error<&'static str>>>) -> Vec<u64> {
    items.map(Result::unwrap).collect()
}
