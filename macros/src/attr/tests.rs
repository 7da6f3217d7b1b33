//! The table of options.

use proc_macro2::TokenStream;

use super::options::{OPTIONS, OptionSpec};
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
