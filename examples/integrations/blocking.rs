//! Lists sessions with the blocking HTTP client `ureq`. The paginator of a blocking method returns iterators.
//!
//! `cargo run -p paginated-integrations --example blocking` starts an `AppStream` service of its own.

use std::error::Error;

use paginated::{Page, paginated};
use paginated_examples::service::{Service, serve};
use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DescribeSessionsInput {
    stack_name: String,
    fleet_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
}

#[derive(Debug, Deserialize, Page)]
#[serde(rename_all = "PascalCase")]
struct DescribeSessionsOutput {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Session {
    id: String,
    user_id: String,
}

struct AppStream {
    agent: ureq::Agent,
    endpoint_url: String,
}

impl AppStream {
    /// Requests one page. The attribute adds `describe_sessions_paginator`, which requests all of them.
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    fn describe_sessions(&self, input: &DescribeSessionsInput) -> Result<DescribeSessionsOutput, ureq::Error> {
        let request = self.agent.post(&self.endpoint_url).content_type("application/x-amz-json-1.1");
        let mut response =
            request.header("x-amz-target", "PhotonAdminProxyService.DescribeSessions").send_json(input)?;
        response.body_mut().read_json()
    }
}

fn list(client: &AppStream) -> Result<(), Box<dyn Error>> {
    let input = DescribeSessionsInput {
        stack_name: "design".to_owned(),
        fleet_name: "graphics-pro".to_owned(),
        next_token: None,
        limit: None,
    };

    // The second page is requested when the items of the first one have been yielded.
    let mut sessions = client.describe_sessions_paginator(input.clone()).page_size(20).max_items(30).items();
    for session in &mut sessions {
        let Session { id, user_id } = session?;
        println!("{id} {user_id}");
    }

    // Collects the remaining sessions in one output.
    if let Some(token) = sessions.resume_token() {
        let rest = client.describe_sessions_paginator(input).page_size(50).starting_token(token).full_result()?;
        println!("and {} more", rest.output.sessions.len());
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    // The embedded service is async, so it runs on its own thread.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let server = runtime.block_on(serve(Service::with_sample_data(), "127.0.0.1:0"))?;
    list(&AppStream { agent: ureq::Agent::new_with_defaults(), endpoint_url: server.url() })
}
