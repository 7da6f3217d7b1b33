//! What stands on the method, and holds for its paginator too.

use super::*;

/// A method that is not there has no paginator.
mod cfg {
    use super::*;

    impl Client {
        #[cfg(any())]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn absent(&self, input: NoSuchType) -> NoSuchResult {}

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        #[cfg(any())]
        async fn absent_below(&self, input: NoSuchType) -> NoSuchResult {}

        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        #[cfg(test)]
        async fn present(&self, input: Input) -> Result<Output, Failure> {
            page(&input)
        }
    }

    /// A method of the same name as what would be generated shows that it is not.
    #[allow(dead_code, reason = "they are there to be in the way")]
    impl Client {
        fn absent_paginator(&self) {}
        fn absent_below_paginator(&self) {}
    }

    #[tokio::test]
    async fn cfg() {
        holds!(sent(Client.present_paginator(Input::default())));
    }
}

mod deprecated {
    use super::*;

    impl Client {
        /// The paginator calls what is deprecated, and is deprecated itself: here that is expected, once for each.
        #[deprecated = "for the test"]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn old(&self, input: Input) -> Result<Output, Failure> {
            page(&input)
        }
    }

    #[tokio::test]
    async fn deprecated() {
        #[expect(deprecated, reason = "the paginator is, as the method")]
        let paginator = || Client.old_paginator(Input::default());
        holds!(sent(paginator()));
    }
}

mod must_use {
    use super::*;

    impl Client {
        /// A future and a paginator must both be used; what the method says of its future does not fit the paginator.
        #[must_use = "for the test"]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        fn unused(&self, input: Input) -> futures::future::BoxFuture<'_, Result<Output, Failure>> {
            Box::pin(async move { page(&input) })
        }
    }

    #[tokio::test]
    async fn must_use() {
        #[expect(unused_must_use, reason = "a paginator that is not used sends nothing")]
        {
            Client.unused_paginator(Input::default());
        }
        holds!(sent(Client.unused_paginator(Input::default())));
    }
}

mod lints {
    use super::*;

    #[deny(missing_docs, unused, non_snake_case)]
    impl Client {
        #[allow(non_snake_case)]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn Allowed(&self, Input: super::Input) -> Result<Output, Failure> {
            page(&Input)
        }

        #[expect(unused_variables, reason = "it is in the method alone")]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn expected(&self, input: Input) -> Result<Output, Failure> {
            let unused = 0;
            page(&input)
        }

        #[deny(clippy::all, clippy::pedantic, unused_qualifications, single_use_lifetimes)]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn denied(&self, input: Input) -> Result<Output, Failure> {
            std::future::ready(page(&input)).await
        }

        #[forbid(unsafe_code)]
        #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
        async fn forbidden(&self, input: Input) -> Result<Output, Failure> {
            page(&input)
        }
    }

    #[tokio::test]
    async fn allow() {
        holds!(sent(Client.Allowed_paginator(Input::default())));
    }

    #[tokio::test]
    async fn expect() {
        holds!(sent(Client.expected_paginator(Input::default())));
    }

    #[tokio::test]
    async fn deny_and_forbid() {
        holds!(sent(Client.denied_paginator(Input::default())));
        holds!(sent(Client.forbidden_paginator(Input::default())));
    }
}

/// The paginator is seen wherever the method is, and nowhere else.
mod visibility {
    use super::*;

    mod inner {
        use super::super::*;

        pub struct Service;

        impl Service {
            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub async fn everywhere(&self, input: Input) -> Result<Output, Failure> {
                page(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(crate) async fn in_the_crate(&self, input: Input) -> Result<Output, Failure> {
                page(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(in crate::attributes) async fn in_a_path(&self, input: Input) -> Result<Output, Failure> {
                page(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(super) async fn above(&self, input: Input) -> Result<Output, Failure> {
                page(&input)
            }
        }
    }
    use inner::Service;

    #[tokio::test]
    async fn of_all_kinds() {
        holds!(sent(Service.everywhere_paginator(Input::default())));
        holds!(sent(Service.in_the_crate_paginator(Input::default())));
        holds!(sent(Service.in_a_path_paginator(Input::default())));
        holds!(sent(Service.above_paginator(Input::default())));
    }
}
