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

use super::field_name::wire_to_field_name;
use super::mistake::Mistake;

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

/// A parsed part of a key.
type ParseResult<T> = Result<T, Mistake>;

/// Parses a key, without its `!`, into the steps of each alternative. The steps of `@` are empty.
pub(super) fn parse(text: &str, is_negated: bool) -> ParseResult<Vec<Vec<RawStep<'_>>>> {
    if text.trim().is_empty() {
        return Err(Mistake::new("a key cannot be empty", "write a wire name such as `\"NextToken\"`"));
    }
    if text.starts_with('|') && !text.starts_with("||") && text.matches('|').count() > 1 {
        let help = format!("write `{}`", text.escape_debug());
        return Err(Mistake::new("a closure cannot be in quotes", help));
    }
    if let Some(mistake) = compared_flag(text, is_negated).or_else(|| assigned_number(text)) {
        return Err(mistake);
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
            return Err(Mistake::new(format!("unexpected `!` in {}", in_backticks(piece)), help));
        }
        parse_path(piece)
    });
    paths.collect()
}

/// Returns the error for a key that compares one flag, as in `IsTruncated == true`.
fn compared_flag(text: &str, is_negated: bool) -> Option<Mistake> {
    let (flag, value) = text.split_once("==").filter(|_| !text.contains(['|', '&']))?;
    let is_true = value.trim().parse::<bool>().ok()?;
    let negation = if is_negated == is_true { "!" } else { "" };
    let help = format!("write the flag without the comparison: `\"{negation}{}\"`", flag.trim().escape_debug());
    Some(Mistake::new(format!("unexpected operator in {}", in_backticks(text)), help))
}

/// Returns the error for a key with a number, as in `limit=50`.
fn assigned_number(text: &str) -> Option<Mistake> {
    let (name, number) = text.split_once('=')?;
    let (name, number) = (name.trim(), number.trim());
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let what = format!("unexpected operator in {}", in_backticks(text));
    (is_number && parse_path(name).is_ok()).then(|| Mistake::assignment(what, name, number))
}

fn parse_path(path: &str) -> ParseResult<Vec<RawStep<'_>>> {
    if let Some(field) = path.strip_prefix("self.") {
        return Err(Mistake::new("a key cannot begin with `self`", format!("write `{}`", field.escape_debug())));
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
        return Err(Mistake::new(what, help));
    };
    Ok((RawStep { name, index: Some(parse_index(digits, path)?) }, after))
}

/// Parses `text`, which is between the brackets of a list in `path`. The path is for errors.
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
            Mistake::new(what, "write `[0]` for the first element")
        });
    }
    let what = format!("{bracketed} is not an index");
    if text.starts_with('?') {
        return Err(Mistake::closure(what, "a key cannot filter a list; "));
    }
    // The key consists of the brackets alone.
    if text.contains(',') && path.len() == text.len() + 2 {
        return Err(Mistake::new(what, several_keys_help(text)));
    }
    let help = respelling_help(path).unwrap_or_else(|| {
        let help = "an index is `[-1]`, the last element, or a number such as `[0]`; without one, the key names the whole list";
        // A name in brackets may belong to a query parameter, as in `page[number]`.
        let is_parameter = text.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_') && path.ends_with(&format!("{text}]"));
        match rust_name(path).filter(|_| is_parameter) {
            Some(field) => format!("{help}; for a parameter of this name, write the Rust field without quotes: `{field}`"),
            None => help.to_owned(),
        }
    });
    Err(Mistake::new(what, help))
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// Formats a part of the key for a message, without control characters.
fn in_backticks(part: &str) -> String {
    format!("`{}`", part.escape_debug().to_string().replace("\\'", "'"))
}

/// Returns the help for a path in the syntax of a related language that means the same as a key: `$.A.B`, `.A.B`, `/A/B`, `A?.B`,
/// `A['B']`, `A[*].B`, or `"A".B`. A space before a capital letter is removed, and one before a small letter becomes a `_`.
fn respelling_help(path: &str) -> Option<String> {
    const SPELLINGS: [(&str, &str); 7] =
        [("[*]", "[]"), ("['", "."), ("']", ""), ("->", "."), ("?.", "."), ("/", "."), ("\"", "")];
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
fn missing_name(part: &str, key: &str) -> Mistake {
    let what = format!("a name is missing at {} in {}", in_backticks(part), in_backticks(key));
    let help = "write a wire name there, as in `NextMarker || Contents[-1].Key`";
    Mistake::new(what, respelling_help(key).unwrap_or_else(|| help.to_owned()))
}

/// Checks that a name does not begin with a digit or `-`.
fn check_start(name: &str) -> ParseResult<()> {
    let first = &name[..1];
    if first.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return Ok(());
    }
    let what = format!("unexpected `{first}` at the beginning of `{name}`");
    let help = "begin a wire name with a letter or `_`; a Rust field path, such as `page.0`, is written without quotes";
    Err(Mistake::new(what, help))
}

