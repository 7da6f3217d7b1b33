//! `paginate!`: the paginator of a call, as an expression.

use std::borrow::Cow;
use std::convert::Infallible;

use paginated::{Error, paginate};

#[derive(Clone, Default)]
struct Input {
    next_token: Option<String>,
    limit: Option<u8>,
    page: u32,
}

struct Output {
    data: Option<Data>,
    next_token: Option<String>,
}

struct Data {
    names: Vec<u32>,
}

fn answer(start: u32, size: u32) -> Output {
    let names = (start..(start + size).min(10)).collect();
    Output { data: Some(Data { names }), next_token: (start + size < 10).then(|| (start + size).to_string()) }
}

fn start(token: Option<&String>) -> u32 {
    token.map_or(0, |token| token.parse().unwrap())
}

struct Client;

impl Client {
    async fn list(&self, input: Input) -> Result<Output, Infallible> {
        Ok(answer(start(input.next_token.as_ref()), input.limit.unwrap_or(3).into()))
    }

    async fn list_by_reference(&self, input: &Input) -> Result<Output, Infallible> {
        self.list(input.clone()).await
    }

    fn list_page(&self, query: &str, page: u32) -> Result<Vec<u32>, Infallible> {
        assert_eq!(query, "name");
        Ok((page * 4 - 4..(page * 4).min(10)).collect())
    }

    fn builder(&self) -> Builder<'_> {
        Builder { client: self, input: Input::default() }
    }
}

#[derive(Clone)]
struct Builder<'a> {
    client: &'a Client,
    input: Input,
}

impl Builder<'_> {
    fn set_next_token(mut self, token: Option<String>) -> Self {
        self.input.next_token = token;
        self
    }
    fn set_limit(mut self, limit: Option<i32>) -> Self {
        self.input.limit = limit.map(|limit| limit.try_into().unwrap());
        self
    }
    fn page(mut self, page: impl Into<u32>) -> Self {
        self.input.page = page.into();
        self
    }
    async fn send(self) -> Result<Output, Infallible> {
        if self.input.page > 0 {
            return Ok(Output { next_token: None, ..answer(self.input.page * 5 - 5, 5) });
        }
        self.client.list(self.input).await
    }
}

fn all() -> Vec<u32> {
    (0..10).collect()
}

#[tokio::test]
async fn the_closure_of_a_call_can_be_async() {
    let client = Client;
    let names = paginate!(
        Input::default() => async |request| client.list_by_reference(&request).await,
        input_token = "NextToken", result_key = "data.names",
    );
    assert_eq!(names.items().try_collect::<Vec<_>>().await.unwrap(), all());
}

/// A closure may have a return type, which infers the error, and may return early.
#[tokio::test]
async fn the_closure_of_a_call_can_name_its_result_and_return_early() {
    fn page_at(token: Option<&str>) -> Result<(Vec<u32>, Option<String>), std::num::ParseIntError> {
        let first: u32 = token.unwrap_or("0").parse()?;
        Ok(((first..first + 2).collect(), (first < 8).then(|| (first + 2).to_string())))
    }

    let names = paginate!(
        Input::default() => async |request: Input| -> Result<_, std::num::ParseIntError> {
            let page = page_at(request.next_token.as_deref())?;
            Ok(page)
        },
        input_token = "NextToken", output_token = 1, result_key = 0,
    );
    assert_eq!(names.items().try_collect::<Vec<_>>().await.unwrap(), all());

    let mut calls = 0;
    let names = paginate!(
        Input::default() => |request| {
            calls += 1;
            let Some(token) = request.next_token else { return page_at(None) };
            let page = page_at(Some(&token))?;
            Ok(page)
        },
        input_token = "NextToken", output_token = 1, result_key = 0, blocking,
    );
    assert_eq!(names.items().collect::<Result<Vec<_>, _>>().unwrap(), all());
    assert_eq!(calls, 5);

    let names = paginate!(
        Input::default() => |_request| page_at(None), result_key = 0, next_link = 1, blocking,
        next_method = |link| -> Result<_, std::num::ParseIntError> {
            let page = page_at(Some(&link))?;
            Ok(page)
        },
    );
    assert_eq!(names.items().collect::<Result<Vec<_>, _>>().unwrap(), all());
}

