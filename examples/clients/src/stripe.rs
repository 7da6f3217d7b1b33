//! `async-stripe`: the id of the last object, and a flag.
//!
//! # What to watch for
//!
//! - The token is the id of an object, a `CustomerId`. The setter takes an `impl Into<String>`, and each id converts to a
//!   `String`.
//! - The list ends when `has_more` is false. A short page is not the end.
//! - A list with `ending_before` is read backwards. Add `reversed`, and use the id of the first object: `"data[0].id"`.
//! - `ListCustomer::paginate` streams the same list, without a resume token and without `retry()`.

use paginated::paginated;
use stripe::{Client, StripeError};
use stripe_core::Customer;
use stripe_core::customer::ListCustomer;
use stripe_types::List;

/// Requests one page.
#[paginated(
    input_token = "starting_after",
    output_token = "data[-1].id",
    more_results = "has_more",
    limit_key = "limit",
    result_key = "data",
    item = Customer,
    builder,
)]
pub async fn list_customers(client: &Client, request: ListCustomer) -> Result<List<Customer>, StripeError> {
    request.send(client).await
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use stripe::ClientBuilder;

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    async fn client() -> Client {
        let url = serve(|request| {
            assert_eq!(request.path, "/v1/customers");
            assert_eq!(request.param("email"), Some("a@example.org"));
            let after = request.param("starting_after").map(|id| id.trim_start_matches("cus_"));
            let start = after.map_or(0, |id| id.parse::<usize>().unwrap() + 1);
            let (ids, next) = page(start, request.number("limit").unwrap());
            let customer = |id: usize| {
                json!({
                    "object": "customer", "id": format!("cus_{id}"), "created": 0, "livemode": false,
                })
            };
            let data: Value = ids.map(customer).collect();
            let url = "/v1/customers";
            service::json(&json!({ "object": "list", "url": url, "data": data, "has_more": next.is_some() }))
        });
        ClientBuilder::new("sk_test_x").url(url.await).build().unwrap()
    }

    #[tokio::test]
    async fn lists_by_id() {
        let client = client().await;
        let customers = || list_customers_paginator(&client, ListCustomer::new().email("a@example.org")).page_size(2);
        let all: Vec<Customer> = customers().items().try_collect().await.unwrap();
        assert!(all.iter().map(|customer| customer.id.to_string()).eq((0..LEN).map(|id| format!("cus_{id}"))));

        let mut first = customers().max_items(3).items();
        assert_eq!(collect(&mut first).await.unwrap().len(), 3);
        let mut rest = customers().starting_token(first.resume_token().unwrap().to_string()).items();
        assert_eq!(rest.try_next().await.unwrap().unwrap().id.as_str(), "cus_3");
    }
}
