// The expansion of `#[derive(Page)]`.

const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`DescribeSessionsOutput` has no such field: it has `sessions` and `next_token`",
        label = "no field of `DescribeSessionsOutput`"
    )]
    pub trait __Fields<Name> {
        type Type: ?::paginated::__private::core::marker::Sized;
        type WithUnwrappedElements: ?::paginated::__private::core::marker::Sized;
    }
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl __Fields<
        ::paginated::__private::FieldName<'s', 'e', 's', 's', 'i', 'o', 'n', 's'>,
    > for DescribeSessionsOutput {
        type Type = Vec<Session>;
        type WithUnwrappedElements = Vec<Session>;
    }
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl __Fields<
        ::paginated::__private::FieldName<
            'n',
            'e',
            'x',
            't',
            '_',
            't',
            'o',
            'k',
            'e',
            'n',
        >,
    > for DescribeSessionsOutput {
        type Type = String;
        type WithUnwrappedElements = String;
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl<__Name> ::paginated::__private::PageField<__Name> for DescribeSessionsOutput
    where
        Self: __Fields<__Name>,
    {
        type Type = <Self as __Fields<__Name>>::Type;
        type WithUnwrappedElements = <Self as __Fields<__Name>>::WithUnwrappedElements;
    }
    #[automatically_derived]
    #[doc(hidden)]
    impl ::paginated::__private::JoinValue for DescribeSessionsOutput {
        fn join_value(&mut self, __next: &mut Self) {
            ::paginated::__private::join_field(
                ::paginated::__private::value_type(&self.sessions).list_joiner(),
                &mut self.sessions,
                &mut __next.sessions,
            );
            if self.next_token.is_none() {
                self.next_token = __next.next_token.take();
            }
        }
    }
};
