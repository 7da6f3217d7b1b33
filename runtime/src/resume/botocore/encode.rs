//! From a place in a listing to its text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::python::write_str;
use super::{ENCODED_KEYS, TAKEN, TokenSerializer};
use crate::resume::ResumeToken;

/// Writes a place in a listing as botocore's `TokenEncoder` does: base64 of what Python's `json.dumps` makes of the input
/// tokens by their wire names, the number of items taken, and the paths of those values that were bytes.
pub struct Encoder {
    pub(super) text: String,
    /// Where the value is that is being written.
    pub(super) path: Vec<Step>,
    /// The paths of the bytes so far, as `text` is written.
    bytes: String,
}

/// A step of a path.
pub(super) enum Step {
    /// A key, as it stands in the text, quotes and escapes and all.
    Key(Range<usize>),
    Index(usize),
}

impl Encoder {
    pub(crate) fn new() -> Self {
        Self { text: String::from("{"), path: Vec::new(), bytes: String::new() }
    }

    /// Writes one input token; `None` is one that is not set.
    pub(crate) fn token(
        &mut self,
        name: &str,
        write: Option<&mut dyn FnMut(&mut TokenSerializer<'_>) -> Result<(), serde_json::Error>>,
    ) -> Result<(), serde_json::Error> {
        self.begin_key();
        let start = self.text.len();
        write_str(&mut self.text, name);
        self.end_key(start);
        match write {
            None => self.text.push_str("null"),
            Some(write) => write(&mut TokenSerializer::new(self))?,
        }
        self.path.pop();
        Ok(())
    }

    /// The token, of a page of which `taken` items were taken.
    pub(crate) fn finish(mut self, taken: Option<u64>) -> ResumeToken {
        if let Some(taken) = taken {
            self.member(TAKEN, &taken.to_string());
        }
        if !self.bytes.is_empty() {
            let paths = format!("[{}]", self.bytes);
            self.member(ENCODED_KEYS, &paths);
        }
        self.text.push('}');
        STANDARD.encode(self.text).into()
    }

    fn member(&mut self, key: &str, value: &str) {
        self.begin_key();
        write_str(&mut self.text, key);
        self.text.push_str(": ");
        self.text.push_str(value);
    }

    fn begin_key(&mut self) {
        if self.text.len() > 1 {
            self.text.push_str(", ");
        }
    }

    /// Ends a key that begins at `start`; its value is written next.
    pub(super) fn end_key(&mut self, start: usize) {
        self.path.push(Step::Key(start..self.text.len()));
        self.text.push_str(": ");
    }

    /// Writes bytes, and notes where (`TokenEncoder._encode_bytes`).
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        write_str(&mut self.text, &STANDARD.encode(bytes));
        let path: Vec<String> = self.path.iter().map(|step| self.step(step)).collect();
        let comma = if self.bytes.is_empty() { "" } else { ", " };
        // Writing to a text cannot fail.
        let _ = write!(self.bytes, "{comma}[{}]", path.join(", "));
    }

    fn step(&self, step: &Step) -> String {
        match step {
            Step::Key(place) => self.text[place.clone()].into(),
            Step::Index(index) => index.to_string(),
        }
    }
}
