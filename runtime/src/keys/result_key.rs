//! The types that a result key can name.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

/// The type of a value that the option `result_key` can name: a list, a map, or a string, or an `Option` or a `Box` of one.
///
/// | type | counted in | trimmed by `max_items` | joined by `full_result()` |
/// |---|---|---|---|
/// | `Vec`, `VecDeque`, `Box<[T]>`, `BTreeSet` | elements | inside a page | appended |
/// | `String` | characters | inside a page | appended |
/// | `HashMap`, `BTreeMap`, `HashSet` | entries | between pages only, because the order of a `HashMap` is unspecified | merged |
///
/// The keys after the first one may name numbers too, which `full_result()` adds.
///
/// Implement this trait for a list type of your own to name it by a `result_key`. Write the path of the trait, as here:
/// where the trait is imported, its method `join` has priority over that of a slice, as in `names.join(", ")`.
///
/// ```
/// #[derive(Default)]
/// struct Rows(Vec<String>);
///
/// impl paginated::ResultKey for Rows {
///     type Item = String;
///     fn count(&self) -> usize { self.0.len() }
///     fn skip_first(&mut self, n: usize) { self.0.drain(..n); }
///     fn keep_first(&mut self, n: usize) { self.0.truncate(n); }
///     fn join(&mut self, next: Self) { self.0.extend(next.0); }
///     fn into_items(self) -> std::vec::IntoIter<String> { self.0.into_iter() }
/// }
/// # use paginated::ResultKey;
/// # let mut rows = Rows(vec!["a".into(), "b".into()]);
/// # rows.keep_first(1);
/// # assert_eq!(rows.into_items().as_slice(), ["a"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a result key",
    label = "not a list, a map, or a string",
    note = "a result key names a `Vec`, `VecDeque`, `HashMap`, `BTreeMap`, or `String`, or an `Option` or `Box` of one; a number can only be a later key, after the list",
    note = "for a list in a struct, write the path to the list, such as `\"Page.Items\"`; for a newtype around a list, write `result_key = 0`",
    note = "for a list type of your own, implement `paginated::ResultKey`"
)]
#[cfg_attr(
    not(feature = "std"),
    diagnostic::on_unimplemented(
        note = "a `HashMap` or a `HashSet` needs the feature `std` of `paginated`, which is off"
    )
)]
pub trait ResultKey: Default {
    /// The item: an element, an entry, or the string itself.
    type Item;

    /// True if `max_items` may end the list inside a page. Otherwise, a page is yielded as a whole or not at all.
    const SPLITTABLE: bool = true;

    /// Returns the number of elements of a list, characters of a string, or entries of a map.
    fn count(&self) -> usize;

    /// Removes the first `n` elements, characters, or entries. `n` is at most [`count`](ResultKey::count).
    fn skip_first(&mut self, n: usize);

    /// Removes all but the first `n` elements, characters, or entries. `n` is at most [`count`](ResultKey::count).
    fn keep_first(&mut self, n: usize);

    /// Appends the elements of the next page.
    fn join(&mut self, next: Self);

    /// Empties the value of a key after the first one. It is called if its page is resumed in the middle, because the value was
    /// returned before.
    fn clear(&mut self) {
        self.keep_first(0);
    }

    /// Returns the items. Their number is [`count`](ResultKey::count), except that a string is one item.
    fn into_items(self) -> vec::IntoIter<Self::Item>;

    /// Returns whether [`join`](ResultKey::join) would lose a value, because the next page repeats a map key.
    #[doc(hidden)]
    fn has_duplicate_key(&self, _next: &Self) -> bool {
        false
    }

    /// True if clearing an `Option` of this type makes it `None` instead of an empty value.
    #[doc(hidden)]
    const CLEARS_TO_NONE: bool = false;
}

