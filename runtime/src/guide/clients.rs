//! The supported kinds of clients, methods, requests, and responses.
//!
//! The snippets on this page share the following request, response, and client. The function `send` represents the code that
//! sends a request, and `send_blocking` represents the same without async. The function `count` counts the items of a stream.
//! The service has five names, `n0` to `n4`. A page has two of them by default, and a token is the number of the next name.
//!
//! ```
//! use paginated::{Page, paginated};
//!
//! #[derive(Clone, Default)]
//! struct ListInput {
//!     next_token: Option<String>,
//!     limit: Option<u32>,
//! }
//!
//! #[derive(Page)]
//! struct ListOutput {
//!     names: Vec<String>,
//!     next_token: Option<String>,
//! }
//!
//! struct Client;
//!
//! async fn send(input: &ListInput) -> std::io::Result<ListOutput> {
//!     // …
//! #   Ok(ListOutput { names: vec![], next_token: None })
//! }
//! ```
//!
//! # Methods and functions
//!
//! The attribute applies to trait methods with or without a body, to methods in inherent `impl` blocks, and to free functions.
//! The method is an `async fn` or returns a future. A named type is taken for a future if its name ends with `Future` or `Fut`, or
//! if it contains a result or a future, as in `Ready<io::Result<ListOutput>>`. A type such as `SearchResult` without type arguments
//! is taken for a page, except in `Ready<ListResult>` and in types with a lifetime, such as `Call<'_, ListResult>`.
//! [Blocking methods](#blocking-methods) are also supported. The generated method inherits
//! [the visibility and some attributes](macro@crate::paginated#generated-code).
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! # use std::future::Future;
//! trait Names {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list(&self, input: ListInput) -> io::Result<ListOutput>;
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_opaque(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>>;
//!
//!     // The paginator of a generic client is also `Send`. It requires `Self: Sync`.
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_send(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send;
//!
//!     // A provided method.
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_by_default(&self, input: ListInput) -> io::Result<ListOutput> {
//!         self.list(input).await
//!     }
//! }
//!
//! impl Client {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     pub async fn inherent(&self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     // `Self::` distinguishes an associated function from a free function.
//!     #[paginated(input_token = "NextToken", result_key = "Names", name = Self::associated_paginator)]
//!     pub async fn associated(input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn free(input: ListInput) -> io::Result<ListOutput> {
//!     send(&input).await
//! }
//! # impl Names for Client {
//! #     async fn list(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! #     fn list_opaque(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> { async move { send(&input).await } }
//! #     fn list_send(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send { async move { send(&input).await } }
//! # }
//! # fn generic<C: Names + Sync>(client: &C) -> impl Send { client.list_send_paginator(ListInput::default()).items() }
//! # let input = ListInput::default;
//! # generic(&Client);
//! # assert_eq!(count(Client.list_paginator(input()).items()), 5);
//! # assert_eq!(count(Client.list_opaque_paginator(input()).items()), 5);
//! # assert_eq!(count(Client.list_send_paginator(input()).items()), 5);
//! # assert_eq!(count(Client.list_by_default_paginator(input()).items()), 5);
//! # assert_eq!(count(Client.inherent_paginator(input()).items()), 5);
//! # assert_eq!(count(Client::associated_paginator(input()).items()), 5);
//! # assert_eq!(count(free_paginator(input()).items()), 5);
//! ```
//!
//! A boxed future keeps the trait dyn compatible, because its type can be named. See [Trait objects](#trait-objects).
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::{future::Future, io, pin::Pin};
//! use futures::future::{BoxFuture, LocalBoxFuture};
//!
//! trait Names {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>>;
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_local(&self, input: ListInput) -> LocalBoxFuture<'_, io::Result<ListOutput>>;
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_pinned(&self, input: ListInput) -> Pin<Box<dyn Future<Output = io::Result<ListOutput>> + Send + '_>>;
//! }
//! # impl Names for Client {
//! #     fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> { Box::pin(async move { send(&input).await }) }
//! #     fn list_local(&self, input: ListInput) -> LocalBoxFuture<'_, io::Result<ListOutput>> { Box::pin(async move { send(&input).await }) }
//! #     fn list_pinned(&self, input: ListInput) -> Pin<Box<dyn Future<Output = io::Result<ListOutput>> + Send + '_>> { self.list(input) }
//! # }
//! # assert_eq!(count(Client.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_local_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_pinned_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! # Third-party traits
//!
//! An `impl Names for Client` block can contain only the methods that `Names` declares. If a method in such a block is
//! annotated, the compiler reports that "method `list_paginator` is not a member of trait `Names`". If the trait is your own,
//! annotate the method in the trait. Otherwise, annotate a method that calls it: in an extension trait, in an `impl Client`
//! block, or as a free function. In an extension trait, the method needs another name than the one that it calls, such as
//! `list_page` below. Otherwise, rustc reports "multiple applicable items in scope". The same applies to a method of a trait if
//! a supertrait has a method of that name.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! # mod third_party {
//! #     use super::common::{ListInput, ListOutput};
//! #     pub trait Names { async fn list(&self, input: ListInput) -> std::io::Result<ListOutput>; }
//! # }
//! use third_party::Names;
//! # impl Names for Client { async fn list(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await } }
//! # fn main() {
//!
//! // For every client that implements the trait.
//! trait NamesPaged: Names {
//!     #[paginated(input_token = "NextToken", result_key = "Names", name = list_paginator)]
//!     async fn list_page(&self, input: ListInput) -> io::Result<ListOutput> {
//!         self.list(input).await
//!     }
//! }
//! impl<C: Names> NamesPaged for C {}
//!
//! // For one client.
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn list(client: &Client, input: ListInput) -> io::Result<ListOutput> {
//!     client.list(input).await
//! }
//! # assert_eq!(count(Client.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(list_paginator(&Client, ListInput::default()).items()), 5);
//! # }
//! ```
//!
//! # Receivers
//!
//! The paginator stores the receiver and the other arguments of the method, and calls the method for each request. It
//! therefore borrows or owns the client exactly as the method does.
//!
//! | receiver | the paginator | notes |
//! |---|---|---|
//! | `&self` | borrows the client | several paginators can share a client |
//! | `&mut self` | borrows the client mutably | one paginator at a time; a page cannot borrow from the client |
//! | `self: Arc<Self>`, `self: Rc<Self>` | owns the pointer | `'static`; with `Arc`, suitable for `tokio::spawn` |
//! | `self: &Arc<Self>` | borrows the pointer | |
//! | `self` | owns the client and clones it for each page | `'static`; the client must implement `Clone` |
//! | none | owns only the request | `'static` |
//!
//! The paginator is `'static` only if the other arguments are, too: an argument that is a reference is borrowed for the
//! lifetime of the paginator. The receivers `Box<Self>` and `Pin<&mut Self>` are rejected, because such a method cannot be
//! called a second time. In `impl dyn Names`, give the method a visibility, such as `pub(self)`. Without one, the macro takes
//! it for a trait method and adds a bound on `Self`, such as `Sized`, which `dyn Names` does not satisfy.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, ListOutput, send_blocking, count, send};
//! # use paginated::paginated;
//! # use std::io;
//! use std::sync::Arc;
//! # #[derive(Clone, Default)]
//! # struct Client { calls: usize }
//! # fn main() {
//!
//! impl Client {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list(&self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_exclusively(&mut self, input: ListInput) -> io::Result<ListOutput> {
//!         self.calls += 1;
//!         send(&input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_shared(self: Arc<Self>, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_by_arc(self: &Arc<Self>, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_by_value(self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//! }
//!
//! fn spawn(stream: impl Send + 'static) {
//!     // tokio::spawn(…)
//! }
//!
//! let mut client = Client::default();
//! assert_eq!(count(client.list_exclusively_paginator(ListInput::default()).items()), 5);
//! assert_eq!(client.calls, 3);
//!
//! spawn(client.clone().list_by_value_paginator(ListInput::default()).items());
//! spawn(Arc::new(client).list_shared_paginator(ListInput::default()).items());
//! # let client = Arc::new(Client::default());
//! # assert_eq!(count(client.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(client.list_by_arc_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Arc::clone(&client).list_shared_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client::default().list_by_value_paginator(ListInput::default()).items()), 5);
//! # }
//! ```
//!
//! # Requests
//!
//! The request is a struct with the fields that the keys name, a builder, or a set of plain parameters. All other parameters
//! have the same value for each page: values are cloned, and a `&mut` reference is reborrowed for each call. The receiver cannot be
//! the request: annotate a function that takes it as a parameter.
//!
//! | parameter | requirements |
//! |---|---|
//! | `input: ListInput` | `Clone`. A clone is sent for each page. The field of the token owns it: a `String`, or a `Cow` that a closure `output_token` creates. For a `&str`, take the token as a parameter of its own. |
//! | `input: &ListInput` | None. The paginator takes the request by value and passes a reference to each call. An `Option` that is filled to hold a token remains filled for the following pages. |
//! | `input: Box<ListInput>` | `Clone`. A request in an `Arc` or an `Rc` cannot be modified, so take it by reference instead. |
//! | `input: Option<ListInput>` | `Clone` and `Default`. A request that is `None` is created when a value must be set. |
//! | `request: ListBuilder`, with the option `builder` | `Clone`, and setters that take the builder by value and return it. |
//! | `next_token: Option<String>, limit: Option<u32>` | None. The keys name the parameters. If a token is a `&str` or an `Option<&str>`, the paginator owns the string and passes a reference. |
//!
//! If the method borrows its request or a value that a key names, or takes a `&mut` reference,
//! [`prefetch`](crate::Paginator::prefetch) requests at most one page ahead.
//!
//! The first request has the caller's token, if the caller set one. A list with page numbers or an offset (a *counted list*) starts
//! at the caller's number, if [the field has a number](macro@crate::paginated#page-numbers-and-offsets).
//!
//! A setter takes the value, an `Option` of it, or any type with a conversion, such as `impl Into<String>`. For any other setter,
//! write a [closure](#closures). A builder cannot be read, so the paginator does not know a token that the caller has set on it.
//! The same holds for a token that a closure writes. To start at a token, use
//! [`starting_token`](crate::Paginator::starting_token) instead. Otherwise, if the service returns the same token again, the
//! repetition is detected one page later. If there is another token, which can be read, a list that is resumed inside of the
//! first page loses the one that cannot.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! #[derive(Clone, Default)]
//! struct ListBuilder(ListInput);
//!
//! impl ListBuilder {
//!     // Called for the key "NextToken", because there is no `set_next_token`.
//!     // The parameter is a value or an `Option` of it.
//!     fn next_token(mut self, token: Option<String>) -> Self {
//!         self.0.next_token = token;
//!         self
//!     }
//!     // An unquoted key is the exact name of the setter.
//!     fn page_size(mut self, size: u32) -> Self {
//!         self.0.limit = Some(size);
//!         self
//!     }
//! }
//!
//! impl Client {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn by_value(&self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn by_reference(&self, input: &ListInput) -> io::Result<ListOutput> {
//!         send(input).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", limit_key = page_size, result_key = "Names", builder)]
//!     async fn by_builder(&self, request: ListBuilder) -> io::Result<ListOutput> {
//!         send(&request.0).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
//!     async fn plain(&self, next_token: Option<String>, limit: Option<u32>) -> io::Result<ListOutput> {
//!         send(&ListInput { next_token, limit }).await
//!     }
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn borrowed(&self, next_token: Option<&str>) -> io::Result<ListOutput> {
//!         send(&ListInput { next_token: next_token.map(str::to_owned), limit: None }).await
//!     }
//!
//!     // The tenant and the filter are the same for each page.
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn of_tenant<F>(&self, tenant: &str, mut filter: F, input: ListInput) -> io::Result<ListOutput>
//!     where
//!         F: FnMut(&str) -> bool,
//!     {
//! #       assert_eq!(tenant, "acme");
//!         let mut page = send(&input).await?;
//!         page.names.retain(|name| filter(name));
//!         Ok(page)
//!     }
//! }
//!
//! // The paginator takes the request by value, even if the method takes a reference.
//! Client.by_reference_paginator(ListInput::default());
//! Client.by_builder_paginator(ListBuilder::default()).page_size(1);
//! // Start at the token "2".
//! Client.plain_paginator(Some("2".to_owned()), None);
//! Client.of_tenant_paginator("acme", |name| name != "n3", ListInput::default());
//! # assert_eq!(count(Client.by_value_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.by_reference_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.by_builder_paginator(ListBuilder::default()).page_size(1).pages()), 5);
//! # assert_eq!(count(Client.plain_paginator(Some("2".to_owned()), None).page_size(1).items()), 3);
//! # assert_eq!(count(Client.borrowed_paginator(None).items()), 5);
//! # assert_eq!(count(Client.of_tenant_paginator("acme", |name| name != "n3", ListInput::default()).items()), 4);
//! ```
//!
//! A method with page numbers, an offset, or `end_on` must not remove items from its page, as `of_tenant` does: a page without
//! items ends the list, and an offset counts the items that are left. Remove them from the stream instead, by `try_filter` of the
//! crate `futures` or by `filter` of an iterator.
//!
//! If a builder is not `Clone` and its `send` consumes it, create it for each page. The token and the page size are then the
//! parameters, or the parts of a tuple in [`paginate!`](crate::paginate!):
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{Client, ListInput, ListOutput, count};
//! # use std::io;
//! use paginated::{paginate, paginated};
//!
//! // A third-party builder.
//! struct ListBuilder<'a> {
//!     client: &'a Client,
//!     // …
//! #   input: ListInput,
//! }
//! # impl Client { fn list(&self) -> ListBuilder<'_> { ListBuilder { client: self, input: ListInput::default() } } }
//! # impl ListBuilder<'_> {
//! #     fn prefix(self, _: &str) -> Self { self }
//! #     fn set_next_token(self, next_token: Option<String>) -> Self { Self { input: ListInput { next_token, ..self.input }, ..self } }
//! #     fn set_limit(self, limit: Option<u32>) -> Self { Self { input: ListInput { limit, ..self.input }, ..self } }
//! #     async fn send(self) -> io::Result<ListOutput> { let _ = self.client; common::send(&self.input).await }
//! # }
//!
//! #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
//! async fn list(client: &Client, next_token: Option<String>, limit: Option<u32>) -> io::Result<ListOutput> {
//!     client.list().prefix("n").set_next_token(next_token).set_limit(limit).send().await
//! }
//!
//! let client = Client;
//! assert_eq!(count(list_paginator(&client, None, Some(1)).items()), 5);
//!
//! let names = paginate!(
//!     (None, Some(1)) => |(token, limit)| client.list().prefix("n").set_next_token(token).set_limit(limit).send(),
//!     input_token = token, output_token = "NextToken", limit_key = limit, result_key = "Names",
//! );
//! assert_eq!(count(names.page_size(2).items()), 5);
//! ```
//!
//! If several parameters may be the request, the macro looks for one of the names `input`, `request`, `req`, `params`, `query`,
//! `variables`, `message`, `lp`, `args`, `options`, `builder`, and `body`. Without such a name, it looks for a type whose name
//! ends with `Request`, `Params`, `Variables`, `Input`, `Query`, or `Builder`. It prefers all others to parameters that look like
//! a client by their name or type, such as `http` or `&Client`. If several parameters are left, start the key with the name of
//! the parameter, as in `"request.NextToken"`.
//!
//! # Generics and lifetimes
//!
//! Traits, `impl` blocks, and methods may have type parameters, const parameters, named or elided lifetimes, and `where`
//! clauses. Associated types are supported. Parameters other than the request must be `Clone` or a `&mut` reference. The
//! generated method requires `Clone` if the type of such a parameter is a type parameter of the method, or a standard type that
//! contains one, such as `Vec<T>`. In all other cases, write the bound yourself, as in `type Filter: Clone`.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{Client, ListInput, send_blocking, count};
//! use paginated::{Page, paginated};
//!
//! #[derive(Page)]
//! struct ListOutput<T> {
//!     names: Vec<T>,
//!     next_token: Option<String>,
//! }
//!
//! trait Names<const SIZE: u32> {
//!     type Filter: Clone;
//!     type Error;
//!
//!     // The fields of `Self::Filter` are unknown, so the token is a separate parameter.
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list<'a, T>(
//!         &'a self,
//!         filter: Self::Filter,
//!         make: impl Fn(String) -> T,
//!         next_token: Option<String>,
//!     ) -> Result<ListOutput<T>, Self::Error>
//!     where
//!         T: 'a;
//! }
//! # impl Names<1> for Client {
//! #     type Filter = ();
//! #     type Error = std::io::Error;
//! #     async fn list<'a, T>(&'a self, (): (), make: impl Fn(String) -> T, next_token: Option<String>) -> Result<ListOutput<T>, Self::Error> where T: 'a {
//! #         let page = send_blocking(&ListInput { next_token, limit: Some(1) })?;
//! #         Ok(ListOutput { names: page.names.into_iter().map(make).collect(), next_token: page.next_token })
//! #     }
//! # }
//! # assert_eq!(count(Client.list_paginator((), |name| name.len(), None).items()), 5);
//! ```
//!
//! # Results and errors
//!
//! The method returns a `Result` or an alias of it. The response may be in a `Box` or an `Option`. It cannot be in an
//! `Arc` or an `Rc`, because the items are moved out of it.
//!
//! The client's error `E` may be any type. [`Error<E>`](crate::Error) is `Send` if `E` is, and it implements `std::error::Error`
//! if `E` does so and is `'static`.
//!
//! If an alias is itself named `Result` and its second parameter is not the error type, write it with its path, as in
//! `error_stack::Result<ListOutput, ListError>`.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::{io, rc::Rc};
//! type ListResult<T> = Result<T, Rc<str>>;
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn alias(input: ListInput) -> ListResult<ListOutput> {
//!     send(&input).await.map_err(|error| error.to_string().into())
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn in_a_box(input: ListInput) -> io::Result<Box<ListOutput>> {
//!     send(&input).await.map(Box::new)
//! }
//! # assert_eq!(count(alias_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(in_a_box_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! `anyhow::Error` and `Box<dyn Error>` do not implement `std::error::Error`, so an [`Error`](crate::Error) that contains one
//! of them does not implement it either. The `?` operator therefore does not convert such an error.
//! [`Error::flatten`](crate::Error::flatten) does:
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! use paginated::{Error, paginated};
//!
//! type AnyError = Box<dyn std::error::Error + Send + Sync>;
//!
//! #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
//! async fn list(input: ListInput) -> Result<ListOutput, AnyError> {
//!     Ok(send(&input).await?)
//! }
//!
//! async fn names(input: ListInput) -> Result<Vec<String>, AnyError> {
//!     list_paginator(input).page_size(2).items().try_collect().await.map_err(Error::flatten)
//! }
//! # let names = |token: Option<&str>| futures::executor::block_on(names(ListInput { next_token: token.map(str::to_owned), limit: None }));
//! # assert_eq!(names(None).unwrap().len(), 5);
//! # assert!(names(Some("x")).unwrap_err().is::<std::io::Error>());
//! ```
//!
//! # Responses
//!
//! A key is a path through structs, tuples of up to four elements, generic types, `Option`s, and `Box`es. Each struct on the path
//! to the items must derive `Page`. If a struct is a third-party type, specify the item type with `item` instead. This includes
//! wrappers around the response. A wrapper must implement `DerefMut`, or the key must contain the wrapped field, as in
//! `body.names`. If neither is possible, as with `tonic::Response`, let the method return the message inside:
//! `.map(Response::into_inner)`. Alternatively, write [closures](#closures), which call the methods of the wrapper. A struct in
//! two `Option`s, `Option<Option<Meta>>`, also needs a closure. If the response is itself the list, the key is `"@"`. If the
//! items are in lists of lists, the key is a projection, such as `"Groups[].Names[]"` or `"edges[].node"`.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, send_blocking, count};
//! use std::io;
//!
//! use paginated::{Page, paginated};
//!
//! #[derive(Page)]
//! struct Envelope<T> {
//!     data: Option<Box<T>>,
//!     meta: Meta,
//! }
//! #[derive(Page)]
//! struct Names {
//!     names: Vec<String>,
//! }
//! struct Meta {
//!     cursor: Option<String>,
//! }
//!
//! #[paginated(input_token = "NextToken", output_token = "Meta.Cursor", result_key = "Data.Names")]
//! async fn nested(input: ListInput) -> io::Result<Envelope<Names>> {
//!     let page = send_blocking(&input)?;
//!     Ok(Envelope { data: Some(Box::new(Names { names: page.names })), meta: Meta { cursor: page.next_token } })
//! }
//!
//! #[paginated(input_token = "NextToken", output_token = 1, result_key = 0)]
//! async fn tuple(input: ListInput) -> io::Result<(Vec<String>, Option<String>)> {
//!     send_blocking(&input).map(|page| (page.names, page.next_token))
//! }
//!
//! mod sdk {
//!     // A third-party crate.
//!     pub struct ListOutput {
//!         pub names: Option<Vec<String>>,
//!         pub next_token: Option<String>,
//!     }
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names", item = String)]
//! async fn foreign(input: ListInput) -> io::Result<sdk::ListOutput> {
//!     send_blocking(&input).map(|page| sdk::ListOutput { names: Some(page.names), next_token: page.next_token })
//! }
//! # assert_eq!(count(nested_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(tuple_paginator(ListInput::default()).items()), 5);
//!
//! struct Response<T> {
//!     status: u16,
//!     body: T,
//! }
//!
//! #[paginated(input_token = next_token, output_token = body.next_token, result_key = body.names, item = String)]
//! async fn wrapped(input: ListInput) -> io::Result<Response<sdk::ListOutput>> {
//!     foreign(input).await.map(|body| Response { status: 200, body })
//! }
//! # assert_eq!(count(foreign_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(wrapped_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, send_blocking, count};
//! # use std::io;
//! # use paginated::{Page, paginated};
//! // The response is the list. The last element is the token.
//! #[paginated(input_token = "NextToken", output_token = "[-1]", result_key = "@")]
//! async fn list(input: ListInput) -> io::Result<Vec<String>> {
//!     // …
//! #   let next = input.next_token.map(|name| (name[1..].parse::<u32>().unwrap() + 1).to_string());
//! #   if next.as_deref() == Some("5") { return Ok(vec![]); }
//! #   send_blocking(&ListInput { next_token: next, limit: None }).map(|page| page.names)
//! }
//!
//! #[derive(Page)]
//! struct Connection {
//!     edges: Vec<Option<Edge>>,
//!     end_cursor: Option<String>,
//! }
//! #[derive(Page)]
//! struct Edge {
//!     node: Option<String>,
//! }
//!
//! // The items are the nodes. An edge or a node that is `None` is skipped.
//! #[paginated(input_token = "NextToken", output_token = "endCursor", result_key = "edges[].node")]
//! async fn connection(input: ListInput) -> io::Result<Connection> {
//!     // …
//! #   let page = send_blocking(&input)?;
//! #   let edges = page.names.into_iter().map(|name| Some(Edge { node: Some(name) })).chain([None, Some(Edge { node: None })]).collect();
//! #   Ok(Connection { edges, end_cursor: page.next_token })
//! }
//! # assert_eq!(count(list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(connection_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! # Responses with an error inside
//!
//! Some services answer with status 200 and an error inside, such as `{"ok": false, "error": "rate_limited"}`. Such a response
//! has no items and no token, so it looks like the end of the list. Return the error from the method. Then it is an
//! [`Error::Operation`](crate::Error::Operation), `retry()` requests the page again, and `resume_token()` still points at it.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, send_blocking};
//! # use std::sync::atomic::{AtomicUsize, Ordering};
//! use paginated::{Error, Page, paginated};
//!
//! #[derive(Page)]
//! struct ListOutput {
//!     ok: bool,
//!     error: Option<String>,
//!     names: Vec<String>,
//!     next_token: Option<String>,
//! }
//!
//! #[derive(Debug)]
//! struct ServiceError(String);
//!
//! # static REQUESTS: AtomicUsize = AtomicUsize::new(0);
//! # async fn send(input: &ListInput) -> Result<ListOutput, ServiceError> {
//! #     if REQUESTS.fetch_add(1, Ordering::Relaxed) == 1 {
//! #         return Ok(ListOutput { ok: false, error: Some("rate_limited".into()), names: vec![], next_token: None });
//! #     }
//! #     let page = send_blocking(input).map_err(|error| ServiceError(error.to_string()))?;
//! #     Ok(ListOutput { ok: true, error: None, names: page.names, next_token: page.next_token })
//! # }
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn list(input: ListInput) -> Result<ListOutput, ServiceError> {
//!     let page = send(&input).await?;
//!     match page.error {
//!         Some(error) if !page.ok => Err(ServiceError(error)),
//!         _ => Ok(page),
//!     }
//! }
//!
//! # futures::executor::block_on(async {
//! let mut names = list_paginator(ListInput::default()).items();
//! # let mut count = 0;
//! while let Some(name) = names.next().await {
//!     match name {
//!         Ok(name) => {
//!             println!("{name}");
//! #           count += 1;
//!         }
//!         // Wait here.
//!         Err(Error::Operation(ServiceError(error))) if error == "rate_limited" => names.retry(),
//!         Err(error) => panic!("{error:?}"),
//!     }
//! }
//! # assert_eq!(count, 5);
//! # });
//! ```
//!
//! Do the same for a response that says "not ready yet", such as `{"jobComplete": false}`.
//!
//! If an `Option` contains both the items and the token, as in `{"data": null, "errors": […]}` of GraphQL, its absence is
//! detected without such code. The error is then [`Error::MissingData`](crate::Error::MissingData), which does not contain the
//! error of the service.
//!
//! # Links
//!
//! With `next_link`, the response has a link to the next page, and `next_method` requests it. The client must not send its
//! credentials to another host, so check the link in `next_method`: see
//! [Links to another host](super::apis#links-to-another-host).
//!
//! # Closures
//!
//! A closure replaces a key if no field has the value. The token may be in a header, the response may be a
//! `serde_json::Value`, or a setter of a builder may take another type. A closure captures nothing, because it is an `fn` pointer.
//! The types of all closures are [in the documentation of the attribute](macro@crate::paginated#closures).
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, send_blocking};
//! use std::io;
//!
//! use paginated::paginated;
//! use serde_json::Value;
//!
//! #[derive(Clone, Default)]
//! struct Query(Vec<(String, String)>);
//!
//! impl Query {
//!     fn param(mut self, name: impl Into<String>, value: impl ToString) -> Self {
//!         self.0.push((name.into(), value.to_string()));
//!         self
//!     }
//! }
//!
//! #[paginated(
//!     input_token = |query, token| query.param("after", token),
//!     output_token = |page| Some(page["next"].as_str()?.to_owned()),
//!     limit_key = |query, size| query.param("limit", size),
//!     result_key = |page| page["names"].as_array_mut(),
//!     item = Value,
//!     builder,
//! )]
//! fn list(query: Query) -> io::Result<Value> {
//!     // …
//! #   let find = |key: &str| query.0.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.clone());
//! #   let page = send_blocking(&ListInput { next_token: find("after"), limit: find("limit").and_then(|limit| limit.parse().ok()) })?;
//! #   Ok(serde_json::json!({ "names": page.names, "next": page.next_token }))
//! }
//!
//! let names: Result<Vec<Value>, _> = list_paginator(Query::default()).page_size(3).items().collect();
//! assert_eq!(names.unwrap().len(), 5);
//! ```
//!
//! If the closure for a token or a link returns `None` or an empty string, the list ends. Any other value is a token, also `0`.
//! With `empty_token = "follow"`, an empty string is a token, too. An `Option` that only a closure reads is not checked: if it is
//! absent, there is no [`Error::MissingData`](crate::Error::MissingData).
//!
//! # Tokens of other types
//!
//! A resume token stores tokens that implement serde's traits, or `Display` and `FromStr` (`http::Uri`, `url::Url`). For any
//! other type, the compiler reports an error at the key. There are two remedies: `token_with = module` names functions that
//! store the token. With `token_with = false`, the list has no `resume_token()`, and cannot be boxed. A struct or
//! a list that contains a 128-bit integer outside of 64 bits, or a float that is NaN or infinite, also needs
//! `token_with = module`. A newtype of such a float is [empty](macro@crate::paginated#tokens) unless it belongs to an item, as
//! in `"rows[-1].score"`, because `serde_json` writes it as `null`.
//!
//! The type of such a list has the mode [`Unresumable`](crate::Unresumable) as its last parameter:
//!
//! ```
//! # use std::convert::Infallible;
//! # use paginated::{Page, paginated};
//! use paginated::{Blocking, HasItems, Operation, Paginator, Unresumable};
//!
//! #[derive(Clone, PartialEq)]
//! struct Handle(u64);
//!
//! #[derive(Clone, Default)]
//! struct Fetch {
//!     handle: Option<Handle>,
//! }
//!
//! #[derive(Page)]
//! struct Rows {
//!     rows: Vec<u32>,
//!     handle: Option<Handle>,
//! }
//!
//! #[paginated(input_token = "handle", result_key = "rows", token_with = false)]
//! fn fetch(request: Fetch) -> Result<Rows, Infallible> {
//!     // …
//! #   Ok(Rows { rows: vec![1], handle: request.handle.is_none().then_some(Handle(1)) })
//! }
//!
//! // The method is blocking. For an async one, write `Unresumable<Async>`.
//! fn all() -> Paginator<impl Operation<Item = u32, Error = Infallible> + HasItems, Unresumable<Blocking>> {
//!     fetch_paginator(Fetch::default())
//! }
//! # assert_eq!(all().items().count(), 2);
//! ```
//!
//! # Other macros
//!
//! | macro | support |
//! |---|---|
//! | `#[async_trait]`, with and without `?Send` | Supported on the trait. The futures are boxed, so the trait stays dyn compatible. |
//! | `#[trait_variant::make(Names: Send)]` | Supported on the trait. The paginator of the variant is `Send`. |
//! | `#[tracing::instrument]` | Supported above or below `#[paginated]`. It instruments the method, so each page has a span. |
//! | `#[cfg_attr(…, paginated(…))]` | Supported. |
//! | `mockall::mock!` | Supported. The mocked client has the paginator. |
//! | `#[mockall::automock]` | Not supported, because it copies attributes. Use `mock!`. |
//! | `#[jsonrpsee::rpc]`, `#[tarpc::service]` | Not supported, because they write another method. Annotate a function, or the method of an extension trait, that calls the client. |
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! #[async_trait::async_trait]
//! trait Names: Sync {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list(&self, input: ListInput) -> io::Result<ListOutput>;
//! }
//!
//! #[async_trait::async_trait(?Send)]
//! trait LocalNames {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_local(&self, input: ListInput) -> io::Result<ListOutput>;
//! }
//!
//! #[trait_variant::make(SendNames: Send)]
//! trait BaseNames {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_variant(&self, input: ListInput) -> io::Result<ListOutput>;
//! }
//!
//! impl Client {
//!     #[tracing::instrument(skip_all)]
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_traced(&self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//!
//!     #[cfg_attr(not(windows), paginated(input_token = "NextToken", result_key = "Names"))]
//!     #[cfg_attr(windows, paginated(input_token = "NextToken", result_key = "Names"))]
//!     async fn list_conditionally(&self, input: ListInput) -> io::Result<ListOutput> {
//!         send(&input).await
//!     }
//! }
//! # #[async_trait::async_trait]
//! # impl Names for Client {
//! #     async fn list(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # #[async_trait::async_trait(?Send)]
//! # impl LocalNames for Client {
//! #     async fn list_local(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # impl SendNames for Client {
//! #     async fn list_variant(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # let boxed: Box<dyn Names> = Box::new(Client);
//! # let local: Box<dyn LocalNames> = Box::new(Client);
//! # assert_eq!(count(boxed.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(local.list_local_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(SendNames::list_variant_paginator(&Client, ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_traced_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_conditionally_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! `#[automock]` copies the attributes of each method to expressions, where attribute macros are not allowed. With `mock!`, the
//! methods are declared again without the attribute, and the mock uses the paginator of the trait:
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, ListOutput, send_blocking, count};
//! # use paginated::paginated;
//! # use std::io;
//! # mod mocked {
//! # use super::*;
//! #[async_trait::async_trait]
//! pub trait Names: Sync {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list(&self, input: ListInput) -> io::Result<ListOutput>;
//! }
//!
//! mockall::mock! {
//!     pub Client {}
//!     #[async_trait::async_trait]
//!     impl Names for Client {
//!         async fn list(&self, input: ListInput) -> io::Result<ListOutput>;
//!     }
//! }
//! # }
//! # use mocked::{MockClient, Names};
//!
//! # fn main() {
//! let mut client = MockClient::new();
//! client.expect_list().times(3).returning(|input| send_blocking(&input));
//! assert_eq!(count(client.list_paginator(ListInput::default()).items()), 5);
//! # }
//! ```
//!
//! # Trait objects
//!
//! | method | dyn compatibility of the trait |
//! |---|---|
//! | returns `BoxFuture`, `LocalBoxFuture`, or `Pin<Box<dyn Future…>>`, or is in an `#[async_trait]` | Preserved. `Box<dyn Names>`, `Arc<dyn Names>`, and `&dyn Names` have the paginator. If the future is `Send`, [`dyn Names` must be `Sync`](#send). |
//! | `async fn`, or returns `impl Future` | The trait is not dyn compatible, with or without the attribute. |
//! | with the option `boxed`, or `boxed = "local"` | Preserved. The generated method returns a [`BoxPaginator`](crate::BoxPaginator) or a [`LocalBoxPaginator`](crate::LocalBoxPaginator). An `async fn` itself is not dyn compatible. An alias of a boxed future needs the option, and a name that ends with `Fut` or `Future`. |
//! | blocking, with or without a body | Preserved. The generated method is available for sized clients, but not for `dyn Names`. |
//!
//! A method with `where Self: Sized` does not affect the dyn compatibility of its trait. The generated method has the same
//! bound.
//!
//! For a trait with an `async fn`, add a second trait that boxes the futures. For a blocking trait, add the option `boxed`. For a
//! third-party trait, annotate a free function with a `&dyn` parameter.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::{future::Future, io, sync::Arc};
//! use futures::future::BoxFuture;
//!
//! trait Names: Sync {
//!     fn list(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send;
//! }
//!
//! trait BoxedNames {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_boxed(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>>;
//! }
//! impl<C: Names> BoxedNames for C {
//!     fn list_boxed(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> {
//!         Box::pin(self.list(input))
//!     }
//! }
//!
//! trait BlockingNames {
//!     fn list(&self, input: &ListInput) -> io::Result<ListOutput>;
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! fn list_blocking(client: &dyn BlockingNames, input: &ListInput) -> io::Result<ListOutput> {
//!     client.list(input)
//! }
//! # impl Names for Client {
//! #     async fn list(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # impl BlockingNames for Client {
//! #     fn list(&self, input: &ListInput) -> io::Result<ListOutput> { send_blocking(input) }
//! # }
//!
//! let client: Arc<dyn BoxedNames + Send + Sync> = Arc::new(Client);
//! assert_eq!(count(client.list_boxed_paginator(ListInput::default()).items()), 5);
//!
//! let client: Box<dyn BlockingNames> = Box::new(Client);
//! assert_eq!(list_blocking_paginator(&*client, ListInput::default()).items().count(), 5);
//! # let client: Box<dyn BoxedNames + Sync> = Box::new(Client);
//! # assert_eq!(count(client.list_boxed_paginator(ListInput::default()).items()), 5);
//! # let client: &(dyn BoxedNames + Sync) = &Client;
//! # assert_eq!(count(client.list_boxed_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! # Blocking methods
//!
//! If the method returns a `Result` instead of a future, the generated method returns a
//! [`blocking::Paginator`](crate::blocking::Paginator). Its `items()` and `pages()` are iterators, and its `full_result()`
//! blocks. Some of its methods [exist only for async methods](crate::blocking). Everything else on this page also applies to
//! blocking methods, except what it says about futures.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! impl Client {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list(&self, input: &ListInput) -> io::Result<ListOutput> {
//!         send_blocking(input)
//!     }
//! }
//!
//! for name in Client.list_paginator(ListInput::default()).items() {
//!     println!("{}", name?);
//! }
//! let all = Client.list_paginator(ListInput::default()).full_result().unwrap();
//! assert_eq!(all.output.names.len(), 5);
//! # Ok::<(), paginated::Error<io::Error>>(())
//! ```
//!
//! # Naming the type of a paginator
//!
//! A struct that contains a paginator or a stream can be generic over the [`Operation`](crate::Operation), and a function can
//! return an `impl Operation`. Neither requires an allocation. If the type must be named,
//! [`boxed()`](crate::Paginator::boxed) returns a paginator whose type can be written out.
//! [`boxed_local()`](crate::Paginator::boxed_local) does the same for a client that is not `Send`. Both allocate once per
//! list, not per page.
//!
//! The last parameter of the type is the [mode](crate::mode), and [`Async`](crate::Async) by default.
//!
//! The type of a box does not contain the keys, so a boxed paginator always has `items()` and `page_size()`. Without a
//! `result_key`, `items()` panics. Without a `limit_key`, a page size is an
//! [`Error::PageSize`](crate::Error::PageSize) at the first poll.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use std::io;
//! use paginated::{BoxPaginator, HasItems, Items, Operation, Paginator, paginated};
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn list(input: ListInput) -> io::Result<ListOutput> {
//!     send(&input).await
//! }
//!
//! struct Export<O: Operation> {
//!     names: Items<O>,
//! }
//!
//! // `HasItems` enables `items()`. `HasPageSize` would enable `page_size()`.
//! fn opaque() -> Paginator<impl Operation<Output = ListOutput, Item = String, Error = io::Error> + HasItems> {
//!     list_paginator(ListInput::default()).max_items(3)
//! }
//!
//! type NamePaginator<'a> = BoxPaginator<'a, ListOutput, String, io::Error>;
//!
//! fn boxed() -> NamePaginator<'static> {
//!     list_paginator(ListInput::default()).boxed()
//! }
//!
//! let export = Export { names: opaque().items() };
//! assert_eq!(count(export.names), 3);
//! assert_eq!(count(boxed().items()), 5);
//! # assert_eq!(count(list_paginator(ListInput::default()).boxed_local().items()), 5);
//! ```
//!
//! # `Send`
//!
//! The paginator of a concrete client is `Send` if the client's future, the arguments, the `Result`, and the tokens are `Send`,
//! regardless of the bounds of the trait.
//!
//! In code that is generic over the client, only the bounds of the trait count. The trait method must then return an
//! `impl Future + Send` or a `BoxFuture`, or be in an `#[async_trait]`. The paginator of such a method is `Send` and contains
//! the client, so the generated method requires these bounds:
//!
//! | receiver | required bound |
//! |---|---|
//! | `&self` | `Self: Sync` |
//! | `&mut self`, `self` | `Self: Send` |
//! | `self: Arc<Self>` | `Self: Send + Sync` |
//!
//! The generated method also requires `Send` for type parameters and associated types in its arguments and in its `Result`. A
//! type parameter of the trait is recognized if its name consists of capitals, such as `T`. For another one, write the bound
//! yourself: `trait Names<Filter: Send>`.
//!
//! Declare the trait as `trait Names: Sync`, or use the bound `C: Names + Sync` in generic code.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::{future::Future, io, sync::Arc};
//! trait Names {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send;
//! }
//!
//! async fn count_in_a_task<C: Names + Send + Sync + 'static>(client: Arc<C>) -> usize {
//!     let names = async move { client.list_paginator(ListInput::default()).items().try_collect::<Vec<_>>().await };
//!     tokio::spawn(names).await.unwrap().unwrap().len()
//! }
//! # impl Names for Client {
//! #     fn list(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send { async move { send(&input).await } }
//! # }
//! # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
//! # assert_eq!(runtime.block_on(count_in_a_task(Arc::new(Client))), 5);
//! ```
//!
//! # Async runtimes
//!
//! The streams do not depend on an async runtime, and they start no tasks or timers. They run on any executor. The tests run them
//! on tokio (multi-threaded and current-thread), smol, and `futures::executor`. A client that is not `Send` runs on a
//! single-threaded executor.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn list(input: ListInput) -> io::Result<ListOutput> {
//!     send(&input).await
//! }
//!
//! async fn count_names() -> usize {
//!     list_paginator(ListInput::default()).items().try_collect::<Vec<_>>().await.unwrap().len()
//! }
//!
//! assert_eq!(futures::executor::block_on(count_names()), 5);
//! assert_eq!(tokio::runtime::Builder::new_current_thread().build()?.block_on(count_names()), 5);
//! # Ok::<(), io::Error>(())
//! ```
//!
//! The crate builds for `wasm32-unknown-unknown`. Without the [feature](crate#crate-features) `std`, it is `no_std`:
//!
//! ```toml
//! paginated = { version = "0.1", default-features = false, features = ["resume"] }
//! ```
