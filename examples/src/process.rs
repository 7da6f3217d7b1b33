//! Runs examples as child processes, for their tests.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Returns a command that runs an example of the package under test.
///
/// `cargo test` builds the examples next to the tests. It does not build them with `--test`, or with a filter before `--`.
///
/// # Panics
/// If the current executable is not in Cargo's target directory.
pub fn example(name: &str, args: &[&str]) -> Command {
    let test = env::current_exe().expect("the path of the test executable is known");
    let profile_dir = test.ancestors().nth(2).expect("Cargo runs tests from `<profile>/deps`");
    let example: PathBuf = profile_dir.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let mut command = Command::new(example);
    command.args(args);
    command
}

/// Runs an example to its end and returns its output.
///
/// # Panics
/// If the example has not been built.
pub fn run(name: &str, args: &[&str]) -> Output {
    example(name, args).output().expect("`cargo test` has built the example")
}

/// Returns output as text.
///
/// # Panics
/// If it is not valid UTF-8.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("examples print UTF-8")
}
