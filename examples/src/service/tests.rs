//! Tests of the service without HTTP.

use std::iter;

use super::*;

fn input(stack: &str, fleet: &str) -> DescribeSessionsInput {
    DescribeSessionsInput {
        stack_name: Some(stack.to_owned()),
        fleet_name: Some(fleet.to_owned()),
        ..DescribeSessionsInput::default()
    }
}

fn describe_sessions(service: &Service, input: &DescribeSessionsInput) -> Result<DescribeSessionsOutput, ServiceError> {
    match service.handle(&Request::DescribeSessions(input.clone()))? {
        Response::DescribeSessions(output) => Ok(output),
        other => panic!("unexpected response: {other:?}"),
    }
}

/// Requests all pages.
fn list_pages(service: &Service, mut input: DescribeSessionsInput) -> Vec<Vec<Session>> {
    let mut ended = false;
    let page = || {
        let output = describe_sessions(service, &input).unwrap();
        let already_ended = std::mem::replace(&mut ended, output.next_token.is_none());
        input.next_token = output.next_token;
        (!already_ended).then_some(output.sessions)
    };
    iter::from_fn(page).collect()
}

fn error_message(input: &DescribeSessionsInput) -> String {
    describe_sessions(&Service::with_sample_data(), input).unwrap_err().to_string()
}

#[test]
fn the_pages_contain_every_session_once() {
    let service = Service::with_sample_data();
    for (stack, fleet, count) in SAMPLE {
        let expected: Vec<Session> = service.sessions(stack, fleet).collect();
        assert_eq!(expected.len(), count);
        assert_eq!(list_pages(&service, input(stack, fleet)).concat(), expected);
    }
}

#[test]
fn sample_sessions_are_distributed_in_the_same_proportions() {
    let sizes = |count| {
        let service = Service::with_sample_sessions(count);
        SAMPLE.map(|(stack, fleet, _)| service.sessions(stack, fleet).count())
    };
    assert_eq!(sizes(445), SAMPLE.map(|(.., sessions)| sessions));
    assert_eq!(sizes(10_000), [3_078, 1_079, 449, 5_394, 0]);
    assert_eq!(sizes(1).iter().sum::<usize>(), 1);
    assert_eq!(sizes(0), [0; 5]);
}

#[test]
fn a_page_has_the_requested_size() {
    let sizes = |limit, fleet| {
        let input = DescribeSessionsInput { limit, ..input("design", fleet) };
        list_pages(&Service::with_sample_data(), input).iter().map(Vec::len).collect::<Vec<_>>()
    };
    assert_eq!(sizes(None, "graphics-pro"), [20, 20, 20, 20, 20, 20, 17]);
    assert_eq!(sizes(Some(50), "graphics-pro"), [50, 50, 37]);
    assert_eq!(sizes(Some(24), "graphics-standard"), [24, 24]);
}

#[test]
fn the_page_size_may_change_between_pages() {
    let service = Service::with_sample_data();
    let first = describe_sessions(&service, &input("training", "classroom")).unwrap();
    let rest =
        DescribeSessionsInput { limit: Some(50), next_token: first.next_token, ..input("training", "classroom") };
    let listed = [first.sessions, list_pages(&service, rest).concat()].concat();
    assert!(listed.into_iter().eq(service.sessions("training", "classroom")));
}

#[test]
fn filtered_pages_are_full() {
    let service = Service::with_sample_data();
    let saml = DescribeSessionsInput {
        authentication_type: Some("SAML".to_owned()),
        limit: Some(10),
        ..input("training", "classroom")
    };
    let pages = list_pages(&service, saml.clone());
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10; 6]);
    assert!(pages.concat().iter().all(|session| session.authentication_type == AuthenticationType::Saml));

    let user = DescribeSessionsInput { user_id: Some(pages[0][0].user_id.clone()), ..saml };
    assert_eq!(describe_sessions(&service, &user).unwrap().sessions.len(), 5);
    let instance =
        DescribeSessionsInput { instance_id: Some(pages[0][3].instance_id.clone()), ..input("training", "classroom") };
    assert_eq!(describe_sessions(&service, &instance).unwrap().sessions, [pages[0][3].clone()]);
}

