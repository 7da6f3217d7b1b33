//! Compiles a program with code generation, which `cargo check` omits.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Asserts that the program does not compile, and that its errors are the recorded ones.
///
/// Only the first line of each error and the spans in the program are compared, because the other lines contain
/// internal types.
pub fn compile_fail(program: &str) {
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join(program).with_extension("stderr");
    let actual = summary(&errors(program), program);
    if env::var_os("TRYBUILD").is_some_and(|value| value == "overwrite") {
        fs::write(&recorded, &actual).unwrap();
    }
    assert_eq!(actual, fs::read_to_string(&recorded).unwrap());
}

/// Returns what rustc prints for the program.
fn errors(program: &str) -> String {
    let library = library();
    let dependencies = library.parent().unwrap().join("deps");
    let output = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into()))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["--edition=2024", "--emit=obj", "--color=never", program])
        .args(["--out-dir", env!("CARGO_TARGET_TMPDIR")])
        .args(["-L", &format!("dependency={}", dependencies.display())])
        .args(["--extern", &format!("paginated={}", library.display())])
        .output()
        .expect("rustc can be started");
    assert!(!output.status.success(), "{program} compiles");
    String::from_utf8(output.stderr).unwrap()
}

/// Returns the path of the compiled `paginated` crate.
fn library() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--package=paginated", "--lib", "--message-format=json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo can be started");
    let messages = String::from_utf8(output.stdout).unwrap();
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut files = artifacts
        .filter(|message| message["target"]["name"] == "paginated")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default());
    let library = files.find_map(|file| file.as_str().filter(|path| path.ends_with(".rlib")).map(PathBuf::from));
    library.unwrap_or_else(|| panic!("cargo does not build `paginated`: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Returns the first line of each error and the spans in the program.
fn summary(errors: &str, program: &str) -> String {
    let span = format!("--> {program}:");
    let lines = errors.lines().filter(|line| line.starts_with("error[") || line.contains(&span));
    lines.map(|line| format!("{line}\n")).collect()
}
