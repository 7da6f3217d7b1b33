//! Parameters in addition to the request.

use std::borrow::Cow;

use super::*;

#[derive(Clone)]
struct Context<'a>(&'a str);

/// A part of a URL, in which no key is.
#[derive(Clone)]
struct Scope(u8);

type ScopeRequest = Scope;
type ListParams = Input;
type Filter = Input;
type ClientPool = Client;
type Sdk = Client;

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_other_parameters<T: AsRef<str>>(
        &self,
        tenant: &str,
        name: impl Into<String>,
        kind: T,
        tags: &[Cow<'_, str>],
        input: Input,
    ) -> Result<Output, Failure> {
        assert_eq!((tenant, &*name.into(), kind.as_ref(), tags.len()), ("t", "n", "k", 1));
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_generic_parameters<T: PartialEq<u8>, const N: usize>(
        &self,
        name: Option<impl Into<String>>,
        tags: Vec<Box<impl AsRef<str>>>,
        pairs: [(T, Option<T>); N],
        input: Input,
    ) -> Result<Output, Failure> {
        assert_eq!((name.unwrap().into(), tags[0].as_ref().as_ref(), pairs.len()), ("n".to_owned(), "x", 1));
        assert!(pairs[0].0 == 1);
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", boxed)]
    async fn boxed_with_generic_parameters<T: Send>(
        &self,
        name: Option<impl Into<String> + Send>,
        tags: Vec<T>,
        input: Input,
    ) -> Result<Output, Failure> {
        assert_eq!((name.unwrap().into(), tags.len()), ("n".to_owned(), 1));
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_a_context(&self, context: &Context<'_>, input: &Input, region: &str) -> Result<Output, Failure> {
        assert_eq!((context.0, region), ("c", "r"));
        page_for(input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_a_scope(&self, scope: Scope, list: Option<&ListParams>) -> Result<Output, Failure> {
        assert_eq!(scope.0, 1);
        page_for(list.unwrap_or(&Input::default()))
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_a_query(&self, query: Input, scope: ScopeRequest) -> Result<Output, Failure> {
        assert_eq!(scope.0, 1);
        page_for(&query)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_recorded_calls(&self, calls: &mut Vec<Option<String>>, input: Input) -> Result<Output, Failure> {
        calls.push(input.token.clone());
        page_for(&input)
    }
}

#[tokio::test]
async fn a_method_can_take_parameters_in_addition_to_a_request() {
    let tags = ["x".into()];
    assert_lists_all!(require_send(Client.with_other_parameters_paginator("t", "n", "k", &tags, Input::default())));
}

trait ByName {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn by_names(&self, name: &str, tags: &[Cow<'_, str>], input: &Input) -> Result<Output, Failure> {
        assert_eq!((name, tags.len()), ("n", 1));
        page_for(input)
    }
}

#[async_trait::async_trait]
trait Global {
    #[paginated(
        input_token = "Token", limit_key = "Limit", result_key = "Items", name = Self::for_a_name_paginator
    )]
    async fn for_a_name(name: &str, input: Input) -> Result<Output, Failure>
    where
        Self: Sized,
    {
        assert_eq!(name, "n");
        page_for(&input)
    }
}

impl ByName for Client {}
impl Global for Client {}

/// The return type of the generated method had a bound for each lifetime, and rustc confused them.
#[tokio::test]
async fn a_method_with_a_body_in_a_trait_can_borrow_several_parameters() {
    let (name, tags) = (String::from("n"), ["x".into()]);
    assert_lists_all!(Client.by_names_paginator(&name, &tags, Input::default()));
    assert_lists_all!(Client::for_a_name_paginator(&name, Input::default()));
}

/// Only the parameters whose whole type is a type parameter or an `impl Trait` were required to be `Clone`.
#[tokio::test]
async fn a_parameter_can_contain_a_type_parameter() {
    let client = Client;
    let pairs = [(1, None)];
    assert_lists_all!(client.with_generic_parameters_paginator(
        Some("n"),
        vec![Box::new("x")],
        pairs,
        Input::default()
    ));
    assert_lists_all!(client.boxed_with_generic_parameters_paginator(Some("n"), vec![1], Input::default()));
}

#[tokio::test]
async fn a_method_can_take_parameters_in_addition_to_a_borrowed_request() {
    let name = String::from("c");
    assert_lists_all!(require_send(Client.with_a_context_paginator(&Context(&name), Input::default(), "r")));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn by_a_client(client: &Client, filter: Input) -> Result<Output, Failure> {
    client.with_a_scope(Scope(1), Some(&filter)).await
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn by_a_borrowed_client(client: &Client, filter: &Filter) -> Result<Output, Failure> {
    client.with_a_scope(Scope(1), Some(filter)).await
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn by_the_type_of_a_client(db: ClientPool, filter: &Filter) -> Result<Output, Failure> {
    db.with_a_scope(Scope(1), Some(filter)).await
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn by_the_name_of_a_client(filter: &Filter, http: &Sdk) -> Result<Output, Failure> {
    http.with_a_scope(Scope(1), Some(filter)).await
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn by_an_owned_client(api: Client, scope: Scope, lp: &Input) -> Result<Output, Failure> {
    api.with_a_scope(scope, Some(lp)).await
}

#[paginated(
    input_token = |request, token| request.token = Some(token), output_token = "Token", limit_key = "Limit", result_key = "Items"
)]
async fn by_a_closure(scope: Scope, variables: Input) -> Result<Output, Failure> {
    Client.with_a_query(variables, scope).await
}

#[tokio::test]
async fn the_request_is_found_by_the_name_of_its_type() {
    assert_lists_all!(Client.with_a_scope_paginator(Scope(1), Some(&Input::default())));
}

#[tokio::test]
async fn the_name_of_a_parameter_has_priority_over_the_name_of_its_type() {
    assert_lists_all!(Client.with_a_query_paginator(Input::default(), Scope(1)));
}

#[tokio::test]
async fn a_client_among_the_parameters_is_not_the_request() {
    assert_lists_all!(by_a_client_paginator(&Client, Input::default()));
    assert_lists_all!(by_a_borrowed_client_paginator(&Client, Input::default()));
    assert_lists_all!(by_the_type_of_a_client_paginator(Client, Input::default()));
    assert_lists_all!(by_the_name_of_a_client_paginator(Input::default(), &Client));
    assert_lists_all!(by_an_owned_client_paginator(Client, Scope(1), Input::default()));
}

#[tokio::test]
async fn the_request_that_a_closure_changes_is_found_among_several_parameters() {
    assert_lists_all!(by_a_closure_paginator(Scope(1), Input::default()));
}

#[tokio::test]
async fn a_parameter_can_be_a_mutable_reference() {
    let mut calls = Vec::new();
    assert_lists_all!(require_send(Client.with_recorded_calls_paginator(&mut calls, Input::default())));
    assert_eq!(calls[..2], [None, Some("3".to_owned())]);
}
