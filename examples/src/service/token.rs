//! Page tokens: opaque to callers, and good only for the listing that gave them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// What a token is bound to: the operation and all that chooses what is listed. The page size is left out, since it may
/// change on the way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope(Fingerprint);

impl Scope {
    pub(super) fn new(operation: &str) -> Self {
        Self(Fingerprint::new().text(operation))
    }

    /// Binds to a filter, whether it is set or not.
    pub(super) fn filter(self, value: Option<&str>) -> Self {
        let set = self.0.number(u64::from(value.is_some()));
        Self(set.text(value.unwrap_or_default()))
    }

    /// The token for the page that begins at `position`.
    pub(super) fn seal(self, position: usize) -> String {
        let position = position as u64;
        let sealed = [position.to_be_bytes(), self.seal_of(position).to_be_bytes()];
        URL_SAFE_NO_PAD.encode(sealed.as_flattened())
    }

    /// Where the page of this token begins; `None` for anything but a token of this scope.
    pub(super) fn open(self, token: &str) -> Option<usize> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (position, seal) = bytes.split_first_chunk::<8>()?;
        let position = u64::from_be_bytes(*position);
        let genuine = seal == self.seal_of(position).to_be_bytes();
        genuine.then(|| usize::try_from(position).ok()).flatten()
    }

    fn seal_of(self, position: u64) -> u64 {
        self.0.number(position).finish()
    }
}

/// FNV-1a over parts that cannot run together. The standard library's hasher may change from release to release, and a
/// token that was written down is good for longer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn text(self, text: &str) -> Self {
        self.number(text.len() as u64).bytes(text.as_bytes())
    }

    pub(super) fn number(self, number: u64) -> Self {
        self.bytes(&number.to_be_bytes())
    }

    /// Mixed once more at the end: the last byte alone would hardly reach the high bits.
    pub(super) fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(bytes.iter().fold(self.0, mix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sessions_of(stack: &str) -> Scope {
        Scope::new("DescribeSessions").filter(Some(stack))
    }

    #[test]
    fn a_token_opens_where_it_was_sealed() {
        for position in [0, 1, 20, 99_980, usize::MAX] {
            let token = sessions_of("design").seal(position);
            assert_eq!(sessions_of("design").open(&token), Some(position));
        }
    }

    #[test]
    fn a_token_is_good_for_its_own_listing_only() {
        let token = sessions_of("design").seal(20);
        assert_eq!(sessions_of("training").open(&token), None);
        assert_eq!(sessions_of("design").filter(None).open(&token), None);
        assert_eq!(Scope::new("DescribeStacks").filter(Some("design")).open(&token), None);
    }

    #[test]
    fn filters_do_not_run_together() {
        let (apart, moved) = (sessions_of("ab").filter(Some("c")), sessions_of("a").filter(Some("bc")));
        assert_eq!(moved.open(&apart.seal(20)), None);
    }

    #[test]
    fn nothing_else_opens() {
        let token = sessions_of("design").seal(20);
        for wrong in ["", "20", "MjA", &token[1..], &format!("{token}A"), &token.to_uppercase()] {
            assert_eq!(sessions_of("design").open(wrong), None, "{wrong:?}");
        }
    }
}
