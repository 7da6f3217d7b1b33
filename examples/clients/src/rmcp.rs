//! `rmcp`: the Model Context Protocol, with a cursor.
//!
//! # What to watch for
//!
//! - An empty cursor is a cursor, so `empty_token = "follow"` is needed.
//! - The protocol has no page size.
//! - If a server returns the same cursor twice, the list ends with `Error::RepeatedToken`. `Peer::list_all_tools` requests
//!   pages forever.

use paginated::paginated;
use rmcp::model::{ListToolsResult, PaginatedRequestParams, Tool};
use rmcp::{Peer, RoleClient, ServiceError};

/// Requests one page.
#[paginated(
    input_token = "cursor",
    output_token = "nextCursor",
    empty_token = "follow",
    result_key = "tools",
    item = Tool,
)]
pub async fn list_tools(
    client: &Peer<RoleClient>,
    params: Option<PaginatedRequestParams>,
) -> Result<ListToolsResult, ServiceError> {
    client.list_tools(params).await
}

#[cfg(test)]
mod tests {
    use rmcp::ServiceExt;
    use serde_json::{Value, json};
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream};

    use super::*;
    use crate::service::{LEN, page};

    /// A server that speaks JSON-RPC, one message per line.
    async fn serve(stream: DuplexStream) {
        let (reader, mut writer) = tokio::io::split(stream);
        let mut lines = BufReader::new(reader).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            let request: Value = serde_json::from_str(&line).unwrap();
            let params = &request["params"];
            let result = match request["method"].as_str().unwrap() {
                "initialize" => json!({
                    "protocolVersion": params["protocolVersion"], "capabilities": { "tools": {} },
                    "serverInfo": { "name": "fake", "version": "1" },
                }),
                "tools/list" => list(params["cursor"].as_str()),
                _ => continue,
            };
            let response = json!({ "jsonrpc": "2.0", "id": request["id"], "result": result });
            writer.write_all(format!("{response}\n").as_bytes()).await.unwrap();
        }
    }

    /// The cursor of the second page is an empty string.
    fn list(cursor: Option<&str>) -> Value {
        let start = match cursor {
            None => 0,
            Some("") => 3,
            Some(cursor) => cursor.parse().unwrap(),
        };
        let (ids, next) = page(start, 3);
        let tools: Value = ids.map(|id| json!({ "name": format!("tool-{id}"), "inputSchema": {} })).collect();
        match next {
            Some(3) => json!({ "tools": tools, "nextCursor": "" }),
            Some(next) => json!({ "tools": tools, "nextCursor": next.to_string() }),
            None => json!({ "tools": tools }),
        }
    }

    #[tokio::test]
    async fn an_empty_cursor_is_not_the_end() {
        let (client, server) = tokio::io::duplex(4096);
        tokio::spawn(serve(server));
        let client = ().serve(client).await.unwrap();
        let tools: Vec<Tool> = list_tools_paginator(&client, None).items().try_collect().await.unwrap();
        assert!(tools.into_iter().map(|tool| tool.name).eq((0..LEN).map(|id| format!("tool-{id}"))));
    }
}
