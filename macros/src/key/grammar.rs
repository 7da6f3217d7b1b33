//! The grammar of keys in quotes.
//!
//! ```text
//! key   := "!"? path ("||" path)*
//! path  := "@" | (step | index) ("." step)*
//! step  := name index?
//! index := "[" ("-1" | digit+)? "]"
//! name  := (letter | "_") (letter | digit | "_" | "-")*
//! ```
//!
//! Spaces may surround `||` and follow `!`. The `!` is parsed by `Key::parse_str`.

use super::closure_help;
use crate::diagnostics::format_message;

/// The index of a list element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListIndex {
    /// `[0]`, `[1]`, and so on, counted from the start.
    At(u32),
    /// `[-1]`.
    Last,
    /// `[]`: each element.
    All,
}

/// A wire name and an index, as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawStep<'a> {
    /// Empty if the step is an index of the response itself.
    pub(super) name: &'a str,
    pub(super) index: Option<ListIndex>,
}

/// A parsed part of a key, or an error message.
type ParseResult<T> = Result<T, String>;

/// Parses a key, without its `!`, into the steps of each alternative. The steps of `@` are empty.
pub(super) fn parse(text: &str, is_negated: bool) -> ParseResult<Vec<Vec<RawStep<'_>>>> {
    if text.trim().is_empty() {
        return Err(format_message("a key cannot be empty", "write a wire name such as `\"NextToken\"`"));
    }
    if text.starts_with('|') && !text.starts_with("||") && text.matches('|').count() > 1 {
        let help = format!("write `{}`", text.escape_debug());
        return Err(format_message("a closure cannot be in quotes", help));
    }
    if let Some(error) = compared_flag(text, is_negated) {
        return Err(error);
    }
    let pieces: Vec<_> = text.split("||").collect();
    let last = pieces.len() - 1;
    let paths = pieces.iter().enumerate().map(|(at, piece)| {
        // Spaces are allowed around `||`, but not at the ends of the key.
        let piece = if at > 0 { piece.trim_start_matches(' ') } else { piece };
        let piece = if at < last { piece.trim_end_matches(' ') } else { piece };
        if piece.is_empty() {
            return Err(missing_name("||", text));
        }
        if piece.starts_with('!') {
            let help = match last {
                0 => "write one `!`, at the beginning of the key",
                _ => "write a closure, as in `|page| page.more || !page.is_last`",
            };
            return Err(format_message(format!("unexpected `!` in {}", in_backticks(piece)), help));
        }
        parse_path(piece)
    });
    paths.collect()
}

/// Returns the error for a key that compares one flag, as in `IsTruncated == true`.
fn compared_flag(text: &str, is_negated: bool) -> Option<String> {
    let (flag, value) = text.split_once("==").filter(|_| !text.contains(['|', '&']))?;
    let is_true = value.trim().parse::<bool>().ok()?;
    let negation = if is_negated == is_true { "!" } else { "" };
    let help = format!("write the flag without the comparison: `\"{negation}{}\"`", flag.trim().escape_debug());
    Some(format_message(format!("unexpected operator in {}", in_backticks(text)), help))
}

fn parse_path(path: &str) -> ParseResult<Vec<RawStep<'_>>> {
    if let Some(field) = path.strip_prefix("self.") {
        return Err(format_message("a key cannot begin with `self`", format!("write `{}`", field.escape_debug())));
    }
    if path == "@" {
        return Ok(Vec::new());
    }
    let mut steps = Vec::new();
    let mut rest = path;
    loop {
        let (step, after) = parse_step(rest, path)?;
        steps.push(step);
        match after.strip_prefix('.') {
            Some(next) => rest = next,
            None if after.is_empty() => return Ok(steps),
            None => return Err(unexpected_after_index(after, path)),
        }
    }
}

/// Parses the step at the beginning of `text`, a suffix of `path`. Returns the step and the remainder, which is not checked.
fn parse_step<'a>(text: &'a str, path: &str) -> ParseResult<(RawStep<'a>, &'a str)> {
    let is_first = text.len() == path.len();
    let (name, rest) = text.split_at(text.find(|c| !is_name_char(c)).unwrap_or(text.len()));
    match rest.chars().next() {
        Some('[') if name.is_empty() && is_first => {}
        None | Some('.' | '[') if name.is_empty() => {
            // The characters on both sides of the missing name. They are ASCII.
            let at = path.len() - rest.len();
            return Err(missing_name(&path[at.saturating_sub(1)..path.len().min(at + 1)], path));
        }
        None | Some('.' | '[') => check_start(name)?,
        Some(c) => return Err(unexpected_char(c, path)),
    }
    let Some(inside) = rest.strip_prefix('[') else {
        return Ok((RawStep { name, index: None }, rest));
    };
    let Some((digits, after)) = inside.split_once(']') else {
        let what = format!("{} has a `[` without a `]`", in_backticks(path));
        let (start, end) = path.split_at(path.len() - inside.trim_start_matches(is_name_char).len());
        let closed = format!("{start}]{end}");
        let is_valid = !path.ends_with('[') && parse_path(&closed).is_ok();
        let help = if is_valid { format!("write `{closed}`") } else { "add a `]`, or remove the `[`".to_owned() };
        return Err(format_message(what, help));
    };
    Ok((RawStep { name, index: Some(parse_index(digits, path)?) }, after))
}