#[tokio::test]
async fn a_call_with_a_struct_has_a_paginator() {
    let client = Client;
    let list = || {
        paginate!(
            Input::default() => |request| client.list(request),
            input_token = "NextToken", limit_key = "Limit", result_key = "data.names",
        )
    };
    assert_eq!(list().items().try_collect::<Vec<_>>().await.unwrap(), all());
    for limit in 0..=10 {
        let mut names = list().page_size(4).max_items(limit).items();
        let mut read = Vec::new();
        while let Some(name) = names.try_next().await.unwrap() {
            read.push(name);
        }
        if let Some(token) = names.resume_token() {
            read.extend(list().starting_token(token.to_string()).items().try_collect::<Vec<_>>().await.unwrap());
        }
        assert_eq!(read, all(), "{limit}");
    }
}

#[tokio::test]
async fn a_call_that_borrows_its_request_has_a_paginator() {
    let client = Client;
    let names = paginate!(
        Input::default() => |request| async { let request = request; client.list_by_reference(&request).await },
        input_token = next_token, result_key = data.names, item = u32
    );
    assert_eq!(names.boxed_local().items().try_collect::<Vec<_>>().await.unwrap(), all());
}

#[tokio::test]
async fn a_builder_has_a_paginator() {
    let client = Client;
    let names = paginate!(
        client.builder() => |request| request.send(),
        input_token = "NextToken", limit_key = "Limit", result_key = "data.names", builder,
    );
    assert_eq!(names.page_size(7).items().try_collect::<Vec<_>>().await.unwrap(), all());
    let names = paginate!(
        client.builder() => |request| request.send(),
        page_number = |request, page: u32| request.page(page), start = 1, result_key = "data.names", builder,
    );
    assert_eq!(names.items().try_collect::<Vec<_>>().await.unwrap(), all());
}

#[tokio::test]
async fn an_error_names_the_called_function_or_the_type_of_the_builder() {
    macro_rules! operation_of {
        ($names:expr) => {
            match $names.max_pages(1).pages().try_collect::<Vec<_>>().await.map(|_| ()) {
                Err(Error::TooManyPages(context)) => context.operation,
                other => panic!("{other:?}"),
            }
        };
    }
    let client = Client;
    let listed = paginate!(Input::default() => |request| client.list(request), input_token = "NextToken");
    assert_eq!(operation_of!(listed), "list");
    let sent = paginate!(client.builder() => |request| request.send(), input_token = "NextToken", builder);
    assert_eq!(operation_of!(sent), "Builder");
    let in_a_block = paginate!(
        client.builder() => |request| async move { request.send().await },
        input_token = "NextToken", builder,
    );
    assert_eq!(operation_of!(in_a_block), "Builder");
}

#[test]
fn the_parts_of_a_tuple_are_named_by_the_pattern() {
    let client = Client;
    let names = paginate!(
        ("name", 1) => |(query, page)| client.list_page(query, page),
        page_number = page, start = 1, result_key = "@", blocking
    );
    assert_eq!(names.items().collect::<Result<Vec<_>, Error<_>>>().unwrap(), all());
}

async fn count<T>(client: &Client, request: T, list: impl Fn(&Client, T) -> Result<Output, Infallible>) -> usize
where
    T: Clone + AsMut<Option<String>>,
{
    let names = paginate!(
        request => |request| std::future::ready(list(client, request)),
        input_token = |request, token: String| *request.as_mut() = Some(token), output_token = "NextToken",
        result_key = "data.names",
    );
    names.items().try_collect::<Vec<_>>().await.unwrap().len()
}

#[derive(Clone)]
struct Token(Option<String>);

