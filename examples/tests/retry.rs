//! Runs the example with retries, a rate limit, and timeouts.

use paginated_examples::process::{run, text};
use paginated_examples::service::Service;

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
