//! The mistakes and their errors, as they are recorded.

use std::fs;
use std::path::Path;

/// A program that is wrong, and what the compiler says of it.
pub struct Mistake {
    /// `topic/what_is_wrong`
    pub name: String,
    pub source: String,
    /// As cargo prints them: the same text at the same place is one error.
    pub errors: Vec<Diagnostic>,
}

/// One error, from its first line to its last note.
#[derive(PartialEq)]
pub struct Diagnostic(pub String);

impl Diagnostic {
    pub fn first_line(&self) -> &str {
        self.0.lines().next().unwrap_or_default()
    }

    /// The line and column where it stands, if that is in the user's file.
    pub fn place_in(&self, name: &str) -> Option<(usize, usize)> {
        let place = self.0.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let numbers = place.strip_prefix("ui/")?.strip_prefix(name)?.strip_prefix(".rs:")?;
        let (line, column) = numbers.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    }
}

impl Mistake {
    fn read(folder: &Path, name: String) -> Self {
        let read = |extension: &str| fs::read_to_string(folder.join(format!("{name}.{extension}"))).expect(&name);
        let mut errors = Vec::new();
        for diagnostic in diagnostics(&read("stderr")) {
            if diagnostic.0.starts_with("error") && !errors.contains(&diagnostic) {
                errors.push(diagnostic);
            }
        }
        Self { source: read("rs"), errors, name }
    }

    pub fn topic(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// What the reader should learn.
    pub fn lesson(&self) -> String {
        let comment = self.source.lines().map_while(|line| line.strip_prefix("//"));
        comment.map(str::trim).collect::<Vec<_>>().join(" ")
    }
}

/// What the compiler said, one by one.
fn diagnostics(text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::<Diagnostic>::new();
    for line in text.lines() {
        match found.last_mut() {
            Some(last) if !line.starts_with("error") && !line.starts_with("warning") => {
                last.0.push('\n');
                last.0.push_str(line);
            }
            _ => found.push(Diagnostic(line.to_owned())),
        }
    }
    found.iter_mut().for_each(|diagnostic| diagnostic.0.truncate(diagnostic.0.trim_end().len()));
    found
}

/// All mistakes, in order of their names.
pub fn mistakes() -> Vec<Mistake> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = entries.collect();
        names.sort();
        names
    };
    let mut found = Vec::new();
    for topic in names(&folder) {
        for file in names(&folder.join(&topic)) {
            if let Some(name) = file.strip_suffix(".rs") {
                found.push(Mistake::read(&folder, format!("{topic}/{name}")));
            }
        }
    }
    found
}
