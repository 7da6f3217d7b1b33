//! More reports of lists with tokens: tokens with several parts, without a value, and made of items.

use std::collections::BTreeMap;

use paginated::{Page, paginated};
use paginated_tests::fixture::read_all;

use crate::checks::check;

/// The place in the list has three parts, and the third is mostly absent. Clients that looked at it alone stopped after one page,
/// clients that left it out got a record twice: aws-sdk-net#852, boto3#1409, boto PR 2542.
mod three_tokens {
    use super::*;

    type Key = (&'static str, &'static str, Option<&'static str>);

    const RECORDS: [Key; 7] = [
        ("a.example", "A", None),
        ("b.example", "A", Some("primary")),
        ("b.example", "A", Some("secondary")),
        ("b.example", "A", Some("tertiary")),
        ("b.example", "MX", None),
        ("c.example", "A", None),
        ("c.example", "TXT", None),
    ];

    #[derive(Clone, Default)]
    struct ListRecords {
        start_record_name: Option<String>,
        start_record_type: Option<String>,
        start_record_identifier: Option<String>,
        max_items: Option<u32>,
    }

    #[derive(Page)]
    struct Records {
        resource_record_sets: Vec<Key>,
        is_truncated: bool,
        next_record_name: Option<String>,
        next_record_type: Option<String>,
        next_record_identifier: Option<String>,
    }

    #[paginated(
        input_token = ["StartRecordName", "StartRecordType", "StartRecordIdentifier"],
        output_token = ["NextRecordName", "NextRecordType", "NextRecordIdentifier"],
        more_results = "IsTruncated",
        limit_key = "MaxItems",
        result_key = "ResourceRecordSets"
    )]
    async fn list_records(request: ListRecords) -> Result<Records, &'static str> {
        let starts_at = |(name, kind, identifier): &Key| {
            request.start_record_name.as_deref().is_none_or(|start| start == *name)
                && request.start_record_type.as_deref().is_none_or(|start| start == *kind)
                && request.start_record_identifier.as_deref().is_none_or(|start| Some(start) == *identifier)
        };
        let start = RECORDS.iter().position(starts_at).ok_or("an identifier that was not cleared")?;
        let end = (start + request.max_items.unwrap_or(2) as usize).min(RECORDS.len());
        let next = RECORDS.get(end);
        Ok(Records {
            resource_record_sets: RECORDS[start..end].to_vec(),
            is_truncated: next.is_some(),
            next_record_name: next.map(|next| next.0.to_owned()),
            next_record_type: next.map(|next| next.1.to_owned()),
            next_record_identifier: next.and_then(|next| next.2).map(str::to_owned),
        })
    }

    #[tokio::test]
    async fn a_part_of_the_place_that_is_absent_is_cleared_and_not_the_end() {
        for size in 1..=RECORDS.len() {
            check!(|| list_records_paginator(ListRecords::default()).page_size(size), |record| *record, RECORDS);
        }
    }
}

/// A truncated page has no marker unless a delimiter was sent; the marker is the last key then: boto3#2941, aws-sdk-go#152,
/// aws-sdk-java-v2#2350.
mod markers {
    use super::*;

    const KEYS: [&str; 6] = ["a.txt", "d/1.txt", "d/2.txt", "d/3.txt", "y.txt", "z.txt"];

    #[derive(Clone, Default)]
    struct ListObjects {
        marker: Option<String>,
        delimiter: Option<char>,
    }

    #[derive(Debug, PartialEq)]
    struct Object {
        key: String,
    }

    #[derive(Page)]
    struct Objects {
        contents: Vec<Object>,
        common_prefixes: Vec<String>,
        is_truncated: bool,
        next_marker: Option<String>,
    }

    #[paginated(
        input_token = "Marker",
        output_token = "NextMarker || Contents[-1].Key",
        more_results = "IsTruncated",
        result_key = ["Contents", "CommonPrefixes"]
    )]
    async fn list_objects(request: ListObjects) -> Result<Objects, u8> {
        let mut names: Vec<_> = KEYS.iter().map(|key| shortened(key, request.delimiter)).collect();
        names.dedup();
        names.retain(|name| request.marker.as_ref().is_none_or(|marker| name > marker));
        let is_truncated = names.len() > 2;
        names.truncate(2);
        let next_marker = (is_truncated && request.delimiter.is_some()).then(|| names[1].clone());
        let (common_prefixes, keys): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.ends_with('/'));
        let contents = keys.into_iter().map(|key| Object { key }).collect();
        Ok(Objects { contents, common_prefixes, is_truncated, next_marker })
    }

    /// Returns the part of a key up to the delimiter.
    fn shortened(key: &str, delimiter: Option<char>) -> String {
        let end = delimiter.and_then(|delimiter| key.find(delimiter));
        key[..end.map_or(key.len(), |end| end + 1)].to_owned()
    }

    #[tokio::test]
    async fn the_last_key_is_the_marker_if_there_is_none() {
        check!(
            || list_objects_paginator(ListObjects::default()),
            |object: &Object| object.key.clone(),
            KEYS.map(str::to_owned)
        );
    }

    #[tokio::test]
    async fn the_marker_is_preferred_to_the_last_key() {
        let request = || ListObjects { marker: None, delimiter: Some('/') };
        let keys = ["a.txt", "y.txt", "z.txt"];
        check!(|| list_objects_paginator(request()), |object: &Object| object.key.clone(), keys.map(str::to_owned));
        let full = list_objects_paginator(request()).full_result().await.unwrap().output;
        assert_eq!(full.common_prefixes, ["d/"]);
    }
}

