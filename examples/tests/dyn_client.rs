//! The example with a client behind `dyn`, as a process.

mod process;

use std::collections::BTreeMap;

use paginated_examples::service::Service;
use process::{run, text};

#[test]
fn it_lists_with_the_real_client_and_with_the_fake() {
    let output = run("dyn_client", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let mut users = BTreeMap::<_, u32>::new();
    Service::with_sample_data()
        .sessions("training", "classroom")
        .for_each(|it| *users.entry(it.user_id).or_default() += 1);
    let real = format!("AWS SDK: {} sessions of {} users, ", users.values().sum::<u32>(), users.len());
    let [first, second] = text(&output.stdout).lines().collect::<Vec<_>>()[..] else { panic!("two lines") };
    assert!(first.starts_with(&real), "{first}");
    assert_eq!(second, "fake: 7 sessions of 4 users, 3 of amina");
}
