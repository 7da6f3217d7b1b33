//! Guarantees, and the tests for each of them.
//!
//! Every item is yielded exactly once, even if requests fail, stall, return invalid data, or are cancelled. The sections name
//! the exceptions.
//!
//! The named tests are in the repository: in `tests/tests`, `examples`, and `runtime/src`. Another test checks that each of them
//! exists.
//!
//! # Every item once, in order
//!
//! Items are yielded in the order of the service: page by page, and within a page from the first to the last. With `reversed`,
//! the items of each page are yielded from the last to the first. No item is skipped or repeated. This also holds for a list
//! that is read by several streams, if each stream starts at the resume token of the previous one. It does not hold for a
//! service that repeats its tokens: see [`Error::RepeatedToken`](crate::Error::RepeatedToken) and
//! [`Error::TokenCycle`](crate::Error::TokenCycle).
//!
//! - All ways of reading a list yield the same items: `next`, cancelled calls, errors and retries, printed resume tokens,
//!   changing limits, items, pages, and the full result:
//!   `model::each_item_is_yielded_once_and_in_order_with_any_faults`,
//!   `model::limited_calls_return_the_same_as_one_call_for_each_type_of_result`.
//! - The same holds over HTTP if one request in twenty is throttled, fails, is truncated, is delayed, or is cancelled:
//!   `faults::a_hundred_thousand_sessions_come_once_and_in_order_at_five_percent_faults`. With `prefetch`, it holds for page
//!   numbers, and for offsets of a service that sometimes returns fewer items than requested:
//!   `export_numbered::numbered_pages_of_a_faulty_service_have_each_item_once_and_in_order`,
//!   `export_numbered::offsets_of_a_faulty_service_have_each_item_once_and_in_order`.
//! - A process may be killed at any moment if it stores each page and the resume token after it in one transaction:
//!   `export::killed_at_any_moment_it_ends_with_each_session_once`. The resume token ignores pages that were requested ahead:
//!   `export_numbered::killed_at_any_moment_it_ends_with_each_product_once`.
//! - Requests and results match 597 recorded runs of botocore, except for
//!   [intentional differences](super::botocore#intentional-differences):
//!   `conformance::all_recorded_runs_match_botocore`.
//! - The first request has the caller's token, also one that is empty or 0:
//!   `rules::the_first_request_is_sent_as_the_caller_made_it`, `reports::a_key_of_zero_in_the_first_request_is_sent`.
//! - The first request of a list with page numbers or an offset (a *counted list*) has the caller's number, or the `start` if
//!   [the caller set no number](macro@crate::paginated#page-numbers-and-offsets):
//!   `page_number::the_first_request_holds_the_number_of_the_caller_or_the_start`,
//!   `offset::the_first_request_holds_the_offset_of_the_caller_or_the_start`.
//! - An offset advances by the number of items received, and not by the page size, because services return fewer items than
//!   requested: `offset::an_offset_advances_by_the_items_received`.
//! - The next token is read from the page as it was received, before any items are skipped or removed. Tokens that are absent or
//!   [empty](macro@crate::paginated#tokens) are cleared in the next request, unless they are carried. In a builder, this needs a
//!   setter that takes an `Option`: `token::a_list_continues_while_any_token_is_present_and_absent_tokens_are_cleared`,
//!   `token::an_empty_token_is_absent`, `token::a_carried_token_keeps_its_value_if_a_page_has_none`.
//! - [`full_result()`](crate::Paginator::full_result) joins each result key over all pages: lists and strings are appended,
//!   numbers are added, integers up to the largest one of their type, and maps are merged. Non-aggregate keys are those of the first
//!   page:
//!   `rules::the_full_result_joins_all_pages`,
//!   `full_result::nested_lists_are_joined_and_non_aggregate_keys_are_from_the_first_page`,
//!   `full_result::a_page_for_which_the_closure_returns_none_loses_no_item`,
//!   `conformance::all_recorded_runs_match_botocore`.
//! - If a later page repeats a key of a map, lists and maps of this key are joined. Structs that derive `Page` and have a field
//!   that is a list or a map are joined, too: their lists, their maps, and the fields that are structs of this kind. Their
//!   other fields are those of the earlier page. Any other value is an [`Error::DuplicateKey`](crate::Error::DuplicateKey),
//!   because one of the two values would be lost. This includes numbers, which may be counts or ids, values of a generic type,
//!   which the macro does not know, and maps of maps of such values that are themselves in a map:
//!   `joined_maps::the_lists_of_a_key_that_comes_again_are_joined`,
//!   `joined_maps::the_lists_of_a_struct_are_joined_and_its_other_fields_are_the_first_ones`,
//!   `joined_maps::the_lists_in_the_structs_of_a_struct_are_joined`,
//!   `joined_maps::maps_whose_values_cannot_be_joined_are_joined_unless_an_inner_key_comes_again`,
//!   `joined_maps::a_number_that_comes_again_is_an_error_and_nothing_is_lost`.
//! - [`inspect_pages`](crate::Paginator::inspect_pages) shows each page as it was received, before any items are skipped or
//!   removed: `inspect_pages::each_page_is_shown_before_its_items_are_taken_and_refused_pages_too`,
//!   `inspect_pages::a_page_is_shown_whole_although_items_are_trimmed`.
//! - [`items_of`](crate::Paginator::items_of) yields each item at least once if a list is resumed. Its items are not counted,
//!   so its resume token stays at the current page until all items of the page were yielded:
//!   `reports::a_listing_by_items_of_that_is_resumed_after_any_item_yields_each_item_at_least_once`.
//! - A page whose items are the elements of a map or a `HashSet` is resumed at its beginning, because the order of a `HashMap`
//!   changes. Its elements are yielded at least once if a list is resumed:
//!   `strings_and_maps::a_map_is_resumed_at_its_beginning`.
//!
//! This guarantee covers the client side. If the list changes while it is read, the service itself may return an item on
//! two pages or on no page. Resuming within a page requests that page again and skips the number of items that were already
//! yielded. If items were added or removed in the meantime, the skipped items may be different ones. A job that must process
//! each item at least once, such as one that deletes what it lists, resumes at
//! [`page_start`](crate::ResumeToken::page_start):
//! `reports::a_job_that_deletes_what_it_lists_resumes_at_the_start_of_the_page`.
//!
//! These APIs need code in the application:
//!
//! - The next page starts at the time of the last item, inclusive, so it repeats the items of that time. Leave out the items
//!   that were seen at that time: `reports::items_at_an_inclusive_boundary_are_taken_once`,
//!   `reports::the_items_at_the_last_time_are_enough_to_find_repeated_items`.
//! - The last page has a token for the next incremental run (`sync_token`). Read the pages, and store the token of the last one:
//!   `reports::the_token_of_the_last_page_is_kept_for_the_next_run`.
//! - A response says "not ready yet". Return an error from the method, wait, and call `retry()`:
//!   `reports::a_response_that_is_not_ready_is_requested_again`.
//!
//! # Failures lose nothing
//!
//! A failed request ends the stream with [`Error::Operation`](crate::Error::Operation). `resume_token()` returns the
//! position of the failed page. `retry()` makes the stream request that page again, any number of times.
//! The exception is a list whose only token is a [`carried_token`](macro@crate::paginated#tokens): a request that failed or
//! panicked may have advanced the state of the service, and the page is lost.
//!
//! - `rules::a_failed_request_ends_the_stream_and_retry_sends_it_again`,
//!   `rules::the_resume_token_points_at_the_page_that_failed`,
//!   `hostile_services::a_page_is_read_after_ten_thousand_failed_requests`.
//! - If a full result fails, the error contains the results collected so far and the position of the failed page:
//!   `rules::an_error_of_the_full_result_has_the_items_collected_and_a_resume_token`.
//! - A response without data, such as `{"data": null, "errors": […]}`, is an [`Error::MissingData`](crate::Error::MissingData),
//!   unless a flag or a total says that the list is over. `retry()` and `resume_token()` are the same as after a failed request:
//!   `reports::a_response_without_data_is_an_error_and_not_the_end`, `reports::the_resume_token_points_at_the_page_without_data`,
//!   `reports::a_first_page_without_data_is_an_error_and_not_an_empty_list`. The total must be one of this response:
//!   `reports::the_total_of_an_earlier_page_does_not_excuse_a_page_without_data`.
//! - A response for the first page that is `None` as a whole (status 204) is an empty list. For every later page, it is an
//!   error: `reports::an_absent_page_is_an_empty_list_if_it_is_the_first_response`,
//!   `reports::an_absent_page_in_the_middle_of_a_list_is_an_error`,
//!   `reports::an_absent_page_is_an_error_if_the_list_starts_at_a_token`. A list that is `None` inside a container that is
//!   present is empty: `reports::a_list_that_is_absent_in_its_container_is_an_empty_page`. A container of the token alone may
//!   be absent, which ends the list: `reports::an_absent_container_of_the_token_alone_is_the_end`.
//! - An error inside a response with status 200 is an error of the list if the method
//!   [returns it](super::clients#responses-with-an-error-inside):
//!   `reports::errors_that_the_method_returns_are_errors_of_the_list_and_can_be_retried`.
//! - A response that repeats another page number than the requested one (`echo`) is an
//!   [`Error::WrongPosition`](crate::Error::WrongPosition), and its page is not yielded:
//!   `page_number::a_page_with_another_number_is_not_yielded_and_retry_requests_it_again`.
//! - If the client panics, or a closure, a list type, or a token of your own, no item is lost: `resume_token()` is the position
//!   after the items yielded so far. A later poll calls a blocking method again. If a future panicked, or the request is lost, each
//!   later poll panics: start another list at the resume token.
//!   `regressions::a_panic_in_a_blocking_call_changes_no_resume_token`,
//!   `regressions::a_panic_in_a_prefetched_request_loses_nothing`,
//!   `read_ahead::a_wrong_request_that_panics_when_it_is_dropped_loses_no_item`,
//!   `hostile_services::a_closure_that_finds_the_items_can_panic`,
//!   `hostile_services::a_list_type_or_a_token_of_the_user_can_panic`,
//!   `hostile_services::the_closure_of_items_of_and_its_iterator_can_panic`,
//!   `hostile_services::a_list_without_resume_tokens_is_complete_or_panics_again`,
//!   `hostile_services::a_list_whose_only_token_is_carried_panics_again_because_its_page_is_lost`,
//!   `hostile_services::a_rejected_page_that_panics_when_it_is_dropped_is_requested_again`.
//! - After a panic, `full_result()` and `try_collect()` panic if they are polled again, because they may have lost pages or items:
//!   `hostile_services::a_full_result_is_complete_or_panics_again`,
//!   `hostile_services::a_collection_is_complete_or_panics_again`.
//! - After the end, no request is sent: `rules::next_returns_none_after_the_end_and_sends_nothing`.
//!
//! Failed requests are not retried automatically. The example [`retry.rs`] combines a retry policy (with the crate
//! `backon`), a rate limit between requests, and a timeout for each call of `try_next()`:
//! `retry::each_session_comes_once_and_in_order`.
//!
//! # Rate limits
//!
//! A limiter inside the method paces every request of the method, as in the example [`retry.rs`]. Examples are a
//! `Mutex<Interval>` of tokio, with `MissedTickBehavior::Delay`, and the crate `governor`. A limiter also paces those that
//! `prefetch(n)` sends ahead, because each of them waits for the limiter:
//! `read_ahead::a_rate_limit_inside_the_method_paces_the_requests`.
//!
//! A request that is sent ahead makes progress only while the stream is polled, and may hold the lock of a `Mutex<Interval>` in
//! the meantime. If the code between two items also waits for that lock, neither continues. Use a limiter that holds no lock
//! while it waits: `read_ahead::a_rate_limit_without_a_lock_can_be_shared_with_the_code_between_items`.
//!
//! # Cancel safety
//!
//! `next()` is cancel safe. If its future is dropped, for example by `select!` or a timeout, no page is lost and no request
//! is repeated. The stream owns the request in flight, and the next call continues to poll it. Dropping the stream cancels
//! the request. `full_result()` and `try_collect()` own the results collected so far, and dropping their futures drops these
//! results.
//!
//! - `rules::dropping_next_loses_no_page_and_repeats_no_request`, `cancellation::dropping_one_call_after_any_poll_loses_no_item`,
//!   `cancellation::dropping_each_call_after_some_polls_loses_no_item`, `cancellation::select_at_any_await_point_loses_no_item`.
//! - `cancellation::a_timeout_of_next_loses_no_item`,
//!   `cancellation::a_stream_with_a_request_in_flight_can_move_to_another_task`,
//!   `cancellation::dropping_a_stream_cancels_its_request`.
//! - The same holds with `prefetch`: `prefetch::dropping_next_loses_no_item`,
//!   `read_ahead::dropping_next_at_each_poll_loses_no_item`, `read_ahead::a_stream_that_moves_to_another_task_wakes_that_task`.
//!
//! # No unnecessary requests
//!
//! - No request is sent before the first poll, and none is sent for `max_items(0)`:
//!   `rules::nothing_is_sent_until_the_first_poll`, `rules::max_items_of_zero_sends_nothing`.
//! - Without `prefetch`, at most one request is in flight: `rules::one_request_is_in_flight_at_a_time`. The same holds with
//!   `prefetch` if the position of a page is known only from the page before:
//!   `prefetch::the_first_item_of_a_page_sends_the_request_of_the_next_page_only`.
//! - With page numbers and offsets, `prefetch(n)` requests up to `n` pages after the one that the stream waits for, or as many as
//!   `concurrency_limit` allows: `read_ahead::the_awaited_page_and_n_pages_after_it_are_in_flight`,
//!   `read_ahead::the_concurrency_limit_holds_and_slow_pages_do_not_hold_up_the_others`.
//! - No page is requested after the last item that `max_items` allows: `rules::max_items_requests_no_page_after_the_last_item`.
//!   With `prefetch`, it holds if no page is longer than the longest one before it. It also holds for `max_pages`, a constant
//!   total, and a last page that has arrived: `prefetch::no_page_after_max_items_is_requested`,
//!   `read_ahead::a_total_bounds_the_requests`. If none of them bounds the list, at most `n` requests at a time are for pages
//!   after its end, and their results are dropped: `read_ahead::at_most_n_requests_after_an_unknown_end_are_sent_and_dropped`.
//! - A test compares the requests with those of a model, for any `prefetch`, `concurrency_limit`, limits, totals, faults, and
//!   order of the responses: `model::each_item_of_a_counted_or_linked_list_is_yielded_once_and_in_order_with_any_faults`.
//!
//! # Termination
//!
//! A list ends without an error only if a page has no token, a flag is false, a total or `max_items` is reached, a counted list
//! has an empty page, or `end_on` names the page. A list whose only token is carried also ends at a page without the flag. If a
//! service reports such an end too early, the list ends early. A list never loops over the same tokens.
//!
//! If `max_items` ends a list at a page whose token was received before, the list ends without an error. Botocore does the
//! same. The list that is resumed there returns the error, unless `max_items` ends that list at the same page again. A program
//! that reads a list in parts with `max_items` can compare the resume tokens.
//!
//! - An absent or empty token ends the list: `rules::an_absent_token_ends_the_listing`, `rules::an_empty_token_ends_the_listing`.
//!   Empty are `""`, `0`, `false`, and a map or list without elements:
//!   `reports::a_value_that_is_empty_in_json_is_not_a_token`, `reports::the_default_variant_of_an_enum_is_a_token`.
//!   With `empty_token = "follow"`, only an absent token ends the list:
//!   `token::a_token_that_is_never_empty_continues_the_list_whatever_its_value_is`.
//! - A false `more_results` flag ends the list, even if there is a token:
//!   `rules::a_flag_that_is_false_ends_the_listing_even_with_a_token`.
//! - If the service returns the token that requested the page, the stream yields the page and then an error:
//!   `rules::the_same_token_twice_in_a_row_is_an_error_after_the_page`. With `end_on = "repeated_token"`, it is the end:
//!   `rules::a_repeated_token_ends_the_listing_with_the_stop_option`. A link that repeats is also an error:
//!   `next_link::a_link_to_its_own_page_is_an_error`.
//! - A longer cycle of tokens is also an error. It is found within three times the number of pages before and in the cycle:
//!   `cycles::a_cycle_is_an_error_within_three_times_its_pages`, `hostile_services::a_cycle_of_ten_thousand_tokens_is_an_error`.
//! - An empty page with a token is not the end: `rules::an_empty_page_with_a_token_is_not_the_end`.
//! - If the `more_results` flag is true and the page has no token, the stream yields the page and then an error, unless
//!   `max_items` ends the list inside of the page: `rules::a_flag_that_is_true_without_a_token_is_an_error_after_the_page`.
//! - If the flag is absent, the token decides, unless it is the only one and is carried:
//!   `rules::an_absent_flag_lets_the_token_decide`. A flag that is an `Option` of another type than `bool` means more pages while
//!   it has a value that is not empty: `reports::a_page_without_a_link_is_the_end_even_if_it_has_a_cursor`,
//!   `reports::a_link_in_an_absent_container_ends_the_listing`, `reports::a_flag_by_presence_that_is_empty_is_false`.
//! - A token that is read from an element of a list, such as `rows[-1].id`, is a key. `0`, `false`, and `""` are keys like
//!   others, and not the end: `reports::a_key_of_zero_in_the_middle_of_a_list_is_not_the_end`,
//!   `reports::a_key_that_is_an_empty_string_or_list_or_false_is_not_the_end`,
//!   `reports::one_part_of_a_composite_key_can_be_zero_or_empty`.
//! - A counted list ends at an empty page, even if the total is larger, because totals are approximate in many APIs:
//!   `page_number::an_empty_page_ends_the_list_even_if_the_total_is_larger`,
//!   `offset::an_empty_page_ends_the_list_even_if_the_total_is_larger`. If a flag says that there are more pages, an empty page
//!   of a `page_number` is skipped. With an `offset`, which cannot advance, it is an
//!   [`Error::MissingData`](crate::Error::MissingData): `page_number::an_empty_page_with_a_true_flag_is_passed_over`,
//!   `offset::an_empty_page_with_a_true_flag_is_an_error_and_retry_requests_it_again`.
//! - A total that changes is followed as last reported, and a page without a total keeps the last one:
//!   `offset::a_total_that_changes_is_followed`, `offset::a_page_without_a_total_keeps_the_last_one`.
//! - A total that is negative, or is 0 on a page with items or on a later page than the first, is unknown:
//!   `hostile_services::a_negative_total_is_unknown`, `hostile_services::a_total_of_zero_on_a_page_with_items_is_unknown`,
//!   `reports::a_total_of_zero_after_the_first_page_is_not_the_end_of_a_list`.
//! - A page number or an offset that overflows the type of its field is an
//!   [`Error::PositionOverflow`](crate::Error::PositionOverflow) after the items before it. It is not the end and never wraps:
//!   `page_number::a_number_that_does_not_fit_is_an_error_after_the_items`,
//!   `offset::an_offset_that_does_not_fit_is_an_error_after_the_items`.
//! - An endless sequence of new tokens cannot be distinguished from a long list. `max_pages(n)` limits the number of pages.
//!   Exceeding it is an error, so that a truncated list is never mistaken for a complete one:
//!   `hostile_services::empty_pages_with_new_tokens_forever_end_at_max_pages`. A timeout cannot end the list if the pages are
//!   empty and the client's futures are always ready, as those of some fakes: one poll then requests all pages.
//!
//! # Memory
//!
//! Regardless of the length of the list, a stream holds one page, `n` more with `prefetch(n)`, and the positions of three pages:
//! the next page, the current page, and an earlier page, which finds cycles. It also holds the caller's request, the starting
//! token, and the position of each request that is sent ahead: `rules::at_most_one_page_of_items_is_in_memory`,
//! `memory::items_hold_one_page`, `memory::prefetching_items_hold_two_pages`,
//! `read_ahead::n_pages_are_in_memory_while_a_page_never_arrives`. The size of a page or a token is not limited:
//! `hostile_services::a_token_of_ten_megabytes_is_sent_and_resumed`,
//! `hostile_services::more_items_than_usize_max_do_not_overflow`.
//!
//! # Resume tokens
//!
//! A resume token contains the position of a page, and the number of items of that page that were already yielded. A position
//! consists of the input tokens, a page number, an offset, or a link, by their keys in the attribute. A resume token does not
//! contain the request, so resume with the request that started the list. It prints
//! [in botocore's format](super::botocore#resume-tokens).
//!
//! - `resume_token()` returns `None` only if no items are left. Otherwise, resuming yields the items that were not yet
//!   yielded: `resuming::a_listing_can_be_resumed_after_each_item`, `rules::the_resume_token_counts_the_items_yielded_so_far`.
//! - A list whose tokens are not stored (`token_with = false`) has no `resume_token()`, and its full result has `()`:
//!   `reports::a_list_whose_tokens_are_not_stored_has_no_resume_token`.
//! - With tokens and offsets, a list can be resumed with any page size, because a position and a number of items identify an
//!   item. With `reversed`, this holds if the pages of the service are in the reverse order of the list. It holds for the items
//!   only: a list that is resumed inside a page needs the same page size if the values of a second result key are used. If the
//!   page is shorter when it is requested again, skipping continues in the following pages:
//!   `reports::skipping_continues_into_the_following_pages_if_the_page_is_shorter_now`,
//!   `reports::a_listing_can_be_resumed_with_another_page_size_after_each_item`,
//!   `reports::pages_whose_items_were_skipped_are_yielded_without_items_and_secondary_keys`.
//! - With page numbers and links, a position depends on the page size, so resume tokens record it: the value of
//!   [`page_size`](crate::Paginator::page_size), or of the request's own field. If neither is set on resuming, the recorded size
//!   is used. If the size is another one, it is an [`Error::StartingToken`](crate::Error::StartingToken). On the first page, and
//!   if no size was recorded, any size is accepted. A size in a builder, in a newtype, or behind a closure cannot be read, so set
//!   it by `page_size`. If no size was recorded, resume without one: with another size, items are repeated or missing:
//!   `page_number::a_resume_token_holds_the_number_the_elements_before_and_the_page_size`,
//!   `page_number::a_resumed_list_uses_the_page_size_of_the_token_if_none_is_set`,
//!   `page_number::another_page_size_than_that_of_the_token_is_an_error_and_sends_no_request`,
//!   `page_number::any_page_size_will_do_on_the_first_page_and_if_the_token_holds_none`,
//!   `next_link::another_page_size_than_that_of_the_token_is_an_error`.
//! - With `page_number` and `total_items`, a resume token records the number of items before its page. A list that starts at a
//!   page number of the caller does not know that number. It ignores `total_items`, and ends at an empty page:
//!   `page_number::a_resumed_list_uses_the_elements_before_to_reach_the_total`,
//!   `page_number::a_list_that_began_at_a_number_of_the_caller_uses_the_total_of_pages_only`.
//! - The resume token of `items_of` is `None` only if nothing is left:
//!   `reports::the_resume_token_of_items_of_is_none_only_if_nothing_is_left`.
//! - A token of the service is the same after printing and parsing the resume token, if it [can be
//!   stored](super::clients#tokens-of-other-types):
//!   `hostile_services::a_token_of_any_characters_survives_the_printed_resume_token`,
//!   `resume_tokens::integers_of_128_bits_survive_the_resume_token`,
//!   `resume_tokens::a_float_that_is_not_finite_survives_the_resume_token`.
//! - A string that is not a [resume token](crate::ResumeToken#accepted-strings) is sent to the service unchanged, as the
//!   service's own token: `rules::a_string_that_is_not_a_resume_token_is_sent_as_a_service_token`. A link is refused, unless it
//!   is marked with [`ResumeToken::service`](crate::ResumeToken::service), because a client would follow it to any host:
//!   `next_link::a_starting_token_that_is_not_a_resume_token_is_refused_and_sends_no_request`. A forged resume token is not
//!   detected, so `next_method` must [check the host](super::clients#links).
//! - A token with the keys of another operation is an error, and no request is sent. This includes a token that was stored before
//!   a request key was written in another way, such as `next_token` instead of `"NextToken"`:
//!   `rules::a_token_of_another_operation_is_an_error_and_nothing_is_sent`.
//! - Parsing a string never panics and never overflows the stack, even for tokens of 1 MB or 10,000 nested lists:
//!   `decoding::decoding_never_panics`, `decoding::deeply_nested_tokens_are_malformed`,
//!   `decoding::large_tokens_are_decoded_fast`, `decoding::invalid_utf8_is_malformed_or_the_services_own_token`.
//! - Tokens can be secrets. The `Debug` output, the errors, and the `tracing` events of this crate contain none. The client's
//!   own error and response may contain one. [`ResumeToken`](crate::ResumeToken) exposes a token by `Display`, `as_str`, and
//!   `Serialize`: `rules::debug_does_not_print_tokens`, `hostile_services::no_error_message_contains_a_token`,
//!   `tracing::a_listing_has_one_span_and_each_page_an_event`.
//!
//! A resume token is valid for as long as the service's own token inside it:
//!
//! - Some service tokens are positions, such as a key, a name, or a number (`KeyMarker` of S3, `LastEvaluatedKey` of
//!   DynamoDB). They are valid for as long as the list exists.
//! - Other service tokens are handles to state on the server, and expire. The continue token of a Kubernetes list expires
//!   after some minutes (the service then responds with 410 Gone), those of Zoom after 15 minutes, and the tokens of
//!   CloudWatch Logs after 24 hours. Airtable, Asana, and Elasticsearch also expire their tokens.
//! - Some tokens are valid only with the same request parameters, or only for the same caller.
//!
//! If the service rejects a token, the first request fails with [`Error::Operation`](crate::Error::Operation):
//! `describe_sessions::an_error_is_one_line`. In this case, start the list again and leave out the items that were seen, or
//! start at a position that the application stored itself:
//! `reports::a_list_whose_token_expired_starts_again_and_leaves_out_what_was_seen`,
//! `reports::a_list_continues_at_the_fresh_token_of_the_service`.
//!
//! [`retry.rs`]: https://github.com/paginated-rs/paginated/blob/main/examples/retry.rs
