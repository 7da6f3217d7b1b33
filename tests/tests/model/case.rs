//! Random test cases: a scenario, and the steps that read it.

use std::task::Poll;

use paginated::ResumeToken;
use paginated_tests::fixture::ListInput;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::reference::{Reference, StopReason, Unit};
use super::service::{Ending, Fault, Scenario, Service};
use super::streams::{FullOutcome, Limits, PollOutput, StreamKind, TestedStream, open_stream, read_full};

#[derive(Clone, Debug)]
pub struct Case {
    scenario: Scenario,
    first_page: usize,
    /// The request has the token of the first page. Otherwise it is the starting token.
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
    (scenario(), 0..3_usize, any::<bool>(), kind(), limits(), vec(step(), 0..24)).prop_map(
        |(scenario, first_page, token_in_request, kind, limits, steps)| {
            let first_page = first_page.min(scenario.pages.len() - 1);
            Case { scenario, first_page, token_in_request, kind, limits, steps }
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let ending = prop_oneof![
        3 => Just(Ending::NoToken),
        1 => Just(Ending::EmptyToken),
        1 => Just(Ending::FlagFalse),
        1 => Just(Ending::FlagAbsent),
        2 => Just(Ending::MoreWithoutToken),
    ];
    let fault =
        (0..3_usize, prop::bool::weighted(0.2)).prop_map(|(pending_polls, fails)| Fault { pending_polls, fails });
    (vec(0..5_u32, 1..7), ending, 0..5_usize, vec(fault, 0..8), option::of(1..9_u32)).prop_map(
        |(sizes, ending, token_style, faults, page_size)| {
            let mut items = 0..;
            let pages = sizes.into_iter().map(|size| items.by_ref().take(size as usize).collect()).collect();
            Scenario { pages, ending, token_style, faults, page_size }
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
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    let max_items = prop_oneof![Just(None), (0..9_usize).prop_map(Some), Just(Some(usize::MAX))];
    let max_pages = prop_oneof![3 => Just(None), 1 => (0..4_u64).prop_map(Some)];
    (max_items, max_pages).prop_map(|(max_items, max_pages)| Limits { max_items, max_pages })
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
            reference: Reference::new(&self.scenario, self.first_page),
            kind: self.kind,
            stream: None,
            items: Vec::new(),
        };
        let token = self.scenario.token(self.first_page);
        let starting_token = (self.first_page > 0 && !self.token_in_request).then(|| ResumeToken::service(token));
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
        let token = (self.first_page > 0 && self.token_in_request).then(|| self.scenario.token(self.first_page));
        ListInput { token, limit: None }
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
        StreamKind::Pages | StreamKind::BlockingPages | StreamKind::PrefetchedPages => Unit::Page,
    }
}

impl<'a> Run<'a> {
    fn open(&mut self, kind: StreamKind, limits: &Limits, token: Option<ResumeToken>) -> TestCaseResult {
        // Drop the old stream first, because that cancels its request in flight.
        self.stream = None;
        let prefetch = matches!(
            kind,
            StreamKind::PrefetchedItems | StreamKind::PrefetchedBoxedItems | StreamKind::PrefetchedPages
        );
        self.reference.resume(prefetch, limits.max_items, limits.max_pages);
        let case = self.case;
        self.kind = kind;
        self.stream = Some(open_stream(kind, self.service, &case.scenario, case.input(), limits, token));
        self.check()
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
        matches!(self.kind, StreamKind::BlockingItems | StreamKind::BlockingPages)
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
        self.reference.resume(false, limits.max_items, limits.max_pages);
        let case = self.case;
        let FullOutcome { items, stop, token } =
            read_full(blocking, self.service, &case.scenario, case.input(), limits, Some(token));
        let mut expected = Vec::new();
        let without_items = self.reference.allows_no_item().then_some(StopReason::NothingRead);
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
        let scenario = &self.case.scenario;
        let tokens: Vec<_> =
            self.reference.requests.iter().map(|page| (*page > 0).then(|| scenario.token(*page))).collect();
        prop_assert_eq!(self.service.tokens(), tokens);

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
                Poll::Ready(Some(Err(StopReason::MoreWithoutToken))) => break,
                _ => {}
            }
        }
        prop_assert_eq!(self.items, self.case.scenario.pages[self.case.first_page..].concat());
        Ok(())
    }
}

fn print_and_read(token: ResumeToken) -> ResumeToken {
    token.to_string().into()
}
