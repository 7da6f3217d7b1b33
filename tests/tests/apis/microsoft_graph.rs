//! Microsoft Graph, `GET /users/{id}/messages`: `@odata.nextLink` is the URL of the next page.

use paginated::{Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const MESSAGES: usize = 9;
/// The real service returns 10 messages by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct ListMessages {
    filter: Option<&'static str>,
    top: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct MessageCollection {
    value: Vec<Message>,
    #[serde(rename = "@odata.nextLink")]
    next_link: Option<Link>,
}

/// A URL of the service.
#[derive(Clone, Debug, PartialEq, Deserialize, serde::Serialize)]
struct Link(String);

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Message {
    id: String,
}

#[derive(Default)]
struct Graph {
    service: Service,
}

impl Graph {
    #[paginated(next_link = "nextLink", next_method = messages_at, limit_key = "top", result_key = "value")]
    async fn messages(&self, user: u32, request: ListMessages) -> Result<MessageCollection, ApiError> {
        if request.filter != Some("isRead eq false") {
            return refuse("400: BadRequest");
        }
        self.send(user, request.top.map_or(DEFAULT_SIZE, |top| top as usize), 0).await
    }

    /// Requests a page by its URL.
    ///
    /// Clients must send the entire URL of `@odata.nextLink`, and must not use its `$skiptoken` in another request.
    async fn messages_at(&self, user: u32, link: Link) -> Result<MessageCollection, ApiError> {
        let prefix =
            format!("https://graph.microsoft.com/v1.0/users/{user}/messages?$filter=isRead%20eq%20false&$top=");
        let Some((top, skip_token)) = link.0.strip_prefix(&prefix).and_then(|rest| rest.split_once("&$skiptoken="))
        else {
            return refuse("400: the URL was not returned by the service");
        };
        let Some(start) = self.service.redeem(skip_token) else {
            return refuse("400: the $skiptoken is invalid");
        };
        self.send(user, top.parse().unwrap(), start).await
    }

    /// Lists messages.
    ///
    /// A `$top` outside of 1 to 1000 is refused. A page may be empty and have a link. The second page is empty here.
    async fn send(&self, user: u32, top: usize, start: usize) -> Result<MessageCollection, ApiError> {
        self.service.receive().await?;
        if !(1..=1000).contains(&top) {
            return refuse("400: The limit of '1000' for Top query has been exceeded.");
        }
        // A position past the end is the one after the empty page.
        let (start, is_empty) = if start > MESSAGES { (start - MESSAGES, true) } else { (start, false) };
        let range = page_range(start, if is_empty { 0 } else { top }, MESSAGES);
        let value: Vec<_> = range.clone().map(|n| json!({"id": format!("AAMk{n}"), "isRead": false})).collect();
        let mut page = json!({"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#messages", "value": value});
        let next = if start == 0 { range.end + MESSAGES } else { range.end };
        if range.end < MESSAGES {
            page["@odata.nextLink"] = json!(format!(
                "https://graph.microsoft.com/v1.0/users/{user}/messages?$filter=isRead%20eq%20false&$top={top}&$skiptoken={}",
                self.service.issue(next)
            ));
        }
        respond(page)
    }
}

fn request() -> ListMessages {
    ListMessages { filter: Some("isRead eq false"), top: None }
}

fn messages() -> Vec<Message> {
    (0..MESSAGES).map(|n| Message { id: format!("AAMk{n}") }).collect()
}

#[tokio::test]
async fn messages_are_listed_by_next_link_past_an_empty_page() {
    let graph = Graph::default();
    assert_lists!(graph.service, graph.messages_paginator(7, request()), messages(), requests: 4);
    assert_lists!(graph.service, graph.messages_paginator(7, request()).page_size(2), messages(), requests: 6);
}
