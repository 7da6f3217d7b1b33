//! Unfinished attributes. The method is unchanged and the generated function exists, so that its callers get no errors,
//! and editors can complete code.

use crate::{defaults, expand};

const METHOD: &str = "async fn list_sessions(&self, input: Input) -> Result<Output, Error>;";

/// Expands an unfinished attribute. Checks the first lines of the errors, and the signature of the generated function.
#[track_caller]
fn check(args: &str, errors: &[&str], signature: &str) {
    let item = METHOD.parse().unwrap();
    let output = expand::paginated(args.parse().expect(args), &item).to_string();
    let generated = output.strip_prefix(&item.to_string()).expect("the unchanged method");
    let texts = generated.split("compile_error ! {").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let first_lines: Vec<_> = texts.filter_map(|text| text.split("\\n").next()).collect();
    assert_eq!(first_lines, errors, "{args}");
    let generated = generated.replace(":: paginated :: __private :: ", "").replace(' ', "");
    assert!(generated.contains(&signature.replace(char::is_whitespace, "")), "{args}:\n{output}");
}

/// The signature with an invalid `result_key` or `item`, or with one that is not written yet: the item type contains an error, so
/// that the compiler reports no others.
const ITEMS: &str = "fnlist_sessions_paginator(&self, input: Input)
    -> Paginator<impl Operation<Output = Output, Item = [(); ::core::compile_error!{";

const NO_TOKEN: &str = "missing paging style for `list_sessions`";

#[test]
fn an_unfinished_first_option_is_reported() {
    check("", &[NO_TOKEN], ITEMS);
    check("i", &["unknown option `i`", NO_TOKEN], ITEMS);
    check("inp", &["unknown option `inp`"], ITEMS);
    check("input_token", &["`input_token` needs a value"], ITEMS);
}

#[test]
fn an_unfinished_first_value_is_reported() {
    check("input_token =", &["a value is missing after `input_token =`"], ITEMS);
    check("input_token = ,", &["a value is missing after `input_token =`"], ITEMS);
    check("input_token = \"\"", &["a key cannot be empty"], ITEMS);
    check("input_token = \"Metadata.\"", &["a name is missing at `.` in `Metadata.`"], ITEMS);
    check("input_token = []", &["a list of keys cannot be empty"], ITEMS);
    check("input_token = [\"\"]", &["a key cannot be empty"], ITEMS);
    check("input_token = metadata.", &["expected a value for `input_token`"], ITEMS);
}

#[test]
fn an_unfinished_next_option_is_reported() {
    let half = |rest: &str| format!("input_token = \"NextToken\" {rest}");
    check(&half("r"), &["expected `,` before `r`", "unknown option `r`"], ITEMS);
    check(&half(", r"), &["unknown option `r`"], ITEMS);
    check(&half(", result_key"), &["`result_key` needs a value"], ITEMS);
    check(&half(", result_key ="), &["a value is missing after `result_key =`"], ITEMS);
    check(&half(", result_key = \"\""), &["a key cannot be empty"], ITEMS);
    check(&half(", result_key = [\"Sessions\", ]"), &[], "Item = ItemOf<Output");
    check(&half(", result_key = \"Sessions\", item ="), &["a value is missing after `item =`"], ITEMS);
    check(&half(", result_key = \"Sessions\", item = Vec<"), &["expected a type after `item =`"], ITEMS);
    check(&half(", limit_key"), &["`limit_key` needs a value"], "+ HasPageSize");
    check(&half(", limit_key = \"\""), &["a key cannot be empty"], "+ HasPageSize");
    check(&half(", more_results ="), &["a value is missing after `more_results =`"], ITEMS);
    check(&half(", name = "), &["a value is missing after `name =`"], ITEMS);
    check(&half(", crate = "), &["a value is missing after `crate =`"], ITEMS);
}

#[test]
fn an_unfinished_body_is_kept() {
    let item = "async fn list(&self, input: Input) -> Result<Output, Error> { self.client. }".parse().unwrap();
    let output = expand::paginated("input_token = \"A\"".parse().unwrap(), &item).to_string();
    assert!(output.starts_with(&item.to_string()));
    assert!(output.contains("fn list_paginator") && !output.contains("compile_error"), "{output}");
}

#[test]
fn an_unfinished_body_is_kept_and_gets_defaults() {
    let item = "impl Client { #[paginated] fn list(&self, input: Input) -> Result<Output, Error> { self.client. } }";
    let output = defaults::expand(&"input_token = \"A\"".parse().unwrap(), &item.parse().unwrap()).unwrap();
    let expected = item.replace("#[paginated]", "#[paginated(input_token = \"A\",)]");
    assert_eq!(output.to_string(), expected.parse::<proc_macro2::TokenStream>().unwrap().to_string());
}

#[test]
fn an_unfinished_return_type_is_reported() {
    let item = "async fn list(&self, input: Input) -> io::Result<Output> +;".parse().unwrap();
    let output = expand::paginated("input_token = \"A\"".parse().unwrap(), &item).to_string();
    assert!(output.contains("is not a `Result`") && !output.contains("+ as"), "{output}");
    assert!(output.contains("fn list_paginator"), "{output}");
}
