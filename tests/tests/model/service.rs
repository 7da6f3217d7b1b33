//! A service that lists by tokens, fails as it is told to, and remembers what it was asked.

use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use paginated::paginated;
use paginated_tests::fixture::{ListInput, ListOutput, Throttled};

/// What a service holds, and how it behaves.
#[derive(Clone, Debug)]
pub struct World {
    /// The listing: its items are 0, 1, 2, …
    pub pages: Vec<Vec<u32>>,
    pub ending: Ending,
    /// How tokens look.
    pub tokens: usize,
    /// What befalls each request; the last one's fate is that of the first again.
    pub faults: Vec<Fault>,
    pub page_size: Option<u32>,
}

/// How the last page says that it is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    NoToken,
    EmptyToken,
    /// The flag says so, beside a token.
    FlagFalse,
    FlagAbsent,
    /// The flag says that there is more, and nothing says where.
    MoreWithoutToken,
}

#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// How often the call is pending before it answers.
    pub pending: usize,
    pub fails: bool,
}

impl World {
    /// The token of a page, of a look that is hard to keep.
    pub fn token(&self, page: usize) -> String {
        match self.tokens {
            0 => format!("t{page}"),
            1 => format!("t___{page}"),
            2 => format!("\0\u{7f}\u{1f600}\"\\{page}\u{2028}"),
            3 => format!("None___None___{page}"),
            // {"Token": "x"}
            _ => format!("{}eyJUb2tlbiI6ICJ4In0=", "=".repeat(page)),
        }
    }

    /// What is behind a page: a token and the flag.
    fn behind(&self, page: usize) -> (Option<String>, Option<bool>) {
        if page + 1 < self.pages.len() {
            return (Some(self.token(page + 1)), Some(true));
        }
        match self.ending {
            Ending::NoToken => (None, None),
            Ending::EmptyToken => (Some(String::new()), None),
            Ending::FlagFalse => (Some(self.token(page + 1)), Some(false)),
            Ending::FlagAbsent => (Some(self.token(page + 1)), None),
            Ending::MoreWithoutToken => (Some(String::new()), Some(true)),
        }
    }

    /// Whether the listing is one that has the flag.
    pub fn flagged(&self) -> bool {
        !matches!(self.ending, Ending::NoToken | Ending::EmptyToken)
    }

    /// What befalls the request with this number.
    pub fn fault(&self, request: usize) -> Fault {
        self.faults.get(request % self.faults.len().max(1)).copied().unwrap_or(Fault { pending: 0, fails: false })
    }
}

#[derive(Clone)]
pub struct Service(Arc<Mutex<State>>);

struct State {
    world: World,
    /// The tokens of the requests so far.
    asked: Vec<Option<String>>,
    in_flight: usize,
}

/// A request under way.
struct InFlight(Service);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.0.lock().unwrap().in_flight -= 1;
    }
}

impl Service {
    pub fn new(world: World) -> Self {
        Self(Arc::new(Mutex::new(State { world, asked: Vec::new(), in_flight: 0 })))
    }

    pub fn asked(&self) -> Vec<Option<String>> {
        self.0.lock().unwrap().asked.clone()
    }

    /// From now on nothing fails and nothing is pending.
    pub fn calm(&self) {
        self.0.lock().unwrap().world.faults.clear();
    }

    /// Takes in a request; says what befalls it, and what it is answered.
    fn ask(&self, input: &ListInput) -> (InFlight, Fault, Result<ListOutput, Throttled>) {
        let state = &mut *self.0.lock().unwrap();
        let world = &state.world;
        assert_eq!(input.limit, world.page_size, "the page size is sent with each request");
        let page = match &input.token {
            None => 0,
            Some(token) => (0..world.pages.len()).find(|page| world.token(*page) == *token).expect("a token of ours"),
        };
        let fault = world.fault(state.asked.len());
        let (token, more) = world.behind(page);
        let output = ListOutput { items: world.pages[page].clone(), token, more };
        state.asked.push(input.token.clone());
        state.in_flight += 1;
        assert_eq!(state.in_flight, 1, "one request is in flight at a time");
        (InFlight(self.clone()), fault, if fault.fails { Err(Throttled) } else { Ok(output) })
    }

    async fn answer(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        let (_in_flight, fault, answer) = self.ask(input);
        let mut pending = fault.pending;
        poll_fn(|_| match pending.checked_sub(1) {
            None => Poll::Ready(()),
            Some(left) => {
                pending = left;
                Poll::Pending
            }
        })
        .await;
        answer
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn list(&self, input: ListInput) -> Result<ListOutput, Throttled> {
        self.answer(&input).await
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", more_results = "More")]
    pub async fn list_flagged(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        self.answer(input).await
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub fn list_blocking(&self, input: ListInput) -> Result<ListOutput, Throttled> {
        self.ask(&input).2
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", more_results = "More")]
    pub fn list_flagged_blocking(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        self.ask(input).2
    }
}
