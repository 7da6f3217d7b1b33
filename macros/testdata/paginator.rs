// The expansion of `#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]`.

pub trait AppStream {
    async fn describe_sessions(
        &self,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, std::io::Error>;
    /**Returns a paginator for [`describe_sessions`](Self::describe_sessions). Its items come from `Sessions`.

- [`input_token`](https://docs.rs/paginated/latest/paginated/attr.paginated.html#tokens): `NextToken`
- [`result_key`](https://docs.rs/paginated/latest/paginated/attr.paginated.html#results): `Sessions`
- [`limit_key`](https://docs.rs/paginated/latest/paginated/attr.paginated.html#other-values-in-the-request): `Limit`

No request is sent until the first item or page is requested.*/
    #[allow(
        unknown_lints,
        mismatched_lifetime_syntaxes,
        clippy::absolute_paths,
        clippy::implied_bounds_in_impls,
        clippy::multiple_bound_locations,
        clippy::needless_question_mark,
        clippy::redundant_closure,
        clippy::redundant_closure_for_method_calls,
        clippy::type_complexity,
        clippy::used_underscore_binding
    )]
    fn describe_sessions_paginator(
        &self,
        input: DescribeSessionsInput,
    ) -> ::paginated::__private::Paginator<
        impl ::paginated::__private::Operation<
            Output = DescribeSessionsOutput,
            Item = ::paginated::__private::ItemOf<
                DescribeSessionsOutput,
                ::paginated::__private::FieldName<'s', 'e', 's', 's', 'i', 'o', 'n', 's'>,
            >,
            Error = std::io::Error,
        > + ::paginated::__private::HasItems + ::paginated::__private::HasPageSize,
    > {
        ::paginated::__private::operation::<
            _,
            DescribeSessionsOutput,
        >("describe_sessions", input)
            .token(
                "NextToken",
                ::paginated::__private::TokenReader::Field(|__page| {
                    ::paginated::__private::field(&mut __page.next_token).field_value()
                }),
                |__request, __token| {
                    ::paginated::__private::field(&mut (__request).next_token)
                        .replace_field_token(__token)
                },
                |__token_type| __token_type.reject_integer().token_functions(),
            )
            .page_size(
                "Limit",
                |__request, __number| {
                    ::paginated::__private::field(&mut (__request).limit)
                        .number_field()
                        .write_request_number(__number)
                },
            )
            .items(
                "Sessions",
                |__page| ::paginated::__private::core::option::Option::Some(
                    &mut __page.sessions,
                ),
                |__value_type| __value_type.joiner(),
            )
            .paginator(move |__request| Self::describe_sessions(self, __request))
    }
}