#[test]
fn invalid_parameters_are_rejected() {
    let message = |change: fn(&mut DescribeSessionsInput)| {
        let mut input = input("design", "graphics-pro");
        change(&mut input);
        error_message(&input)
    };
    let messages = [
        message(|input| input.stack_name = None),
        message(|input| input.fleet_name = Some(String::new())),
        message(|input| input.limit = Some(0)),
        message(|input| input.limit = Some(51)),
        message(|input| input.next_token = Some("guessed".to_owned())),
        message(|input| input.next_token = Some(String::new())),
        message(|input| input.authentication_type = Some("PASSWORD".to_owned())),
        message(|input| input.user_id = Some("amina.0".to_owned())),
    ];
    assert_eq!(
        messages,
        [
            "InvalidParameterException: StackName is required",
            "InvalidParameterException: FleetName is required",
            "InvalidParameterException: Limit must be between 1 and 50, not 0",
            "InvalidParameterException: Limit must be between 1 and 50, not 51",
            "InvalidParameterException: NextToken is not a token of this listing",
            "InvalidParameterException: NextToken is not a token of this listing",
            "InvalidParameterException: AuthenticationType PASSWORD is not API, SAML, USERPOOL or AWS_AD",
            "InvalidParameterCombinationException: UserId needs an AuthenticationType",
        ]
    );
}

#[test]
fn unknown_names_are_not_found() {
    let messages = [("x", "graphics-pro"), ("design", "x"), ("design", "classroom")]
        .map(|(stack, fleet)| error_message(&input(stack, fleet)));
    assert_eq!(
        messages,
        [
            "ResourceNotFoundException: Stack x does not exist",
            "ResourceNotFoundException: Fleet x does not exist",
            "InvalidParameterCombinationException: Fleet classroom is not associated with stack design",
        ]
    );
}

#[test]
fn a_token_of_another_listing_is_rejected() {
    let service = Service::with_sample_data();
    let token = describe_sessions(&service, &input("design", "graphics-pro")).unwrap().next_token;
    let other = DescribeSessionsInput { next_token: token, ..input("training", "classroom") };
    assert_eq!(describe_sessions(&service, &other).unwrap_err().kind(), ErrorKind::InvalidParameter);
}

#[test]
fn a_hundred_thousand_sessions_have_different_ids() {
    let service = Service::new().with_sessions("big", "fleet", 100_000);
    let ids: std::collections::HashSet<String> = service.sessions("big", "fleet").map(|session| session.id).collect();
    assert_eq!(ids.len(), 100_000);
}

#[test]
fn stacks_and_fleets_are_paginated() {
    let names = (0..45).map(|number| format!("stack-{number:02}"));
    let service = names.fold(Service::new(), |service, name| service.with_sessions(&name, "shared", 1));
    let mut token = None;
    let mut sizes = Vec::new();
    loop {
        let request = Request::DescribeStacks(DescribeStacksInput { names: None, next_token: token });
        let Ok(Response::DescribeStacks(output)) = service.handle(&request) else {
            panic!("expected a page of stacks")
        };
        sizes.push(output.stacks.len());
        token = output.next_token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [20, 20, 5]);
    let Ok(Response::DescribeFleets(output)) = service.handle(&Request::DescribeFleets(DescribeFleetsInput::default()))
    else {
        panic!("expected a page of fleets")
    };
    assert_eq!(output.fleets.into_iter().map(|fleet| fleet.name).collect::<Vec<_>>(), ["shared"]);
}

#[test]
fn stacks_and_fleets_are_found_by_name() {
    let service = Service::with_sample_data();
    let of_training = Request::ListAssociatedFleets(ListAssociatedFleetsInput {
        stack_name: Some("training".to_owned()),
        next_token: None,
    });
    let names = vec!["classroom".to_owned(), "exam-room".to_owned()];
    let output = ListAssociatedFleetsOutput { names, next_token: None };
    assert_eq!(service.handle(&of_training), Ok(Response::ListAssociatedFleets(output)));

    let unknown = DescribeFleetsInput { names: Some(vec!["helpdesk".to_owned(), "x".to_owned()]), next_token: None };
    let error = service.handle(&Request::DescribeFleets(unknown)).unwrap_err();
    assert_eq!(error.to_string(), "ResourceNotFoundException: Fleet x does not exist");
}
