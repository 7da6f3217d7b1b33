//! The options for an embedded service that fails on purpose.

use paginated_examples::service::Service;

/// Which faults to serve.
#[derive(Debug, clap::Args)]
pub(crate) struct Faults {
    /// Let the embedded service answer this part of the requests with a fault
    #[arg(long, value_name = "P", default_value = "0", value_parser = part, conflicts_with = "endpoint_url")]
    faults: f64,

    /// Which faults these are: the same ones for the same number
    #[arg(long, value_name = "N", default_value_t = 1, requires = "faults")]
    seed: u64,
}

impl Faults {
    /// The service, with the faults that are asked for.
    pub(crate) fn upon(&self, service: Service) -> Service {
        service.with_faults(self.faults, self.seed)
    }
}

fn part(text: &str) -> Result<f64, &'static str> {
    let part = text.parse().ok().filter(|part| (0.0..=1.0).contains(part));
    part.ok_or("expected a number from 0 (none) to 1 (all)")
}
