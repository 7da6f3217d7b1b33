//! A comparison with botocore, for users of boto3 and the AWS CLI.
//!
//! This page maps each feature of botocore's paginators to this crate and lists the intentional differences.
//!
//! The tests compare this crate with 597 recorded runs of botocore 1.44.5, which cover ten operations. For each run, they
//! compare the requests, the results, the position at which the list stopped, and the resume token. botocore was patched
//! for the recording in four places where it loses data. In 25 runs, the recorded result was replaced by the result of this
//! crate's rules: 14 runs have a page without the `more_results` flag, and 11 runs resume in a page that is shorter than
//! before. Both are [intentional differences](#intentional-differences). With that, all 597 runs agree.
//!
//! # Equivalent features
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
//! impl Client {
//!     #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
//!     async fn describe_sessions(&self, input: Input) -> Result<Output, std::io::Error> {
//!         // …
//! #       assert_eq!(input.next_token.as_deref(), Some("t10"));
//! #       Ok(Output { sessions: vec![1, 2, 3], next_token: None })
//!     }
//! }
//!
//! # futures::executor::block_on(async {
//! # let client = Client;
//! # let input = Input::default();
//! // Printed by boto3: {"NextToken": "t10", "boto_truncate_amount": 1}
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
//! ## Operation definitions
//!
//! An entry of botocore's [`paginators-1.json`] translates directly to the attribute. The keys have the same names, the same
//! syntax, and the same meaning. The attribute above is the translation of this entry:
//!
//! ```json
//! "DescribeSessions": {
//!     "input_token": "NextToken",
//!     "limit_key": "Limit",
//!     "output_token": "NextToken",
//!     "result_key": "Sessions"
//! }
//! ```
//!
//! | botocore | `paginated` |
//! |---|---|
//! | `input_token`, `output_token`, one or several | the same; `output_token` may be omitted if it equals `input_token` and is not an integer |
//! | `result_key`, one or several | the same; without a result key, `pages()` is available (botocore raises an exception) |
//! | `limit_key` of a number or a string (`MaxItems` of CloudFront) | the same; the type of the field decides |
//! | `more_results` | the same |
//! | `non_aggregate_keys` | the same |
//! | paths and `\|\|` (`NextMarker \|\| Contents[-1].Key`) | the same; the definitions use no other JMESPath syntax. Projections (`[]`) are accepted in `result_key` too |
//! | a token that is `""`, `0`, or an empty map is absent | the same, except for a key of an item (`Contents[-1].Key`), which is never absent |
//! | a token that is a map (`Query` and `Scan` of DynamoDB) | the same; for the map of the AWS SDK for Rust, add [`token_with = false`](super::clients#tokens-of-other-types), or [a module](macro@crate::paginated#tokens) that stores the map |
//!
//! The first result key of two of the 3,449 definitions in botocore 1.44.5 is not the list. Correct it:
//!
//! | operation | first result key in botocore | attribute |
//! |---|---|---|
//! | `DescribeBudgetPerformanceHistory` of Budgets | the structure that contains the list, which does not compile | `result_key = "BudgetPerformanceHistory.BudgetedAndActualAmountsList"` |
//! | `ListAnomalousLogGroups` of DevOps Guru | a string, the `InsightId` of each page | `result_key = "AnomalousLogGroups", non_aggregate_keys = "InsightId"` |
//!
//! ## Calls and results
//!
//! | botocore | AWS CLI | `paginated` |
//! |---|---|---|
//! | `get_paginator("op").paginate(**params)` | | `client.op_paginator(input)` |
//! | `MaxItems` | `--max-items` | `max_items(n)` |
//! | `PageSize` | `--page-size` | `page_size(n)` |
//! | `StartingToken` | `--starting-token` | `starting_token(t)` |
//! | `PaginationConfig={…}` | | `config(c)`; [`PaginationConfig`] implements serde's traits with these names, and accepts numbers as strings |
//! | `for page in pages` | | `pages()` |
//! | `pages.search("Sessions[]")` | `--query` | `items()`; closures replace other JMESPath queries |
//! | `pages.result_key_iters()` | | `items()` for the first key, [`items_of(\|page\| …)`](crate::Paginator::items_of) for the others |
//! | `pages.build_full_result()` | the printed output | `full_result()` |
//! | `pages.resume_token` | `NextToken` | `resume_token()` of each stream, and of the full result |
//! | `PaginationError` | | [`Error::RepeatedToken`] and similar errors |
//!
//! `MaxItems` may end a list within a page. The resume token then contains the number of items that were taken from that
//! page. Resuming requests the page again and skips these items. If the page is shorter now, skipping continues in the
//! following pages.
//!
//! - A string (log files of RDS) is counted and truncated by characters.
//! - A number (`Count` of DynamoDB) is added up and never truncated. It cannot be the first result key.
//! - If a list resumes within a page, the other result keys of that page are emptied, because they were already returned.
//!   Numbers are kept.
//!
//! ## Resume tokens
//!
//! A [`ResumeToken`] prints the same bytes as botocore's token: the base64 encoding of the JSON that Python's `json.dumps`
//! produces. The JSON contains the input tokens by their keys, `boto_truncate_amount`, and, if a token contains bytes,
//! `boto_encoded_keys`. boto3 and the AWS CLI can therefore resume a list of this crate, and vice versa. Only integers
//! outside of 64 bits, and floats that are NaN or infinite, differ: they are written as strings. No AWS service has such tokens.
//! botocore's oldest format, `token___3`, is also accepted. Any other string is the service's own token.
//!
//! # Intentional differences
//!
//! In these cases, botocore loses or repeats data, or loops forever, without an error:
//!
//! | case | botocore | `paginated` | reason |
//! |---|---|---|---|
//! | a page resumed at its beginning | empties its result keys after the first one, and the first one if it is a map | leaves the page unchanged | the results were not returned before |
//! | a page is shorter when it is resumed in its middle | skips the items of that page, and returns the next page whole | skips the other items in the following pages | items would be returned twice |
//! | a key of an item (`Contents[-1].Key`) is `""` or 0 | ends the list | sends it as the token | it is a key like others |
//! | `MaxItems` ends the list inside its first page, and the request has a token | loses that token: resuming starts at the first page of all | `resume_token()` contains that token | other items would be returned |
//! | the flag of `more_results` is absent | ends the list | the token decides | the list would end early |
//! | an `Option` with both the items and the token is `None` | ends the list | [`Error::MissingData`] | a response without data must not look like the end |
//! | the next token, on a page resumed in its middle | is read from the remaining items (`Contents[-1].Key` of an empty list is the end) | is read from the page as received | the list would end early |
//! | `more_results` is true and there is no token | ends the list | [`Error::MissingToken`], after the page | a truncated list must not look complete |
//! | a cycle of tokens (A, B, A, B, …) | loops forever | [`Error::TokenCycle`], within three times the number of pages before and in the cycle | boto/botocore issue 3778 |
//! | the service returns the starting token | sends one more request | [`Error::RepeatedToken`] immediately | the next request would be the same |
//! | the full result of maps (`GetUsage` of API Gateway) | contains the map of the first page | merges the maps of all pages, and joins the lists of a repeated key; any other value of a repeated key is [`Error::DuplicateKey`] | entries of later pages would be lost |
//! | a non-aggregate key that contains a result key (`imageScanFindings` of ECR) | may replace the joined list with the list of the first page | keeps the joined list | results would be lost |
//! | a result key is a structure | the full result contains the structure of the first page | a compile error | results of later pages would be lost |
//!
//! After an error:
//!
//! | case | botocore | `paginated` | reason |
//! |---|---|---|---|
//! | a page of a full result fails | raises an exception | [`FullResultError`] contains the results so far and the resume token | the results so far would be lost |
//! | a page fails | the iterator cannot be used again | `retry()` requests the page again, and `resume_token()` is its position | the list would have to start again |
//! | any other error | `resume_token` is `None` | `resume_token()` is the position after the items yielded so far | the list would have to start again |
//!
//! In these cases, botocore handles an unusual value or a mistake differently:
//!
//! | case | botocore | `paginated` |
//! |---|---|---|
//! | `MaxItems` is reached within a map | raises an exception | returns the whole map and ends after the page, because the order of a map is unspecified |
//! | the first result key is a number | raises an exception | a compile error |
//! | a starting token with the keys of another operation | copies its keys into the request | [`Error::StartingToken`], no request is sent |
//! | a starting token that is cut off after its first letters | sends it as the service's own token | [`Error::StartingToken`] |
//! | an item count that is negative, fractional, or too large | counts from the end or raises an exception | [`Error::StartingToken`] |
//! | a service token that is base64 of JSON | is mistaken for botocore's own token | [`ResumeToken::service`] marks it as the service's own token |
//! | an empty starting token | is sent | is ignored |
//! | the first of two alternatives (`A \|\| B`) is the number 0 | ends the list | the second one is read |
//! | `PageSize` without a `limit_key` | `PaginationError` | a compile error; [`Error::PageSize`] if it is in a configuration |
//! | a page size that does not fit into the request's type | the service's own error | [`Error::PageSize`], no request is sent |
//! | `MaxItems` is 0 | sends one request and empties the page | sends no request |
//! | a `MaxItems` that is negative or fractional | truncates from the end, or rounds | an error when the configuration is parsed |
//! | a misspelled option such as `MaxItem` | is ignored | an error when the configuration is parsed |
//!
//! These cases differ because of the language:
//!
//! | case | botocore | `paginated` |
//! |---|---|---|
//! | `resume_token` | is set only if `MaxItems` ended the list | is available at any time, also between two items; `None` only if no items are left |
//! | the full result | contains the result keys, the non-aggregate keys, and `NextToken` | is a whole response; all other fields are those of the last page |
//! | iterating over `pages` a second time | starts the list again | a stream is read once; create another paginator to list again |
//! | a repeated token | `PaginationError` | an error, or the end of the list with `end_on = "repeated_token"` (`GetLogEvents` of CloudWatch Logs) |
//!
//! # Changing the page size
//!
//! With tokens and offsets, and therefore for each operation of botocore, a resume token of this crate works with any page size: a
//! position and a number of items identify an item. botocore itself needs the same page size for a resume token within a page. So
//! does this crate if the values of a second result key are used: they are those of whole pages, so with another page size, some
//! can be missing or come twice. [`page_start`](crate::ResumeToken::page_start) resumes at the start of the page.
//!
//! [`paginators-1.json`]: https://github.com/boto/botocore/tree/develop/botocore/data
//! [`Error::RepeatedToken`]: crate::Error::RepeatedToken
//! [`Error::TokenCycle`]: crate::Error::TokenCycle
//! [`Error::MissingToken`]: crate::Error::MissingToken
//! [`Error::DuplicateKey`]: crate::Error::DuplicateKey
//! [`Error::MissingData`]: crate::Error::MissingData
//! [`Error::StartingToken`]: crate::Error::StartingToken
//! [`Error::PageSize`]: crate::Error::PageSize
//! [`FullResultError`]: crate::FullResultError
//! [`PaginationConfig`]: crate::PaginationConfig
//! [`ResumeToken`]: crate::ResumeToken
//! [`ResumeToken::service`]: crate::ResumeToken::service
