//! Guarantees, and the tests for each of them.
//!
//! Every item is yielded exactly once, even if requests fail, stall, return invalid data, or are cancelled, and even if the
//! process is killed.
//!
//! The named tests are in `tests/tests` and `examples/tests` of the repository. Another test checks that each of them exists.
//!
//! # Every item once, in order
//!
//! Items are yielded in the order of the service: page by page, and within a page from the first to the last. No item is
//! skipped or repeated. This also holds for a list that is read by several streams, if each stream starts at the resume
//! token of the previous one.
//!
//! - All ways of reading a list yield the same items: `next`, cancelled calls, errors and retries, printed resume tokens,
//!   changing limits, items, pages, and the full result:
//!   `model::each_item_is_given_once_and_in_order_whatever_happens`,
//!   `model::bounded_calls_give_what_one_call_gives_for_each_kind_of_result`.
//! - The same holds over HTTP if one request in twenty is throttled, fails, is truncated, is delayed, or is cancelled:
//!   `faults::a_hundred_thousand_sessions_come_once_and_in_order_at_five_percent_faults`.
//! - A process may be killed at any moment if it stores each page and the resume token after it in one transaction:
//!   `export::killed_at_any_moment_it_ends_with_each_session_once`.
//! - Requests and results match 600 recorded runs of botocore, except for
//!   [intentional differences](super::botocore#intentional-differences):
//!   `conformance::all_recorded_runs_agree_with_botocore`.
//!
//! This guarantee covers the client side. If the list changes during a listing, the service itself may return an item on
//! two pages or on no page. Resuming within a page requests that page again and skips the number of items that were already
//! yielded. If the page has changed in the meantime, the skipped items may be different ones. To avoid this, stop at page
//! boundaries with [`pages`](crate::Paginator::pages) instead of stopping within a page.
//!
//! # Failures lose nothing
//!
//! A failed request ends the stream with [`Error::Operation`](crate::Error::Operation). `resume_token()` returns the
//! position of the failed page. `retry()` makes the stream request that page again, any number of times.
//!
//! - `rules::a_failed_request_ends_the_stream_and_retry_asks_for_it_again`,
//!   `rules::resume_token_points_at_the_page_that_failed`,
//!   `hostile::a_page_that_fails_ten_thousand_times_is_asked_for_once_more`.
//! - If a full result fails, the error contains the results collected so far and the position of the failed page:
//!   `rules::an_error_half_way_carries_what_was_collected_and_where_to_go_on`.
//! - If the client panics, `resume_token()` stays the same. A blocking method can be called again, but the future of an
//!   async method that has panicked panics again: `issues::loses_nothing_and_gives_nothing_twice`.
//! - After the end, no request is sent: `rules::after_the_end_next_gives_none_for_ever_and_sends_nothing`.
//!
//! Failed requests are not retried automatically. The example [`retry.rs`] combines a retry policy (with the crate
//! `backon`), a rate limit between requests, and a timeout for each call: `retry::each_session_comes_once_and_in_order`.
//! The example [`export`] has a progress bar (with the crate `indicatif`) that counts the finished fleets.
//!
//! # Cancel safety
//!
//! `next()` is cancel safe. If its future is dropped, for example by `select!` or a timeout, no page is lost and no request
//! is repeated. The stream owns the request in flight, and the next call continues to poll it. Dropping the stream cancels
//! the request. `full_result()` and `try_collect()` own the results collected so far, and dropping their futures drops these
//! results.
//!
//! - `rules::dropping_next_loses_no_page_and_repeats_no_request`, `cancellation::dropped_once_after_any_poll`,
//!   `cancellation::dropped_after_each_number_of_polls`, `cancellation::cancelled_by_select_at_each_await_point`.
//! - `cancellation::a_timeout_around_next_loses_nothing`,
//!   `cancellation::a_stream_with_a_request_under_way_goes_to_another_task`,
//!   `cancellation::a_stream_that_is_dropped_ends_its_request`.
//! - The same holds with `prefetch()`: `prefetch::a_dropped_next_loses_nothing`.
//!
//! # No unnecessary requests
//!
//! - No request is sent before the first poll, and none is sent for `max_items(0)`:
//!   `rules::nothing_is_sent_until_the_first_poll`, `rules::max_items_of_zero_sends_nothing`.
//! - At most one request is in flight: `rules::one_request_is_in_flight_at_a_time`.
//! - No page is requested after the last item that `max_items` allows: `rules::max_items_asks_for_no_page_more`. This
//!   also holds with `prefetch()`: `prefetch::no_page_is_asked_for_that_max_items_makes_needless`.
//!
//! # Termination
//!
//! A list never ends early without an error, and it never loops over the same tokens.
//!
//! - If the service returns the same token twice in a row, the stream yields the page and then an error:
//!   `rules::the_same_token_twice_in_a_row_is_an_error_after_the_page`.
//! - A longer cycle of tokens is also an error. It is found within three times the number of pages before and in the cycle:
//!   `cycles::are_found_within_three_times_their_pages`, `hostile::a_cycle_of_ten_thousand_tokens_is_found`.
//! - If the `more_results` flag is true and the page has no token, the stream yields the page and then an error:
//!   `rules::more_results_true_without_a_token_is_an_error_after_the_page`.
//! - An endless sequence of new tokens cannot be distinguished from a long list. `max_pages(n)` limits the number of pages.
//!   Exceeding it is an error, so that a truncated list is never mistaken for a complete one:
//!   `hostile::empty_pages_with_ever_new_tokens_end_at_max_pages`.
//!
//! # Memory
//!
//! Regardless of the length of the list, a stream holds one page (two with `prefetch()`) and the tokens of two positions:
//! `rules::memory_is_one_page`, `memory::items_hold_one_page`, `memory::items_read_ahead_hold_two_pages`. The size of a
//! page or a token is not limited: `hostile::a_token_of_ten_megabytes`, `hostile::more_items_than_usize_can_count`.
//!
//! # Resume tokens
//!
//! A resume token contains the input tokens for the next request, by their wire names, and the number of items of that page
//! that were already yielded. It does not contain the request, so resume with the request that started the listing. A resume
//! token prints [in botocore's format](super::botocore#resume-tokens).
//!
//! - `resume_token()` returns `None` only if no items are left. Otherwise, resuming yields the items that were not yet
//!   yielded: `cuts::at_every_place`, `rules::resume_token_counts_the_items_given_so_far`. There is one exception: a boxed
//!   paginator always returns `None` if its tokens cannot be serialized.
//! - Every token of a service survives printing and parsing:
//!   `hostile::of_any_characters_come_back_from_the_printed_token`.
//! - A string that is not a resume token is sent to the service unchanged, as the service's own token:
//!   `rules::a_string_that_is_no_resume_token_is_the_service_s_own`.
//! - The token of another operation is an error, and no request is sent:
//!   `rules::a_token_of_another_operation_is_an_error_and_nothing_is_sent`.
//! - Parsing a string never panics and never overflows the stack, even for tokens of 1 MB or 10,000 nested lists:
//!   `decoding::no_text_panics`, `decoding::deep_tokens`, `decoding::large_tokens`, `decoding::invalid_utf8`.
//! - Tokens can be secrets. Only `Display` of [`ResumeToken`](crate::ResumeToken) prints them:
//!   `rules::tokens_are_not_printed_by_debug`, `hostile::are_in_no_error`,
//!   `tracing::a_span_for_the_listing_and_an_event_for_each_page`.
//!
//! A resume token is valid for as long as the service's own token inside it:
//!
//! - Some service tokens are positions, such as a key, a name, or a number (`KeyMarker` of S3, `LastEvaluatedKey` of
//!   DynamoDB). They are valid for as long as the list exists.
//! - Other service tokens are handles to state on the server, and expire. The continue token of a Kubernetes list expires
//!   after some minutes (the service then responds with 410 Gone), and the tokens of CloudWatch Logs after 24 hours.
//! - Some tokens are valid only with the same request parameters, or only for the same caller.
//!
//! If the service rejects a token, the first request fails with [`Error::Operation`](crate::Error::Operation):
//! `describe_sessions::an_error_is_one_line`. In this case, start the listing again, or start at a position that the
//! application stored itself.
//!
//! [`retry.rs`]: https://github.com/paginated-rs/paginated/blob/main/examples/retry.rs
//! [`export`]: https://github.com/paginated-rs/paginated/tree/main/examples/export
