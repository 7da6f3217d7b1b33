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

/// What is wrong with a key: the part of its text at fault, what is wrong there, and what to write instead.
#[derive(Debug)]
pub(super) struct Wrong<'a> {
    /// A part of the text that was read; empty where something is missing.
    pub(super) part: &'a str,
    pub(super) what: String,
    pub(super) help: String,
}

impl<'a> Wrong<'a> {
    fn new(part: &'a str, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { part, what: what.into(), help: help.into() }
    }
}

type Parsed<'a, T> = Result<T, Wrong<'a>>;

const NAME: &str = "write a wire name there, as in `Contents[-1].Key`";

/// Reads a key; in what it gives neither the alternatives nor the steps of one are ever empty.
pub(super) fn parse(text: &str) -> Parsed<'_, Vec<Vec<RawStep<'_>>>> {
    if text.trim().is_empty() {
        return Err(Wrong::new(text, "a key cannot be empty", "write a wire name such as `NextToken`"));
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

fn parse_path(path: &str) -> Parsed<'_, Vec<RawStep<'_>>> {
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
fn parse_step<'a>(rest: &'a str, path: &'a str) -> Parsed<'a, (RawStep<'a>, &'a str)> {
    let (name, rest) = split_where(rest, |c| !is_name_char(c));
    match rest.chars().next() {
        None | Some('.' | '[') if name.is_empty() => return Err(missing_name(rest, path)),
        None | Some('.' | '[') => check_start(name, path)?,
        Some(c) => return Err(bad_char(c, &rest[..c.len_utf8()], path)),
    }
    let Some(inside) = rest.strip_prefix('[') else {
        return Ok((RawStep { name, index: None }, rest));
    };
    let Some((digits, after)) = inside.split_once(']') else {
        let what = format!("{} has a `[` without its `]`", quoted(path));
        return Err(Wrong::new(&rest[..1], what, format!("write `{name}[-1]` or `{name}[0]`")));
    };
    let list = &path[..path.len() - rest.len()];
    let index = Some(parse_index(digits, &rest[..digits.len() + 2], list)?);
    Ok((RawStep { name, index }, after))
}

/// Reads the index `text`, which stands between the brackets of `shown`, behind `list`.
fn parse_index<'a>(text: &str, shown: &'a str, list: &str) -> Parsed<'a, Index> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if text == "-1" {
        return Ok(Index::Last);
    }
    if is_number(text) {
        let too_large = |_| {
            Wrong::new(
                shown,
                format!("{} is too large for an index", quoted(shown)),
                "write `[0]` for the first element",
            )
        };
        return text.parse().map(Index::At).map_err(too_large);
    }
    let help = if text.strip_prefix('-').is_some_and(is_number) {
        "only the last element is counted from the end: write `[-1]`".to_owned()
    } else if matches!(text, "" | "*") {
        format!("write `{list}` for the whole list, `{list}[-1]` for its last element")
    } else {
        "write `[-1]` for the last element, `[0]` for the first".to_owned()
    };
    Err(Wrong::new(shown, format!("{} is no index", quoted(shown)), help))
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

fn missing_alternative(text: &str, at: usize, last: usize) -> Wrong<'_> {
    let place = match at {
        0 => "before",
        _ if at == last => "after",
        _ => "between two",
    };
    // The `||` beside which something is missing.
    let bars = text.match_indices("||").nth(at.saturating_sub(1)).map_or(text, |(_, bars)| bars);
    let what = format!("there is nothing {place} `||` in {}", quoted(text));
    Wrong::new(bars, what, "write a wire name there, or leave the `||` out")
}

fn missing_name<'a>(rest: &'a str, path: &'a str) -> Wrong<'a> {
    // `rest` begins where the name should be.
    let at = path.len() - rest.len();
    let place = match rest.chars().next() {
        Some('[') => "before `[`",
        _ if at == 0 => "before `.`",
        None => "after `.`",
        _ => "between two dots",
    };
    let part = &path[at.saturating_sub(1)..path.len().min(at + 1)];
    Wrong::new(part, format!("a name is missing {place} in {}", quoted(path)), NAME)
}

fn check_start<'a>(name: &'a str, path: &'a str) -> Parsed<'a, ()> {
    let first = &name[..1];
    if first.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return Ok(());
    }
    if name != path && name.bytes().all(|b| b.is_ascii_digit()) {
        let what = format!("`{name}` in {} is no wire name", quoted(path));
        let help = format!(
            "write `[{name}]` for an element of a list; a Rust field path such as `page.0` is written without quotes"
        );
        return Err(Wrong::new(name, what, help));
    }
    let help = "a wire name begins with a letter or `_`, as in `NextToken`";
    Err(Wrong::new(name, format!("`{name}` begins with `{first}`"), help))
}

fn after_index<'a>(after: &'a str, path: &'a str) -> Wrong<'a> {
    if let Some(c) = after.chars().next()
        && !(is_name_char(c) || matches!(c, '[' | ']'))
    {
        return bad_char(c, &after[..c.len_utf8()], path);
    }
    let what = format!("{} follows an index in {}", quoted(after), quoted(path));
    Wrong::new(after, what, "only a `.` and another name may follow, as in `Contents[-1].Key`")
}

/// `c`, which is `part` of the path, cannot stand where it does.
fn bad_char<'a>(c: char, part: &'a str, path: &'a str) -> Wrong<'a> {
    match c {
        // `A | B` has too few bars rather than too many spaces.
        _ if c == '|' || c.is_whitespace() && path.contains('|') => {
            let what = format!("there is a single `|` in {}", quoted(path));
            Wrong::new(part, what, "write `||` between alternatives, as in `NextMarker || Contents[-1].Key`")
        }
        ',' => {
            let keys: Vec<_> = path.split(',').map(|key| format!("\"{}\"", key.trim().escape_debug())).collect();
            let help = format!("keys of which there may be several stand in brackets: `[{}]`", keys.join(", "));
            Wrong::new(part, format!("there is a `,` in {}", quoted(path)), help)
        }
        _ if path.contains(" or ") => {
            let help = format!("write `||` between alternatives: `{}`", path.replace(" or ", " || ").escape_debug());
            Wrong::new(part, format!("there is a word too many in {}", quoted(path)), help)
        }
        _ if c.is_whitespace() => misplaced_space(part, path),
        '&' | '*' if path.starts_with(c) => looks_like_rust(path),
        ':' if path.contains("::") => looks_like_rust(path),
        '#' if path.contains("r#") => looks_like_rust(path),
        '(' => looks_like_rust(path),
        _ => {
            let what = format!("{} in {} cannot be part of a wire name", quoted(part), quoted(path));
            let help =
                "use ASCII letters, digits, `_` and `-`, or write the Rust field without quotes, as in `next_token`";
            Wrong::new(part, what, help)
        }
    }
}

fn misplaced_space<'a>(space: &'a str, path: &str) -> Wrong<'a> {
    let fixed = without_spaces(path);
    let help = if parse_path(&fixed).is_ok() {
        format!("write `{fixed}`")
    } else {
        "spaces may stand only around `||`".to_owned()
    };
    Wrong::new(space, format!("there is a space in {}", quoted(path)), help)
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

fn looks_like_rust(path: &str) -> Wrong<'_> {
    let field = rust_field_path(path).unwrap_or_else(|| "next_token".to_owned());
    let help = format!(
        "a key in quotes is a wire name, such as `NextToken`; a Rust field path stands without quotes, as in `{field}`"
    );
    Wrong::new(path, format!("{} is Rust, and not a wire name", quoted(path)), help)
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
