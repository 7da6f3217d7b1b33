//! Everything in one output, in part where a page failed or `max_items` cut; and result keys of other kinds.

use std::collections::HashMap;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{Client, ListInput, ListOutput, ScriptedClient, Throttled, flagged_page, page};

fn input() -> ListInput {
    ListInput::default()
}

#[tokio::test]
async fn a_page_that_fails_loses_nothing_of_those_before() {
    let client = Client::new([page([1, 2], Some("a")), page([3], Some("b")), Err(Throttled), page([4], None)]);
    let failed = client.list_paginator(input()).full_result().await.unwrap_err();
    assert_eq!(failed.error, Error::Operation(Throttled));
    assert_eq!(failed.to_string(), "throttled");
    assert_eq!(failed.output.as_ref().unwrap().items, [1, 2, 3]);
    let token = failed.resume_token.clone().unwrap().to_string();
    let rest = client.list_paginator(input()).starting_token(token).full_result().await.unwrap();
    assert_eq!((rest.output.items, rest.resume_token), (vec![4], None));
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("b".into()), Some("b".into())]);
    assert_eq!(Error::from(failed), Error::Operation(Throttled));
}

#[tokio::test]
async fn its_error_shows_why_and_that_there_is_more() {
    let client = Client::new([page([1], Some("secret")), Err(Throttled)]);
    let error = client.list_paginator(input()).full_result().await.unwrap_err();
    let shown =
        "FullResultError { error: Operation(Throttled), output: Some(..), resume_token: Some(ResumeToken(..)) }";
    assert_eq!(format!("{error:?}"), shown);
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("throttled"));
}

#[tokio::test]
async fn the_first_page_may_fail() {
    let client = Client::new([Err(Throttled)]);
    let failed = client.list_paginator(input()).starting_token("t___2").full_result().await.unwrap_err();
    assert_eq!((failed.output, failed.resume_token), (None, Some("t___2".into())));
}

#[tokio::test]
async fn a_listing_that_cannot_go_on_gives_what_it_had() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let repeated = client.list_paginator(input()).full_result().await.unwrap_err();
    assert!(matches!(repeated.error, Error::RepeatedToken(_)), "{repeated:?}");
    assert_eq!(repeated.output.unwrap().items, [1, 2]);

    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], None, Some(true))]);
    let nowhere = client.list_flagged_paginator(input()).full_result().await.unwrap_err();
    assert!(matches!(nowhere.error, Error::MoreWithoutToken(_)), "{nowhere:?}");
    assert_eq!(nowhere.output.unwrap().items, [1, 2]);
    assert!(nowhere.resume_token.is_some());
}

#[tokio::test]
async fn of_nothing_there_is_no_output() {
    let client = Client::new([]);
    let error = client.list_paginator(input()).max_items(0).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::NothingRead(_)), "{error:?}");
    assert!(error.output.is_none() && error.resume_token.is_some());
}

mod items_of {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Page)]
    struct Output {
        contents: Vec<u32>,
        common_prefixes: Option<Vec<&'static str>>,
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = ["Contents", "CommonPrefixes"])]
    async fn list(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    fn output(contents: &[u32], prefixes: &[&'static str], token: Option<&str>) -> Result<Output, Throttled> {
        let common_prefixes = (!prefixes.is_empty()).then(|| prefixes.to_vec());
        Ok(Output { contents: contents.to_vec(), common_prefixes, token: token.map(str::to_owned) })
    }

    #[tokio::test]
    async fn streams_a_secondary_key_and_resumes_at_pages() {
        let client = ScriptedClient::new([
            output(&[1, 2], &["x", "y"], Some("a")),
            output(&[3], &[], Some("b")),
            Err(Throttled),
            output(&[4], &["z"], None),
        ]);
        let mut prefixes =
            list_paginator(client.clone(), input()).items_of(|page| page.common_prefixes.unwrap_or_default());
        assert_eq!(prefixes.next().await, Some(Ok("x")));
        assert_eq!(prefixes.next().await, Some(Ok("y")));
        assert_eq!(prefixes.next().await, Some(Err(Error::Operation(Throttled))));
        assert_eq!(prefixes.next().await, None);
        let token = prefixes.resume_token().unwrap();
        prefixes.retry();
        assert_eq!(prefixes.next().await, Some(Ok("z")));
        assert_eq!((prefixes.next().await, prefixes.resume_token()), (None, None));

        let client = ScriptedClient::new([output(&[4], &["z"], None)]);
        let resumed = list_paginator(client.clone(), input()).starting_token(token.to_string());
        let resumed = resumed.items_of(|page| page.common_prefixes.into_iter().flatten());
        assert_eq!(resumed.try_collect::<Vec<_>>().await, Ok(vec!["z"]));
        assert_eq!(client.requests(), [ListInput { token: Some("b".into()), limit: None }]);
    }

    /// They were given with the part of the page that was given before.
    #[tokio::test]
    async fn gives_none_of_a_page_resumed_in_its_middle() {
        let answers = || [output(&[1, 2], &["x"], Some("a")), output(&[3], &["y"], None)];
        for (token, expected) in [("t", vec!["x", "y"]), ("t___0", vec!["x", "y"]), ("t___1", vec!["y"])] {
            let paginator = list_paginator(ScriptedClient::new(answers()), input()).starting_token(token);
            let prefixes = paginator.items_of(|page| page.common_prefixes.unwrap_or_default());
            assert_eq!(prefixes.try_collect::<Vec<_>>().await, Ok(expected), "{token}");
        }
    }
}

/// DynamoDB's `Select = "COUNT"`: the pages hold numbers alone.
mod a_number_as_the_primary_key {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Page)]
    struct Output {
        count: Option<i64>,
        token: Option<String>,
    }

    #[paginated(input_token = "Token", result_key = "Count")]
    async fn count(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    fn client() -> ScriptedClient<ListInput, Output> {
        let pages = [(Some(2), Some("a")), (None, Some("b")), (Some(5), None)];
        ScriptedClient::with_pages(pages.map(|(count, token)| Output { count, token: token.map(str::to_owned) }))
    }

    #[tokio::test]
    async fn is_added_up() {
        let full = count_paginator(client(), input()).full_result().await.unwrap();
        assert_eq!((full.output.count, full.resume_token), (Some(7), None));
    }

    /// It has no items to count.
    #[tokio::test]
    async fn is_not_cut_by_max_items() {
        let full = count_paginator(client(), input()).max_items(1).full_result().await.unwrap();
        assert_eq!((full.output.count, full.resume_token), (Some(7), None));
    }

    #[tokio::test]
    async fn has_pages_and_resumes_at_them() {
        let mut pages = count_paginator(client(), input()).pages();
        assert_eq!(pages.next().await.unwrap().unwrap().count, Some(2));
        let token = pages.resume_token().unwrap().to_string();
        let rest = ScriptedClient::with_pages([Output { count: Some(5), token: None }]);
        let full = count_paginator(rest.clone(), input()).starting_token(token).full_result().await.unwrap();
        assert_eq!(full.output.count, Some(5));
        assert_eq!(rest.requests(), [ListInput { token: Some("a".into()), limit: None }]);
    }
}

