//! A random listing, read in a random way.

use std::task::Poll;

use paginated::ResumeToken;
use paginated_tests::fixture::ListInput;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::reference::{Reference, Stop, Unit};
use super::service::{Ending, Fault, Service, World};
use super::subject::{Bounds, Full, Given, Kind, Subject, full, stream};

#[derive(Clone, Debug)]
pub struct Script {
    world: World,
    /// The page that the listing begins at, and whether the request says so itself.
    begin: (usize, bool),
    kind: Kind,
    bounds: Bounds,
    ops: Vec<Op>,
}

#[derive(Clone, Debug)]
enum Op {
    /// Awaits what is next.
    Next,
    /// Polls it once and drops it, as `select!` and a timeout do.
    Poll,
    Retry,
    /// Prints the resume token, and reads it in another stream.
    Resume(Kind, Bounds),
    /// The same by the full result; the items go on behind it.
    Full(bool, Bounds),
}

pub fn script() -> impl Strategy<Value = Script> {
    (world(), 0..3_usize, any::<bool>(), kind(), bounds(), vec(op(), 0..24)).prop_map(
        |(world, begin, by_request, kind, bounds, ops)| {
            let begin = (begin.min(world.pages.len() - 1), by_request);
            Script { world, begin, kind, bounds, ops }
        },
    )
}

fn world() -> impl Strategy<Value = World> {
    let ending = prop_oneof![
        3 => Just(Ending::NoToken),
        1 => Just(Ending::EmptyToken),
        1 => Just(Ending::FlagFalse),
        1 => Just(Ending::FlagAbsent),
        2 => Just(Ending::MoreWithoutToken),
    ];
    let fault = (0..3_usize, prop::bool::weighted(0.2)).prop_map(|(pending, fails)| Fault { pending, fails });
    (vec(0..5_u32, 1..7), ending, 0..5_usize, vec(fault, 0..8), option::of(1..9_u32)).prop_map(
        |(sizes, ending, tokens, faults, page_size)| {
            let mut items = 0..;
            let pages = sizes.into_iter().map(|size| items.by_ref().take(size as usize).collect()).collect();
            World { pages, ending, tokens, faults, page_size }
        },
    )
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        4 => Just(Kind::Items),
        2 => Just(Kind::Pages),
        3 => Just(Kind::ItemsAhead),
        1 => Just(Kind::BoxedItemsAhead),
        2 => Just(Kind::PagesAhead),
        1 => Just(Kind::BoxedItems),
        1 => Just(Kind::BlockingItems),
        1 => Just(Kind::BlockingPages),
    ]
}

fn bounds() -> impl Strategy<Value = Bounds> {
    let max_items = prop_oneof![Just(None), (0..9_usize).prop_map(Some), Just(Some(usize::MAX))];
    let max_pages = prop_oneof![3 => Just(None), 1 => (0..4_u64).prop_map(Some)];
    (max_items, max_pages).prop_map(|(max_items, max_pages)| Bounds { max_items, max_pages })
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => Just(Op::Next),
        3 => Just(Op::Poll),
        2 => Just(Op::Retry),
        2 => (kind(), bounds()).prop_map(|(kind, bounds)| Op::Resume(kind, bounds)),
        1 => (any::<bool>(), bounds()).prop_map(|(blocking, bounds)| Op::Full(blocking, bounds)),
    ]
}

impl Script {
    pub fn run(&self) -> TestCaseResult {
        let service = Service::new(self.world.clone());
        let mut run = Run {
            script: self,
            service: &service,
            reference: Reference::new(&self.world, self.begin.0),
            kind: self.kind,
            subject: None,
            given: Vec::new(),
        };
        let begin = self.world.token(self.begin.0);
        let starting = (self.begin.0 > 0 && !self.begin.1).then(|| ResumeToken::service(begin));
        run.open(self.kind, &self.bounds, starting)?;
        for op in &self.ops {
            if !run.step(op)? {
                break;
            }
        }
        run.finish()
    }

    /// The request, as the user gives it.
    fn input(&self) -> ListInput {
        let (begin, by_request) = self.begin;
        let token = (begin > 0 && by_request).then(|| self.world.token(begin));
        ListInput { token, limit: None }
    }
}

struct Run<'a> {
    script: &'a Script,
    service: &'a Service,
    reference: Reference<'a>,
    kind: Kind,
    subject: Option<Box<dyn Subject + 'a>>,
    /// All items so far, over all streams.
    given: Vec<u32>,
}

/// What `kind` reads.
fn unit(kind: Kind) -> Unit {
    match kind {
        Kind::Items | Kind::BoxedItems | Kind::BlockingItems | Kind::ItemsAhead | Kind::BoxedItemsAhead => Unit::Item,
        Kind::Pages | Kind::BlockingPages | Kind::PagesAhead => Unit::Page,
    }
}

