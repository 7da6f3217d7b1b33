//! What a method takes: a request, a builder, plain parameters, and further ones beside them.

use std::borrow::Cow;

use futures::future::BoxFuture;

use super::*;

/// A request that can be cloned is needed only where it is sent by value.
#[derive(Default)]
struct NotClone {
    token: Option<String>,
    limit: Option<u32>,
}

#[derive(Clone, Debug, Default)]
struct Nested {
    paging: Option<Box<Input>>,
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn by_value(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn by_reference(&self, input: &NotClone) -> Result<Output, Failure> {
        answer(input.token.as_deref(), input.limit)
    }

    #[paginated(input_token = "Paging.Token", output_token = "Token", limit_key = "Paging.Limit", result_key = "Items")]
    async fn nested(&self, input: Nested) -> Result<Output, Failure> {
        page(&input.paging.unwrap_or_default())
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn pattern(&self, Input { token, limit }: Input) -> Result<Output, Failure> {
        answer(token.as_deref(), limit)
    }
}

#[tokio::test]
async fn by_value() {
    holds!(sent(Client.by_value_paginator(Input::default())));
}

#[tokio::test]
async fn by_reference_needs_no_clone() {
    holds!(sent(Client.by_reference_paginator(NotClone::default())));
}

#[tokio::test]
async fn keys_nested_in_the_request() {
    holds!(sent(Client.nested_paginator(Nested::default())));
}

#[tokio::test]
async fn pattern_for_a_parameter() {
    holds!(sent(Client.pattern_paginator(Input::default())));
}

mod builders {
    use super::*;

    /// Setters that take an `Option`, beside others that take less: as in the AWS SDK for Rust.
    #[derive(Clone, Default)]
    struct Sdk(Input);

    #[allow(dead_code, reason = "the others are there to be passed over")]
    impl Sdk {
        fn token(self, _: impl Into<String>) -> Self {
            unreachable!()
        }
        fn set_token(mut self, token: Option<String>) -> Self {
            self.0.token = token;
            self
        }
        fn limit(self, _: u32, _: &str) -> Self {
            unreachable!()
        }
        fn set_limit(mut self, limit: Option<u32>) -> Self {
            self.0.limit = limit;
            self
        }
    }

    /// Setters called by the key alone.
    #[derive(Clone, Default)]
    struct Short(Input);

    impl Short {
        fn token(mut self, token: Option<String>) -> Self {
            self.0.token = token;
            self
        }
        fn limit(mut self, limit: u32) -> Self {
            self.0.limit = Some(limit);
            self
        }
    }

    /// One of each.
    #[derive(Clone, Default)]
    struct Mixed<T>(Input, T);

    impl<T> Mixed<T> {
        fn token(mut self, token: String) -> Self {
            self.0.token = Some(token);
            self
        }
        fn set_limit(mut self, limit: u32) -> Self {
            self.0.limit = Some(limit);
            self
        }
    }

    trait Build: Clone {
        fn with_token(self, token: String) -> Self;
        fn set_limit(self, limit: Option<u32>) -> Self;
        fn input(&self) -> &Input;
    }

    impl Build for Input {
        fn with_token(self, token: String) -> Self {
            Self { token: Some(token), ..self }
        }
        fn set_limit(self, limit: Option<u32>) -> Self {
            Self { limit, ..self }
        }
        fn input(&self) -> &Input {
            self
        }
    }

    impl Client {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn by_set_key(&self, request: Sdk) -> Result<Output, Failure> {
            page(&request.0)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn by_key(&self, request: Short) -> Result<Output, Failure> {
            page(&request.0)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        async fn by_either<T: Clone>(&self, tenant: &str, request: Mixed<T>) -> Result<Output, Failure> {
            assert_eq!(tenant, "t");
            page(&request.0)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items", builder)]
        fn by_key_blocking(&self, request: Short) -> Result<Output, Failure> {
            page(&request.0)
        }

        #[paginated(
            input_token = with_token,
            output_token = "Token",
            limit_key = "Limit",
            result_key = "Items",
            builder
        )]
        async fn by_name<B: Build>(&self, request: B) -> Result<Output, Failure> {
            page(request.input())
        }
    }

    #[tokio::test]
    async fn set_key_that_takes_an_option() {
        holds!(sent(Client.by_set_key_paginator(Sdk::default())));
    }

    #[tokio::test]
    async fn key_that_takes_an_option_or_a_value() {
        holds!(sent(Client.by_key_paginator(Short::default())));
    }

    #[tokio::test]
    async fn set_key_and_key_that_take_a_value() {
        holds!(sent(Client.by_either_paginator("t", Mixed(Input::default(), "generic"))));
    }

    #[test]
    fn blocking() {
        holds_blocking!(Client.by_key_blocking_paginator(Short::default()));
    }

    #[tokio::test]
    async fn setter_by_its_name() {
        holds!(Client.by_name_paginator(Input::default()));
    }
}

mod plain_parameters {
    use super::*;

    trait Plain {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn boxed(&self, token: Option<&str>, limit: Option<u32>) -> BoxFuture<'_, Result<Output, Failure>>;
    }

    impl Plain for Client {
        fn boxed(&self, token: Option<&str>, limit: Option<u32>) -> BoxFuture<'_, Result<Output, Failure>> {
            let output = answer(token, limit);
            Box::pin(async { output })
        }
    }

    fn text(token: &str) -> Option<&str> {
        Some(token).filter(|token| !token.is_empty())
    }

    impl Client {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn owned(&self, stack: &str, token: Option<String>, limit: Option<u32>) -> Result<Output, Failure> {
            assert_eq!(stack, "s");
            answer(token.as_deref(), limit)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn optional_str(&self, stack: &str, token: Option<&str>, limit: Option<&u32>) -> Result<Output, Failure> {
            assert_eq!(stack, "s");
            answer(token, limit.copied())
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn str(&self, token: &str, limit: u32) -> Result<Output, Failure> {
            answer(text(token), Some(limit).filter(|limit| *limit > 0))
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn str_of_a_lifetime<'a>(&'a self, token: &'a str, limit: Option<u32>) -> Result<Output, Failure> {
            answer(text(token), limit)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn into(
            &self,
            stack: impl Into<String>,
            token: impl Into<Option<String>>,
            limit: impl Into<Option<u32>>,
        ) -> Result<Output, Failure> {
            assert_eq!(stack.into(), "s");
            answer(token.into().as_deref(), limit.into())
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn blocking(&self, token: Option<&str>, limit: impl Into<Option<u32>>) -> Result<Output, Failure> {
            answer(token, limit.into())
        }

        #[paginated(input_token = "Token", result_key = "Items")]
        fn blocking_alone(&self, token: &str) -> Result<Output, Failure> {
            answer(text(token), None)
        }
    }

    #[tokio::test]
    async fn option_of_a_string() {
        holds!(sent(Client.owned_paginator("s", None, None)));
    }

    #[tokio::test]
    async fn option_of_a_str() {
        holds!(sent(Client.optional_str_paginator("s", None, None)));
        let from_three = Client.optional_str_paginator("s", Some("3"), Some(&2)).items();
        assert_eq!(from_three.try_collect::<Vec<_>>().await.unwrap(), all()[3..]);
    }

    #[tokio::test]
    async fn str() {
        holds!(sent(Client.str_paginator("", 0)));
        holds!(sent(Client.str_of_a_lifetime_paginator("", None)));
        let token = String::from("7");
        let from_seven = Client.str_paginator(&token, 1).items();
        assert_eq!(from_seven.try_collect::<Vec<_>>().await.unwrap(), all()[7..]);
    }

    #[tokio::test]
    async fn with_a_boxed_future() {
        holds!(sent(Client.boxed_paginator(None, None)));
        let client: &(dyn Plain + Sync) = &Client;
        holds!(sent(client.boxed_paginator(None, None)));
    }

    #[tokio::test]
    async fn impl_into() {
        holds!(sent(Client.into_paginator("s", None, None)));
        let from_three = Client.into_paginator("s", "3".to_owned(), 2).items();
        assert_eq!(from_three.try_collect::<Vec<_>>().await.unwrap(), all()[3..]);
    }

    #[test]
    fn blocking() {
        holds_blocking!(Client.blocking_paginator(None, None));
        assert_eq!(Client.blocking_alone_paginator("").items().map(Result::unwrap).collect::<Vec<_>>(), all());
    }
}

mod further_parameters {
    use super::*;

    #[derive(Clone)]
    struct Context<'a>(&'a str);

    impl Client {
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn further<T: AsRef<str>>(
            &self,
            tenant: &str,
            name: impl Into<String>,
            kind: T,
            tags: &[Cow<'_, str>],
            input: Input,
        ) -> Result<Output, Failure> {
            assert_eq!((tenant, &*name.into(), kind.as_ref(), tags.len()), ("t", "n", "k", 1));
            page(&input)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn context(&self, context: &Context<'_>, input: &Input, region: &str) -> Result<Output, Failure> {
            assert_eq!((context.0, region), ("c", "r"));
            page(input)
        }

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn counted(&self, calls: &mut Vec<Option<String>>, input: Input) -> Result<Output, Failure> {
            calls.push(input.token.clone());
            page(&input)
        }
    }

    #[tokio::test]
    async fn beside_a_request() {
        let tags = ["x".into()];
        holds!(sent(Client.further_paginator("t", "n", "k", &tags, Input::default())));
    }

    #[tokio::test]
    async fn beside_a_borrowed_request() {
        let name = String::from("c");
        holds!(sent(Client.context_paginator(&Context(&name), Input::default(), "r")));
    }

    #[tokio::test]
    async fn by_mutable_reference() {
        let mut calls = Vec::new();
        holds!(sent(Client.counted_paginator(&mut calls, Input::default())));
        assert_eq!(calls[..2], [None, Some("3".to_owned())]);
    }
}
