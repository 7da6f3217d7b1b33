//! What is promised, and the test that holds each promise: a service may fail, dawdle and answer nonsense, a call may be
//! dropped and a process killed, and each item is given once.
//!
//! The tests are in `tests/tests` and `examples/tests` of the repository; that each of those named here exists is a test
//! too.
//!
//! # Each item once, and in order
//!
//! Items come as the service has them: page by page, and in a page from the first to the last. None is left out and none
//! comes twice, over as many streams as you like, as long as each begins at the resume token of the one before.
//!
//! - Any listing, read in any way (`next`, calls dropped half-way, errors, retries, resumed by printed tokens, other limits,
//!   items or pages or the full result) gives what the service has: `model::each_item_is_given_once_and_in_order_whatever_happens`,
//!   `model::bounded_calls_give_what_one_call_gives_for_each_kind_of_result`.
//! - Over HTTP, with one request of twenty throttled, failed, cut off, late or dropped:
//!   `faults::a_hundred_thousand_sessions_come_once_and_in_order_at_five_percent_faults`.
//! - A process that stores a page and the resume token behind it in one transaction may be killed at any moment:
//!   `export::killed_at_any_moment_it_ends_with_each_session_once`.
//! - What 600 recorded runs of botocore asked for and gave is the same here:
//!   `conformance::all_recorded_runs_agree_with_botocore`.
//!
//! This is a promise about our side. A service that lists what changes meanwhile may give an item on two pages or on none.
//! Resuming inside a page asks for that page again and drops as many items as were given of it; where that page has changed
//! in the meantime, these may be others. Bound a listing by pages, not by items, where that matters.
//!
//! # A failure loses nothing
//!
//! A request that failed ends the stream with [`Error::Operation`](crate::Error::Operation). `resume_token()` points at
//! the page that failed, and `retry()` re-arms the stream to ask for it again, as often as you like.
//!
//! - `rules::a_failed_request_ends_the_stream_and_retry_asks_for_it_again`, `rules::resume_token_points_at_the_page_that_failed`,
//!   `hostile::a_page_that_fails_ten_thousand_times_is_asked_for_once_more`.
//! - The full result that fails half-way carries what was collected, and where to go on:
//!   `rules::an_error_half_way_carries_what_was_collected_and_where_to_go_on`.
//! - A call that panics moves nothing on: `resume_token()` stays where it was, and a call that blocks can be made again:
//!   `issues::loses_nothing_and_gives_nothing_twice`. (An async one leaves a future that panics again.)
//! - After an end, nothing more is sent: `rules::after_the_end_next_gives_none_for_ever_and_sends_nothing`.
//!
//! Nothing is retried unless you say so. The example [`retry.rs`] has a policy for retries (by the crate `backon`), a rate
//! limit between requests and a time limit on each wait: `retry::each_session_comes_once_and_in_order`. A progress bar
//! (by `indicatif`) is in the example [`export`], where the number of fleets is the total.
//!
//! # A call may be dropped
//!
//! `next()` is cancel safe: under `select!` or a timeout, dropping its future loses no page and repeats no request. The
//! request goes on where the next call is polled; it is the stream that holds it, and dropping the stream ends it.
//! `full_result()` and `try_collect()` hold what they collected, and lose it when they are dropped.
//!
//! - `rules::dropping_next_loses_no_page_and_repeats_no_request`, `cancellation::dropped_once_after_any_poll`,
//!   `cancellation::dropped_after_each_number_of_polls`, `cancellation::cancelled_by_select_at_each_await_point`.
//! - `cancellation::a_timeout_around_next_loses_nothing`,
//!   `cancellation::a_stream_with_a_request_under_way_goes_to_another_task`, `cancellation::a_stream_that_is_dropped_ends_its_request`.
//! - With a page read ahead as without: `prefetch::a_dropped_next_loses_nothing`.
//!
//! # No request that is not needed
//!
//! - Nothing is sent before the first poll, and nothing for `max_items(0)`: `rules::nothing_is_sent_until_the_first_poll`,
//!   `rules::max_items_of_zero_sends_nothing`.
//! - One request is in flight at a time: `rules::one_request_is_in_flight_at_a_time`.
//! - No page is asked for behind the last item that is wanted: `rules::max_items_asks_for_no_page_more`, and with read-ahead
//!   `prefetch::no_page_is_asked_for_that_max_items_makes_needless`.
//!
//! # It ends, or says why not
//!
//! No listing is cut short without a word, and none goes round for ever.
//!
//! - A token that comes back is an error, after the page that brought it:
//!   `rules::the_same_token_twice_in_a_row_is_an_error_after_the_page`. So is a cycle of any length, found within three times
//!   the pages before it and in it: `cycles::are_found_within_three_times_their_pages`, `hostile::a_cycle_of_ten_thousand_tokens_is_found`.
//! - More pages, and no token, is an error: `rules::more_results_true_without_a_token_is_an_error_after_the_page`.
//! - Ever new tokens cannot be told from a long listing. `max_pages(n)` bounds it, by an error and not by an end: you would
//!   take what you have for the whole: `hostile::empty_pages_with_ever_new_tokens_end_at_max_pages`.
//!
//! # Memory
//!
//! One page, two with read-ahead, and two tokens, whatever the length of the listing: `rules::memory_is_one_page`,
//! `memory::items_hold_one_page`, `memory::items_read_ahead_hold_two_pages`. How large
//! a page and a token are is the service's matter: `hostile::a_token_of_ten_megabytes`, `hostile::more_items_than_usize_can_count`.
//!
//! # The resume token
//!
//! It holds the input tokens of the page to ask for next, by their wire names, and how many items of that page were given;
//! nothing else. It does not hold the request: resume with the one that you began with. It prints as botocore's does, see
//! [botocore](super::botocore).
//!
//! - It is `None` only when nothing is left, and the items behind it are those that were not given:
//!   `cuts::at_every_place`, `rules::resume_token_counts_the_items_given_so_far`.
//! - Any token of a service comes back from the printed one: `hostile::of_any_characters_come_back_from_the_printed_token`.
//! - A text that is no such token is passed on to the service, and the token of another operation is refused before anything is
//!   sent: `rules::a_string_that_is_no_resume_token_is_the_service_s_own`,
//!   `rules::a_token_of_another_operation_is_an_error_and_nothing_is_sent`.
//! - No text makes it panic, overflow the stack or take long: `decoding::no_text_panics`, `decoding::deep_tokens`,
//!   `decoding::large_tokens`, `decoding::invalid_utf8`.
//! - Tokens can be secrets. `Display` of a [`ResumeToken`](crate::ResumeToken) prints them and nothing else does:
//!   `rules::tokens_are_not_printed_by_debug`, `hostile::are_in_no_error`, `tracing::a_span_for_the_listing_and_an_event_for_each_page`.
//!
//! **How long it is good** is the service's matter; it is as old as the service's own token in it. Some tokens are a position
//! (a key, a name or a number: S3's `KeyMarker`, DynamoDB's `LastEvaluatedKey`) and are good as long as the list is there.
//! Others are a handle of something that the service keeps, and expire: the continue token of a Kubernetes list after some
//! minutes (then it answers 410 Gone), CloudWatch Logs' after 24 hours. Some are bound to the parameters that they were
//! given for, or to the caller. A token that a service no longer takes is that service's error,
//! [`Error::Operation`](crate::Error::Operation), at the first request: `describe_sessions::an_error_is_one_line`. Begin
//! again then, or at a place that you kept yourself.
//!
//! [`retry.rs`]: https://github.com/paginated-rs/paginated/blob/main/examples/retry.rs
//! [`export`]: https://github.com/paginated-rs/paginated/tree/main/examples/export
