pub trait AppStream {
    async fn describe_sessions(
        &self,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, std::io::Error>;
    /// Returns a paginator for [`describe_sessions`](Self::describe_sessions).
    ///
    /// - request token: `NextToken`
    /// - next token: `NextToken`
    /// - items: `Sessions`
    /// - page size: `Limit`
    ///
    /// No request is sent until the first item or page is requested.
    #[allow(clippy::absolute_paths, clippy::type_complexity, clippy::implicit_return)]
    #[allow(clippy::redundant_closure, clippy::redundant_closure_for_method_calls)]
    #[allow(clippy::multiple_bound_locations, clippy::used_underscore_binding)]
    #[allow(clippy::wrong_self_convention, clippy::missing_inline_in_public_items)]
    #[allow(clippy::too_many_arguments, clippy::result_large_err)]
    fn describe_sessions_paginator(
        &self,
        input: DescribeSessionsInput,
    ) -> ::paginated::__private::Paginator<
        impl ::paginated::__private::Operation<
            Output = DescribeSessionsOutput,
            Item = ::paginated::__private::ItemOf<
                DescribeSessionsOutput,
                12460243821852158892u64,
            >,
            Error = std::io::Error,
            Keys = (
                ::paginated::__private::KindOf<
                    DescribeSessionsOutput,
                    12460243821852158892u64,
                >,
                ::paginated::__private::WithLimitKey,
            ),
        >,
    > {
        use ::paginated::__private::find::*;
        ::paginated::__private::operation(
                "describe_sessions",
                input,
                move |__request| Self::describe_sessions(self, __request),
            )
            .token(
                "NextToken",
                |__request| __request.field(|__it| &mut __it.next_token),
                |__page, __token| {
                    __page.open().field(|__it| &mut __it.next_token).token(__token)
                },
                |__token| (&&&&__token).codec(),
            )
            .limit(
                "Limit",
                |__request| __request.field(|__it| &mut __it.limit),
                |__size| (&&&&&__size.open().open()).convert(),
            )
            .result(|__page| __page.open().field(|__it| &mut __it.sessions))
            .paginator()
    }
}
