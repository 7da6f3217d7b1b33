//! Random cases: a scenario, and the steps that read it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::reference::Reference;
use super::requests::Requests;
use super::service::{Fault, Input, Length, Outcome, Requested, Scenario, Service, Style};
use super::streams::{Kind, Options, Stop, Stream, Yielded, open};

/// The largest delay of a response. A poll takes the time 1.
const MAX_DELAY: usize = 5;

#[derive(Clone, Debug)]
pub struct Case {
    scenario: Scenario,
    /// The position of the first page, in the request or in the starting token.
    first: u32,
    is_first_in_request: bool,
    /// The page size in the request.
    limit: Option<u32>,
    kind: Kind,
    options: Options,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    /// Polls until the stream returns something.
    Next,
    /// Polls once, drops the future, and continues in another task.
    Poll,
    Retry,
    /// Opens another stream from the printed resume token.
    Resume(Kind, Options),
}

pub fn case() -> impl Strategy<Value = Case> {
    let first = prop_oneof![3 => Just(0), 1 => 1..4_u32];
    (scenario(), first, any::<bool>(), option::of(1..6_u32), kind(), options(), vec(step(), 0..24)).prop_map(
        |(scenario, first, is_first_in_request, limit, kind, options, steps)| {
            let first = if scenario.style == Style::Link { 0 } else { first };
            Case { scenario, first, is_first_in_request, limit, kind, options, steps }
        },
    )
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let style = prop_oneof![
        3 => (0..2_u32).prop_map(Style::PageNumber),
        3 => (0..2_u32).prop_map(Style::Offset),
        2 => Just(Style::Link),
    ];
    let length = prop_oneof![
        Just(Length::Unknown),
        Just(Length::TotalItems),
        Just(Length::TotalPages),
        Just(Length::Flag),
        Just(Length::ShortPage)
    ];
    let outcome = prop_oneof![
        8 => Just(Outcome::Page),
        1 => Just(Outcome::Failure),
        1 => Just(Outcome::NoData),
        1 => Just(Outcome::WrongPage),
    ];
    let fault = (0..=MAX_DELAY, outcome).prop_map(|(delay, outcome)| Fault { delay, outcome });
    let sizes = vec(1..6_u32, 1..4);
    (style, 0..24_u32, length, vec(any::<bool>(), 0..4), any::<bool>(), 1..6_u32, sizes, vec(fault, 0..8)).prop_map(
        |(style, items, length, absent_lengths, echo, cap, sizes, faults)| {
            // Only numbered pages have a number of pages, and all the same number of items.
            let length = match (style, length) {
                (Style::PageNumber(_), length) => length,
                (_, Length::TotalPages) => Length::TotalItems,
                (_, Length::ShortPage) => Length::Unknown,
                (_, length) => length,
            };
            Scenario { style, items, length, absent_lengths, echo, cap, sizes, faults }
        },
    )
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        7 => Just(Kind::Items),
        4 => Just(Kind::Pages),
        1 => Just(Kind::BoxedItems),
        1 => Just(Kind::BlockingItems),
        1 => Just(Kind::BlockingPages),
    ]
}

