//! Attributes and visibility of the method that apply to its paginator.

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
        page_for(&input)
    }
}

/// These methods have the names of the paginators, so they compile only if no paginator is generated.
#[allow(dead_code, reason = "only their names matter")]
impl Client {
    fn absent_paginator(&self) {}
    fn absent_below_paginator(&self) {}
}

#[tokio::test]
async fn a_method_removed_by_cfg_has_no_paginator() {
    assert_lists_all!(require_send(Client.present_paginator(Input::default())));
}

impl Client {
    /// The generated call of this method causes no warning, but each use of the paginator does.
    #[deprecated = "for the test"]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn old(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn the_paginator_of_a_deprecated_method_is_deprecated() {
    #[expect(deprecated, reason = "the paginator is deprecated, like the method")]
    let paginator = || Client.old_paginator(Input::default());
    assert_lists_all!(require_send(paginator()));
}

impl Client {
    /// The message is about the future, so the paginator does not inherit it.
    #[must_use = "for the test"]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn unused(&self, input: Input) -> futures::future::BoxFuture<'_, Result<Output, Failure>> {
        Box::pin(async move { page_for(&input) })
    }
}

#[tokio::test]
async fn an_unused_paginator_is_a_warning() {
    #[expect(unused_must_use, reason = "an unused paginator sends nothing")]
    {
        Client.unused_paginator(Input::default());
    }
    assert_lists_all!(require_send(Client.unused_paginator(Input::default())));
}

#[deny(missing_docs, unused, non_snake_case)]
impl Client {
    #[allow(non_snake_case)]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn Allowed(&self, Input: super::Input) -> Result<Output, Failure> {
        page_for(&Input)
    }

    #[expect(unused_variables, reason = "the variable is in the method only")]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn expected(&self, input: Input) -> Result<Output, Failure> {
        let unused = 0;
        page_for(&input)
    }

    #[deny(clippy::all, clippy::pedantic, unused_qualifications, single_use_lifetimes)]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn denied(&self, input: Input) -> Result<Output, Failure> {
        std::future::ready(page_for(&input)).await
    }

    #[forbid(unsafe_code)]
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn forbidden(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn an_allowed_lint_is_allowed_in_the_paginator() {
    assert_lists_all!(require_send(Client.Allowed_paginator(Input::default())));
}

#[tokio::test]
async fn an_expected_lint_is_expected_in_the_method_only() {
    assert_lists_all!(require_send(Client.expected_paginator(Input::default())));
}

#[tokio::test]
async fn generated_code_passes_denied_and_forbidden_lints() {
    assert_lists_all!(require_send(Client.denied_paginator(Input::default())));
    assert_lists_all!(require_send(Client.forbidden_paginator(Input::default())));
}

mod visibility {
    use super::*;

    mod clients {
        use super::super::*;

        pub struct Service;

        impl Service {
            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub async fn everywhere(&self, input: Input) -> Result<Output, Failure> {
                page_for(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(crate) async fn in_the_crate(&self, input: Input) -> Result<Output, Failure> {
                page_for(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(in crate::attributes) async fn in_a_path(&self, input: Input) -> Result<Output, Failure> {
                page_for(&input)
            }

            #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
            pub(super) async fn in_the_parent(&self, input: Input) -> Result<Output, Failure> {
                page_for(&input)
            }
        }
    }
    use clients::Service;

    #[tokio::test]
    async fn the_paginator_has_the_visibility_of_the_method() {
        assert_lists_all!(require_send(Service.everywhere_paginator(Input::default())));
        assert_lists_all!(require_send(Service.in_the_crate_paginator(Input::default())));
        assert_lists_all!(require_send(Service.in_a_path_paginator(Input::default())));
        assert_lists_all!(require_send(Service.in_the_parent_paginator(Input::default())));
    }
}
