//! Joins the values of a key over all pages, for `full_result`.
//!
//! A [`ResultKey`](super::ResultKey) joins lists and merges maps. If a later page repeats a key of a map, one of the two values
//! would be lost, unless both can be joined. The macro does not know the type of a map's values. It writes `value_type.joiner()`.
//! This `value_type` is a [`ValueType`], which is a chain of choices, as [`choice`](crate::choice) explains.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use crate::choice::choices;

/// A value that can be joined with the value of the same map key on a later page.
///
/// `#[derive(Page)]` implements it for structs that contain a list or a map. It does not know the types of the fields either.
///
/// A type is joined as `Lists` or, if that is impossible, as `Maps`. `AnyValues` is only the bound of the inner maps of `Maps`.
/// Without the parameter, the implementations would overlap.
pub trait JoinValue<As = Lists>: Sized {
    /// Returns whether joining would lose a value.
    fn has_duplicate_key(&self, _next: &Self) -> bool {
        false
    }

    /// Moves the value of the later page into this one.
    fn join_value(&mut self, next: &mut Self);
}

/// The innermost values can be joined: they are lists, or structs that contain one.
pub struct Lists;

/// The value is a map of maps. The values of the inner maps cannot be joined.
pub struct Maps;

/// The value is a map, with values of any type, which are not joined.
pub struct AnyValues;

impl<T> JoinValue for Vec<T> {
    fn join_value(&mut self, next: &mut Self) {
        // Unlike `extend`, it moves no element by itself, so that types of the same size share the machine code.
        self.append(next);
    }
}

/// Implements [`JoinValue`] by [`ResultKey`](super::ResultKey).
macro_rules! joined_keys {
    ($([$($generics:tt)*] JoinValue<$values:ty> for $type:ty;)*) => {
        $(impl<$($generics)*> JoinValue<$values> for $type {
            fn has_duplicate_key(&self, next: &Self) -> bool {
                super::ResultKey::has_duplicate_key(self, next)
            }
            fn join_value(&mut self, next: &mut Self) {
                super::ResultKey::join(self, mem::take(next));
            }
        })*
    };
}

joined_keys! {
    [T] JoinValue<Lists> for Box<[T]>;
    [T] JoinValue<Lists> for VecDeque<T>;
    [T: Ord] JoinValue<Lists> for BTreeSet<T>;
    [K: Ord, V] JoinValue<AnyValues> for BTreeMap<K, V>;
}

#[cfg(feature = "std")]
joined_keys! {
    [T: Eq + core::hash::Hash, S: core::hash::BuildHasher + Default] JoinValue<Lists> for std::collections::HashSet<T, S>;
    [K: Eq + core::hash::Hash, V, S: core::hash::BuildHasher + Default] JoinValue<AnyValues> for std::collections::HashMap<K, V, S>;
}

macro_rules! joined_maps {
    ($([$($generics:tt)*] JoinValue<$values:ty> for $type:ty;)*) => {
        $(impl<$($generics)*> JoinValue<$values> for $type {
            fn has_duplicate_key(&self, next: &Self) -> bool {
                next.iter().any(|(key, next)| self.get(key).is_some_and(|value| value.has_duplicate_key(next)))
            }
            fn join_value(&mut self, next: &mut Self) {
                for (key, mut next) in mem::take(next) {
                    match self.get_mut(&key) {
                        Some(value) => value.join_value(&mut next),
                        None => {
                            self.insert(key, next);
                        }
                    }
                }
            }
        })*
    };
}

joined_maps! {
    [K: Ord, V: JoinValue] JoinValue<Lists> for BTreeMap<K, V>;
    [K: Ord, V: JoinValue<AnyValues>] JoinValue<Maps> for BTreeMap<K, V>;
}

#[cfg(feature = "std")]
joined_maps! {
    [K: Eq + core::hash::Hash, V: JoinValue, S: core::hash::BuildHasher + Default] JoinValue<Lists> for std::collections::HashMap<K, V, S>;
    [K: Eq + core::hash::Hash, V: JoinValue<AnyValues>, S: core::hash::BuildHasher + Default] JoinValue<Maps> for std::collections::HashMap<K, V, S>;
}

