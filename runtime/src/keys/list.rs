//! The list of items in a page: the primary result key.

use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::ResultKey;
use crate::operation::NoItems;

/// The primary result key of an operation: the place of the list in a page `O`, and the functions of its type `L`.
///
/// The bound on `L` is proven once, where the functions are taken.
pub struct List<O, L, I> {
    place: fn(&mut O) -> Option<&mut L>,
    is_splittable: bool,
    count: fn(&L) -> usize,
    skip_first: fn(&mut L, usize),
    keep_first: fn(&mut L, usize),
    join: fn(&mut L, &mut L),
    into_items: fn(&mut L) -> vec::IntoIter<I>,
}

/// The items of a page `O`.
pub trait PageItems<O> {
    /// Whether there is a result key.
    const HAS_ITEMS: bool;
    /// The item.
    type Item;
    /// Returns whether `max_items` may end the list inside a page.
    fn is_splittable(&self) -> bool;
    /// Returns the number of items in a page.
    fn count(&self, page: &mut O) -> usize;
    /// Removes the first `skip` items of a page, and all but `keep` after them.
    fn trim(&self, page: &mut O, skip: usize, keep: usize);
    /// Joins the items of two pages into `next`. Those of `so_far` are empty afterwards.
    fn join(&self, so_far: &mut O, next: &mut O);
    /// Moves joined items into `next`, if another key moved them into `so_far`.
    fn restore(&self, so_far: &mut O, next: &mut O);
    /// Takes the items out of a page.
    fn take(&self, page: &mut O) -> vec::IntoIter<Self::Item>;
}

/// An operation without a result key.
impl<O> PageItems<O> for () {
    const HAS_ITEMS: bool = false;
    type Item = NoItems;
    fn is_splittable(&self) -> bool {
        false
    }
    fn count(&self, _: &mut O) -> usize {
        0
    }
    fn trim(&self, _: &mut O, _: usize, _: usize) {}
    fn join(&self, _: &mut O, _: &mut O) {}
    fn restore(&self, _: &mut O, _: &mut O) {}
    fn take(&self, _: &mut O) -> vec::IntoIter<NoItems> {
        Vec::new().into_iter()
    }
}

impl<O, L, I> List<O, L, I> {
    pub(crate) fn new(place: fn(&mut O) -> Option<&mut L>) -> Self
    where
        L: ResultKey<Item = I>,
    {
        Self {
            place,
            is_splittable: L::SPLITTABLE,
            count: L::count,
            skip_first: L::skip_first,
            keep_first: L::keep_first,
            join: |so_far, next| {
                let mut joined = mem::take(so_far);
                joined.join(mem::take(next));
                *next = joined;
            },
            into_items: |list| mem::take(list).into_items(),
        }
    }
}

impl<O, L, I> PageItems<O> for List<O, L, I> {
    const HAS_ITEMS: bool = true;
    type Item = I;

    fn is_splittable(&self) -> bool {
        self.is_splittable
    }

    fn count(&self, page: &mut O) -> usize {
        (self.place)(page).map_or(0, |list| (self.count)(list))
    }

    fn trim(&self, page: &mut O, skip: usize, keep: usize) {
        let Some(list) = (self.place)(page) else { return };
        if skip > 0 {
            (self.skip_first)(list, skip);
        }
        if keep < (self.count)(list) {
            (self.keep_first)(list, keep);
        }
    }

    fn join(&self, so_far: &mut O, next: &mut O) {
        if let (Some(so_far), Some(next)) = ((self.place)(so_far), (self.place)(next)) {
            (self.join)(so_far, next);
        }
    }

    fn restore(&self, so_far: &mut O, next: &mut O) {
        if let (Some(so_far), Some(next)) = ((self.place)(so_far), (self.place)(next))
            && (self.count)(so_far) > 0
        {
            mem::swap(so_far, next);
        }
    }

    fn take(&self, page: &mut O) -> vec::IntoIter<I> {
        (self.place)(page).map_or_else(|| Vec::new().into_iter(), |list| (self.into_items)(list))
    }
}
