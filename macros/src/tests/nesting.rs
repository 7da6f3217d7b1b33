//! Deeply nested tokens, which could overflow the stack.

use crate::{defaults, derive_page, expand};

const ARGS: &str = r#"input_token = "NextToken", result_key = "Items""#;
const ITEM: &str = "async fn list(input: Input) -> Result<Output, Error> {}";
const TOO_DEEP: &str = "nested more than 128 levels deep";

/// Ways to nest a type.
const NESTINGS: [(&str, &str); 5] = [("(", ")"), ("Vec<", ">"), ("&", ""), ("[", "]"), ("fn(u8) -> Box<", ">")];

/// Expands a method and a page in which the type occurs.
fn expand_all(ty: &str) -> [String; 3] {
    let method = |args: &str, item: &str| expand::paginated(args.parse().unwrap(), &item.parse().unwrap()).to_string();
    [
        method(&format!("{ARGS}, item = {ty}"), ITEM),
        method(ARGS, &ITEM.replace("Input", ty)),
        derive_page::derive(&format!("struct Page {{ items: {ty} }}").parse().unwrap()).to_string(),
    ]
}

#[test]
fn deep_nesting_is_rejected() {
    for (before, after) in NESTINGS {
        for output in expand_all(&(before.repeat(1_000) + "u8" + &after.repeat(1_000))) {
            assert!(output.contains(TOO_DEEP), "{before}");
        }
    }
}

#[test]
fn many_types_next_to_each_other_are_accepted() {
    let list = vec!["fn(&Vec<u8>) -> Box<dyn Iterator<Item = &u8>>"; 200].join(", ");
    for output in expand_all(&format!("Tuple<{list}>")) {
        assert!(!output.contains(TOO_DEEP), "{output}");
    }
}

#[test]
fn the_body_can_be_nested_deeply() {
    let item = ITEM.replace("{}", &format!("{{ {}{} }}", "(".repeat(1_000), ")".repeat(1_000)));
    let output = expand::paginated(ARGS.parse().unwrap(), &item.parse().unwrap()).to_string();
    assert!(!output.contains("compile_error"), "{output}");
}

/// Adds defaults to a trait or an `impl` block.
fn add_defaults(item: &str) -> String {
    defaults::expand(&ARGS.parse().unwrap(), &item.parse().unwrap()).unwrap().to_string()
}

#[test]
fn deep_nesting_in_the_header_of_an_impl_with_defaults_is_rejected() {
    for (before, after) in NESTINGS {
        let ty = before.repeat(1_000) + "u8" + &after.repeat(1_000);
        let output = add_defaults(&format!("impl Client<{ty}> {{ #[paginated] {ITEM} }}"));
        assert!(output.contains(TOO_DEEP), "{before}");
    }
}

#[test]
fn the_items_of_a_trait_or_impl_with_defaults_can_be_nested_deeply() {
    for (before, after) in NESTINGS {
        let nested = before.repeat(1_000) + "u8" + &after.repeat(1_000);
        let method = format!("#[paginated] async fn list(input: Input) -> Result<Output, Error> {{ {nested} }}");
        for header in ["trait Client", "impl Client"] {
            let output = add_defaults(&format!("{header} {{ type Nested = {nested}; {method} }}"));
            assert!(!output.contains("compile_error"), "{before}");
            assert!(output.contains("NextToken"), "{before}");
        }
    }
}
