//! The macros, with their documentation. The macro crate cannot run examples that use this crate.

/// Generates a paginator for a method or function that requests one page of a list.
///
/// Describe how the next page is requested and where the items are. The method is unchanged. The generated function
/// `<method>_paginator` takes the same parameters, except that it takes a request by value if the method takes a reference to it.
/// It returns a [`Paginator`](crate::Paginator).
///
/// ```
/// use paginated::{Error, Page, paginated};
///
/// #[derive(Clone, Default)]
/// struct ListInput {
///     next_token: Option<String>,
///     limit: Option<u32>,
/// }
///
/// #[derive(Page)]
/// struct ListOutput {
///     names: Vec<String>,
///     next_token: Option<String>,
/// }
///
/// struct Client;
///
/// impl Client {
///     #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
///     async fn list(&self, input: ListInput) -> Result<ListOutput, std::io::Error> {
///         // Send a request.
/// #       let more = input.next_token.is_none();
/// #       Ok(ListOutput { names: vec!["a".into(), "b".into()], next_token: more.then(|| "t".into()) })
///     }
/// }
///
/// # futures::executor::block_on(async {
/// let mut names = Client.list_paginator(ListInput::default()).page_size(2).items();
/// while let Some(name) = names.next().await {
///     println!("{}", name?);
/// }
/// # Ok::<(), Error<std::io::Error>>(())
/// # }).unwrap();
/// ```
///
/// The attribute applies to methods of traits and of inherent `impl` blocks, and to free functions. On a trait or an `impl`
/// block, it holds [defaults](#defaults-for-a-client). The method is async, returns a future, or is blocking. The guide lists
/// [all supported kinds of clients](crate::guide::clients).
///
/// # Generated code
///
/// For the method above, the attribute generates this method next to it:
///
/// ```ignore
/// fn list_paginator(
///     &self,
///     input: ListInput,
/// ) -> Paginator<impl Operation<Output = ListOutput, Item = String, Error = std::io::Error> + HasItems + HasPageSize>;
/// ```
///
/// - If `item` is not written, the documentation shows the type of the item by the name of its field:
///   `ItemOf<ListOutput, FieldName<'n', 'a', 'm', 'e', 's'>>`. For a published client, write [`item`](#results): it also compiles
///   faster.
/// - The generated method has the visibility, the generic parameters, the lint levels, and the attributes `#[cfg]`,
///   `#[deprecated]`, and `#[doc(hidden)]` of the method. An `#[expect]` becomes an `#[allow]`. Its documentation lists the keys,
///   with links to their options.
/// - The generated method uses the annotated one: write `#[allow(dead_code)]` instead of `#[expect(dead_code)]`.
/// - The paginator borrows or owns the client exactly as the method does.
/// - If the method has a body, the return type may also have a bound `Borrows<…>`, which error messages and rustdoc show. Every
///   type satisfies it.
/// - [`Operation::Item`](crate::Operation::Item) is the type of an element of the first `result_key`. The paginator has
///   [`items()`](crate::Paginator::items) only with a `result_key`, and [`page_size()`](crate::Paginator::page_size) only
///   with a `limit_key`. A boxed paginator always has both. Without the key, `items()` panics, and a page size is an
///   [`Error::PageSize`](crate::Error::PageSize).
/// - If the method is blocking, its lists are iterators: see [`blocking`](crate::blocking). If a method with a
///   receiver returns a boxed future, the paginator is [boxed](crate::Paginator::boxed), so that the trait stays dyn
///   compatible.
/// - Nothing else is generated.
///
/// # Options
///
/// Options are separated by commas, in any order. Exactly one of `input_token`, `page_number`, `offset`, and `next_link`
/// chooses the paging style.
///
/// | option | value | default | name from |
/// |---|---|---|---|
/// | [`input_token`](#tokens) | request key, or a list of keys | none | botocore; `inputToken` of Smithy |
/// | [`output_token`](#tokens) | response key, or a list of keys | the keys of `input_token` | botocore; `outputToken` of Smithy |
/// | [`carried_token`](#tokens) | one of the keys of `input_token` | none | scroll and PIT ids of Elasticsearch |
/// | [`empty_token`](#tokens) | `"follow"` | an empty token ends the list | the Model Context Protocol; the default is botocore's |
/// | [`token_with`](#tokens) | module, or `false` | serde, or `Display` and `FromStr` | `with` of serde |
/// | [`page_number`](#page-numbers-and-offsets) | request key | none | this crate |
/// | [`offset`](#page-numbers-and-offsets) | request key | none | this crate; `OFFSET` of SQL |
/// | [`start`](#page-numbers-and-offsets) | integer | 0 for `offset`, required for `page_number` | this crate |
/// | [`echo`](#page-numbers-and-offsets) | response key | not checked | this crate |
/// | [`next_link`](#links) | response key | none | `nextLinkName` of Azure's `x-ms-pageable` |
/// | [`next_method`](#links) | path of a method | required for `next_link` | `operationName` of Azure's `x-ms-pageable` |
/// | [`more_results`](#the-end-of-the-list) | response key of a flag | the token decides | botocore |
/// | [`total_items`](#the-end-of-the-list) | response key | unknown | this crate |
/// | [`total_pages`](#the-end-of-the-list) | response key | unknown | this crate |
/// | [`end_on`](#the-end-of-the-list) | `"empty_page"`, `"short_page"`, `"repeated_token"`, or a list | none | this crate |
/// | [`result_key`](#results) | response key, or a list of keys | pages only, no items | botocore; `items` of Smithy |
/// | [`item`](#results) | type | found by `#[derive(Page)]` | this crate |
/// | [`reversed`](#results) | no value | the order of the service | `ending_before` of Stripe |
/// | [`non_aggregate_keys`](#results) | response key, or a list of keys | the fields of the last page | botocore |
/// | [`limit_key`](#other-values-in-the-request) | request key | no page size | botocore; `pageSize` of Smithy |
/// | [`first_page_only`](#other-values-in-the-request) | request key, or a list of keys | none | lists of Kubernetes |
/// | [`builder`](#other-values-in-the-request) | no value | the request is a struct | the AWS SDK for Rust |
/// | [`name`](#the-generated-function) | identifier, or `Self::identifier` | `<method>_paginator` | this crate |
/// | [`boxed`](#the-generated-function) | no value, or `"local"` | a type without a box | this crate |
/// | [`crate`](#the-generated-function) | path | `::paginated` | `crate` of serde |
///
/// # Keys
///
/// A *request key* names a field of the request, or a parameter of the method. A *response key* names a field of the
/// response. There are three ways to write a key:
///
/// - In quotes, a key has the syntax of botocore's paginators, which is a subset of JMESPath. It contains *wire names*, the names
///   that the service uses. They become Rust fields in snake case, as in the AWS SDK for Rust: `"DBInstances"` is the field
///   `db_instances`. A path has dots, `"Meta.Cursor"`. In a response, the key of a token, link, flag, or number may contain the
///   index of an element, `"Contents[-1].Key"`. A token or a link may have alternatives, which are tried in order:
///   `"NextMarker || Contents[-1].Key"`. The key `"@"` is the response itself. A `-` becomes a `_`. A name that is a Rust keyword is a
///   raw identifier: `"metadata.continue"` is the field `metadata.r#continue`. Only `self`, `super`, and `crate`, which cannot be raw,
///   get a `_`. For a field `continue_`, write the path without quotes: `metadata.continue_`.
/// - Without quotes, a key is a Rust field path: `next_token`, `meta.cursor`, `0.1`. It may contain the index of an element too,
///   as in `contents[-1].key`. For a newtype around a list, it is `0[-1].key`, and the `result_key` is `0`.
/// - A [closure](#closures) computes the value.
///
/// A request key that begins with the name of a parameter means this parameter, even if the request has a field of the same name.
/// In `fn list(&self, token: Option<&str>, input: ListInput)`, the key `"token"` is the parameter. To name the field, write the
/// parameter of the request before it, `"input.token"`, or rename the other parameter.
///
/// Any field on the path may be in an `Option` or a `Box`, and the key is the same. A resume token contains the
/// request key as it is written in the attribute. If you write the key in another way, such as `next_token` instead of
/// `"NextToken"`, stored resume tokens are rejected.
///
/// # Tokens
///
/// The response has a token, which the next request sends. Examples are AWS, Google, Slack, Stripe, and Relay.
///
/// - `input_token` is the field of the request that receives the token. A list of keys names several tokens, which are sent
///   together.
/// - `output_token` is the field of the response that has the next token. It has as many keys as `input_token`, and defaults to
///   the same keys, without the name of a parameter before them and without the `set_` of a setter. If the token is an integer,
///   `output_token` is required, because a field with the name of the `input_token` may repeat the position of the request. It is
///   also required if `input_token` is a closure.
/// - `carried_token` is one of the keys of `input_token`. Its value is carried from page to page, may repeat, and does not mean
///   that there is another page. If a page does not have it, the previous value is sent again. If it is the only token, the list
///   needs `more_results`, `end_on = "empty_page"`, or `end_on = "short_page"`, and has no resume token. Do not call `retry()` on
///   such a list: a request that failed may have advanced the state of the service, and the page would be lost.
/// - `empty_token = "follow"` makes `""`, `0`, and `false` tokens like others, so that only an absent token ends the list. A
///   `more_results` flag that is an `Option` of another type than `bool` is then true for each value.
/// - `token_with = module` names a module with the functions `serialize` and `deserialize`, as serde's `with` does. Resume
///   tokens store the token with them. The option is for types that implement neither serde's traits nor `Display` and
///   `FromStr`. With tokens of different types, both functions must be generic. With `token_with = false`, any token type with
///   `Clone` and `PartialEq` is accepted. The list has no `resume_token()`, and rejects each starting token that contains a
///   value of the `input_token`.
///
/// A token that is `None` or empty (`""`, `0`, `false`, an empty map or list) ends the list. If the key is a closure, only
/// `None` and `""` are empty. A token of your own type is empty if its serialized form is, or, without serde's traits, its
/// string form. Without the feature `resume`, and with `token_with`, it is never empty, so the response must have `None` instead
/// of an empty value. With several tokens, the list continues while any of them is present. Absent tokens are cleared in the
/// next request, unless they are carried. To clear a token that the caller set on a builder, the setter must take an `Option`. A
/// token that is read through an index, such as `"rows[-1].id"`, belongs to an item and is never empty. A resume token cannot
/// store such a token if it serializes as `null`. A page with the token that requested it is followed by an
/// [`Error::RepeatedToken`](crate::Error::RepeatedToken).
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// #[derive(Clone, Default)]
/// struct Search {
///     after: Option<u64>,
///     pit_id: Option<String>,
/// }
///
/// #[derive(Page)]
/// struct Hits {
///     hits: Vec<Hit>,
///     pit_id: Option<String>,
/// }
/// struct Hit {
///     sort: u64,
/// }
///
/// // The key of the last hit requests the next page. The id of the point in time is sent with each later request.
/// #[paginated(
///     input_token = ["after", "pit_id"],
///     output_token = ["hits[-1].sort", "pit_id"],
///     carried_token = "pit_id",
///     result_key = "hits",
/// )]
/// fn search(request: Search) -> Result<Hits, Infallible> {
///     // Send a request.
/// #   let first = request.after.map_or(0, |after| after + 1);
/// #   assert_eq!(request.pit_id.is_some(), first > 0);
/// #   Ok(Hits { hits: (first..(first + 2).min(5)).map(|sort| Hit { sort }).collect(), pit_id: Some("p".into()) })
/// }
///
/// let hits: Vec<u64> = search_paginator(Search::default()).items().map(|hit| hit.unwrap().sort).collect();
/// assert_eq!(hits, [0, 1, 2, 3, 4]);
/// ```
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct Input { cursor: Option<Cursor> }
/// # #[derive(Page)]
/// # struct Tools { tools: Vec<u32>, next_cursor: Option<Cursor> }
/// #[derive(Clone, Default, PartialEq)]
/// struct Cursor(String);
///
/// mod cursor_format {
/// #   use super::Cursor;
///     use serde::{Deserialize, Deserializer, Serializer};
///
///     pub fn serialize<S: Serializer>(cursor: &Cursor, to: S) -> Result<S::Ok, S::Error> {
///         to.serialize_str(&cursor.0)
///     }
///
///     pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Cursor, D::Error> {
///         String::deserialize(from).map(Cursor)
///     }
/// }
///
/// // An empty cursor is a cursor.
/// #[paginated(
///     input_token = "cursor",
///     output_token = "nextCursor",
///     result_key = "tools",
///     empty_token = "follow",
///     token_with = cursor_format,
/// )]
/// fn list_tools(input: Input) -> Result<Tools, Infallible> {
///     // Send a request.
/// #   Ok(match input.cursor {
/// #       None => Tools { tools: vec![1, 2], next_cursor: Some(Cursor(String::new())) },
/// #       Some(_) => Tools { tools: vec![3], next_cursor: None },
/// #   })
/// }
/// # fn main() {
///
/// let tools: Result<Vec<u32>, _> = list_tools_paginator(Input::default()).items().collect();
/// assert_eq!(tools.unwrap(), [1, 2, 3]);
/// # let mut tools = list_tools_paginator(Input::default()).items();
/// # tools.next();
/// # tools.next();
/// # let token = tools.resume_token().unwrap();
/// # assert_eq!(list_tools_paginator(Input::default()).starting_token(token).items().count(), 1);
/// # }
/// ```
///
/// # Page numbers and offsets
///
/// `page_number` and `offset` are the counted styles: pages, or items, are numbered. Examples are GitLab, Algolia, and Spring
/// for page numbers, and Jira Data Center, `OData`, and SQL for offsets. If the response has the next page number or offset, it
/// is a [token](#tokens): `input_token = "offset", output_token = "next_offset"`.
///
/// - `page_number` is the field of the request that receives the number of the page.
/// - `offset` is the field of the request that receives `start` plus the number of items before the page. The next offset is the
///   current one plus the number of items that were received, because services may return fewer items than requested. With
///   several result keys, the items are those of the first one. The service must count these alone.
/// - `start` is the number of the first page or item. It is 0 by default for `offset`. It is required for `page_number`, because
///   some APIs count from 0, and others from 1.
/// - `echo` is the field of the response that repeats the requested number. If it differs, the service ignored or clamped the
///   number. The page is then not yielded, and the error is [`Error::WrongPosition`](crate::Error::WrongPosition). A page
///   without such a number is not checked. If a service returns its last page for every higher number, and neither `echo` nor
///   another option ends the list, the list is endless. In that case, set [`max_pages`](crate::Paginator::max_pages).
///
/// Both styles require `result_key`, because a counted list ends at an empty page. A page is empty if the first result key has no
/// items, even if another one has some. With page numbers, [`more_results`](#the-end-of-the-list) can continue the list after such
/// a page.
///
/// The field in the request is an integer of any type, a `String`, an `Option` of one, or a type of your own with
/// `TryFrom<usize>`, `From<u32>`, `From<i32>`, or `From<String>`. For any other type, write a [closure](#closures). A number that
/// does not fit is an [`Error::PositionOverflow`](crate::Error::PositionOverflow).
///
/// The first request has the number that the caller set. If the caller set no number, it has `start`. In a field that is not an
/// `Option`, 0 means that the caller set no number. So does a negative number, and a string that is not a number. The value in a
/// builder, in a newtype, or behind a closure cannot be read, so the first request then always has `start`. To start at another
/// page, use [`starting_token`](crate::Paginator::starting_token): `starting_token("5")` starts at page 5, or at the offset 5.
/// The number must not be lower than `start`: many services return the first page for such a number, and its items would come
/// twice.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct ListRepos { page: Option<u32>, per_page: Option<u8> }
/// # #[derive(Clone, Default)]
/// # struct SearchIssues { start_at: u64, max_results: Option<u32> }
/// # #[derive(Page)]
/// # struct Issues { issues: Vec<u32>, start_at: u64, total: u64 }
/// # #[derive(Clone, Default)]
/// # struct ListOrders { page: Option<u32> }
/// # #[derive(Page)]
/// # struct Orders { content: Vec<u32>, number: u32, last: bool }
/// // GitLab: pages from 1, and the response is the list.
/// #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@")]
/// fn list_repos(request: ListRepos) -> Result<Vec<u32>, Infallible> {
///     // Send a request.
/// #   let page = request.page.unwrap();
/// #   Ok(((page - 1) * 3..(page * 3).min(7)).collect())
/// }
///
/// // Spring: pages from 0, and a flag that is true on the last page.
/// #[paginated(page_number = "page", start = 0, more_results = "!last", echo = "number", result_key = "content")]
/// fn list_orders(request: ListOrders) -> Result<Orders, Infallible> {
///     // Send a request.
/// #   let number = request.page.unwrap();
/// #   Ok(Orders { content: (number * 3..(number * 3 + 3).min(7)).collect(), number, last: number == 2 })
/// }
///
/// // Jira Data Center: an offset, and the number of all items.
/// #[paginated(
///     offset = "startAt",
///     limit_key = "maxResults",
///     echo = "startAt",
///     total_items = "total",
///     result_key = "issues",
/// )]
/// fn search_issues(request: SearchIssues) -> Result<Issues, Infallible> {
///     // Send a request.
/// #   let start = request.start_at as u32;
/// #   Ok(Issues { issues: (start..(start + 3).min(7)).collect(), start_at: request.start_at, total: 7 })
/// }
///
/// assert_eq!(list_repos_paginator(ListRepos::default()).items().count(), 7);
/// assert_eq!(list_orders_paginator(ListOrders::default()).items().count(), 7);
/// assert_eq!(search_issues_paginator(SearchIssues::default()).items().count(), 7);
/// ```
///
/// # Links
///
/// The response has a link to the next page, and another method requests it. Examples are Bitbucket, Microsoft Graph, and HAL.
///
/// - `next_link` is the field of the response that has the link. A link that is `None` or empty ends the list.
/// - `next_method` is the method that requests a link. Its arguments are the receiver, the parameters of the annotated method
///   other than the request and those that keys name, and the link. It returns the same `Result`. The link is passed by value or
///   by reference, or as `&str` if it is a `String`. If the annotated function is a method, a plain name
///   `list_next` means `Self::list_next`.
///
/// The request is the parameter with the fields that keys name. If no key names a field of a parameter, the request is
/// [recognized by its name or its type](crate::guide::clients#requests), such as `body` or `ListQuery`. A map or a list is
/// recognized by its name. If `next_method` needs such a parameter, rename the parameter or its type.
///
/// The page size and the other values of the request are only in the request for the first page, because a link usually contains
/// them. A value that it lacks must be [a parameter of its own](crate::guide::apis#values-that-a-link-lacks). A starting token
/// that is not a resume token is refused, because the client would follow it to any host. A link that is marked with
/// [`ResumeToken::service`](crate::ResumeToken::service) is accepted, and anyone can write a resume token. `next_method` must
/// therefore [check the host](crate::guide::apis#links-to-another-host) in any case.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct ListRepos { limit: Option<u32> }
/// # #[derive(Page)]
/// # struct Repos { values: Vec<u32>, next: Option<String> }
/// # struct Client;
/// # fn repos(first: u32) -> Repos {
/// #     let last = (first + 2).min(5);
/// #     Repos { values: (first..last).collect(), next: (last < 5).then(|| format!("https://example.org/repos?after={last}")) }
/// # }
/// impl Client {
///     #[paginated(next_link = "next", next_method = list_next, limit_key = "limit", result_key = "values")]
///     fn list(&self, workspace: &str, request: ListRepos) -> Result<Repos, Infallible> {
///         // Send the first request.
/// #       Ok(repos(0))
///     }
///
///     fn list_next(&self, workspace: &str, link: &str) -> Result<Repos, Infallible> {
///         // Request the link.
/// #       Ok(repos(link.rsplit('=').next().unwrap().parse().unwrap()))
///     }
/// }
///
/// assert_eq!(Client.list_paginator("acme", ListRepos::default()).items().count(), 5);
/// ```
///
/// # The end of the list
///
/// With tokens or links, the list ends when the response has none. A counted list ends at an empty page, even if the total is
/// larger, unless `more_results` is true. With `offset`, an empty page with a true flag is an
/// [`Error::MissingData`](crate::Error::MissingData), because the offset cannot advance. These options name other ends:
///
/// - `more_results` is a flag that is true while there are more pages. `"!last"` negates a flag. A false flag ends the list, even
///   if there is a token. A true flag without a token is an [`Error::MissingToken`](crate::Error::MissingToken). If a flag that is
///   a `bool` is absent, the list continues as it does without this option. Without `end_on`, a page without the flag ends a list
///   whose only token is carried. An `Option` of another type than `bool` is true if it is `Some`, unless its value is `""`, 0, or
///   an empty list, set, or map of a standard type, or a JSON value such as `null` (with the feature `resume`). It is false if it,
///   or an `Option` around it, is `None`. A quoted key with a name such as `last` or `done` is a compile error unless it is
///   negated. To use it anyway, write it without quotes. A negated key with a name such as `has_more` is also a compile error. To
///   use it anyway, write a closure.
/// - `total_items` or `total_pages` is the size of the whole list. It ends counted lists only, and not while `more_results` is
///   true. With `page_number`, `total_items` ends only a list that began at its first page. [`total()`](crate::Items::total)
///   returns the last one that a page had. A total that is negative, or is 0 on a page with items or on a later page than the
///   first, is unknown. A total that is too low ends a counted list early. Do not name one that the API caps or describes as
///   approximate, or that counts only the items of the page or those that are left. To show such a total, read it with
///   [`inspect_pages`](crate::Paginator::inspect_pages). `total_pages` cannot be combined with `offset`. A quoted key with a name
///   such as `page_size` or, for `total_items`, `page_count` is a compile error. To use it anyway, write it without quotes.
/// - `end_on = "empty_page"` ends the list at a page without items. `end_on = "short_page"` ends it at a page with fewer items than
///   the longest page so far, or without items. A resumed list does not know the pages before it. `end_on = "repeated_token"` ends
///   it at a page with the token that requested it. With tokens and links, none of them is the default, because services return
///   empty and short pages in the middle of a list. While `more_results` is true, an empty or a short page does not end the list,
///   but a repeated token does. Of several result keys, the first one alone decides whether a page is empty or short.
///
/// An `Option` that contains both the items and the token, link, flag, or total may be `None`, as in `{"data": null, "errors":
/// […]}`. Such a response is an [`Error::MissingData`](crate::Error::MissingData), not the end, unless a flag or a total outside of
/// the `Option` ends the list. In a list that an empty page ends, an `Option` of a struct around the items alone is also such an
/// `Option`. In any other list, a page without it is empty. A closure for the token, link, flag, or total reads such an `Option` if
/// it names its field. If the `Vec` of the items itself is `None`, the page is empty. If the whole response is `None`, it is an
/// empty list on the first page, and this error on a later one. If `result_key` is a closure, nothing is checked.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct GetEvents { next_token: Option<String> }
/// # #[derive(Page)]
/// # struct Events { events: Vec<u32>, next_forward_token: Option<String> }
/// # #[derive(Clone, Default)]
/// # struct GetMessages { before: Option<u64>, limit: Option<u32> }
/// # #[derive(Clone)]
/// # struct Message { id: u64 }
/// # #[derive(Clone, Default)]
/// # struct ListObjects { marker: Option<String> }
/// # #[derive(Page)]
/// # struct Objects { contents: Vec<u32>, next_marker: Option<String>, is_truncated: Option<bool> }
/// # #[derive(Clone, Default)]
/// # struct Search { page: u32 }
/// # #[derive(Page)]
/// # struct Hits { hits: Vec<u32>, nb_pages: u32 }
/// # #[derive(Clone, Default)]
/// # struct ListTracks { offset: u32 }
/// # #[derive(Page)]
/// # struct Tracks { items: Vec<u32>, total: u32 }
/// // CloudWatch Logs: the last page repeats its token.
/// #[paginated(
///     input_token = "nextToken",
///     output_token = "nextForwardToken",
///     result_key = "events",
///     end_on = "repeated_token",
/// )]
/// fn get_events(request: GetEvents) -> Result<Events, Infallible> {
///     // Send a request.
/// #   Ok(Events { events: vec![1], next_forward_token: Some("a".into()) })
/// }
///
/// // Discord: the id of the last message, which is the oldest, requests the next page. The last page is short.
/// #[paginated(input_token = "before", output_token = "[-1].id", result_key = "@", end_on = "short_page")]
/// fn get_messages(request: GetMessages) -> Result<Vec<Message>, Infallible> {
///     // Send a request.
/// #   let before = request.before.unwrap_or(5);
/// #   Ok((before.saturating_sub(3)..before).rev().map(|id| Message { id }).collect())
/// }
///
/// // S3: a flag says whether the list is truncated.
/// #[paginated(
///     input_token = "Marker",
///     output_token = "NextMarker",
///     more_results = "IsTruncated",
///     result_key = "Contents",
/// )]
/// fn list_objects(request: ListObjects) -> Result<Objects, Infallible> {
///     // Send a request.
/// #   let more = request.marker.is_none();
/// #   Ok(Objects { contents: vec![1, 2], next_marker: Some("m".into()), is_truncated: Some(more) })
/// }
///
/// // Algolia: the number of pages.
/// #[paginated(page_number = "page", start = 0, total_pages = "nbPages", result_key = "hits")]
/// fn search(request: Search) -> Result<Hits, Infallible> {
///     // Send a request.
/// #   assert!(request.page < 2);
/// #   Ok(Hits { hits: vec![1, 2], nb_pages: 2 })
/// }
///
/// // Spotify: the number of items.
/// #[paginated(offset = "offset", total_items = "total", result_key = "items")]
/// fn list_tracks(request: ListTracks) -> Result<Tracks, Infallible> {
///     // Send a request.
/// #   assert!(request.offset < 5);
/// #   Ok(Tracks { items: (request.offset..request.offset + 3).filter(|item| *item < 5).collect(), total: 5 })
/// }
///
/// assert_eq!(get_events_paginator(GetEvents::default()).items().count(), 2);
/// assert_eq!(get_messages_paginator(GetMessages::default()).items().count(), 5);
/// assert_eq!(list_objects_paginator(ListObjects::default()).items().count(), 4);
/// assert_eq!(search_paginator(Search::default()).items().count(), 4);
/// assert_eq!(list_tracks_paginator(ListTracks::default()).items().count(), 5);
/// ```
///
/// # Results
///
/// - `result_key` names the lists of the response. The elements of the first list are the items. Lists are `Vec`s, maps, strings,
///   and other types that implement [`ResultKey`](crate::ResultKey). The keys after the first one may also be numbers.
///   [`full_result()`](crate::Paginator::full_result) joins each key over all pages: lists and strings are appended, numbers are
///   added, and maps are merged. `"@"` is the response itself. A path with `[]` is a projection, as in JMESPath, and is written in
///   quotes: each `[]` means all elements of a list, and the value at the end of the path is the item. An element that is itself a
///   list is one item, which JMESPath would flatten. A `None` on the path is skipped and not counted. If the `Option` is hidden
///   behind an alias or a type parameter, name the type of the items: `item = u32`. The elements of the outermost list, and not the
///   items, decide how far an `offset` advances, and whether a page is empty or short. `total_items` counts these elements, too.
///   Only the first result key is counted in this way. If a page may lack its items and have those of another key, a list that an
///   empty or a short page ends needs `more_results`. Without `result_key`, the paginator has pages and no items.
/// - `item` is the type of the items. It is required for a struct that does not derive [`Page`](macro@crate::Page), and if
///   `result_key` is a closure. In [`paginate!`](crate::paginate), only the closure needs it.
/// - `reversed` reverses the items of each page, after its token was read. It is for services whose pages are in the reverse
///   order of the list. For any other service, the option makes the order of the items depend on the page size, and a list that
///   is resumed inside a page needs the same page size.
/// - `non_aggregate_keys` are fields that the full result takes from the first page. Every field that neither this option nor
///   `result_key` names is that of the last page. If the last page lacks a struct that contains a key, the struct is that of an
///   earlier page. If a closure for `result_key` returns `None` for the last page, all fields are those of an earlier page. Of
///   two `non_aggregate_keys` of which one contains the other, name the outer one only: the inner one would be that of the last
///   page.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct Input { next_token: Option<String>, ending_before: Option<u32> }
/// # #[derive(Page)]
/// # struct Instances { reservations: Vec<Reservation>, next_token: Option<String> }
/// # #[derive(Page)]
/// # struct Reservation { instances: Option<Vec<u32>> }
/// # struct Charges { data: Vec<Charge>, has_more: bool }
/// # struct Charge { id: u32 }
/// # #[derive(Page)]
/// # struct Scan { items: Vec<u32>, count: u32, table: String, next_token: Option<String> }
/// // EC2: the items are in lists of lists.
/// #[paginated(input_token = "NextToken", result_key = "Reservations[].Instances[]")]
/// fn describe_instances(input: Input) -> Result<Instances, Infallible> {
///     // Send a request.
/// #   let reservation = |instances| Reservation { instances };
/// #   Ok(Instances { reservations: vec![reservation(Some(vec![1, 2])), reservation(None), reservation(Some(vec![3]))], next_token: None })
/// }
///
/// // Stripe: pages before a charge. The newest charge of a page is the first one.
/// #[paginated(
///     input_token = "ending_before",
///     output_token = "data[0].id",
///     more_results = "has_more",
///     result_key = "data",
///     item = Charge,
///     reversed,
/// )]
/// fn list_charges(input: Input) -> Result<Charges, Infallible> {
///     // Send a request.
/// #   let before = input.ending_before.unwrap();
/// #   Ok(Charges { data: [before + 2, before + 1].map(|id| Charge { id }).into(), has_more: before < 4 })
/// }
///
/// // DynamoDB: the items are joined, the counts are added, and the table is that of the first page.
/// #[paginated(input_token = "NextToken", result_key = ["Items", "Count"], non_aggregate_keys = ["Table"])]
/// fn scan(input: Input) -> Result<Scan, Infallible> {
///     // Send a request.
/// #   let more = input.next_token.is_none();
/// #   Ok(Scan { items: vec![1, 2], count: 2, table: if more { "t" } else { "" }.into(), next_token: more.then(|| "n".into()) })
/// }
///
/// assert_eq!(describe_instances_paginator(Input::default()).items().count(), 3);
/// let scan = scan_paginator(Input::default()).full_result().unwrap().output;
/// assert_eq!((scan.items.len(), scan.count, &*scan.table), (4, 4, "t"));
///
/// // The service has the charges 1 to 6, and returns the pages [2, 1], [4, 3], and [6, 5].
/// let request = Input { ending_before: Some(0), ..Input::default() };
/// let charges: Vec<u32> = list_charges_paginator(request).items().map(|charge| charge.unwrap().id).collect();
/// assert_eq!(charges, [1, 2, 3, 4, 5, 6]);
/// ```
///
/// # Other values in the request
///
/// - `limit_key` is the field of the request that receives the [page size](crate::Paginator::page_size). It may have the types
///   of a page number. A number that does not fit is an [`Error::PageSize`](crate::Error::PageSize).
/// - `first_page_only` are fields that only the request for the first page has. In every other request, they have the default
///   value of their types. This includes the first request of a list that starts at a later page. The caller's token in a
///   builder, or behind a closure, cannot be read: a request that contains it counts as the request for the first page. With
///   `page_number` and `offset`, the field of `limit_key` cannot be one of them, because later pages would have another size.
/// - `builder` is for a request that is a builder. A quoted key `"NextToken"` means the setter `set_next_token`, or
///   `next_token` if there is no such method. A key without quotes is the exact name of the setter. The setter takes the value,
///   an `Option` of it, or any type with a conversion: `impl Into<String>`, `impl Into<i32>`. A quoted key of `first_page_only`
///   always means the setter `set_<key>`, which is called with `None`. Each page is requested with a clone of the builder;
///   [if it is not `Clone`](crate::guide::clients#requests), create it for each page.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct ListPods { resource_version: Option<String>, limit: Option<u32>, token: Option<String> }
/// # #[derive(Page)]
/// # struct Pods { items: Vec<u32>, metadata: Metadata }
/// # struct Metadata { token: Option<String> }
/// // The request for a later page must not have a resource version.
/// #[derive(Clone, Default)]
/// struct ListPodsBuilder(ListPods);
///
/// impl ListPodsBuilder {
///     fn set_token(mut self, token: Option<String>) -> Self {
///         self.0.token = token;
///         self
///     }
///
///     fn limit(mut self, limit: u32) -> Self {
///         self.0.limit = Some(limit);
///         self
///     }
///
///     fn set_resource_version(mut self, version: Option<String>) -> Self {
///         self.0.resource_version = version;
///         self
///     }
/// }
///
/// #[paginated(
///     input_token = "token",
///     output_token = "metadata.token",
///     limit_key = "limit",
///     first_page_only = "resourceVersion",
///     result_key = "items",
///     builder,
/// )]
/// fn list_pods(request: ListPodsBuilder) -> Result<Pods, Infallible> {
///     // Send a request.
/// #   let more = request.0.token.is_none();
/// #   assert_eq!(request.0.resource_version.is_some(), more);
/// #   assert_eq!(request.0.limit, Some(2));
/// #   Ok(Pods { items: vec![1, 2], metadata: Metadata { token: more.then(|| "t".into()) } })
/// }
///
/// let request = ListPodsBuilder::default().set_resource_version(Some("1".into()));
/// assert_eq!(list_pods_paginator(request).page_size(2).items().count(), 4);
/// ```
///
/// # The generated function
///
/// - `name` is the name of the generated function. In an `impl` block, a function that mentions neither `self` nor `Self` needs the
///   form `name = Self::list_all`, because the macro cannot see the block.
/// - `boxed` makes the generated method return a [`BoxPaginator`](crate::BoxPaginator), whose type can be named, and keeps the
///   trait dyn compatible. `boxed = "local"` returns a [`LocalBoxPaginator`](crate::LocalBoxPaginator), for a future that is not
///   declared `Send`, such as that of an `async fn` in a trait. The method must have a receiver. A list without
///   resume tokens cannot be boxed. In `impl Client<'_>`, give the method a visibility, such as `pub(self)`. Without one, the macro
///   takes it for a trait method and adds the bound `Self: Sync`, which rustc rejects there.
/// - `crate` is the path of this crate, for a crate that re-exports it. For `#[derive(Page)]`, write `#[page(crate = path)]`.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct Input { next_token: Option<String> }
/// # #[derive(Page)]
/// # struct Output { names: Vec<u32>, next_token: Option<String> }
/// # struct Client;
/// // A crate that re-exports this one.
/// mod sdk {
///     pub mod paging {
///         pub use paginated::*;
///     }
/// }
///
/// impl Client {
///     #[paginated(input_token = "NextToken", result_key = "Names", name = Self::names, crate = sdk::paging)]
///     fn list(input: Input) -> Result<Output, Infallible> {
///         // Send a request.
/// #       Ok(Output { names: vec![1, 2], next_token: None })
///     }
/// }
/// # fn main() {
///
/// assert_eq!(Client::names(Input::default()).items().count(), 2);
/// # }
/// ```
///
/// ```
/// # use paginated::{Blocking, BoxPaginator, Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct Input { next_token: Option<String> }
/// # #[derive(Page)]
/// # struct Output { names: Vec<u32>, next_token: Option<String> }
/// # struct Client;
/// trait Names {
///     #[paginated(input_token = "NextToken", result_key = "Names", boxed)]
///     fn list(&self, input: Input) -> Result<Output, Infallible>;
/// }
/// # impl Names for Client {
/// #     fn list(&self, input: Input) -> Result<Output, Infallible> { Ok(Output { names: vec![1, 2], next_token: None }) }
/// # }
///
/// fn names(client: &(dyn Names + Sync)) -> BoxPaginator<'_, Output, u32, Infallible, Blocking> {
///     client.list_paginator(Input::default())
/// }
/// # assert_eq!(names(&Client).items().count(), 2);
/// ```
///
/// # Defaults for a client
///
/// On a trait or an inherent `impl` block, the attribute holds defaults for the annotated methods inside, as Smithy's
/// `@paginated` on a service. A method writes only the options that differ. Its own paging style, which may be another
/// `input_token`, replaces the default style and the options that need a style: `output_token`, `carried_token`, `empty_token`,
/// `token_with`, `start`, `echo`, and `next_method`. All other defaults remain. Without a default style, a method has all
/// defaults that fit its style. The value `false` removes a default other than `token_with`, as in `limit_key = false`. A method
/// without `#[paginated]` gets no paginator. The attribute of a method is recognized by this name, so it cannot be imported
/// under another one.
///
/// ```
/// # use paginated::{Page, paginated};
/// # use std::convert::Infallible;
/// # #[derive(Clone, Default)]
/// # struct Input { next_token: Option<String>, limit: Option<u32>, page: Option<u32> }
/// # #[derive(Page)]
/// # struct Output { sessions: Vec<u32>, fleets: Vec<u32>, next_token: Option<String> }
/// # struct Client;
/// #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
/// impl Client {
///     #[paginated]
///     fn sessions(&self, input: Input) -> Result<Output, Infallible> {
///         // Send a request.
/// #       Ok(Output { sessions: vec![1], fleets: vec![], next_token: None })
///     }
///
///     #[paginated(result_key = "Fleets", limit_key = false)]
///     fn fleets(&self, input: Input) -> Result<Output, Infallible> {
///         // Send a request.
/// #       Ok(Output { sessions: vec![], fleets: vec![1, 2], next_token: None })
///     }
///
///     #[paginated(page_number = "Page", start = 1)]
///     fn numbered_sessions(&self, input: Input) -> Result<Output, Infallible> {
///         // Send a request.
/// #       let sessions = if input.page == Some(1) { vec![1, 2, 3] } else { vec![] };
/// #       Ok(Output { sessions, fleets: vec![], next_token: None })
///     }
/// }
///
/// assert_eq!(Client.sessions_paginator(Input::default()).page_size(10).items().count(), 1);
/// assert_eq!(Client.fleets_paginator(Input::default()).items().count(), 2);
/// assert_eq!(Client.numbered_sessions_paginator(Input::default()).items().count(), 3);
/// ```
///
/// # Closures
///
/// A closure can replace a key if no field has the value. Closures capture nothing. The guide has
/// [more examples](crate::guide::clients#closures).
///
/// | option | closure | type |
/// |---|---|---|
/// | `output_token`, `next_link` | <code>\|page\| …</code> | `fn(&Output) -> Option<Token>` |
/// | `more_results` | <code>\|page\| …</code> | `fn(&Output) -> bool`, or `Option<bool>` |
/// | `total_items`, `total_pages`, `echo` | <code>\|page\| …</code> | `fn(&Output) -> u64`, or `Option<u64>` |
/// | `result_key` | <code>\|page\| …</code> | `fn(&mut Output) -> Option<&mut List>` |
/// | `input_token` | <code>\|request, token\| …</code> | `fn(&mut Request, Token)`; with several tokens, `Option<Token>` |
/// | `page_number`, `offset` | <code>\|request, number\| …</code> | `fn(&mut Request, u64)`, or another integer type or `String`, which the closure names |
/// | `limit_key` | <code>\|request, size\| …</code> | `fn(&mut Request, usize)`, or another integer type or `String`, which the closure names |
///
/// Among several parameters, a closure changes the one that has the name of its first parameter, or otherwise the request. A
/// closure for the request changes a clone of it for each page. The closure of `limit_key` is called once. If the method takes
/// the request by reference, there is one request, which contains the values of the page before. The closure must then replace
/// them, as `insert` does, and not `push`.
///
/// The body of a closure for the request is a statement, whose value is ignored. The value may borrow the request, as that of a
/// setter that returns `&mut Self`. rustc warns if the value must be used, and reports `?` and `return value` as errors. A changed
/// copy, such as `Input { page, ..request.clone() }` or `request.clone().page(page)`, is a compile error. With `builder`, the
/// closure takes the builder and returns it. A closure cannot refuse a number: one that its type holds, but the request does not,
/// must not be dropped by `ok()`, which would send a request without it. Let it panic, by `expect`.
///
/// `non_aggregate_keys`, `carried_token`, and `first_page_only` cannot be closures. In resume tokens and errors, a closure has the
/// name of its option, such as `input_token`, or `input_token_2` for the second token.
///
/// ```
/// # use paginated::paginated;
/// # use std::collections::HashMap;
/// # use std::convert::Infallible;
/// struct Response {
///     headers: HashMap<String, String>,
///     rows: Vec<u32>,
/// }
///
/// #[paginated(
///     input_token = |query, token| query.insert("token".to_owned(), token),
///     output_token = |page| page.headers.get("x-next-token").cloned(),
///     limit_key = |query, size| query.insert("limit".to_owned(), size.to_string()),
///     total_items = |page| page.headers.get("x-total")?.parse().ok(),
///     result_key = |page| Some(&mut page.rows),
///     item = u32,
/// )]
/// fn rows(query: &HashMap<String, String>) -> Result<Response, Infallible> {
///     // Send a request.
/// #   let more = !query.contains_key("token");
/// #   assert_eq!(query["limit"], "2");
/// #   let headers = more.then(|| ("x-next-token".to_owned(), "t".to_owned())).into_iter().collect();
/// #   Ok(Response { headers, rows: vec![1, 2] })
/// }
///
/// assert_eq!(rows_paginator(HashMap::new()).page_size(2).items().count(), 4);
/// ```
///
/// # Errors
///
/// A list stops with an [`Error`](crate::Error): the error of the method in
/// [`Error::Operation`](crate::Error::Operation), or the reason why the list cannot continue. The list can be resumed, and a
/// request that failed can be retried: see [`Items`](crate::Items#after-an-error-and-after-the-end).
///
/// A mistake in the attribute is a compile error that marks the smallest part to change and proposes code. The mistakes that the
/// macro can see are reported together. Keys that name no field are reported after those. The guide lists [the most frequent
/// mistakes](crate::guide::mistakes).
///
/// # Panics
///
/// The generated function does not panic. If the method panics, so does the poll that called it, and no item is lost:
/// see [Failures lose nothing](crate::guide::guarantees#failures-lose-nothing).
///
/// # Cancel safety
///
/// Dropping a future of `next()` loses no page and repeats no request: see
/// [Cancel safety](crate::guide::guarantees#cancel-safety).
pub use paginated_macros::paginated;

