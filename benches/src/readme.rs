//! Writes the results of the benches into `README.md`.

use std::fmt::Write;
use std::process::Command;
use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Prints `text` and writes it between `<!-- section -->` and `<!-- /section -->`.
///
/// # Panics
/// If the file does not contain the section or cannot be written.
pub fn replace_section(section: &str, text: &str) {
    println!("{text}");
    let readme = fs::read_to_string(FILE).expect("the README");
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- /{section} -->"));
    let (before, after) = readme.split_once(&begin).expect("the start of the section");
    let (_, after) = after.split_once(&end).expect("the end of the section");
    fs::write(FILE, format!("{before}{begin}\n{}\n\n{end}{after}", text.trim_end())).expect("the README");
}

/// Formats a Markdown table. The first row is the header.
pub fn format_table(rows: &[Vec<String>]) -> String {
    let mut table = String::new();
    for (number, row) in rows.iter().enumerate() {
        writeln!(table, "| {} |", row.join(" | ")).expect("writing to a string cannot fail");
        if number == 0 {
            writeln!(table, "|---|{}", "---:|".repeat(row.len() - 1)).expect("writing to a string cannot fail");
        }
    }
    table
}

/// Returns the name and version of the compiler.
pub fn compiler_version() -> String {
    let compiler = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(compiler).arg("--version").output().expect("the compiler runs");
    String::from_utf8_lossy(&output.stdout).split(" (").next().unwrap_or_default().to_owned()
}

/// Returns the versions of crates in `Cargo.lock`.
pub fn crate_versions(crates: &[&str]) -> String {
    let lock = include_str!("../../Cargo.lock");
    let version = |name: &&str| {
        let (_, package) =
            lock.split_once(&format!("name = \"{name}\"\nversion = \"")).expect("the crate is in the lock file");
        format!("{name} {}", package.split('"').next().unwrap_or_default())
    };
    crates.iter().map(version).collect::<Vec<_>>().join(", ")
}
