// The type of the items is private, and the page is not.
#![allow(dead_code)]

mod client {
    struct Session;

    #[derive(paginated::Page)]
    pub struct Output {
        sessions: Option<Vec<Session>>,
        next_token: Option<String>,
    }
}

fn main() {}
