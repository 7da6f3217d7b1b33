//! Code for the path of a key: `field(&mut field(&mut page.list).field_value()?.next_token).field_value()`.
//!
//! The macro does not know which fields are `Option`s. A method of the runtime's `Field` handles both cases, and `?` leaves the
//! closure around the code if an `Option` is `None`.
//!
//! A *place* is here the code of a `&mut` reference to a field or an element.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote_spanned;

use crate::key::{ListIndex, Step};
use crate::util::crate_path::CratePath;

/// Generates the code of paths. All of it is located at `span`, so that errors are reported at the key.
pub(super) struct PathCode<'a> {
    pub(super) crate_path: &'a CratePath,
    pub(super) span: Span,
    /// A Boolean expression for a path in the request. If it is true at run time, the code inserts a value into each `Option`
    /// on the path that is `None`. A path in the page has no such expression.
    pub(super) inserts: Option<TokenStream>,
}

impl PathCode<'_> {
    /// Returns `field(place)`.
    pub(super) fn field(&self, place: &TokenStream) -> TokenStream {
        let private = self.crate_path.private_at_span(self.span);
        quote_spanned!(self.span=> #private::field(#place))
    }

    /// Returns the value inside of the `Option` that `place` may be.
    pub(super) fn value(&self, place: &TokenStream) -> TokenStream {
        let field = self.field(place);
        match &self.inserts {
            None => quote_spanned!(self.span=> #field.field_value()?),
            Some(inserts) => quote_spanned!(self.span=> #field.field_value_or_insert(#inserts)?),
        }
    }

    /// Returns the place at the end of a path, which starts at the struct `base`. The empty path is `base` itself.
    pub(super) fn place(&self, base: &TokenStream, path: &[Step]) -> TokenStream {
        let Some((last, outer)) = path.split_last() else { return base.clone() };
        let base = outer.iter().fold(base.clone(), |base, step| self.value(&self.step(&base, step)));
        self.step(&base, last)
    }

    /// Returns the list at the end of a path: the place without the index of the last step.
    pub(super) fn list(&self, base: &TokenStream, path: &[Step]) -> TokenStream {
        let mut path = path.to_vec();
        if let Some(last) = path.last_mut() {
            last.index = None;
        }
        self.place(base, &path)
    }

    fn step(&self, base: &TokenStream, step: &Step) -> TokenStream {
        let place = match &step.field {
            Some(field) => quote_spanned!(self.span=> &mut #base.#field),
            None => base.clone(),
        };
        let Some(index) = step.index else { return place };
        let private = self.crate_path.private_at_span(self.span);
        let list = self.value(&place);
        match index {
            // Only `result_key` may have `[]`, and `PathCode::list` removes it from the last step.
            ListIndex::All => list,
            ListIndex::Last => quote_spanned!(self.span=> #private::last_element(#list)?),
            ListIndex::At(index) => {
                let index = Literal::u32_unsuffixed(index);
                quote_spanned!(self.span=> #private::element_at(#list, #index)?)
            }
        }
    }
}
