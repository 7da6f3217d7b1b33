//! Page sizes, tokens, and pages of all list operations.

use super::error::ServiceError;
use super::token::Scope;

/// The number of sessions in a page if the request has no limit.
pub const DEFAULT_LIMIT: usize = 20;
/// The highest valid limit.
pub const MAX_LIMIT: usize = 50;
/// The number of stacks, fleets, or names in a page. These operations have no limit parameter.
pub const NAMES_PER_PAGE: usize = 20;

/// Returns the page size for the limit of a request.
pub(super) fn resolve_limit(limit: Option<i64>) -> Result<usize, ServiceError> {
    let Some(limit) = limit else {
        return Ok(DEFAULT_LIMIT);
    };
    let valid = usize::try_from(limit).ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    valid.ok_or_else(|| ServiceError::invalid(format!("Limit must be between 1 and {MAX_LIMIT}, not {limit}")))
}

/// Returns the position of the first candidate of the requested page.
pub(super) fn resolve_start(scope: Scope, token: Option<&str>) -> Result<usize, ServiceError> {
    let Some(token) = token else { return Ok(0) };
    scope.decode(token).ok_or_else(|| ServiceError::invalid("NextToken is not a token of this listing"))
}

/// Returns up to `limit` candidates, and the token for the first one after them.
pub(super) fn take_page<T>(
    scope: Scope,
    limit: usize,
    mut candidates: impl Iterator<Item = (usize, T)>,
) -> (Vec<T>, Option<String>) {
    let items = candidates.by_ref().take(limit).map(|(_, item)| item).collect();
    let next_token = candidates.next().map(|(position, _)| scope.encode(position));
    (items, next_token)
}
