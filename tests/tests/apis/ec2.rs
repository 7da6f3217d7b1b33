//! Amazon EC2, `DescribeInstances`: reservations of instances.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::{assert_lists, assert_resumes};
use crate::service::{ApiError, Service, page_range, refuse, respond};

const INSTANCES: usize = 13;

#[derive(Clone, Default)]
struct DescribeInstances {
    instance_ids: Option<Vec<String>>,
    max_results: Option<i32>,
    next_token: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "PascalCase")]
struct DescribeInstancesOutput {
    reservations: Option<Vec<Reservation>>,
    next_token: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "PascalCase")]
struct Reservation {
    reservation_id: String,
    instances: Option<Vec<Instance>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Instance {
    instance_id: String,
}

#[derive(Default)]
struct Ec2 {
    service: Service,
}

impl Ec2 {
    /// Describes instances.
    ///
    /// `MaxResults` is 5 to 1000, counts instances, and excludes `InstanceIds`. A page may be empty and have a token. An unknown
    /// token is refused. The response groups instances by reservation.
    #[paginated(input_token = "NextToken", limit_key = "MaxResults", result_key = "Reservations[].Instances[]")]
    async fn describe_instances(&self, request: DescribeInstances) -> Result<DescribeInstancesOutput, ApiError> {
        self.service.receive().await?;
        if request.instance_ids.is_some() && request.max_results.is_some() {
            return refuse("InvalidParameterCombination: The parameter instancesSet cannot be used with maxResults");
        }
        let size = match request.max_results {
            None => 1000,
            Some(size @ 5..=1000) => usize::try_from(size).unwrap(),
            Some(_) => return refuse("InvalidParameterValue: maxResults must be between 5 and 1000"),
        };
        let position = match request.next_token.as_deref() {
            None => 0,
            Some(token) => match self.service.redeem(token) {
                Some(position) => position,
                None => return refuse("InvalidParameterValue: Unable to parse pagination token"),
            },
        };
        // Positions above the end are those after an empty page.
        let (start, size) = if position > INSTANCES { (position - INSTANCES, 0) } else { (position, size) };
        let range = page_range(start, size, INSTANCES);
        let instances: Vec<_> = range.clone().map(|n| json!({"InstanceId": format!("i-{n:02}")})).collect();
        let mut reservations: Vec<_> = instances
            .chunks(2)
            .map(|instances| json!({"ReservationId": "r-0", "OwnerId": "1", "Instances": instances}))
            .collect();
        if !reservations.is_empty() {
            reservations.insert(1, json!({"ReservationId": "r-1", "OwnerId": "1", "Instances": []}));
        }
        let next_token = match range.end {
            INSTANCES => json!(null),
            end if start == 0 => json!(self.service.issue(end + INSTANCES)),
            end => json!(self.service.issue(end)),
        };
        respond(json!({"Reservations": reservations, "NextToken": next_token}))
    }
}

fn instances() -> Vec<Instance> {
    (0..INSTANCES).map(|n| Instance { instance_id: format!("i-{n:02}") }).collect()
}

#[tokio::test]
async fn the_instances_of_all_reservations_are_listed() {
    let ec2 = Ec2::default();
    let paginator = || ec2.describe_instances_paginator(DescribeInstances::default());
    assert_lists!(ec2.service, paginator().page_size(5), instances(), requests: 4);
    assert_lists!(ec2.service, paginator(), instances(), requests: 1);
}

#[tokio::test]
async fn a_list_resumes_with_any_page_size() {
    let ec2 = Ec2::default();
    let paginator = || ec2.describe_instances_paginator(DescribeInstances::default());
    assert_resumes!(paginator().page_size(6), paginator().page_size(5), instances());
    assert_resumes!(paginator().page_size(5), paginator(), instances());
}

#[tokio::test]
async fn a_limit_keeps_the_reservations_of_the_instances_before_it() {
    let ec2 = Ec2::default();
    let paginator = ec2.describe_instances_paginator(DescribeInstances::default()).page_size(5);
    let full = paginator.max_items(8).full_result().await.unwrap();
    let reservations = full.output.reservations.unwrap();
    let listed: Vec<_> = reservations.iter().flat_map(|reservation| reservation.instances.clone().unwrap()).collect();
    assert_eq!(listed, instances()[..8]);
    let last = reservations.last().unwrap();
    assert_eq!((last.reservation_id.as_str(), last.instances.as_ref().unwrap().len()), ("r-0", 1));
    assert!(full.resume_token.is_some());
}

#[tokio::test]
async fn pages_keep_empty_lists() {
    let ec2 = Ec2::default();
    let paginator = ec2.describe_instances_paginator(DescribeInstances::default()).page_size(5);
    let pages = paginator.pages().try_collect::<Vec<_>>().await.unwrap();
    let lens = pages.into_iter().map(|page| {
        let reservations = page.reservations.unwrap();
        reservations.into_iter().map(|reservation| reservation.instances.unwrap().len()).collect::<Vec<_>>()
    });
    assert_eq!(lens.collect::<Vec<_>>(), [vec![2, 0, 2, 1], vec![], vec![2, 0, 2, 1], vec![2, 0, 1]]);
}

/// A reservation without instances belongs to the instance before it.
#[tokio::test]
async fn the_reservations_of_a_list_that_is_cut_and_resumed_are_each_yielded_once() {
    let ec2 = Ec2::default();
    let paginator = |page_size| ec2.describe_instances_paginator(DescribeInstances::default()).page_size(page_size);
    let lens = |output: DescribeInstancesOutput| {
        let reservations = output.reservations.unwrap().into_iter();
        reservations.map(|reservation| reservation.instances.unwrap().len()).collect::<Vec<_>>()
    };
    for (page_size, cut, before, after) in [
        (13, 1, vec![1], vec![1, 0, 2, 2, 2, 2, 2, 1]),
        (13, 2, vec![2, 0], vec![2, 2, 2, 2, 2, 1]),
        (13, 4, vec![2, 0, 2], vec![2, 2, 2, 2, 1]),
        // The last page has two instances.
        (11, 12, vec![2, 0, 2, 2, 2, 2, 1, 1], vec![1, 0]),
    ] {
        let limited = paginator(page_size).max_items(cut).full_result().await.unwrap();
        assert_eq!(lens(limited.output), before, "cut after {cut}");
        let token = limited.resume_token.unwrap().to_string();
        let resumed = paginator(page_size).starting_token(token).full_result().await.unwrap();
        assert_eq!(lens(resumed.output), after, "resumed after {cut}");
    }
}

#[tokio::test]
async fn requests_that_the_service_refuses_are_errors() {
    let ec2 = Ec2::default();
    let with_ids = DescribeInstances { instance_ids: Some(vec!["i-01".to_owned()]), ..DescribeInstances::default() };
    for paginator in [
        ec2.describe_instances_paginator(DescribeInstances::default()).page_size(4),
        ec2.describe_instances_paginator(with_ids).page_size(5),
        ec2.describe_instances_paginator(DescribeInstances::default()).starting_token("unknown"),
    ] {
        let error = paginator.items().try_next().await.unwrap_err();
        assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
    }
}
