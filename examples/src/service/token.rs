//! Page tokens. They are opaque to clients and valid only for the listing that returned them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The listing that a token is valid for: the operation and its filters. The page size is not part of it, because it
/// may change from page to page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope(StableHasher);

impl Scope {
    pub(super) fn new(operation: &str) -> Self {
        Self(StableHasher::new().write_str(operation))
    }

    /// Adds a filter, which may be absent.
    pub(super) fn add_filter(self, value: Option<&str>) -> Self {
        let hasher = self.0.write_u64(u64::from(value.is_some()));
        Self(hasher.write_str(value.unwrap_or_default()))
    }

    /// Returns the token for the page that starts at `position`.
    pub(super) fn encode(self, position: usize) -> String {
        let position = position as u64;
        let parts = [position.to_be_bytes(), self.checksum(position).to_be_bytes()];
        URL_SAFE_NO_PAD.encode(parts.as_flattened())
    }

    /// Returns the start of the token's page, or `None` if the token does not belong to this scope.
    pub(super) fn decode(self, token: &str) -> Option<usize> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (position, checksum) = bytes.split_first_chunk::<8>()?;
        let position = u64::from_be_bytes(*position);
        let valid = checksum == self.checksum(position).to_be_bytes();
        valid.then(|| usize::try_from(position).ok()).flatten()
    }

    fn checksum(self, position: u64) -> u64 {
        self.0.write_u64(position).finish()
    }
}

/// An FNV-1a hasher that prefixes strings with their length.
///
/// The hasher of the standard library may change between releases, which would invalidate stored tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct StableHasher(u64);

impl StableHasher {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn write_str(self, text: &str) -> Self {
        self.write_u64(text.len() as u64).write(text.as_bytes())
    }

    pub(super) fn write_u64(self, number: u64) -> Self {
        self.write(&number.to_be_bytes())
    }

    /// Mixes the state once more, because the last byte barely affects the high bits.
    pub(super) fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }

    fn write(self, bytes: &[u8]) -> Self {
        let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(bytes.iter().fold(self.0, mix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sessions_scope(stack: &str) -> Scope {
        Scope::new("DescribeSessions").add_filter(Some(stack))
    }

    #[test]
    fn a_token_decodes_to_its_position() {
        for position in [0, 1, 20, 99_980, usize::MAX] {
            let token = sessions_scope("design").encode(position);
            assert_eq!(sessions_scope("design").decode(&token), Some(position));
        }
    }

    #[test]
    fn a_token_is_invalid_in_another_scope() {
        let token = sessions_scope("design").encode(20);
        assert_eq!(sessions_scope("training").decode(&token), None);
        assert_eq!(sessions_scope("design").add_filter(None).decode(&token), None);
        assert_eq!(Scope::new("DescribeStacks").add_filter(Some("design")).decode(&token), None);
    }

    #[test]
    fn filters_with_equal_concatenations_have_different_scopes() {
        let first = sessions_scope("ab").add_filter(Some("c"));
        let second = sessions_scope("a").add_filter(Some("bc"));
        assert_eq!(second.decode(&first.encode(20)), None);
    }

    #[test]
    fn a_modified_token_is_invalid() {
        let token = sessions_scope("design").encode(20);
        for modified in ["", "20", "MjA", &token[1..], &format!("{token}A"), &token.to_uppercase()] {
            assert_eq!(sessions_scope("design").decode(modified), None, "{modified:?}");
        }
    }
}
