//! Random test cases: a scenario, and the steps that read it.

use std::task::Poll;

use paginated::ResumeToken;
use paginated_tests::fixture::ListInput;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::reference::{Reference, StopReason, Unit};
use super::service::{Ending, Fault, Outcome, Scenario, Service};
use super::streams::{Call, FullOutcome, Limits, PollOutput, StreamKind, TestedStream, open_stream, read_full};

#[derive(Clone, Debug)]
pub struct Case {
    scenario: Scenario,
    /// The record at which the first page starts.
    start: usize,
    /// The request has the token of the first page, which is empty if the page starts at record 0. Otherwise it is the
    /// starting token.
    token_in_request: bool,
    kind: StreamKind,
    limits: Limits,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    /// Polls until the stream returns an item, a page, an error, or the end.
    Next,
    /// Polls once and drops the future, as `select!` and a timeout do.
    Poll,
    Retry,
    /// Opens another stream from the printed resume token.
    Resume(StreamKind, Limits),
    /// Reads the full result from the printed resume token, and then opens a stream from its resume token.
    FullResult(bool, Limits),
}

pub fn case() -> impl Strategy<Value = Case> {
    (scenario(), 0..4_usize, any::<bool>(), kind(), limits(), vec(step(), 0..24)).prop_map(
        |(scenario, start, token_in_request, kind, limits, steps)| {
            let start = start.min(scenario.records.len().saturating_sub(1));
            Case { scenario, start, token_in_request, kind, limits, steps }
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let ending = prop_oneof![
        3 => Just(Ending::NoToken),
        1 => Just(Ending::EmptyToken),
        1 => Just(Ending::FlagFalse),
        1 => Just(Ending::FlagAbsent),
        1 => Just(Ending::FlagAbsentTokenEmpty),
        2 => Just(Ending::MissingToken),
        2 => Just(Ending::LinkAbsent),
    ];
    let outcome = prop_oneof![8 => Just(Outcome::Page), 1 => Just(Outcome::Failure), 1 => Just(Outcome::NoData)];
    let fault = (0..3_usize, outcome).prop_map(|(pending_polls, outcome)| Fault { pending_polls, outcome });
    let records = vec(prop::bool::weighted(0.7), 0..16);
    let absent_flags = vec(any::<bool>(), 0..5);
    (records, vec(1..6_usize, 1..6), ending, absent_flags, 0..5_usize, vec(fault, 0..8)).prop_map(
        |(records, page_sizes, ending, absent_flags, token_style, faults)| Scenario {
            records,
            page_sizes,
            ending,
            absent_flags,
            token_style,
            faults,
        },
    )
}

fn kind() -> impl Strategy<Value = StreamKind> {
    prop_oneof![
        4 => Just(StreamKind::Items),
        2 => Just(StreamKind::Pages),
        3 => Just(StreamKind::PrefetchedItems),
        1 => Just(StreamKind::PrefetchedBoxedItems),
        2 => Just(StreamKind::PrefetchedPages),
        1 => Just(StreamKind::BoxedItems),
        1 => Just(StreamKind::BlockingItems),
        1 => Just(StreamKind::BlockingPages),
        2 => Just(StreamKind::ItemsOf),
        1 => Just(StreamKind::BlockingItemsOf),
        1 => Just(StreamKind::PrefetchedItemsOf),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    let max_items = prop_oneof![Just(None), (0..9_usize).prop_map(Some), Just(Some(usize::MAX))];
    let max_pages = prop_oneof![3 => Just(None), 1 => (0..4_u64).prop_map(Some)];
    let page_size = option::of(1..9_u32);
    (max_items, max_pages, page_size).prop_map(|(max_items, max_pages, page_size)| Limits {
        max_items,
        max_pages,
        page_size,
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => Just(Step::Next),
        3 => Just(Step::Poll),
        2 => Just(Step::Retry),
        2 => (kind(), limits()).prop_map(|(kind, limits)| Step::Resume(kind, limits)),
        1 => (any::<bool>(), limits()).prop_map(|(blocking, limits)| Step::FullResult(blocking, limits)),
    ]
}

impl Case {
    pub fn run(&self) -> TestCaseResult {
        let service = Service::new(self.scenario.clone());
        let mut run = Run {
            case: self,
            service: &service,
            reference: Reference::new(&self.scenario, self.start),
            kind: self.kind,
            stream: None,
            items: Vec::new(),
        };
        let token = self.scenario.token(self.start);
        let starting_token = (self.start > 0 && !self.token_in_request).then(|| ResumeToken::service(token));
        run.open(self.kind, &self.limits, starting_token)?;
        for step in &self.steps {
            if !run.step(step)? {
                break;
            }
        }
        run.finish()
    }

    /// Returns the request of the user.
    fn input(&self) -> ListInput {
        ListInput { token: if self.token_in_request { self.token(self.start) } else { None }, limit: None }
    }

    /// Returns the token of a request for the page that starts at a record.
    fn token(&self, record: usize) -> Option<String> {
        match record {
            // The first request is sent as the caller made it.
            0 => (self.start == 0 && self.token_in_request).then(String::new),
            record => Some(self.scenario.token(record)),
        }
    }
}

/// The state of a running case.
struct Run<'a> {
    case: &'a Case,
    service: &'a Service,
    reference: Reference<'a>,
    kind: StreamKind,
    stream: Option<Box<dyn TestedStream + 'a>>,
    /// The items yielded by all streams so far.
    items: Vec<u32>,
}

/// Returns the unit that a kind of stream yields.
fn unit(kind: StreamKind) -> Unit {
    match kind {
        StreamKind::Items
        | StreamKind::BoxedItems
        | StreamKind::BlockingItems
        | StreamKind::PrefetchedItems
        | StreamKind::PrefetchedBoxedItems => Unit::Item,
        StreamKind::ItemsOf | StreamKind::BlockingItemsOf | StreamKind::PrefetchedItemsOf => Unit::ItemOf,
        StreamKind::Pages | StreamKind::BlockingPages | StreamKind::PrefetchedPages => Unit::Page,
    }
}

impl<'a> Run<'a> {
    fn open(&mut self, kind: StreamKind, limits: &Limits, token: Option<ResumeToken>) -> TestCaseResult {
        // Drop the old stream first, because that cancels its request in flight.
        self.stream = None;
        let prefetch = matches!(
            kind,
            StreamKind::PrefetchedItems
                | StreamKind::PrefetchedBoxedItems
                | StreamKind::PrefetchedPages
                | StreamKind::PrefetchedItemsOf
        );
        self.resume_reference(prefetch, limits);
        self.kind = kind;
        self.stream = Some(open_stream(kind, self.call(limits, token)));
        self.check()
    }

    /// Resumes the reference from its position, and drops the items after it, which are yielded again.
    fn resume_reference(&mut self, prefetch: bool, limits: &Limits) {
        let next_item = self.reference.resume(unit(self.kind), prefetch, limits);
        self.items.retain(|item| *item < next_item);
    }

    fn call(&self, limits: &Limits, token: Option<ResumeToken>) -> Call<'a> {
        let case = self.case;
        Call { service: self.service, flag: case.scenario.flag(), input: case.input(), limits: limits.clone(), token }
    }

    fn stream(&mut self) -> &mut (dyn TestedStream + 'a) {
        self.stream.as_deref_mut().expect("a stream is open")
    }

    /// Runs a step. Returns `false` if the case is finished.
    fn step(&mut self, step: &Step) -> Result<bool, TestCaseError> {
        match step {
            Step::Next => while self.poll()?.is_pending() {},
            Step::Poll => {
                let _ = self.poll()?;
            }
            Step::Retry => {
                self.stream().retry();
                self.reference.retry();
            }
            Step::Resume(kind, limits) => match self.printed_token() {
                Some(token) => self.open(*kind, limits, Some(token))?,
                None => return Ok(false),
            },
            Step::FullResult(blocking, limits) => match self.printed_token() {
                Some(token) => return self.read_full(*blocking, limits, token),
                None => return Ok(false),
            },
        }
        self.check()?;
        Ok(true)
    }

    fn is_blocking(&self) -> bool {
        matches!(self.kind, StreamKind::BlockingItems | StreamKind::BlockingPages | StreamKind::BlockingItemsOf)
    }

    /// Returns the resume token, printed and read again.
    fn printed_token(&mut self) -> Option<ResumeToken> {
        self.stream().resume_token().map(print_and_read)
    }

    fn poll(&mut self) -> Result<Poll<PollOutput>, TestCaseError> {
        let expected = loop {
            let expected = self.reference.poll(unit(self.kind));
            if !(expected.is_pending() && self.is_blocking()) {
                break expected;
            }
        };
        let next = self.stream().poll();
        prop_assert_eq!(&next, &expected);
        if let Poll::Ready(Some(Ok(items))) = &next {
            self.items.extend(items);
        }
        if let Poll::Ready(None) = next {
            prop_assert!(self.stream().is_terminated().unwrap_or(true));
        }
        Ok(next)
    }

    fn read_full(&mut self, blocking: bool, limits: &Limits, token: ResumeToken) -> Result<bool, TestCaseError> {
        self.stream = None;
        self.resume_reference(false, limits);
        // A full result has the position of its last page.
        self.kind = StreamKind::Pages;
        let FullOutcome { items, stop, token } = read_full(blocking, self.call(limits, Some(token)));
        let mut expected = Vec::new();
        let without_items = self.reference.allows_no_item().then_some(StopReason::NoPages);
        let expected_stop = loop {
            match self.reference.poll(Unit::Page) {
                Poll::Pending => {}
                Poll::Ready(Some(Ok(items))) => expected.extend(items),
                Poll::Ready(Some(Err(stop))) => break Some(stop),
                Poll::Ready(None) => break without_items,
            }
        };
        prop_assert_eq!(&items, &expected);
        prop_assert_eq!(stop, expected_stop);
        prop_assert_eq!(token.is_none(), self.reference.is_complete());
        self.items.extend(items);
        let Some(token) = token else { return Ok(false) };
        self.open(StreamKind::Items, &Limits::default(), Some(print_and_read(token)))?;
        Ok(true)
    }

    /// Checks what must be true after each step.
    fn check(&mut self) -> TestCaseResult {
        let requests = self.reference.requests.iter();
        let requests: Vec<_> =
            requests.map(|(start, limit)| ListInput { token: self.case.token(*start), limit: *limit }).collect();
        prop_assert_eq!(self.service.requests(), requests);

        let (stream, reference) = (self.stream.as_deref().expect("a stream is open"), &self.reference);
        prop_assert_eq!(stream.resume_token().is_none(), reference.is_complete());
        prop_assert_eq!(stream.pages_fetched(), reference.pages_fetched);
        if let Some(items) = stream.items_given() {
            prop_assert_eq!(items, reference.items_given);
        }

        let left = reference.count_remaining(unit(self.kind));
        let (lower, upper) = stream.size_hint();
        prop_assert!(lower <= left && upper.is_none_or(|upper| left <= upper), "{lower}, {upper:?}: {left} left");
        if stream.is_terminated() == Some(true) {
            prop_assert_eq!(left, 0);
        }
        Ok(())
    }

    /// Reads the rest without faults, and checks the items of the whole listing.
    fn finish(mut self) -> TestCaseResult {
        self.service.disable_faults();
        self.reference.disable_faults();
        // Without a stream, the full result returned the rest.
        while self.stream.is_some() {
            let next = self.poll()?;
            self.check()?;
            match next {
                Poll::Ready(None) => match self.printed_token() {
                    Some(token) => self.open(StreamKind::Items, &Limits::default(), Some(token))?,
                    None => break,
                },
                Poll::Ready(Some(Err(StopReason::MissingToken))) => break,
                _ => {}
            }
        }
        let scenario = &self.case.scenario;
        prop_assert_eq!(self.items, scenario.items(self.case.start..scenario.records.len()).collect::<Vec<_>>());
        Ok(())
    }
}

fn print_and_read(token: ResumeToken) -> ResumeToken {
    token.to_string().into()
}
