//! [`Description`]: where the values of each page and request are.

use alloc::vec::Vec;

use crate::continuation::{Continuation, NoPosition, PageContext, Total};
use crate::keys::{ItemCounts, ItemListKey, PageKeys};
#[cfg(feature = "resume")]
use crate::resume::{self, DecodedToken, Encoder, ResumeToken, StartingTokenError};
use crate::state::{EndOn, NextFacts, StopReason};

/// The description of a client method: where the values of each page and request are.
///
/// `K` is the [`Continuation`], and `L` the [`ItemListKey`].
pub(crate) struct Description<K: Continuation, L> {
    pub(crate) name: &'static str,
    pub(crate) continuation: K,
    pub(crate) keys: PageKeys<K::Page, L>,
    pub(crate) optional: OptionalKeys<K::Request, K::Page>,
}

/// The optional keys of a description, for requests `R` and pages `O`, and the option `end_on`. They add no type parameter to it.
pub(crate) struct OptionalKeys<R, O> {
    pub(crate) page_size: Option<PageSizeKey<R>>,
    /// The flag that says whether there is another page.
    pub(crate) more_results: Option<ValueReader<O, FlagValue>>,
    pub(crate) total: Option<TotalReader<O>>,
    /// The page number or offset that a response repeats.
    pub(crate) echo: Option<ValueReader<O, Option<u64>>>,
    pub(crate) required_containers: Option<RequiredContainers<O>>,
    /// Functions that reset the fields that only the request for the first page has. They return `None` if a container of
    /// the field is `None`: such a field needs no reset.
    pub(crate) first_page_only: Vec<fn(&mut R) -> Option<()>>,
    pub(crate) end_on: EndOn,
}

// Not derived, because neither `R` nor `O` needs to be `Default`.
impl<R, O> Default for OptionalKeys<R, O> {
    fn default() -> Self {
        Self {
            page_size: None,
            more_results: None,
            total: None,
            echo: None,
            required_containers: None,
            first_page_only: Vec::new(),
            end_on: EndOn::default(),
        }
    }
}

/// The key of the page size in a request.
pub(crate) struct PageSizeKey<R> {
    pub(crate) name: &'static str,
    /// Writes a page size. Returns `None` if it does not fit.
    pub(crate) write: fn(&mut R, u64) -> Option<()>,
    /// Reads the page size of the caller. Returns `None` if positions do not depend on the page size.
    pub(crate) read: fn(&mut R) -> Option<u64>,
}

/// The name of a key, and the function that reads its value from a page.
pub(crate) struct ValueReader<O, T> {
    pub(crate) name: &'static str,
    pub(crate) read: fn(&mut O) -> T,
}

/// The flag of a page.
#[derive(Clone, Copy, Debug)]
pub struct FlagValue {
    /// True if there is another page. `None` if the page does not have the flag.
    pub(crate) more_results: Option<bool>,
    /// True if the value is inferred from a container of the flag that is `None`.
    pub(crate) is_inferred: bool,
}

impl FlagValue {
    /// Negates a flag of the page that is true if there are no more pages. An inferred value is dropped,
    /// because it means that there are no more pages, and its negation would mean that there are.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::from(self.more_results.filter(|_| !self.is_inferred).map(|more_results| !more_results))
    }
}

impl From<Option<bool>> for FlagValue {
    fn from(more_results: Option<bool>) -> Self {
        Self { more_results, is_inferred: false }
    }
}

/// The function that reads the number of items or pages in the whole list from a page.
pub(crate) struct TotalReader<O> {
    pub(crate) read: fn(&mut O) -> Option<u64>,
    /// Creates the total from the number, which counts items or pages.
    pub(crate) new_total: fn(u64) -> Total,
}

