//! A service that lists by tokens, injects faults, and records its requests.

use std::future::poll_fn;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use paginated::{Page, paginated};
use paginated_tests::fixture::{ListInput, Throttled};

/// The list and the behavior of a service.
///
/// The list consists of records. A page is a range of records, and a token is the position of a record, so the same list can
/// be read with pages of any sizes. The service filters some records out. The others are the items 0, 1, 2, …
#[derive(Clone, Debug)]
pub struct Scenario {
    /// True for each record that is an item.
    pub records: Vec<bool>,
    /// The largest number of records in the page of each request, repeated from the first after the last.
    pub page_sizes: Vec<usize>,
    pub ending: Ending,
    /// True if the flag is absent on a page that ends at a record with this number, repeated from the first after the last.
    pub absent_flags: Vec<bool>,
    /// The style of the tokens, see [`token`](Self::token).
    pub token_style: usize,
    /// The faults of the requests, repeated from the first after the last.
    pub faults: Vec<Fault>,
}

/// The token and the flag of the last page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    NoToken,
    EmptyToken,
    /// The flag is `false`, and there is a token.
    FlagFalse,
    /// The flag and the token are absent.
    FlagAbsent,
    /// The flag is absent, and the token is empty.
    FlagAbsentTokenEmpty,
    /// The flag is `true`, and the token is empty.
    MissingToken,
    /// The link, whose presence is the flag, is absent, and there is a token.
    LinkAbsent,
}

/// The flag of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    Absent,
    Bool,
    /// A flag by its presence.
    Link,
}

#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The number of polls for which the call is pending.
    pub pending_polls: usize,
    pub outcome: Outcome,
}

/// The kind of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Page,
    Failure,
    /// A page without the container of the items and the token.
    NoData,
}

impl Fault {
    pub const NONE: Self = Self { pending_polls: 0, outcome: Outcome::Page };
}

#[derive(Clone, Debug, Default, Page)]
pub struct Output {
    pub data: Option<Box<Data>>,
}

#[derive(Clone, Debug, Default, Page)]
pub struct Data {
    pub items: Option<Vec<u32>>,
    pub token: Option<String>,
    pub more: Option<bool>,
    pub link: Option<String>,
}

impl Output {
    pub fn into_items(self) -> Vec<u32> {
        self.data.and_then(|data| data.items).unwrap_or_default()
    }
}

impl Scenario {
    /// Returns the token of a page that starts at a record. Most styles contain characters that are hard to encode.
    pub fn token(&self, record: usize) -> String {
        match self.token_style {
            0 => format!("t{record}"),
            1 => format!("t___{record}"),
            2 => format!("\0\u{7f}\u{1f600}\"\\{record}\u{2028}"),
            3 => format!("None___None___{record}"),
            // {"Token": "x"}
            _ => format!("{}eyJUb2tlbiI6ICJ4In0=", "=".repeat(record)),
        }
    }

    /// Returns the page that a request receives, as a range of records.
    pub fn page(&self, request: usize, start: usize, limit: Option<u32>) -> Range<usize> {
        let size =
            self.page_sizes[request % self.page_sizes.len()].min(limit.map_or(usize::MAX, |limit| limit as usize));
        start..(start + size).min(self.records.len())
    }

    /// Returns the items in a range of records.
    pub fn items(&self, records: Range<usize>) -> Range<u32> {
        let count = |end: usize| self.records[..end].iter().map(|is_item| u32::from(*is_item)).sum();
        count(records.start)..count(records.end)
    }

