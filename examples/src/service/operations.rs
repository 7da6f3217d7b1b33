//! The list operations.

use serde::Serialize;

use super::catalog::Catalog;
use super::error::ServiceError;
use super::model::{
    AuthenticationType, DescribeFleetsInput, DescribeFleetsOutput, DescribeSessionsInput, DescribeSessionsOutput,
    DescribeStacksInput, DescribeStacksOutput, ListAssociatedFleetsInput, ListAssociatedFleetsOutput, Session,
};
use super::paging::{self, NAMES_PER_PAGE};
use super::sample;
use super::token::Scope;

/// A decoded request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the operations")]
pub enum Request {
    DescribeSessions(DescribeSessionsInput),
    DescribeStacks(DescribeStacksInput),
    DescribeFleets(DescribeFleetsInput),
    ListAssociatedFleets(ListAssociatedFleetsInput),
}

/// The response to a [`Request`], before encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "named after the operations")]
pub enum Response {
    DescribeSessions(DescribeSessionsOutput),
    DescribeStacks(DescribeStacksOutput),
    DescribeFleets(DescribeFleetsOutput),
    ListAssociatedFleets(ListAssociatedFleetsOutput),
}

pub(super) fn handle(catalog: &Catalog, request: &Request) -> Result<Response, ServiceError> {
    match request {
        Request::DescribeSessions(input) => describe_sessions(catalog, input).map(Response::DescribeSessions),
        Request::DescribeStacks(input) => describe_stacks(catalog, input).map(Response::DescribeStacks),
        Request::DescribeFleets(input) => describe_fleets(catalog, input).map(Response::DescribeFleets),
        Request::ListAssociatedFleets(input) => {
            list_associated_fleets(catalog, input).map(Response::ListAssociatedFleets)
        }
    }
}

fn describe_sessions(catalog: &Catalog, input: &DescribeSessionsInput) -> Result<DescribeSessionsOutput, ServiceError> {
    let stack = require("StackName", input.stack_name.as_deref())?;
    let fleet = require("FleetName", input.fleet_name.as_deref())?;
    let filter = Filter::parse(input)?;
    let limit = paging::resolve_limit(input.limit)?;
    let count = catalog.session_count(stack, fleet)?;
    let scope = sessions_scope(input);
    let start = paging::resolve_start(scope, input.next_token.as_deref())?;

    let all = (start..count).map(|position| (position, sample::session(stack, fleet, position)));
    let (sessions, next_token) = paging::take_page(scope, limit, all.filter(|(_, session)| filter.matches(session)));
    Ok(DescribeSessionsOutput { sessions, next_token })
}

fn describe_stacks(catalog: &Catalog, input: &DescribeStacksInput) -> Result<DescribeStacksOutput, ServiceError> {
    let list = NameList { kind: "Stack", all: catalog.stacks(), requested: input.names.as_deref() };
    let (names, next_token) = list.page(Scope::new("DescribeStacks"), input.next_token.as_deref())?;
    let stacks = names.into_iter().map(sample::stack).collect();
    Ok(DescribeStacksOutput { stacks, next_token })
}

fn describe_fleets(catalog: &Catalog, input: &DescribeFleetsInput) -> Result<DescribeFleetsOutput, ServiceError> {
    let list = NameList { kind: "Fleet", all: catalog.fleets(), requested: input.names.as_deref() };
    let (names, next_token) = list.page(Scope::new("DescribeFleets"), input.next_token.as_deref())?;
    let fleets = names.into_iter().map(sample::fleet).collect();
    Ok(DescribeFleetsOutput { fleets, next_token })
}

fn list_associated_fleets(
    catalog: &Catalog,
    input: &ListAssociatedFleetsInput,
) -> Result<ListAssociatedFleetsOutput, ServiceError> {
    let stack = require("StackName", input.stack_name.as_deref())?;
    let list = NameList { kind: "Fleet", all: catalog.fleets_of(stack)?, requested: None };
    let scope = Scope::new("ListAssociatedFleets").add_filter(Some(stack));
    let (names, next_token) = list.page(scope, input.next_token.as_deref())?;
    let names = names.into_iter().map(str::to_owned).collect();
    Ok(ListAssociatedFleetsOutput { names, next_token })
}

/// Returns the value of a required parameter. As in AWS, an empty string counts as missing.
fn require<'a>(name: &str, value: Option<&'a str>) -> Result<&'a str, ServiceError> {
    let present = value.filter(|value| !value.is_empty());
    present.ok_or_else(|| ServiceError::invalid(format!("{name} is required")))
}

/// Returns the scope of the tokens, which covers every parameter that selects sessions.
fn sessions_scope(input: &DescribeSessionsInput) -> Scope {
    let filters =
        [&input.stack_name, &input.fleet_name, &input.user_id, &input.authentication_type, &input.instance_id];
    filters.into_iter().fold(Scope::new("DescribeSessions"), |scope, filter| scope.add_filter(filter.as_deref()))
}

/// The parameters that select sessions of a stack and fleet.
struct Filter<'a> {
    user: Option<&'a str>,
    authentication: Option<AuthenticationType>,
    instance: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn parse(input: &'a DescribeSessionsInput) -> Result<Self, ServiceError> {
        let authentication = input.authentication_type.as_deref().map(parse_authentication_type).transpose()?;
        if input.user_id.is_some() && authentication.is_none() {
            return Err(ServiceError::combination("UserId needs an AuthenticationType"));
        }
        Ok(Self { user: input.user_id.as_deref(), authentication, instance: input.instance_id.as_deref() })
    }

    fn matches(&self, session: &Session) -> bool {
        self.user.is_none_or(|user| session.user_id == user)
            && self.authentication.is_none_or(|kind| session.authentication_type == kind)
            && self.instance.is_none_or(|instance| session.instance_id == instance)
    }
}

fn parse_authentication_type(name: &str) -> Result<AuthenticationType, ServiceError> {
    let known = AuthenticationType::parse(name);
    known
        .ok_or_else(|| ServiceError::invalid(format!("AuthenticationType {name} is not API, SAML, USERPOOL or AWS_AD")))
}

/// A list of names: the requested ones, or all if none is requested.
struct NameList<'a> {
    kind: &'static str,
    all: Vec<&'a str>,
    requested: Option<&'a [String]>,
}

impl<'a> NameList<'a> {
    fn page(self, scope: Scope, token: Option<&str>) -> Result<(Vec<&'a str>, Option<String>), ServiceError> {
        let requested = self.requested.unwrap_or_default();
        let scope = requested.iter().fold(scope, |scope, name| scope.add_filter(Some(name)));
        let names = self.select(requested)?;
        let start = paging::resolve_start(scope, token)?;
        Ok(paging::take_page(scope, NAMES_PER_PAGE, names.into_iter().enumerate().skip(start)))
    }

    fn select(self, requested: &'a [String]) -> Result<Vec<&'a str>, ServiceError> {
        if requested.is_empty() {
            return Ok(self.all);
        }
        let known = |name: &'a String| self.all.contains(&name.as_str()).then_some(name.as_str());
        requested.iter().map(|name| known(name).ok_or_else(|| ServiceError::not_found(self.kind, name))).collect()
    }
}
