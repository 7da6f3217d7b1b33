//! `page_number`: each request has the number of its page.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{Continuation, NoPosition, PageContext, Total};
use crate::state::ExpectedElements;
#[cfg(feature = "resume")]
use {
    super::decode_number,
    crate::resume::{DecodedToken, Encoder, StartingTokenError},
};

/// The paging style of an operation with page numbers.
pub struct PageNumber<R, O> {
    /// The name of the key, as the attribute has it, or of the option if the key is a closure.
    pub(crate) name: &'static str,
    /// The number of the first page.
    pub(crate) start: u64,
    /// Reads the number of the caller; `None` if it is absent or cannot be read.
    pub(crate) read: fn(&mut R) -> Option<u64>,
    /// Writes a number; `None` if it does not fit.
    pub(crate) write: fn(&mut R, u64) -> Option<()>,
    pub(crate) page_type: PhantomData<fn(O)>,
}

/// The number of a page, and the number of elements before it. The position of the first page is `None`, and not this value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NumberedPage {
    number: u64,
    /// The number of elements on the pages before. It is `None` if the list began at a page number that the caller chose, or at a
    /// starting token without it.
    elements_before: Option<u64>,
}

impl<R, O> PageNumber<R, O> {
    /// Returns the first page, for calculations.
    fn first_page(&self) -> NumberedPage {
        NumberedPage { number: self.start, elements_before: Some(0) }
    }

    fn number_at(&self, position: Option<&NumberedPage>) -> u64 {
        position.map_or(self.start, |page| page.number)
    }

    /// Returns whether a page is after the last page of a list of size `total`.
    fn is_past(&self, page: NumberedPage, total: Total) -> bool {
        match total {
            Total::Items(total) => page.elements_before.is_some_and(|elements| elements >= total),
            Total::Pages(total) => page.number.saturating_sub(self.start) >= total,
        }
    }
}

/// The list ends at an empty page, and when the total is reached. While the flag `more_results` is true, neither ends it.
impl<R, O> Continuation for PageNumber<R, O> {
    type Request = R;
    type Page = O;
    type Position = NumberedPage;

    const IS_PREDICTABLE: bool = true;

    const DEPENDS_ON_PAGE_SIZE: bool = true;

    fn initial(&self, request: &mut R) -> Option<NumberedPage> {
        let number = (self.read)(request).filter(|number| *number != self.start)?;
        Some(NumberedPage { number, elements_before: None })
    }

    fn write(&self, request: &mut R, position: Option<&NumberedPage>) -> bool {
        (self.write)(request, self.number_at(position)).is_some()
    }

    fn next(&self, _: &mut O, context: PageContext<'_, NumberedPage>) -> Result<Option<NumberedPage>, NoPosition> {
        let page = context.position.copied().unwrap_or(self.first_page());
        let elements_before = page.elements_before.map(|before| before.saturating_add(context.elements as u64));
        let next = NumberedPage { number: page.number.saturating_add(1), elements_before };
        let has_more = context.more_results == Some(true);
        let is_last = context.elements == 0 || context.total.is_some_and(|total| self.is_past(next, total));
        if is_last && !has_more {
            Ok(None)
        } else if next.number == page.number {
            Err(NoPosition::Overflow)
        } else {
            Ok(Some(next))
        }
    }

    fn predict(&self, position: &NumberedPage, expected: ExpectedElements) -> Option<NumberedPage> {
        // If `elements_before` is too large, only the predictions end too early: `next` computes it again for a received page.
        let (ExpectedElements::Steady(elements) | ExpectedElements::Varying(elements)) = expected;
        let elements_before = position.elements_before.map(|before| before.saturating_add(elements as u64));
        Some(NumberedPage { number: position.number.checked_add(1)?, elements_before })
    }

    fn is_same(&self, position: &NumberedPage, earlier: &NumberedPage) -> bool {
        position.number == earlier.number
    }

    fn is_past_total(&self, position: Option<&NumberedPage>, total: Total) -> bool {
        self.is_past(position.copied().unwrap_or(self.first_page()), total)
    }

    fn number(&self, position: Option<&NumberedPage>) -> Option<u64> {
        Some(self.number_at(position))
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        names.push(self.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&NumberedPage>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        encoder.write_number(self.name, self.number_at(position));
        if let Some(elements) = position.and_then(|page| page.elements_before) {
            encoder.write_number(crate::resume::ITEMS_BEFORE, elements);
        }
        Ok(())
    }

    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<NumberedPage>, StartingTokenError> {
        let number = decode_number(stored, self.name)?.filter(|number| *number != self.start);
        Ok(number.map(|number| NumberedPage { number, elements_before: stored.items_before }))
    }
}

#[cfg(test)]
mod tests;
