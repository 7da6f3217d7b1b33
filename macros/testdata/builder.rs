// The expansion of `#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]`.

async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}
/**Returns a paginator for [`describe_sessions`](describe_sessions). Its items are of the type `Session`, and come from `Sessions`.

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
    request: DescribeSessionsFluentBuilder,
) -> ::paginated::__private::Paginator<
    impl ::paginated::__private::Operation<
        Output = DescribeSessionsOutput,
        Item = Session,
        Error = SdkError<DescribeSessionsError>,
    > + ::paginated::__private::HasItems + ::paginated::__private::HasPageSize,
> {
    ::paginated::__private::operation::<
        _,
        DescribeSessionsOutput,
    >(
            "describe_sessions",
            ::paginated::__private::RequestBuilder::cloned_for_each_page(request),
        )
        .token(
            "NextToken",
            ::paginated::__private::TokenReader::Field(|__page| {
                ::paginated::__private::field(&mut __page.next_token).field_value()
            }),
            |__request, __token| {
                #[allow(dead_code, non_camel_case_types, non_upper_case_globals)]
                trait __SetterConstant_next_token {
                    const set_next_token: ::paginated::__private::NoSetter = ::paginated::__private::NoSetter;
                }
                #[allow(clippy::missing_trait_methods)]
                impl<
                    T: ?::paginated::__private::core::marker::Sized,
                > __SetterConstant_next_token for T {}
                #[diagnostic::on_unimplemented(
                    message = "`{Self}` has no setter `set_next_token` or `next_token`",
                    label = "no setter of this name takes `self`",
                    note = "write `fn set_next_token(self, value: Option<…>) -> Self`, or name another setter in the attribute, without quotes",
                    note = "if a setter takes `&mut self`, call it in a closure, and add `output_token`: `|mut builder, value| {{ builder.…(value); builder }}`",
                    note = "if the request is a struct with fields, remove `builder`"
                )]
                #[allow(dead_code, non_camel_case_types)]
                trait __Has_next_token {}
                impl __Has_next_token for ::paginated::__private::UnusedBuilder {}
                #[allow(dead_code, non_camel_case_types)]
                trait __SetterMethod_next_token: ::paginated::__private::core::marker::Sized {
                    fn next_token<A>(&self, _: A) -> Self
                    where
                        Self: __Has_next_token,
                    {
                        loop {}
                    }
                }
                #[allow(clippy::missing_trait_methods)]
                impl<T> __SetterMethod_next_token for T {}
                ::paginated::__private::token_setter(
                        __request,
                        &__token,
                        <DescribeSessionsFluentBuilder>::set_next_token,
                    )
                    .or_key_setter(|__builder, __value| __builder.next_token(__value))
                    .pass_token(__request, __token)
            },
            |__token_type| __token_type.reject_integer().token_functions(),
        )
        .write_only()
        .page_size(
            "Limit",
            |__request, __number| {
                #[allow(dead_code, non_camel_case_types, non_upper_case_globals)]
                trait __SetterConstant_limit {
                    const set_limit: ::paginated::__private::NoSetter = ::paginated::__private::NoSetter;
                }
                #[allow(clippy::missing_trait_methods)]
                impl<
                    T: ?::paginated::__private::core::marker::Sized,
                > __SetterConstant_limit for T {}
                #[diagnostic::on_unimplemented(
                    message = "`{Self}` has no setter `set_limit` or `limit`",
                    label = "no setter of this name takes `self`",
                    note = "write `fn set_limit(self, value: Option<…>) -> Self`, or name another setter in the attribute, without quotes",
                    note = "if a setter takes `&mut self`, call it in a closure: `|mut builder, value: u32| {{ builder.…(value); builder }}`",
                    note = "if the request is a struct with fields, remove `builder`"
                )]
                #[allow(dead_code, non_camel_case_types)]
                trait __Has_limit {}
                impl __Has_limit for ::paginated::__private::UnusedBuilder {}
                #[allow(dead_code, non_camel_case_types)]
                trait __SetterMethod_limit: ::paginated::__private::core::marker::Sized {
                    fn limit<A>(&self, _: A) -> Self
                    where
                        Self: __Has_limit,
                    {
                        loop {}
                    }
                }
                #[allow(clippy::missing_trait_methods)]
                impl<T> __SetterMethod_limit for T {}
                ::paginated::__private::number_setter(
                        __request,
                        <DescribeSessionsFluentBuilder>::set_limit,
                    )
                    .or_key_setter(|__builder, __value| __builder.limit(__value))
                    .pass_number(
                        __request,
                        |__number_field| __number_field.write_request_number(__number),
                    )
            },
        )
        .items(
            "Sessions",
            |__page| ::paginated::__private::core::option::Option::Some(
                &mut __page.sessions,
            ),
            |__value_type| __value_type.joiner(),
        )
        .item_type::<Session>()
        .paginator(move |__request| describe_sessions(__request.into_inner()))
}
