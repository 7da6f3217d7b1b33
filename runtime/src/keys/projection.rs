//! Projections: `"Reservations[].Instances[]"` and `"edges[].node"`, as in JMESPath. The items are inside of the elements of a
//! list.

use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::ElementList;
use super::list::{HasItemType, List, PageCount, PageItems};

/// The items `I` inside of the lists `N` of an operation. `E` is an element of the innermost list.
pub struct Projection<O, L, X, N, E, I> {
    /// The outermost list. Its elements are `X`.
    list: List<O, L, X>,
    lists: N,
    /// Finds the item in an element. Returns `None` if a field on the way is `None`.
    find: fn(&mut E) -> Option<()>,
    /// Takes the item out of an element.
    take: fn(E) -> Option<I>,
    is_reversed: bool,
}

/// The lists of a projection. The innermost list is incomplete, because the place of the item is missing.
pub struct Lists<O, L, X, N> {
    list: List<O, L, X>,
    lists: N,
}

/// A list in a value of the type `P`, which is a page or an element of another list.
pub struct ListPlace<P, L> {
    place: fn(&mut P) -> Option<&mut L>,
}

/// Nested lists, from the outermost one inwards: [`ListPlace`], or `(Outer, ListPlace)`.
pub trait NestedLists<O> {
    /// The element of the innermost list.
    type Element;

    /// Visits the elements of the innermost lists.
    fn for_each_element(&self, page: &mut O, visit: &mut dyn FnMut(&mut Self::Element));

    /// Removes elements of the innermost lists, and those elements around them that lose all of theirs. `keep(None)` decides
    /// about an outer element that has no list, or an empty one.
    fn retain_elements(&self, page: &mut O, keep: &mut dyn FnMut(Option<&mut Self::Element>) -> bool);

    /// Takes the elements out of the innermost lists.
    fn take_all_elements(&self, page: &mut O, take: &mut dyn FnMut(Self::Element));

    /// Reverses all lists.
    fn reverse_lists(&self, page: &mut O);
}

impl<P, L: ElementList> ListPlace<P, L> {
    /// Returns the elements of the list, or an empty slice if the list is absent.
    fn elements<'p>(&self, parent: &'p mut P) -> &'p mut [L::Element]
    where
        L: 'p,
    {
        (self.place)(parent).map_or(&mut [], L::elements_mut)
    }

    /// Takes the elements out of the list.
    fn take_elements(&self, parent: &mut P) -> vec::IntoIter<L::Element> {
        (self.place)(parent).map(mem::take).unwrap_or_default().into_items()
    }
}

impl<O, L: ElementList> NestedLists<O> for ListPlace<O, L> {
    type Element = L::Element;

    fn for_each_element(&self, page: &mut O, visit: &mut dyn FnMut(&mut L::Element)) {
        self.elements(page).iter_mut().for_each(visit);
    }

    fn retain_elements(&self, page: &mut O, keep: &mut dyn FnMut(Option<&mut L::Element>) -> bool) {
        if let Some(list) = (self.place)(page) {
            L::retain_elements(list, |element| keep(Some(element)));
        }
    }

    fn take_all_elements(&self, page: &mut O, take: &mut dyn FnMut(L::Element)) {
        self.take_elements(page).for_each(take);
    }

    fn reverse_lists(&self, page: &mut O) {
        self.elements(page).reverse();
    }
}

impl<O, Outer: NestedLists<O>, L: ElementList> NestedLists<O> for (Outer, ListPlace<Outer::Element, L>) {
    type Element = L::Element;

    fn for_each_element(&self, page: &mut O, visit: &mut dyn FnMut(&mut L::Element)) {
        let (outer, list) = self;
        outer.for_each_element(page, &mut |element| list.elements(element).iter_mut().for_each(&mut *visit));
    }

