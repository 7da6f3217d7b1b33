//! Projections: `"Reservations[].Instances[]"` and `"edges[].node"`, as in JMESPath. The items are inside of the elements of a
//! list.

use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::ElementList;
use super::item_list::{ItemCounts, ItemList, PageItems};

/// The items `I` inside of the elements of nested lists.
pub struct Projection<N: NestedLists, I> {
    lists: N,
    /// Finds the item in an element. Returns `None` if a field on the way is `None`.
    find: fn(&mut N::Element) -> Option<()>,
    /// Takes the item out of an element.
    take: fn(N::Element) -> Option<I>,
    is_reversed: bool,
}

/// Nested lists: an [`OuterList`], or [`InnerLists`] in the elements of nested lists. No implementation has a
/// bound that relates two type parameters: see [`StoredTypes`](crate::operation::StoredTypes).
pub trait NestedLists {
    /// The page.
    type Page;

    /// The element of the innermost lists.
    type Element;

    /// The outermost list.
    type Outermost: PageItems<Page = Self::Page>;

    /// Returns the outermost list.
    fn outermost(&self) -> &Self::Outermost;

    /// Visits the elements of the innermost lists.
    fn for_each_element(&self, page: &mut Self::Page, visit: &mut dyn FnMut(&mut Self::Element));

    /// Removes elements of the innermost lists. An outer element whose list becomes empty is removed too. `keep(None)` decides
    /// about an outer element that had no list, or an empty one, before.
    fn retain_elements(&self, page: &mut Self::Page, keep: &mut dyn FnMut(Option<&mut Self::Element>) -> bool);

    /// Takes the elements out of the innermost lists.
    fn take_all_elements(&self, page: &mut Self::Page, take: &mut dyn FnMut(Self::Element));

    /// Reverses all lists.
    fn reverse_lists(&self, page: &mut Self::Page);
}

/// The outermost list of a projection, in a page `O`.
pub struct OuterList<O, V: ElementList> {
    list: ItemList<O, V, V::Element>,
}

/// The lists in the elements of `outer`.
pub struct InnerLists<Outer: NestedLists, V> {
    outer: Outer,
    place: fn(&mut Outer::Element) -> Option<&mut V>,
}

/// Returns the elements of a list, or an empty slice if the list is absent.
fn elements<V: ElementList>(list: Option<&mut V>) -> &mut [V::Element] {
    list.map_or(&mut [], V::elements_mut)
}

/// Takes the elements out of a list, if it is present.
fn take_elements<V: ElementList>(list: Option<&mut V>) -> vec::IntoIter<V::Element> {
    list.map(mem::take).unwrap_or_default().into_items()
}

impl<O, V: ElementList> OuterList<O, V> {
    pub(crate) fn new(name: &'static str, place: fn(&mut O) -> Option<&mut V>) -> Self {
        Self { list: ItemList::new(name, place, |_| None) }
    }
}

impl<O, V: ElementList> NestedLists for OuterList<O, V> {
    type Page = O;
    type Element = V::Element;
    type Outermost = ItemList<O, V, V::Element>;

    fn outermost(&self) -> &Self::Outermost {
        &self.list
    }

    fn for_each_element(&self, page: &mut O, visit: &mut dyn FnMut(&mut V::Element)) {
        elements((self.list.place)(page)).iter_mut().for_each(visit);
    }

    fn retain_elements(&self, page: &mut O, keep: &mut dyn FnMut(Option<&mut V::Element>) -> bool) {
        if let Some(list) = (self.list.place)(page) {
            V::retain_elements(list, |element| keep(Some(element)));
        }
    }

    fn take_all_elements(&self, page: &mut O, take: &mut dyn FnMut(V::Element)) {
        take_elements((self.list.place)(page)).for_each(take);
    }

    fn reverse_lists(&self, page: &mut O) {
        elements((self.list.place)(page)).reverse();
    }
}

