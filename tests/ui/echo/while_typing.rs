// While an attribute is typed, the method and its paginator are there: each half of one is one error, and its callers have none.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Typing {
    #[paginated]
    async fn nothing_yet(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(inp)]
    async fn half_a_word(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token)]
    async fn a_word(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = )]
    async fn no_value(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "")]
    async fn no_name(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key)]
    async fn no_items(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key = "Sessions", limit_key = )]
    async fn no_limit(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

async fn call(client: &impl Typing, input: DescribeSessionsInput) {
    let _ = client.nothing_yet_paginator(input.clone()).pages().next().await;
    let _ = client.half_a_word_paginator(input.clone()).pages().next().await;
    let _ = client.a_word_paginator(input.clone()).pages().next().await;
    let _ = client.no_value_paginator(input.clone()).max_items(3).pages().next().await;
    let _ = client.no_name_paginator(input.clone()).full_result().await;
    let mut sessions = client.no_items_paginator(input.clone()).items();
    while let Some(session) = sessions.next().await {
        println!("{:?}", session.map(|session| session.id));
    }
    let mut sessions = client.no_limit_paginator(input).page_size(50).items();
    while let Some(session) = sessions.next().await {
        println!("{:?}", session.map(|session| session.id));
    }
}

fn main() {}
