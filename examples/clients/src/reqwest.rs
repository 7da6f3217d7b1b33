//! `reqwest`: a client of your own, with a cursor, page numbers, or the header `Link`.
//!
//! # What to watch for
//!
//! - `error_for_status` turns an error response into an error of the method. Without it, a body such as `{"message": "…"}`
//!   may be parsed as an empty page, which looks like the end of the list.
//! - Serialized query parameters that are `None` are not sent.
//! - With page numbers, a method that takes the request by value can request several pages at a time: see `prefetch`.
//! - A link is the only style in which the service chooses the host of the next request. Check it before you send
//!   credentials.

use std::error::Error;

use paginated::{Page, paginated};
use reqwest::header::{HeaderMap, LINK};
use reqwest::{Client, Response, Url};
use serde::{Deserialize, Serialize};

type AnyError = Box<dyn Error + Send + Sync>;

/// A client of one service.
pub struct Api {
    http: Client,
    base: Url,
}

#[derive(Clone, Default, Serialize)]
pub struct UsersQuery {
    pub cursor: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Clone, Default, Serialize)]
pub struct NumberedQuery {
    pub page: Option<u32>,
    pub per_page: Option<u32>,
}

#[derive(Deserialize, Page)]
pub struct Users {
    pub users: Vec<User>,
    pub next_cursor: Option<String>,
}

/// A page whose links are in a header.
#[derive(Page)]
pub struct Linked {
    pub users: Vec<User>,
    headers: HeaderMap,
}

#[derive(Debug, Deserialize)]
pub struct User {
    pub id: usize,
}

impl Api {
    /// Creates a client. `base` ends with a slash.
    pub fn new(base: Url) -> Self {
        Self { http: Client::new(), base }
    }

    /// The response has a cursor, which the next request sends.
    #[paginated(input_token = "cursor", output_token = "next_cursor", limit_key = "limit", result_key = "users")]
    pub async fn list(&self, query: &UsersQuery) -> reqwest::Result<Users> {
        self.get(self.url("users"), query).await?.json().await
    }

    /// Pages are numbered, and the response is the list.
    #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@")]
    pub async fn list_numbered(&self, query: NumberedQuery) -> reqwest::Result<Vec<User>> {
        self.get(self.url("numbered"), &query).await?.json().await
    }

    /// The header `Link` has the URL of the next page.
    #[paginated(
        next_link = |page| next_link(&page.headers),
        next_method = list_linked_next,
        limit_key = "per_page",
        result_key = "users",
    )]
    pub async fn list_linked(&self, query: &NumberedQuery) -> Result<Linked, AnyError> {
        linked(self.get(self.url("linked"), query).await?).await
    }

    async fn list_linked_next(&self, link: &str) -> Result<Linked, AnyError> {
        let url = self.base.join(link)?;
        if url.origin() != self.base.origin() {
            return Err("the next page is on another host".into());
        }
        linked(self.get(url, &()).await?).await
    }

    async fn get(&self, url: Url, query: &impl Serialize) -> reqwest::Result<Response> {
        self.http.get(url).query(query).send().await?.error_for_status()
    }

    fn url(&self, path: &str) -> Url {
        self.base.join(path).expect("the path is valid")
    }
}

async fn linked(response: Response) -> Result<Linked, AnyError> {
    let headers = response.headers().clone();
    Ok(Linked { users: response.json().await?, headers })
}

