//! Walking a key's path through a page or a request.
//!
//! A step may be an `Option`, a `Box`, an `Arc`, or none of them, and the macro cannot see which. So each step is
//! followed by [`open`](At::open), which the compiler resolves by the type that is there: an inherent method for the
//! wrappers, and [`Open`], which does nothing, for all other types.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::mem;

use crate::demands::{Flag, Keeps, Paging};
use crate::paging::tokens::Reading;

/// A place inside a page or a request; nowhere, if an `Option` on the way was `None`.
#[derive(Debug)]
pub struct At<'a, T: ?Sized> {
    place: Option<&'a mut T>,
    missing: Missing<'a, T>,
}

/// What becomes of what is missing on the way.
#[derive(Debug)]
enum Missing<'a, T: ?Sized> {
    Stays,
    /// [`enter`](At::enter) makes it.
    IsMade,
    /// It is had from the same place in another page.
    IsIn(&'a mut T),
}

impl<'a, T: ?Sized> At<'a, T> {
    pub(crate) fn new(place: &'a mut T) -> Self {
        Self { place: Some(place), missing: Missing::Stays }
    }

    /// A place that is about to be written: what is missing on the way is made.
    pub(crate) fn for_writing(place: &'a mut T) -> Self {
        Self { place: Some(place), missing: Missing::IsMade }
    }

    /// A place that has what is missing on the way from another.
    pub(crate) fn filled_from(other: &'a mut T, place: &'a mut T) -> Self {
        Self { place: Some(place), missing: Missing::IsIn(other) }
    }

    pub(crate) fn get(self) -> Option<&'a mut T> {
        self.place
    }

    fn step<U: ?Sized>(self, step: impl Fn(&'a mut T) -> Option<&'a mut U>) -> At<'a, U> {
        let missing = match self.missing {
            Missing::Stays => Missing::Stays,
            Missing::IsMade => Missing::IsMade,
            Missing::IsIn(other) => step(other).map_or(Missing::Stays, Missing::IsIn),
        };
        At { place: self.place.and_then(step), missing }
    }

    /// The field that `field` picks.
    #[inline]
    pub fn field<U: ?Sized>(self, field: impl Fn(&'a mut T) -> &'a mut U) -> At<'a, U> {
        self.step(|place| Some(field(place)))
    }
}

impl<'a, T: ?Sized> At<'a, T> {
    /// The last element (`[-1]`).
    pub fn last<E>(self) -> At<'a, E>
    where
        T: List<Element = E>,
    {
        self.step(|list| list.length().checked_sub(1).and_then(|last| list.element(last)))
    }

    /// The element at `index` (`[0]`).
    pub fn nth<E>(self, index: usize) -> At<'a, E>
    where
        T: List<Element = E>,
    {
        self.step(|list| list.element(index))
    }
}

/// A list of which a key can name one element.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list, so a key cannot take one element of it",
    label = "an index such as `[-1]` needs a list here",
    note = "write the key without the index"
)]
pub trait List {
    /// What the list holds.
    type Element;
    /// How many elements there are.
    fn length(&self) -> usize;
    /// The element at `index`, if there is one.
    fn element(&mut self, index: usize) -> Option<&mut Self::Element>;
}

impl<T> List for [T] {
    type Element = T;
    fn length(&self) -> usize {
        self.len()
    }
    fn element(&mut self, index: usize) -> Option<&mut T> {
        self.get_mut(index)
    }
}

impl<T> List for Vec<T> {
    type Element = T;
    fn length(&self) -> usize {
        self.len()
    }
    fn element(&mut self, index: usize) -> Option<&mut T> {
        self.get_mut(index)
    }
}

impl<T> List for VecDeque<T> {
    type Element = T;
    fn length(&self) -> usize {
        self.len()
    }
    fn element(&mut self, index: usize) -> Option<&mut T> {
        self.get_mut(index)
    }
}

/// `At::open` of what is no wrapper.
pub trait Open: Sized {
    /// The same place.
    #[inline]
    #[must_use]
    fn open(self) -> Self {
        self
    }

    /// The same place.
    #[inline]
    #[must_use]
    fn enter(self) -> Self {
        self
    }
}

impl<T: ?Sized> Open for At<'_, T> {}

/// A wrapper that is passed through on the way.
pub trait Wrapper {
    /// What is inside.
    type Inner: ?Sized;
    /// What is inside, if anything is.
    fn inner(&mut self) -> Option<&mut Self::Inner>;
}

