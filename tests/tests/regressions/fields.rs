//! Fields of pages: their types, their visibility, and the keys that read them.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Debug;
use std::path::Path;
use std::sync::Arc;

use paginated::{Page, paginated};
use serde_json::Value;

/// A token is moved out of a page that is not returned to the user.
/// Another key that read the same field found no value.
#[test]
fn two_keys_can_read_the_same_field() {
    #[derive(Clone, Default)]
    struct Input {
        after: Option<u32>,
        from: Option<u32>,
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Cursor {
        at: u32,
        more: bool,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        next: Option<u32>,
        cursor: Option<Cursor>,
    }

    /// Returns one of three pages with one item each.
    fn page(number: u32) -> Output {
        let cursor = Cursor { at: number + 1, more: number < 3 };
        Output { items: vec![number], next: (number < 3).then_some(number + 1), cursor: Some(cursor) }
    }

    #[paginated(input_token = ["After", "From"], output_token = ["Next", "Next"], result_key = "Items")]
    fn list_by_two_tokens(input: Input) -> Result<Output, u8> {
        assert_eq!(input.after, input.from);
        Ok(page(input.after.unwrap_or(1)))
    }

    #[derive(Clone, Default)]
    struct InputWithCursor {
        cursor: Option<Cursor>,
    }

    #[paginated(input_token = "Cursor", token_with = false, result_key = "Items", more_results = "Cursor.More")]
    fn list_by_cursor(input: InputWithCursor) -> Result<Output, u8> {
        Ok(page(input.cursor.map_or(1, |cursor| cursor.at)))
    }

    let items: Result<Vec<_>, _> = list_by_two_tokens_paginator(Input::default()).items().collect();
    assert_eq!(items, Ok(vec![1, 2, 3]));
    let items: Result<Vec<_>, _> = list_by_cursor_paginator(InputWithCursor::default()).items().collect();
    assert_eq!(items, Ok(vec![1, 2, 3]));
}

/// The derive rejected a field with an unsized type in a box.
#[test]
fn a_page_can_hold_boxes_of_unsized_types() {
    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
    }

    #[derive(Page)]
    struct Output<S: ?Sized> {
        items: Vec<u32>,
        token: Option<u32>,
        request_id: Option<Box<str>>,
        source: Box<dyn Debug>,
        rest: Box<S>,
    }

    #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
    fn list(input: Input) -> Result<Output<[u8]>, u8> {
        let token = input.token.is_none().then_some(1);
        Ok(Output { items: vec![1], token, request_id: None, source: Box::new(1), rest: Box::new([1]) })
    }

    let mut pages = list_paginator(Input { token: None }).pages();
    let page = pages.next().unwrap().unwrap();
    assert_eq!((page.request_id, format!("{:?}", page.source), &*page.rest), (None, "1".to_owned(), &[1][..]));
    assert_eq!(list_paginator(Input { token: None }).items().map(Result::unwrap).sum::<u32>(), 2);
}

/// The derive named a list of the unboxed values, such as `Vec<str>`, which is not a type.
#[test]
fn a_list_can_hold_boxes_of_unsized_types() {
    #[derive(Page)]
    struct Output<T: ?Sized, U>
    where
        U: ?Sized,
    {
        names: Vec<Box<str>>,
        paths: Option<VecDeque<Option<Box<Path>>>>,
        values: Box<[Box<dyn Debug>]>,
        rows: Vec<Box<[u8]>>,
        others: Vec<Box<T>>,
        more: Option<Vec<Box<U>>>,
        token: Option<String>,
    }

    fn page() -> Output<str, str> {
        Output {
            names: vec!["a".into()],
            paths: Some([Some(Path::new("b").into()), None].into()),
            values: [Box::new(1) as Box<dyn Debug>].into(),
            rows: vec![[1].into()],
            others: vec!["c".into()],
            more: Some(vec!["d".into()]),
            token: None,
        }
    }

    macro_rules! assert_first_item {
        ($key:literal, $item:literal) => {{
            #[paginated(input_token = "Token", result_key = $key)]
            fn list(token: Option<String>) -> Result<Output<str, str>, u8> {
                assert_eq!(token, None);
                Ok(page())
            }
            assert_eq!(format!("{:?}", list_paginator(None).items().next()), concat!("Some(Ok(", $item, "))"));
        }};
    }
    assert_first_item!("names", "\"a\"");
    assert_first_item!("names[]", "\"a\"");
    assert_first_item!("paths", "Some(\"b\")");
    assert_first_item!("paths[]", "\"b\"");
    assert_first_item!("values", "1");
    assert_first_item!("values[]", "1");
    assert_first_item!("rows", "[1]");
    assert_first_item!("rows[]", "[1]");
    assert_first_item!("others", "\"c\"");
    assert_first_item!("others[]", "\"c\"");
    assert_first_item!("more", "\"d\"");
    assert_first_item!("more[]", "\"d\"");
}

