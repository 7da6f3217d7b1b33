//! A test of the GitHub example.

use paginated_examples::process::{run, text};

#[test]
fn every_style_lists_the_same_repositories() {
    let output = run("github", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let expected = "\
by page number: 95 repositories in 6 requests
by link, resumed after 47: 95 repositories in 6 requests
by GraphQL: 95 repositories in 5 requests
a link to another host: the link of the next page is on another host
an unknown cursor: invalid cursor
";
    assert_eq!(text(&output.stdout), expected);
}
