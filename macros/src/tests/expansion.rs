//! The expansion of the method in the README.

use std::fs;

use expect_test::expect_file;
use proc_macro2::TokenStream;
use quote::quote;

use crate::util::field::field_hash;
use crate::{derive_page, expand};

/// Expands the method in the README's first example.
fn expanded_method() -> TokenStream {
    let args = quote!(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions");
    let method = quote! {
        async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, std::io::Error>;
    };
    expand::paginated(args, &method)
}

/// Expands the page of that method.
fn expanded_page() -> TokenStream {
    derive_page::derive(&quote! {
        #[derive(Page)]
        pub struct DescribeSessionsOutput { pub sessions: Vec<Session>, pub next_token: Option<String> }
    })
}

#[test]
fn the_expansion_matches_the_recorded_one() {
    let method = expanded_method();
    let method = prettyplease::unparse(&syn::parse_quote!(pub trait AppStream { #method }));
    assert!(method.lines().count() <= 61, "the expansion is too long:\n{method}");
    expect_file!["../../testdata/paginator.rs"].assert_eq(&method);
    let page = syn::parse2(expanded_page()).expect("code");
    expect_file!["../../testdata/page.rs"].assert_eq(&prettyplease::unparse(&page));
}

/// The README omits paths, docs, lints, and the underscores before local names.
#[test]
fn the_readme_shows_the_expansion() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).unwrap();
    let section = readme.split("## What is generated").nth(1).expect("the section");
    let shown = section.split("```").nth(1).and_then(|block| block.strip_prefix("rust,ignore")).expect("its program");
    let shown = dense(shown).replace(",>", ">").replace(",)", ")");
    let written = dense(&expanded_method().to_string()).replace("use::paginated::__private::find::*;", "");
    let written = written.replace("::paginated::__private::", "").replace("__", "");
    let written = written.replace(&format!("{}u64", field_hash("sessions")), "\"sessions\"");
    assert!(written.ends_with(&shown), "README.md shows\n{shown}\nbut the expansion is\n{written}");
    assert!(shown.starts_with("fn"));
}

fn dense(text: &str) -> String {
    text.replace(char::is_whitespace, "")
}

#[test]
fn only_doc_hidden_is_inherited_of_the_docs() {
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