/// Keys inside a field that a page may lack, and a non-aggregate key around a result key (ECR's `imageScanFindings`).
mod nested_keys {
    use super::*;

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
    async fn list_keeping_all(
        client: ScriptedClient<ListInput, Output>,
        input: ListInput,
    ) -> Result<Output, Throttled> {
        client.respond(input).await
    }

    fn findings(n: u32) -> Option<Box<Findings>> {
        let by_severity = HashMap::from([(n.to_string(), n)]);
        let findings = Findings { list: vec![n], by_severity, scanned_at: Some(n), description: n.to_string() };
        Some(Box::new(findings))
    }

    fn client<const N: usize>(pages: [Option<Box<Findings>>; N]) -> ScriptedClient<ListInput, Output> {
        let token = |page: usize| (page + 1 < N).then(|| page.to_string());
        ScriptedClient::with_pages(
            pages.into_iter().enumerate().map(|(page, findings)| Output { findings, token: token(page) }),
        )
    }

    /// The joined lists and the keys kept, of pages that hold findings of these numbers, or none.
    async fn joined<const N: usize>(pages: [Option<u32>; N]) -> Findings {
        let pages = pages.map(|n| n.and_then(findings));
        let full = list_paginator(client(pages.clone()), input()).full_result().await.unwrap().output;
        let full = *full.findings.unwrap();
        let around = list_keeping_all_paginator(client(pages), input()).full_result().await.unwrap().output;
        let around = *around.findings.unwrap();
        assert_eq!((&around.list, &around.by_severity), (&full.list, &full.by_severity));
        assert_eq!(full.by_severity.len(), full.list.len());
        full
    }

    #[tokio::test]
    async fn are_joined_and_the_first_page_s_kept() {
        let full = joined([Some(1), Some(2), Some(3)]).await;
        assert_eq!((full.list, full.scanned_at, &*full.description), (vec![1, 2, 3], Some(1), "1"));
    }

    #[tokio::test]
    async fn are_joined_though_a_page_lacks_the_field_around_them() {
        for pages in [[Some(1), None, Some(3)], [Some(1), Some(3), None]] {
            let full = joined(pages).await;
            assert_eq!((full.list, full.scanned_at, &*full.description), (vec![1, 3], Some(1), "1"), "{pages:?}");
        }
    }

    #[tokio::test]
    async fn of_the_first_page_are_absent_where_it_lacked_the_field_around_them() {
        for pages in [[None, Some(2), Some(3)], [None, Some(2), None]] {
            let full = joined(pages).await;
            assert_eq!((full.list[0], full.scanned_at), (2, None), "{pages:?}");
        }
    }

    /// No result key lies in the field, so that nothing else brings it back.
    #[tokio::test]
    async fn are_kept_though_the_last_page_lacks_the_field_around_them() {
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
        let full =
            list_paginator(ScriptedClient::with_pages([first, last]), input()).full_result().await.unwrap().output;
        assert_eq!((full.items, full.findings), (vec![1, 2], Some(findings)));
    }

    #[tokio::test]
    async fn are_nowhere_if_no_page_has_the_field_around_them() {
        let full = list_paginator(client([None, None]), input()).full_result().await.unwrap();
        assert_eq!(full.output, Output::default());
    }
}

/// All else is the last page's.
#[tokio::test]
async fn what_is_no_key_is_the_last_page_s() {
    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], None, None)]);
    let full = client.list_flagged_paginator(input()).full_result().await.unwrap();
    assert_eq!(full.output, ListOutput { items: vec![1, 2], token: None, more: None });
}
