//! Parsing of keys of both kinds.

mod errors;

use std::panic::catch_unwind;

use proc_macro2::Span;
use quote::{ToTokens, quote};
use syn::{Expr, LitStr, Member, Result};

use super::{Key, KeyPath, ListIndex, Step};

fn quoted(text: &str) -> Result<Key> {
    Key::parse_str(&LitStr::new(text, Span::call_site()), "more_results")
}

fn unquoted(text: &str) -> Result<Key> {
    Key::parse_expr(&syn::parse_str(text).expect("an expression"), "more_results")
}

/// Returns each alternative with Rust field names: `next_marker`, `contents[-1].key`.
fn fields(key: &Key) -> Vec<String> {
    let step = |step: &Step| {
        let field = match &step.field {
            None => String::new(),
            Some(Member::Named(ident)) => ident.to_string(),
            Some(Member::Unnamed(index)) => index.index.to_string(),
        };
        match step.index {
            None => field,
            Some(ListIndex::At(at)) => format!("{field}[{at}]"),
            Some(ListIndex::Last) => format!("{field}[-1]"),
            Some(ListIndex::All) => format!("{field}[]"),
        }
    };
    let path = |path: &KeyPath| path.steps.iter().map(step).collect::<Vec<_>>().join(".");
    key.paths.iter().map(path).collect()
}

#[track_caller]
fn parses_to(text: &str, expected: &[&str]) {
    let key = quoted(text).expect(text);
    assert_eq!(fields(&key), expected, "{text}");
    assert_eq!(key.name(), text);
}

#[test]
fn keys_of_botocore_are_parsed() {
    parses_to("NextToken", &["next_token"]);
    parses_to("nextToken", &["next_token"]);
    parses_to("DistributionList.NextMarker", &["distribution_list.next_marker"]);
    parses_to("NextMarker || Contents[-1].Key", &["next_marker", "contents[-1].key"]);
    parses_to("StreamDescription.Shards[-1].ShardId", &["stream_description.shards[-1].shard_id"]);
    parses_to("Jobs[-1].JobId", &["jobs[-1].job_id"]);
}

#[test]
fn the_response_itself_and_each_element_of_a_list_have_keys() {
    parses_to("@", &[""]);
    parses_to("[-1].Id", &["[-1].id"]);
    parses_to("[0]", &["[0]"]);
    parses_to("Reservations[].Instances[]", &["reservations[].instances[]"]);
    for text in ["!isLast", "! isLast"] {
        let negated = quoted(text).expect("a flag");
        assert!(negated.is_negated);
        assert_eq!((fields(&negated), negated.name()), (vec!["is_last".to_owned()], "isLast"));
    }
}

#[test]
fn alternatives_indexes_and_paths_are_parsed() {
    parses_to("A||B", &["a", "b"]);
    parses_to("A   ||B || C", &["a", "b", "c"]);
    parses_to("A[0]", &["a[0]"]);
    parses_to("A[12].B[-1]", &["a[12].b[-1]"]);
    parses_to("next_token", &["next_token"]);
    parses_to("metadata.continue_", &["metadata.continue_"]);
    parses_to("next-token", &["next_token"]);
    parses_to("_links.next", &["_links.next"]);
    parses_to("X", &["x"]);
}

#[test]
fn names_are_kept_as_written() {
    let key = quoted("NextMarker || Contents[-1].Key").unwrap();
    assert_eq!(key.paths[1].steps[0].name, "Contents");
    assert_eq!(key.paths[1].steps[0].index, Some(ListIndex::Last));
    assert_eq!(key.paths[1].steps[1].name, "Key");
    assert_eq!(key.name(), "NextMarker || Contents[-1].Key");
}

#[test]
fn keywords_become_raw_identifiers_or_get_an_underscore() {
    parses_to("type", &["r#type"]);
    parses_to("Type.Match[0].async", &["r#type.r#match[0].r#async"]);
    parses_to("gen", &["r#gen"]);
    parses_to("Self", &["self_"]);
    parses_to("self", &["self_"]);
    parses_to("Links.self", &["links.self_"]);
    parses_to("super", &["super_"]);
    parses_to("crate", &["crate_"]);
    parses_to("_", &["__"]);
    parses_to("default", &["default"]);
}

#[test]
fn a_key_with_an_index_or_alternatives_is_not_a_field() {
    assert!(quoted("NextToken").unwrap().is_field());
    assert!(quoted("A.B").unwrap().is_field());
    assert!(unquoted("a.b").unwrap().is_field());
    assert!(!quoted("A || B").unwrap().is_field());
    assert!(!quoted("A[0]").unwrap().is_field());
}

#[test]
fn rust_field_paths_are_not_converted() {
    for (text, wire, expected) in [
        ("next_token", "next_token", "next_token"),
        ("metadata.continue_", "metadata.continue_", "metadata.continue_"),
        ("page.0", "page.0", "page.0"),
        ("page.0.1.token", "page.0.1.token", "page.0.1.token"),
        ("0.1", "0.1", "0.1"),
        ("0.1.token", "0.1.token", "0.1.token"),
        ("0.1.2.3", "0.1.2.3", "0.1.2.3"),
        ("r#type", "type", "r#type"),
        ("a.r#type", "a.type", "a.r#type"),
        ("NextToken", "NextToken", "NextToken"),
        ("1", "1", "1"),
        ("0[-1].id", "0[-1].id", "0[-1].id"),
        ("a.r#type[0].id", "a.type[0].id", "a.r#type[0].id"),
    ] {
        let key = unquoted(text).expect(text);
        assert_eq!(fields(&key), [expected]);
        assert_eq!(key.name(), wire);
    }
    let key = unquoted("metadata.continue_").unwrap();
    assert_eq!(key.paths[0].steps[0].name, "metadata");
    assert_eq!(key.paths[0].steps[1].name, "continue_");
}

