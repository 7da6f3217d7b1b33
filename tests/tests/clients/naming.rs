//! Paginators and streams in fields, and from functions.

use paginated::{BoxOperation, Items, LocalBoxOperation, Operation, Paginator, WithItems, WithLimitKey};

use super::*;

struct Export<O: Operation> {
    items: Items<O>,
}

type Keys = (WithItems, WithLimitKey);
type Boxed<'a> = Paginator<BoxOperation<'a, Output, u32, Failure, Keys>>;
type BoxedHere<'a> = Paginator<LocalBoxOperation<'a, Output, u32, Failure, Keys>>;

fn unboxed() -> Paginator<impl Operation<Output = Output, Item = u32, Error = Failure, Keys = Keys>> {
    list_paginator(Input::default())
}

#[tokio::test]
async fn in_a_field_by_a_generic() {
    let mut export = Export { items: unboxed().items() };
    assert_eq!(export.items.next().await.unwrap().unwrap(), 0);
}

#[tokio::test]
async fn from_a_function_unboxed() {
    holds!(unboxed());
}

struct Job {
    items: Items<BoxOperation<'static, Output, u32, Failure, Keys>>,
}

#[tokio::test]
async fn in_a_field_boxed() {
    let mut jobs: Vec<Job> = (0..2).map(|_| Job { items: unboxed().boxed().items() }).collect();
    jobs.push(Job { items: list_again_paginator(Input::default()).boxed().items() });
    for job in owned(jobs) {
        assert_eq!(job.items.try_collect::<Vec<_>>().await.unwrap(), all());
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn list_again(input: &Input) -> Result<Output, Failure> {
    page(input)
}

#[tokio::test]
async fn boxed() {
    fn boxed() -> Boxed<'static> {
        unboxed().boxed()
    }
    holds!(owned(boxed()));
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_borrowing(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_in_a_box(&self, input: Input) -> futures::future::BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page(&input) })
    }

    fn listing(&self) -> Boxed<'_> {
        self.list_borrowing_paginator(Input::default()).boxed()
    }
}

#[tokio::test]
async fn boxed_and_borrowing_its_client() {
    holds!(sent(Client.listing()));
}

#[tokio::test]
async fn boxed_local() {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_here(client: std::rc::Rc<Client>, input: Input) -> Result<Output, Failure> {
        drop(client);
        page(&input)
    }
    fn boxed() -> BoxedHere<'static> {
        list_here_paginator(Client.into(), Input::default()).boxed_local()
    }
    holds!(boxed());
}

/// A method with a boxed future has a paginator that has a name already.
#[tokio::test]
async fn of_a_boxed_future() {
    struct Holder<'a>(Boxed<'a>);
    let client = Client;
    holds!(sent(Holder(client.list_in_a_box_paginator(Input::default())).0));
}
