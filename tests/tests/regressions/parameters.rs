//! Names and types of parameters and setters.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};

use futures::executor::block_on;
use paginated::{Page, paginated};

use super::{Input, Output, page};

/// A key that names the parameter was looked up in the page by the parameter's name too.
#[test]
fn a_key_that_names_its_parameter_is_the_field_of_the_page() {
    #[derive(Clone)]
    struct Account;

    #[paginated(input_token = selection.token, result_key = items)]
    fn list(_account: Account, selection: Input) -> Result<Output, ()> {
        Ok(page(1, selection.token.as_deref()))
    }

    let items = list_paginator(Account, Input { token: None }).items();
    assert_eq!(items.collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
}

/// The generated code called the parameter instead of the function.
#[test]
fn a_parameter_can_have_the_name_of_its_function() {
    #[paginated(input_token = query.token, result_key = "items")]
    fn query(query: Input) -> Result<Output, ()> {
        Ok(page(1, query.token.as_deref()))
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn search(item: u8, search: &Input) -> Result<Output, ()> {
        Ok(page(item, search.token.as_deref()))
    }

    assert_eq!(query_paginator(Input { token: None }).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(search_paginator(2, Input { token: None }).items().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
}

/// The same for the function that requests a link.
#[test]
fn a_parameter_can_have_the_name_of_the_next_method() {
    fn next_page(link: &str) -> Result<Output, ()> {
        Ok(page(2, Some(link)))
    }

    #[paginated(next_link = "Token", next_method = next_page, result_key = "Items")]
    fn list(next_page: Input) -> Result<Output, ()> {
        Ok(page(1, next_page.token.as_deref()))
    }

    assert_eq!(list_paginator(Input { token: None }).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
}

/// A request without fields was passed to the function that requests a link.
#[test]
fn the_next_method_does_not_take_a_request_that_is_a_map_or_a_list() {
    fn next_page(user: u8, link: &str) -> Result<Output, ()> {
        Ok(page(user, Some(link)))
    }

    #[paginated(next_link = "Token", next_method = next_page, result_key = "Items")]
    fn map(user: u8, query: BTreeMap<String, String>) -> Result<Output, ()> {
        assert_eq!(query["a"], "b");
        Ok(page(user, None))
    }
    #[paginated(next_link = "Token", next_method = next_page, result_key = "Items")]
    fn list(user: u8, query: &[(&str, &str)]) -> Result<Output, ()> {
        assert_eq!(query, [("a", "b")]);
        Ok(page(user, None))
    }

    // The body is the request, and the query is a parameter.
    fn next_of_search(query: &[(&str, &str)], link: &str) -> Result<Output, ()> {
        assert_eq!(query, [("a", "b")]);
        Ok(page(4, Some(link)))
    }
    #[paginated(next_link = "Token", next_method = next_of_search, result_key = "Items")]
    fn search(query: &[(&str, &str)], body: Input) -> Result<Output, ()> {
        assert_eq!(query, [("a", "b")]);
        Ok(page(3, body.token.as_deref()))
    }
    // The name of a parameter matters more than that of its type.
    #[derive(Clone)]
    struct AuthParams;
    fn next_with_auth(_: &AuthParams, link: &str) -> Result<Output, ()> {
        Ok(page(7, Some(link)))
    }
    #[paginated(next_link = "Token", next_method = next_with_auth, result_key = "Items")]
    fn with_auth(_auth: &AuthParams, query: &BTreeMap<String, String>) -> Result<Output, ()> {
        assert_eq!(query["a"], "b");
        Ok(page(6, None))
    }
    // The elements are not `Clone`, and are only lent to the first call.
    struct Pair;
    #[paginated(next_link = "Token", next_method = next_page, result_key = "Items")]
    fn pairs(user: u8, query: &[Pair]) -> Result<Output, ()> {
        assert_eq!(query.len(), 1);
        Ok(page(user, None))
    }

    let search = search_paginator(&[("a", "b")], Input { token: None }).items();
    assert_eq!(search.collect::<Result<Vec<_>, _>>(), Ok(vec![3, 4]));
    let owned_query = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
    let with_auth = with_auth_paginator(&AuthParams, owned_query).items();
    assert_eq!(with_auth.collect::<Result<Vec<_>, _>>(), Ok(vec![6, 7]));
    assert_eq!(pairs_paginator(5, &[Pair]).items().collect::<Result<Vec<_>, _>>(), Ok(vec![5, 5]));
    let map = map_paginator(1, BTreeMap::from([("a".to_owned(), "b".to_owned())])).items();
    assert_eq!(map.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    let list = list_paginator(2, &[("a", "b")]).items();
    assert_eq!(list.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
}

/// The generated bounds repeated the type of the parameter, in which an elided lifetime is an error.
#[tokio::test]
async fn a_parameter_can_have_a_type_with_an_elided_lifetime() {
    #[derive(Clone)]
    struct View<'a, T>(&'a [T]);

    #[derive(Page)]
    struct Output {
        items: Vec<usize>,
        token: Option<u32>,
    }

    struct Client;

    impl Client {
        #[allow(mismatched_lifetime_syntaxes, elided_lifetimes_in_paths, clippy::manual_async_fn)]
        #[paginated(input_token = _token, output_token = token, result_key = items)]
        fn list<T: Clone + Sync + Send + 'static>(
            &self,
            view: View<T>,
            _token: Option<u32>,
        ) -> impl Future<Output = Result<Output, u8>> + Send {
            async move { Ok(Output { items: vec![view.0.len()], token: None }) }
        }
    }

    let items = Client.list_paginator(View(&[1, 2]), None).items();
    assert_eq!(items.try_collect::<Vec<_>>().await, Ok(vec![2]));
}

/// The page was expected to have a field with the name of the setter, such as `set_token`.
#[test]
fn a_key_that_names_a_setter_is_the_field_that_it_sets() {
    #[derive(Clone, Default)]
    struct Builder {
        token: Option<String>,
    }

    impl Builder {
        fn set_token(mut self, token: Option<String>) -> Self {
            self.token = token;
            self
        }
    }

    #[derive(Page)]
    struct Output {
        items: Vec<i32>,
        token: Option<String>,
    }

    #[paginated(input_token = set_token, result_key = items, builder)]
    fn list(request: Builder) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: request.token.is_none().then(|| "2".to_owned()) })
    }

    assert_eq!(list_paginator(Builder::default()).items().collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
}

/// The macro panicked, because the setter's name without `set_` is not an identifier.
#[test]
fn a_setter_called_set_2_is_the_field_of_that_name() {
    #[derive(Clone, Default)]
    struct Builder {
        token: Option<String>,
    }

    impl Builder {
        fn set_2(mut self, token: Option<String>) -> Self {
            self.token = token;
            self
        }
    }

    #[derive(Page)]
    struct Output {
        items: Vec<i32>,
        set_2: Option<String>,
    }

    #[paginated(input_token = set_2, result_key = items, builder)]
    fn list(request: Builder) -> Result<Output, u8> {
        Ok(Output { items: vec![1], set_2: request.token.is_none().then(|| "2".to_owned()) })
    }

    assert_eq!(list_paginator(Builder::default()).items().collect::<Vec<_>>(), vec![Ok(1), Ok(1)]);
}

/// A key that names a parameter made the request an argument of `next_method`.
#[test]
fn a_link_replaces_the_request_and_the_parameters_that_keys_name() {
    #[derive(Clone)]
    struct ListInput {
        filter: &'static str,
    }

    #[derive(Page)]
    struct Names {
        names: Vec<String>,
        next: Option<String>,
    }

    struct Client;

    impl Client {
        #[paginated(next_link = "next", next_method = list_next, limit_key = limit, result_key = "names")]
        fn list(&self, tenant: &str, input: ListInput, limit: Option<u32>) -> Result<Names, u8> {
            let names = vec![format!("{tenant} {} {limit:?}", input.filter)];
            Ok(Names { names, next: Some("/2".to_owned()) })
        }

        fn list_next(&self, tenant: &str, link: &str) -> Result<Names, u8> {
            Ok(Names { names: vec![format!("{tenant} {link}")], next: None })
        }
    }

    let list = Client.list_paginator("acme", ListInput { filter: "all" }, None);
    let names: Vec<_> = list.page_size(3).items().map(Result::unwrap).collect();
    assert_eq!(names, ["acme all Some(3)", "acme /2"]);
}

/// The generated parameter had the type of the string or the slice itself, which is unsized.
#[test]
fn a_closure_can_change_a_string_or_a_slice() {
    #[paginated(
        input_token = |after, id: u8| *after = id.to_string(),
        output_token = |page| page.items.last().copied().filter(|id| *id < 2),
        result_key = "Items",
    )]
    fn list_after(after: &str) -> Result<Output, ()> {
        Ok(page(after.parse().map_or(1, |id: u8| id + 1), None))
    }

    #[paginated(
        input_token = |query, token: String| query.push(("token", token)),
        output_token = "Token",
        result_key = "Items",
    )]
    fn list_by_query(_account: u8, query: &[(&str, String)]) -> Result<Output, ()> {
        Ok(page(query.len() as u8, query.get(1).map(|(_, token)| token.as_str())))
    }

    assert_eq!(list_after_paginator("").items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
    let query = [("filter", "all".to_owned())];
    assert_eq!(list_by_query_paginator(1, &query).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
}

/// An `impl Trait` in a tuple, a map, or an `Arc` lacked the bound `Clone` or the lifetime of the box. So did one that the
/// method borrows as its request.
#[test]
fn an_impl_trait_can_be_inside_of_other_types() {
    trait Request: Send + Sync {
        fn token(&mut self) -> &mut Option<String>;
    }

    impl Request for Input {
        fn token(&mut self) -> &mut Option<String> {
            &mut self.token
        }
    }

    struct Client;

    impl Client {
        #[paginated(input_token = "token", result_key = "items", boxed)]
        async fn list(&self, input: Input, is_new: Arc<impl Fn(u8) -> bool + Send + Sync>) -> Result<Output, ()> {
            Ok(page(is_new(1).into(), input.token.as_deref()))
        }

        #[deny(unused_parens)]
        #[paginated(
            input_token = |request, token: String| *request.token() = Some(token),
            output_token = "token",
            result_key = "items",
            boxed,
        )]
        async fn search(&self, request: &(impl Request + Clone)) -> Result<Output, ()> {
            Ok(page(1, request.clone().token().as_deref()))
        }
    }

    #[paginated(input_token = token, result_key = "items")]
    fn list(
        names: (impl AsRef<str>, u8),
        labels: BTreeMap<u8, [impl AsRef<str>; 1]>,
        results: Sender<impl Sized>,
        token: Option<String>,
    ) -> Result<Output, ()> {
        drop(results);
        let labels = labels.values().flatten().map(|label| label.as_ref().len());
        Ok(page((labels.sum::<usize>() + names.0.as_ref().len()) as u8 + names.1, token.as_deref()))
    }

    let items = Client.list_paginator(Input { token: None }, Arc::new(|item| item == 1)).items();
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    let items = Client.search_paginator(Input { token: None }).items();
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![1, 1]));
    struct NotClone;
    let (results, _receiver) = channel::<NotClone>();
    let items = list_paginator(("a", 1), BTreeMap::from([(1, ["bc"])]), results, None).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![4, 4]));
}

