//! The check that most lists pass.

/// Checks a list: whole, and resumed after any number of items by a printed token. `$paginator` returns a paginator, and `$id`
/// the number of an item.
macro_rules! check {
    ($paginator:expr, $id:expr, $expected:expr) => {{
        let (paginator, expected) = ($paginator, $expected);
        let (items, error) = paginated_tests::fixture::read_all(paginator().items()).await;
        assert_eq!((items.iter().map($id).collect::<Vec<_>>(), error), (expected.to_vec(), None));
        for taken in 0..=expected.len() {
            let mut items = paginator().max_items(taken).items();
            let (mut found, _) = paginated_tests::fixture::read_all(&mut items).await;
            assert_eq!(found.len(), taken);
            if let Some(token) = items.resume_token() {
                let rest = paginator().starting_token(token.to_string()).items();
                found.extend(rest.try_collect::<Vec<_>>().await.unwrap());
            }
            assert_eq!(found.iter().map($id).collect::<Vec<_>>(), expected, "after {taken} items");
        }
    }};
}
pub(crate) use check;
