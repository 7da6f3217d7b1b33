//! The embedded service alone, for other clients.

use std::io::{self, Write};
use std::net::SocketAddr;

use paginated_examples::service::{Service, serve};

use super::failure::Failure;

/// Serves `service` on `addr`, prints its address as the first line, and ends with the first interrupt.
pub(crate) async fn serve_until_interrupted(service: Service, addr: SocketAddr) -> Result<(), Failure> {
    let server = serve(service, addr).await.map_err(Failure::Listen)?;
    // Listens for the interrupt before the address is told: who reads it may interrupt at once.
    let interrupted = tokio::spawn(tokio::signal::ctrl_c());
    tokio::task::yield_now().await;
    writeln!(io::stdout().lock(), "{}", server.url())?;
    interrupted.await.map_err(io::Error::other)??;
    server.stop().await;
    Ok(())
}
