//! The HTTP server.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream, ToSocketAddrs};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::body::Body;
use super::error::{ErrorKind, ServiceError};
use super::protocol::Protocol;
use super::{Fault, Service};

type HttpResponse = hyper::Response<Body>;

/// The size limit of request bodies, which is far above the size of any valid one.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// A running server. Dropping it stops the server: it accepts no more connections, and closes each open one after its
/// current request.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    service: Arc<Service>,
    // Dropping the sender is the signal. Nothing is ever sent.
    stop: oneshot::Sender<Infallible>,
    accept_loop: JoinHandle<()>,
}

impl Server {
    /// Returns the address of the server.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Returns the address as an endpoint URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Returns the service.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// Returns the number of requests received, including failed ones.
    pub fn requests(&self) -> u64 {
        self.service.requests()
    }

    /// Stops the server and waits for the last response.
    pub async fn stop(self) {
        drop(self.stop);
        // Fails only if the runtime is shut down first.
        let _ = self.accept_loop.await;
    }
}

/// Starts a server on `addr`. Port 0 selects a free port.
///
/// # Errors
/// If the address cannot be bound.
pub async fn serve(service: impl Into<Arc<Service>>, addr: impl ToSocketAddrs) -> io::Result<Server> {
    let service = service.into();
    let listener = TcpListener::bind(addr).await?;
    let addr = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel();
    let accept_loop = tokio::spawn(accept(listener, Arc::clone(&service), stopped));
    Ok(Server { addr, service, stop, accept_loop })
}

async fn accept(listener: TcpListener, service: Arc<Service>, mut stopped: oneshot::Receiver<Infallible>) {
    let connections = GracefulShutdown::new();
    loop {
        tokio::select! {
            _ = &mut stopped => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => serve_connection(stream, &service, &connections),
                // The process is probably out of file descriptors, and some may be released soon.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
        }
    }
    drop(listener);
    connections.shutdown().await;
}

fn serve_connection(stream: TcpStream, service: &Arc<Service>, connections: &GracefulShutdown) {
    // Prevents a delay of small responses. A failure only makes them slower.
    let _ = stream.set_nodelay(true);
    let service = Arc::clone(service);
    let respond = service_fn(move |request| respond(Arc::clone(&service), request));
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), respond);
    // An error means that the client closed the connection, which needs no handling.
    tokio::spawn(connections.watch(connection));
}

/// Returns the response, which a fault may change. An error closes the connection without a response.
async fn respond(service: Arc<Service>, request: hyper::Request<Incoming>) -> io::Result<HttpResponse> {
    let number = service.next_request_number();
    let fault = service.faults.select(number);
    match fault {
        Some(Fault::DroppedConnection) => return Err(io::ErrorKind::ConnectionReset.into()),
        Some(Fault::SlowResponse) => tokio::time::sleep(service.faults.delay(number)).await,
        _ => {}
    }
    let (head, body) = request.into_parts();
    let mut response = match Protocol::detect(&head) {
        Some((protocol, operation)) => run_operation(&service, protocol, operation, body, fault).await,
        None => reject_unknown(&head),
    };
    let id = format!("00000000-0000-4000-8000-{number:012x}");
    response.headers_mut().insert("x-amzn-requestid", id.parse().expect("hex digits and dashes are valid in a header"));
    Ok(if fault == Some(Fault::TruncatedBody) { response.map(Body::truncate) } else { response })
}

async fn run_operation(
    service: &Service,
    protocol: Protocol,
    operation: &str,
    body: Incoming,
    fault: Option<Fault>,
) -> HttpResponse {
    let result = match (read_body(body).await, fault.and_then(Fault::error)) {
        (Err(error), _) | (Ok(_), Some(error)) => Err(error),
        (Ok(body), None) => protocol.decode(operation, &body).and_then(|request| service.handle(&request)),
    };
    let (status, body) = match result {
        Ok(output) => (200, protocol.encode(&output)),
        Err(error) => (error.kind().status(), protocol.encode(&error)),
    };
    let mut response = build_response(status, protocol.content_type(), body);
    if protocol == Protocol::RpcV2Cbor {
        response
            .headers_mut()
            .insert("smithy-protocol", "rpc-v2-cbor".parse().expect("letters and dashes are valid in a header"));
    }
    response
}

async fn read_body(body: Incoming) -> Result<Bytes, ServiceError> {
    let collected = Limited::new(body, MAX_BODY_BYTES).collect().await;
    let body = collected.map_err(|error| ServiceError::new(ErrorKind::Serialization, error.to_string()))?;
    Ok(body.to_bytes())
}

/// Returns the response to a request in neither protocol, for example from a browser.
fn reject_unknown(head: &Parts) -> HttpResponse {
    let text = format!("{} {} is not an AppStream request\n", head.method, head.uri.path());
    build_response(404, "text/plain", text.into_bytes())
}

fn build_response(status: u16, content_type: &'static str, body: Vec<u8>) -> HttpResponse {
    let response = hyper::Response::builder().status(status).header("content-type", content_type);
    response.body(Body::new(body)).expect("the status and the header are valid")
}
