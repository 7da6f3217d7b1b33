//! Random cases: a scenario, and the steps that read it.

use std::task::Poll;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::reference::Reference;
use super::service::{Fault, Input, Length, Outcome, Requested, Scenario, Service, Style};
use super::streams::{Kind, Limits, Stop, Stream, Yielded, open};

#[derive(Clone, Debug)]
pub struct Case {
    scenario: Scenario,
    /// The position of the first page, in the request or in the starting token.
    first: u32,
    is_first_in_request: bool,
    /// The page size in the request.
    limit: Option<u32>,
    kind: Kind,
    limits: Limits,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    /// Polls until the stream returns something.
    Next,
    /// Polls once and drops the future.
    Poll,
    Retry,
    /// Opens another stream from the printed resume token.
    Resume(Kind, Limits),
}

pub fn case() -> impl Strategy<Value = Case> {
    let first = prop_oneof![3 => Just(0), 1 => 1..4_u32];
    (scenario(), first, any::<bool>(), option::of(1..6_u32), kind(), limits(), vec(step(), 0..24)).prop_map(
        |(scenario, first, is_first_in_request, limit, kind, limits, steps)| {
            let first = if scenario.style == Style::Link { 0 } else { first };
            Case { scenario, first, is_first_in_request, limit, kind, limits, steps }
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let style = prop_oneof![
        3 => (0..2_u32).prop_map(Style::PageNumber),
        3 => (0..2_u32).prop_map(Style::Offset),
        2 => Just(Style::Link),
    ];
    let length =
        prop_oneof![Just(Length::Unknown), Just(Length::TotalItems), Just(Length::TotalPages), Just(Length::Flag),];
    let outcome = prop_oneof![
        8 => Just(Outcome::Page),
        1 => Just(Outcome::Failure),
        1 => Just(Outcome::NoData),
        1 => Just(Outcome::WrongPage),
    ];
    let fault = (0..3_usize, outcome).prop_map(|(pending_polls, outcome)| Fault { pending_polls, outcome });
    let sizes = vec(1..6_u32, 1..4);
    (style, 0..14_u32, length, vec(any::<bool>(), 0..4), any::<bool>(), 1..6_u32, sizes, vec(fault, 0..8)).prop_map(
        |(style, items, length, absent_lengths, echo, cap, sizes, faults)| {
            // Only numbered pages have a number of pages.
            let length = match (style, length) {
                (Style::PageNumber(_), length) => length,
                (_, Length::TotalPages) => Length::TotalItems,
                (_, length) => length,
            };
            Scenario { style, items, length, absent_lengths, echo, cap, sizes, faults }
        },
    )
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        4 => Just(Kind::Items),
        2 => Just(Kind::Pages),
        1 => Just(Kind::BoxedItems),
        3 => Just(Kind::PrefetchedItems),
        2 => Just(Kind::PrefetchedPages),
        1 => Just(Kind::BlockingItems),
        1 => Just(Kind::BlockingPages),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    let max_items = prop_oneof![Just(None), (0..9_usize).prop_map(Some), Just(Some(usize::MAX))];
    let max_pages = prop_oneof![3 => Just(None), 1 => (0..4_u64).prop_map(Some)];
    (max_items, max_pages, option::of(1..7_u32)).prop_map(|(max_items, max_pages, page_size)| Limits {
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
    ]
}

impl Case {
    pub fn run(&self) -> TestCaseResult {
        let service = Service::new(self.scenario.clone());
        let limit = self.limits.page_size.or(self.limit);
        let reference = Reference::new(&self.scenario, Requested { position: self.first, limit });
        let next_item = reference.next_item;
        let token = (self.first > 0 && !self.is_first_in_request).then(|| (self.first + self.start()).to_string());
        let mut run = Run { case: self, service: &service, reference, kind: self.kind, stream: None };
        // A token of the user has no page size.
        let starting_page = token.is_some().then_some(Requested { position: self.first, limit: None });
        run.open(self.kind, &self.limits, token, starting_page)?;
        for step in &self.steps {
            if !run.step(step)? {
                break;
            }
        }
        run.finish()?;
        prop_assert!(next_item <= run.reference.next_item);
        Ok(())
    }

    /// Returns the number of the first page or item.
    fn start(&self) -> u32 {
        match self.scenario.style {
            Style::PageNumber(start) | Style::Offset(start) => start,
            Style::Link => 0,
        }
    }

    fn input(&self) -> Input {
        let first = (self.first > 0 && self.is_first_in_request).then(|| self.first + self.start());
        match self.scenario.style {
            Style::PageNumber(_) => Input { page: first, offset: 0, limit: self.limit },
            _ => Input { page: None, offset: first.unwrap_or(0).into(), limit: self.limit },
        }
    }
}

struct Run<'a> {
    case: &'a Case,
    service: &'a Service,
    reference: Reference<'a>,
    kind: Kind,
    stream: Option<Box<dyn Stream + 'a>>,
}

impl<'a> Run<'a> {
    fn open(&mut self, kind: Kind, limits: &Limits, token: Option<String>, page: Option<Requested>) -> TestCaseResult {
        // The old stream cancels its request in flight, which the service has received.
        self.stream = None;
        let sent = self.service.requests().len();
        if sent > self.reference.requests.len() {
            self.reference.requests.extend(self.reference.next_request());
        }
        self.reference.open(limits, page, self.case.limit);
        self.kind = kind;
        let Self { case, service, .. } = *self;
        self.stream = Some(open(service, &case.scenario, kind, case.input(), limits, token));
        self.check(false)
    }

    fn stream(&mut self) -> &mut (dyn Stream + 'a) {
        self.stream.as_deref_mut().expect("a stream is open")
    }

    /// Runs a step. Returns `false` if nothing is left.
    fn step(&mut self, step: &Step) -> Result<bool, TestCaseError> {
        match step {
            Step::Next => {
                self.next()?;
            }
            Step::Poll => {
                let _ = self.poll()?;
            }
            Step::Retry => {
                self.stream().retry();
                self.reference.retry();
            }
            Step::Resume(kind, limits) => {
                let Some(token) = self.stream().token() else { return Ok(false) };
                self.resume(*kind, limits, token)?;
            }
        }
        Ok(true)
    }

    fn resume(&mut self, kind: Kind, limits: &Limits, token: String) -> TestCaseResult {
        let page = self.reference.resume_page();
        let is_offset = matches!(self.case.scenario.style, Style::Offset(_));
        // Only with the same page size does the number of a page mean the same. If it is not recorded, the user must know it.
        let page_size = if page.limit.is_none() && page.position > 0 && !is_offset {
            self.reference.next_page.limit
        } else {
            limits.page_size
        };
        self.open(kind, &Limits { page_size, ..limits.clone() }, Some(token), Some(page))
    }

    fn next(&mut self) -> Result<Yielded, TestCaseError> {
        loop {
            if let Poll::Ready(next) = self.poll()? {
                return Ok(next);
            }
        }
    }

    fn poll(&mut self) -> Result<Poll<Yielded>, TestCaseError> {
        let next = self.stream().poll();
        if let Poll::Ready(next) = &next {
            let kind = self.kind;
            prop_assert_eq!(next, &self.reference.next(kind));
        } else {
            self.reference.skip_pages(self.service.requests().len());
        }
        self.check(next.is_pending())?;
        Ok(next)
    }

    /// Checks the requests. One more than those of the reference can be in flight.
    fn check(&mut self, is_pending: bool) -> TestCaseResult {
        let mut expected = self.reference.requests.clone();
        let sent = self.service.requests();
        if sent.len() > expected.len() && (is_pending || self.kind.is_prefetched()) {
            expected.extend(self.reference.next_request());
        }
        prop_assert_eq!(sent, expected);
        prop_assert_eq!(self.stream().token().is_none(), self.reference.is_complete());
        Ok(())
    }

    /// Reads the rest without faults, with the page size of the resume token.
    fn finish(&mut self) -> TestCaseResult {
        self.service.disable_faults();
        self.reference.disable_faults();
        while let Some(token) = self.stream().token() {
            let page_size = self.reference.resume_page().limit;
            self.resume(Kind::Items, &Limits { page_size, ..Limits::default() }, token)?;
            while let Some(next) = self.next()? {
                prop_assert!(!matches!(next, Err(Stop::PageSize)));
            }
        }
        let last = self.case.scenario.items.max(self.reference.next_item);
        prop_assert_eq!(self.reference.next_item, last);
        Ok(())
    }
}
