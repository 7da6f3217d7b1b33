//! What a result key can hold: lists, maps, texts, numbers.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use crate::operation::{NoItems, WithItems, WithoutItems};

/// What a result key holds, and how much of it there is: lists, maps, texts and numbers, and an `Option` or a `Box` of
/// them.
///
/// | held | counted in | cut by `max_items` | joined by `full_result()` |
/// |---|---|---|---|
/// | a list (`Vec`, `VecDeque`, `Box<[T]>`, `BTreeSet`) | elements | inside | appended |
/// | a text (`String`) | characters | inside | appended |
/// | a map (`HashMap`, `BTreeMap`), a `HashSet` | entries | between pages only, for its order is nobody's promise | merged |
/// | a number | nothing | never | added |
///
/// Implement it for a list type of your own to name it by a `result_key`:
///
/// ```
/// use paginated::{ResultKey, WithItems};
///
/// #[derive(Default)]
/// struct Rows(Vec<String>);
///
/// impl ResultKey for Rows {
///     type Item = String;
///     type Kind = WithItems;
///     fn count(&self) -> usize { self.0.len() }
///     fn skip_first(&mut self, n: usize) { self.0.drain(..n); }
///     fn keep_first(&mut self, n: usize) { self.0.truncate(n); }
///     fn join(&mut self, next: Self) { self.0.extend(next.0); }
///     fn into_items(self) -> std::vec::IntoIter<String> { self.0.into_iter() }
/// }
/// # let mut rows = Rows(vec!["a".into(), "b".into()]);
/// # rows.keep_first(1);
/// # assert_eq!(rows.into_items().as_slice(), ["a"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a result key",
    label = "holds neither a list, a map, a text nor a number",
    note = "a result key names a `Vec`, `VecDeque`, `HashMap`, `BTreeMap`, `String` or number, or an `Option` or `Box` of one",
    note = "for a list type of your own, implement `paginated::ResultKey`"
)]
pub trait ResultKey: Default {
    /// The item: an element, an entry, or the text itself.
    type Item;

    /// [`WithItems`]; [`WithoutItems`] for a number, which has `pages()` and `full_result()` only.
    type Kind;

    /// Whether the end of a listing may fall inside. Where it may not, a page is given whole or not at all.
    const DIVISIBLE: bool = true;

    /// How much there is: elements of a list, characters of a text, entries of a map.
    fn count(&self) -> usize;

    /// Drops the first `n`, which is not more than there is.
    fn skip_first(&mut self, n: usize);

    /// Drops all but the first `n`, which is not more than there is.
    fn keep_first(&mut self, n: usize);

    /// Adds what the next page holds.
    fn join(&mut self, next: Self);

    /// Drops what was given before, on a page resumed in its middle.
    fn clear(&mut self) {
        self.keep_first(0);
    }

    /// The items. Their number is that of [`count`](ResultKey::count), but for a text, which is one item.
    fn into_items(self) -> vec::IntoIter<Self::Item>;

    /// Whether nothing at all says this better than something empty, once it was given before: so for a map.
    #[doc(hidden)]
    const CLEARS_TO_NONE: bool = false;
}

impl<T> ResultKey for Vec<T> {
    type Item = T;
    type Kind = WithItems;
    fn count(&self) -> usize {
        self.len()
    }
    fn skip_first(&mut self, n: usize) {
        self.drain(..n);
    }
    fn keep_first(&mut self, n: usize) {
        self.truncate(n);
    }
    fn join(&mut self, mut next: Self) {
        if self.is_empty() {
            *self = next;
        } else {
            self.append(&mut next);
        }
    }
    fn into_items(self) -> vec::IntoIter<T> {
        self.into_iter()
    }
}

impl<T> ResultKey for VecDeque<T> {
    type Item = T;
    type Kind = WithItems;
    fn count(&self) -> usize {
        self.len()
    }
    fn skip_first(&mut self, n: usize) {
        self.drain(..n);
    }
    fn keep_first(&mut self, n: usize) {
        self.truncate(n);
    }
    fn join(&mut self, mut next: Self) {
        self.append(&mut next);
    }
    fn into_items(self) -> vec::IntoIter<T> {
        Vec::from(self).into_iter()
    }
}

