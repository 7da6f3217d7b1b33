//! The result keys of an operation: the primary one, whose elements are the items, and the others.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::mem;

use crate::operation::NoItems;
use crate::paging::at::At;
use crate::paging::result_key::ResultKey;

/// The primary result key.
pub trait Primary<O> {
    /// See [`ResultKey::DIVISIBLE`].
    const DIVISIBLE: bool;
    /// See [`ResultKey::count`].
    fn count(&self, page: &mut O) -> usize;
    /// Keeps `keep` of what is left after the first `skip`.
    fn cut(&self, page: &mut O, skip: usize, keep: usize);
    /// The item.
    type Item;
    /// The page's items, taken out of it.
    fn take_items(&self, page: &mut O) -> vec::IntoIter<Self::Item>;
    /// Makes `next` hold what both pages hold together, this key's around the others'.
    fn join(&self, so_far: &mut O, next: &mut O, others: &impl Join<O>);
}

/// No result key: there are only pages.
impl<O> Primary<O> for () {
    const DIVISIBLE: bool = false;
    fn count(&self, _: &mut O) -> usize {
        0
    }
    fn cut(&self, _: &mut O, _: usize, _: usize) {}
    type Item = NoItems;
    fn take_items(&self, _: &mut O) -> vec::IntoIter<NoItems> {
        Vec::new().into_iter()
    }
    fn join(&self, so_far: &mut O, next: &mut O, others: &impl Join<O>) {
        others.join(so_far, next);
    }
}

/// What the full result makes of two pages, and what a page resumed in its middle loses.
pub trait Join<O> {
    /// Makes `next` hold what `so_far` and `next` hold together.
    fn join(&self, so_far: &mut O, next: &mut O);
    /// Drops what was given before.
    fn clear(&self, page: &mut O);
}

impl<O> Join<O> for () {
    fn join(&self, _: &mut O, _: &mut O) {}
    fn clear(&self, _: &mut O) {}
}

fn is_there<O, S>(path: &impl for<'a> Fn(At<'a, O>) -> At<'a, S>, page: &mut O) -> bool {
    path(At::new(page)).get().is_some()
}

/// A result key at `path`.
pub struct Result<F, L> {
    path: F,
    held: PhantomData<fn(L)>,
}

impl<F, L> Result<F, L> {
    pub(crate) fn new(path: F) -> Self {
        Self { path, held: PhantomData }
    }

    fn change<O, T>(&self, page: &mut O, change: impl FnOnce(&mut L) -> T) -> Option<T>
    where
        F: for<'a> Fn(At<'a, O>) -> At<'a, L>,
    {
        (self.path)(At::new(page)).get().map(change)
    }

    /// Joins this key around `others`: what lies inside another key is out of the way while that one is joined.
    fn join_around<O>(&self, so_far: &mut O, next: &mut O, others: &impl Join<O>)
    where
        F: for<'a> Fn(At<'a, O>) -> At<'a, L>,
        L: ResultKey,
    {
        let mut joined = self.change(so_far, mem::take);
        match (joined.as_mut(), self.change(next, mem::take)) {
            (Some(joined), Some(held)) => joined.join(held),
            (Some(_), None) => {}
            (None, held) => joined = held,
        }
        others.join(so_far, next);
        // The next page may lack what this key lies in, or a key of the first page took it away.
        if let (Some(joined), Some(held)) = (joined, (self.path)(At::filled_from(so_far, next)).get()) {
            *held = joined;
        }
    }
}

impl<O, F, L> Primary<O> for Result<F, L>
where
    F: for<'a> Fn(At<'a, O>) -> At<'a, L>,
    L: ResultKey,
{
    const DIVISIBLE: bool = L::DIVISIBLE;

    fn count(&self, page: &mut O) -> usize {
        self.change(page, |held| held.count()).unwrap_or(0)
    }

    fn cut(&self, page: &mut O, skip: usize, keep: usize) {
        self.change(page, |held| {
            if skip > 0 {
                held.skip_first(skip);
            }
            if keep < held.count() {
                held.keep_first(keep);
            }
        });
    }

    type Item = L::Item;

    #[inline]
    fn take_items(&self, page: &mut O) -> vec::IntoIter<L::Item> {
        self.change(page, mem::take).unwrap_or_default().into_items()
    }

    fn join(&self, so_far: &mut O, next: &mut O, others: &impl Join<O>) {
        self.join_around(so_far, next, others);
    }
}

/// A secondary result key, after `rest`.
pub struct Secondary<X, F, L> {
    pub(crate) rest: X,
    pub(crate) key: Result<F, L>,
}

impl<O, X, F, L> Join<O> for Secondary<X, F, L>
where
    X: Join<O>,
    F: for<'a> Fn(At<'a, O>) -> At<'a, L>,
    L: ResultKey,
{
    fn join(&self, so_far: &mut O, next: &mut O) {
        self.key.join_around(so_far, next, &self.rest);
    }
    fn clear(&self, page: &mut O) {
        self.key.change(page, L::clear);
        self.rest.clear(page);
    }
}

/// A non-aggregate key, after `rest`: the full result takes it from the first page. `clear` makes it absent where that has
/// none.
pub struct Kept<X, F, B, S> {
    pub(crate) rest: X,
    pub(crate) path: F,
    pub(crate) clear: B,
    pub(crate) slot: PhantomData<fn(S)>,
}

