//! The options in the README and in the documentation of the attribute.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use quote::format_ident;

use crate::attr::{PAGINATE, PAGINATED, REQUEST_KEYS, RESPONSE_KEYS, RESPONSE_LISTS, STYLES, key_option_names};
use crate::expand::section;
use crate::validate::belongs_to_style;

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap()
}

/// A section of a text in Markdown.
#[derive(Default)]
struct Section {
    prose: String,
    /// The examples, without their hidden lines.
    code: String,
}

/// Splits a text at its headings. The keys are the anchors of the headings.
fn sections(text: &str) -> BTreeMap<String, Section> {
    let mut sections: BTreeMap<String, Section> = BTreeMap::new();
    let mut anchor = String::new();
    let mut is_code = false;
    for line in text.lines() {
        let section = sections.entry(anchor.clone()).or_default();
        if line.starts_with("```") {
            is_code = !is_code;
        } else if !is_code && line.starts_with('#') {
            anchor = line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-");
        } else if !is_code {
            section.prose.extend([line, "\n"]);
        } else if !line.starts_with("# ") {
            section.code.extend([line, "\n"]);
        }
    }
    sections
}

/// Returns the sections of the documentation of `#[paginated]`.
fn attribute_sections() -> BTreeMap<String, Section> {
    let source = read("runtime/src/attribute.rs");
    let (docs, _) = source.split_once("pub use paginated_macros::paginated;").unwrap();
    let lines = docs.lines().filter_map(|line| line.strip_prefix("///"));
    let lines: Vec<_> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    sections(&lines.join("\n"))
}

/// Returns the first two cells of each row of the table in a section.
fn rows(section: &Section) -> impl Iterator<Item = (&str, &str)> {
    let cells = section.prose.lines().filter_map(|line| Some(line.strip_prefix("| ")?.split(" | ")));
    cells.filter_map(|mut cells| Some((cells.next()?, cells.next()?))).skip(1)
}

/// Returns the names in backticks, without their values.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    let code = cell.split('`').skip(1).step_by(2);
    code.filter_map(|code| code.split(" = ").next()).filter(|name| !name.starts_with('"'))
}

/// Returns the name of an option, and the section that its row in the documentation of the attribute links.
fn name_and_anchor(cell: &str) -> (&str, &str) {
    let (_, anchor) = cell.trim_end_matches(')').split_once("(#").unwrap();
    (names(cell).next().unwrap(), anchor)
}

#[test]
fn the_tables_list_the_options_and_nothing_else() {
    let listed = |section| rows(section).flat_map(|(cell, _)| names(cell)).map(str::to_owned).collect::<BTreeSet<_>>();
    let attribute_options = PAGINATED.names().map(str::to_owned).collect();
    let (readme, attribute) = (sections(&read("README.md")), attribute_sections());
    assert_eq!(listed(&attribute["options"]), attribute_options);
    let all_options = attribute_options.into_iter().chain(PAGINATE.names().map(str::to_owned)).collect();
    assert_eq!(listed(&readme["options"]), all_options);
}

#[test]
fn each_option_has_a_description_and_an_example_in_the_section_that_its_row_links() {
    let sections = attribute_sections();
    for (cell, _) in rows(&sections["options"]) {
        let (name, anchor) = name_and_anchor(cell);
        let Section { prose, code } = &sections[anchor];
        let is_described = prose.lines().any(|line| line.starts_with("- ") && line.contains(&format!("`{name}")));
        assert!(is_described, "`{name}` is not described in the section {anchor}");
        let mut rests = code.match_indices(name).map(|(index, _)| (&code[..index], &code[index + name.len()..]));
        let has_example = rests.any(|(before, after)| {
            before.ends_with(['(', ' ']) && [" = ", ",", ")"].iter().any(|next| after.starts_with(next))
        });
        assert!(has_example, "`{name}` has no example in the section {anchor}");
    }
}

#[test]
fn the_table_of_the_attribute_names_the_keys_in_the_request_and_in_the_response() {
    let sections = attribute_sections();
    let names_of = |value: &str| {
        let rows = rows(&sections["options"]).filter(|(_, cell)| cell.starts_with(value));
        rows.flat_map(|(cell, _)| names(cell)).collect::<BTreeSet<_>>()
    };
    assert_eq!(names_of("request key"), REQUEST_KEYS.iter().copied().collect());
    assert_eq!(names_of("response key"), RESPONSE_KEYS.into_iter().chain(RESPONSE_LISTS).collect());
}

#[test]
fn the_docs_of_a_generated_function_link_the_section_on_each_option_whose_value_is_a_key() {
    let sections = attribute_sections();
    let anchors: BTreeMap<_, _> = rows(&sections["options"]).map(|(cell, _)| name_and_anchor(cell)).collect();
    for name in key_option_names() {
        assert_eq!(section(name), anchors[name], "{name}");
    }
}

#[test]
fn the_section_on_defaults_names_each_option_that_the_style_of_a_method_replaces() {
    let Section { prose, .. } = &attribute_sections()["defaults-for-a-client"];
    let is_replaced = |name: &&str| !STYLES.contains(name) && belongs_to_style(&format_ident!("{name}"));
    let missing: Vec<_> =
        PAGINATED.names().filter(is_replaced).filter(|name| !prose.contains(&format!("`{name}`"))).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_section_on_closures_names_each_option_whose_value_is_a_key() {
    let Section { prose, .. } = &attribute_sections()["closures"];
    let missing: Vec<_> = key_option_names().filter(|name| !prose.contains(&format!("`{name}`"))).collect();
    assert_eq!(missing, [""; 0]);
}
