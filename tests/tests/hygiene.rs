//! Generated code uses no name that the user's code can redefine.

// The derive needs the prelude, because the compiler finds the tool `diagnostic` there.
#[derive(paginated::Page)]
pub struct Output {
    pub items: Vec<u32>,
    pub token: Option<String>,
}

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

/// User items with the names that generated code uses.
mod shadowing {
    #![allow(dead_code, non_camel_case_types, reason = "they shadow other names")]

    use super::Output;
    use super::no_prelude::Input;

    pub struct Option;
    pub struct Box;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Result;
    pub struct Vec;
    pub struct Stream;
    pub struct Paginator;
    pub struct Operation;
    pub struct BoxOperation;
    pub struct Builder;
    pub struct There;
    pub trait Clone {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Into {}
    pub trait From {}
    pub trait Future {}
    pub trait Lend {}
    pub trait Page {}
    pub fn operation() {}
    pub fn lending() {}
    pub fn blocking() {}
    pub fn setter() {}
    pub fn sent() {}
    // As the columns that `diesel` generates. A pattern of the same name would be this struct.
    pub struct next;
    pub struct page;
    pub struct value;
    mod core {}
    mod std {}
    mod alloc {}
    mod paginated {}

    type Listed = ::core::result::Result<Output, u8>;
    type Token = ::core::option::Option<::std::string::String>;

    #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub fn list(input: &Input) -> Listed {
        let _ = input;
        ::core::result::Result::Err(1)
    }

    #[derive(::core::clone::Clone)]
    pub struct Request;

    impl Request {
        fn token(self, _: Token) -> Self {
            self
        }
        fn set_limit(self, _: u32) -> Self {
            self
        }
    }

    pub trait Service {
        #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn boxed(
            &self,
            token: ::core::option::Option<&str>,
            limit: impl ::core::convert::Into<u32>,
        ) -> ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = Listed> + ::core::marker::Send>>;

        #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn built<T>(self: ::std::sync::Arc<Self>, tenant: T, operation: &T, request: Request) -> Listed;

        #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn value(self, blocking: impl ::core::convert::Into<u8>, lending: &mut u8, input: &Input) -> Listed;

        #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn here(&mut self, sent: u8, setter: &u8, input: Input) -> Listed;
    }

    /// The traits that `Page` generates have other names than these pages and the types of their fields.
    #[derive(::paginated::Page)]
    pub struct Fields {
        pub items: ::std::vec::Vec<PageField>,
        pub names: ::std::collections::BTreeMap<u8, PageField>,
        pub token: Token,
    }

    #[derive(::paginated::Page)]
    pub struct PageField {
        pub fields: ::std::vec::Vec<Fields>,
        pub token: Token,
    }

    #[derive(::paginated::Page)]
    pub struct Items<Type, const NAME: u64> {
        pub items: ::std::vec::Vec<Type>,
        pub token: Token,
    }

    #[::paginated::paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    pub async fn generic<Output, T, B, const NAME: u64>(
        request: Input,
    ) -> ::core::result::Result<Items<Output, NAME>, (T, B)> {
        let _ = request;
        ::core::result::Result::Ok(Items { items: ::std::vec![], token: ::core::option::Option::None })
    }
}

#[tokio::test]
async fn generated_code_needs_no_prelude() {
    let input = no_prelude::Input { token: None, limit: None };
    assert_eq!(no_prelude::list_paginator(input).items().try_collect::<Vec<_>>().await, Ok(vec![1, 2]));
}

#[test]
fn generated_code_ignores_user_items_of_the_same_names() {
    let input = no_prelude::Input { token: None, limit: None };
    assert_eq!(shadowing::list_paginator(input).items().next(), Some(Err(paginated::Error::Operation(1))));
}
