//! `docs/mistakes.md`, from the recorded mistakes.

use std::fmt::Write;

use super::recorded::Mistake;

/// The topics, in the order in which a reader meets them.
const TOPICS: [(&str, &str); 8] = [
    ("options", "The attribute's options"),
    ("syntax", "How a key is written"),
    ("placement", "Where the attribute stands"),
    ("signature", "The method under it"),
    ("types", "The types behind the keys"),
    ("page", "`#[derive(Page)]`"),
    ("uses", "Using the paginator"),
    ("echo", "What others are told of a mistake"),
];

const BEGINNING: &str = "\
# Mistakes, and what the compiler says

Each of these is a program in `tests/ui`, beside the error that Rust 1.95 gives for it. This page is written by a test; see
CONTRIBUTING.
";

pub fn page(mistakes: &[Mistake]) -> String {
    let mut page = BEGINNING.to_owned();
    let mut shown = 0;
    for (topic, title) in TOPICS {
        writeln!(page, "\n## {title}").unwrap();
        for mistake in mistakes.iter().filter(|mistake| mistake.topic() == topic) {
            section(&mut page, mistake);
            shown += 1;
        }
    }
    assert_eq!(shown, mistakes.len(), "a topic has no title");
    page
}

fn section(page: &mut String, mistake: &Mistake) {
    let Mistake { name, errors, .. } = mistake;
    writeln!(page, "\n### {}\n", mistake.lesson()).unwrap();
    writeln!(page, "[`{name}`](../tests/ui/{name}.rs)\n").unwrap();
    for part in wrong_parts(mistake) {
        writeln!(page, "```rust,ignore\n{part}\n```\n").unwrap();
    }
    let errors: Vec<_> = errors.iter().map(|error| error.0.as_str()).collect();
    writeln!(page, "```text\n{}\n```", errors.join("\n\n")).unwrap();
}

/// The items in which the errors stand.
fn wrong_parts(mistake: &Mistake) -> Vec<&str> {
    let places = mistake.errors.iter().filter_map(|error| error.place_in(&mistake.name));
    let mut lines: Vec<usize> = places.map(|(line, _)| line).collect();
    lines.sort_unstable();
    let mut parts: Vec<_> = lines.iter().filter_map(|line| part(&mistake.source, *line)).collect();
    parts.dedup();
    parts
}

/// The lines around the one of this number, up to those that are empty.
fn part(source: &str, line: usize) -> Option<&str> {
    let mut before = 0;
    source
        .split("\n\n")
        .find(|part| {
            let first = before + 1;
            before += part.lines().count() + 1;
            (first..before).contains(&line)
        })
        .map(|part| part.trim_matches('\n'))
}
