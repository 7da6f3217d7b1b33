//! Recipes for popular client crates.
//!
//! Each recipe is the annotated code for one client, with the things to watch for. The tests of the recipes run them against
//! fake services.
//!
//! | client | paging style | the main thing to watch for |
//! |---|---|---|
//! | [`async-stripe`] | the id of the last object | The list ends when `has_more` is false. A short page is not the end. |
//! | [`aws-sdk-*`] | a token | The SDK has no paginator for many operations. Their requests are builders. |
//! | [`aws-sdk-dynamodb`] | a token that is a map | `token_with` names functions that store the map, as boto3 stores it. |
//! | [`elasticsearch`] | `search_after` with a point in time, and a scroll | A search that timed out, or in which a shard failed, looks like the end, so the function returns an error for it. |
//! | [`google-cloud-*`] | a token | The token is a `String`, which is empty on the last page. |
//! | [`graphql_client`] | the cursor of a connection | A response with `errors` has status 200 and looks like the end, so the function returns an error for it. |
//! | [`kube`] | a continue token | A token expires. The error `410 Gone` contains a fresh token, which continues the list. |
//! | [`octocrab`] | a link | The builders are not `Clone`, so the function takes plain parameters. |
//! | [`progenitor`] | a token | The methods return a `ResponseValue`, and page sizes are `NonZero` integers. |
//! | [`reqwest`] | a cursor, page numbers, and the header `Link` | An error status must be an error, and a link to another host must not be followed. |
//! | [`rmcp`] | a cursor | An empty cursor is a cursor: `empty_token = "follow"`. |
//! | [`sqlx`] | a key, and an offset | The order must be unique. An offset moves when rows are inserted or deleted. |
//! | [`tonic`] | a token | The methods return a `Response`, and need `&mut self`. A clone of the client is cheap. |
//!
//! Four things apply to most third-party clients:
//!
//! - Their methods cannot be annotated. Annotate a function that calls the method. For an operation that is used once,
//!   [`paginate!`](crate::paginate) does the same without a function.
//! - Their responses do not derive [`Page`](macro@crate::Page), so the attribute names the item: `item = Label`.
//! - A function that takes the client by reference returns a paginator that borrows the client. A function that takes the
//!   client by value returns a paginator that can be moved to a task.
//! - A response that contains an error must be an error of the function. See
//!   [Responses with an error inside](super::clients#responses-with-an-error-inside).
//!
//! [`async-stripe`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/stripe.rs
//! [`aws-sdk-*`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/aws_sdk.rs
//! [`aws-sdk-dynamodb`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/dynamodb.rs
//! [`elasticsearch`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/elasticsearch.rs
//! [`google-cloud-*`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/google_cloud.rs
//! [`graphql_client`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/graphql_client.rs
//! [`kube`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/kube.rs
//! [`octocrab`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/octocrab.rs
//! [`progenitor`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/progenitor.rs
//! [`reqwest`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/reqwest.rs
//! [`rmcp`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/rmcp.rs
//! [`sqlx`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/sqlx.rs
//! [`tonic`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/tonic.rs
