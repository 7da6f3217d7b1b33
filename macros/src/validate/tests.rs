//! Names of keys.

use super::keys::names_an_end;

#[test]
fn a_flag_is_recognized_by_its_name_if_it_says_that_the_list_is_over() {
    let ends = ["done", "is_last", "is_last_page", "last_page", "list_complete", "end_of_stream", "is_end", "is_final"];
    for name in ends.into_iter().chain(["eof", "no_more", "no_more_items", "is_finish"]) {
        assert!(names_an_end(name), "{name}");
    }
    for name in ["has_more", "is_truncated", "incomplete_results", "next", "last_evaluated_key", "end_cursor", "more"] {
        assert!(!names_an_end(name), "{name}");
    }
}
