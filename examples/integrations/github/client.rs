//! A small GitHub client, which lists repositories in three ways.

use std::error::Error;
use std::io;

use axum::body::Bytes;
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, LINK, USER_AGENT};
use axum::http::{HeaderMap, Method, Request, Uri};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use paginated::{Page, paginated};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

type BoxError = Box<dyn Error + Send + Sync>;

#[derive(Clone, Default)]
pub(crate) struct ListRepositories {
    pub(crate) page: Option<u32>,
    pub(crate) per_page: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Repository {
    pub(crate) name: String,
}

/// A page with its header `Link`.
#[derive(Page)]
pub(crate) struct Linked {
    pub(crate) headers: HeaderMap,
    pub(crate) repositories: Vec<Repository>,
}

#[derive(Clone, Default, Serialize)]
pub(crate) struct Variables {
    pub(crate) first: Option<u32>,
    pub(crate) after: Option<String>,
}

#[derive(Deserialize, Page)]
pub(crate) struct Answer {
    /// Absent if the query failed.
    pub(crate) data: Option<Data>,
    #[serde(default)]
    pub(crate) errors: Vec<GraphqlError>,
}

#[derive(Deserialize)]
pub(crate) struct GraphqlError {
    message: String,
}

#[derive(Deserialize, Page)]
pub(crate) struct Data {
    pub(crate) viewer: Viewer,
}

#[derive(Deserialize, Page)]
pub(crate) struct Viewer {
    pub(crate) repositories: Connection,
}

#[derive(Deserialize, Page)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Connection {
    pub(crate) edges: Vec<Option<Edge>>,
    pub(crate) page_info: PageInfo,
}

#[derive(Deserialize, Page)]
pub(crate) struct Edge {
    pub(crate) node: Option<Repository>,
}

#[derive(Deserialize, Page)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PageInfo {
    pub(crate) end_cursor: Option<String>,
    pub(crate) has_next_page: bool,
}

/// The GraphQL query of [`GitHub::list_by_graphql`].
const QUERY: &str = "query($first: Int, $after: String) {
  viewer { repositories(first: $first, after: $after) { edges { node { name } } pageInfo { endCursor hasNextPage } } }
}";

pub(crate) struct GitHub {
    http: Client<HttpConnector, Full<Bytes>>,
    base: Uri,
    access_token: String,
}

impl GitHub {
    pub(crate) fn new(base: Uri, access_token: &str) -> Self {
        Self { http: Client::builder(TokioExecutor::new()).build_http(), base, access_token: access_token.to_owned() }
    }

    /// Lists by page number. The response is the list itself, so the list ends at an empty page.
    #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@")]
    pub(crate) async fn list_by_number(&self, query: ListRepositories) -> io::Result<Vec<Repository>> {
        Ok(self.get(self.list_url(&query)?).await?.1)
    }

    /// Lists by the link of the next page, which is in the header `Link`.
    #[paginated(
        next_link = |page| next_link(&page.headers),
        next_method = follow_link,
        limit_key = "per_page",
        result_key = "repositories"
    )]
    pub(crate) async fn list_by_link(&self, query: ListRepositories) -> io::Result<Linked> {
        let (headers, repositories) = self.get(self.list_url(&query)?).await?;
        Ok(Linked { headers, repositories })
    }

    /// Requests the link of a page. The access token is sent only to the service itself.
    async fn follow_link(&self, link: &str) -> io::Result<Linked> {
        let url: Uri = link.parse().map_err(io::Error::other)?;
        if (url.scheme(), url.authority()) != (self.base.scheme(), self.base.authority()) {
            return Err(io::Error::other("the link of the next page is on another host"));
        }
        let (headers, repositories) = self.get(url).await?;
        Ok(Linked { headers, repositories })
    }

    /// Lists by a GraphQL query. The items are the nodes of the edges.
    #[paginated(
        input_token = "after",
        output_token = "data.viewer.repositories.pageInfo.endCursor",
        more_results = "data.viewer.repositories.pageInfo.hasNextPage",
        limit_key = "first",
        result_key = "data.viewer.repositories.edges[].node"
    )]
    pub(crate) async fn list_by_graphql(&self, variables: Variables) -> io::Result<Answer> {
        let body = json!({ "query": QUERY, "variables": variables });
        let (_, answer): (_, Answer) = self.send(Method::POST, self.url("/graphql")?, body.to_string()).await?;
        // The status of a query that failed is 200. A field that is null because of an error looks like the end of the list.
        match answer.errors.first() {
            Some(error) => Err(io::Error::other(&*error.message)),
            None => Ok(answer),
        }
    }

    fn url(&self, path_and_query: &str) -> io::Result<Uri> {
        let mut parts = self.base.clone().into_parts();
        parts.path_and_query = Some(path_and_query.parse().map_err(io::Error::other)?);
        Uri::from_parts(parts).map_err(io::Error::other)
    }

    fn list_url(&self, query: &ListRepositories) -> io::Result<Uri> {
        let page = query.page.map(|page| format!("page={page}"));
        let per_page = query.per_page.map(|per_page| format!("per_page={per_page}"));
        let parameters: Vec<_> = page.into_iter().chain(per_page).collect();
        self.url(&format!("/user/repos?{}", parameters.join("&")))
    }

    async fn get<T: DeserializeOwned>(&self, url: Uri) -> io::Result<(HeaderMap, T)> {
        self.send(Method::GET, url, String::new()).await
    }

    async fn send<T: DeserializeOwned>(&self, method: Method, url: Uri, body: String) -> io::Result<(HeaderMap, T)> {
        self.try_send(method, url, body).await.map_err(io::Error::other)
    }

    async fn try_send<T: DeserializeOwned>(
        &self,
        method: Method,
        url: Uri,
        body: String,
    ) -> Result<(HeaderMap, T), BoxError> {
        let request = Request::builder()
            .method(method)
            .uri(url)
            .header(AUTHORIZATION, format!("Bearer {}", self.access_token))
            .header(USER_AGENT, "paginated-example")
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(body))?;
        let (head, body) = self.http.request(request).await?.into_parts();
        if !head.status.is_success() {
            return Err(format!("the service responded with {}", head.status).into());
        }
        Ok((head.headers, serde_json::from_slice(&body.collect().await?.to_bytes())?))
    }
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