/// Runs `change` on the list as a `Vec`; neither way copies the elements.
fn as_vec<T>(list: &mut Box<[T]>, change: impl FnOnce(&mut Vec<T>)) {
    let mut elements = mem::take(list).into_vec();
    change(&mut elements);
    *list = elements.into_boxed_slice();
}

impl<T> ResultKey for Box<[T]> {
    type Item = T;
    type Kind = WithItems;
    fn count(&self) -> usize {
        self.len()
    }
    fn skip_first(&mut self, n: usize) {
        as_vec(self, |list| list.skip_first(n));
    }
    fn keep_first(&mut self, n: usize) {
        as_vec(self, |list| list.truncate(n));
    }
    fn join(&mut self, next: Self) {
        as_vec(self, |list| list.join(next.into_vec()));
    }
    fn into_items(self) -> vec::IntoIter<T> {
        self.into_vec().into_iter()
    }
}

impl<T: Ord> ResultKey for BTreeSet<T> {
    type Item = T;
    type Kind = WithItems;
    fn count(&self) -> usize {
        self.len()
    }
    fn skip_first(&mut self, n: usize) {
        *self = mem::take(self).into_iter().skip(n).collect();
    }
    fn keep_first(&mut self, n: usize) {
        *self = mem::take(self).into_iter().take(n).collect();
    }
    fn join(&mut self, mut next: Self) {
        self.append(&mut next);
    }
    fn into_items(self) -> vec::IntoIter<T> {
        self.into_iter().collect::<Vec<_>>().into_iter()
    }
}