impl<O, X, F, B, S> Join<O> for Kept<X, F, B, S>
where
    X: Join<O>,
    F: for<'a> Fn(At<'a, O>) -> At<'a, S>,
    B: for<'a> Fn(At<'a, S>),
{
    fn join(&self, so_far: &mut O, next: &mut O) {
        // Another key may bring what it lies in.
        let (had, has) = (is_there(&self.path, so_far), is_there(&self.path, next));
        self.rest.join(so_far, next);
        match (had, has) {
            (true, true) => swap(&self.path, so_far, next),
            (true, false) => drop((self.path)(At::filled_from(so_far, next))),
            (false, true) => (self.clear)((self.path)(At::new(next))),
            (false, false) => {}
        }
    }
    fn clear(&self, page: &mut O) {
        self.rest.clear(page);
    }
}

/// Exchanges what is at `path`, if both have it.
fn swap<O, S>(path: &impl for<'a> Fn(At<'a, O>) -> At<'a, S>, so_far: &mut O, next: &mut O) {
    if let (Some(so_far), Some(next)) = (path(At::new(so_far)).get(), path(At::new(next)).get()) {
        mem::swap(so_far, next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Inner {
        list: Vec<u32>,
        name: Option<&'static str>,
    }

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Page {
        items: Option<Vec<u32>>,
        count: u32,
        inner: Option<Inner>,
    }

    fn inner(page: At<'_, Page>) -> At<'_, Inner> {
        page.field(|page| &mut page.inner).open()
    }

    fn page(items: &[u32], count: u32, name: Option<&'static str>) -> Page {
        let inner = name.map(|name| Inner { list: items.to_vec(), name: Some(name) });
        Page { items: Some(items.to_vec()), count, inner }
    }

    type Path<L> = for<'a> fn(At<'a, Page>) -> At<'a, L>;

    const INNER: Path<Option<Inner>> = |page| page.field(|page| &mut page.inner);
    const NAME: Path<Option<&str>> = |page| inner(page).field(|inner| &mut inner.name);
    const LIST: Path<Vec<u32>> = |page| inner(page).field(|inner| &mut inner.list);
    const COUNT: Path<u32> = |page| page.field(|page| &mut page.count);
    const ITEMS: Path<Option<Vec<u32>>> = |page| page.field(|page| &mut page.items);

    fn kept<S>(path: Path<S>, clear: fn(At<'_, S>)) -> impl Join<Page> {
        Kept { rest: (), path, clear, slot: PhantomData }
    }

    fn absent<S>(at: At<'_, Option<S>>) {
        at.clear();
    }

    /// The full result where `inner.name` is kept, and all else is joined.
    fn full(mut so_far: Page, mut next: Page) -> Page {
        let others = kept(NAME, absent);
        let others = Secondary { rest: others, key: Result::new(LIST) };
        let others = Secondary { rest: others, key: Result::new(COUNT) };
        Primary::join(&Result::new(ITEMS), &mut so_far, &mut next, &others);
        next
    }

    #[test]
    fn each_key_is_joined_and_the_first_page_s_are_kept() {
        let joined = full(page(&[1], 1, Some("first")), page(&[2], 2, Some("second")));
        assert_eq!(joined, page(&[1, 2], 3, Some("first")));
    }

    #[test]
    fn what_one_page_lacks_is_had_from_the_other() {
        let joined = full(page(&[1], 1, Some("first")), page(&[2], 2, None));
        assert_eq!(joined.inner, Some(Inner { list: Vec::from([1]), name: Some("first") }));
        let joined = full(page(&[1], 1, None), page(&[2], 2, Some("second")));
        assert_eq!(joined.inner.unwrap().list, [2]);
        let joined = full(Page::default(), page(&[2], 2, None));
        assert_eq!(joined.items, Some(Vec::from([2])));
    }

    #[test]
    fn what_a_later_page_lacks_is_had_from_the_first() {
        let (mut so_far, mut next) = (page(&[1], 1, Some("first")), page(&[2], 2, None));
        let others = kept(NAME, absent);
        Primary::join(&Result::new(ITEMS), &mut so_far, &mut next, &others);
        assert_eq!(next.inner.and_then(|inner| inner.name), Some("first"));
    }

    /// Athena's `ResultSet.ResultSetMetadata`, where the first page has no `ResultSet`.
    #[test]
    fn what_the_first_page_lacks_is_absent_however_deep_it_lies() {
        let joined = full(page(&[1], 1, None), page(&[2], 2, Some("second")));
        assert_eq!(joined.inner, Some(Inner { list: Vec::from([2]), name: None }));
    }

    /// ECR's `imageScanFindings`, kept from a first page that has none, holds `imageScanFindings.findings`.
    #[test]
    fn a_list_is_not_lost_with_the_key_it_lies_in() {
        let (mut so_far, mut next) = (Page::default(), page(&[2], 0, Some("second")));
        let others = kept(INNER, absent);
        Primary::join(&Result::new(LIST), &mut so_far, &mut next, &others);
        assert_eq!(next.inner.map(|inner| inner.list), Some(Vec::from([2])));
    }
}
