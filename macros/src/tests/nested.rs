//! What is nested too deeply is an error: found by a fuzzer, for which it was the end of the stack.

use crate::{expand, page};

const ARGS: &str = r#"input_token = "NextToken", result_key = "Items""#;
const ITEM: &str = "async fn list(input: Input) -> Result<Output, Error> {}";
const TOO_DEEP: &str = "nested more than 128 levels deep";

/// `around` a type, so many times.
fn nested((before, after): (&str, &str), levels: usize) -> String {
    before.repeat(levels) + "u8" + &after.repeat(levels)
}

/// Ways to nest types; the last by two levels at once.
const WAYS: [(&str, &str); 6] =
    [("(", ")"), ("Vec<", ">"), ("&", ""), ("&'a mut ", ""), ("[", "]"), ("fn(u8) -> Box<", ">")];

/// What the macros write, where a type stands in each of the places that they read.
fn written(ty: &str) -> [String; 4] {
    let method = |args: &str, item: &str| expand::paginated(args.parse().unwrap(), &item.parse().unwrap()).to_string();
    [
        method(&format!("{ARGS}, item = {ty}"), ITEM),
        method(ARGS, &ITEM.replace("Input", ty)),
        method(ARGS, &ITEM.replace("Output", ty)),
        page::derive(&format!("struct Page {{ items: {ty} }}").parse().unwrap()).to_string(),
    ]
}

/// In a thread that has as much stack as the compiler's own.
fn as_in_the_compiler(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(test);
    thread.expect("a thread").join().expect("it passes");
}

#[test]
fn too_deeply_is_an_error() {
    for way in WAYS {
        for levels in [200, 1000] {
            for written in written(&nested(way, levels)) {
                assert!(written.contains(TOO_DEEP), "{way:?}");
            }
        }
    }
}

#[test]
fn as_deep_as_may_be_is_none() {
    as_in_the_compiler(|| {
        for way in WAYS {
            let levels = if way.0.contains("->") { 60 } else { 120 };
            for written in written(&nested(way, levels)) {
                assert!(!written.contains(TOO_DEEP), "{way:?}: {written}");
            }
        }
    });
    let many = format!("Both<{}>", vec!["fn(&Vec<u8>) -> Box<u8>"; 200].join(", "));
    for written in written(&many) {
        assert!(!written.contains(TOO_DEEP), "{written}");
    }
}

/// The `>` behind a bracket is not that of `=>`.
#[test]
fn many_fields_are_not_nested() {
    let fields = "field: Box<dyn Iterator<Item = ()>>, ".repeat(200);
    let written = page::derive(&format!("struct Page {{ {fields} }}").parse().unwrap()).to_string();
    assert!(!written.contains(TOO_DEEP), "{written}");
}

#[test]
fn the_body_may_be_as_deep_as_it_likes() {
    let item = ITEM.replace("{}", &format!("{{ {} }}", nested(("(", ")"), 1000)));
    let written = expand::paginated(ARGS.parse().unwrap(), &item.parse().unwrap()).to_string();
    assert!(!written.contains("compile_error"), "{written}");
}
