//! Every mistake in `tests/ui`: how many errors it brings, where they stand, and the page that shows them all.
//!
//! `UPDATE_EXPECT=1 cargo test -p paginated-tests --test mistakes` renews the page, `docs/mistakes.md`.

#[path = "mistakes/page.rs"]
mod page;
#[path = "mistakes/recorded.rs"]
mod recorded;

use std::collections::BTreeMap;

use expect_test::expect_file;

use self::recorded::{Mistake, mistakes};

/// More than two errors, and why.
const MANY: [(&str, &str); 5] = [
    ("echo/of_an_enum_as_a_page", "two are the compiler's own: an enum has no fields"),
    ("echo/while_typing", "seven mistakes"),
    ("options/several_mistakes", "four mistakes"),
    ("placement/on_a_closure", "the compiler's own: it takes no attribute of any crate there"),
    ("placement/under_automock", "three are the compiler's own, of a copy of the attribute on an expression"),
];

/// Errors that stand elsewhere than on what the user got wrong, and why.
const ELSEWHERE: [(&str, &str); 4] = [
    ("placement/on_a_closure: error[E0658]: attributes on expressions are experimental", "the compiler's own"),
    ("placement/on_a_closure: error[E0658]: custom attributes cannot be applied to expressions", "the compiler's own"),
    ("placement/under_automock: error[E0658]: attributes on expressions are experimental", "the compiler's own"),
    (
        "placement/under_automock: error[E0658]: custom attributes cannot be applied to expressions",
        "the compiler's own",
    ),
];

#[test]
fn a_mistake_is_at_most_two_errors() {
    let mut histogram = BTreeMap::<usize, usize>::new();
    for mistake in mistakes() {
        let count = mistake.errors.len();
        *histogram.entry(count).or_default() += 1;
        let is_known = MANY.iter().any(|(name, _)| *name == mistake.name);
        assert_eq!(count > 2, is_known, "{} has {count} errors", mistake.name);
    }
    println!("mistakes by the number of their errors: {histogram:?}");
}

#[test]
fn an_error_stands_on_what_the_user_wrote() {
    let mut elsewhere = Vec::new();
    for mistake in mistakes() {
        let strays = mistake.errors.iter().filter(|error| !stands_on_a_word(&mistake, error));
        elsewhere.extend(strays.map(|error| format!("{}: {}", mistake.name, error.first_line())));
    }
    let known: Vec<_> = ELSEWHERE.iter().map(|(error, _)| *error).collect();
    assert_eq!(elsewhere, known);
}

/// Not on a whole attribute, and in the user's own file.
fn stands_on_a_word(mistake: &Mistake, error: &recorded::Diagnostic) -> bool {
    let Some((line, column)) = error.place_in(&mistake.name) else { return false };
    let text = mistake.source.lines().nth(line - 1).unwrap_or_default();
    let marked = text.get(column - 1..).unwrap_or_default();
    !marked.starts_with("#[")
}

#[test]
fn the_page_shows_them_all() {
    expect_file!["../../docs/mistakes.md"].assert_eq(&page::page(&mistakes()));
}
