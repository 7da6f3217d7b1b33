//! Zendesk, `GET /api/v2/incremental/tickets/cursor`: each page has an `after_cursor`, and `end_of_stream` marks the last one.

use paginated::{Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const TICKETS: usize = 10;
/// The real service returns 1000 tickets by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct ExportTickets {
    start_time: Option<u64>,
    cursor: Option<String>,
    per_page: Option<u16>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct TicketExport {
    tickets: Vec<Ticket>,
    after_cursor: Option<String>,
    end_of_stream: bool,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Ticket {
    id: u64,
}

#[derive(Default)]
struct Zendesk {
    service: Service,
}

impl Zendesk {
    /// Exports tickets.
    ///
    /// The `start_time` is for the first request only, and the `cursor` is for the others. `end_of_stream` is true on the last
    /// page, whose `after_cursor` is for the next export. A `per_page` above 1000 is refused.
    #[paginated(
        input_token = "cursor",
        output_token = "after_cursor",
        more_results = "!end_of_stream",
        first_page_only = ["start_time"],
        limit_key = "per_page",
        result_key = "tickets"
    )]
    async fn export_tickets(&self, request: ExportTickets) -> Result<TicketExport, ApiError> {
        self.service.receive().await?;
        let start = match (request.start_time, request.cursor.as_deref()) {
            (Some(332_034_600), None) => 0,
            (None, Some(cursor)) => match self.service.redeem(cursor) {
                Some(position) => position,
                None => return refuse("InvalidValue: cursor"),
            },
            _ => return refuse("InvalidValue: either start_time or cursor"),
        };
        let size = match request.per_page {
            None => DEFAULT_SIZE,
            Some(size @ 1..=1000) => usize::from(size),
            Some(_) => return refuse("InvalidValue: per_page"),
        };
        let range = page_range(start, size, TICKETS);
        let tickets: Vec<_> = range.clone().map(|id| json!({"id": id, "status": "open"})).collect();
        let after = self.service.issue(range.end);
        respond(json!({
            "tickets": tickets,
            "after_url": format!("https://example.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor={after}"),
            "after_cursor": after,
            "before_url": null,
            "before_cursor": null,
            "end_of_stream": range.end == TICKETS,
        }))
    }
}

#[tokio::test]
async fn tickets_are_listed_to_the_end_of_the_stream() {
    let zendesk = Zendesk::default();
    let tickets: Vec<_> = (0..TICKETS as u64).map(|id| Ticket { id }).collect();
    let request = || ExportTickets { start_time: Some(332_034_600), ..ExportTickets::default() };
    assert_lists!(zendesk.service, zendesk.export_tickets_paginator(request()), &tickets, requests: 3);
    // The last page is full.
    assert_lists!(zendesk.service, zendesk.export_tickets_paginator(request()).page_size(5), &tickets, requests: 2);
}

#[tokio::test]
async fn the_cursor_of_the_last_page_is_for_the_next_export() {
    let zendesk = Zendesk::default();
    let request = ExportTickets { start_time: Some(332_034_600), ..ExportTickets::default() };
    let full = zendesk.export_tickets_paginator(request).full_result().await.unwrap();
    assert!(full.resume_token.is_none());
    let request = ExportTickets { cursor: full.output.after_cursor, ..ExportTickets::default() };
    assert!(zendesk.export_tickets_paginator(request).items().next().await.is_none());
}