/// The bytes that the first `n` characters take.
fn width(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

impl ResultKey for String {
    type Item = String;
    type Kind = WithItems;
    fn count(&self) -> usize {
        self.chars().count()
    }
    fn skip_first(&mut self, n: usize) {
        self.drain(..width(self, n));
    }
    fn keep_first(&mut self, n: usize) {
        self.truncate(width(self, n));
    }
    fn join(&mut self, next: Self) {
        self.push_str(&next);
    }
    fn into_items(self) -> vec::IntoIter<String> {
        if self.is_empty() { Vec::new().into_iter() } else { vec![self].into_iter() }
    }
}

/// Maps and hash sets: their order may be another one at each request, so they are not cut inside.
macro_rules! whole_or_not_at_all {
    ($([$($generics:tt)*] $type:ty => $item:ty;)*) => {
        $(
            impl<$($generics)*> ResultKey for $type {
                type Item = $item;
                type Kind = WithItems;
                const DIVISIBLE: bool = false;
                const CLEARS_TO_NONE: bool = true;
                fn count(&self) -> usize {
                    self.len()
                }
                fn skip_first(&mut self, n: usize) {
                    if n > 0 {
                        self.clear();
                    }
                }
                fn keep_first(&mut self, n: usize) {
                    if n == 0 {
                        self.clear();
                    }
                }
                fn join(&mut self, next: Self) {
                    self.extend(next);
                }
                fn clear(&mut self) {
                    <$type>::clear(self);
                }
                fn into_items(self) -> vec::IntoIter<$item> {
                    self.into_iter().collect::<Vec<_>>().into_iter()
                }
            }
        )*
    };
}

whole_or_not_at_all! {
    [K: Ord, V] BTreeMap<K, V> => (K, V);
}

#[cfg(feature = "std")]
whole_or_not_at_all! {
    [K: Eq + core::hash::Hash, V, S: core::hash::BuildHasher + Default] std::collections::HashMap<K, V, S> => (K, V);
    [T: Eq + core::hash::Hash, S: core::hash::BuildHasher + Default] std::collections::HashSet<T, S> => T;
}

macro_rules! numbers {
    ($add:expr => $($number:ty)*) => {
        $(impl ResultKey for $number {
            type Item = NoItems;
            type Kind = WithoutItems;
            const DIVISIBLE: bool = false;
            fn count(&self) -> usize {
                0
            }
            fn skip_first(&mut self, _: usize) {}
            fn keep_first(&mut self, _: usize) {}
            fn join(&mut self, next: Self) {
                *self = $add(*self, next);
            }
            // DynamoDB's `Count` still says how many items the service evaluated (botocore, `_handle_first_request`).
            fn clear(&mut self) {}
            fn into_items(self) -> vec::IntoIter<NoItems> {
                Vec::new().into_iter()
            }
        })*
    };
}

numbers!(|a: Self, b| a.saturating_add(b) => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
numbers!(|a: Self, b| a + b => f32 f64);

impl<R: ResultKey> ResultKey for Option<R> {
    type Item = R::Item;
    type Kind = R::Kind;
    const DIVISIBLE: bool = R::DIVISIBLE;
    fn count(&self) -> usize {
        self.as_ref().map_or(0, R::count)
    }
    fn skip_first(&mut self, n: usize) {
        if n > 0 && R::CLEARS_TO_NONE {
            *self = None;
        }
        if let Some(held) = self {
            held.skip_first(n);
        }
    }
    fn keep_first(&mut self, n: usize) {
        if let Some(held) = self {
            held.keep_first(n);
        }
    }
    fn join(&mut self, next: Self) {
        match (self.as_mut(), next) {
            (Some(held), Some(next)) => held.join(next),
            (None, next) => *self = next,
            (Some(_), None) => {}
        }
    }
    fn clear(&mut self) {
        if R::CLEARS_TO_NONE {
            *self = None;
        } else if let Some(held) = self {
            held.clear();
        }
    }
    fn into_items(self) -> vec::IntoIter<R::Item> {
        self.map_or_else(|| Vec::new().into_iter(), R::into_items)
    }
}

impl<R: ResultKey> ResultKey for Box<R> {
    type Item = R::Item;
    type Kind = R::Kind;
    const DIVISIBLE: bool = R::DIVISIBLE;
    const CLEARS_TO_NONE: bool = R::CLEARS_TO_NONE;
    fn count(&self) -> usize {
        (**self).count()
    }
    fn skip_first(&mut self, n: usize) {
        (**self).skip_first(n);
    }
    fn keep_first(&mut self, n: usize) {
        (**self).keep_first(n);
    }
    fn join(&mut self, next: Self) {
        (**self).join(*next);
    }
    fn clear(&mut self) {
        (**self).clear();
    }
    fn into_items(self) -> vec::IntoIter<R::Item> {
        (*self).into_items()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn cut<R: ResultKey>(mut held: R, skip: usize, keep: usize) -> R {
        held.skip_first(skip);
        held.keep_first(keep);
        held
    }

    fn joined<R: ResultKey>(mut first: R, next: R) -> R {
        first.join(next);
        first
    }

    #[test]
    fn lists_are_cut_and_appended() {
        assert_eq!(cut(vec![1, 2, 3, 4], 1, 2), [2, 3]);
        assert_eq!(cut(VecDeque::from([1, 2, 3, 4]), 1, 2), [2, 3]);
        assert_eq!(*cut::<Box<[_]>>(Box::from([1, 2, 3, 4]), 1, 2), [2, 3]);
        assert_eq!(joined(Some(vec![1]), Some(vec![2])), Some(vec![1, 2]));
        assert_eq!(joined(None, Some(vec![2])), Some(vec![2]));
        assert_eq!(joined(Some(vec![1]), None), Some(vec![1]));
    }

    #[test]
    fn a_text_is_counted_and_cut_in_characters() {
        let text = "t\u{f8}ken\u{1f600}!".to_string();
        assert_eq!(text.count(), 7);
        assert_eq!(cut(text.clone(), 1, 2), "\u{f8}k");
        assert_eq!(cut(text.clone(), 5, 2), "\u{1f600}!");
        assert_eq!(joined(text, "x".into()), "t\u{f8}ken\u{1f600}!x");
        assert_eq!(String::new().into_items().len(), 0);
    }

    #[test]
    fn a_map_is_given_whole_or_not_at_all_and_merged() {
        let map = BTreeMap::from([(1, 'a'), (2, 'b')]);
        assert_eq!(cut(map.clone(), 0, 1), map);
        assert_eq!(cut(Some(map.clone()), 1, 2), None);
        assert_eq!(joined(map, BTreeMap::from([(3, 'c')])).len(), 3);
    }

    #[test]
    fn numbers_are_added_and_survive_a_resumption() {
        assert_eq!(joined(Some(1), Some(2)), Some(3));
        assert_eq!(joined(i32::MAX, 1), i32::MAX);
        let mut count = Some(5);
        ResultKey::clear(&mut count);
        assert_eq!(count, Some(5));
    }

    #[test]
    fn lists_that_were_given_before_are_empty_and_not_absent() {
        let mut list = Some(vec![1]);
        ResultKey::clear(&mut list);
        assert_eq!(list, Some(vec![]));
    }
}
