//! A service with ten items, which answers each way of paging.

use std::cell::Cell;

use paginated::Page;

use super::Contents;

#[derive(Debug)]
pub struct Failure;

/// The request of all lists.
#[derive(Clone, Debug)]
pub struct Input {
    pub token: Option<String>,
    pub handle: Option<String>,
    /// Counted from 1.
    pub page: Option<u32>,
    /// Counted from 0.
    pub index: i16,
    pub offset: Option<Box<u64>>,
    pub limit: Option<u32>,
    pub filter: Option<String>,
}

impl Default for Input {
    fn default() -> Self {
        let filter = Some("f".to_owned());
        Self { token: None, handle: None, page: None, index: 0, offset: None, limit: None, filter }
    }
}

/// The page of all lists. `T` is `u32`; it is a parameter for generic traits.
#[derive(Clone, Debug, Default, Page)]
pub struct Output<T = u32> {
    pub items: Vec<T>,
    /// The same items, in lists.
    pub groups: Option<Vec<Option<Group<T>>>>,
    pub page: Option<u32>,
    pub index: i16,
    pub offset: Option<Box<u64>>,
    pub total_items: i64,
    pub total_pages: Option<String>,
    pub is_last: bool,
    /// The token of the next page.
    pub next: Option<String>,
    /// The token of the next page, and at the end one of an empty page.
    pub cursor: String,
    /// The token of the next page, and at the end that of the request.
    pub repeated: String,
    pub handle: Option<String>,
}

#[derive(Clone, Debug, Page)]
pub struct Group<T> {
    pub members: Vec<T>,
}

impl Contents for Output<u32> {
    fn contents(self) -> Vec<u32> {
        let groups = self.groups.into_iter().flatten().flatten();
        let members: Vec<_> = groups.flat_map(|group| group.members).collect();
        // A list with the key `groups` trims and joins only these.
        if self.items.len() > members.len() || members.is_empty() { self.items } else { members }
    }
}

thread_local! {
    /// The number of requests until one fails.
    static FAILS_AFTER: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Makes the request with this number fail, counted from the next one.
pub fn fail_request(number: Option<usize>) {
    FAILS_AFTER.set(number);
}

/// Fails if this request is to fail.
pub fn may_fail() -> Result<(), Failure> {
    match FAILS_AFTER.get() {
        Some(0) => {
            FAILS_AFTER.set(None);
            Err(Failure)
        }
        number => {
            FAILS_AFTER.set(number.map(|number| number - 1));
            Ok(())
        }
    }
}

/// Returns the items of a page.
pub fn items<T: From<u32>>(start: u32, size: Option<u32>) -> Vec<T> {
    (start..10).take(size.unwrap_or(4) as usize).map(T::from).collect()
}

/// Returns the page for a request of a list of a style.
pub fn serve<T: From<u32> + Clone>(style: &str, input: &Input) -> Result<Output<T>, Failure> {
    may_fail()?;
    let size = input.limit.unwrap_or(4);
    let number = |token: &String| token.parse().expect("a token of this service");
    let start = match style {
        "page_number" | "page_count" => (input.page.expect("the first request has a page number") - 1) * size,
        "page_index" => u32::try_from(input.index).unwrap() * size,
        "offset" | "offset_closure" => u32::try_from(**input.offset.as_ref().expect("an offset")).unwrap(),
        _ => input.token.as_ref().map_or(0, number),
    };
    match style {
        "first_page_only" => assert_eq!(input.filter.is_some(), start == 0, "the filter belongs to the first request"),
        "carried" => assert_eq!(input.handle.is_some(), start > 0, "the handle belongs to the token"),
        "page_number" | "page_index" | "flag" => assert!(start < 10, "there is no such page"),
        _ => assert!(input.filter.is_some()),
    }
    let items: Vec<T> = items(start, Some(size));
    let end = start + u32::try_from(items.len()).unwrap();
    let is_last = start + size >= 10;
    let groups = items.chunks(2).flat_map(|members| [Some(Group { members: members.to_vec() }), None]);
    let mut output = Output {
        page: input.page,
        index: input.index,
        offset: input.offset.clone(),
        total_items: 10,
        total_pages: Some(10_u32.div_ceil(size).to_string()),
        is_last,
        next: (!is_last).then(|| end.to_string()),
        cursor: end.to_string(),
        repeated: if end == start { input.token.clone().unwrap_or_default() } else { end.to_string() },
        handle: (start < 4).then(|| "h".to_owned()),
        groups: None,
        items: Vec::new(),
    };
    match style {
        "projection" => output.groups = Some(groups.collect()),
        _ => output.items = items,
    }
    Ok(output)
}
