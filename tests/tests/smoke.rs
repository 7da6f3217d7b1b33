use paginated::{Page, paginated};
use std::sync::Mutex;

#[derive(Clone, Default, Debug)]
pub struct DescribeSessionsInput {
    pub stack_name: String,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    id: u32,
}
#[derive(Page, Debug)]
pub struct DescribeSessionsOutput {
    pub sessions: Vec<Session>,
    pub next_token: Option<String>,
}

pub trait AppStream {
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, String>;
}
#[derive(Default)]
struct Client {
    log: Mutex<Vec<DescribeSessionsInput>>,
}
impl AppStream for Client {
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, String> {
        let at: u32 = input.next_token.as_deref().unwrap_or("0").parse().unwrap();
        self.log.lock().unwrap().push(input);
        tokio::task::yield_now().await;
        Ok(DescribeSessionsOutput {
            sessions: (at * 10..at * 10 + 10).map(|id| Session { id }).collect(),
            next_token: (at < 4).then(|| (at + 1).to_string()),
        })
    }
}
#[tokio::test]
async fn items() {
    let c = Client::default();
    let mut it = c.describe_sessions_paginator(DescribeSessionsInput::default()).page_size(3).items();
    let mut n = 0;
    while let Some(x) = it.next().await {
        assert_eq!(x.unwrap().id, n);
        n += 1;
    }
    assert_eq!(n, 50);
    assert!(c.log.lock().unwrap().iter().all(|i| i.limit == Some(3)));
    drop(it);
    let full = c.describe_sessions_paginator(DescribeSessionsInput::default()).full_result().await.unwrap();
    assert_eq!(full.output.sessions.len(), 50);
    fn send<T: Send>(t: T) -> T {
        t
    }
    let c: &'static Client = Box::leak(Box::new(c));
    tokio::spawn(async move {
        let mut it = send(c.describe_sessions_paginator(DescribeSessionsInput::default()).max_items(25).items());
        while let Some(x) = it.next().await {
            x.unwrap();
        }
        assert_eq!(it.items_given(), 25);
    })
    .await
    .unwrap();
}
struct Builder(DescribeSessionsInput);
impl Clone for Builder {
    fn clone(&self) -> Self {
        Builder(self.0.clone())
    }
}
impl Builder {
    fn set_next_token(mut self, t: Option<String>) -> Self {
        self.0.next_token = t;
        self
    }
    fn set_limit(mut self, t: Option<i32>) -> Self {
        self.0.limit = t;
        self
    }
}
mod aws {
    pub struct Out {
        pub sessions: Option<Vec<super::Session>>,
        pub next_token: Option<String>,
    }
}
#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe(request: Builder) -> Result<aws::Out, String> {
    let o = Client::default().describe_sessions(request.0).await?;
    Ok(aws::Out { sessions: Some(o.sessions), next_token: o.next_token })
}
#[tokio::test]
async fn builder() {
    fn st<T: Send + 'static>(t: T) -> T {
        t
    }
    let mut it = st(describe_paginator(Builder(Default::default())).page_size(3).items());
    let mut n = 0;
    while let Some(x) = it.next().await {
        assert_eq!(x.unwrap().id, n);
        n += 1;
    }
    assert_eq!(n, 50);
}
struct Sync;
impl Sync {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn list(&self, input: &DescribeSessionsInput) -> Result<DescribeSessionsOutput, String> {
        {
            let at: u32 = input.next_token.as_deref().unwrap_or("0").parse().unwrap();
            Ok(DescribeSessionsOutput {
                sessions: (at * 10..at * 10 + 10).map(|id| Session { id }).collect(),
                next_token: (at < 4).then(|| (at + 1).to_string()),
            })
        }
    }
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list_mut(
        &mut self,
        input: &DescribeSessionsInput,
        tenant: &str,
    ) -> Result<DescribeSessionsOutput, String> {
        assert_eq!(tenant, "t");
        Client::default().describe_sessions(input.clone()).await
    }
    #[paginated(input_token = "NextToken", result_key = "Sessions", limit_key = "Limit")]
    async fn plain(
        &self,
        tenant: &str,
        next_token: Option<String>,
        limit: Option<u32>,
    ) -> Result<DescribeSessionsOutput, String> {
        assert_eq!(tenant, "t");
        assert_eq!(limit, Some(7));
        Client::default().describe_sessions(DescribeSessionsInput { next_token, ..Default::default() }).await
    }
}
#[tokio::test]
async fn others() {
    assert_eq!(Sync.list_paginator(Default::default()).items().count(), 50);
    assert_eq!(
        Sync.list_mut_paginator(Default::default(), "t").items().try_collect::<Vec<_>>().await.unwrap().len(),
        50
    );
    assert_eq!(
        Sync.plain_paginator("t", None, None).page_size(7).items().try_collect::<Vec<_>>().await.unwrap().len(),
        50
    );
}
