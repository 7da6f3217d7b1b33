//! Runs the example with a blocking client.

use paginated_examples::process::{run, text};
use paginated_examples::service::Service;

#[test]
fn an_iterator_yields_the_first_items_and_the_full_result_the_rest() {
    let output = run("blocking", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let sessions = Service::with_sample_data();
    let first = sessions.sessions("design", "graphics-pro").take(30);
    let mut expected: Vec<_> = first.map(|session| format!("{} {}", session.id, session.user_id)).collect();
    expected.push("and 107 more".to_owned());
    assert!(text(&output.stdout).lines().eq(expected), "{}", text(&output.stdout));
}
