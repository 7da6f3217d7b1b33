//! Bodies, return types, and lints of annotated functions.

use std::sync::Arc;

use futures::executor::block_on;
use paginated::{Page, paginated};

use super::{Input, Output, next_token, page, require_send};

/// The macro mistook a function for a method if an item in its body used `Self`.
#[test]
fn a_function_can_define_items_that_use_self() {
    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    impl Output {
        #[paginated(input_token = "token", result_key = "items")]
        fn list(token: Option<String>) -> Result<Output, ()> {
            struct Item;
            Ok(Self { items: vec![size_of::<Item>() as u8], token: next_token(token.as_deref()) })
        }
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Result<Output, ()> {
        struct Item(u8, [Option<Box<Self>>; 0]);
        impl Item {
            fn new() -> Self {
                Self(1, [])
            }
        }
        Ok(Output { items: vec![Item::new().0], token: next_token(token.as_deref()) })
    }

    assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    assert_eq!(Output::list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![0, 0]));
}

/// The macro mistook the second type argument of any alias called `Result` for the error type.
#[test]
fn the_error_type_of_an_alias_called_result_is_resolved() {
    mod report {
        #[derive(Debug, PartialEq)]
        pub(super) struct Report<C>(pub(super) C);
        pub(super) type Result<T, C> = std::result::Result<T, Report<C>>;
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> report::Result<Output, u8> {
        match token {
            None => Ok(page(1, None)),
            Some(_) => Err(report::Report(2)),
        }
    }

    let mut items = list_paginator(None).items();
    assert_eq!(items.next(), Some(Ok(1)));
    assert_eq!(items.next(), Some(Err(paginated::Error::Operation(report::Report(2)))));
}

mod forbidden_lints {
    #![forbid(unreachable_pub, deprecated, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

    use paginated::{Page, paginated};

    #[derive(Page)]
    struct Output {
        items: Vec<u8>,
        token: Option<String>,
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Result<Output, ()> {
        Ok(Output { items: vec![1], token: token.is_none().then(|| "2".to_owned()) })
    }

    /// Generated code allowed groups of lints, which is an error if one of them is forbidden.
    #[test]
    fn generated_code_allows_no_lint_that_can_be_forbidden() {
        assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
    }
}

/// The paginator of a method that takes `&Arc<Self>` requires `Send` and `Sync` of `Self`, and the macro required only `Sync`.
#[test]
fn a_method_with_a_reference_to_an_arc_can_return_a_future_that_is_send() {
    trait Client {
        #[paginated(input_token = "Token", result_key = "Items")]
        fn list(self: &Arc<Self>, input: Input) -> impl Future<Output = Result<Output, u8>> + Send;
    }

    struct Pages;

    impl Client for Pages {
        fn list(self: &Arc<Self>, input: Input) -> impl Future<Output = Result<Output, u8>> + Send {
            std::future::ready(Ok(page(1, input.token.as_deref())))
        }
    }

    let client = Arc::new(Pages);
    let items = require_send(client.list_paginator(Input { token: None }).items());
    assert_eq!(block_on(items.try_collect::<Vec<_>>()), Ok(vec![1, 1]));
}

/// An elided lifetime was named after its parameter, and this name was already declared.
#[test]
fn a_parameter_can_have_the_name_of_a_lifetime_of_the_impl() {
    struct Users<'schema> {
        name: &'schema u8,
    }

    impl<'schema> Users<'schema> {
        #[paginated(input_token = "token", result_key = "items")]
        fn list(&self, schema: &u8, input: Input) -> Result<Output, ()> {
            Ok(page(*schema + *self.name, input.token.as_deref()))
        }
    }

    trait Repository<'input> {
        fn name(&self) -> &'input str;

        #[paginated(input_token = "token", result_key = "items")]
        fn list(&self, input: &Input) -> Result<Output, ()> {
            Ok(page(self.name().len() as u8, input.token.as_deref()))
        }
    }

    impl<'schema> Repository<'schema> for Users<'schema> {
        fn name(&self) -> &'schema str {
            "name"
        }
    }

    #[paginated(input_token = "token", result_key = "items")]
    fn filtered<F: for<'filter> Fn(&'filter u8) -> bool + Clone>(filter: &F, input: &Input) -> Result<Output, ()> {
        Ok(page(filter(&1).into(), input.token.as_deref()))
    }

    let users = Users { name: &1 };
    let items = users.list_paginator(&2, Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![3, 3]));
    let items = Repository::list_paginator(&users, Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![4, 4]));
    let items = filtered_paginator(&|_| true, Input { token: None }).items();
    assert_eq!(items.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 1]));
}

/// The braces of the argument were mistaken for the body of the item, so that its `Self` was that of a surrounding one.
#[test]
fn an_item_in_a_function_can_have_an_argument_in_braces() {
    #[paginated(input_token = "token", result_key = "items")]
    fn list(token: Option<String>) -> Result<Output, ()> {
        struct Item<const VALUE: u8>;
        impl Item<{ 1 + 1 }> {
            fn new() -> Self {
                Self
            }
            fn value<const VALUE: u8>(_: &Item<VALUE>) -> u8 {
                VALUE
            }
        }
        Ok(page(Item::value(&Item::new()), token.as_deref()))
    }

    assert_eq!(list_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![2, 2]));
}
