//! The course of a listing: all of it that depends on the types of the tokens alone, and so is compiled once for all
//! operations that have the same.

use alloc::vec::Vec;

use crate::error::{Error, Halted};
use crate::operation::Progress;
use crate::paging::cursor::{Cursor, Halt};
use crate::paging::tokens::Codecs;
use crate::resume::{self, Encoder, ResumeToken, StartingTokenError};
use crate::settings::Settings;
use crate::trace::Trace;

/// Where a listing stands, and what it was asked for.
pub(crate) struct Course<C: Codecs> {
    pub(crate) name: &'static str,
    codecs: C,
    pub(crate) settings: Settings,
    pub(crate) cursor: Cursor<C::Values>,
    pub(crate) trace: Trace,
}

impl<C: Codecs> Course<C> {
    #[inline(never)]
    pub(crate) fn new(name: &'static str, codecs: C) -> Self {
        let (settings, cursor) = (Settings::default(), Cursor::new(None, None, false));
        Self { name, codecs, settings, cursor, trace: Trace::default() }
    }

    /// What was asked for is known. `given` is the tokens of the request as it is.
    #[inline(never)]
    pub(crate) fn begin(&mut self, given: Option<C::Values>, stop_on_repeated: bool) {
        let Settings { config, max_pages, .. } = &mut self.settings;
        // An empty token is none.
        config.starting_token = config.starting_token.take().filter(|token| !token.as_str().is_empty());
        self.cursor = Cursor::new(config.max_items, *max_pages, stop_on_repeated);
        self.cursor.start(given, 0);
    }

    /// Goes to the starting token, before anything is sent.
    #[inline(never)]
    pub(crate) fn start(&mut self) -> Result<(), StartingTokenError> {
        self.cursor.begin();
        if let Some(token) = &self.settings.config.starting_token {
            let readable = !self.cursor.sends_as_given();
            let (place, taken) = self.decode(token, readable)?;
            self.cursor.start(place, taken);
        }
        Ok(())
    }

    fn decode(&self, token: &ResumeToken, readable: bool) -> Result<(Option<C::Values>, usize), StartingTokenError> {
        let decoded = resume::decode(token, &self.names(), &[])?;
        debug_assert!(decoded.extra_numbers.is_empty());
        let taken = usize::try_from(decoded.items_taken).unwrap_or(usize::MAX);
        let begins = decoded.tokens.iter().all(Option::is_none);
        let values = self.codecs.decode(&mut decoded.tokens.into_iter());
        let values = values.map_err(StartingTokenError::invalid_token)?;
        // Where the request cannot be read, its beginning is the request as it was given.
        Ok(((readable || !begins).then_some(values), taken))
    }

    fn encode(&self, place: &C::Values, taken: usize) -> ResumeToken {
        let mut encoder = Encoder::new();
        let encoded = self.codecs.encode(place, &mut encoder);
        encoded.unwrap_or_else(|error| panic!("a token of `{}` cannot be written: {error}", self.name));
        encoder.finish((taken > 0).then_some(taken as u64))
    }

    /// A starting token as it can be printed and read back: the text of a service's own may be taken for something else.
    fn printable(&self, token: &ResumeToken) -> ResumeToken {
        let decoded = token.is_service().then(|| self.decode(token, true));
        match decoded {
            Some(Ok((Some(place), taken))) => self.encode(&place, taken),
            _ => token.clone(),
        }
    }

    /// Where to go on when `left` of the page's items were not given yet.
    #[inline(never)]
    pub(crate) fn resume_token(&self, left: usize) -> Option<ResumeToken> {
        if !C::RESUMABLE {
            return None;
        }
        if let (0, Some(token)) = (self.cursor.pages(), &self.settings.config.starting_token) {
            return Some(self.printable(token));
        }
        let position = self.cursor.position(left)?;
        Some(self.encode(position.place, position.taken))
    }

    /// The error of a listing that cannot go on. `more` is the name of the flag.
    #[cold]
    #[inline(never)]
    pub(crate) fn halted<E>(&self, halt: Halt, more: &'static str) -> Error<E> {
        let key = match halt {
            Halt::MoreWithoutToken => more,
            _ => self.names().first().copied().unwrap_or_default(),
        };
        let at = Halted { operation: self.name, key, pages: self.cursor.pages() };
        match halt {
            Halt::RepeatedToken => Error::RepeatedToken(at),
            Halt::TokenCycle => Error::TokenCycle(at),
            Halt::MoreWithoutToken => Error::MoreWithoutToken(at),
            Halt::MaxPages => Error::MaxPages(at),
        }
    }

    /// How far the listing came. `divisible` is whether a page may be resumed in its middle, `flagged` whether it has a flag
    /// that says whether there is more.
    pub(crate) fn progress(&self, divisible: bool, flagged: bool) -> Progress {
        // What was asked for may be refused, also where nothing is wanted.
        let config = &self.settings.config;
        let unread = self.cursor.is_new() && (config.starting_token.is_some() || config.page_size.is_some());
        Progress {
            pages: self.cursor.pages(),
            given: self.cursor.given(),
            over: self.cursor.is_over() && !unread,
            remaining: self.cursor.remaining(flagged).map(|remaining| remaining.max(unread.into())),
            divisible,
        }
    }

    fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.codecs.names(&mut names);
        names
    }
}
