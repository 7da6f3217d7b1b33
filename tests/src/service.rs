//! A service with any types: it answers from a script, and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use crate::script::Throttled;

/// A service that is asked by `I`s and answers with `O`s.
#[derive(Debug)]
pub struct Service<I, O>(Arc<Mutex<Script<I, O>>>);

#[derive(Debug)]
struct Script<I, O> {
    requests: Vec<I>,
    answers: VecDeque<Result<O, Throttled>>,
}

impl<I, O> Clone for Service<I, O> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<I: Clone, O> Service<I, O> {
    /// A service that gives these pages, one for each request.
    pub fn new(pages: impl IntoIterator<Item = O>) -> Self {
        Self::failing(pages.into_iter().map(Ok))
    }

    /// The same; it may fail.
    pub fn failing(answers: impl IntoIterator<Item = Result<O, Throttled>>) -> Self {
        let script = Script { requests: Vec::new(), answers: answers.into_iter().collect() };
        Self(Arc::new(Mutex::new(script)))
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<I> {
        self.0.lock().unwrap().requests.clone()
    }

    /// The next answer.
    pub async fn answer(&self, input: I) -> Result<O, Throttled> {
        let mut script = self.0.lock().unwrap();
        script.requests.push(input);
        script.answers.pop_front().expect("the service is asked no more often than the script says")
    }
}
