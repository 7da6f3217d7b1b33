//! A service that lists by tokens, injects faults, and records its requests.

use std::future::poll_fn;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use paginated::paginated;
use paginated_tests::fixture::{ListInput, ListOutput, Throttled};

/// The pages and the behavior of a service.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The pages, whose items are 0, 1, 2, …
    pub pages: Vec<Vec<u32>>,
    pub ending: Ending,
    /// The style of the tokens, see [`token`](Self::token).
    pub token_style: usize,
    /// The faults of the requests, repeated from the first after the last.
    pub faults: Vec<Fault>,
    pub page_size: Option<u32>,
}

/// The token and the flag of the last page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    NoToken,
    EmptyToken,
    /// The flag is `false`, and there is a token.
    FlagFalse,
    /// The flag is absent, and there is a token.
    FlagAbsent,
    /// The flag is `true`, and the token is empty.
    MoreWithoutToken,
}

#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The number of polls for which the call is pending.
    pub pending_polls: usize,
    pub fails: bool,
}

impl Scenario {
    /// Returns the token of a page. Most styles contain characters that are hard to encode.
    pub fn token(&self, page: usize) -> String {
        match self.token_style {
            0 => format!("t{page}"),
            1 => format!("t___{page}"),
            2 => format!("\0\u{7f}\u{1f600}\"\\{page}\u{2028}"),
            3 => format!("None___None___{page}"),
            // {"Token": "x"}
            _ => format!("{}eyJUb2tlbiI6ICJ4In0=", "=".repeat(page)),
        }
    }

    /// Returns the token and the flag of a page.
    fn continuation(&self, page: usize) -> (Option<String>, Option<bool>) {
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

    /// Returns `true` if the operation has a flag for more pages.
    pub fn has_flag(&self) -> bool {
        !matches!(self.ending, Ending::NoToken | Ending::EmptyToken)
    }

    /// Returns the fault of the request with this number.
    pub fn fault(&self, request: usize) -> Fault {
        self.faults.get(request % self.faults.len().max(1)).copied().unwrap_or(Fault { pending_polls: 0, fails: false })
    }
}

#[derive(Clone)]
pub struct Service(Arc<Mutex<State>>);

struct State {
    scenario: Scenario,
    /// The tokens of the requests received so far.
    tokens: Vec<Option<String>>,
    in_flight: usize,
}

/// Counts a request until it is dropped.
struct InFlight(Service);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.0.lock().unwrap().in_flight -= 1;
    }
}

impl Service {
    pub fn new(scenario: Scenario) -> Self {
        Self(Arc::new(Mutex::new(State { scenario, tokens: Vec::new(), in_flight: 0 })))
    }

    /// Returns the tokens of the requests received so far.
    pub fn tokens(&self) -> Vec<Option<String>> {
        self.0.lock().unwrap().tokens.clone()
    }

    /// Removes the faults of all later requests.
    pub fn disable_faults(&self) {
        self.0.lock().unwrap().scenario.faults.clear();
    }

    /// Records a request. Returns its fault and its response.
    fn receive(&self, input: &ListInput) -> (InFlight, Fault, Result<ListOutput, Throttled>) {
        let state = &mut *self.0.lock().unwrap();
        let scenario = &state.scenario;
        assert_eq!(input.limit, scenario.page_size, "the page size is sent with each request");
        let page = match &input.token {
            None => 0,
            Some(token) => {
                (0..scenario.pages.len()).find(|page| scenario.token(*page) == *token).expect("a token of this service")
            }
        };
        let fault = scenario.fault(state.tokens.len());
        let (token, more) = scenario.continuation(page);
        let output = ListOutput { items: scenario.pages[page].clone(), token, more };
        state.tokens.push(input.token.clone());
        state.in_flight += 1;
        assert_eq!(state.in_flight, 1, "one request is in flight at a time");
        (InFlight(self.clone()), fault, if fault.fails { Err(Throttled) } else { Ok(output) })
    }

    async fn respond(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        let (_in_flight, fault, response) = self.receive(input);
        let mut pending_polls = fault.pending_polls;
        poll_fn(|_| match pending_polls.checked_sub(1) {
            None => Poll::Ready(()),
            Some(left) => {
                pending_polls = left;
                Poll::Pending
            }
        })
        .await;
        response
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn list(&self, input: ListInput) -> Result<ListOutput, Throttled> {
        self.respond(&input).await
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", more_results = "More")]
    pub async fn list_flagged(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        self.respond(input).await
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub fn list_blocking(&self, input: ListInput) -> Result<ListOutput, Throttled> {
        self.receive(&input).2
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", more_results = "More")]
    pub fn list_flagged_blocking(&self, input: &ListInput) -> Result<ListOutput, Throttled> {
        self.receive(input).2
    }
}
