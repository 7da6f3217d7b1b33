//! An embedded `AppStream` service and an AWS SDK client for it, shared by the examples and their tests.
//!
//! [`service`] implements `DescribeSessions` and three related operations on a loopback port, in both protocols that
//! AWS clients use. [`sdk`] creates an `aws-sdk-appstream` client for it, and [`operations`] contains the paginators
//! of three of these operations.
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

pub mod cli;
pub mod operations;
pub mod process;
pub mod sdk;
pub mod service;
