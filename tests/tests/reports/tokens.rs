//! Tokens of unusual types: when they are empty, and how they are stored.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use paginated::{Error, Page, ResumeToken, StartingTokenError, paginated};
use paginated_tests::fixture::read_all;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A type of another crate: it has a string form, and no serde.
#[derive(Clone, Debug, PartialEq)]
pub struct Uri(pub String);

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Uri {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

/// A type of another crate that cannot be stored.
#[derive(Clone, Debug, PartialEq)]
struct Handle(u32);

#[derive(Debug, Page)]
struct Issues<T> {
    items: Vec<u32>,
    next: Option<T>,
}

/// A token without serde passed `cargo check` and failed `cargo build`, at `resume_token()`: octocrab#214, octocrab#507.
#[tokio::test]
async fn a_token_with_a_string_form_is_stored_in_the_resume_token() {
    #[paginated(input_token = url, output_token = next, result_key = items)]
    async fn issues(url: Option<Uri>) -> Result<Issues<Uri>, u8> {
        Ok(match url {
            None => Issues { items: vec![1, 2], next: Some(Uri("/issues?page=2".to_owned())) },
            Some(Uri(url)) if url == "/issues?page=2" => Issues { items: vec![3, 4], next: None },
            Some(url) => panic!("the service did not return {url}"),
        })
    }

    let mut items = issues_paginator(None).max_items(3).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2, 3], None));
    let token = items.resume_token().unwrap().to_string();
    assert_eq!(read_all(issues_paginator(None).starting_token(token).items()).await, (vec![4], None));
    let rest = issues_paginator(None).starting_token("/issues?page=2").items();
    assert_eq!(read_all(rest).await, (vec![3, 4], None));
}

#[tokio::test]
async fn a_list_whose_tokens_are_not_stored_has_no_resume_token() {
    #[paginated(input_token = after, output_token = next, result_key = items, token_with = false)]
    async fn issues(after: Option<Handle>) -> Result<Issues<Handle>, u8> {
        match after {
            None => Ok(Issues { items: vec![1, 2], next: Some(Handle(2)) }),
            Some(Handle(2)) => Ok(Issues { items: vec![3], next: Some(Handle(3)) }),
            Some(Handle(_)) => Err(7),
        }
    }

    let mut items = issues_paginator(None).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2, 3], Some(Error::Operation(7))));
    items.retry();
    assert_eq!(items.next().await, Some(Err(Error::Operation(7))));
    assert_eq!(
        issues_paginator(None).max_items(3).prefetch(1).items().try_collect::<Vec<_>>().await,
        Ok(vec![1, 2, 3])
    );

    let (pages, error) = read_all(issues_paginator(None).max_items(3).pages()).await;
    assert_eq!((pages.len(), error), (2, None));
    let items = issues_paginator(None).max_items(3).items_of(|page| page.items);
    assert_eq!(read_all(items).await, (vec![1, 2, 3], None));

    let full = issues_paginator(None).max_items(3).full_result().await.unwrap();
    let ((), items) = (full.resume_token, full.output.items);
    assert_eq!(items, [1, 2, 3]);
    let error = issues_paginator(None).full_result().await.unwrap_err();
    let ((), items) = (error.resume_token, error.output.unwrap().items);
    assert_eq!((items, error.error), (vec![1, 2, 3], Error::Operation(7)));
}

#[test]
fn a_blocking_list_whose_tokens_are_not_stored_has_no_resume_token() {
    #[paginated(input_token = after, output_token = next, result_key = items, token_with = false)]
    fn issues(after: Option<Handle>) -> Result<Issues<Handle>, u8> {
        let number = after.map_or(1, |handle| handle.0);
        Ok(Issues { items: vec![number], next: (number < 3).then_some(Handle(number + 1)) })
    }

    assert_eq!(issues_paginator(None).items().collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2, 3]));
    let full = issues_paginator(None).full_result().unwrap();
    let ((), items) = (full.resume_token, full.output.items);
    assert_eq!(items, [1, 2, 3]);
}

