//! Tokens of types that are not serde's.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::read_all;

/// A type of another crate: it has a string form, and no serde.
#[derive(Clone, Debug, PartialEq)]
struct Uri(String);

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
    assert_eq!(issues_paginator(None).max_items(3).prefetch().items().try_collect::<Vec<_>>().await, Ok(vec![1, 2, 3]));

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
