//! What each operation answers.

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
#[allow(missing_docs, reason = "named as the operations are")]
pub enum Request {
    DescribeSessions(DescribeSessionsInput),
    DescribeStacks(DescribeStacksInput),
    DescribeFleets(DescribeFleetsInput),
    ListAssociatedFleets(ListAssociatedFleetsInput),
}

/// The answer to a [`Request`], not yet encoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "named as the operations are")]
pub enum Response {
    DescribeSessions(DescribeSessionsOutput),
    DescribeStacks(DescribeStacksOutput),
    DescribeFleets(DescribeFleetsOutput),
    ListAssociatedFleets(ListAssociatedFleetsOutput),
}

pub(super) fn answer(catalog: &Catalog, request: &Request) -> Result<Response, ServiceError> {
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
    let stack = required("StackName", input.stack_name.as_deref())?;
    let fleet = required("FleetName", input.fleet_name.as_deref())?;
    let filter = Filter::read(input)?;
    let limit = paging::limit(input.limit)?;
    let count = catalog.session_count(stack, fleet)?;
    let scope = sessions_scope(input);
    let start = paging::start(scope, input.next_token.as_deref())?;

    let all = (start..count).map(|position| (position, sample::session(stack, fleet, position)));
    let (sessions, next_token) = paging::page(scope, limit, all.filter(|(_, session)| filter.admits(session)));
    Ok(DescribeSessionsOutput { sessions, next_token })
}

fn describe_stacks(catalog: &Catalog, input: &DescribeStacksInput) -> Result<DescribeStacksOutput, ServiceError> {
    let listing = Listing { what: "Stack", all: catalog.stacks(), asked: input.names.as_deref() };
    let (names, next_token) = listing.page(Scope::new("DescribeStacks"), input.next_token.as_deref())?;
    let stacks = names.into_iter().map(sample::stack).collect();
    Ok(DescribeStacksOutput { stacks, next_token })
}

fn describe_fleets(catalog: &Catalog, input: &DescribeFleetsInput) -> Result<DescribeFleetsOutput, ServiceError> {
    let listing = Listing { what: "Fleet", all: catalog.fleets(), asked: input.names.as_deref() };
    let (names, next_token) = listing.page(Scope::new("DescribeFleets"), input.next_token.as_deref())?;
    let fleets = names.into_iter().map(sample::fleet).collect();
    Ok(DescribeFleetsOutput { fleets, next_token })
}

fn list_associated_fleets(
    catalog: &Catalog,
    input: &ListAssociatedFleetsInput,
) -> Result<ListAssociatedFleetsOutput, ServiceError> {
    let stack = required("StackName", input.stack_name.as_deref())?;
    let listing = Listing { what: "Fleet", all: catalog.fleets_of(stack)?, asked: None };
    let scope = Scope::new("ListAssociatedFleets").filter(Some(stack));
    let (names, next_token) = listing.page(scope, input.next_token.as_deref())?;
    let names = names.into_iter().map(str::to_owned).collect();
    Ok(ListAssociatedFleetsOutput { names, next_token })
}

/// An empty name counts as missing: AWS wants at least one character.
fn required<'a>(name: &str, value: Option<&'a str>) -> Result<&'a str, ServiceError> {
    let given = value.filter(|value| !value.is_empty());
    given.ok_or_else(|| ServiceError::invalid(format!("{name} is required")))
}

/// Binds a token to everything that chooses the sessions.
fn sessions_scope(input: &DescribeSessionsInput) -> Scope {
    let filters =
        [&input.stack_name, &input.fleet_name, &input.user_id, &input.authentication_type, &input.instance_id];
    filters.into_iter().fold(Scope::new("DescribeSessions"), |scope, filter| scope.filter(filter.as_deref()))
}

/// Which sessions of a stack and fleet are asked for.
struct Filter<'a> {
    user: Option<&'a str>,
    authentication: Option<AuthenticationType>,
    instance: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn read(input: &'a DescribeSessionsInput) -> Result<Self, ServiceError> {
        let authentication = input.authentication_type.as_deref().map(authentication_type).transpose()?;
        if input.user_id.is_some() && authentication.is_none() {
            return Err(ServiceError::combination("UserId needs an AuthenticationType"));
        }
        Ok(Self { user: input.user_id.as_deref(), authentication, instance: input.instance_id.as_deref() })
    }

    fn admits(&self, session: &Session) -> bool {
        self.user.is_none_or(|user| session.user_id == user)
            && self.authentication.is_none_or(|kind| session.authentication_type == kind)
            && self.instance.is_none_or(|instance| session.instance_id == instance)
    }
}

fn authentication_type(name: &str) -> Result<AuthenticationType, ServiceError> {
    let known = AuthenticationType::parse(name);
    known
        .ok_or_else(|| ServiceError::invalid(format!("AuthenticationType {name} is not API, SAML, USERPOOL or AWS_AD")))
}

/// A listing by name: all there are, or those that were asked for.
struct Listing<'a> {
    what: &'static str,
    all: Vec<&'a str>,
    asked: Option<&'a [String]>,
}

impl<'a> Listing<'a> {
    fn page(self, scope: Scope, token: Option<&str>) -> Result<(Vec<&'a str>, Option<String>), ServiceError> {
        let asked = self.asked.unwrap_or_default();
        let scope = asked.iter().fold(scope, |scope, name| scope.filter(Some(name)));
        let names = self.names(asked)?;
        let start = paging::start(scope, token)?;
        Ok(paging::page(scope, NAMES_PER_PAGE, names.into_iter().enumerate().skip(start)))
    }

    fn names(self, asked: &'a [String]) -> Result<Vec<&'a str>, ServiceError> {
        if asked.is_empty() {
            return Ok(self.all);
        }
        let known = |name: &'a String| self.all.contains(&name.as_str()).then_some(name.as_str());
        asked.iter().map(|name| known(name).ok_or_else(|| ServiceError::not_found(self.what, name))).collect()
    }
}
