//! Tests in edition 2021, in a crate that has another crate called `core`.
//!
//! The paginators capture the same lifetimes and types as in edition 2024.
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

/// Returns one of three pages with one item each.
fn new_page(input: &Input) -> Result<Output, Failure> {
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
        new_page(&input)
    }
    fn opaque<'a>(
        &'a self,
        tenant: &'a str,
        input: &'a Input,
    ) -> impl Future<Output = Result<Output, Failure>> + Send + 'a {
        assert_eq!(tenant, "t");
        async move { new_page(input) }
    }
    fn boxed(&self, tenant: &str, input: Input) -> BoxFuture<'_, Result<Output, Failure>> {
        assert_eq!(tenant, "t");
        Box::pin(async move { new_page(&input) })
    }
    fn pinned(&self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Failure>> + Send + '_>> {
        Box::pin(async move { new_page(&input) })
    }
    fn blocking(&self, tenant: &str, input: Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        new_page(&input)
    }
    async fn shared(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
        new_page(&input)
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
        new_page(input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn plain(stack: &str, token: Option<&str>, limit: impl Into<Option<u32>>) -> Result<Output, Failure> {
    assert_eq!(stack, "s");
    new_page(&Input { token: token.map(Into::into), limit: limit.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `$paginator` in all ways. The macro evaluates the expression once for each.
    macro_rules! assert_lists_all {
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
    fn an_async_fn_in_a_trait_has_a_paginator() {
        assert_lists_all!(Client.list_paginator(Input::default()));
    }

    #[test]
    fn a_method_that_returns_impl_future_has_a_paginator() {
        let tenant = String::from("t");
        assert_lists_all!(Client.opaque_paginator(&tenant, Input::default()));
    }

    #[test]
    fn a_method_that_returns_a_boxed_future_has_a_paginator() {
        let tenant = String::from("t");
        assert_lists_all!(Client.boxed_paginator(&tenant, Input::default()));
        assert_lists_all!(Client.pinned_paginator(Input::default()));
    }

    #[test]
    fn a_blocking_method_has_a_paginator() {
        let items = Client.blocking_paginator("t", Input::default()).items();
        assert_eq!(items.collect::<Result<Vec<_>, _>>().unwrap(), [0, 1, 2]);
    }

    #[test]
    fn a_method_on_an_arc_has_a_paginator() {
        assert_lists_all!(Arc::new(Client).shared_paginator(Input::default()));
    }

    #[test]
    fn a_method_with_generics_and_other_parameters_has_a_paginator() {
        let tenant = String::from("t");
        assert_lists_all!(Client.inherent_paginator(&tenant, "n", "k", Input::default()));
    }

    #[test]
    fn a_function_with_plain_parameters_has_a_paginator() {
        assert_lists_all!(plain_paginator("s", None, None));
    }

    #[test]
    fn a_module_and_a_field_can_be_called_gen() {
        assert_lists_all!(gen::list_paginator(gen::Input::default()));
    }
}