#[tokio::test]
async fn a_list_whose_tokens_are_not_stored_rejects_a_starting_token() {
    #[paginated(input_token = after, output_token = next, result_key = items, token_with = false)]
    async fn issues(after: Option<String>) -> Result<Issues<String>, u8> {
        panic!("a request was sent: {after:?}")
    }

    // The second token is `{"after": "2"}`.
    for token in [ResumeToken::service("2"), ResumeToken::from("eyJhZnRlciI6ICIyIn0=")] {
        let (_, error) = read_all(issues_paginator(None).starting_token(token).items()).await;
        let error = error.unwrap();
        assert_eq!(error, Error::StartingToken(StartingTokenError::UnstoredTokens));
        let message =
            "the list cannot begin at a starting token, because its tokens are not stored (`token_with = false`)";
        assert_eq!(error.to_string(), message);
    }
}

/// Returns the number of pages of a list whose first page has this token. The second page has none.
macro_rules! count_pages {
    ($type:ty, $token:expr $(, $option:ident = $value:tt)?) => {{
        #[paginated(input_token = after, output_token = next, result_key = items $(, $option = $value)?)]
        async fn list(first: $type, after: Option<$type>) -> Result<Issues<$type>, u8> {
            let next = after.is_none().then_some(first);
            Ok(Issues { items: vec![1], next })
        }

        let (items, error) = read_all(list_paginator($token, None).items()).await;
        assert_eq!(error, None);
        items.len()
    }};
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
enum Phase {
    #[default]
    Active,
    Archived,
}

#[tokio::test]
async fn the_default_variant_of_an_enum_is_a_token() {
    assert_eq!(count_pages!(Phase, Phase::Active), 2);
    assert_eq!(count_pages!(Phase, Phase::Archived), 2);
    assert_eq!(count_pages!((u8, String), (0, String::new())), 2, "a part of it may be empty");
}

#[tokio::test]
async fn a_value_that_is_empty_in_json_is_not_a_token() {
    assert_eq!(count_pages!(String, String::new()), 1);
    assert_eq!(count_pages!(u32, 0), 1);
    assert_eq!(count_pages!(f64, 0.0), 1);
    assert_eq!(count_pages!(bool, false), 1);
    assert_eq!(count_pages!(Vec<u8>, Vec::new()), 1);
    assert_eq!(count_pages!(BTreeMap<String, u32>, BTreeMap::new()), 1);
    assert_eq!(count_pages!(Uri, Uri(String::new())), 1);
    assert_eq!(count_pages!(String, " ".to_owned()), 2);
}

/// Only the default of a type was compared with the empty values.
#[tokio::test]
async fn an_empty_value_that_is_not_the_default_is_not_a_token() {
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Cursor(String);

    impl Default for Cursor {
        fn default() -> Self {
            Self("*".to_owned())
        }
    }

    assert_eq!(count_pages!(Value, json!("")), 1);
    assert_eq!(count_pages!(Value, json!(0)), 1);
    assert_eq!(count_pages!(Value, json!("*")), 2);
    assert_eq!(count_pages!(Cursor, Cursor(String::new())), 1);
    assert_eq!(count_pages!(Cursor, Cursor::default()), 2);
}

#[tokio::test]
async fn without_serde_only_standard_types_can_be_empty() {
    assert_eq!(count_pages!(String, String::new(), token_with = false), 1);
    assert_eq!(count_pages!(u32, 0, token_with = false), 1);
    assert_eq!(count_pages!(f64, 0.0, token_with = false), 1);
    assert_eq!(count_pages!(Vec<Handle>, Vec::new(), token_with = false), 1);
    assert_eq!(count_pages!(Arc<str>, "".into(), token_with = false), 1);
    assert_eq!(count_pages!(Rc<str>, "".into(), token_with = false), 1);
    assert_eq!(count_pages!(Cow<'static, str>, "".into(), token_with = false), 1);
    assert_eq!(count_pages!(&'static str, "", token_with = false), 1);
    assert_eq!(count_pages!(&'static str, "x", token_with = false), 2);
    assert_eq!(count_pages!(Handle, Handle(0), token_with = false), 2);
}
