//! The example with a blocking client, as a process.

mod process;

use paginated_examples::service::Service;
use process::{run, text};

#[test]
fn it_lists_by_an_iterator_and_the_rest_in_one_output() {
    let output = run("blocking", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let sessions = Service::with_sample_data();
    let first = sessions.sessions("design", "graphics-pro").take(30);
    let mut expected: Vec<_> = first.map(|session| format!("{} of {}", session.id, session.user_id)).collect();
    expected.push("and 107 more".to_owned());
    assert!(text(&output.stdout).lines().eq(expected), "{}", text(&output.stdout));
}
