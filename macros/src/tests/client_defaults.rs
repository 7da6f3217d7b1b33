//! Defaults on a trait or an `impl` block.

use crate::defaults;

#[test]
fn the_style_of_a_method_replaces_all_default_options_that_need_a_style() {
    let style_options = r#"input_token = "a", output_token = "a", carried_token = "a", empty_token = "follow", token_with = a,
        page_number = "a", offset = "a", start = 1, echo = "a", next_link = "a", next_method = a"#;
    let others = r#"limit_key = "a", result_key = "a", total_items = "a", end_on = "empty_page", reversed"#;
    let method = "fn list(input: Input) -> Result<Output, Error>;";
    let args = format!("{style_options}, {others}").parse().unwrap();
    for style in [r#"input_token = "b""#, r#"page_number = "b""#, r#"offset = "b""#, r#"next_link = "b""#] {
        let item = format!("trait Client {{ #[paginated({style})] {method} }}").parse().unwrap();
        let expected = format!("trait Client {{ #[paginated({style}, {others},)] {method} }}");
        let expected: proc_macro2::TokenStream = expected.parse().unwrap();
        assert_eq!(defaults::expand(&args, &item).unwrap().to_string(), expected.to_string());
    }
}

#[test]
fn the_commas_in_a_type_do_not_separate_options() {
    let args = r#"item = Row<fn() -> Id, Columns = Names>, limit_key = "a""#.parse().unwrap();
    let method = "fn list(input: Input) -> Result<Output, Error>;";
    let item = format!("trait Client {{ #[paginated(item = User)] {method} }}").parse().unwrap();
    let expected = format!(r#"trait Client {{ #[paginated(item = User, limit_key = "a",)] {method} }}"#);
    let expected: proc_macro2::TokenStream = expected.parse().unwrap();
    assert_eq!(defaults::expand(&args, &item).unwrap().to_string(), expected.to_string());
}