/// Parses `text`, which is between the brackets of a list in `path`.
pub(super) fn parse_index(text: &str, path: &str) -> ParseResult<ListIndex> {
    match text {
        "-1" => return Ok(ListIndex::Last),
        "" => return Ok(ListIndex::All),
        _ => {}
    }
    let bracketed = in_backticks(&format!("[{text}]"));
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().map(ListIndex::At).map_err(|_| {
            let what = format!("the index {bracketed} is too large");
            format_message(what, "write `[0]` for the first element")
        });
    }
    let help = respelling_help(path).unwrap_or_else(|| {
        "an index is `[-1]`, the last element, or a number such as `[0]`; without one, the key names the whole list"
            .to_owned()
    });
    Err(format_message(format!("{bracketed} is not an index"), help))
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// Formats a part of the key for a message, without control characters.
fn in_backticks(part: &str) -> String {
    format!("`{}`", part.escape_debug().to_string().replace("\\'", "'"))
}

/// Returns the help for a path in the syntax of a related language that means the same as a key: `$.A.B`, `.A.B`, `/A/B`, `A?.B`,
/// `A['B']`, or `A[*].B`. A space before a capital letter is removed, and one before a small letter becomes a `_`.
fn respelling_help(path: &str) -> Option<String> {
    const SPELLINGS: [(&str, &str); 6] = [("[*]", "[]"), ("['", "."), ("']", ""), ("->", "."), ("?.", "."), ("/", ".")];
    let mut key = String::new();
    for word in path.split_whitespace() {
        if key.ends_with(is_name_char) && word.starts_with(|c: char| c.is_ascii_lowercase()) {
            key.push('_');
        }
        key.push_str(word);
    }
    let key = SPELLINGS.iter().fold(key, |key, (other, ours)| key.replace(other, ours));
    let root = key.strip_prefix(['$', '@']).filter(|fields| fields.starts_with(['.', '[']));
    let key = root.unwrap_or(&key).trim_start_matches('.').trim_end_matches('?');
    let is_valid = key != path && parse_path(key).is_ok();
    is_valid.then(|| format!("write `{key}` instead of {}", in_backticks(path)))
}

/// Returns the error for a missing name next to `part`.
fn missing_name(part: &str, key: &str) -> String {
    let what = format!("a name is missing at {} in {}", in_backticks(part), in_backticks(key));
    let help = "write a wire name there, as in `NextMarker || Contents[-1].Key`";
    format_message(what, respelling_help(key).unwrap_or_else(|| help.to_owned()))
}

/// Checks that a name does not begin with a digit or `-`.
fn check_start(name: &str) -> ParseResult<()> {
    let first = &name[..1];
    if first.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return Ok(());
    }
    let what = format!("unexpected `{first}` at the beginning of `{name}`");
    let help = "begin a wire name with a letter or `_`; a Rust field path, such as `page.0`, is written without quotes";
    Err(format_message(what, help))
}

/// Returns the error for characters between an index and the next `.`.
fn unexpected_after_index(after: &str, path: &str) -> String {
    if let Some(c) = after.chars().next()
        && !(is_name_char(c) || matches!(c, '[' | ']'))
    {
        return unexpected_char(c, path);
    }
    let what = format!("unexpected {} after the index in {}", in_backticks(after), in_backticks(path));
    format_message(what, "write a `.` and another name after an index, as in `Contents[-1].Key`")
}

/// Returns the error for an unexpected character in a path.
fn unexpected_char(c: char, path: &str) -> String {
    let found = in_backticks(c.encode_utf8(&mut [0; 4]));
    let (found, help) = match c {
        // In `A | B`, a bar is missing rather than a space too many.
        _ if c == '|' || c.is_whitespace() && path.contains('|') => {
            ("single `|`", "write `||` between alternatives, as in `NextMarker || Contents[-1].Key`".to_owned())
        }
        ',' => {
            let keys: Vec<_> = path.split(',').map(|key| format!("\"{}\"", key.trim().escape_debug())).collect();
            ("`,`", format!("write several keys in brackets: `[{}]`", keys.join(", ")))
        }
        _ if path.contains(" or ") => {
            let fixed = path.replace(" or ", " || ");
            ("`or`", format!("write `||` between alternatives: `{}`", fixed.escape_debug()))
        }
        _ if path.contains(['=', '&', '<', '>']) && respelling_help(path).is_none() => {
            ("operator", "a key names a field; write a closure, as in `|page| page.count > 0`".to_owned())
        }
        ' ' if path.starts_with("not ") => ("`not`", format!("write `\"!{}\"`", path[4..].escape_debug())),
        _ if c.is_whitespace() => {
            ("space", respelling_help(path).unwrap_or_else(|| "use spaces only around `||`".to_owned()))
        }
        ':' if path.contains("::") => {
            // The first parts may name the type of the page.
            let is_type = |part: &&str| part.starts_with(|c: char| c.is_ascii_uppercase());
            let fields: Vec<_> = path.split("::").skip_while(is_type).collect();
            let help = match path.rsplit_once("::") {
                Some((_, wire_name)) if fields.is_empty() => format!("write `\"{}\"`", wire_name.escape_debug()),
                _ => format!("write a Rust field path without quotes: `{}`", fields.join(".").escape_debug()),
            };
            ("`::`", help)
        }
        '(' => (&*found, format!("a key cannot call a function; {}", closure_help("page.next_token()"))),
        _ => {
            let help =
                "use ASCII letters, digits, `_`, and `-`, or write a Rust field path without quotes: `next_token`";
            (&*found, respelling_help(path).unwrap_or_else(|| help.to_owned()))
        }
    };
    format_message(format!("unexpected {found} in {}", in_backticks(path)), help)
}
