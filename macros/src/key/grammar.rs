//! The text of a key in quotes -> its names and indexes, or what is wrong with it.
//!
//! ```text
//! expr := path ("||" path)*
//! path := step ("." step)*
//! step := name ("[" integer "]")?
//! ```

use super::Index;

/// A wire name and an index, as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawStep<'a> {
    pub(super) name: &'a str,
    pub(super) index: Option<Index>,
}

/// What is wrong with a key, and what to write instead: an error's text.
type Message = String;
type Parsed<T> = Result<T, Message>;

/// Reads a key; in what it gives neither the alternatives nor the steps of one are ever empty.
pub(super) fn parse(text: &str) -> Parsed<Vec<Vec<RawStep<'_>>>> {
    if text.trim().is_empty() {
        return Err("a key cannot be empty: write a wire name such as `NextToken`".to_owned());
    }
    let pieces: Vec<_> = text.split("||").collect();
    let last = pieces.len() - 1;
    let paths = pieces.iter().enumerate().map(|(at, piece)| {
        // Spaces stand around `||` and nowhere else, so not at the ends of the key.
        let piece = if at > 0 { piece.trim_start_matches(' ') } else { piece };
        let piece = if at < last { piece.trim_end_matches(' ') } else { piece };
        if piece.is_empty() {
            return Err(missing_alternative(text, at, last));
        }
        parse_path(piece)
    });
    paths.collect()
}

fn parse_path(path: &str) -> Parsed<Vec<RawStep<'_>>> {
    if path.starts_with("self.") {
        return Err(looks_like_rust(path));
    }
    let mut steps = Vec::new();
    let mut rest = path;
    loop {
        let (step, after) = parse_step(rest, path)?;
        steps.push(step);
        match after.strip_prefix('.') {
            Some(next) => rest = next,
            None if after.is_empty() => return Ok(steps),
            None => return Err(after_index(after, path)),
        }
    }
}

/// Reads the step that `rest`, a part of `path`, begins with. What is left may be anything after an index.
fn parse_step<'a>(rest: &'a str, path: &str) -> Parsed<(RawStep<'a>, &'a str)> {
    let (name, rest) = split_where(rest, |c| !is_name_char(c));
    match rest.chars().next() {
        None | Some('.' | '[') if name.is_empty() => return Err(missing_name(rest, path)),
        None | Some('.' | '[') => check_start(name, path)?,
        Some(c) => return Err(bad_char(c, path)),
    }
    let Some(inside) = rest.strip_prefix('[') else {
        return Ok((RawStep { name, index: None }, rest));
    };
    let Some((digits, rest)) = inside.split_once(']') else {
        return Err(format!("{} has a `[` without its `]`: write `{name}[-1]` or `{name}[0]`", quoted(path)));
    };
    let index = Some(parse_index(digits)?);
    Ok((RawStep { name, index }, rest))
}

fn parse_index(text: &str) -> Parsed<Index> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let shown = quoted(&format!("[{text}]"));
    if text == "-1" {
        return Ok(Index::Last);
    }
    if is_number(text) {
        return text.parse().map(Index::At).map_err(|_| format!("{shown} is too large for an index"));
    }
    if text.strip_prefix('-').is_some_and(is_number) {
        return Err(format!("{shown} is no index: only the last element is counted from the end, `[-1]`"));
    }
    Err(format!("{shown} is no index: write `[-1]` for the last element, `[0]` for the first"))
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

fn split_where(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}

/// A part of the key in an error: in backticks, with nothing in it that a terminal would act on.
fn quoted(part: &str) -> String {
    format!("`{}`", part.escape_debug())
}

fn missing_alternative(text: &str, at: usize, last: usize) -> Message {
    let place = match at {
        0 => "before",
        _ if at == last => "after",
        _ => "between two",
    };
    format!("there is nothing {place} `||` in {}: write a wire name there, or leave the `||` out", quoted(text))
}

fn missing_name(rest: &str, path: &str) -> Message {
    // `rest` begins where the name should be.
    let before = &path[..path.len() - rest.len()];
    let place = match rest.chars().next() {
        Some('[') => "before `[`",
        _ if before.is_empty() => "before `.`",
        None => "after `.`",
        _ => "between two dots",
    };
    format!("a name is missing {place} in {}: write a wire name there, as in `Contents[-1].Key`", quoted(path))
}

fn check_start(name: &str, path: &str) -> Parsed<()> {
    let first = &name[..1];
    if first.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return Ok(());
    }
    if name != path && name.bytes().all(|b| b.is_ascii_digit()) {
        return Err(format!(
            "`{name}` in {} is no wire name: write `[{name}]` for an element of a list; a Rust field path such as `page.0` is written without quotes",
            quoted(path)
        ));
    }
    Err(format!("`{name}` begins with `{first}`: a wire name begins with a letter or `_`, as in `NextToken`"))
}

fn after_index(after: &str, path: &str) -> Message {
    if let Some(c) = after.chars().next()
        && !(is_name_char(c) || matches!(c, '[' | ']'))
    {
        return bad_char(c, path);
    }
    format!(
        "{} follows an index in {}: only a `.` and another name may, as in `Contents[-1].Key`",
        quoted(after),
        quoted(path)
    )
}

fn bad_char(c: char, path: &str) -> Message {
    match c {
        // `A | B` has too few bars rather than too many spaces.
        _ if c == '|' || c.is_whitespace() && path.contains('|') => {
            format!("there is a single `|` in {}: alternatives have `||` between them", quoted(path))
        }
        _ if c.is_whitespace() => misplaced_space(path),
        '&' | '*' if path.starts_with(c) => looks_like_rust(path),
        ':' if path.contains("::") => looks_like_rust(path),
        '#' if path.contains("r#") => looks_like_rust(path),
        '(' => looks_like_rust(path),
        _ => format!(
            "{} in {} cannot be part of a wire name: use ASCII letters, digits, `_` and `-`, or write the Rust field without quotes, as in `next_token`",
            quoted(c.encode_utf8(&mut [0; 4])),
            quoted(path)
        ),
    }
}

fn misplaced_space(path: &str) -> Message {
    let advice = match without_spaces(path) {
        fixed if parse_path(&fixed).is_ok() => format!("write `{fixed}`"),
        _ => "spaces may stand only around `||`".to_owned(),
    };
    format!("there is a space in {}: {advice}", quoted(path))
}

/// `Next Token` and `next token` without the space: `NextToken`, `nextToken`.
fn without_spaces(path: &str) -> String {
    let mut joined = String::with_capacity(path.len());
    for word in path.split_whitespace() {
        let mut rest = word.chars();
        if joined.ends_with(is_name_char) {
            joined.extend(rest.next().map(|c| c.to_ascii_uppercase()));
        }
        joined.extend(rest);
    }
    joined
}

fn looks_like_rust(path: &str) -> Message {
    let field = rust_field_path(path).unwrap_or_else(|| "next_token".to_owned());
    format!(
        "{} is not a wire name: a key in quotes is one, such as `NextToken`; a Rust field path is written without quotes, as in `{field}`",
        quoted(path)
    )
}

/// What the user means by `metadata::next`, `&page.token` or `self.token`, if that can be told.
fn rust_field_path(path: &str) -> Option<String> {
    let path = path.trim_start_matches(['&', '*']).replace("::", ".");
    let path = path.strip_prefix("self.").unwrap_or(&path);
    let is_field = |part: &str| {
        let part = part.strip_prefix("r#").unwrap_or(part);
        let begins_well = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        begins_well && part.chars().all(|c| is_name_char(c) && c != '-')
    };
    path.split('.').all(is_field).then(|| path.to_owned())
}
