//! What the keys can name in a page.

use super::*;

#[derive(Page)]
struct Listing<T> {
    items: Option<Vec<T>>,
    paging: Option<Box<Paging>>,
}

#[derive(Page)]
struct Paging {
    token: Option<String>,
    more: Option<bool>,
}

#[derive(Page)]
struct Nested<T> {
    result: Box<Option<Listing<T>>>,
}

fn nested<T: From<u32>>(input: &Input) -> Result<Nested<T>, Failure> {
    let Output { items, token } = page(input)?;
    let paging = Box::new(Paging { more: Some(token.is_some()), token });
    let listing = Listing { items: Some(items.into_iter().map(T::from).collect()), paging: Some(paging) };
    Ok(Nested { result: Box::new(Some(listing)) })
}

#[paginated(
    input_token = "Token",
    output_token = "Result.Paging.Token",
    more_results = "Result.Paging.More",
    limit_key = "Limit",
    result_key = "Result.Items"
)]
async fn list_nested(input: Input) -> Result<Nested<u32>, Failure> {
    nested(&input)
}

#[tokio::test]
async fn keys_through_option_and_box_and_structs() {
    holds!(owned(list_nested_paginator(Input::default())), |output| {
        (*output.result).as_ref().unwrap().items.as_deref().unwrap()
    });
}

#[paginated(
    input_token = "Token",
    output_token = "Result.Paging.Token",
    limit_key = "Limit",
    result_key = "Result.Items"
)]
async fn list_generic<T: From<u32> + Clone>(input: Input, _: Vec<T>) -> Result<Nested<T>, Failure> {
    nested(&input)
}

#[tokio::test]
async fn keys_through_generics() {
    holds!(list_generic_paginator::<u32>(Input::default(), Vec::new()), |output| {
        (*output.result).as_ref().unwrap().items.as_deref().unwrap()
    });
}

/// Types of somebody else's, which do not derive `Page`.
mod foreign {
    pub struct Output {
        pub items: Option<Vec<u32>>,
        pub token: Option<String>,
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", item = u32)]
async fn list_foreign(input: Input) -> Result<foreign::Output, Failure> {
    page(&input).map(|Output { items, token }| foreign::Output { items: Some(items), token })
}

#[tokio::test]
async fn foreign_type_by_item() {
    holds!(owned(list_foreign_paginator(Input::default())), |output| output.items.as_deref().unwrap());
}

#[derive(Clone, Default)]
struct TupleInput(Option<String>, Option<u32>);

#[derive(Page)]
struct TupleOutput(Vec<u32>, Option<String>);

#[paginated(input_token = 0, output_token = 1, limit_key = 1, result_key = 0)]
async fn list_tuple(input: TupleInput) -> Result<TupleOutput, Failure> {
    let Output { items, token } = answer(input.0.as_deref(), input.1)?;
    Ok(TupleOutput(items, token))
}

#[tokio::test]
async fn tuple_structs() {
    holds!(owned(list_tuple_paginator(TupleInput::default())), |output| output.0);
}

#[derive(Clone, Default)]
struct NewInput(Input);

#[derive(Page)]
struct NewOutput(Output);

#[paginated(input_token = 0.token, limit_key = 0.limit, result_key = 0.items)]
async fn list_newtype(input: NewInput) -> Result<NewOutput, Failure> {
    page(&input.0).map(NewOutput)
}

#[derive(Page)]
struct TwiceNew(NewTuple);

#[derive(Page)]
struct NewTuple(Vec<u32>, Option<String>);

#[paginated(input_token = 0.token, output_token = 0.1, limit_key = 0.limit, result_key = 0.0)]
async fn list_twice_new(input: NewInput) -> Result<TwiceNew, Failure> {
    let Output { items, token } = page(&input.0)?;
    Ok(TwiceNew(NewTuple(items, token)))
}

#[tokio::test]
async fn newtypes() {
    holds!(owned(list_newtype_paginator(NewInput::default())), |output| output.0.items);
    holds!(owned(list_twice_new_paginator(NewInput::default())), |output| output.0.0);
}
