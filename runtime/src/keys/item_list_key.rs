//! [`ItemListKey`]: the primary result key, which says where the item list is in a page.

use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::{ElementList, ItemVisitor, Joiner, KeyVisitor, ResultKey, ValueType};
use crate::operation::NoItems;

/// The primary result key of an operation: the function that finds the item list in a page `O`, and the functions for a list of the
/// type `V` with items of the type `I`.
///
/// Only the code that stores these functions has the bound `V: ResultKey`. `HAS_ITEMS` is false if the operation has no result
/// key. The list is then never found.
pub struct ItemListKey<O, V, I, const HAS_ITEMS: bool = true> {
    name: &'static str,
    /// Finds the item list in a page.
    place: fn(&mut O) -> Option<&mut V>,
    is_splittable: bool,
    /// Counts the elements.
    count: fn(&V) -> usize,
    joiner: Joiner<V>,
    /// Reverses the elements, if the pages are in reverse order.
    reverse: Option<fn(&mut V)>,
    functions: ItemFunctions<V, I>,
}

/// The functions for the items in a list `V`.
enum ItemFunctions<V, I> {
    /// The items are the elements.
    Elements {
        /// Removes the first items, and all but a number of items after them.
        trim: fn(&mut V, usize, usize),
        take: fn(&mut V) -> vec::IntoIter<I>,
    },
    /// The items are inside of the elements.
    Projection(VisitItems<V, I>),
}

/// Passes the lists of a projection to a visitor, beginning with the outermost list `V`.
pub(crate) type VisitItems<V, I> = fn(&mut V, &mut ItemVisitor<'_, I>) -> Option<bool>;

/// The numbers of items and of elements in a page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ItemCounts {
    /// The items, which `max_items` counts.
    pub(crate) items: usize,
    /// The elements of the list in the response, by which an offset advances. It differs from `items` in a projection.
    pub(crate) elements: usize,
}

impl<O, V: ResultKey> ItemListKey<O, V, V::Item> {
    pub(crate) fn new(
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        joiner: fn(ValueType<V>) -> Option<Joiner<V>>,
    ) -> Self {
        Self {
            name,
            place,
            is_splittable: V::SPLITTABLE,
            count: V::count,
            joiner: Joiner::find(joiner),
            reverse: None,
            functions: ItemFunctions::Elements {
                trim: |list, skip, keep| {
                    if skip > 0 {
                        list.skip_first(skip);
                    }
                    if keep < list.count() {
                        list.keep_first(keep);
                    }
                },
                take: |list| mem::take(list).into_items(),
            },
        }
    }
}

impl<O, V: ElementList, I> ItemListKey<O, V, I> {
    /// Creates the key of a projection. `place` finds the outermost list.
    pub(crate) fn projected(
        name: &'static str,
        place: fn(&mut O) -> Option<&mut V>,
        visit_items: VisitItems<V, I>,
    ) -> Self {
        Self {
            name,
            place,
            is_splittable: true,
            count: V::count,
            joiner: Joiner::find(|_| None),
            reverse: None,
            functions: ItemFunctions::Projection(visit_items),
        }
    }
}

impl<O> ItemListKey<O, NoItems, NoItems, false> {
    /// Creates the key of an operation without a result key, which finds no list.
    pub(crate) fn none() -> Self {
        Self {
            name: "",
            place: |_| None,
            is_splittable: false,
            count: |_| 0,
            joiner: Joiner { has_duplicate_key: |_, _| false, join: |_, _| () },
            reverse: None,
            functions: ItemFunctions::Elements { trim: |_, _, _| (), take: |_| Vec::new().into_iter() },
        }
    }
}

impl<O, V, I, const HAS_ITEMS: bool> ItemListKey<O, V, I, HAS_ITEMS> {
    pub(crate) fn reversed(self, reverse: fn(&mut V)) -> Self {
        Self { reverse: Some(reverse), ..self }
    }

    /// Returns whether the items are not the elements of the list in the response, which totals and offsets count.
    pub(crate) fn is_projection(&self) -> bool {
        matches!(self.functions, ItemFunctions::Projection(_))
    }

    /// Returns whether `max_items` may end the list inside a page.
    pub(crate) fn is_splittable(&self) -> bool {
        self.is_splittable
    }

    // The functions that a poll calls are `inline`, like those of `PagedList`: without it, operations share less machine code.

    /// Counts the items and the elements in a page.
    #[inline]
    pub(crate) fn count(&self, page: &mut O) -> ItemCounts {
        let Some(list) = (self.place)(page) else { return ItemCounts::default() };
        let elements = (self.count)(list);
        let mut items = elements;
        if let ItemFunctions::Projection(visit_items) = self.functions {
            items = 0;
            visit_items(list, &mut ItemVisitor::count(&mut items));
        }
        ItemCounts { items, elements }
    }

    /// Removes the first `skip` items of a page, and all but `keep` after them.
    #[inline]
    pub(crate) fn trim(&self, page: &mut O, skip: usize, keep: usize) {
        let Some(list) = (self.place)(page) else { return };
        match self.functions {
            ItemFunctions::Elements { trim, .. } => trim(list, skip, keep),
            ItemFunctions::Projection(visit_items) => _ = visit_items(list, &mut ItemVisitor::trim(skip, keep)),
        }
    }

    /// Reverses the items of a page, if the operation has the option `reversed`.
    #[inline]
    pub(crate) fn reverse(&self, page: &mut O) {
        if let Some(reverse) = self.reverse
            && let Some(list) = (self.place)(page)
        {
            match self.functions {
                ItemFunctions::Elements { .. } => reverse(list),
                ItemFunctions::Projection(visit_items) => _ = visit_items(list, &mut ItemVisitor::reverse()),
            }
        }
    }

    /// Takes the items out of a page.
    #[inline]
    pub(crate) fn take(&self, page: &mut O) -> vec::IntoIter<I> {
        let Some(list) = (self.place)(page) else { return Vec::new().into_iter() };
        match self.functions {
            ItemFunctions::Elements { take, .. } => take(list),
            ItemFunctions::Projection(visit_items) => take_projected(visit_items, list),
        }
    }

    /// Passes the list to a visitor, which joins it with that of another page.
    pub(super) fn visit(&self, visitor: &mut KeyVisitor<'_, O>) {
        visitor.join_values(self.name, self.place, &self.joiner, |list| (self.count)(list) == 0);
    }
}

/// Takes the items out of the list of a projection. It is cold, so that other lists are not slower.
#[cold]
#[inline]
fn take_projected<V, I>(visit_items: VisitItems<V, I>, list: &mut V) -> vec::IntoIter<I> {
    let mut items = Vec::new();
    visit_items(list, &mut ItemVisitor::take(&mut items));
    items.into_iter()
}
