//! Links that repeat, are empty, or change their form, and tokens that could be links.

use paginated::{Error, Page, ResumeToken, StartingTokenError, paginated};
use paginated_tests::fixture::read_all;

#[derive(Page)]
struct Output {
    items: Vec<usize>,
    next: Option<String>,
}

/// A client that returns a link for each request, after the first for a link: that at the position of the link.
#[derive(Clone)]
struct Client {
    links: Vec<Option<&'static str>>,
}

impl Client {
    fn page(&self, number: usize) -> Result<Output, u8> {
        Ok(Output { items: vec![number], next: self.links[number].map(str::to_owned) })
    }

    #[paginated(next_link = "next", next_method = follow, result_key = "items")]
    async fn list(&self) -> Result<Output, u8> {
        self.page(0)
    }

    async fn follow(&self, link: &str) -> Result<Output, u8> {
        let is_link = |earlier: &Option<&str>| *earlier == Some(link);
        self.page(1 + self.links.iter().position(is_link).expect("a link of this service"))
    }
}

async fn read(links: &[Option<&'static str>]) -> (Vec<usize>, Option<Error<u8>>) {
    read_all(Client { links: links.to_vec() }.list_paginator().max_pages(100).items()).await
}

#[tokio::test]
async fn a_link_that_repeats_is_an_error_after_its_page() {
    let (items, error) = read(&[Some("/1"), Some("/1")]).await;
    assert_eq!(items, [0, 1]);
    assert!(
        matches!(&error, Some(Error::RepeatedToken(error)) if error.key == "next" && error.pages == 2),
        "{error:?}"
    );
}

#[tokio::test]
async fn links_that_cycle_are_an_error() {
    let (items, error) = read(&[Some("/1"), Some("/2"), Some("/3"), Some("/1")]).await;
    assert_eq!(items[..4], [0, 1, 2, 3]);
    assert!(matches!(&error, Some(Error::TokenCycle(_))), "{error:?}");
    assert!(items.len() < 20, "{items:?}");
}

#[tokio::test]
async fn an_empty_link_is_the_end() {
    assert_eq!(read(&[Some("/1"), Some("")]).await, (vec![0, 1], None));
    assert_eq!(read(&[Some("")]).await, (vec![0], None));
}

#[tokio::test]
async fn a_link_can_be_relative_on_one_page_and_absolute_on_another() {
    let links = [Some("/1"), Some("https://host/2"), Some("?page=3"), None];
    assert_eq!(read(&links).await, (vec![0, 1, 2, 3], None));
    let client = Client { links: links.to_vec() };
    for taken in 0..=4 {
        let mut items = client.list_paginator().max_items(taken).items();
        let (mut found, _) = read_all(&mut items).await;
        if let Some(token) = items.resume_token() {
            let rest = client.list_paginator().starting_token(token.to_string()).items();
            found.extend(rest.try_collect::<Vec<_>>().await.unwrap());
        }
        assert_eq!(found, [0, 1, 2, 3], "after {taken} items");
    }
}

#[tokio::test]
async fn a_link_of_another_type_later_is_an_error_of_the_call_and_loses_nothing() {
    #[derive(serde::Deserialize, Page)]
    struct Json {
        items: Vec<u32>,
        next: Option<String>,
    }

    #[paginated(next_link = "next", next_method = follow, result_key = "items")]
    async fn list() -> Result<Json, String> {
        follow("/1").await
    }
    async fn follow(link: &str) -> Result<Json, String> {
        let json = if link == "/1" {
            r#"{"items": [1, 2], "next": "/2"}"#
        } else {
            r#"{"items": [3], "next": {"href": "/3"}}"#
        };
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    let mut items = list_paginator().items();
    let (found, error) = read_all(&mut items).await;
    assert_eq!(found, [1, 2]);
    assert!(matches!(error, Some(Error::Operation(_))), "{error:?}");
    let token = items.resume_token().unwrap().to_string();
    let item = list_paginator().starting_token(token).items().next().await;
    assert!(matches!(item, Some(Err(Error::Operation(_)))), "{item:?}");
}

#[tokio::test]
async fn a_token_that_is_not_a_resume_token_is_refused_unless_it_is_marked_as_a_link() {
    let client = Client { links: vec![Some("/1"), None] };
    for link in ["/1", "https://attacker/", "x___1", "None"] {
        let item = client.list_paginator().starting_token(link).items().next().await;
        assert_eq!(item, Some(Err(Error::StartingToken(StartingTokenError::ForeignLink))), "{link}");
    }
    let mut items = client.list_paginator().starting_token(ResumeToken::service("/1")).items();
    let token = items.resume_token().unwrap().to_string();
    assert_eq!(read_all(&mut items).await, (vec![1], None));
    assert_eq!(read_all(client.list_paginator().starting_token(token).items()).await, (vec![1], None));
}