/// The containers of the items in a page that must not be `None`: fields on the path to the items.
pub(crate) struct RequiredContainers<O> {
    /// The path of the containers.
    pub(crate) name: &'static str,
    /// Returns `None` if one of the containers is `None`. Such a response has no data about the list.
    pub(crate) find: fn(&mut O) -> Option<()>,
    /// Returns `false` if the page itself is `None`. A list whose first page is `None` is empty (HTTP status 204).
    pub(crate) is_page_present: fn(&mut O) -> bool,
}

/// The result of [`Description::read`]: what a page says about the list.
pub(crate) struct PageFacts<P> {
    /// The number of items in the page.
    pub(crate) items: usize,
    pub(crate) total: Option<Total>,
    pub(crate) next: NextFacts<P>,
}

/// The reason why a page is not yielded, with the name of a key.
pub(crate) enum RejectedPage {
    /// It is another page than the one that was requested.
    WrongPosition(&'static str),
    /// It lacks its items or the position of the next page.
    MissingData(&'static str),
}

impl<R, O, K: Continuation<Request = R, Page = O>, V, I, const HAS_ITEMS: bool>
    Description<K, ItemListKey<O, V, I, HAS_ITEMS>>
{
    /// Prepares a request for a page: resets the fields of `first_page_only`, and writes the position. Returns `false` if the
    /// request cannot hold it. `is_callers_own` is true if the request is the caller's own. A position other than `None` was
    /// then read from it, and is not written again: writing it could clear one of several tokens, because a token that cannot be
    /// read is `None` in the position.
    #[inline]
    pub(crate) fn write_position(&self, request: &mut R, position: Option<&K::Position>, is_callers_own: bool) -> bool {
        let Self { continuation, optional, .. } = self;
        if !optional.first_page_only.is_empty() && !continuation.is_first(position) {
            for reset in &optional.first_page_only {
                reset(request);
            }
        }
        if is_callers_own && position.is_some() {
            return true;
        }
        continuation.write(request, position)
    }

    /// Reads the page at `position`, without changing it. `last_total` is the size of the list as last reported.
    #[inline]
    pub(crate) fn read(
        &self,
        page: &mut O,
        position: Option<&K::Position>,
        last_total: Option<Total>,
    ) -> Result<PageFacts<K::Position>, RejectedPage> {
        let Self { continuation, keys, optional, .. } = self;
        let flag = optional.more_results.as_ref().map(|flag| (flag.read)(page));
        let has_only_carried_token = continuation.has_only_carried_token();
        // If neither the position nor the number of elements can end the list, an absent flag counts as false.
        let assumed_flag = || (has_only_carried_token && !optional.end_on.depends_on_elements()).then_some(false);
        let more_results = flag.and_then(|flag| flag.more_results.or_else(assumed_flag));
        let ItemCounts { items, elements } = keys.items.count(page);
        // A service that does not count the whole list, or fails, may report a total of 0 with a page.
        let may_be_empty = || elements == 0 && more_results != Some(true) && continuation.is_first(position);
        let is_plausible = |total: &u64| *total > 0 || may_be_empty();
        let read_total = |reader: &TotalReader<O>| (reader.read)(page).filter(is_plausible).map(reader.new_total);
        let total = optional.total.as_ref().and_then(read_total);
        if let Some(echo) = &optional.echo
            && (echo.read)(page).is_some_and(|number| continuation.number(position) != Some(number))
        {
            return Err(RejectedPage::WrongPosition(echo.name));
        }
        if let Some(name) = self.missing_containers(page, position, flag, total) {
            return Err(RejectedPage::MissingData(name));
        }
        let total = total.or(last_total);
        let context = PageContext { position, elements, total, more_results };
        let (next_position, stop_reason) = match continuation.next(page, context) {
            // The flag or `end_on` decides whether the list is over. If neither ends it here, a token is missing.
            Ok(None) if has_only_carried_token => (None, Some(StopReason::MissingToken)),
            Ok(next_position) => (next_position, None),
            Err(NoPosition::Overflow) => (None, Some(StopReason::PositionOverflow)),
            Err(NoPosition::Stuck) => return Err(RejectedPage::MissingData(self.position_name())),
        };
        let next = NextFacts { next_position, more_results, stop_reason, elements };
        Ok(PageFacts { items, total, next })
    }

    /// Returns the path of the required containers if one of them is `None`, unless the list is over. The path is `@` if the page
    /// itself is `None`. `flag` and `total` are those of this page: if an earlier total had been reached, the page would not
    /// have been requested, unless a flag overruled it.
    #[inline]
    fn missing_containers(
        &self,
        page: &mut O,
        position: Option<&K::Position>,
        flag: Option<FlagValue>,
        total: Option<Total>,
    ) -> Option<&'static str> {
        let Self { continuation, optional, .. } = self;
        let containers = optional.required_containers.as_ref()?;
        if (containers.find)(page).is_some() {
            return None;
        }
        // A list whose first response is `None` is empty. A flag outside of the containers says whether the list is over. If the
        // page does not have it, a total does, with page numbers and offsets.
        let is_page_present = (containers.is_page_present)(page);
        let is_empty_list = !is_page_present && continuation.is_first(position);
        let is_over = match flag.and_then(|flag| flag.more_results.filter(|_| !flag.is_inferred)) {
            Some(more_results) => !more_results,
            None => total.is_some_and(|total| continuation.is_past_total(position, total)),
        };
        (!is_empty_list && !is_over).then_some(if is_page_present { containers.name } else { "@" })
    }

    /// Returns the name of the key of the position, or of its first value.
    #[inline]
    pub(crate) fn position_name(&self) -> &'static str {
        let mut names = Vec::new();
        self.continuation.add_names(&mut names);
        names.first().copied().unwrap_or_default()
    }
}

