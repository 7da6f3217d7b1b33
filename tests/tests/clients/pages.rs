//! Types of pages, and the keys that read them.

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
    let Output { items, token } = page_for(input)?;
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
async fn keys_pass_through_options_boxes_and_structs() {
    assert_lists_all!(require_send_and_static(list_nested_paginator(Input::default())), |output| {
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
async fn keys_pass_through_generic_types() {
    assert_lists_all!(list_generic_paginator::<u32>(Input::default(), Vec::new()), |output| {
        (*output.result).as_ref().unwrap().items.as_deref().unwrap()
    });
}

/// A page of another crate, which does not derive `Page`.
mod foreign {
    pub struct Output {
        pub items: Option<Vec<u32>>,
        pub token: Option<String>,
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", item = u32)]
async fn list_foreign(input: Input) -> Result<foreign::Output, Failure> {
    page_for(&input).map(|Output { items, token }| foreign::Output { items: Some(items), token })
}

#[tokio::test]
async fn a_foreign_page_can_be_listed_with_the_item_option() {
    assert_lists_all!(require_send_and_static(list_foreign_paginator(Input::default())), |output| output
        .items
        .as_deref()
        .unwrap());
}

#[derive(Clone, Default)]
struct TupleInput(Option<String>, Option<u32>);

#[derive(Page)]
struct TupleOutput(Vec<u32>, Option<String>);

#[paginated(input_token = 0, output_token = 1, limit_key = 1, result_key = 0)]
async fn list_tuple(input: TupleInput) -> Result<TupleOutput, Failure> {
    let Output { items, token } = page_at(input.0.as_deref(), input.1)?;
    Ok(TupleOutput(items, token))
}

#[tokio::test]
async fn requests_and_pages_can_be_tuple_structs() {
    assert_lists_all!(require_send_and_static(list_tuple_paginator(TupleInput::default())), |output| output.0);
}

#[derive(Clone, Default)]
struct InputNewtype(Input);

#[derive(Page)]
struct OutputNewtype(Output);

#[paginated(input_token = 0.token, limit_key = 0.limit, result_key = 0.items)]
async fn list_newtype(input: InputNewtype) -> Result<OutputNewtype, Failure> {
    page_for(&input.0).map(OutputNewtype)
}

#[derive(Page)]
struct NestedNewtype(OutputTuple);

#[derive(Page)]
struct OutputTuple(Vec<u32>, Option<String>);

#[paginated(input_token = 0.token, output_token = 0.1, limit_key = 0.limit, result_key = 0.0)]
async fn list_nested_newtype(input: InputNewtype) -> Result<NestedNewtype, Failure> {
    let Output { items, token } = page_for(&input.0)?;
    Ok(NestedNewtype(OutputTuple(items, token)))
}

#[tokio::test]
async fn requests_and_pages_can_be_newtypes() {
    assert_lists_all!(require_send_and_static(list_newtype_paginator(InputNewtype::default())), |output| output
        .0
        .items);
    assert_lists_all!(require_send_and_static(list_nested_newtype_paginator(InputNewtype::default())), |output| output
        .0
        .0);
}

/// Pages that are tuples: the items and the token, with or without more values.
mod tuples {
    use super::*;

    type Names = (Vec<u32>, Option<String>);

    #[paginated(input_token = "Token", output_token = 1, limit_key = "Limit", result_key = 0)]
    async fn pair(input: Input) -> Result<(Vec<u32>, Option<String>), Failure> {
        page_for(&input).map(|page| (page.items, page.token))
    }

    #[paginated(input_token = "Token", output_token = 1, limit_key = "Limit", result_key = 0)]
    async fn alias(input: Input) -> Result<Names, Failure> {
        pair(input).await
    }

    type Triple = (u16, Option<Box<Vec<u32>>>, Option<String>);

    #[paginated(input_token = token, output_token = 2, limit_key = limit, result_key = 1)]
    fn triple(token: Option<&str>, limit: Option<u32>) -> Result<Triple, Failure> {
        page_at(token, limit).map(|page| (200, Some(Box::new(page.items)), page.token))
    }

    #[paginated(input_token = "Token", output_token = 1.token, limit_key = "Limit", result_key = 1.items)]
    async fn nested(input: Input) -> Result<(u16, Option<Output>, (), ()), Failure> {
        page_for(&input).map(|page| (200, Some(page), (), ()))
    }

    #[tokio::test]
    async fn a_page_can_be_a_tuple() {
        assert_lists_all!(require_send(pair_paginator(Input::default())), |page| page.0);
        assert_lists_all!(alias_paginator(Input::default()), |page| page.0);
        assert_lists_all!(nested_paginator(Input::default()), |page| page.1.as_ref().unwrap().items);
        let items = triple_paginator(None, None).page_size(4).items();
        assert_eq!(items.collect::<Result<Vec<_>, _>>().unwrap(), all_items());
        let items: Vec<u32> = pair_paginator(Input::default()).boxed().items().try_collect().await.unwrap();
        assert_eq!(items, all_items());
    }
}

/// Lists of `Option`s, as in the types that GraphQL clients generate.
mod optional_elements {
    use std::collections::VecDeque;

    use super::*;

    #[derive(Page)]
    struct Connection<T> {
        nodes: Option<Vec<Option<T>>>,
        boxed: Box<[Box<T>]>,
        groups: Vec<Option<Group<T>>>,
        token: Option<String>,
    }

    #[derive(Page)]
    struct Group<T> {
        members: VecDeque<Option<Box<T>>>,
    }

    fn connection(input: &Input) -> Result<Connection<u32>, Failure> {
        let Output { items, token } = page_for(input)?;
        let nodes = || items.iter().flat_map(|item| [Some(*item), None]);
        let members = nodes().map(|node| node.map(Box::new)).collect();
        Ok(Connection {
            nodes: Some(nodes().collect()),
            boxed: items.iter().copied().map(Box::new).collect(),
            groups: vec![None, Some(Group { members })],
            token,
        })
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "nodes[]")]
    async fn nodes(input: Input) -> Result<Connection<u32>, Failure> {
        connection(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "boxed[]")]
    async fn boxed(input: Input) -> Result<Connection<u32>, Failure> {
        connection(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "groups[].members[]")]
    async fn members(input: Input) -> Result<Connection<u32>, Failure> {
        connection(&input)
    }

    #[tokio::test]
    async fn a_key_that_ends_with_brackets_skips_elements_that_are_none() {
        let items: Vec<u32> = nodes_paginator(Input::default()).items().try_collect().await.unwrap();
        assert_eq!(items, all_items());
        let items: Vec<u32> = boxed_paginator(Input::default()).items().try_collect().await.unwrap();
        assert_eq!(items, all_items());
        let items: Vec<u32> = members_paginator(Input::default()).page_size(2).items().try_collect().await.unwrap();
        assert_eq!(items, all_items());
    }
}
