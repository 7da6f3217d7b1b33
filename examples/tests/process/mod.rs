//! An example as a process.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The example lies beside the directory of the tests; `cargo test` builds both.
pub(crate) fn example(name: &str, args: &[&str]) -> Command {
    let tests = env::current_exe().expect("the path of this test");
    let built: PathBuf = tests.ancestors().nth(2).expect("the build directory").join("examples");
    let mut command = Command::new(built.join(format!("{name}{}", env::consts::EXE_SUFFIX)));
    command.args(args);
    command
}

pub(crate) fn run(name: &str, args: &[&str]) -> Output {
    example(name, args).output().expect("the example, which `cargo test` builds and `cargo test --test` does not")
}

pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}
