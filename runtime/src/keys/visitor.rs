//! [`PageKeys`]: all keys of a page, and what `full_result` does to them.
//!
//! One function, which the macro writes, passes the keys other than the item list to a [`KeyVisitor`]: secondary result keys and
//! non-aggregate keys. The visitor does one thing to each key. The number of keys therefore adds no type parameter to an operation.

use alloc::vec::Vec;
use core::mem;

use super::{ItemListKey, Joiner, SecondaryKey, ValueType, is_closure};
use crate::state::Trim;

/// Visits the keys of pages `O`.
pub struct KeyVisitor<'a, O> {
    visit: Visit<'a, O>,
    /// For each non-aggregate key, whether the first page has it, and whether the next page has it.
    present: &'a mut Vec<(bool, bool)>,
    /// The number of non-aggregate keys visited.
    visited: usize,
    /// The name of the result key that was found, if the step searches for one.
    found_key: Option<&'static str>,
}

/// The thing to do to each key.
enum Visit<'a, O> {
    /// Empty the secondary result keys of a page of which a part was yielded before the list was resumed.
    Clear(&'a mut O),
    /// Do one step of joining two pages into `next`.
    Join { step: JoinStep, so_far: &'a mut O, next: &'a mut O },
}

/// The steps of joining two pages, in this order.
#[derive(Clone, Copy)]
enum JoinStep {
    /// Search for a result key that names a map, if both pages have an entry for the same map key, and joining them would lose a
    /// value.
    FindDuplicateKey,
    /// Search for a result key that is a closure, which finds values in `so_far`, and returns `None` for `next`. This step is
    /// repeated after some of the next ones.
    FindClosureOnlyInSoFar,
    /// Find out which page has the non-aggregate keys. (A page lacks a key if a container of it is `None`.)
    FindNonAggregateKeys,
    /// Join the result keys into the next page, if both pages have a place for them. The other page's are then empty.
    JoinResultKeys,
    /// Move the non-aggregate key with this index from the first page into the next page, in exchange for its own. Result keys
    /// in it move too.
    KeepNonAggregateKey(usize),
    /// Move the containers of keys into the next page, if it lacks them, or if a non-aggregate key took them away.
    FillContainers,
    /// Move result keys that were in a non-aggregate key back into the next page.
    RestoreResultKeys,
}

impl<O> KeyVisitor<'_, O> {
    /// Visits a secondary result key.
    pub fn result_key<V: SecondaryKey>(
        &mut self,
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: fn(ValueType<V>) -> Option<Joiner<V>>,
    ) {
        if let Visit::Clear(page) = &mut self.visit {
            place(page).map(V::clear);
        }
        self.join_values(name, place, &Joiner::find(joiner), V::is_empty);
    }

    /// Joins the values of a result key: the primary one, or a secondary one.
    pub(super) fn join_values<V>(
        &mut self,
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: &Joiner<V>,
        is_empty: impl Fn(&V) -> bool,
    ) {
        let Visit::Join { step, so_far, next } = &mut self.visit else { return };
        // These steps do nothing to result keys, so a closure of the user is not called.
        if let JoinStep::FindNonAggregateKeys | JoinStep::KeepNonAggregateKey(_) | JoinStep::FillContainers = step {
            return;
        }
        match (step, place(so_far), place(next)) {
            (JoinStep::FindDuplicateKey, Some(so_far), Some(next)) if (joiner.has_duplicate_key)(so_far, next) => {
                self.found_key.get_or_insert(name);
            }
            (JoinStep::FindClosureOnlyInSoFar, Some(so_far), None) if is_closure(name) && !is_empty(so_far) => {
                self.found_key.get_or_insert(name);
            }
            (JoinStep::JoinResultKeys, Some(so_far), Some(next)) => {
                (joiner.join)(so_far, next);
                mem::swap(so_far, next);
            }
            (JoinStep::RestoreResultKeys, Some(so_far), Some(next)) if !is_empty(so_far) => mem::swap(so_far, next),
            _ => {}
        }
    }

    /// Visits a non-aggregate key. `clear` makes it absent if it is an `Option` that cannot contain a result key.
    pub fn non_aggregate_key<T>(&mut self, place: fn(&mut O) -> Option<&mut T>, clear: fn(&mut T)) {
        match &mut self.visit {
            Visit::Join { step: JoinStep::FindNonAggregateKeys, so_far, next } => {
                self.present.push((place(so_far).is_some(), place(next).is_some()));
            }
            Visit::Join { step: JoinStep::KeepNonAggregateKey(index), so_far, next } => {
                if self.visited == *index {
                    match (self.present[*index], place(so_far), place(next)) {
                        ((true, true), Some(first), Some(next)) => mem::swap(first, next),
                        ((false, true), _, Some(next)) => clear(next),
                        _ => {}
                    }
                }
                self.visited += 1;
            }
            _ => {}
        }
    }

    /// Visits the containers of a key: the fields on its path before the last one, or before the first list. `fill` moves them
    /// into the second page, if it lacks them.
    pub fn fill_containers(&mut self, fill: fn(&mut O, &mut O) -> Option<()>) {
        if let Visit::Join { step: JoinStep::FillContainers, so_far, next } = &mut self.visit {
            fill(so_far, next);
        }
    }
}

