//! Limits, tokens and pages, the same for every listing.

use super::error::ServiceError;
use super::token::Scope;

/// How many sessions a page has where the request does not say.
pub const DEFAULT_LIMIT: usize = 20;
/// The most sessions that a request may ask for.
pub const MAX_LIMIT: usize = 50;
/// How many stacks, fleets or names a page has; these listings take no limit.
pub const NAMES_PER_PAGE: usize = 20;

/// The page size that a request asks for.
pub(super) fn limit(asked: Option<i64>) -> Result<usize, ServiceError> {
    let Some(asked) = asked else {
        return Ok(DEFAULT_LIMIT);
    };
    let valid = usize::try_from(asked).ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    valid.ok_or_else(|| ServiceError::invalid(format!("Limit must be between 1 and {MAX_LIMIT}, not {asked}")))
}

/// Where the page that a request asks for begins.
pub(super) fn start(scope: Scope, token: Option<&str>) -> Result<usize, ServiceError> {
    let Some(token) = token else { return Ok(0) };
    scope.open(token).ok_or_else(|| ServiceError::invalid("NextToken is not a token of this listing"))
}

/// Up to `limit` of the candidates, and the token for the first one that is left.
pub(super) fn page<T>(
    scope: Scope,
    limit: usize,
    mut candidates: impl Iterator<Item = (usize, T)>,
) -> (Vec<T>, Option<String>) {
    let items = candidates.by_ref().take(limit).map(|(_, item)| item).collect();
    let next = candidates.next().map(|(position, _)| scope.seal(position));
    (items, next)
}
