//! Compares a run with the recorded one.

use std::fmt::Debug;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::replay::{Outcome, Run};
use crate::vectors::{Case, Expected, PaginatorModel};

pub fn compare(paginator: &PaginatorModel, case: &Case, outcome: &Outcome) -> Result<(), String> {
    let expect = &case.expect;
    let pages = without_nulls(&expect.pages);
    same("the pages", &without_nulls(&outcome.pages.0), &pages)?;
    let items: Vec<Value> = pages.iter().flat_map(|page| items(page, &paginator.result_key[0])).collect();
    same("the items", &without_nulls(&outcome.items.0), &items)?;
    let full_result = expect.full_result.as_ref().map(|full| expected_full_result(paginator, expect, full));
    let ours = outcome.full_result.0.as_ref().map(|full| full_result_of(paginator, full));
    same("the full result", &ours, &full_result)?;
    compare_run("pages()", expect, &outcome.pages.1)?;
    compare_run("items()", expect, &outcome.items.1)?;
    compare_run("full_result()", expect, &outcome.full_result.1)
}

fn compare_run(way: &str, expect: &Expected, run: &Run) -> Result<(), String> {
    same(&format!("the requests of {way}"), &without_nulls(&run.requests), &without_nulls(&expect.requests))?;
    let kind = expect.error.as_ref().map(|error| error.kind.as_str());
    same(&format!("the error of {way}"), &run.error.as_deref(), &kind)?;
    if kind.is_some() && expect.resume_token.is_none() {
        // Where botocore raised, ours can be resumed all the same.
        return Ok(());
    }
    let ours = run.resume_token.as_ref().map(|token| printed(token.as_str()));
    same(&format!("the resume token of {way}"), &ours, &expect.resume_token.as_deref().map(printed))
}

fn same<T: PartialEq + Debug>(what: &str, ours: &T, recorded: &T) -> Result<(), String> {
    if ours == recorded {
        return Ok(());
    }
    Err(format!("{what}\n  ours     {ours:?}\n  recorded {recorded:?}"))
}

/// A printed token, byte for byte; what it says where it holds a map, for the order of that is nobody's promise.
fn printed(token: &str) -> Value {
    let json = STANDARD.decode(token).expect("a resume token is base64");
    let decoded: Map<String, Value> = serde_json::from_slice(&json).expect("a resume token is base64 of an object");
    if decoded.values().any(Value::is_object) { Value::Object(decoded) } else { token.into() }
}

/// The result keys and non-aggregate keys of a full result, by their names.
fn full_result_of(paginator: &PaginatorModel, full: &Value) -> Map<String, Value> {
    let keys = paginator.result_key.iter().chain(&paginator.non_aggregate_keys);
    keys.map(|key| (key.clone(), without_nulls_in(at(full, key)))).collect()
}

/// The same of the recorded one, in which the maps of all pages stand for the first page's alone.
fn expected_full_result(paginator: &PaginatorModel, expect: &Expected, full: &Value) -> Map<String, Value> {
    let mut expected = full_result_of(paginator, full);
    for (key, value) in &mut expected {
        if let (Value::Object(merged), true) = (value, paginator.result_key.contains(key)) {
            let maps = expect.pages.iter().filter_map(|page| at(page, key).as_object());
            merged.extend(maps.flatten().map(|(name, value)| (name.clone(), value.clone())));
        }
    }
    expected
}

/// What is at `A.B` in a page; null where nothing is.
fn at<'a>(page: &'a Value, key: &str) -> &'a Value {
    key.split('.').fold(page, |value, name| value.get(name).unwrap_or(&Value::Null))
}

/// What `items()` gives of a page: the elements of a list, the entries of a map, a text that is not empty.
fn items(page: &Value, key: &str) -> Vec<Value> {
    match at(page, key) {
        Value::Array(list) => list.clone(),
        Value::Object(map) => {
            map.iter().map(|(key, value)| Value::from(vec![key.as_str().into(), value.clone()])).collect()
        }
        Value::String(text) if !text.is_empty() => vec![text.as_str().into()],
        _ => Vec::new(),
    }
}

fn without_nulls(values: &[Value]) -> Vec<Value> {
    values.iter().map(without_nulls_in).collect()
}

/// An absent member and a null are the same.
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
