//! Error messages for invalid keys in quotes.

use proc_macro2::Span;
use syn::LitStr;

use super::{Key, quoted};

#[track_caller]
fn message(text: &str) -> String {
    quoted(text).err().expect(text).to_string()
}

#[track_caller]
fn rejects(text: &str, parts: &[&str]) {
    let message = message(text);
    for part in parts {
        assert!(message.contains(part), "{text}: {message}");
    }
    assert!(!message.ends_with('.'), "{message}");
    assert!(!message.starts_with(char::is_uppercase), "{message}");
}

#[test]
fn messages_are_complete() {
    for (text, expected) in [
        ("", "a key cannot be empty\n= help: write a wire name such as `\"NextToken\"`"),
        (
            "A..B",
            "a name is missing at `..` in `A..B`\n= help: write a wire name there, as in `NextMarker || Contents[-1].Key`",
        ),
        (
            "A[x]",
            "`[x]` is not an index\n= help: an index is `[-1]`, the last element, or a number such as `[0]`; without one, the key names the whole list; for a parameter of this name, write the Rust field without quotes: `a_x`",
        ),
        (
            "A[-2]",
            "`[-2]` is not an index\n= help: an index is `[-1]`, the last element, or a number such as `[0]`; without one, the key names the whole list",
        ),
        ("A[0", "`A[0` has a `[` without a `]`\n= help: write `A[0]`"),
        (
            "A || ",
            "a name is missing at `||` in `A || `\n= help: write a wire name there, as in `NextMarker || Contents[-1].Key`",
        ),
        (
            "A | B",
            "unexpected single `|` in `A | B`\n= help: write `||` between alternatives, as in `NextMarker || Contents[-1].Key`",
        ),
        (
            "IsTruncated == true",
            "unexpected operator in `IsTruncated == true`\n= help: write the flag without the comparison: `\"IsTruncated\"`",
        ),
        ("Next Token", "unexpected space in `Next Token`\n= help: write `NextToken` instead of `Next Token`"),
        (
            "metadata::next",
            "unexpected `::` in `metadata::next`\n= help: write a Rust field path without quotes: `metadata.next`",
        ),
    ] {
        assert_eq!(message(text), expected);
    }
}

#[test]
fn missing_names_are_rejected() {
    rejects("  ", &["cannot be empty"]);
    rejects("\t\n", &["cannot be empty"]);
    rejects(".A", &["at `.` in `.A`"]);
    rejects(".", &["at `.` in `.`"]);
    rejects("A.", &["at `.` in `A.`"]);
    rejects("A || B.", &["at `.` in `B.`"]);
    rejects("A[0].", &["at `.` in `A[0].`"]);
    rejects("A.[0]", &["at `.[` in `A.[0]`"]);
    rejects("||", &["at `||` in `||`"]);
    rejects("|| A", &["at `||` in `|| A`"]);
    rejects(" || A", &["at `||`"]);
    rejects("A ||", &["at `||` in `A ||`"]);
    rejects("A || || B", &["at `||` in `A || || B`"]);
}

#[test]
fn invalid_indexes_are_rejected() {
    rejects("B.A[x].C", &["`[x]` is not an index", "`[-1]`, the last element"]);
    rejects("[x]", &["`[x]` is not an index"]);
    rejects("A[-0]", &["`[-0]` is not an index"]);
    rejects("A[+1]", &["`[+1]` is not an index"]);
    rejects("A[ 1 ]", &["`[ 1 ]` is not an index"]);
    rejects("A[1", &["without a `]`\n= help: write `A[1]`"]);
    rejects("A[-1.B", &["without a `]`\n= help: write `A[-1].B`"]);
    rejects("A[", &["without a `]`\n= help: add a `]`, or remove the `[`"]);
    rejects("A[B[", &["without a `]`\n= help: add a `]`, or remove the `[`"]);
    rejects("A[0]B", &["unexpected `B` after the index in `A[0]B`"]);
    rejects("A[0][1]", &["unexpected `[1]` after the index"]);
    rejects("A[0] || B[1]C", &["unexpected `C` after the index in `B[1]C`"]);
    rejects("A[99999999999999999999999999]", &["is too large"]);
    rejects("A[4294967296]", &["the index `[4294967296]` is too large"]);
    rejects("A]", &["unexpected `]` in `A]`"]);
}

#[test]
fn invalid_names_are_rejected() {
    rejects("2nd", &["unexpected `2` at the beginning of `2nd`\n= help: begin a wire name with a letter or `_`"]);
    rejects("-a", &["unexpected `-` at the beginning of `-a`"]);
    rejects("0", &["unexpected `0` at the beginning of `0`"]);
    rejects("page.0", &["unexpected `0` at the beginning of `0`", "without quotes"]);
    rejects("Clé", &["unexpected `é` in `Clé`", "ASCII"]);
    rejects("日本", &["unexpected `日` in"]);
    rejects("@odata.nextLink", &["unexpected `@` in `@odata.nextLink`", "write a Rust field path without quotes"]);
    rejects("page.r#type", &["unexpected `r#` in `page.r#type`\n= help: write `\"page.type\"`"]);
    rejects("A:b", &["unexpected `:` in `A:b`"]);
    rejects("A\u{1b}[0m", &["`\\u{1b}`"]);
    rejects("A ||| B", &["unexpected single `|` in `| B`"]);
    rejects("A|B", &["unexpected single `|` in `A|B`"]);
}

