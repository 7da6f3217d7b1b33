//! What users read when they make a mistake.
//!
//! The texts are those of Rust 1.95; on other versions these tests are ignored, and the test run says so. Renew them by
//! `TRYBUILD=overwrite cargo test -p paginated-tests --test ui`, and read each one before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

#[rustversion::attr(not(stable(1.95)), ignore = "the errors are recorded with Rust 1.95")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
}

#[rustversion::attr(not(stable(1.95)), ignore = "the errors are recorded with Rust 1.95")]
#[test]
fn ui_built() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui-built/pass.rs");
    cases.compile_fail("ui-built/resume_token_of_an_opaque_token.rs");
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    files.chain(folders.iter().flat_map(|folder| self::files(folder, extension))).collect()
}

#[test]
fn each_recorded_error_has_its_mistake() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    for error in files(&folder, "stderr") {
        assert!(error.with_extension("rs").exists(), "{} has no mistake", error.display());
    }
    let mistakes = files(&folder, "rs");
    assert!(mistakes.len() >= 70, "{} mistakes", mistakes.len());
    for mistake in mistakes {
        assert!(mistake.with_extension("stderr").exists(), "{} has no error", mistake.display());
        assert!(fs::read_to_string(&mistake).unwrap().starts_with("//"), "{} teaches nothing", mistake.display());
    }
}

#[test]
fn no_first_line_names_what_is_hidden() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    for error in files(&folder, "stderr") {
        let text = fs::read_to_string(&error).unwrap();
        // Where `crate = …` names something else, there is nothing of ours to speak; and of a method that `Iterator` has, the
        // compiler speaks itself, and spells the type out here, where users read `Items<...>`.
        let not_ours = ["types/crate_is_elsewhere.stderr", "uses/stream_methods_not_imported.stderr"];
        if not_ours.iter().any(|name| error.ends_with(name)) {
            continue;
        }
        for line in text.lines().filter(|line| line.starts_with("error")) {
            assert!(!line.contains("__"), "{}: {line}", error.display());
        }
    }
}
