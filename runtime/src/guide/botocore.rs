//! For those who come from boto3 or the AWS CLI: each feature of botocore's paginators, ours, and where the two differ on
//! purpose.
//!
//! 600 runs of botocore's own paginators (1.44.5, ten operations) are part of this crate's tests: what they asked the
//! service, what they gave, where they stopped and where they would have gone on. All 600 agree, but for what is told below.
//!
//! # The same in both
//!
//! ```python
//! paginator = client.get_paginator("describe_sessions")
//! pages = paginator.paginate(
//!     StackName="s", FleetName="f",
//!     PaginationConfig={"MaxItems": 500, "PageSize": 50, "StartingToken": token},
//! )
//! for page in pages: ...
//! pages.resume_token
//! ```
//!
//! ```
//! # use paginated::{Error, Page, paginated};
//! # #[derive(Clone, Default)]
//! # struct Input { stack_name: String, next_token: Option<String>, limit: Option<i32> }
//! # #[derive(Page)]
//! # struct Output { sessions: Vec<u32>, next_token: Option<String> }
//! # struct Client;
//! # impl Client {
//! #     #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
//! #     async fn describe_sessions(&self, input: Input) -> Result<Output, std::io::Error> {
//! #         assert_eq!(input.next_token.as_deref(), Some("t10"));
//! #         Ok(Output { sessions: vec![1, 2, 3], next_token: None })
//! #     }
//! # }
//! # futures::executor::block_on(async {
//! # let client = Client;
//! # let input = Input::default();
//! // One that boto3 printed: {"NextToken": "t10", "boto_truncate_amount": 1}
//! let token = "eyJOZXh0VG9rZW4iOiAidDEwIiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMX0=";
//! let paginator = client.describe_sessions_paginator(input).max_items(500).page_size(50).starting_token(token);
//! let mut pages = paginator.pages();
//! while let Some(page) = pages.try_next().await? {
//!     // …
//! #   assert_eq!(page.sessions, [2, 3]);
//! }
//! assert!(pages.resume_token().is_none());
//! # Ok::<(), Error<std::io::Error>>(())
//! # }).unwrap();
//! ```
//!
//! ## The data of an operation
//!
//! A paginator's entry in botocore's `paginators-1.json` is the attribute, word for word: the keys have the same names, the
//! same grammar and the same meaning.
//!
//! | botocore | here |
//! |---|---|
//! | `input_token`, `output_token`, one or several | the same; `output_token` may be left out where it is the same as `input_token` |
//! | `result_key`, one or several; the first is the primary one | the same; without any there is `pages()` (botocore raises) |
//! | `limit_key`, of a number or a text (CloudFront's `MaxItems`) | the same, by the field's type |
//! | `more_results` | the same |
//! | `non_aggregate_keys` | the same |
//! | paths and `\|\|` (`NextMarker \|\| Contents[-1].Key`) | the same; that is all the JMESPath that the data use |
//! | a token that is `""`, an empty map or `0` is none | the same |
//!
//! ## `paginate()` and what it gives
//!
//! | botocore | AWS CLI | here |
//! |---|---|---|
//! | `get_paginator("op").paginate(**params)` | | `client.op_paginator(input)` |
//! | `MaxItems` | `--max-items` | `max_items(n)` |
//! | `PageSize` | `--page-size` | `page_size(n)` |
//! | `StartingToken` | `--starting-token` | `starting_token(t)` |
//! | `PaginationConfig={…}` | | `config(c)`: [`PaginationConfig`] is serde, with these names; numbers may be strings |
//! | `for page in pages` | | `pages()` |
//! | `pages.search("Sessions[]")` | `--query` | `items()`; there is no JMESPath, for a closure says as much |
//! | `pages.result_key_iters()` | | `items()` for the first key, [`items_of(\|page\| …)`](crate::Paginator::items_of) for another |
//! | `pages.build_full_result()` | what it prints | `full_result()` |
//! | `pages.resume_token` | `NextToken` | `resume_token()` of each stream and of the full result |
//! | `PaginationError` | | [`Error::RepeatedToken`] and its like |
//!
//! `MaxItems` cuts inside a page, and the token then says how many items of that page were taken; resuming asks for the page
//! again and drops them. A text (RDS log files) is counted and cut in characters, a number (DynamoDB's `Count`) is added up
//! and never cut. The secondary result keys of a page that is resumed in its middle are emptied, for they were given before;
//! numbers stay.
//!
//! ## The token
//!
//! A [`ResumeToken`] prints as botocore's does, byte for byte: base64 of what Python's `json.dumps` makes of the input tokens
//! by their wire names and of `boto_truncate_amount`, and `boto_encoded_keys` where a token holds bytes. So boto3 and the AWS
//! CLI go on where a listing stopped here, and the other way round. The older form, `token___3`, is read too, and any other
//! text is the service's own token.
//!
//! # Different on purpose
//!
//! Where botocore loses data, or goes on without end, without a word:
//!
//! | | botocore | here | why |
//! |---|---|---|---|
//! | a page resumed at its beginning | its secondary result keys are emptied | the page is whole | nobody was given them |
//! | the next token, on a page resumed in its middle | is read from what is left (`Contents[-1].Key` of nothing: the end) | is read from the page as it came | the listing would end early |
//! | `more_results` is true, and no token | the end | [`Error::MoreWithoutToken`], after the page | a listing cut short must not look complete |
//! | tokens that go round (A, B, A, B, …) | for ever | [`Error::TokenCycle`], within three times the pages before and in the circle | boto/botocore issue 3778 |
//! | the starting token comes back | one request more | [`Error::RepeatedToken`] at once | it is the same token twice in a row |
//! | the full result of maps (API Gateway `GetUsage`) | the first page's | all merged | the others were read for nothing |
//! | a non-aggregate key around a result key (ECR `imageScanFindings`) | may put the first page's list in place of the joined one | the joined list stays | |
//! | a full result of which a page fails | the exception is all | [`FullResultError`] holds what was collected, and where to go on | an hour's listing is not lost |
//! | a page that fails | the iterator is dead | `retry()`, or `resume_token()`, which points at that page | |
//! | after any other error | `resume_token` is `None` | it says where to go on | |
//!
//! Where Python would raise what it happens to raise, or send what cannot be right:
//!
//! | | botocore | here |
//! |---|---|---|
//! | `MaxItems` inside a map | raises | a map is given whole, and cut between pages: its order is nobody's promise |
//! | a number as the primary result key | raises | `pages()` and `full_result()` |
//! | a starting token of another operation | its keys go into the request | [`Error::StartingToken`], nothing is sent |
//! | a starting token cut off in copying | is sent as the service's own | [`Error::StartingToken`] |
//! | a count in it that is negative, a fraction or huge | counts from the end, or raises | [`Error::StartingToken`] |
//! | a service's own token that is base64 of JSON | is taken for botocore's | [`ResumeToken::service`] says that it is not |
//! | a starting token that is empty | is sent | is none: an empty token is never sent |
//! | `PageSize` without a `limit_key` | `PaginationError` | does not compile; from a configuration, [`Error::PageSize`] |
//! | a page size that the request's type cannot hold | the service's own error | [`Error::PageSize`], nothing is sent |
//! | `MaxItems` of 0 | one request, and a page cut to nothing | no request |
//! | `MaxItems` that is negative, a misspelt `MaxItem` | cuts from the end; nothing | an error when the configuration is read |
//!
//! And where Rust is another language:
//!
//! | | botocore | here |
//! |---|---|---|
//! | `resume_token` | only where `MaxItems` cut the listing | at any time, between two items too; `None` only when nothing is left |
//! | the full result | the result keys, the non-aggregate keys and `NextToken` | a whole output: all else is the last page's |
//! | `for page in pages` a second time | begins anew | a stream is read once; a paginator is cheap to make |
//! | a token that comes back | `PaginationError` | the same, or the end: `repeated_token = "stop"` (CloudWatch Logs `GetLogEvents`) |
//!
//! # When the page size changes
//!
//! A token in the middle of a page holds a number of items of that page, so resume it with the page size it was made with:
//! with another one, the service's page is another one. A token of a page's beginning goes with any page size. Both are so in
//! botocore.
//!
//! [`Error::RepeatedToken`]: crate::Error::RepeatedToken
//! [`Error::TokenCycle`]: crate::Error::TokenCycle
//! [`Error::MoreWithoutToken`]: crate::Error::MoreWithoutToken
//! [`Error::StartingToken`]: crate::Error::StartingToken
//! [`Error::PageSize`]: crate::Error::PageSize
//! [`FullResultError`]: crate::FullResultError
//! [`PaginationConfig`]: crate::PaginationConfig
//! [`ResumeToken`]: crate::ResumeToken
//! [`ResumeToken::service`]: crate::ResumeToken::service
