//! Encodes a position to a resume token.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::python_json::write_string;
use super::{ENCODED_KEYS, TRUNCATE_AMOUNT, TokenSerializer};
use crate::resume::ResumeToken;

/// Writes a position as botocore's `TokenEncoder` does.
///
/// The result is base64 of a JSON object that Python's `json.dumps` would write. Its members are the values of
/// the position by the names of their keys, the extra numbers (the page size, and the number of items before the page), the item
/// count, and the paths of the values that are bytes.
pub(crate) struct Encoder {
    pub(super) json: String,
    /// The path of the value that is currently written.
    pub(super) path: Vec<PathSegment>,
    /// The paths of all bytes written so far, as comma-separated JSON.
    bytes_paths: String,
}

/// A segment of the path to a value.
pub(super) enum PathSegment {
    /// The range of a key in [`Encoder::json`], with its quotes and escapes.
    Key(Range<usize>),
    Index(usize),
}

impl Encoder {
    pub(crate) fn new() -> Self {
        Self { json: String::from("{"), path: Vec::new(), bytes_paths: String::new() }
    }

    /// Writes a token or a link. If `write` fails, the encoder must be discarded.
    pub(crate) fn write_token(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut TokenSerializer<'_>) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.begin_member();
        let start = self.json.len();
        write_string(&mut self.json, name);
        self.end_key(start);
        write(&mut TokenSerializer::new(self))?;
        self.path.pop();
        Ok(())
    }

    /// Writes a token that is not set.
    pub(crate) fn write_unset_token(&mut self, name: &str) {
        self.write_member(name, "null");
    }

    /// Writes a number: a page number, an offset, or an extra number.
    pub(crate) fn write_number(&mut self, name: &str, value: u64) {
        self.write_member(name, &value.to_string());
    }

    /// Returns the token. `item_count` is the number of items to skip from the position on, if there are any.
    pub(crate) fn finish(mut self, item_count: Option<u64>) -> ResumeToken {
        if let Some(item_count) = item_count {
            self.write_number(TRUNCATE_AMOUNT, item_count);
        }
        if !self.bytes_paths.is_empty() {
            let paths = format!("[{}]", self.bytes_paths);
            self.write_member(ENCODED_KEYS, &paths);
        }
        self.json.push('}');
        STANDARD.encode(self.json).into()
    }

    fn write_member(&mut self, key: &str, json: &str) {
        self.begin_member();
        write_string(&mut self.json, key);
        self.json.push_str(": ");
        self.json.push_str(json);
    }

    fn begin_member(&mut self) {
        if self.json.len() > 1 {
            self.json.push_str(", ");
        }
    }

    /// Ends the key that begins at `start`. The value of the key must be written next.
    pub(super) fn end_key(&mut self, start: usize) {
        self.path.push(PathSegment::Key(start..self.json.len()));
        self.json.push_str(": ");
    }

    /// Writes bytes as base64 and records their path (`TokenEncoder._encode_bytes`).
    pub(super) fn write_bytes(&mut self, bytes: &[u8]) {
        write_string(&mut self.json, &STANDARD.encode(bytes));
        let path: Vec<String> = self.path.iter().map(|segment| self.segment_json(segment)).collect();
        let separator = if self.bytes_paths.is_empty() { "" } else { ", " };
        // Writing to a `String` cannot fail.
        let _ = write!(self.bytes_paths, "{separator}[{}]", path.join(", "));
    }

    fn segment_json(&self, segment: &PathSegment) -> String {
        match segment {
            PathSegment::Key(range) => self.json[range.clone()].into(),
            PathSegment::Index(index) => index.to_string(),
        }
    }
}
