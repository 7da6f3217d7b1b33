//! More reports of lists with cursors that repeat.

use std::cell::{Cell, RefCell};

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;

/// A server that keeps the place returns the same cursor on each page, and none on the last one. The client took the second for
/// the end: modelcontextprotocol/typescript-sdk#2735.
mod constant_cursors {
    use super::*;

    #[derive(Clone, Default)]
    struct ListTools {
        cursor: Option<String>,
    }

    #[derive(Page)]
    struct Tools {
        tools: Vec<u32>,
        next_cursor: Option<String>,
    }

    struct Session {
        cursor: &'static str,
        pages: Cell<u32>,
    }

    impl Session {
        fn send(&self, request: &ListTools) -> Tools {
            let page = self.pages.replace(self.pages.get() + 1);
            assert_eq!(request.cursor.as_deref(), (page > 0).then_some(self.cursor));
            Tools { tools: vec![2 * page, 2 * page + 1], next_cursor: (page < 3).then(|| self.cursor.to_owned()) }
        }

        #[paginated(
            input_token = "cursor",
            output_token = "nextCursor",
            carried_token = "cursor",
            more_results = "nextCursor",
            empty_token = "follow",
            result_key = "tools"
        )]
        async fn list_tools(&self, request: ListTools) -> Result<Tools, u8> {
            Ok(self.send(&request))
        }

        #[paginated(input_token = "cursor", output_token = "nextCursor", result_key = "tools")]
        async fn list_tools_by_cursor(&self, request: ListTools) -> Result<Tools, u8> {
            Ok(self.send(&request))
        }
    }

    #[tokio::test]
    async fn a_cursor_that_repeats_is_a_handle_and_its_absence_is_the_end() {
        for cursor in ["handle", ""] {
            let session = Session { cursor, pages: Cell::new(0) };
            let tools = session.list_tools_paginator(ListTools::default()).items();
            assert_eq!(read_all(tools).await, ((0..8).collect(), None), "cursor {cursor:?}");
            assert_eq!(session.pages.get(), 4);
        }
    }

    #[tokio::test]
    async fn without_the_option_it_is_an_error_and_not_the_end() {
        let session = Session { cursor: "handle", pages: Cell::new(0) };
        let (tools, error) = read_all(session.list_tools_by_cursor_paginator(ListTools::default()).items()).await;
        assert_eq!(tools, [0, 1, 2, 3]);
        assert!(matches!(error, Some(Error::RepeatedToken { .. })), "{error:?}");
    }
}

/// The cursor of a page is its own, or that of an earlier page, so the end never comes: nautilus_trader PR 5019, gestalt PR 2057,
/// Rettiwt-API#445.
mod cursors_without_progress {
    use super::*;

    #[derive(Clone, Default)]
    struct OrderHistory {
        cursor: Option<u32>,
    }

    #[derive(Page)]
    struct Orders {
        list: Vec<u32>,
        next_page_cursor: Option<u32>,
    }

    /// A service whose page `last` has the cursor of the page `back_to`.
    struct Client {
        last: u32,
        back_to: u32,
        requests: RefCell<Vec<u32>>,
    }

    impl Client {
        fn new(last: u32, back_to: u32) -> Self {
            Self { last, back_to, requests: RefCell::default() }
        }

        fn send(&self, request: &OrderHistory) -> Orders {
            let page = request.cursor.unwrap_or(1);
            self.requests.borrow_mut().push(page);
            let next = if page == self.last { self.back_to } else { page + 1 };
            Orders { list: vec![page], next_page_cursor: Some(next) }
        }

        #[paginated(input_token = "cursor", output_token = "nextPageCursor", result_key = "list")]
        async fn history(&self, request: OrderHistory) -> Result<Orders, u8> {
            Ok(self.send(&request))
        }

        #[paginated(
            input_token = "cursor",
            output_token = "nextPageCursor",
            result_key = "list",
            end_on = "repeated_token"
        )]
        async fn history_until_repeated(&self, request: OrderHistory) -> Result<Orders, u8> {
            Ok(self.send(&request))
        }
    }

    #[tokio::test]
    async fn a_page_with_its_own_cursor_is_an_error_after_its_items() {
        for last in 2..=6 {
            let client = Client::new(last, last);
            let (orders, error) = read_all(client.history_paginator(OrderHistory::default()).items()).await;
            assert_eq!(orders, (1..=last).collect::<Vec<_>>());
            assert!(matches!(error, Some(Error::RepeatedToken { .. })), "{error:?}");

            let client = Client::new(last, last);
            let orders = client.history_until_repeated_paginator(OrderHistory::default()).items();
            assert_eq!(read_all(orders).await, ((1..=last).collect(), None));
            assert_eq!(client.requests.take(), (1..=last).collect::<Vec<_>>());
        }
    }

    #[tokio::test]
    async fn a_page_with_the_cursor_of_an_earlier_page_is_an_error() {
        for last in 2..=20 {
            for back_to in 1..last {
                let client = Client::new(last, back_to);
                let (_, error) = read_all(client.history_paginator(OrderHistory::default()).items()).await;
                assert!(matches!(error, Some(Error::TokenCycle { .. })), "{error:?}");
                assert!(client.requests.borrow().len() <= 4 * last as usize, "from {last} to {back_to}");
            }
        }
    }
}