#[test]
fn unexpected_spaces_are_rejected() {
    rejects("next token", &["unexpected space in `next token`\n= help: write `next_token`"]);
    rejects("A.next page token", &["write `A.next_page_token`"]);
    rejects("not is_last", &["unexpected `not` in `not is_last`\n= help: write `\"!is_last\"`"]);
    rejects("self.token", &["a key cannot begin with `self`\n= help: write `token`"]);
    rejects(" NextToken", &["unexpected space in ` NextToken`\n= help: write `NextToken`"]);
    rejects("NextToken ", &["unexpected space in `NextToken `"]);
    rejects("A . b", &["write `A.b`"]);
    rejects("A || Next Token", &["unexpected space in `Next Token`"]);
    rejects("Contents [-1].Key", &["write `Contents[-1].Key`"]);
    rejects("A[0] .B", &["unexpected space in `A[0] .B`"]);
    rejects("A[0] | B", &["unexpected single `|`"]);
    rejects("A\tB", &["unexpected space in `A\\tB`", "write `AB` instead of `A\\tB`"]);
    rejects("A é", &["use spaces only around `||`"]);
}

#[test]
fn comparisons_and_logical_operators_are_rejected() {
    for text in ["A && B", "A&&B", "A == 1", "A=1", "A < B", "A>0", "A + B", "A+1", "A / B", "A - B", "A * 2"] {
        rejects(text, &["unexpected operator", "write a closure, as in `more_results = |page| page.count > 0`"]);
    }
    for (text, flag) in [("A.B == false", "!A.B"), ("!A == true", "!A"), ("!A == false", "A")] {
        rejects(text, &["unexpected operator", &format!("write the flag without the comparison: `\"{flag}\"`")]);
    }
    rejects("A == true || B", &["unexpected operator in `A == true`", "write a closure"]);
}

#[test]
fn a_second_negation_is_rejected() {
    rejects("!!A", &["unexpected `!` in `!A`\n= help: write one `!`, at the beginning of the key"]);
    for text in ["A || !B", "!A || !B"] {
        rejects(text, &["unexpected `!` in `!B`\n= help: write a closure"]);
    }
}

#[test]
fn the_syntax_of_related_languages_is_converted() {
    for (text, key) in [
        ("$.A.B", "A.B"),
        ("$[0].B", "[0].B"),
        ("$.A[*].B", "A[].B"),
        ("@.A", "A"),
        (".A[]", "A[]"),
        ("..A", "A"),
        ("/A/B", "A.B"),
        ("A?.B", "A.B"),
        ("A?", "A"),
        ("A->B", "A.B"),
        ("A['B'].C", "A.B.C"),
        ("['A']", "A"),
    ] {
        rejects(text, &[&format!("write `{key}` instead of `{text}`")]);
    }
    rejects("\"A\".\"B\"", &["write `A.B`"]);
    rejects("A | [-1].B", &["unexpected single `|`", "write `A[-1].B`"]);
    rejects("C || $.A", &["write `A` instead of `$.A`"]);
    rejects("!$.A", &["write `A` instead of `$.A`"]);
}

#[test]
fn a_closure_in_quotes_is_rejected() {
    rejects("|page| page.next()", &["a closure cannot be in quotes\n= help: write `|page| page.next()`"]);
}

#[test]
fn what_only_a_related_language_can_express_has_no_other_spelling() {
    rejects("A[?B=='C']", &["`[?B=='C']` is not an index", "a key cannot filter a list; write a closure"]);
    rejects("A[0:5]", &["is not an index", "the whole list"]);
    rejects("length(A)", &["a key cannot call a function; write a closure"]);
    rejects("A.last().B", &["a key cannot call a function; write a closure"]);
    rejects("A.*", &["for the entries of a map, write `A`; otherwise, write a closure"]);
    rejects("A.*.B", &["unexpected `*` in `A.*.B`", "a key names a field; write a closure"]);
    rejects("{a: A}", &["unexpected `{`", "a key names one value; write a closure"]);
    rejects("[A, B]", &["`[A, B]` is not an index", "write several keys in brackets: `[\"A\", \"B\"]`"]);
    rejects("@odata.nextLink", &["write a Rust field path without quotes: `odata_next_link`"]);
    rejects("$skiptoken", &["write a Rust field path without quotes: `skiptoken`"]);
    rejects("page[number]", &["write the Rust field without quotes: `page_number`"]);
}

#[test]
fn the_help_names_a_closure_that_the_option_takes() {
    for (option, text, help) in [
        ("limit_key", "limit=50", "write `limit_key = \"limit\"`, and call `.page_size(50)` on the paginator"),
        ("page_number", "page=1", "write `page_number = \"page\", start = 1`"),
        ("input_token", "A + 1", "write a closure, as in `input_token = |request, token| request.token = Some(token)`"),
        ("result_key", "keys(A)", "write a closure, as in `result_key = |page| Some(&mut page.items), item = Session`"),
        ("first_page_only", "A + B", "name a field: a wire name in quotes, or a Rust field path without quotes"),
        ("limit_key", "false", "remove `limit_key`, or write `limit_key = false` without quotes to remove a default"),
    ] {
        let error = Key::parse_str(&LitStr::new(text, Span::call_site()), option).err().expect(text).to_string();
        assert!(error.ends_with(help), "{error}");
    }
}
