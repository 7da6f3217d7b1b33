//! One module for each bug that was found, with what it did before.

use futures::stream::FusedStream;
use paginated::Error;
use paginated_tests::script::{Client, ListInput, flagged};

/// The error of a page without a token comes behind the last item that `max_items` allows; `size_hint` left it out.
mod size_hint_counts_the_error_behind_the_last_item {
    use super::*;

    #[tokio::test]
    async fn of_a_page_without_a_token() {
        let client = Client::new([flagged([1], None, Some(true))]);
        let mut items = client.list_flagged_paginator(ListInput::default()).max_items(1).items();
        assert_eq!(items.size_hint(), (0, Some(2)));
        assert_eq!(items.next().await, Some(Ok(1)));
        assert_eq!(items.size_hint(), (0, Some(1)));
        assert!(matches!(items.next().await, Some(Err(Error::MoreWithoutToken(_)))));
        assert_eq!(items.size_hint(), (0, Some(0)));
        assert_eq!(items.next().await, None);
    }
}

/// A stream that wants nothing said that it was over, and gave the error of its starting token all the same.
mod nothing_is_over_before_what_was_asked_for_is_read {
    use super::*;

    #[tokio::test]
    async fn a_starting_token_that_cannot_be_read() {
        // {"Marker": "x"}
        let other = "eyJNYXJrZXIiOiAieCJ9";
        let client = Client::new([]);
        let mut items = client.list_paginator(ListInput::default()).starting_token(other).max_items(0).items();
        assert!(!items.is_terminated());
        assert_eq!(items.size_hint(), (0, Some(1)));
        assert!(matches!(items.next().await, Some(Err(Error::StartingToken(_)))));
        assert!(items.is_terminated());
        assert_eq!(items.size_hint(), (0, Some(0)));
        assert_eq!(items.next().await, None);
    }

    #[tokio::test]
    async fn a_page_size_that_does_not_fit() {
        let client = Client::new([]);
        let mut pages = client.list_paginator(ListInput::default()).page_size(usize::MAX).max_items(0).pages();
        assert!(!pages.is_terminated());
        assert!(matches!(pages.next().await, Some(Err(Error::PageSize(_)))));
        assert!(pages.is_terminated());
    }
}
