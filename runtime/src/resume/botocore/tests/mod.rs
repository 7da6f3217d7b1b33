//! Tests of encoding and decoding against the output of Python and botocore.

mod decoding;
mod encoding;
