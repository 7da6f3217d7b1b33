//! Methods that are not async: `items()` and `pages()` are iterators, and nothing needs a runtime.

use super::*;

trait Service {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_mut_alone(&mut self, input: Input) -> Result<Output, Failure> {
        self.list(input)
    }
}

impl Service for Client {
    fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
    fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page(input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn value(self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn free(input: &Input) -> std::io::Result<Output> {
    page(input).map_err(|_| std::io::ErrorKind::Other.into())
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn plain(token: Option<String>, limit: u32) -> Result<Output, Failure> {
    answer(token.as_deref(), Some(limit).filter(|limit| *limit > 0))
}

#[test]
fn trait_methods() {
    holds_blocking!(sent(Client.list_paginator(Input::default())));
}

#[test]
fn mutable_reference() {
    holds_blocking!(sent(Client.list_mut_paginator("t", Input::default())));
    holds_blocking!(sent(Client.list_mut_alone_paginator(Input::default())));
}

#[test]
fn value_of_a_clone_client() {
    holds_blocking!(owned(Client.value_paginator(Input::default())));
}

#[test]
fn free_functions() {
    holds_blocking!(owned(free_paginator(Input::default())));
    holds_blocking!(owned(plain_paginator(None, 0)));
}

/// The method of the trait is there for `Sized` clients alone; what is called is the trait's own.
#[test]
fn the_trait_stays_dyn_compatible() {
    let client: &dyn Service = &Client;
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_dyn(client: &dyn Service, input: Input) -> Result<Output, Failure> {
        client.list(input)
    }
    holds_blocking!(list_dyn_paginator(client, Input::default()));
}
