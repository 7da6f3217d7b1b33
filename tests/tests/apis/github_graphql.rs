//! GitHub GraphQL: a connection with `edges` and `pageInfo`.

use std::cell::Cell;

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::{assert_lists, assert_resumes};
use crate::service::{ApiError, Service, page_range, respond};

const ISSUES: usize = 8;

#[derive(Clone, Default)]
struct Query {
    query: &'static str,
    variables: Variables,
}

#[derive(Clone, Default)]
struct Variables {
    owner: &'static str,
    first: Option<u32>,
    after: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Response {
    data: Option<Data>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Data {
    repository: Option<Repository>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Repository {
    issues: IssueConnection,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct IssueConnection {
    edges: Option<Vec<Option<IssueEdge>>>,
    page_info: PageInfo,
    total_count: i32,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct IssueEdge {
    node: Option<Issue>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Issue {
    number: i32,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    end_cursor: Option<String>,
    has_next_page: bool,
}

#[derive(Default)]
struct GitHub {
    service: Service,
    timeouts: Cell<u32>,
}

impl GitHub {
    /// Runs a query.
    ///
    /// A connection needs a `first` or `last` of 1 to 100. Only cursors that the service returned are valid. Errors are responses
    /// with status 200 and `data: null`. The last page has an `endCursor` too.
    #[paginated(
        input_token = "variables.after",
        output_token = "data.repository.issues.pageInfo.endCursor",
        more_results = "data.repository.issues.pageInfo.hasNextPage",
        limit_key = "variables.first",
        result_key = "data.repository.issues.edges[].node"
    )]
    async fn issues(&self, query: Query) -> Result<Response, ApiError> {
        self.service.receive().await?;
        let error = |message: &str| respond(json!({"data": null, "errors": [{"message": message}]}));
        if query.variables.after.is_some() && self.timeouts.get() > 0 {
            self.timeouts.set(self.timeouts.get() - 1);
            return error("Something went wrong while executing your query. This may be the result of a timeout.");
        }
        if query.query.is_empty() || query.variables.owner.is_empty() {
            return error("A query attribute must be specified and must be a string.");
        }
        let size = match query.variables.first {
            None => {
                return error(
                    "You must provide a `first` or `last` value to properly paginate the `issues` connection.",
                );
            }
            Some(size @ 1..=100) => size as usize,
            Some(_) => return error("Requesting records on the connection exceeds the `first` limit of 100 records."),
        };
        let start = match &query.variables.after {
            None => 0,
            Some(after) => match self.service.redeem(after) {
                None => return error("`after` does not appear to be a valid cursor."),
                Some(position) => position,
            },
        };
        let range = page_range(start, size, ISSUES);
        let mut edges: Vec<_> = range.clone().map(|number| json!({"node": {"number": number}})).collect();
        // Nodes that the caller may not see.
        edges.insert(edges.len() / 2, json!({"node": null}));
        edges.insert(0, json!(null));
        let page_info = json!({"endCursor": self.service.issue(range.end), "hasNextPage": range.end < ISSUES});
        let issues = json!({"edges": edges, "pageInfo": page_info, "totalCount": ISSUES});
        respond(json!({"data": {"repository": {"issues": issues}}}))
    }
}

fn query() -> Query {
    let variables = Variables { owner: "octocat", first: Some(3), after: None };
    Query { query: "query($owner: String!, $first: Int, $after: String) { … }", variables }
}

fn issues() -> Vec<Issue> {
    (0..8).map(|number| Issue { number }).collect()
}

#[tokio::test]
async fn the_nodes_of_the_edges_are_listed_by_cursor() {
    let github = GitHub::default();
    assert_lists!(github.service, github.issues_paginator(query()), issues(), requests: 3);
    assert_lists!(github.service, github.issues_paginator(query()).page_size(2), issues(), requests: 4);
    let full = github.issues_paginator(query()).full_result().await.unwrap().output;
    assert_eq!(full.data.unwrap().repository.unwrap().issues.total_count, 8);
}

#[tokio::test]
async fn a_list_resumes_with_any_page_size() {
    let github = GitHub::default();
    assert_resumes!(github.issues_paginator(query()), github.issues_paginator(query()).page_size(2), issues());
    assert_resumes!(github.issues_paginator(query()), github.issues_paginator(query()).page_size(5), issues());
}

/// Such a response is not the end of the list.
#[tokio::test]
async fn a_response_with_errors_and_without_data_is_an_error() {
    let github = GitHub::default();
    let mut items = github.issues_paginator(query()).page_size(101).items();
    assert!(matches!(items.next().await, Some(Err(Error::MissingData(_)))));
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_page_with_errors_and_without_data_is_requested_again() {
    let github = GitHub::default();
    github.timeouts.set(2);
    let mut items = github.issues_paginator(query()).items();
    let (mut yielded, mut failures) = (Vec::new(), 0);
    while let Some(item) = items.next().await {
        match item {
            Ok(issue) => yielded.push(issue),
            Err(Error::MissingData(_)) => {
                failures += 1;
                items.retry();
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!((yielded, failures), (issues(), 2));
}
