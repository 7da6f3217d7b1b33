// A carried token may repeat, so `end_on` must name another end.
use paginated::{Page, paginated};

#[derive(Clone)]
struct Input {
    scroll_id: Option<String>,
}

#[derive(Page)]
struct Output {
    scroll_id: Option<String>,
    hits: Vec<u32>,
}

struct Client;

impl Client {
    #[paginated(
        input_token = "ScrollId",
        carried_token = "ScrollId",
        end_on = "repeated_token",
        result_key = "Hits"
    )]
    fn list(&self, input: Input) -> Result<Output, String> {
        todo!("{:?}", input.scroll_id)
    }
}

fn main() {
    let input = Input { scroll_id: None };
    let _hits: Result<Vec<u32>, _> = Client.list_paginator(input).items().collect();
}