/// A filter is applied to a page after it was read.
mod filtered_scans {
    use super::*;

    type Key = BTreeMap<&'static str, u32>;

    #[derive(Clone, Default)]
    struct Scan {
        exclusive_start_key: Option<BTreeMap<String, u32>>,
        limit: Option<u32>,
        /// True if the response to the last page has an empty key.
        empty_key: bool,
    }

    #[derive(Page)]
    struct Scanned {
        items: Vec<u32>,
        last_evaluated_key: Option<BTreeMap<String, u32>>,
    }

    #[paginated(
        input_token = "ExclusiveStartKey",
        output_token = "LastEvaluatedKey",
        limit_key = "Limit",
        result_key = "Items"
    )]
    async fn scan(request: Scan) -> Result<Scanned, &'static str> {
        let start = match &request.exclusive_start_key {
            None => 0,
            Some(key) => *key.get("id").ok_or("a key without attributes")?,
        };
        let limit = request.limit.unwrap_or(3);
        let end = (start + limit).min(14);
        // The service does not look ahead: a page that is full has a key.
        let key = Key::from([("id", end)]);
        let key = (end - start == limit).then(|| key.into_iter().map(|(name, id)| (name.to_owned(), id)).collect());
        let items = (start + 1..=end).filter(|id| *id < 4 || *id > 9).collect();
        Ok(Scanned { items, last_evaluated_key: key.or(request.empty_key.then(BTreeMap::new)) })
    }

    const ALL: [u32; 8] = [1, 2, 3, 10, 11, 12, 13, 14];

    /// The list ended at the first page whose items were all filtered out: amazonka#340, dynamodb-paginator PR 6.
    #[tokio::test]
    async fn a_page_without_items_but_with_a_key_is_not_the_end() {
        for size in 1..=15 {
            check!(|| scan_paginator(Scan::default()).page_size(size), |id| *id, ALL);
        }
        let pages = scan_paginator(Scan::default()).pages().try_collect::<Vec<_>>().await.unwrap();
        assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [3, 0, 0, 3, 2]);
    }

    /// A map without attributes was sent as a key, and the list started again: PynamoDB PR 1307.
    #[tokio::test]
    async fn an_empty_key_is_the_end() {
        for size in [1, 3, 4, 5, 15] {
            let request = || Scan { empty_key: true, ..Scan::default() };
            check!(|| scan_paginator(request()).page_size(size), |id| *id, ALL);
        }
    }

    /// The key after a limited list was the one of the last page, and not of the last item that was returned: guregu/dynamo#186,
    /// PynamoDB#406.
    #[tokio::test]
    async fn a_list_resumes_after_the_last_item_that_a_limit_allowed() {
        for limit in 1..=ALL.len() {
            for size in [2, 3, 5] {
                let (mut all, mut token) = (Vec::new(), None::<String>);
                loop {
                    let mut paginator = scan_paginator(Scan::default()).page_size(size).max_items(limit);
                    if let Some(token) = token {
                        paginator = paginator.starting_token(token);
                    }
                    let mut items = paginator.items();
                    let (part, error) = read_all(&mut items).await;
                    assert!(part.len() <= limit);
                    assert_eq!(error, None);
                    all.extend(part);
                    token = items.resume_token().map(|token| token.to_string());
                    if token.is_none() {
                        break;
                    }
                }
                assert_eq!(all, ALL, "{limit} items at a time, {size} on a page");
            }
        }
    }
}

/// The parameter `max_id` is inclusive, so the last post of a page came again; paging by `since_id` never ended: tweepy#410,
/// twython#325.
#[tokio::test]
async fn a_closure_makes_an_inclusive_boundary_exclusive() {
    #[paginated(
        input_token = max_id,
        output_token = |page| page.last().and_then(|id| id.checked_sub(1)),
        limit_key = count,
        result_key = "@"
    )]
    async fn timeline(since_id: Option<u64>, max_id: Option<u64>, count: Option<u32>) -> Result<Vec<u64>, u8> {
        let posts = [11, 8, 7, 6, 4, 3, 1, 0].into_iter();
        let posts = posts.filter(|id| max_id.is_none_or(|max_id| *id <= max_id));
        let posts = posts.filter(|id| since_id.is_none_or(|since_id| *id > since_id));
        Ok(posts.take(count.unwrap_or(2) as usize).collect())
    }

    for size in 1..=9 {
        check!(|| timeline_paginator(None, None, None).page_size(size), |id| *id, [11, 8, 7, 6, 4, 3, 1, 0]);
        check!(|| timeline_paginator(Some(4), None, None).page_size(size), |id| *id, [11, 8, 7, 6]);
    }
}