#[test]
fn a_string_literal_is_parsed_as_a_quoted_key() {
    assert_eq!(fields(&unquoted("\"NextToken\"").unwrap()), ["next_token"]);
    assert_eq!(fields(&unquoted("r\"NextToken\"").unwrap()), ["next_token"]);
    let error = unquoted("\"A..B\"").err().unwrap();
    assert_eq!(error.to_string(), quoted("A..B").err().unwrap().to_string());
}

#[test]
fn a_key_in_an_invisible_group_is_parsed() {
    let grouped = |tokens| {
        let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, tokens);
        let expr: Expr = syn::parse2(group.to_token_stream()).unwrap();
        Key::parse_expr(&expr, "more_results").map(|key| fields(&key))
    };
    assert_eq!(grouped(quote!("NextToken")).unwrap(), ["next_token"]);
    assert_eq!(grouped(quote!(a.b)).unwrap(), ["a.b"]);
}

#[test]
fn other_expressions_are_rejected() {
    let general = "write a wire name in quotes, `\"NextToken\"`, or a Rust field path without quotes, `next_token`";
    for text in [
        "1u8",
        "b\"A\"",
        "'a'",
        "::next",
        "self",
        "Self",
        "crate.a",
        "&next_token",
        "_",
        "(a)",
        "[\"A\"]",
        "a::<T>",
        "next!()",
        "<A as B>::c",
        "<A>::c",
        "{ a }",
        "-a",
    ] {
        let error = unquoted(text).err().expect(text);
        assert!(error.to_string().ends_with(general), "{text}: {error}");
    }
    for (text, part) in [
        ("true", "expected a field, found `true`\n= help: name a field"),
        ("metadata::next", "write `metadata.next`"),
        ("self.next_token", "write `next_token`"),
        (
            "None",
            "expected a field, found `None`\n= help: remove the option, or write `more_results = false` to remove a default",
        ),
        ("a == 100", "expected a field, found the expression `a==100`\n= help: name a field, or write a closure"),
        ("!(a && b)", "expected a field, found the expression `!(a&&b)`"),
        ("ListOutput::next", "`more_results = |page| ListOutput::next(page)`"),
        ("self::next", "name a field; to call a function, write a closure: `more_results = |page| self::next(page)`"),
        ("next()", "expected a field, found the call `next()`"),
        ("a.next()", "expected a field, found the call `a.next()`"),
        ("a.last().b", "expected a field, found the call `a.last().b`"),
        ("\"a\" || \"b\"", "must be a single string\n= help: write `\"a || b\"`"),
        ("a?.b", "write `a.b`"),
        ("A[0]", "write `\"A[0]\"`"),
        ("a[0][1]", "`a[0][1]` is not a key"),
        ("a[-2]", "`a[-2]` is not a key"),
        ("A[-1].B", "write `\"A[-1].B\"`"),
        ("[-1].b", "write `\"[-1].b\"`"),
        ("a || b", "write `\"a || b\"`"),
        ("!a", "write `\"!a\"`"),
        ("next-token", "write `\"next-token\"`"),
    ] {
        let error = unquoted(text).err().expect(text).to_string();
        assert!(error.contains(part), "{error}");
    }
    let attributed: Expr = syn::parse_quote!(
        #[cfg(a)]
        next_token
    );
    assert!(Key::parse_expr(&attributed, "more_results").is_err());
}

#[test]
fn a_literal_suffix_is_rejected() {
    let lit: LitStr = syn::parse_str("\"NextToken\"x").unwrap();
    let error = Key::parse_str(&lit, "more_results").err().unwrap();
    assert_eq!(error.to_string(), "a key cannot have a literal suffix\n= help: write `\"NextToken\"`");
}

/// A xorshift generator, so that every run uses the same strings.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[test]
fn no_string_panics() {
    const PARTS: [&str; 44] = [
        "A", "b", "Z", "s", "v", "4", "0", "9", "_", "-", ".", ".", "[", "]", "[-1]", "[0]", "[-", "|", "||", " || ",
        " ", "\t", "\n", "\0", "é", "ß", "İ", "日", "🦀", "\u{301}", "::", "&", "r#", "self.", "Self", "crate", "type",
        "gen", "MiB", "IPv", "`", "\"", "\\", "#",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut valid = 0;
    for _ in 0..20_000 {
        let length = random.below(9);
        let text: String = (0..length).map(|_| PARTS[random.below(PARTS.len())]).collect();
        let result = catch_unwind(|| quoted(&text).ok().map(|key| fields(&key).concat()));
        let fields = result.unwrap_or_else(|_| panic!("{text:?} panics"));
        valid += usize::from(fields.is_some());
    }
    // The alphabet must produce enough valid and invalid keys.
    assert!((1_000..19_000).contains(&valid), "{valid}");
}
