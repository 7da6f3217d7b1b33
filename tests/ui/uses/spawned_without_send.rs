// The spawned task holds a value that is not `Send`.
use std::rc::Rc;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn describe_sessions(name: Rc<str>, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    println!("{name} {}", input.stack_name);
    Err(Error)
}

fn main() {
    let mut sessions = describe_sessions_paginator(Rc::from("name"), DescribeSessionsInput::default()).items();
    tokio::spawn(async move { sessions.next().await.is_some() });
}