impl<T> ResultKey for Vec<T> {
    type Item = T;
    fn count(&self) -> usize {
        self.len()
    }
    fn skip_first(&mut self, n: usize) {
        *self = self.split_off(n);
    }
    fn keep_first(&mut self, n: usize) {
        self.truncate(n);
    }
    fn join(&mut self, mut next: Self) {
        if self.is_empty() {
            mem::swap(self, &mut next);
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

/// Changes a boxed slice as a `Vec`.
pub(super) fn as_vec<T>(list: &mut Box<[T]>, change: impl FnOnce(&mut Vec<T>)) {
    let mut elements = mem::take(list).into_vec();
    change(&mut elements);
    *list = elements.into_boxed_slice();
}

impl<T> ResultKey for Box<[T]> {
    type Item = T;
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

/// Returns the length in bytes of the first `n` characters.
fn byte_len(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

impl ResultKey for String {
    type Item = String;
    fn count(&self) -> usize {
        self.chars().count()
    }
    fn skip_first(&mut self, n: usize) {
        self.drain(..byte_len(self, n));
    }
    fn keep_first(&mut self, n: usize) {
        self.truncate(byte_len(self, n));
    }
    fn join(&mut self, next: Self) {
        self.push_str(&next);
    }
    fn into_items(self) -> vec::IntoIter<String> {
        if self.is_empty() { Vec::new().into_iter() } else { vec![self].into_iter() }
    }
}

/// Maps and hash sets. The order of a hash map or a hash set may differ between requests, so they are not split. A `BTreeMap`
/// is treated as a `HashMap` is.
macro_rules! unordered_collections {
    ($([$($generics:tt)*] $type:ty => $item:ty, $map:ident => $is_duplicate:expr;)*) => {
        $(
            impl<$($generics)*> ResultKey for $type {
                type Item = $item;
                const SPLITTABLE: bool = false;
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
                fn has_duplicate_key(&self, next: &Self) -> bool {
                    let $map = self;
                    next.iter().any($is_duplicate)
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

unordered_collections! {
    [K: Ord, V] BTreeMap<K, V> => (K, V), map => |(key, _)| map.contains_key(key);
}

#[cfg(feature = "std")]
unordered_collections! {
    [K: Eq + core::hash::Hash, V, S: core::hash::BuildHasher + Default] std::collections::HashMap<K, V, S> => (K, V), map => |(key, _)| map.contains_key(key);
    [T: Eq + core::hash::Hash, S: core::hash::BuildHasher + Default] std::collections::HashSet<T, S> => T, _set => |_| false;
}

impl<R: ResultKey> ResultKey for Option<R> {
    type Item = R::Item;
    const SPLITTABLE: bool = R::SPLITTABLE;
    fn count(&self) -> usize {
        self.as_ref().map_or(0, R::count)
    }
    fn skip_first(&mut self, n: usize) {
        if n > 0 && R::CLEARS_TO_NONE {
            *self = None;
        }
        if let Some(value) = self {
            value.skip_first(n);
        }
    }
    fn keep_first(&mut self, n: usize) {
        if let Some(value) = self {
            value.keep_first(n);
        }
    }
    fn has_duplicate_key(&self, next: &Self) -> bool {
        matches!((self, next), (Some(value), Some(next)) if value.has_duplicate_key(next))
    }
    fn join(&mut self, next: Self) {
        match (self.as_mut(), next) {
            (Some(value), Some(next)) => value.join(next),
            (None, next) => *self = next,
            (Some(_), None) => {}
        }
    }
    fn clear(&mut self) {
        if R::CLEARS_TO_NONE {
            *self = None;
        } else if let Some(value) = self {
            value.clear();
        }
    }
    fn into_items(self) -> vec::IntoIter<R::Item> {
        self.map_or_else(|| Vec::new().into_iter(), R::into_items)
    }
}

impl<R: ResultKey> ResultKey for Box<R> {
    type Item = R::Item;
    const SPLITTABLE: bool = R::SPLITTABLE;
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
    fn has_duplicate_key(&self, next: &Self) -> bool {
        (**self).has_duplicate_key(next)
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

    fn trim<L: ResultKey>(mut list: L, skip: usize, keep: usize) -> L {
        list.skip_first(skip);
        list.keep_first(keep);
        list
    }

    fn join<L: ResultKey>(mut first: L, next: L) -> L {
        first.join(next);
        first
    }

    #[test]
    fn lists_are_trimmed_and_appended() {
        assert_eq!(trim(vec![1, 2, 3, 4], 1, 2), [2, 3]);
        assert_eq!(trim(VecDeque::from([1, 2, 3, 4]), 1, 2), [2, 3]);
        assert_eq!(*trim::<Box<[_]>>(Box::from([1, 2, 3, 4]), 1, 2), [2, 3]);
        assert_eq!(join(Some(vec![1]), Some(vec![2])), Some(vec![1, 2]));
        assert_eq!(join(None, Some(vec![2])), Some(vec![2]));
        assert_eq!(join(Some(vec![1]), None), Some(vec![1]));
    }

    #[test]
    fn a_string_is_counted_and_trimmed_in_characters() {
        let text = "t\u{f8}ken\u{1f600}!".to_string();
        assert_eq!(text.count(), 7);
        assert_eq!(trim(text.clone(), 1, 2), "\u{f8}k");
        assert_eq!(trim(text.clone(), 5, 2), "\u{1f600}!");
        assert_eq!(join(text, "x".into()), "t\u{f8}ken\u{1f600}!x");
        assert_eq!(String::new().into_items().len(), 0);
    }

    #[test]
    fn a_map_is_kept_as_a_whole_or_not_at_all_and_merged() {
        let map = BTreeMap::from([(1, 'a'), (2, 'b')]);
        assert_eq!(trim(map.clone(), 0, 1), map);
        assert_eq!(trim(Some(map.clone()), 1, 2), None);
        assert_eq!(join(map, BTreeMap::from([(3, 'c')])).len(), 3);
    }

    #[test]
    fn a_cleared_list_is_empty_and_not_absent() {
        let mut list = Some(vec![1]);
        ResultKey::clear(&mut list);
        assert_eq!(list, Some(vec![]));
    }
}