impl<'a> Run<'a> {
    fn open(&mut self, kind: Kind, bounds: &Bounds, token: Option<ResumeToken>) -> TestCaseResult {
        // Before the next one begins: a request under way dies with its stream.
        self.subject = None;
        let ahead = matches!(kind, Kind::ItemsAhead | Kind::BoxedItemsAhead | Kind::PagesAhead);
        self.reference.resume(ahead, bounds.max_items, bounds.max_pages);
        let script = self.script;
        self.kind = kind;
        self.subject = Some(stream(kind, self.service, &script.world, script.input(), bounds, token));
        self.check()
    }

    fn subject(&mut self) -> &mut (dyn Subject + 'a) {
        self.subject.as_deref_mut().expect("a stream is open")
    }

    /// Whether the script goes on.
    fn step(&mut self, op: &Op) -> Result<bool, TestCaseError> {
        match op {
            Op::Next => while self.poll()?.is_pending() {},
            Op::Poll => {
                let _ = self.poll()?;
            }
            Op::Retry => {
                self.subject().retry();
                self.reference.retry();
            }
            Op::Resume(kind, bounds) => match self.printed() {
                Some(token) => self.open(*kind, bounds, Some(token))?,
                None => return Ok(false),
            },
            Op::Full(blocking, bounds) => match self.printed() {
                Some(token) => return self.full(*blocking, bounds, token),
                None => return Ok(false),
            },
        }
        self.check()?;
        Ok(true)
    }

    fn is_blocking(&self) -> bool {
        matches!(self.kind, Kind::BlockingItems | Kind::BlockingPages)
    }

    /// The resume token by way of its text.
    fn printed(&mut self) -> Option<ResumeToken> {
        self.subject().resume_token().map(reprinted)
    }

    fn poll(&mut self) -> Result<Poll<Given>, TestCaseError> {
        let expected = loop {
            let expected = self.reference.poll(unit(self.kind));
            if !(expected.is_pending() && self.is_blocking()) {
                break expected;
            }
        };
        let next = self.subject().poll();
        prop_assert_eq!(&next, &expected);
        if let Poll::Ready(Some(Ok(items))) = &next {
            self.given.extend(items);
        }
        if let Poll::Ready(None) = next {
            prop_assert!(self.subject().is_terminated().unwrap_or(true));
        }
        Ok(next)
    }

    fn full(&mut self, blocking: bool, bounds: &Bounds, token: ResumeToken) -> Result<bool, TestCaseError> {
        self.subject = None;
        self.reference.resume(false, bounds.max_items, bounds.max_pages);
        let script = self.script;
        let Full { items, stop, token } =
            full(blocking, self.service, &script.world, script.input(), bounds, Some(token));
        let mut expected = Vec::new();
        let wants_nothing = self.reference.wants_nothing().then_some(Stop::NothingRead);
        let stopped = loop {
            match self.reference.poll(Unit::Page) {
                Poll::Pending => {}
                Poll::Ready(Some(Ok(items))) => expected.extend(items),
                Poll::Ready(Some(Err(stop))) => break Some(stop),
                Poll::Ready(None) => break wants_nothing,
            }
        };
        prop_assert_eq!(&items, &expected);
        prop_assert_eq!(stop, stopped);
        prop_assert_eq!(token.is_none(), self.reference.is_all_given());
        self.given.extend(items);
        let Some(token) = token else { return Ok(false) };
        self.open(Kind::Items, &Bounds::default(), Some(reprinted(token)))?;
        Ok(true)
    }

    /// What holds at any time.
    fn check(&mut self) -> TestCaseResult {
        let world = &self.script.world;
        let asked: Vec<_> = self.reference.asked.iter().map(|page| (*page > 0).then(|| world.token(*page))).collect();
        prop_assert_eq!(self.service.asked(), asked);

        let (subject, reference) = (self.subject.as_deref().expect("a stream is open"), &self.reference);
        prop_assert_eq!(subject.resume_token().is_none(), reference.is_all_given());
        prop_assert_eq!(subject.pages_fetched(), reference.pages_fetched);
        if let Some(items) = subject.items_given() {
            prop_assert_eq!(items, reference.items_given);
        }

        let left = reference.count_left(unit(self.kind));
        let (lower, upper) = subject.size_hint();
        prop_assert!(lower <= left && upper.is_none_or(|upper| left <= upper), "{lower}, {upper:?}: {left} left");
        if subject.is_terminated() == Some(true) {
            prop_assert_eq!(left, 0);
        }
        Ok(())
    }

    /// Reads the rest, of a service that is well again, and looks at the whole.
    fn finish(mut self) -> TestCaseResult {
        self.service.calm();
        self.reference.calm();
        // Without a stream, the full result gave the rest.
        while self.subject.is_some() {
            let next = self.poll()?;
            self.check()?;
            match next {
                Poll::Ready(None) => match self.printed() {
                    Some(token) => self.open(Kind::Items, &Bounds::default(), Some(token))?,
                    None => break,
                },
                Poll::Ready(Some(Err(Stop::MoreWithoutToken))) => break,
                _ => {}
            }
        }
        prop_assert_eq!(self.given, self.script.world.pages[self.script.begin.0..].concat());
        Ok(())
    }
}

fn reprinted(token: ResumeToken) -> ResumeToken {
    token.to_string().into()
}
