//! Compares runs with recorded runs.

use std::fmt::Debug;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::replay::{Outcome, Run};
use crate::vectors::{Case, Expected, PaginatorModel};

pub fn compare(paginator: &PaginatorModel, case: &Case, outcome: &Outcome) -> Result<(), String> {
    let expect = &case.expect;
    let pages = without_nulls(&expect.pages);
    expect_equal("the pages", &without_nulls(&outcome.pages.0), &pages)?;
    let items: Vec<Value> = pages.iter().flat_map(|page| items_of(page, &paginator.result_key[0])).collect();
    expect_equal("the items", &without_nulls(&outcome.items.0), &items)?;
    let full_result = expect.full_result.as_ref().map(|full| expected_full_result(paginator, expect, full));
    let actual = outcome.full_result.0.as_ref().map(|full| keys_of_full_result(paginator, full));
    expect_equal("the full result", &actual, &full_result)?;
    compare_run("pages()", expect, &outcome.pages.1)?;
    compare_run("items()", expect, &outcome.items.1)?;
    compare_run("full_result()", expect, &outcome.full_result.1)
}

fn compare_run(way: &str, expect: &Expected, run: &Run) -> Result<(), String> {
    expect_equal(&format!("the requests of {way}"), &without_nulls(&run.requests), &without_nulls(&expect.requests))?;
    let kind = expect.error.as_ref().map(|error| error.kind.as_str());
    expect_equal(&format!("the error of {way}"), &run.error.as_deref(), &kind)?;
    if kind.is_some() && expect.resume_token.is_none() {
        // botocore has no resume token after this error, but `paginated` does.
        return Ok(());
    }
    let actual = run.resume_token.as_ref().map(|token| comparable_token(token.as_str()));
    expect_equal(&format!("the resume token of {way}"), &actual, &expect.resume_token.as_deref().map(comparable_token))
}

fn expect_equal<T: PartialEq + Debug>(name: &str, actual: &T, recorded: &T) -> Result<(), String> {
    if actual == recorded {
        return Ok(());
    }
    Err(format!("{name}\n  actual   {actual:?}\n  recorded {recorded:?}"))
}

/// Returns a printed token, or its JSON if it has a map, because the order of map entries is unspecified.
fn comparable_token(token: &str) -> Value {
    let json = STANDARD.decode(token).expect("a resume token is base64");
    let decoded: Map<String, Value> = serde_json::from_slice(&json).expect("a resume token is base64 of an object");
    if decoded.values().any(Value::is_object) { Value::Object(decoded) } else { token.into() }
}

/// Returns the result keys and non-aggregate keys of a full result, by their names.
fn keys_of_full_result(paginator: &PaginatorModel, full: &Value) -> Map<String, Value> {
    let keys = paginator.result_key.iter().chain(&paginator.non_aggregate_keys);
    keys.map(|key| (key.clone(), without_nulls_in(value_at(full, key)))).collect()
}

/// Returns the keys of a recorded full result, in which the maps of all pages are joined.
///
/// botocore returns the first page's maps only.
fn expected_full_result(paginator: &PaginatorModel, expect: &Expected, full: &Value) -> Map<String, Value> {
    let mut expected = keys_of_full_result(paginator, full);
    for (key, value) in &mut expected {
        if let (Value::Object(merged), true) = (value, paginator.result_key.contains(key)) {
            let maps = expect.pages.iter().filter_map(|page| value_at(page, key).as_object());
            merged.extend(maps.flatten().map(|(name, value)| (name.clone(), value.clone())));
        }
    }
    expected
}

/// Returns the value at a path such as `A.B`, or null.
fn value_at<'a>(page: &'a Value, key: &str) -> &'a Value {
    key.split('.').fold(page, |value, name| value.get(name).unwrap_or(&Value::Null))
}

/// Returns what `items()` yields for a page: the elements of a list, the entries of a map, or a non-empty string.
fn items_of(page: &Value, key: &str) -> Vec<Value> {
    match value_at(page, key) {
        Value::Array(list) => list.clone(),
        Value::Object(map) => {
            map.iter().map(|(key, value)| Value::from(vec![key.as_str().into(), value.clone()])).collect()
        }
        Value::String(string) if !string.is_empty() => vec![string.as_str().into()],
        _ => Vec::new(),
    }
}

fn without_nulls(values: &[Value]) -> Vec<Value> {
    values.iter().map(without_nulls_in).collect()
}

/// Removes members that are null, which are equivalent to absent members.
fn without_nulls_in(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let set = members.iter().filter(|(_, value)| !value.is_null());
            Value::Object(set.map(|(name, value)| (name.clone(), without_nulls_in(value))).collect())
        }
        Value::Array(elements) => Value::Array(without_nulls(elements)),
        value => value.clone(),
    }
}
