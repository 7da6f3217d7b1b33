//! Async runtimes. A listing runs on any of them.

use std::cell::Cell;
use std::rc::Rc;

use super::*;

#[test]
fn a_listing_runs_on_the_multi_thread_runtime_of_tokio() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let task = async { assert_lists_all!(require_send(list_paginator(Input::default()))) };
        tokio::spawn(task).await.unwrap();
    });
}

#[test]
fn a_listing_runs_on_the_current_thread_runtime_of_tokio() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { assert_lists_all!(list_paginator(Input::default())) });
}

#[test]
fn a_listing_runs_on_smol() {
    smol::block_on(async {
        let task = smol::spawn(async { assert_lists_all!(require_send(list_paginator(Input::default()))) });
        task.await;
        let yielding = async {
            smol::future::yield_now().await;
            assert_lists_all!(list_paginator(Input::default()));
        };
        yielding.await;
    });
}

#[test]
fn a_listing_runs_on_the_executor_of_futures() {
    futures::executor::block_on(async { assert_lists_all!(list_paginator(Input::default())) });
}

/// A client that is not `Send` and yields in each call.
#[derive(Clone, Default)]
struct LocalClient {
    calls: Rc<Cell<u32>>,
}

impl LocalClient {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(self: Rc<Self>, input: Input) -> Result<Output, Failure> {
        tokio::task::yield_now().await;
        self.calls.set(self.calls.get() + 1);
        page_for(&input)
    }
}

#[test]
fn a_listing_of_a_client_that_is_not_send_runs_on_a_local_set() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let client = Rc::new(LocalClient::default());
    let task_client = Rc::clone(&client);
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let task =
            async move { assert_lists_all!(require_static(Rc::clone(&task_client).list_paginator(Input::default()))) };
        tokio::task::spawn_local(task).await.unwrap();
    });
    assert!(client.calls.get() > 0);
}