/// A [`Wrapper`] on the way to what is to be written: what is missing is made.
#[diagnostic::on_unimplemented(
    message = "the request's `{Self}` may be absent, and cannot be made to put a value into it",
    label = "what is inside is not `Default`",
    note = "add `#[derive(Default)]` to what is inside, or take it out of its `Option`"
)]
pub trait Fill: Wrapper {
    /// What is inside, made if it is missing.
    fn fill(&mut self) -> Option<&mut Self::Inner>;
}

impl<'a, T: Wrapper> At<'a, T> {
    /// What is inside, if anything is.
    #[inline]
    pub fn open(mut self) -> At<'a, T::Inner> {
        if let (Some(place), Missing::IsIn(other)) = (&mut self.place, &mut self.missing)
            && place.inner().is_none()
        {
            mem::swap(*place, *other);
        }
        self.step(T::inner)
    }

    /// What is inside; made, if it is about to be written.
    #[inline]
    pub fn enter(self) -> At<'a, T::Inner>
    where
        T: Fill,
    {
        match self.missing {
            Missing::IsMade => self.step(T::fill),
            _ => self.open(),
        }
    }
}

impl<T> Wrapper for Option<T> {
    type Inner = T;
    #[inline]
    fn inner(&mut self) -> Option<&mut T> {
        self.as_mut()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Default> Fill for Option<T> {
    #[inline]
    fn fill(&mut self) -> Option<&mut T> {
        Some(self.get_or_insert_with(T::default))
    }
}

impl<T: ?Sized> Wrapper for Box<T> {
    type Inner = T;
    #[inline]
    fn inner(&mut self) -> Option<&mut T> {
        Some(&mut **self)
    }
}

impl<T: ?Sized> Fill for Box<T> {
    #[inline]
    fn fill(&mut self) -> Option<&mut T> {
        self.inner()
    }
}

/// Copied first where it is shared.
impl<T: Clone> Wrapper for Arc<T> {
    type Inner = T;
    #[inline]
    fn inner(&mut self) -> Option<&mut T> {
        Some(Arc::make_mut(self))
    }
}

impl<T: Clone> Fill for Arc<T> {
    #[inline]
    fn fill(&mut self) -> Option<&mut T> {
        self.inner()
    }
}

/// Copied first where it is shared.
impl<T: Clone> Wrapper for Rc<T> {
    type Inner = T;
    #[inline]
    fn inner(&mut self) -> Option<&mut T> {
        Some(Rc::make_mut(self))
    }
}

impl<T: Clone> Fill for Rc<T> {
    #[inline]
    fn fill(&mut self) -> Option<&mut T> {
        self.inner()
    }
}

impl<T> At<'_, T> {
    /// A flag: absent is `false`.
    pub fn flag(self) -> bool
    where
        T: Flag,
    {
        self.place.is_some_and(|flag| flag.is_set())
    }
}

impl<T> At<'_, Option<T>> {
    /// Reads the token here.
    #[inline]
    pub fn token<TokenIs>(self, reading: Reading<'_, T>)
    where
        Paging: Keeps<T, TokenIs>,
    {
        let Reading { take, to } = reading;
        match self.place {
            Some(token) if take => *to = token.take(),
            Some(Some(token)) => Paging::copy(token, to),
            _ => *to = None,
        }
    }
}

impl<T> At<'_, Option<T>> {
    /// Makes what is here absent.
    pub fn clear(self) {
        if let Some(place) = self.place {
            *place = None;
        }
    }
}

/// `At::clear` of what is no `Option`.
pub trait PlainClear: Sized {
    /// What cannot be absent stays.
    fn clear(self) {}
}

impl<T: ?Sized> PlainClear for At<'_, T> {}

