//! Positions, tokens, and page sizes as parameters of the method, and responses that are the list.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::Arc;

use futures::future::BoxFuture;
use paginated::paginated;

use super::service::{items, may_fail};
use super::*;

impl Contents for VecDeque<u32> {
    fn contents(self) -> Vec<u32> {
        self.into()
    }
}

fn numbered(page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
    may_fail()?;
    Ok(items((page - 1) * limit.unwrap_or(4), limit))
}

fn from_offset(offset: Option<i64>, limit: u8) -> Result<VecDeque<u32>, Failure> {
    may_fail()?;
    let offset = offset.expect("the first request has an offset").try_into().unwrap();
    Ok(items(offset, Some(limit).filter(|limit| *limit > 0).map(u32::from)).into())
}

fn after(key: Option<u32>, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
    may_fail()?;
    Ok(items(key.map_or(0, |key| key + 1), limit))
}

/// Returns the page with the filter and the cursor of a search, which the first request begins and the others continue.
fn search(filter: Option<&str>, cursor: Option<&str>, limit: u32) -> Result<Output, Failure> {
    let input = Input { filter: filter.map(str::to_owned), token: cursor.map(str::to_owned), ..Input::default() };
    serve("first_page_only", &Input { limit: Some(limit).filter(|limit| *limit > 0), ..input })
}

#[derive(Clone)]
struct Client;

impl Client {
    #[paginated(page_number = page, start = 1, limit_key = limit, result_key = "@")]
    async fn pages(&self, tenant: &str, page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
        assert_eq!(tenant, "t");
        numbered(page, limit)
    }

    #[paginated(page_number = "page", start = 1, limit_key = "limit", result_key = "@", end_on = "short_page")]
    fn pages_blocking(&mut self, page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
        numbered(page, limit)
    }

    #[paginated(offset = offset, limit_key = limit, result_key = "@")]
    async fn offsets(self: Arc<Self>, limit: u8, offset: Option<i64>) -> Result<VecDeque<u32>, Failure> {
        from_offset(offset, limit)
    }

    #[paginated(offset = "offset", limit_key = "limit", result_key = "@")]
    fn offsets_boxed(&self, offset: Option<i64>, limit: u8) -> BoxFuture<'_, Result<VecDeque<u32>, Failure>> {
        Box::pin(async move { from_offset(offset, limit) })
    }

    #[paginated(input_token = key, output_token = "[-1]", limit_key = limit, result_key = "@")]
    async fn keys(&mut self, key: Option<u32>, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
        after(key, limit)
    }

    #[paginated(
        input_token = cursor, output_token = next, limit_key = limit, result_key = items, first_page_only = filter
    )]
    async fn search(&self, filter: Option<&str>, cursor: Option<&str>, limit: u32) -> Result<Output, Failure> {
        search(filter, cursor, limit)
    }

    #[paginated(
        input_token = |cursor, token: String| *cursor = Some(token),
        output_token = |page| page.next.clone(),
        limit_key = |limit, size| *limit = size as u32,
        result_key = "groups[].members[]"
    )]
    async fn closures(&self, tenant: &str, cursor: Option<String>, limit: u32) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        let limit = Some(limit).filter(|limit| *limit > 0);
        serve("projection", &Input { token: cursor, limit, ..Input::default() })
    }
}

#[paginated(input_token = key, output_token = "[-1]", limit_key = limit, result_key = "@", end_on = "empty_page")]
fn free_keys(key: Option<u32>, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
    after(key, limit)
}

#[paginated(page_number = page, start = 1, limit_key = limit, result_key = "@")]
async fn free_pages(page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
    numbered(page, limit)
}

#[paginated(page_number = page, start = 1, limit_key = limit, result_key = "@")]
fn converted_pages(
    page: impl std::convert::From<u32> + ToString + Clone,
    limit: Option<u32>,
) -> Result<Vec<u32>, Failure> {
    numbered(page.to_string().parse().unwrap(), limit)
}

trait Methods {
    type Number;

    #[paginated(page_number = page, start = 1, limit_key = limit, result_key = "@")]
    async fn trait_pages(&self, page: u32, limit: Option<u32>) -> Result<Vec<Self::Number>, Failure>;

    #[paginated(offset = offset, limit_key = limit, result_key = "@")]
    fn trait_offsets(
        &self,
        offset: Option<i64>,
        limit: u8,
    ) -> impl Future<Output = Result<VecDeque<u32>, Failure>> + Send;

    #[paginated(offset = offset, limit_key = limit, result_key = "@")]
    fn trait_blocking(&self, offset: Option<i64>, limit: u8) -> Result<VecDeque<u32>, Failure>;
}

impl Methods for Client {
    type Number = u32;

    async fn trait_pages(&self, page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
        numbered(page, limit)
    }
    async fn trait_offsets(&self, offset: Option<i64>, limit: u8) -> Result<VecDeque<u32>, Failure> {
        from_offset(offset, limit)
    }
    fn trait_blocking(&self, offset: Option<i64>, limit: u8) -> Result<VecDeque<u32>, Failure> {
        from_offset(offset, limit)
    }
}

#[async_trait::async_trait]
trait BoxedMethods: Sync {
    #[paginated(page_number = page, start = 1, limit_key = limit, result_key = "@")]
    async fn boxed_pages(&self, page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure>;
}

#[async_trait::async_trait]
impl BoxedMethods for Client {
    async fn boxed_pages(&self, page: u32, limit: Option<u32>) -> Result<Vec<u32>, Failure> {
        numbered(page, limit)
    }
}

#[test]
fn page_numbers_can_be_parameters() {
    check!(Client.pages_paginator("t", 0, None));
    check!(Client.pages_paginator("t", 1, None));
    check!(Client.pages_blocking_paginator(0, None));
    check!(free_pages_paginator(0, None));
    check!(converted_pages_paginator(1_u32, None));
    check!(Client.trait_pages_paginator(0, None));
    check!((&Client as &dyn BoxedMethods).boxed_pages_paginator(0, None));
}

#[test]
fn offsets_can_be_parameters() {
    let client = Arc::new(Client);
    check!(client.clone().offsets_paginator(0, None));
    check!(client.clone().offsets_paginator(0, Some(0)));
    check!(Client.offsets_boxed_paginator(None, 0));
    check!(Client.trait_offsets_paginator(None, 0));
    check!(Client.trait_blocking_paginator(None, 0));
}

#[test]
fn keys_of_rows_can_be_parameters() {
    check!(Client.keys_paginator(None, None));
    check!(free_keys_paginator(None, None));
}

#[test]
fn a_parameter_can_be_sent_in_the_first_request_only() {
    check!(Client.search_paginator(Some("f"), None, 0));
}

#[test]
fn a_closure_can_change_a_parameter() {
    check!(Client.closures_paginator("t", None, 0));
}
