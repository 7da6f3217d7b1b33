//! Tokens that are keys of items.

use paginated::{Page, paginated};
use paginated_tests::fixture::read_all;

/// Returns the first two keys after a key, in the order of the service.
fn page_after<K: PartialEq + Clone>(keys: &[K], after: Option<&K>) -> Vec<K> {
    let start = after.map_or(0, |after| 1 + keys.iter().position(|key| key == after).expect("a key of this service"));
    keys[start..].iter().take(2).cloned().collect()
}

#[derive(Clone, Debug, PartialEq)]
struct Row<K> {
    id: K,
}

#[derive(Page)]
struct Rows<K> {
    rows: Vec<Row<K>>,
}

/// Reads a list whose token is the key of the last row. Returns the keys in the order of the service, and also if each
/// listing is resumed after one item.
macro_rules! read_keys {
    ($key:ty, $keys:expr, $first:expr) => {{
        #[derive(Clone)]
        struct Input {
            after: Option<$key>,
            keys: Vec<$key>,
        }

        #[paginated(input_token = "after", output_token = "rows[-1].id", result_key = "rows")]
        async fn list(input: Input) -> Result<Rows<$key>, u8> {
            let ids = page_after(&input.keys, input.after.as_ref());
            Ok(Rows { rows: ids.into_iter().map(|id| Row { id }).collect() })
        }

        let input = Input { after: $first, keys: $keys };
        let (rows, error) = read_all(list_paginator(input.clone()).items()).await;
        assert_eq!(error, None);
        let mut resumed = Vec::new();
        let mut items = list_paginator(input.clone()).items();
        while let Some(row) = items.next().await {
            resumed.push(row.unwrap());
            let token = items.resume_token().unwrap().to_string();
            items = list_paginator(input.clone()).starting_token(token).items();
        }
        assert_eq!(rows, resumed);
        rows.into_iter().map(|row| row.id).collect::<Vec<$key>>()
    }};
}

/// A keyset list of numbers ended at the key 0, which was taken for an empty token: the same kind as indigo PR 978.
#[tokio::test]
async fn a_key_of_zero_in_the_middle_of_a_list_is_not_the_end() {
    assert_eq!(read_keys!(i64, (-3..=3).collect(), None), [-3, -2, -1, 0, 1, 2, 3]);
    assert_eq!(read_keys!(i64, (-3..=3).collect(), Some(-2)), [-1, 0, 1, 2, 3]);
}

#[tokio::test]
async fn a_key_that_is_an_empty_string_or_list_or_false_is_not_the_end() {
    let names = || ["a", "", "b", "c"].map(str::to_owned).to_vec();
    assert_eq!(read_keys!(String, names(), None), names());
    let paths = || vec![vec![0], vec![], vec![1]];
    assert_eq!(read_keys!(Vec<u8>, paths(), None), paths());
    assert_eq!(read_keys!(bool, vec![true, false], None), [true, false]);
}

/// The cursor 0 means "from the very first", and no cursor means "the newest": indigo PR 978, tonapi PR 21.
#[tokio::test]
async fn a_key_of_zero_in_the_first_request_is_sent() {
    assert_eq!(read_keys!(u64, (0..=5).collect(), Some(0)), [1, 2, 3, 4, 5]);
    assert_eq!(read_keys!(String, vec![String::new(), "a".to_owned()], Some(String::new())), ["a"]);
    assert_eq!(read_keys!(Vec<u8>, vec![vec![], vec![1]], Some(Vec::new())), [[1]]);
    assert_eq!(read_keys!(bool, vec![false, true], Some(false)), [true]);

    #[derive(Clone, Default)]
    struct Input {
        after: Option<u64>,
    }

    #[paginated(input_token = "after", output_token = "rows[-1].id", result_key = "rows")]
    async fn messages(input: Input) -> Result<Rows<u64>, u8> {
        let ids: Vec<u64> = match input.after {
            Some(after) => (after + 1..=5).take(2).collect(),
            None => vec![4, 5],
        };
        Ok(Rows { rows: ids.into_iter().map(|id| Row { id }).collect() })
    }

    let ids = |rows: Vec<Row<u64>>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let rows = messages_paginator(Input { after: Some(0) }).items().try_collect().await.unwrap();
    assert_eq!(ids(rows), [1, 2, 3, 4, 5]);
    let rows = messages_paginator(Input::default()).starting_token("0").items().try_collect().await.unwrap();
    assert_eq!(ids(rows), [1, 2, 3, 4, 5]);
    let rows = messages_paginator(Input::default()).items().try_collect().await.unwrap();
    assert_eq!(ids(rows), [4, 5]);
}

#[tokio::test]
async fn one_part_of_a_composite_key_can_be_zero_or_empty() {
    #[derive(Clone, Default)]
    struct Input {
        score: Option<i32>,
        name: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Entry {
        score: i32,
        name: String,
    }

    #[derive(Page)]
    struct Output {
        entries: Vec<Entry>,
    }

    #[paginated(
        input_token = ["score", "name"],
        output_token = ["entries[-1].score", "entries[-1].name"],
        result_key = "entries"
    )]
    async fn ranking(input: Input) -> Result<Output, u8> {
        let keys: Vec<_> = [(-1, "a"), (-1, "b"), (0, ""), (0, "a"), (0, "b"), (1, "")]
            .map(|(score, name)| (score, name.to_owned()))
            .into();
        assert_eq!(input.score.is_some(), input.name.is_some(), "both parts are sent");
        let after = input.score.zip(input.name);
        let keys = keys.into_iter().filter(|key| after.as_ref().is_none_or(|after| key > after)).take(1);
        Ok(Output { entries: keys.map(|(score, name)| Entry { score, name }).collect() })
    }

    let (entries, error) = read_all(ranking_paginator(Input::default()).items()).await;
    assert_eq!(error, None);
    let keys: Vec<_> = entries.iter().map(|entry| (entry.score, entry.name.as_str())).collect();
    assert_eq!(keys, [(-1, "a"), (-1, "b"), (0, ""), (0, "a"), (0, "b"), (1, "")]);
}