/// Exposes the types of a page's fields to [`#[paginated]`](macro@crate::paginated).
///
/// Derive it for the response, and for each struct on the path to the items. The type of the items then need not be named.
/// Derive it also for the values of a map, so that [`full_result()`](crate::Paginator::full_result) can join their lists. The
/// values of a generic struct cannot be joined.
///
/// ```
/// use paginated::{Page, paginated};
///
/// #[derive(Page)]
/// struct Response {
///     data: Option<Data>,
///     next_token: Option<String>,
/// }
///
/// #[derive(Page)]
/// struct Data {
///     names: Vec<String>,
/// }
///
/// # #[derive(Clone)]
/// # struct Request { next_token: Option<String> }
/// // The item type is `String`.
/// #[paginated(input_token = "next_token", result_key = "data.names")]
/// fn list(request: Request) -> Result<Response, std::io::Error> {
///     // Send a request.
/// #   Ok(Response { data: Some(Data { names: vec!["a".into()] }), next_token: None })
/// }
/// # assert_eq!(list_paginator(Request { next_token: None }).items().count(), 1);
/// ```
///
/// Fields with narrower visibility than the struct are skipped unless they are lists, maps, strings, or numbers, because
/// exposing a private type is an error (E0446). If such a list contains a private type, move the list to a struct of its own.
/// Alternatively, do not derive `Page`, and name the item type in the attribute: `item = Session`.
///
/// If the `paginated` crate has another name or is re-exported, write its path: `#[page(crate = path)]` on the type.
///
/// `Page` cannot be derived in a module with `#![no_implicit_prelude]`, because the compiler resolves the `diagnostic`
/// attributes of the generated code through the prelude. Derive it in another module, and import the type.
pub use paginated_macros::Page;

