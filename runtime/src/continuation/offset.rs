//! `offset`: elements are numbered, and each page starts after the elements received so far.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{Continuation, NoPosition, PageContext, Total};
use crate::state::ExpectedElements;
#[cfg(feature = "resume")]
use {
    super::decode_number,
    crate::resume::{DecodedToken, Encoder, StartingTokenError},
};

/// The paging style of an operation with offsets.
pub struct Offset<R, O> {
    /// The name of the key, as the attribute has it, or of the option if the key is a closure.
    pub(crate) name: &'static str,
    /// The offset of the first element.
    pub(crate) start: u64,
    /// Reads the number of the caller; `None` if it is absent or cannot be read.
    pub(crate) read: fn(&mut R) -> Option<u64>,
    /// Writes a number; `None` if it does not fit.
    pub(crate) write: fn(&mut R, u64) -> Option<()>,
    pub(crate) page_type: PhantomData<fn(O)>,
}

/// The list ends at an empty page, because the next offset would be the same, and when the total is reached. While the flag
/// `more_results` is true, the total does not end it, and an empty page is an error.
impl<R, O> Continuation for Offset<R, O> {
    type Request = R;
    type Page = O;
    /// An offset other than `start`.
    type Position = u64;

    const IS_PREDICTABLE: bool = true;

    fn initial(&self, request: &mut R) -> Option<u64> {
        (self.read)(request).filter(|offset| *offset != self.start)
    }

    fn write(&self, request: &mut R, offset: Option<&u64>) -> bool {
        (self.write)(request, *offset.unwrap_or(&self.start)).is_some()
    }

    fn next(&self, _: &mut O, context: PageContext<'_, u64>) -> Result<Option<u64>, NoPosition> {
        let next = context.position.unwrap_or(&self.start).checked_add(context.elements as u64);
        let has_more = context.more_results == Some(true);
        let is_past = |total| self.is_past_total(Some(&next.unwrap_or(u64::MAX)), total);
        match (context.elements, next) {
            (0, _) if has_more => Err(NoPosition::Stuck),
            (0, _) => Ok(None),
            _ if !has_more && context.total.is_some_and(is_past) => Ok(None),
            (_, Some(next)) => Ok(Some(next)),
            (_, None) => Err(NoPosition::Overflow),
        }
    }

    fn predict(&self, position: &u64, expected: ExpectedElements) -> Option<u64> {
        match expected {
            ExpectedElements::Steady(elements) => position.checked_add(elements as u64).filter(|next| next != position),
            ExpectedElements::Varying(_) => None,
        }
    }

    fn is_same(&self, position: &u64, earlier: &u64) -> bool {
        position == earlier
    }

    fn is_past_total(&self, position: Option<&u64>, total: Total) -> bool {
        matches!(total, Total::Items(total) if position.unwrap_or(&self.start).saturating_sub(self.start) >= total)
    }

    fn number(&self, position: Option<&u64>) -> Option<u64> {
        Some(*position.unwrap_or(&self.start))
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        names.push(self.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&u64>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        encoder.write_number(self.name, *position.unwrap_or(&self.start));
        Ok(())
    }

    #[cfg(feature = "resume")]
    fn decode(&self, stored: &mut DecodedToken) -> Result<Option<u64>, StartingTokenError> {
        Ok(decode_number(stored, self.name)?.filter(|offset| *offset != self.start))
    }
}

#[cfg(test)]
mod tests;
