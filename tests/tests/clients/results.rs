//! Return values: aliases of `Result`, errors, and wrappers of pages.

use std::convert::Infallible;
use std::rc::Rc;

use paginated::{Error, FullResultError};

use super::*;

type Alias<T> = std::result::Result<T, Failure>;
type AliasWithPage = Alias<Output>;
type FlippedAlias<E, T> = std::result::Result<T, E>;

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn alias(input: Input) -> Alias<Output> {
    page_for(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn alias_with_page(input: Input) -> AliasWithPage {
    page_for(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn flipped_alias(input: Input) -> FlippedAlias<Failure, Output> {
    page_for(&input)
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn path(input: Input) -> core::result::Result<Output, Failure> {
    page_for(&input)
}

#[tokio::test]
async fn the_result_can_be_any_alias() {
    assert_lists_all!(require_send_and_static(alias_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(alias_with_page_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(flipped_alias_paginator(Input::default())));
    assert_lists_all!(require_send_and_static(path_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn io(input: Input) -> std::io::Result<Output> {
    page_for(&input).map_err(|_| std::io::ErrorKind::Other.into())
}

#[tokio::test]
async fn the_result_can_be_an_io_result() {
    assert_lists_all!(require_send_and_static(io_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn anyhow(input: Input) -> anyhow::Result<Output> {
    page_for(&input).map_err(|_| anyhow::anyhow!("no such token"))
}

#[tokio::test]
async fn the_result_can_be_an_anyhow_result() {
    assert_lists_all!(require_send_and_static(anyhow_paginator(Input::default())));
    let failed = anyhow_paginator(Input { token: Some("x".into()), limit: None }).items().next().await;
    let error = failed.unwrap().unwrap_err().into_operation().unwrap();
    assert_eq!(error.to_string(), "no such token");
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn boxed_error(input: Input) -> Result<Output, Box<dyn std::error::Error + Send + Sync>> {
    page_for(&input).map_err(|_| "no such token".into())
}

#[tokio::test]
async fn the_error_can_be_boxed() {
    assert_lists_all!(require_send_and_static(boxed_error_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn string_error(input: Input) -> Result<Output, String> {
    page_for(&input).map_err(|_| "no such token".to_owned())
}

/// Lists the items of a function whose error is `$error`, and returns that error.
macro_rules! flattened {
    ($function:ident -> $error:ty) => {{
        async fn list(token: Option<&str>, max_pages: u64) -> Result<Vec<u32>, $error> {
            let input = Input { token: token.map(str::to_owned), limit: None };
            let mut items = $function(input.clone()).max_pages(max_pages).items();
            let mut list = Vec::new();
            while let Some(item) = items.try_next().await.map_err(Error::flatten)? {
                list.push(item);
            }
            let full = $function(input).max_pages(max_pages).full_result().await.map_err(FullResultError::flatten)?;
            assert_eq!(full.output.items, list);
            Ok(list)
        }
        assert_eq!(list(None, 4).await.unwrap(), all_items());
        assert_eq!(list(Some("x"), 4).await.unwrap_err().to_string(), "no such token");
        list(None, 3).await.unwrap_err()
    }};
}

#[tokio::test]
async fn a_flattened_error_is_converted_by_a_question_mark() {
    let error = flattened!(anyhow_paginator -> anyhow::Error);
    assert!(matches!(error.downcast_ref(), Some(Error::<Infallible>::TooManyPages(context)) if context.pages == 3));
    let error = flattened!(boxed_error_paginator -> Box<dyn std::error::Error + Send + Sync>);
    assert!(matches!(error.downcast_ref(), Some(Error::<Infallible>::TooManyPages(context)) if context.pages == 3));
    let error = flattened!(string_error_paginator -> String);
    let expected = "`string_error` stopped after 3 pages at `Token`: there are more pages than `max_pages` allows";
    assert_eq!(error, expected);
}

/// An error that borrows and does not implement `Error`, `Debug`, or `Send`.
struct BorrowingError<'a>(#[allow(dead_code, reason = "the error only borrows it")] &'a Client, Rc<str>);

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn borrowing_error(&self, input: Input) -> Result<Output, BorrowingError<'_>> {
        page_for(&input).map_err(|_| BorrowingError(self, "no such token".into()))
    }
}

#[tokio::test]
async fn the_error_needs_no_traits() {
    assert_lists_all!(Client.borrowing_error_paginator(Input::default()));
    let failed = Client.borrowing_error_paginator(Input { token: Some("x".into()), limit: None }).items().next().await;
    assert!(failed.is_some_and(|item| item.is_err_and(|error| &*error.into_operation().unwrap().1 == "no such token")));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn infallible(input: Input) -> Result<Output, std::convert::Infallible> {
    Ok(page_for(&input).unwrap())
}

#[tokio::test]
async fn the_error_can_be_infallible() {
    assert_lists_all!(require_send_and_static(infallible_paginator(Input::default())));
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn boxed(input: Input) -> Result<Box<Output>, Failure> {
    page_for(&input).map(Box::new)
}

#[tokio::test]
async fn the_page_can_be_in_a_box() {
    assert_lists_all!(require_send_and_static(boxed_paginator(Input::default())));
}

/// A wrapper like `http::Response`, with `DerefMut`.
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
    Ok(Response { status: 200, body: page_for(&input)? })
}

/// Needs no `Deref`, because the keys name the field with the page.
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

/// The name of tonic's error, by which the macro recognizes tonic's `Response`, whose fields are private.
type Status = Failure;

/// Keys cannot name the private fields, and closures call the methods.
#[paginated(
    input_token = "Token",
    output_token = |page| page.token.clone(),
    limit_key = "Limit",
    result_key = |page| Some(&mut page.items),
    item = u32
)]
async fn by_closures(input: Input) -> Result<Response<Output>, Status> {
    wrapped(input).await
}

#[tokio::test]
async fn closures_can_read_a_page_with_private_fields() {
    assert_lists_all!(require_send_and_static(by_closures_paginator(Input::default())));
}

#[tokio::test]
async fn the_page_can_be_in_a_wrapper_with_deref_mut() {
    assert_lists_all!(require_send_and_static(wrapped_paginator(Input::default())));
    assert_eq!(wrapped_paginator(Input::default()).pages().next().await.unwrap().unwrap().status, 200);
}

#[tokio::test]
async fn the_page_can_be_in_a_field_of_a_wrapper() {
    assert_lists_all!(require_send_and_static(by_field_paginator(Input::default())));
}
