//! A client of the service.

use std::error::Error;
use std::io;

use axum::body::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use paginated::{Page, paginated};
use serde::Deserialize;

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
    pub(crate) async fn list_products(&self, query: ListProducts) -> io::Result<Products> {
        self.get(&query).await.map_err(io::Error::other)
    }

    /// Lists by offset.
    #[paginated(offset = "offset", limit_key = "per_page", total_items = "total", result_key = "products")]
    pub(crate) async fn list_products_by_offset(&self, query: ListProducts) -> io::Result<Products> {
        self.get(&query).await.map_err(io::Error::other)
    }

    async fn get(&self, query: &ListProducts) -> Result<Products, Box<dyn Error + Send + Sync>> {
        let parameters = [("page", query.page), ("offset", query.offset), ("per_page", query.per_page)];
        let parameters: Vec<_> =
            parameters.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))).collect();
        let response = self.http.get(format!("{}/products?{}", self.url, parameters.join("&")).parse()?).await?;
        if !response.status().is_success() {
            return Err(format!("the service responded with {}", response.status()).into());
        }
        Ok(serde_json::from_slice(&response.into_body().collect().await?.to_bytes())?)
    }
}
