//! Generics, lifetimes, associated types, keywords as names, and methods from `macro_rules!`.

use std::borrow::Cow;
use std::fmt::Display;
use std::future::Future;

use super::*;

#[derive(Page)]
struct GenericOutput<T> {
    items: Vec<T>,
    token: Option<String>,
}

trait GenericTrait<T, const N: u32>
where
    T: From<u32>,
{
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<GenericOutput<T>, Failure>;
}

impl<T: From<u32>, const N: u32> GenericTrait<T, N> for Client {
    async fn list(&self, input: Input) -> Result<GenericOutput<T>, Failure> {
        let Output { items, token } = page_at(input.token.as_deref(), input.limit.or(Some(N)))?;
        Ok(GenericOutput { items: items.into_iter().map(T::from).collect(), token })
    }
}

#[tokio::test]
async fn a_generic_trait_has_a_paginator() {
    assert_lists_all!(GenericTrait::<u32, 3>::list_paginator(&Client, Input::default()));
}

struct GenericClient<'a, T, const N: u32> {
    name: &'a str,
    tenant: T,
}

impl<T: Display + Sync, const N: u32> GenericClient<'_, T, N> {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        assert_eq!(format!("{}/{}", self.name, self.tenant), "n/7");
        page_at(input.token.as_deref(), input.limit.or(Some(N)))
    }
}

