//! What is generated for the README's method: as it is, and as the README shows it.

use std::fs;

use expect_test::expect_file;
use proc_macro2::TokenStream;
use quote::quote;

use crate::{expand, names, page};

/// The trait method of the README's first program.
fn paginator() -> TokenStream {
    let args = quote!(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions");
    let method = quote! {
        async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, std::io::Error>;
    };
    expand::paginated(args, &method)
}

/// Its output.
fn output() -> TokenStream {
    page::derive(&quote! {
        #[derive(Page)]
        pub struct DescribeSessionsOutput { pub sessions: Vec<Session>, pub next_token: Option<String> }
    })
}

#[test]
fn it_is_the_recorded_one() {
    let method = paginator();
    let method = prettyplease::unparse(&syn::parse_quote!(pub trait AppStream { #method }));
    assert!(method.lines().count() <= 61, "a person would write less:\n{method}");
    expect_file!["../../testdata/paginator.rs"].assert_eq(&method);
    let page = syn::parse2(output()).expect("code");
    expect_file!["../../testdata/page.rs"].assert_eq(&prettyplease::unparse(&page));
}

/// The README leaves out paths, docs and lints, and the underscores that keep names apart from the user's.
#[test]
fn the_readme_shows_it() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).unwrap();
    let section = readme.split("## What is generated").nth(1).expect("the section");
    let shown = section.split("```").nth(1).and_then(|block| block.strip_prefix("rust,ignore")).expect("its program");
    let shown = dense(shown).replace(",>", ">").replace(",)", ")");
    let written = dense(&paginator().to_string()).replace("use::paginated::__private::find::*;", "");
    let written = written.replace("::paginated::__private::", "").replace("__", "");
    let written = written.replace(&format!("{}u64", names::hash("sessions")), "\"sessions\"");
    assert!(written.ends_with(&shown), "README.md shows\n{shown}\nand written is\n{written}");
    assert!(shown.starts_with("fn"));
}

fn dense(text: &str) -> String {
    text.replace(char::is_whitespace, "")
}

#[test]
fn only_what_hides_a_method_is_carried_of_its_docs() {
    let args = quote!(input_token = "NextToken");
    let method = quote! {
        /// Of hidden files.
        #[doc(alias = "hidden", hidden)]
        fn list(input: Input) -> Result<Output, Error>;
    };
    let written = expand::paginated(args, &method).to_string();
    assert_eq!((written.matches("Of hidden").count(), written.matches("alias").count()), (1, 1));
    assert!(written.contains("# [doc (hidden)]"), "{written}");
}