/// A boxed field of the page was not found if the field of the request was not boxed.
/// An alias could not hide an `Option`.
#[test]
fn keys_pass_through_boxes_and_options_hidden_by_an_alias() {
    #[derive(Clone)]
    struct Input {
        token: Option<String>,
        cursor: String,
    }

    #[derive(Page)]
    struct Data {
        items: Vec<u32>,
    }

    type OptionalBox<T> = Option<Box<T>>;

    #[derive(Page)]
    struct Output {
        data: OptionalBox<Data>,
        token: OptionalBox<String>,
    }

    fn page(token: Option<&str>) -> Output {
        let has_more = token.is_none_or(str::is_empty);
        Output { data: Some(Box::new(Data { items: vec![1] })), token: has_more.then(|| Box::new("2".to_owned())) }
    }

    #[paginated(input_token = "Token", result_key = "Data.Items")]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(input.token.as_deref()))
    }

    #[paginated(input_token = "Cursor", output_token = "Token", result_key = "Data.Items")]
    fn list_by_cursor(input: Input) -> Result<Option<Output>, u8> {
        Ok(Some(page(Some(&input.cursor))))
    }

    let input = Input { token: None, cursor: String::new() };
    let mut items = list_paginator(input.clone()).items();
    assert_eq!(items.next(), Some(Ok(1)));
    let token = items.resume_token().map(|token| token.to_string());
    assert_eq!((items.next(), items.next()), (Some(Ok(1)), None));
    let mut resumed = list_paginator(input.clone()).starting_token(token.unwrap()).items();
    assert_eq!((resumed.next(), resumed.next()), (Some(Ok(1)), None));
    assert_eq!(list_by_cursor_paginator(input).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// If a later page lacked the field of a nested key, the whole outer field was copied from the first page.
/// The copy included values that other keys had already moved.
#[test]
fn a_page_that_lacks_a_nested_key_keeps_its_other_fields() {
    #[derive(Clone, Debug, Default, PartialEq)]
    struct Meta {
        tags: Vec<u32>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Page)]
    struct Content {
        items: Vec<u32>,
        name: Option<&'static str>,
        meta: Option<Meta>,
        last: u32,
    }

    #[derive(Page)]
    struct Output {
        content: Option<Content>,
        next: Option<u32>,
    }

    #[derive(Clone)]
    struct Input {
        next: Option<u32>,
    }

    fn page(input: &Input) -> Output {
        let content = match input.next {
            None => Content { items: vec![1], name: Some("first"), meta: Some(Meta { tags: vec![7] }), last: 1 },
            Some(_) => Content { items: vec![2], name: Some("second"), meta: None, last: 2 },
        };
        Output { content: Some(content), next: input.next.is_none().then_some(2) }
    }

    #[paginated(
    input_token = "Next",
    output_token = "Next",
    result_key = ["Content.Items", "Content.Meta.Tags"],
    non_aggregate_keys = ["Content.Name"]
)]
    fn list(input: Input) -> Result<Output, u8> {
        Ok(page(&input))
    }

    let content = list_paginator(Input { next: None }).full_result().map(|full| full.output.content);
    let meta = Some(Meta { tags: vec![7] });
    assert_eq!(content.unwrap(), Some(Content { items: vec![1, 2], name: Some("first"), meta, last: 2 }));
}

mod field_visibility {
    use super::*;

    mod pages {
        use super::*;

        pub(in crate::fields::field_visibility) struct Trace;
        pub(crate) struct Meta;

        #[derive(Page)]
        pub struct Output {
            pub items: Vec<i32>,
            pub token: Option<u32>,
            pub(crate) meta: Meta,
            pub(super) trace: Trace,
        }

        #[derive(Page)]
        pub(crate) struct Other {
            pub(crate) items: Vec<i32>,
            pub token: Option<u32>,
            pub(in crate::fields::field_visibility) trace: Trace,
        }

