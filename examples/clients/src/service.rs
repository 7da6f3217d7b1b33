//! A fake HTTP service for the tests.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Response, Uri};
use hyper_util::rt::TokioIo;
use paginated::{Error, Items, Operation};
use serde_json::Value;
use tokio::net::TcpListener;

/// A request, as a handler sees it.
pub(crate) struct Request {
    /// The host and the port of the service.
    pub(crate) host: String,
    pub(crate) path: String,
    query: HashMap<String, String>,
    /// The JSON body, or `Value::Null` if the request has no body.
    pub(crate) body: Value,
}

impl Request {
    async fn read(request: hyper::Request<Incoming>) -> Self {
        let (head, body) = request.into_parts();
        let body = body.collect().await.expect("the body is complete").to_bytes();
        Self {
            host: head.headers["host"].to_str().expect("the host is ASCII").to_owned(),
            path: head.uri.path().to_owned(),
            query: parse_query(&head.uri),
            body: if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).expect("the body is JSON") },
        }
    }

    /// Returns a query parameter.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// Returns a query parameter that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.param(name).map(|number| number.parse().expect("the parameter is a number"))
    }
}

fn parse_query(uri: &Uri) -> HashMap<String, String> {
    let query = format!("http://localhost/?{}", uri.query().unwrap_or_default());
    ::reqwest::Url::parse(&query).expect("the query is valid").query_pairs().into_owned().collect()
}

/// Starts a service on a free port. Returns its URL, which has no slash at the end.
///
/// Some clients need a provider of TLS even for HTTP. All features of `reqwest` are shared, so each test installs it.
pub(crate) async fn serve(handler: impl Fn(Request) -> Response<String> + Send + Sync + 'static) -> String {
    // An error means that another test has installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let url = format!("http://{}", listener.local_addr().expect("the socket has an address"));
    let handler = Arc::new(handler);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let handler = Arc::clone(&handler);
            let respond = service_fn(move |request| {
                let handler = Arc::clone(&handler);
                async move {
                    let response = handler(Request::read(request).await);
                    Ok::<_, Infallible>(response.map(|body| Full::new(Bytes::from(body))))
                }
            });
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), respond));
        }
    });
    url
}

/// Creates a response with a JSON body.
pub(crate) fn json(body: &Value) -> Response<String> {
    json_with_status(200, body)
}

/// Creates a response with a status and a JSON body.
pub(crate) fn json_with_status(status: u16, body: &Value) -> Response<String> {
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(body.to_string()).expect("the response is valid")
}

/// The number of items in a list of the fake services.
pub(crate) const LEN: usize = 7;

/// Returns the numbers of at most `size` items from `start` on, and the start of the next page if there is one.
pub(crate) fn page(start: usize, size: usize) -> (Range<usize>, Option<usize>) {
    let end = (start + size).min(LEN);
    (start.min(end)..end, (end < LEN).then_some(end))
}

/// Collects the items, and leaves the stream for its resume token.
pub(crate) async fn collect<O: Operation>(items: &mut Items<O>) -> Result<Vec<O::Item>, Error<O::Error>> {
    let mut all = Vec::new();
    while let Some(item) = items.try_next().await? {
        all.push(item);
    }
    Ok(all)
}