impl AsMut<Option<String>> for Token {
    fn as_mut(&mut self) -> &mut Option<String> {
        &mut self.0
    }
}

#[tokio::test]
async fn the_request_may_be_generic() {
    let list = |_: &Client, token: Token| Ok(answer(start(token.0.as_ref()), 4));
    assert_eq!(count(&Client, Token(None), list).await, 10);
}

/// Lists whose pages have the link of the next one.
mod links {
    use std::cell::Cell;
    use std::fmt::{self, Display};
    use std::str::FromStr;

    use super::*;

    /// A page with its link as a string and as a `Uri`.
    #[derive(Debug)]
    struct LinkedPage {
        names: Vec<u32>,
        links: Option<Links>,
        total: u64,
    }

    #[derive(Debug)]
    struct Links {
        next: Option<String>,
        uri: Option<Uri>,
    }

    /// A link that is neither a string nor serializable.
    #[derive(Clone, Debug, PartialEq)]
    struct Uri(String);

    impl Display for Uri {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }
    }

    impl FromStr for Uri {
        type Err = Infallible;
        fn from_str(uri: &str) -> Result<Self, Infallible> {
            Ok(Self(uri.to_owned()))
        }
    }

    fn page(start: u32, size: u32) -> Result<LinkedPage, Infallible> {
        let end = (start + size).min(10);
        let next = (end < 10).then(|| format!("/names?start={end}&size={size}"));
        let links = next.map(|next| Links { uri: Some(Uri(next.clone())), next: Some(next) });
        Ok(LinkedPage { names: (start..end).collect(), links, total: 10 })
    }

    impl Client {
        async fn first(&self, input: Input) -> Result<LinkedPage, Infallible> {
            page(0, input.limit.unwrap_or(3).into())
        }

        async fn follow(&self, link: &str) -> Result<LinkedPage, Infallible> {
            self.follow_blocking(link)
        }

        fn first_blocking(&self, query: &str, size: u32) -> Result<LinkedPage, Infallible> {
            assert_eq!(query, "name");
            page(0, size)
        }

        fn follow_blocking(&self, link: &str) -> Result<LinkedPage, Infallible> {
            let (start, size) = link.strip_prefix("/names?start=").unwrap().split_once("&size=").unwrap();
            page(start.parse().unwrap(), size.parse().unwrap())
        }

        fn first_builder(&self) -> FirstBuilder<'_> {
            FirstBuilder { client: self, limit: None }
        }
    }

    #[derive(Clone)]
    struct FirstBuilder<'a> {
        client: &'a Client,
        limit: Option<u8>,
    }

    impl FirstBuilder<'_> {
        fn set_limit(self, limit: impl Into<u8>) -> Self {
            Self { limit: Some(limit.into()), ..self }
        }
        async fn send(self) -> Result<LinkedPage, Infallible> {
            self.client.first(Input { limit: self.limit, ..Input::default() }).await
        }
    }

    /// Lists everything, in parts of each length that are resumed, and in pages of one size.
    macro_rules! check {
        ($paginator:expr) => {{
            assert_eq!($paginator.page_size(4).pages().try_collect::<Vec<_>>().await.unwrap().len(), 3);
            for limit in 0..=10 {
                let mut names = $paginator.page_size(4).max_items(limit).items();
                let mut read = Vec::new();
                while let Some(name) = names.try_next().await.unwrap() {
                    read.push(name);
                }
                if let Some(token) = names.resume_token() {
                    let rest = $paginator.starting_token(token.to_string()).items();
                    read.extend(rest.try_collect::<Vec<_>>().await.unwrap());
                }
                assert_eq!(read, all(), "{limit}");
            }
        }};
    }

    #[tokio::test]
    async fn a_link_is_requested_by_a_second_closure() {
        let client = Client;
        check!(paginate!(
            Input::default() => |request| client.first(request),
            next_link = "links.next", next_method = async |link| client.follow(&link).await,
            limit_key = "Limit", result_key = "names",
        ));
        check!(paginate!(
            client.first_builder() => |request| request.send(),
            next_link = |page| page.links.as_ref()?.uri.clone(),
            next_method = |uri| async { let uri = uri; client.follow(&uri.0).await },
            limit_key = "Limit", result_key = "names", total_items = "total", builder,
        ));
    }

    #[tokio::test]
    async fn a_list_with_links_can_be_boxed_and_spawned() {
        let names = paginate!(
            Input::default() => |request| async move { Client.first(request).await },
            next_link = "links.uri", next_method = |link| async move { Client.follow(&link.0).await },
            result_key = "names", item = u32, end_on = "short_page", more_results = |page| page.links.is_some(),
        );
        let names = tokio::spawn(async { names.boxed().items().try_collect::<Vec<_>>().await.unwrap() });
        assert_eq!(names.await.unwrap(), all());
    }

    #[test]
    fn a_blocking_call_may_have_links_and_a_tuple_of_parts() {
        let (client, followed) = (Client, Cell::new(0));
        let names = paginate!(
            ("name", 4) => |(query, size)| client.first_blocking(query, size),
            next_link = links.next,
            next_method = |link| {
                followed.set(followed.get() + 1);
                client.follow_blocking(&link)
            },
            limit_key = size, result_key = "names", blocking
        );
        assert_eq!(names.page_size(3).items().collect::<Result<Vec<_>, Error<_>>>().unwrap(), all());
        assert_eq!(followed.get(), 3);
    }
}

