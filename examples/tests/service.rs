//! Tests of the service over HTTP, with the AWS SDK (RPC v2 CBOR) and with raw requests like those of boto3 (JSON 1.1).

use std::io;

use aws_sdk_appstream::error::ProvideErrorMetadata;
use aws_sdk_appstream::operation::describe_sessions::DescribeSessionsError;
use aws_sdk_appstream::primitives::DateTime;
use aws_sdk_appstream::types::{
    AuthenticationType, ComputeCapacityStatus, InstanceDrainStatus, SessionConnectionState, SessionState,
};
use paginated_examples::sdk;
use paginated_examples::service::{Server, Service, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn start_service() -> Server {
    serve(Service::with_sample_data(), "127.0.0.1:0").await.expect("a free port")
}

struct HttpResponse {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl HttpResponse {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }
}

/// Sends a request on a new connection and reads the whole response.
async fn send_http(server: &Server, request: &str, headers: &str, body: &str) -> io::Result<HttpResponse> {
    let mut stream = TcpStream::connect(server.addr()).await?;
    let length = body.len();
    let text = format!(
        "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}"
    );
    stream.write_all(text.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let status = head[9..12].parse().expect("a status");
    Ok(HttpResponse { status, head, body: bytes.split_off(end) })
}

async fn send_json(server: &Server, operation: &str, body: Value) -> HttpResponse {
    let target =
        format!("content-type: application/x-amz-json-1.1\r\nx-amz-target: PhotonAdminProxyService.{operation}\r\n");
    send_http(server, "POST /", &target, &body.to_string()).await.expect("a response")
}

#[tokio::test]
async fn the_sdk_reads_every_member_of_a_session() {
    let server = start_service().await;
    let request = sdk::client(server.url()).describe_sessions().stack_name("design").fleet_name("graphics-pro");
    let page = request.limit(1).send().await.expect("a page");
    let expected = server.service().sessions("design", "graphics-pro").next().expect("a session");
    let session = &page.sessions()[0];
    let network = session.network_access_configuration().expect("a network");
    assert_eq!(session.user_id(), Some(expected.user_id.as_str()));
    assert_eq!(session.start_time().map(DateTime::secs), Some(expected.start_time.0));
    assert_eq!(network.eni_id(), Some(expected.network_access_configuration.eni_id.as_str()));
    let strings = [
        session.state().map(SessionState::as_str),
        session.connection_state().map(SessionConnectionState::as_str),
        session.authentication_type().map(AuthenticationType::as_str),
        session.instance_drain_status().map(InstanceDrainStatus::as_str),
    ];
    let expected = json!([
        expected.state,
        expected.connection_state,
        expected.authentication_type,
        expected.instance_drain_status
    ]);
    assert_eq!(json!(strings), expected);
}

#[tokio::test]
async fn the_sdk_reads_the_code_and_the_message_of_an_error() {
    let server = start_service().await;
    let request = sdk::client(server.url()).describe_sessions();
    let missing = request.clone().fleet_name("helpdesk").send().await.unwrap_err();
    let unknown = request.clone().stack_name("x").fleet_name("helpdesk").send().await.unwrap_err();
    let invalid = request.clone().stack_name("support").fleet_name("helpdesk").next_token("invalid").send();
    let invalid = invalid.await.unwrap_err();
    let errors = [&missing, &unknown, &invalid].map(|error| (error.code(), error.message()));
    assert_eq!(
        errors,
        [
            (Some("InvalidParameterException"), Some("StackName is required")),
            (Some("ResourceNotFoundException"), Some("Stack x does not exist")),
            (Some("InvalidParameterException"), Some("NextToken is not a token of this listing")),
        ]
    );
    assert_eq!(server.requests(), 3, "the SDK does not retry client errors");
}

#[tokio::test]
async fn the_sdk_reads_a_modeled_error() {
    let server = start_service().await;
    let request = sdk::client(server.url()).describe_sessions().stack_name("design").fleet_name("helpdesk");
    let error = request.send().await.unwrap_err().into_service_error();
    let DescribeSessionsError::InvalidParameterCombinationException(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.message(), Some("Fleet helpdesk is not associated with stack design"));
}

#[tokio::test]
async fn the_sdk_lists_stacks_and_fleets() {
    let server = start_service().await;
    let client = sdk::client(server.url());
    let stacks = client.describe_stacks().send().await.expect("stacks").stacks.unwrap_or_default();
    let names: Vec<&str> = stacks.iter().filter_map(|stack| stack.name()).collect();
    assert_eq!(names, ["design", "support", "training"]);
    let fleets = client.describe_fleets().names("helpdesk").send().await.expect("fleets").fleets.unwrap_or_default();
    assert_eq!(fleets[0].compute_capacity_status().and_then(ComputeCapacityStatus::desired), Some(10));
    let associated = client.list_associated_fleets().stack_name("design").send().await.expect("names");
    assert_eq!(associated.names(), ["graphics-pro", "graphics-standard"]);
}

#[tokio::test]
async fn json_requests_list_every_session() {
    let server = start_service().await;
    let expected: Vec<Value> =
        server.service().sessions("training", "classroom").map(|session| json!(session)).collect();
    let mut body = json!({ "StackName": "training", "FleetName": "classroom", "Limit": 50 });
    let mut sessions = Vec::new();
    loop {
        let response = send_json(&server, "DescribeSessions", body.clone()).await;
        assert_eq!(response.status, 200);
        assert!(response.head.contains("content-type: application/x-amz-json-1.1\r\n"), "{}", response.head);
        let mut page = response.json();
        sessions.extend(page["Sessions"].as_array().expect("sessions").iter().cloned());
        match page.get_mut("NextToken") {
            Some(token) => body["NextToken"] = token.take(),
            None => break,
        }
    }
    assert_eq!(sessions, expected);
    assert_eq!(server.requests(), 5);
}

#[tokio::test]
async fn json_errors_have_a_type_and_a_message() {
    let server = start_service().await;
    let unknown = send_json(&server, "DescribeSessions", json!({ "StackName": "x", "FleetName": "y" })).await;
    assert_eq!(unknown.status, 400);
    let shape = json!({ "__type": "ResourceNotFoundException", "Message": "Stack x does not exist" });
    assert_eq!(unknown.json(), shape);
    let wrong_type = send_json(&server, "DescribeSessions", json!({ "Limit": "many" })).await;
    assert_eq!((wrong_type.status, &wrong_type.json()["__type"]), (400, &json!("SerializationException")));
    let operation = send_json(&server, "CreateStack", json!({})).await;
    assert_eq!((operation.status, &operation.json()["__type"]), (404, &json!("UnknownOperationException")));
}

#[tokio::test]
async fn a_token_is_valid_in_both_protocols() {
    let server = start_service().await;
    let body = json!({ "StackName": "training", "FleetName": "classroom" });
    let first = send_json(&server, "DescribeSessions", body).await.json();
    let request = sdk::client(server.url()).describe_sessions().stack_name("training").fleet_name("classroom");
    let second = request.next_token(first["NextToken"].as_str().expect("a token")).send().await.expect("a page");
    let expected = server.service().sessions("training", "classroom").nth(20).map(|session| session.id);
    assert_eq!(second.sessions()[0].id, expected);
}

#[tokio::test]
async fn other_requests_are_rejected() {
    let server = start_service().await;
    let response = send_http(&server, "GET /index.html", "", "").await.expect("a response");
    assert_eq!(response.status, 404);
    assert_eq!(String::from_utf8_lossy(&response.body), "GET /index.html is not an AppStream request\n");
    let too_large = send_json(&server, "DescribeSessions", json!({ "StackName": "x".repeat(70_000) })).await;
    assert_eq!(too_large.json()["__type"], "SerializationException");
}

#[tokio::test]
async fn a_stopped_server_refuses_connections() {
    let server = start_service().await;
    let addr = server.addr();
    // The client keeps its connection open, which must not prevent the server from stopping.
    let client = sdk::client(server.url());
    client.describe_stacks().send().await.expect("stacks");
    server.stop().await;
    assert_eq!(TcpStream::connect(addr).await.unwrap_err().kind(), io::ErrorKind::ConnectionRefused);
}
