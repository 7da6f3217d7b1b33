//! [`PageKeys`]: all keys of a page, and what is done to those other than the list of items: secondary result keys and non-aggregate
//! keys.
//!
//! One function, which the macro writes, passes these other keys to a [`KeyVisitor`]. The visitor does one thing to each key. The
//! number of keys therefore adds no type parameter to an operation.

use alloc::vec::Vec;
use core::mem;

use super::{Joiner, KeyType, PageItems, SecondaryKey};
use crate::state::Trim;

/// Visits the keys of pages `O`.
pub struct KeyVisitor<'a, O> {
    visit: Visit<'a, O>,
    /// For each non-aggregate key, whether the key was found in the first page, and whether it was found in the next page.
    found: Vec<(bool, bool)>,
    /// The number of non-aggregate keys visited.
    visited: usize,
}

/// The thing to do to each key.
enum Visit<'a, O> {
    /// Empty the secondary result keys of a page that the caller received before the list was resumed.
    Clear(&'a mut O),
    /// Find a result key that names a map with the same key in both pages, so that joining them would lose a value.
    FindDuplicateKey { so_far: &'a mut O, next: &'a mut O, found: Option<&'static str> },
    /// Do one step of joining two pages into `next`.
    Join { step: JoinStep, so_far: &'a mut O, next: &'a mut O },
}

/// The steps of joining two pages, in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum JoinStep {
    /// Find out which page has the non-aggregate keys. (A page lacks a key if an `Option` that contains it is `None`.)
    FindNonAggregateKeys,
    /// Join the result keys into the next page. The other page's are empty afterwards.
    JoinResultKeys,
    /// Move the non-aggregate keys of the first page into the next page, in exchange for its own. Result keys in them move too.
    KeepNonAggregateKeys,
    /// Move the fields that contain the field of a key into the next page, if it lacks them, or if a non-aggregate key took them away.
    FillSurroundingFields,
    /// Move result keys that were in a non-aggregate key back into the next page.
    RestoreResultKeys,
}

impl<'a, O> KeyVisitor<'a, O> {
    fn new(visit: Visit<'a, O>) -> Self {
        Self { visit, found: Vec::new(), visited: 0 }
    }

    /// Visits a secondary result key.
    pub fn result_key<V: SecondaryKey>(
        &mut self,
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: fn(KeyType<V>) -> Option<Joiner<V>>,
    ) {
        match &mut self.visit {
            Visit::FindDuplicateKey { so_far, next, found } => {
                if let (Some(so_far), Some(next)) = (place(so_far), place(next))
                    && (Joiner::find(joiner).has_duplicate_key)(so_far, next)
                {
                    *found = Some(name);
                }
            }
            Visit::Clear(page) => {
                place(page).map(V::clear);
            }
            Visit::Join { step: JoinStep::JoinResultKeys, so_far, next } => {
                if let (Some(so_far), Some(next)) = (place(so_far), place(next)) {
                    (Joiner::find(joiner).join)(so_far, next);
                    mem::swap(so_far, next);
                }
            }
            Visit::Join { step: JoinStep::RestoreResultKeys, so_far, next } => {
                if let (Some(so_far), Some(next)) = (place(so_far), place(next))
                    && !so_far.is_empty()
                {
                    mem::swap(so_far, next);
                }
            }
            Visit::Join { .. } => {}
        }
    }

    /// Visits a non-aggregate key. `clear` makes it absent.
    pub fn non_aggregate_key<T>(&mut self, place: fn(&mut O) -> Option<&mut T>, clear: fn(&mut T)) {
        match &mut self.visit {
            Visit::Join { step: JoinStep::FindNonAggregateKeys, so_far, next } => {
                self.found.push((place(so_far).is_some(), place(next).is_some()));
            }
            Visit::Join { step: JoinStep::KeepNonAggregateKeys, so_far, next } => {
                let found = self.found[self.visited];
                self.visited += 1;
                match (found, place(so_far), place(next)) {
                    ((true, true), Some(first), Some(next)) => mem::swap(first, next),
                    ((false, true), _, Some(next)) => clear(next),
                    _ => {}
                }
            }
            Visit::Clear(_) | Visit::FindDuplicateKey { .. } | Visit::Join { .. } => {}
        }
    }

    /// Visits the fields that contain the field of a key. `fill` moves them into the second page, if it lacks them.
    pub fn surrounding_fields(&mut self, fill: fn(&mut O, &mut O) -> Option<()>) {
        if let Visit::Join { step: JoinStep::FillSurroundingFields, so_far, next } = &mut self.visit {
            fill(so_far, next);
        }
    }
}

/// The keys of an operation's pages.
pub(crate) struct PageKeys<O, L> {
    /// The list of items.
    pub(crate) items: L,
    /// Names the other keys to a visitor.
    pub(crate) others: Option<fn(&mut KeyVisitor<'_, O>)>,
}

impl<O, L: PageItems<Page = O>> PageKeys<O, L> {
    /// Trims a page that has `received` items. The other result keys of a page that is resumed are emptied.
    #[inline]
    pub(crate) fn trim(&self, page: &mut O, received: usize, trim: Trim) {
        if trim.keep < received {
            self.items.trim_page(page, trim.skip, trim.keep);
        }
        if trim.is_resumed
            && let Some(others) = self.others
        {
            others(&mut KeyVisitor::new(Visit::Clear(page)));
        }
    }

    /// Returns the name of a result key of which joining two pages would lose a value.
    pub(crate) fn find_duplicate_key(&self, so_far: &mut O, next: &mut O) -> Option<&'static str> {
        if let Some(name) = self.items.find_duplicate_key(so_far, next) {
            return Some(name);
        }
        let mut visitor = KeyVisitor::new(Visit::FindDuplicateKey { so_far, next, found: None });
        (self.others?)(&mut visitor);
        match visitor.visit {
            Visit::FindDuplicateKey { found, .. } => found,
            _ => None,
        }
    }

    /// Joins two pages into `next`. `so_far` holds the pages before.
    pub(crate) fn join(&self, so_far: &mut O, next: &mut O) {
        let Some(others) = self.others else { return self.items.join_page(so_far, next) };
        let mut found = Vec::new();
        for step in [
            JoinStep::FindNonAggregateKeys,
            JoinStep::JoinResultKeys,
            JoinStep::KeepNonAggregateKeys,
            JoinStep::FillSurroundingFields,
            JoinStep::RestoreResultKeys,
        ] {
            match step {
                JoinStep::JoinResultKeys => self.items.join_page(so_far, next),
                JoinStep::RestoreResultKeys => self.items.restore_page(so_far, next),
                _ => {}
            }
            let visit = Visit::Join { step, so_far, next };
            let mut visitor = KeyVisitor { visit, found, visited: 0 };
            others(&mut visitor);
            found = visitor.found;
        }
    }
}
