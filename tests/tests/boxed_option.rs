//! The option `boxed`: the generated method returns a `BoxPaginator`, for `dyn` traits and the fields of structs.

use std::io;

use paginated::{Blocking, BoxItems, BoxPaginator, LocalBoxPaginator, Page, paginated};

#[derive(Clone, Default)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    names: Vec<u32>,
    token: Option<String>,
}

fn answer(input: &Input) -> io::Result<Output> {
    let start: u32 = input.token.as_ref().map_or(0, |token| token.parse().unwrap());
    Ok(Output { names: (start..start + 3).collect(), token: (start < 6).then(|| (start + 3).to_string()) })
}

trait BlockingClient {
    #[paginated(input_token = "token", result_key = "names", boxed)]
    fn list(&self, input: Input) -> io::Result<Output>;

    #[paginated(input_token = "token", result_key = "names", boxed = "local")]
    fn list_by_reference(&mut self, input: &Input) -> io::Result<Output>;
}

trait AsyncClient {
    #[paginated(input_token = "token", result_key = "names", boxed = "local")]
    async fn list_async(&self, input: Input) -> io::Result<Output>;
}

struct Client;

impl BlockingClient for Client {
    fn list(&self, input: Input) -> io::Result<Output> {
        answer(&input)
    }
    fn list_by_reference(&mut self, input: &Input) -> io::Result<Output> {
        answer(input)
    }
}

impl AsyncClient for Client {
    async fn list_async(&self, input: Input) -> io::Result<Output> {
        answer(&input)
    }
}

impl Client {
    #[paginated(input_token = "token", result_key = "names", boxed)]
    async fn list_inherent(&self, input: Input) -> io::Result<Output> {
        self.list_async(input).await
    }
}

struct Export<'a> {
    names: BoxItems<'a, Output, u32, io::Error, Blocking>,
}

#[test]
fn a_blocking_trait_is_paged_through_a_trait_object() {
    let client: &(dyn BlockingClient + Sync) = &Client;
    let export = Export { names: client.list_paginator(Input::default()).items() };
    assert_eq!(export.names.map(Result::unwrap).collect::<Vec<_>>(), (0..9).collect::<Vec<_>>());
    let mut client: Box<dyn BlockingClient> = Box::new(Client);
    let local: LocalBoxPaginator<'_, Output, u32, io::Error, Blocking> =
        client.list_by_reference_paginator(Input::default());
    assert_eq!(local.items().count(), 9);
}

#[tokio::test]
async fn a_list_of_an_async_method_in_a_box_is_resumable() {
    let paginator: LocalBoxPaginator<'_, Output, u32, io::Error> = Client.list_async_paginator(Input::default());
    let mut names = paginator.max_items(4).items();
    while names.try_next().await.unwrap().is_some() {}
    let token = names.resume_token().unwrap().to_string();
    let rest: BoxPaginator<'_, Output, u32, io::Error> = Client.list_inherent_paginator(Input::default());
    let rest = rest.starting_token(token).items().try_collect::<Vec<_>>().await.unwrap();
    assert_eq!(rest, (4..9).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_boxed_list_without_local_is_send() {
    let names =
        tokio::spawn(async { Client.list_inherent_paginator(Input::default()).items().try_collect::<Vec<_>>().await });
    assert_eq!(names.await.unwrap().unwrap(), (0..9).collect::<Vec<_>>());
}

/// A client that borrows.
struct Names<'a, T> {
    names: &'a [u32],
    separator: T,
}

impl<'a, T: Sync> Names<'a, T> {
    #[paginated(input_token = "token", result_key = "names", boxed)]
    pub async fn list(&self, input: Input) -> io::Result<Output> {
        let _ = &self.separator;
        Ok(Output { names: self.names.to_vec(), ..answer(&input)? })
    }

    #[paginated(input_token = "token", result_key = "names")]
    pub fn list_send(&self, input: Input) -> impl Future<Output = io::Result<Output>> + Send {
        self.list(input)
    }

    #[paginated(input_token = "token", result_key = "names", boxed)]
    pub async fn list_with(&self, names: &'a [u32], input: &Input) -> io::Result<Output> {
        Ok(Output { names: names.to_vec(), ..answer(input)? })
    }
}

#[tokio::test]
async fn a_list_of_a_client_that_borrows_can_be_boxed() {
    let names = vec![1];
    let client = Names { names: &names, separator: ',' };
    assert_eq!(client.list_paginator(Input::default()).items().try_collect::<Vec<_>>().await.unwrap(), [1; 3]);
    assert_eq!(client.list_send_paginator(Input::default()).items().try_collect::<Vec<_>>().await.unwrap(), [1; 3]);
    let items = client.list_with_paginator(&names, Input::default()).items();
    assert_eq!(items.try_collect::<Vec<_>>().await.unwrap(), [1; 3]);
}

/// A client with a parameter that is an iterator of an `impl Trait`.
struct NamesOfIds;

impl NamesOfIds {
    #[paginated(input_token = "token", result_key = "names", boxed)]
    pub async fn list(
        &self,
        ids: impl IntoIterator<Item = impl Into<u32>> + Send + Sync,
        input: Input,
    ) -> io::Result<Output> {
        Ok(Output { names: ids.into_iter().map(Into::into).collect(), ..answer(&input)? })
    }
}

#[tokio::test]
async fn a_list_with_an_iterator_of_impl_trait_can_be_boxed() {
    let names: BoxPaginator<'_, Output, u32, io::Error> = NamesOfIds.list_paginator([1_u8], Input::default());
    assert_eq!(names.items().try_collect::<Vec<_>>().await.unwrap(), [1; 3]);
}
