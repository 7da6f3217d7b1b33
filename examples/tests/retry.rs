//! Runs the example with retries, a rate limit, and timeouts.

#[path = "../retry.rs"]
#[allow(dead_code, reason = "`main` is not called")]
mod example;

use std::time::{Duration, Instant};

use example::RateLimitedClient;
use paginated_examples::process::{run, text};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use tokio::time::sleep;

#[test]
fn each_session_comes_once_and_in_order() {
    let output = run("retry", &[]);
    let log = text(&output.stderr);
    assert!(output.status.success(), "{log}");

    let service = Service::with_sample_data();
    let expected = service.sessions("training", "classroom").map(|session| session.id);
    assert!(text(&output.stdout).lines().eq(expected), "{}", text(&output.stdout));
    assert!(log.contains("retrying in ") && log.contains("still waiting"), "retries and timeouts occurred: {log}");
    let summary = log.lines().last().expect("a summary");
    let requests = summary.strip_prefix("240 sessions in 24 pages, ").and_then(|rest| rest.strip_suffix(" requests"));
    let requests: usize = requests.and_then(|requests| requests.parse().ok()).expect(summary);
    assert_eq!(requests, 24 + log.matches("retrying in ").count());
}

#[tokio::test]
async fn the_rate_is_limited_after_a_pause_too() {
    const PERIOD: Duration = Duration::from_millis(100);
    let server = serve(Service::with_sample_data(), "127.0.0.1:0").await.expect("a free port");
    let request = sdk::client(server.url()).describe_sessions().stack_name("training").fleet_name("classroom");
    let client = RateLimitedClient::new(PERIOD);
    sleep(PERIOD * 5).await;
    let start = Instant::now();
    for _ in 0..3 {
        client.describe_sessions(request.clone()).await.expect("a page");
    }
    assert!(start.elapsed() >= PERIOD * 2, "{:?}", start.elapsed());
}