/// Returns the [`Paginator`](crate::Paginator) of a call. Use it for an operation of a third-party client that is called in one
/// place.
///
/// `paginate!(request => |request| call, options…)` takes the request, a closure that sends it, and the options of
/// [`#[paginated]`](macro@crate::paginated). The types are inferred. The closure requests a page with a clone of the
/// request, in which the token, the page number, or the offset is set. The closure borrows the client.
///
/// ```
/// # use std::io;
/// use paginated::paginate;
/// # #[derive(Clone, Default)]
/// # struct ListInput { next_token: Option<String>, limit: Option<i32> }
/// # struct ListOutput { names: Option<Vec<String>>, next_token: Option<String> }
/// # struct Client;
/// # impl Client {
/// #     async fn list(&self, input: ListInput) -> io::Result<ListOutput> {
/// #         let more = input.next_token.is_none();
/// #         Ok(ListOutput { names: Some(vec!["a".into(), "b".into()]), next_token: more.then(|| "t".into()) })
/// #     }
/// # }
/// # futures::executor::block_on(async {
/// # let client = Client;
///
/// let names = paginate!(
///     ListInput::default() => |request| client.list(request),
///     input_token = "NextToken", limit_key = "Limit", result_key = "Names",
/// );
/// let names: Vec<String> = names.page_size(2).max_items(3).items().try_collect().await?;
/// assert_eq!(names.len(), 3);
/// # Ok::<(), paginated::Error<io::Error>>(())
/// # }).unwrap();
/// ```
///
/// - If the call borrows the request, write `|request| async move { client.list(&request).await }`, where `client` is a reference:
///   `let client = &client;`.
/// - `blocking` is the option for a call that is not async.
/// - If the call needs `&mut client`, let each call own a clone:
///   `|request| { let mut client = client.clone(); async move { client.list(request).await } }`. If the client is not `Clone`,
///   annotate a function that takes it by `&mut`.
/// - If the call returns a builder that is sent by `.await`, write `.into_future()` after it. Before edition 2024, also import
///   `std::future::IntoFuture`.
/// - If the request is a builder, add the option `builder`: `client.list() => |request| request.send()`. A quoted key is then
///   the setter `set_<key>`. A key without quotes is the setter itself.
/// - If the request is a tuple, the pattern of the closure names its parts: `(query, 1) => |(query, page)| …, page_number = page`.
///   With `builder`, the request is the builder alone.
/// - Temporaries in the request live until the end of the statement, as in the argument of a function. If the request is behind a
///   lock, bind a clone first, because the guard is such a temporary: `let request = shared.lock().unwrap().clone();`.
/// - If the pages have links, `next_method` is a second closure, which requests a link. If the call borrows the link, write
///   `next_method = |link| async move { client.follow(&link).await }`.
/// - A spawned task or a web handler must be `Send`. If the client is borrowed there, some methods of `StreamExt` that store items,
///   such as `chunks` and `buffered`, need `.boxed()` before `.items()`. Otherwise rustc reports that one type is more general than
///   the other.
///
/// ```
/// # use std::io;
/// use paginated::paginate;
/// # struct Output { names: Vec<String>, next: Option<String> }
/// # struct Client;
/// # impl Client {
/// #     fn list(&self, prefix: &str) -> io::Result<Output> {
/// #         Ok(Output { names: vec![prefix.into()], next: Some("/names/2".into()) })
/// #     }
/// #     fn follow(&self, link: &str) -> io::Result<Output> { Ok(Output { names: vec![link.into()], next: None }) }
/// # }
/// # let client = Client;
///
/// let names = paginate!(
///     "n" => |prefix| client.list(prefix),
///     next_link = "next", next_method = |link| client.follow(&link), result_key = "names", blocking,
/// );
/// assert_eq!(names.items().count(), 2);
/// ```
///
/// The options `name` and `boxed` are only for methods, and the option `blocking` is only for `paginate!`. To box the paginator,
/// call `.boxed()` on it.
///
/// # Errors
///
/// A list stops with an [`Error`](crate::Error). Invalid options are compile errors.
pub use paginated_macros::paginate;
