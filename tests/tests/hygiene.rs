//! Generated code names nothing that the user could have given another meaning.

// The derive's own messages need the prelude, for it is there that the compiler finds the tool `diagnostic`.
#[derive(paginated::Page)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

/// No prelude at all.
mod no_prelude {
    #![no_implicit_prelude]

    #[derive(::core::clone::Clone)]
    pub struct Input {
        pub token: ::core::option::Option<::std::string::String>,
        pub limit: ::core::option::Option<u32>,
    }

    pub use super::Output;

    #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn list(input: Input) -> ::core::result::Result<Output, u8> {
        let _ = (input.token, input.limit);
        ::core::result::Result::Ok(Output { items: ::std::vec![1, 2], token: ::core::option::Option::None })
    }
}

/// Names of ours that the user has taken.
mod shadowed {
    #![allow(dead_code, non_camel_case_types, reason = "they are there to be in the way")]

    pub struct Option;
    pub struct Box;
    pub struct Some;
    pub struct Ok;
    pub struct Vec;
    pub struct Stream;
    pub struct Paginator;
    pub struct Operation;
    pub trait Clone {}
    pub trait Send {}
    mod core {}
    mod paginated {}

    #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub fn list(input: &super::no_prelude::Input) -> Result<super::no_prelude::Output, u8> {
        let _ = input;
        Err(1)
    }
}

#[tokio::test]
async fn without_a_prelude() {
    let input = no_prelude::Input { token: None, limit: None };
    assert_eq!(no_prelude::list_paginator(input).items().try_collect::<Vec<_>>().await, Ok(vec![1, 2]));
}

#[test]
fn with_names_of_ours_taken() {
    let input = no_prelude::Input { token: None, limit: None };
    assert_eq!(shadowed::list_paginator(input).items().next(), Some(Err(paginated::Error::Operation(1))));
}
