//! Starting tokens and resume tokens, as paginators read and write them.

mod invalid;
mod positions;
mod service_tokens;
mod token_types;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use paginated::ResumeToken;

/// Encodes the JSON of a resume token.
fn encode(json: &str) -> String {
    STANDARD.encode(json)
}

/// Decodes the JSON of a resume token.
fn decode(token: Option<ResumeToken>) -> String {
    String::from_utf8(STANDARD.decode(token.expect("a resume token").as_str()).unwrap()).unwrap()
}
