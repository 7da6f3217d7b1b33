//! Compile-fail programs and the errors that rustc reports for them.
//!
//! The errors are recorded with Rust 1.95. With another version, the tests that compile the programs are ignored.
//! `TRYBUILD=overwrite cargo test -p paginated-tests --test ui` records the errors again. Read each changed error before
//! you commit it.
//!
//! `trybuild` checks all programs in `ui` by a single `cargo check`, as long as none of them is expected to pass. With a
//! `pass` case, it builds all dependencies and then starts cargo once per program, which takes minutes.

#[path = "ui/recorded.rs"]
mod recorded;

#[rustversion::attr(not(stable(1.95)), ignore = "the errors are recorded with Rust 1.95")]
#[test]
fn errors_of_the_programs_are_the_recorded_ones() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

mod recorded_errors {
    use super::recorded::{Diagnostic, programs, public_traits, recorded_without_program};

    /// Programs with more than two errors, and the reason.
    const MORE_THAN_TWO_ERRORS: [(&str, &str); 9] = [
        ("follow_up_errors/incomplete_options", "contains seven mistakes"),
        ("follow_up_errors/no_such_result_key_in_an_alias", "rustc determines the item type again at each use"),
        ("follow_up_errors/page_is_an_enum", "rustc reports two missing fields"),
        ("follow_up_errors/page_is_not_derived", "rustc determines the item type again at each use"),
        ("follow_up_errors/returns_a_page", "rustc determines the item type again at each use"),
        ("options/several_mistakes", "contains four mistakes"),
        ("placement/on_a_closure", "rustc rejects attributes on expressions"),
        ("uses/common_method_names", "calls 190 methods"),
        ("uses/opaque_client_is_not_sync", "rustc checks the bounds of a method again at each use of its `impl Trait`"),
    ];

    /// Programs with errors that do not point at the mistake, and the reason.
    const IMPRECISE_SPANS: [(&str, &str); 1] = [("placement/on_a_closure", "rustc rejects attributes on expressions")];

    /// Programs whose first lines contain hidden names, and the reason.
    const HIDDEN_NAMES: [(&str, &str); 2] = [
        ("types/crate_is_not_the_runtime", "the expansion cannot be resolved"),
        ("uses/stream_ext_is_not_imported", "rustc prints the full type because `Iterator` has a method of this name"),
    ];

    /// Asserts that the listed programs, and no others, have a property.
    fn assert_listed(actual: impl Iterator<Item = String>, listed: &[(&str, &str)]) {
        let expected: Vec<_> = listed.iter().map(|(name, _)| *name).collect();
        assert_eq!(actual.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_recorded_error_has_a_program() {
        assert_eq!(recorded_without_program(), [""; 0]);
    }

    #[test]
    fn each_program_starts_with_a_description_of_the_mistake() {
        let programs = programs();
        assert!(programs.len() >= 400, "found {} programs", programs.len());
        for program in programs {
            let description = program.source.lines().next().unwrap_or_default();
            assert!(description.starts_with("// ") && description.ends_with('.'), "{}: {description}", program.name);
        }
    }

    #[test]
    fn a_mistake_causes_at_most_two_errors() {
        let many = programs().into_iter().filter(|program| program.errors.len() > 2);
        assert_listed(many.map(|program| program.name), &MORE_THAN_TWO_ERRORS);
    }

    #[test]
    fn an_error_points_at_the_mistake_and_not_at_the_whole_attribute() {
        let imprecise = programs().into_iter().filter(|program| {
            program.errors.iter().any(|error| program.marked_by(error).is_none_or(|code| code.starts_with("#[")))
        });
        assert_listed(imprecise.map(|program| program.name), &IMPRECISE_SPANS);
    }

    #[test]
    fn the_first_line_of_an_error_contains_no_hidden_name() {
        let hidden = programs()
            .into_iter()
            .filter(|program| program.errors.iter().any(|error| error.first_line().contains("__")));
        assert_listed(hidden.map(|program| program.name), &HIDDEN_NAMES);
    }

    #[test]
    fn rustc_proposes_no_trait_of_this_crate_for_a_method_of_the_users_type() {
        let mut traits = public_traits();
        assert!(traits.iter().any(|name| name == "ResultKey"), "{traits:?}");
        // Users may implement this one.
        traits.retain(|name| name != "ResultKey");
        let program = programs().into_iter().find(|program| program.name == "uses/common_method_names").unwrap();
        let lines = program.errors.iter().flat_map(Diagnostic::lines);
        let proposed = lines.filter(|line| line.contains("candidate #") || line.contains("which provides"));
        let ours = proposed.filter(|line| {
            let mut names = line.split(|char: char| !char.is_alphanumeric() && char != '_');
            names.any(|name| traits.iter().any(|ours| ours == name))
        });
        assert_eq!(ours.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn each_error_in_the_guide_is_recorded() {
        let guide = include_str!("../../runtime/src/guide/mistakes.rs");
        let listed: Vec<_> = guide.lines().filter_map(|line| line.strip_prefix("//! - ``")).collect();
        assert_eq!(listed.len(), 59);
        let programs = programs();
        let first_lines = programs.iter().flat_map(|program| &program.errors).map(Diagnostic::first_line);
        let recorded: Vec<_> = first_lines.filter_map(|line| line.split_once(": ")).map(|(_, error)| error).collect();
        let is_recorded =
            |entry: &str| entry.split_once("``").is_some_and(|(error, _)| recorded.contains(&error.trim()));
        let unrecorded = listed.into_iter().filter(|entry| !is_recorded(entry));
        assert_eq!(unrecorded.collect::<Vec<_>>(), [""; 0]);
    }
}