fn options() -> impl Strategy<Value = Options> {
    let max_items = prop_oneof![2 => Just(None), 1 => (0..30_usize).prop_map(Some), 1 => Just(Some(usize::MAX))];
    let max_pages = prop_oneof![3 => Just(None), 1 => (0..6_u64).prop_map(Some)];
    let prefetch = prop_oneof![1 => Just(0), 2 => 0..6_usize];
    (max_items, max_pages, option::of(1..7_u32), prefetch, option::of(1..7_usize)).prop_map(
        |(max_items, max_pages, page_size, prefetch, concurrency_limit)| Options {
            max_items,
            max_pages,
            page_size,
            prefetch,
            concurrency_limit,
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => Just(Step::Next),
        3 => Just(Step::Poll),
        2 => Just(Step::Retry),
        2 => (kind(), options()).prop_map(|(kind, options)| Step::Resume(kind, options)),
    ]
}

impl Case {
    pub fn run(&self) -> TestCaseResult {
        let service = Service::new(self.scenario.clone());
        let limit = self.options.page_size.or(self.limit);
        let reference = Reference::new(&service, Requested { position: self.first, limit });
        let next_item = reference.next_item;
        let token = (self.first > 0 && !self.is_first_in_request).then(|| (self.first + self.start()).to_string());
        let mut run = Run {
            case: self,
            service: &service,
            reference,
            kind: self.kind,
            options: Options::default(),
            stream: None,
        };
        // A token of the user has no page size.
        let starting_page = token.is_some().then_some(Requested { position: self.first, limit: None });
        run.open(self.kind, &self.options, token, starting_page)?;
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

/// A task that records whether it was woken.
#[derive(Default)]
struct Task(AtomicBool);

impl Task {
    fn is_woken(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

struct Run<'a> {
    case: &'a Case,
    service: &'a Service,
    reference: Reference<'a>,
    kind: Kind,
    options: Options,
    stream: Option<Box<dyn Stream + 'a>>,
}

impl<'a> Run<'a> {
    fn open(
        &mut self,
        kind: Kind,
        options: &Options,
        token: Option<String>,
        page: Option<Requested>,
    ) -> TestCaseResult {
        self.stream = None;
        prop_assert_eq!(self.service.in_flight(), 0);
        self.service.clear_events();
        self.reference.open(options, page, self.case.limit);
        self.kind = kind;
        self.options = options.clone();
        self.stream = Some(open(self.service, kind, self.case.input(), options, token));
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
                let _ = self.poll(&Arc::default())?;
            }
            Step::Retry => {
                self.stream().retry();
                self.reference.retry();
            }
            Step::Resume(kind, options) => {
                let Some(token) = self.stream().token() else { return Ok(false) };
                self.resume(*kind, options, token)?;
            }
        }
        Ok(true)
    }

    fn resume(&mut self, kind: Kind, options: &Options, token: String) -> TestCaseResult {
        let page = self.reference.resume_page();
        let is_offset = matches!(self.case.scenario.style, Style::Offset(_));
        // Only with the same page size does the number of a page mean the same. If it is not recorded, the user must know it.
        let page_size = if page.limit.is_none() && page.position > 0 && !is_offset {
            self.reference.next_page.limit
        } else {
            options.page_size
        };
        self.open(kind, &Options { page_size, ..options.clone() }, Some(token), Some(page))
    }

    /// Polls until the stream returns something. Between the polls, waits until the task is woken.
    fn next(&mut self) -> Result<Yielded, TestCaseError> {
        let task = Arc::new(Task::default());
        loop {
            if let Poll::Ready(next) = self.poll(&task)? {
                return Ok(next);
            }
            for _ in 0..MAX_DELAY {
                if self.service.has_woken_request() {
                    break;
                }
                self.service.advance();
            }
            prop_assert!(task.is_woken(), "each response wakes the task");
        }
    }

    /// Polls once, and lets time pass.
    fn poll(&mut self, task: &Arc<Task>) -> Result<Poll<Yielded>, TestCaseError> {
        let events_before = self.reference.has_failed.then(|| self.service.events().len());
        task.0.store(false, Ordering::Relaxed);
        let next = self.stream().poll(&mut Context::from_waker(&task.clone().into()));
        match &next {
            Poll::Ready(next) => {
                if *next == Some(Err(Stop::Failed)) {
                    // `inspect_pages` does not see errors.
                    self.service.received();
                }
                prop_assert_eq!(next, &self.reference.next(self.kind));
            }
            Poll::Pending => {
                let pages = self.stream().pages();
                self.reference.skip_pages(pages);
                prop_assert!(!self.service.has_woken_request(), "a poll polls each request that was woken");
            }
        }
        // After an error, nothing happens before `retry()`.
        prop_assert!(events_before.is_none_or(|events| events == self.service.events().len()));
        self.check(next.is_pending())?;
        self.service.advance();
        Ok(next)
    }

    /// Checks the requests and the progress of the stream.
    fn check(&mut self, is_pending: bool) -> TestCaseResult {
        let Options { prefetch, concurrency_limit, .. } = self.options;
        let prefetch = if self.kind.is_blocking() { 0 } else { prefetch };
        let requests = Requests::replay(self.service, prefetch, concurrency_limit, &self.reference.prospects)?;
        prop_assert!(requests.outstanding() <= prefetch + usize::from(is_pending));
        prop_assert_eq!(requests.in_flight(), self.service.in_flight());
        if is_pending {
            prop_assert_eq!(requests.page_ahead(), None, "a pending stream has sent every request that is allowed");
        }
        prop_assert_eq!(self.stream().pages(), self.reference.pages);
        prop_assert_eq!(self.stream().token().is_none(), self.reference.is_complete());
        Ok(())
    }

    /// Reads the rest without faults, with the page size of the resume token.
    fn finish(&mut self) -> TestCaseResult {
        self.service.disable_faults();
        while let Some(token) = self.stream().token() {
            let page_size = self.reference.resume_page().limit;
            let Options { prefetch, concurrency_limit, .. } = self.case.options;
            let options = Options { page_size, prefetch, concurrency_limit, ..Options::default() };
            self.resume(Kind::Items, &options, token)?;
            while let Some(next) = self.next()? {
                prop_assert!(!matches!(next, Err(Stop::PageSize)));
            }
        }
        let last = self.case.scenario.items.max(self.reference.next_item);
        prop_assert_eq!(self.reference.next_item, last);
        Ok(())
    }
}
