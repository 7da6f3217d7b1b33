//! The table of options.

use proc_macro2::TokenStream;

use super::options::{OPTIONS, OptionSpec};
use super::suggest::suggestion;
use super::{PAGINATE, PAGINATED, parse};

#[test]
fn every_option_accepts_its_example() {
    for option_macro in [PAGINATED, PAGINATE] {
        let examples: Vec<_> = option_macro.options().map(OptionSpec::usage).collect();
        let mut errors = Vec::new();
        let options = parse(&option_macro, examples.join(", ").parse::<TokenStream>().unwrap(), &mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        assert!(options.input_token.value().is_some() && options.crate_path.value().is_some());
    }
}

#[test]
fn a_wrong_name_belongs_to_one_option_and_is_not_an_option() {
    let wrong_names: Vec<_> = OPTIONS.iter().flat_map(OptionSpec::wrong_names).collect();
    for name in &wrong_names {
        assert_eq!(wrong_names.iter().filter(|other| *other == name).count(), 1, "{name}");
        assert!(OPTIONS.iter().all(|spec| spec.name != *name), "{name}");
    }
}

#[test]
fn the_names_that_services_use_belong_to_the_option_with_that_meaning() {
    let names = [
        ("cursor", "input_token"),
        ("after", "input_token"),
        ("inputToken", "input_token"),
        ("ContinuationToken", "input_token"),
        ("starting_after", "input_token"),
        ("next_cursor", "output_token"),
        ("nextPageToken", "output_token"),
        ("end_cursor", "output_token"),
        ("pageInfo", "output_token"),
        ("NextMarker", "output_token"),
        ("first", "limit_key"),
        ("MaxKeys", "limit_key"),
        ("pageSize", "limit_key"),
        ("hasMore", "more_results"),
        ("has_next_page", "more_results"),
        ("startAt", "offset"),
        ("totalCount", "total_items"),
        ("nbPages", "total_pages"),
        ("next_url", "next_link"),
    ];
    for (name, option) in names {
        assert_eq!(suggestion(name, &PAGINATED).map(|spec| spec.name), Some(option), "{name}");
    }
    for name in ["sort", "filter"] {
        assert!(suggestion(name, &PAGINATED).is_none(), "{name}");
    }
}