        pub(super) fn output() -> Output {
            Output { items: vec![1], token: None, meta: Meta, trace: Trace }
        }

        pub(super) fn other() -> Other {
            Other { items: vec![2], token: None, trace: Trace }
        }
    }

    #[paginated(input_token = _token, output_token = token, result_key = "Items")]
    fn list(_token: Option<u32>) -> Result<pages::Output, ()> {
        let page = pages::output();
        let (pages::Meta, pages::Trace) = (&page.meta, &page.trace);
        Ok(page)
    }

    #[paginated(input_token = _token, output_token = token, result_key = "Items")]
    fn list_other(_token: Option<u32>) -> Result<pages::Other, ()> {
        let page = pages::other();
        let pages::Trace = &page.trace;
        Ok(page)
    }

    /// The derive exposed the types of all fields, which is an error for a private type (E0446).
    #[test]
    fn a_field_that_is_less_visible_than_its_page_can_have_a_private_type() {
        let items: Result<Vec<_>, _> = list_paginator(None).items().chain(list_other_paginator(None).items()).collect();
        assert_eq!(items, Ok(vec![1, 2]));
    }
}

/// A `bool` in an `Option` in a `Box` in an `Option` was a flag by its presence, so the list did not end. Without the outer
/// `Option`, it was an error.
#[test]
fn a_flag_may_be_in_any_options_and_boxes() {
    /// Checks lists of two pages whose flag, or whose flag by its presence, has a type.
    macro_rules! check_flags {
        ($($type:ty: $more:expr, $last:expr;)*) => { $({
            #[derive(Page)]
            struct Output {
                items: Vec<u8>,
                token: Option<u8>,
                flag: $type,
            }

            #[paginated(input_token = "Token", output_token = "Token", more_results = "Flag", result_key = "Items")]
            fn list(token: Option<u8>) -> Result<Output, u8> {
                let flag = if token.is_none() { $more } else { $last };
                Ok(Output { items: vec![1], token: Some(token.unwrap_or(1) + 1), flag })
            }

            assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]), stringify!($type));
        })* };
    }

    check_flags! {
        Option<Box<Option<bool>>>: Some(Box::new(Some(true))), Some(Box::new(Some(false)));
        Box<Option<bool>>: Box::new(Some(true)), Box::new(Some(false));
        Box<Box<bool>>: Box::new(Box::new(true)), Box::new(Box::new(false));
        Box<Option<String>>: Box::new(Some("/2".to_owned())), Box::new(None);
        Box<Option<String>>: Box::new(Some("/2".to_owned())), Box::new(Some(String::new()));
    }

    // A flag whose value was `null` or empty was true, so the list did not end.
    struct Link;
    check_flags! {
        Option<Option<String>>: Some(Some("/2".to_owned())), Some(None);
        Option<Option<String>>: Some(Some("/2".to_owned())), Some(Some(String::new()));
        Option<Option<Link>>: Some(Some(Link)), Some(None);
        Option<Box<Option<String>>>: Some(Box::new(Some("/2".to_owned()))), Some(Box::new(None));
        Option<Value>: Some(Value::from("/2")), Some(Value::Null);
        Option<Value>: Some(Value::from(true)), Some(Value::from(false));
        Option<Value>: Some(Value::from(2)), Some(Value::from(""));
    }
}

/// A request's token in a `Box<Option<_>>` could not be written.
#[test]
fn a_token_of_the_request_can_be_an_option_in_a_box() {
    #[derive(Clone)]
    struct Input {
        token: Box<Option<String>>,
    }

    #[derive(Page)]
    struct Output {
        items: Vec<Option<String>>,
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list(input: Input) -> Result<Output, u8> {
        let token = (*input.token == Some("1".into())).then(|| "2".into());
        Ok(Output { items: vec![*input.token], token })
    }

    let items = list_paginator(Input { token: Box::new(Some("1".into())) }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![Some("1".into()), Some("2".into())]));
}

/// The derive joined each field whose type has the name of a standard list or map.
#[test]
fn a_page_can_hold_other_types_with_the_names_of_standard_lists() {
    struct HashMap<K, V>(Vec<(K, V)>);

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        headers: HashMap<String, u8>,
        trailers: Option<HashMap<String, u8>>,
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = "Items")]
    fn list(input: super::Input) -> Result<Output, ()> {
        let headers = HashMap(vec![("page".to_owned(), 1)]);
        Ok(Output { items: vec![1], headers, trailers: None, token: super::next_token(input.token.as_deref()) })
    }

    let full = list_paginator(super::Input { token: None }).full_result().unwrap();
    assert_eq!(full.output.items, [1, 1]);
    assert_eq!((full.output.headers.0.len(), full.output.trailers.is_none()), (1, true));
}

