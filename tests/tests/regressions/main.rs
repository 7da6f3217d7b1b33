//! Regression tests, grouped by topic. The comment of a test describes the bug.

mod fields;
mod futures_and_errors;
mod listings;
mod parameters;
mod requests;
mod signatures;

use paginated::Page;

/// A request with a token.
#[derive(Clone)]
struct Input {
    token: Option<String>,
}

/// A page with items and a token.
#[derive(Page)]
struct Output {
    items: Vec<u8>,
    token: Option<String>,
}

/// A page with items of any type and a token.
#[derive(Page)]
struct GenericOutput<T> {
    items: Vec<T>,
    token: Option<String>,
}

/// Returns the token of the next page in a listing of two pages.
fn next_token(token: Option<&str>) -> Option<String> {
    token.is_none().then(|| "2".to_owned())
}

/// Returns a page of a listing of two pages with one item each.
fn page(item: u8, token: Option<&str>) -> Output {
    Output { items: vec![item], token: next_token(token) }
}

/// Returns a page of a listing of two pages with one item of any type each.
fn generic_page<T>(item: T, token: Option<&str>) -> GenericOutput<T> {
    GenericOutput { items: vec![item], token: next_token(token) }
}

/// Requires a value to be `Send`.
fn require_send<T: Send>(value: T) -> T {
    value
}
