//! Stripe, `GET /v1/charges`: `ending_before` pages from old charges to new ones, and each page has the newest charge first.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::{assert_lists, assert_resumes};
use crate::service::{ApiError, Service, refuse, respond};

/// The real service returns 10 charges by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct ListCharges {
    starting_after: Option<String>,
    ending_before: Option<String>,
    limit: Option<u8>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Charges {
    data: Vec<Charge>,
    has_more: bool,
}

#[derive(Clone, Debug, Deserialize, Page, PartialEq)]
struct Charge {
    id: String,
}

/// A client with charges, the oldest first.
struct Stripe {
    service: Service,
    charges: Vec<Charge>,
}

impl Stripe {
    fn new() -> Self {
        let charges = ["ch_9b", "ch_1x", "ch_7q", "ch_3e", "ch_8a", "ch_2k", "ch_6t", "ch_4p", "ch_5z", "ch_0m"];
        let charges = charges.map(|id| Charge { id: id.to_owned() }).to_vec();
        Self { service: Service::default(), charges }
    }

    /// Lists charges, the newest first.
    ///
    /// The page before a charge has the charges that are next to it, not the newest ones. `starting_after` and `ending_before`
    /// exclude each other. A `limit` outside of 1 to 100, and a charge that does not exist, are refused.
    #[paginated(
        input_token = "ending_before",
        output_token = "data[0].id",
        more_results = "has_more",
        limit_key = "limit",
        result_key = "data",
        reversed
    )]
    async fn charges(&self, request: ListCharges) -> Result<Charges, ApiError> {
        self.service.receive().await?;
        let size = match request.limit {
            None => DEFAULT_SIZE,
            Some(size @ 1..=100) => usize::from(size),
            Some(_) => return refuse("parameter_invalid_integer: limit"),
        };
        if request.starting_after.is_some() {
            return refuse("You can only specify one of these parameters: starting_after, ending_before.");
        }
        let Some(before) = request.ending_before else { return refuse("this list begins at a charge") };
        let Some(position) = self.charges.iter().position(|charge| charge.id == before) else {
            return refuse(format!("resource_missing: No such charge: '{before}'"));
        };
        let newer = &self.charges[position + 1..];
        let page = newer.iter().take(size).rev().map(|charge| json!({"id": charge.id, "object": "charge"}));
        let data: Vec<_> = page.collect();
        respond(json!({"object": "list", "url": "/v1/charges", "has_more": newer.len() > size, "data": data}))
    }
}

fn newer_than(id: &str) -> ListCharges {
    ListCharges { ending_before: Some(id.to_owned()), ..ListCharges::default() }
}

#[tokio::test]
async fn charges_are_listed_from_old_to_new() {
    let stripe = Stripe::new();
    let paginator = || stripe.charges_paginator(newer_than("ch_9b"));
    assert_lists!(stripe.service, paginator(), &stripe.charges[1..], requests: 3);
    assert_lists!(stripe.service, paginator().page_size(2), &stripe.charges[1..], requests: 5);
    let full = paginator().full_result().await.unwrap();
    assert_eq!(full.output.data, stripe.charges[1..]);
    assert!(!full.output.has_more);
}

#[tokio::test]
async fn a_list_resumes_with_any_page_size() {
    let stripe = Stripe::new();
    let paginator = || stripe.charges_paginator(newer_than("ch_9b"));
    assert_resumes!(paginator(), paginator().page_size(2), &stripe.charges[1..]);
    assert_resumes!(paginator().page_size(2), paginator().page_size(5), &stripe.charges[1..]);
}

#[tokio::test]
async fn no_charge_is_newer_than_the_newest() {
    let stripe = Stripe::new();
    assert_lists!(stripe.service, stripe.charges_paginator(newer_than("ch_0m")), &stripe.charges[..0], requests: 1);
}

#[tokio::test]
async fn an_unknown_charge_is_refused() {
    let stripe = Stripe::new();
    let error = stripe.charges_paginator(newer_than("ch_none")).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
