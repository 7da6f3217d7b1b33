//! The parameters that `next_method` takes are those other than the request, also if no key is in the request.

use std::io;

use paginated::{Page, paginated};

struct Client;

#[derive(Clone)]
struct Filter;

#[derive(Page)]
struct Names {
    next: Option<String>,
    names: Vec<String>,
}

fn page(names: &[&str], next: Option<&str>) -> io::Result<Names> {
    Ok(Names { next: next.map(str::to_owned), names: names.iter().map(|&name| name.to_owned()).collect() })
}

#[paginated(next_link = "next", next_method = list_next, result_key = "names")]
fn list(_: &Client) -> io::Result<Names> {
    page(&["a"], Some("/2"))
}

#[paginated(next_link = "next", next_method = list_next, result_key = "names")]
fn list_filtered(_: &Client, _: Filter) -> io::Result<Names> {
    page(&["a"], Some("/2"))
}

#[paginated(next_link = "next", next_method = follow, result_key = "names")]
fn list_of_request(request: &Filter) -> io::Result<Names> {
    let _ = request;
    page(&["a"], Some("/2"))
}

fn list_next(_: &Client, link: &str) -> io::Result<Names> {
    follow(link)
}

fn follow(link: &str) -> io::Result<Names> {
    assert_eq!(link, "/2");
    page(&["b"], None)
}

#[test]
fn a_reference_without_the_name_of_a_request_is_the_client() {
    let names: Result<Vec<_>, _> = list_paginator(&Client).items().collect();
    assert_eq!(names.unwrap(), ["a", "b"]);
    let names: Result<Vec<_>, _> = list_filtered_paginator(&Client, Filter).items().collect();
    assert_eq!(names.unwrap(), ["a", "b"]);
}

#[test]
fn a_reference_with_the_name_of_a_request_is_the_request() {
    let names: Result<Vec<_>, _> = list_of_request_paginator(Filter).items().collect();
    assert_eq!(names.unwrap(), ["a", "b"]);
}
