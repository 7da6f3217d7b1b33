const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`DescribeSessionsOutput` has no such field: it has `sessions` and `next_token`",
        label = "no field of `DescribeSessionsOutput`"
    )]
    pub trait Fields<const NAME: ::paginated::__private::core::primitive::u64> {
        type Type: ?::paginated::__private::core::marker::Sized;
    }
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl Fields<12460243821852158892u64> for DescribeSessionsOutput {
        type Type = Vec<Session>;
    }
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl Fields<9185474246891500002u64> for DescribeSessionsOutput {
        type Type = String;
    }
    #[automatically_derived]
    impl<
        const __NAME: ::paginated::__private::core::primitive::u64,
    > ::paginated::__private::Field<__NAME> for DescribeSessionsOutput
    where
        Self: Fields<__NAME>,
    {
        type Type = <Self as Fields<__NAME>>::Type;
    }
};