/// The derive moved the fields out of the page.
#[test]
fn a_page_can_implement_drop() {
    struct Secret(u8);

    #[derive(Page)]
    struct Output {
        items: Vec<Secret>,
        names: Option<Vec<u8>>,
        request_id: Option<String>,
        token: Option<String>,
    }

    impl Drop for Output {
        fn drop(&mut self) {
            self.items.iter_mut().for_each(|secret| secret.0 = 0);
        }
    }

    #[paginated(input_token = "Token", result_key = ["Items", "Names"])]
    fn list(input: super::Input) -> Result<Output, ()> {
        let token = super::next_token(input.token.as_deref());
        Ok(Output { items: vec![Secret(1)], names: Some(vec![2]), request_id: None, token })
    }

    let full = list_paginator(super::Input { token: None }).full_result().unwrap();
    assert_eq!(full.output.items.iter().map(|secret| secret.0).collect::<Vec<_>>(), [1, 1]);
    assert_eq!((full.output.names.as_deref(), &full.output.request_id), (Some(&[2, 2][..]), &None));
}

/// The item type was the type in the box, which is unsized.
#[test]
fn an_item_at_the_end_of_a_projection_can_be_a_box_of_an_unsized_type() {
    #[derive(Page)]
    struct Output {
        edges: Vec<Edge>,
        token: Option<String>,
    }

    #[derive(Page)]
    struct Edge {
        node: Option<Box<str>>,
        source: Box<dyn Debug>,
        boxed: Box<Box<Path>>,
    }

    fn page(input: &super::Input) -> Output {
        let edge = Edge { node: Some("a".into()), source: Box::new(1), boxed: Box::new(Path::new("b").into()) };
        Output { edges: vec![edge], token: super::next_token(input.token.as_deref()) }
    }

    #[paginated(input_token = "Token", result_key = "edges[].node")]
    fn list_nodes(input: super::Input) -> Result<Output, ()> {
        Ok(page(&input))
    }

    #[paginated(input_token = "Token", result_key = "edges[].source")]
    fn list_sources(input: super::Input) -> Result<Output, ()> {
        Ok(page(&input))
    }

    #[paginated(input_token = "Token", result_key = "edges[].boxed")]
    fn list_boxed(input: super::Input) -> Result<Output, ()> {
        Ok(page(&input))
    }

    let nodes: Vec<Box<str>> = list_nodes_paginator(super::Input { token: None }).items().map(Result::unwrap).collect();
    assert_eq!(nodes, ["a".into(), "a".into()]);
    let sources: Vec<Box<dyn Debug>> =
        list_sources_paginator(super::Input { token: None }).items().map(Result::unwrap).collect();
    assert_eq!(format!("{sources:?}"), "[1, 1]");
    let boxed: Vec<Box<Path>> =
        list_boxed_paginator(super::Input { token: None }).items().map(Result::unwrap).collect();
    assert_eq!(boxed, [Path::new("b").into(), Path::new("b").into()]);
}

/// An `Option` that a macro inserted was not recognized, so the joined struct lost the value of a later page.
#[test]
fn a_struct_in_a_map_can_have_fields_whose_types_a_macro_inserts() {
    macro_rules! group {
        ($krate:path, $($field:ident: $ty:ty,)*) => {
            #[derive(Clone, Debug, PartialEq, Page)]
            // The path was an error.
            #[page(crate = $krate)]
            struct Group {
                $($field: $ty,)*
            }
        };
    }
    group!(::paginated, list: Vec<u8>, note: Option<&'static str>,);

    #[derive(Debug, Page)]
    struct Groups {
        groups: BTreeMap<&'static str, Group>,
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = "Groups")]
    fn list(token: Option<String>) -> Result<Groups, ()> {
        let group = match token {
            None => Group { list: vec![1], note: None },
            Some(_) => Group { list: vec![2], note: Some("last") },
        };
        Ok(Groups { groups: [("a", group)].into(), token: token.is_none().then(|| "2".to_owned()) })
    }

    let groups = list_paginator(None).full_result().unwrap().output.groups;
    assert_eq!(groups["a"], Group { list: vec![1, 2], note: Some("last") });
}