    fn data(&self, page: Range<usize>) -> Data {
        let end = page.end;
        let items: Vec<u32> = self.items(page).collect();
        // A list without items may be absent.
        let items = (!items.is_empty() || end.is_multiple_of(2)).then_some(items);
        let link = || Some("/next".to_owned());
        let (token, more, link) = if end < self.records.len() {
            let is_absent = self.absent_flags.get(end % self.absent_flags.len().max(1)).copied().unwrap_or(false);
            (Some(self.token(end)), (!is_absent).then_some(true), link())
        } else {
            match self.ending {
                Ending::NoToken | Ending::FlagAbsent => (None, None, None),
                Ending::EmptyToken | Ending::FlagAbsentTokenEmpty => (Some(String::new()), None, None),
                Ending::FlagFalse => (Some(self.token(end)), Some(false), None),
                Ending::MissingToken => (Some(String::new()), Some(true), None),
                Ending::LinkAbsent => (Some(self.token(end)), None, None),
            }
        };
        Data { items, token, more, link }
    }

    pub fn flag(&self) -> Flag {
        match self.ending {
            Ending::NoToken | Ending::EmptyToken => Flag::Absent,
            Ending::FlagFalse | Ending::FlagAbsent | Ending::FlagAbsentTokenEmpty | Ending::MissingToken => Flag::Bool,
            Ending::LinkAbsent => Flag::Link,
        }
    }

    /// Returns the fault of the request with this number.
    pub fn fault(&self, request: usize) -> Fault {
        self.faults.get(request % self.faults.len().max(1)).copied().unwrap_or(Fault::NONE)
    }
}

#[derive(Clone)]
pub struct Service(Arc<Mutex<State>>);

struct State {
    scenario: Scenario,
    /// The requests received so far.
    requests: Vec<ListInput>,
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
        Self(Arc::new(Mutex::new(State { scenario, requests: Vec::new(), in_flight: 0 })))
    }

    /// Returns the requests received so far.
    pub fn requests(&self) -> Vec<ListInput> {
        self.0.lock().unwrap().requests.clone()
    }

    /// Removes the faults of all later requests.
    pub fn disable_faults(&self) {
        self.0.lock().unwrap().scenario.faults.clear();
    }

    /// Records a request. Returns its fault and its response.
    fn receive(&self, input: &ListInput) -> (InFlight, Fault, Result<Output, Throttled>) {
        let state = &mut *self.0.lock().unwrap();
        let scenario = &state.scenario;
        let request = state.requests.len();
        let start = input.token.as_deref().filter(|token| !token.is_empty()).map_or(0, |token| {
            let mut records = 0..scenario.records.len();
            records.find(|record| scenario.token(*record) == token).expect("a token of this service")
        });
        let fault = scenario.fault(request);
        let response = match fault.outcome {
            Outcome::Failure => Err(Throttled),
            Outcome::NoData => Ok(Output { data: None }),
            Outcome::Page => {
                let data = scenario.data(scenario.page(request, start, input.limit));
                Ok(Output { data: Some(Box::new(data)) })
            }
        };
        state.requests.push(input.clone());
        state.in_flight += 1;
        assert_eq!(state.in_flight, 1, "one request is in flight at a time");
        (InFlight(self.clone()), fault, response)
    }

    async fn respond(&self, input: &ListInput) -> Result<Output, Throttled> {
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
}

/// Defines an async and a blocking operation for each kind of flag.
macro_rules! operations {
    ($($list:ident, $list_blocking:ident($($more_results:tt)*);)*) => {
        impl Service {
            $(
                #[paginated(
                    input_token = "Token", output_token = "Data.Token", limit_key = "Limit", result_key = "Data.Items"
                    $($more_results)*
                )]
                pub async fn $list(&self, input: ListInput) -> Result<Output, Throttled> {
                    self.respond(&input).await
                }

                #[paginated(
                    input_token = "Token", output_token = "Data.Token", limit_key = "Limit", result_key = "Data.Items"
                    $($more_results)*
                )]
                pub fn $list_blocking(&self, input: &ListInput) -> Result<Output, Throttled> {
                    self.receive(input).2
                }
            )*
        }
    };
}

operations! {
    list, list_blocking();
    list_flagged, list_flagged_blocking(, more_results = "Data.More");
    list_linked, list_linked_blocking(, more_results = "Data.Link");
}
