//! `progenitor`: a client that is generated from an `OpenAPI` document.
//!
//! # What to watch for
//!
//! - The methods have plain parameters, so the keys name the parameters. Page sizes are `NonZero` integers, and a page
//!   size of 0 is an error before the first request.
//! - A method returns a `ResponseValue`, which has the headers. `ResponseValue::into_inner` takes the body out of it.
//! - With `interface = Builder`, a method returns a builder. It is the request, and the attribute has the option `builder`.
//! - An operation with `x-dropshot-pagination` also has a `_stream` method, which cannot be resumed.

use std::num::NonZeroU32;

use paginated::paginated;
use progenitor_client::ResponseValue;

use self::pets::Client;
use self::pets::types::{Pet, PetPage};

/// The generated client.
pub mod pets {
    progenitor::generate_api!("src/progenitor/pets.json");
}

/// Requests one page.
#[paginated(
    input_token = "page_token",
    output_token = "next_page",
    limit_key = "limit",
    result_key = "items",
    item = Pet,
)]
pub async fn list_pets(
    client: &Client,
    limit: Option<NonZeroU32>,
    page_token: Option<&str>,
) -> Result<PetPage, progenitor_client::Error> {
    client.list_pets(limit, page_token).await.map(ResponseValue::into_inner)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, page, serve};

    #[tokio::test]
    async fn lists_by_page_token() {
        let url = serve(|request| {
            assert_eq!(request.path, "/pets");
            let start = request.number("page_token").unwrap_or(0);
            let (ids, next) = page(start, request.number("limit").unwrap());
            let items: Value = ids.map(|id| json!({ "name": format!("pet {id}") })).collect();
            service::json(&json!({ "items": items, "next_page": next.map(|next| next.to_string()) }))
        });
        let client = Client::new(&url.await);
        let pets = list_pets_paginator(&client, None, None).page_size(2).items().try_collect::<Vec<_>>().await;
        let names = pets.unwrap().into_iter().map(|pet| pet.name);
        assert!(names.eq((0..LEN).map(|id| format!("pet {id}"))));

        let mut pets = list_pets_paginator(&client, None, None).page_size(0).items();
        assert!(matches!(pets.try_next().await, Err(paginated::Error::PageSize(_))));
    }
}
