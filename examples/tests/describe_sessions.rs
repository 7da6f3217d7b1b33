//! Runs the command-line example and checks its output and exit code.

use std::io::{BufRead, BufReader};
#[cfg(unix)]
use std::process::Child;
use std::process::{Command, Output, Stdio};

use paginated_examples::process::{self, text};
use paginated_examples::service::{MAX_LIMIT, Service};
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

/// Returns the ids in the sample data for the example's default stack and fleet.
fn sample_ids() -> Vec<String> {
    Service::with_sample_data().sessions("design", "graphics-pro").map(|session| session.id).collect()
}

/// Returns the printed resume token.
fn resume_token(output: &Output) -> Option<&str> {
    text(&output.stderr).lines().find_map(|line| line.strip_prefix("resume with: --starting-token "))
}

#[test]
fn every_session_is_printed_as_a_line_of_json() {
    let output = run(&[]);
    assert!(output.status.success());
    assert_eq!(ids(&output), sample_ids());
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_limited_listing_can_be_resumed() {
    let mut listed = Vec::new();
    let mut output = run(&["--max-items", "50", "--page-size", "30"]);
    let mut runs = 1;
    loop {
        listed.extend(ids(&output));
        let Some(token) = resume_token(&output) else { break };
        output = run(&["--max-items", "50", "--page-size", "30", "--starting-token", token]);
        runs += 1;
    }
    assert_eq!((listed.len(), runs), (137, 3));
    assert!(listed == sample_ids(), "a session is missing or duplicated");
}

#[test]
fn an_error_is_one_line() {
    let stderr = |args: &[&str]| {
        let output = run(args);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
        text(&output.stderr).to_owned()
    };
    let unknown = stderr(&["--stack", "x"]);
    assert_eq!(unknown, "error: DescribeSessions: ResourceNotFoundException: Stack x does not exist\n");
    let missing = stderr(&["--stack", ""]);
    assert_eq!(missing, "error: DescribeSessions: InvalidParameterException: StackName is required\n");
    let invalid = stderr(&["--starting-token", "invalid"]);
    assert_eq!(
        invalid,
        "error: DescribeSessions: InvalidParameterException: NextToken is not a token of this listing\n"
    );
    let unreachable = stderr(&["--endpoint-url", "http://127.0.0.1:1"]);
    assert!(unreachable.starts_with("error: DescribeSessions: ") && unreachable.lines().count() == 1, "{unreachable}");
}

#[test]
fn a_misspelled_option_is_reported_with_a_suggestion() {
    let output = run(&["--max-item", "3"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("'--max-items'"), "{}", text(&output.stderr));
}

#[test]
fn the_help_names_the_valid_page_sizes() {
    let output = run(&["--help"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains(&format!("from 1 to {MAX_LIMIT}")), "{}", text(&output.stdout));
    let output = run(&["--page-size", "51"]);
    assert_eq!(
        text(&output.stderr),
        "error: DescribeSessions: InvalidParameterException: Limit must be between 1 and 50, not 51\n"
    );
}

#[test]
fn the_sdk_retries_simulated_faults() {
    let output = run(&["--faults", "0.2", "--seed", "4"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    assert_eq!(ids(&output), sample_ids());
    let rejected = run(&["--faults", "5"]);
    assert_eq!(rejected.status.code(), Some(2));
    assert!(text(&rejected.stderr).contains("expected a number from 0 (none) to 1 (all)"));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let mut process =
        example(&["--page-size", "1"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example");
    let mut first = String::new();
    BufReader::new(process.stdout.take().expect("a piped stdout")).read_line(&mut first).expect("a line");
    let output = process.wait_with_output().expect("an exit status");
    assert!(output.status.success() && first.contains(&sample_ids()[0]));
    assert_eq!(text(&output.stderr), "");
}

/// A child process that is killed on drop, even if the test fails.
#[cfg(unix)]
struct ServerProcess(Child);

#[cfg(unix)]
impl Drop for ServerProcess {
    fn drop(&mut self) {
        // Fails if the process has already exited.
        let _ = self.0.kill();
    }
}

/// Sends the signal that Ctrl-C sends in a terminal.
#[cfg(unix)]
fn interrupt(process: &Child) {
    let status = Command::new("kill").args(["-INT", &process.id().to_string()]).status().expect("kill");
    assert!(status.success());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_listing_can_be_resumed() {
    let service = Service::new().with_sessions("big", "fleet", 100_000);
    let server = paginated_examples::service::serve(service, "127.0.0.1:0").await.expect("a free port");
    let url = server.url();
    let args = ["--endpoint-url", &url, "--stack", "big", "--fleet", "fleet", "--page-size", "1"];
    let mut process = example(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example");
    let mut stdout = BufReader::new(process.stdout.take().expect("a piped stdout"));
    stdout.read_line(&mut String::new()).expect("a line");
    interrupt(&process);
    let listed = 1 + stdout.lines().count();
    let output = process.wait_with_output().expect("an exit status");
    assert_eq!(output.status.code(), Some(130));
    assert!(listed < 100_000);

    let token = resume_token(&output).expect("a resume token");
    let resumed = run(&[&args[..], &["--max-items", "2", "--starting-token", token]].concat());
    let expected: Vec<String> =
        server.service().sessions("big", "fleet").map(|session| session.id).skip(listed).take(2).collect();
    assert_eq!(ids(&resumed), expected);
}

#[cfg(unix)]
#[test]
fn the_service_runs_until_it_is_interrupted() {
    let mut server = ServerProcess(example(&["--serve"]).stdout(Stdio::piped()).spawn().expect("the example"));
    let mut stdout = BufReader::new(server.0.stdout.take().expect("a piped stdout"));
    let mut url = String::new();
    stdout.read_line(&mut url).expect("a URL");
    let listed = run(&["--endpoint-url", url.trim_end(), "--max-items", "3"]);
    assert_eq!(ids(&listed), sample_ids()[..3]);

    interrupt(&server.0);
    assert!(server.0.wait().expect("an exit status").success());
    assert_eq!(stdout.lines().count(), 0, "only the URL is printed");
}