impl<As, V: JoinValue<As>> JoinValue<As> for Option<V> {
    fn has_duplicate_key(&self, next: &Self) -> bool {
        matches!((self, next), (Some(value), Some(next)) if value.has_duplicate_key(next))
    }
    fn join_value(&mut self, next: &mut Self) {
        match (self.as_mut(), next.as_mut()) {
            (Some(value), Some(next)) => value.join_value(next),
            (None, _) => *self = next.take(),
            (Some(_), None) => {}
        }
    }
}

impl<As, V: JoinValue<As>> JoinValue<As> for Box<V> {
    fn has_duplicate_key(&self, next: &Self) -> bool {
        V::has_duplicate_key(self, next)
    }
    fn join_value(&mut self, next: &mut Self) {
        V::join_value(self, next);
    }
}

/// The functions that join two values of a type: those of [`JoinValue`], or of [`SecondaryKey`](super::SecondaryKey).
pub struct Joiner<V> {
    pub(crate) has_duplicate_key: fn(&V, &V) -> bool,
    pub(crate) join: fn(&mut V, &mut V),
}

choices! {
    /// Represents the type of the value that a key names. The first choice is a list, or a map of values that can be joined.
    pub struct ValueType<V> before MapOfMapsType<V>;

    /// The second choice: a map of maps whose values cannot be joined.
    pub struct MapOfMapsType<V> before OtherType<V>;
}

/// The last choice: another type, which is joined as a [`SecondaryKey`](super::SecondaryKey). Every [`ResultKey`](super::ResultKey)
/// is also a `SecondaryKey`.
pub struct OtherType<V>(PhantomData<fn() -> V>);

impl<V: super::SecondaryKey> Joiner<V> {
    /// Returns the joiner that generated code found for a key, or that of the value's type.
    pub(crate) fn find(joiner: fn(ValueType<V>) -> Option<Self>) -> Self {
        joiner(ValueType::new()).unwrap_or_else(Self::by_secondary_key)
    }

    fn by_secondary_key() -> Self {
        let join = |value: &mut V, next: &mut V| value.join(mem::take(next));
        Self { has_duplicate_key: V::has_duplicate_key, join }
    }
}

impl<V> Joiner<V> {
    fn by_join_value<As>() -> Self
    where
        V: JoinValue<As>,
    {
        Self { has_duplicate_key: V::has_duplicate_key, join: V::join_value }
    }
}

impl<V> ValueType<V> {
    pub(crate) const fn new() -> Self {
        Self { next: MapOfMapsType { next: OtherType(PhantomData) } }
    }
}

impl<V: JoinValue> ValueType<V> {
    /// Returns how values are joined.
    #[allow(clippy::unnecessary_wraps, reason = "the other choice returns `None`")]
    pub fn joiner(self) -> Option<Joiner<V>> {
        Some(Joiner::by_join_value())
    }
}

impl<V: JoinValue<Maps>> MapOfMapsType<V> {
    /// Returns how values are joined.
    #[allow(clippy::unnecessary_wraps, reason = "the other choice returns `None`")]
    pub fn joiner(&self) -> Option<Joiner<V>> {
        Some(Joiner::by_join_value())
    }
}

impl<V: super::ResultKey> ValueType<V> {
    /// Returns the joiner of a field that is a list or a map, in a struct that is a map's value. Its elements are not joined.
    #[allow(clippy::unnecessary_wraps, reason = "the other choice returns `None`")]
    pub fn list_joiner(self) -> Option<Joiner<V>> {
        Some(Joiner::by_secondary_key())
    }
}

impl<V> OtherType<V> {
    /// Returns `None`, because the type is not a [`JoinValue`].
    pub fn joiner(&self) -> Option<Joiner<V>> {
        None
    }

    /// Returns `None`, because the type is not a [`ResultKey`](super::ResultKey).
    pub fn list_joiner(&self) -> Option<Joiner<V>> {
        None
    }
}

/// Returns the value that represents the type of a field.
pub fn value_type<V>(_: &V) -> ValueType<V> {
    ValueType::new()
}

/// Returns whether joining a field of two structs would lose a value. A field without a joiner is not joined.
pub fn has_duplicate_key<V>(joiner: Option<Joiner<V>>, field: &V, next: &V) -> bool {
    joiner.is_some_and(|joiner| (joiner.has_duplicate_key)(field, next))
}

/// Joins a field of two structs, if it has a joiner.
pub fn join_field<V>(joiner: Option<Joiner<V>>, field: &mut V, next: &mut V) {
    if let Some(joiner) = joiner {
        (joiner.join)(field, next);
    }
}
