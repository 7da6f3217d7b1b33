//! The tables of `README.md`, which each bench writes where it ran.

use std::fmt::Write;
use std::process::Command;
use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Puts `text` between `<!-- section -->` and `<!-- /section -->`, and prints it.
pub fn put(section: &str, text: &str) {
    println!("{text}");
    let readme = fs::read_to_string(FILE).expect("the README");
    let (begin, end) = (format!("<!-- {section} -->\n"), format!("<!-- /{section} -->"));
    let (before, behind) = readme.split_once(&begin).expect("where the section begins");
    let (_, behind) = behind.split_once(&end).expect("where it ends");
    fs::write(FILE, format!("{before}{begin}\n{}\n\n{end}{behind}", text.trim_end())).expect("the README");
}

/// A table in Markdown: the first row is its head.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut table = String::new();
    for (number, row) in rows.iter().enumerate() {
        writeln!(table, "| {} |", row.join(" | ")).expect("a line");
        if number == 0 {
            writeln!(table, "|---|{}", "---:|".repeat(row.len() - 1)).expect("a line");
        }
    }
    table
}

/// The compiler that this bench is compiled by, as it calls itself.
pub fn compiler() -> String {
    let compiler = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(compiler).arg("--version").output().expect("a compiler");
    String::from_utf8_lossy(&output.stdout).split(" (").next().unwrap_or_default().to_owned()
}

/// The versions of these crates in `Cargo.lock`.
pub fn versions(crates: &[&str]) -> String {
    let lock = include_str!("../../Cargo.lock");
    let version = |name: &&str| {
        let (_, package) =
            lock.split_once(&format!("name = \"{name}\"\nversion = \"")).expect("a crate that is locked");
        format!("{name} {}", package.split('"').next().unwrap_or_default())
    };
    crates.iter().map(version).collect::<Vec<_>>().join(", ")
}
