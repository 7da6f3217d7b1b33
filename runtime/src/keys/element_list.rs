//! Lists whose elements a key names: `"Reservations[].Instances[]"`, `"Items[-1].Id"`.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;

use super::ResultKey;
use super::result_key::as_vec;

/// A list whose elements a key can name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "`[]`, an index such as `[-1]`, and `reversed` need a list",
    note = "a list is a `Vec`, a `VecDeque`, or a boxed slice, or an `Option` or `Box` of one; for another type, remove the `[]`, the index, or `reversed`",
    note = "for a newtype around a list, write `result_key = 0`, and a key such as `0[-1].id`"
)]
pub trait ElementList: ResultKey<Item = <Self as ElementList>::Element> {
    /// The element.
    type Element;

    /// Returns the elements, or an empty slice if the list is `None`.
    fn elements_mut(list: &mut Self) -> &mut [Self::Element];

    /// Removes the elements for which `keep` returns `false`.
    fn retain_elements(list: &mut Self, keep: impl FnMut(&mut Self::Element) -> bool);
}

macro_rules! element_lists {
    ($([$($generics:tt)*] $type:ty => $element:ty, |$list:ident, $keep:ident| $elements:expr, $retain:expr;)*) => {
        $(impl<$($generics)*> ElementList for $type {
            type Element = $element;
            fn elements_mut($list: &mut Self) -> &mut [$element] {
                $elements
            }
            fn retain_elements($list: &mut Self, $keep: impl FnMut(&mut $element) -> bool) {
                $retain
            }
        })*
    };
}

element_lists! {
    [T] Vec<T> => T, |list, keep| list, list.retain_mut(keep);
    [T] VecDeque<T> => T, |list, keep| list.make_contiguous(), list.retain_mut(keep);
    [T] Box<[T]> => T, |list, keep| list, as_vec(list, |list| list.retain_mut(keep));
    [L: ElementList] Box<L> => L::Element, |list, keep| L::elements_mut(list), L::retain_elements(list, keep);
    [L: ElementList] Option<L> => L::Element, |list, keep| list.as_mut().map_or(&mut [], L::elements_mut), {
        if let Some(list) = list {
            L::retain_elements(list, keep);
        }
    };
}
