//! The example as a process: what it prints where, and how it ends.

mod process;

use std::io::{BufRead, BufReader};
#[cfg(unix)]
use std::process::Child;
use std::process::{Command, Output, Stdio};

use paginated_examples::service::Service;
use process::text;
use serde_json::Value;

fn example(args: &[&str]) -> Command {
    process::example("describe_sessions", args)
}

fn run(args: &[&str]) -> Output {
    process::run("describe_sessions", args)
}

fn ids(output: &Output) -> Vec<String> {
    let id =
        |line: &str| serde_json::from_str::<Value>(line).expect("a line of JSON")["Id"].as_str().map(str::to_owned);
    text(&output.stdout).lines().map(|line| id(line).expect("an id")).collect()
}

/// The ids that the sample data has for the example's default stack and fleet.
fn sample() -> Vec<String> {
    Service::with_sample_data().sessions("design", "graphics-pro").map(|session| session.id).collect()
}

/// The token of the line that tells how to go on.
fn more(output: &Output) -> Option<&str> {
    text(&output.stderr).lines().find_map(|line| line.strip_prefix("more: --starting-token "))
}

#[test]
fn it_lists_every_session_as_a_line_of_json() {
    let output = run(&[]);
    assert!(output.status.success());
    assert_eq!(ids(&output), sample());
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_listing_that_was_cut_goes_on_where_it_ended() {
    let mut listed = Vec::new();
    let mut output = run(&["--max-items", "50", "--page-size", "30"]);
    let mut runs = 1;
    loop {
        listed.extend(ids(&output));
        let Some(token) = more(&output) else { break };
        output = run(&["--max-items", "50", "--page-size", "30", "--starting-token", token]);
        runs += 1;
    }
    assert_eq!((listed.len(), runs), (137, 3));
    assert!(listed == sample(), "a session was lost, or came twice");
}

#[test]
fn an_error_is_one_line() {
    let told = |args: &[&str]| {
        let output = run(args);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
        text(&output.stderr).to_owned()
    };
    let unknown = told(&["--stack", "x"]);
    assert_eq!(unknown, "error: DescribeSessions: ResourceNotFoundException: Stack x does not exist\n");
    let missing = told(&["--stack", ""]);
    assert_eq!(missing, "error: DescribeSessions: InvalidParameterException: StackName is required\n");
    let guessed = told(&["--starting-token", "guessed"]);
    assert_eq!(
        guessed,
        "error: DescribeSessions: InvalidParameterException: NextToken is not a token of this listing\n"
    );
    let nobody = told(&["--endpoint-url", "http://127.0.0.1:1"]);
    assert!(nobody.starts_with("error: DescribeSessions: ") && nobody.lines().count() == 1, "{nobody}");
}

#[test]
fn faults_do_not_hurt_where_the_sdk_retries() {
    let output = run(&["--faults", "0.2", "--seed", "4"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    assert_eq!(ids(&output), sample());
    let refused = run(&["--faults", "5"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("expected a number from 0 (none) to 1 (all)"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut process =
        example(&["--page-size", "1"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example");
    let mut first = String::new();
    BufReader::new(process.stdout.take().expect("its stdout")).read_line(&mut first).expect("a line");
    let output = process.wait_with_output().expect("its end");
    assert!(output.status.success() && first.contains(&sample()[0]));
    assert_eq!(text(&output.stderr), "");
}

/// Ends with the test, also where that fails.
#[cfg(unix)]
struct Serving(Child);

#[cfg(unix)]
impl Drop for Serving {
    fn drop(&mut self) {
        // Fails where it has ended already.
        let _ = self.0.kill();
    }
}

#[cfg(unix)]
#[test]
fn it_serves_until_it_is_interrupted() {
    let mut serving = Serving(example(&["--serve"]).stdout(Stdio::piped()).spawn().expect("the example"));
    let mut stdout = BufReader::new(serving.0.stdout.take().expect("its stdout"));
    let mut url = String::new();
    stdout.read_line(&mut url).expect("its address");
    let listed = run(&["--endpoint-url", url.trim_end(), "--max-items", "3"]);
    assert_eq!(ids(&listed), sample()[..3]);

    let interrupted = Command::new("kill").args(["-INT", &serving.0.id().to_string()]).status().expect("kill");
    assert!(interrupted.success() && serving.0.wait().expect("its end").success());
    assert_eq!(stdout.lines().count(), 0, "nothing but the address");
}
