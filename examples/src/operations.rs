//! Paginators for operations of `aws-sdk-appstream`, for the examples that use several of them.

use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::operation::describe_stacks::builders::DescribeStacksFluentBuilder;
use aws_sdk_appstream::operation::describe_stacks::{DescribeStacksError, DescribeStacksOutput};
use aws_sdk_appstream::operation::list_associated_fleets::builders::ListAssociatedFleetsFluentBuilder;
use aws_sdk_appstream::operation::list_associated_fleets::{ListAssociatedFleetsError, ListAssociatedFleetsOutput};
use aws_sdk_appstream::types::{Session, Stack};
use paginated::paginated;

/// Requests one page of stacks.
///
/// # Errors
/// If the request fails.
#[paginated(input_token = "NextToken", result_key = "Stacks", item = Stack, builder)]
pub async fn describe_stacks(
    request: DescribeStacksFluentBuilder,
) -> Result<DescribeStacksOutput, SdkError<DescribeStacksError>> {
    request.send().await
}

/// Requests one page of the names of the fleets that are associated with a stack.
///
/// # Errors
/// If the request fails.
#[paginated(input_token = "NextToken", result_key = "Names", item = String, builder)]
pub async fn list_associated_fleets(
    request: ListAssociatedFleetsFluentBuilder,
) -> Result<ListAssociatedFleetsOutput, SdkError<ListAssociatedFleetsError>> {
    request.send().await
}

/// Requests one page of the sessions of a stack and fleet.
///
/// # Errors
/// If the request fails.
#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
pub async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}
