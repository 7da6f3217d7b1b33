//! The page of promises names the tests that hold them: each is there.

use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files of Rust below a directory.
fn sources(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Whether a test of this name stands in the text.
fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<_> = text.lines().map(str::trim_start).collect();
    let is = |line: &str| line.trim_start_matches("async ").starts_with(&format!("fn {name}("));
    lines.iter().position(|line| is(line)).is_some_and(|at| {
        let attributes = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        attributes.into_iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

#[test]
fn each_test_that_is_named_exists() {
    let mut files = Vec::new();
    for directory in ["tests/tests", "examples/tests", "runtime/src/resume/tests"] {
        sources(&repository().join(directory), &mut files);
    }
    let page = fs::read_to_string(repository().join("runtime/src/guide/promises.rs")).unwrap();
    // What stands between backticks and has the form of `file::test`.
    let named: Vec<_> = page.split('`').skip(1).step_by(2).filter_map(|code| code.split_once("::")).collect();
    let named: Vec<_> = named.into_iter().filter(|(file, _)| file.starts_with(|c: char| c.is_lowercase())).collect();
    assert!(named.len() > 30, "{named:?}");
    for (file, name) in named {
        let is_of = |path: &&PathBuf| {
            path.file_stem().is_some_and(|stem| stem == file)
                || path.parent().is_some_and(|parent| parent.ends_with(file))
        };
        let found = files.iter().filter(is_of).any(|path| has_test(&fs::read_to_string(path).unwrap(), name));
        assert!(found, "no test `{file}::{name}`");
    }
}