/// The keys of an operation's pages. `L` is an [`ItemListKey`].
pub(crate) struct PageKeys<O, L> {
    /// The key of the item list.
    pub(crate) items: L,
    /// Names the other keys to a visitor.
    pub(crate) others: Option<fn(&mut KeyVisitor<'_, O>)>,
}

impl<O, V, I, const HAS_ITEMS: bool> PageKeys<O, ItemListKey<O, V, I, HAS_ITEMS>> {
    /// Trims a page that has the given number of items. The other result keys of a page that is resumed are emptied.
    #[inline]
    pub(crate) fn trim(&self, page: &mut O, items: usize, trim: Trim) {
        if trim.keep < items {
            self.items.trim(page, trim.skip, trim.keep);
        }
        if trim.is_resumed
            && let Some(others) = self.others
        {
            let visit = Visit::Clear(page);
            others(&mut KeyVisitor { visit, present: &mut Vec::new(), visited: 0, found_key: None });
        }
    }

    /// Returns the name of a result key of which joining two pages would lose a value.
    pub(crate) fn find_duplicate_key(&self, so_far: &mut O, next: &mut O) -> Option<&'static str> {
        self.do_step(JoinStep::FindDuplicateKey, &mut Vec::new(), so_far, next)
    }

    /// Returns whether two pages cannot be joined, because neither has a place for the values of all closures.
    pub(crate) fn is_place_missing(&self, so_far: &mut O, next: &mut O) -> bool {
        self.is_closure_only_in(so_far, next) && self.is_closure_only_in(next, so_far)
    }

    /// Returns whether a result key is a closure that finds values in `one`, and returns `None` for `other`.
    fn is_closure_only_in(&self, one: &mut O, other: &mut O) -> bool {
        self.do_step(JoinStep::FindClosureOnlyInSoFar, &mut Vec::new(), one, other).is_some()
    }

    /// Joins two pages into `next`. `so_far` holds the pages before.
    pub(crate) fn join(&self, so_far: &mut O, next: &mut O) {
        let present = &mut Vec::new();
        self.do_step(JoinStep::FindNonAggregateKeys, present, so_far, next);
        self.do_step(JoinStep::JoinResultKeys, present, so_far, next);
        if self.is_closure_only_in(so_far, next) {
            // Only the earlier page has a place for the values of the closure. It has the non-aggregate keys of the first page
            // already.
            mem::swap(so_far, next);
        } else {
            for index in 0..present.len() {
                let step = JoinStep::KeepNonAggregateKey(index);
                self.do_step(step, present, so_far, next);
                if self.is_closure_only_in(so_far, next) {
                    // The key contains the values of the closure, and the first page lacks them. The step is undone.
                    self.do_step(step, present, so_far, next);
                }
            }
        }
        self.do_step(JoinStep::FillContainers, present, so_far, next);
        self.do_step(JoinStep::RestoreResultKeys, present, so_far, next);
    }

    /// Does one step of joining. Returns the name of the result key that was found, if the step searches for one. If several
    /// keys are found, it is the first one.
    fn do_step(
        &self,
        step: JoinStep,
        present: &mut Vec<(bool, bool)>,
        so_far: &mut O,
        next: &mut O,
    ) -> Option<&'static str> {
        let visit = Visit::Join { step, so_far, next };
        let mut visitor = KeyVisitor { visit, present, visited: 0, found_key: None };
        self.items.visit(&mut visitor);
        if let Some(others) = self.others {
            others(&mut visitor);
        }
        visitor.found_key
    }
}