    fn retain_elements(&self, page: &mut O, keep: &mut dyn FnMut(Option<&mut L::Element>) -> bool) {
        let (outer, list) = self;
        outer.retain_elements(page, &mut |outer_element| {
            let list = outer_element.and_then(list.place).filter(|list| list.count() > 0);
            let Some(list) = list else { return keep(None) };
            L::retain_elements(list, |element| keep(Some(element)));
            list.count() > 0
        });
    }

    fn take_all_elements(&self, page: &mut O, take: &mut dyn FnMut(L::Element)) {
        let (outer, list) = self;
        outer.for_each_element(page, &mut |element| list.take_elements(element).for_each(&mut *take));
    }

    fn reverse_lists(&self, page: &mut O) {
        let (outer, list) = self;
        outer.reverse_lists(page);
        outer.for_each_element(page, &mut |element| list.elements(element).reverse());
    }
}

impl<O, L, X> Lists<O, L, X, ListPlace<O, L>> {
    pub(crate) fn new(name: &'static str, place: fn(&mut O) -> Option<&mut L>) -> Self
    where
        L: ElementList<Element = X>,
    {
        Self { list: List::new(name, place, |_| None), lists: ListPlace { place } }
    }
}

impl<O, L, X, N: NestedLists<O>> Lists<O, L, X, N> {
    /// Opens a list in the elements of the innermost list.
    pub(crate) fn open<M>(
        self,
        place: fn(&mut N::Element) -> Option<&mut M>,
    ) -> Lists<O, L, X, (N, ListPlace<N::Element, M>)> {
        Lists { list: self.list, lists: (self.lists, ListPlace { place }) }
    }

    /// Names the item in an element of the innermost list.
    pub(crate) fn items<I>(
        self,
        find: fn(&mut N::Element) -> Option<()>,
        take: fn(N::Element) -> Option<I>,
    ) -> Projection<O, L, X, N, N::Element, I> {
        Projection { list: self.list, lists: self.lists, find, take, is_reversed: false }
    }
}

impl<O, L, X, N, E, I> Projection<O, L, X, N, E, I> {
    pub(crate) fn reversed(self) -> Self {
        Self { is_reversed: true, ..self }
    }
}

impl<O, L, X, N, E, I> HasItemType for Projection<O, L, X, N, E, I> {
    type Item = I;
}

impl<O, L, X, N, E, I> PageItems<O> for Projection<O, L, X, N, E, I>
where
    N: NestedLists<O, Element = E>,
{
    const HAS_ITEMS: bool = true;

    fn is_page_splittable(&self) -> bool {
        true
    }

    fn page_count(&self, page: &mut O) -> PageCount {
        let mut items = 0;
        self.lists.for_each_element(page, &mut |element| items += usize::from((self.find)(element).is_some()));
        PageCount { items, elements: self.list.page_count(page).elements }
    }

    fn trim_page(&self, page: &mut O, skip: usize, keep: usize) {
        let (mut skip, mut keep) = (skip, keep);
        self.lists.retain_elements(page, &mut |element| {
            // What has no item belongs to the item before it.
            if element.and_then(self.find).is_none() {
                return skip == 0 && keep > 0;
            }
            if skip > 0 {
                skip -= 1;
                return false;
            }
            let is_kept = keep > 0;
            keep = keep.saturating_sub(1);
            is_kept
        });
    }

    fn reverse_page(&self, page: &mut O) {
        if self.is_reversed {
            self.lists.reverse_lists(page);
        }
    }

    fn page_conflict(&self, so_far: &mut O, next: &mut O) -> Option<&'static str> {
        self.list.page_conflict(so_far, next)
    }

    fn join_page(&self, so_far: &mut O, next: &mut O) {
        self.list.join_page(so_far, next);
    }

    fn restore_page(&self, so_far: &mut O, next: &mut O) {
        self.list.restore_page(so_far, next);
    }

    fn take_page_items(&self, page: &mut O) -> vec::IntoIter<I> {
        let mut items = Vec::new();
        self.lists.take_all_elements(page, &mut |element| items.extend((self.take)(element)));
        items.into_iter()
    }
}