/// Lists that borrow a client, in futures that must be `Send`: those of tasks, and of web handlers.
mod spawned {
    use super::*;

    impl Client {
        async fn list_numbered(&self, query: &str, page: u32) -> Result<Vec<u32>, Infallible> {
            self.list_page(query, page)
        }

        async fn follow_token(&self, link: &str) -> Result<Output, Infallible> {
            Ok(answer(link.parse().unwrap(), 3))
        }

        async fn list_borrowed<'a>(&'a self, names: &'a [u32], token: Option<u32>) -> Result<Vec<&'a u32>, Infallible> {
            let start = token.map_or(0, |token| token as usize + 1);
            Ok(names[start.min(names.len())..].iter().take(3).collect())
        }

        async fn list_groups<'a>(&'a self, names: &'a [u32], request: Position<'a>) -> Result<Groups<'a>, Infallible> {
            let (offset, groups) = (request.offset.unwrap_or(0), names.chunks(3));
            let next = Position { marker: Some(Cow::Borrowed("next")), offset: Some(offset + 1) };
            let next = if offset + 1 < groups.len() { next } else { Position::default() };
            let groups = groups.skip(offset).take(1).map(|group| Group { names: group.iter().collect() }).collect();
            Ok(Groups { groups, next })
        }
    }

    #[derive(Clone, Default)]
    struct Position<'a> {
        marker: Option<Cow<'a, str>>,
        offset: Option<usize>,
    }

    struct Groups<'a> {
        groups: Vec<Group<'a>>,
        next: Position<'a>,
    }

    struct Group<'a> {
        names: Vec<&'a u32>,
    }

    #[tokio::test]
    async fn items_pages_and_the_full_result_can_be_awaited() {
        let task = tokio::spawn(async {
            let client = Client;
            let list = || {
                paginate!(
                    Input::default() => |request| client.list(request),
                    input_token = "NextToken", limit_key = "Limit", result_key = "data.names",
                )
            };
            assert_eq!(list().items().try_collect::<Vec<_>>().await.unwrap(), all());
            let mut items = list().prefetch(1).items();
            let mut pages = list().pages();
            let mut items_of = list().items_of(|page| page.data.unwrap().names);
            let mut read = Vec::new();
            while let Some(item) = items.try_next().await.unwrap() {
                read.push(item);
                assert_eq!(items_of.next().await, Some(Ok(item)));
            }
            assert_eq!(read, all());
            while let Some(page) = pages.next().await {
                page.unwrap();
            }
            list().full_result().await.unwrap().output
        });
        assert_eq!(task.await.unwrap().data.unwrap().names, all());
    }

    #[tokio::test]
    async fn a_closure_can_inspect_the_pages() {
        let task = tokio::spawn(async {
            let (client, count) = (Client, std::sync::Mutex::new(0));
            let names = paginate!(
                Input::default() => async |request| client.list_by_reference(&request).await,
                input_token = "NextToken", result_key = "data.names",
            );
            let names = names.inspect_pages(|_| *count.lock().unwrap() += 1).items();
            assert_eq!(names.try_collect::<Vec<_>>().await.unwrap(), all());
            count.into_inner().unwrap()
        });
        assert_eq!(task.await.unwrap(), 4);
    }

    #[tokio::test]
    async fn pages_can_be_numbered_or_linked() {
        tokio::spawn(async {
            let (client, query) = (Client, String::from("name"));
            let numbered = paginate!(
                (query.as_str(), 1) => |(query, page)| client.list_numbered(query, page),
                page_number = page, start = 1, result_key = "@",
            );
            assert_eq!(numbered.prefetch(2).items().try_collect::<Vec<_>>().await.unwrap(), all());
            let linked = paginate!(
                Input::default() => |request| client.list(request),
                next_link = "NextToken", next_method = async |link| client.follow_token(&link).await,
                result_key = "data.names",
            );
            assert_eq!(linked.items().try_collect::<Vec<_>>().await.unwrap(), all());
        })
        .await
        .unwrap();
    }

    #[tokio::test]
    async fn the_request_and_the_page_can_borrow() {
        tokio::spawn(async {
            let (client, names) = (Client, all());
            let built = paginate!(
                client.builder() => |request| request.send(),
                input_token = "NextToken", limit_key = "Limit", result_key = "data.names", builder,
            );
            assert_eq!(built.items().try_collect::<Vec<_>>().await.unwrap(), all());
            let borrowed = paginate!(
                (&names[..], None) => |(names, token)| client.list_borrowed(names, token),
                input_token = token, output_token = |page| page.last().map(|name| **name), result_key = "@",
            );
            assert_eq!(borrowed.items().try_collect::<Vec<&u32>>().await.unwrap(), all().iter().collect::<Vec<_>>());
        })
        .await
        .unwrap();
    }
    #[tokio::test]
    async fn several_tokens_and_lists_in_lists_can_borrow() {
        tokio::spawn(async {
            let (client, names) = (Client, all());
            let expected = names.iter().collect::<Vec<_>>();
            let tokens = paginate!(
                (&names[..], Position::default()) => |(names, request)| client.list_groups(names, request),
                input_token = [request.marker, request.offset], output_token = [next.marker, next.offset],
                result_key = "groups[].names[]",
            );
            assert_eq!(tokens.items().try_collect::<Vec<&u32>>().await.unwrap(), expected);
            let offset = paginate!(
                (&names[..], Position::default()) => |(names, request)| client.list_groups(names, request),
                offset = request.offset, start = 0, result_key = "groups[].names[]",
            );
            assert_eq!(offset.prefetch(2).items().try_collect::<Vec<&u32>>().await.unwrap(), expected);
        })
        .await
        .unwrap();
    }
}

