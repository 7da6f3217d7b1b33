// The user's code violates denied lints. The generated code does not.
#![deny(unused_variables, unused_qualifications, single_use_lifetimes, unreachable_pub)]

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

mod client {
    use super::*;

    #[derive(Page)]
    pub(crate) struct Output {
        sessions: Vec<Session>,
        next_token: Option<String>,
    }

    #[paginated(input_token = "next_token", output_token = "NextToken", result_key = "Sessions")]
    pub async fn list(next_token: Option<String>) -> Result<Output, Error> {
        Err(Error)
    }
}

#[expect(unused_must_use)]
fn main() {
    client::list_paginator(None);
}
