//! `items_of`, which streams the items of a secondary result key.

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{ListInput, ScriptedClient, Throttled};

use super::input;

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

fn page(contents: &[u32], prefixes: &[&'static str], token: Option<&str>) -> Result<Output, Throttled> {
    let common_prefixes = (!prefixes.is_empty()).then(|| prefixes.to_vec());
    Ok(Output { contents: contents.to_vec(), common_prefixes, token: token.map(str::to_owned) })
}

#[tokio::test]
async fn items_of_streams_a_secondary_key_and_resumes_at_the_next_page() {
    let client = ScriptedClient::new([
        page(&[1, 2], &["x", "y"], Some("a")),
        page(&[3], &[], Some("b")),
        Err(Throttled),
        page(&[4], &["z"], None),
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

    let client = ScriptedClient::new([page(&[4], &["z"], None)]);
    let resumed = list_paginator(client.clone(), input()).starting_token(token.to_string());
    let resumed = resumed.items_of(|page| page.common_prefixes.into_iter().flatten());
    assert_eq!(resumed.try_collect::<Vec<_>>().await, Ok(vec!["z"]));
    assert_eq!(client.requests(), [ListInput { token: Some("b".into()), limit: None }]);
}

/// The secondary items of a page belong to the first part of the page.
#[tokio::test]
async fn items_of_skips_a_page_that_is_resumed_in_its_middle() {
    let responses = || [page(&[1, 2], &["x"], Some("a")), page(&[3], &["y"], None)];
    for (token, expected) in [("t", vec!["x", "y"]), ("t___0", vec!["x", "y"]), ("t___1", vec!["y"])] {
        let paginator = list_paginator(ScriptedClient::new(responses()), input()).starting_token(token);
        let prefixes = paginator.items_of(|page| page.common_prefixes.unwrap_or_default());
        assert_eq!(prefixes.try_collect::<Vec<_>>().await, Ok(expected), "{token}");
    }
}