mod in_a_macro {
    use paginated::{paginate, paginated};

    // rustc ignores the invisible group around a fragment in the output of a macro: `$size * 2` became `1 + 1 * 2`.
    macro_rules! numbers {
        ($client:expr, $size:expr) => {
            paginate!(
                $size * 2 => |size| $client.numbers(size, $size * 2),
                input_token = size, output_token = |page| page.first().map(|_| $size * 2), result_key = "@",
                end_on = "repeated_token", blocking,
            )
        };
    }

    macro_rules! client {
        ($size:expr) => {
            struct Client;

            #[paginated(result_key = "@", end_on = "repeated_token")]
            impl Client {
                fn numbers(&self, size: u32, same: u32) -> Result<Vec<u32>, ()> {
                    Ok(vec![size, same])
                }

                #[paginated(input_token = size, output_token = |page| page.first().map(|_| $size * 2))]
                fn list(&self, size: u32, bytes: [u8; $size * 2]) -> Result<Vec<u32>, ()> {
                    assert_eq!(bytes.len(), 4);
                    self.numbers(size, $size * 2)
                }
            }
        };
    }

    client!(1 + 1);

    #[test]
    fn a_fragment_with_an_operator_keeps_its_value() {
        let client = Client;
        assert_eq!(numbers!(&client, 1 + 1).items().collect::<Result<Vec<_>, _>>().unwrap(), [4, 4]);
        assert_eq!(client.list_paginator(4, [0; 4]).items().collect::<Result<Vec<_>, _>>().unwrap(), [4, 4]);
    }
}