#[cfg(feature = "resume")]
impl<K: Continuation, L> Description<K, L> {
    /// Reads a starting token. Returns the position, and the other values in the token.
    #[inline]
    pub(crate) fn decode(
        &self,
        token: &ResumeToken,
    ) -> Result<(Option<K::Position>, DecodedToken), StartingTokenError> {
        let mut names = Vec::new();
        self.continuation.add_names(&mut names);
        let page_size_key = self.optional.page_size.as_ref().filter(|_| K::DEPENDS_ON_PAGE_SIZE).map(|key| key.name);
        let mut stored = resume::decode(token, &names, page_size_key)?;
        if K::REFUSES_FOREIGN_TOKENS && stored.is_foreign {
            return Err(StartingTokenError::ForeignLink);
        }
        let position = self.continuation.decode(&mut stored)?;
        Ok((position, stored))
    }

    /// Writes a resume token for a list that resumes after the first `skip` items from `position` on.
    ///
    /// # Panics
    ///
    /// If the token cannot be serialized.
    pub(crate) fn encode(&self, position: Option<&K::Position>, skip: usize, page_size: Option<u64>) -> ResumeToken {
        let mut encoder = Encoder::new();
        if let Err(error) = self.continuation.encode(position, &mut encoder) {
            panic!("a token of `{}` cannot be serialized: {error}", self.name);
        }
        if let (true, Some(key), Some(page_size)) = (K::DEPENDS_ON_PAGE_SIZE, &self.optional.page_size, page_size) {
            encoder.write_number(key.name, page_size);
        }
        encoder.finish((skip > 0).then_some(skip as u64))
    }

    /// Returns a starting token as the resume token of a list whose first page was not received. A token that was created by
    /// `ResumeToken::service` is encoded, because its string form does not say so. If positions depend on the page size, every
    /// token is encoded, with the page size. A token of the first page, or one that cannot be decoded, is returned unchanged.
    pub(crate) fn as_resume_token(&self, token: &ResumeToken, page_size: Option<u64>) -> ResumeToken {
        match self.decode(token) {
            Ok((Some(position), stored)) if token.is_service() || K::DEPENDS_ON_PAGE_SIZE => {
                self.encode(Some(&position), stored.skip, stored.page_size.or(page_size))
            }
            _ => token.clone(),
        }
    }
}
