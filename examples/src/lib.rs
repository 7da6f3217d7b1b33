//! An `AppStream` service that runs inside a test or an example, and an AWS SDK client for it.
//!
//! [`service`] answers `DescribeSessions` and its neighbours on a loopback port, in the two protocols that AWS clients
//! speak; [`sdk`] makes an `aws-sdk-appstream` client that asks it.
//!
//! ```
//! use paginated_examples::{sdk, service};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = service::serve(service::Service::with_sample_data(), "127.0.0.1:0").await?;
//! let client = sdk::client(server.url());
//! let page = client.describe_sessions().stack_name("training").fleet_name("classroom").send().await?;
//! assert_eq!(page.sessions().len(), 20);
//! assert_eq!(server.requests(), 1);
//! # Ok(())
//! # }
//! ```

pub mod sdk;
pub mod service;
