//! The types that a result key after the first one can name.

use core::ops::Add as _;

use super::ResultKey;

/// A type that a result key after the first one can name: a [`ResultKey`], or a number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a result key",
    label = "not a list, a map, a string, or a number",
    note = "a result key names a `Vec`, `VecDeque`, `HashMap`, `BTreeMap`, or `String`, or an `Option` or `Box` of one, and after the first key a number, or an `Option` of one",
    note = "for a list in a struct, write the path to the list, such as `\"Page.Items\"`",
    note = "for a list type of your own, implement `paginated::ResultKey`"
)]
#[cfg_attr(
    not(feature = "std"),
    diagnostic::on_unimplemented(
        note = "a `HashMap` or a `HashSet` needs the feature `std` of `paginated`, which is off"
    )
)]
pub(crate) trait SecondaryKey: Default {
    /// Returns whether `join` would lose a value.
    fn has_duplicate_key(&self, _next: &Self) -> bool {
        false
    }
    /// Adds the value of the next page.
    fn join(&mut self, next: Self);
    /// Empties the value of a page that was resumed in the middle. A number is kept.
    fn clear(&mut self);
    /// Returns whether the value is empty.
    fn is_empty(&self) -> bool;
}

#[diagnostic::do_not_recommend]
impl<L: ResultKey> SecondaryKey for L {
    fn has_duplicate_key(&self, next: &Self) -> bool {
        ResultKey::has_duplicate_key(self, next)
    }
    fn join(&mut self, next: Self) {
        ResultKey::join(self, next);
    }
    fn clear(&mut self) {
        ResultKey::clear(self);
    }
    fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

macro_rules! numbers {
    ($add:ident => $($number:ty)*) => {
        $(
            impl SecondaryKey for $number {
                fn join(&mut self, next: Self) {
                    *self = self.$add(next);
                }
                /// Keeps the number, as botocore does (`_handle_first_request`): it may count more than the items that are kept.
                fn clear(&mut self) {}
                #[allow(clippy::float_cmp, reason = "only 0 itself is empty")]
                fn is_empty(&self) -> bool {
                    *self == <$number>::default()
                }
            }

            impl SecondaryKey for Option<$number> {
                fn join(&mut self, next: Self) {
                    *self = match (*self, next) {
                        (Some(sum), Some(next)) => Some(sum.$add(next)),
                        (sum, next) => sum.or(next),
                    };
                }
                fn clear(&mut self) {}
                fn is_empty(&self) -> bool {
                    self.is_none()
                }
            }
        )*
    };
}

numbers!(saturating_add => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
numbers!(add => f32 f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_added_and_kept_when_a_page_is_resumed() {
        let join = |mut sum: Option<i32>, next| {
            sum.join(next);
            sum
        };
        assert_eq!(join(Some(1), Some(2)), Some(3));
        assert_eq!(join(Some(1), None), Some(1));
        assert_eq!(join(Some(i32::MAX), Some(1)), Some(i32::MAX));
        let mut count = Some(5);
        count.clear();
        assert_eq!(count, Some(5));
    }
}
