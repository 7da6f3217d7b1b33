//! What a user is told of a wrong key in quotes.

use super::quoted;

#[track_caller]
fn message(text: &str) -> String {
    quoted(text).expect_err(text).to_string()
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
fn errors_are_worded_for_the_user() {
    for (text, expected) in [
        ("", "a key cannot be empty\n= help: write a wire name such as `NextToken`"),
        (
            "A..B",
            "a name is missing between two dots in `A..B`\n= help: write a wire name there, as in `Contents[-1].Key`",
        ),
        ("A[x]", "`[x]` is no index\n= help: write `[-1]` for the last element, `[0]` for the first"),
        ("A[-2]", "`[-2]` is no index\n= help: only the last element is counted from the end: write `[-1]`"),
        ("A[0", "`A[0` has a `[` without its `]`\n= help: write `A[-1]` or `A[0]`"),
        ("A || ", "there is nothing after `||` in `A || `\n= help: write a wire name there, or leave the `||` out"),
        (
            "A | B",
            "there is a single `|` in `A | B`\n= help: write `||` between alternatives, as in `NextMarker || Contents[-1].Key`",
        ),
        ("Next Token", "there is a space in `Next Token`\n= help: write `NextToken`"),
        (
            "metadata::next",
            "`metadata::next` is Rust, and not a wire name\n= help: a key in quotes is a wire name, such as `NextToken`; a Rust field path stands without quotes, as in `metadata.next`",
        ),
    ] {
        assert_eq!(message(text), expected);
    }
}

#[test]
fn missing_names_are_errors() {
    rejects("  ", &["cannot be empty"]);
    rejects("\t\n", &["cannot be empty"]);
    rejects(".A", &["before `.` in `.A`"]);
    rejects(".", &["before `.` in `.`"]);
    rejects("A.", &["after `.` in `A.`"]);
    rejects("A || B.", &["after `.` in `B.`"]);
    rejects("A[0].", &["after `.` in `A[0].`"]);
    rejects("[0]", &["before `[` in `[0]`"]);
    rejects("A.[0]", &["before `[` in `A.[0]`"]);
    rejects("||", &["before `||` in `||`"]);
    rejects("|| A", &["before `||` in `|| A`"]);
    rejects(" || A", &["before `||`"]);
    rejects("A ||", &["after `||` in `A ||`"]);
    rejects("A || || B", &["between two `||` in `A || || B`"]);
}

#[test]
fn wrong_indexes_are_errors() {
    rejects("A[]", &["`[]` is no index", "write `A` for the whole list"]);
    rejects("B.A[*].C", &["`[*]` is no index", "`B.A[-1]`"]);
    rejects("A[-0]", &["`[-0]` is no index"]);
    rejects("A[+1]", &["`[+1]` is no index"]);
    rejects("A[ 1 ]", &["`[ 1 ]` is no index"]);
    rejects("A[1", &["without its `]`"]);
    rejects("A[", &["without its `]`"]);
    rejects("A[0]B", &["`B` follows an index in `A[0]B`"]);
    rejects("A[0][1]", &["`[1]` follows an index"]);
    rejects("A[0] || B[1]C", &["`C` follows an index in `B[1]C`"]);
    rejects("A[99999999999999999999999999]", &["is too large for an index"]);
    rejects("A]", &["`]` in `A]` cannot be part of a wire name"]);
}

#[test]
fn wrong_names_are_errors() {
    rejects("2nd", &["`2nd` begins with `2`\n= help: a wire name begins with a letter or `_`"]);
    rejects("-a", &["`-a` begins with `-`"]);
    rejects("0", &["`0` begins with `0`"]);
    rejects("page.0", &["`0` in `page.0` is no wire name", "write `[0]`", "without quotes"]);
    rejects("Clé", &["`é` in `Clé` cannot be part of a wire name", "ASCII"]);
    rejects("日本", &["`日` in"]);
    rejects("@odata.nextLink", &["`@` in `@odata.nextLink`", "write the Rust field without quotes"]);
    rejects("A:b", &["`:` in `A:b`"]);
    rejects("A\u{1b}[0m", &["`\\u{1b}`"]);
    rejects("A ||| B", &["a single `|` in `| B`"]);
    rejects("A|B", &["a single `|` in `A|B`"]);
}

#[test]
fn misplaced_spaces_are_errors() {
    rejects("next token", &["write `nextToken`"]);
    rejects(" NextToken", &["there is a space in ` NextToken`\n= help: write `NextToken`"]);
    rejects("NextToken ", &["write `NextToken`"]);
    rejects("A . b", &["write `A.b`"]);
    rejects("A || Next Token", &["a space in `Next Token`"]);
    rejects("Contents [-1].Key", &["write `Contents[-1].Key`"]);
    rejects("A[0] .B", &["write `A[0].B`"]);
    rejects("A[0] | B", &["a single `|`"]);
    rejects("A\tB", &["there is a space in `A\\tB`"]);
    rejects("A && B", &["spaces may stand only around `||`"]);
}

#[test]
fn rust_in_quotes_is_sent_outside_of_them() {
    for (text, advice) in [
        ("self.next_token", "`next_token`"),
        ("&x", "`x`"),
        ("&mut x", "`next_token`"),
        ("*x.y", "`x.y`"),
        ("r#type", "`r#type`"),
        ("page.r#type", "`page.r#type`"),
        ("page.next()", "`next_token`"),
        ("A || x::y", "`x.y`"),
    ] {
        rejects(text, &["is Rust, and not a wire name", "such as `NextToken`", "without quotes, as in", advice]);
    }
}
