//! The service on a TCP port.

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

type Answer = hyper::Response<Body>;

/// No request of these operations comes near it.
const LONGEST_BODY: usize = 64 * 1024;

/// A service that runs. It stops when this is dropped: no new connections then, and open ones end with the request
/// that they are at.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    service: Arc<Service>,
    // Never sent to: dropping it is the signal.
    stop: oneshot::Sender<Infallible>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Its address as an endpoint URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// The service that it serves.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// How many requests came, those that got an error among them.
    pub fn requests(&self) -> u64 {
        self.service.requests()
    }

    /// Stops, and waits until the last request is answered.
    pub async fn stop(self) {
        drop(self.stop);
        // Fails only where the runtime ends before the server does.
        let _ = self.accepting.await;
    }
}

/// Serves on `addr`; port 0 takes a free one.
///
/// # Errors
/// If it cannot listen there.
pub async fn serve(service: impl Into<Arc<Service>>, addr: impl ToSocketAddrs) -> io::Result<Server> {
    let service = service.into();
    let listener = TcpListener::bind(addr).await?;
    let addr = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel();
    let accepting = tokio::spawn(accept(listener, Arc::clone(&service), stopped));
    Ok(Server { addr, service, stop, accepting })
}

async fn accept(listener: TcpListener, service: Arc<Service>, mut stopped: oneshot::Receiver<Infallible>) {
    let connections = GracefulShutdown::new();
    loop {
        tokio::select! {
            _ = &mut stopped => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => converse(stream, &service, &connections),
                // Out of file descriptors, most likely: some may be free again in a moment.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
        }
    }
    drop(listener);
    connections.shutdown().await;
}

fn converse(stream: TcpStream, service: &Arc<Service>, connections: &GracefulShutdown) {
    // Small answers would wait for more otherwise; without it they are only slower.
    let _ = stream.set_nodelay(true);
    let service = Arc::clone(service);
    let respond = service_fn(move |request| respond(Arc::clone(&service), request));
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), respond);
    // A connection fails where the client goes away, which is the client's right.
    tokio::spawn(connections.watch(connection));
}

/// An error closes the connection without an answer.
async fn respond(service: Arc<Service>, request: hyper::Request<Incoming>) -> io::Result<Answer> {
    let number = service.count();
    let fault = service.faults.draw(number);
    match fault {
        Some(Fault::DroppedConnection) => return Err(io::ErrorKind::ConnectionReset.into()),
        Some(Fault::SlowAnswer) => tokio::time::sleep(service.faults.delay(number)).await,
        _ => {}
    }
    let (head, body) = request.into_parts();
    let mut answer = match Protocol::recognise(&head) {
        Some((protocol, operation)) => answer(&service, protocol, operation, body, fault).await,
        None => neither(&head),
    };
    let id = format!("00000000-0000-4000-8000-{number:012x}");
    answer.headers_mut().insert("x-amzn-requestid", id.parse().expect("hex digits and dashes"));
    Ok(if fault == Some(Fault::CutBody) { answer.map(Body::cut) } else { answer })
}

async fn answer(
    service: &Service,
    protocol: Protocol,
    operation: &str,
    body: Incoming,
    fault: Option<Fault>,
) -> Answer {
    let answered = match (read(body).await, fault.and_then(Fault::error)) {
        (Err(error), _) | (Ok(_), Some(error)) => Err(error),
        (Ok(body), None) => protocol.decode(operation, &body).and_then(|request| service.answer(&request)),
    };
    let (status, body) = match answered {
        Ok(output) => (200, protocol.encode(&output)),
        Err(error) => (error.kind().status(), protocol.encode(&error)),
    };
    let mut answer = reply(status, protocol.content_type(), body);
    if protocol == Protocol::RpcV2Cbor {
        answer.headers_mut().insert("smithy-protocol", "rpc-v2-cbor".parse().expect("letters and dashes"));
    }
    answer
}

async fn read(body: Incoming) -> Result<Bytes, ServiceError> {
    let read = Limited::new(body, LONGEST_BODY).collect().await;
    let body = read.map_err(|error| ServiceError::new(ErrorKind::Serialization, error.to_string()))?;
    Ok(body.to_bytes())
}

/// For people who open the address in a browser.
fn neither(head: &Parts) -> Answer {
    let text = format!("{} {} is no request of AppStream's\n", head.method, head.uri.path());
    reply(404, "text/plain", text.into_bytes())
}

fn reply(status: u16, content_type: &'static str, body: Vec<u8>) -> Answer {
    let answer = hyper::Response::builder().status(status).header("content-type", content_type);
    answer.body(Body::new(body)).expect("a status and a header that are constants")
}
