//! Runs the embedded service for other clients.

use std::io::{self, Write};
use std::net::SocketAddr;

use paginated_examples::service::{Service, serve};

use super::failure::Failure;

/// Runs `service` on `addr`, prints its URL, and returns at the first interrupt.
pub(crate) async fn serve_until_interrupted(service: Service, addr: SocketAddr) -> Result<(), Failure> {
    let server = serve(service, addr).await.map_err(Failure::Server)?;
    // Begins to listen for the interrupt before the URL is printed, because the reader may interrupt immediately.
    let interrupted = tokio::spawn(tokio::signal::ctrl_c());
    tokio::task::yield_now().await;
    writeln!(io::stdout().lock(), "{}", server.url())?;
    interrupted.await.map_err(io::Error::other)??;
    server.stop().await;
    Ok(())
}
