//! An HTTP service with a list of products, by page number or by offset, which simulates faults.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Router, serve};
use futures::stream;
use paginated_examples::service::{Fault, Faults};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::client::ListProducts;

/// The largest page. A larger page size is reduced to it.
pub(crate) const MAX_PER_PAGE: u64 = 100;

pub(crate) struct Service {
    products: u64,
    pub(crate) faults: Faults,
    /// The number of requests received, including failed ones.
    pub(crate) requests: AtomicU64,
}

impl Service {
    pub(crate) fn new(products: u64, faults: Faults) -> Self {
        Self { products, faults, requests: AtomicU64::new(0) }
    }

    /// Starts the service on a free local port, and returns its URL.
    pub(crate) async fn start(self: &Arc<Self>) -> io::Result<String> {
        let router = Router::new().route("/products", get(list_products)).with_state(Arc::clone(self));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        tokio::spawn(serve(listener, router).into_future());
        Ok(url)
    }
}

async fn list_products(
    State(service): State<Arc<Service>>,
    Query(query): Query<ListProducts>,
) -> Result<Response, StatusCode> {
    let request = service.requests.fetch_add(1, Ordering::Relaxed) + 1;
    let fault = service.faults.select(request);
    match fault {
        Some(Fault::Throttling) => return Err(StatusCode::TOO_MANY_REQUESTS),
        Some(Fault::InternalError) => return Err(StatusCode::INTERNAL_SERVER_ERROR),
        Some(Fault::SlowResponse) => sleep(service.faults.delay(request)).await,
        // Pages that are requested at the same time arrive in any order.
        _ => sleep(service.faults.delay(request) / 50).await,
    }
    let mut per_page = query.per_page.unwrap_or(MAX_PER_PAGE).clamp(1, MAX_PER_PAGE);
    let start = query.offset.unwrap_or_else(|| (query.page.unwrap_or(1).max(1) - 1) * per_page);
    // Some services return fewer items than requested. Only with offsets can this happen in the middle of a list.
    if query.offset.is_some() && request.is_multiple_of(40) {
        per_page = per_page.div_ceil(2);
    }
    let products = start..(start + per_page).min(service.products);
    let products: Vec<_> = products.map(|id| json!({ "id": id, "name": format!("product {id}") })).collect();
    let mut body = Bytes::from(json!({ "products": products, "total": service.products }).to_string());
    Ok(Response::new(match fault {
        Some(Fault::TruncatedBody) => close_after(body.split_to(body.len() / 2)),
        Some(Fault::DroppedConnection) => close_after(Bytes::new()),
        _ => body.into(),
    }))
}

/// Returns a body after which the connection is closed, although the response is not complete.
fn close_after(part: Bytes) -> Body {
    Body::from_stream(stream::iter([Ok(part), Err(io::Error::from(io::ErrorKind::ConnectionReset))]))
}
