//! What a call gives: any name for a `Result`, any page in it, any error.

use std::rc::Rc;
use std::sync::Arc;

use super::*;

type Alias<T> = std::result::Result<T, Failure>;
type Whole = Alias<Output>;
type Flipped<E, T> = std::result::Result<T, E>;

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn alias(input: Input) -> Alias<Output> {
    page(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn whole_alias(input: Input) -> Whole {
    page(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn flipped_alias(input: Input) -> Flipped<Failure, Output> {
    page(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn path(input: Input) -> core::result::Result<Output, Failure> {
    page(&input)
}

#[tokio::test]
async fn any_alias() {
    holds!(owned(alias_paginator(Input::default())));
    holds!(owned(whole_alias_paginator(Input::default())));
    holds!(owned(flipped_alias_paginator(Input::default())));
    holds!(owned(path_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn io(input: Input) -> std::io::Result<Output> {
    page(&input).map_err(|_| std::io::ErrorKind::Other.into())
}

#[tokio::test]
async fn io_result() {
    holds!(owned(io_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn anyhow(input: Input) -> anyhow::Result<Output> {
    page(&input).map_err(|_| anyhow::anyhow!("no such token"))
}

#[tokio::test]
async fn anyhow_result() {
    holds!(owned(anyhow_paginator(Input::default())));
    let failed = anyhow_paginator(Input { token: Some("x".into()), limit: None }).items().next().await;
    let error = failed.unwrap().unwrap_err().into_operation().unwrap();
    assert_eq!(error.to_string(), "no such token");
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn boxed_error(input: Input) -> Result<Output, Box<dyn std::error::Error + Send + Sync>> {
    page(&input).map_err(|_| "no such token".into())
}

#[tokio::test]
async fn error_in_a_box() {
    holds!(owned(boxed_error_paginator(Input::default())));
}

/// An error that is none of `Error`, `Debug`, `Send` and `'static`.
struct Bare<'a>(#[allow(dead_code, reason = "it is there to be borrowed")] &'a Client, Rc<str>);

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn bare_error(&self, input: Input) -> Result<Output, Bare<'_>> {
        page(&input).map_err(|_| Bare(self, "no such token".into()))
    }
}

#[tokio::test]
async fn error_that_is_nothing_else() {
    holds!(Client.bare_error_paginator(Input::default()));
    let failed = Client.bare_error_paginator(Input { token: Some("x".into()), limit: None }).items().next().await;
    assert!(failed.is_some_and(|item| item.is_err_and(|error| &*error.into_operation().unwrap().1 == "no such token")));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn unfailing(input: Input) -> Result<Output, std::convert::Infallible> {
    Ok(page(&input).unwrap())
}

#[tokio::test]
async fn error_that_never_is() {
    holds!(owned(unfailing_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn boxed(input: Input) -> Result<Box<Output>, Failure> {
    page(&input).map(Box::new)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn arc(input: Input) -> Result<Arc<Output>, Failure> {
    page(&input).map(Arc::new)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn rc(input: Input) -> Result<Rc<Output>, Failure> {
    page(&input).map(Rc::new)
}

#[tokio::test]
async fn box_of_a_page() {
    holds!(owned(boxed_paginator(Input::default())));
}

#[tokio::test]
async fn arc_of_a_page() {
    holds!(owned(arc_paginator(Input::default())));
}

#[tokio::test]
async fn rc_of_a_page() {
    holds!(owned_here(rc_paginator(Input::default())));
}

/// A service that keeps its pages: they are copied before they are cut.
#[tokio::test]
async fn arc_of_a_page_that_is_kept() {
    let kept = Arc::new(Output { items: all(), token: None });
    let given = Arc::clone(&kept);
    #[paginated(input_token = "Token", result_key = "Items")]
    async fn cached(cache: Arc<Output>, input: Input) -> Result<Arc<Output>, Failure> {
        assert_eq!(input.token, None);
        Ok(cache)
    }
    let items = cached_paginator(given, Input::default()).max_items(4).items();
    assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), all()[..4]);
    assert_eq!(kept.items, all());
}

/// As `http::Response` and the like would be, if they had a `DerefMut`.
struct Response<T> {
    status: u16,
    body: T,
}

impl<T> std::ops::Deref for Response<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T> std::ops::DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.body
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", item = u32)]
async fn wrapped(input: Input) -> Result<Response<Output>, Failure> {
    Ok(Response { status: 200, body: page(&input)? })
}

/// A wrapper that gives out its page by a field needs no `Deref` at all.
#[paginated(
    input_token = "Token",
    output_token = body.token,
    limit_key = "Limit",
    result_key = body.items,
    item = u32
)]
async fn by_field(input: Input) -> Result<Response<Output>, Failure> {
    wrapped(input).await
}

#[tokio::test]
async fn wrapper_that_derefs_to_a_page() {
    holds!(owned(wrapped_paginator(Input::default())));
    assert_eq!(wrapped_paginator(Input::default()).pages().next().await.unwrap().unwrap().status, 200);
}

#[tokio::test]
async fn wrapper_with_the_page_in_a_field() {
    holds!(owned(by_field_paginator(Input::default())));
}
