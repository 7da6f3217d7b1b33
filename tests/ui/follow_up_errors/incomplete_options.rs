// Each attribute is incomplete and causes one error. Calls to the generated methods cause no further errors.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Client {
    #[paginated]
    async fn no_options(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(inp)]
    async fn incomplete_name(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token)]
    async fn missing_value(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = )]
    async fn missing_value_after_equals(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "")]
    async fn empty_key(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key)]
    async fn missing_result_key(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key = "Sessions", limit_key = )]
    async fn missing_limit_key(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

async fn use_paginators(client: &impl Client, input: DescribeSessionsInput) {
    let _ = client.no_options_paginator(input.clone()).pages().next().await;
    let _ = client.incomplete_name_paginator(input.clone()).pages().next().await;
    let _ = client.missing_value_paginator(input.clone()).pages().next().await;
    let _ = client.missing_value_after_equals_paginator(input.clone()).max_items(3).pages().next().await;
    let _ = client.empty_key_paginator(input.clone()).full_result().await;
    let mut sessions = client.missing_result_key_paginator(input.clone()).items();
    while let Some(session) = sessions.next().await {
        println!("{:?}", session.map(|session| session.id));
    }
    let mut sessions = client.missing_limit_key_paginator(input).page_size(50).items();
    while let Some(session) = sessions.next().await {
        println!("{:?}", session.map(|session| session.id));
    }
}

fn main() {}
