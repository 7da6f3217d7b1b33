//! Blocking methods, whose `items()` and `pages()` are iterators.

use super::*;

trait Service {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list(&self, input: Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure>;

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_mut_without_other_parameters(&mut self, input: Input) -> Result<Output, Failure> {
        self.list(input)
    }
}

impl Service for Client {
    fn list(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
    fn list_mut(&mut self, tenant: &str, input: &Input) -> Result<Output, Failure> {
        assert_eq!(tenant, "t");
        page_for(input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn blocking_by_value(self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn function(input: &Input) -> std::io::Result<Output> {
    page_for(input).map_err(|_| std::io::ErrorKind::Other.into())
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
fn function_with_plain_parameters(token: Option<String>, limit: u32) -> Result<Output, Failure> {
    page_at(token.as_deref(), Some(limit).filter(|limit| *limit > 0))
}

#[test]
fn a_blocking_trait_method_has_a_paginator() {
    assert_lists_all_blocking!(require_send(Client.list_paginator(Input::default())));
}

#[test]
fn a_blocking_method_can_take_a_mutable_reference() {
    assert_lists_all_blocking!(require_send(Client.list_mut_paginator("t", Input::default())));
    assert_lists_all_blocking!(require_send(Client.list_mut_without_other_parameters_paginator(Input::default())));
}

trait ByValue {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_by_value(self, input: Input) -> Result<Output, Failure>;
}

impl ByValue for Client {
    fn list_by_value(self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[test]
fn a_blocking_trait_method_can_take_a_client_by_value() {
    assert_lists_all_blocking!(Client.list_by_value_paginator(Input::default()));
}

#[test]
fn a_blocking_method_can_take_a_client_by_value() {
    assert_lists_all_blocking!(require_send_and_static(Client.blocking_by_value_paginator(Input::default())));
}

#[test]
fn a_blocking_function_has_a_paginator() {
    assert_lists_all_blocking!(require_send_and_static(function_paginator(Input::default())));
    assert_lists_all_blocking!(require_send_and_static(function_with_plain_parameters_paginator(None, 0)));
}

/// The paginator requires a `Sized` client, so a function calls the method of the `dyn` client.
#[test]
fn a_trait_with_blocking_methods_is_dyn_compatible() {
    let client: &dyn Service = &Client;
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_dyn(client: &dyn Service, input: Input) -> Result<Output, Failure> {
        client.list(input)
    }
    assert_lists_all_blocking!(list_dyn_paginator(client, Input::default()));
}
