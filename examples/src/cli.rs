//! Command-line options that several examples share.

use crate::service::{Faults, Service};

/// Options that make the embedded service simulate faults.
#[derive(Debug, clap::Args)]
pub struct FaultOptions {
    /// Make the embedded service simulate a fault for this fraction of requests, from 0 to 1
    #[arg(long, value_name = "RATE", default_value = "0", value_parser = parse_rate, conflicts_with = "endpoint_url")]
    faults: f64,

    /// Select which requests have a fault; the same seed selects the same requests
    #[arg(long, value_name = "N", default_value_t = 1, requires = "faults")]
    seed: u64,
}

impl FaultOptions {
    /// Enables the selected faults.
    #[must_use]
    pub fn apply(&self, service: Service) -> Service {
        service.with_faults(self.faults, self.seed)
    }

    /// Returns the selected faults, for a service of the example's own.
    pub fn faults(&self) -> Faults {
        Faults::new(self.faults, self.seed)
    }
}

fn parse_rate(text: &str) -> Result<f64, &'static str> {
    let rate = text.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
    rate.ok_or("expected a number from 0 (none) to 1 (all)")
}
