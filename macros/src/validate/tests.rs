//! Names of keys.

use super::keys::{names_an_end, names_more_pages};

#[test]
fn a_flag_is_recognized_by_its_name_if_it_says_that_the_list_is_over() {
    let ends = ["done", "is_last", "is_last_page", "last_page", "list_complete", "end_of_stream", "is_end", "is_final"];
    for name in ends.into_iter().chain(["eof", "no_more", "no_more_items", "is_finish"]) {
        assert!(names_an_end(name), "{name}");
    }
    let ends = ["final_page", "reached_end", "at_end", "end_reached", "all_loaded", "last_batch", "ended", "islast"];
    for name in ends.into_iter().chain([
        "no_next_page",
        "no_more_pages",
        "nomore",
        "has_no_more",
        "has_no_next_page",
        "is_over",
    ]) {
        assert!(names_an_end(name), "{name}");
        assert!(!names_more_pages(name), "{name}");
    }
    for name in ["incomplete_results", "next", "last_evaluated_key", "end_cursor", "additional_data_pending"] {
        assert!(!names_an_end(name) && !names_more_pages(name), "{name}");
    }
}

#[test]
fn a_flag_is_recognized_by_its_name_if_it_says_that_there_are_more_pages() {
    let more = ["has_more", "truncated", "is_truncated", "has_next", "has_next_page", "more", "has_more_shards"];
    for name in more.into_iter().chain(["more_results", "more_available", "has_more_items"]) {
        assert!(names_more_pages(name), "{name}");
        assert!(!names_an_end(name), "{name}");
    }
    for name in ["has_previous_page", "has_next_link", "partial"] {
        assert!(!names_more_pages(name), "{name}");
    }
}
