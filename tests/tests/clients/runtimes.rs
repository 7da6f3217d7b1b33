//! A listing needs no runtime of its own, and runs on any.

use std::cell::Cell;
use std::rc::Rc;

use super::*;

#[test]
fn tokio_multi_thread() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let task = async { holds!(sent(list_paginator(Input::default()))) };
        tokio::spawn(task).await.unwrap();
    });
}

#[test]
fn tokio_current_thread() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { holds!(list_paginator(Input::default())) });
}

#[test]
fn smol() {
    smol::block_on(async {
        let task = smol::spawn(async { holds!(sent(list_paginator(Input::default()))) });
        task.await;
        let yielding = async {
            smol::future::yield_now().await;
            holds!(list_paginator(Input::default()));
        };
        yielding.await;
    });
}

#[test]
fn futures_executor() {
    futures::executor::block_on(async { holds!(list_paginator(Input::default())) });
}

/// A client that lives on one thread, and waits there.
#[derive(Clone, Default)]
struct Local {
    calls: Rc<Cell<u32>>,
}

impl Local {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(self: Rc<Self>, input: Input) -> Result<Output, Failure> {
        tokio::task::yield_now().await;
        self.calls.set(self.calls.get() + 1);
        page(&input)
    }
}

#[test]
fn a_client_that_is_not_send_on_a_local_set() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let client = Rc::new(Local::default());
    let listed = Rc::clone(&client);
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let task = async move { holds!(owned_here(Rc::clone(&listed).list_paginator(Input::default()))) };
        tokio::task::spawn_local(task).await.unwrap();
    });
    assert!(client.calls.get() > 0);
}
