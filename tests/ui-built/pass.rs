// With a case that passes, the cases of this folder are built and not only checked: what a `const` asserts is found then.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

fn main() {
    let sessions = Client.describe_sessions_paginator(DescribeSessionsInput::default()).page_size(5).items();
    assert!(sessions.resume_token().is_some());
}
