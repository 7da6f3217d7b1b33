//! Spring Data, `GET /orders`: pages are numbered from 0, with `last`, or with `page.totalPages` in a `PagedModel`.

use paginated::{Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const ORDERS: usize = 10;
/// `spring.data.web.pageable.default-page-size` is 20 by default.
const DEFAULT_SIZE: usize = 3;
/// `spring.data.web.pageable.max-page-size` is 2000 by default.
const CAP: usize = 5;

#[derive(Clone, Default)]
struct Pageable {
    page: i32,
    size: Option<i32>,
    sort: Option<&'static str>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct OrderPage {
    content: Vec<Order>,
    number: i32,
    size: i32,
    total_elements: i64,
    total_pages: i32,
    last: bool,
}

/// The format with `pageSerializationMode = VIA_DTO`.
#[derive(Clone, Debug, Deserialize, Page)]
struct PagedModel {
    content: Vec<Order>,
    page: PageMetadata,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct PageMetadata {
    number: i32,
    total_pages: i32,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Order {
    id: u64,
}

#[derive(Default)]
struct Shop {
    service: Service,
}

impl Shop {
    /// Lists orders.
    ///
    /// A `size` above `max-page-size` is reduced to it. The response has the `size` and the `number` that were used. This controller
    /// refuses a request without a sort order, because its pages could overlap, and a page after the last one.
    #[paginated(
        page_number = "page",
        start = 0,
        limit_key = "size",
        result_key = "content",
        more_results = "!last",
        echo = "number"
    )]
    async fn orders(&self, pageable: &Pageable) -> Result<OrderPage, ApiError> {
        self.service.receive().await?;
        if pageable.sort != Some("id,asc") {
            return refuse("400: sort is required");
        }
        let size = pageable.size.map_or(DEFAULT_SIZE, |size| usize::try_from(size).unwrap()).min(CAP);
        let range = page_range(usize::try_from(pageable.page).unwrap() * size, size, ORDERS);
        if range.is_empty() {
            return refuse("404: no such page");
        }
        let content: Vec<_> = range.clone().map(|id| json!({"id": id, "status": "PAID"})).collect();
        respond(json!({
            "content": content,
            "pageable": {"pageNumber": pageable.page, "pageSize": size, "offset": range.start, "paged": true},
            "totalPages": ORDERS.div_ceil(size),
            "totalElements": ORDERS,
            "last": range.end == ORDERS,
            "first": range.start == 0,
            "size": size,
            "number": pageable.page,
            "numberOfElements": range.len(),
            "empty": false,
        }))
    }

    /// Lists orders. The response has no `last`.
    #[paginated(
        page_number = "page",
        start = 0,
        limit_key = "size",
        result_key = "content",
        total_pages = "page.totalPages",
        echo = "page.number"
    )]
    async fn orders_as_model(&self, pageable: &Pageable) -> Result<PagedModel, ApiError> {
        let page = self.orders(pageable).await?;
        Ok(PagedModel {
            content: page.content,
            page: PageMetadata { number: page.number, total_pages: page.total_pages },
        })
    }
}

fn pageable() -> Pageable {
    Pageable { sort: Some("id,asc"), ..Pageable::default() }
}

fn orders() -> Vec<Order> {
    (0..ORDERS as u64).map(|id| Order { id }).collect()
}

#[tokio::test]
async fn orders_are_listed_to_the_page_that_is_marked_as_the_last() {
    let shop = Shop::default();
    assert_lists!(shop.service, shop.orders_paginator(pageable()), orders(), requests: 4);
    assert_lists!(shop.service, shop.orders_paginator(pageable()).page_size(4), orders(), requests: 3);
}

#[tokio::test]
async fn orders_of_a_paged_model_are_listed_to_the_last_page() {
    let shop = Shop::default();
    assert_lists!(shop.service, shop.orders_as_model_paginator(pageable()), orders(), requests: 4);
    assert_lists!(shop.service, shop.orders_as_model_paginator(pageable()).page_size(5), orders(), requests: 2);
}

/// The last page is full here.
#[tokio::test]
async fn a_page_size_above_the_cap_does_not_skip_orders() {
    let shop = Shop::default();
    assert_lists!(shop.service, shop.orders_paginator(pageable()).page_size(100), orders(), requests: 2);
    let page = shop.orders_paginator(pageable()).page_size(100).pages().next().await.unwrap().unwrap();
    assert_eq!((page.number, page.size, page.total_elements), (0, 5, 10));
}