#[tokio::test]
async fn a_generic_client_has_a_paginator() {
    let name = String::from("n");
    assert_lists_all!(require_send(GenericClient::<_, 3> { name: &name, tenant: 7 }.list_paginator(Input::default())));
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn generic_method<'a, T, const N: u32>(
        &'a self,
        make: fn(u32) -> T,
        input: &Input,
    ) -> Result<GenericOutput<T>, Failure>
    where
        T: PartialEq + 'a,
    {
        let Output { items, token } = page_at(input.token.as_deref(), input.limit.or(Some(N)))?;
        Ok(GenericOutput { items: items.into_iter().map(make).collect(), token })
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_named_lifetimes<'a, 'b>(
        &'a self,
        name: &'b str,
        tags: Cow<'a, str>,
        input: Input,
    ) -> Result<Output, Failure>
    where
        'a: 'b,
    {
        assert_eq!((name, &*tags), ("n", "t"));
        page_for(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn returning_a_future<'a, T: AsRef<str> + Send + 'a>(
        &'a self,
        name: T,
        input: Input,
    ) -> impl Future<Output = Result<Output, Failure>> + Send + use<'a, T> {
        async move {
            assert_eq!(name.as_ref(), "n");
            page_for(&input)
        }
    }
}

#[tokio::test]
async fn a_generic_method_has_a_paginator() {
    assert_lists_all!(Client.generic_method_paginator::<_, 3>(|n| n, Input::default()));
}

#[tokio::test]
async fn a_method_can_have_named_lifetimes() {
    let (name, tags) = (String::from("n"), String::from("t"));
    assert_lists_all!(require_send(Client.with_named_lifetimes_paginator(
        &name,
        tags.as_str().into(),
        Input::default()
    )));
    assert_lists_all!(require_send(Client.returning_a_future_paginator(&name, Input::default())));
}

trait AssociatedError {
    type Error;
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Self::Error>;
}

impl AssociatedError for Client {
    type Error = Failure;
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[tokio::test]
async fn the_error_can_be_an_associated_type() {
    async fn generic<C: AssociatedError<Error: PartialEq>>(client: &C) {
        assert_lists_all!(client.list_paginator(Input::default()));
    }
    generic(&Client).await;
}

trait ListTypes: Clone {
    type Input;
    type Output;
    type Error;
    fn list(input: Self::Input) -> Result<Self::Output, Self::Error>;
}

#[derive(Clone)]
struct Numbers;

impl ListTypes for Numbers {
    type Input = Input;
    type Output = Output;
    type Error = Failure;
    fn list(input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn with_associated_types(
        &self,
        input: <Numbers as ListTypes>::Input,
    ) -> Result<<Numbers as ListTypes>::Output, <Numbers as ListTypes>::Error> {
        Numbers::list(input)
    }
}

#[tokio::test]
async fn the_request_and_the_page_can_be_associated_types() {
    assert_lists_all!(require_send(Client.with_associated_types_paginator(Input::default())));
}

trait ListSelf {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_self(&self, input: Input) -> Result<Output, <Self as ListTypes>::Error>
    where
        Self: ListTypes<Input = Input, Output = Output>,
    {
        Self::list(input)
    }
}

impl ListSelf for Numbers {}

#[tokio::test]
async fn a_method_can_have_a_where_clause_on_self() {
    assert_lists_all!(ListSelf::list_self_paginator(&Numbers, Input::default()));
}

#[derive(Clone, Default)]
struct KeywordInput {
    r#type: Option<String>,
    r#in: Option<u32>,
}

#[derive(Page)]
#[allow(non_camel_case_types, reason = "the test is about keywords")]
struct r#struct {
    r#type: Option<String>,
    r#match: Vec<u32>,
}

#[paginated(input_token = "type", limit_key = r#in, result_key = "match")]
async fn r#loop(input: KeywordInput) -> Result<r#struct, Failure> {
    let Output { items, token } = page_at(input.r#type.as_deref(), input.r#in)?;
    Ok(r#struct { r#type: token, r#match: items })
}

#[paginated(input_token = "type", limit_key = "in", result_key = "match")]
async fn r#while(r#type: Option<&str>, r#in: Option<u32>) -> Result<r#struct, Failure> {
    r#loop(KeywordInput { r#type: r#type.map(Into::into), r#in }).await
}

#[tokio::test]
async fn fields_types_and_methods_can_have_keywords_as_names() {
    assert_lists_all!(loop_paginator(KeywordInput::default()), |output| output.r#match);
}

#[tokio::test]
async fn parameters_can_have_keywords_as_names() {
    assert_lists_all!(while_paginator(None, None), |output| output.r#match);
}

macro_rules! client {
    ($(#[$attr:meta])* $name:ident, $token:literal, $limit:ident, $item:ty, $vis:vis, $input:ty => $output:ty) => {
        $(#[$attr])*
        #[paginated(input_token = $token, output_token = token, limit_key = $limit, result_key = "Items", item = $item)]
        $vis async fn $name(input: $input) -> Result<$output, Failure> {
            page_for(&input)
        }
    };
}
client!(
    /// A function from a macro.
    from_macro, "Token", limit, u32, pub(crate), Input => Output
);

#[tokio::test]
async fn a_function_can_come_from_macro_rules() {
    assert_lists_all!(from_macro_paginator(Input::default()));
}

macro_rules! client_trait {
    ($trait:ident $keys:tt $method:item) => {
        trait $trait {
            #[paginated $keys]
            $method
        }
    };
}
client_trait! {
    Listing (input_token = "Token", limit_key = "Limit", result_key = "Items")
    async fn list_from_item(&self, input: Input) -> Result<Output, Failure> { page_for(&input) }
}

impl Listing for Client {}

#[tokio::test]
async fn a_trait_item_can_come_from_macro_rules() {
    assert_lists_all!(require_send(Client.list_from_item_paginator(Input::default())));
}

#[tokio::test]
async fn a_function_in_a_function_has_a_paginator() {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn inside(input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
    assert_lists_all!(require_send_and_static(inside_paginator(Input::default())));
}

trait HasOutput {
    type Output;
}

impl HasOutput for Client {
    type Output = Output;
}

trait ListOutput: HasOutput<Output = Output> {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_output(&self, input: Input) -> Result<Self::Output, Failure>;
}

impl ListOutput for Client {
    async fn list_output(&self, input: Input) -> Result<Output, Failure> {
        page_for(&input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn list_output_of<C: ListOutput + HasOutput<Output = Output>>(
    client: &C,
    input: Input,
) -> Result<C::Output, Failure> {
    client.list_output(input).await
}

#[tokio::test]
async fn the_page_can_be_an_associated_type_with_a_declared_value() {
    assert_lists_all!(Client.list_output_paginator(Input::default()));
    assert_lists_all!(list_output_of_paginator(&Client, Input::default()));
}