/// `At::token` of what is no `Option`.
pub trait PlainToken<T> {
    /// Reads the token here.
    fn token<TokenIs>(self, reading: Reading<'_, T>)
    where
        Paging: Keeps<T, TokenIs>;
}

impl<T> PlainToken<T> for At<'_, T> {
    #[inline]
    fn token<TokenIs>(self, reading: Reading<'_, T>)
    where
        Paging: Keeps<T, TokenIs>,
    {
        let to = reading.to;
        match self.place {
            Some(token) => Paging::copy(token, to),
            None => *to = None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::vec_box, clippy::items_after_statements, reason = "users have such fields")]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use alloc::vec;

    #[derive(Default)]
    struct Inner {
        token: Option<String>,
        list: Option<Vec<Box<u32>>>,
        more: Option<bool>,
    }

    #[derive(Default)]
    struct Outer {
        plain: Inner,
        boxed: Box<Inner>,
        both: Option<Box<Inner>>,
    }

    /// The token that `read` finds, in place of another.
    fn read<V>(read: impl FnOnce(Reading<'_, V>), other: Option<V>) -> Option<V> {
        let mut token = other;
        read(Reading { take: false, to: &mut token });
        token
    }

    #[test]
    fn a_step_may_be_an_option_a_box_both_or_neither() {
        let mut page = Outer { both: Some(Box::default()), ..Outer::default() };
        page.both.as_mut().unwrap().token = Some("t".into());
        let at = At::new(&mut page).open().field(|page| &mut page.both).open().open();
        assert_eq!(read(|to| at.field(|inner| &mut inner.token).token(to), None), Some("t".to_string()));
        let at = At::new(&mut page).open().field(|page| &mut page.boxed).open().open();
        assert_eq!(read(|to| at.field(|inner| &mut inner.token).token(to), Some("other".into())), None);
        let at = At::new(&mut page).open().field(|page| &mut page.plain).open().open();
        assert!(!at.field(|inner| &mut inner.more).open().open().flag());
    }

    #[test]
    fn nothing_is_found_behind_a_none() {
        let mut page = Outer::default();
        let at = At::new(&mut page).field(|page| &mut page.both).open().open();
        assert!(at.field(|inner| &mut inner.token).get().is_none());
    }

    #[test]
    fn an_index_takes_one_element() {
        let mut inner = Inner { list: Some(vec![Box::new(1), Box::new(2)]), ..Inner::default() };
        fn list(inner: &mut Inner) -> At<'_, Vec<Box<u32>>> {
            At::new(inner).field(|inner| &mut inner.list).open().open()
        }
        assert_eq!(read(|to| list(&mut inner).last().open().token(to), Some(7)), Some(2));
        assert_eq!(read(|to| list(&mut inner).nth(0).open().token(to), None), Some(1));
        assert_eq!(read(|to| list(&mut inner).nth(2).open().token(to), Some(7)), None);
    }

    #[test]
    fn an_index_takes_one_element_of_any_list() {
        fn ends<T: List<Element = u32> + ?Sized>(list: &mut T) -> [Option<u32>; 3] {
            [
                read(|to| At::new(list).last().token(to), None),
                read(|to| At::new(list).nth(1).token(to), None),
                read(|to| At::new(list).nth(3).token(to), None),
            ]
        }
        let expected = [Some(3), Some(2), None];
        assert_eq!(ends(&mut vec![1, 2, 3]), expected);
        assert_eq!(ends(&mut [1, 2, 3][..]), expected);
        assert_eq!(ends(&mut VecDeque::from([1, 2, 3])), expected);
        assert_eq!(ends(&mut VecDeque::new()), [None; 3]);
    }

    #[test]
    fn a_token_is_moved_out_of_a_field_where_the_page_is_given_to_nobody() {
        for (take, left) in [(true, None), (false, Some("t"))] {
            let (mut page, mut token) = (Some(String::from("t")), Some(String::from("other")));
            At::new(&mut page).token(Reading { take, to: &mut token });
            assert_eq!((token.as_deref(), page.as_deref()), (Some("t"), left));
            let reading = Reading { take, to: &mut token }.copied();
            At::new(&mut Some(String::from("t"))).token(reading);
            assert_eq!(token.as_deref(), Some("t"));
        }
    }

    #[test]
    fn a_shared_page_is_copied_before_it_is_changed() {
        let shared = Arc::new(vec![1]);
        let mut page = Arc::clone(&shared);
        At::new(&mut page).open().get().unwrap().push(2);
        assert_eq!((shared.len(), page.len()), (1, 2));
    }

    #[test]
    fn writing_makes_what_is_missing_on_the_way() {
        let mut nested: Option<Inner> = None;
        assert!(At::new(&mut nested).enter().get().is_none());
        assert!(At::for_writing(&mut nested).enter().get().is_some());
        let (mut arc, mut rc, mut boxed) = (Arc::new(1), Rc::new(1), Box::new(1));
        for place in
            [At::for_writing(&mut arc).enter(), At::for_writing(&mut rc).enter(), At::for_writing(&mut boxed).enter()]
        {
            place.get().map(|place| *place = 2).expect("there is nothing to be made");
        }
        assert_eq!((*arc, *rc, *boxed), (2, 2, 2));
    }
}
