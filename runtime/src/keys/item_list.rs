//! The item list of a page: the primary result key.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use super::{Joiner, ResultKey, ValueType, is_closure};
use crate::operation::NoItems;

/// The primary result key of an operation: the function that finds the item list in a page `O`, and those of the list's type `V`.
///
/// Only the code that stores these functions has the bound `V: ResultKey`.
pub struct ItemList<O, V, I> {
    name: &'static str,
    pub(super) place: fn(&mut O) -> Option<&mut V>,
    is_splittable: bool,
    count: fn(&V) -> usize,
    /// Removes the first items, and all but a number of items after them.
    trim: fn(&mut V, usize, usize),
    joiner: Joiner<V>,
    into_items: fn(&mut V) -> vec::IntoIter<I>,
    /// Reverses the list, if its pages are in reverse order.
    reverse: Option<fn(&mut V)>,
}

/// The numbers of items and of elements in a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct ItemCounts {
    /// The items, which `max_items` counts.
    pub(crate) items: usize,
    /// The elements of the list in the response, by which an offset advances. It differs from `items` in a projection.
    pub(crate) elements: usize,
}

/// The item list of a page. The names of its methods are unusual: see [`ResultType`](crate::call::ResultType).
///
/// No implementation has a bound that relates two type parameters. [`StoredTypes`](crate::operation::StoredTypes) explains why
/// rustc could not prove such a bound.
pub trait PageItems {
    /// The page.
    type Page;
    /// The item.
    type Item;
    /// True if there is a result key.
    const HAS_ITEMS: bool;
    /// True if the items are not the elements of the list in the response, which totals and offsets count.
    const IS_PROJECTION: bool = false;
    /// Returns whether `max_items` may end the list inside a page.
    fn is_page_splittable(&self) -> bool;
    /// Counts the items and the elements in a page.
    fn count_page_items(&self, page: &mut Self::Page) -> ItemCounts;
    /// Removes the first `skip` items of a page, and all but `keep` after them.
    fn trim_page(&self, page: &mut Self::Page, skip: usize, keep: usize);
    /// Reverses the items of a page, if the operation has the option `reversed`.
    fn reverse_page(&self, page: &mut Self::Page);
    /// Returns the name of the result key if it names a map, both pages have an entry for the same map key, and joining them would
    /// lose a value.
    fn find_duplicate_key(&self, so_far: &mut Self::Page, next: &mut Self::Page) -> Option<&'static str>;
    /// Returns whether the result key is a closure that finds items in `one`, and returns `None` for `other`.
    fn is_closure_only_in(&self, _one: &mut Self::Page, _other: &mut Self::Page) -> bool {
        false
    }
    /// Joins the items of two pages into `next`, if both pages have a place for them. Those of `so_far` are then empty.
    fn join_page(&self, so_far: &mut Self::Page, next: &mut Self::Page);
    /// Moves the joined items back into `next`, if a non-aggregate key that contains them was moved into `so_far`.
    fn restore_page(&self, so_far: &mut Self::Page, next: &mut Self::Page);
    /// Takes the items out of a page.
    fn take_page_items(&self, page: &mut Self::Page) -> vec::IntoIter<Self::Item>;
}

/// The item list of an operation without a result key.
pub struct NoItemList<O>(pub(crate) PhantomData<fn(O)>);

impl<O> PageItems for NoItemList<O> {
    type Page = O;
    type Item = NoItems;
    const HAS_ITEMS: bool = false;
    fn is_page_splittable(&self) -> bool {
        false
    }
    fn count_page_items(&self, _: &mut O) -> ItemCounts {
        ItemCounts::default()
    }
    fn trim_page(&self, _: &mut O, _: usize, _: usize) {}
    fn reverse_page(&self, _: &mut O) {}
    fn find_duplicate_key(&self, _: &mut O, _: &mut O) -> Option<&'static str> {
        None
    }
    fn join_page(&self, _: &mut O, _: &mut O) {}
    fn restore_page(&self, _: &mut O, _: &mut O) {}
    fn take_page_items(&self, _: &mut O) -> vec::IntoIter<NoItems> {
        Vec::new().into_iter()
    }
}

impl<O, V, I> ItemList<O, V, I> {
    pub(crate) fn new(
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: fn(ValueType<V>) -> Option<Joiner<V>>,
    ) -> Self
    where
        V: ResultKey<Item = I>,
    {
        Self {
            name,
            place,
            is_splittable: V::SPLITTABLE,
            count: V::count,
            trim: |list, skip, keep| {
                if skip > 0 {
                    list.skip_first(skip);
                }
                if keep < list.count() {
                    list.keep_first(keep);
                }
            },
            joiner: Joiner::find(joiner),
            into_items: |list| mem::take(list).into_items(),
            reverse: None,
        }
    }

    pub(crate) fn reversed(self, reverse: fn(&mut V)) -> Self {
        Self { reverse: Some(reverse), ..self }
    }
}

impl<O, V, I> PageItems for ItemList<O, V, I> {
    type Page = O;
    type Item = I;
    const HAS_ITEMS: bool = true;

    fn is_page_splittable(&self) -> bool {
        self.is_splittable
    }

    fn count_page_items(&self, page: &mut O) -> ItemCounts {
        let count = (self.place)(page).map_or(0, |list| (self.count)(list));
        ItemCounts { items: count, elements: count }
    }

    fn trim_page(&self, page: &mut O, skip: usize, keep: usize) {
        if let Some(list) = (self.place)(page) {
            (self.trim)(list, skip, keep);
        }
    }

    fn reverse_page(&self, page: &mut O) {
        if let Some(reverse) = self.reverse
            && let Some(list) = (self.place)(page)
        {
            reverse(list);
        }
    }

    fn find_duplicate_key(&self, so_far: &mut O, next: &mut O) -> Option<&'static str> {
        let (so_far, next) = ((self.place)(so_far)?, (self.place)(next)?);
        (self.joiner.has_duplicate_key)(so_far, next).then_some(self.name)
    }

    fn is_closure_only_in(&self, one: &mut O, other: &mut O) -> bool {
        is_closure(self.name)
            && (self.place)(one).is_some_and(|list| (self.count)(list) > 0)
            && (self.place)(other).is_none()
    }

    fn join_page(&self, so_far: &mut O, next: &mut O) {
        if let (Some(so_far), Some(next)) = ((self.place)(so_far), (self.place)(next)) {
            (self.joiner.join)(so_far, next);
            mem::swap(so_far, next);
        }
    }

    fn restore_page(&self, so_far: &mut O, next: &mut O) {
        if let (Some(so_far), Some(next)) = ((self.place)(so_far), (self.place)(next))
            && (self.count)(so_far) > 0
        {
            mem::swap(so_far, next);
        }
    }

    fn take_page_items(&self, page: &mut O) -> vec::IntoIter<I> {
        (self.place)(page).map_or_else(|| Vec::new().into_iter(), |list| (self.into_items)(list))
    }
}
