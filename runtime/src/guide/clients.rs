//! Every shape of client: what the attribute can stand on, and what its paginator borrows or owns.
//!
//! Each snippet here is run, and each shape has a test of its name in the repository. The snippets have in common a request, a
//! page and a client; `send`, and `answer` where there is no async, stand for what a client does with a request, and `count`
//! counts what a stream gives.
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
//! An `async fn`, or a function that says that it gives a future: in a trait, with a body or without, in an `impl` block, or
//! free. The generated one has the visibility, generics, `cfg`, `deprecated` and lint levels of the method, and docs of its
//! own.
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
//!     // The paginator of a generic client is `Send` too, and asks for `Self: Sync`.
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_send(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send;
//!
//!     // With a body.
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
//!     // A function without `self` looks like a free one: `Self::` says where it is.
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
//! Futures in a box have a type that can be named, so the trait stays dyn-compatible: see [below](#behind-dyn).
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
//!     fn list_here(&self, input: ListInput) -> LocalBoxFuture<'_, io::Result<ListOutput>>;
//!
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list_pinned(&self, input: ListInput) -> Pin<Box<dyn Future<Output = io::Result<ListOutput>> + Send + '_>>;
//! }
//! # impl Names for Client {
//! #     fn list(&self, input: ListInput) -> BoxFuture<'_, io::Result<ListOutput>> { Box::pin(async move { send(&input).await }) }
//! #     fn list_here(&self, input: ListInput) -> LocalBoxFuture<'_, io::Result<ListOutput>> { Box::pin(async move { send(&input).await }) }
//! #     fn list_pinned(&self, input: ListInput) -> Pin<Box<dyn Future<Output = io::Result<ListOutput>> + Send + '_>> { self.list(input) }
//! # }
//! # assert_eq!(count(Client.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_here_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_pinned_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! # A trait of somebody else's
//!
//! An `impl Names for Client` block can hold what `Names` declares and nothing else, so no paginator can be added there: the
//! compiler says "method `list_paginator` is not a member of trait `Names`". Annotate the method in the trait where that is
//! yours, and where it is not, write the method once more: in a trait that extends theirs, in an `impl Client` block, or as a
//! free function.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! # mod theirs {
//! #     use super::common::{ListInput, ListOutput};
//! #     pub trait Names { async fn list(&self, input: ListInput) -> std::io::Result<ListOutput>; }
//! # }
//! use theirs::Names;
//! # impl Names for Client { async fn list(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await } }
//! # fn main() {
//!
//! // For every client that they have or will have.
//! trait NamesPaged: Names {
//!     #[paginated(input_token = "NextToken", result_key = "Names", name = list_paginator)]
//!     async fn list_page(&self, input: ListInput) -> io::Result<ListOutput> {
//!         self.list(input).await
//!     }
//! }
//! impl<C: Names> NamesPaged for C {}
//!
//! // Or for one.
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
//! The paginator borrows or owns as the method does: it holds what the method takes, and calls it once for each page.
//!
//! | receiver | the paginator | |
//! |---|---|---|
//! | `&self` | borrows the client | many at once over one client |
//! | `&mut self` | borrows it for itself | one at a time |
//! | `self: Arc<Self>`, `self: Rc<Self>` | owns a pointer | is `'static`, for `tokio::spawn` |
//! | `self: &Arc<Self>` | borrows the pointer | |
//! | `self` | owns the client, and clones it for each page | is `'static`; the client must be `Clone` |
//! | none | owns its request alone | is `'static` |
//!
//! "`'static`" is said of the receiver: a further parameter that is a reference is borrowed as long as the paginator lives.
//! `Box<Self>` and `Pin<&mut Self>` cannot be called a second time, and are errors.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, ListOutput, answer, count, send};
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
//! # Inputs
//!
//! The request is a struct with the fields that the keys name, a builder, or the method's own parameters. What is beside it
//! is the same for each page, and cloned for each: a reference is copied, a `&mut` is lent to each call.
//!
//! | input | what it needs |
//! |---|---|
//! | `input: ListInput` | `Clone`: a clone is sent for each page |
//! | `input: &ListInput` | nothing: the paginator takes it by value, owns it, and lends it |
//! | `input: Option<ListInput>`, or in an `Arc` or `Rc` | `Clone`, and of an `Option` `Default`: what is missing is made, what is shared is copied |
//! | `request: ListBuilder`, and `builder` in the attribute | `Clone`, and setters that take the builder and give it back |
//! | `next_token: Option<String>, limit: Option<u32>` | the keys name the parameters; a token may be an `Option<&str>` or `&str` too, which the paginator owns and lends |
//!
//! A setter is not generic (`impl Into<String>` leaves open which type a token has), and a builder cannot be read: begin at a
//! token by [`starting_token`](crate::Paginator::starting_token), and not by the builder, where a service may give it again.
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
//!     // `set_` and the key or, where there is none, the key alone; with a value or an `Option` of it.
//!     fn next_token(mut self, token: Option<String>) -> Self {
//!         self.0.next_token = token;
//!         self
//!     }
//!     // Any other name is given without quotes.
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
//! // Whichever way the method takes it, the paginator is given a request by value.
//! Client.by_reference_paginator(ListInput::default());
//! Client.by_builder_paginator(ListBuilder::default()).page_size(1);
//! // A parameter that is the token begins there.
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
//! Where several parameters could hold the fields, call the request `input` or `request`, or write its name into the key:
//! `input_token = filter.next_token`.
//!
//! # Generics and lifetimes
//!
//! On the trait, the `impl` and the method, with `where` clauses and constants; associated types; lifetimes with a name and
//! without. A further parameter of a generic type must be `Clone`, which the generated method asks for itself.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{Client, ListInput, answer, count};
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
//!     // No trait can say which fields `Self::Filter` has, so the token is a parameter.
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
//! #         let page = answer(&ListInput { next_token, limit: Some(1) })?;
//! #         Ok(ListOutput { names: page.names.into_iter().map(make).collect(), next_token: page.next_token })
//! #     }
//! # }
//! # assert_eq!(count(Client.list_paginator((), |name| name.len(), None).items()), 5);
//! ```
//!
//! # Results and outputs
//!
//! Any alias of `Result` will do, and a page may lie in a `Box`, an `Arc` or an `Rc`. (In the last two it must be `Clone`, for
//! others may hold it too when its items are taken.) The error may be any type; [`Error`](crate::Error) is `Send`, `'static`
//! and a standard error where it is. An alias that is called `Result` too, and whose second type is not the error, is written
//! by its path: `error_stack::Result<ListOutput, ListError>`.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::{io, rc::Rc, sync::Arc};
//! type Answer<T> = Result<T, Rc<str>>;
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn alias(input: ListInput) -> Answer<ListOutput> {
//!     send(&input).await.map_err(|error| error.to_string().into())
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names")]
//! async fn shared(input: ListInput) -> io::Result<Arc<ListOutput>> {
//!     send(&input).await.map(Arc::new)
//! }
//! # assert_eq!(count(alias_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(shared_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! `anyhow::Error` and `Box<dyn Error>` are no standard errors themselves, so an [`Error`](crate::Error) that holds one is none,
//! and `?` does not turn it into them. The request's own error is in it, and anything else has a text:
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! type AnyError = Box<dyn std::error::Error + Send + Sync>;
//!
//! #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Names")]
//! async fn list(input: ListInput) -> Result<ListOutput, AnyError> {
//!     Ok(send(&input).await?)
//! }
//!
//! fn flat(error: paginated::Error<AnyError>) -> AnyError {
//!     match error {
//!         paginated::Error::Operation(error) => error,
//!         other => other.to_string().into(),
//!     }
//! }
//!
//! async fn names(input: ListInput) -> Result<Vec<String>, AnyError> {
//!     list_paginator(input).page_size(2).items().try_collect().await.map_err(flat)
//! }
//! # let names = |token: Option<&str>| futures::executor::block_on(names(ListInput { next_token: token.map(str::to_owned), limit: None }));
//! # assert_eq!(names(None).unwrap().len(), 5);
//! # assert!(names(Some("x")).unwrap_err().is::<std::io::Error>());
//! ```
//!
//! A key may lead through structs, `Option`s, `Box`es and generics, and through the fields of a tuple struct. Each struct on
//! the way to the items derives `Page`. An output of somebody else's cannot, so `item` says what its list holds; so it does
//! for a wrapper around a page, whose fields are found by its `DerefMut` or through the field that holds the page.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, answer, count};
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
//!     let page = answer(&input)?;
//!     Ok(Envelope { data: Some(Box::new(Names { names: page.names })), meta: Meta { cursor: page.next_token } })
//! }
//!
//! #[derive(Page)]
//! struct Pair(Vec<String>, Option<String>);
//!
//! #[paginated(input_token = "NextToken", output_token = 1, result_key = 0)]
//! async fn tuple(input: ListInput) -> io::Result<Pair> {
//!     answer(&input).map(|page| Pair(page.names, page.next_token))
//! }
//!
//! mod sdk {
//!     // A crate of somebody else's.
//!     pub struct ListOutput {
//!         pub names: Option<Vec<String>>,
//!         pub next_token: Option<String>,
//!     }
//! }
//!
//! #[paginated(input_token = "NextToken", result_key = "Names", item = String)]
//! async fn foreign(input: ListInput) -> io::Result<sdk::ListOutput> {
//!     answer(&input).map(|page| sdk::ListOutput { names: Some(page.names), next_token: page.next_token })
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
//! # Together with other macros
//!
//! | macro | |
//! |---|---|
//! | `#[async_trait]`, with and without `?Send` | on the trait; its futures are boxed, so the trait stays dyn-compatible |
//! | `#[trait_variant::make(Names: Send)]` | on the trait; the paginator of the variant is `Send` |
//! | `#[tracing::instrument]` | above or below; it traces the method, so each page has a span |
//! | `#[cfg_attr(…, paginated(…))]` | |
//! | `mockall::mock!` | a mocked client pages |
//! | `#[mockall::automock]` | does not work: see below |
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
//! trait NamesHere {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     async fn list_here(&self, input: ListInput) -> io::Result<ListOutput>;
//! }
//!
//! #[trait_variant::make(NamesSend: Send)]
//! trait NamesLocal {
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
//! # impl NamesHere for Client {
//! #     async fn list_here(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # impl NamesSend for Client {
//! #     async fn list_variant(&self, input: ListInput) -> io::Result<ListOutput> { send(&input).await }
//! # }
//! # let boxed: Box<dyn Names> = Box::new(Client);
//! # let here: Box<dyn NamesHere> = Box::new(Client);
//! # assert_eq!(count(boxed.list_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(here.list_here_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(NamesSend::list_variant_paginator(&Client, ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_traced_paginator(ListInput::default()).items()), 5);
//! # assert_eq!(count(Client.list_conditionally_paginator(ListInput::default()).items()), 5);
//! ```
//!
//! `#[automock]` copies each method's attributes to places where none may stand, onto expressions among them, so no attribute
//! macro can be used under it. `mock!` writes the client down once more, without them, and its paginator is the trait's own:
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::{ListInput, ListOutput, answer, count};
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
//! client.expect_list().times(3).returning(|input| answer(&input));
//! assert_eq!(count(client.list_paginator(ListInput::default()).items()), 5);
//! # }
//! ```
//!
//! # Behind `dyn`
//!
//! | methods | the trait |
//! |---|---|
//! | `BoxFuture`, `LocalBoxFuture`, `Pin<Box<dyn Future…>>`, `#[async_trait]` | stays dyn-compatible, and `Box<dyn Names>`, `Arc<dyn Names>`, `&dyn Names` page; where the future is `Send`, [`dyn Names` must be `Sync`](#send) |
//! | `async fn`, `impl Future` | is not dyn-compatible, with the attribute or without |
//! | not async, declared | stays dyn-compatible; the generated method is there for sized clients, and not for `dyn Names` |
//! | not async, with a body in the trait | is not dyn-compatible any more, for the generated method gives an `impl Operation` |
//!
//! A method that says `where Self: Sized` keeps the rest of its trait dyn-compatible, and the generated one says the same.
//!
//! The way around, for a trait with an `async fn`, is a trait beside it that boxes; for one that is not async, or somebody
//! else's, a function that takes the client as a further parameter.
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
//! #     fn list(&self, input: &ListInput) -> io::Result<ListOutput> { answer(input) }
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
//! # Not async
//!
//! A method that gives a `Result` and no future has a [`blocking::Paginator`](crate::blocking::Paginator): `items()` and
//! `pages()` are iterators, and `full_result()` blocks. All else on this page holds for it too.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use paginated::paginated;
//! # use std::io;
//! impl Client {
//!     #[paginated(input_token = "NextToken", result_key = "Names")]
//!     fn list(&self, input: &ListInput) -> io::Result<ListOutput> {
//!         answer(input)
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
//! # Naming the type
//!
//! A struct that keeps a paginator or a stream is generic over the [`Operation`](crate::Operation), and a function gives it
//! as `impl Operation`; neither boxes. A type that must be written down is [`boxed()`](crate::Paginator::boxed), or
//! [`boxed_local()`](crate::Paginator::boxed_local) where the client is not `Send`: one box a listing, none a page.
//!
//! ```
//! # mod common { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/clients/names.rs")); }
//! # use common::*;
//! # use std::io;
//! use paginated::{BoxOperation, Items, Operation, Paginator, WithItems, WithoutLimitKey, paginated};
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
//! // `Keys` says what there is: items for `items()`, and a `limit_key` for `page_size()`.
//! type Keys = (WithItems, WithoutLimitKey);
//!
//! fn opaque() -> Paginator<impl Operation<Output = ListOutput, Item = String, Error = io::Error, Keys = Keys>> {
//!     list_paginator(ListInput::default()).max_items(3)
//! }
//!
//! type Listing<'a> = Paginator<BoxOperation<'a, ListOutput, String, io::Error, Keys>>;
//!
//! fn boxed() -> Listing<'static> {
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
//! The paginator of a client whose type is known is `Send` where the client's own future is, whatever the trait says. In code
//! that is generic over the client only what the trait says counts, so there the method says `impl Future + Send`, gives a
//! `BoxFuture`, or stands under `#[async_trait]`. The paginator of such a method is `Send` too, and holds the client, so the
//! generated method asks for what makes that `Send`: `Self: Sync` for `&self`, `Self: Send` for `&mut self` and `self`, both
//! for `Arc<Self>`. Write `trait Names: Sync`, or `C: Names + Sync` where it is used.
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
//!     let listing = async move { client.list_paginator(ListInput::default()).items().try_collect::<Vec<_>>().await };
//!     tokio::spawn(listing).await.unwrap().unwrap().len()
//! }
//! # impl Names for Client {
//! #     fn list(&self, input: ListInput) -> impl Future<Output = io::Result<ListOutput>> + Send { async move { send(&input).await } }
//! # }
//! # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
//! # assert_eq!(runtime.block_on(count_in_a_task(Arc::new(Client))), 5);
//! ```
//!
//! # Runtimes
//!
//! The streams are polled by whoever polls them: tokio of either flavour, smol, `futures::executor`, an executor of one thread
//! with a client that is not `Send`. They start no task and no timer.
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
//! async fn listing() -> usize {
//!     list_paginator(ListInput::default()).items().try_collect::<Vec<_>>().await.unwrap().len()
//! }
//!
//! assert_eq!(futures::executor::block_on(listing()), 5);
//! assert_eq!(tokio::runtime::Builder::new_current_thread().build()?.block_on(listing()), 5);
//! # Ok::<(), io::Error>(())
//! ```
//!
//! The crate builds for `wasm32-unknown-unknown`, and without its default feature `std` it is `no_std` and needs `alloc`:
//!
//! ```toml
//! paginated = { version = "0.1", default-features = false }
//! ```
//!
//! What `std` adds is a `HashMap` or `HashSet` as a result key.