/// Finds the URL in `<URL>; rel="next"`. There may be several links in a header, and several headers. A URL may contain commas,
/// and the value of `rel` may be without quotes, or be a list: `rel="next last"`.
fn next_link(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok());
    let mut links = values.flat_map(|value| value.split('<')).filter_map(|link| link.split_once('>'));
    let (url, _) = links.find(|(_, parameters)| {
        let parameters = parameters.split([';', ',']).filter_map(|parameter| parameter.split_once('='));
        let mut rels = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
        rels.any(|(_, rel)| rel.trim().trim_matches('"').split(' ').any(|rel| rel.eq_ignore_ascii_case("next")))
    })?;
    Some(url.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    fn users(ids: impl Iterator<Item = usize>) -> Value {
        ids.map(|id| json!({ "id": id })).collect()
    }

    async fn api() -> Api {
        let url = serve(|request| match &*request.path {
            "/users" => {
                let start = request.number("cursor").unwrap_or(0);
                let (ids, next) = page(start, request.number("limit").unwrap_or(3));
                service::json(&json!({ "users": users(ids), "next_cursor": next.map(|next| next.to_string()) }))
            }
            path => {
                let (number, size) = (request.number("page").unwrap_or(1), request.number("per_page").unwrap_or(3));
                let (ids, next) = page((number - 1) * size, size);
                let mut response = service::json(&users(ids));
                if next.is_some() && path == "/linked" {
                    let link = format!(
                        r#"</linked?page=1>; rel="first", </linked?page={}&per_page={size}>; rel="next""#,
                        number + 1
                    );
                    response.headers_mut().insert(LINK, link.parse().unwrap());
                }
                response
            }
        });
        Api::new(format!("{}/", url.await).parse().unwrap())
    }

    fn ids(users: Vec<User>) -> Vec<usize> {
        users.into_iter().map(|user| user.id).collect()
    }

    #[tokio::test]
    async fn lists_by_cursor() {
        let api = api().await;
        let mut users = api.list_paginator(UsersQuery::default()).page_size(2).max_items(3).items();
        assert_eq!(ids(collect(&mut users).await.unwrap()), [0, 1, 2]);
        let rest = api.list_paginator(UsersQuery::default()).starting_token(users.resume_token().unwrap());
        assert_eq!(ids(rest.items().try_collect().await.unwrap()), [3, 4, 5, 6]);
    }

    #[tokio::test]
    async fn lists_by_page_number() {
        let api = api().await;
        let users = api.list_numbered_paginator(NumberedQuery::default()).page_size(2).items().try_collect().await;
        assert!(ids(users.unwrap()).into_iter().eq(0..LEN));
    }

    #[tokio::test]
    async fn lists_by_link() {
        let api = api().await;
        let users = api.list_linked_paginator(NumberedQuery::default()).page_size(2).items().try_collect().await;
        assert!(ids(users.unwrap()).into_iter().eq(0..LEN));
    }

    #[test]
    fn the_next_link_is_found_in_every_form_of_the_header() {
        let next = |values: &[&str]| {
            next_link(&values.iter().map(|value| (LINK, value.parse().unwrap())).collect::<HeaderMap>())
        };
        let found = Some("/a?ids=1,2&page=2".to_owned());
        assert_eq!(
            next(&[r#"</a?page=1>; rel="prev", </a?ids=1,2&page=2>; rel="next",</a?page=9>; rel="last""#]),
            found
        );
        assert_eq!(next(&[r#"</a?page=1>; rel="self""#, r#"</a?ids=1,2&page=2>; rel="next""#]), found);
        assert_eq!(next(&["</a?page=1>; rel=first, </a?ids=1,2&page=2>; rel=next, </a?page=9>; rel=last"]), found);
        assert_eq!(next(&[r#"</a?ids=1,2&page=2>; title="b"; Rel="last Next""#]), found);
        assert_eq!(next(&[r#"</a?page=1>; rel="prev", </a?page=9>; rel="last"; title="next""#]), None);
        assert_eq!(next(&[]), None);
    }

    #[tokio::test]
    async fn a_link_to_another_host_is_an_error() {
        let url = serve(|_| {
            let mut response = service::json(&users(0..2));
            response.headers_mut().insert(LINK, r#"<http://localhost:1/users>; rel="next""#.parse().unwrap());
            response
        });
        let api = Api::new(url.await.parse().unwrap());
        let mut users = api.list_linked_paginator(NumberedQuery::default()).items();
        assert!(users.try_next().await.is_ok());
        assert!(users.try_next().await.is_ok());
        let error = users.try_next().await.unwrap_err();
        assert_eq!(error.as_operation().unwrap().to_string(), "the next page is on another host");
    }

    #[tokio::test]
    async fn an_error_status_is_not_the_end() {
        let url = serve(|_| service::json_with_status(500, &json!({ "users": [] })));
        let api = Api::new(url.await.parse().unwrap());
        let users: Result<Vec<User>, _> = api.list_paginator(UsersQuery::default()).items().try_collect().await;
        assert_eq!(users.unwrap_err().as_operation().unwrap().status().unwrap(), 500);
    }
}
