//! Keys inside an optional field, and a non-aggregate key that contains a result key (as in ECR's `imageScanFindings`).

use std::collections::HashMap;

use paginated::{Page, paginated};
use paginated_tests::fixture::{ListInput, ScriptedClient, Throttled};

use super::input;

#[derive(Clone, Debug, Default, PartialEq, Page)]
struct Output {
    findings: Option<Box<Findings>>,
    token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Page)]
struct Findings {
    list: Vec<u32>,
    by_severity: HashMap<String, u32>,
    scanned_at: Option<u32>,
    description: String,
}

#[paginated(
    input_token = "Token",
    result_key = ["Findings.List", "Findings.BySeverity"],
    non_aggregate_keys = ["Findings.ScannedAt", "Findings.Description"]
)]
async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
    client.respond(input).await
}

#[paginated(input_token = "Token", result_key = ["Findings.List", "Findings.BySeverity"], non_aggregate_keys = ["Findings"])]
async fn list_with_outer_key(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
    client.respond(input).await
}

fn findings(n: u32) -> Option<Box<Findings>> {
    let by_severity = HashMap::from([(n.to_string(), n)]);
    let findings = Findings { list: vec![n], by_severity, scanned_at: Some(n), description: n.to_string() };
    Some(Box::new(findings))
}

fn client_with<const N: usize>(pages: [Option<Box<Findings>>; N]) -> ScriptedClient<ListInput, Output> {
    let token = |page: usize| (page + 1 < N).then(|| page.to_string());
    ScriptedClient::with_pages(
        pages.into_iter().enumerate().map(|(page, findings)| Output { findings, token: token(page) }),
    )
}

/// Returns the joined findings of pages with findings of these numbers.
async fn join_findings<const N: usize>(pages: [Option<u32>; N]) -> Findings {
    let pages = pages.map(|n| n.and_then(findings));
    let full = list_paginator(client_with(pages.clone()), input()).full_result().await.unwrap().output;
    let full = *full.findings.unwrap();
    let outer = list_with_outer_key_paginator(client_with(pages), input()).full_result().await.unwrap().output;
    let outer = *outer.findings.unwrap();
    assert_eq!((&outer.list, &outer.by_severity), (&full.list, &full.by_severity));
    assert_eq!(full.by_severity.len(), full.list.len());
    full
}

#[tokio::test]
async fn nested_lists_are_joined_and_non_aggregate_keys_are_from_the_first_page() {
    let full = join_findings([Some(1), Some(2), Some(3)]).await;
    assert_eq!((full.list, full.scanned_at, &*full.description), (vec![1, 2, 3], Some(1), "1"));
}

#[tokio::test]
async fn nested_keys_are_joined_if_a_later_page_lacks_their_field() {
    for pages in [[Some(1), None, Some(3)], [Some(1), Some(3), None]] {
        let full = join_findings(pages).await;
        assert_eq!((full.list, full.scanned_at, &*full.description), (vec![1, 3], Some(1), "1"), "{pages:?}");
    }
}

#[tokio::test]
async fn non_aggregate_keys_are_absent_if_the_first_page_lacks_their_field() {
    for pages in [[None, Some(2), Some(3)], [None, Some(2), None]] {
        let full = join_findings(pages).await;
        assert_eq!((full.list[0], full.scanned_at), (2, None), "{pages:?}");
    }
}

/// No result key is in the field, so only the non-aggregate keys restore it.
#[tokio::test]
async fn non_aggregate_keys_are_kept_if_the_last_page_lacks_their_field() {
    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        findings: Option<Findings>,
        token: Option<String>,
    }

    #[paginated(
        input_token = "Token",
        result_key = "Items",
        non_aggregate_keys = ["Findings.ScannedAt", "Findings.Description"]
    )]
    async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    let findings = Findings { scanned_at: Some(1), description: "1".into(), ..Findings::default() };
    let first = Output { items: vec![1], findings: Some(findings.clone()), token: Some("a".into()) };
    let last = Output { items: vec![2], findings: None, token: None };
    let full = list_paginator(ScriptedClient::with_pages([first, last]), input()).full_result().await.unwrap().output;
    assert_eq!((full.items, full.findings), (vec![1, 2], Some(findings)));
}

#[tokio::test]
async fn nested_keys_are_absent_if_no_page_has_their_field() {
    let full = list_paginator(client_with([None, None]), input()).full_result().await.unwrap();
    assert_eq!(full.output, Output::default());
}

#[tokio::test]
async fn keys_in_a_boxed_option_are_joined_as_those_in_an_option() {
    #[derive(Debug, PartialEq, Page)]
    struct Output {
        listing: Box<Option<Listing>>,
        token: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, Page)]
    struct Listing {
        items: Vec<u32>,
        name: Box<Option<String>>,
    }

    #[paginated(input_token = "Token", result_key = "Listing.Items", non_aggregate_keys = "Listing.Name")]
    async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    let listing = |name: Option<&str>| Listing { items: vec![1], name: Box::new(name.map(str::to_owned)) };
    let page = |listing: Option<Listing>, token: Option<&str>| Output {
        listing: Box::new(listing),
        token: token.map(str::to_owned),
    };
    let only_first = [page(Some(listing(Some("a"))), Some("t")), page(None, None)];
    let only_last = [page(None, Some("t")), page(Some(listing(Some("b"))), None)];
    for (pages, name) in [(only_first, Some("a")), (only_last, None)] {
        let full = list_paginator(ScriptedClient::with_pages(pages), input()).full_result().await.unwrap().output;
        assert_eq!(full, page(Some(listing(name)), None));
    }
}

#[tokio::test]
async fn a_list_in_a_non_aggregate_key_is_kept_if_the_first_page_lacks_their_field() {
    #[derive(Default, Page)]
    struct Output {
        outer: Option<Outer>,
        token: Option<String>,
    }

    #[derive(Page)]
    struct Outer {
        findings: Option<Findings>,
    }

    #[paginated(input_token = "Token", result_key = "Outer.Findings.List", non_aggregate_keys = "Outer.Findings")]
    async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    #[paginated(
        input_token = "Token",
        result_key = |page| Some(&mut page.outer.as_mut()?.findings.as_mut()?.list),
        item = u32,
        non_aggregate_keys = "Outer.Findings"
    )]
    async fn list_by_closure(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    for last in [None, Some(2)] {
        let outer = |n| Outer { findings: Some(Findings { list: vec![n], ..Findings::default() }) };
        let pages = || {
            [
                Output { outer: None, token: Some("a".into()) },
                Output { outer: Some(outer(1)), token: Some("b".into()) },
                Output { outer: last.map(outer), token: None },
            ]
        };
        let expected: Vec<_> = [Some(1), last].into_iter().flatten().collect();
        let full = list_paginator(ScriptedClient::with_pages(pages()), input()).full_result().await.unwrap();
        assert_eq!(full.output.outer.unwrap().findings.unwrap().list, expected);
        let full = list_by_closure_paginator(ScriptedClient::with_pages(pages()), input()).full_result().await.unwrap();
        assert_eq!(full.output.outer.unwrap().findings.unwrap().list, expected);
    }
}