impl<Outer: NestedLists, V: ElementList> InnerLists<Outer, V> {
    pub(crate) fn new(outer: Outer, place: fn(&mut Outer::Element) -> Option<&mut V>) -> Self {
        Self { outer, place }
    }
}

impl<Outer: NestedLists, V: ElementList> NestedLists for InnerLists<Outer, V> {
    type Page = Outer::Page;
    type Element = V::Element;
    type Outermost = Outer::Outermost;

    fn outermost(&self) -> &Self::Outermost {
        self.outer.outermost()
    }

    fn for_each_element(&self, page: &mut Outer::Page, visit: &mut dyn FnMut(&mut V::Element)) {
        let Self { outer, place } = self;
        outer.for_each_element(page, &mut |element| elements(place(element)).iter_mut().for_each(&mut *visit));
    }

    fn retain_elements(&self, page: &mut Outer::Page, keep: &mut dyn FnMut(Option<&mut V::Element>) -> bool) {
        let Self { outer, place } = self;
        outer.retain_elements(page, &mut |outer_element| {
            let list = outer_element.and_then(place).filter(|list| list.count() > 0);
            let Some(list) = list else { return keep(None) };
            V::retain_elements(list, |element| keep(Some(element)));
            list.count() > 0
        });
    }

    fn take_all_elements(&self, page: &mut Outer::Page, take: &mut dyn FnMut(V::Element)) {
        let Self { outer, place } = self;
        outer.for_each_element(page, &mut |element| take_elements(place(element)).for_each(&mut *take));
    }

    fn reverse_lists(&self, page: &mut Outer::Page) {
        let Self { outer, place } = self;
        outer.reverse_lists(page);
        outer.for_each_element(page, &mut |element| elements(place(element)).reverse());
    }
}

impl<N: NestedLists, I> Projection<N, I> {
    pub(crate) fn new(lists: N, find: fn(&mut N::Element) -> Option<()>, take: fn(N::Element) -> Option<I>) -> Self {
        Self { lists, find, take, is_reversed: false }
    }

    pub(crate) fn reversed(self) -> Self {
        Self { is_reversed: true, ..self }
    }
}

impl<N: NestedLists, I> PageItems for Projection<N, I> {
    type Page = N::Page;
    type Item = I;
    const HAS_ITEMS: bool = true;
    const IS_PROJECTION: bool = true;

    fn is_page_splittable(&self) -> bool {
        true
    }

    fn count_page_items(&self, page: &mut N::Page) -> ItemCounts {
        let mut items = 0;
        self.lists.for_each_element(page, &mut |element| items += usize::from((self.find)(element).is_some()));
        ItemCounts { items, elements: self.lists.outermost().count_page_items(page).elements }
    }

    fn trim_page(&self, page: &mut N::Page, skip: usize, keep: usize) {
        let kept_items = skip..skip.saturating_add(keep);
        let mut item_index = 0;
        // An element without an item, or without a list, belongs to the item before it, or to the start of the page.
        let mut is_kept = skip == 0;
        self.lists.retain_elements(page, &mut |element| {
            if element.and_then(self.find).is_some() {
                is_kept = kept_items.contains(&item_index);
                item_index += 1;
            }
            is_kept
        });
    }

    fn reverse_page(&self, page: &mut N::Page) {
        if self.is_reversed {
            self.lists.reverse_lists(page);
        }
    }

    fn find_duplicate_key(&self, so_far: &mut N::Page, next: &mut N::Page) -> Option<&'static str> {
        self.lists.outermost().find_duplicate_key(so_far, next)
    }

    fn join_page(&self, so_far: &mut N::Page, next: &mut N::Page) {
        self.lists.outermost().join_page(so_far, next);
    }

    fn restore_page(&self, so_far: &mut N::Page, next: &mut N::Page) {
        self.lists.outermost().restore_page(so_far, next);
    }

    fn take_page_items(&self, page: &mut N::Page) -> vec::IntoIter<I> {
        let mut items = Vec::new();
        self.lists.take_all_elements(page, &mut |element| items.extend((self.take)(element)));
        items.into_iter()
    }
}
