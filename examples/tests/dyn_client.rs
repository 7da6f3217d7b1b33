//! Runs the example with a client behind `dyn`.

use std::collections::BTreeMap;

use paginated_examples::process::{run, text};
use paginated_examples::service::Service;

#[test]
fn the_sdk_client_and_the_fake_client_list_sessions() {
    let output = run("dyn_client", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let mut users = BTreeMap::<_, u32>::new();
    Service::with_sample_data()
        .sessions("training", "classroom")
        .for_each(|session| *users.entry(session.user_id).or_default() += 1);
    let expected = format!("AWS SDK: {} sessions of {} users, ", users.values().sum::<u32>(), users.len());
    let [first, second] = text(&output.stdout).lines().collect::<Vec<_>>()[..] else { panic!("expected two lines") };
    assert!(first.starts_with(&expected), "{first}");
    assert_eq!(second, "fake: 7 sessions of 4 users, most by amina: 3");
}
