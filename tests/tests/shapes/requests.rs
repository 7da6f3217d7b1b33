//! Requests that are one parameter, by value and by reference, of methods of all kinds.

use std::future::Future;
use std::sync::Arc;

use futures::future::BoxFuture;
use paginated::paginated;

use super::*;

/// Writes methods of all kinds with the same options, and a test of each.
macro_rules! shapes {
    ($style:ident: $($options:tt)*) => {
        mod $style {
            use super::*;

            #[derive(Clone)]
            struct Client;

            fn answer<T: From<u32> + Clone>(input: &Input) -> Result<Output<T>, Failure> {
                serve(stringify!($style), input)
            }

            impl Client {
                #[paginated($($options)*)]
                async fn value(&self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                #[paginated($($options)*)]
                async fn reference(&self, tenant: &str, input: &Input) -> Result<Output, Failure> {
                    assert_eq!(tenant, "t");
                    answer(input)
                }
                #[paginated($($options)*)]
                async fn exclusive(&mut self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                #[paginated($($options)*)]
                async fn exclusive_reference(&mut self, input: &Input) -> Result<Output, Failure> {
                    answer(input)
                }
                #[paginated($($options)*)]
                async fn arc(self: Arc<Self>, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                #[paginated($($options)*)]
                fn blocking(&self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                #[paginated($($options)*)]
                fn blocking_exclusive(&mut self, input: &Input) -> Result<Output, Failure> {
                    answer(input)
                }
                #[paginated($($options)*)]
                fn boxed_future<'a>(&'a self, input: &'a Input) -> BoxFuture<'a, Result<Output, Failure>> {
                    Box::pin(async { answer(input) })
                }
            }

            #[paginated($($options)*)]
            async fn free(client: &Client, input: Input) -> Result<Output, Failure> {
                client.value(input).await
            }

            #[paginated($($options)*)]
            fn free_blocking(input: &Input) -> Result<Output, Failure> {
                answer(input)
            }

            trait Methods {
                #[paginated($($options)*)]
                async fn async_fn(&self, input: Input) -> Result<Output, Failure>;
                #[paginated($($options)*)]
                fn send_future(&self, input: Input) -> impl Future<Output = Result<Output, Failure>> + Send;
                #[paginated($($options)*)]
                fn blocking_in_trait(&self, input: &Input) -> Result<Output, Failure> {
                    answer(input)
                }
            }

            impl Methods for Client {
                async fn async_fn(&self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                async fn send_future(&self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
            }

            #[async_trait::async_trait]
            trait BoxedMethods: Sync {
                #[paginated($($options)*)]
                async fn value_boxed(&self, input: Input) -> Result<Output, Failure>;
                #[paginated($($options)*)]
                async fn reference_boxed(&self, input: &Input) -> Result<Output, Failure>;
            }

            #[async_trait::async_trait]
            impl BoxedMethods for Client {
                async fn value_boxed(&self, input: Input) -> Result<Output, Failure> {
                    answer(&input)
                }
                async fn reference_boxed(&self, input: &Input) -> Result<Output, Failure> {
                    answer(input)
                }
            }

            trait Generic<T> {
                type Request;
                type Error;

                #[paginated($($options)*)]
                async fn generic(&self, other: Self::Request, input: Input) -> Result<Output<T>, Self::Error>
                where
                    Self::Request: Clone;
            }

            impl<T: From<u32> + Clone> Generic<T> for Client {
                type Request = T;
                type Error = Failure;
                async fn generic(&self, _: T, input: Input) -> Result<Output<T>, Failure> {
                    answer(&input)
                }
            }

            #[test]
            fn methods_have_paginators() {
                let mut client = Client;
                check!(client.value_paginator(Input::default()));
                check!(client.reference_paginator("t", Input::default()));
                check!(client.exclusive_paginator(Input::default()));
                check!(client.exclusive_reference_paginator(Input::default()));
                let arc = Arc::new(Client);
                check!(arc.clone().arc_paginator(Input::default()));
                check!(client.boxed_future_paginator(Input::default()));
            }

            #[test]
            fn blocking_methods_have_paginators() {
                let mut client = Client;
                check!(client.blocking_paginator(Input::default()));
                check!(client.blocking_exclusive_paginator(Input::default()));
                check!(client.blocking_in_trait_paginator(Input::default()));
                check!(free_blocking_paginator(Input::default()));
            }

            #[test]
            fn functions_and_methods_of_traits_have_paginators() {
                let client = Client;
                check!(free_paginator(&client, Input::default()));
                check!(client.async_fn_paginator(Input::default()));
                check!(client.send_future_paginator(Input::default()));
                let boxed: &dyn BoxedMethods = &client;
                check!(boxed.value_boxed_paginator(Input::default()));
                check!(boxed.reference_boxed_paginator(Input::default()));
                check!(Generic::<u32>::generic_paginator(&client, 7, Input::default()));
            }
        }
    };
}

shapes!(page_number: page_number = "page", start = 1, total_items = "totalItems", echo = "page",
    limit_key = "limit", result_key = "items");
shapes!(page_index: page_number = index, start = 0, more_results = "!isLast", echo = index,
    limit_key = limit, result_key = items);
shapes!(page_count: page_number = |input, number: u32| input.page = Some(number), start = 1,
    total_pages = |page| page.total_pages.as_ref()?.parse::<u64>().ok(), limit_key = "limit", result_key = "items");
shapes!(offset: offset = "offset", echo = "offset", limit_key = "limit", result_key = "items");
shapes!(offset_closure: offset = |input, offset| input.offset = Some(Box::new(offset)),
    echo = |page| page.offset.as_deref().copied(), limit_key = |input, size: u32| input.limit = Some(size),
    result_key = "items");
shapes!(token_closures: input_token = |input, token: String| input.token = Some(token),
    output_token = |page| page.next.clone(), more_results = |page| !page.is_last, limit_key = "limit",
    result_key = "items");
shapes!(projection: input_token = "token", output_token = "next", limit_key = "limit",
    result_key = "groups[].members[]");
shapes!(first_page_only: input_token = "token", output_token = "next", limit_key = "limit", result_key = "items",
    first_page_only = "filter");
shapes!(carried: input_token = ["token", "handle"], output_token = ["next", "handle"], carried_token = "handle",
    limit_key = "limit", result_key = "items");
shapes!(empty_page: input_token = "token", output_token = "cursor", end_on = "empty_page", limit_key = "limit",
    result_key = "items");
shapes!(short_page: input_token = "token", output_token = "cursor", end_on = "short_page", limit_key = "limit",
    result_key = "items");
shapes!(repeated_token: input_token = "token", output_token = "repeated", end_on = "repeated_token", limit_key = "limit",
    result_key = "items");
shapes!(flag: input_token = "token", output_token = "cursor", more_results = "!isLast", limit_key = "limit",
    result_key = "items");

/// The compiler infers the type of the page's token from the closure that takes it.
#[test]
fn the_type_of_a_token_is_that_of_the_closure() {
    #[paginated(
        input_token = |start, token: u32| *start = token,
        output_token = |page| page.last()?.to_string().parse().ok().filter(|last| *last != 9),
        result_key = "@",
    )]
    async fn list(start: u32) -> Result<Vec<u32>, Failure> {
        Ok((start + 1..=9).take(3).collect())
    }
    #[paginated(input_token = |_, _: String| (), output_token = |_| None, result_key = "@")]
    async fn list_one_page(_: u32) -> Result<Vec<u32>, Failure> {
        Ok(vec![1, 2])
    }

    assert_eq!(reading::collect(list_paginator(0).items()), (1..=9).collect::<Vec<_>>());
    assert_eq!(reading::collect(list_one_page_paginator(0).items()), [1, 2]);
}
