//! Checks that the tests that the guide names exist, and the functions that `ARCHITECTURE.md` names.

use std::fs;
use std::path::{Path, PathBuf};

fn repository_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Appends the Rust files below `directory` to `files`.
fn find_rust_files(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find_rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Returns `true` if `source` defines a test called `name`.
fn has_test(source: &str, name: &str) -> bool {
    let lines: Vec<_> = source.lines().map(str::trim_start).collect();
    let is_definition = |line: &str| line.trim_start_matches("async ").starts_with(&format!("fn {name}("));
    lines.iter().position(|line| is_definition(line)).is_some_and(|at| {
        let attributes = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        attributes.into_iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

#[test]
fn each_test_named_in_the_guide_exists() {
    let mut files = Vec::new();
    for directory in ["tests/tests", "examples/tests", "examples/integrations/tests", "runtime/src"] {
        find_rust_files(&repository_root().join(directory), &mut files);
    }
    let guide = fs::read_to_string(repository_root().join("runtime/src/guide/guarantees.rs")).unwrap();
    // Tests are written as `file::test` or `folder::test`.
    let named: Vec<_> = guide.split('`').skip(1).step_by(2).filter_map(|code| code.split_once("::")).collect();
    let named: Vec<_> = named.into_iter().filter(|(file, _)| file.starts_with(|c: char| c.is_lowercase())).collect();
    assert!(named.len() > 30, "{named:?}");
    for (file, name) in named {
        let is_in_file = |path: &&PathBuf| {
            path.file_stem().is_some_and(|stem| stem == file)
                || path.parent().is_some_and(|parent| parent.ends_with(file))
        };
        let found = files.iter().filter(is_in_file).any(|path| has_test(&fs::read_to_string(path).unwrap(), name));
        assert!(found, "missing test `{file}::{name}`");
    }
}

/// Returns the last two names of each path in a text, such as `Cursor` and `trim` of `Cursor::trim`.
fn paths(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let code = text.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2));
    code.filter_map(|path| {
        let (owner, name) = path.rsplit_once("::")?;
        Some((owner.rsplit("::").next()?, name))
    })
}

/// Returns `true` if a line of `source` has a keyword followed by `name`.
fn declares(source: &str, keywords: &[&str], name: &str) -> bool {
    let is_word = |word: &str| word.split(|c: char| !c.is_alphanumeric() && c != '_').next() == Some(name);
    let is_declared =
        |line: &str| line.split_once(' ').is_some_and(|(word, rest)| keywords.contains(&word) && is_word(rest));
    source.lines().any(|line| line.match_indices(' ').any(|(at, _)| is_declared(&line[at + 1..])) || is_declared(line))
}

#[test]
fn each_function_named_in_the_architecture_exists() {
    let mut files = Vec::new();
    for directory in ["macros/src", "runtime/src"] {
        find_rust_files(&repository_root().join(directory), &mut files);
    }
    let sources: Vec<_> = files.into_iter().map(|path| (fs::read_to_string(&path).unwrap(), path)).collect();
    let text = fs::read_to_string(repository_root().join("ARCHITECTURE.md")).unwrap();
    let named: Vec<_> = paths(&text).collect();
    assert!(named.len() > 40, "{named:?}");
    for (owner, name) in named {
        let is_in_file = |(source, path): &&(String, PathBuf)| {
            let is_module = path.file_stem().is_some_and(|stem| stem == owner)
                || path.parent().is_some_and(|parent| parent.ends_with(owner));
            is_module
                || declares(source, &["struct", "enum", "trait"], owner)
                || source
                    .split("\nimpl")
                    .skip(1)
                    .any(|block| block.split('{').next().unwrap().contains(&format!("{owner}<")))
        };
        let is_variant = |source: &str| {
            name.starts_with(char::is_uppercase)
                && source.lines().any(|line| line.trim().starts_with(&format!("{name}(")))
        };
        let found = sources.iter().filter(is_in_file).any(|(source, _)| {
            declares(source, &["fn", "mod", "struct", "enum", "trait", "const"], name) || is_variant(source)
        });
        assert!(found, "`{owner}::{name}` does not exist");
    }
}
