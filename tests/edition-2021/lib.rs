//! A crate of edition 2021 whose dependency `core` is not the standard library's.
//!
//! Where nothing says so, all of the paginators here capture what those of edition 2024 do.
#![cfg_attr(not(test), allow(dead_code, unused_imports))]

extern crate alloc as core;

mod gen;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use futures::executor::block_on;
use futures::future::BoxFuture;
use paginated::{paginated, Page};

#[derive(Clone, Default)]
pub struct Input {
    pub token: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Page)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

#[derive(Debug)]
pub struct Failure;

/// Three items, one to a page.
fn page(input: &Input) -> Result<Output, Failure> {
    let token: u32 = input.token.as_deref().unwrap_or("0").parse().map_err(|_| Failure)?;
    let items = (token..token + input.limit.unwrap_or(1)).take_while(|item| *item < 3).collect();
    Ok(Output { items, token: (token < 2).then(|| (token + 1).to_string()) })
}

trait Service {
    type Error;
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Self::Error>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn opaque<'a>(
        &'a self,
        tenant: &'a str,
        input: &'a Input,
    ) -> impl Future<Output = Result<Output, Failure>> + Send + 'a;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn boxed(&self, tenant: &str, input: Input) -> BoxFuture<'_, Result<Output, Failure>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn blocking(&self, tenant: &str, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn shared(self: Arc<Self>, input: Input) -> Result<Output, Failure>;
}

struct Client;

impl Service for Client {
    type Error = Failure;
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
    fn opaque<'a>(
        &'a self,
        tenant: &'a str,
        input: &'a Input,
    ) -> impl Future<Output = Result<Output, Failure>> + Send + 'a {
        assert_eq!(tenant, "t");
        async move { page(input) }
    }
    fn boxed(&self, tenant: &str, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        assert_eq!(tenant, "t");
        Box::pin(async move { page(&input) })
    }
    fn pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>> {
        Box::pin(async move { page(&input) })
    }
    fn blocking(&self, tenant: &str, input: Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page(&input)
    }
    async fn shared(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn inherent<T: AsRef<str>>(
        &mut self,
        tenant: &str,
        name: impl Into<String>,
        kind: T,
        input: &Input,
    ) -> Result<Output, Failure> {
        assert_eq!((tenant, &*name.into(), kind.as_ref()), ("t", "n", "k"));
        page(input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn plain(stack: &str, token: Option<&str>, limit: impl Into<Option<u32>>) -> Result<Output, Failure> {
    assert_eq!(stack, "s");
    page(&Input { token: token.map(Into::into), limit: limit.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A macro, so that each paginator is made anew.
    macro_rules! pages {
        ($paginator:expr) => {
            block_on(async {
                assert_eq!($paginator.items().try_collect::<Vec<_>>().await.unwrap(), [0, 1, 2]);
                assert_eq!($paginator.pages().try_collect::<Vec<_>>().await.unwrap().len(), 3);
                assert_eq!($paginator.page_size(1).full_result().await.unwrap().output.items, [0, 1, 2]);
                let token = match $paginator.max_items(1).items() {
                    mut items => {
                        assert_eq!(items.next().await.unwrap().unwrap(), 0);
                        items.resume_token().unwrap()
                    }
                };
                assert_eq!($paginator.starting_token(token).items().try_collect::<Vec<_>>().await.unwrap(), [1, 2]);
            })
        };
    }

    #[test]
    fn async_fn_in_a_trait() {
        pages!(Client.list_paginator(Input::default()));
    }

    #[test]
    fn impl_future() {
        let tenant = String::from("t");
        pages!(Client.opaque_paginator(&tenant, Input::default()));
    }

    #[test]
    fn boxed_future() {
        let tenant = String::from("t");
        pages!(Client.boxed_paginator(&tenant, Input::default()));
        pages!(Client.pinned_paginator(Input::default()));
    }

    #[test]
    fn blocking() {
        let items = Client.blocking_paginator("t", Input::default()).items();
        assert_eq!(items.collect::<Result<Vec<_>, _>>().unwrap(), [0, 1, 2]);
    }

    #[test]
    fn arc_of_the_client() {
        pages!(Arc::new(Client).shared_paginator(Input::default()));
    }

    #[test]
    fn generics_and_further_parameters() {
        let tenant = String::from("t");
        pages!(Client.inherent_paginator(&tenant, "n", "k", Input::default()));
    }

    #[test]
    fn plain_parameters() {
        pages!(plain_paginator("s", None, None));
    }

    #[test]
    fn a_module_and_a_field_called_by_a_keyword_of_2024() {
        pages!(gen::list_paginator(gen::Input::default()));
    }
}
