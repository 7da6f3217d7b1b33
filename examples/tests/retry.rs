//! The recipe as a process: nothing is lost, whatever the service does.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use paginated_examples::service::Service;

#[test]
fn each_session_comes_once_and_in_order() {
    let tests = env::current_exe().expect("the path of this test");
    let built: PathBuf = tests.ancestors().nth(2).expect("the build directory").join("examples");
    let output = Command::new(built.join(format!("retry{}", env::consts::EXE_SUFFIX)))
        .output()
        .expect("the example, which `cargo test` builds and `cargo test --test` does not");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.success(), "{told}");

    let listed: Vec<_> = str::from_utf8(&output.stdout).expect("UTF-8").lines().map(str::to_owned).collect();
    let service = Service::with_sample_data();
    let expected: Vec<_> = service.sessions("training", "classroom").map(|session| session.id).collect();
    assert_eq!(listed, expected);
    assert!(told.contains("again in ") && told.contains("waiting on"), "both were tried: {told}");
    let last = told.lines().last().expect("the counts");
    let requests = last.strip_prefix("240 sessions in 24 pages, ").and_then(|last| last.strip_suffix(" requests"));
    let requests: usize = requests.and_then(|requests| requests.parse().ok()).expect(last);
    assert_eq!(requests, 24 + told.matches("again in ").count());
}
