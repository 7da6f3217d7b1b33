//! A client of the service.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::uri::InvalidUri;
use axum::http::{StatusCode, Uri};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use paginated::{Page, paginated};
use serde::Deserialize;
use tokio::time::timeout;

/// The time after which a request is cancelled.
const TIMEOUT: Duration = Duration::from_secs(10);

type AnyError = Box<dyn Error + Send + Sync>;

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct ListProducts {
    pub(crate) page: Option<u64>,
    pub(crate) offset: Option<u64>,
    pub(crate) per_page: Option<u64>,
}

#[derive(Debug, Deserialize, Page)]
pub(crate) struct Products {
    pub(crate) products: Vec<Product>,
    pub(crate) total: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Product {
    pub(crate) id: u64,
    pub(crate) name: String,
}

/// The reason why a request failed.
#[derive(Debug)]
pub(crate) enum RequestError {
    Status(StatusCode),
    /// The response is missing or incomplete.
    Connection(AnyError),
    /// The request or the response is invalid.
    Invalid(AnyError),
}

impl RequestError {
    /// Returns `true` if the same request may succeed later.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Status(status) => *status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error(),
            Self::Connection(_) => true,
            Self::Invalid(_) => false,
        }
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "the service responded with {status}"),
            Self::Connection(error) | Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl Error for RequestError {}

pub(crate) struct Client {
    http: legacy::Client<HttpConnector, Empty<Bytes>>,
    url: String,
}

impl Client {
    pub(crate) fn new(url: &str) -> Self {
        Self { http: legacy::Client::builder(TokioExecutor::new()).build_http(), url: url.to_owned() }
    }

    /// Lists by page number.
    #[paginated(
        page_number = "page",
        start = 1,
        limit_key = "per_page",
        total_items = "total",
        result_key = "products"
    )]
    pub(crate) async fn list_products(&self, query: ListProducts) -> Result<Products, RequestError> {
        self.get(&query).await
    }

    /// Lists by offset.
    #[paginated(offset = "offset", limit_key = "per_page", total_items = "total", result_key = "products")]
    pub(crate) async fn list_products_by_offset(&self, query: ListProducts) -> Result<Products, RequestError> {
        self.get(&query).await
    }

    async fn get(&self, query: &ListProducts) -> Result<Products, RequestError> {
        let parameters = [("page", query.page), ("offset", query.offset), ("per_page", query.per_page)];
        let parameters: Vec<_> =
            parameters.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))).collect();
        let url = format!("{}/products?{}", self.url, parameters.join("&")).parse();
        let url = url.map_err(|error: InvalidUri| RequestError::Invalid(error.into()))?;
        let response = timeout(TIMEOUT, self.request(url)).await.map_err(AnyError::from).flatten();
        let (status, body) = response.map_err(RequestError::Connection)?;
        if !status.is_success() {
            return Err(RequestError::Status(status));
        }
        serde_json::from_slice(&body).map_err(|error| RequestError::Invalid(error.into()))
    }

    /// Requests a URL, and returns the status and the body of the response.
    async fn request(&self, url: Uri) -> Result<(StatusCode, Bytes), AnyError> {
        let response = self.http.get(url).await?;
        Ok((response.status(), response.into_body().collect().await?.to_bytes()))
    }
}
