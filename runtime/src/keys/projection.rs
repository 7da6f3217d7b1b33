//! Projections: `"Reservations[].Instances[]"` and `"edges[].node"`, as in JMESPath. The items are inside of the elements of a
//! list.
//!
//! One function, which the macro writes, passes the nested lists of a page to an [`ItemVisitor`]. The visitor does one thing to the
//! items. The number of nested lists therefore adds no type parameter to an operation.

use alloc::vec::Vec;
use core::mem;
use core::ops::Range;

use super::ElementList;

/// Visits the items `I` of a page. They are inside of the elements of nested lists.
pub struct ItemVisitor<'a, I>(Visit<'a, I>);

/// The thing to do to the items.
enum Visit<'a, I> {
    /// Count the items.
    Count(&'a mut usize),
    /// Remove all items but those with the indexes `kept`. An element whose list becomes empty is removed too.
    Trim { kept: Range<usize>, next_index: usize, is_last_kept: bool },
    /// Move the items into the vector.
    Take(&'a mut Vec<I>),
    /// Reverse the lists that contain the items.
    Reverse,
}

impl<'a, I> ItemVisitor<'a, I> {
    pub(super) fn count(count: &'a mut usize) -> Self {
        Self(Visit::Count(count))
    }

    /// Removes the first `skip` items, and all but `keep` after them.
    pub(super) fn trim(skip: usize, keep: usize) -> Self {
        Self(Visit::Trim { kept: skip..skip.saturating_add(keep), next_index: 0, is_last_kept: skip == 0 })
    }

    pub(super) fn take(items: &'a mut Vec<I>) -> Self {
        Self(Visit::Take(items))
    }

    pub(super) fn reverse() -> Self {
        Self(Visit::Reverse)
    }

    /// Visits a list whose elements contain other lists. `visit` passes the list in an element to [`lists`](Self::lists) or
    /// [`items`](Self::items) and returns the result, or `None` if the element has no list. Returns whether an element is left, or
    /// `None` if the list was empty before.
    pub fn lists<V: ElementList>(
        &mut self,
        list: &mut V,
        visit: fn(&mut V::Element, &mut Self) -> Option<bool>,
    ) -> Option<bool> {
        if list.count() == 0 {
            return None;
        }
        if let Visit::Trim { .. } = self.0 {
            V::retain_elements(list, |element| visit(element, self).unwrap_or_else(|| self.keeps(false)));
        } else {
            if let Visit::Reverse = self.0 {
                V::elements_mut(list).reverse();
            }
            for element in V::elements_mut(list) {
                visit(element, self);
            }
        }
        Some(list.count() > 0)
    }

    /// Visits a list whose elements contain the items. `find` returns `None` if an element has no item, without changing it, and
    /// `take` moves the item out of the element. Returns whether an element is left, or `None` if the list was empty before.
    pub fn items<V: ElementList>(
        &mut self,
        list: &mut V,
        find: fn(&mut V::Element) -> Option<()>,
        take: fn(V::Element) -> Option<I>,
    ) -> Option<bool> {
        if list.count() == 0 {
            return None;
        }
        match &mut self.0 {
            Visit::Count(count) => **count += V::elements_mut(list).iter_mut().filter_map(find).count(),
            Visit::Trim { .. } => V::retain_elements(list, |element| self.keeps(find(element).is_some())),
            Visit::Take(items) => items.extend(mem::take(list).into_items().filter_map(take)),
            Visit::Reverse => V::elements_mut(list).reverse(),
        }
        Some(list.count() > 0)
    }

    /// Returns whether an element is kept. An element without an item, or without a list, belongs to the item before it, or to the
    /// start of the page.
    fn keeps(&mut self, has_item: bool) -> bool {
        let Visit::Trim { kept, next_index, is_last_kept } = &mut self.0 else { return true };
        if has_item {
            *is_last_kept = kept.contains(next_index);
            *next_index += 1;
        }
        *is_last_kept
    }
}
