//! Paginators and streams in fields and as return values.

use paginated::{BoxOperation, Items, LocalBoxOperation, Operation, Paginator, WithItems, WithLimitKey};

use super::*;

struct Export<O: Operation> {
    items: Items<O>,
}

type Keys = (WithItems, WithLimitKey);
type BoxedPaginator<'a> = Paginator<BoxOperation<'a, Output, u32, Failure, Keys>>;
type LocalBoxedPaginator<'a> = Paginator<LocalBoxOperation<'a, Output, u32, Failure, Keys>>;

fn unboxed() -> Paginator<impl Operation<Output = Output, Item = u32, Error = Failure, Keys = Keys>> {
    list_paginator(Input::default())
}

#[tokio::test]
async fn a_generic_struct_can_hold_items() {
    let mut export = Export { items: unboxed().items() };
    assert_eq!(export.items.next().await.unwrap().unwrap(), 0);
}

#[tokio::test]
async fn a_function_can_return_a_paginator() {
    assert_lists_all!(unboxed());
}

struct Job {
    items: Items<BoxOperation<'static, Output, u32, Failure, Keys>>,
}

#[tokio::test]
async fn a_struct_can_hold_boxed_items() {
    let mut jobs: Vec<Job> = (0..2).map(|_| Job { items: unboxed().boxed().items() }).collect();
    jobs.push(Job { items: list_again_paginator(Input::default()).boxed().items() });
    for job in require_send_and_static(jobs) {
        assert_eq!(job.items.try_collect::<Vec<_>>().await.unwrap(), all_items());
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn list_again(input: &Input) -> Result<Output, Failure> {
    page_for(input)
}

#[tokio::test]
async fn a_function_can_return_a_boxed_paginator() {
    fn boxed() -> BoxedPaginator<'static> {
        unboxed().boxed()
    }
    assert_lists_all!(require_send_and_static(boxed()));
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_borrowing(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn list_boxed(&self, input: Input) -> futures::future::BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page_for(&input) })
    }

    fn boxed_paginator(&self) -> BoxedPaginator<'_> {
        self.list_borrowing_paginator(Input::default()).boxed()
    }
}

#[tokio::test]
async fn a_boxed_paginator_can_borrow_its_client() {
    assert_lists_all!(require_send(Client.boxed_paginator()));
}

#[tokio::test]
async fn a_function_can_return_a_local_boxed_paginator() {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_with_rc(client: std::rc::Rc<Client>, input: Input) -> Result<Output, Failure> {
        drop(client);
        page_for(&input)
    }
    fn boxed() -> LocalBoxedPaginator<'static> {
        list_with_rc_paginator(Client.into(), Input::default()).boxed_local()
    }
    assert_lists_all!(boxed());
}

#[tokio::test]
async fn the_paginator_of_a_boxed_future_has_a_name() {
    struct Holder<'a>(BoxedPaginator<'a>);
    let client = Client;
    assert_lists_all!(require_send(Holder(client.list_boxed_paginator(Input::default())).0));
}
