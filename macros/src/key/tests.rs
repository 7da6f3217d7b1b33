//! Reading keys of both kinds.

mod errors;

use std::panic::catch_unwind;

use proc_macro2::Span;
use quote::{ToTokens, quote};
use syn::{Expr, LitStr, Member, Result};

use super::{Index, Key};

fn quoted(text: &str) -> Result<Key> {
    Key::parse_str(&LitStr::new(text, Span::call_site()))
}

fn unquoted(text: &str) -> Result<Key> {
    Key::parse_expr(&syn::parse_str(text).expect("an expression"))
}

/// Each alternative as Rust would reach it: `next_marker`, `contents[-1].key`.
fn fields(key: &Key) -> Vec<String> {
    let step = |step: &super::Step| {
        let field = match &step.field {
            Member::Named(ident) => ident.to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        match step.index {
            None => field,
            Some(Index::At(at)) => format!("{field}[{at}]"),
            Some(Index::Last) => format!("{field}[-1]"),
        }
    };
    let path = |path: &super::Path| path.steps.iter().map(step).collect::<Vec<_>>().join(".");
    key.paths.iter().map(path).collect()
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let key = quoted(text).expect(text);
    assert_eq!(fields(&key), expected, "{text}");
    assert_eq!(key.wire(), text);
}

#[test]
fn keys_of_botocore() {
    reads("NextToken", &["next_token"]);
    reads("nextToken", &["next_token"]);
    reads("DistributionList.NextMarker", &["distribution_list.next_marker"]);
    reads("NextMarker || Contents[-1].Key", &["next_marker", "contents[-1].key"]);
    reads("StreamDescription.Shards[-1].ShardId", &["stream_description.shards[-1].shard_id"]);
    reads("Jobs[-1].JobId", &["jobs[-1].job_id"]);
}

#[test]
fn the_rest_of_the_grammar() {
    reads("A||B", &["a", "b"]);
    reads("A   ||B || C", &["a", "b", "c"]);
    reads("A[0]", &["a[0]"]);
    reads("A[12].B[-1]", &["a[12].b[-1]"]);
    reads("next_token", &["next_token"]);
    reads("metadata.continue_", &["metadata.continue_"]);
    reads("next-token", &["next_token"]);
    reads("_links.next", &["_links.next"]);
    reads("X", &["x"]);
}

#[test]
fn names_and_wire_are_as_written() {
    let key = quoted("NextMarker || Contents[-1].Key").unwrap();
    assert_eq!(key.paths[1].steps[0].name, "Contents");
    assert_eq!(key.paths[1].steps[0].index, Some(Index::Last));
    assert_eq!(key.paths[1].steps[1].name, "Key");
    assert_eq!(key.wire(), "NextMarker || Contents[-1].Key");
}

#[test]
fn keywords_are_raw_where_they_can_be() {
    reads("type", &["r#type"]);
    reads("Type.Match[0].async", &["r#type.r#match[0].r#async"]);
    reads("gen", &["r#gen"]);
    reads("Self", &["self_"]);
    reads("self", &["self_"]);
    reads("Links.self", &["links.self_"]);
    reads("super", &["super_"]);
    reads("crate", &["crate_"]);
    reads("_", &["__"]);
    reads("default", &["default"]);
}

#[test]
fn only_one_path_without_index_is_plain() {
    assert!(quoted("NextToken").unwrap().is_plain());
    assert!(quoted("A.B").unwrap().is_plain());
    assert!(unquoted("a.b").unwrap().is_plain());
    assert!(!quoted("A || B").unwrap().is_plain());
    assert!(!quoted("A[0]").unwrap().is_plain());
}

#[test]
fn field_paths_are_taken_as_they_stand() {
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
    ] {
        let key = unquoted(text).expect(text);
        assert_eq!(fields(&key), [expected]);
        assert_eq!(key.wire(), wire);
    }
    let key = unquoted("metadata.continue_").unwrap();
    assert_eq!(key.paths[0].steps[0].name, "metadata");
    assert_eq!(key.paths[0].steps[1].name, "continue_");
}

#[test]
fn a_string_literal_is_read_as_a_quoted_key() {
    assert_eq!(fields(&unquoted("\"NextToken\"").unwrap()), ["next_token"]);
    assert_eq!(fields(&unquoted("r\"NextToken\"").unwrap()), ["next_token"]);
    let error = unquoted("\"A..B\"").unwrap_err();
    assert_eq!(error.to_string(), quoted("A..B").unwrap_err().to_string());
}

#[test]
fn what_a_macro_passes_on_is_read() {
    let grouped = |tokens| {
        let group = proc_macro2::Group::new(proc_macro2::Delimiter::None, tokens);
        let expr: Expr = syn::parse2(group.to_token_stream()).unwrap();
        Key::parse_expr(&expr).map(|key| fields(&key))
    };
    assert_eq!(grouped(quote!("NextToken")).unwrap(), ["next_token"]);
    assert_eq!(grouped(quote!(a.b)).unwrap(), ["a.b"]);
}

#[test]
fn other_expressions_are_no_keys() {
    let general = "write a wire name in quotes, `\"NextToken\"`, or a Rust field path without them, `next_token`";
    for text in [
        "1u8",
        "true",
        "b\"A\"",
        "'a'",
        "::next",
        "next()",
        "a.next()",
        "|page| page.next",
        "self",
        "Self",
        "crate.a",
        "&next_token",
        "_",
        "(a)",
        "[\"A\"]",
        "a::<T>",
        "a?.b",
        "next!()",
        "<A as B>::c",
        "<A>::c",
        "{ a }",
        "-a",
    ] {
        let error = unquoted(text).expect_err(text);
        assert!(error.to_string().ends_with(general), "{text}: {error}");
    }
    for (text, part) in [
        ("metadata::next", "write `metadata.next`"),
        ("self.next_token", "write `next_token`"),
        ("a[0]", "an index needs a key in quotes"),
        ("a || b", "alternatives need a key in quotes"),
    ] {
        let error = unquoted(text).expect_err(text).to_string();
        assert!(error.contains(part), "{error}");
    }
    let attributed: Expr = syn::parse_quote!(
        #[cfg(a)]
        next_token
    );
    assert!(Key::parse_expr(&attributed).is_err());
}

#[test]
fn a_suffix_is_an_error() {
    let lit: LitStr = syn::parse_str("\"NextToken\"x").unwrap();
    let error = Key::parse_str(&lit).unwrap_err();
    assert_eq!(error.to_string(), "a key has no suffix\n= help: write `\"NextToken\"`");
}

/// xorshift: the same strings in every run.
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
fn no_text_panics() {
    const PARTS: [&str; 44] = [
        "A", "b", "Z", "s", "v", "4", "0", "9", "_", "-", ".", ".", "[", "]", "[-1]", "[0]", "[-", "|", "||", " || ",
        " ", "\t", "\n", "\0", "é", "ß", "İ", "日", "🦀", "\u{301}", "::", "&", "r#", "self.", "Self", "crate", "type",
        "gen", "MiB", "IPv", "`", "\"", "\\", "#",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut good = 0;
    for _ in 0..20_000 {
        let length = random.below(9);
        let text: String = (0..length).map(|_| PARTS[random.below(PARTS.len())]).collect();
        let result = catch_unwind(|| quoted(&text).ok().map(|key| fields(&key).concat()));
        let fields = result.unwrap_or_else(|_| panic!("{text:?} panics"));
        good += usize::from(fields.is_some());
    }
    // Enough of both kinds, or the alphabet is wrong.
    assert!((1_000..19_000).contains(&good), "{good}");
}