/// The derive named the type of the field outside of its attributes, so its warning came again.
#[test]
fn a_lint_that_is_allowed_at_a_field_is_allowed_in_generated_code() {
    #![deny(deprecated)]

    #[derive(Page)]
    #[allow(dead_code)]
    struct Output {
        #[allow(deprecated)]
        items: Vec<Old>,
    }

    #[deprecated]
    struct Old;
}

/// The page was rejected, because its fields cannot be taken.
#[test]
fn closures_can_read_a_page_in_an_arc() {
    #[derive(Clone)]
    struct Input {
        token: Option<u8>,
    }

    struct Output {
        items: Vec<u8>,
        token: Option<u8>,
    }

    fn page(input: &Input) -> Arc<Output> {
        Arc::new(Output { items: vec![1], token: input.token.is_none().then_some(2) })
    }

    #[paginated(input_token = "Token", output_token = |page| page.token)]
    fn list(input: Input) -> Result<Arc<Output>, ()> {
        Ok(page(&input))
    }

    #[paginated(
        input_token = "Token",
        output_token = |page| page.token,
        result_key = |page| Arc::get_mut(page).map(|page| &mut page.items),
        item = u8,
    )]
    fn list_items(input: Input) -> Result<Arc<Output>, ()> {
        Ok(page(&input))
    }

    assert_eq!(list_paginator(Input { token: None }).pages().count(), 2);
    let items = list_items_paginator(Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The type was mistaken for that of tonic, whose fields are private.
#[test]
fn a_response_with_the_error_status_can_have_fields() {
    struct Response<T> {
        items: Vec<T>,
        token: Option<String>,
    }

    #[derive(Debug, PartialEq)]
    struct Status;

    #[paginated(input_token = token, result_key = "items", item = u8)]
    fn list(token: Option<String>) -> Result<Response<u8>, Status> {
        Ok(Response { items: vec![1], token: token.is_none().then(|| "2".to_owned()) })
    }

    assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The item type was that of the elements, whose `Option`s and `Box`es the list removes.
#[test]
fn elements_of_the_response_itself_can_be_in_options_and_boxes() {
    #[derive(Clone, Default)]
    struct Numbered {
        page: u32,
    }

    #[derive(Page)]
    struct Edge {
        node: Option<u8>,
    }

    #[paginated(page_number = "page", start = 0, result_key = "[]")]
    fn options(input: Numbered) -> Result<Vec<Option<u8>>, ()> {
        Ok(if input.page == 0 { vec![Some(1), None, Some(2)] } else { vec![] })
    }

    #[paginated(page_number = "page", start = 0, result_key = "[]")]
    fn boxes(input: Numbered) -> std::io::Result<Option<Box<[Box<u8>]>>> {
        Ok(Some(if input.page == 0 { [1, 2].map(Box::new).into() } else { [].into() }))
    }

    #[paginated(page_number = "page", start = 0, result_key = "[]")]
    fn unsized_values(input: Numbered) -> Result<Vec<Option<Box<str>>>, ()> {
        Ok(if input.page == 0 { vec![Some("a".into()), None] } else { vec![] })
    }

    #[paginated(page_number = "page", start = 0, result_key = "[].node")]
    fn fields(input: Numbered) -> Result<VecDeque<Option<Edge>>, ()> {
        Ok(if input.page == 0 { [Some(Edge { node: Some(1) }), None].into() } else { VecDeque::new() })
    }

    #[paginated(page_number = "page", start = 0, result_key = "@")]
    fn elements(input: Numbered) -> Result<Vec<Option<u8>>, ()> {
        options(input)
    }

    let input = Numbered::default();
    assert_eq!(options_paginator(input.clone()).items().collect::<Result<Vec<u8>, _>>(), Ok(vec![1, 2]));
    assert_eq!(boxes_paginator(input.clone()).items().collect::<Result<Vec<u8>, _>>().unwrap(), [1, 2]);
    let items = unsized_values_paginator(input.clone()).items();
    assert_eq!(items.collect::<Result<Vec<Box<str>>, _>>(), Ok(vec!["a".into()]));
    assert_eq!(fields_paginator(input.clone()).items().collect::<Result<Vec<u8>, _>>(), Ok(vec![1]));
    let items = elements_paginator(input).items();
    assert_eq!(items.collect::<Result<Vec<Option<u8>>, _>>(), Ok(vec![Some(1), None, Some(2)]));
}
