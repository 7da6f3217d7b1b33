//! Reads the programs in `ui` and their recorded errors.

use std::fs;
use std::path::{Path, PathBuf};

/// A compile-fail program.
pub struct Program {
    /// The path in `ui` without its extension: `topic/mistake`.
    pub name: String,
    pub source: String,
    /// The recorded errors that cargo prints: errors with the same text are printed once.
    pub errors: Vec<Diagnostic>,
}

impl Program {
    fn read(source: &Path) -> Self {
        let name = name(source);
        let recorded = fs::read_to_string(source.with_extension("stderr"));
        let recorded = recorded.unwrap_or_else(|_| panic!("{name} has no recorded errors"));
        let mut errors = Vec::new();
        for diagnostic in diagnostics(&recorded) {
            if diagnostic.0.starts_with("error") && !errors.contains(&diagnostic) {
                errors.push(diagnostic);
            }
        }
        Self { source: fs::read_to_string(source).unwrap(), errors, name }
    }

    /// Returns the code from the start of the error's primary span to the end of that line, or `None` if the span is in
    /// another file.
    pub fn marked_by(&self, error: &Diagnostic) -> Option<&str> {
        let span = error.0.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let position = span.strip_prefix(&format!("ui/{}.rs:", self.name))?;
        let (line, column) = position.split_once(':')?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        self.source.lines().nth(line - 1)?.get(column - 1..)
    }
}

/// An error or a warning, from its first line to its last note.
#[derive(PartialEq)]
pub struct Diagnostic(String);

impl Diagnostic {
    pub fn first_line(&self) -> &str {
        self.lines().next().unwrap_or_default()
    }

    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

/// Splits the output of rustc into diagnostics.
fn diagnostics(output: &str) -> Vec<Diagnostic> {
    let mut found = Vec::<String>::new();
    for line in output.lines() {
        match found.last_mut() {
            Some(last) if !line.starts_with("error") && !line.starts_with("warning") => {
                last.push('\n');
                last.push_str(line);
            }
            _ => found.push(line.to_owned()),
        }
    }
    found.into_iter().map(|diagnostic| Diagnostic(diagnostic.trim_end().to_owned())).collect()
}

/// Returns all programs, sorted by name.
pub fn programs() -> Vec<Program> {
    files("rs").iter().map(|source| Program::read(source)).collect()
}

/// Returns the names of the traits that are declared `pub` in the runtime, in private modules too: rustc may propose each of them.
pub fn public_traits() -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src")];
    let mut traits = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(path).unwrap();
            let declared = source.lines().filter_map(|line| line.strip_prefix("pub trait "));
            let name =
                |rest: &str| rest.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default().to_owned();
            traits.extend(declared.map(name));
        }
    }
    traits
}

/// Returns the names of recorded errors whose program does not exist.
pub fn recorded_without_program() -> Vec<String> {
    let recorded = files("stderr").into_iter().filter(|path| !path.with_extension("rs").exists());
    recorded.map(|path| name(&path)).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}

fn name(file: &Path) -> String {
    let name = file.strip_prefix(folder()).unwrap().with_extension("");
    name.to_str().unwrap().replace('\\', "/")
}

/// Returns the files in `ui/*` with this extension, sorted.
fn files(extension: &str) -> Vec<PathBuf> {
    let entries = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let topics = entries(folder()).filter(|path| path.is_dir());
    let mut files: Vec<_> =
        topics.flat_map(entries).filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    files.sort();
    files
}
