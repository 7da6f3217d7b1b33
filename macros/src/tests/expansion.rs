//! The expansion of the README's first method, declared in a trait.

use expect_test::expect_file;
use proc_macro2::TokenStream;
use quote::quote;

use crate::{derive_page, expand};

const METHOD_OPTIONS: &str = r#"input_token = "NextToken", limit_key = "Limit", result_key = "Sessions""#;
const FUNCTION_OPTIONS: &str =
    r#"input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder"#;

fn expanded_method() -> TokenStream {
    let method = quote! {
        async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, std::io::Error>;
    };
    expand::paginated(METHOD_OPTIONS.parse().expect("tokens"), &method)
}

/// Expands a function whose request is a builder, as in the example `describe_sessions`.
fn expanded_function() -> TokenStream {
    let function = quote! {
        async fn describe_sessions(
            request: DescribeSessionsFluentBuilder,
        ) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
            request.send().await
        }
    };
    expand::paginated(FUNCTION_OPTIONS.parse().expect("tokens"), &function)
}

/// Expands the page of the method.
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
    assert!(method.lines().count() <= 72, "the expansion is too long:\n{method}");
    let with_attribute =
        |options: &str, code: &str| format!("// The expansion of `#[paginated({options})]`.\n\n{code}");
    expect_file!["../../testdata/paginator.rs"].assert_eq(&with_attribute(METHOD_OPTIONS, &method));
    let function = prettyplease::unparse(&syn::parse2(expanded_function()).expect("code"));
    expect_file!["../../testdata/builder.rs"].assert_eq(&with_attribute(FUNCTION_OPTIONS, &function));
    let page = syn::parse2(expanded_page()).expect("code");
    let page = prettyplease::unparse(&page);
    expect_file!["../../testdata/page.rs"].assert_eq(&format!("// The expansion of `#[derive(Page)]`.\n\n{page}"));
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

#[test]
fn the_docs_have_the_negation_of_a_flag_and_the_key_of_the_items() {
    let args = quote!(input_token = "NextToken", more_results = "!Last", result_key = "Edges[].Node", item = Node);
    let method = quote!(
        fn list(input: Input) -> Result<Output, Error>;
    );
    let written = expand::paginated(args, &method).to_string();
    assert!(written.contains("the-end-of-the-list): `!Last`"), "{written}");
    assert!(written.contains("Its items are of the type `Node`, and come from `Edges[].Node`."), "{written}");
}
