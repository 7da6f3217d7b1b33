//! Model Context Protocol, `tools/list`: only a missing `nextCursor` is the end.

use std::cell::Cell;

use paginated::{Error, Page, ResumeToken, paginated};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const TOOLS: usize = 9;
/// The sizes of the pages. The server decides them.
const SIZES: [usize; 3] = [3, 2, 4];

#[derive(Clone, Default)]
struct ListToolsParams {
    cursor: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct ListToolsResult {
    tools: Vec<Tool>,
    next_cursor: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Tool {
    name: String,
}

#[derive(Default)]
struct Session {
    service: Service,
    last_id: Cell<u64>,
}

impl Session {
    #[paginated(input_token = "cursor", output_token = "nextCursor", result_key = "tools", empty_token = "follow")]
    async fn list_tools(&self, params: ListToolsParams) -> Result<ListToolsResult, ApiError> {
        self.service.receive().await?;
        self.last_id.set(self.last_id.get() + 1);
        let params = params.cursor.map_or(json!({}), |cursor| json!({"cursor": cursor}));
        let request = json!({"jsonrpc": "2.0", "id": self.last_id.get(), "method": "tools/list", "params": params});
        let response = Self::respond(&request);
        assert_eq!(response["id"], self.last_id.get());
        match response.get("error") {
            Some(error) => refuse(error.to_string()),
            None => respond(response["result"].clone()),
        }
    }

    /// Returns the JSON-RPC response.
    ///
    /// Cursors are opaque, and only a missing `nextCursor` is the end of the list. An invalid cursor is the error -32602. The cursor
    /// of the second page is empty here.
    fn respond(request: &Value) -> Value {
        let (start, size, next) = match request["params"].get("cursor").map(Value::as_str) {
            None => (0, SIZES[0], Some("")),
            Some(Some("")) => (SIZES[0], SIZES[1], Some("eyJwYWdlIjogM30=")),
            Some(Some("eyJwYWdlIjogM30=")) => (SIZES[0] + SIZES[1], SIZES[2], None),
            _ => {
                let error = json!({"code": -32602, "message": "Invalid cursor"});
                return json!({"jsonrpc": "2.0", "id": request["id"], "error": error});
            }
        };
        let tools = page_range(start, size, TOOLS).map(|n| json!({"name": format!("tool-{n}"), "inputSchema": {}}));
        let mut result = json!({"tools": tools.collect::<Vec<_>>()});
        if let Some(next) = next {
            result["nextCursor"] = json!(next);
        }
        json!({"jsonrpc": "2.0", "id": request["id"], "result": result})
    }
}

fn tools() -> Vec<Tool> {
    (0..TOOLS).map(|n| Tool { name: format!("tool-{n}") }).collect()
}

#[tokio::test]
async fn an_empty_cursor_is_followed() {
    let session = Session::default();
    assert_lists!(session.service, session.list_tools_paginator(ListToolsParams::default()), tools(), requests: 3);
}

/// The cursor of the specification is base64 of JSON, as resume tokens are.
#[tokio::test]
async fn a_cursor_of_the_service_starts_a_list() {
    let session = Session::default();
    let token = ResumeToken::service("eyJwYWdlIjogM30=");
    let paginator = session.list_tools_paginator(ListToolsParams::default()).starting_token(token);
    assert_eq!(paginator.items().try_collect::<Vec<_>>().await.unwrap(), tools()[5..]);
}

#[tokio::test]
async fn an_invalid_cursor_is_refused() {
    let session = Session::default();
    let params = ListToolsParams { cursor: Some("opaque".to_owned()) };
    let error = session.list_tools_paginator(params).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