/// Guards the comparison of keys in the request, which may begin with the name of a parameter.
#[test]
fn two_parameters_can_have_fields_of_the_same_name() {
    #[paginated(
        input_token = paging.token,
        output_token = "token",
        first_page_only = filter.token,
        result_key = "items"
    )]
    fn list(filter: Input, paging: Input) -> Result<Output, ()> {
        Ok(page(filter.token.is_some().into(), paging.token.as_deref()))
    }

    let items = list_paginator(Input { token: Some("all".to_owned()) }, Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 0]));
}

/// It was rejected as a value that is converted, although the method converts it itself.
#[test]
fn a_value_for_the_first_page_can_be_an_impl_into_in_an_option() {
    #[paginated(input_token = token, first_page_only = filter, result_key = "items")]
    fn list(token: Option<String>, filter: Option<impl Into<String>>) -> Result<Output, ()> {
        assert_eq!(filter.map(Into::into), token.is_none().then(|| "name".to_owned()));
        Ok(page(1, token.as_deref()))
    }

    let items = list_paginator(None, Some("name")).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// A key that is the name of a parameter means the parameter, and a path that begins with the request means its field.
#[test]
fn a_token_can_have_the_name_of_another_parameter() {
    struct Client;

    impl Client {
        #[paginated(input_token = "input.token", result_key = "items")]
        fn list(&self, token: &str, input: Input) -> Result<Output, u8> {
            assert_eq!(token, "secret");
            Ok(page(1, input.token.as_deref()))
        }

        #[paginated(input_token = "token", result_key = "items")]
        fn list_from(&self, token: &str, input: Input) -> Result<Output, u8> {
            Ok(page(2, Some(token).filter(|token| !token.is_empty() && input.token.is_none())))
        }
    }

    let items = Client.list_paginator("secret", Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    let items = Client.list_from_paginator("", Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
}

/// A closure that changes a clone of a shared request was taken for one that changes a copy.
#[test]
fn a_closure_can_change_a_shared_request() {
    #[paginated(page_number = |request, page| request.clone().fetch_max(page, Ordering::Relaxed), start = 1, result_key = "items")]
    fn list(request: Arc<AtomicU64>) -> Result<Output, ()> {
        let page = request.load(Ordering::Relaxed);
        Ok(Output { items: if page < 3 { vec![1] } else { Vec::new() }, token: None })
    }

    let items = list_paginator(Arc::default()).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}
