//! `inspect_pages` shows each page once, as the service returned it.

use std::io;

use paginated::{Error, Page, paginated};

#[derive(Clone, Default)]
struct Input {
    token: Option<String>,
}

#[derive(Page, Clone, Debug)]
struct Output {
    data: Option<Data>,
    page: u32,
}

#[derive(Page, Clone, Debug)]
struct Data {
    names: Vec<u32>,
    token: Option<String>,
}

/// Three pages of three names; the response to the third request has no data.
fn answer(input: &Input, requests: &mut u32) -> Output {
    *requests += 1;
    let page = input.token.as_deref().map_or(0, |token| token.parse().unwrap());
    let names = (page * 3..page * 3 + 3).collect();
    let token = (page < 2).then(|| (page + 1).to_string());
    Output { data: (*requests != 3).then_some(Data { names, token }), page }
}

struct Client {
    requests: u32,
}

impl Client {
    #[paginated(input_token = "token", output_token = "data.token", result_key = "data.names")]
    async fn list(&mut self, input: Input) -> Result<Output, io::Error> {
        Ok(answer(&input, &mut self.requests))
    }

    #[paginated(input_token = "token", output_token = "data.token", result_key = "data.names")]
    fn list_blocking(&mut self, input: Input) -> Result<Output, io::Error> {
        Ok(answer(&input, &mut self.requests))
    }
}

/// The page and its number of names.
fn seen(page: &Output) -> (u32, Option<usize>) {
    (page.page, page.data.as_ref().map(|data| data.names.len()))
}

#[tokio::test]
async fn each_page_is_shown_before_its_items_are_taken_and_refused_pages_too() {
    let mut client = Client { requests: 0 };
    let mut pages = Vec::new();
    let mut names = client.list_paginator(Input::default()).inspect_pages(|page| pages.push(seen(page))).items();
    let mut received = Vec::new();
    loop {
        match names.next().await {
            Some(Ok(name)) => received.push(name),
            Some(Err(Error::MissingData(_))) => names.retry(),
            Some(Err(error)) => panic!("{error}"),
            None => break,
        }
    }
    drop(names);
    assert_eq!(received, (0..9).collect::<Vec<_>>());
    assert_eq!(pages, [(0, Some(3)), (1, Some(3)), (2, None), (2, Some(3))]);
}

#[tokio::test]
async fn a_page_is_shown_whole_although_items_are_trimmed() {
    for limit in 1..=6 {
        let mut client = Client { requests: 10 };
        let mut shown = 0;
        let mut inspected = 0;
        let paginator = client.list_paginator(Input::default()).max_items(limit).prefetch(1);
        let pages = paginator.inspect_pages(|_| inspected += 1).inspect_pages(|page| shown += seen(page).1.unwrap());
        let full = pages.full_result().await.unwrap();
        assert_eq!(full.output.data.unwrap().names.len(), limit);
        assert_eq!((shown, inspected), (limit.next_multiple_of(3), limit.div_ceil(3)));
    }
}

#[test]
fn a_blocking_list_is_inspected() {
    let mut client = Client { requests: 10 };
    let mut pages = Vec::new();
    let paginator = client.list_blocking_paginator(Input::default()).inspect_pages(|page| pages.push(seen(page).0));
    assert_eq!(paginator.boxed_local().pages().map(Result::unwrap).count(), 3);
    assert_eq!(pages, [0, 1, 2]);
}
