//! Generics, lifetimes and names.

use std::borrow::Cow;
use std::fmt::Display;
use std::future::Future;

use super::*;

#[derive(Page)]
struct Paged<T> {
    items: Vec<T>,
    token: Option<String>,
}

trait OfTheTrait<T, const N: u32>
where
    T: From<u32>,
{
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Paged<T>, Failure>;
}

impl<T: From<u32>, const N: u32> OfTheTrait<T, N> for Client {
    async fn list(&self, input: Input) -> Result<Paged<T>, Failure> {
        let Output { items, token } = answer(input.token.as_deref(), input.limit.or(Some(N)))?;
        Ok(Paged { items: items.into_iter().map(T::from).collect(), token })
    }
}

#[tokio::test]
async fn on_the_trait() {
    holds!(OfTheTrait::<u32, 3>::list_paginator(&Client, Input::default()));
}

struct Generic<'a, T, const N: u32> {
    name: &'a str,
    tenant: T,
}

impl<T: Display + Sync, const N: u32> Generic<'_, T, N> {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        assert_eq!(format!("{}/{}", self.name, self.tenant), "n/7");
        answer(input.token.as_deref(), input.limit.or(Some(N)))
    }
}

#[tokio::test]
async fn on_the_impl() {
    let name = String::from("n");
    holds!(sent(Generic::<_, 3> { name: &name, tenant: 7 }.list_paginator(Input::default())));
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn of_the_method<'a, T, const N: u32>(
        &'a self,
        make: fn(u32) -> T,
        input: &Input,
    ) -> Result<Paged<T>, Failure>
    where
        T: PartialEq + 'a,
    {
        let Output { items, token } = answer(input.token.as_deref(), input.limit.or(Some(N)))?;
        Ok(Paged { items: items.into_iter().map(make).collect(), token })
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn of_named_lifetimes<'a, 'b>(
        &'a self,
        name: &'b str,
        tags: Cow<'a, str>,
        input: Input,
    ) -> Result<Output, Failure>
    where
        'a: 'b,
    {
        assert_eq!((name, &*tags), ("n", "t"));
        page(&input)
    }

    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    fn of_a_future<'a, T: AsRef<str> + Send + 'a>(
        &'a self,
        name: T,
        input: Input,
    ) -> impl Future<Output = Result<Output, Failure>> + Send + use<'a, T> {
        async move {
            assert_eq!(name.as_ref(), "n");
            page(&input)
        }
    }
}

#[tokio::test]
async fn on_the_method() {
    holds!(Client.of_the_method_paginator::<_, 3>(|n| n, Input::default()));
}

#[tokio::test]
async fn named_lifetimes() {
    let (name, tags) = (String::from("n"), String::from("t"));
    holds!(sent(Client.of_named_lifetimes_paginator(&name, tags.as_str().into(), Input::default())));
    holds!(sent(Client.of_a_future_paginator(&name, Input::default())));
}

trait Associated {
    type Error;
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list(&self, input: Input) -> Result<Output, Self::Error>;
}

impl Associated for Client {
    type Error = Failure;
    async fn list(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[tokio::test]
async fn associated_error() {
    async fn generic<C: Associated<Error: PartialEq>>(client: &C) {
        holds!(client.list_paginator(Input::default()));
    }
    generic(&Client).await;
}

trait Listed: Clone {
    type Input;
    type Output;
    type Error;
    fn list(input: Self::Input) -> Result<Self::Output, Self::Error>;
}

#[derive(Clone)]
struct Numbers;

impl Listed for Numbers {
    type Input = Input;
    type Output = Output;
    type Error = Failure;
    fn list(input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

impl Client {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn of_associated_types(
        &self,
        input: <Numbers as Listed>::Input,
    ) -> Result<<Numbers as Listed>::Output, <Numbers as Listed>::Error> {
        Numbers::list(input)
    }
}

#[tokio::test]
async fn associated_input_and_output() {
    holds!(sent(Client.of_associated_types_paginator(Input::default())));
}

trait OfSelf {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn list_self(&self, input: Input) -> Result<Output, <Self as Listed>::Error>
    where
        Self: Listed<Input = Input, Output = Output>,
    {
        Self::list(input)
    }
}

impl OfSelf for Numbers {}

#[tokio::test]
async fn where_clause_on_self() {
    holds!(OfSelf::list_self_paginator(&Numbers, Input::default()));
}

mod keywords {
    use super::*;

    #[derive(Clone, Default)]
    struct Typed {
        r#type: Option<String>,
        r#in: Option<u32>,
    }

    #[derive(Page)]
    #[allow(non_camel_case_types, reason = "a keyword is what is tested")]
    struct r#struct {
        r#type: Option<String>,
        r#match: Vec<u32>,
    }

    #[paginated(input_token = "type", limit_key = r#in, result_key = "match")]
    async fn r#loop(input: Typed) -> Result<r#struct, Failure> {
        let Output { items, token } = answer(input.r#type.as_deref(), input.r#in)?;
        Ok(r#struct { r#type: token, r#match: items })
    }

    #[paginated(input_token = "type", limit_key = "in", result_key = "match")]
    async fn r#while(r#type: Option<&str>, r#in: Option<u32>) -> Result<r#struct, Failure> {
        r#loop(Typed { r#type: r#type.map(Into::into), r#in }).await
    }

    #[tokio::test]
    async fn fields_and_types_and_methods() {
        holds!(loop_paginator(Typed::default()), |output| output.r#match);
    }

    #[tokio::test]
    async fn parameters() {
        holds!(while_paginator(None, None), |output| output.r#match);
    }
}

macro_rules! client {
    ($(#[$attr:meta])* $name:ident, $token:literal, $limit:ident, $item:ty, $vis:vis, $input:ty => $output:ty) => {
        $(#[$attr])*
        #[paginated(input_token = $token, output_token = token, limit_key = $limit, result_key = "Items", item = $item)]
        $vis async fn $name(input: $input) -> Result<$output, Failure> {
            page(&input)
        }
    };
}
client!(
    /// From a macro.
    from_macro, "Token", limit, u32, pub(crate), Input => Output
);

#[tokio::test]
async fn from_macro_rules() {
    holds!(from_macro_paginator(Input::default()));
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
    async fn list_from_item(&self, input: Input) -> Result<Output, Failure> { page(&input) }
}

impl Listing for Client {}

#[tokio::test]
async fn from_macro_rules_as_a_whole() {
    holds!(sent(Client.list_from_item_paginator(Input::default())));
}

#[tokio::test]
async fn inside_a_function() {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn inside(input: Input) -> Result<Output, Failure> {
        page(&input)
    }
    holds!(owned(inside_paginator(Input::default())));
}

trait Answers {
    type Output;
}

impl Answers for Client {
    type Output = Output;
}

trait Answering: Answers<Output = Output> {
    #[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
    async fn answer(&self, input: Input) -> Result<Self::Output, Failure>;
}

impl Answering for Client {
    async fn answer(&self, input: Input) -> Result<Output, Failure> {
        page(&input)
    }
}

#[paginated(input_token = "Token", limit_key = "Limit", result_key = "Items")]
async fn answer_of<C: Answering + Answers<Output = Output>>(client: &C, input: Input) -> Result<C::Output, Failure> {
    client.answer(input).await
}

#[tokio::test]
async fn associated_output_that_is_said() {
    holds!(Client.answer_paginator(Input::default()));
    holds!(answer_of_paginator(&Client, Input::default()));
}
