//! The most frequent mistakes, by the first line of the error. Mistakes that compile are in the [last section](#the-list).
//!
//! The names in the errors are those of an example.
//!
//! # The attribute
//!
//! - ``missing paging style for `list` ``: say how the next page is requested, as in `input_token = "NextToken"`.
//! - ``unknown option `pageSize` ``: the option is called `limit_key`. The error proposes the name for other spellings too.
//! - ``expected the request's field for the page size, found `50` ``: `limit_key` names a field. Call `page_size(50)` on the
//!   paginator.
//! - ``a page may repeat the position that was requested: an `input_token` of the type `u32` needs an `output_token` ``: the
//!   token is a number. If it counts items or pages, write `offset` or `page_number`.
//! - `` `IsLast` says that the list is over, and `more_results` is true while there are more pages``: negate the flag, as in
//!   `more_results = "!IsLast"`.
//! - `` `pageInfo.hasNextPage` says that there are more pages, and a flag with `!` says that the list is over``: remove the `!`.
//! - `` `Vec<Session>` has no fields``: the response is itself a `Vec` of items. Write `result_key = "@"`.
//! - ``cannot find function `list` in this scope``: the function is in an `impl` block and has no receiver. Write
//!   `name = Self::list_paginator`.
//! - ``duplicate definitions with name `list_paginator` ``: choose another name, as in `name = list_pages`.
//! - ``no function or associated item named `list_next` found for type parameter `Self` in the current scope``:
//!   `next_method` means a method next to this one. For a free function, write `self::list_next`.
//!
//! rustc may propose a key with a part in quotes, such as `data."nextToken"`, or without the path before the field. Write the whole
//! path in quotes instead: `"data.nextToken"`. The path into a response that is a tuple has no quotes: `1.next_token`. That into a
//! parameter begins with its name: `input.1.next_token`. If one key has two errors, the first one says what to write.
//!
//! # The request
//!
//! - ``no field `token` on type `&mut Input` ``: the key does not name a field of the request. If the field is written by a
//!   method or is in a map, write a closure: `input_token = |request, token| …`. If the request is a builder, add `builder`. If the
//!   key is a default and the method has no such value, write `limit_key = false` at the method. If the type is that of the
//!   client, the method lacks a parameter for the request or for the token.
//! - ``attempted to take value of method `next_token` on type `&mut ListBuilder` ``: if the type is the request, add `builder`. If it is
//!   the page, call the method in a closure.
//! - ``the trait bound `Input: Clone` is not satisfied``: each page is requested with a clone of the request. Derive `Clone`, or
//!   let the method take the request by reference. Create a builder of another crate [for each page](super::clients#requests).
//! - `` `ListFluentBuilder` is a builder, and the option `builder` is missing``: add `builder`.
//! - `` `ListBuilder` has no setter `set_limit` or `limit` ``: the key does not name a setter. Write the exact name without quotes.
//! - ``a setter must take the builder and a `String`, and return the builder``: the setter takes another value, or it takes
//!   `&mut self`. If all of them do so, remove `builder` and call them in closures:
//!   `limit_key = |request, size: u32| request.limit(size)`.
//! - `` `Offset` cannot hold a page number, an offset, or a page size``: the type has no conversion from a number. Write a closure:
//!   `offset = |request, number: u32| request.offset = Offset::new(number)`.
//! - ``the request's `Filter` has no default``: the field is reset, or filled to hold a token. Make it an `Option`, or derive
//!   `Default`.
//! - ``this method takes 0 arguments but 1 argument was supplied``: the request is a struct with getters, and not a builder. Remove
//!   `builder`.
//! - ``no method named `set_next_token` found for struct `ListBuilder` in the current scope``: in `paginate!`, a quoted key is the
//!   setter `set_<key>` alone. Write the name of the setter without quotes: `input_token = next_token`. Do not import a trait
//!   that rustc proposes.
//! - ``the value that this closure returns is ignored``: the closure returns a changed copy of the request. Change the request
//!   itself, as in `request.page = page`. If the request is a builder, add `builder`.
//! - ``mismatched types``, with the label ``expected `i32`, found `usize` ``: name the type of the number in the closure, as in
//!   `limit_key = |request, size: i32| request.set_limit(size)`. A page size that does not fit is then an error of the list.
//! - ``the next link is a `String`, and `next_method` takes a `Input` ``: `next_method` is called with the link, and not with the
//!   request. See [values that a link lacks](super::apis#values-that-a-link-lacks).
//! - `` `next_method` returns `Result<NextPage, paginated_tests::sessions::Error>`, and the method for the first page returns `Result<Output, paginated_tests::sessions::Error>` ``:
//!   let both methods return the same page and the same error. Convert the errors of a client by `map_err` in both.
//! - ``the page's token is a `i64`, which does not fit into the request's `String` ``: name another `output_token`, or convert the
//!   token in a closure: `output_token = |page| page.next.as_ref().map(|next| next.to_string())`. If only the page has an
//!   `Option<Option<String>>`, write `|page| page.next.clone().flatten()`.
//!
//! # The page
//!
//! - ``the type of the items is not known: `Output` does not derive `Page` ``: derive `Page`. For a type of another crate, name
//!   the item type, as in `item = Session`.
//! - `` `Output` has no such field: it has `sessions` and `next_token` ``: the result key does not name a field of the page. A
//!   key is the name of the Rust field, and not that of `#[serde(rename)]`.
//! - ``no field `next_token` on type `&mut Response<paginated_tests::sessions::DescribeSessionsOutput>` ``: the function returns
//!   the page inside a type of the client library. Return the page: `.map(Response::into_inner)`.
//! - ``no field `next_token` on type `&mut Output` ``, marked at `input_token`: without `output_token`, the page's token has the
//!   same name as the request's. Name the page's field.
//! - ``no field `node` on type `&mut Vec<Option<Edge>>` ``: the key names a field of the elements of a list. Write
//!   `"edges[].node"`.
//! - ``the items are `Option<Edge>`s, and `item` is `Edge` ``: write `item = Option<Edge>`, or `result_key = "edges[]"`, which
//!   skips each `None`.
//! - `` `Output` exposes none of its fields``: the fields are private, and the struct is not. Make the field `pub`, or name the
//!   item type, as in `item = Session`.
//! - ``field `next_token` of struct `Input` is private``: write a closure. In a page, it calls the getter:
//!   `output_token = |page| page.next_token().map(str::to_owned)`.
//! - `` `Sessions` cannot be a result key``: a key names the list inside, as in `"Sessions.Items"`. Without the feature `std`, a
//!   `HashMap` is not a result key.
//! - ``mismatched types``, with the note ``closures can only be coerced to `fn` types``: a closure for a key captures nothing.
//!   Read the value from the page or the request.
//! - ``a `Key` cannot be a token``: derive `Clone` and `PartialEq`, and implement serde's traits, or `Display` and `FromStr`.
//!   Otherwise, write `token_with = module`. With `token_with = false`, the list has no resume token.
//!
//! # The paginator
//!
//! - ``this paginator has no items``: add `result_key`, or call `pages()`.
//! - ``this paginator has no `limit_key`, so there is no field for a page size``: add `limit_key`.
//! - ``no method named `next` found for struct `paginated::paginator::Paginator<O, M>` in the current scope``: call `items()` or
//!   `pages()` first. A paginator is also not a future, and not an iterator.
//! - ``no method named `items` found for associated type `impl Future<Output = Result<Output, paginated_tests::sessions::Error>>` in the current scope``:
//!   call the generated method, `list_paginator`.
//! - ``no method named `max_items` found for struct `Items<O, M>` in the current scope``: configure the paginator before `items()`.
//! - ``this list is not an `Iterator`, because its method is async``: write `while let Some(item) = items.next().await`. For
//!   `map` and `collect`, import `futures::StreamExt`. Without it, rustc may report that their trait bounds were not satisfied.
//! - ``use of unstable library feature `iterator_try_collect` ``: the list of a method that is not async is an iterator. Write
//!   `items().collect::<Result<Vec<_>, _>>()`.
//! - `` `?` couldn't convert the error to `paginated_tests::sessions::Error` ``: the error is `paginated::Error<E>`, which contains
//!   the client's error `E`. Return it, or implement `From<paginated::Error<E>>` for your error.
//! - ``the trait bound `anyhow::Error: std::error::Error` is not satisfied``: a function requires a stream whose errors are
//!   `std::error::Error`s. Convert them by `.map_err(Error::flatten)`, which is a method of `futures::TryStreamExt`.
//! - ``the trait bound `ClientError: From<paginated::Error<Infallible>>` is not satisfied``: `Error::flatten` returns the client's
//!   error, which must implement this trait. For a type of another crate, return `paginated::Error<ClientError>`, or match
//!   `Error::Operation(error)`.
//! - ``the trait bound `ResumeToken: From<Option<String>>` is not satisfied``: the stored token is an `Option`. Write
//!   `if let Some(token) = stored { paginator = paginator.starting_token(token); }`. Starting tokens and resume tokens need the
//!   feature `resume`.
//! - `` `Session` is not an operation``: write `Items<impl Operation<Item = Session>>`. For a field, call `boxed()` and write
//!   `BoxItems<'static, Output, Item, Error>`.
//! - `` `match` arms have incompatible types``: the paginators of two methods have different types. Call `boxed()` on both.
//! - ``the trait `AppStream` is not dyn compatible``: add the option `boxed` and return a boxed future. See
//!   [trait objects](super::clients#trait-objects).
//!
//! # The client
//!
//! - `` `client` does not live long enough``: the list borrows the client. Let the method take `self` or `self: Arc<Self>`, which
//!   the paginator clones, or let the client live longer.
//! - ``future cannot be sent between threads safely``: code that is generic over a trait cannot know that the future is `Send`.
//!   Declare the method as `fn list(&self, …) -> impl Future<Output = …> + Send`.
//! - `` `dyn Client` cannot be shared between threads safely``: the future is declared `Send` and holds `&self`. Write
//!   `&(dyn Client + Sync)` or `&(impl Client + Sync)`, or declare `trait Client: Sync`.
//! - ``expected a closure that sends the request``: in `paginate!`, write `request => |request| client.list(request)`.
//! - `` `Result<Output, paginated_tests::sessions::Error>` is not a future``: in `paginate!`, add the option `blocking` if the
//!   call is not async.
//! - `` `impl Future<Output = Result<Output, paginated_tests::sessions::Error>>` is not a `Result` ``: in `paginate!`, remove
//!   the option `blocking`, because the call is async.
//! - ``captured variable cannot escape `FnMut` closure body``: in `paginate!`, the call needs `&mut client`. Let each call own a
//!   clone, as in [`paginate!`](crate::paginate). If the call needs only `&client`, and the closure is `move`, write `let client
//!   = &client;` before it.
//! - ``cannot return value referencing local variable `request` `` and ``cannot return value referencing temporary value``: in
//!   `paginate!`, the call borrows the request, or a value that ends with the closure. Write
//!   `|request| async move { request.send(client).await }`, where `client` is a reference.
//! - ``cannot move out of `client`, a captured variable in an `FnMut` closure``: in `paginate!`, each call needs the client. Write
//!   `let client = &client;` before it.
//!
//! # The list
//!
//! These mistakes compile. The list then ends early, repeats items, or never ends:
//!
//! - The list ends after its first page. The total [counts the items of the page](super::apis#page-numbers), a closure for
//!   `more_results` has the opposite sense, the token or the link is in another field or header, or a field mask of the request
//!   leaves it out.
//! - The list ends in the middle. The response is [an error with the status 200](super::clients#responses-with-an-error-inside),
//!   `end_on = "short_page"` ends it at [a page that lacks items](super::apis#pages-that-lack-items), or the total is
//!   [capped](super::apis#page-numbers).
//! - The list ends at an error that nobody sees. `while let Ok(Some(item)) = items.try_next().await`,
//!   `while let Some(Ok(item)) = items.next().await`, and `flatten()` of a blocking list ignore errors. Write
//!   `while let Some(item) = items.try_next().await?`.
//! - The list ends after an error that the loop passes over: it then returns `None`, and `try_collect()` returns no items. Stop at
//!   the error, or call `retry()`. If `resume_token()` is `Some`, the list is not complete.
//! - Items come twice, or are missing. `start` is wrong, [pages lack items](super::apis#pages-that-lack-items), the method [removes
//!   items from the page](super::clients#requests), the token is [a time that several items have](super::apis#the-last-item), or a
//!   value of the request [is not in the link](super::apis#values-that-a-link-lacks).
//! - The list begins anew, or never ends. The last token is a value [such as `"0"`](super::apis#tokens), the flag is always
//!   true, or the service [repeats its last page](super::apis#page-numbers).
