//! While the attribute is typed, the method stays as it is, and its paginator is there: what calls it has no error, and an
//! editor goes on completing it.

use crate::expand;

const METHOD: &str = "async fn list_sessions(&self, input: Input) -> Result<Output, Error>;";

/// Expands half of an attribute. What comes out is the method, errors whose texts are these, and a paginator of this
/// signature.
#[track_caller]
fn check(args: &str, errors: &[&str], signature: &str) {
    let item = METHOD.parse().unwrap();
    let output = expand::paginated(args.parse().expect(args), &item).to_string();
    let beside = output.strip_prefix(&item.to_string()).expect("the method as it was");
    let texts = beside.split("compile_error ! {").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let first_lines: Vec<_> = texts.filter_map(|text| text.split("\\n").next()).collect();
    assert_eq!(first_lines, errors, "{args}");
    let beside = beside.replace(":: paginated :: __private :: ", "").replace(' ', "");
    assert!(beside.contains(&signature.replace(char::is_whitespace, "")), "{args}:\n{output}");
}

/// The signature where nothing is known of the items yet.
const PAGES: &str = "fnlist_sessions_paginator(&self, input: Input)
    -> Paginator<impl Operation<Output = Output, Item = NoItems, Error = Error, Keys = (WithoutItems, WithoutLimitKey)>>";

/// Where the items are named, and not told: their type is an error itself, of which the compiler says nothing more.
const ITEMS: &str = "fnlist_sessions_paginator(&self, input: Input)
    -> Paginator<impl Operation<Output = Output, Item = [(); ::core::compile_error!{";

const NO_TOKEN: &str = "`list_sessions` is paginated without an `input_token`";

#[test]
fn the_first_word() {
    check("", &[NO_TOKEN], PAGES);
    check("i", &["unknown option `i`", NO_TOKEN], PAGES);
    check("inp", &["unknown option `inp`"], PAGES);
    check("input_token", &["`input_token` needs a value"], PAGES);
}

#[test]
fn the_first_value() {
    check("input_token =", &["a value is missing after `input_token =`"], PAGES);
    check("input_token = ,", &["a value is missing after `input_token =`"], PAGES);
    check("input_token = \"\"", &["a key cannot be empty"], PAGES);
    check("input_token = \"Metadata.\"", &["a name is missing after `.` in `Metadata.`"], PAGES);
    check("input_token = []", &["a list of keys cannot be empty"], PAGES);
    check("input_token = [\"\"]", &["a key cannot be empty"], PAGES);
    check("input_token = metadata.", &["expected a value for `input_token`"], PAGES);
}

#[test]
fn the_next_word() {
    let half = |rest: &str| format!("input_token = \"NextToken\" {rest}");
    check(&half("r"), &["expected a `,` before `r`", "unknown option `r`"], PAGES);
    check(&half(", r"), &["unknown option `r`"], PAGES);
    check(&half(", result_key"), &["`result_key` needs a value"], ITEMS);
    check(&half(", result_key ="), &["a value is missing after `result_key =`"], ITEMS);
    check(&half(", result_key = \"\""), &["a key cannot be empty"], ITEMS);
    check(&half(", result_key = [\"Sessions\", ]"), &[], "Item = ItemOf<Output");
    check(&half(", result_key = \"Sessions\", item ="), &["a value is missing after `item =`"], ITEMS);
    check(&half(", result_key = \"Sessions\", item = Vec<"), &["expected a type after `item =`"], ITEMS);
    check(&half(", limit_key"), &["`limit_key` needs a value"], "Keys = (WithoutItems, WithLimitKey)");
    check(&half(", limit_key = \"\""), &["a key cannot be empty"], "Keys = (WithoutItems, WithLimitKey)");
    check(&half(", more_results ="), &["a value is missing after `more_results =`"], PAGES);
    check(&half(", name = "), &["a value is missing after `name =`"], PAGES);
    check(&half(", crate = "), &["a value is missing after `crate =`"], PAGES);
}

/// The body may be half-written too: it is kept as it is, whatever it is.
#[test]
fn the_body() {
    let item = "async fn list(&self, input: Input) -> Result<Output, Error> { self.client. }".parse().unwrap();
    let output = expand::paginated("input_token = \"A\"".parse().unwrap(), &item).to_string();
    assert!(output.starts_with(&item.to_string()));
    assert!(output.contains("fn list_paginator") && !output.contains("compile_error"), "{output}");
}

/// So may be the type that the method gives.
#[test]
fn the_return_type() {
    let item = "async fn list(&self, input: Input) -> io::Result<Output> +;".parse().unwrap();
    let output = expand::paginated("input_token = \"A\"".parse().unwrap(), &item).to_string();
    assert!(output.contains("is not a `Result`") && !output.contains("+ as"), "{output}");
    assert!(output.contains("fn list_paginator"), "{output}");
}
