//! A cookbook: public APIs by name, and the attribute for each of them.
//!
//! | How does your API page? | Write this |
//! |---|---|
//! | The response has a token, or the next offset, and the next request sends it. | `input_token = "cursor", output_token = "next_cursor"` |
//! | … and a flag is true if there are more pages. | add `more_results = "has_more"`, or `"!is_last"` |
//! | … and the token repeats at the end. | add `end_on = "repeated_token"` |
//! | … and an empty string is a token like any other. | add `empty_token = "follow"` |
//! | … and the last token is `"0"`, `"null"`, or -1. | `output_token = \|page\| Some(page.cursor).filter(\|cursor\| *cursor != -1)` |
//! | The next request sends the id of the last item. | `input_token = "after", output_token = "data[-1].id"` |
//! | … and the response is only the list. | `output_token = "[-1].id", result_key = "@"` |
//! | … and only the last page is short. | add `end_on = "short_page"` |
//! | … and the list is read backwards. | add `reversed` |
//! | … and the next request sends several parameters of the response. | name two or more fields in both lists: `input_token = ["a", "b"]` |
//! | … and another method takes the token. | `next_link = "cursor", next_method = list_continue` |
//! | Each response has a handle for the next request, which does not mean that there are more pages. | add `carried_token = "pit.id"` |
//! | Pages are numbered. | `page_number = "page", start = 1`, or `start = 0` |
//! | Items are numbered. | `offset = "startAt"` |
//! | … and the response has the number of items or pages. | add `total_items = "total"`, or `total_pages = "pages"` |
//! | … and the response repeats the number of the request. | add `echo = "page"` |
//! | The response has the URL of the next page. | `next_link = "next", next_method = list_next` |
//! | The URL is in a header, or in a list of links. | `next_link = \|page\| page.link("next")` |
//! | GraphQL, with a list of nodes. | `result_key = "data.list.nodes"` |
//! | GraphQL, with a list of edges. | `result_key = "data.list.edges[].node"` |
//! | Only the request for the first page has some parameters. | add `first_page_only = ["resourceVersion"]` |
//!
//! If several styles apply, prefer a token or a link to a page number or an offset: an item that is created or deleted
//! while the list is read moves the items after it to other page numbers.
//!
//! In the snippets, `Client::get` represents the code that sends a request, and the types of the requests and responses
//! are not shown. Their fields have the names of the API in snake case: the key `"nextPageToken"` is the field
//! `next_page_token`. A name that cannot be written in this way, such as `$skip`, is renamed with `#[serde(rename =
//! "$skip")]`, and the key is the Rust field. Every snippet is a test: it reads a list of several pages from a small
//! service that refuses unknown parameters. Most of the tests also end the list after each number of items, and resume it.
//!
//! # Tokens
//!
//! The list ends if the token is absent or an empty string. A flag such as `isLast` is needed only if the last page has
//! a token too, as in Zendesk. An operation that always has one page has no token, and can still have a paginator:
//! `input_token = |_, _: String| (), output_token = |_| None`.
//!
//! **An error with the status 200, such as `{"ok": false}` of Slack, has no token and looks like the end.** The method must
//! [return it as an error](super::clients#responses-with-an-error-inside).
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     ConversationsList { cursor: Option<String>, limit: Option<u32> }
//! #     Conversations { channels: Vec<Item>, response_metadata: Option<ResponseMetadata> }
//! #     ResponseMetadata { next_cursor: Option<String> }
//! #     ListUsers { start_cursor: Option<String>, page_size: Option<u32> }
//! #     Users { next_cursor: Option<String>, has_more: bool, results: Vec<Item> }
//! #     ContactsQuery { after: Option<String>, limit: Option<u32> }
//! #     Contacts { results: Vec<Item>, paging: Option<Paging> }
//! #     Paging { next: Option<PagingNext> }
//! #     PagingNext { after: String }
//! #     TweetsQuery { next_token: Option<String>, max_results: Option<u32> }
//! #     Tweets { data: Option<Vec<Item>>, meta: TweetsMeta }
//! #     TweetsMeta { next_token: Option<String> }
//! #     NewQuery { after: Option<String>, limit: Option<u32> }
//! #     Listing { data: ListingData }
//! #     ListingData { after: Option<String>, children: Vec<Thing> }
//! #     Thing { kind: String, data: Item }
//! #     TicketsQuery { #[serde(rename = "page[after]")] page_after: Option<String>, #[serde(rename = "page[size]")] page_size: Option<u32> }
//! #     Tickets { tickets: Vec<Item>, meta: TicketsMeta }
//! #     TicketsMeta { after_cursor: Option<String>, has_more: bool }
//! #     ModelsQuery { after_id: Option<String>, limit: Option<u32> }
//! #     Models { data: Vec<Item>, has_more: bool, last_id: Option<String> }
//! #     PostsQuery { after: Option<String>, limit: Option<u32> }
//! #     Posts { data: Vec<Item>, paging: Option<PostsPaging> }
//! #     PostsPaging { cursors: Option<Cursors>, next: Option<String> }
//! #     Cursors { after: Option<String> }
//! #     IntercomQuery { starting_after: Option<String>, per_page: Option<u32> }
//! #     IntercomContacts { data: Vec<Item>, pages: Option<IntercomPages> }
//! #     IntercomPages { next: Option<IntercomNext> }
//! #     IntercomNext { starting_after: Option<String> }
//! #     TasksQuery { offset: Option<String>, limit: Option<u32> }
//! #     Tasks { data: Vec<Item>, next_page: Option<NextPage> }
//! #     NextPage { offset: String }
//! # }
//! impl Client {
//!     // Slack. Zoom does the same with `next_page_token`.
//!     #[paginated(
//!         input_token = "cursor",
//!         output_token = "response_metadata.next_cursor",
//!         limit_key = "limit",
//!         result_key = "channels"
//!     )]
//!     async fn conversations_list(&self, query: ConversationsList) -> io::Result<Conversations> {
//!         self.get("conversations.list", &query).await
//!     }
//!
//!     // Notion. A query of a data source ends after 10,000 results. If the `request_status.type` is `incomplete`, return an
//!     // error.
//!     #[paginated(
//!         input_token = "start_cursor",
//!         output_token = "next_cursor",
//!         limit_key = "page_size",
//!         result_key = "results"
//!     )]
//!     async fn notion_users(&self, query: ListUsers) -> io::Result<Users> {
//!         self.get("v1/users", &query).await
//!     }
//!
//!     // HubSpot
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "paging.next.after",
//!         limit_key = "limit",
//!         result_key = "results"
//!     )]
//!     async fn hubspot_contacts(&self, query: ContactsQuery) -> io::Result<Contacts> {
//!         self.get("crm/v3/objects/contacts", &query).await
//!     }
//!
//!     // X (Twitter). Other endpoints call the parameter `pagination_token`.
//!     #[paginated(
//!         input_token = "next_token",
//!         output_token = "meta.next_token",
//!         limit_key = "max_results",
//!         result_key = "data"
//!     )]
//!     async fn search_recent(&self, query: TweetsQuery) -> io::Result<Tweets> {
//!         self.get("2/tweets/search/recent", &query).await
//!     }
//!
//!     // Reddit. `[]` yields the data of each child instead of the child. A listing ends after about 1,000 items without an
//!     // error.
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "data.after",
//!         limit_key = "limit",
//!         result_key = "data.children[].data"
//!     )]
//!     async fn subreddit_new(&self, query: NewQuery) -> io::Result<Listing> {
//!         self.get("r/rust/new", &query).await
//!     }
//!
//!     // Zendesk. The parameters are `page[after]` and `page[size]`, so the keys are Rust fields, without quotes. Set a size:
//!     // without one, the service uses offsets, and the response has no `meta`. If `meta` is an `Option`, the list then ends.
//!     #[paginated(
//!         input_token = page_after,
//!         output_token = "meta.after_cursor",
//!         more_results = "meta.has_more",
//!         limit_key = page_size,
//!         result_key = "tickets"
//!     )]
//!     async fn zendesk_tickets(&self, query: TicketsQuery) -> io::Result<Tickets> {
//!         self.get("api/v2/tickets", &query).await
//!     }
//!
//!     // Anthropic. The last page has a `last_id` too.
//!     #[paginated(
//!         input_token = "after_id",
//!         output_token = "last_id",
//!         more_results = "has_more",
//!         limit_key = "limit",
//!         result_key = "data"
//!     )]
//!     async fn anthropic_models(&self, query: ModelsQuery) -> io::Result<Models> {
//!         self.get("v1/models", &query).await
//!     }
//!
//!     // Meta Graph (Facebook, Instagram, WhatsApp). The last page has a cursor too, and only lacks `next`. Pages may be short or
//!     // empty.
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "paging.cursors.after",
//!         more_results = |page| page.paging.as_ref().is_some_and(|paging| paging.next.is_some()),
//!         limit_key = "limit",
//!         result_key = "data"
//!     )]
//!     async fn meta_posts(&self, query: PostsQuery) -> io::Result<Posts> {
//!         self.get("v25.0/me/posts", &query).await
//!     }
//!
//!     // Intercom
//!     #[paginated(
//!         input_token = "starting_after",
//!         output_token = "pages.next.starting_after",
//!         limit_key = "per_page",
//!         result_key = "data"
//!     )]
//!     async fn intercom_contacts(&self, query: IntercomQuery) -> io::Result<IntercomContacts> {
//!         self.get("contacts", &query).await
//!     }
//!
//!     // Asana. Set a `limit`: without one, the service returns one page, which may be incomplete, and no offset.
//!     #[paginated(
//!         input_token = "offset",
//!         output_token = "next_page.offset",
//!         limit_key = "limit",
//!         result_key = "data"
//!     )]
//!     async fn asana_tasks(&self, query: TasksQuery) -> io::Result<Tasks> {
//!         self.get("api/1.0/tasks", &query).await
//!     }
//! }
//! # #[paginated(input_token = |_, _: String| (), output_token = |_| None, result_key = "results")]
//! # fn one_page(_: ListUsers) -> io::Result<Users> { Ok(Users { next_cursor: None, has_more: false, results: vec![] }) }
//! # assert_eq!(one_page_paginator(Default::default()).items().count(), 0);
//! # check!(Client.conversations_list_paginator(Default::default()), page_size);
//! # check!(Client.notion_users_paginator(Default::default()), page_size);
//! # check!(Client.hubspot_contacts_paginator(Default::default()), page_size);
//! # check!(Client.search_recent_paginator(Default::default()), page_size);
//! # check!(Client.subreddit_new_paginator(Default::default()), page_size);
//! # let query = || TicketsQuery { page_size: Some(3), page_after: None };
//! # check!(Client.zendesk_tickets_paginator(query()), page_size);
//! # check!(Client.anthropic_models_paginator(Default::default()), page_size);
//! # check!(Client.meta_posts_paginator(Default::default()), page_size);
//! # check!(Client.intercom_contacts_paginator(Default::default()), page_size);
//! # let query = || TasksQuery { limit: Some(3), offset: None };
//! # check!(Client.asana_tasks_paginator(query()), page_size);
//! ```
//!
//! Names in camel case and in Pascal case are written as in the API:
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     #[serde(rename_all = "camelCase")]
//! #     JqlQuery { next_page_token: Option<String>, max_results: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     JqlPage { next_page_token: Option<String>, is_last: Option<bool>, issues: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     FilesQuery { page_token: Option<String>, page_size: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     Files { next_page_token: Option<String>, files: Option<Vec<Item>> }
//! #     #[serde(rename_all = "camelCase")]
//! #     ResultsQuery { page_token: Option<String>, max_results: Option<u32>, timeout_ms: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     QueryResults { job_complete: bool, page_token: Option<String>, rows: Option<Vec<Item>> }
//! #     #[serde(rename_all = "camelCase")]
//! #     PlaylistQuery { page_token: Option<String>, max_results: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     Playlist { next_page_token: Option<String>, items: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     RecordsQuery { offset: Option<String>, page_size: Option<u32> }
//! #     Records { offset: Option<String>, records: Vec<Item> }
//! #     #[serde(rename_all = "PascalCase")]
//! #     ListObjectsV2Input { continuation_token: Option<String>, max_keys: Option<i32> }
//! #     #[serde(rename_all = "PascalCase")]
//! #     ListObjectsV2Output { next_continuation_token: Option<String>, is_truncated: Option<bool>, contents: Option<Vec<Item>> }
//! #     #[serde(rename_all = "PascalCase")]
//! #     QueryInput { exclusive_start_key: Option<std::collections::HashMap<String, String>>, limit: Option<i32> }
//! #     #[serde(rename_all = "PascalCase")]
//! #     QueryOutput { last_evaluated_key: Option<std::collections::HashMap<String, String>>, items: Option<Vec<Item>> }
//! # }
//! impl Client {
//!     // Jira Cloud
//!     #[paginated(input_token = "nextPageToken", limit_key = "maxResults", result_key = "issues")]
//!     async fn search_jql(&self, query: JqlQuery) -> io::Result<JqlPage> {
//!         self.get("rest/api/3/search/jql", &query).await
//!     }
//!
//!     // Google Drive, and Google APIs that follow AIP-158. Such an API leaves out an empty list, so it is an `Option`. If the
//!     // request has a `skip`, write `first_page_only = "skip"`, because it counts from each token.
//!     #[paginated(
//!         input_token = "pageToken",
//!         output_token = "nextPageToken",
//!         limit_key = "pageSize",
//!         result_key = "files"
//!     )]
//!     async fn files_list(&self, query: FilesQuery) -> io::Result<Files> {
//!         self.get("drive/v3/files", &query).await
//!     }
//!
//!     // BigQuery. If the job is not complete, the response has no rows and no token, which looks like the end.
//!     #[paginated(input_token = "pageToken", limit_key = "maxResults", result_key = "rows")]
//!     async fn query_results(&self, query: ResultsQuery) -> io::Result<QueryResults> {
//!         let page: QueryResults = self.get("bigquery/v2/projects/p/queries/job", &query).await?;
//!         if page.job_complete { Ok(page) } else { Err(io::Error::other("the job is not complete")) }
//!     }
//!
//!     // YouTube
//!     #[paginated(
//!         input_token = "pageToken",
//!         output_token = "nextPageToken",
//!         limit_key = "maxResults",
//!         result_key = "items"
//!     )]
//!     async fn playlist_items(&self, query: PlaylistQuery) -> io::Result<Playlist> {
//!         self.get("youtube/v3/playlistItems", &query).await
//!     }
//!
//!     // Airtable. The offset expires. If the error is `LIST_RECORDS_ITERATOR_NOT_AVAILABLE`, start the list again.
//!     #[paginated(input_token = "offset", limit_key = "pageSize", result_key = "records")]
//!     async fn airtable_records(&self, query: RecordsQuery) -> io::Result<Records> {
//!         self.get("v0/base/table", &query).await
//!     }
//!
//!     // Amazon S3
//!     #[paginated(
//!         input_token = "ContinuationToken",
//!         output_token = "NextContinuationToken",
//!         more_results = "IsTruncated",
//!         limit_key = "MaxKeys",
//!         result_key = "Contents"
//!     )]
//!     async fn list_objects_v2(&self, input: &ListObjectsV2Input) -> io::Result<ListObjectsV2Output> {
//!         self.get("ListObjectsV2", input).await
//!     }
//!
//!     // Amazon DynamoDB. The token is a map.
//!     #[paginated(
//!         input_token = "ExclusiveStartKey",
//!         output_token = "LastEvaluatedKey",
//!         limit_key = "Limit",
//!         result_key = "Items"
//!     )]
//!     async fn query(&self, input: &QueryInput) -> io::Result<QueryOutput> {
//!         self.get("DynamoDB.Query", input).await
//!     }
//! }
//! # check!(Client.search_jql_paginator(Default::default()), page_size);
//! # check!(Client.files_list_paginator(Default::default()), page_size);
//! # check!(Client.query_results_paginator(Default::default()), page_size);
//! # let query = ResultsQuery { timeout_ms: Some(0), ..Default::default() };
//! # let first = futures::executor::block_on(Client.query_results_paginator(query).items().next());
//! # assert!(matches!(first, Some(Err(paginated::Error::Operation(_)))));
//! # check!(Client.playlist_items_paginator(Default::default()), page_size);
//! # check!(Client.airtable_records_paginator(Default::default()), page_size);
//! # check!(Client.list_objects_v2_paginator(Default::default()), page_size);
//! # check!(Client.query_paginator(Default::default()), page_size);
//! ```
//!
//! Some APIs end the list in another way, or do not accept all parameters in every request:
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     #[serde(rename_all = "camelCase")]
//! #     BuildsQuery { continuation_token: Option<String>, #[serde(rename = "$top")] top: Option<u32> }
//! #     Builds { count: u32, value: Vec<Item> }
//! #     ScanQuery { cursor: Option<String>, count: Option<u32> }
//! #     ScanPage { cursor: String, keys: Vec<Item> }
//! #     AllPages { #[serde(flatten)] continue_params: Option<std::collections::BTreeMap<String, serde_json::Value>>, aplimit: Option<u32> }
//! #     QueryPage { #[serde(rename = "continue")] continue_params: Option<std::collections::BTreeMap<String, serde_json::Value>>, query: AllPagesResult }
//! #     AllPagesResult { allpages: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     GetLogEventsInput { next_token: Option<String>, limit: Option<i32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     GetLogEventsOutput { next_forward_token: Option<String>, events: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     Select { cursor_mark: String, rows: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     SelectPage { next_cursor_mark: String, response: Docs }
//! #     Docs { docs: Vec<Item> }
//! #     ToolsQuery { cursor: Option<String> }
//! #     #[serde(rename_all = "camelCase")]
//! #     Tools { next_cursor: Option<String>, tools: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     ListParams { #[serde(rename = "continue")] continue_token: Option<String>, limit: Option<u32>, resource_version: Option<String>, resource_version_match: Option<String> }
//! #     PodList { metadata: ListMeta, items: Vec<Item> }
//! #     ListMeta { #[serde(rename = "continue")] continue_token: Option<String> }
//! # }
//! impl Client {
//!     // Amazon CloudWatch Logs. The last page repeats its token. Set `startFromHead` in the request: by default, the first page
//!     // has the latest events, and nothing follows it. To read new events later, leave out `end_on`: the list then stops with
//!     // `Error::RepeatedToken`, and another list can start at its `resume_token()`.
//!     #[paginated(
//!         input_token = "nextToken",
//!         output_token = "nextForwardToken",
//!         end_on = "repeated_token",
//!         limit_key = "limit",
//!         result_key = "events"
//!     )]
//!     async fn get_log_events(&self, input: GetLogEventsInput) -> io::Result<GetLogEventsOutput> {
//!         self.get("GetLogEvents", &input).await
//!     }
//!
//!     // Apache Solr. The first request has the `cursorMark` `*`.
//!     #[paginated(
//!         input_token = "cursorMark",
//!         output_token = "nextCursorMark",
//!         end_on = "repeated_token",
//!         limit_key = "rows",
//!         result_key = "response.docs"
//!     )]
//!     async fn select(&self, query: Select) -> io::Result<SelectPage> {
//!         self.get("solr/select", &query).await
//!     }
//!
//!     // Azure DevOps. The token is in a header, and the type `Response` has the headers and the body. The field `top` is renamed
//!     // to `$top`. `count` in the body is that of the page.
//!     #[paginated(
//!         input_token = "continuationToken",
//!         output_token = |page| page.header("x-ms-continuationtoken").map(str::to_owned),
//!         limit_key = top,
//!         result_key = "body.value"
//!     )]
//!     async fn builds(&self, query: BuildsQuery) -> io::Result<Response<Builds>> {
//!         self.get_with_headers("organization/project/_apis/build/builds", &query).await
//!     }
//!
//!     // MediaWiki (Wikipedia). The next request has all parameters in the object `continue`. Pages have different ones, so
//!     // the object as a whole is the token: a `BTreeMap<String, Value>`, which is `#[serde(flatten)]` in the request. With
//!     // `generator` or several values of `prop`, the same items are repeated with other properties until `batchcomplete`.
//!     #[paginated(input_token = continue_params, limit_key = "aplimit", result_key = "query.allpages")]
//!     async fn all_pages(&self, query: AllPages) -> io::Result<QueryPage> {
//!         self.get("w/api.php", &query).await
//!     }
//!
//!     // Redis, SCAN. The last cursor is `"0"`, which would list everything again. A key may be returned more than once, and a
//!     // page may be empty.
//!     #[paginated(
//!         input_token = "cursor",
//!         output_token = |page| Some(page.cursor.clone()).filter(|cursor| cursor != "0"),
//!         limit_key = "count",
//!         result_key = "keys"
//!     )]
//!     async fn scan(&self, query: ScanQuery) -> io::Result<ScanPage> {
//!         self.get("SCAN", &query).await
//!     }
//!
//!     // Model Context Protocol. An empty string is a valid cursor.
//!     #[paginated(
//!         input_token = "cursor",
//!         output_token = "nextCursor",
//!         empty_token = "follow",
//!         result_key = "tools"
//!     )]
//!     async fn tools_list(&self, query: ToolsQuery) -> io::Result<Tools> {
//!         self.get("tools/list", &query).await
//!     }
//!
//!     // Kubernetes. The parameters of the resource version are refused in a request with `continue`. That name is a keyword, so
//!     // it is renamed.
//!     #[paginated(
//!         input_token = continue_token,
//!         output_token = metadata.continue_token,
//!         first_page_only = ["resourceVersion", "resourceVersionMatch"],
//!         limit_key = "limit",
//!         result_key = "items"
//!     )]
//!     async fn list_pods(&self, params: &ListParams) -> io::Result<PodList> {
//!         self.get("api/v1/pods", params).await
//!     }
//! }
//! # check!(Client.get_log_events_paginator(Default::default()), page_size);
//! # check!(Client.select_paginator(Select { cursor_mark: "*".into(), rows: None }), page_size);
//! # check!(Client.builds_paginator(Default::default()), page_size);
//! # check!(Client.all_pages_paginator(Default::default()), page_size);
//! # check!(Client.scan_paginator(Default::default()), page_size);
//! # check!(Client.tools_list_paginator(Default::default()));
//! # let exact = ListParams { resource_version_match: Some("Exact".into()), ..ListParams::default() };
//! # let params = || ListParams { resource_version: Some("1042".into()), ..exact.clone() };
//! # check!(Client.list_pods_paginator(params()), page_size);
//! ```
//!
//! # The last item
//!
//! Some APIs continue after the last item of the page. `[-1]` is the last element of a list. A value in an element
//! of a list is never empty, so an id of 0 is a token.
//!
//! Without a flag, the list ends at an empty page, because it has no last item. With `end_on = "short_page"`, the list
//! can end one request earlier: at a page that is shorter than the longest page so far. Leave it out if the service removes
//! items from a page, such as those that the user may not read. If the last element may be `null` or may lack its id, name a flag
//! as well: without one, such a page is the end.
//!
//! If the first page is part of another response, such as the `lines` of an invoice of Stripe, read its items. If it has more,
//! start the list at `starting_token(ResumeToken::service(id))`, where `id` is that of its last item.
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     CustomersQuery { starting_after: Option<String>, ending_before: Option<String>, limit: Option<u32> }
//! #     Customers { data: Vec<Item>, has_more: bool }
//! #     OpenAiQuery { after: Option<String>, limit: Option<u32> }
//! #     MessagesQuery { before: Option<String>, limit: Option<u32> }
//! #     Message { id: String }
//! #     RangeRequest { key: Vec<u8>, range_end: Vec<u8>, limit: i64 }
//! #     RangeResponse { kvs: Vec<KeyValue>, more: bool }
//! #     KeyValue { key: Vec<u8> }
//! # }
//! impl Client {
//!     // Stripe
//!     #[paginated(
//!         input_token = "starting_after",
//!         output_token = "data[-1].id",
//!         more_results = "has_more",
//!         limit_key = "limit",
//!         result_key = "data"
//!     )]
//!     async fn customers(&self, query: CustomersQuery) -> io::Result<Customers> {
//!         self.get("v1/customers", &query).await
//!     }
//!
//!     // Stripe backwards. The first item of a page is the token, and the items of each page are yielded from the last
//!     // to the first. The caller's first request has an `ending_before`. For a direction that is chosen at run time, box the
//!     // paginators of both methods: they then have the same type.
//!     #[paginated(
//!         input_token = "ending_before",
//!         output_token = "data[0].id",
//!         more_results = "has_more",
//!         limit_key = "limit",
//!         result_key = "data",
//!         reversed
//!     )]
//!     async fn customers_before(&self, query: CustomersQuery) -> io::Result<Customers> {
//!         self.get("v1/customers", &query).await
//!     }
//!
//!     // OpenAI. Some lists have a `last_id`, and others, such as this one, do not.
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "data[-1].id",
//!         more_results = "has_more",
//!         limit_key = "limit",
//!         result_key = "data"
//!     )]
//!     async fn fine_tuning_jobs(&self, query: OpenAiQuery) -> io::Result<Customers> {
//!         self.get("v1/fine_tuning/jobs", &query).await
//!     }
//!
//!     // Discord. The response is the list. The newest message of a page is the first one, also if the request has `after`.
//!     #[paginated(
//!         input_token = "before",
//!         output_token = "[-1].id",
//!         end_on = "short_page",
//!         limit_key = "limit",
//!         result_key = "@"
//!     )]
//!     async fn messages(&self, query: MessagesQuery) -> io::Result<Vec<Message>> {
//!         self.get("channels/1/messages", &query).await
//!     }
//!
//!     // etcd, over gRPC. The range begins at the key itself, so the next key is the last one, followed by a zero byte. A range
//!     // without `range_end` has one key, and if both are `b"\0"`, it has all keys. In the JSON gateway, the keys are base64:
//!     // decode the last one, append the byte, and encode it.
//!     #[paginated(
//!         input_token = "key",
//!         output_token = |page| page.kvs.last().map(|last| [&*last.key, b"\0"].concat()),
//!         more_results = "more",
//!         limit_key = "limit",
//!         result_key = "kvs"
//!     )]
//!     async fn range(&self, request: RangeRequest) -> io::Result<RangeResponse> {
//!         self.get("etcdserverpb.KV/Range", &request).await
//!     }
//! }
//! # check!(Client.customers_paginator(Default::default()), page_size);
//! # let before = || CustomersQuery { ending_before: Some("7".into()), ..Default::default() };
//! # let mut backwards = ids(Client.customers_before_paginator(before()).items());
//! # backwards.reverse();
//! # assert_eq!(backwards, (0..7).collect::<Vec<_>>());
//! # check!(Client.fine_tuning_jobs_paginator(Default::default()), page_size);
//! # impl From<Message> for u32 { fn from(message: Message) -> u32 { 6 - message.id.parse::<u32>().unwrap() } }
//! # check!(Client.messages_paginator(Default::default()), page_size);
//! # impl From<KeyValue> for u32 { fn from(item: KeyValue) -> u32 { String::from_utf8(item.key).unwrap().parse().unwrap() } }
//! # let all_keys = || RangeRequest { key: b"\0".into(), range_end: b"\0".into(), limit: 3 };
//! # check!(Client.range_paginator(all_keys()), page_size);
//! ```
//!
//! A database is paged in the same way. The key of the last row, or the whole row if the order has several columns, is
//! the token:
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
//! # struct Row { score: i64, id: i64 }
//! # impl From<Row> for u32 { fn from(row: Row) -> u32 { row.id as u32 } }
//! struct Database {
//!     rows: Vec<Row>,
//! }
//!
//! impl Database {
//!     // select * from rows where id > $after order by id limit $limit
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "[-1].id",
//!         end_on = "short_page",
//!         limit_key = "limit",
//!         result_key = "@"
//!     )]
//!     fn by_id(&self, after: Option<i64>, limit: usize) -> io::Result<Vec<Row>> {
//!         Ok(self.rows.iter().filter(|row| Some(row.id) > after).take(limit).cloned().collect())
//!     }
//!
//!     // select * from rows where (score, id) > ($score, $id) order by score, id limit $limit
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "[-1]",
//!         end_on = "short_page",
//!         limit_key = "limit",
//!         result_key = "@"
//!     )]
//!     fn by_score(&self, after: Option<Row>, limit: usize) -> io::Result<Vec<Row>> {
//!         let after = after.map(|row| (row.score, row.id));
//!         Ok(self.rows.iter().filter(|row| Some((row.score, row.id)) > after).take(limit).cloned().collect())
//!     }
//! }
//! # let database = Database { rows: (0..7).map(|id| Row { score: id / 2, id }).collect() };
//! # for limit in [1, 3, 7, 8] {
//! #     let by_id = database.by_id_paginator(None, limit).items();
//! #     let by_score = database.by_score_paginator(None, limit).items();
//! #     assert_eq!(by_id.collect::<Result<Vec<_>, _>>().unwrap(), database.rows);
//! #     assert_eq!(by_score.collect::<Result<Vec<_>, _>>().unwrap(), database.rows);
//! # }
//! ```
//!
//! Several items may have the same time. If a page starts after the time of the last item, items of that time are lost, so prefer
//! an id, or an API whose parameter includes that time. The items at that time are then repeated, and the program leaves
//! them out. Do not write `end_on = "repeated_token"`: if all items of a page have the same time, the list cannot continue,
//! which is then an error.
//!
//! ```
//! # use paginated::paginated;
//! # use std::collections::HashSet;
//! # use std::io;
//! # #[derive(Clone)]
//! # struct Event { id: u32, time: u64 }
//! // select * from events where time >= $since order by time limit $limit
//! #[paginated(
//!     input_token = "since",
//!     output_token = "[-1].time",
//!     end_on = "short_page",
//!     limit_key = "limit",
//!     result_key = "@"
//! )]
//! fn events(log: &[Event], since: Option<u64>, limit: usize) -> io::Result<Vec<Event>> {
//!     Ok(log.iter().filter(|event| Some(event.time) >= since).take(limit).cloned().collect())
//! }
//!
//! # let log: Vec<_> = (0..7).map(|id| Event { id, time: u64::from(id) / 2 }).collect();
//! let mut seen = HashSet::new();
//! let mut ids = Vec::new();
//! for event in events_paginator(&log, None, 3).items() {
//!     let event = event?;
//!     if seen.insert(event.id) {
//!         ids.push(event.id);
//!     }
//! }
//! assert_eq!(ids, [0, 1, 2, 3, 4, 5, 6]);
//! # let stuck = events_paginator(&log, None, 2).items().last();
//! # assert!(matches!(stuck, Some(Err(paginated::Error::RepeatedToken { .. }))));
//! # Ok::<(), paginated::Error<io::Error>>(())
//! ```
//!
//! # Carried tokens
//!
//! Some tokens identify a state of the service, such as a scroll. Each request sends the token of the previous response, and the
//! token does not mean that there are more pages. `carried_token` names such a token. Another token, a flag, or `end_on` ends
//! the list.
//!
//! If the only token is carried, a page cannot be requested twice, so the list has no `resume_token()`. Do not call `retry()`
//! either: the service may have advanced before the error, and that page would be lost.
//!
//! **A search of Elasticsearch that timed out, or in which a shard failed, has status 200 and looks like the end.** The recipe
//! [`elasticsearch`] returns it as an error.
//!
//! [`elasticsearch`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/elasticsearch.rs
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! use serde_json::json;
//!
//! # types! {
//! #     SearchQuery { pit: Pit, sort: Vec<String>, search_after: Option<Vec<serde_json::Value>>, size: Option<u32> }
//! #     Pit { id: String, keep_alive: String }
//! #     SearchPage { pit_id: Option<String>, hits: Hits }
//! #     Hits { hits: Vec<Hit> }
//! #     Hit { _id: String, sort: Vec<serde_json::Value> }
//! #     ScrollPage { _scroll_id: Option<String>, hits: ScrollHits }
//! #     ScrollHits { hits: Vec<Item> }
//! #     WorksQuery { cursor: Option<String>, rows: Option<u32> }
//! #     Works { message: WorksMessage }
//! #     #[serde(rename_all = "kebab-case")]
//! #     WorksMessage { next_cursor: String, total_results: u64, items: Vec<Item> }
//! #     IncrementalQuery { start_time: Option<u64>, cursor: Option<String>, per_page: Option<u32> }
//! #     Incremental { after_cursor: Option<String>, end_of_stream: bool, users: Vec<Item> }
//! # }
//! impl Client {
//!     // Elasticsearch, with a point in time. Each page has the id for the next request. Set a `sort`, such as `_shard_doc`:
//!     // without one, the hits have no `sort`, and if it is an `Option`, the list ends after the first page.
//!     #[paginated(
//!         input_token = ["search_after", "pit.id"],
//!         output_token = ["hits.hits[-1].sort", "pit_id"],
//!         carried_token = "pit.id",
//!         limit_key = "size",
//!         result_key = "hits.hits"
//!     )]
//!     async fn search_after(&self, query: SearchQuery) -> io::Result<SearchPage> {
//!         self.get("_search", &query).await
//!     }
//!
//!     // Elasticsearch, with a scroll. Each request has `scroll`. The same id returns another page each time.
//!     #[paginated(
//!         input_token = "scroll_id",
//!         output_token = "_scroll_id",
//!         carried_token = "scroll_id",
//!         end_on = "empty_page",
//!         limit_key = "size",
//!         result_key = "hits.hits"
//!     )]
//!     async fn scroll(&self, size: Option<u32>, scroll_id: Option<String>) -> io::Result<ScrollPage> {
//!         match scroll_id {
//!             None => self.get("products/_search", &json!({ "scroll": "1m", "size": size })).await,
//!             Some(id) => self.get("_search/scroll", &json!({ "scroll": "1m", "scroll_id": id })).await,
//!         }
//!     }
//!
//!     // Crossref. The first request has the `cursor` `*`. The cursor is the id of a scroll, which may stay the same. It expires
//!     // after five minutes.
//!     #[paginated(
//!         input_token = "cursor",
//!         output_token = "message.next-cursor",
//!         carried_token = "cursor",
//!         end_on = "empty_page",
//!         total_items = "message.total-results",
//!         limit_key = "rows",
//!         result_key = "message.items"
//!     )]
//!     async fn works(&self, query: WorksQuery) -> io::Result<Works> {
//!         self.get("works", &query).await
//!     }
//!
//!     // Zendesk, incremental export. The last page has a cursor for the next export. `start_time` is refused with a
//!     // cursor.
//!     #[paginated(
//!         input_token = "cursor",
//!         output_token = "after_cursor",
//!         more_results = "!end_of_stream",
//!         first_page_only = ["start_time"],
//!         limit_key = "per_page",
//!         result_key = "users"
//!     )]
//!     async fn incremental_users(&self, query: IncrementalQuery) -> io::Result<Incremental> {
//!         self.get("api/v2/incremental/users/cursor", &query).await
//!     }
//! }
//! # impl From<Hit> for u32 { fn from(hit: Hit) -> u32 { hit._id.parse().unwrap() } }
//! # let pit = || Pit { id: "pit0".into(), keep_alive: "1m".into() };
//! # let query = || SearchQuery { pit: pit(), sort: vec!["_shard_doc".into()], ..Default::default() };
//! # check!(Client.search_after_paginator(query()), page_size);
//! # let all = (0..7).collect::<Vec<_>>();
//! # assert_eq!(ids(Client.scroll_paginator(None, None).items()), all);
//! # assert_eq!(ids(Client.scroll_paginator(None, None).page_size(2).items()), all);
//! # let query = || WorksQuery { cursor: Some("*".into()), rows: None };
//! # assert_eq!(ids(Client.works_paginator(query()).items()), all);
//! # assert_eq!(ids(Client.works_paginator(query()).page_size(2).items()), all);
//! # let query = || IncrementalQuery { start_time: Some(1), ..Default::default() };
//! # check!(Client.incremental_users_paginator(query()), page_size);
//! ```
//!
//! # Page numbers
//!
//! `start` is the number of the first page. The list ends at an empty page. With a total or a flag, it ends one request
//! earlier.
//!
//! With `start = 1` instead of 0, the first page is missing, and no error is returned. With 0 instead of 1, most services return
//! the first page twice, which `echo` detects.
//!
//! Name a total only if it counts the whole list. With one that is capped, such as the 10,000 of Elasticsearch, or that counts
//! the items of the page, such as `count` of Azure DevOps, the list ends early. So it does if `total_pages` is the number of the
//! last page, counted from 0. If the service responds with the status 204 after the last page, the method returns an empty page.
//!
//! Many services refuse deep pages and offsets, such as those after 10,000 items in `PagerDuty` and in a search of `HubSpot`,
//! 50,000 in GitLab, and 1,000 in Auth0. Narrow the query, for example by date, or use a cursor.
//!
//! **A service that ignores the page number, or returns the last page for a number that is out of range, returns pages
//! forever.** With `echo`, such a page is an [`Error::WrongPosition`](crate::Error::WrongPosition). With a total, the
//! list ends when that many items or pages were received. Without an `echo` or a total, this cannot be detected.
//! Set [`max_pages`](crate::Paginator::max_pages) then.
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     Query { page: Option<u32>, per_page: Option<u32> }
//! #     Issues { total_count: u64, incomplete_results: bool, items: Vec<Item> }
//! #     Zones { result: Vec<Item>, result_info: ResultInfo }
//! #     ResultInfo { page: u32, total_pages: u32 }
//! #     #[serde(rename_all = "camelCase")]
//! #     AlgoliaQuery { page: Option<u32>, hits_per_page: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     AlgoliaPage { page: u32, nb_pages: u32, hits: Vec<Item> }
//! #     Pageable { page: u32, size: Option<u32> }
//! #     SpringPage { number: u32, last: bool, content: Vec<Item> }
//! #     PagedModel { content: Vec<Item>, page: PageMetadata }
//! #     #[serde(rename_all = "camelCase")]
//! #     PageMetadata { number: u32, total_pages: u32 }
//! #     #[serde(rename_all = "camelCase")]
//! #     GroupsQuery { page_num: Option<u32>, items_per_page: Option<u32> }
//! #     Groups { links: Vec<GroupsLink>, results: Vec<Item> }
//! #     GroupsLink { rel: String }
//! #     DatadogQuery { #[serde(rename = "page[number]")] page_number: u32, #[serde(rename = "page[size]")] page_size: Option<u32> }
//! #     DatadogUsers { data: Vec<Item>, meta: DatadogMeta }
//! #     DatadogMeta { page: DatadogPage }
//! #     DatadogPage { total_filtered_count: u64 }
//! # }
//! impl Client {
//!     // GitHub. The response is the list, and nothing else: see the note above. For some large lists, such as the issues of a
//!     // large repository, the service refuses `page`: follow the header `Link`. For an empty repository, the status is 409
//!     // (commits) or 204 (contributors): return an empty page.
//!     #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@")]
//!     async fn user_repos(&self, query: Query) -> io::Result<Vec<Item>> {
//!         self.get("user/repos", &query).await
//!     }
//!
//!     // GitHub search. The total counts more items than can be listed, so it is left out. A page beyond 1,000 items is
//!     // an error: set `max_items(1000)`. With the header `Link`, the list ends there without an error.
//!     #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "items")]
//!     async fn search_issues(&self, query: Query) -> io::Result<Issues> {
//!         self.get("search/issues", &query).await
//!     }
//!
//!     // GitLab. The number of the next page is in a header, which is empty at the end. If the header is absent, the flag is
//!     // `None`, and the list ends at an empty page.
//!     #[paginated(
//!         page_number = "page",
//!         start = 1,
//!         more_results = |page| page.header("x-next-page").map(|next| !next.is_empty()),
//!         limit_key = "per_page",
//!         result_key = "body"
//!     )]
//!     async fn gitlab_projects(&self, query: Query) -> io::Result<Response> {
//!         self.get_with_headers("api/v4/projects", &query).await
//!     }
//!
//!     // WordPress and WooCommerce. A page after the last one is an error in WordPress, so the number of pages is needed. It is
//!     // in a header.
//!     #[paginated(
//!         page_number = "page",
//!         start = 1,
//!         total_pages = |page| page.header("x-wp-totalpages").and_then(|total| total.parse().ok()),
//!         limit_key = "per_page",
//!         result_key = "body"
//!     )]
//!     async fn wordpress_posts(&self, query: Query) -> io::Result<Response> {
//!         self.get_with_headers("wp-json/wp/v2/posts", &query).await
//!     }
//!
//!     // Cloudflare
//!     #[paginated(
//!         page_number = "page",
//!         start = 1,
//!         echo = "result_info.page",
//!         total_pages = "result_info.total_pages",
//!         limit_key = "per_page",
//!         result_key = "result"
//!     )]
//!     async fn zones(&self, query: Query) -> io::Result<Zones> {
//!         self.get("client/v4/zones", &query).await
//!     }
//!
//!     // Algolia. A search returns at most 1,000 hits (`paginationLimitedTo`), and `browse`, which has a cursor, all of them.
//!     #[paginated(
//!         page_number = "page",
//!         start = 0,
//!         echo = "page",
//!         total_pages = "nbPages",
//!         limit_key = "hitsPerPage",
//!         result_key = "hits"
//!     )]
//!     async fn algolia_search(&self, query: AlgoliaQuery) -> io::Result<AlgoliaPage> {
//!         self.get("1/indexes/products/query", &query).await
//!     }
//!
//!     // Spring Data. With `one-indexed-parameters`, write `start = 1` and no `echo`, because the response still counts from 0.
//!     #[paginated(
//!         page_number = "page",
//!         start = 0,
//!         echo = "number",
//!         more_results = "!last",
//!         limit_key = "size",
//!         result_key = "content"
//!     )]
//!     async fn spring_users(&self, query: Pageable) -> io::Result<SpringPage> {
//!         self.get("spring/users", &query).await
//!     }
//!
//!     // Spring Data with `PagedModel`, or `pageSerializationMode = VIA_DTO`
//!     #[paginated(
//!         page_number = "page",
//!         start = 0,
//!         echo = "page.number",
//!         total_pages = "page.totalPages",
//!         limit_key = "size",
//!         result_key = "content"
//!     )]
//!     async fn spring_orders(&self, query: Pageable) -> io::Result<PagedModel> {
//!         self.get("spring/orders", &query).await
//!     }
//!
//!     // MongoDB Atlas. The total is an estimate, so it is left out.
//!     #[paginated(
//!         page_number = "pageNum",
//!         start = 1,
//!         more_results = |page| page.links.iter().any(|link| link.rel == "next"),
//!         limit_key = "itemsPerPage",
//!         result_key = "results"
//!     )]
//!     async fn atlas_groups(&self, query: GroupsQuery) -> io::Result<Groups> {
//!         self.get("api/atlas/v2/groups", &query).await
//!     }
//!
//!     // Datadog. The parameters are `page[number]` and `page[size]`.
//!     #[paginated(
//!         page_number = page_number,
//!         start = 0,
//!         total_items = "meta.page.total_filtered_count",
//!         limit_key = page_size,
//!         result_key = "data"
//!     )]
//!     async fn datadog_users(&self, query: DatadogQuery) -> io::Result<DatadogUsers> {
//!         self.get("api/v2/users", &query).await
//!     }
//! }
//! # check!(Client.user_repos_paginator(Default::default()), page_size);
//! # check!(Client.search_issues_paginator(Default::default()), page_size);
//! # check!(Client.gitlab_projects_paginator(Default::default()), page_size);
//! # check!(Client.wordpress_posts_paginator(Default::default()), page_size);
//! # check!(Client.zones_paginator(Default::default()), page_size);
//! # check!(Client.algolia_search_paginator(Default::default()), page_size);
//! # check!(Client.spring_users_paginator(Default::default()), page_size);
//! # check!(Client.spring_orders_paginator(Default::default()), page_size);
//! # check!(Client.atlas_groups_paginator(Default::default()), page_size);
//! # check!(Client.datadog_users_paginator(Default::default()), page_size);
//! ```
//!
//! The following service ignores the page number. `echo` detects this, and `max_pages` limits the list:
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     Query { page: Option<u32> }
//! #     Answer { page: u32, names: Vec<String> }
//! # }
//! use paginated::Error;
//!
//! #[paginated(page_number = "page", start = 1, echo = "page", result_key = "names")]
//! fn checked(query: Query) -> io::Result<Answer> {
//!     Ok(Answer { page: 1, names: vec!["a".into()] })
//! }
//!
//! #[paginated(page_number = "page", start = 1, result_key = "names")]
//! fn unchecked(query: Query) -> io::Result<Answer> {
//!     Ok(Answer { page: 1, names: vec!["a".into()] })
//! }
//!
//! let names: Vec<_> = checked_paginator(Query::default()).items().collect();
//! assert!(matches!(names[..], [Ok(_), Err(Error::WrongPosition { .. })]));
//!
//! let names: Vec<_> = unchecked_paginator(Query::default()).max_pages(3).items().collect();
//! assert!(matches!(names[..], [Ok(_), Ok(_), Ok(_), Err(Error::TooManyPages { .. })]));
//! #
//! ```
//!
//! # Offsets
//!
//! The next offset is the current one plus the number of items received, and not plus the page size, because services
//! cap page sizes. The notes on [page numbers](#page-numbers) also apply to offsets. If the response has the next
//! offset, it is a [token](#tokens).
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     #[serde(rename_all = "camelCase")]
//! #     JiraQuery { start_at: Option<u32>, max_results: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     JiraPage { start_at: u32, total: u64, issues: Vec<Item> }
//! #     OffsetQuery { offset: u32, limit: Option<u32> }
//! #     Incidents { offset: u32, more: bool, incidents: Vec<Item> }
//! #     Tracks { offset: u32, total: u64, items: Vec<Item> }
//! #     ODataQuery { #[serde(rename = "$skip")] skip: Option<u64>, #[serde(rename = "$top")] top: Option<u64> }
//! #     ODataPage { #[serde(rename = "@odata.count")] count: Option<u64>, value: Vec<Item> }
//! #     TableQuery { order: String, offset: Option<u32>, limit: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     ScimQuery { start_index: Option<u32>, count: Option<u32> }
//! #     #[serde(rename_all = "camelCase")]
//! #     ScimList { start_index: Option<u32>, total_results: u64, #[serde(rename = "Resources")] resources: Option<Vec<Item>> }
//! # }
//! impl Client {
//!     // Jira Data Center
//!     #[paginated(
//!         offset = "startAt",
//!         echo = "startAt",
//!         total_items = "total",
//!         limit_key = "maxResults",
//!         result_key = "issues"
//!     )]
//!     async fn jira_search(&self, query: JiraQuery) -> io::Result<JiraPage> {
//!         self.get("rest/api/2/search", &query).await
//!     }
//!
//!     // PagerDuty
//!     #[paginated(
//!         offset = "offset",
//!         echo = "offset",
//!         more_results = "more",
//!         limit_key = "limit",
//!         result_key = "incidents"
//!     )]
//!     async fn incidents(&self, query: OffsetQuery) -> io::Result<Incidents> {
//!         self.get("incidents", &query).await
//!     }
//!
//!     // Spotify
//!     #[paginated(
//!         offset = "offset",
//!         echo = "offset",
//!         total_items = "total",
//!         limit_key = "limit",
//!         result_key = "items"
//!     )]
//!     async fn saved_tracks(&self, query: OffsetQuery) -> io::Result<Tracks> {
//!         self.get("v1/me/tracks", &query).await
//!     }
//!
//!     // OData, with `$skip` and `$top`. The count is present if the request has `$count=true`. Set `$orderby`. Dataverse refuses
//!     // `$skip`, and counts at most 5,000 items: follow `@odata.nextLink`, as in Microsoft Graph.
//!     #[paginated(offset = skip, total_items = count, limit_key = top, result_key = "value")]
//!     async fn people(&self, query: ODataQuery) -> io::Result<ODataPage> {
//!         self.get("odata/People", &query).await
//!     }
//!
//!     // PostgREST (Supabase). The response is the list. Set `order`. The service reduces a large `limit` to its `max-rows`.
//!     #[paginated(offset = "offset", limit_key = "limit", result_key = "@")]
//!     async fn countries(&self, query: TableQuery) -> io::Result<Vec<Item>> {
//!         self.get("rest/v1/countries", &query).await
//!     }
//!
//!     // SCIM. Items are counted from 1. `startIndex` may be absent if all items fit into one page, and `Resources` if no item was
//!     // found, so they are `Option`s.
//!     #[paginated(
//!         offset = "startIndex",
//!         start = 1,
//!         echo = "startIndex",
//!         total_items = "totalResults",
//!         limit_key = "count",
//!         result_key = "Resources"
//!     )]
//!     async fn scim_users(&self, query: ScimQuery) -> io::Result<ScimList> {
//!         self.get("scim/v2/Users", &query).await
//!     }
//! }
//!
//! // select * from rows order by id limit $limit offset $offset
//! #[paginated(offset = "offset", end_on = "short_page", limit_key = "limit", result_key = "@")]
//! fn select_rows(rows: &[u32], offset: usize, limit: usize) -> io::Result<Vec<u32>> {
//!     Ok(rows.iter().skip(offset).take(limit).copied().collect())
//! }
//! # check!(Client.jira_search_paginator(Default::default()), page_size);
//! # check!(Client.incidents_paginator(Default::default()), page_size);
//! # check!(Client.saved_tracks_paginator(Default::default()), page_size);
//! # check!(Client.people_paginator(Default::default()), page_size);
//! # let table = || TableQuery { order: "id".into(), ..Default::default() };
//! # check!(Client.countries_paginator(table()), page_size);
//! # check!(Client.scim_users_paginator(Default::default()), page_size);
//! # let rows: Vec<u32> = (0..7).collect();
//! # assert_eq!(select_rows_paginator(&rows, 0, 3).items().collect::<Result<Vec<_>, _>>().unwrap(), rows);
//! # assert_eq!(select_rows_paginator(&rows, 0, 7).page_size(2).items().collect::<Result<Vec<_>, _>>().unwrap(), rows);
//! ```
//!
//! ## Pages that lack items
//!
//! Some services remove items from a page after they counted them, such as items that the user may not read. A client may do the
//! same, such as `rspotify`, which drops each `null`. Then an offset must advance by the page size, and an empty page in the middle
//! is not the end. If the API has no link or token (`ServiceNow` has a header `Link`), number the pages, and compute a flag from
//! the total:
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     Query { offset: u32, limit: u32 }
//! #     Answer { offset: u32, total: u32, rows: Vec<u32> }
//! # }
//! #[paginated(
//!     page_number = |query, page: u32| query.offset = page * query.limit,
//!     start = 0,
//!     more_results = |page| page.offset + 100 < page.total,
//!     result_key = "rows"
//! )]
//! fn rows(query: Query) -> io::Result<Answer> {
//!     // The rows 50 to 249 are hidden, and so are all rows of the second page.
//! #   let Query { offset, limit } = query;
//! #   let rows = (offset..(offset + limit).min(350)).filter(|row| !(50..250).contains(row)).collect();
//! #   Ok(Answer { offset, total: 350, rows })
//! }
//!
//! let rows: Result<Vec<u32>, _> = rows_paginator(Query { offset: 0, limit: 100 }).items().collect();
//! assert_eq!(rows.unwrap(), (0..50).chain(250..350).collect::<Vec<_>>());
//! ```
//!
//! The same flag helps if a service sometimes returns an empty page by mistake, as arXiv does, but only with `offset`. Such a
//! page is then an [`Error::MissingData`](crate::Error::MissingData), and `retry()` requests it again. With `page_number`, the
//! items of that page would be skipped.
//!
//! # Links
//!
//! The response has the URL of the next page. `next_method` names the method that requests a URL. It has the parameters of the
//! annotated method without the request, and then the link. One such method serves all lists of a client that have the same
//! response type. The link may also be a cursor, if another method of the API takes it. A relative link may consist of a query
//! only (`?page=2` of crates.io): resolve it against the URL of the list.
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     BitbucketQuery { pagelen: Option<u32> }
//! #     Repositories { next: Option<String>, values: Vec<Item> }
//! #     GraphQuery { #[serde(rename = "$top")] top: Option<u32> }
//! #     GraphUsers { #[serde(rename = "@odata.nextLink")] next_link: Option<String>, value: Vec<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     Subscriptions { next_link: Option<String>, value: Vec<Item> }
//! #     PagesQuery { limit: Option<u32> }
//! #     Pages { #[serde(rename = "_links")] links: Links, results: Vec<Item> }
//! #     Links { next: Option<String> }
//! #     #[serde(rename_all = "PascalCase")]
//! #     MessagesQuery { page_size: Option<u32> }
//! #     Messages { next_page_uri: Option<String>, messages: Vec<Item> }
//! #     Soql { q: Option<String> }
//! #     #[serde(rename_all = "camelCase")]
//! #     SoqlPage { done: bool, next_records_url: Option<String>, records: Vec<Item> }
//! #     OrdersQuery { size: Option<u32> }
//! #     Orders { _links: HalLinks, _embedded: Option<Embedded> }
//! #     HalLinks { next: Option<Href> }
//! #     Href { href: String }
//! #     Embedded { orders: Vec<Item> }
//! #     ArticlesQuery { #[serde(rename = "page[size]")] page_size: Option<u32> }
//! #     Articles { links: Links, data: Vec<Item> }
//! #     HubQuery { page_size: Option<u32> }
//! #     HubPage { count: u64, next: Option<String>, results: Vec<Item> }
//! #     ListFolder { path: String, limit: Option<u32> }
//! #     Folder { cursor: String, has_more: bool, entries: Vec<Item> }
//! # }
//! impl Client {
//!     // Bitbucket
//!     #[paginated(
//!         next_link = "next",
//!         next_method = repositories_next,
//!         limit_key = "pagelen",
//!         result_key = "values"
//!     )]
//!     async fn repositories(&self, query: BitbucketQuery) -> io::Result<Repositories> {
//!         self.get("2.0/repositories", &query).await
//!     }
//!
//!     async fn repositories_next(&self, url: &str) -> io::Result<Repositories> {
//!         self.get_url(url).await
//!     }
//!
//!     // Microsoft Graph. The link is `@odata.nextLink`, renamed with serde. `get_url` returns any type of response. It sends the
//!     // headers of the first request again, such as `ConsistencyLevel` and `Prefer`, which are not part of the link.
//!     #[paginated(next_link = next_link, next_method = get_url, limit_key = top, result_key = "value")]
//!     async fn graph_users(&self, query: GraphQuery) -> io::Result<GraphUsers> {
//!         self.get("v1.0/users", &query).await
//!     }
//!
//!     // Azure Resource Manager
//!     #[paginated(next_link = "nextLink", next_method = get_url, result_key = "value")]
//!     async fn subscriptions(&self) -> io::Result<Subscriptions> {
//!         self.get("subscriptions", &()).await
//!     }
//!
//!     // Confluence. The link is relative, and the field `_links` is renamed to `links`. The link begins with `/wiki`: with OAuth,
//!     // put it after the base URL `https://api.atlassian.com/ex/confluence/{id}`. In version 1, it belongs after `_links.base`.
//!     #[paginated(next_link = "links.next", next_method = get_url, limit_key = "limit", result_key = "results")]
//!     async fn wiki_pages(&self, query: PagesQuery) -> io::Result<Pages> {
//!         self.get("wiki/api/v2/pages", &query).await
//!     }
//!
//!     // Twilio
//!     #[paginated(
//!         next_link = "next_page_uri",
//!         next_method = get_url,
//!         limit_key = "PageSize",
//!         result_key = "messages"
//!     )]
//!     async fn twilio_messages(&self, query: MessagesQuery) -> io::Result<Messages> {
//!         self.get("2010-04-01/Messages.json", &query).await
//!     }
//!
//!     // Salesforce. Only the first request has the query.
//!     #[paginated(
//!         next_link = "nextRecordsUrl",
//!         next_method = get_url,
//!         more_results = "!done",
//!         result_key = "records"
//!     )]
//!     async fn soql(&self, query: Soql) -> io::Result<SoqlPage> {
//!         self.get("services/data/v60.0/query", &query).await
//!     }
//!
//!     // HAL (Spring HATEOAS). An empty page has no `_embedded`, so it is an `Option`.
//!     #[paginated(
//!         next_link = "_links.next.href",
//!         next_method = get_url,
//!         limit_key = "size",
//!         result_key = "_embedded.orders"
//!     )]
//!     async fn orders(&self, query: OrdersQuery) -> io::Result<Orders> {
//!         self.get("hal/orders", &query).await
//!     }
//!
//!     // JSON:API. If a link is an object, as in Drupal: `next_link = "links.next.href"`.
//!     #[paginated(next_link = "links.next", next_method = get_url, limit_key = page_size, result_key = "data")]
//!     async fn articles(&self, query: ArticlesQuery) -> io::Result<Articles> {
//!         self.get("jsonapi/articles", &query).await
//!     }
//!
//!     // Dropbox. The link is a cursor, which only another method takes. The last page has a cursor too.
//!     #[paginated(
//!         next_link = "cursor",
//!         next_method = list_folder_continue,
//!         more_results = "has_more",
//!         limit_key = "limit",
//!         result_key = "entries"
//!     )]
//!     async fn list_folder(&self, query: ListFolder) -> io::Result<Folder> {
//!         self.get("2/files/list_folder", &query).await
//!     }
//!
//!     async fn list_folder_continue(&self, cursor: &str) -> io::Result<Folder> {
//!         self.get("2/files/list_folder/continue", &serde_json::json!({ "cursor": cursor })).await
//!     }
//!
//!     // Docker Hub, and others that use Django REST Framework
//!     #[paginated(
//!         next_link = "next",
//!         next_method = get_url,
//!         total_items = "count",
//!         limit_key = "page_size",
//!         result_key = "results"
//!     )]
//!     async fn hub_repositories(&self, query: HubQuery) -> io::Result<HubPage> {
//!         self.get("v2/repositories", &query).await
//!     }
//! }
//! # check!(Client.repositories_paginator(Default::default()), page_size);
//! # check!(Client.graph_users_paginator(Default::default()), page_size);
//! # check!(Client.wiki_pages_paginator(Default::default()), page_size);
//! # check!(Client.twilio_messages_paginator(Default::default()), page_size);
//! # let soql = || Soql { q: Some("SELECT Id FROM Account".into()) };
//! # check!(Client.soql_paginator(soql()));
//! # check!(Client.subscriptions_paginator());
//! # check!(Client.orders_paginator(Default::default()), page_size);
//! # check!(Client.articles_paginator(Default::default()), page_size);
//! # check!(Client.list_folder_paginator(Default::default()), page_size);
//! # check!(Client.hub_repositories_paginator(Default::default()), page_size);
//! ```
//!
//! A closure finds a link that is in a header or in a list. `Response` in this snippet has the headers and the body of
//! a response, and its method `link` finds a link in the header `Link`. Some services, such as Okta, send several headers
//! `Link`, and a URL may contain a comma. The recipe [`reqwest`] has the code of both.
//!
//! [`reqwest`]: https://github.com/paginated-rs/paginated/blob/main/examples/clients/src/reqwest.rs
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     RepoQuery { per_page: Option<u32> }
//! #     ProductQuery { status: Option<String>, limit: Option<u32> }
//! #     Products { products: Vec<Item> }
//! #     TimelineQuery { limit: Option<u32> }
//! #     TagsQuery { n: Option<u32> }
//! #     Tags { name: String, tags: Option<Vec<String>> }
//! #     Feed { link: Vec<FeedLink>, entry: Vec<Item> }
//! #     FeedLink { rel: String, href: String }
//! # }
//! impl Client {
//!     // GitHub, Okta, and Hugging Face
//!     #[paginated(
//!         next_link = |page| page.link("next"),
//!         next_method = get_url_with_headers,
//!         limit_key = "per_page",
//!         result_key = "body"
//!     )]
//!     async fn user_repos(&self, query: RepoQuery) -> io::Result<Response> {
//!         self.get_with_headers("user/repos/link", &query).await
//!     }
//!
//!     // Sentry. The last page has a link too, to an empty page: `rel="next"; results="false"`.
//!     #[paginated(
//!         next_link = |page| page.link("next"),
//!         next_method = get_url_with_headers,
//!         more_results = |page| page.header("link").is_some_and(|link| link.contains(r#"rel="next"; results="true""#)),
//!         limit_key = "limit",
//!         result_key = "body"
//!     )]
//!     async fn sentry_issues(&self, query: TimelineQuery) -> io::Result<Response> {
//!         self.get_with_headers("api/0/issues", &query).await
//!     }
//!
//!     // Shopify, REST. The filters are not sent with a link.
//!     #[paginated(
//!         next_link = |page| page.link("next"),
//!         next_method = get_url_with_headers,
//!         limit_key = "limit",
//!         result_key = "body.products"
//!     )]
//!     async fn products(&self, query: ProductQuery) -> io::Result<Response<Products>> {
//!         self.get_with_headers("admin/products.json", &query).await
//!     }
//!
//!     // Mastodon
//!     #[paginated(
//!         next_link = |page| page.link("next"),
//!         next_method = get_url_with_headers,
//!         limit_key = "limit",
//!         result_key = "body"
//!     )]
//!     async fn home_timeline(&self, query: TimelineQuery) -> io::Result<Response> {
//!         self.get_with_headers("api/v1/timelines/home", &query).await
//!     }
//!
//!     // Docker Registry (OCI). The last tag of a page is not a token in every registry. Without a link, the list is complete. The
//!     // link may be relative, and `tags` may be `null`.
//!     #[paginated(
//!         next_link = |page| page.link("next"),
//!         next_method = get_url_with_headers,
//!         limit_key = "n",
//!         result_key = "body.tags"
//!     )]
//!     async fn tags(&self, query: TagsQuery) -> io::Result<Response<Tags>> {
//!         self.get_with_headers("v2/image/tags/list", &query).await
//!     }
//!
//!     // Atom (RFC 5005)
//!     #[paginated(
//!         next_link = |page| page.link.iter().find(|link| link.rel == "next").map(|link| link.href.clone()),
//!         next_method = get_url,
//!         result_key = "entry"
//!     )]
//!     async fn feed(&self) -> io::Result<Feed> {
//!         self.get("atom", &()).await
//!     }
//! }
//! # check!(Client.user_repos_paginator(Default::default()), page_size);
//! # let query = || ProductQuery { status: Some("active".into()), limit: None };
//! # check!(Client.products_paginator(query()), page_size);
//! # check!(Client.home_timeline_paginator(Default::default()), page_size);
//! # check!(Client.sentry_issues_paginator(Default::default()), page_size);
//! # let tags = || futures::TryStreamExt::map_ok(Client.tags_paginator(Default::default()).items(), |id| Item { id });
//! # assert_eq!(ids(tags()), (0..7).collect::<Vec<_>>());
//! # check!(Client.feed_paginator());
//! ```
//!
//! ## Values that a link lacks
//!
//! A link usually contains the values of the request. Some services leave out a value, such as `includePending` of Azure Key
//! Vault, or need the body of a POST again. Without it, the following pages lack items, and no error is returned. Pass such a
//! value in a parameter of its own, with which `next_method` is called. In [`paginate!`](crate::paginate), the second closure can
//! capture it.
//!
//! Alternatively, the link is a token: each request then has all values. A list with a token accepts any string as
//! its starting token, so the client must [check the host](#links-to-another-host).
//!
//! ```
//! # use std::convert::Infallible;
//! use paginated::{Page, paginated};
//!
//! #[derive(Page)]
//! struct Certificates {
//!     value: Vec<String>,
//!     next_link: Option<String>,
//! }
//! # struct Vault;
//!
//! impl Vault {
//!     #[paginated(next_link = "nextLink", next_method = list_next, limit_key = max_results, result_key = "value")]
//!     fn list(&self, include_pending: bool, max_results: Option<u32>) -> Result<Certificates, Infallible> {
//!         self.send("/certificates", include_pending, max_results)
//!     }
//!
//!     fn list_next(&self, include_pending: bool, link: &str) -> Result<Certificates, Infallible> {
//!         self.send(link, include_pending, None)
//!     }
//!
//!     // The link as a token.
//!     #[paginated(input_token = link, output_token = "nextLink", limit_key = max_results, result_key = "value")]
//!     fn list_by_token(
//!         &self,
//!         include_pending: bool,
//!         link: Option<&str>,
//!         max_results: Option<u32>,
//!     ) -> Result<Certificates, Infallible> {
//!         self.send(link.unwrap_or("/certificates"), include_pending, max_results)
//!     }
//! #   fn send(&self, path: &str, include_pending: bool, max_results: Option<u32>) -> Result<Certificates, Infallible> {
//! #       let is_first = path == "/certificates";
//! #       assert!(!is_first || max_results == Some(2));
//! #       let pending = include_pending.then(|| format!("{path} pending"));
//! #       let value = [path.to_owned()].into_iter().chain(pending).collect();
//! #       Ok(Certificates { value, next_link: is_first.then(|| "/certificates?page=2".to_owned()) })
//! #   }
//! }
//! # let expected = ["/certificates", "/certificates pending", "/certificates?page=2", "/certificates?page=2 pending"];
//! # let values: Vec<_> = Vault.list_paginator(true, None).page_size(2).items().map(Result::unwrap).collect();
//! # assert_eq!(values, expected);
//! # let values: Vec<_> = Vault.list_by_token_paginator(true, None, None).page_size(2).items().map(Result::unwrap).collect();
//! # assert_eq!(values, expected);
//! ```
//!
//! ## Links to another host
//!
//! A link is a URL that the client did not choose. It comes from the service, or from the resume token at which the
//! list starts. A client that adds credentials to every request would send them to any host. A string that is not a
//! resume token is refused as a starting token, unless it is marked with
//! [`ResumeToken::service`](crate::ResumeToken::service). A resume token is not signed, however: it is base64 of JSON, so
//! anyone can write one. Therefore, `next_method` compares the origin (scheme, host, and port) of the link with that of the
//! service, in this snippet with the crate `url`. A relative link is resolved first.
//!
//! A service behind a proxy may build links with the scheme `http` or an internal host, as Django REST Framework does without
//! `SECURE_PROXY_SSL_HEADER`. In that case, take only the path and the query of the link.
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! use paginated::{Error, Page};
//! use url::Url;
//!
//! struct Service {
//!     base: Url,
//! #   sent: std::cell::RefCell<Vec<String>>,
//! }
//!
//! #[derive(Page)]
//! struct Repositories {
//!     next: Option<String>,
//!     values: Vec<String>,
//! }
//!
//! impl Service {
//!     #[paginated(next_link = "next", next_method = repositories_next, result_key = "values")]
//!     fn repositories(&self) -> io::Result<Repositories> {
//!         self.send(self.base.join("/repositories").map_err(io::Error::other)?)
//!     }
//!
//!     fn repositories_next(&self, link: &str) -> io::Result<Repositories> {
//!         let url = self.base.join(link).map_err(io::Error::other)?;
//!         if url.origin() != self.base.origin() {
//!             return Err(io::Error::other("the link of the next page is on another host"));
//!         }
//!         self.send(url)
//!     }
//!
//!     /// Sends the request with the credentials of the service.
//!     fn send(&self, url: Url) -> io::Result<Repositories> {
//!         // …
//! #       self.sent.borrow_mut().push(url.to_string());
//! #       let next = url.query().is_none().then(|| "/repositories?page=2".to_owned());
//! #       let value = url.query().unwrap_or("page=1").to_owned();
//! #       Ok(Repositories { next, values: vec![value] })
//!     }
//! }
//!
//! # let base = Url::parse("https://api.example.com").unwrap();
//! # let service = Service { base, sent: Default::default() };
//! # let values: Vec<_> = service.repositories_paginator().items().map(Result::unwrap).collect();
//! # assert_eq!(values, ["page=1", "page=2"]);
//! # let sent = service.sent.borrow().clone();
//! // The base64 of `{"next": "https://evil.example/repositories"}`.
//! let forged = "eyJuZXh0IjogImh0dHBzOi8vZXZpbC5leGFtcGxlL3JlcG9zaXRvcmllcyJ9";
//! let mut items = service.repositories_paginator().starting_token(forged).items();
//! assert!(matches!(items.next(), Some(Err(Error::Operation(_)))));
//! # assert!(items.next().is_none());
//! # assert_eq!(*service.sent.borrow(), sent);
//! # let refused = ["//evil.example/", "http://api.example.com/", "https://api.example.com:8443/"];
//! # let refused = refused.into_iter().chain(["https:\\\\evil.example", "https://api.example.com@evil.example/"]);
//! # for link in refused {
//! #     assert!(service.repositories_next(link).is_err(), "{link}");
//! # }
//! # assert_eq!(*service.sent.borrow(), sent);
//! # assert!(service.repositories_next("https://api.example.com:443/repositories?page=2").is_ok());
//! ```
//!
//! An HTTP client that follows redirects must not send the credentials to another host either. Most clients, such as
//! `reqwest`, then remove the header `Authorization`, but not other headers, such as an API key.
//!
//! # GraphQL
//!
//! A connection is a list of edges, and the variables of the query contain the cursor. `edges[].node` yields the node of each
//! edge. The response of a query that failed has no data, which is an
//! [`Error::MissingData`](crate::Error::MissingData) and not the end of the list. That error does not contain the message of the
//! service, and a response may have data and errors. To handle both, return the errors from the method: see
//! [Responses with an error inside](super::clients#responses-with-an-error-inside).
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! # types! {
//! #     Variables { after: Option<String>, first: Option<u32> }
//! #     Answer { data: Option<Data> }
//! #     Data { list: Connection }
//! #     #[serde(rename_all = "camelCase")]
//! #     Connection { edges: Vec<Option<Edge>>, nodes: Vec<Option<Item>>, page_info: PageInfo }
//! #     Edge { cursor: String, node: Option<Item> }
//! #     #[serde(rename_all = "camelCase")]
//! #     PageInfo { end_cursor: Option<String>, has_next_page: bool }
//! # }
//! impl Client {
//!     // GitHub. Set `first`, which is required. `nodes[]` skips each `null`, a node that the user may not read.
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "data.list.pageInfo.endCursor",
//!         more_results = "data.list.pageInfo.hasNextPage",
//!         limit_key = "first",
//!         result_key = "data.list.nodes[]"
//!     )]
//!     async fn nodes(&self, variables: Variables) -> io::Result<Answer> {
//!         self.get("graphql", &variables).await
//!     }
//!
//!     // Relay, and every API with edges
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "data.list.pageInfo.endCursor",
//!         more_results = "data.list.pageInfo.hasNextPage",
//!         limit_key = "first",
//!         result_key = "data.list.edges[].node"
//!     )]
//!     async fn edges(&self, variables: Variables) -> io::Result<Answer> {
//!         self.get("graphql", &variables).await
//!     }
//!
//!     // Shopify, before `endCursor`
//!     #[paginated(
//!         input_token = "after",
//!         output_token = "data.list.edges[-1].cursor",
//!         more_results = "data.list.pageInfo.hasNextPage",
//!         limit_key = "first",
//!         result_key = "data.list.edges[].node"
//!     )]
//!     async fn edges_by_cursor(&self, variables: Variables) -> io::Result<Answer> {
//!         self.get("graphql", &variables).await
//!     }
//! }
//!
//! // A query that failed.
//! #[paginated(
//!     input_token = "after",
//!     output_token = "data.list.pageInfo.endCursor",
//!     result_key = "data.list.nodes[]"
//! )]
//! fn failed(variables: Variables) -> io::Result<Answer> {
//!     Ok(Answer { data: None })
//! }
//! let first = failed_paginator(Variables::default()).items().next();
//! assert!(matches!(first, Some(Err(paginated::Error::MissingData { .. }))));
//! # let variables = || Variables { first: Some(3), after: None };
//! # check!(Client.nodes_paginator(variables()), page_size);
//! # check!(Client.edges_paginator(variables()), page_size);
//! # check!(Client.edges_by_cursor_paginator(variables()), page_size);
//! ```
//!
//! # Responses without a type
//!
//! A closure reads and writes values that have no field: in a `serde_json::Value`, a map of parameters, or a header.
//!
//! ```
//! # #[macro_use]
//! # mod services { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/apis/services.rs")); }
//! # use services::*;
//! # use paginated::paginated;
//! # use std::io;
//! use serde_json::{Map, Value, json};
//!
//! impl Client {
//!     // Slack, with a map of parameters and a response that is any JSON.
//!     #[paginated(
//!         input_token = |query, cursor| query.insert("cursor".into(), cursor.into()),
//!         output_token = |page| page.pointer("/response_metadata/next_cursor")?.as_str().map(str::to_owned),
//!         limit_key = |query, size| query.insert("limit".into(), size.into()),
//!         result_key = |page| page.get_mut("channels")?.as_array_mut(),
//!         item = Value
//!     )]
//!     async fn conversations_list(&self, query: &Map<String, Value>) -> io::Result<Value> {
//!         self.get("conversations.list", query).await
//!     }
//! }
//! # let ids = |items| ids(futures::TryStreamExt::map_ok(items, |item: Value| serde_json::from_value::<Item>(item).unwrap()));
//! # assert_eq!(ids(Client.conversations_list_paginator(Map::new()).items()), (0..7).collect::<Vec<_>>());
//! # assert_eq!(ids(Client.conversations_list_paginator(Map::new()).page_size(2).items()), (0..7).collect::<Vec<_>>());
//! ```