/// The fields of the request were not found.
#[tokio::test]
async fn a_request_can_be_in_an_option() {
    let client = Client;
    let list = async |input: Option<Input>| client.list(input.unwrap_or_default()).await;
    let names = paginate!(
        Some(Input::default()) => |request| list(request),
        input_token = "NextToken", limit_key = "Limit", result_key = "Data.Names",
    );
    assert_eq!(names.page_size(4).items().try_collect::<Vec<_>>().await, Ok(all()));
    let names = paginate!(
        None => |request| list(request),
        input_token = "NextToken", result_key = "Data.Names",
    );
    assert_eq!(names.items().try_collect::<Vec<_>>().await, Ok(all()));
}

/// A temporary in the request was dropped before the paginator was used.
#[test]
fn a_request_can_borrow_a_temporary() {
    #[derive(Clone)]
    struct Named<'a> {
        name: &'a str,
        input: Input,
    }

    let list = |Named { name, input }: Named<'_>| {
        assert_eq!(name, "name");
        Ok::<_, Infallible>(answer(start(input.next_token.as_ref()), 3))
    };
    let names = paginate!(
        Named { name: &["na", "me"].concat(), input: Input::default() } => |request| list(request),
        input_token = input.next_token, output_token = "NextToken", result_key = "Data.Names", blocking,
    )
    .items()
    .collect::<Result<Vec<_>, _>>();
    assert_eq!(names.unwrap(), all());
}

/// The request `()` was taken for a mistake that is reported already, so the expression was `()` itself.
#[test]
fn a_request_can_be_a_unit() {
    let list = || Ok::<_, Infallible>(answer(0, 5));
    let next = |token: &str| Ok::<_, Infallible>(answer(token.parse().unwrap(), 5));
    let names = paginate!(
        () => |()| list(),
        next_link = "NextToken", next_method = |token| next(&token), result_key = "Data.Names", blocking,
    );
    assert_eq!(names.items().collect::<Result<Vec<_>, _>>().unwrap(), all());
}

/// The macro panicked.
#[test]
fn a_function_can_have_a_raw_name() {
    fn r#match(input: Input) -> Result<Output, Infallible> {
        Ok(answer(start(input.next_token.as_ref()), 4))
    }

    let names = paginate!(
        Input::default() => |request| r#match(request),
        input_token = "NextToken", result_key = "Data.Names", blocking,
    );
    assert_eq!(names.items().collect::<Result<Vec<_>, _>>().unwrap(), all());
}

/// The `.await` in the function was taken for one in the closure, which is not `async`.
#[tokio::test]
async fn the_closure_can_contain_an_async_function() {
    let names = paginate!(
        Input::default() => |request| {
            async fn list(request: Input) -> Result<Output, Infallible> {
                Client.list(request).await
            }
            list(request)
        },
        input_token = "NextToken", result_key = "Data.Names",
    );
    assert_eq!(names.items().try_collect::<Vec<_>>().await, Ok(all()));
}