/// Returns the error for characters between an index and the next `.`.
fn unexpected_after_index(after: &str, path: &str) -> Mistake {
    if let Some(c) = after.chars().next()
        && !(is_name_char(c) || matches!(c, '[' | ']'))
    {
        return unexpected_char(c, path);
    }
    let what = format!("unexpected {} after the index in {}", in_backticks(after), in_backticks(path));
    Mistake::new(what, "write a `.` and another name after an index, as in `Contents[-1].Key`")
}

fn several_keys_help(keys: &str) -> String {
    let keys: Vec<_> = keys.split(',').map(|key| format!("\"{}\"", key.trim().escape_debug())).collect();
    format!("write several keys in brackets: `[{}]`", keys.join(", "))
}

/// Returns whether a path contains an arithmetic operator. A `-` can be part of a name, a `/` can separate names, and a `*` can be a
/// wildcard.
fn is_arithmetic(path: &str) -> bool {
    path.contains('+') || [" / ", " * ", " - "].iter().any(|operator| path.contains(operator))
}

/// Returns the Rust field of a name that is not valid in a key, such as `@odata.nextLink`.
fn rust_name(name: &str) -> Option<String> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let field = words.map(wire_to_field_name).collect::<Vec<_>>().join("_");
    (field.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|b| b.is_ascii_graphic()))
        .then_some(field)
}

/// Returns the help for a `|` between a list and an index, as in JMESPath: `edges | [-1].cursor`.
fn pipe_help(path: &str) -> Option<String> {
    let (list, index) = path.split_once('|')?;
    let key = format!("{}{}", list.trim_end(), index.trim_start());
    (index.trim_start().starts_with('[') && parse_path(&key).is_ok()).then(|| format!("write `{key}`"))
}

/// If the path computes a value, returns a description of the unexpected character, and the text before a closure that computes it.
fn computed_value(c: char, path: &str) -> Option<(String, String)> {
    if matches!(c, '|' | ',') || c.is_whitespace() && path.contains('|') || path.contains(" or ") {
        return None;
    }
    let has_comparison = path.contains(['=', '&', '<', '>']) && respelling_help(path).is_none();
    let lead = match c {
        _ if has_comparison || is_arithmetic(path) => {
            return Some(("operator".to_owned(), "a key names a field; ".to_owned()));
        }
        '(' => "a key cannot call a function; ".to_owned(),
        '{' => "a key names one value; ".to_owned(),
        '*' => match path.strip_suffix(".*").filter(|map| parse_path(map).is_ok()) {
            Some(map) => format!("for the entries of a map, write `{map}`; otherwise, "),
            None => "a key names a field; ".to_owned(),
        },
        _ => return None,
    };
    Some((in_backticks(c.encode_utf8(&mut [0; 4])), lead))
}

/// Returns the error for an unexpected character in a path.
fn unexpected_char(c: char, path: &str) -> Mistake {
    let found = in_backticks(c.encode_utf8(&mut [0; 4]));
    if let Some((found, lead)) = computed_value(c, path) {
        return Mistake::closure(format!("unexpected {found} in {}", in_backticks(path)), lead);
    }
    let (found, help) = match c {
        // In `A | B`, a bar is missing rather than a space too many.
        _ if c == '|' || c.is_whitespace() && path.contains('|') => {
            let help = "write `||` between alternatives, as in `NextMarker || Contents[-1].Key`";
            ("single `|`", pipe_help(path).unwrap_or_else(|| help.to_owned()))
        }
        ',' => ("`,`", several_keys_help(path)),
        _ if path.contains(" or ") => {
            let fixed = path.replace(" or ", " || ");
            ("`or`", format!("write `||` between alternatives: `{}`", fixed.escape_debug()))
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
        '#' if path.contains("r#") => ("`r#`", format!("write `\"{}\"`", path.replace("r#", "").escape_debug())),
        _ => {
            let field = rust_name(path).filter(|_| matches!(c, '@' | '$' | ':' | '#'));
            let field = field.unwrap_or_else(|| "next_token".to_owned());
            let help = format!(
                "use ASCII letters, digits, `_`, and `-`, or write a Rust field path without quotes: `{field}`"
            );
            (&*found, respelling_help(path).unwrap_or(help))
        }
    };
    Mistake::new(format!("unexpected {found} in {}", in_backticks(path)), help)
}
